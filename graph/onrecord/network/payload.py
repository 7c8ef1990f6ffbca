"""The story in the form that the page reads: plain lists and mappings, with references as indices into lists.

Spans are characters (code points) of the unchanged text, as everywhere else; the page's `text.js` converts them to
JavaScript's UTF-16 offsets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from onrecord import ids
from onrecord.model import Analysis, Disagreement, Judgement, Ref, Spans, Story, StoryAction, StoryActor, StoryStatement
from onrecord.network.dating import Dating, date_action, date_statement, in_time
from onrecord.network.lookup import (
    FAMILIES,
    Lookup,
    action_verb,
    chief_reading,
    chief_report,
    is_speech,
    mode,
    own_verb,
    report_mode,
    reports,
    verb,
)
from onrecord.network.numbering import Numbers
from onrecord.network.single_reports import deadlines, own_labels
from onrecord.network.story_lines import Line
from onrecord.spans import sentence_number, words_of
from onrecord.value_groups import printed
from onrecord.word_sets import in_order

Json = dict[str, Any]

_CONTEXT = 320
"""Characters of context around a span if its sentence is unknown."""


def build_payload(story: Story, index: Lookup, worth: Mapping[str, float], lines: Sequence[Line] = ()) -> Json:
    """Everything the page shows; `worth` says what deserves the first places in lists, `lines` is what it opens on."""
    places = Numbers(story)
    own, due = own_labels(story), deadlines(story)
    return {
        "base": story.base,
        "articles": [_article(analysis, story.base) for analysis in story.analyses],
        "actors": [_actor(actor, index, places) for actor in story.actors],
        "actions": [
            {**_action(action, index, places, own, due), "worth": round(worth[action.iri], 2)}
            for action in story.actions
        ],
        "statements": [
            {**_statement(said, index, places, own), "worth": round(worth[said.iri], 2)} for said in story.statements
        ],
        "disagreements": [_disagreement(item, index, places) for item in story.disagreements],
        "lines": [_line(line, places) for line in lines],
        "judgements": [
            _judgement(item, index, places)
            for item in story.judgements
            if item.left in index.actors and item.left in index.homes
        ],
    }


def _line(line: Line, places: Numbers) -> Json:
    number = places.actions if line.kind == "action" else places.statements
    return {"kind": line.kind, "i": number[line.iri]}


def _dating(dating: Dating) -> Json:
    return {"date": dating.date, "basis": dating.basis}


def _article(analysis: Analysis, base: str) -> Json:
    article = analysis.article
    return {
        "id": article.id,
        "iri": ids.article_iri(base, article.id, article.sha256),
        "title": article.title or _headline(analysis),
        "outlet": article.publisher,
        "authors": list(article.authors),
        "published": article.published,
        "basis": article.published_basis,
        "note": article.published_note,
        "url": article.url,
        "source": article.source,
        "text": article.text,
        "passages": [[item.start, item.end, item.kind] for item in analysis.passages],
    }


def _headline(analysis: Analysis) -> str | None:
    spans = ((item.start, item.end) for item in analysis.passages if item.kind == "headline")
    return next((words_of(analysis.article.text, [span]) for span in spans), None)


def _actor(actor: StoryActor, index: Lookup, places: Numbers) -> Json:
    return {
        "iri": actor.iri,
        "name": actor.name,
        "alt": list(actor.alt_names),
        "type": actor.type,
        "family": FAMILIES.get(actor.type, "object"),
        "named": actor.named,
        "members": places.of(actor.members),
        "same": list(actor.same_as),
        "possibly": places.of(actor.possibly_same),
        "mentions": [
            [index.articles[ref.article], mention.start, mention.end, mention.form]
            for ref in actor.refs
            if ref in index.actors
            for mention in index.actors[ref].mentions
        ],
    }


def _action(action: StoryAction, index: Lookup, places: Numbers, own: Mapping[Ref, str], due: Set[Ref]) -> Json:
    agents, patients = chief_reading(action, index)
    told = reports(action, index)
    chief, _ = chief_report(action, index)
    return {
        "iri": action.iri,
        **_dating(date_action(action, index)),
        "chief": next((number for number, (ref, _) in enumerate(told) if ref == chief), 0),
        "type": action.type,
        "plover": action.plover,
        "label": action_verb(action, index),
        "clause": action.label,
        "due": " ".join(in_order("deadline")) if any(ref in due for ref, _ in told) else "",
        "origins": [places.origins.get(iri, iri) for iri in action.origins],
        "mode": mode(action, index),
        "speech": is_speech(action, index),
        "agents": places.of(agents),
        "patients": places.of(patients),
        "dates": list(dict.fromkeys(date for _, r in told if (date := in_time(r.date)))),
        "places": places.of(iri for ref, r in told if r.place for iri in index.owners(ref.article, [r.place])),
        "reports": [{**_report(action, ref, index, places), **_own(own[ref], action.label)} for ref, _ in told],
    }


def _own(label: str, whole: str) -> Json:
    """The clause of one report, unless it is that of the whole thing."""
    return {} if label == whole else {"clause": label}


def _report(action: StoryAction, ref: Ref, index: Lookup, places: Numbers) -> Json:
    local = index.actions[ref]
    within = index.homes.get(Ref(ref.article, local.within)) if local.within else None
    under = index.homes.get(Ref(ref.article, local.under)) if local.under else None
    return {
        "article": index.articles[ref.article],
        "spans": _spans(local.trigger),
        "agentSpans": _spans(local.agent_spans),
        "patientSpans": _spans(local.patient_spans),
        "verb": verb(action, ref, index),
        "words": own_verb(ref, index),
        "mode": report_mode(local),
        "agents": places.of(index.owners(ref.article, local.agents)),
        "patients": places.of(index.owners(ref.article, local.patients)),
        "polarity": local.polarity,
        "modality": local.modality,
        "date": in_time(local.date),
        "dateSpan": list(local.date_span) if local.date_span else None,
        "within": places.statements.get(within) if within else None,
        "under": places.actions.get(under) if under else None,
        "confidence": round(local.confidence, 3),
        "rule": local.rule,
        "context": _context(index.analyses[ref.article], local.trigger),
    }


def _statement(statement: StoryStatement, index: Lookup, places: Numbers, own: Mapping[Ref, str]) -> Json:
    printings = [ref for ref in statement.refs if ref in index.statements]
    return {
        "iri": statement.iri,
        **_dating(date_statement(statement, index)),
        "chief": printings.index(statement.chief) if statement.chief in printings else 0,
        "kind": statement.kind,
        "clause": statement.label,
        "origins": [places.origins.get(iri, iri) for iri in statement.origins],
        "mode": statement.mode,
        "stance": statement.stance,
        "speakers": places.of(statement.speakers),
        "onBehalf": places.of(statement.on_behalf_of),
        "addressees": places.of(statement.addressees),
        "outlets": places.of(statement.outlets),
        "media": list(statement.media),
        "dates": [date for date in statement.dates if in_time(date)],
        "about": places.of(statement.about),
        "within": places.statements.get(statement.within) if statement.within else None,
        "reports": [{**_printing(ref, index, places), **_own(own[ref], statement.label)} for ref in printings],
        "variants": [
            {
                "left": index.articles[item.left.article],
                "right": index.articles[item.right.article],
                "relation": item.relation,
                "changes": [list(change) for change in item.changes],
            }
            for item in statement.variants
        ],
    }


def _printing(ref: Ref, index: Lookup, places: Numbers) -> Json:
    local = index.statements[ref]
    return {
        "article": index.articles[ref.article],
        "mode": local.mode,
        "speakers": places.of(index.owners(ref.article, local.speakers)),
        "onBehalf": places.of(index.owners(ref.article, local.on_behalf_of)),
        "addressees": places.of(index.owners(ref.article, filter(None, [local.addressee]))),
        "outlets": places.of(index.owners(ref.article, filter(None, [local.outlet]))),
        "about": places.of(index.owners(ref.article, local.about)),
        "date": in_time(local.date),
        "spans": _spans(local.content),
        "source": _spans(local.source),
        "cue": _spans(local.cue),
        "confidence": round(local.confidence, 3),
        "rule": local.rule,
        "context": _context(index.analyses[ref.article], printed(local)),
    }


def _context(analysis: Analysis, spans: Spans) -> list[int]:
    """The sentences that `spans` reach over, or if none are known the passage or a window around them."""
    if not spans:
        return [0, 0]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    if analysis.sentences:
        first = analysis.sentences[max(sentence_number(analysis, start), 0)]
        last = analysis.sentences[max(sentence_number(analysis, max(end - 1, start)), 0)]
        return [min(first[0], start), max(last[1], end)]
    length = len(analysis.article.text)
    around = next(
        (p for p in analysis.passages if p.start <= start and end <= p.end and p.end - p.start <= 2 * _CONTEXT), None
    )
    if around:
        return [around.start, around.end]
    return [max(0, start - _CONTEXT // 2), min(length, end + _CONTEXT // 2)]


def _disagreement(item: Disagreement, index: Lookup, places: Numbers) -> Json:
    return {
        "iri": item.iri,
        "actor": places.actors.get(item.about),
        "action": places.actions.get(item.about),
        "aspect": item.aspect,
        "label": item.label,
        "note": item.note,
        "positions": [
            {
                "value": position.value,
                "refs": [_pointer(ref, index, places) for ref in position.refs],
                "places": [
                    [index.articles[place.article], place.start, place.end]
                    for place in position.places
                    if place.article in index.articles
                ],
            }
            for position in item.positions
        ],
    }


def _pointer(ref: Ref, index: Lookup, places: Numbers) -> Json:
    """The target of a disagreement's ref: an action or a statement, and the article."""
    return {
        "article": index.articles.get(ref.article),
        "action": places.actions.get(index.homes.get(ref, "")),
        "statement": places.statements.get(index.homes.get(ref, "")),
    }


def _judgement(item: Judgement, index: Lookup, places: Numbers) -> Json:
    sides = []
    for ref in (item.left, item.right):
        local = index.actors.get(ref)
        owner = places.actors.get(index.homes.get(ref, ""))
        sides.append({"article": index.articles.get(ref.article), "name": local.name if local else "", "actor": owner})
    return {
        "left": sides[0],
        "right": sides[1],
        "decision": item.decision,
        "score": round(item.score, 2),
        "reasons": [feature.reason for feature in item.features],
        "by": item.by,
        "person": item.person,
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]
