"""Sentences as lines quote them: alone, with a name added to a pronoun, or with the sentence before."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Mention, Passage
from onrecord.resolve import resolve
from onrecord.story import bracketed, deed_words
from onrecord.story.excerpts import Excerpt, excerpt, spoken, units_of
from onrecord.story.index import Index, build_index
from resolution import action, actor, analysis, span, statement

TOPICS: frozenset[str] = frozenset({"mine"})


def body(text: str, *items: Any) -> Analysis:
    """An article that is all running text."""
    made = analysis("one", text, *items)
    return replace(made, passages=(Passage(start=0, end=len(text), kind="body"),))


def look(text: str, *items: Any) -> Index:
    return build_index(resolve([body(text, *items)]))


def quoted(index: Index, words: str) -> str | None:
    place = index.text("one").index(words)
    found = excerpt(index, ("one", place), TOPICS)
    return found.words if found else None


def person(text: str, key: str, name: str, *others: str) -> Any:
    """Somebody with a mention of the name, and one for each pronoun of `others`."""
    made = actor(text, key, name, "Person")
    return replace(made, mentions=(*made.mentions, *(Mention(*span(text, one), "pronoun") for one in others)))


def test_a_sentence_that_says_all_is_quoted_alone() -> None:
    index = look("Ida Falk sold the mine on Monday. It rained.")
    assert excerpt(index, ("one", 5), TOPICS) == Excerpt("“Ida Falk sold the mine on Monday.”", ((0, 33),))


def test_a_name_is_added_to_a_pronoun_that_means_nobody_else() -> None:
    text = "Ida Falk spoke for an hour. Rain fell on the mine. She left at noon. Her boat sank."
    index = look(text, person(text, "f", "Ida Falk", "She"))
    assert quoted(index, "She") == "“She [Ida Falk] left at noon.”"


def test_an_owner_is_named_as_one() -> None:
    text = "Ida Falk spoke for an hour. Her boat sank off Ost."
    assert quoted(look(text, person(text, "f", "Ida Falk", "Her")), "Her") == "“Her [Ida Falk’s] boat sank off Ost.”"


def test_no_name_is_added_where_another_may_be_meant() -> None:
    text = "Ida Falk met Una Lund at noon on the long pier of the old harbour of Ost. She left at noon."
    index = look(text, person(text, "f", "Ida Falk", "She"), person(text, "l", "Una Lund"))
    assert quoted(index, "She") == f"“{text}”"  # both sentences, so that a reader has what the article has


def test_a_pronoun_for_what_the_sentence_before_tells_is_quoted_with_it() -> None:
    index = look("An alarm at the mine was switched off. It rang at nine.")
    assert quoted(index, "It") == "“An alarm at the mine was switched off. It rang at nine.”"
    assert quoted(look("It rang at nine."), "It") is None


@pytest.mark.parametrize(
    "opening",
    [
        "Both were found.",
        "Two had been closed.",
        "The proposal was dropped.",
        "The other was closed.",
        "Then she left.",
    ],
)
def test_a_sentence_that_opens_with_what_was_told_before_needs_it(opening: str) -> None:
    assert quoted(look(opening), opening) is None
    assert quoted(look(f"Ost has a mine and a port. {opening}"), opening) == f"“Ost has a mine and a port. {opening}”"


@pytest.mark.parametrize(
    "opening", ["The mine was sold.", "The signature on the form is forged.", "The Ost mine shut."]
)
def test_what_is_made_out_or_of_the_story_needs_nothing_before_it(opening: str) -> None:
    assert quoted(look(f"Rain fell on Ost all day. {opening}"), opening) == f"“{opening}”"


def test_thieves_bring_in_their_own_pronoun() -> None:
    words = "Masked thieves smashed their way into a mine."
    assert quoted(look(words), words) == f"“{words}”"


def test_it_may_put_forward_who_did_something() -> None:
    words = "It was Ida Falk who closed the mine."
    assert quoted(look(words), words) == f"“{words}”"


def test_a_name_is_added_to_the_company_if_no_other_body_stands_nearer() -> None:
    text = "Alder Foods met a union. The company sold its mills."
    alder = actor(text, "a", "Alder Foods", "Company", "~The company")
    assert quoted(look(text, alder), "The company") == "“The company [Alder Foods] sold its mills.”"
    text = "Alder Foods met Ost Bank. The company sold two mills."
    alder = actor(text, "a", "Alder Foods", "Company", "~The company")
    bank = actor(text, "b", "Ost Bank", "Company")
    assert "[" not in str(quoted(look(text, alder, bank), "The company"))


def test_marks_inside_are_single_and_sentences_that_share_marks_are_one() -> None:
    text = 'Ida Falk wrote: "No. Not the mine, and not the bank of the river by the old mill." It rained.'
    index = look(text)
    assert units_of(index, "one") == ((0, text.index(" It")), (text.index("It"), len(text)))
    place = (0, 0)
    assert spoken(index, ("one", place), TOPICS) == Excerpt(
        "“Ida Falk wrote: ‘No. Not the mine, and not the bank of the river by the old mill.’”",
        ((0, text.index(" It")),),
    )
    assert excerpt(index, ("one", 0), TOPICS) is None  # mostly what somebody said


def test_what_came_of_it_is_quoted_too() -> None:
    offer = "Ida Falk offered her resignation. It was turned down by the board."
    text = f"{offer} It will meet again in the old hall of Ost next spring."
    index = look(text, person(text, "f", "Ida Falk", "her"))
    assert excerpt(index, ("one", 3), TOPICS) == Excerpt(f"“{offer}”", ((0, 33), (34, len(offer))))
    text = "Ida Falk offered her resignation. It was turned down by whom?"
    index = look(text, person(text, "f", "Ida Falk", "her"))
    assert excerpt(index, ("one", 3), TOPICS) == Excerpt("“Ida Falk offered her resignation.”", ((0, 33),))


def test_whoever_belongs_to_somebody_is_not_the_owner() -> None:
    text = "Una Lund lives in Ost. Her niece, Ida Falk, left the old house at noon on Monday in a boat."
    niece = actor(text, "f", "Ida Falk", "Person", words="Her niece, Ida Falk")
    assert quoted(look(text, person(text, "l", "Una Lund", "Her"), niece), "Her") == (
        "“Her [Una Lund’s] niece, Ida Falk, left the old house at noon on Monday in a boat.”"
    )


def test_a_short_heading_within_a_paragraph_goes_with_its_sentence() -> None:
    text = "Operations. All mining at Ost has stopped."
    assert units_of(look(text), "one") == ((0, len(text)),)


def test_a_dateline_is_not_quoted() -> None:
    index = look("NORPORT, May 4 APA - Ida Falk sold the mine.")
    assert quoted(index, "Ida") == "“Ida Falk sold the mine.”"


def test_a_headline_is_not_quoted() -> None:
    made = replace(body("Ida Falk sold the mine."), passages=(Passage(start=0, end=23, kind="headline"),))
    assert quoted(build_index(resolve([made])), "Ida") is None


def test_a_speaker_is_sure_if_named_or_if_no_other_has_spoken() -> None:
    text = "Ida Falk spoke. A clerk came. “We sold it,” she said. Una Lund spoke. “I did not,” she added."
    she = person(text, "f", "Ida Falk", "she", "she#2")
    index = look(
        text, she, person(text, "l", "Una Lund"),
        statement(text, "s1", "“We sold it,”", source="she", cue="said", speakers=("f",)),
        statement(text, "s2", "Una Lund spoke", mode="indirect", source="Una Lund", cue="spoke", speakers=("l",)),
        statement(text, "s3", "“I did not,”", source="she#2", cue="added", speakers=("f",)),
    )  # fmt: skip
    refs = {
        ref.local: ref for item in index.analyses["one"].statements for ref in index.statements if ref.local == item.id
    }
    sure = {key: bracketed.is_sure_of_speaker(index, ref) for key, ref in refs.items()}
    assert sure == {"s1": True, "s2": True, "s3": False}


def test_a_doer_named_by_a_relative_pronoun_is_not_sure() -> None:
    text = "Una Lund of Ost Press, which printed a book, left. Ida Falk sold a mine."
    index = look(
        text, actor(text, "p", "Ost Press", "Company"), person(text, "f", "Ida Falk"),
        action(text, "e1", "printed", agents=("p",), agent_spans="which", recorded=True),
        action(text, "e2", "sold", agents=("f",), agent_spans="Ida Falk", recorded=True),
    )  # fmt: skip
    sure = {ref.local: bracketed.is_sure_of_doers(index, ref) for ref in index.actions}
    assert sure == {"e1": False, "e2": True}


def test_words_of_a_headline_or_of_several_articles_are_common() -> None:
    first, second = body("The crusher stopped."), replace(body("A crusher and a drill."))
    second = replace(second, article=replace(second.article, id="two"))
    index = build_index(resolve([first, second]))
    assert "crusher" in deed_words.common_words(index, ["one", "two"])
    assert "drill" not in deed_words.common_words(index, ["one", "two"])
