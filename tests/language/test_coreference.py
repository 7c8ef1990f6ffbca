from __future__ import annotations

from actors import actors, kinds
from factory import make
from onrecord.language import annotations as ann
from onrecord.language.coreference import link_mentions
from onrecord.language.mentions import find_mentions


def test_apposition_short_name_and_pronoun_are_one_person():
    doc = make("""
    Ada NNP compound 2 B-PERSON
    Brekke NNP nsubj 9 I-PERSON
    , , punct 2
    a DT det 5
    spokeswoman NN appos 2
    for IN prep 5
    Fjordline NNP pobj 6 B-ORG
    , , punct 2
    resigned VBD ROOT 0

    Brekke NNP nsubj 2 B-PERSON
    said VBD ROOT 0
    she PRP nsubj 5
    was VBD aux 5
    leaving VBG ccomp 2
    """)
    found = actors(doc)
    assert set(found["Ada Brekke"]) >= {"Ada Brekke", "a spokeswoman for Fjordline", "Brekke", "she"}
    assert found["Fjordline"] == ["Fjordline"]
    assert kinds(doc)["Ada Brekke"] == "Person"


def test_two_names_set_side_by_side_stay_two():
    doc = make("""
    Fjordline NNP nsubj 7 B-ORG
    , , punct 1
    Haldeno NNP appos 1 B-ORG
    and CC cc 3
    Nordbank NNP conj 3 B-ORG
    , , punct 1
    closed VBD ROOT 0
    """)
    assert set(actors(doc)) == {"Fjordline", "Haldeno", "Nordbank"}


def test_an_acronym_is_bound_to_its_long_form():
    doc = make("""
    Halden NNP compound 3 B-ORG
    Rivers NNPS compound 3 I-ORG
    Foundation NNP nsubj 4 I-ORG
    sued VBD ROOT 0

    HRF NNP nsubj 2 B-ORG
    lost VBD ROOT 0
    """)
    assert actors(doc) == {"Halden Rivers Foundation": ["Halden Rivers Foundation", "HRF"]}
    assert kinds(doc) == {"Halden Rivers Foundation": "CivilSocietyOrganization"}


def test_a_product_is_not_its_maker():
    doc = make("""
    Haldeno NNP nsubj 2 B-ORG
    sells VBZ ROOT 0
    Haldeno NNP compound 4 B-ORG
    Phone NNP dobj 2 I-ORG
    """)
    assert set(actors(doc)) == {"Haldeno", "Haldeno Phone"}
    assert kinds(doc) == {"Haldeno": "Company", "Haldeno Phone": "Product"}


def test_the_company_takes_up_the_company_and_not_the_person():
    doc = make("""
    Ada NNP compound 2 B-PERSON
    Brekke NNP nsubj 3 I-PERSON
    left VBD ROOT 0
    Fjordline NNP dobj 3 B-ORG

    The DT det 2
    company NN nsubj 3
    closed VBD ROOT 0
    """)
    assert actors(doc)["Fjordline"] == ["Fjordline", "The company"]


def test_a_government_is_a_body_and_not_its_state():
    doc = make("""
    The DT det 3
    Norwegian JJ amod 3 B-NORP
    government NN nsubj 4
    met VBD ROOT 0

    Norway NNP nsubj 2 B-GPE
    agreed VBD ROOT 0

    The DT det 2
    government NN nsubj 3
    paid VBD ROOT 0
    """)
    assert actors(doc) == {
        "The Norwegian government": ["The Norwegian government", "The government"],
        "Norway": ["Norway"],
    }
    assert kinds(doc) == {"The Norwegian government": "GovernmentBody", "Norway": "State"}
    assert [value.get("of_state") for value in ann.attrs(doc, ann.MENTIONS).values()] == ["NO", None]


def test_officials_of_a_state_are_unnamed_people_of_it():
    doc = make("Norwegian JJ amod 2 B-NORP\nofficials|official NNS nsubj 3\nagreed VBD ROOT 0")
    found = actors(doc)
    assert found["Norwegian officials"] == ["Norwegian officials"]
    assert kinds(doc)["Norwegian officials"] == "Group"
    assert not next(iter(ann.attrs(doc, ann.MENTIONS).values()))["named"]


def test_a_group_has_its_listed_members_and_they_have_its_kind():
    doc = make("""
    Three CD nummod 2
    operators|operator NNS nsubj 9
    – : punct 2
    Nordtel NNP appos 2
    , , punct 4
    Fjordtel NNP conj 4 B-GPE
    and CC cc 6
    Haltel NNP conj 6
    agreed VBD ROOT 0
    """)
    link_mentions(find_mentions(doc))
    values = ann.attrs(doc, ann.MENTIONS)
    text = doc.text
    by_name = {text[slice(*value["name"])]: (key, value) for key, value in values.items()}
    group = by_name["Three operators"][1]
    assert group["type"] == "Group"
    assert group["members"] == [by_name[name][0] for name in ("Nordtel", "Fjordtel", "Haltel")]
    assert {by_name[name][1]["type"] for name in ("Nordtel", "Fjordtel", "Haltel")} == {"Company"}


