"""A build over HTTP: asked, read, protected, ended and started again, as a client sees it."""

from __future__ import annotations

import contextlib
import csv
import html
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

import pyoxigraph
import pytest
from starlette.testclient import TestClient

import stories
from conftest import ROOT
from onrecord import pipeline, rdf
from onrecord.rdf import endpoint, read, remote
from onrecord.rdf.query import questions
from onrecord.serve.app import application

pytestmark = pytest.mark.slow

TOKEN = "let me in"
BOARD = next(item.iri for item in stories.story().actors if item.name == "Telecom Board")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "graph"), "PYTHONUNBUFFERED": "1"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "out"
    rdf.write_graph(stories.story(), folder)
    (folder / "network.html").write_text("<!doctype html><title>the page</title>", encoding="utf-8")
    return folder


def started(out: Path, *words: str) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "onrecord", "serve", str(out), "--port", "0", *words]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    assert server.stdout
    line = server.stdout.readline()
    assert " at http://" in line, line + (server.stderr.read() if server.stderr else "")
    url = line.split(" at ")[1].split()[0]
    for _ in range(200):
        try:
            urlopen(f"{url}store?default")
            break
        except OSError:
            time.sleep(0.1)
    return server, url


@pytest.fixture(scope="module")
def url(out: Path) -> Iterator[str]:
    server, found = started(out, "--token", TOKEN)
    yield found
    server.terminate()
    server.wait(timeout=30)


def get(url: str, accept: str = "*/*") -> tuple[str, bytes]:
    with urlopen(Request(url, headers={"Accept": accept})) as answer:
        return answer.headers["content-type"], answer.read()


def status(url: str, method: str, data: bytes = b"", **headers: str) -> int:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urlopen(Request(url, data, sent, method=method)) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_a_question_is_answered_in_the_form_that_is_asked_for(url: str) -> None:
    asked = f"{url}sparql?{urlencode({'query': 'SELECT ?a { ?a a rec:Article } '})}"
    kind, body = get(asked)
    assert kind.startswith("application/sparql-results+json")
    assert len(json.loads(body)["results"]["bindings"]) == 2
    assert get(asked, "text/csv;q=0.9, text/html;q=0.1")[1].startswith(b"a\r\n")
    # the IRI of a sentence has a comma in it
    places = f"{url}sparql?{urlencode({'query': 'SELECT ?p ?q { ?p a rec:Passage ; rec:quote ?q }'})}"
    rows = list(csv.reader(get(places, "text/csv")[1].decode().splitlines()))
    assert {len(row) for row in rows} == {2}
    constructed = urlencode({"query": "CONSTRUCT WHERE { ?a a rec:Article }"})
    assert get(f"{url}sparql?{constructed}")[0].startswith("text/turtle")


def test_every_shipped_question_is_answered(url: str) -> None:
    for question in questions():
        data = urlencode({"query": question.sparql}).encode()
        with urlopen(Request(f"{url}sparql", data, {"Accept": "text/csv"})) as answer:
            assert answer.read().count(b"\n") > 1, question.name


def test_the_question_that_the_documentation_sends_is_answered(url: str) -> None:
    page = (ROOT / "docs" / "howto" / "programs.md").read_text(encoding="utf-8")
    (question,) = re.findall(r'--data-urlencode "query=([^"]+)"', page)
    assert get(f"{url}sparql?{urlencode({'query': question})}", "text/csv")[1].count(b"\n") > 1


def test_the_page_is_at_the_root_and_nobody_elses_pages_may_ask(url: str) -> None:
    assert b"the page" in get(url)[1]
    with urlopen(Request(f"{url}sparql?query=ASK%7B%7D", headers={"Origin": "http://evil.example"})) as answer:
        assert "access-control-allow-origin" not in {name.lower() for name in answer.headers}


def test_an_iri_leads_to_what_is_said_of_it(url: str) -> None:
    here = url + BOARD.partition("//")[2].partition("/")[2]
    kind, body = get(here, "text/html,application/xhtml+xml,*/*;q=0.8")
    assert kind.startswith("text/html")
    assert b"Telecom Board  (RegulatoryAgency)" in body
    kind, body = get(here, "text/turtle")
    assert kind.startswith("text/turtle")
    assert {quad.subject.value for quad in pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.TURTLE)} == {BOARD}
    assert status(url + "onrecord/id/actor/nobody", "GET") == 404


