"""Which actors are nodes: those whose label alone says who they are, and who take part in what is shown."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Mention, Passage
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import action, actor, all_shown, analysis, span, statement, wording


def nodes(*items: Analysis) -> set[str]:
    """The names of the nodes of a story in which everything on record has a line."""
    return {one.name for one in on_record(all_shown(resolve(items))).actors}


def sued(text: str, name: str, kind: str, *more: Mention) -> Analysis:
    """An article in which somebody sues Harbor Bank."""
    doer = actor(text, "a1", name, kind)  # type: ignore[arg-type]  # a parameter
    doer = replace(doer, mentions=(*doer.mentions, *more))
    bank = actor(text, "a2", "Harbor Bank", "Company")
    words = wording(text, "active", name, "sued", "Harbor Bank")
    told = {"agents": ("a1",), "agent_spans": name, "patients": ("a2",), "patient_spans": "Harbor Bank"}
    deed = action(text, "e1", "sued", type="Sue", lemma="sue", recorded=True, wording=words, **told)
    return replace(analysis("one", text, doer, bank, deed), passages=(Passage(0, len(text), "body"),))


@pytest.mark.parametrize(
    ("text", "name", "kind", "is_node"),
    [
        ("Ada Brekke sued Harbor Bank.", "Ada Brekke", "Person", True),
        ("The farmer, Vesla Moe, sued Harbor Bank.", "Vesla Moe", "Person", False),  # no mention of hers
        ("Vesla Moe, 54, sued Harbor Bank.", "Vesla Moe", "Person", True),
        ("In May Vesla Moe sued Harbor Bank.", "Vesla Moe", "Person", False),  # perhaps a firm or a ship
        ("Brekke sued Harbor Bank.", "Brekke", "Person", False),
        ("The interior ministry sued Harbor Bank.", "interior ministry", "Ministry", False),
        ("In May Haldeno sued Harbor Bank.", "Haldeno", "Organization", True),
        ("Haldeno sued Harbor Bank.", "Haldeno", "Organization", False),  # a greeting, a heading
        ("In May the Front sued Harbor Bank.", "Front", "Organization", False),
        ("In May 64,000 sued Harbor Bank.", "R64,000", "Product", False),
        ("FOR IMMEDIATE RELEASE sued Harbor Bank.", "FOR IMMEDIATE RELEASE", "Product", False),
    ],
)
def test_a_label_says_who_it_is(text: str, name: str, kind: str, is_node: bool) -> None:
    text = text if name in text else text.replace("64,000", name)
    assert nodes(sued(text, name, kind)) == {"Harbor Bank"} | ({name} if is_node else set())


def test_a_role_before_a_name_shows_a_person() -> None:
    text = "The farmer Vesla Moe sued Harbor Bank."
    assert "Vesla Moe" in nodes(sued(text, "Vesla Moe", "Person", Mention(*span(text, "The farmer Vesla Moe"), "name")))


def test_who_is_taken_up_by_he_or_who_is_a_person() -> None:
    text = "Vesla Moe sued Harbor Bank. She won."
    pronoun = Mention(*span(text, "She"), "pronoun")
    assert "Vesla Moe" in nodes(sued(text, "Vesla Moe", "Person", pronoun))


def test_a_place_where_something_happens_is_no_node() -> None:
    text = "Ada Brekke sued Harbor Bank in Haldeno."
    item = sued(text, "Ada Brekke", "Person")
    place = actor(text, "a3", "Haldeno", "Place")
    (deed,) = item.actions
    there = replace(item, actors=(*item.actors, place), actions=(replace(deed, place="a3"),))
    assert nodes(there) == {"Ada Brekke", "Harbor Bank"}


@pytest.mark.parametrize(
    ("words", "is_node"),
    [
        ("A spokesman for Harbor Bank", True),
        ("The spokesman", False),
        ("Her spokesman at Harbor Bank", False),
        ("A man at Harbor Bank", False),
        ("Harbor Bank, the spokesman", False),
    ],
)
def test_a_description_says_whose_it_is_by_a_name(words: str, is_node: bool) -> None:
    text = f"{words} said the mill had shut. Harbor Bank left."
    source = actor(text, "a1", words, "Person", named=False)
    bank = actor(text, "a2", "Harbor Bank", "Company")
    told = {"source": words, "cue": "said", "speakers": ("a1",), "on_behalf_of": ("a2",)}
    said = statement(text, "s1", "the mill had shut", mode="indirect", **told)
    found = nodes(replace(analysis("one", text, source, bank, said), passages=(Passage(0, len(text), "body"),)))
    assert (words in found) is is_node
