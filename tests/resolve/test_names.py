"""Names as they are compared; and the examples of the lexicon of resolution, each run."""

from __future__ import annotations

import pytest

from onrecord.resolve import names, places
from onrecord.resources import toml

ENTRIES = toml("lexicons", "resolution.toml")["words"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["id"]))
def test_the_lexicon_keeps_its_examples(entry: dict[str, object]) -> None:
    assert entry["example"]
    assert entry["source"]
    if "same" in entry:
        one, two = (names.organisation_words(name) for name in entry["same"])  # type: ignore[attr-defined]
        assert names.bag(one) == names.bag(two)
    if "short" in entry:
        long, short = (names.words(name) for name in entry["short"])  # type: ignore[attr-defined]
        assert long[: len(short)] == short
        assert set(long[len(short) :]) <= names.listed("trade")
    if "head" in entry:
        phrase, head = entry["head"]  # type: ignore[misc]
        assert names.head(phrase) == head
    if "root" in entry:
        one, two = entry["root"]  # type: ignore[misc]
        assert names.root(one) == names.root(two)
    if "count" in entry:
        phrase, number = entry["count"]  # type: ignore[misc]
        assert names.count(phrase) == number
    if "generic" in entry:
        name, generic = entry["generic"]  # type: ignore[misc]
        assert names.is_generic(names.words(name)) is generic
        assert not names.is_generic(("boxwood", "bank"))
    for key in ("everyday", "context", "leading", "common", "speaking", "neutral", "month", "duration"):
        if key in entry:
            assert entry[key] in names.listed(str(entry["id"]))


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
