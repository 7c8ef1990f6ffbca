"""One index of what refers to what in a story: from references to local values and to nodes of the story, and back.

What stands in one article is worked out when something in it is asked for, and kept as long as it is asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, overload

from onrecord.at_hand import ByName
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
from onrecord.story.pages import ByArticle, ByRef, Pages

Local = Actor | Action | Statement
Thing = StoryActor | StoryAction | StoryStatement
P = ParamSpec("P")
T = TypeVar("T")
_MOST = 1 << 12
"""Values of one function that an index keeps at a time."""
_ARTICLES = 1 << 8
"""Values that are each made of a whole article, likewise."""


class _Nodes(Sequence[Thing]):
    """The actors, actions and statements of a story in a row."""

    def __init__(self, *parts: Sequence[Thing]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    @overload
    def __getitem__(self, place: int) -> Thing: ...
    @overload
    def __getitem__(self, place: slice) -> list[Thing]: ...
    def __getitem__(self, place: int | slice) -> Thing | list[Thing]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        for part in self._parts:
            if place < len(part):
                return part[place]
            place -= len(part)
        raise IndexError(place)

    def __iter__(self) -> Iterator[Thing]:
        for part in self._parts:
            yield from part


def things_of(story: Story) -> ByName[Thing]:
    """The nodes of a story by their IRIs."""
    return ByName(_Nodes(story.actors, story.actions, story.statements), lambda item: item.iri)


def homes_of(pages: Pages, things: ByName[Thing]) -> ByRef[str]:
    """The IRI of the node for each local value that has one among `things`."""

    def homes(item: Analysis) -> Iterator[tuple[str, str]]:
        values: tuple[Local, ...] = (*item.actors, *item.actions, *item.statements)
        return ((one.id, one.iri) for one in values if one.iri is not None and things.has(one.iri))

    return ByRef(pages, homes)


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that is looked up in a story.

    A build has two stories, all that was found and what of it is on record, each with an index. A stage that adds to a
    story passes its index on (`of`); the outputs use that of the finished story.
    """

    analyses: Pages
    """By article id."""
    positions: Mapping[str, int]
    """Article id -> its place in the story."""
    actors: Mapping[Ref, Actor]
    actions: Mapping[Ref, Action]
    statements: Mapping[Ref, Statement]
    homes: Mapping[Ref, str]
    """Reference -> IRI of the story's node that it belongs to."""
    things: Mapping[str, Thing]
    """IRI -> the story's node."""
    mentions: Mapping[str, tuple[tuple[Mention, Ref], ...]]
    """Article id -> its mentions with their actors, in text order, of nested ones the longest first."""
    under: Mapping[Ref, tuple[Ref, ...]]
    """An action -> the actions it orders, demands, threatens or plans, in text order."""
    starts: Mapping[str, dict[int, Ref]]
    """Article id -> where in it the first word of an action's trigger begins -> the action."""
    of_whom: tuple[object, object] = (None, None)
    """The analyses and the actors of the story."""
    kept: dict[Callable[..., Any], dict[Any, Any]] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What functions found out with this index (`once_an_index`)."""

    def of(self, story: Story) -> Index:
        """This index for `story`, whose nodes and reports hold more, but all refer to what they referred to before."""
        pages = Pages(story.analyses, self.analyses.positions)
        found = replace(
            self,
            of_whom=(story.analyses, story.actors),
            analyses=pages,
            actions=ByRef(pages, _actions),
            things=things_of(story),
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
    return _once(make, _MOST)


def once_an_article(make: Callable[Concatenate[Index, P], T]) -> Callable[Concatenate[Index, P], T]:
    """As `once_an_index`, for a function of an article whose value is large: those of few articles are kept."""
    return _once(make, _ARTICLES)


def _once(make: Callable[Concatenate[Index, P], T], most: int) -> Callable[Concatenate[Index, P], T]:
    @wraps(make)
    def kept(look: Index, /, *args: P.args, **kwargs: P.kwargs) -> T:
        known = look.kept.setdefault(make, {})
        key = (args, *kwargs.items()) if kwargs else args
        if key in known:
            return known[key]  # type: ignore[no-any-return]
        if len(known) >= most:
            known.clear()
        value = known[key] = make(look, *args, **kwargs)
        return value

    return kept


@once_a_story
def build_index(story: Story) -> Index:
    """The look-ups of `story`."""
    pages, things = Pages(story.analyses), things_of(story)
    return Index(
        analyses=pages,
        positions=pages.positions,
        actors=ByRef(pages, lambda item: ((one.id, one) for one in item.actors)),
        actions=ByRef(pages, _actions),
        statements=ByRef(pages, lambda item: ((one.id, one) for one in item.statements)),
        homes=homes_of(pages, things),
        things=things,
        mentions=ByArticle(pages, _mentions),
        starts=ByArticle(pages, _starts),
        under=ByRef(pages, _under),
        of_whom=(story.analyses, story.actors),
    )


def _actions(analysis: Analysis) -> Iterator[tuple[str, Action]]:
    return ((one.id, one) for one in analysis.actions)


def _in_text_order(analysis: Analysis) -> list[Action]:
    return sorted(analysis.actions, key=lambda one: (one.trigger, one.id))


def _starts(analysis: Analysis) -> dict[int, Ref]:
    found: dict[int, Ref] = {}
    for item in _in_text_order(analysis):
        if item.trigger:
            found.setdefault(item.trigger[0][0], Ref(analysis.article.id, item.id))
    return found


def _under(analysis: Analysis) -> Iterator[tuple[str, tuple[Ref, ...]]]:
    below: dict[str, list[Ref]] = {}
    for item in _in_text_order(analysis):
        if item.under is not None:
            below.setdefault(item.under, []).append(Ref(analysis.article.id, item.id))
    return ((local, tuple(found)) for local, found in below.items())


def _mentions(analysis: Analysis) -> tuple[tuple[Mention, Ref], ...]:
    found = [(one, Ref(analysis.article.id, item.id)) for item in analysis.actors for one in item.mentions]
    return tuple(sorted(found, key=lambda pair: (pair[0].start, -pair[0].end, pair[1])))
