"""The lead of an article is a line of its own; what stands below it needs more to be one."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.articles import jsonl
from onrecord.model import Story
from onrecord.settings import DEFAULT_MODEL

pytestmark = pytest.mark.model

HEAD = "Stool comes home\n\n"


def published(*paragraphs: str) -> Story:
    text = HEAD + "\n\n".join(paragraphs)
    article = jsonl.article_from_row({"id": "a", "text": text, "published": "2024-05-03"}, "a.jsonl")
    return pipeline.published(pipeline.resolve([pipeline.analyse(article, pipeline.reader(DEFAULT_MODEL))]))


STOOL = (
    "A carved stool that was taken by an officer in 1893 was handed over to Benin on Monday at a ceremony by the sea."
)
OTHER = "The weather over the whole of the coast was fine, and a band played for an hour behind the hall."


def test_a_lead_is_told_by_its_sentence_though_it_names_nobody_who_acts() -> None:
    assert f"“{STOOL}”" in [item.label for item in published(STOOL, OTHER).actions]


def test_below_the_lead_the_same_sentence_makes_no_line() -> None:
    assert not any("stool" in item.label for item in published(OTHER, STOOL).actions)


@pytest.mark.parametrize(
    "lead",
    [
        "He came home on Monday with a carved stool that was taken by an officer in 1893 and handed it over to Benin.",
        "Was it on Monday that a carved stool which was taken by an officer in 1893 was handed over to Benin at last?",
    ],
)
def test_an_opening_that_points_elsewhere_or_asks_is_no_lead(lead: str) -> None:
    assert published(lead, OTHER).actions == ()


def test_a_chief_deed_without_an_object_is_told_with_what_else_the_lead_says() -> None:
    lead = "Amos Lund took to the road on Friday after nine years at home, as hundreds of people waited at the gate."
    assert [item.label for item in published(lead, OTHER).actions] == [f"“{lead}”"]


def test_a_deed_in_few_words_is_told_with_what_else_the_lead_says() -> None:
    lead = "Alder Air stopped its flights on Friday after a week of fog, and 7,000 people were left at airports in Ost."
    assert f"“{lead}”" in [item.label for item in published(lead, OTHER).actions]


def test_beside_a_clause_that_says_much_one_in_few_words_stays() -> None:
    lead = "Alder Air stopped its flights on Friday and asked a court to open proceedings, stranding 7,000 passengers."
    found = [item.label for item in published(lead, OTHER).actions]
    assert len(found) == 2
    assert f"“{lead}”" not in found


def test_a_lead_tells_what_somebody_without_a_name_says() -> None:
    lead = (
        "A mill planned for the valley would raise enough dust to close one road in nine, according to a study that "
        "those who paid for it have dismissed."
    )
    assert [item.label for item in published(lead, OTHER).statements] == [f"“{lead}”"]


def test_a_refusal_of_neither_of_two_keeps_its_not() -> None:
    told = "Neither the superintendent nor board chair Ada Lund would say whether anyone in Halden is to be punished."
    assert [item.label for item in published(STOOL, told).statements if "Lund" in item.label] == [
        "Ada Lund would not say whether anyone in Halden is to be punished"
    ]


def test_a_day_beside_another_is_not_left_out() -> None:
    told = (
        "Ida Moss, who runs the shop in Halden, said that a team had been expected on Tuesday and again on Wednesday."
    )
    assert not any("expected and" in item.label for item in published(STOOL, told).statements)


def test_a_pronoun_that_may_be_somebody_told_of_in_between_is_not_named() -> None:
    told = (
        "Foreign Minister Gonzalo Lund said that the attache had offered three reasons in Halden. "
        "He was stopped on Friday and let go within two hours because of his immunity, a navy officer said."
    )
    assert not any("stopped" in item.label and "Lund was" in item.label for item in published(STOOL, told).statements)
