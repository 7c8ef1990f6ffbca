"""A disagreement that only seems to be one has a note in the graph, which is one of those that the program gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from disputing import asked_for_comment
from onrecord import rdf
from onrecord.model import Analysis
from onrecord.rdf.check import undefined
from onrecord.rdf.read import store
from onrecord.rdf.verify import verify_graph
from onrecord.resolve import resolve
from onrecord.story.notes import ASKED, NOTES
from onrecord.story.publication import on_record


def written(folder: Path) -> tuple[Analysis, ...]:
    story = on_record(resolve(asked_for_comment()))
    assert [item.note for item in story.disagreements] == [ASKED]
    rdf.write_graph(story, folder)
    return story.analyses


def test_a_note_is_defined_and_verified(tmp_path: Path) -> None:
    analyses = written(tmp_path)
    assert list(undefined(store(tmp_path))) == []
    assert verify_graph(tmp_path, analyses).problems == ()


def given(note: str, folder: Path) -> set[str]:
    """What verify says of the notes of a graph in which the note is `note`."""
    analyses = written(folder)
    for file in folder.iterdir():
        file.write_text(file.read_text("utf-8").replace(ASKED, note), "utf-8")
    return {item.message for item in verify_graph(folder, analyses).problems if item.kind == "evidence"}


@pytest.mark.parametrize("note", sorted(NOTES))
def test_every_note_of_the_program_may_stand_there(tmp_path: Path, note: str) -> None:
    assert given(note, tmp_path) == set()


@pytest.mark.parametrize("note", ["It is all the same.", ASKED.removesuffix("."), f"{ASKED} All the same.", "."])
def test_another_note_rests_on_nothing(tmp_path: Path, note: str) -> None:
    assert given(note, tmp_path) == {f'skos:note "{note}"@en rests on nothing that was read'}


def test_every_note_is_a_sentence() -> None:
    assert [note for note in NOTES if not (note[0].isupper() and note.endswith("."))] == []
