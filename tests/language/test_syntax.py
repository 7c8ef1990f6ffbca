"""Clauses of hand-made Docs: whose a verb is, what it is done to, in which voice."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factory import make
from onrecord.language.syntax.antecedents import antecedent
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.extents import MENTION, NOUN, PARTICIPANT, constituent, extent
from onrecord.language.syntax.phrases import head_of
from onrecord.language.syntax.predication import completion
from onrecord.language.syntax.tree import Tree, tree_of
from onrecord.language.syntax.unattached import with_scores, without_absolute

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "clauses.toml").read_text(encoding="utf-8"))["case"]
TOLD = next(case["rows"] for case in CASES if case["verb"] == "told")
SPOKESMAN = """
The DT det 2
spokesman NN nsubj 9
of IN prep 2
the DT det 5
port NN pobj 3
who WP nsubj 7
lied|lie VBD relcl 5
, , punct 9
left|leave VBD ROOT 0
"""
COMPARED = """
Fees NNS nsubj 2
are|be VBP|AUX ROOT 0
hard JJ acomp 2
for IN prep 3
towns NNS pobj 4
to IN prep 5
view NN pobj 6
, , punct 5
which WDT nsubj 10
explains|explain VBZ relcl 5
fines NNS dobj 10
"""
UNIONS = """
Both CC preconj 3
mine NN compound 3
unions|union NNS nsubj 10
of IN prep 3
Halden NNP pobj 4 B-GPE
( -LRB- punct 7
MU NNP appos 3 B-ORG
) -RRB- punct 7
that WDT nsubj 10
left|leave VBD ROOT 0
"""
REPAIRED = """
They PRP nsubj 2
staged|stag VBD ROOT 0
it PRP dobj 2
"""


def words(parsed: Tree, tokens: tuple[int, ...]) -> list[str]:
    return [parsed.text[token] for token in tokens]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_people_of_a_verb(case: dict[str, Any]) -> None:
    parsed = tree_of(make(case["rows"]))
    found = clause(parsed, parsed.text.index(case["verb"]))
    assert found.passive is case["passive"]
    assert words(parsed, found.doers) == case["doers"]
    assert words(parsed, found.undergoers) == case["undergoers"]


def test_parts_of_a_clause():
    parsed = tree_of(make(TOLD))
    told = clause(parsed, 5)
    assert (told.link, told.governor, told.complements, told.mark) == ("conjunct", 3, (8,), None)
    assert clause(parsed, 8).mark == 6
    assert clause(parsed, 5) is told


def test_who_goes_up_to_a_person_if_asked():
    parsed = tree_of(make(SPOKESMAN))
    assert parsed.text[antecedent(parsed, 5)] == "port"
    assert parsed.text[antecedent(parsed, 5, lambda token: parsed.text[token] == "spokesman")] == "spokesman"
    assert antecedent(parsed, 4) == 4


def test_which_after_an_infinitive_for_somebody_stands_for_the_clause():
    assert antecedent(tree_of(make(COMPARED)), 8) == 8
    assert antecedent(tree_of(make(COMPARED.replace("to IN", "near IN"))), 8) == 4


def test_extents():
    parsed = tree_of(make(SPOKESMAN))
    assert constituent(parsed, 1) == (0, 7)
    assert extent(parsed, 1, PARTICIPANT) == (0, 5)
    assert extent(parsed, 1, MENTION) == (0, 5)
    assert head_of(parsed, 0, 5) == 1


def test_policies_of_extents():
    parsed = tree_of(make(UNIONS))
    assert [" ".join(parsed.text[slice(*extent(parsed, 2, policy))]) for policy in (PARTICIPANT, MENTION, NOUN)] == [
        "mine unions of Halden ( MU )",
        "mine unions of Halden",
        "mine unions",
    ]


def test_a_participant_keeps_the_words_that_deny_it():
    parsed = tree_of(make(UNIONS.replace("Both CC preconj", "Neither DT det")))
    assert extent(parsed, 2, PARTICIPANT)[0] == 0
    assert extent(parsed, 2, MENTION)[0] == 1


def test_lemmas_that_the_model_cuts_are_put_right():
    assert tree_of(make(REPAIRED)).lemma[1] == "stage"


DEMANDED = """
Alder NNP nsubj 2 B-ORG
demanded|demand VBD ROOT 0
access NN dobj 2
to IN prep 3
emails|email NNS pobj 4
, , punct 2
chats|chat NNS npadvmod 2
and CC cc 7
notes|note NNS conj 7
, , punct 2
Lee NNP nsubj 12 B-PERSON
said|say VBD parataxis 2
"""
ASKED = """
Alder NNP nsubj 2 B-ORG
asked|ask VBD ROOT 0
them PRP dobj 2
to TO aux 5
inform VB xcomp 2
it PRP dobj 5
when WRB|SCONJ advmod 9
crews|crew NNS nsubj 9
leave VBP advcl 5
. . punct 2
"""


@pytest.mark.parametrize(
    ("rows", "words"), [(DEMANDED, "access to emails, chats and notes"), (ASKED, "them to inform it when crews leave")]
)
def test_a_predicate_has_the_rest_of_its_list_and_what_is_told(rows, words):
    made = make(rows)
    ranges = completion(tree_of(made), 1)
    assert " ".join(made[start:end].text for start, end in ranges) == words


SCORE = """
Lund NNP nsubj 2 B-PERSON
beat VBD ROOT 0
Moe NNP dobj 2 B-PERSON
7 CD npadvmod 2
- SYM|SYM punct 6
5 CD prep 4
, , punct 2
3 CD npadvmod 2
- SYM|SYM punct 10
6 CD prep 8
, , punct 2
7 CD npadvmod 2
- SYM|SYM punct 14
6 CD prep 12
( -LRB- punct 17
5 CD appos 14
) -RRB- punct 16
, , punct 2
the DT det 20
final JJ npadvmod 2
"""


def test_a_score_has_all_its_sets():
    tree = tree_of(make(SCORE))
    assert with_scores(tree, [2, 3, 4, 5]) == list(range(2, 14))
    assert with_scores(tree, [2, 3]) == [2, 3]


ABSOLUTE = """
Prices|price NNS nsubj 2
fell|fall VBD ROOT 0
to IN prep 2
lows|low NNS pobj 3
with IN prep 2
the DT det 7
bank NN pobj 5
selling|sell VBG acl 7
gold NN dobj 8
"""


def test_a_with_whose_gerund_is_cut_off_is_left_out():
    tree = tree_of(make(ABSOLUTE))
    assert without_absolute(tree, [2, 3, 4, 5, 6]) == [2, 3]
    assert without_absolute(tree, [2, 3]) == [2, 3]
