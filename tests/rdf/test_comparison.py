"""Two builds compared: what came with a later article, and what went."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from onrecord import rdf
from onrecord.errors import OutputError
from onrecord.model import Action, Analysis
from onrecord.rdf import read
from onrecord.rdf.comparison import Comparison, compare
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import action, actor, analysis, statement
from warm import command

BOARD, LINE = "The Harbour Board", "Blue Line"
CLOSED = f"{BOARD} closed {LINE} on 1 June 2021."
AGAIN = f"It rained. {BOARD} closed {LINE} on 1 June 2021, we hear."
DENIED = f"It snowed. {BOARD} has not closed {LINE} on 1 June 2021."


def told(key: str, text: str, kind: str = "ShutDown", trigger: str = "closed", **values: object) -> Analysis:
    given = {"date": "2021-06-01", "date_span": "1 June 2021", **values}
    return analysis(
        key, text, actor(text, "b", BOARD, "RegulatoryAgency"), actor(text, "l", LINE, "Product"),
        closing(text, trigger, kind, given),
    )  # fmt: skip


def closing(text: str, trigger: str, kind: str, values: dict[str, object]) -> Action:
    return action(
        text, "e1", trigger, type=kind, lemma=trigger, agents=("b",), agent_spans=BOARD, patients=("l",),
        patient_spans=LINE, **values,
    )  # fmt: skip


def denied() -> Analysis:
    return told("c", DENIED, polarity="negative")


def written(folder: Path, *items: Analysis) -> Path:
    rdf.write_graph(on_record(resolve(items)), folder)
    return folder


def compared(folder: Path, old: list[Analysis], new: list[Analysis]) -> Comparison:
    return compare(written(folder / "old", *old), written(folder / "new", *new))


def lifted() -> Analysis:
    return told("d", f"{BOARD} lifted a ban on {LINE}.", "Lift", "lifted", date=None, date_span=None)


def test_the_same_builds_do_not_differ(tmp_path):
    found = compared(tmp_path, [told("a", CLOSED)], [told("a", CLOSED)])
    assert found == Comparison(
        articles=(), added=(), confirmed=(), less_confirmed=(), contradicted=(), taken_back=(), more=(), fewer=()
    )


def test_what_a_new_article_tells_is_added_with_its_sentence(tmp_path):
    found = compared(tmp_path, [told("a", CLOSED)], [told("a", CLOSED), lifted()])
    assert [(item.label, item.reason) for item in found.articles] == [("d", "added")]
    (only,) = found.added
    assert "lifted" in only.label
    assert only.evidence == (f"d, characters 0-44: {BOARD} lifted a ban on {LINE}.",)
    assert (found.confirmed, found.contradicted, found.taken_back) == ((), (), ())
    assert found.more


def test_what_fewer_articles_support_is_less_confirmed(tmp_path):
    both, one = [told("a", CLOSED), told("b", AGAIN)], [told("a", CLOSED)]
    found = compared(tmp_path / "left", both, one)
    (only,) = found.less_confirmed
    assert only.reason == "supported by 1 article; before: 2 articles"
    assert [line.partition(",")[0] for line in only.evidence] == ["b"]
    (turned,) = compared(tmp_path / "turned", both, [*one, told("b", DENIED, polarity="negative")]).less_confirmed
    assert turned.reason == "supported by 1 article; before: 2 articles"
    for new in (both, [*both, told("c", f"Today {AGAIN}")], []):
        assert compared(tmp_path / f"as-{len(new)}", both, new).less_confirmed == ()


def test_what_another_article_tells_too_is_confirmed(tmp_path):
    found = compared(tmp_path, [told("a", CLOSED)], [told("a", CLOSED), told("b", AGAIN)])
    (only,) = found.confirmed
    assert only.reason == "2 articles, 2 origins; before: 1 article, 1 origin"
    assert [line.partition(",")[0] for line in only.evidence] == ["b"]
    assert (found.added, found.contradicted, found.taken_back) == ((), (), ())


def test_that_two_events_are_taken_for_one_confirms_neither(tmp_path):
    """The same articles, which an earlier build took to tell of two deeds: no new article tells of either."""
    apart = [told("a", CLOSED), told("b", AGAIN, date="2015-06-01")]
    found = compared(tmp_path, apart, [told("a", CLOSED), told("b", AGAIN)])
    assert len(on_record(resolve(apart)).actions) == 2
    assert (found.confirmed, found.contradicted) == ((), ())
    (only,) = compared(
        tmp_path / "more", apart, [told("a", CLOSED), told("b", AGAIN), told("c", f"It hailed. {AGAIN}")]
    ).confirmed
    assert only.reason.endswith("before: 1 article, 1 origin; 1 article, 1 origin")


def contradicted(tmp_path, new):
    """Why a new article contradicts that the line was closed, and which articles show it."""
    found = compared(tmp_path, [told("a", CLOSED)], [told("a", CLOSED), new])
    assert found.confirmed == ()
    whole = [item for item in found.contradicted if item.reason in {"denied", "told as not done"}]
    return [(item.reason, line.partition(",")[0]) for item in whole for line in item.evidence]


def test_what_is_told_as_not_done_is_contradicted_and_not_confirmed(tmp_path):
    assert contradicted(tmp_path, denied()) == [("told as not done", "c")]


@pytest.mark.parametrize(("stance", "reason"), [("denial", "denied"), ("neutral", "told as not done")])
def test_only_a_denial_is_denied(tmp_path, stance, reason):
    text = f"Mira Lund said: {DENIED}"
    new = analysis(
        "c", text, actor(text, "m", "Mira Lund", "Person"), actor(text, "b", BOARD, "RegulatoryAgency"),
        actor(text, "l", LINE, "Product"),
        statement(text, "s1", DENIED, source="Mira Lund", cue="said", speakers=("m",), stance=stance),
        closing(text, "closed", "ShutDown", {"polarity": "negative", "within": "s1"}),
    )  # fmt: skip
    assert contradicted(tmp_path, new) == [(reason, "c")]


def test_what_is_told_no_more_is_taken_back(tmp_path):
    found = compared(tmp_path, [told("a", CLOSED), lifted()], [told("a", CLOSED)])
    assert [(item.label, item.reason) for item in found.articles] == [("d", "left out")]
    assert [item.reason for item in found.taken_back] == ["no longer told"]


def test_what_no_article_asserts_any_more_is_taken_back(tmp_path):
    found = compared(tmp_path, [told("a", CLOSED)], [told("a", CLOSED, modality="possible")])
    assert [item.reason for item in found.taken_back] == ["no article asserts it any more"]


def test_another_text_of_an_article_is_said_so(tmp_path):
    found = compared(tmp_path, [told("a", CLOSED)], [told("a", f"{CLOSED} It rained.")])
    assert [(item.label, item.reason) for item in found.articles] == [("a", "its text has changed")]
    assert (found.added, found.taken_back) == ((), ())


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    place = tmp_path_factory.mktemp("builds")
    return written(place / "old", told("a", CLOSED), lifted()), written(place / "new", told("a", CLOSED), denied())


def test_a_patch_makes_the_one_graph_the_other(builds):
    old, new = builds
    done = command("diff", old, new, "-f", "patch")
    assert (done.returncode, done.stderr) == (0, "")
    first, *lines, last = done.stdout.splitlines()
    assert (first, last) == ("TX .", "TC .")
    graph = {str(quad.triple) for quad in read.store(old, evidence=False)}
    graph -= {line[2:].removesuffix(" .") for line in lines if line.startswith("D ")}
    graph |= {line[2:].removesuffix(" .") for line in lines if line.startswith("A ")}
    wanted = {str(quad.triple) for quad in read.store(new, evidence=False)}
    assert {line.split(" ")[0] for line in graph ^ wanted} == {
        str(quad.subject)
        for folder in (old, new)
        for quad in read.store(folder, evidence=False)
        if isinstance(quad.object, pyoxigraph.NamedNode) and quad.object.value.endswith("#Dataset")
    }


def test_the_words_name_every_kind_of_change(builds):
    done = command("diff", *builds)
    assert done.returncode == 0
    titles = [line for line in done.stdout.splitlines() if line[:1].isalpha()]
    assert titles[:3] == ["Articles (2)", "Contradicted (2)", "Taken back (1)"]
    assert done.stdout.splitlines()[-1].endswith(" fewer")


def test_a_folder_without_a_graph_and_a_wrong_format_are_one_sentence(builds, tmp_path):
    with pytest.raises(OutputError, match="no graph is here"):
        compare(builds[0], tmp_path)
    done = command("diff", *builds, "-f", "pictures")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'pictures' is no format; there are words, patch" in done.stderr
