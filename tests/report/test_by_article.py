"""What concerns some articles of a story is found by their ids."""

from __future__ import annotations

from onrecord.at_hand import ByKey
from onrecord.model import Disagreement, Place, Position, Ref, Story
from onrecord.report.by_article import concerned
from onrecord.report.part import once_a_part


def dispute(iri: str, about: str, *articles: str, note: str = "") -> Disagreement:
    sides = tuple(Position(value=key, refs=(Ref(key, "e1"),), places=(Place(key, 0, 5),)) for key in articles)
    return Disagreement(iri=iri, about=about, aspect="date", positions=sides, note=note)


def test_items_are_found_once_and_in_their_order() -> None:
    found = ByKey(["ab", "bc", "cd"], lambda word: word)
    assert found.of("cb") == ["ab", "bc", "cd"]
    assert found.of("d") == ["cd"]
    assert found.of("x") == []


def test_disputes_are_found_by_what_they_are_about_and_by_their_sentences() -> None:
    here, there = dispute("d1", "one", "a", "b"), dispute("d2", "two", "c", "d")
    seeming = dispute("d3", "one", "a", "c", note="The days follow one another.")
    found = concerned(Story(base="urn:x/", analyses=(), disagreements=(here, there, seeming)))
    assert found.disputes("two", {"x"}) == [there]
    assert found.disputes("", {"b"}) == [here]
    assert found.disputes("one", set()) == [here]
    assert found.disagreements.of(["c"]) == [there, seeming]


def test_what_is_found_out_about_a_part_is_found_out_once() -> None:
    class Part:
        def __init__(self) -> None:
            self.kept: dict[object, object] = {}

    asked: list[str] = []
    look = once_a_part(lambda _, word: asked.append(word) or word.upper())
    one, two = Part(), Part()
    assert [look(one, "a"), look(one, "a"), look(one, "b"), look(two, "a")] == ["A", "A", "B", "A"]
    assert asked == ["a", "b", "a"]
