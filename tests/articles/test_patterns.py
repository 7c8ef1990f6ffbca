"""Every pattern of lexicons/bylines.toml finds its example."""

from __future__ import annotations

import pytest

from onrecord import resources
from onrecord.articles.patterns import months, pattern

ENTRIES = resources.toml("lexicons", "bylines.toml")["pattern"]


@pytest.mark.parametrize("name", ENTRIES)
def test_every_pattern_finds_its_example(name: str) -> None:
    assert pattern(name).search(ENTRIES[name]["example"])
    assert ENTRIES[name]["source"]


def test_months() -> None:
    assert (months()["january"], months()["sept"], months()["dec"]) == (1, 9, 12)
