"""Pronouns and descriptions that could stand for several people: for the likelier one, or in doubt for nobody."""

from __future__ import annotations

import pytest

from actors import actors
from factory import make

TWO_MEN = """
Otto NNP compound 2 B-PERSON
Falk NNP nsubj 3 I-PERSON
visited|visit VBD ROOT 0
Tom NNP compound 5 B-PERSON
Brekke NNP dobj 3 I-PERSON
. . punct 3

"""
ONE_MAN = """
Otto NNP compound 2 B-PERSON
Falk NNP nsubj 3 I-PERSON
left|leave VBD ROOT 0
. . punct 3

"""
MILL_BURNED = """
The DT det 2
house NN nsubj 6
near IN prep 2
{} PRP$ poss 5
mill NN pobj 3
burned|burn VBD ROOT 0
"""
HIS_MILL, HER_MILL, ITS_MILL = (MILL_BURNED.format(word) for word in ("his", "her", "its"))
CURED = """
Nurses|nurse NNS nsubj 2
cured|cure VBD ROOT 0
him PRP dobj 2
"""
TOLD = """
Nurses|nurse NNS nsubj 2
told|tell VBD ROOT 0
him PRP dobj 2
everything NN dobj 2
"""
SPOKE = """
Nurses|nurse NNS nsubj 2
talked|say VBD ROOT 0
to IN prep 2
him PRP pobj 3
"""


def pronouns(found: dict[str, list[str]], *words: str) -> list[str]:
    """Those of `words` that stand for anybody."""
    return [mention for mentions in found.values() for mention in mentions if mention in words]


@pytest.mark.parametrize(
    ("before", "sentence", "meant"),
    [
        (TWO_MEN, HIS_MILL, []),
        (ONE_MAN, HIS_MILL, ["his"]),
        (TWO_MEN, CURED, []),
        (ONE_MAN, CURED, ["him"]),
        (TWO_MEN, TOLD, ["him"]),
        (TWO_MEN, SPOKE, ["him"]),
    ],
)
def test_a_pronoun_wants_a_clear_lead_unless_it_is_spoken_to(before, sentence, meant):
    found = actors(make(before + sentence))
    assert found["Otto Falk"] == ["Otto Falk", *meant]
    assert pronouns(found, "his", "him") == meant


def test_a_possessive_is_a_woman_rather_than_somebody_whose_sex_nothing_says():
    found = actors(
        make(
            """
        Ada NNP compound 2 B-PERSON
        Falk NNP nsubj 3 I-PERSON
        visited|visit VBD ROOT 0
        Brekke NNP dobj 3 B-PERSON
        . . punct 3

        """
            + HER_MILL
        )
    )
    assert found["Ada Falk"] == ["Ada Falk", "her"]
    assert found["Brekke"] == ["Brekke"]


def test_he_is_who_is_spoken_of_rather_than_who_is_said_to_have_said_it():
    found = actors(
        make("""
        Tom NNP compound 2 B-PERSON
        Falk NNP nsubj 4 I-PERSON
        will MD aux 4
        move VB ccomp 8
        , , punct 8
        Otto NNP compound 7 B-PERSON
        Brekke NNP nsubj 8 I-PERSON
        said|say VBD ROOT 0
        . . punct 8

        He PRP nsubj 3
        is VBZ aux 3
        ailing|ail VBG ROOT 0
        """)
    )
    assert found["Tom Falk"] == ["Tom Falk", "He"]
    assert found["Otto Brekke"] == ["Otto Brekke"]


def test_nobody_is_the_subject_of_a_clause_on_themselves():
    found = actors(
        make("""
        Ada NNP compound 2 B-PERSON
        Falk NNP nsubj 3 I-PERSON
        left|leave VBD ROOT 0
        . . punct 3

        The DT det 2
        guide NN nsubj 6
        she PRP nsubj 5
        had|have VBD aux 5
        paid|pay VBN relcl 2
        wept|weep VBD ROOT 0
        """)
    )
    assert found == {"Ada Falk": ["Ada Falk", "she"], "The guide": ["The guide"]}


