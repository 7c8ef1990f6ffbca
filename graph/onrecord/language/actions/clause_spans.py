"""The wording of a deed, from which labels are made: subject, verb group and the verb's complements."""

from __future__ import annotations

from msgspec import Struct
from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.actions.role_spans import spans_of
from onrecord.language.actions.time_and_place import ends_stretch
from onrecord.language.actions.triggers import Deed
from onrecord.language.actions.veridicality import carrier_of_process
from onrecord.language.syntax import lexical
from onrecord.language.syntax.antecedents import RELATIVE, antecedent
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.extents import constituent, with_infinitives
from onrecord.language.syntax.predication import completion, conditions, phrase, predicate_head, verb_group
from onrecord.language.syntax.tags import TIMES
from onrecord.language.syntax.tree import Tree
from onrecord.model import Voice
from onrecord.word_sets import word_set

_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
_PLACING = word_set("placing") | word_set("partitive") | lexical.listed("circumstances")
"""Prepositions before a relative pronoun by which the noun is only where, when or of what it was."""
Ranges = list[tuple[int, int]]
"""Token ranges [start, end)."""


class Worded(Struct, frozen=True):
    """The wording of one deed as in `model.Wording`, but in token ranges."""

    voice: Voice
    subject: Ranges
    group: Ranges
    completion: Ranges


def worded(tree: Tree, deed: Deed, times: frozenset[int], operator: int | None, *, leads: bool) -> Worded:
    """The wording of `deed`, without `times`, the tokens of time phrases.

    `operator` is the word that sets the deed's modality. For a noun, the wording is that of the operator if it is the
    noun's verb ("urges the repeal"). With `leads`, the wording of a verb is that of the verb it complements, if both
    have the same subject.
    """
    above = deed.verb
    # "the promise that they hope to make" keeps its light verb and its noun together
    leads = leads and not (deed.noun_frame is not None and any(head < above for head in clause(tree, above).objects))
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
    if verb == deed.verb:
        told = {token for low, high in rest for token in range(low, high)}
        left = [] if verb + 1 in told else _left(tree, deed, turned=bool(found.agents))
        rest = [*spans_of(tree, _moved(tree, deed)), *_piped(tree, verb), *left, *rest]
    elif deed.noun_frame is None:
        rest = [*spans_of(tree, _before(tree, deed.verb)), *rest]
    subject = [with_infinitives(tree, span, verb) for span in spans_of(tree, heads)]
    return Worded(found.voice, subject, group, [*_fronted(tree, verb, times), *rest, *conditions(tree, verb)])


def _left(tree: Tree, deed: Deed, *, turned: bool) -> Ranges:
    """The word behind a verb that belongs to it and to nothing else: "were fired on", "was tampered with", "walk out".

    If a clause is `turned`, with the doer of a passive as its subject, the verb has its preposition by itself.
    """
    word = deed.verb + 1
    if word >= len(tree.text) or clause(tree, deed.verb).passive is False:
        own = word in deed.tokens and tree.lower[word] in word_set("adverbial_particle")
    else:
        stranded = any(item.preposition == word and not item.objects for item in clause(tree, deed.verb).obliques)
        own = not turned and (stranded or word in deed.tokens)
    return [(word, word + 1)] if own else []


def _piped(tree: Tree, verb: int) -> Ranges:
    """A preposition that stands with its relative before the clause, and the noun: "the firm with which it traded"."""
    for item in clause(tree, verb).obliques:
        first, *_ = [*item.objects, None]
        asks = first is not None and tree.lower[first] in RELATIVE and item.form not in _PLACING
        if item.preposition < verb and first is not None and asks:
            noun = antecedent(tree, first)
            if noun != first:
                return [(item.preposition, item.preposition + 1), *spans_of(tree, [noun])]
    return []


def _before(tree: Tree, verb: int) -> list[int]:
    """The object that stands before `verb` and a verb above it: "the bridge that they hope to put up"."""
    return [
        antecedent(tree, head) for head in clause(tree, verb).objects if head < verb and tree.lower[head] in RELATIVE
    ]


def _fronted(tree: Tree, verb: int, times: frozenset[int]) -> Ranges:
    """The opening phrase of a clause that says which group a share refers to: "Among miners alone, 8 percent left"."""
    first, last = constituent(tree, verb)
    for item in clause(tree, verb).obliques:
        start, end = constituent(tree, item.preposition)
        set_off = start == first and end < verb and tree.text[end] == ","
        whose = item.form != "in" or any(tree.ent[head] in _PLACES for head in item.objects)  # not "in light of it"
        if not (set_off and whose and item.form in word_set("restricts_share")):
            continue
        share = any(tree.ent[token] == "PERCENT" for token in range(first, last))
        if share and times.isdisjoint(range(start, end)):
            return [(start, end)]
    return []


def _moved(tree: Tree, deed: Deed) -> list[int]:
    """The antecedent that is the object of a relative clause: "the letters that the town received"."""
    if deed.verb_frame is None or not deed.verb_frame.undergoes:
        return []
    found = clause(tree, deed.verb)
    before = [head for head in found.objects if head < deed.verb]
    if (
        not found.objects
        and found.link == "relative"
        and found.own_subjects
        and not _relative(tree, found.own_subjects)
    ):
        return [] if found.antecedent is None else [found.antecedent]  # "the letters the town received"
    nouns = [found.antecedent if tree.lower[head] in RELATIVE else head for head in before]
    return [noun for noun in nouns if noun is not None]


def _relative(tree: Tree, heads: tuple[int, ...]) -> bool:
    return any(tree.lower[head] in RELATIVE for head in heads)


def times_of(tree: Tree, doc: Doc) -> frozenset[int]:
    """Tokens of time phrases: the date is recorded separately, and "last week" means nothing to a later reader.

    "Until May" is not among them: it is no date of the deed.
    """
    found = (span for span in ann.spans(doc, ann.DATES) if span.label_ in TIMES and not ends_stretch(tree, span))
    return frozenset(token for span in found for token in range(_hour_begins(tree, span.start), span.end))


def _hour_begins(tree: Tree, start: int) -> int:
    """The first token of a time of day that ends in a known time: "eighteen minutes to midnight"."""
    while start and tree.ent[start] == tree.ent[start - 1] == "TIME" and not tree.ent_begin[start]:
        start -= 1
    return start
