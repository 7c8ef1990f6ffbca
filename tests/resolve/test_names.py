"""Names as they are compared; and the examples of the lexicon of resolution, each run."""

from __future__ import annotations

import pytest

from onrecord.resolve import names, places
from onrecord.word_sets import word_set


def test_names_that_differ_in_small_words_and_legal_forms_are_one() -> None:
    for one, two in (("Ministry of Interior", "Interior Ministry"), ("Example Air Holdings", "Example Air")):
        assert names.bag(names.organisation_words(one)) == names.bag(names.organisation_words(two))


def test_a_trade_is_left_out_of_a_name() -> None:
    long, short = names.words("Example Airways"), names.words("Example")
    assert long[: len(short)] == short
    assert set(long[len(short) :]) <= word_set("trade")


def test_the_head_of_a_phrase_stands_before_its_preposition() -> None:
    assert names.head("the bridge over the river") == "bridge"
    assert names.head("it") == ""


def test_a_noun_and_its_verb_share_their_root() -> None:
    assert names.root("appointment") == names.root("appoint")


def test_numbers_in_words_and_scales() -> None:
    assert names.count("three ships") == 3
    assert names.count("3.5 million users") == 3500000
    assert names.count("five November") is None


def test_a_name_of_generic_words_only() -> None:
    assert names.is_generic(names.words("First National Bank"))
    assert not names.is_generic(("boxwood", "bank"))


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Harbour Authority (HA)", ("harbour", "authority")),
        ("Café Müller's", ("cafe", "muller")),
        ("U.S. Air Force", ("us", "air", "force")),
        ("Inter-Services Office", ("inter", "services", "office")),
        ("The", ("the",)),
        ("", ()),
    ],
)
def test_words(name: str, folded: tuple[str, ...]) -> None:
    assert names.words(name) == folded


@pytest.mark.parametrize(
    "name", ["Boxwood Co.", "Boxwood, Inc.", "Boxwood Ltd", "Boxwood Group plc", "The Boxwood Company"]
)
def test_the_legal_form_is_no_part_of_a_name(name: str) -> None:
    assert names.organisation_words(name) == ("boxwood",)


def test_word_order_small_words_and_plurals_do_not_count() -> None:
    assert names.bag(names.words("Ministry of Ports")) == names.bag(names.words("ports ministry"))
    assert names.bag(names.words("Port Communications Board")) == names.bag(names.words("Port Communication Board"))
    assert names.bag(names.words("Port Board")) != names.bag(names.words("Port Bureau"))


def test_acronyms() -> None:
    assert "hpa" in names.acronyms("Harbour and Ports Authority")
    assert "hapa" in names.acronyms("Harbour and Ports Authority")
    assert names.acronyms("Harbour") == ()
    assert names.is_acronym("U.N.")
    assert not names.is_acronym("Ufone")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the airline giant Boxwood Air", "Boxwood Air"),
        ("Boxwood Air", "Boxwood Air"),
        ("the company", ""),
        ("Boxwood, the airline", ""),
    ],
)
def test_proper(phrase: str, name: str) -> None:
    assert names.proper(phrase) == name


@pytest.mark.parametrize(
    ("one", "two"),
    [("appointment", "appoint"), ("nomination", "nominate"), ("shooting", "shoot"), ("closure", "close")],
)
def test_a_verb_and_its_noun_have_one_root(one: str, two: str) -> None:
    assert names.root(one) == names.root(two)


def test_roots_of_different_words_differ() -> None:
    words = ["order", "ordain", "ban", "bandage", "station", "state", "arrest", "rest"]
    assert len({names.root(word) for word in words}) == len(words)


def test_the_country_is_taken_off_a_name_that_says_something_without_it() -> None:
    assert places.split(("pakistan", "harbour", "authority")) == ("pk", ("harbour", "authority"))
    assert places.split(("harbour", "authority", "of", "pakistan")) == ("pk", ("harbour", "authority"))
    assert places.split(("qatar", "airways")) == (None, ("qatar", "airways"))


@pytest.mark.parametrize(
    ("phrase", "number"),
    [
        ("the 23 pirates", 23),
        ("three ships of the line", 3),
        ("2,400 workers", 2400),
        ("3 million users", 3_000_000),
        ("a total of 12 boats", 12),
        ("about 300 rounds", None),
        ("at least five men", None),
        ("a 36-year-old climber", None),
        ("36 - year - old climber", None),
        ("11 PM riots", None),
        ("2009 elections", None),
        ("six rifles, 12 magazines", None),
        ("one Kenyan and one Chilean climber", None),
        ("14 AK-47 rifles", None),
        ("the ships", None),
        ("30 November", None),
        ("", None),
    ],
)
def test_count(phrase: str, number: int | None) -> None:
    assert names.count(phrase) == number