A_MEMBER = """
Otto NNP compound 2 B-PERSON
Falk NNP nsubj 8 I-PERSON
, , punct 2
a DT det 5
member NN appos 2
of IN prep 5
Haldeno NNP pobj 6 B-ORG
left|leave VBD ROOT 0
. . punct 8

"""
WHO_STAYED = """
The DT det 2
member NN nsubj 5
who WP nsubj 4
stayed|stay VBD relcl 2
wept|weep VBD ROOT 0
"""
AND_WEPT = """
The DT det 2
member NN nsubj 6
, , punct 2
who WP nsubj 5
stayed|stay VBD relcl 2
wept|weep VBD ROOT 0
"""


@pytest.mark.parametrize(("sentence", "same"), [(WHO_STAYED, False), (AND_WEPT, True)])
def test_a_clause_without_a_comma_tells_of_somebody_new(sentence, same):
    mentions = actors(make(A_MEMBER + sentence))["Otto Falk"]
    assert any(words.startswith("The member") for words in mentions) is same


def test_an_epithet_that_does_not_speak_is_not_the_last_speaker_of_two():
    found = actors(
        make("""
        Falk NNP nsubj 2 B-PERSON
        spoke|say VBD ROOT 0
        of IN prep 2
        Brekke NNP pobj 3 B-PERSON
        . . punct 2

        Voters|voter NNS nsubj 2
        like VBP ROOT 0
        the DT det 4
        mogul NN dobj 2
        """)
    )
    assert found["Falk"] == ["Falk"]
    assert found["Brekke"] == ["Brekke"]


@pytest.mark.parametrize(("president", "meant"), [("Norwegian JJ amod 9 B-NORP", []), ("young JJ amod 9", ["We"])])
def test_who_leads_a_state_says_we_of_no_company(president, meant):
    found = actors(
        make(
            f"""
            Fjordline NNP nsubj 2 B-ORG
            closed|close VBD ROOT 0
            . . punct 2

            “ `` punct 10
            We PRP nsubj 3
            regret VBP ccomp 10
            it PRP dobj 3
            , , punct 10
            ” '' punct 10
            the DT det 9
            {president}
            president NN nsubj 10
            said|say VBD ROOT 0
            """,
            quotations=((3, 9),),
        )
    )
    assert found["Fjordline"] == ["Fjordline", *meant]


BOTH_REST = """
Drivers|driver NNS nsubj 2
waited|wait VBD ROOT 0
and CC cc 2
the DT det 5
crew NN nsubj 6
slept|sleep VBD conj 2
"""
THEN_THEY_LEFT = """
, , punct 6
and CC cc 6
they PRP nsubj 10
left|leave VBD conj 6
. . punct 2
"""


def test_they_are_neither_of_two_groups_that_did_as_much():
    found = actors(make(BOTH_REST + THEN_THEY_LEFT.lstrip("\n")))
    assert found == {"Drivers": ["Drivers"], "the crew": ["the crew"]}


TWO_BODIES = """
Haldeno NNP nsubj 2 B-ORG
sued|sue VBD ROOT 0
Nordbank NNP dobj 2 B-ORG
. . punct 2

"""
THEY_LOST = """
They PRP nsubj 2
lost|lose VBD ROOT 0
"""


def test_they_are_neither_of_two_bodies():
    found = actors(make(TWO_BODIES + THEY_LOST))
    assert found["Haldeno"] == ["Haldeno"]
    assert found["Nordbank"] == ["Nordbank"]


SHOWN_ONE = """
Nurses|nurse NNS nsubj 2
joined|join VBD ROOT 0
Haldeno NNP dobj 2 B-ORG
. . punct 2

"""
SHOWN_TWO = """
Nurses|nurse NNS nsubj 2
left|leave VBD ROOT 0
Haldeno NNP dobj 2 B-ORG
for IN prep 2
Nordbank NNP pobj 4 B-ORG
. . punct 2

"""


@pytest.mark.parametrize(("before", "meant"), [(SHOWN_TWO, []), (SHOWN_ONE, ["its"])])
def test_a_possessive_of_a_body_wants_a_clear_lead(before, meant):
    found = actors(make(before + ITS_MILL))
    assert found["Haldeno"] == ["Haldeno", *meant]
    assert pronouns(found, "its") == meant


