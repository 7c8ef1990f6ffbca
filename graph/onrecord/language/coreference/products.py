"""Names that their sentence shows to be products or a body's people: "Haldeno's Vard", "Haldeno News's Ada Vard"."""

from __future__ import annotations

from onrecord.language import kinds
from onrecord.language.coreference.features import Ment
from onrecord.language.coreference.names import initials
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax import lexical, modifiers, phrase_relations, relations
from onrecord.language.syntax.tags import AREAS
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_INDEFINITE = word_set("indefinite_article")


def as_product(tree: Tree, item: Ment, bodies: set[int], known: ActorWords) -> str | None:
    """A product, if a name is launched, has an indefinite article ("a Vard") or a body as owner ("Haldeno's Vard").

    A person, if such an owned name speaks or is told something; None if there is no such evidence.
    """
    if item.weight != kinds.WEAK or item.label in AREAS or item.core is None:
        return None
    head = item.head
    if relations.is_direct_object(tree, head) and tree.lemma[tree.head[head]] in known.evidence["launched"]:
        return known.evidence["launched"][tree.lemma[tree.head[head]]]
    if not item.core[0] <= head < item.core[1] or phrase_relations.is_compound(tree, head):
        return None
    return None if item.label == "PERSON" else _owned(tree, item, item.core, bodies, known)


def _owned(tree: Tree, item: Ment, core: tuple[int, int], bodies: set[int], known: ActorWords) -> str | None:
    """Product, if a name has an indefinite article or a body as owner; Person, if an owned name speaks or is told."""
    head = item.head
    owner = modifiers.possessor(tree, head)
    between = tree.lemma[owner + 1 : core[0]] if owner is not None else []
    if tree.text[core[1] : core[1] + 1] == ["/"] or tree.pos[core[1] : core[1] + 1] == ["NOUN"]:
        return None  # "a Halden/Vard poll"
    one = len(item.words) == 1 and core[0] > 0 and tree.lower[core[0] - 1] in _INDEFINITE
    owned = owner in bodies and "NOUN" not in tree.pos[owner : core[0]]
    owned = owned and not any(kinds.of_head(word, known) for word in between)  # "Haldeno's European rival Vard"
    if owned and not one and len(item.words) > 1 and _speaks_or_hears(tree, head):
        return "Person"  # "Haldeno News's Ada Vard said"
    return "Product" if one or owned else None


def _speaks_or_hears(tree: Tree, head: int) -> bool:
    """Whether a word is the subject of a verb of saying, or the person told."""
    verb = tree.lemma[tree.head[head]]
    if relations.is_active_subject(tree, head):
        return verb in lexical.speaking() or verb in lexical.reporting()
    return relations.is_object(tree, head) and verb in lexical.addressing()


def counted_names(tree: Tree, mentions: list[Ment], known: ActorWords) -> set[tuple[str, ...]]:
    """Names printed both in the singular and, after a number, in the plural: "the Vard", "bought three Vards"."""
    names = {item.words for item in mentions if item.core and item.label in kinds.BODY_LABELS}
    found: set[tuple[str, ...]] = set()
    for item in mentions:
        if not item.core or item.words not in names or not modifiers.numerals(tree, item.head):
            continue
        one = (*item.words[:-1], item.words[-1].removesuffix("s"))
        several = one != item.words and one in names and not relations.is_active_subject(tree, item.head)
        if several and kinds.of_head(one[-1], known) is None:
            found |= {one, item.words}
    return found


def short_products(mentions: list[Ment]) -> set[str]:
    """Initials of the products whose names are known; with a number behind them they are versions: "VW7"."""
    known = (item for item in mentions if item.kind == "Product" and item.weight == kinds.STRONG)
    return {short for item in known for short in initials(tuple(word for word in item.words if word.isalpha()))}


def product_lines(mentions: list[Ment]) -> set[tuple[str, ...]]:
    """Names that occur with several numbers: "Vard 8" and "Vard 9" are products of one line."""
    numbers: dict[tuple[str, ...], set[str]] = {}
    for item in mentions:
        if item.core and len(item.words) > 1 and item.words[-1].isdigit() and item.label in kinds.BODY_LABELS:
            numbers.setdefault(item.words[:-1], set()).add(item.words[-1])
    return {words for words, found in numbers.items() if len(found) > 1}
