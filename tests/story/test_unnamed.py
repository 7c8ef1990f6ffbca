"""Which unnamed actors a reader can tell from others."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.model import Actor, ActorType, Analysis, Mention
from onrecord.story.unnamed import is_told_apart, named_in, nobody_in_particular
from resolution import actor, article, span, statement

TEXT = "Ada Holm of Moss and the Fjord Post met {}. She paid."


def told_apart(words: str, kind: ActorType, *, speaks: bool = False, deeds: int = 1, form: str = "description") -> bool:
    text = TEXT.format(words)
    start, end = span(text, words)
    owner = {
        "her": ("a1", "Ada Holm", "Person"),
        "Moss": ("a2", "Moss", "Place"),
        "Post": ("a3", "Fjord Post", "Outlet"),
    }
    actors: list[Actor] = []
    for word, (key, name, of) in owner.items():
        found = actor(text, key, name, of)  # type: ignore[arg-type]
        if word in words.split() or f"{word}'s" in words.split():
            place = text.index(word, start)
            more = Mention(place, place + len(word), "pronoun" if word == "her" else "short")
            found = Actor(id=key, name=name, type=found.type, named=True, mentions=(*found.mentions, more))
        actors.append(found)
    own = Actor(id="u", name=words, type=kind, named=False, mentions=(Mention(start, end, form),))  # type: ignore[arg-type]
    item = Analysis(article=article("one", text), actors=(*actors, own))
    return is_told_apart(item, own, named_in(item), speaks=speaks, deeds=deeds)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("her voters", "Group"),
        ("the Post's readers", "Group"),
        ("the Post survey", "Thing"),
        ("the harbour pilots", "Group"),
        ("all pilots in the fjord", "Group"),
        ("a Moss official", "Person"),
    ],
)
def test_whoever_belongs_to_somebody_named_or_is_of_a_kind_is_told_apart(words: str, kind: ActorType) -> None:
    assert told_apart(words, kind)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("voters", "Group"),
        ("likely voters", "Group"),
        ("people in Moss", "Group"),
        ("readers in Post rooms", "Group"),
        ("another man", "Person"),
        ("his wife", "Person"),  # and nobody knows whose
        ("the pilots", "Group"),
        ("some harbour pilots", "Group"),
        ("46 percent of her voters", "Group"),
        ("a third of her voters", "Group"),
        ("28% of pilots and 12% of clerks", "Group"),
        ("a new survey", "Thing"),
        ("the company website", "Outlet"),
        ("the northern states", "State"),
    ],
)
def test_what_anybody_can_be_and_a_share_of_people_are_not(words: str, kind: ActorType) -> None:
    assert not told_apart(words, kind, speaks=True)


def test_whoever_is_brought_in_to_suffer_one_deed_is_told_apart_by_a_name_only() -> None:
    assert not told_apart("a harbour pilot", "Person")
    assert told_apart("a harbour pilot", "Person", speaks=True)
    assert told_apart("a harbour pilot", "Person", deeds=2)
    assert not told_apart("a digital clock", "Product")
    assert told_apart("a digital clock", "Product", deeds=2)


def test_a_people_is_told_apart_by_its_name() -> None:
    assert told_apart("Fjordlanders", "Group", form="name")


def test_a_point_of_the_compass_is_nowhere_in_particular() -> None:
    text = "Ada Holm toured the South and South Moss."
    actors = (actor(text, "a1", "the South", "Place"), actor(text, "a2", "South Moss", "Place"))
    assert nobody_in_particular(Analysis(article=article("one", text), actors=actors), (), ()) == {"a1"}


def test_two_described_in_the_same_words_are_not_told_apart() -> None:
    text = "Some met the harbour pilots and the river pilots."
    words = ("the harbour pilots", "the river pilots")

    def found(*names: str) -> frozenset[str]:
        groups = [
            Actor(id=one, name=name, type="Group", named=False, mentions=(Mention(*span(text, one), "description"),))
            for one, name in zip(words, names, strict=True)
        ]
        return nobody_in_particular(Analysis(article=article("one", text), actors=tuple(groups)), (), ())

    assert found(*words) == frozenset()
    assert found("the pilots", "the pilots") == {*words}


def test_one_known_only_as_somebodys_is_nobody_unless_heard() -> None:
    text = "Ada Holm met. Bids came from Ada Holm's rival."
    holm = actor(text, "a1", "Ada Holm", "Person")
    more = replace(holm, mentions=(*holm.mentions, Mention(*span(text, "Ada Holm", 20), "name")))
    mention = Mention(*span(text, "Ada Holm's rival"), "description")
    rival = Actor(id="u", name="Ada Holm's rival", type="Person", named=False, mentions=(mention,))
    told = Analysis(article=article("one", text), actors=(more, rival))
    assert nobody_in_particular(told, (), ()) == {"u"}
    said = statement(text, "s1", "Bids came", speakers=("u",))
    assert nobody_in_particular(told, (said,), ()) == frozenset()
