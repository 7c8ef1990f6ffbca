"""The graph in stores and parsers of others: each holds what was written, and gives the same rows to every question.

Jena, Virtuoso and serdi are used if they are installed (on Debian: libapache-jena-java and a Java runtime,
virtuoso-opensource, serdi), and so is the server oxigraph. Comunica and Corese are used if ONRECORD_COMUNICA names the
folder in which npm installed node@22 and @comunica/query-sparql-file, ONRECORD_CORESE a jar of corese-core.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Dataset, Graph

import asking
import stories
from onrecord import pipeline, rdf
from onrecord.errors import OutputError
from onrecord.rdf import remote
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
ENGINES = Path(__file__).parent / "engines"
COMUNICA = os.environ.get("ONRECORD_COMUNICA", "")
needs_comunica = pytest.mark.skipif(
    not Path(COMUNICA, "node_modules", "@comunica", "query-sparql-file").is_dir(),
    reason="ONRECORD_COMUNICA names no folder into which npm has installed @comunica/query-sparql-file and node 22",
)
CORESE = os.environ.get("ONRECORD_CORESE", "")
needs_corese = pytest.mark.skipif(
    not (shutil.which("javac") and Path(CORESE).is_file()),
    reason="ONRECORD_CORESE names no jar of corese-core (the Python package pycorese has one), or there is no JDK",
)
SECONDS = 6
"""CPU seconds that RDFLib, the slowest, may take for one question to the seeds: it takes two on a slow machine."""
KINDS = ["ttl", "trig", "nq", "jsonld"]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph that is full of the oddest characters."""
    folder = tmp_path_factory.mktemp("odd")
    # without what is written as the replacement character, of which Jena warns
    rdf.write_graph(stories.odd_story(re.sub("[\ud800\ufffe\uffff]", "", stories.ODD)), folder)
    return folder


def quads(data: bytes | Path, kind: str = ".nq") -> set[pyoxigraph.Quad]:
    text = data.read_bytes() if isinstance(data, Path) else data
    return set(pyoxigraph.parse(text, format=FORMATS[data.suffix if isinstance(data, Path) else kind]))


