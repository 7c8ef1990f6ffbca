"""Nodes that stand for one actor each: who is a person, who is a body, and whose deeds and words are whose."""

from __future__ import annotations

import pytest

from actors import actors, kinds
from factory import make

LEFT = """
{} NNP nsubj 2 {}
left|leave VBD ROOT 0
. . punct 2

"""


@pytest.mark.parametrize(("address", "kind"), [("Dr", "Person"), ("Cllr", "Person"), ("Fort", "Organization")])
def test_a_form_of_address_makes_a_person_whatever_the_label(address, kind):
    doc = make(f"""
    {address} NNP compound 2 B-ORG
    Moe NNP nsubj 3 I-ORG
    left|leave VBD ROOT 0
    """)
    actors(doc)
    assert set(kinds(doc).values()) == {kind}


@pytest.mark.parametrize(
    ("before", "word", "tag", "kind"),
    [
        ("", "have", "VBP", "Organization"),
        ("", "has", "VBZ", "Person"),
        ("may|may MD aux 4", "have", "VB", "Person"),
    ],
)
def test_a_plural_verb_shows_a_body(before, word, tag, kind):
    verb = 5 if before else 4
    rows = f"""
    Vard NNP compound 2 B-PERSON
    Vardeno NNP nsubj {verb} I-PERSON
    {before.replace("aux 4", "aux 5")}
    {word}|have {tag}|AUX aux {verb}
    signed|sign VBN ROOT 0
    """
    doc = make("\n".join(line for line in rows.splitlines() if line.strip()))
    actors(doc)
    assert kinds(doc) == {"Vard Vardeno": kind}


@pytest.mark.parametrize(("has", "kind"), [("board", "Organization"), ("sister", "Person")])
def test_only_a_body_has_a_board(has, kind):
    doc = make(f"""
    Vardeno NNP poss 3 B-PERSON
    's POS case 1
    {has} NN nsubj 4
    left|leave VBD ROOT 0
    """)
    actors(doc)
    assert kinds(doc)["Vardeno"] == kind


@pytest.mark.parametrize(("pronoun", "kind"), [("which WDT", "Organization"), ("who WP", "Person")])
def test_which_takes_up_no_person(pronoun, kind):
    doc = make(f"""
    Vard NNP compound 2 B-PERSON
    Vardeno NNP nsubj 8 I-PERSON
    , , punct 2
    {pronoun} nsubj 5
    audits|audit VBZ relcl 2
    ships|ship NNS dobj 5
    , , punct 2
    left|leave VBD ROOT 0
    """)
    actors(doc)
    assert kinds(doc)["Vard Vardeno"] == kind


@pytest.mark.parametrize(("town", "kind"), [("Bergen", "Place"), ("Vardeno", "Person")])
def test_a_known_town_that_one_goes_to_is_no_person(town, kind):
    doc = make(f"""
    They PRP nsubj 2
    cancelled|cancel VBD ROOT 0
    trips|trip NNS dobj 2
    to IN prep 3
    {town} NNP pobj 4 B-PERSON
    """)
    actors(doc)
    assert kinds(doc)[town] == kind


def test_a_nickname_in_marks_is_part_of_the_name():
    found = actors(
        make("""
        Ola NNP compound 5 B-PERSON
        “ `` punct 3
        Skip NNP compound 5
        ” '' punct 3
        Lund NNP nsubj 6 B-ORG
        left|leave VBD ROOT 0
        . . punct 6

        Skip NNP nsubj 2 B-PERSON
        sang|sing VBD ROOT 0
        """)
    )
    assert found == {"Ola “Skip” Lund": ["Ola “Skip” Lund", "Skip"]}


@pytest.mark.parametrize(("called", "chains"), [("Federation", 1), ("Vardeno", 2)])
def test_the_last_word_stands_for_the_only_body_called_so(called, chains):
    rows = """
    Dockers NNP compound 2 B-ORG
    Federation NNP nsubj 3 I-ORG
    left|leave VBD ROOT 0
    . . punct 3

    """ + LEFT.format(called, "B-ORG")
    assert len(actors(make(rows))) == chains


BOARD_OF_TRADE = """
Board NNP nsubj 4 B-ORG
of IN prep 1 I-ORG
Trade NNP pobj 2 I-ORG
left|leave VBD ROOT 0
. . punct 4

"""
NATIONAL_BOARD = """
National NNP compound 2 B-ORG
Board NNP nsubj 5 I-ORG
of IN prep 2 I-ORG
Assessment NNP pobj 3 I-ORG
left|leave VBD ROOT 0
. . punct 5

"""


@pytest.mark.parametrize(("before", "chains"), [((NATIONAL_BOARD,), 1), ((BOARD_OF_TRADE, NATIONAL_BOARD), 3)])
def test_the_word_before_of_stands_for_the_only_body_called_so(before, chains):
    assert len(actors(make("".join(before) + LEFT.format("Board", "B-ORG")))) == chains


