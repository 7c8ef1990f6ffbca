"""Quoted stretches: marks of every shape, apostrophes, marks that are missing, paragraphs and blocks."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import annotations as ann
from onrecord.language.quotations import mark_quotations, stretches

NLP = spacy.blank("en")
CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "quotations.toml").read_text(encoding="utf-8"))["case"]


def found(text: str) -> list[tuple[str, str]]:
    return [(text[item.start : item.end], item.label) for item in stretches(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"] or "no words")
def test_case(case: dict[str, Any]) -> None:
    assert found(case["text"]) == [(words, label) for words, label in case["quoted"]]


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


def test_a_quotation_that_a_paragraph_leaves_open_runs_on_in_the_next() -> None:
    text = 'He said: "We lost.\n\nIt was hard. We slept." She left "soon".'
    doc = NLP(text)
    ann.set_passages(doc, [(0, 18, "body"), (20, len(text), "body")])
    mark_quotations(doc)
    assert [span.text for span in ann.spans(doc, ann.QUOTATIONS)] == [
        '"We lost.',
        'It was hard. We slept."',
        '"soon"',
    ]
