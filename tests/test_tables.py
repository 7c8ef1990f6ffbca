"""The CSV files: labels of the story, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv

from onrecord import tables
from onrecord.model import Analysis
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import action, actor, article, statement

TEXT = "=cmd said “-2 is low”. Norland banned Blimp."


def test_rows_carry_labels_and_no_formula(tmp_path):
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
