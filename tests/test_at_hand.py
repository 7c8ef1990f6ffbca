"""Look-ups give what dictionaries of everything would give, with a part of it in memory."""

from __future__ import annotations

import pytest

from onrecord.at_hand import ByName, Counted, Fingerprints, Looked, Places, Repeated, Tally, known_words

NAMES = [f"name {number}" for number in range(50)]


@pytest.mark.parametrize("most", [1, 10, 1000])
def test_values_by_name(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(ByName, "most", most)
    values = [(name, number) for number, name in enumerate(NAMES)]
    found = ByName(values, lambda item: item[0])
    for _ in range(2):
        assert [found[name] for name in NAMES] == values
        assert dict.__len__(found) <= most
    assert (len(found), list(found), list(found.values())) == (50, NAMES, values)
    assert found.get("nobody") is None
    assert found.get("nobody", 7) == 7
    assert ("name 3" in found, "nobody" in found, found.has("name 3"), found.has("nobody")) == (
        True,
        False,
        True,
        False,
    )
    assert found == dict(zip(NAMES, values, strict=True))
    with pytest.raises(KeyError):
        found["nobody"]


def test_what_is_seen_of_values_is_worked_out_when_it_is_asked_for() -> None:
    asked: list[int] = []
    found = Looked({"one": 1, "two": 2}, lambda value: asked.append(value) or value * 10)
    assert asked == []
    assert [found["two"], found["two"], found.get("three"), "one" in found] == [20, 20, None, True]
    assert asked == [2, 1]
    assert (list(found.items()), len(found)) == ([("one", 10), ("two", 20)], 2)


def test_places_of_words() -> None:
    found = Places(NAMES)
    assert [found[name] for name in reversed(NAMES)] == list(reversed(range(50)))
    assert len(found) == 50


def test_words_are_counted() -> None:
    found = Counted(["b", "a", "b", "c", "b"])
    assert [found[word] for word in ("a", "b", "c", "d")] == [1, 3, 1, 0]
    assert Counted([])["a"] == 0


def test_fingerprints_tell_what_is_in_a_set() -> None:
    known = Fingerprints(NAMES)
    assert all(name in known for name in NAMES)
    assert not any(f"{name}x" in known for name in NAMES)
    assert "name 1" not in Fingerprints([])


@pytest.mark.parametrize("few", [0, 10, 50, 51])
def test_a_few_words_or_many(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr("onrecord.at_hand.FEW", few)
    known = known_words(NAMES)
    assert isinstance(known, frozenset) == (few > 50)
    assert all(name in known for name in NAMES)
    assert "name 50" not in known


def test_what_occurs_again() -> None:
    again = Repeated(["a", "b", ("a", "b"), "a", ("a", "b")])
    assert [thing in again for thing in ("a", "b", ("a", "b"), "c")] == [True, False, True, False]


@pytest.mark.parametrize("few", [1, 3, 100])
def test_words_are_tallied_in_memory_or_in_arrays(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr("onrecord.at_hand.FEW", few)
    found = Tally([{"a", "b"}, {"b", "c", "d"}, {"b", "a"}, {"e"}])
    assert [found[word] for word in "abcdef"] == [2, 3, 1, 1, 1, 0]
    assert Tally([])["a"] == 0
