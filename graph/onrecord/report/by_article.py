"""What of a story concerns some of its articles, found by their ids: a collection has thousands of parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.at_hand import ByName, Looked
from onrecord.model import Course, Disagreement, Origin, Ref, Reliance, Story, Thread
from onrecord.story.caching import once_a_story

T = TypeVar("T")


class ByKey(Generic[T]):
    """Items by the articles that they concern, or by another key."""

    def __init__(self, items: Sequence[T], keys: Callable[[T], Iterable[str]]) -> None:
        self._items = items
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, item in enumerate(items):
            for key in set(keys(item)):
                self._places[key].append(place)

    def of(self, keys: Iterable[str]) -> list[T]:
        """Those with one of `keys`, in their order."""
        return [self._items[place] for place in sorted({place for key in keys for place in self._places.get(key, ())})]


@dataclass(frozen=True, slots=True)
class Concerned:
    """What is asked of a whole story, by article."""

    disagreements: ByKey[Disagreement]
    """By the articles whose sentences are on one side."""
    about: ByKey[Disagreement]
    """By the IRI of what they are about."""
    courses: ByKey[Course]
    threads: ByKey[Thread]
    reliances: ByKey[Reliance]
    origins: Mapping[str, frozenset[Ref]]
    """The accounts that have something from each origin, by its IRI."""
    unnamed: Mapping[str, Origin]
    """The sources without a name, by IRI."""

    def disputes(self, about: str, articles: Collection[str]) -> list[Disagreement]:
        """The disagreements, but those that only seem to be some, about a thing or between sentences of `articles`."""
        found = (*self.about.of([about]), *self.disagreements.of(articles))
        return [item for item in found if not item.note]


@once_a_story
def concerned(story: Story) -> Concerned:
    """The look-ups of `story`, made once for all its parts."""
    return Concerned(
        disagreements=ByKey(story.disagreements, _articles),
        about=ByKey(story.disagreements, lambda item: (item.about,)),
        courses=ByKey(story.courses, _told_in),
        threads=ByKey(story.threads, _told_in),
        reliances=ByKey(story.reliances, lambda item: (item.article,)),
        origins=Looked(ByName(story.origins, lambda item: item.iri), lambda item: frozenset(item.refs)),
        unnamed={item.iri: item for item in story.origins if item.kind == "unnamed_source"},
    )


def _articles(item: Disagreement) -> Iterator[str]:
    return (place.article for one in item.positions for place in one.places)


def _told_in(item: Course | Thread) -> Iterator[str]:
    return (ref.article for step in item.steps for ref in step.refs)
