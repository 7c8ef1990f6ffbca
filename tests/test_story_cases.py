"""Stories as data: files in tests/cases/stories/ hold articles that contradict one another, and only seem to.

A file has ``[[article]]`` tables, as lines of JSON Lines have them, and a ``[[disputed]]`` table for each thing that
the articles dispute: its ``aspect``, its ``label`` and the ``values`` that they give. Nothing else may be disputed,
not days next to one another, ranges that hold a number, dates that were moved, like events. What only seems to be
disputed has a ``[[seeming]]`` table with the ``note`` that explains it. What a reader would find and the program does
not yet has a ``[[missed]]`` table: ``says``, what two sentences print. It goes as soon as it is found.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from onrecord import pipeline
from onrecord.articles import jsonl
from onrecord.model import Analysis, Disagreement, Story
from onrecord.settings import DEFAULT_MODEL, Settings

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parents[1] / "seeds"
FILES = sorted((Path(__file__).parent / "cases" / "stories").glob("*.toml"))


def rows(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


@cache
def told(file: Path) -> Story:
    nlp = pipeline.reader(DEFAULT_MODEL)
    articles = [jsonl.article_from_row(row | {"text": row["text"].strip()}, file.name) for row in rows(file)["article"]]
    return pipeline.published(pipeline.resolve(pipeline.analyse(item, nlp) for item in articles))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_disputed_and_nothing_else(file: Path) -> None:
    story = told(file)
    assert shown(story, truly(story)) == rows(file)["disputed"]
    assert shown(story, seemingly(story)) == rows(file).get("seeming", [])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_missed_is_still_missed(file: Path) -> None:
    missed = [row["says"] for row in rows(file).get("missed", [])]
    texts = [" ".join(row["text"].split()) for row in rows(file)["article"]]
    assert all(sum(part in text for text in texts) == 1 for says in missed for part in says)
    story = told(file)
    assert [says for says in missed if any(set_against(story, item, says) for item in story.disagreements)] == []


def test_all_stories_in_one_build_are_verified(tmp_path: Path) -> None:
    articles = [row | {"id": f"{file.stem}-{row['id']}"} for file in FILES for row in rows(file)["article"]]
    given = tmp_path / "stories.jsonl"
    given.write_text("".join(f"{json.dumps(row)}\n" for row in articles), "utf-8")
    pipeline.build([str(given)], tmp_path / "out", Settings())
    verdict, _ = pipeline.verify(tmp_path / "out")
    assert [str(problem) for problem in verdict.problems] == []


def set_against(story: Story, item: Disagreement, says: list[str]) -> bool:
    """Whether two sentences stand on two sides of a disagreement."""
    texts = {one.article.id: one.article.text for one in story.analyses}
    sides = [" ".join(texts[place.article][place.start : place.end] for place in one.places) for one in item.positions]
    places = [[at for at, side in enumerate(sides) if part in " ".join(side.split())] for part in says]
    return all(places) and len({at for found in places for at in found}) > 1


def truly(story: Story) -> list[Disagreement]:
    return [item for item in story.disagreements if not item.note]


def seemingly(story: Story) -> list[Disagreement]:
    return [item for item in story.disagreements if item.note]


def shown(story: Story, found: Iterable[Disagreement]) -> list[dict[str, Any]]:
    """Disagreements as rows of a file have them."""
    names = {item.iri: item.name for item in story.actors}
    made = [
        {
            "aspect": item.aspect,
            "label": item.label,
            "values": sorted(names.get(p.value, p.value) for p in item.positions),
        }
        | ({"note": item.note} if item.note else {})
        for item in found
    ]
    return sorted(made, key=lambda row: (row["label"], row["aspect"]))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_records_resolved_again_give_the_same_story(file: Path) -> None:
    """What resolution itself kept back, for the names it gave, must not change what it makes of its own records."""
    nlp = pipeline.reader(DEFAULT_MODEL)
    articles = [jsonl.article_from_row(row | {"text": row["text"].strip()}, file.name) for row in rows(file)["article"]]
    once = pipeline.resolve(pipeline.analyse(item, nlp) for item in articles)
    assert pipeline.resolve(once.analyses) == once


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_side_has_sentences_of_its_own(file: Path) -> None:
    for item in told(file).disagreements:
        sides = [set(one.places) for one in item.positions]
        assert all(sides)
        assert len(set.union(*sides)) == sum(len(side) for side in sides)


def test_what_the_seeds_dispute() -> None:
    story = pipeline.published(
        pipeline.resolve(item for item in pipeline.extract_all([str(SEEDS)], Settings()) if isinstance(item, Analysis))
    )
    assert [(row["label"], row["values"]) for row in shown(story, truly(story))] == [
        ("By when BlackBerry Enterprise Services must be shut down", ["2015-11-30", "2015-12-01"]),
    ]
    assert [(row["label"], row["values"]) for row in shown(story, seemingly(story))] == [
        ("How many BES users", ["about 5,000 customers", "fewer than 5,000 BES users"]),
        ("How many mobile operators", ["five mobile operators", "three main mobile service providers"]),
        ("Whether BlackBerry had commented", ["has commented", "has not commented"]),
        (
            "Who ordered BlackBerry Enterprise Services to be shut down",
            ["Government of Pakistan", "Ministry of Interior", "Pakistan Telecommunication Authority"],
        ),
    ]
