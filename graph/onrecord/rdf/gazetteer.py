"""Known actors from an RDF file as plain rows; names may be in SKOS, schema.org, FOAF or RDFS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from onrecord.errors import OutputError, SettingsError
from onrecord.model import ActorType
from onrecord.rdf import read, terms

_FOAF = "http://xmlns.com/foaf/0.1/"
_ORG = "http://www.w3.org/ns/org#"
_SCHEMA = ("https://schema.org/", "http://schema.org/")
LABELS = (terms.SKOS_PREF_LABEL, terms.RDFS_LABEL, *(f"{space}name" for space in _SCHEMA), f"{_FOAF}name")
"""Properties that give the name; the first one present is used."""
ALIASES = (terms.SKOS_ALT_LABEL, *(f"{space}alternateName" for space in _SCHEMA), f"{_FOAF}nick")
_IN_SCHEMA: dict[str, ActorType] = {
    "Person": "Person",
    "Organization": "Organization",
    "GovernmentOrganization": "GovernmentBody",
    "Corporation": "Company",
    "NewsMediaOrganization": "Outlet",
    "NGO": "CivilSocietyOrganization",
    "Country": "State",
    "Product": "Product",
    "Place": "Place",
}
_OURS: dict[str, ActorType] = {terms.REC + kind: kind for kind in get_args(ActorType)}
_OUTSIDE: dict[str, ActorType] = {
    **{f"{space}{name}": kind for space in _SCHEMA for name, kind in _IN_SCHEMA.items()},
    f"{_FOAF}Person": "Person",
    f"{_FOAF}Organization": "Organization",
    f"{_ORG}Organization": "Organization",
    f"{_ORG}FormalOrganization": "Organization",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One known actor: its name, further names, its type (a class of ours) if the file gives one, its IRI."""

    label: str
    aliases: tuple[str, ...]
    kind: ActorType | None
    iri: str


def rows(path: str | Path) -> tuple[Row, ...]:
    """The named actors of an RDF file (Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML), sorted by IRI.

    Names in languages other than English become aliases. Raises SettingsError, which names the file and the fault.
    """
    file = Path(path)
    if not file.is_file():
        raise SettingsError(f"{path}: No such file")
    found: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    try:
        for quad in read.quads(file):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    except OutputError as error:
        raise SettingsError(str(error)) from error
    named = (_row(iri, found[iri]) for iri in sorted(found))
    return tuple(row for row in named if row)


def _row(iri: str, said: Mapping[str, list[NamedNode | Literal]]) -> Row | None:
    names = [item for predicate in LABELS for item in _literals(said.get(predicate, []))]
    if not names:
        return None
    english = [item.value for item in names if (item.language or "en").partition("-")[0] == "en"]
    label = (english or [item.value for item in names])[0]
    more = [item.value for predicate in ALIASES for item in _literals(said.get(predicate, []))]
    aliases = dict.fromkeys(name for name in (*(item.value for item in names), *more) if name != label)
    kinds = [kind for item in said.get(terms.RDF_TYPE, []) if (kind := _kind(item.value))]
    # the most specific of several classes: a ministry is also an organization
    kinds.sort(key=lambda kind: (-len(terms.ANCESTORS[kind]), kind))
    return Row(label=label, aliases=tuple(aliases), kind=kinds[0] if kinds else None, iri=iri)


def _literals(values: list[NamedNode | Literal]) -> list[Literal]:
    found = [item for item in values if isinstance(item, pyoxigraph.Literal) and item.value.strip()]
    return sorted(found, key=lambda item: (item.value, item.language or ""))


def _kind(iri: str) -> ActorType | None:
    return _OURS.get(iri) or _OUTSIDE.get(iri)
