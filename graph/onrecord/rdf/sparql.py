"""SPARQL as text: which graphs and terms a query names, inserting a value, a parser's error in one line."""

from __future__ import annotations

import re
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from onrecord.errors import QueryError
from onrecord.rdf import terms
from onrecord.rdf.read import vocabulary

WORDS_ONLY = re.compile(r"""<[^<>\s]*>|\"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\w*:\w+|[?$]\w+|#.*""")
"""IRIs, strings, prefixed names, variables and comments: everything that may contain a keyword by chance."""


def needs_evidence(sparql: str) -> bool:
    """Whether a query uses named graphs."""
    return bool(re.search(r"\b(graph|from)\b", WORDS_ONLY.sub(" ", sparql), re.IGNORECASE))


def fault(sparql: str, message: str) -> str:
    """A parser's error in one line: the position and the text there."""
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not place:
        return " ".join(message.split())
    row, column, said = int(place[1]), int(place[2]), " ".join(place[3].split())
    if prefix := re.search(r"Prefix not found", said):
        said = prefix[0].lower()
    # the list of alternatives is half the grammar, or "any character"
    elif len(said) > _SHORT or _ANYTHING in said:
        said = "something else is expected here"
    lines = sparql.splitlines()
    here = lines[row - 1][column - 1 :].split() if row <= len(lines) else []
    return f"line {row}, column {column}, at {here[0] if here else 'the end'!r}: {said}"


_SHORT = 60
"""Most characters of a parser's error that are shown."""
_ANYTHING = "[_]"
"""The parser's notation for "any character"."""


_OURS = re.compile(r"(?<![\w-])(rec|act):(\w[\w-]*)")
_IN_FULL = re.compile(rf"<({re.escape(terms.REC)}|{re.escape(terms.ACTION_KIND)})(\w+)>")
_NO_TERMS = re.compile(
    r"""\"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<![\w>/])#.*|PREFIX\s+\S*\s*<[^>]*>""", re.IGNORECASE
)
"""Strings, comments and declarations, which use no terms."""


def known_terms(sparql: str) -> None:
    """Raise QueryError if a query uses a term of ours that does not exist, with the most similar existing one."""
    words = _NO_TERMS.sub(" ", sparql)
    prefixed = re.sub(r"<[^<>\s]*>", " ", words)
    spaces = {"rec": terms.REC, "act": terms.ACTION_KIND}
    if any(
        re.search(rf"PREFIX\s+{name}:\s*<(?!{re.escape(space)}>)", sparql, re.IGNORECASE)
        for name, space in spaces.items()
    ):
        return  # rec: or act: have another meaning in this query
    asked = [(spaces[found[1]] + found[2], found[0]) for found in _OURS.finditer(prefixed)]
    asked += [(found[1] + found[2], found[0]) for found in _IN_FULL.finditer(words)]
    known = {quad.subject.value for quad in vocabulary() if isinstance(quad.subject, NamedNode)}
    for iri, shown in asked:
        if iri not in known:
            names = {item.rpartition("#")[2]: item for item in known if item.startswith(iri.rpartition("#")[0] + "#")}
            folded = {name.casefold(): name for name in names}
            near = get_close_matches(iri.rpartition("#")[2].casefold(), sorted(folded), n=1, cutoff=0.4)
            prefix = "rec" if iri.startswith(terms.REC) else "act"
            hint = f"; the nearest is {prefix}:{folded[near[0]]}" if near else ""
            raise QueryError(f"{shown} is no term of the ontology{hint}")


def given(sparql: str, name: str, value: str) -> str:
    """`sparql` with the content of its ``VALUES ?name { … }`` replaced by `value`."""
    place = re.compile(rf"VALUES\s+\?{re.escape(name)}\s*\{{[^}}]*\}}", re.IGNORECASE)
    if not place.search(sparql):
        raise QueryError(f"the question takes no value for {name!r}: it has no VALUES ?{name} {{ … }}")
    return place.sub(lambda _: f"VALUES ?{name} {{ {Literal(value)} }}", sparql)