def test_i_is_the_speaker_and_we_the_body_spoken_for():
    doc = make(
        """
        “ `` punct 8
        I PRP nsubj 3
        know VBP ccomp 8
        we PRP nsubj 5
        lost VBD ccomp 3
        , , punct 8
        ” '' punct 8
        said VBD ROOT 0
        Fjordline NNP compound 11 B-ORG
        president NN compound 11
        Brekke NNP nsubj 8 B-PERSON
        """,
        quotations=((0, 7),),
    )
    found = actors(doc)
    assert "I" in found["Brekke"]
    assert "we" in found["Fjordline"]


def test_a_person_introduced_by_as_is_the_subject():
    doc = make("""
    Ada NNP compound 2 B-ORG
    Brekke NNP nsubj 3 I-ORG
    smiled VBD ROOT 0

    As IN prep 7
    spokeswoman NN pobj 1
    of IN prep 2
    Fjordline NNP pobj 3 B-ORG
    , , punct 7
    she PRP nsubj 7
    resigned VBD ROOT 0
    """)
    found = actors(doc)
    assert set(found["Ada Brekke"]) == {"Ada Brekke", "spokeswoman of Fjordline", "she"}
    assert kinds(doc)["Ada Brekke"] == "Person"


def test_pronouns_and_bare_nouns_are_no_actors():
    assert actors(make("It PRP nsubj 2\nrained VBD ROOT 0\n\nThey PRP nsubj 2\nlost VBD ROOT 0\nhope NN dobj 2")) == {}


def test_it_of_a_clause_stands_for_nothing():
    doc = make("""
    Fjordline NNP nsubj 2 B-ORG
    closed VBD ROOT 0

    It PRP nsubj 2
    is|be VBZ ROOT 0
    likely JJ acomp 2
    that IN mark 6
    she PRP nsubj 6
    knew VBD ccomp 2
    """)
    assert actors(doc) == {"Fjordline": ["Fjordline"]}


def test_a_pronoun_is_not_the_other_argument_of_its_verb():
    doc = make("""
    Nordbank NNP nsubj 2 B-ORG
    fell VBD ROOT 0

    Fjordline NNP nsubj 2 B-ORG
    bought|buy VBD ROOT 0
    it PRP dobj 2
    """)
    assert actors(doc)["Nordbank"] == ["Nordbank", "it"]


def test_what_bodies_do_not_do_is_done_by_something_else():
    rows = """
    Nordbank NNP nsubj 2 B-ORG
    fell VBD ROOT 0

    It PRP nsubj 2
    {} VBD ROOT 0
    """
    assert actors(make(rows.format("sued|sue")))["Nordbank"] == ["Nordbank", "It"]
    assert actors(make(rows.format("said|say")))["Nordbank"] == ["Nordbank", "It"]
    assert actors(make(rows.format("glowed|glow")))["Nordbank"] == ["Nordbank"]


def test_the_source_is_the_unnamed_official():
    doc = make("""
    An DT det 3
    senior JJ amod 3
    official NN nsubj 4
    spoke VBD ROOT 0

    The DT det 2
    source NN nsubj 3
    left VBD ROOT 0
    """)
    assert actors(doc) == {"An senior official": ["An senior official", "The source"]}


PAIR = """
Fjordline NNP nsubj 4 B-ORG
and CC cc 1
Nordbank NNP conj 1 B-ORG
met VBD ROOT 0

The DT det 2
{which} JJ nsubj 3
refused VBD ROOT 0
"""


def test_the_former_and_the_latter():
    assert actors(make(PAIR.format(which="former")))["Fjordline"] == ["Fjordline", "The former"]
    assert actors(make(PAIR.format(which="latter")))["Nordbank"] == ["Nordbank", "The latter"]


def test_a_forename_tells_he_from_she():
    doc = make("""
    Susan NNP compound 2 B-PERSON
    Halden NNP nsubj 3 I-PERSON
    met VBD ROOT 0
    Steven NNP compound 5 B-PERSON
    Brekke NNP dobj 3 I-PERSON

    He PRP nsubj 2
    left VBD ROOT 0
    """)
    assert actors(doc)["Steven Brekke"] == ["Steven Brekke", "He"]


def test_a_block_quotation_after_a_colon_is_the_speakers():
    doc = make(
        """
        Ada NNP compound 2 B-PERSON
        Brekke NNP nsubj 3 I-PERSON
        wrote VBD ROOT 0
        : : punct 3

        I PRP nsubj 2
        left VBD ROOT 0
        """,
        quotations=((4, 6),),
    )
    assert "I" in actors(doc)["Ada Brekke"]


