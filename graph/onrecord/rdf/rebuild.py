"""Compares outputs with those that result from resolving the records and writing them again.

This verifies what depends on resolution and not on words (judgements, comparisons, names, identities), and all files
that are not graphs.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.rdf import checksums, read, terms
from onrecord.rdf.digest import WRITER, Triple, about
from onrecord.rdf.ntriples import Quad, quads, short, shown, triples


@dataclass(frozen=True, slots=True)
class Anew:
    """What resolves the records and writes all outputs into another folder, for comparison."""

    write: Callable[[Path], object]
    given: Collection[str] = ()
    """The build options that it takes into account."""


Kind = Literal["judgement", "comparison", "identity", "label", "resolution", "output"]
_MOST = 200
"""Most differences that are listed individually."""
_OF = {
    terms.CLASS_JUDGEMENT: "judgement",
    terms.CLASS_RULE: "judgement",
    terms.PROV_CLASS_PERSON: "judgement",
    terms.CLASS_DISAGREEMENT: "comparison",
    terms.CLASS_POSITION: "comparison",
    terms.CLASS_JUXTAPOSITION: "comparison",
    terms.CLASS_VARIANT: "comparison",
    terms.CLASS_CHANGE: "comparison",
    terms.CLASS_ORIGIN: "comparison",
    terms.CLASS_RELIANCE: "comparison",
    terms.CLASS_COURSE: "comparison",
    terms.CLASS_THREAD: "comparison",
    terms.CLASS_STEP: "comparison",
}
_BY: dict[str, Kind] = {
    terms.SCHEMA_SAME_AS: "identity",
    terms.POSSIBLY_SAME: "identity",
    terms.DCTERMS_IS_REPLACED_BY: "identity",
    terms.SKOS_PREF_LABEL: "label",
    terms.SKOS_ALT_LABEL: "label",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something in the outputs that does not follow from the records: the node or file, and a sentence."""

    kind: Kind
    where: str
    message: str


def differences(
    path: Path, graph: set[Quad], named: set[Triple], write: Callable[[Path], object]
) -> tuple[list[Difference], list[str]]:
    """How the outputs in the folder `path`, whose first graph file contains `graph`, differ from what `write` writes.

    Triples of `named` are already known to be wrong and are not reported again. Also returns the reasons why the graph
    may differ without an error.
    """
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        write(fresh)
        wanted = quads(fresh / read.graph_file(path).name)
        own = about(triples(graph)) | about(triples(wanted))
        left = {item for item in graph - wanted if item[0] not in own and item[:3] not in named}
        gone = {item for item in wanted - graph if item[0] not in own and item[:3] not in named}
        found = list(_triples(left, gone, _kinds(triples({*graph, *wanted}))))
        if len(found) > _MOST:
            more = f"and {len(found) - _MOST:,} more differences from what the records give"
            found = [*found[:_MOST], Difference("resolution", "", more)]
        same = not graph ^ wanted
        return [*found, *_files(path, fresh, same=same)], _unrepeatable(triples(graph), triples(wanted))


def _unrepeatable(graph: set[Triple], wanted: set[Triple]) -> list[str]:
    """Why `graph` may differ without an error from `wanted`, which was resolved again from the records alone.

    Identities of states ship with the package, so both have them; any others come from a gazetteer.
    """
    people = {subject for subject, p, value in graph if p == terms.RDF_TYPE and value == f"<{terms.PROV_CLASS_PERSON}>"}
    names = sorted(value for subject, p, value in graph if subject in people and p == terms.SKOS_PREF_LABEL)
    reasons = [f"corrections by {', '.join(names)} (--corrections)"] if people else []
    if any(p == terms.SCHEMA_SAME_AS for _, p, _ in graph - wanted):
        reasons.append("known actors (--gazetteer)")
    writers = {value for _, p, value in graph if p == terms.WRITTEN_WITH} - {f'"{WRITER}"'}
    return [*reasons, *(f"another version ({value})" for value in sorted(writers))]


def _kinds(graph: Iterable[Triple]) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for subject, predicate, value in graph:
        if predicate == terms.RDF_TYPE and (kind := _OF.get(value.strip("<>"))):
            found[subject] = kind  # type: ignore[assignment]  # the values of _OF are kinds
    return found


def _triples(left: set[Quad], gone: set[Quad], kinds: dict[str, Kind]) -> Iterator[Difference]:
    """Differences between triples; a value that replaces another is one difference."""
    places: dict[tuple[str, str, str], tuple[list[str], list[str]]] = {}
    for side, items in enumerate((left, gone)):
        for subject, predicate, value, graph in sorted(items):
            places.setdefault((subject, predicate, graph), ([], []))[side].append(value)
    for (subject, predicate, _), (given, wanted) in sorted(places.items()):
        kind = kinds.get(subject) or _BY.get(predicate, "resolution")
        name = short(predicate)
        while given and wanted:
            said = f"{name} {shown(given.pop(0))} should be {shown(wanted.pop(0))}, as the records give it"
            yield Difference(kind, subject, said)
        for value in given:
            yield Difference(kind, subject, f"{name} {shown(value)} does not follow from the records")
        for value in wanted:
            yield Difference(kind, subject, f"{name} {shown(value)} follows from the records and is not there")


def _files(path: Path, fresh: Path, *, same: bool) -> Iterator[Difference]:
    """Files that differ from the rewritten ones; graph files only if their triples are the `same`.

    The digests are checked against the files themselves, because one of these, the readings, cannot be written again
    from records.
    """
    for wanted in sorted(fresh.iterdir()):
        file = path / wanted.name
        if not file.is_file() or wanted.name == checksums.NAME or (wanted.name in read.ORDER and not same):
            continue
        given, right = file.read_bytes(), wanted.read_bytes()
        if given == right:
            continue
        first, second = given.split(b"\n"), right.split(b"\n")
        number = next((n for n, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), None)
        number = min(len(first), len(second)) if number is None else number
        said = f"line {number + 1} is not as the records give it: {_at(first, second, number)}"
        yield Difference("output", wanted.name, said)


def _at(given: list[bytes], right: list[bytes], number: int) -> str:
    """The parts of a line at which two files begin to differ."""
    if number >= len(given) or number >= len(right):
        return f"it has {len(given):,} lines, not {len(right):,}"
    one, other = (lines[number].decode("utf-8", "replace") for lines in (given, right))
    start = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))
    near = slice(max(0, min(start, len(other)) - 20), start + 40)
    return f"{one[near]!r}, not {other[near]!r}"