MR_FALK_LEFT = """
Mr NNP compound 2
Falk NNP nsubj 3 B-PERSON
left|leave VBD ROOT 0
. . punct 3

"""
TEACHER_SAID = """
A DT det 2
teacher NN nsubj 3
said|say VBD ROOT 0
that IN mark 6
he PRP nsubj 6
paid|pay VBD ccomp 3
"""


def test_he_is_who_says_it():
    """However often Mr Falk was named before, it is the teacher who paid."""
    found = actors(make(MR_FALK_LEFT * 6 + TEACHER_SAID))
    assert found["A teacher"] == ["A teacher", "he"]


def test_who_speaks_within_what_another_says_has_not_the_floor():
    """ "He said" is Wayne's, who said it before, and so the "he" of his own words is not Wayne."""
    found = actors(
        make(
            """
            Falk NNP nsubj 2 B-PERSON
            said|say VBD ROOT 0
            that IN mark 6
            Moe NNP nsubj 6 B-PERSON
            would MD aux 6
            tell|tell VB ccomp 2
            jokes|joke NNS dobj 6
            . . punct 2

            “ `` punct 3
            He PRP nsubj 3
            sings|sing VBZ ccomp 6
            ” '' punct 6
            he PRP nsubj 6
            said|say VBD ROOT 0
            """,
            quotations=((8, 12),),
        )
    )
    assert found == {"Falk": ["Falk", "he"], "Moe": ["Moe", "He"]}


def test_a_quotation_after_reported_speech_is_the_same_speakers():
    """The "me" is Falk, who said the sentence before, and so the "he" is somebody else."""
    found = actors(
        make(
            """
            Falk NNP nsubj 2 B-PERSON
            said|say VBD ROOT 0
            that IN mark 5
            Moe NNP nsubj 5 B-PERSON
            pushed|push VBD ccomp 2
            . . punct 2

            “ `` punct 3
            He PRP nsubj 3
            shoved|shove VBD ROOT 0
            me PRP dobj 3
            . . punct 3
            ” '' punct 3
            """,
            quotations=((6, 12),),
        )
    )
    assert found == {"Falk": ["Falk", "me"], "Moe": ["Moe", "He"]}


@pytest.mark.parametrize(("owner", "kind"), [("its", "Organization"), ("his", "Person")])
def test_whoever_has_its_mill_is_a_body(owner, kind):
    doc = make(f"""
    Vard NNP compound 2 B-PERSON
    Vardeno NNP nsubj 3 I-PERSON
    sold|sell VBD ROOT 0
    {owner} PRP$ poss 5
    mill NN dobj 3
    """)
    actors(doc)
    assert kinds(doc)["Vard Vardeno"] == kind


@pytest.mark.parametrize(("verb", "kind"), [("have", "Organization"), ("has", "Person")])
def test_who_have_lost_is_a_team(verb, kind):
    tag = "VBP" if verb == "have" else "VBZ"
    doc = make(f"""
    Vard NNP compound 2 B-PERSON
    Vardeno NNP nsubj 8 I-PERSON
    , , punct 2
    who WP nsubj 6
    {verb}|have {tag}|AUX aux 6
    lost|lose VBN relcl 2
    , , punct 2
    left|leave VBD ROOT 0
    """)
    actors(doc)
    assert kinds(doc)["Vard Vardeno"] == kind


def test_a_noun_of_no_known_kind_that_speaks_makes_no_thing_of_a_person():
    doc = make("""
    The DT det 2
    zorbist NN nsubj 6
    , , punct 2
    Vard NNP compound 5 B-PERSON
    Vardeno NNP appos 2 I-PERSON
    said|say VBD ROOT 0
    so RB advmod 6
    """)
    actors(doc)
    assert set(kinds(doc).values()) == {"Person"}


def test_an_adjective_before_a_noun_is_no_body():
    doc = make("""
    Vardic JJ amod 2 B-ORG
    shoppers|shopper NNS nsubj 3
    left|leave VBD ROOT 0
    """)
    actors(doc)
    assert "Vardic" not in kinds(doc)


def test_a_department_may_be_of_two_areas():
    doc = make("""
    The DT det 2
    Department NNP nsubj 7 B-ORG
    of IN prep 2 I-ORG
    Work NNP pobj 3 I-ORG
    and CC cc 4
    Labour NNP conj 4 B-ORG
    left|leave VBD ROOT 0
    """)
    actors(doc)
    assert any(name.endswith("Department of Work and Labour") for name in kinds(doc))


@pytest.mark.parametrize(("gap", "kind"), [(True, "Place"), (False, "Organization")])
def test_the_place_of_a_dateline_is_a_place(gap, kind):
    rows = """
    VARDENO NNP ROOT 0 B-ORG
    , , punct 1
    May NNP npadvmod 1 B-DATE
    4 CD nummod 3 I-DATE
    - : punct 1
    Prices|price NNS nsubj 7
    fell|fall VBD ROOT 0
    . . punct 7

    Vardeno NNP nsubj 2 B-ORG
    slept|sleep VBD ROOT 0
    """
    doc = make(rows if gap else rows.replace("- :", "and CC"))
    actors(doc)
    assert set(kinds(doc).values()) == {kind}
