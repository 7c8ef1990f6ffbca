"""Turtle and TriG for people: grouped by subject, with prefixes, headings and indentation, the same bytes each time.

Terms are spelt by pyoxigraph (escapes, canonical form); this module only shortens them and lays them out. TriG is
written without the keyword GRAPH, which raptor and Virtuoso cannot read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from onrecord.rdf import terms
from onrecord.rdf.nodes import Node
from onrecord.rdf.values import Term

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_PLAIN = re.compile(r"https?://[A-Za-z0-9./_-]+")
_WIDTH = 112
_BARE = {
    terms.XSD_BOOLEAN: re.compile("true|false"),
    terms.XSD_DECIMAL: re.compile(r"-?\d+\.\d+"),
    terms.XSD_INTEGER: re.compile(r"-?\d+"),
}


class Speller:
    """Spells terms with a set of prefixes."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._spaces = {space: prefix for prefix, space in prefixes.items()}
        self.prefixes = dict(sorted(prefixes.items()))
        self._known = lru_cache(maxsize=65536)(self._iri)
        self._here = ""

    def rebased(self, iri: str) -> str:
        """The directive that makes the text with this IRI the base: it and what lies in it are spelt short from now on.

        Nothing, and no change, where its IRI is not one that relative ones can be read against.
        """
        if not _PLAIN.fullmatch(iri):
            self._here = ""
            return ""
        self._here = iri
        return f"@base <{iri}> .\n\n"

    def iri(self, value: str) -> str:
        """An IRI: with a prefix, against the base, or in full."""
        if self._here and value.startswith(self._here):
            tail = value[len(self._here) :]
            if tail.startswith("#"):
                return f"<{tail}>"
            if not tail or tail.startswith("/"):
                return f"<{self._here.rpartition('/')[2]}{tail}>"
        return self._known(value)

    def head(self) -> str:
        """The prefix declarations."""
        return "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in self.prefixes.items())

    def _iri(self, value: str) -> str:
        cut = max(value.rfind("/"), value.rfind("#")) + 1
        prefix = self._spaces.get(value[:cut])
        if prefix is not None and _LOCAL.fullmatch(value, cut):
            return f"{prefix}:{value[cut:]}"
        return str(NamedNode(value))

    def term(self, value: Term) -> str:
        """A term in Turtle."""
        if isinstance(value, NamedNode):
            return self.iri(value.value)
        datatype = value.datatype.value
        if datatype == terms.XSD_STRING or value.language:
            return str(value)
        if (bare := _BARE.get(datatype)) and bare.fullmatch(value.value):
            return value.value
        return f"{Literal(value.value)}^^{self.iri(datatype)}"


def block(node: Node, speller: Speller, indent: str = "") -> str:
    """One node with all its statements, ending in an empty line."""
    lines = []
    for predicate, objects in node.grouped():
        name = "a" if predicate == terms.RDF_TYPE else speller.iri(predicate)
        lines.append(_listed(name, [speller.term(value) for value in objects], f"{indent}        "))
    if not lines:
        return ""
    joined = f" ;\n{indent}    ".join(lines)
    return f"{indent}{speller.iri(node.subject)}\n{indent}    {joined} .\n\n"


def _listed(name: str, values: list[str], indent: str) -> str:
    """A predicate with its objects: on one line where they fit, else one a line."""
    line = f"{name} {', '.join(values)}"
    if len(line) <= _WIDTH or len(values) == 1:
        return line
    return f"{name}\n{indent}" + f",\n{indent}".join(values)


def graph(name: str, nodes: Iterator[Node], speller: Speller) -> Iterator[str]:
    """A named graph in TriG."""
    yield f"{speller.iri(name)} {{\n\n"
    for node in nodes:
        yield block(node, speller, "    ")
    yield "}\n\n"


def heading(title: str) -> str:
    """A comment that starts a part of the file; what is not printable is left out, as parsers stumble over it."""
    shown = "".join(char if char.isprintable() else " " for char in title)
    return f"\n# {' '.join(shown.split())}\n\n"
