"""What the words around a name say of its kind."""

from __future__ import annotations

import pytest

from actors import actors, kinds
from factory import make


def kind_of(rows: str, name: str) -> str:
    doc = make(rows)
    assert name in actors(doc)
    return kinds(doc)[name]


def test_what_is_launched_is_a_product():
    rows = """
    Haldeno NNP nsubj 2 B-ORG
    launched|launch VBD ROOT 0
    Vardeno NNP dobj 2 B-ORG
    """
    assert kind_of(rows, "Vardeno") == "Product"


def test_one_of_many_is_a_product():
    rows = """
    Brekke NNP nsubj 2 B-PERSON
    sold|sell VBD ROOT 0
    a DT det 4
    Vardeno NNP dobj 2 B-ORG
    """
    assert kind_of(rows, "Vardeno") == "Product"


@pytest.mark.parametrize(("rival", "kind"), [("", "Product"), ("rival NN compound 5", "Organization")])
def test_what_a_body_has_is_a_product_unless_it_is_called_otherwise(rival, kind):
    name = 5 if rival else 4
    rows = f"""
    They PRP nsubj 6
    Haldeno NNP poss {name} B-ORG
    's POS case 2
    {rival or "big JJ amod 5"}
    Vardeno NNP nsubjpass 6 B-ORG
    fell|fall VBD ROOT 0
    """.replace("poss 4", "poss 5")
    assert kind_of(rows, "Vardeno") == kind


def test_nobody_is_called_by_an_article_and_one_word():
    rows = """
    The DT det 2
    Vardeno NNP nsubj 3 B-PERSON
    fell|fall VBD ROOT 0
    """
    assert kind_of(rows, "Vardeno") == "Thing"


def test_the_company_is_no_church():
    doc = make("""
    Halden NNP compound 2 B-ORG
    Church NNP nsubj 3 I-ORG
    sued|sue VBD ROOT 0
    Fjordline NNP dobj 3 B-ORG

    The DT det 2
    company NN nsubj 3
    lost|lose VBD ROOT 0
    """)
    assert actors(doc) == {"Halden Church": ["Halden Church"], "Fjordline": ["Fjordline", "The company"]}
    assert kinds(doc) == {"Halden Church": "Organization", "Fjordline": "Company"}


@pytest.mark.parametrize(("word", "kind"), [("company NN", "Company"), ("sunny JJ", "Place")])
def test_a_trade_before_what_the_model_takes_for_a_place_makes_it_a_body(word, kind):
    rows = f"""
    Brekke NNP nsubj 2 B-PERSON
    left|leave VBD ROOT 0
    {word} compound 4
    Ruvaka NNP dobj 2 B-GPE
    """
    assert kind_of(rows, "Ruvaka") == kind


def test_a_person_said_to_be_one_is_no_place_by_the_models_label():
    rows = """
    Ruvaka NNP nsubj 5 B-GPE
    , , punct 1
    a DT det 4
    lawyer NN appos 1
    left|leave VBD ROOT 0
    """
    assert kind_of(rows, "Ruvaka") == "Person"


def test_what_speaks_is_a_body_and_no_place():
    rows = """
    Ruvaka NNP nsubj 2 B-GPE
    denied|deny VBD ROOT 0
    it PRP dobj 2
    """
    assert kind_of(rows, "Ruvaka") == "Organization"


@pytest.mark.parametrize(("verb", "kind"), [("have VBP aux 3", "Group"), ("has VBZ aux 3", "Person")])
def test_the_subject_of_a_plural_verb_is_a_group(verb, kind):
    rows = f"""
    Vardenos NNP nsubj 3 B-PERSON
    {verb}
    won|win VBN ROOT 0
    """
    assert kind_of(rows, "Vardenos") == kind


@pytest.mark.parametrize(("said", "kind"), [("magazine", "Outlet"), ("rally", "Organization")])
def test_a_noun_for_an_outlet_behind_a_name_makes_it_one(said, kind):
    rows = f"""
    She PRP nsubj 2
    praised|praise VBD ROOT 0
    Vardeno NNP compound 4 B-ORG
    {said} NN dobj 2
    """
    assert kind_of(rows, "Vardeno") == kind


