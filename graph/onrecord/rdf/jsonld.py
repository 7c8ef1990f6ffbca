"""JSON-LD with its context inline: the prefixes, and for our properties whether they hold IRIs or typed values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import NamedNode

from onrecord.rdf import terms
from onrecord.rdf.nodes import Node
from onrecord.rdf.values import Term


def head(prefixes: Mapping[str, str]) -> str:
    """The start of the document, up to the list of nodes."""
    context = json.dumps(dict(sorted(prefixes.items())), ensure_ascii=False, indent=2)
    return f'{{"@context": {context},\n"@graph": [\n'


def node(value: Node, names: Names) -> str:
    """One node as a JSON object, on one line."""
    found: dict[str, Any] = {"@id": names.iri(value.subject)}
    for predicate, objects in value.grouped():
        if predicate == terms.RDF_TYPE:
            found["@type"] = [names.iri(str(item.value)) for item in objects]
        else:
            items = [_value(item, names) for item in objects]
            found[names.iri(predicate)] = items[0] if len(items) == 1 else items
    return json.dumps(found, ensure_ascii=False)


def tail() -> str:
    """The end of the document."""
    return "\n]}\n"


class Names:
    """Shortens IRIs with prefixes; what stands behind one may hold any character here."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = dict(prefixes)
        self._spaces = {space: prefix for prefix, space in prefixes.items()}

    def iri(self, value: str) -> str:
        """`value` with a prefix, or as it is."""
        cut = max(value.rfind("/"), value.rfind("#")) + 1
        prefix = self._spaces.get(value[:cut])
        return f"{prefix}:{value[cut:]}" if prefix is not None and cut < len(value) else value


def of_texts(texts: Iterable[str]) -> dict[str, str]:
    """Prefixes for the passages of each text and for their two selectors."""
    found: dict[str, str] = {}
    for number, text in enumerate(texts, 1):
        found |= {f"t{number}": f"{text}#", f"p{number}": f"{text}/position/", f"q{number}": f"{text}/quote/"}
    return found


def _value(value: Term, names: Names) -> Any:
    if isinstance(value, NamedNode):
        return {"@id": names.iri(value.value)}
    datatype = value.datatype.value
    if datatype == terms.XSD_STRING:
        return value.value
    if datatype == terms.XSD_BOOLEAN:
        return value.value == "true"
    return {"@value": value.value, "@type": names.iri(datatype)}
