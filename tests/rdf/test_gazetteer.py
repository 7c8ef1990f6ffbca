"""Known actors out of RDF files."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.errors import SettingsError
from onrecord.rdf.gazetteer import Row, rows

TURTLE = """
@prefix rec: <https://w3id.org/onrecord/ns#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .

<https://data.example/board> a rec:RegulatoryAgency, rec:Organization ;
    skos:prefLabel "Telecom Board"@en, "Fernmelderat"@de ; skos:altLabel "TB", "the Board" .
<https://data.example/omar> a foaf:Person ; foaf:name "Omar Sadiq" .
<https://data.example/paper> a schema:NewsMediaOrganization ; schema:name "Daily Star" .
<https://data.example/what> a rec:Report ; skos:prefLabel "No kind of actor" .
<https://data.example/nameless> a rec:Company .
"""


def test_names_kinds_and_aliases(tmp_path: Path) -> None:
    file = tmp_path / "known.ttl"
    file.write_text(TURTLE, encoding="utf-8")
    board = "https://data.example/board"
    assert rows(file) == (
        Row(label="Telecom Board", aliases=("Fernmelderat", "TB", "the Board"), kind="RegulatoryAgency", iri=board),
        Row(label="Omar Sadiq", aliases=(), kind="Person", iri="https://data.example/omar"),
        Row(label="Daily Star", aliases=(), kind="Outlet", iri="https://data.example/paper"),
        Row(label="No kind of actor", aliases=(), kind=None, iri="https://data.example/what"),
    )


@pytest.mark.parametrize(("name", "text"), [("no.ttl", None), ("bad.ttl", "<a"), ("known.xyz", "")])
def test_a_fault_names_the_file(tmp_path: Path, name: str, text: str | None) -> None:
    file = tmp_path / name
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=name):
        rows(file)


def test_the_pipeline_tells_the_kinds_of_file_apart(tmp_path: Path) -> None:
    turtle, table = tmp_path / "known.ttl", tmp_path / "known.csv"
    turtle.write_text(TURTLE, encoding="utf-8")
    table.write_text("label,aliases,kind,iri\nOmar Sadiq,,Person,https://data.example/omar\n", encoding="utf-8")
    (omar,) = pipeline.known(str(table))
    assert omar in pipeline.known(str(turtle))
    with pytest.raises(SettingsError, match=r"none\.ttl"):
        pipeline.known(str(tmp_path / "none.ttl"))
