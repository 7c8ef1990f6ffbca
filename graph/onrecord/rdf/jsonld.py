"""JSON-LD with its context inline: the prefixes, and for our properties whether they hold IRIs or typed values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pyoxigraph import NamedNode

from onrecord.rdf import terms
from onrecord.rdf.nodes import Node
from onrecord.rdf.turtle import Speller
from onrecord.rdf.values import Term


def head(prefixes: Mapping[str, str]) -> str:
    """The start of the document, up to the list of nodes."""
    context = json.dumps(dict(sorted(prefixes.items())), ensure_ascii=False, indent=2)
    return f'{{"@context": {context},\n"@graph": [\n'


def node(value: Node, speller: Speller) -> str:
    """One node as a JSON object, on one line."""
    found: dict[str, Any] = {"@id": _name(value.subject, speller)}
    for predicate, objects in value.grouped():
        if predicate == terms.RDF_TYPE:
            found["@type"] = [_name(str(item.value), speller) for item in objects]
        else:
            items = [_value(item, speller) for item in objects]
            found[_name(predicate, speller)] = items[0] if len(items) == 1 else items
    return json.dumps(found, ensure_ascii=False)


def tail() -> str:
    """The end of the document."""
    return "\n]}\n"


def _name(iri: str, speller: Speller) -> str:
    return speller.iri(iri).strip("<>")


def _value(value: Term, speller: Speller) -> Any:
    if isinstance(value, NamedNode):
        return {"@id": _name(value.value, speller)}
    datatype = value.datatype.value
    if datatype == terms.XSD_STRING:
        return value.value
    if datatype == terms.XSD_BOOLEAN:
        return value.value == "true"
    return {"@value": value.value, "@type": _name(datatype, speller)}
