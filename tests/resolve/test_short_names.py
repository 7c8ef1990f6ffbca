"""Who is meant by a surname, by two surnames or by one word of a body's name."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord import person_names
from onrecord.resolve.actors.name_features import Run, name
from onrecord.resolve.actors.profiles import Profile
from onrecord.resolve.actors.short_forms import ambiguous_forms, bearers, bodies_by_word
from onrecord.weights import weights_of

NOBODY = frozenset[str]()
WEIGHTS = weights_of("actors")


def profile(place: int, family: str, called: str, sex: str = "") -> Profile:
    return Profile(
        members=(place,),
        family=family,
        types=frozenset({"Person" if family == "person" else "Organization"}),
        printed=(called.title(),),
        forms=frozenset({tuple(called.split())}),
        territory=None,
        countries=NOBODY,
        setting=NOBODY,
        home=None,
        roles=NOBODY,
        companions=NOBODY,
        articles=frozenset({place}),
        sex=sex,
    )


def scored(left: Profile, right: Profile, *others: Profile) -> float:
    found = [left, right, *others]
    run = Run({}, ambiguous_forms(found), frozenset(), bearers(found), bodies_by_word(found))
    there, back = name(left, right, run).score, name(right, left, run).score
    assert there == back
    return there


@pytest.mark.parametrize(
    ("sex", "other", "weight"),
    [
        ("m", "f", "name.person.surname"),
        ("", "f", "name.person.borne_by_several"),
        ("m", "m", "name.person.borne_by_several"),
    ],
)
def test_a_surname_is_that_of_its_only_bearer_of_the_sex(sex: str, other: str, weight: str) -> None:
    alone, full = profile(0, "person", "lund", sex), profile(1, "person", "ola lund", "m")
    assert scored(alone, full, profile(2, "person", "ida lund", other)) == WEIGHTS[weight]


def test_two_surnames_are_those_of_a_full_name() -> None:
    both = profile(0, "person", "brekke lund"), profile(1, "person", "ola brekke lund")
    assert scored(*both) == WEIGHTS["name.person.surname"]
    assert person_names.conflict(("ida", "lund"), ("ola", "brekke", "lund")) == "the given names differ"


@pytest.mark.parametrize(
    ("short", "other", "weight"),
    [
        ("vardeno", "", "name.beginning"),
        ("marine", "", "name.beginning"),
        ("vardeno", "vardeno bank", None),
        ("boxwood", "", None),
        ("commission", "vardeno commission", None),
    ],
)
def test_one_word_is_short_for_the_only_body_whose_name_begins_or_ends_with_it(
    short: str, other: str, weight: str | None
) -> None:
    others = [profile(2, "organisation", other)] if other else []
    found = scored(profile(0, "organisation", short), profile(1, "organisation", "vardeno marine"), *others)
    assert found == (WEIGHTS[weight] if weight else 0)


def test_letters_behind_a_name_are_no_part_of_it() -> None:
    assert person_names.parsed(("ola", "lund", "kc")) == person_names.parsed(("ola", "lund"))


def test_a_nickname_is_short_for_the_name_it_stands_in() -> None:
    assert person_names.short_for(("skip",), ("ola", "skip", "lund")) == "given"
    assert not person_names.short_for(("ada",), ("ola", "skip", "lund"))


def test_a_person_is_under_both_sexes_if_nothing_says_which() -> None:
    person, other = profile(0, "person", "ola lund"), profile(1, "person", "ada lund")
    assert bearers([person, other]).keys() == {("lund", "m"), ("lund", "f")}
    assert bearers([replace(person, sex="m"), other]).keys() == {("lund", "m")}
    assert bearers([person]) == {}, "a name that nobody else bears says nothing"
