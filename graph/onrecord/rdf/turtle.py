"""Turtle and TriG for people: grouped by subject, with prefixes, headings and indentation, the same bytes each time.

pyoxigraph serialises terms (escapes, canonical form); this module only shortens them and lays them out. TriG is written
without the keyword GRAPH, which raptor and Virtuoso cannot read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from onrecord.rdf import terms
from onrecord.rdf.nodes import Node
from onrecord.rdf.values import Term

_LOCAL = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
"""Local names that are written with a prefix; names that begin with a digit are not, because Corese rejects them."""
_TAIL = re.compile(r"[a-z]+/[A-Za-z0-9_/-]+(?:#[A-Za-z0-9=,]+)?")
"""IRI tails that are written relative to the base."""
_PLAIN = re.compile(r"https?://[A-Za-z0-9./_-]+")
_WIDTH = 112
"""Most characters of a line, so that it fits on a screen."""
_BARE = {
    terms.XSD_BOOLEAN: re.compile("true|false"),
    terms.XSD_DECIMAL: re.compile(r"-?\d+\.\d+"),
    terms.XSD_INTEGER: re.compile(r"-?\d+"),
}


class Speller:
    """Spells terms with a set of prefixes."""

    def __init__(self, prefixes: Mapping[str, str], base: str = "") -> None:
        self._spaces = {space: prefix for prefix, space in prefixes.items()}
        self.prefixes = dict(sorted(prefixes.items()))
        self._base = base if _PLAIN.fullmatch(base) and base.endswith("/") else ""
        """Empty if relative IRIs cannot be resolved against the base."""
        self.iri = lru_cache(maxsize=1 << 14)(self._iri)
        """An IRI as it is written: with a prefix, relative to the base, or in full."""

    def head(self) -> str:
        """The declarations of base and prefixes."""
        base = f"@base <{self._base}> .\n" if self._base else ""
        return base + "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in self.prefixes.items())

    def bracketed(self, spelt: str) -> str:
        """The same for one in brackets."""
        return self.iri(spelt[1:-1])

    def _iri(self, value: str) -> str:
        cut = max(value.rfind("/"), value.rfind("#")) + 1
        prefix = self._spaces.get(value[:cut])
        if prefix is not None and _LOCAL.fullmatch(value, cut):
            return f"{prefix}:{value[cut:]}"
        if self._base and value.startswith(self._base) and _TAIL.fullmatch(value, len(self._base)):
            return f"<{value[len(self._base) :]}>"
        return str(NamedNode(value))

    def term(self, value: Term, spelt: str) -> str:
        """A term in Turtle; `spelt` is the term in N-Triples."""
        if spelt[0] == "<":
            return self.bracketed(spelt)
        if spelt[-1] == '"' or not isinstance(value, Literal) or value.language:
            return spelt  # a string
        return self._typed(value)

    def _typed(self, value: Literal) -> str:
        datatype = value.datatype.value
        if (bare := _BARE.get(datatype)) and bare.fullmatch(value.value):
            return value.value
        return f"{Literal(value.value)}^^{self.iri(datatype)}"


def block(node: Node, speller: Speller, indent: str = "") -> str:
    """One node with all its statements, ending in an empty line."""
    lines, iri = [], speller.iri
    for predicate, objects in node.grouped():
        name = "a" if predicate == terms.RDF_TYPE else iri(predicate)
        values = [
            iri(spelt[1:-1]) if spelt[0] == "<" else speller.term(value, spelt) for spelt, value in objects.items()
        ]
        lines.append(f"{name} {values[0]}" if len(values) == 1 else _listed(name, values, indent))
    if not lines:
        return ""
    joined = f" ;\n{indent}    ".join(lines)
    return f"{indent}{iri(node.subject)}\n{indent}    {joined} .\n\n"


def _listed(name: str, values: list[str], indent: str) -> str:
    """A predicate with its objects: on one line if they fit, else one per line."""
    line = f"{name} {', '.join(values)}"
    if len(line) <= _WIDTH:
        return line
    return f"{name}\n{indent}        " + f",\n{indent}        ".join(values)


def opening(name: str, speller: Speller, *, first: bool) -> str:
    """The start of a named graph in TriG, and the end of the one before."""
    return ("\n" if first else "}\n\n") + f"{speller.iri(name)} {{\n"


def heading(title: str) -> str:
    """A comment that begins a part of the file, without unprintable characters, which some parsers reject."""
    shown = "".join(char if char.isprintable() else " " for char in title)
    return f"\n# {' '.join(shown.split())}\n\n"
