"""Sections on voice: how many words each outlet gives to whom, and the word with which it introduces a statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.counts import counted
from onrecord.model import Ref
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part

_ACTORS = 8
"""Most actors whose words are counted, so that the table fits on a page."""
_STATEMENTS = 12
"""Most statements whose verbs are compared, for the same reason."""
_QUOTED = frozenset({"direct", "mixed"})


def all_of(part: Part) -> Iterator[Section]:
    """Both sections; each is left out if it has nothing to show."""
    yield _words_by_outlet(part)
    yield _verbs_chosen(part)


def _words_by_outlet(part: Part) -> Section:
    """Words of direct and mixed speech by actor and outlet, as the question `words-by-outlet` counts them."""
    printed: dict[str, dict[str, list[Ref]]] = defaultdict(lambda: defaultdict(list))
    for item in part.statements():
        for ref in part.here(item.refs):
            if part.look.statements[ref].mode in _QUOTED:
                for iri in part.roles(item):
                    printed[iri][part.sources.outlet(ref.article)].append(ref)
    rows = []
    for actor in [item for item in part.chief_actors() if item.iri in printed][:_ACTORS]:
        for outlet, refs in sorted(printed[actor.iri].items(), key=lambda pair: (-_words(part, pair[1]), pair[0])):
            words = Line(counted(_words(part, refs), "word"), part.sources.cite(refs))
            rows.append((Line(actor.name, ()), Line(outlet, ()), words))
    columns = ("Who", "Outlet", "Words")
    return Section("Words in direct and mixed speech, by outlet", columns=columns if rows else (), rows=tuple(rows))


def _words(part: Part, refs: list[Ref]) -> int:
    return sum(len(part.look.words(ref.article, part.look.statements[ref].content).split()) for ref in refs)


def _verbs_chosen(part: Part) -> Section:
    """The cues with which several outlets introduce one statement, as the question `verbs-chosen` finds them."""
    found = []
    for item in part.statements():
        refs = [ref for ref in part.here(item.refs) if part.look.statements[ref].cue]
        if len({part.sources.outlet(ref.article) for ref in refs}) > 1:
            found.append((-len({ref.article for ref in refs}), item.iri, item.label, refs))
    rows = []
    for *_, label, refs in sorted(found)[:_STATEMENTS]:
        for ref in refs:
            verb = part.look.words(ref.article, part.look.statements[ref].cue)
            told = Line(part.sources.outlet(ref.article), part.sources.cite([ref]))
            rows.append((Line(label, ()), told, Line(f"“{verb}”", ())))
    columns = ("Statement", "Outlet", "Introduced by")
    return Section("One statement, by outlet", columns=columns if rows else (), rows=tuple(rows))
