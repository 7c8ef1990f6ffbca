"""Questions that two articles answer in opposite ways."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from disputing import read, told
from onrecord.model import Analysis, Disagreement, TimeExpression
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning
from onrecord.story.numerals import words_of_sentence
from onrecord.story.question_words import answers_in, questions
from resolution import actor

ROWS = tuple(questions().values())


def disputes(*analyses: Analysis) -> list[Disagreement]:
    return [item for item in with_meaning(resolve(analyses)).disagreements if not item.note]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_the_words_of_an_example_answer_its_question(row):
    for part in row.example.rstrip(".").split("; "):
        found = answers_in(words_of_sentence(part, 0, len(part)))
        assert row.id in {item.id for item in found}


def test_the_fields_of_a_row_are_used():
    assert {row.of for row in ROWS} == {"agent", "patient", "subject", "any"}
    assert any(row.accrues for row in ROWS)
    assert any(row.passes for row in ROWS)
    assert any(row.object for row in ROWS)
    assert all(set(row.nouns) <= {*row.one, *row.other} for row in ROWS)


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        ("The pilot was on the bridge that night", "The pilot was asleep in a bunk that night",
         "Whether the pilot was there"),
        ("The brakes of the tram failed on the slope",
         "The brakes of the tram were found to be in good order on the slope",
         "Whether the brakes worked"),
        ("The guard slipped on the wet stairs of the depot", "A striker struck the guard on the stairs of the depot",
         "Whether the guard fell or was attacked"),
        ("The pier lay in dense fog at the time of the collision", "It was a clear night at the time of the accident",
         "Whether the view was clear"),
        ("An overloaded cable had tripped, and the lights failed", "The electricity had been cut off by sabotage",
         "Whether it was an accident or done on purpose"),
        ("The union lodged its appeal with the court on 3 May", "No appeal of the union had reached the court on 9 May",
         "Whether the appeal was handed in"),
        ("The rector would welcome an audit of the fund", "The rector refused to hear of an audit of the fund",
         "Whether the rector was for an audit"),
        ("All hands were issued with helmets at the quarry", "Not one of us was given a helmet at the quarry",
         "Whether helmets were given out"),
    ],
)  # fmt: skip
def test_two_answers(one: str, two: str, label: str) -> None:
    found = disputes(told("one", one), told("two", two))
    assert [item.label for item in found] == [label]
    assert [item.label for item in disputes(told("one", two), told("two", one))] == [label]
    (first, second) = found[0].positions
    assert {place.article for side in (first, second) for place in side.places} == {"one", "two"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The pilot was on the bridge", "The cook was asleep in a bunk"),  # another person
        ("The pilot was on the bridge", "The pilot would be asleep in a bunk"),
        ("The pilot was on the bridge", "They asked whether the pilot was asleep"),
        ("The pilot was on the bridge", "The pilot may have been asleep in a bunk"),
        ("The brakes of the tram failed", "The doors of the tram were found to be in good order"),
        ("The rector would welcome an audit", "The rector opposed a merger"),  # another thing
        ("The guard slipped on the stairs", "The guard made a trip to the depot"),  # a noun, no verb
        ("Police couldn't say how many shots were fired", "The man fired a shot"),
        ("The union lodged its appeal", "The union did not return a call about its appeal"),
        ("It rained. Nobody was given a copy", "It hailed. The clerk was given a copy"),  # each of something else
        ("It rained. The trucks came through the gate", "It hailed. Trucks for the birds never came"),  # other trucks
        ("A copy was handed to the clerk", "Two children have been left without a mother"),
        ("No ticket of the ferry was handed out for under 40 florins", "The clerk was given a ticket of the ferry"),
    ],
)
def test_no_two_answers_of_one_matter(one: str, two: str) -> None:
    assert disputes(told("one", one), told("two", two)) == []


def test_of_a_named_person_the_deed_alone_decides() -> None:
    def naming(key: str, sentence: str) -> Analysis:
        whole = told(key, sentence)
        return told(key, sentence, actor(whole.article.text, "a1", "Ana Falk", "Person"))

    one, two = naming("one", "Ana Falk apologised to the crew"), naming("two", "Ana Falk has not once said sorry")
    assert [item.label for item in disputes(one, two)] == ["Whether Ana Falk apologised"]


def test_what_had_not_been_done_by_then_may_be_done_later() -> None:
    def told_on(key: str, sentence: str, day: str) -> Analysis:
        made = told(key, sentence)
        return read(key, made.article.text, *made.actors, *made.actions, published=day)

    no = "No appeal of the union has been lodged with the court, it said"
    yes = "The union lodged its appeal with the court"
    assert disputes(told_on("one", no, "2020-05-03"), told_on("two", yes, "2020-05-09")) == []
    assert len(disputes(told_on("one", no, "2020-05-09"), told_on("two", yes, "2020-05-03"))) == 1


def test_who_was_missing_may_be_found_later() -> None:
    def told_on(key: str, sentence: str, printed: str, day: str) -> Analysis:
        whole = told(key, sentence)
        named = actor(whole.article.text, "a1", "Ana Falk", "Person")
        dates = [
            TimeExpression(start=found.start(), end=found.end(), type="DATE", value=day)
            for found in re.finditer(r"\d+ May", whole.article.text)
        ]
        made = read(key, whole.article.text, *whole.actors, *whole.actions, named, published=printed)
        return replace(made, dates=tuple(dates))

    missing = told_on("one", "Ana Falk is still missing on the slope of the moor", "2020-05-03", "")
    for day, found in (("2020-05-09", 0), ("2020-05-02", 1)):
        two = told_on("two", "Ana Falk was found on the slope of the moor on 9 May", "", day)
        assert len(disputes(missing, two)) == found


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        ("The sirens of the depot went off at once",
         "Not one of the nine sirens on poles around the depot made a sound",
         "Whether the sirens sounded"),
        ("The first-team squad took part in a session", "The first-team squad refused to train",
         "Whether the first-team squad took part"),
        ("Two diplomats drew up the lists for the swap of the crews",
         "No third state had a hand in the swap of the crews", "Whether the diplomats had a hand in it"),
        ("Ana Falk walked out after the match", "Ana Falk learned in a queue that she had lost her job",
         "Whether Ana Falk went freely or was made to"),
        ("The prisoners were visited by a doctor each day", "The prisoners bore marks of beatings",
         "How the prisoner was treated"),
        ("All staff received their May salaries", "Staff have not had a penny in wages since April",
         "Whether salaries were paid"),
        ("A crane made contact with the gas line", "No tool had touched the gas line",
         "Whether the line was touched"),
        ("About 900 dead fish lay in the creek", "There was no impact on the creek", "Whether the creek was harmed"),
    ],
)  # fmt: skip
def test_more_answers(one: str, two: str, label: str) -> None:
    def naming(key: str, sentence: str) -> Analysis:
        text = told(key, sentence).article.text
        return told(key, sentence, *([actor(text, "a1", "Ana Falk", "Person")] if "Ana Falk" in text else []))

    found = disputes(naming("one", one), naming("two", two))
    assert label in [item.label for item in found]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Nine residents were treated at a clinic", "No one else was hurt"),
        ("Ana Falk resigned in May", "Ten years later she was dismissed"),
        ("The guard said that his cuffs hurt", "No guard was hurt"),
    ],
)
def test_no_more_answers(one: str, two: str) -> None:
    assert disputes(told("one", one), told("two", two)) == []


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        ("The tenants of the tower were told of the sale in a letter",
         "The tenants of the tower learnt of the sale only from a newspaper",
         "Whether the tenants knew"),
        ("Nurses at the clinic reported the theft of morphine to the regulator",
         "The theft of morphine at the clinic went unreported", "Whether it was reported"),
        ("The guards at the quarry were fully trained", "The guards at the quarry had no training in first aid",
         "Whether the guards were trained"),
        ("The files of patients of the clinic were encrypted", "The files of patients of the clinic lay in plain text",
         "Whether data was protected"),
        ("The ferry was overloaded with timber", "The ferry with timber was within its capacity",
         "Whether the ferry was overloaded"),
        ("The mask was looted from a shrine", "The mask was bought from a priest of the shrine",
         "Whether it was come by honestly"),
        ("The observers called the vote in the valley free and fair", "Gangs stuffed ballot boxes in the valley vote",
         "Whether the vote was fair"),
    ],
)  # fmt: skip
def test_answers_of_many_fields(one: str, two: str, label: str) -> None:
    assert [item.label for item in disputes(told("one", one), told("two", two))] == [label]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The files of the clinic were encrypted", "A menu of the harbour lay in plain text"),
        ("The cook was uninjured", "The poor and uninsured met the cook"),
        ("The guards were fully trained", "The guards would have no training in first aid"),
        ("About 900 dead fish lay in the creek", "That there was no impact on the creek"),
    ],
)
def test_no_answers_of_many_fields(one: str, two: str) -> None:
    assert disputes(told("one", one), told("two", two)) == []


def test_what_changes_from_day_to_day_is_of_one_day() -> None:
    def told_on(key: str, sentence: str, day: str) -> Analysis:
        made = told(key, sentence)
        return read(key, made.article.text, *made.actors, *made.actions, published=day)

    shut, opened = "The divers of the wreck were found", "The divers of the wreck were still missing"
    assert len(disputes(told_on("one", shut, "2020-05-03"), told_on("two", opened, "2020-05-04"))) == 1
    assert disputes(told_on("one", shut, "2020-05-03"), told_on("two", opened, "2020-05-09")) == []


def test_a_determiner_may_stand_within_a_phrase() -> None:
    part = "They told the police"
    rows = {item.id for item in answers_in(words_of_sentence(part, 0, len(part)))}
    part = "They told police"
    assert rows == {item.id for item in answers_in(words_of_sentence(part, 0, len(part)))}
