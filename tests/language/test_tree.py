"""The lists of a Tree say what the Doc says."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from factory import make
from onrecord.language.syntax.tree import tree_of

NLP = spacy.blank("en")


ORDERED = """
Halden NNP nsubj 2 B-ORG
ordered|order VBD ROOT 0
all DT det 4
firms|firm NNS nsubj 6
to TO aux 6
stop VB ccomp 2
. . punct 2

They PRP nsubj 2
refused|refuse VBD ROOT 0
. . punct 2
"""


def test_lists() -> None:
    doc = make(ORDERED)
    found = tree_of(doc)
    assert found.text == [token.text for token in doc]
    assert found.lemma[0] == "halden"
    assert found.head == [token.head.i for token in doc]
    assert found.ent[0] == "ORG"
    assert found.ent_begin[0]
    assert found.sents == [(0, 7), (7, 10)]
    assert found.sent == [0] * 7 + [1] * 3
    assert (found.left_edge[5], found.right_edge[5]) == (2, 5)
    assert found.subtree(5) == [2, 3, 4, 5]
    assert found.child(5, "nsubj") == 3
    assert found.child(5, "dobj") is None
    assert found.kids(1, "nsubj", "ccomp") == [0, 5]
    assert [doc.text[a:b] for a, b in zip(found.start, found.end, strict=True)] == found.text


def test_an_empty_doc_is_an_empty_tree() -> None:
    assert len(tree_of(Doc(NLP.vocab))) == 0


@given(st.data(), st.integers(1, 12))
def test_edges_and_heads_agree_with_spacy_for_any_tree(data: st.DataObject, count: int) -> None:
    heads = [data.draw(st.integers(0, index)) for index in range(count)]
    doc = Doc(NLP.vocab, words=["x"] * count, heads=heads, deps=["dep"] * count)
    found = tree_of(doc)
    for token in doc:
        assert found.head[token.i] == token.head.i
        assert found.subtree(token.i) == sorted(item.i for item in token.subtree)


def test_a_deep_tree_does_not_overflow() -> None:
    count = 20_000
    doc = Doc(NLP.vocab, words=["x"] * count, heads=[max(0, i - 1) for i in range(count)], deps=["dep"] * count)
    found = tree_of(doc)
    assert [found.right_edge[start] for start, _ in found.sents] == [end - 1 for _, end in found.sents]


@pytest.mark.parametrize("text", ["", " ", "One two.\n\nThree."])
def test_an_unparsed_doc(text: str) -> None:
    found = tree_of(NLP.make_doc(text))
    assert found.head == list(range(len(found)))


def test_the_same_doc_has_one_tree_until_its_annotations_change():
    doc = make("Fjordline NNP nsubj 2\nsank VBD ROOT 0")
    first = tree_of(doc)
    assert tree_of(doc) is first
    doc[0].lemma_ = "fjord"
    assert tree_of(doc).lemma[0] == "fjord"
    assert tree_of(make("Fjordline NNP nsubj 2\nsank VBD ROOT 0")) is not first


FOCUSED = """
Alder NNP nsubj 2 B-ORG
is|be VBZ|AUX ROOT 0
a DT det 4
firm NN attr 2
focused|focus VBD acl 4
on IN prep 5
maps|map NNS pobj 6
"""
ANNOUNCED = """
The DT det 2
firm NN nsubj 10
, , punct 2
Alder NNP appos 2 B-ORG
announced|announce VBN acl 2
that IN mark 8
it PRP nsubj 8
closed|close VBD ccomp 5
Lund NNP nsubj 10 B-PERSON
left|leave VBD ROOT 0
"""
WARNED = ANNOUNCED.replace("announced|announce", "warned|warn")
KILLED = """
An DT det 2
outbreak NN pobj 0
killed|kill VBD acl 2
a DT det 5
couple NN dobj 3
"""


@pytest.mark.parametrize(
    ("rows", "verb", "tag"),
    [(FOCUSED, 4, "VBN"), (ANNOUNCED, 4, "VBD"), (WARNED, 4, "VBN"), (KILLED, 2, "VBD")],
)
def test_tags_that_contradict_the_parse_are_put_right(rows: str, verb: int, tag: str) -> None:
    assert tree_of(make(rows)).tag[verb] == tag


FOUGHT = """
Lund NNP nsubj 2 B-PERSON
told|tell VBD ROOT 0
the DT det 4
paper NN dobj 2
that WDT dobj 7
he PRP nsubj 7
fought|fight VBD relcl 4
with IN prep 7
guards|guard NNS pobj 8
"""


@pytest.mark.parametrize(
    ("rows", "head", "dep"),
    [
        (FOUGHT, 1, "ccomp"),
        (FOUGHT.replace("paper NN", "story NN"), 3, "relcl"),
        (FOUGHT.replace("told|tell", "bought|buy"), 3, "relcl"),
    ],
)
def test_what_a_listener_is_told_is_no_relative_clause(rows: str, head: int, dep: str) -> None:
    tree = tree_of(make(rows))
    assert (tree.head[6], tree.dep[6]) == (head, dep)
