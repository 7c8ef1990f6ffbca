"""Checks a graph, the ontology and its aligned vocabularies for consistency in OWL 2, with the reasoner HermiT.

HermiT is part of owlready2 (``pip install owlready2``) and needs Java; if either is missing, the result says so.
It is told to ignore datatypes outside OWL 2 (see `OUTSIDE`), or it would refuse the whole graph.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from rdflib import OWL, Graph, Literal

from onrecord import resources
from onrecord.characters import NOT_XML
from onrecord.rdf import read

VOCABULARIES = ("prov", "sem", "oa", "org", "skos")
_MAIN = "org.semanticweb.HermiT.cli.CommandLine"
_MINUTES = 15
"""Timeout in minutes; the reasoner needs seconds for a story, so it hangs if it takes longer than this."""
OUTSIDE = ("xsd:date", "xsd:gYearMonth", "xsd:gYear", "xsd:duration")
"""Datatypes we use that OWL 2 does not have: dates are as precise as they were printed, not instants."""


@dataclass(frozen=True, slots=True)
class Consistency:
    """`holds` is None if consistency could not be decided; `note` says why, or what is inconsistent."""

    holds: bool | None
    note: str


def consistency(path: Path | None = None) -> Consistency:
    """Whether the ontology with its alignments, and the graph at `path` if one is given, are consistent under OWL.

    Raises OutputError if `path` is given and there is no graph.
    """
    graph = together()
    if path is not None:
        graph += read.graph(path)
    return reasoned(graph)


def together() -> Graph:
    """The ontology, its alignments, and the facts of the vocabularies it aligns with."""
    graph = Graph()
    for name in read.ONTOLOGY:
        graph.parse(data=resources.text("ontology", name), format="turtle")
    for name in VOCABULARIES:
        graph.parse(data=resources.text("ontology", "vocabularies", f"{name}.nt"), format="nt")
    graph.remove((None, OWL.imports, None))  # the imports are already included, so nothing is fetched
    return graph


def reasoned(graph: Graph) -> Consistency:
    """The result of HermiT for a graph."""
    spec = find_spec("owlready2")
    if spec is None or not spec.submodule_search_locations:
        return Consistency(None, "skipped: owlready2, which brings the reasoner HermiT, is not installed")
    java = shutil.which("java")
    if java is None:
        return Consistency(None, "skipped: there is no Java to run the reasoner HermiT")
    home = Path(spec.submodule_search_locations[0]) / "hermit"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "all.owl"
        _clean(graph).serialize(file, format="xml", encoding="utf-8")
        command = [java, "-cp", f"{home}:{home / 'HermiT.jar'}", _MAIN, "--ignoreUnsupportedDatatypes", "-k", "-U"]
        try:
            result = subprocess.run(  # noqa: S603  # our own command line
                [*command, file.as_uri()], capture_output=True, text=True, check=False, timeout=_MINUTES * 60
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return Consistency(None, f"skipped: {error}")
    return _read(result)


def _clean(graph: Graph) -> Graph:
    """The graph with characters replaced that XML, the syntax passed to the reasoner, does not allow."""
    found = Graph()
    for subject, predicate, value in graph:
        if isinstance(value, Literal) and NOT_XML.search(value):
            found.add((subject, predicate, Literal(NOT_XML.sub("\ufffd", value), datatype=value.datatype)))
        else:
            found.add((subject, predicate, value))
    return found


def _read(result: subprocess.CompletedProcess[str]) -> Consistency:
    empty = [line.strip() for line in result.stdout.splitlines() if line.startswith("\t")]
    empty = [name for name in empty if name != "owl:Nothing"]
    if result.returncode == 0 and "owl#Thing is satisfiable" in result.stdout:
        known = f"consistent; {', '.join(OUTSIDE)} are no datatypes of OWL 2, so their values are left to the shapes"
        return Consistency(not empty, f"classes that can have no members: {', '.join(empty)}" if empty else known)
    last = (result.stderr.strip().splitlines() or ["no answer"])[0]
    if "InconsistentOntology" in result.stderr or "owl#Thing is not satisfiable" in result.stdout:
        return Consistency(holds=False, note="inconsistent: not everything in it can be true")
    return Consistency(None, f"skipped: HermiT failed ({last})")
