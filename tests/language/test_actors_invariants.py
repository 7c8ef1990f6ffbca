"""What holds for any parse: mentions in range, each in one actor, names among the actor's own words, twice the same."""

from __future__ import annotations

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.coreference import link_mentions
from onrecord.language.mentions import find_mentions

VOCAB = spacy.blank("en").vocab
WORDS = [
    "Ada",
    "Brekke",
    "Fjordline",
    "FL",
    "Norway",
    "Norwegian",
    "government",
    "the",
    "company",
    "it",
    "she",
    "who",
    "we",
    "of",
    "and",
    ",",
    "(",
    ")",
    "said",
    "sold",
    "'s",
    "president",
    "officials",
    "’",
    "“",
    "–",
    "\u00a0",
]
TAGS = ["NN", "NNS", "NNP", "PRP", "PRP$", "WP", "WDT", "DT", "VBD", "JJ", "IN", "POS", ",", "CC"]
POS = ["NOUN", "NOUN", "PROPN", "PRON", "PRON", "PRON", "PRON", "DET", "VERB", "ADJ", "ADP", "PART", "PUNCT", "CCONJ"]
DEPS = [
    "nsubj",
    "dobj",
    "compound",
    "appos",
    "poss",
    "case",
    "prep",
    "pobj",
    "relcl",
    "conj",
    "cc",
    "punct",
    "attr",
    "amod",
]
ENTS = ["O", "O", "O", "B-PERSON", "B-ORG", "B-GPE", "B-NORP", "I-ORG"]


@st.composite
def docs(draw):
    count = draw(st.integers(1, 14))
    pick = st.integers(0, 10_000)
    numbers = draw(st.lists(st.tuples(pick, pick, pick, pick, pick), min_size=count, max_size=count))
    ents = [ENTS[n[4] % len(ENTS)] for n in numbers]
    for index, ent in enumerate(ents):  # an I- tag continues an entity of its own label
        if ent == "I-ORG" and (not index or ents[index - 1] not in ("B-ORG", "I-ORG")):
            ents[index] = "B-ORG"
    starts = [not index or n[3] % 6 == 0 for index, n in enumerate(numbers)]
    return Doc(
        VOCAB,
        words=[WORDS[n[0] % len(WORDS)] for n in numbers],
        lemmas=[WORDS[n[0] % len(WORDS)].lower() for n in numbers],
        tags=[TAGS[n[1] % len(TAGS)] for n in numbers],
        pos=[POS[n[1] % len(TAGS)] for n in numbers],
        deps=[DEPS[n[2] % len(DEPS)] for n in numbers],
        heads=_heads(starts, [n[3] for n in numbers]),
        ents=ents,
    )


def _heads(starts, numbers):
    """Heads that stay in their sentence and make no cycle: a token hangs on an earlier one of its sentence."""
    heads, first = [], 0
    for index, begins in enumerate(starts):
        if begins:
            first = index
        heads.append(index if index == first else first + numbers[index] % (index - first))
    return heads


def snapshot(doc: Doc):
    spans = [(span.start, span.end, span.label_, span.kb_id_) for span in ann.spans(doc, ann.MENTIONS)]
    return spans, ann.attrs(doc, ann.MENTIONS)


@settings(max_examples=150, deadline=None)
@given(docs())
def test_invariants(doc):
    link_mentions(find_mentions(doc))
    spans, attrs = snapshot(doc)
    assert {key for _, _, _, key in spans} == set(attrs)
    assert len({(start, end) for start, end, _, _ in spans}) == len(spans)
    assert {form for _, _, form, _ in spans} <= {"name", "short", "pronoun", "description"}
    assert [int(key[1:]) for key in attrs] == list(range(1, len(attrs) + 1))
    for key, values in attrs.items():
        own = [doc[start:end] for start, end, _, other in spans if other == key]
        assert any(span.start_char <= values["name"][0] < values["name"][1] <= span.end_char for span in own)
        assert any(form != "pronoun" for _, _, form, other in spans if other == key)
        assert set(values["members"]) <= set(attrs) - {key}
    again = doc.copy()
    link_mentions(find_mentions(again))
    assert snapshot(again) == (spans, attrs)
