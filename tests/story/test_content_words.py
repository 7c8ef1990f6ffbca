"""What somebody said, as a line alone can tell it: pronouns named, and lines that point elsewhere found."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Actor, Analysis, Mention, Ref
from onrecord.resolve import resolve
from onrecord.story import statement_labels
from onrecord.story.content_words import is_loose, is_open
from onrecord.story.index import Index, build_index
from resolution import article, span, statement


@pytest.mark.parametrize(
    "line",
    [
        "Her office said that the ferry was late",
        "Both agreed on a truce from midnight",
        "Passengers there spoke of luck",
        "Officers here believed that the mayor left",
        "Halden Water denied reports to that effect",
        "Halden Water rejected any such plan",
        "Ada Brekke spoke to our programme",
        "Of 71 people were detained",
        "The bank has agreed to do so",
    ],
)
def test_a_line_that_points_to_what_only_its_article_tells_is_open(line: str) -> None:
    assert is_open(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ada Brekke said: “Our ferry was late, and they were there”",
        "Ada Brekke said that there were no victims",
        "Passengers at Halden spoke of the noise there",
        "Ada Brekke said that it closes this week",
        "The former mayor left Halden",
        "Cities such as Halden were hit",
        "The US fleet left Halden",
        "Ada Brekke said that that is the plan",
    ],
)
def test_a_line_that_names_what_it_speaks_of_is_not(line: str) -> None:
    assert not is_open(line)


def read(text: str, content: str, *others: Actor, speaker: Any = "Person") -> tuple[Index, Ref]:
    """The index of one article in which Ada Brekke, or a body of that name, says `content`."""
    who = Actor(
        id="a1", name="Ada Brekke", type=speaker, named=True, mentions=(Mention(*span(text, "Ada Brekke"), "name"),)
    )  # fmt: skip
    cue, source = (span(text, "said"),), (span(text, "Ada Brekke"),)
    told = statement(text, "s1", content, mode="indirect", source=source, cue=cue, speakers=("a1",))
    found = Analysis(
        article=article("one", text), actors=(who, *others), statements=(told,), sentences=((0, len(text)),)
    )
    return build_index(resolve([found])), Ref("one", "s1")


def other(text: str, name: str, pronoun: str, *, named: bool = True) -> Actor:
    place = text.rindex(f" {pronoun} ") + 1
    mentions = (Mention(*span(text, name), "name" if named else "description"),)
    return Actor(
        id="a2", name=name, type="Person", named=named,
        mentions=(*mentions, Mention(place, place + len(pronoun), "pronoun")),
    )  # fmt: skip


def test_a_pronoun_for_somebody_else_is_told_by_name() -> None:
    text = "Tom Bell left. Ada Brekke said that he had slept on his bus."
    look, ref = read(text, "that he had slept on his bus", other(text, "Tom Bell", "he"))
    assert statement_labels.said(look, ref) == "Ada Brekke said that Tom Bell had slept on his bus"


def test_somebody_without_a_name_is_told_as_described() -> None:
    text = "A clerk left. Ada Brekke said that he had slept."
    look, ref = read(text, "that he had slept", other(text, "A clerk", "he", named=False))
    assert statement_labels.said(look, ref) == "Ada Brekke said that the clerk had slept"


def test_quoted_words_stay_as_printed() -> None:
    text = 'Tom Bell left. Ada Brekke said that "what he did" was wrong.'
    look, ref = read(text, 'that "what he did" was wrong', other(text, "Tom Bell", "he"))
    assert statement_labels.said(look, ref) == 'Ada Brekke said that "what he did" was wrong'


@pytest.mark.parametrize(
    ("content", "speaker", "open_"),
    [
        ("it was the second week of May", "Person", True),
        ("it was too early to speak", "Person", False),
        ("it had turned down the offer", "Company", False),
        ("they will pass at walking pace", "Person", True),
        ("the case against him is thin", "Company", True),
        ("a clerk had lost his job", "Company", False),
        ("the ferry was late and its doors were shut", "Person", False),
        ("his crews were tired", "Person", True),
    ],
)
def test_a_pronoun_that_stands_for_nothing_in_the_line_leaves_it_open(content: str, speaker: Any, open_: bool) -> None:
    look, ref = read(f"Ada Brekke said {content}.", content, speaker=speaker)
    assert statement_labels.is_open(look, ref) is open_


@pytest.mark.parametrize(("source", "open_"), [("One", True), ("Ada Brekke", False)])
def test_a_speaker_who_is_only_one_of_several_is_nobody(source: str, open_: bool) -> None:
    text = f"{source} said that the ferry was late."
    told = statement(
        text, "s1", "that the ferry was late", mode="indirect", source=(span(text, source),), cue=(span(text, "said"),)
    )
    found = Analysis(article=article("one", text), statements=(told,), sentences=((0, len(text)),))
    assert statement_labels.is_open(build_index(resolve([found])), Ref("one", "s1")) is open_


def test_what_points_to_a_thing_told_before_is_open() -> None:
    look, ref = read("That trail has gone cold, Ada Brekke said.", "That trail has gone cold")
    assert statement_labels.is_open(look, ref)


def test_an_outlet_is_called_by_its_full_name_in_its_own_article() -> None:
    text = "Ada Brekke told the Post that the ferry was late."
    who = (
        Actor(id="a1", name="Ada Brekke", type="Person", named=True,
              mentions=(Mention(*span(text, "Ada Brekke"), "name"),)),
        Actor(id="a2", name="Post", type="Outlet", named=True, mentions=(Mention(*span(text, "the Post"), "name"),)),
    )  # fmt: skip
    said = statement(
        text, "s1", "that the ferry was late", mode="indirect", source=(span(text, "Ada Brekke"),),
        cue=(span(text, "told"),), speakers=("a1",), addressee="a2",
    )  # fmt: skip
    for publisher, called in (("Fjord Post", "Fjord Post"), ("Harbor Wire", "Post")):
        found = Analysis(
            article=article("one", text, publisher=publisher), actors=who, statements=(said,),
            sentences=((0, len(text)),),
        )  # fmt: skip
        label = statement_labels.said(build_index(resolve([found])), Ref("one", "s1"))
        assert label == f"Ada Brekke told {called} that the ferry was late"


def test_what_is_said_in_one_word_is_a_part_of_it_but_for_an_answer() -> None:
    for word, open_ in (("rain", True), ("no", False)):
        look, ref = read(f"Ada Brekke said {word}.", word)
        assert statement_labels.is_open(look, ref) is open_


def test_a_pronoun_does_not_say_what_only_the_words_said_name() -> None:
    text = "On the day of the lunch at the Anchor, it said, the mayor was away."
    inn = Actor(
        id="a1", name="Anchor", type="Organization", named=True,
        mentions=(Mention(*span(text, "Anchor"), "name"), Mention(*span(text, "it"), "pronoun")),
    )  # fmt: skip
    told = statement(
        text, "s1", "On the day of the lunch at the Anchor", mode="indirect", source=(span(text, "it"),),
        cue=(span(text, "said"),), speakers=("a1",),
    )  # fmt: skip
    found = Analysis(article=article("one", text), actors=(inn,), statements=(told,), sentences=((0, len(text)),))
    assert statement_labels.is_open(build_index(resolve([found])), Ref("one", "s1"))


@pytest.mark.parametrize(
    ("words", "loose"),
    [("reports about them", True), ("it clear that she left", False), ("a ferry", False), ("“it” a ferry", False)],
)
def test_a_thing_done_to_somebody_unknown_is_loose(words: str, loose: bool) -> None:
    text = f"Ada Brekke made {words}."
    found = Analysis(article=article("one", text), sentences=((0, len(text)),))
    assert is_loose(build_index(resolve([found])), "one", (span(text, words),)) is loose
