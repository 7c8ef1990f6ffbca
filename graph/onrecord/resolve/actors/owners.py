"""Names of unnamed actors: descriptions with the names of those whom a pronoun or another description in them means."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from onrecord.at_hand import ByName
from onrecord.characters import plain
from onrecord.model import Ref, StoryActor
from onrecord.resolve.homes import Homes
from onrecord.resolve.local import LocalActor
from onrecord.shelf import Shelf
from onrecord.story.descriptions import Owner, called_after, without_apposition


def with_owners(
    made: Shelf[StoryActor], locals_: Sequence[LocalActor], iri_of: Homes, text_of: Callable[[int], str]
) -> Shelf[StoryActor]:
    """`made`, with "Harbor Bank's board" for "its board" or "the bank's board" of the named Harbor Bank.

    Of several descriptions of one actor, one that tells of somebody named is preferred. `iri_of` gives the story IRI
    of every local actor, by article and local id; `text_of` the text of an article, by its position in the run.
    """
    named = _Named(made, locals_, iri_of)

    def called(node: StoryActor) -> StoryActor:
        if node.named:
            return node
        items = named.locals(node.refs)
        if all(node.name != item.actor.name for item in items):
            return node  # renamed by somebody
        told = None if node.members else next(_told(node.name, items, named, text_of), None)
        return replace(node, name=told or without_apposition(node.name))

    return made.changed(called)


class _Named:
    """The mentions of named actors in each article."""

    def __init__(self, made: Shelf[StoryActor], locals_: Sequence[LocalActor], iri_of: Homes) -> None:
        self._nodes, self._locals, self._iri_of = ByName(made, lambda item: item.iri), locals_, iri_of
        self._articles = array("I", (item.article for item in locals_))
        self._held: dict[int, list[Owner]] = {}

    def locals(self, refs: Sequence[Ref]) -> list[LocalActor]:
        """The local actors of references, in the order in which they stand."""
        articles = dict.fromkeys(self._iri_of.place(ref.article) for ref in refs)
        return [item for article in articles for item in self._of(article) if item.ref in refs]

    def _of(self, article: int) -> list[LocalActor]:
        first, last = bisect_left(self._articles, article), bisect_right(self._articles, article)
        return [*self._locals[first:last]]

    def __getitem__(self, article: int) -> list[Owner]:
        """The mentions of those with names in an article, given by its place."""
        found = self._held.get(article)
        if found is None:
            if len(self._held) >= _MOST:
                self._held.clear()
            homes = self._iri_of.of(article)
            nodes = ((item, self._nodes[homes[item.ref.local]]) for item in self._of(article))
            found = [
                Owner(one, node.name, node.type) for item, node in nodes if node.named for one in item.actor.mentions
            ]
            self._held[article] = found
        return found


_MOST = 1_000
"""Articles whose named actors are at hand."""


def _told(name: str, items: list[LocalActor], named: _Named, text_of: Callable[[int], str]) -> Iterator[str]:
    """The descriptions that tell of somebody named, as names; first those printed like `name`, then the longest."""
    places = [(item.article, one) for item in items for one in item.actor.mentions if one.form == "description"]
    places.sort(
        key=lambda place: (not text_of(place[0]).startswith(name, place[1].start), place[1].start - place[1].end)
    )
    for article, one in places:
        yield from map(plain, called_after(text_of(article), one, named[article]))
