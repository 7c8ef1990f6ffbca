"""Whom "they" stands for, and the people named by number or nationality only."""

from __future__ import annotations

import pytest

from actors import actors, kinds
from factory import make
from onrecord.language import annotations as ann


def members(doc):
    values = ann.attrs(doc, ann.MENTIONS)
    name = {key: doc.text[slice(*value["name"])] for key, value in values.items()}
    return {name[key]: [name[other] for other in value["members"]] for key, value in values.items() if value["members"]}


def test_they_are_the_officials_and_not_the_paper_they_told():
    doc = make("""
    Officials|official NNS nsubj 6
    at IN prep 1
    two CD pobj 2
    of IN prep 3
    operators|operator NNS pobj 4
    told|tell VBD ROOT 0
    Haldener NNP dobj 6 B-ORG
    that IN mark 11
    they PRP nsubjpass 11
    were VBD auxpass 11
    warned|warn VBN ccomp 6
    """)
    found = actors(doc)
    assert "they" in found["Officials at two of operators"]
    assert found["Haldener"] == ["Haldener"]
    assert kinds(doc)["Officials at two of operators"] == "Group"


def test_a_subject_cut_off_by_the_parser_is_still_the_subject():
    doc = make("""
    Officials|official NNS ROOT 0
    at IN prep 1
    the DT det 4
    port NN pobj 2

    told|tell VBD ROOT 0
    Haldener NNP dobj 1 B-ORG
    they PRP nsubj 4
    agreed|agree VBD ccomp 1
    """)
    assert "they" in actors(doc)["Officials at the port"]


@pytest.mark.parametrize(("pronoun", "taker"), [("they", "Haldeno"), ("it", "Haldeno")])
def test_one_body_takes_they_where_nothing_plural_competes(pronoun, taker):
    doc = make(f"""
    Haldeno NNP nsubj 2 B-ORG
    said|say VBD ROOT 0
    {pronoun} PRP nsubj 5
    would MD aux 5
    sue VB ccomp 2
    """)
    assert actors(doc)[taker] == ["Haldeno", pronoun]


def test_a_body_owns_their_in_its_own_clause_though_people_stand_near():
    doc = make("""
    Some DT det 2
    customers|customer NNS nsubj 3
    complained|complain VBD ROOT 0

    Haldeno NNP nsubj 2 B-ORG
    sold|sell VBD ROOT 0
    their PRP$ poss 4
    ships|ship NNS dobj 2
    """)
    assert "their" in actors(doc)["Haldeno"]


@pytest.mark.parametrize("pronoun", ["it", "its"])
def test_it_is_never_a_person_or_people(pronoun):
    doc = make(f"""
    Officials|official NNS nsubj 5
    at IN prep 1
    the DT det 4
    port NN pobj 2
    met|meet VBD ROOT 0
    Ada NNP compound 7 B-PERSON
    Brekke NNP dobj 5 I-PERSON

    {pronoun} PRP nsubj 2
    failed|fail VBD ROOT 0
    """)
    assert actors(doc) == {"Officials at the port": ["Officials at the port"], "Ada Brekke": ["Ada Brekke"]}


def test_whom_a_letter_informs_are_people_and_not_letters():
    doc = make("""
    Haldeno NNP nsubj 2 B-ORG
    sent|send VBD ROOT 0
    letters|letter NNS dobj 2
    to IN prep 3
    local JJ amod 6
    suppliers|supplier NNS pobj 4
    , , punct 2
    informing|inform VBG advcl 2
    them PRP dobj 8
    """)
    assert "them" in actors(doc)["local suppliers"]


def test_two_bodies_that_they_takes_up_are_a_group_of_both():
    doc = make("""
    Haldeno NNP nsubj 4 B-ORG
    and CC cc 1
    Nordbank NNP conj 1 B-ORG
    said|say VBD ROOT 0
    they PRP nsubj 7
    would MD aux 7
    sue VB ccomp 4
    """)
    assert actors(doc) == {
        "Haldeno and Nordbank": ["Haldeno and Nordbank", "they"],
        "Haldeno": ["Haldeno"],
        "Nordbank": ["Nordbank"],
    }
    assert members(doc) == {"Haldeno and Nordbank": ["Haldeno", "Nordbank"]}
    assert kinds(doc)["Haldeno and Nordbank"] == "Group"


