"""Names of unnamed actors: descriptions with the names of those whom a pronoun or another description in them means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.model import Mention, StoryActor
from onrecord.resolve.local import LocalActor
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

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
    named: dict[int, list[tuple[Mention, StoryActor]]] = defaultdict(list)
    for item in locals_:
        node = merged[iri_of[item.ref.article, item.ref.local]]
        if node.named:
            named[item.article] += [(one, node) for one in item.actor.mentions]
        else:
            parts[node.iri].append(item)
    for iri, items in parts.items():
        node = merged[iri]
        if any(node.name == item.actor.name for item in items):  # not renamed by anybody
            told = None if node.members else next(_told(node.name, items, named, text_of), None)
            found[iri] = replace(node, name=told or " ".join(_alone(node.name).split()))
    return found


def _told(
    name: str,
    items: list[LocalActor],
    named: Mapping[int, list[tuple[Mention, StoryActor]]],
    text_of: Callable[[int], str],
) -> Iterator[str]:
    """The descriptions that tell of somebody named, as names; first those printed like `name`, then the longest."""
    places = [(item.article, one) for item in items for one in item.actor.mentions if one.form == "description"]
    places.sort(
        key=lambda place: (not text_of(place[0]).startswith(name, place[1].start), place[1].start - place[1].end)
    )
    for article, one in places:
        text = text_of(article)
        start, end = one.start, one.start + len(_alone(text[one.start : one.end]))
        within = [pair for pair in named[article] if start <= pair[0].start and pair[0].end <= end]
        for other, owner in sorted(within, key=lambda pair: (pair[0].start, -pair[0].end)):
            front, own, rest = text[start : other.start], text[other.start : other.end], text[other.end : end]
            if (front or rest) and _tells_whose(other, front, own, rest):
                called = own if owner.type != "Person" and other.form in ("name", "short") else owner.name
                mark = "'s" if other.form == "pronoun" else ""
                yield " ".join(f"{front}{called}{mark}{rest}".split())


def _tells_whose(mention: Mention, front: str, own: str, rest: str) -> bool:
    """Whether a mention between two parts of a description has the place of a name: a possessor, or after "of"."""
    before, behind = front.casefold().split()[-1:], rest.casefold().split()[:1]
    prepositions = word_set("phrase_preposition")
    if mention.form == "pronoun":
        object_ = not behind or behind[0] in prepositions | word_set("determiner")
        return own.casefold() in word_set("possessive_pronoun") | word_set("his_or_her") and not object_
    return (
        mention.form != "description"
        or rest.startswith(tuple(sorted(word_set("possessive_or_apostrophe_ending"))))
        or bool(before and before[0] in prepositions)
    )


def _alone(description: str) -> str:
    """A description without the apposition after its comma: "a flight of the jet, the largest yet"."""
    behind = word_pattern("apposition").search(description)
    return description[: behind.start()] if behind else description
