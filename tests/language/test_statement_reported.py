"""Cues within what another cue says, and verbs that report on beside another one, on hand-made parses."""

from __future__ import annotations

import pytest

from factory import make
from onrecord.language.statements import component
from onrecord.language.statements.sources import source_of
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.tree import tree_of

BELIEVED = """
Lund NNP nsubj 2
said|say VBD ROOT 0
the DT det 4
board NN nsubj 5
believed|believe VBD ccomp 2
it PRP nsubj 7
rained|rain VBD ccomp 5
. . punct 2
"""
HAD_SAID = """
Lund NNP nsubj 2
said|say VBD ROOT 0
the DT det 4
board NN nsubj 6
had|have VBD aux 6
said|say VBN ccomp 2
it PRP nsubj 8
rained|rain VBD ccomp 6
. . punct 2
"""
HE_SAID = """
Lund NNP nsubj 2
said|say VBD ROOT 0
he PRP nsubj 4
said|say VBD ccomp 2
it PRP nsubj 6
rained|rain VBD ccomp 4
. . punct 2
"""
BY_TELLING = """
Lund NNP nsubj 2
said|say VBD ROOT 0
Falk NNP nsubj 4
left|leave VBD ccomp 2
by IN prep 4
telling|tell VBG pcomp 5
{them} dobj 6
it PRP nsubj 9
rained|rain VBD ccomp 6
. . punct 2
"""


@pytest.mark.parametrize(
    ("sentence", "inner", "circumstance"),
    [
        # what somebody is said to believe is a part of what is said
        (BELIEVED, "believe", "reported"),
        # what somebody else is said to have said is a statement of its own
        (HAD_SAID, "say", "plain"),
        # a pronoun mostly is the speaker himself
        (HE_SAID, "say", "reported"),
        # what somebody named is said to have told others is one, in a phrase, too
        (BY_TELLING.format(them="them PRP"), "tell", "plain"),
        (
            BY_TELLING.format(them="now RB").replace("dobj", "advmod").replace("telling|tell", "saying|say"),
            "say",
            "reported",
        ),
    ],
    ids=["belief", "speech", "pronoun", "told", "told nobody"],
)
def test_cue_within_what_another_says(sentence: str, inner: str, circumstance: str) -> None:
    doc = make(sentence)
    found = {item.anchor: item for item in component.candidates(doc, tree_of(doc))}
    assert found[1].circumstance == "plain"
    last = found[max(found)]
    assert (last.entry, last.circumstance) == (inner, circumstance)


INDICATED = """
Lund NNP nsubj 2
indicated|indicate VBD ROOT 0
he PRP nsubj 5
would|will MD aux 5
try VB ccomp 2
, , punct 5
vowing|vow VBG advcl 5
to TO aux 9
win VB xcomp 7
. . punct 2
"""
SAYS_AND_ADDS = """
Lund NNP nsubj 2
says|say VBZ ROOT 0
Moss NNP nsubj 4
lied|lie VBD ccomp 2
and CC cc 4
adds|add VBZ conj 4
it PRP nsubj 8
rained|rain VBD ccomp 6
. . punct 2
"""
SAID_AND_ADDED = SAYS_AND_ADDS.replace("says|say VBZ", "said|say VBD").replace("adds|add VBZ", "added|add VBD")


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        (INDICATED, 6, "Lund"),
        (SAYS_AND_ADDS, 5, "Lund"),
        # of the same tense, it may be a part of what is said
        (SAID_AND_ADDED, 5, "Moss"),
    ],
    ids=["participle", "other tense", "same tense"],
)
def test_second_verb_of_saying_has_the_subject_of_the_first(sentence: str, verb: int, subject: str) -> None:
    doc = make(sentence)
    assert [doc[head].text for head in clause(tree_of(doc), verb).subjects] == [subject]


ASIDE = """
Falk NNP nsubj 7
, , punct 1
who WP nsubj 4
left|leave VBD relcl 1
Monday NNP npadvmod 4
, , punct 1
denied|deny VBD ROOT 0
it PRP dobj 7
. . punct 7
"""


def test_source_ends_before_an_aside() -> None:
    tree = tree_of(make(ASIDE))
    assert source_of(tree, 6) == (((0, 1),), 0)


