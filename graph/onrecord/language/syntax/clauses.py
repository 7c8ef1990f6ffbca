"""The clause of a verb: subject, object, complements, governor, voice, negation; computed once per Doc.

`clause(tree, verb)` gives the `Clause` of any verb; results are cached. All values are token indices of the Doc.
`subjects` are resolved through control, coordination, participles and relative clauses, and `doers` also through the
passive; relative pronouns among them are not resolved (use `antecedent`).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from onrecord.language.syntax import control, transitivity
from onrecord.language.syntax.dependents import negations
from onrecord.language.syntax.phrases import objects_of
from onrecord.language.syntax.subjects import own_subjects
from onrecord.language.syntax.tags import SURELY_FINITE
from onrecord.language.syntax.tree import Tree
from onrecord.language.syntax.voice import agents_of_passive, is_passive

Link = Literal[
    "main", "complement", "open complement", "relative", "adnominal", "adverbial", "gerund", "conjunct", "parenthesis",
    "modifier", "auxiliary", "other",
]  # fmt: skip
"""How a clause depends on its governor: a complement has its own subject, an open complement inherits one; an adnominal
is a participle, infinitive or that-clause on a noun; a modifier is a participle before its noun."""
Voice = Literal["active", "passive"]
_LINKS: dict[str, Link] = {
    "ROOT": "main",
    "ccomp": "complement",
    "csubj": "complement",
    "csubjpass": "complement",
    "xcomp": "open complement",
    "relcl": "relative",
    "acl": "adnominal",
    "advcl": "adverbial",
    "pcomp": "gerund",
    "conj": "conjunct",
    "parataxis": "parenthesis",
    "amod": "modifier",
    "aux": "auxiliary",
    "auxpass": "auxiliary",
}


class Oblique(Struct, frozen=True):
    """A prepositional phrase of a clause: the preposition, the heads of the noun phrases and of the clause below it."""

    preposition: int
    form: str
    """The preposition in lower case."""
    objects: tuple[int, ...]
    gerund: int | None


class Clause(Struct, frozen=True):
    """One verb with everything in its clause and everything inherited from other clauses."""

    verb: int
    link: Link
    governor: int | None
    """The word it depends on (for a gerund, the word that governs the preposition); None for a main clause."""
    preposition: int | None
    """The preposition that a gerund depends on."""
    voice: Voice
    own_subjects: tuple[int, ...]
    """Heads of the subject in the clause itself."""
    subjects: tuple[int, ...]
    """Heads of its own or its inherited subject; in a passive, of those the deed is done to."""
    agents: tuple[int, ...]
    """Heads of the "by …" of a passive."""
    own_objects: tuple[int, ...]
    """Heads of direct objects in the clause, without their conjuncts."""
    objects: tuple[int, ...]
    """Heads of the object: in the clause, moved out of it, or shared with a coordinated verb; else the indirect one."""
    indirect_objects: tuple[int, ...]
    predicates: tuple[int, ...]
    """Nouns and adjectives predicated of the subject or object."""
    complements: tuple[int, ...]
    """Heads of the verb's complement clauses."""
    adverbials: tuple[int, ...]
    """Heads of its adverbial clauses."""
    obliques: tuple[Oblique, ...]
    particles: tuple[int, ...]
    auxiliaries: tuple[int, ...]
    """Auxiliaries and modals, including the "to" of an infinitive."""
    modals: tuple[int, ...]
    """Auxiliaries that express modality or future: "may", "will", "could"."""
    infinitive: bool
    """Whether it has the "to" of an infinitive."""
    negations: tuple[int, ...]
    mark: int | None
    """The conjunction that opens it ("that", "if", "whether", "because")."""
    coordinated: tuple[int, ...]
    """Later verbs coordinated with it."""
    antecedent: int | None
    """The noun that a relative or adnominal clause depends on."""

    @property
    def passive(self) -> bool:
        """Whether the clause is passive."""
        return self.voice == "passive"

    @property
    def nominative(self) -> tuple[int, ...]:
        """Heads of the subject in the clause itself, if the verb is active."""
        return () if self.passive else self.own_subjects

    @property
    def doers(self) -> tuple[int, ...]:
        """Heads of the agents."""
        return self.agents if self.passive else self.subjects

    @property
    def undergoers(self) -> tuple[int, ...]:
        """Heads of those the deed is done to, as far as syntax alone decides."""
        return self.subjects if self.passive else self.objects


