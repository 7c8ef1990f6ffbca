"""The graph in stores and parsers of others: what goes in is what was written, and the questions give the same answers.

Jena, Virtuoso and serdi are used where they are installed (on Debian: libapache-jena-java and a Java runtime,
virtuoso-opensource, serdi).
"""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest

import stories
from onrecord import rdf
from onrecord.rdf.query import Question, questions
from onrecord.rdf.read import FORMATS

pytestmark = [pytest.mark.model, pytest.mark.stores, pytest.mark.slow]

JARS = Path("/usr/share/java")
NEEDED = (
    "jena-",
    "slf4j-api",
    "slf4j-simple",
    "commons-",
    "guava",
    "gson",
    "jackson-",
    "jsonld-java",
    "titanium-json-ld",
    "jakarta.json",
)
NEEDED += ("protobuf", "thrift", "dexx.collection", "httpclient", "httpcore")
needs_jena = pytest.mark.skipif(
    not (shutil.which("java") and (JARS / "jena-cmds.jar").is_file()),
    reason="Apache Jena needs java and Debian's libapache-jena-java",
)
needs_virtuoso = pytest.mark.skipif(
    not (shutil.which("virtuoso-t") and shutil.which("isql-vt")), reason="virtuoso-opensource is not installed"
)
needs_serdi = pytest.mark.skipif(not shutil.which("serdi"), reason="serdi is not installed")
OXIGRAPH = shutil.which("oxigraph", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
needs_oxigraph = pytest.mark.skipif(not OXIGRAPH, reason="the server oxigraph is not installed")
KINDS = ["ttl", "trig", "nq", "jsonld"]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph that is full of the oddest characters."""
    folder = tmp_path_factory.mktemp("odd")
    # without what is written as the replacement character, of which Jena warns
    rdf.write(stories.odd_story(re.sub("[\ud800\ufffe\uffff]", "", stories.ODD)), folder)
    return folder


def quads(data: bytes | Path, kind: str = ".nq") -> set[pyoxigraph.Quad]:
    text = data.read_bytes() if isinstance(data, Path) else data
    return set(pyoxigraph.parse(text, format=FORMATS[data.suffix if isinstance(data, Path) else kind]))


def asked(name: str) -> list[Question]:
    """The questions that a file answers: those that ask named graphs need a file that has them."""
    return [item for item in questions() if name in {"graph.nq", "graph.trig"} or not item.needs_evidence]


def said(folder: Path, name: str = "graph.nq") -> Counter[tuple[str, tuple[str, ...]]]:
    """Every answer to every shipped question that `name` can answer, as Oxigraph gives them."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(folder / "graph.nq"), format=pyoxigraph.RdfFormat.N_QUADS)
    found: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for question in asked(name):
        data = store.query(question.sparql).serialize(format=pyoxigraph.QueryResultsFormat.CSV)
        found.update(answers(question.name, (data or b"").decode()))
    return found


def answers(name: str, table: str) -> list[tuple[str, tuple[str, ...]]]:
    rows = list(csv.reader(io.StringIO(table.replace("\r\n", "\n"), newline="")))
    return [(name, tuple(row)) for row in rows[1:]]


def counts(folder: Path, name: str) -> dict[str, int]:
    found = said(folder, name)
    assert set(found.values()) == {1}, "once each"
    return dict(Counter(question for question, _ in found))


@pytest.fixture(scope="session")
def jena(tmp_path_factory: pytest.TempPathFactory):
    """Run one of Jena's commands by the name of its class."""
    # in Debian 12 the jar of jena-core has the messages of its XML Schema types under another package than its classes
    messages = tmp_path_factory.mktemp("messages")
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and name.endswith(".properties"):
                target = messages / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    jars = sorted(str(path) for path in JARS.glob("*.jar") if path.name.startswith(NEEDED))
    path = os.pathsep.join([str(messages), *jars])

    def run(*words: object) -> subprocess.CompletedProcess[bytes]:
        command = ["java", "-cp", path, *map(str, words)]
        return subprocess.run(command, capture_output=True, check=False, timeout=300)

    return run


@needs_jena
@pytest.mark.parametrize("kind", KINDS)
def test_jena_reads_what_was_written_without_a_warning(built, odd, jena, kind):
    # JSON-LD 1.0: the reader for 1.1 lacks a part in Debian
    syntax = ["--syntax=jsonld10"] if kind == "jsonld" else []
    for folder in (built, odd):
        done = jena("riotcmd.riot", "--strict", "--check", *syntax, "--output=nquads", folder / f"graph.{kind}")
        assert (done.returncode, done.stderr) == (0, b"")
        assert quads(done.stdout) == quads(folder / f"graph.{kind}")


@needs_jena
@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_jena_answers_every_question_as_oxigraph_does(built, jena, tmp_path, name):
    loaded = jena("tdb2.tdbloader", "--loc", tmp_path / "store", built / name)
    assert loaded.returncode == 0, loaded.stderr
    assert not re.search(rb"WARN|ERROR", loaded.stderr + loaded.stdout), loaded.stderr
    prefixes, parts = set(), []  # one query for all: each start of Java takes seconds
    for question in asked(name):
        lines = question.sparql.splitlines()
        prefixes.update(line for line in lines if line.startswith("PREFIX "))
        body = "\n".join(line for line in lines if not line.startswith(("PREFIX ", "#")))
        parts.append(f'{{ SELECT ("{question.name}" AS ?name) (COUNT(*) AS ?n) {{ {{ {body} }} }} }}')
    whole = "\n".join(sorted(prefixes)) + f"\nSELECT ?name ?n {{ {' UNION '.join(parts)} }}"
    (tmp_path / "all.rq").write_text(whole, encoding="utf-8")
    done = jena("tdb2.tdbquery", "--loc", tmp_path / "store", "--results=csv", "--query", tmp_path / "all.rq")
    assert done.returncode == 0, done.stderr
    rows = csv.reader(io.StringIO(done.stdout.decode()))
    assert {name: int(number) for name, number in list(rows)[1:] if number != "0"} == counts(built, name)


@needs_serdi
@pytest.mark.parametrize("kind", ["ttl", "trig", "nq"])
def test_serdi_reads_what_was_written_without_a_warning(built, odd, kind):
    syntax = {"ttl": "turtle", "trig": "trig", "nq": "nquads"}[kind]
    for folder in (built, odd):
        command = ["serdi", "-i", syntax, "-o", "nquads", folder / f"graph.{kind}"]
        done = subprocess.run(command, capture_output=True, check=True)
        assert done.stderr == b""
        assert quads(done.stdout) == quads(folder / f"graph.{kind}")


VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerRoot = .
[SPARQL]
ResultSetMaxRows = 100000
"""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def virtuoso(tmp_path: Path, built: Path) -> Iterator[tuple[int, int]]:
    """A server with an empty database that may read `built`; its port for isql and its port for SPARQL."""
    port, web = free_port(), free_port()
    (tmp_path / "virtuoso.ini").write_text(VIRTUOSO.format(port=port, web=web, folder=built))
    command = ["virtuoso-t", "-f", "-c", "virtuoso.ini"]
    with (tmp_path / "said.txt").open("wb") as log:
        server = subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log)
        try:
            for _ in range(240):
                if isql(port, "select 1;").returncode == 0:
                    break
                time.sleep(0.5)
            yield port, web
        finally:
            server.terminate()
            server.wait(timeout=60)


def isql(port: int, commands: str) -> subprocess.CompletedProcess[str]:
    words = ["isql-vt", f"127.0.0.1:{port}", "dba", "dba", "VERBOSE=OFF", "BANNER=OFF", f"exec={commands}"]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=120)


@needs_virtuoso
@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_virtuoso_answers_every_question_as_oxigraph_does(built, virtuoso, name):
    port, web = virtuoso
    load = f"ld_dir('{built}', '{name}', 'https://example.org/onrecord'); rdf_loader_run(); checkpoint;"
    loaded = isql(port, f"{load} select count(*) from DB.DBA.load_list where ll_error is not null;")
    assert loaded.stdout.split()[-1] == "0", loaded.stdout + loaded.stderr
    number = isql(port, "SPARQL SELECT COUNT(*) WHERE { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), 'onrecord')) };")
    assert int(number.stdout.split()[-1]) == len(quads(built / name))
    found = {}
    for question in asked(name):
        data = urllib.parse.urlencode({"query": question.sparql, "format": "text/csv"}).encode()
        with urllib.request.urlopen(f"http://127.0.0.1:{web}/sparql", data, timeout=120) as answer:
            found[question.name] = len(answers(question.name, answer.read().decode()))
    assert {name: number for name, number in found.items() if number} == counts(built, name)


@needs_oxigraph
def test_the_server_oxigraph_answers_every_question_alike(built, tmp_path):
    load = [OXIGRAPH, "load", "--location", tmp_path / "store", "--file", built / "graph.nq"]
    subprocess.run(load, check=True, capture_output=True)
    found: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for question in questions():
        ask = [OXIGRAPH, "query", "--location", tmp_path / "store", "--results-format", "csv"]
        done = subprocess.run([*ask, "--query", question.sparql], check=True, capture_output=True, text=True)
        found.update(answers(question.name, done.stdout))
    assert found == said(built)
