"""Frames of cues on hand-made parses: each gives its source, cue and content; other frames give nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factory import make
from onrecord.language import annotations as ann
from onrecord.language.statements import component
from onrecord.language.statements.candidates import Candidate
from onrecord.language.syntax.tree import tree_of

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "frames.toml").read_text(encoding="utf-8"))["case"]
ROWS = {case["id"]: case["rows"] for case in CASES}

THE_MINISTER_VOWED_TO_REBUILD_THE_HARBOU = """
The DT det 2
minister NN nsubj 3
vowed|vow VBD ROOT 0
to TO aux 5
rebuild VB xcomp 3
the DT det 7
harbour NN dobj 5
, , punct 3
adding|add VBG advcl 3
that IN mark 12
money NN nsubj 12
was|be VBD ccomp 9
short JJ acomp 12
. . punct 3
"""
IT_IS_VITAL_TO_NOTE_THAT_THE_BANK_IS_SAF = """
It PRP nsubj 2
is|be VBZ ROOT 0
vital JJ acomp 2
to TO aux 5
note VB xcomp 2
that IN mark 9
the DT det 8
bank NN nsubj 9
is|be VBZ ccomp 5
safe JJ acomp 9
. . punct 2
"""
THE_CHARITY_RELEASED_A_REPORT_THAT_REVEA = """
The DT det 2
charity NN nsubj 3
released|release VBD ROOT 0
a DT det 5
report NN dobj 3
that WDT nsubj 7
revealed|reveal VBD relcl 5
fraud NN dobj 7
. . punct 3
"""
THE_PLAN_CALLED_THE_CREW_HOME = """
The DT det 2
plan NN nsubj 3
called|call VBD ROOT 0
the DT det 5
crew NN compound 6
home RB oprd 3
. . punct 3
"""
THE_FIRM_DID_NOT_RESPOND_TO_A_REQUEST = """
The DT det 2
firm NN nsubj 5
did|do VBD aux 5
not RB neg 5
respond VB ROOT 0
to IN prep 5
a DT det 8
request NN pobj 6
. . punct 5
"""
IF_HE_SAYS_THAT_IT_RAINED_GO = """
If IN mark 3
he PRP nsubj 3
says|say VBZ ROOT 0
that IN mark 6
it PRP nsubj 6
rained|rain VBD ccomp 3
, , punct 6
go VBP dep 6
. . punct 3
"""


def read(rows: str) -> tuple[list[Candidate], object]:
    doc = make(rows)
    return component.candidates(doc, tree_of(doc)), doc


def words(doc: object, parts: list[tuple[int, int]]) -> str:
    return " | ".join(doc[low:high].text for low, high in sorted(parts))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_case(case: dict[str, Any]) -> None:
    found, doc = read(case["rows"])
    item = next(one for one in found if one.frame == case["frame"])
    assert words(doc, item.source) == case["source"]
    assert words(doc, item.cue) == case["cue"]
    assert words(doc, item.content) == case["content"]


def test_each_cue_speaks_once() -> None:
    for rows in (
        ROWS["the-mayor-said-that-the-bridge-was-close"],
        ROWS["she-told-the-court-that-he-had-lied"],
        ROWS["critics-called-the-law-a-disgrace"],
    ):
        found, _ = read(rows)
        assert len({item.anchor for item in found}) == len(found)


def test_participle_takes_the_subject_of_its_clause_and_ends_the_content_before_it() -> None:
    found, doc = read(THE_MINISTER_VOWED_TO_REBUILD_THE_HARBOU)
    spoken = {item.entry: (words(doc, item.source), words(doc, item.content)) for item in found}
    assert spoken == {
        "vow": ("The minister", "to rebuild the harbour"),
        "add": ("The minister", "that money was short"),
    }


def test_nobody_says_what_is_vital_to_note() -> None:
    found, _ = read(IT_IS_VITAL_TO_NOTE_THAT_THE_BANK_IS_SAF)
    assert not found


def test_a_verb_out_of_its_frames_is_no_cue() -> None:
    rows = THE_PLAN_CALLED_THE_CREW_HOME.replace("RB oprd", "RB advmod").replace("NN compound 6", "NN dobj 3")
    found, _ = read(rows.replace("called|call", "hailed|rename"))
    assert not found


def test_the_maker_of_a_document_speaks() -> None:
    found, doc = read(THE_CHARITY_RELEASED_A_REPORT_THAT_REVEA)
    item = next(one for one in found if one.entry == "reveal")
    assert words(doc, item.source) == "The charity"


def test_told_whom() -> None:
    found, doc = read(ROWS["she-told-the-court-that-he-had-lied"])
    assert words(doc, [found[0].addressee]) == "the court"


def test_a_non_answer_is_a_refusal_and_not_an_answer() -> None:
    doc = component.mark_statements(make(THE_FIRM_DID_NOT_RESPOND_TO_A_REQUEST))
    attrs = ann.attrs(doc, ann.STATEMENTS)
    assert [value["kind"] for value in attrs.values()] == ["refusal_to_comment"]
    assert [span.text for span in ann.spans(doc, ann.STATEMENTS) if span.label_ == "source"] == ["The firm"]


def test_medium() -> None:
    doc = component.mark_statements(make(ROWS["a-spokesman-for-the-bank-said-in-a-state"]))
    assert [span.text for span in ann.spans(doc, ann.STATEMENTS) if span.label_ == "medium"] == ["a statement"]


def test_what_is_only_supposed_counts_less() -> None:
    supposed, _ = read(IF_HE_SAYS_THAT_IT_RAINED_GO)
    said, _ = read(ROWS["the-mayor-said-that-the-bridge-was-close"])
    assert supposed[0].circumstance == "supposed"
    assert supposed[0].confidence < said[0].confidence


def test_every_statement_names_its_rule() -> None:
    doc = component.mark_statements(make(ROWS["the-mayor-said-that-the-bridge-was-close"]))
    (value,) = ann.attrs(doc, ann.STATEMENTS).values()
    assert value["rule"] == "that@plain:say"
    assert 0.5 < value["confidence"] < 1


def test_a_second_that_clause_joined_to_the_cue_belongs_to_the_content() -> None:
    rows = """
    She PRP nsubj 2
    says|say VBZ ROOT 0
    that IN mark 5
    fares NNS nsubj 5
    rose|rise VBD ccomp 2
    and CC cc 5
    that IN mark 9
    trains NNS nsubj 9
    stopped|stop VBD conj 2
    . . punct 2
    """
    (only,), doc = read(rows)
    assert words(doc, only.content) == "that fares rose and that trains stopped"


def test_who_is_quoted_speaks_and_who_quotes_relays() -> None:
    rows = """
    Marek NNP nsubjpass 3
    was|be VBD auxpass 3
    quoted|quote VBN ROOT 0
    by IN agent 3
    Reuters NNP pobj 4
    as IN prep 3
    saying|say VBG pcomp 6
    fares NNS nsubj 9
    rose|rise VBD ccomp 7
    . . punct 3
    """
    (only,), doc = read(rows)
    said = (words(doc, only.source), words(doc, only.cue), words(doc, only.content))
    assert said == ("Marek", "saying", "fares rose")
    assert only.outlet is not None
    assert words(doc, [only.outlet]) == "Reuters"


def test_who_was_held_and_told_something_does_not_say_it() -> None:
    rows = """
    She PRP nsubjpass 3
    was|be VBD auxpass 3
    held|hold VBN ROOT 0
    and CC cc 3
    told|tell VBD conj 3
    that IN mark 8
    fares NNS nsubj 8
    rose|rise VBD ccomp 5
    . . punct 3
    """
    (only,), doc = read(rows)
    assert (words(doc, only.source), words(doc, only.content)) == ("", "that fares rose")


THE_HARBOUR_SEEMED_SAFE = """
The DT det 2
harbour NN nsubj 3
seemed|seem VBD ROOT 0
to TO aux 5
be VB xcomp 3
safe JJ acomp 5
. . punct 3
"""
ASKED_IF_IT_RAINED_HALF_SAID_YES = """
Asked|ask VBN ccomp 7
if IN mark 4
it PRP nsubj 4
rained|rain VBD ccomp 1
, , punct 7
half NN nsubj 7
said|say VBD ROOT 0
yes UH intj 7
. . punct 7
"""
THE_CLERK_VOICED_ANGER_OVER_THE_CUT = """
The DT det 2
clerk NN nsubj 3
voiced|voice VBD ROOT 0
anger NN dobj 3
over IN prep 3
the DT det 7
cut NN pobj 5
. . punct 3
"""


@pytest.mark.parametrize(
    ("rows", "frame", "source", "content"),
    [
        pytest.param(
            THE_HARBOUR_SEEMED_SAFE, "raising", "", "The harbour | to be safe", id="what seems so of something"
        ),
        pytest.param(ASKED_IF_IT_RAINED_HALF_SAID_YES, "answer", "half", "yes", id="an answer, and not what was asked"),
        pytest.param(
            THE_CLERK_VOICED_ANGER_OVER_THE_CUT, "n_over", "The clerk", "the cut", id="what a noun is voiced of"
        ),
    ],
)
def test_frame_beside_the_verb(rows: str, frame: str, source: str, content: str) -> None:
    found, doc = read(rows)
    item = next(one for one in found if one.frame == frame)
    assert (words(doc, item.source), words(doc, item.content)) == (source, content)
    assert not any(one.frame in {"that", "post"} and one.entry == "say" for one in found)


def test_it_seems_is_the_writers_own() -> None:
    rows = THE_HARBOUR_SEEMED_SAFE.replace("The DT det 2\nharbour NN nsubj 3", "So RB advmod 3\nit PRP nsubj 3")
    assert read(rows)[0] == []
