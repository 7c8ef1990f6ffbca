"""Words quoted within a clause, and statements within one another, on hand-made parses."""

from __future__ import annotations

import pytest

from factory import make
from onrecord.language import annotations as ann
from onrecord.language.statements import component
from onrecord.language.statements.selection import select
from onrecord.language.syntax.tree import tree_of

SHE_SAID_PLANS_WERE_HALF_BAKED = """
She PRP nsubj 2
said|say VBD ROOT 0
plans NNS nsubj 4
were|be VBD ccomp 2
“ `` punct 4
Half JJ amod 7
baked JJ acomp 4
, , punct 2
” '' punct 2
. . punct 2
"""
THEY_CHANTED_STAY_AND_GO = """
They PRP nsubj 2
chanted|chant VBD ROOT 0
“ `` punct 2
stay VB xcomp 2
” '' punct 2
and CC cc 4
“ `` punct 4
sing VB conj 4
” '' punct 4
. . punct 2
"""
SHE_CALLED_THE_MESS_A_LESSON_FOR_US = """
She PRP nsubj 2
called|call VBD ROOT 0
the DT det 4
mess NN dobj 2
“ `` punct 4
a DT det 7
lesson NN appos 4
” '' punct 7
for IN prep 7
us PRP pobj 9
. . punct 2
"""
SHE_DEFENDED_HARBOUR_VALUES_SAYING_THE_TOWN_WAS_SAFE = """
She PRP nsubj 2
praised|praise VBD ROOT 0
“ `` punct 2
Harbour NNP compound 5
values NNS dobj 2
, , punct 2
” '' punct 2
saying|say VBG advcl 2
the DT det 10
town NN nsubj 11
was|be VBD ccomp 8
safe JJ acomp 11
. . punct 2
"""
THE_FIRM_ISSUED_A_STATEMENT_SAYING_THAT_IT_WAS_SAFE = """
The DT det 2
firm NN nsubj 3
issued|issue VBD ROOT 0
a DT det 5
statement NN dobj 3
saying|say VBG acl 5
that IN mark 9
it PRP nsubj 9
was|be VBD ccomp 6
safe JJ acomp 9
. . punct 3
"""
A_STATEMENT_SAYING_THAT_IT_WAS_SAFE_HELPED = """
A DT det 2
statement NN nsubj 8
saying|say VBG acl 2
that IN mark 6
it PRP nsubj 6
was|be VBD ccomp 3
safe JJ acomp 6
helped|help VBD ROOT 0
. . punct 8
"""
SHE_PREDICTED_AT_THE_DEBATE_THAT_PRICES_WOULD_FALL = """
She PRP nsubj 2
predicted|predict VBD ROOT 0
at IN prep 2
the DT det 5
debate NN pobj 3
that IN mark 9
prices NNS nsubj 9
would MD aux 9
fall VB acl 5
. . punct 2
"""
THE_WITNESS_SAID_THE_CLERK_SAID_IT_RAINED = """
The DT det 2
witness NN nsubj 3
said|say VBD ROOT 0
the DT det 5
clerk NN nsubj 6
said|say VBD ccomp 3
prices NNS nsubj 10
of IN prep 7
bread NN pobj 8
fell|fall VBD ccomp 6
in IN prep 10
every DT det 13
town NN pobj 11
of IN prep 13
the DT det 16
county NN pobj 14
after IN prep 10
the DT det 20
long JJ amod 20
storm NN pobj 17
in IN prep 20
the DT det 24
old JJ amod 24
harbour NN pobj 21
of IN prep 24
the DT det 28
northern JJ amod 28
coast NN pobj 25
that WDT nsubj 30
closed|close VBD relcl 28
the DT det 33
only JJ amod 33
road NN dobj 30
. . punct 3
"""


def read(rows: str, *quotations: tuple[int, int]) -> dict[str, tuple[str, str, str]]:
    """Source, cue and content of each candidate, by its frame and entry."""
    doc = make(rows, quotations=quotations)
    return {
        f"{item.frame}:{item.entry}": (words(doc, item.source), words(doc, item.cue), words(doc, item.content))
        for item in component.candidates(doc, tree_of(doc))
    }


