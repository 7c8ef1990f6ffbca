"""Candidates are the same whether their keys and pairs are in memory or in a file."""

from __future__ import annotations

import sys
from random import Random

import pytest

from onrecord.blocks import Blocks
from onrecord.pairs import Pairs
from onrecord.resolve import blocking
from onrecord.resolve.disjoint import Groups


@pytest.mark.parametrize("few", [0, 20, 1000])
@pytest.mark.parametrize("most", [1, 7, 1 << 20])
def test_positions_of_shared_keys(monkeypatch: pytest.MonkeyPatch, most: int, few: int) -> None:
    monkeypatch.setattr(sys.modules[Blocks.__module__], "FEW", few)
    random = Random(3)
    keys = [{random.randrange(40) for _ in range(3)} for _ in range(60)]
    blocks = Blocks(most=most)
    for place, own in enumerate(keys):
        blocks.add(place, own)
    wanted = [[place for place, own in enumerate(keys) if key in own] for key in range(40)]
    assert sorted(blocks.shared()) == sorted(places for places in wanted if len(places) > 1)


@pytest.mark.parametrize("most", [0, 50, 1 << 20])
def test_pairs_stand_in_order_and_once(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    module = sys.modules[Pairs.__module__]
    monkeypatch.setattr(module, "_GATHERED", 20)
    monkeypatch.setattr(module, "_BLOCK", 9)
    random = Random(5)
    given = [tuple(sorted(random.sample(range(30), 2))) for _ in range(400)]
    pairs = Pairs(given, most=most)
    assert list(pairs) == sorted(set(given))
    assert len(pairs) == len(set(given))
    assert [pairs[place] for place in (0, 5, -1)] == [sorted(set(given))[place] for place in (0, 5, -1)]
    assert pairs[3:6] == sorted(set(given))[3:6]
    pairs.update([(0, 40)])
    assert list(pairs) == sorted({*given, (0, 40)})


def test_no_keys_give_no_pairs() -> None:
    assert list(blocking.candidates([])) == []
    assert list(blocking.candidates([["a"], [], ["a"]])) == [(0, 2)]


def test_groups_are_lists_of_positions() -> None:
    groups = Groups([[3, 1], [2], []])
    assert groups == [[3, 1], [2], []]
    assert (len(groups), groups[-2], groups[:1]) == (3, [2], [[3, 1]])
    with pytest.raises(IndexError):
        groups[3]
