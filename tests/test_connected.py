"""What is linked, directly or through others, is one group."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.connected import components


def test_groups_stand_in_the_order_of_the_pairs() -> None:
    assert list(components([("c", "d"), ("a", "b"), ("b", "e")])) == [["c", "d"], ["a", "b", "e"]]
    assert list(components([("a", "b"), ("c", "d"), ("d", "a")])) == [["a", "b", "c", "d"]]
    assert list(components(())) == []


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12))))
def test_each_pair_is_in_one_group_and_each_item_once(pairs: list[tuple[int, int]]) -> None:
    groups = list(components(pairs))
    assert sorted(item for group in groups for item in group) == sorted({item for pair in pairs for item in pair})
    assert all(sum(one in group for group in groups) == 1 == sum({one, two} <= {*group} for group in groups)
               for one, two in pairs)  # fmt: skip
    for group in groups:  # no group falls into two
        reached = {group[0]}
        for _ in group:
            reached |= {item for pair in pairs if not reached.isdisjoint(pair) for item in pair}
        assert reached == {*group}
