"""What a predicate keeps of its sentence: all of a negation, conditions, relative clauses that say something."""

from __future__ import annotations

import pytest

from factory import make
from onrecord.language.syntax.predication import completion, conditions, verb_group
from onrecord.language.syntax.tree import tree_of

DENIED = """
It PRP nsubj 5
did VBD aux 5
not RB neg 5
openly RB advmod 5
close VB ROOT 0
mills|mill NNS dobj 5
"""
NEARED = """
Prices|price NNS nsubj 2
came|come VBD ROOT 0
close RB advmod 2
to IN prep 3
a DT det 6
record NN pobj 4
"""
HOLDS = """
If IN mark 4
rain NN nsubjpass 4
is|be VBZ auxpass 4
counted|count VBN advcl 7
, , punct 7
Alder NNP nsubj 7
leads|lead VBZ ROOT 0
Birch NNP dobj 7
"""
HELD = HOLDS.replace("leads|lead VBZ", "led|lead VBD")
ASKED = """
She PRP nsubj 2
will MD ROOT 0
ask VB xcomp 2
if IN mark 6
they PRP nsubj 6
left|leave VBP advcl 3
"""
PLAN = """
It PRP nsubj 2
has|have VBZ ROOT 0
a DT det 4
plan NN dobj 2
that WDT nsubj 6
says|say VBZ relcl 4
: : punct 6
go VB ccomp 6
"""
FIRM = """
It PRP nsubj 2
bought|buy VBD ROOT 0
a DT det 4
firm NN dobj 2
that WDT nsubj 6
makes|make VBZ relcl 4
maps|map NNS dobj 6
, , punct 4
says|say VBZ parataxis 2
Lee NNP nsubj 9
"""

MISSED = """
It PRP nsubj 2
printed|print VBD ROOT 0
a DT det 4
map NN dobj 2
you PRP dobj 2
would MD ROOT 0
"""


def words(rows: str, ranges: list[tuple[int, int]]) -> str:
    return " ".join(make(rows)[start:end].text for start, end in ranges)


def test_an_adverb_between_negation_and_verb_is_part_of_the_group():
    made = make(DENIED)
    assert " ".join(made[token].text for token in verb_group(tree_of(made), 4)) == "did not openly close"


@pytest.mark.parametrize(
    ("rows", "told"),
    [(NEARED, "close to a record"), (PLAN, "a plan"), (FIRM, "a firm that makes maps"), (MISSED, "a map")],
)
def test_what_completes_a_verb_says_something(rows, told):
    assert words(rows, completion(tree_of(make(rows)), 1)) == told


@pytest.mark.parametrize(("rows", "verb", "told"), [(HOLDS, 6, "If rain is counted"), (HELD, 6, ""), (ASKED, 2, "")])
def test_a_condition_is_told_beside_a_present_and_not_where_it_asks(rows, verb, told):
    assert words(rows, conditions(tree_of(make(rows)), verb)) == told
