"""Which outlet relays a statement, who asks and answers whom, and whose poll speaks, on hand-made parses."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from factory import make
from onrecord.language import annotations as ann
from onrecord.language.statements import component

REPORTED = """
Fares|fare NNS nsubj 2
rose|rise VBD ccomp 6
, , punct 6
the DT det 5
Courier NNP nsubj 6
reported|report VBD ROOT 0
. . punct 6
Lund NNP nsubj 9
said|say VBD ROOT 0
that IN mark 12
trains|train NNS nsubj 12
ran|run VBD ccomp 9
. . punct 9
"""
ASKED = """
Lee NNP nsubj 2
{verb} VBD ROOT 0
whether IN mark 5
trains|train NNS nsubj 5
ran|run VBD ccomp 2
. . punct 2
Lund NNP nsubj 8
said|say VBD ROOT 0
that IN mark 11
trains|train NNS nsubj 11
ran|run VBD ccomp 8
. . punct 8
"""
ASKED_IN_A_TALK = """
In IN prep 8
an DT det 3
interview NN pobj 1
with IN prep 3
Lee NNP pobj 4
Lund NNP nsubjpass 8
was|be VBD auxpass 8
asked|ask VBN ROOT 0
about IN prep 8
trains|train NNS pobj 9
. . punct 8
Lund NNP nsubj 13
replied|reply VBD ROOT 0
that IN mark 16
trains|train NNS nsubj 16
ran|run VBD ccomp 13
. . punct 13
"""
TOLD_AND_SAID = """
Lund NNP nsubj 2
{told} ROOT 0
Lee NNP dobj 2
that IN mark 6
trains|train NNS nsubj 6
ran|run VBD ccomp 2
. . punct 2
Lund NNP nsubj 9
{said} ROOT 0
that IN mark 12
fares|fare NNS nsubj 12
rose|rise VBD ccomp 9
. . punct 9
"""
WOULD_BE_TELLING = """
Lund NNP nsubj 4
{modal} MD aux 4
be VB aux 4
telling|tell VBG ROOT 0
Lee NNP dobj 4
that IN mark 8
trains|train NNS nsubj 8
ran|run VBD ccomp 4
. . punct 4
"""
POLL = """
A DT det 2
poll NN nsubj 5
by IN prep 2
Halden NNP pobj 3
ended|end VBD ROOT 0
. . punct 5
The DT det 8
poll NN nsubj 9
showed|show VBD ROOT 0
that IN mark 12
Lund NNP nsubj 12
led|lead VBD ccomp 9
. . punct 9
"""
ANALYSTS = """
Two CD nummod 2
analysts|analyst NNS nsubj 9
, , punct 2
Ann NNP compound 5
Lee NNP appos 2
and CC cc 5
Bell NNP conj 5
, , punct 2
said|say VBD ROOT 0
that IN mark 12
fares|fare NNS nsubj 12
rose|rise VBD ccomp 9
. . punct 9
"""


def read(rows: str, *actors: tuple[int, int, str]) -> Doc:
    """The Doc with its statements; each actor is a token range and a type."""
    doc = make(rows)
    spans = [Span(doc, low, high, label="name", kb_id=f"a{n}") for n, (low, high, _) in enumerate(actors, 1)]
    known = {
        span.kb_id_: {"name": (span.start_char, span.end_char), "type": actor[2], "named": True, "members": []}
        for span, actor in zip(spans, actors, strict=True)
    }
    ann.put(doc, ann.MENTIONS, spans, known)
    return component.mark_statements(doc)


def values(doc: Doc, name: str) -> list:
    return [attrs[name] for attrs in ann.attrs(doc, ann.STATEMENTS).values()]


@pytest.mark.parametrize(("kind", "outlets"), [("Outlet", [None, "a1"]), ("Company", [None, None])])
def test_an_outlet_that_was_just_cited_relays_what_follows(kind: str, outlets: list[str | None]) -> None:
    doc = read(REPORTED, (3, 5, kind), (7, 8, "Person"))
    assert values(doc, "speakers") == [["a1"], ["a2"]]
    assert values(doc, "outlet") == outlets


def test_what_is_announced_needs_no_outlet() -> None:
    doc = read(REPORTED.replace("said|say", "announced|announce"), (3, 5, "Outlet"), (7, 8, "Person"))
    assert values(doc, "outlet") == [None, None]


@pytest.mark.parametrize(("verb", "told"), [("asked|ask", ["a2", "a1"]), ("explained|explain", [None, None])])
def test_a_question_is_put_to_who_answers_it(verb: str, told: list[str | None]) -> None:
    doc = read(ASKED.format(verb=verb), (0, 1, "Person"), (6, 7, "Person"))
    assert values(doc, "speakers") == [["a1"], ["a2"]]
    assert values(doc, "addressee") == told


def test_a_reply_is_made_to_the_interviewer() -> None:
    doc = read(ASKED_IN_A_TALK, (4, 5, "Person"), (5, 6, "Person"), (11, 12, "Person"))
    assert values(doc, "speakers")[-1] == ["a3"]
    assert values(doc, "addressee")[-1] == "a1"


@pytest.mark.parametrize(
    ("told", "said", "addressee"),
    [
        ("told|tell VBD", "said|say VBD", "a2"),
        # what is written is not part of a talk
        ("told|tell VBD", "wrote|write VBD", None),
    ],
    ids=["said", "wrote"],
)
def test_who_is_told_is_told_what_the_speaker_goes_on_to_say(told: str, said: str, addressee: str | None) -> None:
    doc = read(TOLD_AND_SAID.format(told=told, said=said), (0, 1, "Person"), (2, 3, "Person"))
    spans = [*ann.spans(doc, ann.MENTIONS), Span(doc, 7, 8, label="name", kb_id="a1")]
    ann.put(doc, ann.MENTIONS, spans, ann.attrs(doc, ann.MENTIONS))
    assert values(component.mark_statements(doc), "addressee") == ["a2", addressee]


@pytest.mark.parametrize(("modal", "told"), [("would", None), ("has|have", "a2")])
def test_nobody_is_told_what_is_yet_to_be_said(modal: str, told: str | None) -> None:
    rows = WOULD_BE_TELLING.format(modal=modal)
    if modal != "would":
        rows = rows.replace("has|have MD", "has|have VBZ").replace("be VB", "been|be VBN")
    assert values(read(rows, (0, 1, "Person"), (4, 5, "Person")), "addressee") == [told]


def test_the_poll_is_that_of_the_only_maker_of_polls() -> None:
    doc = read(POLL, (0, 4, "Thing"), (3, 4, "Company"), (10, 11, "Person"))
    assert values(doc, "speakers") == [["a1"]]
    assert values(doc, "on_behalf_of") == [["a2"]]


def test_names_in_apposition_to_several_are_the_speakers() -> None:
    doc = read(ANALYSTS, (3, 5, "Person"), (6, 7, "Person"))
    assert values(doc, "speakers") == [["a1", "a2"]]