@pytest.mark.parametrize("base", ["https://news.example.org/", "https://example.org/a/graph/", "http://localhost/"])
def test_every_iri_under_any_base_leads_to_a_page_or_to_turtle(base: str, tmp_path: Path) -> None:
    rdf.write_graph(stories.rebased(stories.story(), base), tmp_path / "out")
    graph = endpoint.opened(tmp_path / "out", tmp_path / "store", 10)
    client = TestClient(application(graph, tmp_path / "out" / "network.html", None))
    nodes = {quad.subject.value for quad in read.quads(tmp_path / "out" / "graph.ttl")}  # type: ignore[union-attr]
    nodes = {node for node in nodes if node.startswith(base)}
    assert len(nodes) > 40
    for node in sorted(nodes):
        where = urlsplit(node)._replace(scheme="", netloc="", fragment="").geturl()
        page = client.get(where, headers={"Accept": "text/html,application/xhtml+xml"})
        assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8"), node
        turtle = client.get(where, headers={"Accept": "text/turtle"})
        assert turtle.headers["vary"] == "Accept"
        said = {str(quad.subject) for quad in pyoxigraph.parse(turtle.content, format=pyoxigraph.RdfFormat.TURTLE)}
        assert f"<{node}>" in said
    # a page leads on to the others
    board = stories.rebased(BOARD, base)
    links = re.findall(r'href="([^"]+)"', client.get(urlsplit(board).path, headers={"Accept": "text/html"}).text)
    assert links
    for link in links:
        assert client.get(html.unescape(link), headers={"Accept": "text/html"}).status_code == 200


def test_graphs_are_given_and_changed_with_the_token_only(url: str) -> None:
    name = f"{url}store?graph={quote('urn:test:g', safe='')}"
    triple = b"<urn:a> <urn:b> <urn:c> ."
    assert status(name, "PUT", triple, Content_Type="text/turtle") == 401
    assert status(name, "GET") == 404
    bearer = {"Authorization": f"Bearer {TOKEN}", "Content_Type": "text/turtle"}
    assert status(name, "PUT", triple, **bearer) == 204
    assert get(name)[1].count(b"urn:a") == 1
    assert status(name, "DELETE", **bearer) == 204
    assert status(name, "GET") == 404
    assert status(f"{url}store", "GET") == 400


@pytest.mark.parametrize(
    ("update", "code"),
    [("INSERT DATA { <urn:x> <urn:y> 1 }", 204), ("LOAD <file:///etc/passwd>", 400), ("INSERT", 400)],
)
def test_updates_bear_the_token_and_reach_nothing_outside(url: str, update: str, code: int) -> None:
    kind = {"Content_Type": "application/sparql-update"}
    assert status(f"{url}sparql", "POST", update.encode(), **kind) == 401
    assert status(f"{url}sparql", "POST", update.encode(), Authorization=f"Bearer {TOKEN}", **kind) == code


