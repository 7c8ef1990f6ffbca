"""Deeds that two articles give the same two people, but the one to the other and the other to the one.

Who criticised whom may be both; who telephoned whom first, who bought whom or who succeeded whom was one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from onrecord.days import fits
from onrecord.model import Disagreement, Position, Ref, Story, StoryActor
from onrecord.story.index import Index
from onrecord.story.inflection import verb
from onrecord.story.positions import made, sentences_of
from onrecord.value_groups import is_nominal
from onrecord.word_sets import word_set

Pair = tuple[str, str]
"""Who did it, and to whom."""


def turned(story: Story, look: Index, group: Mapping[str, int]) -> Iterator[Disagreement]:
    """A disagreement for each deed done on one day in both directions, by different articles of one story (`group`)."""
    shelves: dict[tuple[int, str, frozenset[str]], dict[Pair, list[Ref]]] = defaultdict(lambda: defaultdict(list))
    for analysis in story.analyses:
        key = analysis.article.id
        for item in analysis.actions:
            parties = _parties(look, Ref(key, item.id)) if item.lemma in word_set("done_one_way") else None
            if parties and not is_nominal(item) and (item.polarity, item.modality) == ("positive", "asserted"):
                shelves[group[key], item.lemma, frozenset(parties)][parties].append(Ref(key, item.id))
    for (_, lemma, _), both in sorted(shelves.items(), key=lambda shelf: (shelf[0][:2], sorted(shelf[0][2]))):
        sides = [refs for _, refs in sorted(both.items())]
        if len(sides) > 1 and _on_one_day(look, sides[0], sides[1]) and _apart(sides[0], sides[1]):
            positions = [
                Position(iri, tuple(sorted(refs)), sentences_of(look, refs)) for (iri, _), refs in both.items()
            ]
            about = min(iri for iri, _ in both)
            yield made(story.base, about, "agent", f"Who {verb(lemma, 'VBD')} whom", positions)


def _parties(look: Index, ref: Ref) -> Pair | None:
    """The one named actor that did it and the one that it was done to; None if there are more or fewer."""
    report = look.actions[ref]
    found = []
    for role in (report.agents, report.patients):
        named = [iri for iri in look.owners(ref.article, role) if _is_named(look, iri)]
        if len(named) != 1:
            return None
        found += named
    return (found[0], found[1]) if found[0] != found[1] else None


def _is_named(look: Index, iri: str) -> bool:
    actor = look.things[iri]
    return isinstance(actor, StoryActor) and actor.named


def _on_one_day(look: Index, one: list[Ref], two: list[Ref]) -> bool:
    """Whether each side has a report with a day or month that fits one of the other side."""
    days = [{look.actions[ref].date for ref in refs} - {None} for refs in (one, two)]
    return any(fits(left, right) for left in days[0] for right in days[1] if left and right)


def _apart(one: list[Ref], two: list[Ref]) -> bool:
    return {ref.article for ref in one}.isdisjoint(ref.article for ref in two)
