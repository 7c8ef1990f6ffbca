"""The section on what people and bodies without a name claim."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.model import Place
from onrecord.report import alone, deeds, limits, said
from onrecord.report.by_article import concerned
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import content_words, excerpts
from onrecord.word_patterns import word_pattern


def section(part: Part) -> Section:
    """Statements of people and bodies without a name that are not known without one."""
    without = concerned(part.story).unnamed
    lines, known = [], deeds.known_words(part)
    told = []
    for item in part.statements():
        known_by_name = said.is_known(part, item) or said.may_be_named(part, item) or said.is_of_many(part, item)
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
