"""Contradictory ages of one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from onrecord.days import days_between
from onrecord.model import Analysis, Disagreement, Place, Position, Story, StoryActor
from onrecord.spans import sentence_at
from onrecord.story.index import Index
from onrecord.story.positions import made
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern

_YEARS = weights_of("judgements")["disputed.ages"]
_DAYS = weights_of("judgements")["disputed.date.span"]
_BEFORE = 60
"""Characters before a name in which an age is looked for."""


def of_two_ages(story: Story, look: Index, group: Mapping[str, int]) -> Iterator[Disagreement]:
    """Disagreements on how old somebody is, in articles of one story (`group`) from the same weeks."""
    given: dict[tuple[int, str], dict[int, set[Place]]] = defaultdict(lambda: defaultdict(set))
    for analysis in story.analyses:
        for iri, age, place in _ages(look, analysis):
            given[group[analysis.article.id], iri][age].add(place)
    for (_, iri), ages in sorted(given.items()):
        low, high = min(ages), max(ages)
        articles = [{place.article for place in places} for places in ages.values()]
        apart = len(set().union(*articles)) == sum(map(len, articles))
        if high - low >= _YEARS and apart and _at_one_time(look, articles[0] | articles[-1]):
            positions = [Position(str(age), (), tuple(sorted(places))) for age, places in ages.items()]
            actor = look.things[iri]
            name = actor.name if isinstance(actor, StoryActor) else iri
            yield made(story.base, iri, "number", f"How old {name} is", positions)


def _ages(look: Index, analysis: Analysis) -> Iterator[tuple[str, int, Place]]:
    """The people that an article names with their age: the IRI of each, the age, and the sentence."""
    text, article = analysis.article.text, analysis.article.id
    for mention, ref in look.mentions.get(article, ()):
        actor = look.things.get(look.homes.get(ref, ""))
        if not isinstance(actor, StoryActor) or actor.type != "Person" or not actor.named or mention.form == "pronoun":
            continue
        start, end = sentence_at(analysis, mention.start)
        found = word_pattern("age_behind").match(text, mention.end, end)
        before = max(start, mention.start - _BEFORE)
        found = found or word_pattern("age_before").search(text[before : mention.start])
        if found is not None:
            yield actor.iri, int(found["age"]), Place(article, start, end)


def _at_one_time(look: Index, articles: set[str]) -> bool:
    days = sorted(look.analyses[one].article.published or "" for one in articles)
    between = days_between(days[0], days[-1]) if days else None
    return between is None or between <= _DAYS
