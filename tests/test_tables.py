"""The CSV files: labels of the story, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv

from onrecord import rdf, tables
from onrecord.model import Analysis
from onrecord.rdf import query, read
from onrecord.resolve import resolve
from onrecord.story import clear_nodes
from onrecord.story.publication import on_record
from resolution import action, actor, article, statement

TEXT = "=cmd said “-2 is low”. Norland banned Blimp."


def test_rows_carry_labels_and_no_formula(tmp_path, monkeypatch):
    monkeypatch.setattr(clear_nodes, "among", lambda _look, actors, _shown: (one.iri for one in actors))
    told = Analysis(
        article=article("one", TEXT),
        actors=(
            actor(TEXT, "a1", "=cmd", "Person"),
            actor(TEXT, "a2", "Norland", "State"),
            actor(TEXT, "a3", "Blimp", "Product"),
        ),
        statements=(statement(TEXT, "s1", "-2 is low", cue="said", speakers=("a1",)),),
        actions=(action(TEXT, "e1", "banned", lemma="ban", type="Ban", agents=("a2",), patients=("a3",)),),
    )
    tables.write(on_record(resolve([told])), tmp_path)
    rows = {
        name: list(csv.DictReader((tmp_path / name).open(newline=""))) for name in ("statements.csv", "actions.csv")
    }
    (said,), (done,) = rows["statements.csv"], rows["actions.csv"]
    assert (said["speakers"], said["content"]) == ("'=cmd", "'-2 is low")
    assert done["label"] == "Norland banned Blimp"
    assert not any(str(value)[:1] in "=+-@" for row in (said, done) for value in row.values() if value)


MET = "Norland and Suderland signed a truce."


def mutual() -> Analysis:
    """Two who do something to one another: both are agents, both are patients."""
    return Analysis(
        article=article("two", MET),
        actors=(actor(MET, "a1", "Norland", "State"), actor(MET, "a2", "Suderland", "State")),
        actions=(
            action(
                MET, "e1", "signed", lemma="sign", type="Agree", agents=("a1", "a2"), patients=("a1", "a2"),
            ),
        ),
    )  # fmt: skip


def test_nobody_does_to_himself_what_two_do_to_one_another(tmp_path):
    shown = on_record(resolve([mutual()]))
    tables.write(shown, tmp_path)
    (row,) = csv.DictReader((tmp_path / "actions.csv").open(newline=""))
    assert (row["agents"], row["patients"]) == ("Norland; Suderland", "")
    rdf.write_graph(shown, tmp_path)
    answer = query.ask(read.store(tmp_path), query.shipped("who-did-what").sparql)
    agent, patient = answer.columns.index("agent"), answer.columns.index("patient")
    assert [(row[agent], row[patient]) for row in answer.rows] == [("Norland", "Suderland"), ("Suderland", "Norland")]
