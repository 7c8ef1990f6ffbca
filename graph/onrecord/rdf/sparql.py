"""Questions as text: which graphs and terms they name, a value put in, a parser's complaint in one line."""

from __future__ import annotations

import re
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from onrecord.errors import QueryError
from onrecord.rdf import terms
from onrecord.rdf.read import vocabulary

WORDS_ONLY = re.compile(r"""<[^<>\s]*>|\"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\w*:\w+|[?$]\w+|#.*""")
"""IRIs, strings, prefixed names, variables and comments: what may hold any word."""


def needs_evidence(sparql: str) -> bool:
    """Whether a question asks named graphs."""
    return bool(re.search(r"\b(graph|from)\b", WORDS_ONLY.sub(" ", sparql), re.IGNORECASE))


def fault(sparql: str, message: str) -> str:
    """A parser's complaint in one line: where, and what stands there."""
    place = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not place:
        return " ".join(message.split())
    row, column, said = int(place[1]), int(place[2]), " ".join(place[3].split())
    if prefix := re.search(r"Prefix not found", said):
        said = prefix[0].lower()
    # what could stand there is a list of half the grammar, or anything at all
    elif len(said) > _SHORT or _ANYTHING in said:
        said = "something else is expected here"
    lines = sparql.splitlines()
    here = lines[row - 1][column - 1 :].split() if row <= len(lines) else []
    return f"line {row}, column {column}, at {here[0] if here else 'the end'!r}: {said}"


_SHORT = 60
"""Characters of a parser's complaint that are worth showing."""
_ANYTHING = "[_]"
"""How the parser writes that any character could stand there."""


_OURS = re.compile(r"(?<![\w-])(rec|act):(\w[\w-]*)")
_IN_FULL = re.compile(rf"<({re.escape(terms.REC)}|{re.escape(terms.ACTION_KIND)})(\w+)>")
_NO_TERMS = re.compile(
    r"""\"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<![\w>/])#.*|PREFIX\s+\S*\s*<[^>]*>""", re.IGNORECASE
)
"""Strings, comments and declarations: what uses no terms."""


def known_terms(sparql: str) -> None:
    """Raises QueryError if a term of ours is asked for that there is not, with the nearest one that there is."""
    words = _NO_TERMS.sub(" ", sparql)
    prefixed = re.sub(r"<[^<>\s]*>", " ", words)
    spaces = {"rec": terms.REC, "act": terms.ACTION_KIND}
    if any(
        re.search(rf"PREFIX\s+{name}:\s*<(?!{re.escape(space)}>)", sparql, re.IGNORECASE)
        for name, space in spaces.items()
    ):
        return  # rec: or act: are something else there
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
    """`sparql` with `value` in the place of what its ``VALUES ?name { … }`` holds."""
    place = re.compile(rf"VALUES\s+\?{re.escape(name)}\s*\{{[^}}]*\}}", re.IGNORECASE)
    if not place.search(sparql):
        raise QueryError(f"the question takes no value for {name!r}: it has no VALUES ?{name} {{ … }}")
    return place.sub(lambda _: f"VALUES ?{name} {{ {Literal(value)} }}", sparql)