RAIN = """
Rain NN nsubj 2
fell|fall VBD ROOT 0
. . punct 2

"""
PILOTS = """
Pilots|pilot NNS nsubj 2
ate|eat VBD ROOT 0
. . punct 2

"""


@pytest.mark.parametrize(("between", "meant"), [("", ["They"]), (RAIN + RAIN, [])])
def test_they_are_nobody_spoken_of_too_far_back(between, meant):
    assert actors(make(PILOTS + between + THEY_LOST))["Pilots"] == ["Pilots", *meant]


def test_what_two_do_together_is_on_the_stay_of_either():
    found = actors(
        make("""
        Otto NNP compound 2 B-PERSON
        Falk NNP nsubj 3 I-PERSON
        met|meet VBD ROOT 0
        with IN prep 3
        Tom NNP compound 6 B-PERSON
        Brekke NNP pobj 4 I-PERSON
        during IN prep 3
        his PRP$ poss 9
        stay NN pobj 7
        """)
    )
    assert found == {"Otto Falk": ["Otto Falk"], "Tom Brekke": ["Tom Brekke"]}


TWO_TEAMS = """
The DT det 3
harbour NN compound 3
team NN nsubj 4
beat|beat VBD ROOT 0
the DT det 7
northern JJ amod 7
team NN dobj 4
. . punct 4

"""
ONE_TEAM = """
The DT det 3
harbour NN compound 3
team NN nsubj 4
ate|eat VBD ROOT 0
. . punct 4

"""
THE_TEAM_LEFT = """
The DT det 2
team NN nsubj 3
left|leave VBD ROOT 0
"""


@pytest.mark.parametrize(("before", "meant"), [(TWO_TEAMS, []), (ONE_TEAM, ["The team"])])
def test_a_noun_that_described_two_is_neither_without_a_clear_lead(before, meant):
    assert actors(make(before + THE_TEAM_LEFT))["The harbour team"] == ["The harbour team", *meant]


THE_COMPANY_LEFT = THE_TEAM_LEFT.replace("team", "company")


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        (SHOWN_ONE, ["The company"]),
        (SHOWN_TWO, []),
        (SHOWN_ONE + RAIN * 4, []),
    ],
)
def test_a_general_noun_is_neither_of_two_bodies_and_none_far_back(before, meant):
    assert actors(make(before + THE_COMPANY_LEFT))["Haldeno"] == ["Haldeno", *meant]


BREKKE_ATE = """
Otto NNP compound 2 B-PERSON
Brekke NNP nsubj 3 I-PERSON
ate|eat VBD ROOT 0
. . punct 3

"""


def test_whoever_said_the_last_sentence_is_less_likely_than_whom_the_text_is_about():
    found = actors(
        make(
            BREKKE_ATE
            + """
            Rain NN nsubj 2
            fell|fall VBD ccomp 6
            , , punct 6
            Tom NNP compound 5 B-PERSON
            Falk NNP nsubj 6 I-PERSON
            said|say VBD ROOT 0
            . . punct 6

            """
            + HIS_MILL
        )
    )
    assert found["Otto Brekke"] == ["Otto Brekke", "his"]
    assert found["Tom Falk"] == ["Tom Falk"]


def test_what_follows_a_colon_is_no_remark_on_who_said_it():
    found = actors(
        make(
            BREKKE_ATE
            + """
            Nurses|nurse NNS nsubj 2
            sang|sing VBD ccomp 6
            : : punct 6
            Tom NNP compound 5 B-PERSON
            Falk NNP nsubj 6 I-PERSON
            knew|know VBD ROOT 0
            . . punct 6

            He PRP nsubj 3
            was VBD aux 3
            hiding|hide VBG ROOT 0
            """
        )
    )
    assert found["Tom Falk"] == ["Tom Falk", "He"]


def test_nobody_is_spoken_of_again_in_the_next_sentence():
    found = actors(
        make("""
        Farmers|farmer NNS nsubj 2
        marched|march VBD ROOT 0
        and CC cc 2
        nobody NN nsubj 5
        slept|sleep VBD conj 2
        . . punct 2

        They PRP nsubj 2
        sang|sing VBD ROOT 0
        """)
    )
    assert found == {"Farmers": ["Farmers", "They"]}
