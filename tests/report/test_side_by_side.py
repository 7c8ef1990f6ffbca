"""The section with accounts side by side."""

from __future__ import annotations

from onrecord.report import side_by_side
from onrecord.report.lines import Sources
from onrecord.report.part import Part
from onrecord.story.index import build_index
from stories import story


def test_a_row_has_what_both_are_called_by_and_quotes_either_account():
    told = story()
    look = build_index(told)
    part = Part(told, look, frozenset(look.positions), Sources(look, told.base))
    section = side_by_side.section(part)
    ((about, one, two),) = section.rows
    assert section.columns == ("About", "One account", "Another")
    (pair,) = told.side_by_side
    assert about.words == pair.label
    for line, (place, *_) in zip((one, two), pair.sides, strict=True):
        article = look.analyses[place.article].article
        assert line.lead == article.publisher
        assert line.words.strip("“”").split()[0] in article.text[place.start : place.end]
        assert line.evidence


def test_nothing_is_said_where_nothing_stands_side_by_side():
    told = story()
    look = build_index(told)
    section = side_by_side.section(Part(told, look, frozenset(), Sources(look, told.base)))
    assert (section.rows, section.lines, section.note) == ((), (), "")
