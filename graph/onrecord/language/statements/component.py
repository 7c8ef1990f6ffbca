"""Component ``onrecord_statements``: runs the rules and writes ``spans["onrecord_statements"]``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.statements import adjectives, continued, lexicon, nouns, phrases, quoted, refusals, roles, verbs
from onrecord.language.statements.candidates import Attribution, Candidate, Range, Ranges, Resolved
from onrecord.language.statements.certainty import certainty_of
from onrecord.language.statements.circumstances import circumstance
from onrecord.language.statements.cue_search import Scene
from onrecord.language.statements.issued import attributed_sentences
from onrecord.language.statements.pull_quotes import attributed_pull_quotes
from onrecord.language.statements.quoted_reach import reaching, up_to_quotation
from onrecord.language.statements.relaying import exchanges, outlets
from onrecord.language.statements.reported import within_others
from onrecord.language.statements.selection import (
    completed,
    containers,
    in_order,
    kind,
    mode,
    outer_marks,
    select,
    stance,
    tokens,
    without_refused,
)
from onrecord.language.statements.shapes import completeness
from onrecord.language.statements.turns import attributed_turns
from onrecord.language.statements.unnamed import Unnamed
from onrecord.language.syntax.relations import is_predicate_adjective
from onrecord.language.syntax.tags import VERBAL
from onrecord.language.syntax.tree import Tree, tree_of
from onrecord.value_groups import ISSUED
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_CUE_PARTS = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADP", "SCONJ"})
_PRIORS = weights_of("confidence")
THRESHOLD = _PRIORS["said.threshold"]
_SURE = _PRIORS["said.sure"]
_MARK = re.compile(r"\(?\d{1,2}[.)]")
_PLACES = 3
"""Decimal places of a confidence; more would be false precision."""


def mark_statements(doc: Doc) -> Doc:
    """Write the statements of `doc` with their roles and attributes; nothing from bylines and furniture."""
    parsed = tree_of(doc)
    kept = without_refused(parsed, select(candidates(doc, parsed), THRESHOLD))
    kept = in_order([*kept, *attributed_sentences(doc, parsed, kept)])
    _write(doc, parsed, kept, tuple((span.start, span.end) for span in ann.marks(doc, ann.QUOTATIONS)))
    return doc


def candidates(doc: Doc, parsed: Tree) -> list[Attribution]:
    """All attributions found by any rule, likely or not, with their confidence."""
    quotes = [(span.start, span.end, span.label_) for span in ann.marks(doc, ann.QUOTATIONS)]
    stretches = tuple(sorted((low, high) for low, high, _ in quotes))
    quoted_tokens = tokens(stretches)
    found = _candidates(parsed, ann.readable_tokens(doc), _bounds(doc), quotes, _headlines(doc))
    found = [item for item in found if not (item.frame == "according" and _breaks_into(item, stretches))]
    found = [item for item in found if not _is_mark(parsed, item)]
    taken = tokens(tuple(part for item in found if item.quotes for part in item.content))
    found = [replace(item, content=reaching(parsed, item, stretches, taken)) for item in found]
    judged = [_judged(parsed, item, stretches, quoted_tokens) for item in found]
    for place in within_others(parsed, judged, THRESHOLD):
        judged[place] = _in_circumstance(judged[place], "reported")
    return [*judged, *attributed_turns(doc), *attributed_pull_quotes(doc, parsed)]


def _is_mark(parsed: Tree, item: Candidate) -> bool:
    """Whether the content is no more than the number of a point: "the company states the following: 1."."""
    (low, high), *more = item.content or ((0, 0),)
    return not more and _MARK.fullmatch("".join(parsed.text[low:high])) is not None


def _breaks_into(item: Candidate, quotes: Ranges) -> bool:
    """Whether content around a cue begins within a quotation that the cue is no part of: somebody else said that."""
    low = item.content[0][0]
    place = bisect_left(quotes, (low, 0)) - 1
    return len(item.content) > 1 and place >= 0 and low < quotes[place][1] <= item.anchor


def _judged(parsed: Tree, item: Candidate, quotes: Ranges, quoted_tokens: set[int]) -> Attribution:
    """The attribution for a candidate: content completed, circumstance and confidence added."""
    item = replace(item, content=up_to_quotation(parsed, completed(item.content, quotes), quotes))
    where = circumstance(parsed, item, quoted_tokens)
    confidence = lexicon.prior(item.entry, item.frame, where)
    if where == "nested" and confidence < _SURE:
        where = "inner"
        confidence = lexicon.prior(item.entry, item.frame, where)
    own = {field.name: getattr(item, field.name) for field in fields(item)}
    pronoun = item.source_head is not None and parsed.pos[item.source_head] == "PRON"
    return Attribution(**own, circumstance=where, confidence=confidence, pronoun=pronoun)


def _in_circumstance(item: Attribution, where: str) -> Attribution:
    return replace(item, circumstance=where, confidence=lexicon.prior(item.entry, item.frame, where))


def _bounds(doc: Doc) -> list[Range]:
    return [(span.start, span.end) for span in ann.marks(doc, ann.PASSAGES)] or [(0, len(doc))]


def _headlines(doc: Doc) -> list[Range]:
    passages = ann.marks(doc, ann.PASSAGES)
    found = [(span.start, span.end) for span in passages if span.label_ == "headline"]
    return found or [(span.start, span.end) for span in passages[:1]]


def _candidates(
    parsed: Tree, readable: list[bool], bounds: list[Range], quotes: list[tuple[int, int, str]], heads: list[Range]
) -> list[Candidate]:
    paragraph = [0] * len(parsed)
    for number, (low, high) in enumerate(bounds):
        paragraph[low:high] = [number] * (high - low)
    used: set[int] = set()
    marked = quoted.quotations(parsed, quotes, paragraph)
    found = quoted.attribute(Scene(parsed, marked, bounds, used))
    for low, high in heads:
        one = phrases.headline(parsed, low, high)
        if one is not None:
            found.append(one)
    for token in range(len(parsed)):
        if readable[token] and parsed.pos[token] in _CUE_PARTS:
            found.extend(_at(parsed, token, used))
    return [*found, *continued.quotations(parsed, marked, bounds, found)]


def _at(parsed: Tree, token: int, used: set[int]) -> list[Candidate]:
    """Candidates whose cue is `token`."""
    part = parsed.pos[token]
    if parsed.tag[token] == "VBN" and parsed.lower[token] in lexicon.adjectives():
        options = [adjectives.find(parsed, token)]
    elif part in VERBAL:
        if parsed.lower[token] == "according":
            options = [phrases.according(parsed, token)]
        elif lexicon.verb(parsed.lemma[token], parsed.lower[token]) is not None:
            options = [verbs.find(parsed, token, used), phrases.as_clause(parsed, token)]
        else:
            options = []
        if not any(options):
            options = [refusals.find(parsed, token)]
    elif part == "ADJ" or is_predicate_adjective(parsed, token):
        options = [adjectives.find(parsed, token)]
    elif part == "NOUN" and parsed.lemma[token] in lexicon.nouns():
        options = [nouns.find(parsed, token)]
    elif parsed.lower[token] in word_set("opens_source"):
        if parsed.lower[token] == "according":
            options = [phrases.according(parsed, token)]
        else:
            options = [phrases.within_document(parsed, token) or phrases.by_poll(parsed, token)]
    else:
        return []
    return [item for item in options if item is not None]


def _resolved(parsed: Tree, people: roles.People, unnamed: Unnamed, kept: list[Attribution]) -> list[Resolved]:
    """The attributions with their speakers, without those where the name before a colon is not a speaker."""
    found: list[Resolved] = []
    for item in kept:
        speakers = people.speakers(item) or unnamed.speaker(item)
        if people.may_speak(item, speakers):
            words = roles.role_words(parsed, item)
            found.append(Resolved(len(found), item, tuple(speakers), words.addressee, words.outlet, words.medium))
    heard = {actor for item in found if item.found.frame != "headline" for actor in item.speakers}
    return [replace(item, number=place) for place, item in enumerate(_told_again(found, heard))]


def _told_again(found: list[Resolved], heard: set[str]) -> Iterator[Resolved]:
    """The statements without headlines such as "Halden Pearl: search ends", whose name says nothing in the text."""
    for item in found:
        if item.found.frame != "headline" or not heard or not heard.isdisjoint(item.speakers) or not item.speakers:
            yield item


def _write(doc: Doc, parsed: Tree, kept: list[Attribution], quotes: Ranges) -> None:
    people, unnamed = roles.People(doc, parsed), Unnamed(doc, parsed)
    items = _resolved(parsed, people, unnamed, kept)
    within, told = containers(items), exchanges(parsed, people, items)
    relayed = outlets(parsed, people, items, within)
    before = {second.number: first for first, second in pairwise(items)}
    inside = tokens(quotes)
    actors = ann.attrs(doc, ann.MENTIONS)
    spans: list[Span] = []
    attrs: dict[str, ann.StatementAttrs] = {}
    for item in items:
        found, key, outlet, holder = item.found, item.key, relayed[item.number], within.get(item.number)
        for role, parts in (
            ("source", found.source),
            ("cue", found.cue),
            ("content", found.content),
            ("addressee", (item.addressee,)),
            ("outlet", (item.outlet,)),
            ("medium", (item.medium,)),
        ):
            spans.extend(Span(doc, *part, label=role, kb_id=key) for part in parts if part is not None)
        attrs[key] = {
            "kind": kind(parsed, found),
            "mode": "direct"
            if found.frame == ISSUED
            else mode(parsed, found.content, inside - outer_marks(parsed, found, quotes)),
            "stance": stance(found, kind(parsed, found)),
            "speakers": list(item.speakers),
            "on_behalf_of": [actor for actor in people.on_behalf_of(found, item.speakers) if actor != outlet],
            "addressee": people.at(item.addressee) or unnamed.addressee(item.addressee) or told.get(item.number),
            "outlet": outlet,
            "date": people.date(found),
            "within": holder.key if holder is not None else None,
            "about": people.topics(found.content),
            "confidence": round(
                found.confidence
                * completeness(parsed, found, inside)
                * certainty_of(parsed, actors, item, before.get(item.number)),
                _PLACES,
            ),
            "rule": found.rule,
        }
    ann.put(doc, ann.STATEMENTS, spans, attrs)
    unnamed.write()
