"""Two accounts that an article itself sets against each other."""

from __future__ import annotations

import pytest

from disputing import told
from onrecord.model import Actor, Analysis, Disagreement, Mention
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning
from resolution import statement


def disputes(*analyses: Analysis) -> list[Disagreement]:
    return list(with_meaning(resolve(analyses)).disagreements)


def shown(*texts: str) -> list[dict[str, list[str]]]:
    """What each disagreement of articles, each with sentences of its own, prints on either side."""
    read = [told(f"a{at}", text) for at, text in enumerate(texts)]
    printed = {item.article.id: item.article.text for item in read}
    return [
        {side.value: [printed[place.article][place.start : place.end] for place in side.places]
         for side in item.positions}
        for item in disputes(*read)
    ]  # fmt: skip


CLAIM = "The well was poisoned in May, a farmer said"


@pytest.mark.parametrize(
    "objection",
    [
        "The mayor disputes that",
        "But Ida Falk flatly denied it",
        "Ida Falk called this “a fairy tale” when asked",
        "She called the claim nonsense",
        "“That is not true,” said Ida Falk",
        "Ida Falk said he must have misheard",
        "Ida Falk says that's news to her",
    ],
)
def test_what_was_told_right_before_is_set_against_who_disputes_it(objection: str) -> None:
    assert shown(f"{CLAIM}. {objection}") == [{"told": [CLAIM], "denied": [objection]}]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor does not dispute that",
        "The mayor didn't deny it",
        "The court dismissed the appeal",
        "She denied him the prize",
        "It was called that by all",
    ],
)
def test_what_disputes_nothing_that_was_told(sentence: str) -> None:
    assert shown(f"{CLAIM}. {sentence}") == []
    assert shown(f"Was the well poisoned in May?. {sentence}") == []


def test_a_question_is_no_account() -> None:
    assert shown("Was the well poisoned in May?. The mayor disputes that") == []


def test_of_two_papers_one_is_wrong() -> None:
    one, two = "The deed bears the date of May", "The register has nothing after March"
    assert shown(f"{one}. {two}. One of the two documents must be wrong") == [
        {"one account": [one], "another account": [two]}
    ]
    assert shown(f"{one}. {two}. One of the two documents is lost") == []


def test_what_somebody_had_said_before_is_set_against_what_they_say_now() -> None:
    now, before = "“I was told of it in May,” said Ida Falk", "Nine days earlier she had said that she knew nothing"
    assert shown(f"{now}. {before}") == [{"said now": [now], "said before": [before]}]
    assert shown(f"{now}. Nine days earlier she had said that she knew all of it") == []


def test_a_claim_that_is_told_with_its_denial() -> None:
    claim, answer = "She rejected the complaint that the well had been left open", "“We had it closed”"
    (found,) = disputes(told("one", f"{claim}. {answer}"))
    assert found.label == "Whether it is so: “the well had been left open”"
    assert shown(f"{claim}. {answer}") == [{"told": [claim], "denied": [answer]}]
    assert shown(claim) == []


def test_a_denial_that_a_paper_belies() -> None:
    denial, paper = "Ida Falk denied that she had closed the well", "Yet in a letter she wrote of a lid"
    assert shown(f"{denial}. {paper}") == [{"denied": [denial], "told": [paper]}]
    assert shown(f"{denial}. In a letter she wrote of a lid") == []


def test_a_number_that_somebody_disputes() -> None:
    one, two = (
        "The firm cut the wages of 9,000 weavers",
        "Ida Falk disputed the figures: no more than 400 weavers, she said",
    )
    assert shown(one, two) == [{"9,000 weavers": [one], "no more than 400 weavers": [two]}]
    assert shown(one, "Ida Falk disputed the figures: no more than 400 shops, she said") == []


def test_a_story_that_somebody_rejects() -> None:
    story, answer = (
        "A clerk says the lid of the Harwick well was cut",
        "We reject the story in the press about the Harwick well and its lid",
    )
    assert shown(story, answer) == [{"told": [story], "denied": [answer]}]
    assert shown("A clerk says the Harwick church was cold", answer) == []


def test_whoever_corrects_themselves_disputes_nothing() -> None:
    text = told("one", "“The well is dry.” said Ida Falk. “That is not true.” she added").article.text
    falk = Actor(
        id="a9",
        name="Ida Falk",
        type="Person",
        named=True,
        mentions=(Mention(text.index("Ida"), text.index("Ida") + 8, "name"),),
    )
    said = [
        statement(text, f"s{at}", words, cue=cue, speakers=("a9",), mode="direct")
        for at, (words, cue) in enumerate((("“The well is dry.”", "said"), ("“That is not true.”", "added")))
    ]
    sentence = "“The well is dry.” said Ida Falk. “That is not true.” she added"
    assert disputes(told("one", sentence, falk, *said)) == []
