"""Names that the model labels as people but the article shows to be towns, bodies or things, or vice versa."""

from __future__ import annotations

from collections.abc import Container

from msgspec.structs import replace

from onrecord import person_names
from onrecord.language import kinds
from onrecord.language.coreference import bodies as bodies_
from onrecord.language.coreference import shortened
from onrecord.language.coreference import towns as towns_
from onrecord.language.coreference.features import Ment
from onrecord.language.coreference.labels import only_body, only_labelled
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax import modifiers, phrase_relations, relations
from onrecord.language.syntax.tags import AREAS, PRESENT
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_ARTICLES = word_set("article")
_EITHER = word_set("either")
_LONGEST_PERSON = 3
"""Most words of a person's name: given name, middle name or particle, surname."""


def relabelled(  # noqa: C901 -- one row of relabellings
    tree: Tree, mentions: list[Ment], surnames: set[tuple[str, ...]], known: ActorWords
) -> list[Ment]:
    """The mentions, with every occurrence of such a name relabelled; names in `surnames` remain people's."""
    apposed = _apposed_people(tree, mentions, known)
    surnames = surnames | {words[-1:] for words in apposed}
    said = _by_nouns(tree, mentions, known)
    bodies = {words: kind for words, kind in said if kind and kinds.BROAD[kind] == "org"}
    towns = towns_.only_located(tree, mentions) - surnames
    towns |= {words for words, kind in said if kind == "Place"} - surnames - bodies.keys()
    people = {words for words, kind in said if kind == "Person"} - bodies.keys()
    people |= _only_surnames(tree, mentions, surnames, known.forenames) | _full_names(mentions)
    people |= shortened.names(tree, [item for item in mentions if only_body(item, _LONGEST_PERSON)], mentions, known)
    shown = bodies_.shown(tree, mentions, known)
    bodies |= dict.fromkeys(shown - bodies.keys(), "Organization")
    surnames -= {words[-1:] for words in shown if len(words) > 1}
    several = {item.words for item in mentions if _several(tree, item)} - surnames
    surely = _sure(tree, mentions, apposed, known)

    def read(item: Ment) -> Ment:  # noqa: C901, PLR0911 - one return for each relabelling
        if (item.words, item.label) in surely:
            kind, weight, label = surely[item.words, item.label]
            return replace(item, kind=kind, weight=weight, label=label)
        if not only_labelled(item):
            if item.words in people and only_body(item, _LONGEST_PERSON):
                return replace(item, kind="Person", weight=kinds.LIKELY, label="PERSON")
            if item.words in towns and only_body(item):
                return replace(item, kind="Place", weight=kinds.LIKELY, label="GPE")
            if item.words in bodies and item.label in AREAS and item.weight == kinds.WEAK:
                return replace(item, kind=bodies[item.words], weight=kinds.LIKELY, label="ORG")
            if item.words in bodies and item.label == "PERSON" and not item.honor:
                return replace(item, kind=bodies[item.words], weight=kinds.LIKELY, label="ORG")
        elif item.words in several:
            return replace(item, kind="Group", weight=kinds.LIKELY, plural=True, label="NAME")
        elif item.words in towns:
            return replace(item, kind="Place", weight=kinds.STRONG, label="GPE")
        elif item.words in people:
            return replace(item, weight=kinds.LIKELY)
        elif item.words in bodies and item.words not in surnames:
            return replace(item, kind=bodies[item.words], weight=kinds.LIKELY, label="ORG")
        return item

    return [read(item) for item in mentions]


def _by_nouns(tree: Tree, mentions: list[Ment], known: ActorWords) -> list[tuple[tuple[str, ...], str | None]]:
    """Names with the kinds that nouns beside them give: in apposition, or right before them."""
    bare = (item for item in mentions if _open_kind(item, known) or only_body(item, _LONGEST_PERSON) or _is_area(item))
    said = [(item.words, _apposed(tree, item, known)) for item in bare]
    return said + [(item.words, kind) for item in mentions if (kind := _body_before(tree, item, known))]


def _is_area(item: Ment) -> bool:
    """Whether one word is a place's name only because the model labels it so."""
    return item.label in AREAS and item.weight == kinds.WEAK and len(item.words) == 1


def _open_kind(item: Ment, known: ActorWords) -> bool:
    """Whether only the model's label says that a name, of one word or several, is a person's."""
    return only_labelled(item) or (bodies_.only_labelled(item, known) and item.words[-1] not in known.forenames)


