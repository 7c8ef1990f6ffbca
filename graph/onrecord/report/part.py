"""The material of a report on one story: its articles with their actions, statements and actors."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from itertools import combinations
from typing import Any, Concatenate, ParamSpec, TypeVar

from msgspec.structs import replace

from onrecord.action_kinds import ACT, SAY
from onrecord.at_hand import ByName, Looked
from onrecord.model import Disagreement, Ref, Story, StoryAction, StoryActor, StoryStatement
from onrecord.report.by_article import concerned
from onrecord.report.lines import Sources
from onrecord.story import labels
from onrecord.story.asserted import is_asserted
from onrecord.story.caching import once_a_story
from onrecord.story.index import Index
from onrecord.word_sets import word_set

P = ParamSpec("P")
T = TypeVar("T")
_MARKS = ".,;:%“”’"
_FIRST = 2
"""Words of a position on a number in which the number stands: "500 patients", "about 500"."""
GENERIC = frozenset({ACT, SAY})
"""Kinds of action that say nothing about what was done."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Index from articles to the story's actions and statements, built once for all parts of a collection."""

    actions: Mapping[str, Sequence[int]]
    statements: Mapping[str, Sequence[int]]


@once_a_story
def _places(story: Story) -> _Places:
    return _Places(_by_article(story.actions), _by_article(story.statements))


def _by_article(items: Iterable[StoryAction | StoryStatement]) -> dict[str, array[int]]:
    found: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for place, item in enumerate(items):
        for article in dict.fromkeys(ref.article for ref in item.refs):
            found[article].append(place)
    return found


@once_a_story
def _origins(story: Story) -> Mapping[str, frozenset[str]]:
    """For each origin the articles that have something from it."""
    return Looked(
        ByName(story.origins, lambda item: item.iri), lambda item: frozenset(ref.article for ref in item.refs)
    )


