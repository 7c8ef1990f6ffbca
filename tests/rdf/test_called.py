"""The names of unnamed actors are exactly those that descriptions give: no part of one, and nobody else's."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from msgspec.structs import replace
from pyoxigraph import Literal, Quad

from onrecord import rdf
from onrecord.model import Story
from onrecord.rdf import terms
from onrecord.rdf.called import Called
from onrecord.rdf.read import graph_file
from onrecord.rdf.verify import verify_graph
from onrecord.rdf.write import quads
from onrecord.resolve import resolve
from onrecord.story import clear_nodes
from onrecord.story.publication import on_record
from resolution import action, actor, analysis

TEXT = (
    "Lowland Harbour Authority sold its yard, the oldest in town. Ada Holm wept. Holm's aides sued Lowland Harbour "
    "Authority.\nADA MOE SAID IT."
)


def story(extra: str = "") -> Story:
    """An authority, its yard, a person, her aides, and a person named in capitals alone."""
    text = TEXT + extra
    return resolve(
        [
            analysis(
                "a",
                text,
                actor(
                    text, "a0", "Lowland Harbour Authority", "RegulatoryAgency", "Lowland Harbour Authority#2", "its"
                ),
                actor(text, "a1", "its yard, the oldest in town", "Organization", named=False),
                actor(text, "a2", "Ada Holm", "Person", "Holm#2"),
                actor(text, "a3", "Holm's aides", "Group", named=False),
                actor(text, "a4", "ADA MOE", "Person"),
                action(text, "e1", "sold", agents=("a0",), patients=("a1",)),
                action(text, "e2", "sued", agents=("a3",), patients=("a0",)),
                action(text, "e3", "SAID", agents=("a4",), patients=("a0",)),
            )
        ]
    )


def test_a_description_gives_its_own_words_and_those_of_its_owner() -> None:
    made = story()
    called = Called(made.analyses, {item.iri: (str(Literal(item.name)),) for item in made.actors})
    names = {item.name: called.composed(item.iri) for item in made.actors}
    assert names == {
        "Lowland Harbour Authority": set(),
        "Lowland Harbour Authority's yard": {'"its yard"', '"Lowland Harbour Authority\'s yard"'},
        "Ada Holm": set(),
        "Ada Holm's aides": {'"Holm\'s aides"', '"Ada Holm\'s aides"'},
        "Ada Moe": set(),
    }


def test_an_owner_who_is_not_in_the_graph_has_the_name_that_articles_give() -> None:
    made = story()
    [aides] = [item.iri for item in made.actors if item.name == "Ada Holm's aides"]
    assert Called(made.analyses, {}).composed(aides) == {'"Holm\'s aides"', '"Ada Holm\'s aides"'}


def unfounded(made: Story, iri: str, name: str, folder: Path) -> list[str]:
    """The nodes of which verify says that something has no evidence, if the graph calls `iri` so."""
    changed = [
        Quad(item.subject, item.predicate, Literal(name), item.graph_name)
        if (item.subject.value, item.predicate.value) == (iri, terms.SKOS_PREF_LABEL)
        else item
        for item in quads(made)
    ]
    (folder / "graph.nq").write_bytes(pyoxigraph.serialize(changed, format=pyoxigraph.RdfFormat.N_QUADS) or b"")
    return [item.where for item in verify_graph(graph_file(folder), made.analyses).problems if item.kind == "evidence"]


WRONG = [
    "",
    "L",
    "its",
    "Lowland Harbour Authority",
    "Lowland Harbour Authority's",
    "Lowland Harbour Authority's ya",
    "Lowland Harbour Authority's yard, the oldest in town",
    "Lowland Harbour Authority yard",
    "Ada Holm's yard",
    "Ada Holm's aides",
    "yard",
    "town",
]


@pytest.mark.parametrize("name", WRONG)
def test_any_other_name_rests_on_nothing(tmp_path: Path, name: str) -> None:
    made = story()
    [yard] = [item.iri for item in made.actors if item.name == "Lowland Harbour Authority's yard"]
    assert unfounded(made, yard, name, tmp_path) == [yard]


def test_what_is_composed_is_verified(tmp_path: Path) -> None:
    made = story()
    rdf.write_graph(made, tmp_path)
    assert {item.name for item in made.actors} >= {"Lowland Harbour Authority's yard", "Ada Holm's aides", "Ada Moe"}
    assert verify_graph(tmp_path, made.analyses).problems == ()


def test_what_is_called_after_somebody_off_the_record_is_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clear_nodes, "among", lambda _look, actors, _shown: (one.iri for one in actors))
    whole = story()
    part = on_record(whole)
    assert "Ada Holm" not in {item.name for item in part.actors}
    assert "Ada Holm's aides" in {item.name for item in part.actors}
    rdf.write_graph(part, tmp_path)
    assert verify_graph(tmp_path, part.analyses, known=whole.analyses).problems == ()
    assert [item.message for item in verify_graph(tmp_path, part.analyses).problems] == [
        'skos:prefLabel "Ada Holm\'s aides" rests on nothing that was read'
    ]


STATE = "The Norwegian government paid. Lowland Harbour sued the Norwegian government."


@pytest.mark.parametrize(("name", "holds"), [("Government of Norway", True), ("Government of Sweden", False)])
def test_a_government_is_called_after_its_own_state(tmp_path: Path, name: str, holds: bool) -> None:
    government = actor(STATE, "a0", "The Norwegian government", "GovernmentBody", "the Norwegian government")
    made = resolve(
        [
            analysis(
                "a",
                STATE,
                replace(government, of_state="NO"),
                actor(STATE, "a1", "Lowland Harbour", "Organization"),
                action(STATE, "e1", "sued", agents=("a1",), patients=("a0",)),
            )
        ]
    )
    assert {item.name for item in made.actors} == {"Government of Norway", "Lowland Harbour"}
    [iri] = [item.iri for item in made.actors if item.type == "GovernmentBody"]
    assert unfounded(made, iri, name, tmp_path) == ([] if holds else [iri])
