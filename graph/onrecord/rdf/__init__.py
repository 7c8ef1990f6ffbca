"""The graph as RDF: the only package that imports rdflib and pyoxigraph."""

from onrecord.rdf.write import write_graph

__all__ = ["write_graph"]