def test_two_bodies_that_nothing_takes_up_are_no_group():
    doc = make("""
    Haldeno NNP nsubj 4 B-ORG
    and CC cc 1
    Nordbank NNP conj 1 B-ORG
    sued|sue VBD ROOT 0
    """)
    assert set(actors(doc)) == {"Haldeno", "Nordbank"}


def test_two_posts_of_one_person_are_no_group():
    doc = make("""
    The DT det 2
    founder NN nsubj 5
    and CC cc 2
    chairman NN conj 2
    said|say VBD ROOT 0
    they PRP nsubj 7
    agreed|agree VBD ccomp 5
    """)
    assert members(doc) == {}
    assert not any("they" in texts for texts in actors(doc).values())


def test_they_may_be_anybody():
    doc = make("""
    If IN mark 3
    someone NN nsubj 3
    calls|call VBZ advcl 9
    Haldeno NNP dobj 3 B-ORG
    , , punct 9
    they PRP nsubj 9
    must MD aux 9
    n't RB neg 9
    wait VB ROOT 0
    """)
    assert actors(doc) == {"Haldeno": ["Haldeno"]}


def test_a_number_of_people_is_a_group_of_its_own():
    doc = make("""
    Two CD nsubj 5
    of IN prep 1
    the DT det 4
    operators|operator NNS pobj 2
    refused|refuse VBD ROOT 0

    Others|other NNS nsubj 2
    demanded|demand VBD ROOT 0
    refunds|refund NNS dobj 2
    """)
    found = actors(doc)
    assert found["Two of the operators"] == ["Two of the operators"]
    assert found["Others"] == ["Others"]
    assert kinds(doc)["Two of the operators"] == kinds(doc)["Others"] == "Group"


def test_some_that_does_not_speak_is_no_actor():
    doc = make("""
    Some DT nsubj 2
    were|be VBD ROOT 0
    red JJ acomp 2
    """)
    assert actors(doc) == {}


def test_people_of_a_nation_are_not_its_state():
    doc = make("""
    Norwegian JJ amod 2 B-NORP
    applicants|applicant NNS nsubj 3
    sued|sue VBD ROOT 0
    Norway NNP dobj 3 B-GPE

    Norwegians NNPS nsubj 2 B-NORP
    protested|protest VBD ROOT 0

    Thousands|thousand NNS nsubj 4
    of IN prep 1
    Danes|dane NNPS pobj 2 B-NORP
    fled|flee VBD ROOT 0

    The DT det 3
    Norwegian JJ amod 3 B-NORP
    government NN nsubj 4
    refused|refuse VBD ROOT 0
    """)
    found = actors(doc)
    assert found["Norway"] == ["Norway"]
    assert found["The Norwegian government"] == ["The Norwegian government"]
    assert found["Norwegian applicants"] == ["Norwegian applicants"]
    assert found["Thousands of Danes"] == ["Thousands of Danes"]
    values = {doc.text[slice(*value["name"])]: value for value in ann.attrs(doc, ann.MENTIONS).values()}
    people = ("Norwegian applicants", "Norwegians", "Thousands of Danes")
    assert [(values[name]["type"], values[name]["named"]) for name in people] == [("Group", False)] * 3
    assert (values["Norway"]["type"], values["Norway"]["named"]) == ("State", True)


def test_a_root_that_is_called_an_object_ends_the_search_for_whom_who_is():
    doc = make("""
    Lundby NNP pobj 0 B-GPE
    , , punct 1
    who WP nsubj 4
    left|leave VBD relcl 1
    . . punct 1
    """)
    assert "Lundby" in actors(doc)


def test_a_plural_that_the_tagger_takes_for_a_singular_is_several():
    doc = make("""
    Wild JJ amod 2
    fanatics NN nsubj 3
    marched|march VBD ROOT 0
    . . punct 3

    They PRP nsubj 2
    sang|sing VBD ROOT 0
    """)
    assert actors(doc) == {"Wild fanatics": ["Wild fanatics", "They"]}
