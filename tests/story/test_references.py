"""What a line on what was said points to, and what it adds in square brackets."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Mention, Passage, Ref, TimeExpression
from onrecord.resolve import resolve
from onrecord.story import (
    clear_speakers,
    clear_statements,
    introductions,
    references,
    speaker_roles,
    statement_labels,
    statement_words,
    torn,
)
from onrecord.story.index import Index, build_index
from onrecord.story.noun_phrases import WORD, is_made_out, phrase
from resolution import actor, analysis, span, statement


def body(text: str, *items: Any, **values: Any) -> Analysis:
    made = analysis("one", text, *items, **values)
    return replace(made, passages=(Passage(0, len(text), "body"),))


def look(text: str, *items: Any, dates: tuple[TimeExpression, ...] = (), **values: Any) -> Index:
    return build_index(resolve([replace(body(text, *items, **values), dates=dates)]))


def read(text: str, words: str, *items: Any, **values: Any) -> references.Reading:
    """What the first `words` in an article point to, where nobody is named before them."""
    return references.read(look(text, *items, **values), references.Line("one", (span(text, words),)))


def added(text: str, reading: references.Reading) -> list[tuple[str, str]]:
    """For each edit the word that it stands behind, and what it adds."""
    return [(text[: edit.start].rsplit(maxsplit=1)[-1], edit.words) for edit in reading.edits]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("the bridge was closed", "the"),
        ("the bridge at Halden was closed", ""),
        ("the bridge on Monday was closed", "the"),
        ("the Halden bridge was closed", ""),
        ("the oldest bridge was closed", ""),
        ("the plan to sell it failed", "it"),
        ("the plan to sell mills failed", ""),
        ("the plan of a clerk failed", ""),
        ("a bridge was built, and the bridge fell", ""),
        ("a bridge toll was paid, and the bridge fell", "the"),
        ("they accused the mayor of theft", "they"),
        ("clerks accused the mayor of theft", "the"),
        ("this is wrong", "this"),
        ("rain falls this week", ""),
        ("that is wrong", "that"),
        ("clerks said that rain fell", ""),
        ("clerks built that business.", "that"),
        ("those who left were paid", ""),
        ("those were paid", "those"),
        ("there were three", ""),
        ("clerks went there", "there"),
        ("two died as a result", "as a result"),
        ("yes, rain fell", "yes"),
        ("clerks said they have", "have"),
        ("clerks lost their boats", ""),
        ("a fund looked at it", "it"),
        ("a fund looked at Ost before it sank", ""),
        ("no one came", ""),
        ("both sides met", "both"),
        ("both Ost and Brod met", ""),
        ("clerks could hear one", "one"),
        ("her client denies theft", "her"),
        ("it was too early to say", ""),
    ],
)
def test_what_a_line_points_to(line: str, left: str) -> None:
    assert read(f"Una left. {line}", line).left == left


def test_a_short_name_is_followed_by_the_full_one() -> None:
    text = "Ida Falk met Tom Bell. A clerk said that Falk's boat sank."
    people = [actor(text, "f", "Ida Falk", "Person", "Falk#2"), actor(text, "b", "Tom Bell", "Person")]
    reading = read(text, "that Falk's boat sank", *people)
    assert (added(text, reading), reading.left) == ([("Falk's", "Ida Falk’s")], "")


def test_a_short_name_of_two_is_left_open() -> None:
    text = "Ida Falk met Una Falk. A clerk said that Falk sank."
    people = [actor(text, "f", "Ida Falk", "Person", "Falk#3"), actor(text, "u", "Una Falk", "Person")]
    assert read(text, "that Falk sank", *people).left == "Falk"


def test_a_noun_of_a_name_is_followed_by_the_name() -> None:
    text = "Halden Town Council met. A clerk said that the council slept."
    council = actor(text, "c", "Halden Town Council", "Organization", "~the council")
    assert added(text, read(text, "that the council slept", council)) == [("council", "Halden Town Council")]
    other = actor(text.replace("met", "met Ost Council"), "o", "Ost Council", "Organization")
    more = text.replace("met", "met Ost Council")
    council = actor(more, "c", "Halden Town Council", "Organization", "~the council")
    assert read(more, "that the council slept", council, other).left == "the"  # which of two?


def test_the_club_is_the_one_called_so_where_no_other_body_is_named() -> None:
    text = "The club Ost Rovers sold boats. A clerk said that the club slept."
    club = actor(text, "c", "Ost Rovers", "Organization", "~the club")
    assert added(text, read(text, "that the club slept", club)) == [("club", "Ost Rovers")]
    more = text.replace("sold boats", "sold boats to Brod Union")
    club = actor(more, "c", "Ost Rovers", "Organization", "~the club")
    other = actor(more, "u", "Brod Union", "Organization")
    assert read(more, "that the club slept", club, other).left == "the"  # Brod Union may be one too


def test_the_company_is_one_that_nothing_else_was_called_before() -> None:
    text = "Alder Foods grew. A clerk said that the company slept."
    firm = actor(text, "c", "Alder Foods", "Company", "~the company")
    assert added(text, read(text, "that the company slept", firm)) == [("company", "Alder Foods")]
    more = f"The company behind a mill slept. {text}"
    firm = actor(more, "c", "Alder Foods", "Company", "~the company")
    assert read(more, "that the company slept", firm).left == "the"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("A wooden bridge at Brod was closed.", "the wooden bridge at Brod"),
        ("Halden Town Council's bridge was closed.", "Halden Town Council's bridge"),
        ("The Sava bridge was closed. The bridge is old.", "the Sava bridge"),
        ("A wooden bridge was closed.", None),  # nobody knows where
        ("A bridge at Brod and a bridge at Ost were closed.", None),
        ("A bridge at Brod was closed. Another bridge stood.", None),
        ("A bridge at Brod was closed. The second bridge stood.", None),
        ("A bridge in March was closed.", None),
        ("The bridge operator of Brod slept.", None),
    ],
)
def test_a_noun_is_told_as_it_was_introduced(before: str, words: str | None) -> None:
    text = f"{before} A clerk said that the bridge fell."
    place = text.index("the bridge fell")
    assert introductions.introduced(look(text), "one", place, "bridge") == words
    if words is not None:
        assert added(text, read(text, "that the bridge fell")) == [("bridge", words)]


MONDAY = "Una Lund said the mill burned on Monday in Ost."


def test_a_day_is_dated_or_left_out() -> None:
    start, end = span(MONDAY, "Monday")
    for value, label in (
        ("2024-05-20", "Una Lund said mills burned on Monday [20 May 2024] in Ost"),
        (None, "Una Lund said mills burned in Ost"),
    ):
        text = MONDAY.replace("the mill", "mills")
        start, end = span(text, "Monday")
        day = TimeExpression(start=start, end=end, type="DATE", value=value)
        found = look(
            text,
            actor(text, "l", "Una Lund", "Person"),
            statement(text, "s", "mills burned on Monday in Ost", cue="said", speakers=("l",), mode="indirect"),
            dates=(day,),
        )  # fmt: skip
        assert statement_labels.said(found, Ref("one", "s")) == label
        assert clear_statements.is_clear(found, Ref("one", "s"))


def test_a_day_that_lies_ahead_of_what_was_is_not_dated() -> None:
    text = "Una Lund said mills burned for most of Monday."
    start, end = span(text, "Monday")
    day = TimeExpression(start=start, end=end, type="DATE", value="2024-05-27")
    assert read(text, "mills burned for most of Monday", published="2024-05-22", dates=(day,)).left == "Monday"


def role(text: str, *items: Any) -> str:
    return speaker_roles.role(look(text, *items), Ref("one", "f"))


def falk(text: str, words: str) -> Any:
    """Ida Falk, described by `words` somewhere."""
    made = actor(text, "f", "Ida Falk", "Person")
    return replace(made, mentions=(*made.mentions, Mention(*span(text, words), "description")))


def test_a_speaker_is_told_with_the_role_that_the_article_gives() -> None:
    text = "Ida Falk, a clerk at Ost Mill, slept."
    assert role(text, falk(text, "a clerk at Ost Mill")) == "a clerk at Ost Mill"
    text = "The ship's master, Ida Falk, slept."
    assert role(text, falk(text, "The ship's master")) == ""  # of which ship?
    text = "Alder Foods sold it. Its director, Ida Falk, slept."
    firm = actor(text, "c", "Alder Foods", "Company")
    firm = replace(firm, mentions=(*firm.mentions, Mention(*span(text, "Its"), "pronoun")))
    assert role(text, falk(text, "Its director"), firm) == "Alder Foods's director"
    text = "Alder Foods sold Birch Mill. Its director, Ida Falk, slept."
    mill = actor(text, "m", "Birch Mill", "Company")
    firm = actor(text, "c", "Alder Foods", "Company")
    firm = replace(firm, mentions=(*firm.mentions, Mention(*span(text, "Its"), "pronoun")))
    assert role(text, falk(text, "Its director"), firm, mill) == ""  # of which of two?


def test_a_clause_on_a_speaker_is_a_role() -> None:
    text = "Ida Falk, who runs a shop in Ost, slept."
    assert role(text, actor(text, "f", "Ida Falk", "Person")) == "who runs a shop in Ost"
    text = "Ida Falk, who runs the shop, slept."
    assert role(text, actor(text, "f", "Ida Falk", "Person")) == ""


def said(text: str, source: str, content: str, *items: Any, **values: Any) -> tuple[Index, Ref]:
    told = statement(text, "s", content, **{"source": source, "cue": "said", "mode": "indirect", **values})
    return look(text, *items, told), Ref("one", "s")


@pytest.mark.parametrize(
    ("source", "known"),
    [
        ("A spokesman", False),
        ("A spokesman for Ost", False),
        ("The committee", False),
        ("A second clerk", False),
        ("A man", False),
        ("Clerks at two mills", True),
        ("A clerk of two mills", True),
    ],
)
def test_who_has_no_name_is_known_by_words_that_point_to_nothing(source: str, known: bool) -> None:
    text = f"{source} said rain fell in Halden."
    assert clear_speakers.says_who(*said(text, source, "rain fell in Halden")) is known


def test_words_for_somebody_named_have_to_mean_nobody_else() -> None:
    text = "The firm behind a mill slept. Harbor Group woke. The firm said rain fell in Halden."
    firm = actor(text, "c", "Harbor Group", "Company", "~The firm#2")
    assert not clear_speakers.says_who(*said(text, "The firm#2", "rain fell in Halden", firm, speakers=("c",)))
    text = "The army and the Ost Front said rain fell in Halden."
    front = actor(text, "c", "Ost Front", "Organization")
    assert not clear_speakers.says_who(*said(text, "The army and the Ost Front", "rain fell", front, speakers=("c",)))


@pytest.mark.parametrize(
    ("sentence", "content", "broken"),
    [
        ("Una Lund said it paid Tk 2 lakh.", "it paid Tk", True),
        ("Una Lund said a note of hers, and a can, showed it.", "a note of hers, and a can", True),
        ("Una Lund said it paid when it rained.", "it paid", False),
        ("A mill burned, Una Lund said.", "A mill burned", False),
        ("Una Lund said a mill burned on the quay.", "a mill burned", False),
    ],
)
def test_what_breaks_off_is_torn(sentence: str, content: str, broken: bool) -> None:
    assert torn.is_torn(*said(sentence, "Una Lund", content)) is broken


QUOTED = "“It was old. Halden has ten others. He was never asked,” said Una Lund."


def test_of_a_quotation_a_line_has_what_it_can_tell() -> None:
    lund = actor(QUOTED, "l", "Una Lund", "Person")
    words = "“It was old. Halden has ten others. He was never asked,”"
    found, ref = said(QUOTED, "Una Lund", words, lund, speakers=("l",), mode="direct")
    assert statement_labels.said(found, ref) == "Una Lund said: “… Halden has ten others. …”"


@pytest.mark.parametrize(
    ("content", "clear"),
    [
        ("the mill and the ferry in Halden close", True),
        ("in Halden the mill saw the ferry pass the quay", False),
        ("the latter closes at Halden", False),
        ("they close the mill in Halden", False),
    ],
)
def test_two_nouns_may_mean_what_who_knows_the_story_knows(content: str, clear: bool) -> None:
    text = f"Una Lund said {content}."
    lund = actor(text, "l", "Una Lund", "Person")
    found, ref = said(text, "Una Lund", content, lund, actor(text, "h", "Halden", "Place"), speakers=("l",))
    assert clear_statements.is_clear(found, ref) is clear


def test_noun_phrases() -> None:
    words = WORD.findall("old stone bridge still stands at Brod")
    found = phrase(words)
    assert found is not None
    assert (found.words, found.head) == (("old", "stone", "bridge"), "bridge")
    assert not is_made_out(found, words[found.size :])
    assert phrase(WORD.findall(", too")) is None


def test_the_federation_is_the_only_one_that_the_article_names() -> None:
    text = "Halden Rowing Federation met. A clerk said that the federation slept."
    body_ = actor(text, "c", "Halden Rowing Federation", "Organization")
    assert added(text, read(text, "that the federation slept", body_)) == [("federation", "Halden Rowing Federation")]
    more = f"A federation of clerks met. {text}"
    body_ = actor(more, "c", "Halden Rowing Federation", "Organization")
    assert read(more, "that the federation slept", body_).left == "the"


def test_the_vessel_is_the_only_ship_that_the_article_names() -> None:
    text = "The trawler Ost Pearl sank. A clerk said that the vessel was old."
    ship = actor(text, "c", "Ost Pearl", "Product", "~the vessel")
    assert added(text, read(text, "that the vessel was old", ship)) == [("vessel", "Ost Pearl")]


def test_whoever_is_called_by_the_last_name_is_told_in_full() -> None:
    text = "Ida Falk slept. Falk said rain fell in Halden."
    made = actor(text, "f", "Falk", "Person")
    assert role(text, made) == "Ida Falk"


@pytest.mark.parametrize(
    ("content", "values", "clear"),
    [
        ("rain fell in Halden", {}, True),
        ("rain fell on 12 mills", {}, True),
        ("rain fell", {}, False),
        ("rain falls where nobody who has a roof goes out", {}, True),
        ("“rain falls where nobody who has a roof goes out”", {"mode": "direct"}, True),
        ("“we ran where nobody who has a roof goes out”", {"mode": "direct"}, False),
        ("he had not been where nobody who has a roof goes", {}, False),
    ],
)
def test_what_is_said_tells_what_it_is_about(content: str, values: dict[str, Any], clear: bool) -> None:
    text = f"Una Lund said {content}."
    lund = actor(text, "l", "Una Lund", "Person")
    assert clear_statements.is_clear(*said(text, "Una Lund", content, lund, speakers=("l",), **values)) is clear


@pytest.mark.parametrize(
    ("verb", "content", "clear"),
    [
        ("charged", "Ivo Falk with theft at Ost", False),
        ("charged", "that Ivo Falk stole mills", True),
        ("called", "what Ivo Falk did at Ost", False),
        ("called", "Ivo Falk of Ost a thief", True),
    ],
)
def test_an_act_of_law_is_no_statement(verb: str, content: str, clear: bool) -> None:
    text = f"Una Lund {verb} {content}."
    lund = actor(text, "l", "Una Lund", "Person")
    assert clear_statements.is_clear(*said(text, "Una Lund", content, lund, speakers=("l",), cue=verb)) is clear


def test_an_answer_is_told_with_its_question() -> None:
    text = "Why was Ost Mill shut?\n\nNobody wanted to work at a mill."
    told = statement(text, "s", "Nobody wanted to work at a mill.", speakers=("l",), rule="turn@plain:label")
    who = replace(actor(text, "l", "Ost Mill", "Person"), name="Una Lund")
    question, answer = span(text, "Why was Ost Mill shut?"), span(text, "Nobody wanted to work at a mill.")
    made = analysis("one", text, who, told)
    made = replace(made, passages=(Passage(*question, "body"), Passage(*answer, "body")))
    found = build_index(resolve([made]))
    label = "Asked “Why was Ost Mill shut?”, Una Lund said: “Nobody wanted to work at a mill.”"
    assert statement_labels.said(found, Ref("one", "s")) == label
    assert clear_statements.is_clear(found, Ref("one", "s"))


def test_him_in_what_somebody_says_may_be_whom_the_article_names_before() -> None:
    told = "clerks found him in Halden"
    for before, left in (("Ida Moe slept. ", "him"), ("", "")):
        text = f"{before}Tom Bell said that {told}."
        bell = actor(text, "b", "Tom Bell", "Person")
        bell = replace(bell, mentions=(*bell.mentions, Mention(*span(text, "him"), "pronoun")))
        others = [actor(text, "m", "Ida Moe", "Person")] if before else []
        found, ref = said(text, "Tom Bell", told, bell, *others, speakers=("b",))
        assert statement_words.reading(found, ref).left == left


def test_the_company_is_no_other_one_where_a_company_is_named() -> None:
    text = "Alder Foods slept. A Spanish company woke. Ida Falk said the company is rich."
    place = text.index("the company is")
    assert introductions.introduced(look(text), "one", place, "company") == "the Spanish company"
    for kind in ("Company", "Organization"):
        firm = actor(text, "c", "Alder Foods", kind)
        assert introductions.introduced(look(text, firm), "one", place, "company") is None


@pytest.mark.parametrize(
    ("between", "clear"), [("", True), (", who left in May, a survey", False), (", a baker,", True)]
)
def test_whoever_stands_right_before_the_verb_says_it(between: str, clear: bool) -> None:
    text = f"Una Lund{between} said that mills burned in Halden."
    lund = actor(text, "l", "Una Lund", "Person")
    found, ref = said(text, "Una Lund", "that mills burned in Halden", lund, speakers=("l",))
    assert clear_statements.is_clear(found, ref) is clear
