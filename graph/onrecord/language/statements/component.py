"""Component ``onrecord_statements``: runs the rules and writes ``spans["onrecord_statements"]``."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.statements import adjectives, lexicon, nouns, phrases, quoted, roles, verbs
from onrecord.language.statements.candidates import Candidate, Range
from onrecord.language.statements.circumstances import circumstance
from onrecord.language.statements.cue_search import Scene
from onrecord.language.statements.relaying import exchanges, outlets
from onrecord.language.statements.selection import completed, containers, kind, mode, select, stance, tokens
from onrecord.language.statements.turns import turns
from onrecord.language.statements.unnamed import Unnamed
from onrecord.language.syntax.relations import is_predicate_adjective
from onrecord.language.syntax.tree import Tree, tree

_CUE_PARTS = frozenset({"VERB", "AUX", "NOUN", "ADJ", "ADP", "SCONJ"})
THRESHOLD = 0.33
"""Attributions less likely than this are left out: half the F1 aimed at is where leaving out starts to pay."""
_SURE = 0.6
"""Inside a quotation only cues that say so nearly always are read as another's words."""


def mark_statements(doc: Doc) -> Doc:
    """Write the statements of `doc` with their roles and attributes; nothing from bylines and furniture."""
    parsed = tree(doc)
    kept = select(candidates(doc, parsed), THRESHOLD)
    _write(doc, parsed, kept, [(span.start, span.end) for span in ann.spans(doc, ann.QUOTATIONS)])
    return doc


def candidates(doc: Doc, parsed: Tree) -> list[Candidate]:
    """Every attribution that some rule finds, likely or not, with its confidence."""
    quotes = [(span.start, span.end, span.label_) for span in ann.spans(doc, ann.QUOTATIONS)]
    stretches = [(low, high) for low, high, _ in quotes]
    quoted_tokens = tokens(stretches)
    found = _candidates(parsed, ann.readable_tokens(doc), _bounds(doc), quotes, _headlines(doc))
    for item in found:
        item.content = completed(item.content, stretches)
        item.pronoun = item.source_head is not None and parsed.pos[item.source_head] == "PRON"
        item.circumstance = circumstance(parsed, item, quoted_tokens)
        item.confidence = lexicon.prior(item.entry, item.frame, item.circumstance)
        if item.circumstance == "nested" and item.confidence < _SURE:
            item.circumstance = "inner"
            item.confidence = lexicon.prior(item.entry, item.frame, item.circumstance)
    return [*found, *turns(doc)]


def _bounds(doc: Doc) -> list[Range]:
    return [(span.start, span.end) for span in ann.spans(doc, ann.PASSAGES)] or [(0, len(doc))]


def _headlines(doc: Doc) -> list[Range]:
    passages = ann.spans(doc, ann.PASSAGES)
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
    return found


def _at(parsed: Tree, token: int, used: set[int]) -> list[Candidate]:
    """Candidates whose cue is `token`."""
    part = parsed.pos[token]
    if parsed.tag[token] == "VBN" and parsed.lower[token] in lexicon.adjectives():
        options = [adjectives.find(parsed, token)]
    elif part in {"VERB", "AUX"}:
        if parsed.lower[token] == "according":
            options = [phrases.according(parsed, token)]
        elif lexicon.verb(parsed.lemma[token], parsed.lower[token]) is not None:
            options = [verbs.find(parsed, token, used), phrases.as_clause(parsed, token)]
        else:
            return []
    elif part == "ADJ" or is_predicate_adjective(parsed, token):
        options = [adjectives.find(parsed, token)]
    elif part == "NOUN" and parsed.lemma[token] in lexicon.nouns():
        options = [nouns.find(parsed, token)]
    elif parsed.lower[token] in {"according", "in"}:
        if parsed.lower[token] == "according":
            options = [phrases.according(parsed, token)]
        else:
            options = [phrases.within_document(parsed, token) or phrases.by_poll(parsed, token)]
    else:
        return []
    return [item for item in options if item is not None]


def _write(doc: Doc, parsed: Tree, items: list[Candidate], quotes: list[Range]) -> None:
    people, unnamed = roles.People(doc, parsed), Unnamed(doc, parsed)
    for item in items:
        roles.complete(parsed, item)
    said = [(item, people.speakers(item) or unnamed.speaker(item)) for item in items]
    said = [(item, speakers) for item, speakers in said if people.may_speak(item, speakers)]
    kept, sources = [item for item, _ in said], [speakers for _, speakers in said]
    within, told = containers(kept), exchanges(parsed, kept, sources)
    relayed = outlets(parsed, people, kept, sources, within)
    spans: list[Span] = []
    attrs: dict[str, ann.StatementAttrs] = {}
    for number, (item, speakers) in enumerate(said):
        key = f"s{number + 1}"
        for role, parts in (("source", item.source), ("cue", item.cue), ("content", item.content)):
            spans.extend(Span(doc, low, high, label=role, kb_id=key) for low, high in parts)
        for role, part in (("addressee", item.addressee), ("outlet", item.outlet), ("medium", item.medium)):
            if part is not None:
                spans.append(Span(doc, part[0], part[1], label=role, kb_id=key))
        holder = within[number]
        outlet = relayed[number]
        attrs[key] = {
            "kind": kind(parsed, item),
            "mode": mode(parsed, item.content, quotes),
            "stance": stance(item),
            "speakers": speakers,
            "on_behalf_of": [actor for actor in people.on_behalf_of(item, speakers) if actor != outlet],
            "addressee": people.at(item.addressee) or unnamed.addressee(item.addressee) or told.get(number),
            "outlet": outlet,
            "date": people.date(item),
            "within": f"s{holder + 1}" if holder is not None else None,
            "about": people.topics(item.content),
            "confidence": round(item.confidence, 3),
            "rule": item.rule,
        }
    ann.put(doc, ann.STATEMENTS, spans, attrs)
    unnamed.write()
