"""Everything that README and docs show is run as a reader would run it."""

from __future__ import annotations

import contextlib
import html
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SKOS, Graph, URIRef

import sessions
import warm
from conftest import ROOT
from onrecord import resources
from onrecord.rdf import query, read

PAGES = sessions.pages()


def test_there_are_pages_and_they_show_something():
    shown = [block.language for path in PAGES for block in sessions.blocks(path.read_text(encoding="utf-8"))]
    assert len(PAGES) > 10
    assert {"console", "sh", "python", "sparql", "toml"} <= set(shown)


def test_only_what_is_generated_is_left_out():
    names = {path.relative_to(ROOT).as_posix() for path in PAGES}
    assert "docs/howto/questions.md" in names
    assert "docs/reference/questions.md" not in names


def test_a_wrong_output_is_found():
    assert sessions.agrees("one\ntwo", "one\ntwo\n")
    assert sessions.agrees("one\n…\nfour", "one\ntwo\nthree\nfour\n")
    assert sessions.agrees("one\n…", "one\ntwo\n")
    assert not sessions.agrees("one\ntwo", "one\nthree\n")
    assert not sessions.agrees("one", "one\ntwo\n")


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_and_question_of_a_page(path, built):
    names: dict[str, object] = {}
    with sessions.folder(built) as place:
        for block in sessions.blocks(path.read_text(encoding="utf-8")):
            where = f"{path.name}, line {block.line}"
            if block.title:
                (place / block.title).write_text(block.text, encoding="utf-8")
            if block.language == "console":
                for words, shown in sessions.turns(block.text):
                    printed = typed(words, place).stdout
                    assert sessions.agrees(shown, printed), f"{where}: `{words}` prints\n{printed}"
            elif block.language == "sh":
                for line in block.text.replace("\\\n", " ").splitlines():
                    done = typed(line, place)
                    assert done.returncode == 0, f"{where}: `{line}` prints\n{done.stdout}"
            elif block.language == "sparql":
                answer = query.ask(read.store(built), block.text)
                assert answer.rows or answer.turtle or answer.truth, f"{where}: no answer"
            elif block.language == "python":
                run_python(block.text, names, place, where)


@pytest.mark.model
def test_the_readme_names_every_file_that_a_build_writes(built):
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    table = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    named = [name for cell in table for name in re.findall(r"`([^`]+)`", cell)]
    assert sorted(named) == sorted(path.name for path in built.iterdir())


@pytest.mark.model
@pytest.mark.slow
def test_the_graph_is_as_large_as_the_page_on_stores_says(built):
    page = (ROOT / "docs" / "howto" / "stores.md").read_text(encoding="utf-8")
    now = {row[1]: row[3] for row in (line.split("|") for line in page.splitlines()) if len(row) == 5}
    said = [now[" triples of the default graph, of all graphs "], now[" `graph.ttl`, `graph.nq` "]]
    numbers = [int(number.replace(",", "")) for cell in said for number in re.findall(r"\d[\d,]*\d", cell)]
    files = [built / name for name in ("graph.ttl", "graph.nq")]
    triples = [sum(1 for _ in read.quads(path)) for path in files]
    assert numbers[:2] == triples
    assert numbers[2:] == pytest.approx([path.stat().st_size / 1000 for path in files], rel=0.01)


_SHELL = re.compile(r"[|&;<>$`*?~\n\\]")


def typed(line: str, place: Path) -> subprocess.CompletedProcess[str]:
    """What a reader's shell prints: the command alone starts quicker, anything else is the shell's."""
    program, *words = shlex.split(line) if not _SHELL.search(line) else [""]
    return warm.command(*words, cwd=place, merged=True) if program == "onrecord" else sessions.shell(line, place)


def run_python(text: str, names: dict[str, object], place, where: str) -> None:
    with contextlib.chdir(place), contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(text, where, "exec"), names)
    assert "[]" not in printed.getvalue(), f"{where}: shows a reader nothing"


def test_every_link_between_pages_leads_somewhere():
    made = {ROOT / "docs" / "reference" / name for name in ("ontology.md", "questions.md", "command.md")}
    for path in PAGES:
        text = sessions._FENCE.sub("", path.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
            found = (path.parent / target).resolve()
            assert found.exists(), f"{path.name}: {target}"
            assert found not in made, f"{path.name}: {target} is not in the repository"


@pytest.mark.slow
def test_the_documentation_builds_strict(tmp_path):
    pytest.importorskip("mkdocs")
    pytest.importorskip("pylode")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph")}
    words = [sys.executable, "scripts/docs.py"]
    made = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
    assert made.returncode == 0, made.stderr
    words = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "site" / "reference" / "ontology" / "index.html").read_text(encoding="utf-8")
    assert "rec:Statement" in page
    commands = (tmp_path / "site" / "reference" / "command" / "index.html").read_text(encoding="utf-8")
    for name in ("build", "query", "serve", "load", "verify"):
        assert f"Usage: onrecord {name} " in html.unescape(re.sub(r"<[^>]+>", "", commands))
    shown = {"onrecord.ttl": (OWL.Class, "onrecord.html", 30), "actions.ttl": (SKOS.Concept, "kinds.html", 60)}
    shown |= {"values.ttl": (SKOS.Concept, "values.html", 50), "plover.ttl": (SKOS.Concept, "plover.html", 19)}
    for file, (kind, name, least) in shown.items():
        lode = (tmp_path / "site" / "reference" / name).read_text(encoding="utf-8")
        assert not re.search(r'(?:src|rel="stylesheet" href)="https?:', lode), "it asks for nothing from elsewhere"
        graph = Graph().parse(data=resources.text("ontology", file), format="turtle")
        terms = [term for term in graph.subjects(RDF.type, kind) if isinstance(term, URIRef)]
        assert len(terms) > least
        for term in terms:
            (example,) = graph.objects(term, SKOS.example)
            assert example.endswith((".", '"')), f"{term}: a sentence"
            assert html.escape(example).replace("&#x27;", "'") in lode, term
