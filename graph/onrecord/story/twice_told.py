"""Two articles, each alone, whose first sentences tell one deed with one name of several words.

A short report may name a firm once and nobody else, so that no actor on record is in both. A name of several words that
the first sentences of just two such articles have, and three words more that tell what happened there, make them one
story. Places are no such names: much happens in a town.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from onrecord.actor_kinds import LOCATIONS
from onrecord.days import days_between
from onrecord.model import Analysis, Span, Story
from onrecord.story.denials import base_form
from onrecord.story.figure_parts import telling_words
from onrecord.story.inflection import base, is_noun, is_verb
from onrecord.story.numerals import words_of_sentence
from onrecord.value_groups import OWN
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("matters")
_SHARED = int(_W["story.twice"])
_DAYS = _W["story.twice.days"]
_SHORT = 5
"""Words of a first sentence that are too few to tell what happened: a label."""
_NAME = re.compile(r"(?<=\s)[^\W\d_a-z][\w-]*\w(?: [^\W\d_a-z][\w-]*\w)+")
"""A run of words with a capital that does not open the sentence."""


def told_twice(story: Story, alone: Collection[str]) -> Iterator[tuple[str, str]]:
    """Pairs of the articles `alone`, by id, that tell one deed; each article is in one pair at most."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for place, analysis in enumerate(story.analyses):
        if analysis.article.id in alone:
            for name in _names(analysis):
                having[name].append(place)
    pairs = {(both[0], both[1]) for both in having.values() if len(both) == _BOTH}
    taken: set[int] = set()
    for one, two in sorted(pairs):
        first, second = story.analyses[one], story.analyses[two]
        if taken.isdisjoint((one, two)) and _tell_one(first, second):
            taken |= {one, two}
            yield first.article.id, second.article.id


_BOTH = 2
"""Articles that have a name which makes them one story."""


def _names(analysis: Analysis) -> frozenset[str]:
    """The names of several words in the first sentence of an article, but for those of places and states."""
    text, span = analysis.article.text, _first(analysis)
    found = frozenset(_NAME.findall(text, *span))
    if not found:
        return found
    named = (item for item in analysis.actors if item.type in LOCATIONS)
    return found - {text[one.start : one.end] for item in named for one in item.mentions}


def _first(analysis: Analysis) -> Span:
    """The first sentence of an article below its headline that is no label."""
    text = analysis.article.text
    begins = min((item.start for item in analysis.passages if item.kind in OWN), default=0)
    spans = (span for span in analysis.sentences if span[0] >= begins and text.count(" ", *span) >= _SHORT)
    return next(spans, (0, 0))


def _tell_one(one: Analysis, two: Analysis) -> bool:
    """Whether the first sentences of two articles are of the same days and tell what happened in like words."""
    apart = days_between(one.article.published, two.article.published)
    shared = _told(one) & _told(two)
    near = apart is None or apart <= _DAYS
    return near and len(shared) >= _SHARED and any(map(_is_deed, shared)) and any(map(is_noun, shared))


def _told(analysis: Analysis) -> frozenset[str]:
    """What the first sentence of an article tells, in the base form and without names."""
    words = words_of_sentence(analysis.article.text, *_first(analysis))
    told = [words[at].small for at in telling_words(words, range(len(words))) if words[at].text[0].islower()]
    return frozenset(map(base_form, told)) - word_set("of_any_news") - word_set("stop_word")


def _is_deed(word: str) -> bool:
    return is_verb(word) and base(word) == word
