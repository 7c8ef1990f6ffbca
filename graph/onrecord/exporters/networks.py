"""The network as GraphML and as GEXF, with weight, kind, date and sentence on every edge."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, TextIO

from onrecord.characters import NOT_XML
from onrecord.exporters.edges import edges_of, nodes
from onrecord.model import Story

if TYPE_CHECKING:
    import networkx as nx


def graphml(story: Story, stream: TextIO) -> None:
    """Write GraphML, as igraph, Cytoscape and networkx read it."""
    import networkx as nx  # noqa: PLC0415  # only when it is asked for

    found, target = network(story), io.BytesIO()
    for *_, data in found.edges(data=True):
        del data["id"]  # an edge of GraphML has an id of its own, and igraph warns of a second one
    nx.write_graphml_xml(found, target, encoding="utf-8", prettyprint=True, named_key_ids=True)
    stream.write(target.getvalue().decode("utf-8"))


def gexf(story: Story, stream: TextIO) -> None:
    """Write GEXF 1.2, as Gephi reads it."""
    import networkx as nx  # noqa: PLC0415  # only when it is asked for

    target = io.BytesIO()
    nx.write_gexf(network(story), target, encoding="utf-8", prettyprint=True, version="1.2draft")
    text = target.getvalue().decode("utf-8")
    # networkx writes the day of the run, which would make outputs differ from day to day
    stream.write(re.sub(r' lastmodifieddate="[^"]*"', "", text))


def network(story: Story) -> nx.MultiDiGraph[str]:
    """The network with its parallel edges; all its strings are valid in XML."""
    import networkx as nx  # noqa: PLC0415  # only when it is asked for

    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor in nodes(story):
        found.add_node(xml(actor.iri), label=xml(actor.name), type=actor.type, named=actor.named)
    for number, edge in enumerate(edges_of(story)):
        found.add_edge(
            xml(edge.source),
            xml(edge.target),
            key=str(number),
            id=str(number),
            label=xml(edge.label),
            kind=edge.kind,
            weight=float(edge.weight),
            asserted=edge.asserted,
            date=xml(edge.date),
            articles=edge.articles,
            sentence=xml(edge.sentence),
            event=xml(edge.iri),
        )
    return found


def xml(text: str) -> str:
    """`text` with characters that XML 1.0 does not allow replaced."""
    return NOT_XML.sub("\ufffd", text)
