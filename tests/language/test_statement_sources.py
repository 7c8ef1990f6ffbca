"""Whose words they are: subjects found through adjectives, passives, nouns and objects, on hand-made parses."""

from __future__ import annotations

import pytest

from factory import make
from onrecord.language import annotations as ann
from onrecord.language.statements import component
from onrecord.language.syntax.tree import tree_of

ABLE = """
She PRP nsubj 2
was|be VBD ROOT 0
able JJ acomp 2
to TO aux 5
claim VB xcomp 3
that IN mark 8
he PRP nsubj 8
lied|lie VBD ccomp 5
. . punct 2
"""
HEARD = """
Voters NNS nsubjpass 3
were|be VBD auxpass 3
heard|hear VBN ROOT 0
saying|say VBG xcomp 3
that IN mark 7
he PRP nsubj 7
lied|lie VBD ccomp 4
. . punct 3
"""
HAS_SAID = """
He PRP nsubjpass 3
's|be VBZ auxpass 3
said|say VBN ROOT 0
that IN mark 6
it PRP nsubj 6
rained|rain VBD ccomp 3
. . punct 3
"""
CHANCE_TO_SAY = """
She PRP nsubj 2
took|take VBD ROOT 0
the DT det 4
chance NN dobj 2
to TO aux 6
say VB acl 4
that IN mark 9
he PRP nsubj 9
lied|lie VBD ccomp 6
. . punct 2
"""
HIS_ATTEMPT_TO_SAY = """
His PRP$ poss 2
attempt NN nsubj 8
to TO aux 4
say VB acl 2
that IN mark 7
it PRP nsubj 7
rained|rain VBD ccomp 4
failed|fail VBD ROOT 0
. . punct 8
"""
USED_THE_QUESTION_TO_SAY = """
She PRP nsubj 2
used|use VBD ROOT 0
this DT det 4
question NN dobj 2
to TO aux 6
say VB xcomp 2
that IN mark 9
he PRP nsubj 9
lied|lie VBD ccomp 6
. . punct 2
"""
TAUGHT_THE_BOYS_TO_SAY = USED_THE_QUESTION_TO_SAY.replace("used|use", "taught|teach").replace("question NN", "boy NN")
WHO_SMITH_CALLED = """
Jones NNP nsubj 6
, , punct 1
who WP nsubj 5
Smith NNP nsubj 5
called|call VBD relcl 1
left|leave VBD ROOT 0
a DT det 8
liar NN oprd 5
. . punct 6
"""
CITED_HIS_COMPLAINT_THAT = """
He PRP nsubj 2
cited|cite VBD ROOT 0
his PRP$ poss 4
complaint NN dobj 2
that IN mark 7
it PRP nsubj 7
rained|rain VBD ccomp 2
. . punct 2
"""
SHE_SAID_IT_RAINED_WHILE_HE_SAID_IT_SNOWED = """
She PRP nsubj 2
said|say VBD ROOT 0
it PRP nsubj 4
rained|rain VBD ccomp 2
, , punct 4
while IN mark 8
he PRP nsubj 8
said|say VBD advcl 4
it PRP nsubj 10
snowed|snow VBD ccomp 8
. . punct 2
"""


def spoken(rows: str) -> dict[str, list[tuple[str, str]]]:
    """Source and content of the candidates of each entry."""
    doc = make(rows)
    found: dict[str, list[tuple[str, str]]] = {}
    for item in component.candidates(doc, tree_of(doc)):
        source, content = (" | ".join(doc[a:b].text for a, b in parts) for parts in (item.source, item.content))
        found.setdefault(item.entry, []).append((source, content))
    return found


@pytest.mark.parametrize(
    ("rows", "source"),
    [
        (HEARD, "Voters"),
        (HAS_SAID, "He"),
        (CHANCE_TO_SAY, "She"),
        (HIS_ATTEMPT_TO_SAY, "His"),
        (USED_THE_QUESTION_TO_SAY, "She"),
        (TAUGHT_THE_BOYS_TO_SAY, "this boy"),
    ],
)
def test_who_says_it(rows: str, source: str) -> None:
    ((found, _),) = spoken(rows)["say"]
    assert found == source


def test_the_subject_of_an_adjective() -> None:
    assert spoken(ABLE)["claim"] == [("She", "that he lied")]


def test_a_passive_with_is_stays_one() -> None:
    assert spoken(HAS_SAID.replace("'s|be", "is|be")) == {"say": [("", "that it rained")]}


def test_of_two_subjects_the_relative_is_none() -> None:
    ((source, _),) = spoken(WHO_SMITH_CALLED)["call"]
    assert source == "Smith"