def _sure(
    tree: Tree, mentions: list[Ment], apposed: set[tuple[str, ...]], known: ActorWords
) -> dict[tuple[tuple[str, ...], str], tuple[str | None, int, str]]:
    """Kind, weight and label of names, by words and label, that one place in the article makes sure of."""
    found: dict[tuple[tuple[str, ...], str], tuple[str | None, int, str]] = {}
    datelines = towns_.of_datelines(tree)
    for item in mentions:
        if towns_.called_town(tree, item) or (item.words in datelines and (len(item.words) == 1 or not item.honor)):
            found |= {(item.words, label): ("Place", kinds.STRONG, "GPE") for label in ("PERSON", "ORG", "NAME")}
        if item.words in apposed:
            found[item.words, item.label] = ("Person", kinds.LIKELY, "PERSON")
    for item in mentions:
        if told := _as_thing(tree, item, known):
            found[item.words, "PERSON"] = (*told, "NAME")
    return found


def _apposed_people(tree: Tree, mentions: list[Ment], known: ActorWords) -> set[tuple[str, ...]]:
    """Names of people that the model labels as places: "the fire brigade's commander, Halde Lund", "Emil Lund said"."""
    weak = (item for item in mentions if item.label in AREAS and item.weight == kinds.WEAK)
    full = [item for item in weak if 1 < len(item.words) <= _LONGEST_PERSON]
    where = {item.words for item in mentions if towns_.placed(tree, item) or towns_.goes(tree, item)}
    by_forename = {
        item.words for item in full if item.words[0] in known.forenames and _may_be_person(tree, item, known)
    }
    return (by_forename - where) | {item.words for item in full if _apposed(tree, item, known) == "Person"}


def _may_be_person(tree: Tree, item: Ment, known: ActorWords) -> bool:
    """Whether a full name, labelled as a place, does or says something or stands beside a noun for no place."""
    if known.noun_type.get(item.words[-1]) == "Place" or kinds.is_place(" ".join(item.words)):
        return False
    beside = phrase_relations.is_apposition(tree, item.head) and tree.pos[tree.head[item.head]] == "NOUN"
    other = known.noun_type.get(tree.lemma[tree.head[item.head]]) != "Place"
    return _does_or_says(tree, item) or (beside and other)


def _only_surnames(
    tree: Tree, mentions: list[Ment], surnames: set[tuple[str, ...]], forenames: Container[str]
) -> set[tuple[str, ...]]:
    """Surnames of people named in full, labelled as bodies where they stand alone, that only people's verbs go with.

    As in "Ola Lund, a fireman, ..." and later "Lund said his crew": no body's name begins so, no noun follows it, no
    article stands before it, and nothing is bought or founded by that name.
    """
    firsts = {item.words[:1] for item in mentions if item.broad == "org" and len(item.words) > 1}
    full = (item for item in mentions if len(item.words) == _LONGEST_PERSON)
    double = {item.words[1:] for item in full if item.label == "PERSON" or item.words[0] in forenames}
    known = (surnames - firsts) | double
    alone = [item for item in mentions if only_body(item, _LONGEST_PERSON - 1) and item.words in known]
    kept_out = {item.words for item in alone if item.words not in double and not _does_or_says(tree, item)}
    return {item.words for item in alone} - kept_out


def _full_names(mentions: list[Ment]) -> set[tuple[str, ...]]:
    """Full names labelled as bodies of people who have an honorific elsewhere: "Emil Dahl ... Mr. Dahl"."""
    honored = {item.words for item in mentions if _only_honored(item)}
    return {
        item.words
        for item in mentions
        if len(item.words) > 1 and only_body(item, _LONGEST_PERSON) and item.words[-1:] in honored
    }


def _only_honored(item: Ment) -> bool:
    """Whether a surname stands behind an honorific: "Mr. Dahl"."""
    return item.label == "PERSON" and len(item.words) == 1 and bool(item.honor)


def _does_or_says(tree: Tree, item: Ment) -> bool:
    """Whether a bare name is the subject or agent of a verb, as a person's is who was named in full before."""
    bare = item.core == (item.start, item.end) and not phrase_relations.is_compound(tree, item.head)
    return bare and relations.is_subject(tree, item.head)


def _as_thing(tree: Tree, item: Ment, known: ActorWords) -> tuple[str | None, int] | None:
    """The kind and its weight if what looks like a person's full name is a thing's; None if it is a person's.

    The kind is None if the sentence does not show one.
    """
    if _work(tree, item, known) or _is_vessel(tree, item):
        return "Product", kinds.LIKELY
    return (None, kinds.WEAK) if _with_article(tree, item, known) else None


