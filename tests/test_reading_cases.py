"""Behaviours as data: files in tests/cases/reading/ hold small articles and what reading them must and must not give.

A case has ``id``, ``kind`` and an article: ``text`` or ``html``, and if it matters ``published``, ``publisher``,
``title``. What it expects, each key optional:

- ``refused``: words of the sentence with which the article is left out;
- ``actors``, ``no_actors``: names of actors that are there, or are not;
- ``statements``: tables with ``speaker`` (a name), ``content`` (the words; ``content_has`` a part), ``mode``, ``kind``;
  ``no_statement``: words that no content begins with;
- ``deeds``: tables with ``trigger`` (words as printed) and any of ``agent``, ``patient``, ``modality``, ``polarity``,
  ``date`` ("" for none), ``said`` (whether within a statement), ``type``, ``label`` (of it alone); ``no_deed``:
  triggers that bring no deed which the article asserts itself; ``no_record``: triggers of no deed on record;
- ``dates``: pairs of words as printed and value ("" for none); ``partial`` likewise;
- ``passages``: pairs of kind and first words; ``published_as``: the day of publication ("" for none).
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord import pipeline
from onrecord.articles import jsonl
from onrecord.errors import ArticleError
from onrecord.model import Action, Analysis, Article, Ref, Spans
from onrecord.settings import DEFAULT_MODEL
from onrecord.story import labels
from onrecord.story.index import build_index
from onrecord.story.publication import everything

pytestmark = pytest.mark.model

FOLDER = Path(__file__).parent / "cases" / "reading"
CASES = [case for file in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(file.read_text("utf-8"))["case"]]
KEYS = {
    "id", "kind", "text", "html", "published", "publisher", "title", "refused", "actors", "no_actors", "statements",
    "no_statement", "deeds", "no_deed", "no_record", "dates", "partial", "passages", "published_as",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_case(case: dict[str, Any]) -> None:
    row = {key: case[key] for key in ("id", "text", "html", "published", "publisher", "title") if key in case}
    if "refused" in case:
        with pytest.raises(ArticleError, match=case["refused"]):
            jsonl.article_from_row(row, "case.jsonl")
        return
    article = jsonl.article_from_row(row, "case.jsonl")
    Check(article, pipeline.analyse(article, pipeline.reader(DEFAULT_MODEL))).all(case)


def test_cases_have_known_keys_and_their_own_ids() -> None:
    assert {key for case in CASES for key in case} <= KEYS
    assert len({case["id"] for case in CASES}) == len(CASES)


class Check:
    """Holds one analysis against what a case expects."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.article = article
        self.analysis = analysis
        self.names = {actor.id: actor.name for actor in analysis.actors}
        self.look = build_index(everything(pipeline.resolve([analysis])))

    def all(self, case: dict[str, Any]) -> None:
        found = set(self.names.values())
        assert set(case.get("actors", ())) <= found, found
        assert not set(case.get("no_actors", ())) & found, found
        for wanted in case.get("statements", ()):
            self.statement(wanted)
        for words in case.get("no_statement", ()):
            assert not [item for item in self.said() if item[1].startswith(words)], self.said()
        for wanted in case.get("deeds", ()):
            self.deed(wanted)
        for words in case.get("no_deed", ()):
            assert not [item for item in self.deeds(words) if self.asserted(item)], words
        for words in case.get("no_record", ()):
            assert not [item for item in self.deeds(words) if item.recorded], words
        dates = [(self.words(((item.start, item.end),)), item) for item in self.analysis.dates]
        for words, value in case.get("dates", ()):
            assert [item.value or "" for printed, item in dates if printed == words] == [value], dates
        for words, value in case.get("partial", ()):
            assert [item.partial or "" for printed, item in dates if printed == words] == [value], dates
        passages = [(item.kind, self.article.text[item.start : item.end]) for item in self.analysis.passages]
        for kind, words in case.get("passages", ()):
            assert any(item[0] == kind and item[1].startswith(words) for item in passages), passages
        if "published_as" in case:
            assert (self.article.published or "") == case["published_as"]

    def words(self, spans: Spans) -> str:
        return " … ".join(self.article.text[start:end] for start, end in spans)

    def said(self) -> list[tuple[list[str], str, str]]:
        return [
            ([self.names[key] for key in item.speakers], self.words(item.content), item.mode)
            for item in self.analysis.statements
        ]

    def statement(self, wanted: dict[str, Any]) -> None:
        fits = [
            item
            for item, made in zip(self.said(), self.analysis.statements, strict=True)
            if wanted.get("kind", made.kind) == made.kind
            and ("speaker" not in wanted or wanted["speaker"] in item[0])
            and ("content" not in wanted or wanted["content"] == item[1])
            and wanted.get("content_has", "") in item[1]
            and wanted.get("mode", item[2]) == item[2]
            and ("addressee" not in wanted or wanted["addressee"] == self.names.get(made.addressee or "", ""))
        ]
        assert fits, self.said()

    def deeds(self, words: str) -> list[Action]:
        return [
            item for item in self.analysis.actions if words in (self.words(item.trigger), self.words(item.trigger[:1]))
        ]

    @staticmethod
    def asserted(item: Action) -> bool:
        return item.within is None and item.polarity == "positive" and item.modality == "asserted"

    def deed(self, wanted: dict[str, Any]) -> None:
        found = self.deeds(wanted["trigger"])
        told = [
            {
                "agent": [self.names[key] for key in item.agents],
                "patient": [self.names[key] for key in item.patients],
                "modality": item.modality, "polarity": item.polarity, "type": item.type,
                "date": item.date or "", "said": item.within is not None,
                "label": labels.action(self.look, Ref(self.article.id, item.id)),
            }
            for item in found
        ]  # fmt: skip
        assert any(self.fits(item, wanted) for item in told), (wanted, told)

    @staticmethod
    def fits(told: dict[str, Any], wanted: dict[str, Any]) -> bool:
        for key, value in wanted.items():
            if key in ("agent", "patient"):
                if (value not in told[key]) if value else told[key]:
                    return False
            elif key != "trigger" and told[key] != value:
                return False
        return True