_DEPTH = 8
"""Most coordinated verbs that are followed; a broken parse must not loop."""


def clause(tree: Tree, verb: int) -> Clause:
    """The clause of `verb`; for a token that is not a verb, it has the token's dependents."""
    key = ("clause", verb)
    found: Clause | None = tree.known.get(key)
    if found is None:
        found = tree.known[key] = _made(tree, verb)
    return found


def _made(tree: Tree, verb: int) -> Clause:
    below: dict[str, list[int]] = {}
    for kid in tree.children[verb]:
        below.setdefault(tree.dep[kid], []).append(kid)

    def kids(*deps: str) -> tuple[int, ...]:
        if len(deps) == 1:
            return tuple(below.get(deps[0], ()))
        return tuple(sorted([kid for dep in deps for kid in below.get(dep, ())]))

    link = _LINKS.get(tree.dep[verb], "other")
    prep = tree.head[verb] if link == "gerund" else None
    above = tree.head[verb] if prep is None else tree.head[prep]
    passive, auxiliaries = is_passive(tree, verb), kids("aux", "auxpass")
    subjects = tuple(control.subjects(tree, verb))
    return Clause(
        verb=verb,
        link=link,
        governor=None if above == verb else above,
        preposition=prep,
        voice="passive" if passive else "active",
        own_subjects=tuple(own_subjects(tree, verb)),
        subjects=subjects,
        agents=tuple(agents_of_passive(tree, verb)) if passive else (),
        own_objects=tuple(kid for kid in kids("dobj") if kid not in subjects),
        objects=() if passive else tuple(transitivity.objects(tree, verb)),
        indirect_objects=kids("dative"),
        predicates=kids("attr", "acomp", "oprd"),
        complements=kids("ccomp", "xcomp"),
        adverbials=kids("advcl"),
        obliques=tuple(_oblique(tree, kid) for kid in kids("prep", "agent")),
        particles=kids("prt"),
        auxiliaries=auxiliaries,
        modals=tuple(kid for kid in auxiliaries if tree.tag[kid] == "MD"),
        infinitive=any(tree.lower[kid] == "to" for kid in auxiliaries),
        negations=tuple(negations(tree, verb)),
        mark=next(iter(below.get("mark", ())), None),
        coordinated=kids("conj"),
        antecedent=above if link in {"relative", "adnominal", "modifier"} else None,
    )


def _oblique(tree: Tree, prep: int) -> Oblique:
    return Oblique(prep, tree.lower[prep], tuple(objects_of(tree, prep)), tree.child(prep, "pcomp"))


def completing(tree: Tree, word: int) -> list[int]:
    """Heads of clauses that may be complements of `word`, through copula and adjective ("is willing to withdraw").

    An infinitive that the parser attaches to the verb as an adverbial clause is included.
    """
    found = []
    for kid in tree.kids(word, "ccomp", "xcomp", "acl", "pcomp", "advcl"):
        if tree.dep[kid] == "advcl" and tree.tag[kid] != "VB":
            continue
        found.append(kid)
        for step in tree.kids(kid, "acomp", "attr", "xcomp"):
            found += [step, *tree.kids(step, "xcomp", "acl")]
    return found


def with_auxiliaries(tree: Tree, verb: int) -> int:
    """The verb whose auxiliaries a verb shares in coordination ("was tried and jailed")."""
    for _ in range(_DEPTH):
        above = tree.head[verb]
        own = clause(tree, verb).auxiliaries or tree.tag[verb] in SURELY_FINITE
        if own or tree.dep[verb] != "conj" or tree.tag[above] != tree.tag[verb]:
            break
        verb = above
    return verb
