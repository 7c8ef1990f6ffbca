"""Quoted stretches: marks of every shape, apostrophes, marks that are missing, paragraphs and blocks."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import annotations as ann
from onrecord.language.quotations import mark_quotations, stretches

NLP = spacy.blank("en")


def found(text: str) -> list[tuple[str, str]]:
    return [(text[item.start : item.end], item.label) for item in stretches(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no" twice.', ['"no"']),
        ("He said “no” twice.", ["“no”"]),
        ("''I told you earlier,'' he said.", ["''I told you earlier,''"]),
        ("``Go,'' he said.", ["``Go,''"]),
        ('“At this point, I don’t think so," he said.', ['“At this point, I don’t think so,"']),
        ("The ‘back door’ stayed shut.", ["‘back door’"]),
        ("They are 'done' here.", ["'done'"]),
        ("“I said “never” again,” he said.", ["“I said “never” again,”"]),
        ("\"He said 'go' and went,\" she said.", ["\"He said 'go' and went,\""]),
        ('"One," he said. "Two," she said.', ['"One,"', '"Two,"']),
        ("‘Yes’ said the firms’ own man.", ["‘Yes’"]),
    ],
)
def test_closed(text: str, quoted: list[str]) -> None:
    assert found(text) == [(item, "closed") for item in quoted]


@pytest.mark.parametrize(
    "text",
    [
        "our customers’ information and the firms’ own data",
        "the firm's books and the firms' books",
        "back in the '90s, 'em and 'tis",
        "back in the ’90s",
        "a man of 6'2\" stood at 5'11\"",
        "",
        '"',
        "don't, won't, can't",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He left. "We will be back', [('"We will be back', "unclosed")]),
        (
            "It was late. There was a fault in the pump,” he explained.",
            [("There was a fault in the pump,”", "unopened")],
        ),
        ("“One. “Two.”", [("“One.", "unclosed"), ("“Two.”", "closed")]),
        ('He said "yes" and "no', [('"yes"', "closed"), ('"no', "unclosed")]),
    ],
)
def test_missing_marks(text: str, quoted: list[tuple[str, str]]) -> None:
    assert found(text) == quoted


LETTERS = st.text(alphabet="ab AB.,:;!?\n'\"“”‘’`«»-–()19s", max_size=80)


@given(LETTERS)
def test_any_text(text: str) -> None:
    items = stretches(text)
    assert all(0 <= item.start < item.end <= len(text) for item in items)
    assert all(one.end <= other.start for one, other in pairwise(items))
    assert all(item.label in {"closed", "unclosed", "unopened"} for item in items)


WORDS = st.text(alphabet="abcdefg ", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=5), st.sampled_from(['""', "“”", "«»"]))
def test_well_formed_marks_are_all_found(parts: list[tuple[str, str]], marks: str) -> None:
    text = "".join(f"{plain} {marks[0]}{quoted}{marks[1]} " for plain, quoted in parts)
    assert found(text) == [(f"{marks[0]}{quoted}{marks[1]}", "closed") for _, quoted in parts]


@given(st.lists(LETTERS, max_size=4))
def test_no_stretch_leaves_its_paragraph(paragraphs: list[str]) -> None:
    parts = [" ".join(part.split()) for part in paragraphs]
    text = "\n\n".join(part for part in parts if part)
    doc = NLP(text)
    bounds, start = [], 0
    for part in filter(None, parts):
        bounds.append((start, start + len(part), "body"))
        start += len(part) + 2
    ann.set_passages(doc, bounds)
    mark_quotations(doc)
    ends = [(passage.start, passage.end) for passage in ann.spans(doc, ann.PASSAGES)]
    for span in ann.spans(doc, ann.QUOTATIONS):
        assert any(low <= span.start and span.end <= high for low, high in ends)


def test_furniture_is_not_read() -> None:
    text = 'He said "no".\n\nShare "this" now'
    doc = NLP(text)
    ann.set_passages(doc, [(0, 13, "body"), (15, len(text), "furniture")])
    mark_quotations(doc)
    assert [span.text for span in ann.spans(doc, ann.QUOTATIONS)] == ['"no"']


def test_a_text_without_passages_is_one_paragraph() -> None:
    doc = mark_quotations(NLP('He said "no".'))
    assert [span.text for span in ann.spans(doc, ann.QUOTATIONS)] == ['"no"']
    assert ann.spans(mark_quotations(NLP("")), ann.QUOTATIONS) == []
