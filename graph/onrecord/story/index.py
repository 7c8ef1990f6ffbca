"""One index of what refers to what in a story: from references to local values and to nodes of the story, and back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from onrecord.model import (
    Action,
    Actor,
    Analysis,
    Mention,
    Ref,
    Span,
    Statement,
    Story,
    StoryAction,
    StoryActor,
    StoryStatement,
)
from onrecord.spans import sentence_at, words_of
from onrecord.story.caching import once_a_story

Local = Actor | Action | Statement
Thing = StoryActor | StoryAction | StoryStatement
P = ParamSpec("P")
T = TypeVar("T")
_MOST = 1 << 12
"""Values of one function that an index keeps at a time."""


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that is looked up in a story.

    A build has two stories, all that was found and what of it is on record, each with an index. A stage that adds to a
    story passes its index on (`of`); the outputs use that of the finished story.
    """

    analyses: dict[str, Analysis]
    """By article id."""
    positions: dict[str, int]
    """Article id -> its place in the story."""
    actors: dict[Ref, Actor]
    actions: dict[Ref, Action]
    statements: dict[Ref, Statement]
    homes: dict[Ref, str]
    """Reference -> IRI of the story's node that it belongs to."""
    things: dict[str, Thing]
    """IRI -> the story's node."""
    mentions: dict[str, tuple[tuple[Mention, Ref], ...]]
    """Article id -> its mentions with their actors, in text order, of nested ones the longest first."""
    under: dict[Ref, tuple[Ref, ...]]
    """An action -> the actions it orders, demands, threatens or plans, in text order."""
    starts: dict[str, dict[int, Ref]]
    """Article id -> where in it the first word of an action's trigger begins -> the action."""
    of_whom: tuple[object, object] = (None, None)
    """The analyses and the actors of the story."""
    kept: dict[Callable[..., Any], dict[Any, Any]] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What functions found out with this index (`once_an_index`)."""

    def of(self, story: Story) -> Index:
        """This index for `story`, whose nodes and reports hold more, but all refer to what they referred to before."""
        found = replace(
            self,
            of_whom=(story.analyses, story.actors),
            analyses={item.article.id: item for item in story.analyses},
            actions={Ref(item.article.id, one.id): one for item in story.analyses for one in item.actions},
            things={item.iri: item for item in _nodes(story)},
        )
        if all(one is other for one, other in zip(found.of_whom, self.of_whom, strict=True)):
            found.kept.update(self.kept)  # what is worked out from reports and actors is worked out once
        return found

    def owners(self, article: str, local_ids: Iterable[str]) -> tuple[str, ...]:
        """IRIs of the story's nodes for local ids of one article, without repetition; unknown ids are skipped."""
        found = (self.homes.get(Ref(article, local)) for local in local_ids)
        return tuple(dict.fromkeys(iri for iri in found if iri is not None))

    def named(self, article: str, local_ids: Iterable[str]) -> tuple[str, ...]:
        """Names that the story gives to local actors of one article."""
        found = (self.things.get(iri) for iri in self.owners(article, local_ids))
        return tuple(dict.fromkeys(item.name for item in found if isinstance(item, StoryActor)))

    def text(self, article: str) -> str:
        """The text of an article."""
        return self.analyses[article].article.text

    def words(self, article: str, spans: Iterable[Span]) -> str:
        """The words of `spans`, in one line."""
        return words_of(self.text(article), spans)

    def mentioned(self, article: str, start: int, end: int) -> list[tuple[Mention, Ref]]:
        """The mentions within the characters [start, end), in text order, the longest first."""
        here = self.mentions.get(article, ())
        first = bisect_left(here, start, key=lambda item: item[0].start)
        last = bisect_left(here, end, key=lambda item: item[0].start)
        return [item for item in here[first:last] if item[0].end <= end]

    def sentence(self, article: str, place: int) -> Span:
        """The sentence that holds the character at `place`; the whole text if the record has no sentences."""
        return sentence_at(self.analyses[article], place)


def once_an_index(make: Callable[Concatenate[Index, P], T]) -> Callable[Concatenate[Index, P], T]:
    """A function of an index that runs once for the same arguments; it depends on reports and actors, not on labels."""

    @wraps(make)
    def kept(look: Index, /, *args: P.args, **kwargs: P.kwargs) -> T:
        known = look.kept.setdefault(make, {})
        key = (args, *kwargs.items()) if kwargs else args
        if key in known:
            return known[key]  # type: ignore[no-any-return]
        if len(known) >= _MOST:
            known.clear()
        value = known[key] = make(look, *args, **kwargs)
        return value

    return kept


@once_a_story
def build_index(story: Story) -> Index:
    """The look-ups of `story`."""
    actors, actions, statements = {}, {}, {}
    starts: dict[str, dict[int, Ref]] = {}
    below: dict[Ref, list[Ref]] = {}
    for analysis in story.analyses:
        key = analysis.article.id
        actors.update({Ref(key, item.id): item for item in analysis.actors})
        statements.update({Ref(key, item.id): item for item in analysis.statements})
        for item in sorted(analysis.actions, key=lambda one: (one.trigger, one.id)):
            actions[Ref(key, item.id)] = item
            if item.trigger:
                starts.setdefault(key, {}).setdefault(item.trigger[0][0], Ref(key, item.id))
            if item.under is not None:
                below.setdefault(Ref(key, item.under), []).append(Ref(key, item.id))
    return Index(
        analyses={item.article.id: item for item in story.analyses},
        positions={item.article.id: place for place, item in enumerate(story.analyses)},
        actors=actors,
        actions=actions,
        statements=statements,
        homes={ref: item.iri for item in _nodes(story) for ref in item.refs},
        things={item.iri: item for item in _nodes(story)},
        mentions={item.article.id: _mentions(item) for item in story.analyses},
        starts=starts,
        under={ref: tuple(found) for ref, found in below.items()},
        of_whom=(story.analyses, story.actors),
    )


def _nodes(story: Story) -> tuple[Thing, ...]:
    return (*story.actors, *story.actions, *story.statements)


def _mentions(analysis: Analysis) -> tuple[tuple[Mention, Ref], ...]:
    found = [(one, Ref(analysis.article.id, item.id)) for item in analysis.actors for one in item.mentions]
    return tuple(sorted(found, key=lambda pair: (pair[0].start, -pair[0].end, pair[1])))