@pytest.mark.parametrize(("verb", "kind"), [("said|say", "Person"), ("failed|fail", "Product")])
def test_who_speaks_for_a_body_that_has_a_full_name_is_a_person(verb, kind):
    rows = f"""
    Haldeno NNP poss 4 B-ORG
    's POS case 1
    Chris NNP compound 4 B-PRODUCT
    Vardeno NNP nsubj 5 I-PRODUCT
    {verb} VBD ROOT 0
    so RB advmod 5
    """
    assert kind_of(rows, "Chris Vardeno") == kind


@pytest.mark.parametrize(("noun", "kind"), [("novel", "Product"), ("aide", "Person")])
def test_a_work_before_what_would_be_a_full_name_makes_a_product_of_it(noun, kind):
    rows = f"""
    She PRP nsubj 2
    praised|praise VBD ROOT 0
    her PRP$ poss 6
    {noun} NN compound 6
    Angel NNP compound 6 B-PERSON
    Vardeno NNP dobj 2 I-PERSON
    . . punct 2
    """
    assert kind_of(rows, "Angel Vardeno") == kind


@pytest.mark.parametrize(("noun", "kind"), [("town", "Place"), ("clerk", "Person")])
def test_what_is_called_a_town_beside_its_comma_is_a_place(noun, kind):
    rows = f"""
    They PRP nsubj 2
    reached|reach VBD ROOT 0
    Vardeno NNP dobj 2 B-PERSON
    , , punct 3
    a DT det 7
    small JJ amod 7
    {noun} NN appos 3
    . . punct 2
    """
    assert kind_of(rows, "Vardeno") == kind


@pytest.mark.parametrize(("noun", "kind"), [("show", "Outlet"), ("website", "Organization")])
def test_what_is_said_on_its_own_site_makes_no_outlet_of_a_body(noun, kind):
    rows = f"""
    She PRP nsubj 2
    said|say VBD ROOT 0
    on IN prep 2
    Haldeno NNP poss 6 B-ORG
    's POS case 4
    {noun} NN pobj 3
    . . punct 2
    """
    assert kind_of(rows, "Haldeno") == kind


@pytest.mark.parametrize(("number", "kind"), [("three CD nummod 4", "Product"), ("many JJ amod 4", "Organization")])
def test_what_is_counted_in_the_plural_and_named_in_the_singular_is_a_product(number, kind):
    rows = f"""
    They PRP nsubj 2
    bought|buy VBD ROOT 0
    {number}
    Vardenos NNPS dobj 2 B-ORG
    . . punct 2

    The DT det 2
    Vardeno NNP nsubj 3 B-ORG
    failed|fail VBD ROOT 0
    . . punct 3
    """
    assert kind_of(rows, "Vardenos") == kind


@pytest.mark.parametrize(("again", "kept"), [("Harbour", 2), ("River", 1)])
def test_who_is_quoted_again_by_the_same_words_is_one_group(again, kept):
    rows = f"""
    Harbour NN compound 2
    pilots|pilot NNS nsubj 3
    say|say VBP ROOT 0
    so RB advmod 3
    . . punct 3

    So RB advmod 4
    {again.lower()} NN compound 3
    pilots|pilot NNS nsubj 4
    say|say VBP ROOT 0
    . . punct 4
    """
    assert len(actors(make(rows))["Harbour pilots"]) == kept


def test_of_singular_and_plural_a_name_is_the_one_printed_most_often():
    rows = """
    They PRP nsubj 2
    bought|buy VBD ROOT 0
    three CD nummod 4
    Vardenos NNPS dobj 2 B-ORG
    . . punct 2
    """
    again = """

    The DT det 2
    Vardeno NNP nsubj 3 B-ORG
    failed|fail VBD ROOT 0
    . . punct 3
    """
    found = actors(make(rows.rstrip() + again.rstrip() + again.rstrip()))
    assert found["Vardeno"] == ["three Vardenos", "The Vardeno", "The Vardeno"]
