"""A disagreement that only seems to be one has a note in the graph, which is one of those that the program gives."""

from __future__ import annotations

from pathlib import Path

from onrecord import rdf
from onrecord.model import Actor, Analysis, Mention
from onrecord.rdf import terms
from onrecord.rdf.check import undefined
from onrecord.rdf.read import store
from onrecord.rdf.verify import verify_graph
from onrecord.resolve import resolve
from onrecord.story.notes import ASKED, NOTES
from onrecord.story.publication import on_record
from resolution import action, actor, analysis, statement

OPENING = "Norland and Alder Net met in Harbor Town."


def told(key: str, sentence: str, *items: object) -> Analysis:
    text = f"{OPENING} {sentence}"
    kinds = {"Norland": "State", "Alder Net": "Company"}
    places = {name: [at for at in range(len(text)) if text.startswith(name, at)] for name in kinds}
    named = [
        Actor(
            id=f"n{number}", name=name, type=kind, named=True,  # type: ignore[arg-type]
            mentions=tuple(Mention(at, at + len(name), "name") for at in places[name]),
        )
        for number, (name, kind) in enumerate(kinds.items(), 1)
    ]  # fmt: skip
    met = action(text, "met", "met", type="Meet", lemma="meet", agents=("n1", "n2"))
    return analysis(key, text, *named, met, *items)


def written(folder: Path) -> tuple[Analysis, ...]:
    quote = "“We go on.” an Alder Net spokesman told the Star"
    text = f"{OPENING} {quote}"
    spoke = told(
        "one", quote, actor(text, "a9", "the Star", "Outlet"),
        statement(text, "s1", "“We go on.”", cue="told", speakers=("n2",), addressee="a9", mode="direct"),
    )  # fmt: skip
    story = on_record(resolve([spoke, told("two", "The Post has yet to receive comment from Alder Net")]))
    assert [item.note for item in story.disagreements] == [ASKED]
    rdf.write_graph(story, folder)
    return story.analyses


def test_a_note_is_defined_and_verified(tmp_path: Path) -> None:
    analyses = written(tmp_path)
    assert list(undefined(store(tmp_path))) == []
    assert verify_graph(tmp_path, analyses).problems == ()


def test_another_note_rests_on_nothing(tmp_path: Path) -> None:
    analyses = written(tmp_path)
    for file in tmp_path.iterdir():
        file.write_text(file.read_text("utf-8").replace(ASKED, "It is all the same."), "utf-8")
    problems = verify_graph(tmp_path, analyses).problems
    assert any("It is all the same" in str(item) for item in problems)


def test_every_note_is_a_sentence() -> None:
    assert all(note[0].isupper() and note.endswith(".") for note in NOTES)
    assert terms.SKOS_NOTE.endswith("#note")
