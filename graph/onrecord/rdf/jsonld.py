"""JSON-LD with its context inline: the prefixes, and whether each of our properties holds IRIs or typed values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import msgspec
from pyoxigraph import NamedNode

from onrecord.rdf import terms
from onrecord.rdf.nodes import Node
from onrecord.rdf.values import Term

_LINKS = frozenset(
    {
        *terms.OBJECT_PROPERTIES,
        terms.PROV_WAS_DERIVED_FROM,
        terms.SCHEMA_MENTIONS,
        terms.SCHEMA_PUBLISHER,
        terms.SEM_ACCORDING_TO,
        terms.SKOS_BROADER,
    }
)
"""Properties whose values are always nodes: the context says so, and their values are written as plain strings."""
_TYPED = {
    terms.CONFIDENCE: terms.XSD_DECIMAL,
    terms.LENGTH: terms.XSD_NON_NEGATIVE_INTEGER,
    terms.TRIPLES: terms.XSD_NON_NEGATIVE_INTEGER,
    terms.ORDINAL: terms.XSD_POSITIVE_INTEGER,
    terms.STEP_NUMBER: terms.XSD_POSITIVE_INTEGER,
}
"""Properties whose values are always of one datatype."""


def head(prefixes: Mapping[str, str]) -> str:
    """The start of the document, up to the list of nodes."""
    names = Names(prefixes)
    coerced = {names.iri(term): {"@type": "@id"} for term in _LINKS}
    coerced |= {names.iri(term): {"@type": names.iri(datatype)} for term, datatype in _TYPED.items()}
    terms_ = ",\n".join(
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in [*sorted(prefixes.items()), *sorted(coerced.items())]
    )
    context = f"{{\n{terms_}\n}}"
    return f'{{"@context": {context},\n"@graph": [\n'


def node(value: Node, names: Names) -> str:
    """One node as a JSON object, on one line."""
    found: dict[str, Any] = {"@id": names.iri(value.subject)}
    for predicate, objects in value.grouped():
        if predicate == terms.RDF_TYPE:
            found["@type"] = [names.iri(str(item.value)) for item in objects.values()]
        else:
            items = [_value(predicate, item, names) for item in objects.values()]
            found[names.iri(predicate)] = items[0] if len(items) == 1 else items
    return msgspec.json.format(msgspec.json.encode(found), indent=0).decode()


def tail() -> str:
    """The end of the document."""
    return "\n]}\n"


class Names:
    """Shortens IRIs with prefixes; in JSON-LD any character may follow a prefix."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = dict(prefixes)
        self._spaces = {space: prefix for prefix, space in prefixes.items()}
        self.iri = lru_cache(maxsize=1 << 14)(self._iri)
        """An IRI with a prefix if one applies, else in full."""

    def _iri(self, value: str) -> str:
        cut = max(value.rfind("/"), value.rfind("#")) + 1
        prefix = self._spaces.get(value[:cut])
        return f"{prefix}:{value[cut:]}" if prefix is not None and cut < len(value) else value


def of_texts(texts: Iterable[str]) -> dict[str, str]:
    """Prefixes for the sentences of each text."""
    return {f"t{number}": f"{text}#" for number, text in enumerate(texts, 1)}


def _value(predicate: str, value: Term, names: Names) -> Any:
    if isinstance(value, NamedNode):
        name = names.iri(value.value)
        return name if predicate in _LINKS else {"@id": name}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if datatype == terms.XSD_STRING:
        return value.value
    if datatype == terms.XSD_BOOLEAN:
        return value.value == "true"
    if _TYPED.get(predicate) == datatype:
        return value.value
    return {"@value": value.value, "@type": names.iri(datatype)}