def test_a_wrong_question_and_a_service_are_one_sentence(url: str) -> None:
    for sparql in ("SELECT", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"):
        assert status(f"{url}sparql?{urlencode({'query': sparql})}", "GET") == 400


@pytest.mark.parametrize(
    ("kind", "sparql", "sentence"),
    [
        ("query", "SELECT ?s", "not SPARQL 1.1: line 1, column 10, at 'the end': something else is expected here\n"),
        ("query", "ASK { ?a foo:b ?c }", "not SPARQL 1.1: line 1, column 15, at '?c': prefix not found\n"),
        ("update", "INSERT", "not SPARQL 1.1: line 1, column 7, at 'the end': something else is expected here\n"),
    ],
)
def test_what_is_no_sparql_is_said_as_the_command_says_it(
    out: Path, tmp_path: Path, kind: str, sparql: str, sentence: str
) -> None:
    client = TestClient(application(endpoint.opened(out, tmp_path, 10), out / "network.html", TOKEN))
    answer = client.post("/sparql", data={kind: sparql}, headers={"Authorization": f"Bearer {TOKEN}"})
    assert (answer.status_code, answer.text) == (400, sentence)


def test_a_build_is_loaded_graph_by_graph_and_again_only_where_it_changed(
    url: str, out: Path, tmp_path: Path, onrecord_command
) -> None:
    store = f"{url}store"
    assert status(f"{store}?default", "DELETE", Authorization=f"Bearer {TOKEN}") == 204
    again = remote.load(out, store, token=TOKEN)
    assert again.put == ("",)
    assert len(again.same) == 3
    # one article less: its evidence goes
    fewer = tmp_path / "fewer"
    rdf.write_graph(pipeline.resolve(stories.story().analyses[:1]), fewer)
    less = remote.load(fewer, store, token=TOKEN)
    assert len(less.removed) == 1
    assert status(f"{store}?graph={quote(less.removed[0], safe='')}", "GET") == 404
    assert less.put[-1] == ""
    done = onrecord_command("load", store, out, "--token", TOKEN)
    assert done.stdout.endswith(" unchanged, no graph removed\n")
    assert remote.load(out, store, token=TOKEN).put == ()
    # the same by queries and updates
    asked = f"{url}sparql"
    more = remote.load(fewer, asked, update=asked, token=TOKEN)
    assert (more.put[-1], len(more.removed)) == ("", 1)
    assert status(f"{store}?graph={quote(more.removed[0], safe='')}", "GET") == 404
    assert remote.load(fewer, store, token=TOKEN).put == ()
    remote.load(out, asked, update=asked, token=TOKEN)
    assert remote.load(out, store, token=TOKEN).put == ()
    done = onrecord_command("load", store, fewer)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "401" in done.stderr


def test_a_server_killed_while_it_is_loaded_has_the_old_graph_or_the_new(out: Path, tmp_path: Path) -> None:
    place, name = str(tmp_path / "store"), f"store?graph={quote('urn:test:g', safe='')}"
    versions = ["".join(f"<urn:{word}:{n}> <urn:p> {n} .\n" for n in range(20000)).encode() for word in ("old", "new")]
    bearer = {"Authorization": f"Bearer {TOKEN}", "Content_Type": "text/turtle"}
    server, url = started(out, "--store", place, "--token", TOKEN)
    assert status(url + name, "PUT", versions[0], **bearer) == 204

    def put() -> None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            status(url + name, "PUT", versions[1], **bearer)

    sent = Thread(target=put)
    sent.start()
    time.sleep(0.15)
    server.kill()
    server.wait(timeout=30)
    sent.join()
    server, url = started(out, "--store", place)
    kept = set(get(url + name)[1].splitlines())
    server.terminate()
    server.wait(timeout=30)
    words = {line.partition(b":")[2].partition(b":")[0] for line in kept if line.startswith(b"<urn:")}
    assert words in ({b"old"}, {b"new"})
    assert len(kept) == 20000


def test_a_busy_port_and_an_open_store_are_one_sentence(url: str, out: Path, tmp_path: Path) -> None:
    port = url.rpartition(":")[2].strip("/")
    for words in (["--port", port], ["--port", "0"]):
        command = [sys.executable, "-m", "onrecord", "serve", str(out), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT, timeout=60)
        assert done.returncode == 2, done.stdout
        assert done.stderr.count("\n") == 1
        assert "listened at" in done.stderr or "has this store open" in done.stderr


def test_without_a_token_nothing_is_changed_and_a_signal_ends_it(out: Path, tmp_path: Path) -> None:
    server, url = started(out, "--store", str(tmp_path / "store"))
    assert status(f"{url}sparql", "POST", b"INSERT DATA {}", Content_Type="application/sparql-update") == 403
    assert status(f"{url}store?default", "DELETE") == 403
    server.send_signal(signal.SIGTERM)
    server.wait(timeout=30)
    assert server.returncode in {0, 143, -signal.SIGTERM}


def test_a_load_that_was_killed_leaves_the_old_store_or_none(out: Path, tmp_path: Path) -> None:
    place = tmp_path / "store"
    (place / "part-1").mkdir(parents=True)
    (place / "part-1" / "CURRENT").write_text("half")
    found = endpoint.opened(out, place, 10)
    assert b"true" in found.query("ASK { ?a a rec:Article }", "*/*").body
    assert [item.name for item in place.iterdir() if item.name.startswith("part-")] == []


def test_git_leaves_the_store_beside_a_build_alone() -> None:
    words = ["git", "check-ignore", "out.store/0a1b/CURRENT"]
    asked = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if "not a git repository" in asked.stderr:
        pytest.skip("no checkout")
    assert asked.returncode == 0