def words(doc: object, parts: list[tuple[int, int]]) -> str:
    return " | ".join(doc[low:high].text for low, high in sorted(parts))


def test_a_clause_with_quoted_words_is_one_content() -> None:
    found = read(SHE_SAID_PLANS_WERE_HALF_BAKED, (4, 9))
    assert found["quote:say"] == ("She", "said", "plans were “Half baked,”")


def test_fragments_behind_a_verb_are_one_content() -> None:
    found = read(THEY_CHANTED_STAY_AND_GO, (2, 5), (6, 9))
    assert found == {"words:chant": ("They", "chanted", "“stay” and “sing”")}


def test_an_object_with_quoted_words_in_it_is_what_it_is_called() -> None:
    found = read(SHE_CALLED_THE_MESS_A_LESSON_FOR_US, (4, 8))
    assert found["pred:call"][2] == "the mess “a lesson” for us"


def test_a_participle_with_a_clause_of_its_own_is_no_cue_of_the_words_before_it() -> None:
    found = read(SHE_DEFENDED_HARBOUR_VALUES_SAYING_THE_TOWN_WAS_SAFE, (2, 7))
    assert found["that:say"] == ("She", "saying", "the town was safe")
    assert "quote:say" not in found


@pytest.mark.parametrize(
    ("rows", "source"),
    [
        (THE_FIRM_ISSUED_A_STATEMENT_SAYING_THAT_IT_WAS_SAFE, "The firm"),
        (A_STATEMENT_SAYING_THAT_IT_WAS_SAFE_HELPED, "A statement"),
        (THE_FIRM_ISSUED_A_STATEMENT_SAYING_THAT_IT_WAS_SAFE.replace("issued|issue", "read|read"), "a statement"),
    ],
)
def test_whoever_issues_a_document_says_what_it_says(rows: str, source: str) -> None:
    assert read(rows)["that:say"][0] == source


def test_a_clause_behind_an_occasion_belongs_to_the_verb() -> None:
    found = read(SHE_PREDICTED_AT_THE_DEBATE_THAT_PRICES_WOULD_FALL)
    assert found["that:predict"] == ("She", "predicted", "that prices would fall")
    kept = read(
        SHE_PREDICTED_AT_THE_DEBATE_THAT_PRICES_WOULD_FALL.replace("debate", "claim").replace("at IN", "after IN")
    )
    assert "that:predict" not in kept


def test_what_somebody_else_is_reported_to_say_stays_beside_the_report() -> None:
    doc = make(THE_WITNESS_SAID_THE_CLERK_SAID_IT_RAINED)
    kept = select(component.candidates(doc, tree_of(doc)), component.THRESHOLD)
    assert [words(doc, item.source) for item in kept] == ["The witness", "the clerk"]
    doc = component.mark_statements(doc)
    assert [value["within"] for value in ann.attrs(doc, ann.STATEMENTS).values()] == [None, "s1"]


def test_of_what_a_speaker_says_of_himself_the_report_stays() -> None:
    doc = make(THE_WITNESS_SAID_THE_CLERK_SAID_IT_RAINED.replace("the DT det 5\nclerk NN", "so RB advmod 5\nhe PRP"))
    kept = select(component.candidates(doc, tree_of(doc)), component.THRESHOLD)
    assert [words(doc, item.source) for item in kept] == ["The witness"]


IN_EARLY_HOUR_LUND_SAID_IT_RAINED = """
In IN prep 8
“ `` punct 4
Early NNP compound 4
Hour NNP pobj 1
, , punct 8
” '' punct 8
Lund NNP nsubj 8
said|say VBD ROOT 0
it PRP nsubj 10
rained|rain VBD ccomp 8
. . punct 8
"""


def test_a_title_is_nobodys_words() -> None:
    assert read(IN_EARLY_HOUR_LUND_SAID_IT_RAINED, (1, 6)) == {"that:say": ("Lund", "said", "it rained")}
