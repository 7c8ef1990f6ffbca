"""What other tools get wrong on the five articles, read with the real model."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from onrecord.articles import read
from onrecord.model import Analysis, Statement
from onrecord.pipeline import analyse, reader
from onrecord.settings import DEFAULT_MODEL

pytestmark = pytest.mark.model
SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def analysis(number: str) -> Analysis:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    (article,) = read([str(path)])
    return analyse(article, reader(DEFAULT_MODEL))


def words(found: Analysis, spans: tuple[tuple[int, int], ...]) -> str:
    return " | ".join(found.article.text[start:end] for start, end in spans)


def saying(number: str, beginning: str) -> Statement:
    found = analysis(number)
    (one,) = [item for item in found.statements if words(found, item.content).startswith(beginning)]
    return one


def name(number: str, actor: str | None) -> str | None:
    return next((item.name for item in analysis(number).actors if item.id == actor), None)


def test_it_is_vital_to_note_is_no_saying_of_it() -> None:
    found = analysis("003")
    assert not [item for item in found.statements if words(found, item.source) in {"It", "it"}]


def test_has_not_confirmed_is_no_confirmation() -> None:
    found = analysis("000")
    (item,) = [item for item in found.statements if words(found, item.cue).endswith("confirmed")]
    assert item.kind == "refusal_to_comment"
    assert item.stance == "neutral"


def test_possessive_mark_opens_no_quotation() -> None:
    found = analysis("004")
    assert not [item for item in found.statements if words(found, item.content).startswith("’")]


def test_second_paragraph_of_a_block_is_kept_and_the_narrator_is_not() -> None:
    item = saying("004", "The truth is")
    found = analysis("004")
    assert item.mode == "direct"
    assert words(found, item.source) == "BlackBerry COO Marty Beard"
    assert "we will not compromise that principle" in words(found, item.content)
    assert "decided to exit the market" not in words(found, item.content)
    assert item.medium == "a blog post"


def test_missing_opening_mark() -> None:
    item = saying("003", "There was a challenge")
    assert words(analysis("003"), item.source) == "he"


def test_block_after_a_colon() -> None:
    item = saying("003", "The decision to block")
    assert words(analysis("003"), item.cue) == "claims"


def test_relayed_words_belong_to_those_who_said_them() -> None:
    item = saying("000", '"The move to use Android')
    found = analysis("000")
    assert words(found, item.source) == "insiders"
    assert words(found, item.content).endswith('less than 1 percent."')
    assert name("000", item.outlet) == "Reuters"


def test_outlet_behind_the_cue() -> None:
    item = saying("002", "“Remaining BB")
    assert name("002", item.outlet) == "The Wall Street Journal"
    assert item.addressee is None


def test_photo_caption_is_no_speaker() -> None:
    item = saying("002", "that they had been requested")
    found = analysis("002")
    assert words(found, item.source) == "Officials at two of the country’s mobile operators"


def test_being_told_makes_nobody_an_outlet() -> None:
    item = saying("001", '"While we recognize')
    assert name("001", item.addressee) == "The Wall Street Journal"
    assert item.outlet is None


def test_the_maker_of_a_report_says_what_it_reveals() -> None:
    item = saying("001", "Pakistan's intelligence agencies")
    assert words(analysis("001"), item.source) == "the rights charity Privacy International"


def test_statements_stand_within_one_another() -> None:
    outer = saying("000", "that a PTA spokesperson has said")
    inner = saying("000", "that the BES has been ordered closed")
    assert inner.within == outer.id
    assert outer.within is None


def test_a_spokesman_speaks_for_his_body() -> None:
    item = saying("001", '"There was a challenge')
    assert [name("001", actor) for actor in item.speakers] == ["Khurram Mehran"]
    assert [name("001", actor) for actor in item.on_behalf_of] == ["Pakistan Telecommunication Authority"]


def test_scare_quotes_are_no_statements() -> None:
    found = analysis("004")
    assert not [item for item in found.statements if words(found, item.content).strip("“” ") == "back doors"]


def test_an_odd_number_of_marks_swallows_nothing(nlp: Any) -> None:
    text = 'The clerk said "it is late. We left.\n\nThe mayor said the town was safe.'
    doc = nlp(text)
    spans = [(span.text, span.label_) for span in doc.spans["onrecord_statements"] if span.label_ != "cue"]
    assert ("The mayor", "source") in spans
    assert ("the town was safe", "content") in spans
    assert not any("mayor" in words and label == "content" for words, label in spans)
