"""How far what is said reaches if some of it is quoted, on hand-made parses; quotations are ranges of tokens."""

from __future__ import annotations

import pytest

from factory import make
from onrecord.language.statements.candidates import Candidate
from onrecord.language.statements.quoted_reach import reaching
from onrecord.language.syntax.tree import tree_of

MOCKED_OVER_QUOTED = """
Lund NNP nsubj 2
mocked|mock VBD ROOT 0
Falk NNP dobj 2
over IN prep 2
“ `` punct 7
free JJ amod 7
ferries|ferry NNS pobj 4
” '' punct 7
. . punct 2
"""
MOCKED_AND_CALLED = """
Lund NNP nsubj 2
mocked|mock VBD ROOT 0
Falk NNP dobj 2
and CC cc 2
called|call VBD conj 2
him PRP nsubj 8
“ `` punct 8
late JJ ccomp 5
” '' punct 8
. . punct 2
"""
MOCKED_WHEN = """
Lund NNP nsubj 2
mocked|mock VBD ROOT 0
Falk NNP dobj 2
when WRB advmod 6
he PRP nsubj 6
promised|promise VBD advcl 2
“ `` punct 6
ferries|ferry NNS dobj 6
” '' punct 6
. . punct 2
"""
SAID_OF_WHO = """
Lund NNP nsubj 2
said|say VBD ROOT 0
fares|fare NNS nsubj 4
hurt VBD ccomp 2
Falk NNP dobj 4
who WP nsubj 7
runs|run VBZ relcl 5
“ `` punct 7
ferries|ferry NNS dobj 7
” '' punct 7
. . punct 2
"""
SAID_SURE_THAT = """
Lund NNP nsubj 2
said|say VBD ROOT 0
it PRP nsubj 4
was|be VBD ccomp 2
late JJ acomp 4
and CC cc 4
“ `` punct 8
hurt VBD conj 4
” '' punct 8
. . punct 2
"""
CALLED_WHICH = """
Lund NNP nsubj 2
called|call VBD ROOT 0
it PRP nsubj 5
“ `` punct 5
late JJ ccomp 2
, , punct 5
” '' punct 5
which WDT nsubj 9
angered|anger VBD advcl 5
Falk NNP dobj 9
. . punct 2
"""


@pytest.mark.parametrize(
    ("sentence", "frame", "content", "quote", "reached"),
    [
        # what the parse hangs on the verb is a part of the phrase if it is quoted
        (MOCKED_OVER_QUOTED, "np", (2, 3), (4, 8), (2, 8)),
        (SAID_SURE_THAT, "that", (2, 5), (6, 9), (2, 9)),
        # another verb's, or of a clause that tells when
        (MOCKED_AND_CALLED, "np", (2, 3), (6, 9), (2, 3)),
        (MOCKED_WHEN, "np", (2, 3), (6, 9), (2, 3)),
        # behind a clause that is said, who somebody is
        (SAID_OF_WHO, "that", (2, 5), (7, 10), (2, 5)),
        # a comma inside the marks, then a remark of the reporter's
        (CALLED_WHICH, "pred", (2, 10), (3, 7), (2, 7)),
        # without the comma the clause is a part of what is said
        (CALLED_WHICH.replace(", , punct", "now RB advmod"), "pred", (2, 10), (3, 7), (2, 10)),
    ],
    ids=["phrase", "clause", "another verb", "when", "who", "remark", "no comma"],
)
def test_content_goes_with_the_quotation(
    sentence: str, frame: str, content: tuple[int, int], quote: tuple[int, int], reached: tuple[int, int]
) -> None:
    item = Candidate(1, ((1, 2),), ((0, 1),), (content,), "x", frame)
    assert reaching(tree_of(make(sentence)), item, (quote,), set()) == (reached,)


def test_a_quotation_with_a_cue_of_its_own_is_left_to_it() -> None:
    item = Candidate(1, ((1, 2),), ((0, 1),), ((2, 3),), "x", "np")
    assert reaching(tree_of(make(MOCKED_OVER_QUOTED)), item, ((4, 8),), {4, 5, 6, 7}) == ((2, 3),)
