"""Projects a story to a network: actors, what they did to one another, what they said.

Nodes are actors, statements, and those actions that have no agent or no patient to stretch between; never literals,
never types. An action is an edge from an agent to a patient if one report names both, and the edge tells what these
reports tell. Parallel edges stay: two bans are two edges. The order of nodes and edges follows the story, so equal
stories give equal projections.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

import networkx as nx

from onrecord.characters import NOT_XML
from onrecord.model import Action, Ref, Story, StoryAction, StoryStatement
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
from onrecord.spans import words_of


def project_story(story: Story) -> nx.MultiDiGraph[str]:
    """Project `story`. Node ids are IRIs; attributes are text, whole numbers and truth values only.

    An actor that neither does, suffers, says nor hears anything, and whom no statement is about, is left out: a node
    without an edge tells nothing. It stays in the RDF and in the page's search. An action that is but the "said" of a
    statement is left out too: the statement is there.
    """
    index = build_lookup(story)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name="onrecord")
    for actor in story.actors:
        graph.add_node(
            actor.iri,
            kind="actor",
            label=actor.name,
            type=actor.type,
            family=FAMILIES.get(actor.type, "object"),
            named=actor.named,
            articles=_articles(actor.refs),
            mentions=sum(len(index.actors[ref].mentions) for ref in actor.refs if ref in index.actors),
        )
    for action in story.actions:
        if not is_speech(action, index):
            _add_action(graph, action, index)
    for statement in story.statements:
        _add_statement(graph, statement, index)
    graph.remove_nodes_from([node for node, degree in list(graph.degree()) if degree == 0])
    return graph


def graphml(graph: nx.MultiDiGraph[str]) -> bytes:
    """`graph` as GraphML (UTF-8), the same bytes for the same graph."""
    clean: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    clean.add_nodes_from((_xml(node), _xml_values(data)) for node, data in graph.nodes(data=True))
    for start, end, key, data in graph.edges(keys=True, data=True):
        clean.add_edge(_xml(start), _xml(end), key=_xml(key), **_xml_values(data))
    stream = io.BytesIO()
    nx.write_graphml_xml(clean, stream, encoding="utf-8", prettyprint=True, named_key_ids=True)
    return stream.getvalue()


def _add_action(graph: nx.MultiDiGraph[str], action: StoryAction, index: Lookup) -> None:
    told = reports(action, index)
    found = {pair: numbers for pair, numbers in pairs(action, index).items() if pair[0] in graph and pair[1] in graph}
    for (agent, patient), numbers in found.items():
        graph.add_edge(agent, patient, key=action.iri, **_about(action, [told[number] for number in numbers], index))
        graph.edges[agent, patient, action.iri]["reports"] = " ".join(map(str, numbers))
    agents, patients = (_known(graph, side) for side in chief_reading(action, index))
    if found or not (agents or patients):
        return
    about = _about(action, told, index)
    graph.add_node(action.iri, **{key: value for key, value in about.items() if key != "iri"})
    for agent in agents:
        graph.add_edge(agent, action.iri, key=f"{action.iri} agent", kind="agent", iri=action.iri, label="did")
    for patient in patients:
        if patient not in agents:
            graph.add_edge(action.iri, patient, key=f"{action.iri} patient", kind="patient", iri=action.iri, label="to")


def _about(action: StoryAction, told: Sequence[tuple[Ref, Action]], index: Lookup) -> dict[str, Any]:
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


def _add_statement(graph: nx.MultiDiGraph[str], statement: StoryStatement, index: Lookup) -> None:
    graph.add_node(
        statement.iri,
        kind="statement",
        label=_words(statement.refs, index),
        type=statement.kind,
        mode=statement.mode,
        stance=statement.stance,
        date=", ".join(statement.dates),
        articles=_articles(statement.refs),
    )
    links: list[tuple[str, str, tuple[str, ...]]] = [
        ("says", "says", statement.speakers),
        ("for", "speaks for", statement.on_behalf_of),
        ("tells", "told", statement.addressees),
        ("via", "via", statement.outlets),
        ("about", "about", statement.about),
    ]
    for kind, label, actors in links:
        for actor in _known(graph, actors):
            ends = (actor, statement.iri) if kind in ("says", "for") else (statement.iri, actor)
            graph.add_edge(*ends, key=f"{statement.iri} {kind}", kind=kind, iri=statement.iri, label=label)


def _words(refs: Sequence[Ref], index: Lookup) -> str:
    """The content of the first report of a statement, its parts joined by an ellipsis."""
    for ref in refs:
        local = index.statements.get(ref)
        if local is not None:
            text = index.analyses[index.articles[ref.article]].article.text
            return words_of(text, local.content, " … ")
    return ""


def _known(graph: nx.MultiDiGraph[str], iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(iri for iri in dict.fromkeys(iris) if iri in graph)


def _articles(refs: Iterable[Ref]) -> int:
    return len({ref.article for ref in refs})


def _xml_values(data: dict[str, Any]) -> dict[str, Any]:
    return {key: _xml(value) if isinstance(value, str) else value for key, value in data.items()}


def _xml(text: str) -> str:
    """`text` without characters that XML 1.0 does not allow."""
    return NOT_XML.sub("\ufffd", text)
