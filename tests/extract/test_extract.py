"""What the components wrote on a Doc comes out as model values, spans as characters."""

import spacy
from spacy.tokens import Doc

from factory import span
from onrecord import ids
from onrecord.extract import extract
from onrecord.language import annotations as ann
from onrecord.model import Article, Mention, Passage, TimeExpression

TEXT = "Ufone, an operator, told the BBC on Friday in a blog post it will not comply."
#       0     6  9  12       20   25     31


def annotated() -> Doc:
    doc = spacy.blank("en").make_doc(TEXT)
    mentions = [
        span(doc, "an operator", "description", "a1"),
        span(doc, "Ufone", "name", "a1"),
        span(doc, "BBC", "name", "a2"),
    ]
    ann.put(
        doc,
        ann.MENTIONS,
        mentions,
        {
            "a1": {"name": (0, 5), "type": "Company", "named": True, "members": []},
            "a2": {"name": (29, 32), "type": "Outlet", "named": True, "members": []},
        },
    )
    parts = {
        "source": "Ufone",
        "cue": "told",
        "content": "it will not comply",
        "addressee": "the BBC",
        "medium": "in a blog post",
    }
    ann.put(
        doc,
        ann.STATEMENTS,
        [span(doc, words, role, "s1") for role, words in parts.items()],
        {"s1": {"mode": "indirect", "speakers": ["a1"], "addressee": "a2", "rule": "clause", "confidence": 0.9}},
    )
    ann.put(
        doc,
        ann.ACTIONS,
        [span(doc, "not", "trigger", "e1"), span(doc, "comply", "trigger", "e1"), span(doc, "it", "agent", "e1")],
        {
            "e1": {
                "type": "Refuse",
                "plover": "REJECT",
                "lemma": "comply",
                "agents": ["a1"],
                "within": "s1",
                "rule": "will not",
            }
        },
    )
    ann.put(doc, ann.DATES, [span(doc, "Friday", "DATE", "")])
    return Doc(doc.vocab).from_bytes(doc.to_bytes())  # the contract holds through serialisation


def test_extract() -> None:
    article = Article(id="x", text=TEXT, sha256=ids.text_sha256(TEXT), source="x.txt")
    found = extract(annotated(), article, (Passage(0, len(TEXT), "body"),), "model 1")
    ufone, bbc = found.actors
    assert (ufone.name, ufone.mentions) == ("Ufone", (Mention(0, 5, "name"), Mention(7, 18, "description")))
    assert (bbc.id, bbc.type) == ("a2", "Outlet")
    (statement,) = found.statements
    assert (statement.medium, statement.medium_span) == ("in a blog post", (43, 57))
    assert (statement.speakers, statement.addressee, statement.content) == (("a1",), "a2", ((58, 76),))
    (action,) = found.actions
    assert (action.trigger, action.agent_spans, action.within) == (((66, 69), (70, 76)), ((58, 60),), "s1")
    assert found.dates == (TimeExpression(start=36, end=42, type="DATE", value=None),)
    assert found.model == "model 1"


def test_a_doc_without_our_components_gives_an_empty_analysis() -> None:
    article = Article(id="x", text="Hello.", sha256=ids.text_sha256("Hello."), source="x.txt")
    found = extract(spacy.blank("en").make_doc("Hello."), article, ())
    assert (found.actors, found.statements, found.actions, found.dates) == ((), (), (), ())
