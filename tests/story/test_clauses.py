"""Clauses from parts: every standing of a deed, active and passive, with and without complement."""

from __future__ import annotations

import pytest

from onrecord.lexicon_files import entries
from onrecord.story.auxiliaries import Number, ShortForm, agreeing, written_out
from onrecord.story.clauses import Parts, clause, in_a_row, infinitive, plural, predicate, retold
from onrecord.story.date_phrases import first_day, in_words, phrase

BAN = {"verb": "ban", "subject": "Norland", "object": "Blimp"}
SHUT = {"verb": "shut down", "object": "the service"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Norland banned Blimp"),
        ({"polarity": "negative"}, "Norland did not ban Blimp"),
        ({"when": "in 2013"}, "Norland banned Blimp in 2013"),
        ({"modality": "planned"}, "Norland plans to ban Blimp"),
        ({"modality": "planned", "will": True}, "Norland will ban Blimp"),
        ({"modality": "planned", "polarity": "negative"}, "Norland will not ban Blimp"),
        ({"modality": "ordered"}, "Norland was ordered to ban Blimp"),
        ({"modality": "ordered", "polarity": "negative"}, "Norland was ordered not to ban Blimp"),
        ({"modality": "demanded"}, "Norland was asked to ban Blimp"),
        ({"modality": "threatened"}, "Norland threatened to ban Blimp"),
        ({"modality": "considered"}, "Norland considered banning Blimp"),
        ({"modality": "attempted"}, "Norland tried to ban Blimp"),
        ({"modality": "attempted", "polarity": "negative"}, "Norland did not try to ban Blimp"),
        ({"modality": "ended"}, "Norland stopped banning Blimp"),
        ({"modality": "possible"}, "Norland may ban Blimp"),
        ({"modality": "possible", "can": True, "polarity": "negative"}, "Norland cannot ban Blimp"),
        ({"modality": "conditional", "polarity": "negative"}, "Norland would not ban Blimp"),
        ({"present": True}, "Norland bans Blimp"),
        ({"present": True, "polarity": "negative"}, "Norland does not ban Blimp"),
        ({"subject": "officials", "plural": True, "present": True}, "officials ban Blimp"),
        ({"subject": "officials", "plural": True, "modality": "ordered"}, "officials were ordered to ban Blimp"),
    ],
)
def test_a_deed_with_a_doer_is_an_active_clause(changes, words):
    assert clause(Parts(**{**BAN, **changes})) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "the service was shut down"),
        ({"object_plural": True}, "the service were shut down"),
        ({"polarity": "negative"}, "the service was not shut down"),
        ({"present": True}, "the service is shut down"),
        ({"modality": "planned", "will": True}, "the service will be shut down"),
        ({"modality": "ended"}, "the service is no longer shut down"),
        ({"modality": "possible"}, "the service may be shut down"),
        ({"modality": "ordered"}, "there was an order to shut down the service"),
        ({"modality": "demanded"}, "there was a demand to shut down the service"),
        ({"modality": "considered"}, "it was considered whether to shut down the service"),
        ({"modality": "planned", "when": "by 1 May"}, "there was a plan to shut down the service by 1 May"),
    ],
)
def test_a_deed_without_a_doer_is_passive_or_has_no_subject(changes, words):
    assert clause(Parts(**{**SHUT, **changes})) == words


def test_what_befalls_is_the_subject_of_an_active_verb():
    assert clause(Parts(verb="fall", object="prices", object_plural=True, unaccusative=True)) == "prices fell"


def test_an_order_takes_its_deed_as_an_infinitive():
    below = infinitive(Parts(**SHUT, when="by 30 November"))
    order = Parts(verb="order", subject="Norland", object="operators", complement=below)
    assert clause(order) == "Norland ordered operators to shut down the service by 30 November"
    assert infinitive(Parts(verb="comply", link="with", object="it", polarity="negative")) == "not to comply with it"


