"""How the text words a deed: subject, verb group and what completes the verb. Labels are made from it."""

from __future__ import annotations

from msgspec import Struct
from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.actions.role_spans import spans_of
from onrecord.language.actions.triggers import Deed
from onrecord.language.actions.veridicality import carrier_of_process
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import RELATIVE, antecedent
from onrecord.language.syntax.extents import constituent
from onrecord.language.syntax.predication import completion, phrase, predicate_head, verb_group
from onrecord.language.syntax.tags import TIMES
from onrecord.language.syntax.tree import Tree
from onrecord.model import Voice
from onrecord.word_sets import word_set

_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
Ranges = list[tuple[int, int]]
"""Token ranges [start, end)."""


class Worded(Struct, frozen=True):
    """The wording of one deed, as `model.Wording` has it, in tokens."""

    voice: Voice
    subject: Ranges
    group: Ranges
    completion: Ranges


def worded(tree: Tree, deed: Deed, times: frozenset[int], operator: int | None, *, leads: bool) -> Worded:
    """The wording of `deed`; `times` are tokens of phrases that say when, which it leaves out.

    `operator` is the word that sets its modality. A noun is worded by it if it is its verb ("urges the repeal"), and if
    it `leads` a verb by the verb that this completes, provided that both have one subject.
    """
    above = deed.verb
    # "the bridge that they hope to put up" is told with its object behind it: "hope to put up the bridge"
    leads = leads and not any(head < above for head in clause(tree, above).objects)
    if deed.noun_frame is not None and deed.verb == deed.head:
        if operator is None or tree.head[deed.head] != operator or not verb_group(tree, operator):
            return Worded("noun", [], [], phrase(tree, deed.head, times))
        above, leads = operator, False
    verb = predicate_head(tree, above) if leads else above
    words = verb_group(tree, verb)
    if verb != above and not words:
        verb, words = above, verb_group(tree, above)
    carrier = carrier_of_process(tree, verb)
    if carrier is not None and verb_group(tree, carrier):
        words = [*verb_group(tree, carrier), verb]  # "is in the process of selling": "is selling"
    found = clause(tree, verb)
    heads = [antecedent(tree, head) for head in found.subjects]
    group = [(word, word + 1) for word in words]
    rest = completion(tree, verb, times, deed.verb_frame.preps if deed.verb_frame and verb == deed.verb else ())
    return Worded(
        found.voice,
        spans_of(tree, heads),
        group,
        [*_fronted(tree, verb, times), *(spans_of(tree, _moved(tree, deed)) if verb == deed.verb else []), *rest],
    )


def _fronted(tree: Tree, verb: int, times: frozenset[int]) -> Ranges:
    """The phrase that opens a clause and says of whom its share is one: "Among miners alone, 8 percent left"."""
    first, last = constituent(tree, verb)
    if not any(tree.ent[token] == "PERCENT" for token in range(first, last)):
        return []
    for item in clause(tree, verb).obliques:
        start, end = constituent(tree, item.preposition)
        set_off = start == first and end < verb and tree.text[end] == ","
        whose = item.form != "in" or any(tree.ent[head] in _PLACES for head in item.objects)  # not "in light of it"
        if set_off and whose and item.form in word_set("restricts_share") and times.isdisjoint(range(start, end)):
            return [(start, end)]
    return []


def _moved(tree: Tree, deed: Deed) -> list[int]:
    """What somebody is told to have received before a relative clause: "the letters that the town received"."""
    if deed.verb_frame is None or not deed.verb_frame.undergoes:
        return []
    found = clause(tree, deed.verb)
    before = [head for head in found.objects if head < deed.verb]
    nouns = [found.antecedent if tree.lower[head] in RELATIVE else head for head in before]
    return [noun for noun in nouns if noun is not None]


def times_of(doc: Doc) -> frozenset[int]:
    """Tokens of phrases that say when: the date is recorded apart, and "last week" means nothing to a later reader."""
    found = (span for span in ann.marks(doc, ann.DATES) if span.label_ in TIMES)
    return frozenset(token for span in found for token in range(span.start, span.end))
