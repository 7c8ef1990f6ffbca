"""The section on what people and bodies without a name claim."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.model import Place, Ref, StoryStatement
from onrecord.report import alone, deeds, limits, said
from onrecord.report.by_article import concerned
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import content_words, excerpts
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set


def section(part: Part) -> Section:
    """Statements of people and bodies without a name that are not known without one."""
    without = concerned(part.story).unnamed
    lines, known = [], deeds.known_words(part)
    told = []
    for item in part.statements():
        known_by_name = said.is_known(part, item) or said.may_be_named(part, item) or said.is_of_many(part, item)
        known_by_name = known_by_name or _is_by_nobody(part, item) or _is_named_below(part, item)
        alone_ = bool(item.origins) and all(iri in without for iri in item.origins) and not known_by_name
        alone_ = alone_ and not any(_says_nothing(part, place) for place in said.printed_in(part, item))
        if alone_ and said.claims(part, item) and not said.is_paper(part, item):
            clear = alone.told(part, item, known)
            told += [(item, clear)] if clear else []
    for item, clear in said.once(told):
        reasons = sorted({without[iri].reason for iri in item.origins} - {""})
        lines.append(said.line(part, item, clear, *limits.reasons(reasons)))
    shown = {place for _, clear in told for place in clear.places}
    shown |= {place for item, _ in told for place in said.printed_in(part, item)}
    return Section("Claims by unnamed sources", (*lines, *_by_somebody(part, known, shown)))


def _is_by_nobody(part: Part, item: StoryStatement) -> bool:
    """Whether no words tell whose a statement is: words in quotation marks that stand on some page."""
    return not item.speakers and not said.source(part, item.chief or item.refs[0])


def _is_named_below(part: Part, item: StoryStatement) -> bool:
    """Whether a lead has something from "officials", and somebody with a name says more in the paragraphs below it."""
    ref = item.chief or item.refs[0]
    words = said.source(part, ref)
    own = [one for one in part.look.analyses[ref.article].passages if one.kind == "body"][: 1 + _BELOW]
    report = part.look.statements[ref]
    if len(words) != 1 or words[0] not in word_set("voice_of_lead") or not own or report.source[0][0] >= own[0].end:
        return False
    below = (one for one in part.look.analyses[ref.article].statements if one.within is None and one.source)
    return any(
        (actor := part.look.actors.get(Ref(ref.article, key))) is not None and actor.named and actor.type == "Person"
        for one in below
        if own[0].end <= one.source[0][0] < own[-1].end
        for key in one.speakers
    )


_BELOW = 4
"""Paragraphs below a lead in which whoever told it is mostly named."""


def _says_nothing(part: Part, place: Place) -> bool:
    """Whether a sentence tells that somebody would not comment: that has a section of its own."""
    words = content_words.unquoted(part.look.words(place.article, ((place.start, place.end),)))
    return word_pattern("says_nothing").search(words) is not None


def _by_somebody(part: Part, known: frozenset[str], shown: Collection[Place]) -> Iterator[Line]:
    """Sentences whose source asks not to be named, or is "somebody" of whom the graph has no node."""
    for key, span in said.units(part):
        words = content_words.unquoted(part.look.words(key, (span,)))
        if not word_pattern("asks_for_anonymity").search(words):
            continue
        found = excerpts.spoken(part.look, (key, (span[0], span[0])), known)
        places = tuple(Place(key, *one) for one in found.places) if found else ()
        bare = word_pattern("only_without_name").fullmatch(part.look.words(key, (span,))) is not None
        bare = bare and (len(places) == 1 or not {*places}.isdisjoint(shown))
        if found and places[-1] not in shown and not bare:
            yield Line(found.words, part.sources.quoting((), places), part.sources.outlet(key))