@pytest.mark.parametrize(
    ("subject", "group", "many", "passive", "words"),
    [
        ("Alder Net", ["have", "never", "sold"], False, False, "Alder Net has never sold maps"),
        ("Alder Net", ["wo", "n't", "sell"], False, False, "Alder Net will not sell maps"),
        ("Alder Net", ["'s", "selling"], False, False, "Alder Net is selling maps"),
        ("Alder Net", ["'s", "sold"], False, False, "Alder Net has sold maps"),
        ("Alder Net", ["'s", "sold"], False, True, "Alder Net is sold maps"),
        ("Alder Net", ["'d", "sell"], False, False, "Alder Net would sell maps"),
        ("Alder Net", ["'d", "sold"], False, False, "Alder Net had sold maps"),
        ("the shops", ["was", "selling"], True, False, "the shops were selling maps"),
        ("Alder Net", ["sell"], False, False, "Alder Net sells maps"),
        ("Alder Net", ["put"], False, False, "Alder Net put maps"),
    ],
)
def test_a_clause_is_told_again_in_its_own_verb_group(subject, group, many, passive, words):
    assert retold(subject, group, "maps", plural=many, passive=passive) == words


def test_a_link_stands_between_verb_and_object():
    sent = Parts(verb="send out", subject="Norland", link="letters to", object="operators")
    assert clause(sent) == "Norland sent out letters to operators"
    assert predicate(sent) == "sent out letters to"


@pytest.mark.parametrize(
    ("words", "named", "many"),
    [
        (["Alder Foods"], True, False),
        (["the operators"], False, True),
        (["an operator of networks"], False, False),
        (["users of the network"], False, True),
        (["about 5,000 customers"], False, True),
        (["many"], False, True),
        (["Ann Poe", "Tom Bell"], True, True),
        ([], False, False),
        (["all but four"], False, True),
        (["firms such as Alder"], False, True),
        (["a firm such as Alder"], False, False),
    ],
)
def test_number_of_a_subject(words, named, many):
    assert plural(words, named=named) is many


def test_names_in_a_row():
    assert [in_a_row(item) for item in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [None, "A", "A and B", "A, B and C"]


@pytest.mark.parametrize(
    ("value", "before", "printed", "words"),
    [
        ("2015-11-30", "by", "Nov. 30", "by 30 November"),
        ("2015-11-30", "by", "November 30, 2015", "by 30 November 2015"),
        ("2015-11-30", "on", "Monday", "on 30 November 2015"),
        ("2015-11-30", "as of", "November 30", "as of 30 November"),
        ("2013", "in", "2013", "in 2013"),
        ("2015-06", "in", "June this year", "in June 2015"),
        ("2015-W30", "last", "last week", "in the week of 20 July 2015"),
        ("2015-SU", "beginning", "the summer of 2015", "from summer 2015"),
        ("2015-Q1", "in", "the first quarter", "in the first quarter of 2015"),
        ("2015-11-30T10:00", "at", "10 on Monday", "on 30 November"),
        ("2015-XX", "in", "2015", ""),
    ],
)
def test_dates_in_words(value, before, printed, words):
    assert phrase(value, before, printed) == words


@pytest.mark.parametrize(
    ("value", "first"),
    [("2016-W08", "2016-02-22"), ("2016-W08-WE", "2016-02-22"), ("2016-02", "2016-02"), ("2016", "2016"),
     ("2016-02-21", "2016-02-21"), ("2016-SU", "2016"), ("2016-W99", "2016"), ("", "")],
)  # fmt: skip
def test_dates_of_any_granularity_can_be_sorted(value, first):
    assert first_day(value) == first


def test_what_is_no_date_stays():
    assert [in_words(item) for item in ("P90D", "PRESENT_REF", "2015-13", "2015-W99")] == [
        "P90D", "PRESENT_REF", "2015-13", "2015-W99",
    ]  # fmt: skip


@pytest.mark.parametrize("item", entries("auxiliaries.toml", "short", ShortForm), ids=lambda item: item.id)
def test_a_short_form_of_its_example_is_written_out(item: ShortForm) -> None:
    assert item.id in item.example
    assert written_out(item.id) == written_out(item.id.replace("'", "’")) == item.full


@pytest.mark.parametrize("item", entries("auxiliaries.toml", "number", Number), ids=lambda item: item.id)
def test_an_auxiliary_of_its_example_agrees_with_its_subject(item: Number) -> None:
    assert item.id in item.example.split()
    assert agreeing(item.id, plural=True) == agreeing(item.plural, plural=True) == item.plural
    assert agreeing(item.id, plural=False) == item.singular
    assert agreeing("sells", plural=True) is None
