"""Values put aside in a file come back equal and in order, and hardly any of them is held in memory."""

from __future__ import annotations

import pickle

import pytest
from msgspec import Struct

from onrecord import pile, shelf
from onrecord.errors import OutputError
from onrecord.shelf import Seen, Shelf, in_order


class Thing(Struct, frozen=True):
    name: str
    numbers: frozenset[int] = frozenset()


SIZE = 35
"""Bytes of the file that a thing takes, about."""


def things(count: int) -> list[Thing]:
    return [Thing(f"thing {number} “é”", frozenset({number, number + 1})) for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 3, 10, 50])
def test_values_come_back_in_order_and_at_their_places(count: int) -> None:
    given = things(count)
    put = Shelf(Thing, given, held=3 * SIZE)
    assert len(put) == count
    assert list(put) == given
    assert put == given
    assert put == tuple(given)
    assert given == put
    assert [put[place] for place in reversed(range(count))] == given[::-1]
    assert put[2:5] == given[2:5]


def test_the_last_value_has_the_place_minus_one() -> None:
    assert Shelf(Thing, things(9), held=2 * SIZE)[-1] == things(9)[-1]


@pytest.mark.parametrize("place", [3, -4])
def test_a_place_where_nothing_stands_is_an_error(place: int) -> None:
    with pytest.raises(IndexError):
        Shelf(Thing, things(3))[place]


def test_other_values_are_not_equal() -> None:
    assert Shelf(Thing, things(3)) != things(4)
    assert Shelf(Thing, things(3)) != [*things(2), Thing("other")]
    assert Shelf(Thing, things(3)) != "abc"


def test_no_more_than_twice_what_is_held_is_decoded_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    put = Shelf(Thing, things(100), held=5 * SIZE, row=1)
    read: list[int] = []
    decoded = Shelf._decoded
    monkeypatch.setattr(Shelf, "_decoded", lambda self, row: read.append(row) or decoded(self, row))
    for _ in range(3):
        assert [put[place] for place in (7, 8, 9)] == things(100)[7:10]
    assert read == [7, 8, 9], "what was asked for last is at hand"
    for place in range(20, 40):
        assert put[place] == things(100)[place]
    assert put[7] == things(100)[7]
    assert read[-1] == 7, "what was asked for long ago is read again"


def test_neighbours_are_read_together(monkeypatch: pytest.MonkeyPatch) -> None:
    put = Shelf(Thing, things(100), held=5 * SIZE, row=10)
    read: list[int] = []
    decoded = Shelf._decoded
    monkeypatch.setattr(Shelf, "_decoded", lambda self, row: read.append(row) or decoded(self, row))
    assert [put[place] for place in (7, 8, 9, 11)] == [*things(100)[7:10], things(100)[11]]
    assert read == [0, 1]


def test_as_much_is_at_hand_as_fills_the_bytes_that_are_given() -> None:
    large = [Thing("x" * 1000 * (1 + number % 2)) for number in range(40)]
    put = Shelf(Thing, large, held=10_000, row=1)
    assert 7 <= len({*put._recent, *put._before}) <= 14, "twice 10,000 bytes, of 1,500 each"
    for place in range(40):
        assert put[place] == large[place]
        assert sum(put._sizes[one] for one in {*put._recent, *put._before}) <= 2 * (10_000 + 2_100)
    small = Shelf(Thing, things(40), held=10_000, row=1)
    assert len(small._recent) == 40


def test_a_walk_takes_what_is_at_hand_and_puts_nothing_of_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    put = Shelf(Thing, things(60), held=10 * SIZE, row=1)
    asked = {place: put[place] for place in (5, 6, 30)}
    read: list[int] = []
    decoded = Shelf._decoded
    monkeypatch.setattr(Shelf, "_decoded", lambda self, row: read.append(row) or decoded(self, row))
    found = list(put)
    assert found == things(60)
    assert all(found[place] is value for place, value in asked.items())
    assert read[:7] == [0, 1, 2, 3, 4, 7, 8]
    assert put[5] is asked[5]


def test_values_can_be_added_after_others_were_read() -> None:
    put = Shelf(Thing, things(4), held=1 * SIZE)
    assert put[0] == things(1)[0]
    put.add(Thing("late"))
    assert put[3] == things(4)[3]
    assert put[4] == Thing("late")


def test_what_a_change_gives_back_as_it_is_is_not_written_again() -> None:
    put = Shelf(Thing, things(10), held=2 * SIZE, row=1)
    size = put._pile.add(b"")
    changed = put.changed(lambda item: Thing("new") if item.name.startswith("thing 4") else item)
    assert changed == [*things(4), Thing("new"), *things(10)[5:]]
    assert put == things(10)
    assert put._pile.add(b"") - size < size / 5


def test_values_in_another_order() -> None:
    put = Shelf(Thing, things(6), held=2 * SIZE)
    assert put.ordered([5, 0, 3]) == [things(6)[place] for place in (5, 0, 3)]


def test_other_processes_get_a_tuple() -> None:
    assert pickle.loads(pickle.dumps(Shelf(Thing, things(5), held=1 * SIZE))) == tuple(things(5))


def test_a_disk_without_room_ends_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pile.tempfile, "TemporaryFile", full)
    with pytest.raises(OutputError, match="No space left on device"):
        Shelf(Thing, things(20_000))


@pytest.mark.parametrize("run", [3, 100])
def test_values_are_sorted_with_a_few_of_them_in_memory(run: int) -> None:
    given = [Thing(str(number % 7), frozenset({number})) for number in range(50)]
    assert in_order(Thing, given, lambda item: item.name, run=run, row=4) == sorted(given, key=lambda item: item.name)
    assert in_order(Thing, (), lambda item: item.name) == []


def test_values_are_seen_in_another_form() -> None:
    names = Seen(Shelf(Thing, things(5), held=1 * SIZE), lambda item: item.name)
    assert len(names) == 5
    assert list(names) == [item.name for item in things(5)]
    assert (names[1], names[1:3]) == (things(2)[1].name, [item.name for item in things(3)[1:]])


def test_shelves_together_hold_so_much_and_those_that_nobody_asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "ALL", 10 * SIZE)
    left, asked = Shelf(Thing, things(8), row=1), Shelf(Thing, things(100), row=1)
    for place in range(100):
        assert asked[place] == things(place + 1)[place]
    held = [{*one._recent, *one._before} for one in (left, asked)]
    assert held[0] == set()
    assert 0 < len(held[1]) <= 2 * 10 + 2
    assert list(left) == things(8)