def _is_vessel(tree: Tree, item: Ment) -> bool:
    """Whether an apposition with a comma says that a name is a ship's: "the Dona Vard, a 36-year-old vessel"."""
    if item.core is None or item.label != "PERSON":
        return False
    nouns = [kid for kid in tree.children[item.head] if phrase_relations.is_apposition(tree, kid) and kid > item.head]
    return any(tree.lemma[noun] in word_set("vessel") for noun in nouns)


def _with_article(tree: Tree, item: Ment, known: ActorWords) -> bool:
    """Whether an article or owner is right before what looks like a full name: "a Vard Lite", "its Vard Pro".

    A name with a forename, an honorific or a title is a person's even so.
    """
    if item.core is None or item.label != "PERSON" or len(item.words) < 2 or item.honor or item.titles:
        return False
    if item.words[0] in known.forenames or person_names.is_particle(item.words[0]):
        return False
    first, last = item.core
    if phrase_relations.is_compound(tree, item.head) or not first <= item.head < last or not first:
        return False
    if tree.lower[first] in _ARTICLES:
        return True  # "The Vard Lamp"
    return tree.lower[first - 1] in _ARTICLES or tree.tag[first - 1] in ("POS", "PRP$")


def _several(tree: Tree, item: Ment) -> bool:
    """Whether a one-word name labelled as a person is the subject of a plural verb: "Haldeners have won"."""
    if not only_labelled(item) or item.joined or not item.words[0].endswith("s"):
        return False
    if not relations.is_active_subject(tree, item.head) or modifiers.conjunct(tree, item.head) is not None:
        return False
    verb = tree.head[item.head]
    finite = next((kid for kid in tree.children[verb] if kid < verb and tree.tag[kid] in PRESENT), verb)
    return tree.tag[finite] == "VBP" or tree.lower[finite] == "were"


def _work(tree: Tree, item: Ment, known: ActorWords) -> bool:
    """Whether the noun right before what looks like a full name shows that it is a product: "her novel Vard Blue".

    Not if a verb follows the name: "the novel Ada Vard wrote".
    """
    if (
        item.core is None
        or item.label != "PERSON"
        or len(item.words) < 2
        or (relations.is_active_subject(tree, item.head) and tree.lemma[item.core[0] - 1] not in word_set("vessel"))
    ):
        return False
    before = item.core[0] - 1
    joined = before >= 0 and tree.tag[before] == "NN" and tree.sent[before] == tree.sent[item.head]
    made = known.noun_type.get(tree.lemma[before]) == "Product" or tree.lemma[before] in word_set("vessel")
    return joined and made and not item.honor


def _body_before(tree: Tree, item: Ment, known: ActorWords) -> str | None:
    """Kind of body named by the noun right before what looks like a full name: "the airline Vard Atlantic"."""
    if item.core is None or item.label != "PERSON" or item.words[0] in known.forenames:
        return None
    before = item.core[0] - 1
    if before < 0 or tree.tag[before] != "NN" or tree.sent[before] != tree.sent[item.head]:
        return None
    if len(item.words) == 1 and tree.head[before] != item.head and tree.head[item.head] != before:
        return None
    kind = known.noun_type.get(tree.lemma[before])
    return kind if kind is not None and kinds.BROAD[kind] == "org" and not item.honor else None


def _apposed(tree: Tree, item: Ment, known: ActorWords) -> str | None:
    """Kind of a name according to an apposition with a comma: "the airline, Haldeno", "Haldeno, a bank"."""
    if item.core is None:
        return None
    start, end = item.core
    nouns = [kid for kid in tree.children[item.head] if phrase_relations.is_apposition(tree, kid) and kid > end]
    nouns = nouns if tree.text[end : end + 1] == [","] else []
    if phrase_relations.is_apposition(tree, item.head) and start > 1 and tree.text[start - 1] == ",":
        nouns = [tree.head[item.head]]
    if not nouns or tree.pos[nouns[0]] != "NOUN" or tree.lemma[nouns[0]] in _EITHER:
        return None
    kind = kinds.of_head(tree.lemma[nouns[0]], known)
    return None if kind and kinds.BROAD[kind] == "org" and _of_person(tree, nouns[0], known) else kind


def _of_person(tree: Tree, noun: int, known: ActorWords) -> bool:
    """Whether a body only says where a person belongs: "the head of the bank, Ola Lund"."""
    if not phrase_relations.is_object_of_preposition(tree, noun):
        return False
    return kinds.of_head(tree.lemma[tree.head[tree.head[noun]]], known) == "Person"
