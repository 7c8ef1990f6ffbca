"""What of a story concerns some of its articles, found by their ids: a collection has thousands of parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from onrecord.at_hand import ByKey, ByName, Looked
from onrecord.model import Course, Disagreement, Juxtaposition, Origin, Ref, Story, Thread
from onrecord.shelf import Shelf
from onrecord.story.caching import once_a_story


@dataclass(frozen=True, slots=True)
class Concerned:
    """What is asked of a whole story, by article."""

    disagreements: ByKey[Disagreement]
    """By the articles whose sentences are on one side."""
    about: ByKey[Disagreement]
    """By the IRI of what they are about."""
    side_by_side: ByKey[Juxtaposition]
    """By the articles of either side."""
    courses: ByKey[Course]
    threads: ByKey[Thread]
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
        side_by_side=ByKey(story.side_by_side, lambda item: (place.article for side in item.sides for place in side)),
        courses=ByKey(story.courses, _told_in),
        threads=ByKey(story.threads, _told_in),
        origins=Looked(ByName(story.origins, lambda item: item.iri), lambda item: frozenset(item.refs)),
        unnamed=ByName(
            Shelf(Origin, (item for item in story.origins if item.kind == "unnamed_source")), lambda item: item.iri
        ),
    )


def _articles(item: Disagreement) -> Iterator[str]:
    return (place.article for one in item.positions for place in one.places)


def _told_in(item: Course | Thread) -> Iterator[str]:
    return (ref.article for step in item.steps for ref in step.refs)
