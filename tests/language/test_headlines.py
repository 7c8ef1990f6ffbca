"""Headlines in capitals are read as sentences; nothing else is touched."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from factory import make
from onrecord.language import annotations as ann
from onrecord.language.headlines import Headlines

BODY = "The ministry said on Monday that Sixers fans would be heard."
HEADLINE = "Sixers Hire Maurice Cheeks As Head Coach"


def read(nlp: Language, *paragraphs: str) -> Doc:
    return nlp("\n\n".join(paragraphs))


@pytest.mark.model
def test_a_headline_in_capitals_tells_its_deed(nlp: Language) -> None:
    made = read(nlp, HEADLINE, BODY)
    hired = next(token for token in made if token.text == "Hire")
    assert hired.tag_.startswith("VB")
    roles = {item.label_: item.text for item in ann.spans(made, ann.ACTIONS) if item.sent.start == 0}
    assert roles["agent"] == "Sixers"
    assert roles["patient"] == "Maurice Cheeks"


@pytest.mark.model
@pytest.mark.parametrize(
    ("headline", "verb", "agent"),
    [
        ("City Council Orders Two Landlords To Repair Old Houses", "Orders", "City Council"),
        ("Mayor Orders Bus Drivers To Strike", "Orders", "Mayor"),
        ("Harbor Bank Branches Sales Figures", "Sales", None),
        ("Mayor rejects blame as toll rises", "rejects", "Mayor"),
        ("Mayor rejects blame after toll rises", "rejects", "Mayor"),
        ("Falk rejects offer while union votes", "rejects", "Falk"),
        ("Union welcomes offer as strike ends", "welcomes", "Union"),
        ("Peace talks stall as strike ends", "talks", None),
        ("Ministry plans fail as costs rise", "plans", None),
        ("Bank records show Falk lied", "records", None),
    ],
)
def test_a_verb_that_reads_as_a_plural_is_told_in_the_past(
    nlp: Language, headline: str, verb: str, agent: str | None
) -> None:
    made = read(nlp, headline, BODY)
    keys = {item.kb_id_ for item in ann.spans(made, ann.ACTIONS) if item.label_ == "trigger" and item.text == verb}
    agents = [item.text for item in ann.spans(made, ann.ACTIONS) if item.label_ == "agent" and item.kb_id_ in keys]
    assert agents == ([agent] if agent else [])
    assert made.text.startswith(headline)


@pytest.mark.model
def test_text_offsets_and_other_sentences_stay(nlp: Language) -> None:
    alone, below = read(nlp, BODY), read(nlp, HEADLINE, BODY)
    assert below.text == f"{HEADLINE}\n\n{BODY}"
    start = next(token.i for token in below if token.text == "The")
    assert [(t.text, t.tag_, t.dep_, t.lemma_) for t in below[start:]] == [
        (t.text, t.tag_, t.dep_, t.lemma_) for t in alone
    ]
    assert all(ent.text == below.text[ent.start_char : ent.end_char] for ent in below.ents)


@pytest.mark.model
def test_twice_is_once(nlp: Language) -> None:
    made = read(nlp, HEADLINE, BODY)
    before = made.to_array(["TAG", "DEP", "HEAD", "ENT_TYPE"]).tolist()
    assert Headlines(nlp)(made).to_array(["TAG", "DEP", "HEAD", "ENT_TYPE"]).tolist() == before


def test_a_sentence_is_left_alone() -> None:
    made = make("The DT det 2\nsite NN nsubj 3\nclosed|close VBD ROOT 0\n. . punct 3")
    before = made.to_bytes()
    assert Headlines(Language(made.vocab))(made).to_bytes() == before


def test_a_doc_without_a_parse_is_left_alone() -> None:
    nlp = Language()
    assert Headlines(nlp)(nlp.make_doc("Ministry Orders Firm To Close")).text == "Ministry Orders Firm To Close"
