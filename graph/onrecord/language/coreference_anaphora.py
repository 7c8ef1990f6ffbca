"""Antecedents of pronouns and definite descriptions.

Left to right, each anaphor takes the most salient actor that agrees with it. Salience follows Lappin and Leass (1994):
recency, the grammatical role of the last mention, how often the actor is spoken of.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from onrecord.language.actor_words import ActorWords
from onrecord.language.coreference_mentions import Ment
from onrecord.language.tree import Tree

_WINDOW_PRONOUN = 3
_WINDOW_DESCRIPTION = 8
_ORGS = frozenset({"org", "group"})


@dataclass(slots=True)
class Chain:
    """What is known, while reading, of the actor that some mentions speak of."""

    members: list[Ment] = field(default_factory=list)

    @property
    def broad(self) -> str:
        """Broad kind by majority of the members that have one."""
        counts: dict[str, int] = {}
        for item in self.members:
            if item.broad:
                counts[item.broad] = counts.get(item.broad, 0) + (3 if item.core else 1)
        return max(counts, key=lambda name: (counts[name], name)) if counts else ""

    @property
    def gender(self) -> str:
        """First gender that a member shows."""
        return next((item.gender for item in self.members if item.gender in ("m", "f")), "")

    @property
    def plural(self) -> bool:
        """Whether the actor is spoken of in the plural, by its names and descriptions."""
        return any(item.plural for item in self.members if item.form != "pronoun")

    @property
    def named(self) -> bool:
        """Whether some member is a name."""
        return any(item.core for item in self.members)


def salience(chain: Chain, last: Ment, anaphor: Ment) -> float:
    """How ready an actor is to be taken up again by `anaphor`."""
    gap = anaphor.sent - last.sent
    return 10.0 - 4.0 * gap + last.role + min(len(chain.members), 4) * 0.7 + (1.5 if chain.named else 0.0)


def last_before(chain: Chain, anaphor: Ment) -> Ment | None:
    """The last member that ends before the anaphor begins and does not contain it."""
    for item in reversed(chain.members):
        if item.end <= anaphor.start:
            return item
    return None


def best(chains: list[Chain], anaphor: Ment, window: int, fits: Callable[[Chain, Ment], bool]) -> Chain | None:
    """The most salient chain that fits, its last mention at most `window` sentences back."""
    top: tuple[float, int] | None = None
    found = None
    for chain in chains:
        last = last_before(chain, anaphor)
        if last is None or anaphor.sent - last.sent > window or not fits(chain, anaphor):
            continue
        score = (salience(chain, last, anaphor), last.start)
        if top is None or score > top:
            top, found = score, chain
    return found


def fits_pronoun(chain: Chain, anaphor: Ment) -> bool:
    """Agreement in kind, gender and number of a third-person pronoun with an actor."""
    broad = chain.broad
    if anaphor.gender in ("m", "f"):
        return broad == "person" and not chain.plural and chain.gender in ("", anaphor.gender)
    if anaphor.gender == "n":
        return broad in ("org", "thing", "place", "") and not chain.plural
    return broad in ("org", "group") or (broad in ("person", "thing", "") and chain.plural)


def pleonastic(tree: Tree, token: int) -> bool:
    """Whether an "it" speaks of nothing, as in "It is likely that", "it seems"."""
    if tree.lower[token] != "it" or tree.dep[token] not in ("nsubj", "nsubjpass", "expl"):
        return False
    verb = tree.head[token]
    if tree.lemma[verb] in ("seem", "appear", "happen", "rain", "snow"):
        return True
    clausal = tree.child(verb, "ccomp", "csubj", "xcomp", "advcl") is not None
    return (tree.lemma[verb] == "be" and (tree.child(verb, "acomp") is not None) and clausal) or (
        tree.dep[token] == "nsubjpass" and clausal
    )


def fits_description(known: ActorWords) -> Callable[[Chain, Ment], bool]:
    """Whether "the company", "the student" may take up an actor."""

    def fits(chain: Chain, anaphor: Ment) -> bool:
        if bool(anaphor.plural) != chain.plural:
            return False
        if any(
            item.core is None and item.form == "description" and item.lemma == anaphor.lemma for item in chain.members
        ):
            return True
        if anaphor.lemma not in known.generic or not chain.named:
            return False
        broad = chain.broad
        if anaphor.broad == "org":
            kinds = {item.kind for item in chain.members if item.kind}
            return broad == "org" and (
                anaphor.kind in kinds
                or (kinds <= {"Organization", "Company"} and anaphor.kind in ("Company", "Organization"))
            )
        return broad == anaphor.broad

    return fits
