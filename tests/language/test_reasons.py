"""Why a known word brought nothing."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.language import annotations as ann
from onrecord.language.reasons import words_without_result
from onrecord.settings import DEFAULT_MODEL

pytestmark = pytest.mark.model


def why(text: str) -> dict[tuple[str, str], str]:
    _, found = pipeline.explain_sentence(text)
    return {(text[item.start : item.end], item.could_be): item.why for item in found}


def test_a_cue_with_nothing_beside_it():
    assert "nothing beside it could be what is said" in why("The minister explained.")["explained", "cue"]


def test_a_cue_noun_without_a_clause():
    assert "no clause, no infinitive and no quotation" in why("The claim was old.")["claim", "cue"]


def test_what_was_used_is_not_explained_away():
    found = why('"We will appeal," said Ann Lee. The regulator banned the service.')
    assert ("said", "cue") not in found
    assert ("banned", "deed") not in found


def test_words_that_no_lexicon_has_are_not_named():
    assert why("The green table is round.") == {}


def test_furniture_is_given_as_the_reason():
    nlp = pipeline.reader(DEFAULT_MODEL)
    doc = nlp.make_doc("Follow us. The minister said that it rained.")

    ann.set_passages(doc, [(0, len(doc.text), "furniture")])
    found = words_without_result(nlp(doc))
    assert found
    assert {item.why for item in found} == {"it stands in a byline or in page furniture, which is not read"}


def test_a_deed_that_is_kept_back_says_why():
    assert why("Alder Foods may sue Tom Bell.")["sue", "deed"].startswith("kept back: it would say of somebody")
    assert why("The rain washed the roof.")["washed", "deed"] == (
        "kept back: nobody takes part in it who is a person, a body or a state"
    )
