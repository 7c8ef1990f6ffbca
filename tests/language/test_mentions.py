from __future__ import annotations

import pytest

from factory import make
from onrecord.language import annotations as ann
from onrecord.language.mentions import find_mentions
from onrecord.language.mentions.brackets import bracketed, is_short_form
from onrecord.language.syntax.tree import tree_of


def names(rows: str) -> dict[str, str]:
    doc = find_mentions(make(rows))
    return {span.text: span.label_ for span in ann.spans(doc, ann.NAMES)}


def mentions(rows: str) -> dict[str, str]:
    doc = find_mentions(make(rows))
    return {span.text: span.label_ for span in ann.spans(doc, ann.MENTIONS)}


ROLE = """
Halden NNP compound 4 B-ORG
Bank NNP compound 4 I-ORG
COO NNP compound 4 I-ORG
Ada NNP compound 5 B-PERSON
Brekke NNP nsubj 6 I-PERSON
resigned NN ROOT 0
. . punct 6
"""


def test_an_office_divides_the_body_from_the_person():
    found = names(ROLE)
    assert found["Halden Bank"] == "ORG"
    assert found["Ada Brekke"] == "PERSON"


def test_phrase_role_and_bare_name_are_mentions():
    found = mentions(ROLE)
    assert found["Halden Bank COO Ada Brekke"] == "name"
    assert found["Ada Brekke"] == "name"
    assert found["Halden Bank COO"] == "description"
    assert found["Halden Bank"] == "name"


def test_possessive_and_relative_clause_are_left_out():
    found = mentions("""
    Norway NNP poss 3 B-GPE
    's POS case 1
    agencies|agency NNS nsubj 8
    , , punct 3
    which WDT nsubj 6
    spy VBP relcl 3
    , , punct 3
    grew VBD ROOT 0
    . . punct 8
    """)
    assert found["Norway"] == "name"
    assert found["Norway's agencies"] == "description"
    assert found["which"] == "pronoun"


def test_a_capital_article_within_a_sentence_belongs_to_the_name_wherever_it_stands():
    found = names("""
    The DT det 2
    Haldener NNP nsubj 3 B-ORG
    noted VBD ROOT 0
    . . punct 3

    He PRP nsubj 2
    told VBD ROOT 0
    The DT det 4
    Haldener NNP dobj 2 B-ORG
    . . punct 2
    """)
    assert found == {"The Haldener": "ORG"}


def test_an_article_that_only_opens_sentences_is_none_of_the_name():
    found = names("""
    The DT det 2
    Fjordbank NNP nsubj 3 B-ORG
    closed VBD ROOT 0
    . . punct 3
    """)
    assert found == {"Fjordbank": "ORG"}


def test_a_name_has_one_label_in_the_whole_article():
    found = names(
        "\n\n".join(
            ["Fjordline NNP nsubj 2 B-ORG\nsailed VBD ROOT 0"] * 2 + ["Fjordline NNP nsubj 2 B-GPE\nsank VBD ROOT 0"]
        )
    )
    assert found == {"Fjordline": "ORG"}


def test_a_surname_is_the_persons_whatever_the_model_says():
    found = names("""
    Ada NNP compound 2 B-PERSON
    Lyon NNP nsubj 3 I-PERSON
    spoke VBD ROOT 0

    Lyon NNP nsubj 2 B-GPE
    left VBD ROOT 0
    """)
    assert found["Lyon"] == "PERSON"


def test_a_word_that_only_opens_a_sentence_is_no_name():
    assert names("Yes NNP intj 3\nit PRP nsubj 3\nsank VBD ROOT 0") == {}
    assert names("Ships NNPS nsubj 2\nsank VBD ROOT 0\n\nother JJ amod 2\nships NNS nsubj 3\nsailed VBD ROOT 0") == {}


def test_headline_capitals_show_no_name_but_what_the_text_below_has():
    found = names("""
    Fjordline NNP nsubj 2
    Decides NNP ROOT 0
    To NNP aux 4
    Leave NNP xcomp 2
    Northern NNP compound 6
    Harbour NNP dobj 4

    Fjordline NNP nsubj 2 B-ORG
    left VBD ROOT 0
    """)
    assert set(found) == {"Fjordline"}


def test_an_institution_needs_no_capitals():
    found = mentions("The DT det 3\ninterior NN compound 3\nministry NN nsubj 4\nrefused VBD ROOT 0")
    assert found["The interior ministry"] == "name"


