"""The section on what the articles leave open: what they contradict each other on, and what they say is not known."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Place
from onrecord.report import deeds, said, silent
from onrecord.report.by_article import concerned
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import content_words, excerpts
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_DISPUTED = "disputed, see above"


def section(part: Part) -> Section:
    """Each dispute by what it is on, then the sentences that say what is not known, or what somebody would not say."""
    return Section("Open questions", (*_disputed(part), *_not_known(part)))


def _disputed(part: Part) -> Iterator[Line]:
    found: dict[str, list[Place]] = {}
    for item in sorted(concerned(part.story).disagreements.of(part.keys), key=lambda one: (one.label, one.iri)):
        if not item.note:
            found.setdefault(item.label, []).extend(place for side in item.positions for place in side.places)
    for label, places in found.items():
        yield Line(label, part.sources.at(places), support=_DISPUTED)


def _not_known(part: Part) -> Iterator[Line]:
    known = deeds.known_words(part)
    for key, span in said.units(part):
        words = content_words.unquoted(part.look.words(key, (span,)))
        if not word_pattern("leaves_open").search(words):
            continue
        elliptic = word_pattern("ends_without_verb").search(words) is not None
        little = len(words.split()) <= silent.SHORT and words.casefold().split()[0] in word_set("stands_for_something")
        found = excerpts.spoken(part.look, (key, (span[0], span[0])), known, least=2 if little or elliptic else 1)
        if found is not None:
            places = tuple(Place(key, *one) for one in found.places)
            yield Line(found.words, part.sources.quoting((), places), part.sources.outlet(key))
