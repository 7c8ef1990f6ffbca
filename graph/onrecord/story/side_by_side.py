"""Accounts of one matter that may not agree, side by side: nothing says that they contradict one another.

Amounts of one thing that are not the same, ages of somebody without a name, and what an article answers with the
sentence of another that it most likely answers. What is disputed, or only seems so, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord import ids
from onrecord.model import Analysis, Disagreement, Juxtaposition, Place, Story
from onrecord.story.agreements import are_of_two
from onrecord.story.figures import Figure, figures_by_article
from onrecord.story.index import Index
from onrecord.story.neighbours import by_story, stories_near
from onrecord.story.positions import set_against
from onrecord.story.side_figures import unlike_ages, unlike_figures
from onrecord.story.side_replies import replies
from onrecord.story.side_words import MOST, Words
from onrecord.weights import weights_of

_W = weights_of("sides")
_MOST = int(_W["most.pairs"])
_SHOWN = 3
"""Most words that a label names of those which two sentences share."""
_Found = tuple[float, tuple[Place, ...], tuple[Place, ...], str]


def find_side_by_side(
    story: Story, look: Index, group: Mapping[str, int], disputed: Iterable[Disagreement]
) -> tuple[Juxtaposition, ...]:
    """The pairs of accounts of each story (`group`), each sentence once; some ten of a story at most.

    What is `disputed`, or only seems so, is not among them.
    """
    figures = figures_by_article(story)
    known = set_against(disputed)
    told: set[Place] = set()
    made: list[Juxtaposition] = []
    for _, analyses in by_story(look, stories_near(story, dict(group))):
        if len(analyses) < 2 or sum(len(item.sentences) for item in analyses) > MOST:
            continue
        pairs = sorted(_found(look, Words(look, analyses), analyses, figures), key=lambda item: (-item[0], *item[1:]))
        shown = 0
        for _, one, two, label in pairs:
            across = [(left, right) for left in one for right in two]
            if not told.isdisjoint((*one, *two)) or any(frozenset(pair) in known for pair in across):
                continue
            if label and shown < _MOST and all(are_of_two(story, look, *pair) for pair in across):
                told |= {*one, *two}
                shown += 1
                made.append(_made(story.base, label, one, two))
    return tuple(sorted(made, key=lambda item: item.iri))


def _made(base: str, label: str, one: tuple[Place, ...], two: tuple[Place, ...]) -> Juxtaposition:
    first, second = sorted((one, two))
    places = (f"{place.article} {place.start} {place.end}" for place in (*first, *second))
    return Juxtaposition(iri=ids.named(base, "juxtaposition", label, *places), label=label, sides=(first, second))


def _found(
    look: Index, words: Words, analyses: Sequence[Analysis], figures: Mapping[str, Sequence[Figure]]
) -> Iterator[_Found]:
    """All pairs, with how much they share and what they are called by."""
    for pair in unlike_figures(look, words, analyses, figures):
        yield pair.weight, (pair.one,), (pair.two,), pair.label or _label(words, pair.one, pair.shared)
    for one, two, label in unlike_ages(analyses):
        yield 0.0, (one,), (two,), label
    for analysis in analyses:
        for reply in replies(look, words, analysis):
            yield reply.weight, reply.own, (reply.answered,), _label(words, reply.answered, reply.shared)


def _label(words: Words, place: Place, shared: frozenset[str]) -> str:
    """The rarest words that two sentences share, as the first prints them."""
    return ", ".join(words.printed(place, shared)[:_SHOWN])
