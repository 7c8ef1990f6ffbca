"""A report tells so much as can be read, and says what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import report
from onrecord.model import Analysis, Story
from onrecord.rdf.query import questions
from onrecord.report import account, limits
from onrecord.report.lines import Line, Section
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
    told = account.accounts(story)
    assert [item.articles for item in told] == [
        ("a, no date of publication known", "b, no date of publication known"),
        ("c, no date of publication known",),
    ]
    sizes = [limits.size(item.sections, (source.quote for source in item.sources)) for item in told]
    assert [item.total for item in account.accounts(story, sum(sizes))] == [2, 1]
    assert [item.total for item in account.accounts(story, sum(sizes) - 1)] == [2]
    assert [item.total for item in account.accounts(story, 1)] == [2]


def test_a_report_says_what_it_leaves_out(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report.write(story, tmp_path)
    assert "This report tells" not in (tmp_path / "report.md").read_text(encoding="utf-8")
    monkeypatch.setattr(account.accounts, "__defaults__", (2,))
    monkeypatch.setattr(limits, "ARTICLES", 1)
    report.write(story, tmp_path)
    said = (
        "This report tells the story with most articles, 2 of 3, so that it can be opened and read; the others are in "
        "actions.csv, in statements.csv and in the graph, whose question articles lists them."
    )
    markdown, page = ((tmp_path / name).read_text(encoding="utf-8") for name in ("report.md", "report.html"))
    assert said in markdown
    assert f"<p>{said}</p>" in page
    assert "- a, no date of publication known\n- and 1 more article; the question articles lists them\n" in markdown
    assert "<li><small>and 1 more article; the question articles lists them</small></li>" in page


def lines(count: int) -> tuple[Line, ...]:
    return tuple(Line(f"line {number}", (number,)) for number in range(1, count + 1))


def test_a_section_shows_its_first_lines_and_says_where_the_others_are() -> None:
    (found,) = limits.bounded([Section("Who said what", lines(limits.LINES + 2), note="All said.")])
    assert found.lines == lines(limits.LINES)
    assert found.note == (
        f"All said. The first {limits.LINES} of {limits.LINES + 2} are shown; "
        "the graph has all of them, see the question who-said-what."
    )
    table = Section(
        "What became of Alder", columns=("When", "Stage"), rows=tuple((one,) for one in lines(limits.LINES + 1))
    )
    (found,) = limits.bounded([table])
    assert len(found.rows) == limits.LINES
    assert found.note.endswith("see the question life-cycle.")
    (found,) = limits.bounded([Section("Of another kind", lines(limits.LINES + 1))])
    assert found.note.endswith("the graph has all of them.")
    whole = [Section("Agreed", lines(limits.LINES)), Section("Disputed: Who", columns=("A",), rows=((Line("a", ()),),))]
    assert list(limits.bounded(whole)) == whole


def test_of_many_disputes_the_first_are_shown_and_the_others_counted() -> None:
    disputes = [Section(f"Disputed: {number}", lines(1)) for number in range(limits.SECTIONS + 3)]
    *shown, note, last = limits.bounded([*disputes, Section("Agreed", lines(1))])
    assert shown == disputes[: limits.SECTIONS]
    assert note == Section(
        "Disputed", note="3 more are not shown; the graph has all of them, see the question disagreements."
    )
    assert last.heading == "Agreed"
    assert list(limits.bounded(disputes))[-1] == note


def test_a_line_points_at_its_first_sentences_and_counts_the_others() -> None:
    cited = tuple(range(1, limits.CITED + 3))
    (found,) = limits.bounded([Section("Agreed", (Line("Alder sold Birch", cited),))])
    assert found.lines == (Line("Alder sold Birch", cited[: limits.CITED], more=2),)


def test_reasons_are_few() -> None:
    assert limits.reasons(["a", "b", "c"]) == ["a", "b", "c"]
    assert limits.reasons(["a", "b", "c", "d", "e"]) == ["a", "b", "c", "2 more reasons of this kind"]


def test_every_section_has_a_question_that_holds_the_rest() -> None:
    names = {item.name for item in questions()}
    assert {*limits._QUESTIONS.values(), "articles"} <= names


def test_evidence_that_no_shown_line_has_is_not_listed(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CITED", 1)
    (first, _) = account.accounts(story)
    cited = {one for section in first.sections for line in section.lines for one in line.evidence}
    assert cited == {source.number for source in first.sources} == set(range(1, len(cited) + 1))
    assert any(line.more for section in first.sections for line in section.lines)
