"""Which named actors a sentence mentions, and whom some articles mention most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from onrecord.model import Disagreement, Place, StoryActor
from onrecord.story.index import Index, once_an_index


@once_an_index
def actors_at(look: Index, place: Place) -> frozenset[str]:
    """IRIs of the named actors that a sentence mentions."""
    found: set[str] = set()
    for _, ref in look.mentioned(place.article, place.start, place.end):
        thing = look.things.get(look.homes.get(ref, ""))
        if isinstance(thing, StoryActor) and thing.named:
            found.add(thing.iri)
    return frozenset(found)


def chief_of(look: Index, articles: Iterable[str]) -> str:
    """IRI of the named actor that the articles mention most, without pronouns; empty if they name nobody."""
    counts: dict[str, int] = defaultdict(int)
    for article in set(articles):
        for mention, ref in look.mentions.get(article, ()):
            actor = look.things.get(look.homes.get(ref, ""))
            if isinstance(actor, StoryActor) and actor.named and mention.form != "pronoun":
                counts[actor.iri] += 1
    return min(counts, key=lambda iri: (-counts[iri], iri), default="")


def about_both(look: Index, here: Place, there: Place) -> str | None:
    """The actor that both sentences name, else one that either does, else the one that their articles name most."""
    one, two = (actors_at(look, place) for place in (here, there))
    return min(one & two or one | two, default=chief_of(look, (here.article, there.article))) or None


def of_whom(look: Index, item: Disagreement) -> Disagreement:
    """A disagreement on a deed as one about an actor of its sentences, rather than about whoever speaks there."""
    if isinstance(look.things.get(item.about), StoryActor):
        return item
    one, two = (
        frozenset(iri for place in side.places for iri in actors_at(look, place) - _speaking(look, place))
        for side in item.positions[:2]
    )
    speaking = about_both(look, *(side.places[0] for side in item.positions[:2]))
    return replace(item, about=min(one & two or one | two, default=speaking or item.about))


def _speaking(look: Index, place: Place) -> frozenset[str]:
    """IRIs of those whose words a sentence gives."""
    return frozenset(
        iri
        for said in look.analyses[place.article].statements
        if any(start < place.end and place.start < end for start, end in (*said.content, *said.source))
        for iri in look.owners(place.article, said.speakers)
    )