MEANS = """
This|this DT nsubj 2
means|mean VBZ ROOT 0
that IN mark 5
it PRP nsubj 5
rains|rain VBZ ccomp 2
. . punct 2
"""


@pytest.mark.parametrize(("subject", "count"), [("This|this DT", 0), ("Lund NNP", 1)])
def test_what_something_means_is_no_statement(subject: str, count: int) -> None:
    doc = make(MEANS.replace("This|this DT", subject))
    assert len(component.candidates(doc, tree_of(doc))) == count


SAID_AFTER_MOSS_WON = """
Lund NNP nsubj 2
said|say VBD ROOT 0
so RB advmod 2
after IN mark 6
Moss NNP nsubj 6
won|win VBD advcl 2
, , punct 6
adding|add VBG advcl 6
that IN mark 11
it PRP nsubj 11
rained|rain VBD ccomp 8
. . punct 2
"""
MOSS_CAME_AND_LUND_LEFT = """
Moss NNP nsubj 2
came|come VBD ROOT 0
and CC cc 2
Lund NNP nsubj 5
left|leave VBD conj 2
, , punct 2
adding|add VBG advcl 2
that IN mark 10
it PRP nsubj 10
rained|rain VBD ccomp 7
. . punct 2
"""


@pytest.mark.parametrize(("rows", "verb"), [(SAID_AFTER_MOSS_WON, 7), (MOSS_CAME_AND_LUND_LEFT, 6)])
def test_participle_of_saying_belongs_to_the_speaker_or_the_last_clause(rows: str, verb: int) -> None:
    doc = make(rows)
    assert [doc[head].text for head in clause(tree_of(doc), verb).subjects] == ["Lund"]


NOR_DID_THEY_NOTE = """
Nor CC cc 4
did|do VBD aux 4
they PRP nsubj 4
note VB ROOT 0
holes|hole NNS dobj 4
. . punct 4
"""
REFUSED_TO_CONFIRM = """
They PRP nsubj 2
refused|refuse VBD ROOT 0
to TO aux 4
confirm VB xcomp 2
that IN mark 7
it PRP nsubj 7
rained|rain VBD ccomp 4
. . punct 2
"""


@pytest.mark.parametrize(("rows", "entry"), [(NOR_DID_THEY_NOTE, "note"), (REFUSED_TO_CONFIRM, "confirm")])
def test_what_is_not_said_is_denied(rows: str, entry: str) -> None:
    doc = make(rows)
    found = {item.entry: item.circumstance for item in component.candidates(doc, tree_of(doc))}
    assert found[entry] == "denied"


SAID_IF_IT_RAINED = """
Lund NNP nsubj 2
said|say VBD ROOT 0
she PRP nsubj 5
would|will MD aux 5
go VB ccomp 2
if IN mark 8
it PRP nsubj 8
rained|rain VBD advcl 2
. . punct 2
"""


def test_content_holds_its_condition() -> None:
    doc = make(SAID_IF_IT_RAINED)
    (found,) = component.candidates(doc, tree_of(doc))
    assert found.content == ((2, 8),)


THEY_LEFT_AND_LAUGHED_ACCORDING_TO_LUND = """
They PRP nsubj 2
left|leave VBD ROOT 0
and CC cc 2
laughed|laugh VBD conj 2
, , punct 4
according|accord VBG prep 4
to IN prep 6
Lund NNP pobj 7
. . punct 2
"""


def test_content_of_according_to_has_its_subject() -> None:
    doc = make(THEY_LEFT_AND_LAUGHED_ACCORDING_TO_LUND)
    (found,) = component.candidates(doc, tree_of(doc))
    assert found.content == ((0, 4),)


THEY_LEFT_AND_BREKKE_LAUGHED_ACCORDING_TO_LUND = """
They PRP nsubj 2
left|leave VBD ROOT 0
, , punct 2
and CC cc 2
Brekke NNP nsubj 6
laughed|laugh VBD conj 2
, , punct 6
according|accord VBG prep 6
to IN prep 8
Lund NNP pobj 9
. . punct 2
"""


def test_according_to_at_the_end_of_a_sentence_is_of_all_its_clauses() -> None:
    doc = make(THEY_LEFT_AND_BREKKE_LAUGHED_ACCORDING_TO_LUND)
    (found,) = component.candidates(doc, tree_of(doc))
    assert found.content == ((0, 6),)
