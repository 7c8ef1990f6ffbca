"""A build reads only what the last one in its folder has not read, and gives the same for it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from onrecord import articles, pipeline, reading
from onrecord.errors import ArticleError
from onrecord.model import Analysis
from onrecord.record import readings
from onrecord.settings import Settings

pytestmark = pytest.mark.model

TEXTS = {
    "a": "Alder Foods sued Birch Bank on Monday. “We had no choice,” said Marta Lund, its chairwoman.",
    "b": "Birch Bank denied that it owed Alder Foods money, a spokesman told the Harbor Post on Tuesday.",
    "c": "Norby fined Cedar Air, the regulator said.",
}


def write(path: Path, keys: str, **other: str) -> str:
    rows = [{"id": key, "text": TEXTS[key], "published": "2021-03-09"} | other for key in keys]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def contents(folder: Path) -> dict[str, bytes]:
    return {item.name: item.read_bytes() for item in sorted(folder.iterdir())}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are read, as they are."""
    found: list[str] = []
    real = reading.analyse

    def analyse(article, nlp=None):
        found.append(article.id)
        return real(article, nlp)

    monkeypatch.setattr(reading, "analyse", analyse)
    return found


def test_only_what_is_new_is_read_and_the_outputs_are_those_of_a_new_build(tmp_path: Path, read: list[str]) -> None:
    pipeline.build([write(tmp_path / "in.jsonl", "ab")], tmp_path / "out")
    assert read == ["a", "b"]
    given = write(tmp_path / "in.jsonl", "cab")
    pipeline.build([given], tmp_path / "out")
    assert read == ["a", "b", "c"]
    pipeline.build([given], tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_what_is_not_given_any_more_is_gone(tmp_path: Path, read: list[str]) -> None:
    pipeline.build([write(tmp_path / "in.jsonl", "ab")], tmp_path / "out")
    pipeline.build([write(tmp_path / "in.jsonl", "b")], tmp_path / "out")
    pipeline.build([write(tmp_path / "in.jsonl", "b")], tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")
    assert read == ["a", "b", "b"]


def test_a_reading_is_of_an_article_wherever_it_comes_from(tmp_path: Path, read: list[str]) -> None:
    pipeline.build([write(tmp_path / "in.jsonl", "a")], tmp_path / "out")
    pipeline.build([write(tmp_path / "other.jsonl", "a")], tmp_path / "out")
    assert read == ["a"]
    assert b"other.jsonl" in (tmp_path / "out" / "analyses.jsonl").read_bytes()
    for change in ({"title": "Foods against bank"}, {"published": "2021-03-10"}, {"text": TEXTS["b"]}):
        pipeline.build([write(tmp_path / "in.jsonl", "a", **change)], tmp_path / "out")
    assert read == ["a"] * 4


def test_another_program_reads_anew(tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    given = write(tmp_path / "in.jsonl", "a")
    pipeline.build([given], tmp_path / "out")
    readings._edition.cache_clear()
    monkeypatch.setattr(readings, "_program", lambda: "another")
    pipeline.build([given], tmp_path / "out")
    readings._edition.cache_clear()
    assert read == ["a", "a"]


@pytest.mark.parametrize("damage", ["cut", "other", "record", "gone"])
def test_a_file_that_is_not_whole_is_no_help_and_does_no_harm(tmp_path: Path, read: list[str], damage: str) -> None:
    given = write(tmp_path / "in.jsonl", "ab")
    pipeline.build([given], tmp_path / "out")
    whole, file = contents(tmp_path / "out"), tmp_path / "out" / readings.NAME
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:200])
    elif damage == "other":
        file.write_bytes(b"not gzip")
    elif damage == "record":
        file.write_bytes(gzip.compress(gzip.decompress(file.read_bytes()).replace(b'"actors":[', b'"actors":7,"_":[')))
    else:
        file.unlink()
    pipeline.build([given], tmp_path / "out")
    assert read == ["a", "b"] * 2
    assert contents(tmp_path / "out") == whole


def test_settings_that_do_not_change_the_reading_use_it(tmp_path: Path, read: list[str]) -> None:
    given = write(tmp_path / "in.jsonl", "ab")
    pipeline.build([given], tmp_path / "out", Settings(min_confidence=0.8))
    pipeline.build([given], tmp_path / "out", Settings(min_confidence=0.1, base="https://example.org/id/"))
    pipeline.build([given], tmp_path / "fresh", Settings(min_confidence=0.1, base="https://example.org/id/"))
    assert read == ["a", "b"] * 2
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_a_model_in_a_folder_has_no_edition(tmp_path: Path) -> None:
    article = next(iter(articles.read([write(tmp_path / "in.jsonl", "a")])))
    assert not isinstance(article, ArticleError)
    assert readings.key_of(article, str(tmp_path)) is None
    assert readings.Readings().of(article, str(tmp_path)) is None
    readings.write([Analysis(article=article)], str(tmp_path), tmp_path)
    assert not (tmp_path / readings.NAME).exists()
