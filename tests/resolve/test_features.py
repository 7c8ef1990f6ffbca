"""Single pieces of evidence, apart from what outweighs them."""

from __future__ import annotations

import pytest

from onrecord.resolve.actions import date_features
from onrecord.resolve.actors.name_features import Run, name
from onrecord.resolve.actors.profiles import Profile
from onrecord.resolve.names import Words
from onrecord.weights import weights_of

NOBODY = frozenset[str]()


def company(place: int, *form: str) -> Profile:
    return Profile(
        members=(place,),
        family="organisation",
        types=frozenset({"Company"}),
        printed=(" ".join(form),),
        forms=frozenset({form}),
        territory=None,
        countries=NOBODY,
        setting=NOBODY,
        home=None,
        roles=NOBODY,
        companions=NOBODY,
        articles=frozenset({place}),
    )


def test_a_beginning_is_short_for_a_name_unless_some_article_has_both() -> None:
    short, long = company(0, "boxwood"), company(1, "boxwood", "airways")
    pair: tuple[Words, Words] = (("boxwood",), ("boxwood", "airways"))
    together, apart = Run({}, {}, frozenset()), Run({}, {}, frozenset({pair}))
    assert (
        name(short, long, together).score == name(long, short, together).score == weights_of("actors")["name.beginning"]
    )
    assert name(short, long, apart).score == name(long, short, apart).score == 0


@pytest.mark.parametrize(
    ("one", "two", "weight"),
    [
        ("2021-03", "2021-03-09", "when.agree"),
        ("2021-03-09", "2021", "when.agree"),
        ("2021-03-09", "2021-03-10", "when.near"),
        ("2021-03-09", "2020-03-09", "when.far"),
        ("2021-03", "2021-04", "when.other"),
    ],
)
def test_a_month_agrees_with_each_of_its_days(one: str, two: str, weight: str) -> None:
    assert date_features.of_dates(one, two).score == weights_of("actions")[weight]
