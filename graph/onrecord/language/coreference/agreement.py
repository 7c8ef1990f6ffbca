"""Whether pronouns and descriptions agree with actors in kind, gender and number, and which actors they prefer."""

from __future__ import annotations

from collections.abc import Callable

from onrecord import person_names
from onrecord.actor_kinds import GENERAL
from onrecord.language.coreference import binding, talk
from onrecord.language.coreference.chains import Chain
from onrecord.language.coreference.features import Ment
from onrecord.language.kinds import SOMEBODY
from onrecord.language.syntax import lexical, phrase_relations, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.tags import VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

Fits = Callable[[Chain, Ment], bool]

_SOURCES = word_set("source")
_COLLECTIVE = word_set("collective")
_DECIDING = word_set("deciding")
_EPITHETS = word_set("epithet")
_INDEFINITE = word_set("indefinite")
_PARTS = word_set("part_of_mass")
_STATIVE = word_set("stative")
_W = weights_of("coreference")
_NEST = 6
"""Most nested phrases to climb from a possessive; the limit keeps a broken parse from looping."""
_CLIMB = 12
"""Most words between a pronoun and the verb of a clause that governs its own."""


def fits_pronoun(chain: Chain, anaphor: Ment) -> bool:
    """Whether a third-person pronoun agrees with an actor in kind, gender and number."""
    broad = chain.broad
    if anaphor.gender in ("m", "f"):
        return broad == "person" and not chain.plural and chain.gender in ("", anaphor.gender)
    if anaphor.gender == "n":
        return broad in ("org", "thing", "place", "") and (chain.named or not chain.plural)
    return chain.plural or broad in ("org", "group")


def decided_on(tree: Tree, anaphor: Ment) -> bool:
    """Whether what is done to an "it" shows that it is a bill or similar: "promised to veto it"."""
    verb = tree.head[anaphor.head]
    return (
        tree.lower[anaphor.head] == "it"
        and relations.is_direct_object(tree, anaphor.head)
        and (tree.lemma[verb] in _DECIDING)
    )


def fits_measure(chain: Chain, anaphor: Ment) -> bool:
    """Whether an actor can be an "it" that is decided on; nobody signs or vetoes a body or a place."""
    return chain.broad in ("thing", "") and fits_pronoun(chain, anaphor)


def reluctance(tree: Tree, chain: Chain, item: Ment, anaphor: Ment) -> float:
    """The penalty for an actor as the antecedent of a third-person pronoun, judged by one of its mentions.

    "They" is more likely to be people than things, and is a single body only if nothing plural is near. It is more
    likely the subject of the governing clause than that clause's object. An actor named only in a relative clause is
    less salient.
    """
    if anaphor.person != "third":
        return 0.0
    over = anaphor.sent == item.sent and governs(tree, item, anaphor)
    cost = max(0, item.role - _W["relative.role"]) if item.person == "relative" and not over else 0
    if anaphor.gender in ("m", "f"):
        cost += _W["against.sexless"] if not chain.gender else 0
        cost += _W["against.reporter"] if talk.only_reports(tree, item) and not talk.speaks(tree, anaphor) else 0
    if anaphor.gender in ("m", "f") and item.sent == anaphor.sent:
        cost -= _W["favour.hers"] if _owns(tree, item, anaphor) else 0
        cost -= _W["favour.subject"] if governs(tree, item, anaphor) and relations.is_subject(tree, anaphor.head) else 0
        cost -= _W["favour.helped"] if binding.is_object_beside(tree, item.head, anaphor.head) else 0
    person = chain.broad in SOMEBODY
    if not person and "State" not in chain.kinds and talk.speaks_or_hears(tree, anaphor):
        cost += _W["against.speechless"]
    if chain.broad == "place" and chain.named and "State" not in chain.kinds:
        cost += _W["against.place"]
    if not anaphor.plural:
        return cost
    cost += _W["against.within"] if phrase_relations.noun_above(tree, item.head) is not None else 0
    cost += _W["against.joined"] if item.joined else 0
    if chain.plural and not person:
        number = _W["against.named_thing"] if chain.named else 0
        cost += (
            number
            + (_W["against.thing"] if chain.broad else _W["against.unknown"])
            + (_W["against.idle"] if _acts(tree, anaphor) else 0)
        )
    elif not chain.plural and chain.broad == "org" and not _collective(chain):
        cost += (
            _W["against.singular"]
            + (_W["against.oblique"] if item.role in (1, 2) else 0)
            - (_W["favour.own"] if _owns(tree, item, anaphor) else 0)
        )
    return cost - (_W["favour.above"] if over else 0)


def unlikely(tree: Tree, chain: Chain, item: Ment, anaphor: Ment) -> bool:
    """Whether an "it" probably refers to a thing that is no actor, rather than to a body or place named before.

    An "it" is the body if the body is a subject of the same sentence, or if the body is the subject of an earlier one
    and the "it" does what bodies do. A single body is "they" if it is in the same sentence or was the subject of an
    earlier one. Nobody and anybody are spoken of in one sentence only. Of an outlet that only relays what is told, no
    more is told but that it speaks. A "he" in a quotation is nobody without a name whom only the article describes.
    """
    same, quoted = item.sent == anaphor.sent, anaphor.quote >= 0 and anaphor.gender in ("m", "f")
    if quoted and item.quote != anaphor.quote and not chain.named and not same:
        return True
    if (
        anaphor.form == "pronoun"
        and "Outlet" in chain.kinds
        and talk.speaks_or_hears(tree, item)
        and not talk.speaks(tree, anaphor)
    ):
        return True
    if not same and chain.lemmas and chain.lemmas <= _INDEFINITE and not chain.named:
        return True
    if anaphor.plural and anaphor.person == "third" and chain.named and chain.broad == "org" and not chain.plural:
        return not (_collective(chain) or relations.is_subject(tree, item.head) or same)
    if tree.lower[anaphor.head] != "it" or not (chain.broad == "org" or (chain.named and chain.broad == "place")):
        return False
    return _part_of_it(tree, anaphor.head) or not _may_be_it(tree, item, anaphor)


