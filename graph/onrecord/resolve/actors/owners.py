"""Names of unnamed actors: descriptions with the names of those whom a pronoun or another description in them means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.model import StoryActor
from onrecord.resolve.local import LocalActor
from onrecord.story.descriptions import Owner, called_after, without_apposition

Iris = Mapping[tuple[str, str], str]


def with_owners(
    merged: Mapping[str, StoryActor], locals_: Iterable[LocalActor], iri_of: Iris, text_of: Callable[[int], str]
) -> dict[str, StoryActor]:
    """`merged`, with "Harbor Bank's board" for "its board" or "the bank's board" of the named Harbor Bank.

    Of several descriptions of one actor, one that tells of somebody named is preferred. `iri_of` gives the story IRI
    of every local actor, by article and local id; `text_of` the text of an article, by its position in the run.
    """
    found = dict(merged)
    parts: dict[str, list[LocalActor]] = defaultdict(list)
    named: dict[int, list[Owner]] = defaultdict(list)
    for item in locals_:
        node = merged[iri_of[item.ref.article, item.ref.local]]
        if node.named:
            named[item.article] += [Owner(one, node.name, node.type) for one in item.actor.mentions]
        else:
            parts[node.iri].append(item)
    for iri, items in parts.items():
        node = merged[iri]
        if any(node.name == item.actor.name for item in items):  # not renamed by anybody
            told = None if node.members else next(_told(node.name, items, named, text_of), None)
            found[iri] = replace(node, name=told or without_apposition(node.name))
    return found


def _told(
    name: str,
    items: list[LocalActor],
    named: Mapping[int, list[Owner]],
    text_of: Callable[[int], str],
) -> Iterator[str]:
    """The descriptions that tell of somebody named, as names; first those printed like `name`, then the longest."""
    places = [(item.article, one) for item in items for one in item.actor.mentions if one.form == "description"]
    places.sort(
        key=lambda place: (not text_of(place[0]).startswith(name, place[1].start), place[1].start - place[1].end)
    )
    for article, one in places:
        yield from called_after(text_of(article), one, named[article])
