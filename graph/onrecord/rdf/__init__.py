"""The graph as RDF: the only package that imports rdflib and pyoxigraph."""

from onrecord.rdf.write import write

__all__ = ["write"]
