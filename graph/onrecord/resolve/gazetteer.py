"""Known actors with identifiers of outside data sets: rows of a CSV file, or of any source that gives `KnownActor`s."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from onrecord.errors import SettingsError
from onrecord.model import ActorType
from onrecord.resolve.actors.profiles import family, folded
from onrecord.resolve.names import Words

_COLUMNS = ("label", "aliases", "kind", "iri")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """One known actor: its name, further names, its type if known, its IRI elsewhere (Wikidata, say)."""

    label: str
    aliases: tuple[str, ...] = ()
    kind: ActorType | None = None
    iri: str


def load_csv(path: str | Path) -> tuple[KnownActor, ...]:
    """Rows of a CSV file with the columns label, aliases (separated by ``|``), kind (may be empty), iri.

    Raises SettingsError, which names the file, the line and the fault.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in ("label", "iri") if name not in (reader.fieldnames or ())]
            if missing:
                raise SettingsError(
                    f"{path}: the column {missing[0]!r} is missing; the columns are {', '.join(_COLUMNS)}"
                )
            return tuple(_known(row, f"{path}, line {reader.line_num}") for row in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def _known(row: dict[str, str | None], place: str) -> KnownActor:
    label, iri, kind = ((row.get(key) or "").strip() for key in ("label", "iri", "kind"))
    if not label:
        raise SettingsError(f"{place}: the label is empty")
    if ":" not in iri or any(char in iri for char in ' <>"{}|\\^`\n\t'):
        raise SettingsError(f"{place}: {iri!r} is no absolute IRI")
    if kind and kind not in get_args(ActorType):
        raise SettingsError(f"{place}: {kind!r} is no type of an actor; give one of {', '.join(get_args(ActorType))}")
    aliases = tuple(alias.strip() for alias in (row.get("aliases") or "").split("|") if alias.strip())
    return KnownActor(label=label, aliases=aliases, kind=kind or None, iri=iri)  # type: ignore[arg-type]  # checked above


Index = dict[tuple[str, Words], frozenset[str]]
"""IRIs by family of types ("" if the row gives none) and folded name."""


def index(rows: Iterable[KnownActor]) -> Index:
    """Rows by name."""
    found: dict[tuple[str, Words], set[str]] = {}
    for row in rows:
        kinds = [family(row.kind)] if row.kind else ["person", "organisation", "territory", "group", "product", "thing"]
        for name in (row.label, *row.aliases):
            for kind in kinds:
                found.setdefault((kind, folded(name, kind)), set()).add(row.iri)
    return {key: frozenset(iris) for key, iris in found.items()}


def known(rows: Index, kind: str, printed: Sequence[str]) -> str | None:
    """The IRI for the names of an actor of the family `kind`; None if there is none or more than one."""
    found = [rows.get((kind, folded(name, kind)), frozenset()) for name in printed]
    hits = [iris for iris in found if iris]
    shared = frozenset.intersection(*hits) if hits else frozenset()
    return min(shared) if len(shared) == 1 else None
