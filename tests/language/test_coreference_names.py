from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.coreference import names


def words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().split())


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Halden Telecommunications Authority", "Halden Telecommunication Authority", True),
        ("Inter-Harbour Haulage", "Inter Harbour Haulage", True),
        ("Halden Inc.", "Halden", True),
        ("Halden", "Haldeno", False),
        ("First Bank", "Second Bank", False),
    ],
)
def test_equal(left, right, same):
    assert names.equal(words(left), words(right)) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ministry of Fisheries", "Fisheries Ministry", True),
        ("Ministry of Fisheries", "Ministry of Defence", False),
        ("Halden", "Halden", False),
    ],
)
def test_same_words(left, right, same):
    assert names.same_words(words(left), words(right)) is same


@pytest.mark.parametrize(
    ("short", "long", "is_short"),
    [
        ("HRF", "Halden Rivers Foundation", True),
        ("ORH", "Office for the Rivers of Halden", True),
        ("IHH", "Inter-Harbour Haulage", True),
        ("U.N.", "United Nations", True),
        ("HRX", "Halden Rivers Foundation", False),
        ("H", "Halden Rivers", False),
        ("Halden", "Halden Rivers", False),
    ],
)
def test_acronym_of(short, long, is_short):
    assert names.acronym_of(words(short), words(long)) is is_short


def test_state_before_a_bodys_name_may_be_missing():
    assert names.without_state(words("United States Air Force")) == ("air", "force")
    assert names.without_state(words("Norwegian Coast Guard")) == ("coast", "guard")
    assert names.without_state(words("Norway Post")) == ()  # one word left is no name of a body
    assert names.without_state(words("Halden Coast Guard")) == ()


@given(st.lists(st.text(alphabet="abcdefgs.-", min_size=1, max_size=8), min_size=1, max_size=5).map(tuple))
def test_a_name_equals_itself_and_is_not_its_own_short_form(name):
    assert names.equal(name, name) or not names.key(name)
    assert not names.acronym_of(name, name)