def test_furniture_yields_nothing():
    doc = make("Follow VB ROOT 0\nFjordline NNP dobj 1 B-ORG\n\nFjordbank NNP nsubj 2 B-ORG\nfell VBD ROOT 0")
    ann.set_passages(doc, [(0, 16, "furniture"), (17, 31, "body")])
    find_mentions(doc)
    assert [span.text for span in ann.spans(doc, ann.MENTIONS)] == ["Fjordbank"]
    assert [span.text for span in ann.spans(doc, ann.NAMES)] == ["Fjordbank"]


def test_the_long_form_of_a_bracketed_short_form_is_found_though_the_model_cuts_it():
    doc = make("""
    Halden NNP compound 2 B-ORG
    Rivers NNPS nsubj 9 I-ORG
    and CC cc 2
    Lakes NNPS compound 5 B-LOC
    Fund NNP conj 2
    ( -LRB- punct 7
    HRLF NNP appos 5 B-ORG
    ) -RRB- punct 7
    closed VBD ROOT 0
    """)
    assert [doc[start:end].text for start, end in bracketed(tree_of(doc), [True] * len(doc))] == [
        "Halden Rivers and Lakes Fund"
    ]


@pytest.mark.parametrize(
    ("text", "short"), [("HRF", True), ("B2B", True), ("see", False), ("Halden", False), ("A", False)]
)
def test_short_forms(text, short):
    assert is_short_form(text) is short


def test_particles_link_a_persons_name():
    assert names("Ada NNP compound 3 B-PERSON\nbin NN compound 3\nHalden NNP nsubj 4 B-PERSON\nleft VBD ROOT 0") == {
        "Ada bin Halden": "PERSON"
    }


def test_a_role_written_with_a_capital_is_none_of_the_name():
    found = names("""
    Comedian NNP compound 3 B-PERSON
    Ada NNP compound 3 I-PERSON
    Brekke NNP nsubj 4 I-PERSON
    left VBD ROOT 0
    """)
    assert found == {"Ada Brekke": "PERSON"}


def test_two_words_that_end_in_a_persons_surname_are_that_person():
    found = names("""
    Brekke NNP nsubj 2 B-PERSON
    left VBD ROOT 0

    Brekke NNP nsubj 2 B-PERSON
    spoke VBD ROOT 0

    Adda NNP compound 2 B-ORG
    Brekke NNP nsubj 3 I-ORG
    won VBD ROOT 0
    """)
    assert found["Adda Brekke"] == "PERSON"


def test_inner_capitals_are_a_name_whatever_the_tag():
    assert names("HaldenNet NN nsubj 2\nasked VBD ROOT 0") == {"HaldenNet": "NAME"}


def test_a_preposition_without_a_head_stays_with_the_noun_before_it():
    found = mentions("Officials|official NNS ROOT 0\nat IN ROOT 0\nFjordline NNP pobj 2 B-ORG\nagreed VBD ROOT 0")
    assert found["Officials at Fjordline"] == "description"


def test_a_person_behind_the_body_of_their_post_is_no_part_of_it():
    doc = make("""
    Director NN nsubj 8
    of IN prep 1
    the DT det 7
    Halden NNP compound 5 B-ORG
    Council NNP compound 7 I-ORG
    Ada NNP compound 7 I-ORG
    Brekke NNP pobj 2 I-ORG
    resigned|resign VBD ROOT 0
    """)
    assert {"Halden Council", "Ada Brekke"} <= {span.text for span in ann.spans(find_mentions(doc), ann.NAMES)}


def test_a_noun_for_several_people_that_opens_a_sentence_is_no_name():
    rows = """
    Aides NNPS nsubj 2 B-PERSON
    left|leave VBD ROOT 0
    . . punct 2

    They PRP nsubj 2
    called|call VBD ROOT 0
    Sanders NNP dobj 2 B-PERSON
    . . punct 2
    """
    assert names(rows) == {"Sanders": "PERSON"}


OPENED = """
{} {} nsubj 2 B-{}
{} VBD ROOT 0
. . punct 2

"""
INSIDE = """
Nobody NN nsubj 2
saw|see VBD ROOT 0
{} NNP dobj 2 B-{}
. . punct 2
"""


