"""Accounts that an article itself sets against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.model import Analysis, Disagreement, Place, Position, Span, Story
from onrecord.story.amount_words import PERSON
from onrecord.story.denials import base_form
from onrecord.story.figure_labels import label
from onrecord.story.figure_parts import telling_words
from onrecord.story.figures import Figure, figures_by_article
from onrecord.story.index import Index
from onrecord.story.neighbours import Beside
from onrecord.story.numerals import words_of_sentence
from onrecord.story.objections import DENIED, TOLD, rest_of, sentences_of_text, set_against
from onrecord.story.positions import made
from onrecord.story.sentence_actors import about_both
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set


def objected(
    story: Story, look: Index, group: Mapping[str, int], found: Collection[Disagreement]
) -> Iterator[Disagreement]:
    """A disagreement for each two accounts that an article sets against each other, beside those in `found`.

    A sentence that objects to what other articles print is set against theirs, of the same story (`group`).
    """
    known = {place for item in found if not item.note for one in item.positions for place in one.places}
    beside = Beside(story.analyses, group)
    for analysis in story.analyses:
        article = analysis.article.id
        for item in set_against(analysis):
            sides = [(name, tuple(Place(article, *span) for span in spans)) for name, spans in item.sides]
            if any(not known.isdisjoint(places) for _, places in sides):
                continue
            about = about_both(look, sides[0][1][0], sides[1][1][0])
            if about is not None:
                words = _words(look, article, item.told)
                positions = [Position(name, (), places) for name, places in sides]
                yield made(story.base, about, "polarity", f"Whether it is so: “{words}”", positions)
        yield from _otherwise(story, look, beside.of(article), analysis, known)


def _otherwise(
    story: Story, look: Index, others: Sequence[Analysis], analysis: Analysis, known: Collection[Place]
) -> Iterator[Disagreement]:
    """A disagreement for each sentence that objects to a number, or to a story, that `others` of its story print."""
    text, figures = analysis.article.text, figures_by_article(story)
    sentences = sentences_of_text(analysis)
    for at, span in enumerate(sentences):
        place, printed = Place(analysis.article.id, *span), text[slice(*span)]
        if place in known:
            continue
        if word_pattern("objects_to_number").search(printed):
            yield from _number(
                story,
                look,
                [one for one in figures[analysis.article.id] if one.place == place],
                [one for item in others for one in figures[item.article.id]],
            )
        elif matter := word_pattern("objects_to_story").search(printed):
            told = _told_of(matter["matter"], [item for item in others if item.article.id != analysis.article.id])
            about = about_both(look, place, told) if told else None
            behind = [Place(place.article, *one) for one in rest_of(text, sentences, at)]
            if told and about:
                positions = [Position(DENIED, (), (place, *behind)), Position(TOLD, (), (told,))]
                words = _words(look, told.article, (told.start, told.end))
                yield made(story.base, about, "polarity", f"Whether it is so: “{words}”", positions)


def _number(story: Story, look: Index, own: Sequence[Figure], others: Sequence[Figure]) -> Iterator[Disagreement]:
    """The first number of a sentence that objects to one, with those that others give of the same things."""
    for mine in own:
        things = mine.parts.things - {PERSON}
        rival = [
            one
            for one in others
            if one.unit == mine.unit and things & one.parts.things and one.place != mine.place and one.excludes(mine)
        ]
        values = {(one.value, one.parts.comparison): one for one in reversed(rival)}
        about = about_both(look, mine.place, rival[0].place) if len(values) == 1 else None
        if about:
            sides = {mine.parts.printed: [mine], rival[0].parts.printed: rival}
            positions = [
                Position(value, (), tuple(sorted({one.place for one in held}))) for value, held in sides.items()
            ]
            yield made(story.base, about, "number", label([mine, rival[0]]), positions)
            return


def _told_of(matter: str, others: Sequence[Analysis]) -> Place | None:
    """The sentence that shares most words with a matter in dispute, two of them or more; None if none does."""
    wanted = _telling(matter)
    found = [
        (len(wanted & _telling(item.article.text[slice(*span)])), Place(item.article.id, *span))
        for item in others
        for span in sentences_of_text(item)
    ]
    best = max((shared for shared, _ in found), default=0)
    return min((place for shared, place in found if shared == best), default=None) if best >= _SHARED else None


def _telling(words: str) -> frozenset[str]:
    found = words_of_sentence(words, 0, len(words))
    return frozenset(base_form(found[at].small) for at in telling_words(found, range(len(found))))


_SHARED = 3
"""Words that a sentence and a matter must share at the least for it to tell of that."""


def _words(look: Index, article: str, told: Span) -> str:
    """What is in dispute: what the sentence gives as said, or all of it, without quotation marks."""
    start, end = told
    whole = [one.content[0] for one in look.analyses[article].statements if len(one.content) == 1]
    said = [span for span in whole if start <= span[0] and span[1] <= end]
    first, last = max(said, key=lambda span: (span[1] - span[0], span), default=told)
    words = " ".join(look.text(article)[first:last].split()).strip(_MARKS)
    opens, _, rest = words.partition(" ")
    return rest if opens in word_set("opens_told_clause") else words


_MARKS = "\"“”‘’'., "