def test_an_object_takes_the_clause_behind_it() -> None:
    assert spoken(CITED_HIS_COMPLAINT_THAT)["cite"] == [("He", "his complaint that it rained")]


def test_somebody_elses_words_behind_while_are_not_the_speakers() -> None:
    found = spoken(SHE_SAID_IT_RAINED_WHILE_HE_SAID_IT_SNOWED)["say"]
    assert found == [("She", "it rained"), ("he", "it snowed")]


def test_confidence_stays_a_share() -> None:
    doc = component.mark_statements(make(HEARD))
    [value] = ann.attrs(doc, ann.STATEMENTS).values()
    assert 0 < value["confidence"] < 1


WRITING_IN_A_BLOG_ORRIN_SAID = """
Writing|write VBG acl 6
in IN prep 1
a DT det 4
blog NN pobj 2
, , punct 6
Orrin NNP nsubj 7
said|say VBD ROOT 0
that IN mark 10
it PRP nsubj 10
rained|rain VBD ccomp 7
. . punct 7
"""


def test_an_opening_participle_is_no_part_of_the_source() -> None:
    assert spoken(WRITING_IN_A_BLOG_ORRIN_SAID)["say"] == [("Orrin", "that it rained")]


NOBODY_SAID_IT = """
Nobody NN nsubj 2
said|say VBD ROOT 0
it PRP nsubj 4
rained|rain VBD ccomp 2
. . punct 2
"""
MAY_BE_WELCOMED = """
Lund NNP nsubjpass 4
may MD aux 4
be VB auxpass 4
welcomed|welcome VBN ROOT 0
by IN agent 4
miners|miner NNS pobj 5
. . punct 4
"""
EXPLAINED_WHAT = """
Lund NNP nsubj 2
explained|explain VBD ROOT 0
what WP nsubj 4
happened|happen VBD ccomp 2
: : punct 2
"""
WHAT_APPEARS = """
Lund NNP nsubj 2
saw|see VBD ROOT 0
what WP nsubj 4
appears|appear VBZ ccomp 2
to TO aux 6
be VB xcomp 4
smoke NN attr 6
. . punct 2
"""


@pytest.mark.parametrize(
    "rows", [MAY_BE_WELCOMED, EXPLAINED_WHAT, WHAT_APPEARS, NOBODY_SAID_IT], ids=["may be", "colon", "what", "nobody"]
)
def test_what_tells_nothing_is_no_statement(rows: str) -> None:
    assert spoken(rows) == {}


VOICED_THEIR_FEAR_THAT = """
Voters NNS nsubj 2
voiced|voice VBD ROOT 0
their PRP$ poss 4
fear NN dobj 2
that IN mark 7
it PRP nsubj 7
rained|rain VBD acl 4
. . punct 2
"""


@pytest.mark.parametrize(
    ("verb", "source"), [("voiced|voice", "Voters"), ("shared|share", "their")], ids=["voiced", "shared"]
)
def test_whose_a_voiced_noun_is(verb: str, source: str) -> None:
    ((found, _),) = spoken(VOICED_THEIR_FEAR_THAT.replace("voiced|voice", verb))["fear"]
    assert found == source


BLAMED_LUND_ON_MONDAY_FOR_IT = """
Moss NNP nsubj 2
blamed|blame VBD ROOT 0
Lund NNP dobj 2
on IN prep 2
Monday NNP pobj 4
for IN prep 2
floods|flood NNS pobj 6
. . punct 2
"""
PRAISED_LUND_WHO_LEFT = """
Moss NNP nsubj 2
praised|praise VBD ROOT 0
Lund NNP dobj 2
, , punct 3
who WP nsubj 6
left|leave VBD relcl 3
. . punct 2
"""


def test_content_reaches_over_the_day_to_what_the_verb_asks_for() -> None:
    assert spoken(BLAMED_LUND_ON_MONDAY_FOR_IT)["blame"] == [("Moss", "Lund on Monday for floods")]


def test_content_ends_before_an_aside() -> None:
    assert spoken(PRAISED_LUND_WHO_LEFT)["praise"] == [("Moss", "Lund")]


COMPARED_LUND_TO_MOSS = """
Berg NNP nsubj 2
compared|compare VBD ROOT 0
Lund NNP dobj 2
to IN prep 2
Moss NNP pobj 4
. . punct 2
"""


def test_what_somebody_is_compared_to_is_not_told() -> None:
    doc = make(COMPARED_LUND_TO_MOSS)
    (found,) = component.candidates(doc, tree_of(doc))
    assert (found.frame, found.addressee) == ("np_to", None)
