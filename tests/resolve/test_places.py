"""Countries out of the box: printed names give a territory, words and cities do not."""

import pytest

from onrecord.resolve import places
from onrecord.resources import toml


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pakistan", "pk"),
        ("U.K.", "gb"),
        ("UAE", "ae"),
        ("The United States", "us"),
        ("Saudi Arabia", "sa"),
        ("it", None),
        ("IT", None),
        ("in", None),
        ("AZ", None),
        ("Islamabad", None),
        ("Ufone", None),
        ("", None),
    ],
)
def test_territory(name: str, code: str | None) -> None:
    assert places.territory(name) == code


def test_wikidata() -> None:
    assert places.wikidata("pk") == "http://www.wikidata.org/entity/Q843"
    assert places.wikidata("nowhere") is None


def test_the_table_is_whole() -> None:
    rows = toml("lexicons", "countries.toml")["territory"]
    codes = [row["id"] for row in rows]
    assert len(codes) == len(set(codes))
    assert all(row["name"] for row in rows)
    assert all(row["qid"][0] == "Q" and row["qid"][1:].isdigit() for row in rows if "qid" in row)