def once_a_part(make: Callable[Concatenate[Part, P], T]) -> Callable[Concatenate[Part, P], T]:
    """A function of a part that runs once for the same arguments: several sections ask the same."""

    @wraps(make)
    def kept(part: Part, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (make, *args, *kwargs.items())
        if key not in part.kept:
            part.kept[key] = make(part, *args, **kwargs)
        return part.kept[key]  # type: ignore[no-any-return]

    return kept


@dataclass(frozen=True, slots=True)
class Part:
    """The articles of one story, and the numbering of their evidence."""

    story: Story
    look: Index
    keys: frozenset[str]
    sources: Sources
    kept: dict[tuple[Any, ...], Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What functions found out about it (`once_a_part`)."""

    @once_a_part
    def actions(self) -> list[StoryAction]:
        """Actions that these articles report, the most important first.

        One whose chief report stands in an article of another story is told as these articles tell it.
        """
        told = (self._as_told(self.story.actions[place]) for place in self._here(_places(self.story).actions))
        found = [item for item in told if item is not None]
        return sorted(found, key=lambda item: (-_weight(item), item.label, item.iri))

    def _as_told(self, item: StoryAction) -> StoryAction | None:
        if item.chief is None or item.chief.article in self.keys:
            return item
        here = [ref for ref in self.here(item.refs) if self.look.actions[ref].recorded]
        if not here:
            return None
        report = self.look.actions[here[0]]
        days = (report.date,) if report.date and is_asserted(report) else ()
        support = tuple(self.here(item.support)) or tuple(here)
        return replace(item, chief=here[0], label=labels.action(self.look, here[0]), dates=days, support=support)

    @once_a_part
    def statements(self) -> list[StoryStatement]:
        """Statements that these articles print, in the order of IRIs."""
        return [self.story.statements[place] for place in self._here(_places(self.story).statements)]

    def _here(self, places: Mapping[str, Sequence[int]]) -> list[int]:
        return sorted({place for key in self.keys for place in places.get(key, ())})

    def here(self, refs: Sequence[Ref]) -> list[Ref]:
        """Those of `refs` that stand in these articles."""
        return [ref for ref in refs if ref.article in self.keys]

    def origins(self, item: StoryAction | StoryStatement) -> list[str]:
        """The origins that support it in these articles."""
        known = _origins(self.story)
        return [iri for iri in item.origins if not self.keys.isdisjoint(known.get(iri, self.keys))]

    def names_one_doer(self, item: StoryAction) -> bool:
        """Whether the reports that support an action name the same agents, as far as each names any."""
        told = [
            {
                iri
                for iri in self.look.owners(ref.article, self.look.actions[ref].agents)
                if isinstance(thing := self.look.things.get(iri), StoryActor) and thing.named
            }
            for ref in item.support
        ]
        return all(not one.isdisjoint(two) for one, two in combinations(filter(None, told), 2))

    def disputes(self, item: StoryAction) -> bool:
        """Whether reports of an action are on several sides of a dispute, or one on a side of what it tells."""
        told = [(ref.article, start) for ref in item.refs for start, _ in self.look.actions[ref].trigger]
        for found in concerned(self.story).disputes(item.iri, {article for article, _ in told}):
            sides = sum(
                any(
                    place.article == article and place.start <= start < place.end
                    for place in side.places
                    for article, start in told
                )
                for side in found.positions
            )
            if found.about == item.iri or (sides > 1 and _concerns(found, item.label)):
                return True
            told_of = any(item.chief in side.refs for side in found.positions)
            if sides == 1 and (told_of or tells_of(found, item.label)):
                return True
        return False

    def cite(self, refs: Sequence[Ref]) -> tuple[int, ...]:
        """Numbers of the sentences of those of `refs` that stand in these articles."""
        return self.sources.cite(self.here(refs))

    @once_a_part
    def chief_actors(self) -> list[StoryActor]:
        """Named actors that do, undergo or say something in these articles, the most central first.

        The order is by the number of articles that name them, then by their part in widely reported actions. Statements
        count least: a bystander may say much, but the story is not about them.
        """
        parts: dict[str, float] = defaultdict(float)
        for deed in self.actions():
            for iri in self.roles(deed):
                parts[iri] += self._articles(deed.refs)
        for statement in self.statements():
            for iri in self.roles(statement):
                parts[iri] += 0.5
        found = [thing for iri in parts if isinstance(thing := self.look.things.get(iri), StoryActor) and thing.named]
        return sorted(found, key=lambda item: (-parts[item.iri] - 2 * self._articles(item.refs), item.name))

    def _articles(self, refs: Sequence[Ref]) -> int:
        """How many of these articles have one of `refs`."""
        return len({ref.article for ref in refs if ref.article in self.keys})

    def roles(self, item: StoryAction | StoryStatement) -> set[str]:
        """IRIs of the actors that take part in `item`."""
        if isinstance(item, StoryStatement):
            return {*item.speakers, *item.on_behalf_of}
        ref = item.chief or item.refs[0]
        report = self.look.actions[ref]
        return {*self.look.owners(ref.article, (*report.agents, *report.patients))}


def _concerns(found: Disagreement, label: str) -> bool:
    """Whether a dispute is on what `label` says: one on a number that stands elsewhere in the sentence is not."""
    if found.aspect != "number":
        return True
    words = _words(label)
    return any(not words.isdisjoint(side.value.casefold().split()[:_FIRST]) for side in found.positions)


def tells_of(found: Disagreement, label: str) -> bool:
    """Whether `label` says one side of a dispute: its number or day, or what the dispute is called by."""
    words = _words(label)
    given = {word for side in found.positions for word in _words(side.value) if any(char.isdigit() for char in word)}
    if given:
        return not words.isdisjoint(given)
    if any(_words(side.value) <= words for side in found.positions):
        return True
    common = (words & _words(found.label)) - word_set("stop_word")
    deeds = {word for word in common if word in found.label}  # not names alone: somebody did other things too
    return bool(deeds) and len(common) > 1


def _words(text: str) -> set[str]:
    return {word.strip(_MARKS) for word in text.casefold().split()}


def _weight(item: StoryAction) -> float:
    articles = len({ref.article for ref in item.refs})
    return 2 * len(item.origins) + articles + 2 * (item.type not in GENERIC) + bool(item.agents) + bool(item.patients)
