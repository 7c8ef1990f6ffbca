"""Unnamed sources of different articles that are possibly one person: described alike, they say much the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from onrecord.connected import components
from onrecord.model import Ref, Statement, Story, StoryActor
from onrecord.story.index import Index
from onrecord.story.overlap import COMMON
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("matters")
_LEAST = int(_W["unnamed.words"])
"""Fewest telling words that two statements have in common."""
_SHARE = _W["unnamed.share"]
"""Least share of the telling words of the shorter statement."""
_WORD = re.compile(r"\d[\d.,]*\d|\w+")
_STEM = 5
"""Letters of a word that are compared: "warned" and "warnings" are one."""


@dataclass(frozen=True, slots=True)
class _Source:
    ref: Ref
    told: frozenset[str]
    """The telling words of what it says, shortened to their beginnings."""


def possibly_one(story: Story, look: Index, group: Mapping[str, int]) -> dict[Ref, tuple[Ref, ...]]:
    """For statements of unnamed people: all statements, in several articles, that may be those of one person.

    `group` says which story each article belongs to; only articles on one story are compared.
    """
    by_word: dict[tuple[int, str], list[_Source]] = defaultdict(list)
    for ref, said, actor in _unnamed(story, look):
        if head := _head(look.words(ref.article, said.source) or actor.name):
            by_word[group[ref.article], head].append(_Source(ref, _telling(look, ref, said)))
    links: list[tuple[Ref, Ref]] = []
    for sources in by_word.values():
        if len({item.ref.article for item in sources}) > COMMON:
            continue  # a word for anybody
        for one, two in combinations(sources, 2):
            if one.ref.article != two.ref.article and _alike(one, two):
                links.append((one.ref, two.ref))
    return {ref: tuple(sorted(found)) for found in components(links) for ref in found}


def _unnamed(story: Story, look: Index) -> Iterator[tuple[Ref, Statement, StoryActor]]:
    """Statements of one unnamed person, in the order of the articles."""
    for analysis in story.analyses:
        for said in analysis.statements:
            iris = look.owners(analysis.article.id, said.speakers)
            actor = look.things.get(iris[0]) if len(iris) == 1 else None
            if said.recorded and isinstance(actor, StoryActor) and actor.type == "Person" and not actor.named:
                yield Ref(analysis.article.id, said.id), said, actor


def _head(phrase: str) -> str:
    """The head noun of "a commission official who asked not to be named"; empty unless it is some one person."""
    words = phrase.casefold().split()
    if not words or words[0] not in word_set("indefinite_article"):
        return ""
    ends = word_set("after_head") | word_set("relative_pronoun")
    behind = (place for place, word in enumerate(words) if place and word.strip(",") in ends)
    cut = next(behind, len(words))
    comma = next((place + 1 for place, word in enumerate(words) if word.endswith(",")), len(words))
    return words[min(cut, comma) - 1].strip(",;")


def _telling(look: Index, ref: Ref, said: Statement) -> frozenset[str]:
    small = word_set("stop_word") | word_set("small_in_names")
    words = _WORD.findall(look.words(ref.article, said.content).casefold())
    numbers = word_set("number_word")
    return frozenset(
        word[:_STEM] for word in words if (len(word) > 2 and word not in small) or word[0].isdigit() or word in numbers
    )


def _alike(one: _Source, two: _Source) -> bool:
    common = len(one.told & two.told)
    return common >= _LEAST and common >= _SHARE * min(len(one.told), len(two.told))
