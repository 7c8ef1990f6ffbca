"""Entities found for all words at once are those that the model finds word by word."""

from __future__ import annotations

import pytest
import spacy
from spacy.attrs import ENT_ID, ENT_IOB, ENT_KB_ID, ENT_TYPE
from spacy.tokens import Doc, Span

from conftest import SEEDS
from onrecord.articles import read
from onrecord.language import factories  # noqa: F401  # registers the component
from onrecord.language.entities import Entities, at_once
from onrecord.language.load import as_shipped
from onrecord.settings import DEFAULT_MODEL

TEXTS = [
    "",
    " \n ",
    "Oslo",
    "The Harbour Commission of the Free and Hanseatic City of Lubeck",
    "On 3 March 2021 Ida Falk of Lund\n\nUniversity paid $ 3.5 million for the Second Symphony.  Falk, 47, left Oslo.",
    "Between 1,200 and 1,500 people walked 30 kilometres to the Gulf of Riga.\nRiga! Riga! Mr.  Berg, Mrs. Berg",
]


@pytest.fixture(scope="module")
def both() -> tuple[spacy.Language, spacy.Language]:
    ours, shipped = as_shipped(DEFAULT_MODEL), as_shipped(DEFAULT_MODEL)
    at_once(ours)
    return ours, shipped


def written(doc: Doc) -> list[list[int]]:
    return doc.to_array([ENT_IOB, ENT_TYPE, ENT_KB_ID, ENT_ID]).tolist()  # type: ignore[no-any-return]


@pytest.mark.model
def test_all_entities_are_those_of_the_model(both: tuple[spacy.Language, spacy.Language]) -> None:
    ours, shipped = both
    assert isinstance(ours.get_pipe("ner"), Entities)
    assert ours.pipe_names == shipped.pipe_names
    for text in [*TEXTS, *(article.text for article in read([str(SEEDS)]))]:
        here, there = ours(text), shipped(text)
        assert written(here) == written(there), text
        assert here.has_annotation("ENT_IOB") == there.has_annotation("ENT_IOB")
    assert max(len(item) for item in shipped(TEXTS[3]).ents) > 5


@pytest.mark.model
def test_what_is_set_before_restricts_the_moves_as_in_the_model(both: tuple[spacy.Language, spacy.Language]) -> None:
    found = []
    for nlp in both:
        doc = nlp.make_doc("Ida Falk of Lund University left Oslo on Monday.")
        doc.set_ents([Span(doc, 1, 4, "PERSON")], default="missing")
        found.append(written(nlp(doc)))
    assert found[0] == found[1]
    assert [row[0] for row in found[0][1:4]] == [3, 1, 1]


@pytest.mark.model
def test_a_sentence_that_begins_within_a_name_ends_the_entity(both: tuple[spacy.Language, spacy.Language]) -> None:
    found = []
    for nlp in both:
        doc = nlp.make_doc("the Free and Hanseatic City of Lubeck")
        for number, token in enumerate(doc):
            token.is_sent_start = number in (0, 3)
        found.append(written(nlp.get_pipe("ner")(doc)))
    assert found[0] == found[1]


@pytest.mark.model
def test_a_recognizer_of_another_kind_stays_as_it_is() -> None:
    nlp = spacy.blank("en")
    at_once(nlp)
    assert nlp.pipe_names == []
    nlp.add_pipe("beam_ner").add_label("PERSON")  # type: ignore[attr-defined]
    nlp.rename_pipe("beam_ner", "ner")
    nlp.initialize()
    at_once(nlp)
    assert not isinstance(nlp.get_pipe("ner"), Entities)
