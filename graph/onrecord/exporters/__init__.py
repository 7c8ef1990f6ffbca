"""Exports a story to files for other programs; each format has a module with a function(story, stream)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TextIO

from onrecord.exporters import followthemoney, networks, plover, tables, web_annotation
from onrecord.model import Story

Export = Callable[[Story, TextIO], None]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its description, the usual file name, and the function that writes it."""

    help: str
    file: str
    write: Export


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "nodes": Exporter("actors and things, one a row, as CSV", "nodes.csv", tables.nodes),
        "edges": Exporter("who did what to whom and who spoke of whom, one a row, as CSV", "edges.csv", tables.edges),
        "graphml": Exporter("the same network for igraph, Cytoscape, networkx", "network.graphml", networks.graphml),
        "gexf": Exporter("the same network for Gephi", "network.gexf", networks.gexf),
        "ftm": Exporter(
            "entities and links of FollowTheMoney, one JSON a line", "entities.ftm.json", followthemoney.write
        ),
        "plover": Exporter("actions as rows of events with PLOVER roots, as CSV", "events.csv", plover.write),
        "annotations": Exporter("exact spans as Web Annotations, JSON-LD", "annotations.jsonld", web_annotation.write),
    }
)
"""Exporter by the name of its format."""
