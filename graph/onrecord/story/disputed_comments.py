"""Contradictory accounts of whether somebody commented."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from onrecord.actor_kinds import LIFELESS
from onrecord.at_hand import known_words
from onrecord.days import whole_day
from onrecord.model import Disagreement, Place, Position, Ref, Span, Story, StoryActor
from onrecord.story.index import Index, once_an_index
from onrecord.story.notes import ASKED
from onrecord.story.positions import made, sentences_of
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern


def of_actors(story: Story, look: Index, group: dict[str, int]) -> Iterator[Disagreement]:
    """What seems a disagreement on whether a named actor commented: one article quotes an answer, another has none.

    Whoever answers one outlet may still leave another without an answer.
    """
    places = _silences_by_actor(story, look)
    speaking = known_words(iri for item in story.statements for iri in item.speakers) if places else ()
    asked = {_key(item) for item in story.actors if item.iri in places and item.named}
    called: dict[tuple[str, bool], list[StoryActor]] = defaultdict(list)
    for item in story.actors if asked else ():
        if item.named and _key(item) in asked and (item.type not in LIFELESS or item.iri in speaking):
            called[_key(item)].append(item)
    answers = _answers(look, {item.iri for alike in called.values() for item in alike}) if called else {}
    for alike in called.values():  # actors with one name, even if they were not merged
        actor = alike[0]
        silent = sorted({place for one in alike for place in places.get(one.iri, ())})
        said = sorted({ref for one in alike for ref in answers.get(one.iri, ())})
        for number in sorted({group[place.article] for place in silent}):
            here = tuple(place for place in silent if group[place.article] == number)
            spoke = [ref for ref in said if group[ref.article] == number]
            quiet = {place.article for place in here}
            apart = [ref for ref in spoke if ref.article not in quiet and _at_once(look, ref.article, quiet)]
            if here and 0 < len({ref.article for ref in apart}) <= _MOST_ANSWERS:
                yield made(
                    story.base, actor.iri, "polarity", f"Whether {actor.name} had commented",
                    [
                        Position("has commented", tuple(sorted(apart)), sentences_of(look, apart)),
                        Position("has not commented", (), here),
                    ],
                    note="" if any(_is_public(look, place, apart) for place in here) else ASKED,
                )  # fmt: skip


def _key(actor: StoryActor) -> tuple[str, bool]:
    return actor.name.casefold(), actor.type == "Person"


def _silences_by_actor(story: Story, look: Index) -> dict[str, set[Place]]:
    """By the IRI of an actor, the sentences in which it gave no answer."""
    found: dict[str, set[Place]] = defaultdict(set)
    for analysis in story.analyses:
        article = analysis.article.id
        for local in analysis.actors if _silences(look, article) else ():
            ref = Ref(article, local.id)
            if iri := look.homes.get(ref):
                found[iri].update(_silent(look, ref))
    return {iri: places for iri, places in found.items() if places}


def _is_public(look: Index, quiet: Place, spoke: Iterable[Ref]) -> bool:
    """Whether a sentence says that the actor has been silent in public, and somebody had their words by then."""
    if not word_pattern("public_silence").search(look.text(quiet.article)[quiet.start : quiet.end]):
        return False
    day = look.analyses[quiet.article].article.published
    others = (look.analyses[ref.article].article.published for ref in spoke)
    return any(day is not None and other is not None and other <= day for other in others)


def _at_once(look: Index, article: str, others: Collection[str]) -> bool:
    """Whether an article may be from the same days as one of `others`; undated articles may be."""
    day, *days = (whole_day(look.analyses[key].article.published or "") for key in (article, *others))
    return any(day is None or other is None or abs((day - other).days) <= _ANSWER_DAYS for other in days)


def _silent(look: Index, ref: Ref) -> Iterator[Place]:
    silences = _silences(look, ref.article)
    for mention in look.actors[ref].mentions if silences else ():
        start, end = look.sentence(ref.article, mention.start)
        after, before = silences.get((start, end), (None, None))
        if (after is not None and 0 <= mention.start - after <= _NEAR) or (
            before is not None and _is_subject(look, ref, mention.end, before)
        ):
            yield Place(ref.article, start, end)


@once_an_index
def _silences(look: Index, article: str) -> dict[Span, tuple[int | None, int | None]]:
    """The sentences of an article in which somebody gave no answer.

    Each comes with the end of the words before whoever gave none, and the beginning of those behind.
    """
    text = look.text(article)
    found: dict[Span, tuple[int | None, int | None]] = {}
    places = {look.sentence(article, mention.start) for mention, _ in look.mentions.get(article, ())}
    for start, end in places:
        sentence = text[start:end]
        after, before = word_pattern("no_answer_from").search(sentence), word_pattern("no_answer_by").search(sentence)
        if after or before:
            found[start, end] = (start + after.end() if after else None, start + before.start() if before else None)
    return found


def _is_subject(look: Index, ref: Ref, end: int, verb: int) -> bool:
    """Whether the actor whose mention ends at `end` is the subject of the words of silence at `verb`.

    Between them is little, or a predicate with the same subject ("left by a side door and would not comment"). Whoever
    is named in a question to somebody else is not: "Asked whether Haldeno would close, the bank had no comment".
    """
    if not _may_be_source(look, ref, end, verb):
        return False
    between = look.text(ref.article)[end:verb] if verb >= end else " " * (_FAR + 1)
    if len(between) <= _NEAR:
        return True
    others = {other for _, other in look.mentioned(ref.article, end, verb)} - {ref}
    speakers = any(look.actors[other].type not in LIFELESS for other in others)
    return len(between) <= _FAR and not speakers and word_pattern("same_subject").search(between) is not None


def _may_be_source(look: Index, ref: Ref, end: int, verb: int) -> bool:
    """Whether no statement with the words of silence at `verb` is that of somebody other than a mention up to `end`."""
    found = [
        said
        for said in look.analyses[ref.article].statements
        if said.source and any(start <= verb < stop for start, stop in (*said.cue, *said.content))
    ]
    return not found or any(
        ref.local in said.speakers or any(start < end <= stop for start, stop in said.source) for said in found
    )


_NEAR = int(weights_of("judgements")["disputed.comment.near"])
"""Characters between the actor's name and the words that say it has not commented ("comment from the firm Blimp")."""
_FAR = int(weights_of("judgements")["disputed.comment.far"])
"""The same with another predicate between them."""


_ANSWER_DAYS = int(weights_of("judgements")["disputed.comment.days"])
"""Most days between two articles for an answer and a missing answer to be about the same question."""
_MOST_ANSWERS = int(weights_of("judgements")["disputed.comment.most"])
"""If more articles than this quote an answer, the actor comments on many things."""


def _answers(look: Index, wanted: Collection[str]) -> dict[str, list[Ref]]:
    """What each of the actors `wanted`, or an unnamed speaker for it, said by a medium, and answers to an outlet."""
    found: dict[str, list[Ref]] = defaultdict(list)
    for ref, said in look.statements.items():
        if said.kind == "speech" and (said.medium or (said.mode == "direct" and said.addressee)):
            for iri in look.owners(ref.article, (*said.speakers, *said.on_behalf_of)):
                if iri in wanted:
                    found[iri].append(ref)
    return found
