"""What many articles cost: how often one is looked at grows with their number, and not with its square."""

from __future__ import annotations

import sys
from itertools import islice
from math import log2
from pathlib import Path

import pytest

from onrecord import at_hand, shelf
from onrecord.model import Analysis
from onrecord.resolve import resolve
from onrecord.story import article_order, overlap, pages
from onrecord.story.neighbours import Beside
from onrecord.story.publication import on_record
from resolution import action, actor, analysis, statement

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from bench_resolve import copies

EXPONENT = 1.15
TEXT = (
    "Omar Sadiq banned the ferry on 3 May 2021, and Lena Marek said that 40 dockers had left. "
    "There was no sign of a fire. Isak Ojala did not respond to a request for comment. "
    "It was the Harbour Board who closed the pier. The board disputes that."
)


def made(count: int) -> list[Analysis]:
    """Articles that tell the same in other words."""
    record = analysis(
        "a",
        TEXT,
        actor(TEXT, "p1", "Omar Sadiq", "Person"),
        actor(TEXT, "p2", "Lena Marek", "Person"),
        actor(TEXT, "p3", "Isak Ojala", "Person"),
        actor(TEXT, "b", "Harbour Board", "RegulatoryAgency"),
        statement(TEXT, "s", "40 dockers had left", mode="indirect", cue="said", speakers=("p2",)),
        action(TEXT, "e", "banned", lemma="ban", agents=("p1",)),
    )
    return list(islice(copies([record]), count))


def looked_at(monkeypatch: pytest.MonkeyPatch, count: int) -> tuple[int, int]:
    """How many rows of values are read from files if none is at hand, in resolution and in what follows it."""
    read = [0]
    decoded = shelf.Shelf._decoded

    def counted(self, row):
        read[0] += 1
        return decoded(self, row)

    monkeypatch.setattr(shelf.Shelf, "_decoded", counted)
    monkeypatch.setattr(shelf.Shelf, "_hold", lambda self, row, values, size: None)
    for kind in (at_hand.AtHand, pages.Pages, pages.ByArticle):
        monkeypatch.setattr(kind, "most", 1)
    monkeypatch.setattr(article_order, "FEW", 0)
    monkeypatch.setattr(overlap, "COMMON", 2)  # a run of words is soon shared by as many as may share it
    articles = made(count)
    story = resolve(articles, labels=False)
    resolved = read[0]
    on_record(story)
    return resolved, read[0] - resolved


def test_an_article_is_looked_at_as_often_among_many_as_among_few(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (looked_at(monkeypatch, count) for count in (40, 80))
    assert [round(log2(two / one), 2) <= EXPONENT for one, two in zip(few, many, strict=True)] == [True, True]


def test_the_articles_of_a_story_are_found_by_one_of_them() -> None:
    articles = made(4)
    keys = [item.article.id for item in articles]
    beside = Beside(articles, dict(zip(keys, (0, 1, 0, 2), strict=True)))
    assert [[item.article.id for item in beside.of(key)] for key in keys] == [
        [keys[0], keys[2]],
        [keys[1]],
        [keys[0], keys[2]],
        [keys[3]],
    ]


def test_nodes_are_the_same_whether_they_are_changed_by_address_or_by_article(monkeypatch: pytest.MonkeyPatch) -> None:
    story = resolve(made(12))
    wanted = on_record(story)
    monkeypatch.setattr(article_order, "FEW", 0)
    found = on_record(story)
    assert found.actions == wanted.actions
    assert found.statements == wanted.statements
    assert found.disagreements == wanted.disagreements
