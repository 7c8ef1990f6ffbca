"""One quotation given to different people."""

from __future__ import annotations

from itertools import permutations

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Disagreement, Mention
from onrecord.resolve import resolve
from onrecord.story.disputed_speakers import with_other_speakers
from onrecord.story.index import build_index
from resolution import actor, analysis, span, statement

WORDS = "“We built this quay with our own hands and nobody sells it over our heads”"


def quoting(key: str, speaker: str, words: str = WORDS, also: str = "", kind: str = "Person") -> Analysis:
    """An article in which `speaker`, at the harbour of Lennport with the Lenn Line, says `words`."""
    text = f"{words}, {speaker} said at a meeting of the Lenn Line in Lennport. {also}"
    return analysis(
        key,
        text,
        actor(text, "a1", speaker, kind),  # type: ignore[arg-type]  # a kind of actor
        actor(text, "a2", "Lenn Line", "Company"),
        actor(text, "a3", "Lennport", "Place"),
        statement(text, "s1", words, source=speaker, cue="said", speakers=("a1",)),
    )


def disputes(*items: Analysis, stories: int = 1) -> list[Disagreement]:
    story = resolve(items)
    group = {item.article.id: number % stories for number, item in enumerate(items)}
    return list(with_other_speakers(story, build_index(story), group))


def test_the_same_words_under_two_names_are_flagged() -> None:
    (found,) = disputes(quoting("a", "Ada Falk"), quoting("b", "Ada Falk"), quoting("c", "Ivo Berg"))
    assert found.label == "Who said “We built this quay with our own hands and nobody sells it over our heads”"
    assert not found.note
    sides = {tuple(ref.article for ref in one.refs) for one in found.positions}
    assert sides == {("a", "b"), ("c",)}
    assert all(place.article for one in found.positions for place in one.places)


def test_a_cut_quotation_is_labelled_with_what_both_have() -> None:
    (found,) = disputes(quoting("a", "Ada Falk"), quoting("b", "Ivo Berg", "“We built this quay with our own hands”"))
    assert found.label == "Who said “We built this quay with our own hands”"


def test_of_a_long_quotation_the_sentence_with_the_words_is_shown() -> None:
    long = f"“It was a mistake,” Ivo Berg said. {WORDS}"
    text = f"{long}. The Lenn Line met in Lennport."
    first = statement(text, "s1", "“It was a mistake,”", source="Ivo Berg", cue="said", speakers=("a1",))
    spoken = analysis(
        "b",
        text,
        actor(text, "a1", "Ivo Berg", "Person"),
        actor(text, "a2", "Lenn Line", "Company"),
        actor(text, "a3", "Lennport", "Place"),
        replace(first, content=(*first.content, span(text, WORDS))),
    )
    (found,) = disputes(quoting("a", "Ada Falk"), spoken)
    shown = [text[place.start : place.end] for one in found.positions for place in one.places if place.article == "b"]
    assert shown == [f"{WORDS}."]


@pytest.mark.parametrize(
    "other",
    [
        quoting("b", "Ada Falk"),
        quoting("b", "Ms Falk"),
        quoting("b", "Harbour Union", kind="CivilSocietyOrganization"),
        quoting("b", "Ivo Berg", "“We will see”"),
        quoting("b", "Ivo Berg", "“Nobody sells anything in this town”"),
    ],
    ids=["same", "surname", "body", "few words", "other words"],
)
def test_nothing_is_flagged_that_may_be_one_or_chance(other: Analysis) -> None:
    few = quoting("a", "Ada Falk", "“We will see”") if "We will see" in other.article.text else quoting("a", "Ada Falk")
    assert disputes(few, other) == []


def test_articles_on_different_stories_are_not_compared() -> None:
    assert disputes(quoting("a", "Ada Falk"), quoting("b", "Ivo Berg"), stories=2) == []


def test_who_quotes_another_by_name_is_not_flagged() -> None:
    words = f"As Ada Falk put it, {WORDS}"
    text = f"{words}, Ivo Berg said at a meeting of the Lenn Line in Lennport."
    named = [
        actor(text, f"a{at}", name, kind)
        for at, (name, kind) in enumerate(
            [("Ada Falk", "Person"), ("Ivo Berg", "Person"), ("Lenn Line", "Company"), ("Lennport", "Place")]
        )
    ]  # type: ignore[arg-type]  # kinds of actors
    quoted = analysis("b", text, *named, statement(text, "s1", WORDS, source="Ivo Berg", cue="said", speakers=("a1",)))
    assert disputes(quoting("a", "Ada Falk"), quoted) == []


def test_the_order_of_articles_never_matters() -> None:
    items = [quoting("a", "Ada Falk"), quoting("b", "Ivo Berg"), quoting("c", "Una Lind"), quoting("d", "Ada Falk")]
    assert len({str(disputes(*order)) for order in permutations(items)}) == 1


def test_a_speaker_who_is_but_a_pronoun_disputes_nothing() -> None:
    text = f"Ivo Berg came late. {WORDS}, he said at a meeting of the Lenn Line in Lennport."
    berg = actor(text, "a1", "Ivo Berg", "Person")
    at = text.index(" he said") + 1
    berg = replace(berg, mentions=(*berg.mentions, Mention(at, at + 2, "pronoun")))
    vague = analysis(
        "b",
        text,
        berg,
        actor(text, "a2", "Lenn Line", "Company"),
        actor(text, "a3", "Lennport", "Place"),
        statement(text, "s1", WORDS, source="he", cue="said", speakers=("a1",)),
    )
    assert disputes(quoting("a", "Ada Falk"), vague) == []


def test_an_article_that_gives_the_words_to_both_disputes_nothing() -> None:
    both = quoting("b", "Ivo Berg", also=f"{WORDS}, Ada Falk said.")
    text = both.article.text
    ada = actor(text, "a4", "Ada Falk", "Person")
    again = text.index(WORDS, 1)
    other = replace(both.statements[0], id="s2", speakers=("a4",), content=((again, again + len(WORDS)),),
                    source=(span(text, "Ada Falk"),))  # fmt: skip
    both = replace(both, actors=(*both.actors, ada), statements=(*both.statements, other))
    assert disputes(quoting("a", "Ada Falk"), both) == []
