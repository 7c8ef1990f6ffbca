"""How far a statement reaches: what a relative clause is about, whose marks are whose, what a cue does not govern."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.language import annotations as ann


def said(nlp: Any, text: str) -> dict[str, tuple[list[str], str]]:
    """By the words of its cue, the parts of a statement's content and its mode."""
    doc = nlp.make_doc(text)
    ann.set_passages(doc, [(0, len(text), "body")])
    doc = nlp(doc)
    attrs = ann.attrs(doc, ann.STATEMENTS)
    spans = ann.spans(doc, ann.STATEMENTS)
    return {
        span.text: (
            [part.text for part in spans if part.label_ == "content" and part.kb_id_ == span.kb_id_],
            attrs[span.kb_id_]["mode"],
        )
        for span in spans
        if span.label_ == "cue"
    }


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "cue", "content", "mode"),
    [
        (
            "Mayor Ola Lund visited the two engineers, who she said were living in Norway.",
            "said",
            ["the two engineers", "were living in Norway"],
            "indirect",
        ),
        (
            'The Harbour Times wrote: "Lund said he had kept out of the dispute because the council had not voted."',
            "said",
            ["he had kept out of the dispute because the council had not voted"],
            "indirect",
        ),
        (
            '"Falk would be the best mayor, but he has no chance," Lund said on the station\'s "Early Hour," and left.',
            "said",
            ['"Falk would be the best mayor, but he has no chance,"'],
            "direct",
        ),
        (
            '"The harbour is the heart of us," Ola Lund said. In the words of Erik Falk, "it is a busy place."',
            "said",
            ['"The harbour is the heart of us,"'],
            "direct",
        ),
        (
            "The bridge carried few cars (at one point as few as 19 a day, Lund says) and was closed in May.",
            "says",
            ["at one point as few as 19 a day"],
            "indirect",
        ),
        (
            'Mayor Lund mocked the board over its promise of "a new bridge" by May.',
            "mocked",
            ['the board over its promise of "a new bridge"'],
            "mixed",
        ),
        (
            'Lund said the ferry was "late," describing the cost as low.',
            "said",
            ['the ferry was "late,"'],
            "mixed",
        ),
    ],
    ids=["relative", "outer-marks", "programme", "another-speaker", "brackets", "phrase", "remark"],
)
def test_reach_of_a_statement(nlp: Any, text: str, cue: str, content: list[str], mode: str) -> None:
    assert said(nlp, text)[cue] == (content, mode)


@pytest.mark.model
def test_something_indicated_is_not_the_clause_before_it(nlp: Any) -> None:
    found = said(nlp, "Papers accused Lund of hiding the report - something Mayor Falk indicated earlier this week.")
    assert found == {"accused": (["Lund of hiding the report"], "indirect")}


@pytest.mark.model
def test_what_he_denied_is_not_what_stands_before_it(nlp: Any) -> None:
    found = said(nlp, "Lund came close to admitting that the gate had been open, but he denied that it was unlocked.")
    assert found["denied"][0] == ["that it was unlocked"]
