"""Whatever is changed in whatever output, verify catches it and names the file or node and what is wrong there.

A bounded number of changes runs with the tests; ``make fuzz`` tries changes as long as it is told.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

import fuzzing
from onrecord import pipeline, record
from onrecord.errors import OnrecordError
from onrecord.rdf import terms
from onrecord.rdf.digest import Digest
from onrecord.rdf.read import FORMATS, ORDER
from onrecord.rdf.rebuild import Anew
from onrecord.rdf.verify import Problem, verify_graph
from onrecord.settings import Settings

pytestmark = pytest.mark.model

TEXTS = {
    "one.txt": "Regulator closes Blimp\n\n"
    "The Telecom Board has ordered Blimp, a messaging firm, to close its service by Nov. 30, 2015. “The ban is due to "
    "security concerns — nothing else,” Omar Sadiq, a spokesman for the Telecom Board, told the Daily Star. Blimp "
    "refused to hand over its keys. A senior official said that the Telecom Board had not asked for them.\n",
    "two.txt": "The Telecom Board ordered Blimp to close its service by December 1, 2015. “The ban is due to security "
    "concerns,” its spokesman Omar Sadiq told the Daily Star. Blimp denied that it had been asked for its keys. "
    "Blimp Inc. will appeal, Dana Whitlock said.\n",
}
STATE = "Norway has ordered Blimp to pay a fine, its government said. Blimp told Norway that it would appeal.\n"
OTHERS = ("actions.csv", "statements.csv", "network.html", "graph.graphml", "report.html", "report.md")


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """Outputs of two articles, with judgements, comparisons and disagreements in them."""
    folder = tmp_path_factory.mktemp("whole")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    pipeline.build([str(folder)], folder / "out")
    return folder / "out"


@pytest.fixture(scope="module")
def quads(whole) -> list[Quad]:
    return sorted(pyoxigraph.parse(path=str(whole / "graph.nq"), format=FORMATS[".nq"]), key=str)


@pytest.fixture(scope="module")
def analyses(whole):
    with (whole / "analyses.jsonl").open("rb") as stream:
        return pipeline.records_shown(list(record.read(stream)), Settings())


@pytest.fixture
def copy(whole, tmp_path) -> Path:
    shutil.copytree(whole, tmp_path / "out")
    return tmp_path / "out"


def problems(folder: Path, whole: Path, analyses) -> tuple[Problem, ...]:
    """What verify finds in `folder`, where the records give what is in `whole`."""
    anew = Anew(lambda fresh: shutil.copytree(whole, fresh, dirs_exist_ok=True))
    return verify_graph(folder, analyses, None, anew).problems


def put(found: list[Quad], path: Path) -> None:
    kind = FORMATS[path.suffix]
    rows = found if kind.supports_datasets and path.suffix != ".jsonld" else [quad.triple for quad in found]
    path.write_bytes(pyoxigraph.serialize(rows, format=kind) or b"")


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


def changed(data: st.DataObject, quads: list[Quad]) -> list[Quad]:
    """`quads` with one of them taken out, added, or changed in its object."""
    number = data.draw(st.integers(0, len(quads) - 1))
    old = quads[number]
    way = data.draw(st.sampled_from(["take out", "put together", "value", "value", "object", "object"]))
    if way == "take out":
        return [*quads[:number], *quads[number + 1 :]]
    if way == "value" and isinstance(old.object, Literal):
        words, language = data.draw(WORDS), old.object.language
        value = Literal(words, language=language) if language else Literal(words, datatype=old.object.datatype)
    elif way == "put together":
        value = data.draw(st.sampled_from(quads)).object
    else:
        value = data.draw(st.sampled_from([quad.object for quad in quads if isinstance(quad.object, NamedNode)]))
    if way == "put together":
        other = data.draw(st.sampled_from(quads)).predicate
        return [*quads, Quad(old.subject, other, value, old.graph_name)]
    return [*quads[:number], Quad(old.subject, old.predicate, value, old.graph_name), *quads[number + 1 :]]


def differ(one: list[Quad], other: list[Quad]) -> bool:
    return {quad.triple for quad in one} != {quad.triple for quad in other}


def test_what_was_built_holds_and_has_what_is_tampered_with(whole, quads):
    verdict, notes = pipeline.verify(whole)
    assert (verdict.problems, notes) == ((), [])
    classes = {quad.object.value for quad in quads if quad.predicate.value == terms.RDF_TYPE}
    assert {terms.CLASS_JUDGEMENT, terms.CLASS_DISAGREEMENT, terms.CLASS_VARIANT, terms.CLASS_STATEMENT} <= classes


@fuzzing.bounded(80)
@given(st.data())
def test_a_change_of_the_whole_graph_is_named_by_its_cause(whole, quads, analyses, copy, data):
    found = changed(data, quads)
    if not differ(found, quads):
        return
    for name in ORDER[1:]:
        (copy / name).unlink(missing_ok=True)
    put(found, copy / "graph.nq")
    named = problems(copy, whole, analyses)
    about_itself = {quad.subject for quad in {*found} ^ {*quads}} & {
        q.subject for q in found if "/dataset/" in str(q.subject)
    }
    assert about_itself or any(problem.kind == "graph" for problem in named), "the digest does not hold"
    assert not about_itself or named, "what the graph says of itself"
    assert about_itself or any(problem.kind not in ("graph", "format") for problem in named), named
    assert all(problem.where or problem.kind in ("graph", "resolution") for problem in named)


def digests(found: list[Quad]) -> list[Quad]:
    """What the graphs of a build say of themselves, made anew for `found`."""
    graphs = {quad.graph_name: Digest() for quad in found}
    for quad in {*found}:
        graphs[quad.graph_name].add([(str(quad.subject).strip("<>"), quad.predicate.value, str(quad.object))])
    rows: list[Quad] = []
    parts: list[str] = []
    for name in sorted(graphs, key=lambda item: ("judgements" in str(item), str(item))):
        iri = name.value if isinstance(name, NamedNode) else ""
        node = graphs[name].node(Settings().base, iri, parts if "judgements" in iri else ())
        parts.append(node.subject)
        rows += [Quad(NamedNode(node.subject), NamedNode(p), value, name) for p, value in node.rows]
    return rows


@fuzzing.bounded(40)
@given(st.data())
def test_with_its_digest_made_anew_it_is_named_all_the_same(whole, quads, analyses, copy, data):
    found = [quad for quad in changed(data, quads) if "/dataset/" not in str(quad.subject)]
    if not differ(found, [quad for quad in quads if "/dataset/" not in str(quad.subject)]):
        return
    own = digests(found)
    found += own
    for name in ORDER[1:]:
        (copy / name).unlink(missing_ok=True)
    put(found, copy / "graph.nq")
    people = any(q.object == NamedNode(terms.PROV_CLASS_PERSON) for q in found)
    excused = people or any(q.predicate.value in (terms.SCHEMA_SAME_AS, terms.WRITTEN_WITH) for q in found[: -len(own)])
    assert problems(copy, whole, analyses) or excused


@fuzzing.bounded(40)
@given(st.data())
def test_a_change_in_one_graph_file_names_the_file(whole, quads, analyses, copy, data):
    name = data.draw(st.sampled_from(ORDER))
    held = quads if name in ("graph.nq", "graph.trig") else [q for q in quads if q.graph_name == DefaultGraph()]
    found = changed(data, held)
    if not differ(found, held):
        return
    put(found, copy / name)
    named = problems(copy, whole, analyses)
    others = {name}
    if name == ORDER[0]:  # the other files are held against it: those that have the graph in which it differs
        plain = [{quad for quad in one if quad.graph_name == DefaultGraph()} for one in (found, held)]
        others = {*ORDER} - {name} if differ(*map(list, plain)) else {"graph.trig"}
    assert {problem.where for problem in named if problem.kind == "format"} == others
    shutil.copy(whole / name, copy / name)


@fuzzing.bounded(40)
@given(st.data())
def test_any_edit_of_another_file_names_the_file(whole, analyses, copy, data):
    name = data.draw(st.sampled_from(OTHERS))
    text = (whole / name).read_text(encoding="utf-8")
    place = data.draw(st.integers(0, len(text)))
    gone = data.draw(st.integers(0, 30))
    new = (
        text[:place] + data.draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=20)) + text[place + gone :]
    )
    if new == text:
        return
    (copy / name).write_text(new, encoding="utf-8", newline="")
    (problem,) = problems(copy, whole, analyses)
    assert (problem.kind, problem.where) == ("output", name)
    assert problem.message.startswith("line ")
    shutil.copy(whole / name, copy / name)


def leaves(value, path=()) -> Iterator[tuple]:
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(item, (*path, key))
    else:
        yield path


@fuzzing.bounded(15)
@given(st.data())
def test_any_edit_of_a_record_is_caught_or_refused(whole, copy, data):
    lines = (whole / "analyses.jsonl").read_text(encoding="utf-8").splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    row = json.loads(lines[number])
    *way, last = data.draw(st.sampled_from(sorted(leaves(row), key=str)))
    target = row
    for key in way:
        target = target[key]
    old = target[last]
    target[last] = data.draw(st.one_of(WORDS, st.integers(-3, 400), st.booleans(), st.none()))
    if target[last] == old and type(target[last]) is type(old):
        return
    lines[number] = json.dumps(row, ensure_ascii=False)
    (copy / "analyses.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = ""
    try:
        verdict, _ = pipeline.verify(copy)
    except OnrecordError as error:
        said = str(error)
    assert "analyses.jsonl" in said if said else verdict.problems


@pytest.mark.parametrize("iri", ["0", "none/such", "http://a b/c/d"])
def test_an_address_that_no_build_makes_is_a_fault_of_the_records(whole, copy, iri):
    rows = [json.loads(line) for line in (whole / "analyses.jsonl").read_text(encoding="utf-8").splitlines()]
    rows[0]["actors"][0]["iri"] = iri
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (copy / "analyses.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = ""
    try:
        found = [str(item) for item in pipeline.verify(copy)[0].problems]
    except OnrecordError as error:
        found, said = [], str(error)
    assert found or "analyses.jsonl" in said


def test_each_cause_by_its_name(whole, quads, analyses, copy):
    """What rests on resolution: who judged what, what was compared, what is called what, who is who elsewhere."""
    for name in ORDER[1:]:
        (copy / name).unlink()

    def edited(predicate: str, value: object, kind: str = "") -> set[tuple[str, str]]:
        first = next(q for q in quads if q.predicate.value == predicate and kind in str(q.subject))
        new = [q for q in quads if q != first]
        new.append(Quad(first.subject, first.predicate, value, first.graph_name))
        put(new, copy / "graph.nq")
        return {(item.kind, item.message) for item in problems(copy, whole, analyses) if item.kind != "graph"}

    decimal = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    ((kind, said),) = edited(terms.SCORE, Literal("0.123", datatype=decimal))
    assert (kind, said[:32]) == ("judgement", 'rec:score "0.123"^^<http://www.w')
    assert "should be" in said
    assert {kind for kind, _ in edited(terms.REASON, Literal("because"))} == {"judgement"}
    assert {kind for kind, _ in edited(terms.VALUE, Literal("2015-12-24"))} <= {"comparison", "evidence"}
    assert {kind for kind, _ in edited(terms.LEFT_WORDS, Literal("other words"))} == {"comparison"}
    # a wrong name stands in no passage; the right one is missed
    assert {kind for kind, _ in edited(terms.SKOS_PREF_LABEL, Literal("Ms X"), "/actor/")} == {"evidence", "label"}
    actor = next(q.subject for q in quads if "/actor/" in str(q.subject))
    put([*quads, Quad(actor, NamedNode(terms.SCHEMA_SAME_AS), NamedNode("http://example.org/Q1"))], copy / "graph.nq")
    said = {item.kind: item.message for item in problems(copy, whole, analyses)}
    assert said["identity"] == "schema:sameAs <http://example.org/Q1> does not follow from the records"


def test_what_was_built_with_known_actors_holds_with_and_without_them(whole, tmp_path):
    (tmp_path / "known.csv").write_text("label,iri\nTelecom Board,http://example.org/Q1\n", encoding="utf-8")
    options = Settings(gazetteer=str(tmp_path / "known.csv"))
    pipeline.build([str(whole.parent / name) for name in TEXTS], tmp_path / "out", options)
    verdict, notes = pipeline.verify(tmp_path / "out", None, options)
    assert (verdict.problems, notes) == ((), [])
    verdict, notes = pipeline.verify(tmp_path / "out")
    assert verdict.problems == ()
    assert "known actors (--gazetteer), so not resolved again; the graph's digest holds" in notes[0]


def test_a_state_with_its_shipped_identity_excuses_nothing(tmp_path):
    (tmp_path / "state.txt").write_text(STATE, encoding="utf-8")
    pipeline.build([str(tmp_path / "state.txt")], tmp_path / "out")
    assert terms.SCHEMA_SAME_AS in {quad.predicate.value for quad in pyoxigraph.parse(path=tmp_path / "out/graph.nq")}
    verdict, notes = pipeline.verify(tmp_path / "out")
    assert (verdict.problems, notes) == ((), [])
    for name in OTHERS:
        file = tmp_path / "out" / name
        kept = file.read_bytes()
        file.write_bytes(kept.replace(b"Blimp", b"Blimq"))
        verdict, notes = pipeline.verify(tmp_path / "out")
        assert [(item.kind, item.where) for item in verdict.problems] == [("output", name)]
        assert notes == []
        file.write_bytes(kept)


def test_a_file_that_only_its_digest_covers_is_named_and_so_is_one_that_is_gone(tmp_path, whole):
    options = Settings(gazetteer=str(tmp_path / "known.csv"))
    (tmp_path / "known.csv").write_text("label,iri\nTelecom Board,http://example.org/Q1\n", encoding="utf-8")
    pipeline.build([str(whole.parent / name) for name in TEXTS], tmp_path / "out", options)
    file = tmp_path / "out" / "statements.csv"
    file.write_bytes(file.read_bytes().replace(b"Blimp", b"Blimq"))
    (tmp_path / "out" / "graph.graphml").unlink()
    verdict, notes = pipeline.verify(tmp_path / "out")
    assert [item.message for item in verdict.problems] == [
        "is not as it was written: its SHA-256 is not that of SHA256SUMS"
    ]
    assert "graph.graphml: was written and is not there" in notes
