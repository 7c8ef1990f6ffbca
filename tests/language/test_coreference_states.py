"""What is a state's and what is not: places, branches, owners and rivals."""

from __future__ import annotations

import pytest

from actors import actors, kinds
from factory import make


@pytest.mark.parametrize("noun", ["city", "street", "state", "area"])
def test_a_place_is_not_the_state_named_before(noun):
    doc = make(f"""
    Norway NNP nsubj 2 B-GPE
    voted|vote VBD ROOT 0

    Brekke NNP nsubj 2 B-PERSON
    left|leave VBD ROOT 0
    the DT det 4
    {noun} NN dobj 2
    """)
    assert actors(doc)["Norway"] == ["Norway"]


def test_the_country_is_the_state_named_before():
    doc = make("""
    Norway NNP nsubj 2 B-GPE
    voted|vote VBD ROOT 0

    The DT det 2
    country NN nsubj 3
    voted|vote VBD ROOT 0
    """)
    assert actors(doc)["Norway"] == ["Norway", "The country"]


def test_a_branch_of_the_authorities_is_not_the_state():
    doc = make("""
    Norway NNP nsubj 2 B-GPE
    voted|vote VBD ROOT 0

    Norwegian JJ amod 3 B-NORP
    road NN compound 3
    authorities|authority NNS nsubj 4
    refused|refuse VBD ROOT 0
    """)
    assert "Norwegian road authorities" not in actors(doc)["Norway"]


def test_the_government_of_a_state_is_not_the_state():
    doc = make("""
    The DT det 2
    government NN nsubj 5
    of IN prep 2
    Norway NNP pobj 3 B-GPE
    refused|refuse VBD ROOT 0

    Norwegian JJ amod 2 B-NORP
    authorities|authority NNS nsubj 3
    agreed|agree VBD ROOT 0
    """)
    found = actors(doc)
    assert found["Norway"] == ["Norway"]
    assert found["The government of Norway"] == ["The government of Norway", "Norwegian authorities"]


def test_the_government_of_somebody_else_is_not_the_state_named_before():
    doc = make("""
    Norway NNP nsubj 2 B-GPE
    voted|vote VBD ROOT 0

    Brekke NNP poss 3 B-PERSON
    's POS case 1
    government NN nsubj 4
    fell|fall VBD ROOT 0
    """)
    assert actors(doc)["Norway"] == ["Norway"]


def test_a_place_said_to_be_of_a_name_bears_it():
    doc = make("""
    The DT det 2
    island NN nsubj 5
    of IN prep 2
    Ruvaka NNP pobj 3 B-GPE
    voted|vote VBD ROOT 0
    """)
    assert set(actors(doc)["Ruvaka"]) == {"The island of Ruvaka", "Ruvaka"}


def test_the_company_with_a_name_before_it_bears_that_name():
    doc = make("""
    Nordbank NNP nsubj 2 B-ORG
    left|leave VBD ROOT 0
    the DT det 5
    Haldeno NNP compound 5 B-ORG
    company NN dobj 2
    """)
    assert actors(doc) == {"Nordbank": ["Nordbank"], "Haldeno": ["the Haldeno company", "Haldeno"]}


def test_a_trade_with_an_owner_before_a_name_is_of_that_name():
    doc = make("""
    Norwegian JJ amod 3 B-NORP
    planemaker NN compound 3
    Haldeno NNP nsubj 4 B-ORG
    met|meet VBD ROOT 0
    Nordbank NNP compound 6 B-ORG
    rival NN compound 7
    Fjordline NNP dobj 4 B-ORG
    """)
    found = actors(doc)
    assert found["Nordbank"] == ["Nordbank"]
    assert "Nordbank rival" in found["Fjordline"]
    assert kinds(doc)["Fjordline"] == "Organization"
