"""Writes the pages of docs/reference/ that are made from what they describe: ontology, questions, command.

The terms are written twice: as a page of the documentation, and by pyLODE as the pages that ontology engineers know:
one of classes and properties, and one for each file of concepts (kinds of action, classes of PLOVER, values).
"""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dominate.tags import a, div, h3, h4, li, ul
from pylode import OntPub, VocPub
from pylode.utils import section_html
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.term import Node

from onrecord import resources
from onrecord.rdf import query

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
REC = Namespace("https://w3id.org/onrecord/ns#")
_ALIGNED = (
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    OWL.equivalentClass,
    OWL.equivalentProperty,
    RDFS.domain,
    RDFS.range,
    SKOS.broader,
    SKOS.exactMatch,
    SKOS.broadMatch,
)
_MAPPED = ("notation", "broader", "exactMatch", "broadMatch")
_TOLD = [DCTERMS.title, DCTERMS.description, SKOS.example, *(SKOS[name] for name in _MAPPED)]
"""What pyLODE's page says of a concept; it calls labels titles and definitions descriptions."""
SCHEMES = {"actions.ttl": "kinds.html", "plover.ttl": "plover.html", "values.ttl": "values.html"}
"""File of concepts -> the page that pyLODE makes of it."""
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def main() -> int:
    """Write the pages; those that are as they should be are left alone."""
    pages = {"ontology.md": ontology(), "questions.md": questions(), "command.md": command(), "onrecord.html": lode()}
    pages |= {page: scheme(file) for file, page in SCHEMES.items()}
    for name, lines in pages.items():
        path, text = REFERENCE / name, "\n".join(lines) + "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return 0


def ontology() -> Iterator[str]:
    """Every term with its definition, its example and what it stands under."""
    graph = Graph()
    for name in ("onrecord.ttl", "values.ttl", "alignment.ttl", "actions.ttl", "plover.ttl"):
        graph.parse(data=resources.text("ontology", name), format="turtle")
    yield "# Ontology"
    yield ""
    yield "As pyLODE shows them: [classes and properties](onrecord.html), with what each is the domain and range of,"
    yield "[kinds of action](kinds.html), [values of properties](values.html), [classes of PLOVER](plover.html)."
    yield ""
    yield "Made from `ontology/*.ttl`. The prefix `rec:` is `https://w3id.org/onrecord/ns#`, `act:` is"
    yield "`https://w3id.org/onrecord/action#`, `plover:` is `https://w3id.org/onrecord/plover#`."
    for title, kinds in (("Classes", [OWL.Class]), ("Properties", [OWL.ObjectProperty, OWL.DatatypeProperty])):
        terms = {term for kind in kinds for term in graph.subjects(RDF.type, kind) if str(term).startswith(REC)}
        yield from _terms(graph, title, terms)
    concepts = {term for term in graph.subjects(RDF.type, SKOS.Concept) if isinstance(term, URIRef)}
    yield from _terms(graph, "Concepts", concepts)


def lode() -> Iterator[str]:
    """The page that pyLODE makes of the vocabulary."""
    logging.disable(logging.INFO)  # pyLODE tells of every step
    graph = Graph().parse(data=resources.text("ontology", "onrecord.ttl"), format="turtle")
    yield OntPub(graph, sort_subjects=True).make_html()


class _Scheme(VocPub):  # type: ignore[misc]  # pyLODE has no types
    """The page of concepts: pyLODE 3.3 can describe individuals, but its own pages list none."""

    def _make_main_sections(self) -> None:
        for concept in list(self.ont.subjects(RDF.type, SKOS.Concept)):
            self.ont.add((concept, RDF.type, OWL.NamedIndividual))
        for name in _MAPPED:  # pyLODE has no titles for these
            title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
            self.props_labeled[SKOS[name]] = {"title": title, "description": "", "ont_title": "SKOS"}
        graphs = (self.ont, self.back_onts, self.ns)
        where = (self.toc, "concepts", self.fids, self.props_labeled)
        with self.content:
            section_html("Concepts", *graphs, OWL.NamedIndividual, _TOLD, *where)

    def _make_toc(self) -> None:
        with self.doc, div(id="toc"):
            h3("Table of Contents")
            with ul(_class="first"), li():
                h4(a("Concepts", href="#concepts"))
                with ul(_class="second"):
                    for anchor, name in self.toc["concepts"]:
                        li(a(name, href=anchor))


def scheme(file: str) -> Iterator[str]:
    """The page that pyLODE makes of the concepts in a file."""
    logging.disable(logging.INFO)
    graph = Graph().parse(data=resources.text("ontology", file), format="turtle")
    yield _Scheme(graph, sort_subjects=True).make_html()


def _terms(graph: Graph, title: str, terms: Iterable[Node]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    for term in sorted((term for term in terms if isinstance(term, URIRef)), key=str):
        definition, example = graph.value(term, SKOS.definition), graph.value(term, SKOS.example)
        yield ""
        yield f"### {_short(graph, term)}"
        yield ""
        yield _escaped(definition or graph.value(term, RDFS.comment) or "")
        if example:
            yield ""
            yield f"*Example:* {_escaped(example)}"
        links = [
            f"{_short(graph, predicate)} `{_short(graph, value)}`"
            for predicate in _ALIGNED
            for value in sorted(graph.objects(term, predicate), key=str)
            if isinstance(value, URIRef)
        ]
        if links:
            yield ""
            yield " · ".join(links)


def _short(graph: Graph, iri: URIRef) -> str:
    return graph.namespace_manager.normalizeUri(iri)


def _escaped(text: object) -> str:
    return re.sub(r"([<>*_`\[\]])", r"\\\1", str(text))


def questions() -> Iterator[str]:
    """Every shipped question with what it asks and its SPARQL."""
    yield "# Questions"
    yield ""
    yield "Shipped with Onrecord: `onrecord query NAME`. They run on the default graph in any SPARQL 1.1 store as"
    yield "they are; those that name a `GRAPH` need `graph.trig` or `graph.nq`."
    for question in query.questions():
        yield ""
        yield f"## {question.name}"
        yield ""
        yield _escaped(question.help)
        yield ""
        yield f"```text\n{question.sparql.rstrip()}\n```"


def command() -> Iterator[str]:
    """What every command says of itself."""
    yield "# Command"
    yield ""
    yield "What `onrecord --help` and each command's `--help` print. Exit status: 0 done; 1 done, but an input was left"
    yield "out or something was found wrong, each named on standard error; 2 nothing was done."
    names = ["", *re.findall(r"^  ([a-z]+)  ", _help("").partition("Commands:\n")[2], re.MULTILINE)]
    for name in names:
        yield ""
        yield f"## onrecord {name}".rstrip()
        yield ""
        yield f"```text\n{_help(name)}\n```"


def _help(name: str) -> str:
    words = [sys.executable, "-m", "onrecord", *([name] if name else []), "--help"]
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONPATH": str(ROOT / "graph")}
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
    lines = [line.rstrip() for line in _ANSI.sub("", done.stdout).strip("\n").splitlines()]
    return "\n".join(lines).replace("python -m onrecord", "onrecord")


if __name__ == "__main__":
    sys.exit(main())
