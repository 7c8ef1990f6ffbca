"""Projects a story to a network: actors, what they did to one another, what they said.

Nodes are actors, statements, and those actions that have no agent or no patient to stretch between; never literals,
never types. An action is an edge from an agent to a patient if one report names both, and the edge tells what these
reports tell. Parallel edges stay: two bans are two edges. The order of nodes and edges follows the story, so equal
stories give equal projections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import IO, Any

import networkx as nx
from msgspec import Struct

from onrecord.at_hand import Places
from onrecord.model import Action, Ref, Story, StoryAction, StoryStatement
from onrecord.network.graph_file import write_graphml
from onrecord.network.lookup import (
    FAMILIES,
    MODES,
    Lookup,
    build_lookup,
    chief_reading,
    is_speech,
    pairs,
    report_mode,
    reports,
    verb,
)
from onrecord.shelf import Shelf, in_order
from onrecord.spans import words_of


def project_story(story: Story) -> nx.MultiDiGraph[str]:
    """Project `story`. Node ids are IRIs; attributes are text, whole numbers and truth values only.

    An actor that neither does, suffers, says nor hears anything, and whom no statement is about, is left out: a node
    without an edge tells nothing. It stays in the RDF and in the page's search. An action that is but the "said" of a
    statement is left out too: the statement is there.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name="onrecord")
    for one in _parts(story):
        if isinstance(one, _Edge):
            graph.add_edge(one.start, one.end, key=one.key, **one.data)
        else:
            graph.add_node(one.iri, **one.data)
    graph.remove_nodes_from([node for node, degree in list(graph.degree()) if degree == 0])
    return graph


def graphml(graph: nx.MultiDiGraph[str], stream: IO[str]) -> None:
    """Write `graph` as GraphML, the same characters for the same graph."""
    write_graphml(iter(graph.nodes(data=True)), graph.edges(keys=True, data=True), stream)


def story_graphml(story: Story, stream: IO[str]) -> None:
    """Write the projection of `story` as GraphML: what `graphml` writes, with a part of it in memory at a time."""
    nodes: Shelf[_Node] = Shelf(_Node)
    edges: Shelf[_Placed] = Shelf(_Placed)
    places = Places(chain((item.iri for item in story.actors), _others(story)))
    tied = bytearray(len(places))
    for one in _parts(story):
        if isinstance(one, _Edge):
            ends = places[one.start], places[one.end]
            edges.add(_Placed(ends[0], len(edges), one))
            for end in ends:
                tied[end] = 1
        else:
            nodes.add(one)
    ordered = in_order(_Placed, edges, lambda one: (one.place, one.number))
    shown = ((one.iri, one.data) for one in nodes if tied[places[one.iri]])
    write_graphml(shown, _by_target(ordered), stream)


def _others(story: Story) -> Iterator[str]:
    """The IRIs of what may be a node beside actors."""
    return (item.iri for items in (story.actions, story.statements) for item in items)


def _by_target(edges: Iterable[_Placed]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """The edges of each node, those to one target together, as a graph gives them."""
    for _, found in groupby(edges, key=lambda one: one.place):
        targets: dict[str, list[_Edge]] = {}
        for one in found:
            targets.setdefault(one.edge.end, []).append(one.edge)
        for same in targets.values():
            yield from ((one.start, one.end, one.key, one.data) for one in same)


Data = dict[str, str | int | bool]


class _Node(Struct, frozen=True, array_like=True):
    iri: str
    data: Data


class _Edge(Struct, frozen=True, array_like=True):
    start: str
    end: str
    key: str
    data: Data


class _Placed(Struct, frozen=True, array_like=True):
    """An edge, the place of the node that it begins at, and its number among all."""

    place: int
    number: int
    edge: _Edge


def _parts(story: Story) -> Iterator[_Node | _Edge]:
    """The nodes and edges of `story`, each edge behind its nodes."""
    index = build_lookup(story)
    for actor in story.actors:
        yield _Node(
            actor.iri,
            {
                "kind": "actor",
                "label": actor.name,
                "type": actor.type,
                "family": FAMILIES.get(actor.type, "object"),
                "named": actor.named,
                "articles": _articles(actor.refs),
                "mentions": sum(len(index.actors[ref].mentions) for ref in actor.refs if ref in index.actors),
            },
        )
    for action in story.actions:
        if not is_speech(action, index):
            yield from _of_action(action, index)
    for statement in story.statements:
        yield from _of_statement(statement, index)


def _of_action(action: StoryAction, index: Lookup) -> Iterator[_Node | _Edge]:
    told = reports(action, index)
    known = index.names
    found = {pair: numbers for pair, numbers in pairs(action, index).items() if pair[0] in known and pair[1] in known}
    for (agent, patient), numbers in found.items():
        about = _about(action, [told[number] for number in numbers], index)
        yield _Edge(agent, patient, action.iri, about | {"reports": " ".join(map(str, numbers))})
    agents, patients = (_known(index, side) for side in chief_reading(action, index))
    if found or not (agents or patients):
        return
    about = _about(action, told, index)
    yield _Node(action.iri, {key: value for key, value in about.items() if key != "iri"})
    for agent in agents:
        yield _Edge(agent, action.iri, f"{action.iri} agent", {"kind": "agent", "iri": action.iri, "label": "did"})
    for patient in patients:
        if patient not in agents:
            data: Data = {"kind": "patient", "iri": action.iri, "label": "to"}
            yield _Edge(action.iri, patient, f"{action.iri} patient", data)


def _about(action: StoryAction, told: Sequence[tuple[Ref, Action]], index: Lookup) -> Data:
    """Edge attributes from these reports of `action`."""
    firm = min((report_mode(report) for _, report in told), key=MODES.index, default="said")
    words = next((verb(action, ref, index) for ref, report in told if report_mode(report) == firm), action.type)
    return {
        "kind": "action",
        "iri": action.iri,
        "label": words,
        "clause": action.label,
        "type": action.type,
        "mode": firm,
        "date": ", ".join(dict.fromkeys(report.date for _, report in told if report.date)),
        "articles": _articles(ref for ref, _ in told),
    }


def _of_statement(statement: StoryStatement, index: Lookup) -> Iterator[_Node | _Edge]:
    yield _Node(
        statement.iri,
        {
            "kind": "statement",
            "label": _words(statement.refs, index),
            "type": statement.kind,
            "mode": statement.mode,
            "stance": statement.stance,
            "date": ", ".join(statement.dates),
            "articles": _articles(statement.refs),
        },
    )
    links: list[tuple[str, str, tuple[str, ...]]] = [
        ("says", "says", statement.speakers),
        ("for", "speaks for", statement.on_behalf_of),
        ("tells", "told", statement.addressees),
        ("via", "via", statement.outlets),
        ("about", "about", statement.about),
    ]
    for kind, label, actors in links:
        for actor in _known(index, actors):
            ends = (actor, statement.iri) if kind in ("says", "for") else (statement.iri, actor)
            yield _Edge(*ends, f"{statement.iri} {kind}", {"kind": kind, "iri": statement.iri, "label": label})


def _words(refs: Sequence[Ref], index: Lookup) -> str:
    """The content of the first report of a statement, its parts joined by an ellipsis."""
    for ref in refs:
        local = index.statements.get(ref)
        if local is not None:
            text = index.text(ref.article)
            return words_of(text, local.content, " … ")
    return ""


def _known(index: Lookup, iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(iri for iri in dict.fromkeys(iris) if iri in index.names)


def _articles(refs: Iterable[Ref]) -> int:
    return len({ref.article for ref in refs})
