"""The table of attribute rules writes what the model's own ruler writes."""

import pytest
import spacy
from spacy.tokens import Doc

from onrecord.language import factories  # noqa: F401  # registers the component
from onrecord.language.load import as_shipped
from onrecord.language.syntax.attribute_rules import TabledRuler, use_table
from onrecord.settings import DEFAULT_MODEL

TEXTS = [
    "Ida Falk gets what she wants; her brother got nothing, and they ain't talking.\n\nY'all didn't do nothin'.",
    "There's a clerk who'd have done it. You saw it, it saw you, and she told me that it had rained  twice.",
    "The co-founder has had two offices to let, and it 's the one that does the work: have a look at that.",
    "Gon na go, 'cause I'm better than that, and that is that. \n Which of these do they do?",
]


def written(doc):
    return [(token.tag_, token.dep_, token.pos_, str(token.morph), token.lemma_) for token in doc]


def test_the_model_s_rules_write_the_same_from_the_table():
    stock, tabled = as_shipped(DEFAULT_MODEL), as_shipped(DEFAULT_MODEL)
    use_table(tabled)
    assert isinstance(tabled.get_pipe("attribute_ruler"), TabledRuler)
    assert tabled.pipe_names == stock.pipe_names
    for text in [*TEXTS, *TEXTS, ""]:
        assert written(tabled(text)) == written(stock(text))


def ruled(patterns):
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add_patterns(patterns)
    return nlp


def test_rules_for_two_words_and_expressions_take_their_turn_among_the_others():
    patterns = [
        {"patterns": [[{"LOWER": "did"}, {"LOWER": {"REGEX": "^n[o']t$"}}]], "attrs": {"POS": "AUX"}, "index": 0},
        {"patterns": [[{"LOWER": {"IN": ["did", "had"]}}]], "attrs": {"POS": "VERB", "LEMMA": "do"}, "index": 0},
        {"patterns": [[{"LOWER": "had"}, {"LOWER": "not"}]], "attrs": {"POS": "PART"}, "index": -1},
    ]
    nlp, same = ruled(patterns), ruled(patterns)
    use_table(nlp)
    text = "She did not , he had not , did n't it"
    assert written(nlp(text)) == written(same(text))
    made = nlp(Doc(nlp.vocab, words=["had", "not", "did", "not"]))
    assert [(token.pos_, token.lemma_) for token in made] == [("VERB", "do"), ("PART", ""), ("VERB", "do"), ("", "")]


def test_what_stood_on_a_token_before_stays_if_no_rule_writes_it():
    nlp = ruled([{"patterns": [[{"TAG": "NN"}]], "attrs": {"POS": "NOUN"}, "index": 0}])
    use_table(nlp)
    doc = Doc(nlp.vocab, words=["fares", "fares"], tags=["NN", "VBZ"], lemmas=["fare", "fare"])
    assert [(token.pos_, token.lemma_) for token in nlp(doc)] == [("NOUN", "fare"), ("", "fare")]


@pytest.mark.parametrize("attrs", [{"NORM": "do"}, {"LEMMA": "do", "NORM": "do"}])
def test_rules_that_write_something_else_stay_with_the_ruler_that_they_came_with(attrs):
    nlp = ruled([{"patterns": [[{"LOWER": "did"}]], "attrs": attrs, "index": 0}])
    use_table(nlp)
    assert not isinstance(nlp.get_pipe("attribute_ruler"), TabledRuler)
