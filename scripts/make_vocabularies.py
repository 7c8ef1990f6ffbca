"""Writes ontology/vocabularies/*.nt: the facts of the vocabularies we align with, for the tests of names and logic.

Run by hand, where npm is: ``npm install @vocabulary/{prov,sem,oa,org,skos,dcterms,schema}`` in some folder, then
``python scripts/make_vocabularies.py FOLDER/node_modules``. Only facts are kept, no words of the authors: which terms
there are and how they stand to one another; of schema.org only the terms that our own files name.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "ontology" / "vocabularies"
SPACES = {
    "prov": "http://www.w3.org/ns/prov#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "http://schema.org/",
}
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
FACTS = (f"{RDF}type", f"{RDF}first", f"{RDF}rest", f"{RDFS}subClassOf", f"{RDFS}subPropertyOf", f"{RDFS}domain")
LOGIC = (*FACTS, f"{RDFS}range")
WORDS = {f"{OWL}versionInfo", f"{OWL}imports", f"{OWL}versionIRI", f"{OWL}priorVersion", f"{OWL}deprecated"}


def kept(triple: Triple, name: str, ours: str) -> bool:
    """Whether a triple is a fact about a term of the vocabulary, or a part of one."""
    predicate = triple.predicate.value
    if not (predicate in LOGIC or (predicate.startswith(OWL) and predicate not in WORDS)):
        return False
    if isinstance(triple.object, Literal) and not predicate.startswith(OWL):
        return False
    if isinstance(triple.subject, BlankNode):
        return name != "schema"
    if not isinstance(triple.subject, NamedNode) or not triple.subject.value.startswith(SPACES[name]):
        return False
    if name != "schema":
        return True
    named = f"https://schema.org/{triple.subject.value.removeprefix(SPACES['schema'])}>"
    return predicate in {f"{RDF}type", f"{RDFS}subClassOf", f"{RDFS}subPropertyOf"} and named in ours


def main() -> int:
    """Write the files."""
    folder = Path(sys.argv[1])
    alignment = ROOT / "ontology" / "alignment.ttl"
    ours = " ".join(f"{quad.subject} {quad.object}" for quad in pyoxigraph.parse(path=str(alignment)))
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in SPACES:
        source = folder / "@vocabulary" / name / f"{name}.nq"
        triples = {quad.triple for quad in pyoxigraph.parse(path=str(source), format=RdfFormat.N_QUADS)}
        lines = sorted(f"{triple} ." for triple in triples if kept(triple, name, ours))
        (TARGET / f"{name}.nt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(lines)} facts of {len(triples)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