@pytest.fixture(scope="session")
def jars(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The class path of Jena."""
    # in Debian 12 the jar of jena-core has the messages of its XML Schema types under another package than its classes
    messages = tmp_path_factory.mktemp("messages")
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and name.endswith(".properties"):
                target = messages / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    found = sorted(str(path) for path in JARS.glob("*.jar") if path.name.startswith(NEEDED))
    return os.pathsep.join([str(messages), *found])


@pytest.fixture(scope="session")
def jena(jars: str):
    """Run one of Jena's commands by the name of its class."""

    def run(*words: object) -> subprocess.CompletedProcess[bytes]:
        command = ["java", "-cp", jars, *map(str, words)]
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
    prefixes, parts, columns = set(), [], {}  # one query for all: each start of Java takes seconds
    for question in asking.asked(name):
        lines = question.sparql.splitlines()
        prefixes.update(line for line in lines if line.startswith("PREFIX "))
        body = "\n".join(line for line in lines if not line.startswith(("PREFIX ", "#")))
        columns[question.name] = re.findall(r"\?\w+", body.partition("WHERE")[0])
        parts.append(f'{{ {{ {body} }} BIND("{question.name}" AS ?question) }}')
    names = sorted({column for found in columns.values() for column in found})
    whole = "\n".join(sorted(prefixes)) + f"\nSELECT ?question {' '.join(names)} {{ {' UNION '.join(parts)} }}"
    (tmp_path / "all.rq").write_text(whole, encoding="utf-8")
    done = jena("tdb2.tdbquery", "--loc", tmp_path / "store", "--results=json", "--query", tmp_path / "all.rq")
    assert done.returncode == 0, done.stderr
    found: asking.Rows = Counter()
    for row in json.loads(done.stdout)["results"]["bindings"]:
        own = columns[question := row["question"]["value"]]
        found[question, *(asking.spelt(row.get(item[1:], {}).get("value", "")) for item in own)] += 1
    assert found == asking.oxigraph(built, name)


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
    found: asking.Rows = Counter()
    for question in asking.asked(name):
        fields = {"query": question.sparql, "format": "application/sparql-results+json"}
        data = urllib.parse.urlencode(fields).encode()
        with urllib.request.urlopen(f"http://127.0.0.1:{web}/sparql", data, timeout=120) as answer:
            found += asking.rows(question.name, answer.read())
    assert found == asking.oxigraph(built, name)


@needs_oxigraph
@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_the_server_oxigraph_answers_every_question_alike(built, tmp_path, name):
    place, port = tmp_path / "store", free_port()
    load = [OXIGRAPH, "load", "--location", place, "--file", built / name]
    subprocess.run(load, check=True, capture_output=True)
    serve = [OXIGRAPH, "serve-read-only", "--location", place, "--bind", f"127.0.0.1:{port}"]
    found: asking.Rows = Counter()
    with subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for question in asking.asked(name):
                found += asking.rows(question.name, posted(f"http://127.0.0.1:{port}/query", question.sparql))
        finally:
            server.terminate()
    assert found == asking.oxigraph(built, name)


def posted(url: str, sparql: str) -> bytes:
    """What an endpoint answers, waited for until it listens."""
    kinds = {"Accept": "application/sparql-results+json", "Content-Type": "application/sparql-query"}
    for _ in range(600):  # a Java program that is compiled first takes its time on a busy machine
        try:
            with urllib.request.urlopen(urllib.request.Request(url, sparql.encode(), kinds), timeout=60) as answer:
                return answer.read()
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
        time.sleep(0.1)
    raise AssertionError(f"nothing listens at {url}")


def written(folder: Path, name: str) -> list[str]:
    """The questions as files."""
    folder.mkdir()
    files = [folder / f"{question.name}.rq" for question in asking.asked(name)]
    for file, question in zip(files, asking.asked(name), strict=True):
        file.write_text(question.sparql, encoding="utf-8")
    return list(map(str, files))


def given(folder: Path) -> asking.Rows:
    """The rows of the answers that an engine has written."""
    found: asking.Rows = Counter()
    for file in folder.glob("*.json"):
        found += asking.rows(file.name.removesuffix(".rq.json"), file.read_bytes())
    return found


@needs_corese
@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_corese_answers_every_question_as_oxigraph_does(built, tmp_path, name):
    questions = written(tmp_path / "questions", name)
    command = ["java", "-cp", CORESE, ENGINES / "Answers.java", built / name, tmp_path, *questions]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    assert given(tmp_path) == asking.oxigraph(built, name)


@needs_comunica
@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_comunica_answers_every_question_as_oxigraph_does(built, tmp_path, name):
    node = shutil.which("node", path=os.pathsep.join([f"{COMUNICA}/node_modules/.bin", os.environ["PATH"]]))
    questions = written(tmp_path / "questions", name)
    command = [node, ENGINES / "answers.mjs", built / name, tmp_path, *questions]
    environment = {**os.environ, "COMUNICA": COMUNICA}
    done = subprocess.run(command, capture_output=True, check=False, timeout=300, env=environment)
    assert done.returncode == 0, done.stderr
    assert given(tmp_path) == asking.oxigraph(built, name)


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_rdflib_answers_every_question_as_oxigraph_does_and_soon(built, name):
    graph = Graph() if name == "graph.ttl" else Dataset()
    graph.parse(str(built / name), format={"graph.ttl": "turtle", "graph.nq": "nquads"}[name])
    found: asking.Rows = Counter()
    for question in asking.asked(name):
        start = time.process_time()
        found += asking.rows(question.name, graph.query(question.sparql).serialize(format="json"))
        assert time.process_time() - start < SECONDS, question.name
    assert found == asking.oxigraph(built, name)


# ------------------------------------------------------------ loads over HTTP


def loaded_graph_by_graph(tmp_path: Path, url: str, **options: str) -> None:
    """A build, the same again, one with an article less, and the first once more."""
    story = stories.story()
    rdf.write_graph(story, tmp_path / "two")
    rdf.write_graph(pipeline.resolve(story.analyses[:1]), tmp_path / "one")
    first = remote.load(tmp_path / "two", url, **options)
    assert (len(first.put), first.same, first.removed) == (4, (), ())
    assert remote.load(tmp_path / "two", url, **options).put == ()
    assert len(remote.load(tmp_path / "one", url, **options).removed) == 1
    assert remote.load(tmp_path / "one", url, **options).put == ()
    remote.load(tmp_path / "two", url, **options)


@needs_oxigraph
def test_oxigraphs_server_is_loaded_graph_by_graph(tmp_path):
    port = free_port()
    serve = [OXIGRAPH, "serve", "--location", tmp_path / "store", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            posted(f"http://127.0.0.1:{port}/query", "ASK { }")
            loaded_graph_by_graph(tmp_path, f"http://127.0.0.1:{port}/store")
            query, update = (f"http://127.0.0.1:{port}/{name}" for name in ("query", "update"))
            again = remote.load(tmp_path / "two", query, update=update)
            assert (again.put, len(again.same)) == ((), 4)
        finally:
            server.terminate()


@needs_virtuoso
def test_virtuoso_is_loaded_graph_by_graph(tmp_path, virtuoso):
    _, web = virtuoso
    options = {"user": "dba:dba", "default": "https://example.org/onrecord"}
    loaded_graph_by_graph(tmp_path / "builds", f"http://127.0.0.1:{web}/sparql-graph-crud-auth", **options)


@needs_jena
def test_jenas_store_is_loaded_graph_by_graph_by_updates(built, tmp_path, jars):
    """TDB2 is the store that Fuseki serves; Debian has it without Fuseki, so that a few lines of Java serve it here."""
    port = free_port()
    (tmp_path / "store").mkdir()
    command = ["java", "-cp", jars, str(ENGINES / "Store.java"), str(port), str(tmp_path / "store")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            url = f"http://127.0.0.1:{port}/query"
            posted(url, "ASK { }")
            loaded_graph_by_graph(tmp_path, url, update=f"http://127.0.0.1:{port}/update")
            remote.load(built, url, update=f"http://127.0.0.1:{port}/update")
            found: asking.Rows = Counter()
            for question in asking.asked("graph.nq"):
                found += asking.rows(question.name, posted(url, question.sparql))
            assert found == asking.oxigraph(built, "graph.nq")
            with pytest.raises(OutputError, match=r"POST of .*: 400 "):
                remote.load(tmp_path / "two", url, update=url)
        finally:
            server.terminate()