def _may_be_it(tree: Tree, item: Ment, anaphor: Ment) -> bool:
    """Whether the positions of a body or place and an "it" allow them to be the same."""
    verb, same = tree.lemma[tree.head[anaphor.head]], item.sent == anaphor.sent
    known = verb in lexical.known_verbs()
    if relations.is_subject(tree, anaphor.head):
        if verb in lexical.reporting():
            return True
    elif relations.is_object(tree, anaphor.head):
        if verb in lexical.addressing():
            return True
    else:
        known = False
    return (same or known) and relations.is_subject(tree, item.head)


def _part_of_it(tree: Tree, pronoun: int) -> bool:
    """Whether an "it" is something of which there is more or less: "spent millions, the bulk of it on ships"."""
    prep = tree.head[pronoun]
    of = phrase_relations.is_object_of_preposition(tree, pronoun) and tree.lower[prep] == "of"
    return of and tree.lower[tree.head[prep]] in _PARTS


def _collective(chain: Chain) -> bool:
    """Whether an actor may take singular or plural pronouns: "the team", "Halden Rowing Club", "Team Halden"."""
    if not _COLLECTIVE.isdisjoint(chain.first_words):
        return True
    return not _COLLECTIVE.isdisjoint(chain.lemmas) or any(word in _COLLECTIVE for word, _ in chain.last_words)


def _owns(tree: Tree, item: Ment, anaphor: Ment) -> bool:
    """Whether a mention is the subject of the clause that contains a possessive: "Haldeno sold their ships"."""
    if not phrase_relations.is_possessor(tree, anaphor.head) or not relations.is_active_subject(tree, item.head):
        return False
    over = tree.head[anaphor.head]
    for _ in range(_NEST):
        if tree.pos[over] in VERBAL:
            break
        over = tree.head[over]
    return tree.head[item.head] == over


def governs(tree: Tree, item: Ment, anaphor: Ment) -> bool:
    """Whether a mention is the subject of a clause that governs the anaphor's clause."""
    if not relations.is_subject(tree, item.head):
        return False
    verb, below = tree.head[item.head], tree.head[anaphor.head]
    for _ in range(_CLIMB):
        above = tree.head[below]
        if above == below:
            return False
        below = above
        if below == verb:
            return True
    return False


def _acts(tree: Tree, anaphor: Ment) -> bool:
    """Whether a pronoun is the subject of a verb with an object."""
    verb = tree.head[anaphor.head]
    if not relations.is_active_subject(tree, anaphor.head) or tree.pos[verb] != "VERB" or tree.lemma[verb] in _STATIVE:
        return False
    return bool(clause(tree, verb).own_objects)


def fits_same_head(chain: Chain, anaphor: Ment) -> bool:
    """Whether a definite description only repeats a noun that described the actor, or the last word of its name."""
    if bool(anaphor.plural) != chain.plural:
        return False
    if anaphor.says and not anaphor.says <= chain.says:
        return False  # "the mayor of Oslo" is not "the mayor of Leeds"
    if anaphor.lemma in chain.lemmas:
        return True
    return (anaphor.lemma, "org") in chain.last_words or (anaphor.lemma, anaphor.broad) in chain.last_words


def fits_called(chain: Chain, anaphor: Ment) -> bool:
    """Whether a description repeats a noun that described a named actor, or the last word of its name."""
    ends = (anaphor.lemma, "org") in chain.last_words
    return chain.named and (ends or anaphor.lemma in chain.called) and fits_same_head(chain, anaphor)


def fits_source(chain: Chain, anaphor: Ment) -> bool:
    """Whether "the source", "the official" may be an unnamed person introduced shortly before."""
    if anaphor.lemma not in _SOURCES or anaphor.plural or chain.plural or chain.named:
        return False
    return anaphor.noun == anaphor.lemma and chain.broad == "person" and bool(chain.lemmas & _SOURCES)


def fits_titled(chain: Chain, anaphor: Ment) -> bool:
    """Whether "the senator" may be a person named with that title or office: "Senator Brekke"; not "his doctor"."""
    if anaphor.possessed or not chain.named or chain.broad != "person" or not _one_person(chain, anaphor):
        return False
    if not anaphor.modifiers & word_set("rank_of_office") <= chain.says | chain.modifiers:
        return False  # "the Prime Minister" is not Health Minister Brekke
    return any(person_names.title(anaphor.lemma) in item.titles for item in chain.members)


def fits_epithet(chain: Chain, anaphor: Ment) -> bool:
    """Whether "the billionaire", "the Norwegian leader" may be a named person; any sex that it states must match."""
    return chain.named and chain.broad == "person" and _one_person(chain, anaphor)


def is_epithet(item: Ment) -> bool:
    """Whether a description is an epithet of one person, with nothing after it."""
    return item.lemma in _EPITHETS and not item.plural and item.end == item.head + 1 and not item.possessed


def _one_person(chain: Chain, anaphor: Ment) -> bool:
    return not anaphor.plural and not chain.plural and (not anaphor.gender or chain.gender in ("", anaphor.gender))


def fits_untyped(chain: Chain, anaphor: Ment) -> bool:
    """Whether "he" may be a two-word name that the model labelled as a body; only if the article has no persons."""
    return chain.named and chain.two_words and chain.kinds <= GENERAL and anaphor.gender in ("m", "f")
