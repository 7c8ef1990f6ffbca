"""A report tells so much as can be read, and says what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import report
from onrecord.model import Analysis, Story
from onrecord.report import account
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import action, actor, analysis


def sold(key: str, seller: str, sold_on: str) -> Analysis:
    text = f"{seller} sold {sold_on}."
    deed = action(text, "e1", "sold", type="Sell", lemma="sell", agents=("a1",), patients=("a2",), recorded=True)
    return analysis(key, text, actor(text, "a1", seller, "Company"), actor(text, "a2", sold_on, "Company"), deed)


@pytest.fixture(scope="module")
def story() -> Story:
    """Two stories, one told by two articles."""
    told = (("a", "Alder Foods", "Birch Mills"), ("b", "Alder Foods", "Birch Mills"), ("c", "Corvin Rail", "Dunmore"))
    return on_record(resolve([sold(*item) for item in told]))


def test_stories_with_most_articles_are_told_first_as_many_as_fit(story: Story) -> None:
    assert [item.articles for item in account.accounts(story)] == [
        ("a, no date of publication known", "b, no date of publication known"),
        ("c, no date of publication known",),
    ]
    assert [len(item.articles) for item in account.accounts(story, 2)] == [2]
    assert [len(item.articles) for item in account.accounts(story, 1)] == [2]


def test_a_report_says_what_it_leaves_out(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report.write(story, tmp_path)
    assert "This report tells" not in (tmp_path / "report.md").read_text(encoding="utf-8")
    monkeypatch.setattr(account.accounts, "__defaults__", (2,))
    report.write(story, tmp_path)
    said = (
        "This report tells the story with most articles, 2 of 3, so that it can be opened and read; the others are in "
        "the graph and in the tables."
    )
    assert said in (tmp_path / "report.md").read_text(encoding="utf-8")
    assert f"<p>{said}</p>" in (tmp_path / "report.html").read_text(encoding="utf-8")