@pytest.mark.parametrize(
    ("word", "tag", "label", "verb", "kept"),
    [
        ("Land", "NNP", "PERSON", "rose|rise", False),
        ("Sporadic", "JJ", "LOC", "rang|ring", False),
        ("Wolf", "NNP", "PERSON", "reported|report", True),  # people report
        ("Ada", "NNP", "PERSON", "rose|rise", True),  # a forename
        ("China", "NNP", "GPE", "rose|rise", True),
        ("Apple", "NNP", "ORG", "rose|rise", True),  # a body that does something
        ("Drummers", "NNPS", "ORG", "rose|rise", False),  # a noun for people
    ],
)
def test_a_common_noun_that_only_opens_a_sentence_is_no_name(word, tag, label, verb, kept):
    found = names(OPENED.format(word, tag, label, verb))
    assert (word in found) is kept


def test_a_common_noun_with_a_capital_inside_a_sentence_may_be_a_name():
    assert "Land" in names(OPENED.format("Land", "NNP", "PERSON", "rose|rise") + INSIDE.format("Land", "PERSON"))


def test_a_common_noun_that_stands_capitalised_only_at_the_start_is_no_persons_name():
    rows = """
    {word} NNP nsubj 2 B-PERSON
    slowed|slow VBD ROOT 0
    them PRP dobj 2
    . . punct 2
    """
    assert names(rows.replace("{word}", "Committee")) == {}
    assert names(rows.replace("{word}", "Vardeno")) == {"Vardeno": "PERSON"}
    inside = """

    We PRP nsubj 2
    met|meet VBD ROOT 0
    Committee NNP dobj 2 B-PERSON
    """
    assert "Committee" in names(rows.replace("{word}", "Committee").rstrip() + inside)


@pytest.mark.parametrize(("before", "found"), [("Committee", "Harbour Committee on Halden"), ("Dinner", "Halden")])
def test_a_place_that_a_body_is_on_belongs_to_its_name_though_the_model_cuts_it(before, found):
    rows = f"""
    The DT det 3
    Harbour NNP compound 3 B-ORG
    {before} NNP nsubj 7 I-ORG
    on IN prep 3 I-ORG
    Halden NNP pobj 4 B-GPE
    's POS case 5
    met|meet VBD ROOT 0
    . . punct 7
    """
    assert found in names(rows)


def test_a_title_that_begins_a_bodys_name_is_part_of_it():
    found = mentions("""
    Nurses|nurse NNS nsubj 2
    met|meet VBD ROOT 0
    Doctor NNP compound 5
    Vard NNP compound 5
    Society NNP dobj 2 B-ORG
    of IN prep 5 I-ORG
    Norway NNP pobj 6 I-ORG
    . . punct 2
    """)
    assert found["Doctor Vard Society of Norway"] == "name"
    assert "Doctor" not in found


@pytest.mark.parametrize(("prize", "found"), [("Prize", []), ("Bank", ["the Halden Peace Bank"])])
def test_a_prize_is_no_mention(prize, found):
    doc = make(f"""
    Nurses|nurse NNS nsubj 2
    praised|praise VBD ROOT 0
    the DT det 6
    Halden NNP compound 6 B-ORG
    Peace NNP compound 6 I-ORG
    {prize} NNP dobj 2 I-ORG
    """)
    find_mentions(doc)
    assert [span.text for span in ann.spans(doc, ann.MENTIONS) if span.label_ == "name"] == found


PLACE = """
The DT det 2
{noun} NN nsubj 5
of IN prep 2
Haldeno NNP {dep} B-{label}
{owner}
shut VBD ROOT 0
it PRP dobj {verb}
. . punct {verb}
Haldeno NNP nsubj {grew} B-ORG
grew VBD ROOT 0
. . punct {grew}
"""


@pytest.mark.parametrize(
    ("noun", "label", "owner", "found"),
    [
        ("city", "ORG", "", "GPE"),
        ("island", "PRODUCT", "", "GPE"),
        ("board", "ORG", "", "ORG"),  # a board is not the place that it is of
        ("state", "ORG", "'s POS case 4\nbooks NNS pobj 3", "ORG"),
        ("city", "PERSON", "", "PERSON"),
    ],
)
def test_a_name_behind_the_city_of_is_a_places_in_the_whole_article(noun, label, owner, found):
    verb = 7 if owner else 5
    dep = "poss 6" if owner else "pobj 3"
    rows = PLACE.format(noun=noun, label=label, owner=owner, verb=verb, grew=verb + 4, dep=dep)
    rows = rows.replace("\n\n", "\n").replace("nsubj 5", f"nsubj {verb}", 1)
    if label == "PERSON":
        rows = rows.replace("B-ORG", "B-PERSON")
    assert names(rows)["Haldeno"] == found