def test_a_description_that_says_more_is_somebody_else():
    rows = """
    A DT det 3
    senior JJ amod 3
    pilot NN nsubj 4
    spoke VBD ROOT 0

    The DT det 3
    {which} JJ amod 3
    pilot NN nsubj 4
    left VBD ROOT 0
    """
    assert actors(make(rows.format(which="senior"))) == {"A senior pilot": ["A senior pilot", "The senior pilot"]}
    assert set(actors(make(rows.format(which="Danish")))) == {"A senior pilot", "The Danish pilot"}


def test_what_speaks_is_an_actor():
    assert actors(make("The DT det 2\nsurvey NN nsubj 3\nsays|say VBZ ROOT 0")) == {"The survey": ["The survey"]}
    assert actors(make("The DT det 2\nhope NN nsubj 3\nfades|fade VBZ ROOT 0")) == {}


def test_a_capital_that_acts_is_its_government_and_one_that_something_is_in_is_a_place():
    rows = """
    Norway NNP nsubj 2 B-GPE
    agreed VBD ROOT 0

    Oslo NNP nsubj 2 B-GPE
    paid VBD ROOT 0
    """
    assert actors(make(rows)) == {"Norway": ["Norway", "Oslo"]}
    stayed = "\n\nShe PRP nsubj 2\nstayed VBD ROOT 0\nin IN prep 2\nOslo NNP pobj 3 B-GPE"
    assert set(actors(make(rows.rstrip() + stayed))) == {"Norway", "Oslo"}


def test_the_name_is_the_full_one():
    doc = make("""
    Brekke NNP nsubj 2 B-PERSON
    left VBD ROOT 0

    Minister NNP compound 3
    Ada NNP compound 3 B-PERSON
    Brekke NNP nsubj 4 I-PERSON
    resigned VBD ROOT 0
    """)
    assert set(actors(doc)["Ada Brekke"]) == {"Brekke", "Minister Ada Brekke", "Minister", "Ada Brekke"}


def test_forename_or_age_make_a_person():
    doc = make("Susan NNP compound 2 B-ORG\nBrekke NNP nsubj 3 I-ORG\nleft VBD ROOT 0")
    assert "Susan Brekke" in actors(doc)
    assert kinds(doc)["Susan Brekke"] == "Person"
    doc = make("""
    Adda NNP compound 2 B-ORG
    Brekke NNP nsubj 6 I-ORG
    , , punct 2
    63 CD appos 2
    , , punct 2
    left VBD ROOT 0
    """)
    actors(doc)
    assert kinds(doc)["Adda Brekke"] == "Person"


def test_the_police_are_one_body():
    doc = make("Police NNS nsubj 2\nleft VBD ROOT 0\n\nThe DT det 2\npolice NNS nsubj 3\nreturned VBD ROOT 0")
    assert list(actors(doc).values()) == [["Police", "The police"]]


def test_who_is_the_person_and_not_the_body_in_between():
    doc = make("""
    An DT det 3
    unnamed JJ amod 3
    official NN nsubj 12
    at IN prep 3
    Nordbank NNP pobj 4 B-ORG
    , , punct 5
    who WP nsubj 8
    wanted VBD relcl 5
    a DT det 10
    rise NN dobj 8
    , , punct 3
    resigned VBD ROOT 0
    """)
    assert "who" in actors(doc)["An unnamed official at Nordbank"]


def test_the_object_of_a_clause_is_not_its_silent_subject():
    doc = make("""
    Nordbank NNP nsubj 2 B-ORG
    wrote VBD ROOT 0
    to IN prep 2
    firms NNS pobj 3
    , , punct 2
    urging VBG advcl 2
    them PRP dobj 6
    to TO aux 9
    wait VB xcomp 6
    """)
    assert "them" not in actors(doc)["Nordbank"]


def test_a_name_with_a_possessive_in_it_is_the_name_without_and_one_thing():
    doc = make("""
    Haldeno NNP poss 4 B-ORG
    's POS case 1
    enterprise NN compound 4
    services|service NNS nsubj 5
    closed|close VBD ROOT 0

    Brekke NNP nsubj 2 B-PERSON
    liked|like VBD ROOT 0
    Haldeno NNP compound 5 B-PRODUCT
    Enterprise NNP compound 5 I-PRODUCT
    Services NNPS dobj 2 I-PRODUCT

    It PRP nsubj 2
    ended|end VBD ROOT 0
    """)
    names = ["Haldeno's enterprise services", "Haldeno Enterprise Services"]
    assert actors(doc)["Haldeno Enterprise Services"] == [*names, "It"]


CAR = """
Haldeno NNP nsubj 2 B-ORG
sold|sell VBD ROOT 0
a DT det 6
Haldeno NNP compound 6 B-ORG
Harbour NNP compound 6 I-ORG
Roadster NNP dobj 2 I-ORG
"""


def test_what_stands_behind_an_indefinite_article_is_no_longer_name_of_its_maker():
    assert set(actors(make(CAR))) == {"Haldeno", "Haldeno Harbour Roadster"}
    assert set(actors(make(CAR.replace("a DT det", "the DT det")))) == {"Haldeno Harbour Roadster"}
