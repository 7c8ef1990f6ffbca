"""Clauses of hand-made Docs: whose a verb is, what it is done to, in which voice."""

from __future__ import annotations

import pytest

from onrecord.language.syntax.clauses import clause, clauses
from onrecord.language.syntax.control import antecedent
from onrecord.language.syntax.extents import MENTION, PARTICIPANT, constituent, extent
from onrecord.language.syntax.phrases import head_of
from onrecord.language.syntax.tree import Tree, tree
from parses import doc

TOLD = """
The|-|DET|DT|det|1 firm|-|NOUN|NN|nsubjpass|3 was|be|AUX|VBD|auxpass|3 held|hold|VERB|VBN|ROOT|3 and|-|CCONJ|CC|cc|3
told|tell|VERB|VBD|conj|3 that|-|SCONJ|IN|mark|8 fares|fare|NOUN|NNS|nsubj|8
rose|rise|VERB|VBD|ccomp|5 .|-|PUNCT|.|punct|3
"""
DIED = """
The|-|DET|DT|det|1 man|-|NOUN|NN|nsubjpass|3 was|be|AUX|VBD|auxpass|3 held|hold|VERB|VBN|ROOT|3 and|-|CCONJ|CC|cc|3
died|die|VERB|VBD|conj|3 .|-|PUNCT|.|punct|3
"""
PERFECT = """
He|he|PRON|PRP|nsubj|2 's|be|AUX|VBZ|auxpass|2 said|say|VERB|VBN|ROOT|2 fares|fare|NOUN|NNS|nsubj|4
rose|rise|VERB|VBD|ccomp|2
"""
ORDERED = """
Norway|-|PROPN|NNP|nsubj|1|GPE ordered|order|VERB|VBD|ROOT|1 the|-|DET|DT|det|3 bank|-|NOUN|NN|dobj|1 to|-|PART|TO|aux|5
close|close|VERB|VB|xcomp|1 branches|branch|NOUN|NNS|dobj|5
"""
PROMISED = """
Norway|-|PROPN|NNP|nsubj|1|GPE promised|promise|VERB|VBD|ROOT|1 to|-|PART|TO|aux|3 close|close|VERB|VB|xcomp|1
branches|branch|NOUN|NNS|dobj|3
"""
CALLED = """
A|-|DET|DT|det|1 man|-|NOUN|NN|ROOT|1 who|-|PRON|WP|nsubj|4 Lee|-|PROPN|NNP|nsubj|4|PERSON called|call|VERB|VBD|relcl|1
a|-|DET|DT|det|6 liar|-|NOUN|NN|oprd|4
"""
SPOKESMAN = """
The|-|DET|DT|det|1 spokesman|-|NOUN|NN|nsubj|8 of|-|ADP|IN|prep|1 the|-|DET|DT|det|4 port|-|NOUN|NN|pobj|2
who|-|PRON|WP|nsubj|6 lied|lie|VERB|VBD|relcl|4 ,|-|PUNCT|,|punct|8 left|leave|VERB|VBD|ROOT|8
"""
REPAIRED = """
They|they|PRON|PRP|nsubj|1 staged|stag|VERB|VBD|ROOT|1 it|-|PRON|PRP|dobj|1
"""


def words(parsed: Tree, tokens: tuple[int, ...]) -> list[str]:
    return [parsed.text[token] for token in tokens]


@pytest.mark.parametrize(
    ("table", "verb", "passive", "doers", "undergoers"),
    [
        pytest.param(TOLD, 5, True, [], ["firm"], id="told beside a passive is passive"),
        pytest.param(DIED, 5, False, ["man"], [], id="died beside a passive is not"),
        pytest.param(PERFECT, 2, False, ["He"], [], id="'s said with something said is has said"),
        pytest.param(ORDERED, 5, False, ["bank"], ["branches"], id="an order's deed is its object's"),
        pytest.param(PROMISED, 3, False, ["Norway"], ["branches"], id="a promise's deed is its subject's"),
        pytest.param(CALLED, 4, False, ["Lee"], ["man"], id="of two subjects the pronoun is none"),
    ],
)
def test_people_of_a_verb(table, verb, passive, doers, undergoers):
    parsed = tree(doc(table))
    found = clause(parsed, verb)
    assert found.passive is passive
    assert words(parsed, found.doers) == doers
    assert words(parsed, found.undergoers) == undergoers


def test_parts_of_a_clause():
    parsed = tree(doc(TOLD))
    told = clause(parsed, 5)
    assert (told.link, told.governor, told.complements, told.mark) == ("conjunct", 3, (8,), None)
    assert clause(parsed, 8).mark == 6
    assert [item.verb for item in clauses(parsed)] == [3, 5, 8]
    assert clause(parsed, 5) is told


def test_who_goes_up_to_a_person_if_asked():
    parsed = tree(doc(SPOKESMAN))
    assert parsed.text[antecedent(parsed, 5)] == "port"
    assert parsed.text[antecedent(parsed, 5, lambda token: parsed.text[token] == "spokesman")] == "spokesman"
    assert antecedent(parsed, 4) == 4


def test_extents():
    parsed = tree(doc(SPOKESMAN))
    assert constituent(parsed, 1) == (0, 7)
    assert extent(parsed, 1, PARTICIPANT) == (0, 5)
    assert extent(parsed, 1, MENTION) == (0, 5)
    assert head_of(parsed, 0, 5) == 1


def test_lemmas_that_the_model_cuts_are_put_right():
    assert tree(doc(REPAIRED)).lemma[1] == "stage"
