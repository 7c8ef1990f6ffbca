"""The articles that the bench of resolution makes: other words at the same places, names mostly of their own."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

from onrecord.model import Analysis
from onrecord.resolve import resolve
from resolution import action, actor, analysis, statement

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from bench_resolve import copies

NAMES = ("Omar Sadiq", "Lena Marek", "Isak Ojala", "Ruth Abara", "Tariq Oyelaran", "Ines Brandt")
TEXT = f"In Kenya {', '.join(NAMES)} said that dockers had banned overtime at the Lowland Harbour Authority."


def made(count: int) -> list[Analysis]:
    record = analysis(
        "a",
        TEXT,
        *(actor(TEXT, f"a{place}", name, "Person") for place, name in enumerate(NAMES)),
        actor(TEXT, "k", "Kenya", "State"),
        actor(TEXT, "h", "Lowland Harbour Authority", "RegulatoryAgency"),
        statement(TEXT, "s1", "dockers had banned overtime", mode="indirect", cue="said", speakers=("a0",)),
        action(TEXT, "e1", "banned", lemma="ban"),
    )
    return list(islice(copies([record]), count))


def test_offsets_stay_and_names_go_with_the_text() -> None:
    first, *others = made(3)
    for item in others:
        text = item.article.text
        assert len(text) == len(TEXT)
        assert text != TEXT
        assert item.article.id != first.article.id
        for one in item.actors:
            mention = one.mentions[0]
            assert text[mention.start : mention.end] == one.name
        assert "Kenya" in text, "countries are everybody's"
        assert " said that " in text
        assert " banned " in text
        assert "Authority" in text


def test_stories_share_few_names() -> None:
    articles = made(8)
    story = resolve(articles)
    people = [item for item in story.actors if item.type == "Person"]
    assert 8 * len(NAMES) * 0.7 <= len(people)
    (kenya,) = [item for item in story.actors if item.name == "Kenya"]
    assert len(kenya.refs) == len(articles)
