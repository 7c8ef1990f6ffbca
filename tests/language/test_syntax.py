"""Clauses of hand-made Docs: whose a verb is, what it is done to, in which voice."""

from __future__ import annotations

import pytest

from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import antecedent
from onrecord.language.syntax.extents import MENTION, NOUN, PARTICIPANT, constituent, extent
from onrecord.language.syntax.phrases import head_of
from onrecord.language.syntax.predication import completion
from onrecord.language.syntax.tree import Tree, tree_of
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
COMPARED = """
Fees|-|NOUN|NNS|nsubj|1 are|be|AUX|VBP|ROOT|1 hard|-|ADJ|JJ|acomp|1 for|-|ADP|IN|prep|2 towns|-|NOUN|NNS|pobj|3
to|-|ADP|IN|prep|4 view|-|NOUN|NN|pobj|5 ,|-|PUNCT|,|punct|4 which|-|PRON|WDT|nsubj|9 explains|explain|VERB|VBZ|relcl|4
fines|-|NOUN|NNS|dobj|9
"""
NOTING = """
The|-|DET|DT|det|1 mayor|-|NOUN|NN|nsubj|2 opened|open|VERB|VBD|ROOT|2 the|-|DET|DT|det|4 bridge|-|NOUN|NN|dobj|2
,|-|PUNCT|,|punct|4 noting|note|VERB|VBG|acl|4 that|-|SCONJ|IN|mark|9 it|-|PRON|PRP|nsubj|9
creaked|creak|VERB|VBD|ccomp|6 .|-|PUNCT|.|punct|2
"""
ISSUED = """
The|-|DET|DT|det|1 firm|-|NOUN|NN|nsubj|2 issued|issue|VERB|VBD|ROOT|2 a|-|DET|DT|det|4 statement|-|NOUN|NN|dobj|2
saying|say|VERB|VBG|acl|4 it|-|PRON|PRP|nsubj|7 closed|close|VERB|VBD|ccomp|5
"""
CUT = """
The|-|DET|DT|det|1 mayor|-|NOUN|NN|ROOT|1

denied|deny|VERB|VBD|ROOT|0 it|-|PRON|PRP|dobj|0 .|-|PUNCT|.|punct|0
"""
QUOTED = """
The|-|DET|DT|det|1 fact|-|NOUN|NN|nsubj|5 counts|count|VERB|VBZ|dep|1 ,|-|PUNCT|,|punct|5 ”|-|PUNCT|''|punct|5
said|say|VERB|VBD|ROOT|5 Capt.|-|PROPN|NNP|nsubj|5 Lee|-|PROPN|NNP|nsubj|5|PERSON
"""
REPORT = """
A|-|DET|DT|det|1 report|-|NOUN|NN|nsubj|4 from|-|ADP|IN|prep|1 Halden|-|PROPN|NNP|nsubj|4|ORG
claims|claim|VERB|VBZ|ROOT|4 it|-|PRON|PRP|nsubj|6 rained|rain|VERB|VBD|ccomp|4
"""
ADDED = """
“|-|PUNCT|``|punct|4 Rain|-|NOUN|NN|dep|4 ,|-|PUNCT|,|punct|4 ”|-|PUNCT|''|punct|4 added|add|VERB|VBD|ROOT|4
another|-|DET|DT|det|6 farmer|-|NOUN|NN|dobj|4 .|-|PUNCT|.|punct|4
"""
SERIES = """
Ann|-|PROPN|NNP|nsubj|5|PERSON ,|-|PUNCT|,|punct|0 Bo|-|PROPN|NNP|appos|0|PERSON and|-|CCONJ|CC|cc|2
Cy|-|PROPN|NNP|conj|2|PERSON voted|vote|VERB|VBD|ROOT|5
"""
SHARES = """
Half|-|NOUN|NN|nsubj|5 ,|-|PUNCT|,|punct|5 most|-|ADJ|JJS|nsubj|5 and|-|CCONJ|CC|cc|2 all|-|PRON|DT|conj|2
say|say|VERB|VBP|ROOT|5 it|-|PRON|PRP|nsubj|7 rained|rain|VERB|VBD|ccomp|5
"""
DISCUSS = """
Serbia|-|PROPN|NNP|nsubj|1|GPE requested|request|VERB|VBD|ROOT|1 a|-|DET|DT|det|3 meeting|-|NOUN|NN|dobj|1
to|-|PART|TO|aux|5 discuss|discuss|VERB|VB|xcomp|1 it|-|PRON|PRP|dobj|5
"""
UNIONS = """
Both|-|CCONJ|CC|preconj|2 mine|-|NOUN|NN|compound|2 unions|union|NOUN|NNS|nsubj|9 of|-|ADP|IN|prep|2
Halden|-|PROPN|NNP|pobj|3|GPE (|-|PUNCT|-LRB-|punct|6 MU|-|PROPN|NNP|appos|2|ORG )|-|PUNCT|-RRB-|punct|6
that|-|PRON|WDT|nsubj|9 left|leave|VERB|VBD|ROOT|9
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
        pytest.param(NOTING, 6, False, ["mayor"], [], id="a participle of saying behind a comma is the clause's"),
        pytest.param(ISSUED, 5, False, ["firm"], [], id="who issues a statement says what it says"),
        pytest.param(CUT, 2, False, ["mayor"], ["it"], id="a subject before a wrong end of sentence"),
        pytest.param(QUOTED, 5, False, ["Lee"], [], id="the subject behind a quotation, the name beside its title"),
        pytest.param(REPORT, 4, False, ["report"], [], id="a noun behind a preposition is no subject"),
        pytest.param(ADDED, 4, False, ["farmer"], [], id="an object behind a quotation is who says it"),
        pytest.param(SERIES, 5, False, ["Ann", "Bo", "Cy"], [], id="people in a series are no appositions"),
        pytest.param(SHARES, 5, False, ["Half", "most", "all"], [], id="a list that the parser took apart"),
        pytest.param(DISCUSS, 5, False, ["Serbia"], ["it"], id="a thing asked for does not speak"),
    ],
)
def test_people_of_a_verb(table, verb, passive, doers, undergoers):
    parsed = tree_of(doc(table))
    found = clause(parsed, verb)
    assert found.passive is passive
    assert words(parsed, found.doers) == doers
    assert words(parsed, found.undergoers) == undergoers


def test_parts_of_a_clause():
    parsed = tree_of(doc(TOLD))
    told = clause(parsed, 5)
    assert (told.link, told.governor, told.complements, told.mark) == ("conjunct", 3, (8,), None)
    assert clause(parsed, 8).mark == 6
    assert clause(parsed, 5) is told


def test_who_goes_up_to_a_person_if_asked():
    parsed = tree_of(doc(SPOKESMAN))
    assert parsed.text[antecedent(parsed, 5)] == "port"
    assert parsed.text[antecedent(parsed, 5, lambda token: parsed.text[token] == "spokesman")] == "spokesman"
    assert antecedent(parsed, 4) == 4


def test_which_after_an_infinitive_for_somebody_stands_for_the_clause():
    assert antecedent(tree_of(doc(COMPARED)), 8) == 8
    assert antecedent(tree_of(doc(COMPARED.replace("to|-|ADP", "near|-|ADP"))), 8) == 4


def test_extents():
    parsed = tree_of(doc(SPOKESMAN))
    assert constituent(parsed, 1) == (0, 7)
    assert extent(parsed, 1, PARTICIPANT) == (0, 5)
    assert extent(parsed, 1, MENTION) == (0, 5)
    assert head_of(parsed, 0, 5) == 1


def test_policies_of_extents():
    parsed = tree_of(doc(UNIONS))
    assert [" ".join(parsed.text[slice(*extent(parsed, 2, policy))]) for policy in (PARTICIPANT, MENTION, NOUN)] == [
        "mine unions of Halden ( MU )",
        "mine unions of Halden",
        "mine unions",
    ]


def test_a_participant_keeps_the_words_that_deny_it():
    parsed = tree_of(doc(UNIONS.replace("Both|-|CCONJ|CC|preconj", "Neither|-|DET|DT|det")))
    assert extent(parsed, 2, PARTICIPANT)[0] == 0
    assert extent(parsed, 2, MENTION)[0] == 1


def test_lemmas_that_the_model_cuts_are_put_right():
    assert tree_of(doc(REPAIRED)).lemma[1] == "stage"


DEMANDED = """
Alder|-|PROPN|NNP|nsubj|1|ORG demanded|demand|VERB|VBD|ROOT|1 access|-|NOUN|NN|dobj|1 to|-|ADP|IN|prep|2
emails|email|NOUN|NNS|pobj|3 ,|-|PUNCT|,|punct|1 chats|chat|NOUN|NNS|npadvmod|1 and|-|CCONJ|CC|cc|6
notes|note|NOUN|NNS|conj|6 ,|-|PUNCT|,|punct|1 Lee|-|PROPN|NNP|nsubj|11|PERSON said|say|VERB|VBD|parataxis|1
"""
ASKED = """
Alder|-|PROPN|NNP|nsubj|1|ORG asked|ask|VERB|VBD|ROOT|1 them|-|PRON|PRP|dobj|1 to|-|PART|TO|aux|4
inform|inform|VERB|VB|xcomp|1 it|-|PRON|PRP|dobj|4 when|-|SCONJ|WRB|advmod|8 crews|crew|NOUN|NNS|nsubj|8
leave|leave|VERB|VBP|advcl|4 .|-|PUNCT|.|punct|1
"""


@pytest.mark.parametrize(
    ("rows", "words"), [(DEMANDED, "access to emails, chats and notes"), (ASKED, "them to inform it when crews leave")]
)
def test_a_predicate_has_the_rest_of_its_list_and_what_is_told(rows, words):
    made = doc(rows)
    ranges = completion(tree_of(made), 1)
    assert " ".join(made[start:end].text for start, end in ranges) == words
