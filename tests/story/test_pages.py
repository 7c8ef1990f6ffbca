"""What is looked up by reference, with a part of it in memory."""

from __future__ import annotations

import pytest

from onrecord.at_hand import ByName
from onrecord.model import Ref
from onrecord.story.pages import Table

ROWS = [(Ref(f"article {number % 7}", f"a{number}"), f"value {number}") for number in range(60)]


@pytest.mark.parametrize("most", [3, 1000])
def test_a_table_gives_the_string_of_each_reference(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(ByName, "most", most)
    monkeypatch.setattr(Table, "most", most)
    found = Table(ROWS)
    assert [found[ref] for ref, _ in ROWS] == [value for _, value in ROWS]
    assert found.get(Ref("article 1", "a2")) is None
    assert Ref("article 1", "a2") not in found
    assert (list(found), list(found.items()), len(found)) == ([ref for ref, _ in ROWS], ROWS, len(ROWS))
    assert dict.__len__(found) <= most
