"""An "it" that stands for nobody and nothing."""

from __future__ import annotations

import pytest

from factory import make
from onrecord.language.coreference.expletives import pleonastic
from onrecord.language.syntax.tree import tree_of

CLEFT = """
It PRP nsubj 2
was|be VBD ROOT 0
{determiner} DT det 4
letter NN attr 2
that WDT nsubj 6
cost|cost VBD relcl 4
him PRP dative 6
votes NNS dobj 6
"""
FIRST_TO_SAIL = """
It PRP nsubj 2
was|be VBD ROOT 0
the DT det 4
ship NN attr 2
to TO aux 6
sail VB relcl 4
"""
TURNS_OUT = """
{mark} IN mark 3
it PRP nsubj 3
turns|turn VBZ advcl 6
out RP prt 3
they PRP nsubj 6
left|leave VBD ROOT 0
"""


def _empty(rows: str) -> bool:
    doc = make(rows)
    token = next(token.i for token in doc if token.lower_ == "it")
    return pleonastic(tree_of(doc), token)


@pytest.mark.parametrize(
    ("rows", "empty"),
    [
        (CLEFT.format(determiner="this"), True),
        (CLEFT.format(determiner="a"), False),
        (FIRST_TO_SAIL, False),
        (TURNS_OUT.format(mark="As"), True),
        (TURNS_OUT.format(mark="If"), False),
    ],
)
def test_an_it_that_only_points_ahead_is_nothing(rows, empty):
    assert _empty(rows) is empty
