"""Rules of the component, each on a parse written by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.actions import mark_actions
from parses import doc, span

ORDER = """The|-|DET|DT|det|1 regulator|-|NOUN|NN|nsubj|3 has|have|AUX|VBZ|aux|3 ordered|order|VERB|VBN|ROOT|3
all|-|DET|DT|det|5 operators|operator|NOUN|NNS|dobj|3 in|-|ADP|IN|prep|5 the|-|DET|DT|det|8 country|-|NOUN|NN|pobj|6
to|-|PART|TO|aux|10 close|-|VERB|VB|xcomp|3 the|-|DET|DT|det|12 network|-|NOUN|NN|dobj|10 .|-|PUNCT|.|punct|3"""
PASSIVE = """The|-|DET|DT|det|1 site|-|NOUN|NN|nsubjpass|3 was|be|AUX|VBD|auxpass|3 blocked|block|VERB|VBN|ROOT|3
by|-|ADP|IN|agent|3 the|-|DET|DT|det|6 ministry|-|NOUN|NN|pobj|4 .|-|PUNCT|.|punct|3"""
PASSIVE_ORDER = """It|-|PRON|PRP|nsubjpass|2 was|be|AUX|VBD|auxpass|2 ordered|order|VERB|VBN|ROOT|2
closed|close|VERB|VBN|oprd|2 by|-|ADP|IN|agent|3 Kenya|Kenya|PROPN|NNP|pobj|4|GPE .|-|PUNCT|.|punct|2"""
FAILED = """The|-|DET|DT|det|1 firm|-|NOUN|NN|nsubj|2 failed|fail|VERB|VBD|ROOT|2 to|-|PART|TO|aux|4
sell|-|VERB|VB|xcomp|2 maps|map|NOUN|NNS|dobj|4 .|-|PUNCT|.|punct|2"""
BOTH_SIDES = """The|-|DET|DT|det|1 army|-|NOUN|NN|nsubj|5 and|-|CCONJ|CC|cc|1 the|-|DET|DT|det|4
rebels|rebel|NOUN|NNS|conj|1 shelled|shell|VERB|VBD|ROOT|5 and|-|CCONJ|CC|cc|5 looted|loot|VERB|VBD|conj|5
the|-|DET|DT|det|9 town|-|NOUN|NN|dobj|7 .|-|PUNCT|.|punct|5"""
LIGHT = """The|-|DET|DT|det|1 ministry|-|NOUN|NN|nsubj|2 issued|issue|VERB|VBD|ROOT|2 a|-|DET|DT|det|4
directive|-|NOUN|NN|dobj|2 .|-|PUNCT|.|punct|2"""
NOMINAL = """The|-|DET|DT|det|1 shutdown|-|NOUN|NN|nsubj|8 of|-|ADP|IN|prep|1 the|-|DET|DT|det|4
network|-|NOUN|NN|pobj|2
by|-|ADP|IN|prep|1 the|-|DET|DT|det|7 regulator|-|NOUN|NN|pobj|5 failed|fail|VERB|VBD|ROOT|8 .|-|PUNCT|.|punct|8"""
BETWEEN = """Negotiations|negotiation|NOUN|NNS|nsubj|6 between|-|ADP|IN|prep|0 Kenya|Kenya|PROPN|NNP|pobj|1|GPE
and|-|CCONJ|CC|cc|2 the|-|DET|DT|det|5 firm|-|NOUN|NN|conj|2 ended|end|VERB|VBD|ROOT|6 .|-|PUNCT|.|punct|6"""
RELATIVE = """The|-|DET|DT|det|1 firm|-|NOUN|NN|nsubj|7 ,|-|PUNCT|,|punct|1 which|-|PRON|WDT|nsubj|4
sells|sell|VERB|VBZ|relcl|1 maps|map|NOUN|NNS|dobj|4 ,|-|PUNCT|,|punct|1 sued|sue|VERB|VBD|ROOT|7 the|-|DET|DT|det|9
bank|-|NOUN|NN|dobj|7 .|-|PUNCT|.|punct|7"""
REDUCED = """Two|-|NUM|CD|nummod|1|CARDINAL reporters|reporter|NOUN|NNS|ROOT|1 arrested|arrest|VERB|VBN|acl|1
in|-|ADP|IN|prep|2 Lagos|Lagos|PROPN|NNP|pobj|3|GPE"""
THREAT = """The|-|DET|DT|det|1 firm|-|NOUN|NN|nsubj|2 threatened|threaten|VERB|VBD|ROOT|2 to|-|PART|TO|aux|4
pull|-|VERB|VB|xcomp|2 out|-|ADP|IN|prep|4 of|-|ADP|IN|prep|5 Kenya|Kenya|PROPN|NNP|pobj|6|GPE .|-|PUNCT|.|punct|2"""
REJECTED = """Kenya|Kenya|PROPN|NNP|nsubj|1|GPE rejected|reject|VERB|VBD|ROOT|1 the|-|DET|DT|det|3
bank|-|NOUN|NN|poss|5 's|-|PART|POS|case|3 offer|-|NOUN|NN|dobj|1 .|-|PUNCT|.|punct|1"""
SAID = """The|-|DET|DT|det|1 envoy|-|NOUN|NN|nsubj|2 said|say|VERB|VBD|ROOT|2 he|-|PRON|PRP|nsubj|6
would|-|AUX|MD|aux|6 not|-|PART|RB|neg|6 visit|-|VERB|VB|ccomp|2 Kenya|Kenya|PROPN|NNP|dobj|6|GPE .|-|PUNCT|.|punct|2"""
RECIPROCAL = """The|-|DET|DT|det|1 bank|-|NOUN|NN|nsubj|5 and|-|CCONJ|CC|cc|1 the|-|DET|DT|det|4 union|-|NOUN|NN|conj|1
agreed|agree|VERB|VBD|ROOT|5 .|-|PUNCT|.|punct|5"""
IDIOM = """The|-|DET|DT|det|1 guards|guard|NOUN|NNS|nsubj|2 opened|open|VERB|VBD|ROOT|2 fire|-|NOUN|NN|dobj|2
on|-|ADP|IN|prep|2 the|-|DET|DT|det|6 crowd|-|NOUN|NN|pobj|4 .|-|PUNCT|.|punct|2"""
MAY = """The|-|DET|DT|det|1 firm|-|NOUN|NN|nsubj|3 may|-|AUX|MD|aux|3 sell|-|VERB|VB|ROOT|3 maps|map|NOUN|NNS|dobj|3
.|-|PUNCT|.|punct|3"""
CARRIED = """The|-|DET|DT|det|1 ministry|-|NOUN|NN|nsubj|2 announced|announce|VERB|VBD|ROOT|2 plans|plan|NOUN|NNS|dobj|2
in|-|ADP|IN|prep|2 June|June|PROPN|NNP|pobj|4|DATE .|-|PUNCT|.|punct|2"""
WILLING = """Kenya|Kenya|PROPN|NNP|nsubj|1|GPE is|be|AUX|VBZ|ROOT|1 willing|-|ADJ|JJ|acomp|1 to|-|PART|TO|aux|4
help|-|VERB|VB|xcomp|2 the|-|DET|DT|det|6 refugees|refugee|NOUN|NNS|dobj|4 .|-|PUNCT|.|punct|1"""
OBJECT_GAP = """The|-|DET|DT|det|1 phone|-|NOUN|NN|nsubj|5 the|-|DET|DT|det|3 firm|-|NOUN|NN|nsubj|4
sells|sell|VERB|VBZ|relcl|1 broke|break|VERB|VBD|ROOT|5 .|-|PUNCT|.|punct|5"""
STATE = """The|-|DET|DT|det|1 town|-|NOUN|NN|nsubj|2 has|have|VERB|VBZ|ROOT|2 schools|school|NOUN|NNS|dobj|2
.|-|PUNCT|.|punct|2"""
ACCUSED = """Critics|critic|NOUN|NNS|nsubj|1 accused|accuse|VERB|VBD|ROOT|1 the|-|DET|DT|det|3 firm|-|NOUN|NN|dobj|1
of|-|ADP|IN|prep|1 hiding|hide|VERB|VBG|pcomp|4 losses|loss|NOUN|NNS|dobj|5 .|-|PUNCT|.|punct|1"""
QUOTED = """The|-|DET|DT|det|1 paper|-|NOUN|NN|nsubj|2 quoted|quote|VERB|VBD|ROOT|2 the|-|DET|DT|det|4
mayor|-|NOUN|NN|dobj|2 as|-|ADP|IN|prep|2 attacking|attack|VERB|VBG|pcomp|5 the|-|DET|DT|det|8 firm|-|NOUN|NN|dobj|6
.|-|PUNCT|.|punct|2"""
CHOSEN = """The|-|DET|DT|det|1 city|-|NOUN|NN|nsubj|2 picked|pick|VERB|VBD|ROOT|2 the|-|DET|DT|det|4
firm|-|NOUN|NN|dobj|2
to|-|PART|TO|aux|6 build|-|VERB|VB|advcl|2 the|-|DET|DT|det|8 dam|-|NOUN|NN|dobj|6 .|-|PUNCT|.|punct|2"""
SHARED_BY = """Jets|jet|NOUN|NNS|nsubjpass|2 are|be|AUX|VBP|auxpass|2 tested|test|VERB|VBN|ROOT|2 and|-|CCONJ|CC|cc|2
bought|buy|VERB|VBN|conj|2 by|-|ADP|IN|agent|4 the|-|DET|DT|det|7 state|-|NOUN|NN|pobj|5 .|-|PUNCT|.|punct|2"""
BODY = """The|-|DET|DT|det|2 Acme|Acme|PROPN|NNP|compound|2|ORG ultimatum|-|NOUN|NN|nsubj|3
expired|expire|VERB|VBD|ROOT|3
.|-|PUNCT|.|punct|3"""
OBJECT_BODY = """The|-|DET|DT|det|2 Acme|Acme|PROPN|NNP|compound|2|ORG takeover|-|NOUN|NN|nsubj|3
failed|fail|VERB|VBD|ROOT|3 .|-|PUNCT|.|punct|3"""
TOLD_APART = """Acme|Acme|PROPN|NNP|nsubj|6|ORG ,|-|PUNCT|,|punct|0 a|-|DET|DT|det|3 maker|-|NOUN|NN|appos|0
of|-|ADP|IN|prep|3 maps|map|NOUN|NNS|pobj|4 sued|sue|VERB|VBD|ROOT|6 the|-|DET|DT|det|8 bank|-|NOUN|NN|dobj|6
.|-|PUNCT|.|punct|6"""
ELECTION = """Women|woman|NOUN|NNS|nsubj|1 participated|participate|VERB|VBD|ROOT|1 in|-|ADP|IN|prep|1
the|-|DET|DT|det|4 election|-|NOUN|NN|pobj|2 .|-|PUNCT|.|punct|1"""
NAMED_AFTER = """The|-|DET|DT|det|1 maker|-|NOUN|NN|nsubj|5 ,|-|PUNCT|,|punct|1 Acme|Acme|PROPN|NNP|appos|1|ORG
,|-|PUNCT|,|punct|1 sued|sue|VERB|VBD|ROOT|5 the|-|DET|DT|det|7 bank|-|NOUN|NN|dobj|5 .|-|PUNCT|.|punct|5"""
SUBJECT_OF_NOUN = """This|-|DET|DT|nsubj|1 delays|delay|VERB|VBZ|ROOT|1 the|-|DET|DT|det|3
Acme|Acme|PROPN|NNP|nsubj|4|ORG plan|-|NOUN|NN|ccomp|1 .|-|PUNCT|.|punct|1"""
CLOSURE = """Acme|Acme|PROPN|NNP|nsubj|1|ORG announced|announce|VERB|VBD|ROOT|1 the|-|DET|DT|det|3
closure|-|NOUN|NN|dobj|1 of|-|ADP|IN|prep|3 a|-|DET|DT|det|6 mine|-|NOUN|NN|pobj|4 .|-|PUNCT|.|punct|1"""
WON_ORDER = """Acme|Acme|PROPN|NNP|nsubj|1|ORG won|win|VERB|VBD|ROOT|1 an|-|DET|DT|det|3 order|-|NOUN|NN|dobj|1
from|-|ADP|IN|prep|1 Kenya|Kenya|PROPN|NNP|pobj|4|GPE .|-|PUNCT|.|punct|1"""
GOES_ON = """The|-|DET|DT|det|1 firm|-|NOUN|NN|nsubj|3 will|-|AUX|MD|aux|3 continue|-|VERB|VB|ROOT|3
to|-|PART|TO|aux|5 sell|-|VERB|VB|xcomp|3 maps|map|NOUN|NNS|dobj|5 .|-|PUNCT|.|punct|3"""
SOURCES = """Kenya|Kenya|PROPN|NNP|nsubj|2|GPE will|-|AUX|MD|aux|2 help|-|VERB|VB|ccomp|6 the|-|DET|DT|det|4
firm|-|NOUN|NN|dobj|2 sources|source|NOUN|NNS|nsubj|6 said|say|VERB|VBD|ROOT|6 .|-|PUNCT|.|punct|6"""
PROMISE = """Kenya|Kenya|PROPN|NNP|nsubj|1|GPE said|say|VERB|VBD|ROOT|1 it|-|PRON|PRP|nsubj|4 will|-|AUX|MD|aux|4
help|-|VERB|VB|ccomp|1 the|-|DET|DT|det|6 firm|-|NOUN|NN|dobj|4 .|-|PUNCT|.|punct|1"""
STRANDED = """Kenya|Kenya|PROPN|NNP|nsubj|1|GPE cut|-|VERB|VBD|ROOT|1 the|-|DET|DT|det|3 ties|tie|NOUN|NNS|dobj|1
with|-|ADP|IN|prep|3 .|-|PUNCT|.|punct|1"""
HYPHEN = """Its|-|PRON|PRP$|poss|1 co|-|NOUN|NN|nsubj|5 -|-|NOUN|NN|nsubj|5 founder|-|NOUN|NN|nsubj|5
Smith|Smith|PROPN|NNP|appos|3|PERSON sold|sell|VERB|VBD|ROOT|5 maps|map|NOUN|NNS|dobj|5 .|-|PUNCT|.|punct|5"""

OPERATORS = "all operators in the country"
KENYA_AND_FIRM = "Kenya and the firm"
Row = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...], str, str]


def actions(made: Doc) -> list[Row]:
    """Kind, words of the trigger, of agents, of patients, polarity and modality of each action."""
    mark_actions(made)
    group = ann.spans(made, ann.ACTIONS)

    def words(key: str, role: str) -> tuple[str, ...]:
        return tuple(item.text for item in group if item.kb_id_ == key and item.label_ == role)

    return [
        (
            action["type"],
            words(key, "trigger"),
            words(key, "agent"),
            words(key, "patient"),
            action["polarity"],
            action["modality"],
        )
        for key, action in ann.attrs(made, ann.ACTIONS).items()
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            ORDER,
            [
                ("ShutDown", ("close",), (OPERATORS,), ("the network",), "positive", "ordered"),
                ("Order", ("ordered", "close"), ("The regulator",), (OPERATORS,), "positive", "asserted"),
            ],
        ),
        (PASSIVE, [("Ban", ("blocked",), ("the ministry",), ("The site",), "positive", "asserted")]),
        (
            PASSIVE_ORDER,
            [
                ("ShutDown", ("closed",), (), ("It",), "positive", "ordered"),
                ("Order", ("ordered closed",), ("Kenya",), ("It",), "positive", "asserted"),
            ],
        ),
        (
            FAILED,
            [
                ("Act", ("failed",), ("The firm",), (), "positive", "asserted"),
                ("Sell", ("sell",), ("The firm",), ("maps",), "negative", "asserted"),
            ],
        ),
        (
            BOTH_SIDES,
            [
                ("Attack", ("shelled",), ("The army and the rebels",), ("the town",), "positive", "asserted"),
                ("Seize", ("looted",), ("The army and the rebels",), ("the town",), "positive", "asserted"),
            ],
        ),
        (LIGHT, [("Order", ("issued", "directive"), ("The ministry",), (), "positive", "asserted")]),
        (
            NOMINAL,
            [
                ("ShutDown", ("shutdown",), ("the regulator",), ("the network",), "positive", "asserted"),
                ("Act", ("failed",), (), ("The shutdown",), "positive", "asserted"),
            ],
        ),
        (
            BETWEEN,
            [
                ("Negotiate", ("Negotiations",), (KENYA_AND_FIRM,), (KENYA_AND_FIRM,), "positive", "asserted"),
                ("Act", ("ended",), (), ("Negotiations",), "positive", "asserted"),
            ],
        ),
        (
            RELATIVE,
            [
                ("Sell", ("sells",), ("which",), ("maps",), "positive", "asserted"),
                ("Sue", ("sued",), ("The firm",), ("the bank",), "positive", "asserted"),
            ],
        ),
        (REDUCED, [("Arrest", ("arrested",), (), ("Two reporters",), "positive", "asserted")]),
        (
            THREAT,
            [
                ("Withdraw", ("pull out",), ("The firm",), ("Kenya",), "positive", "threatened"),
                ("Threaten", ("threatened", "pull out"), ("The firm",), ("Kenya",), "positive", "asserted"),
            ],
        ),
        (
            REJECTED,
            [
                ("Agree", ("offer",), ("the bank",), (), "positive", "asserted"),
                ("Refuse", ("rejected", "offer"), ("Kenya",), ("the bank",), "positive", "asserted"),
            ],
        ),
        (
            SAID,
            [
                ("Visit", ("visit",), ("he",), ("Kenya",), "negative", "planned"),
                ("Say", ("said", "visit"), ("The envoy",), ("Kenya",), "positive", "asserted"),
            ],
        ),
        (
            RECIPROCAL,
            [("Agree", ("agreed",), ("The bank and the union",), ("The bank and the union",), "positive", "asserted")],
        ),
        (IDIOM, [("Attack", ("opened fire",), ("The guards",), ("the crowd",), "positive", "asserted")]),
        (MAY, [("Sell", ("sell",), ("The firm",), ("maps",), "positive", "possible")]),
        (
            CARRIED,
            [
                ("Announce", ("announced",), ("The ministry",), ("plans",), "positive", "asserted"),
                ("Act", ("plans",), ("The ministry",), (), "positive", "asserted"),
            ],
        ),
        (WILLING, [("Aid", ("help",), ("Kenya",), ("the refugees",), "positive", "planned")]),
        (
            OBJECT_GAP,
            [
                ("Sell", ("sells",), ("the firm",), ("The phone",), "positive", "asserted"),
                ("Act", ("broke",), ("The phone",), (), "positive", "asserted"),
            ],
        ),
        (STATE, []),
        (
            ACCUSED,
            [
                ("Act", ("hiding",), ("the firm",), ("losses",), "positive", "possible"),
                ("Accuse", ("accused", "hiding"), ("Critics",), ("the firm",), "positive", "asserted"),
                ("Act", ("losses",), (), (), "positive", "asserted"),
            ],
        ),
        (
            QUOTED,
            [
                ("Say", ("quoted",), ("The paper",), ("the mayor",), "positive", "asserted"),
                ("Attack", ("attacking",), ("the mayor",), ("the firm",), "positive", "asserted"),
            ],
        ),
        (
            CHOSEN,
            [
                ("Decide", ("picked",), ("The city",), ("the firm",), "positive", "asserted"),
                ("Make", ("build",), ("the firm",), ("the dam",), "positive", "planned"),
            ],
        ),
        (
            SHARED_BY,
            [
                ("Act", ("tested",), ("the state",), ("Jets",), "positive", "asserted"),
                ("Acquire", ("bought",), ("the state",), ("Jets",), "positive", "asserted"),
            ],
        ),
        (
            BODY,
            [
                ("Demand", ("ultimatum",), ("Acme",), (), "positive", "asserted"),
                ("Act", ("expired",), (), ("ultimatum",), "positive", "asserted"),
            ],
        ),
        (
            OBJECT_BODY,
            [
                ("Acquire", ("takeover",), (), ("Acme",), "positive", "asserted"),
                ("Act", ("failed",), (), ("takeover",), "positive", "asserted"),
            ],
        ),
        (TOLD_APART, [("Sue", ("sued",), ("Acme",), ("the bank",), "positive", "asserted")]),
        (NAMED_AFTER, [("Sue", ("sued",), ("The maker, Acme",), ("the bank",), "positive", "asserted")]),
        (
            SUBJECT_OF_NOUN,
            [
                ("Prevent", ("delays",), ("This",), (), "positive", "asserted"),
                ("Act", ("plan",), ("the Acme",), (), "positive", "asserted"),
            ],
        ),
        (
            CLOSURE,
            [
                ("Announce", ("announced",), ("Acme",), ("the closure",), "positive", "asserted"),
                ("ShutDown", ("closure",), ("Acme",), ("a mine",), "positive", "asserted"),
            ],
        ),
        (
            WON_ORDER,
            [
                ("Win", ("won",), ("Acme",), ("an order",), "positive", "asserted"),
                ("Order", ("order",), ("Kenya",), (), "positive", "asserted"),
            ],
        ),
        (
            ELECTION,
            [
                ("Act", ("participated",), ("Women",), ("the election",), "positive", "asserted"),
                ("Appoint", ("election",), (), (), "positive", "asserted"),
            ],
        ),
    ],
    ids=[
        "control", "passive", "passive-order", "failed", "coordination", "light-verb", "nominal", "between", "relative",
        "reduced", "threat", "deed-as-patient", "said", "reciprocal", "idiom", "modal", "carried", "adjective",
        "object-gap", "state", "accused", "quoted", "chosen", "shared-by", "body", "object-body", "apposition",
        "named-after", "subject-of-noun", "closure", "won-order", "election",
    ],
)  # fmt: skip
def test_mechanism(table: str, expected: list[Row]) -> None:
    assert actions(doc(table)) == expected


def test_a_word_with_a_hyphen_is_one_phrase() -> None:
    apart = doc(HYPHEN)
    words = list(apart)
    glued = Doc(
        apart.vocab,
        words=[word.text for word in words],
        spaces=[word.i not in {1, 2, 6} for word in words],
        lemmas=[word.lemma_ for word in words],
        pos=[word.pos_ for word in words],
        tags=[word.tag_ for word in words],
        deps=[word.dep_ for word in words],
        heads=[word.head.i for word in words],
    )
    ann.put(glued, ann.MENTIONS, [span(glued, "Its co-founder Smith", "name", "a1")], {"a1": {}})
    ((_, _, agents, _, _, _),) = actions(glued)
    (sold,) = ann.attrs(glued, ann.ACTIONS).values()
    assert agents == ("Its co-founder Smith",)
    assert sold["agents"] == ["a1"]


def test_what_is_ordered_stands_under_the_order() -> None:
    made = mark_actions(doc(ORDER))
    first, second = ann.attrs(made, ann.ACTIONS).values()
    assert (first["under"], second["under"]) == ("e2", None)


@pytest.mark.parametrize(("table", "root"), [(SOURCES, None), (PROMISE, "AGREE")], ids=["of-another", "of-the-speaker"])
def test_a_promise_is_of_who_promises(table: str, root: str | None) -> None:
    made = mark_actions(doc(table))
    assert {item["lemma"]: item["plover"] for item in ann.attrs(made, ann.ACTIONS).values()} == {
        "help": "AGREE",
        "say": root,
    }


def test_a_preposition_without_an_object_ends_no_phrase() -> None:
    ((_, _, _, patients, _, _),) = actions(doc(STRANDED))
    assert patients == ("the ties",)


def test_what_goes_on_stands_under_nothing() -> None:
    made = mark_actions(doc(GOES_ON))
    assert [(item["modality"], item["under"]) for item in ann.attrs(made, ann.ACTIONS).values()] == [
        ("planned", None),
        ("planned", None),
    ]
    assert [trigger for _, trigger, *_ in actions(made)] == [("continue",), ("sell",)]


def test_roots_follow_from_promise_and_threat() -> None:
    made = mark_actions(doc(THREAT))
    assert [action["plover"] for action in ann.attrs(made, ann.ACTIONS).values()] == ["THREATEN", "THREATEN"]
    made = mark_actions(doc(WILLING))
    assert [action["plover"] for action in ann.attrs(made, ann.ACTIONS).values()] == ["AGREE"]


def test_actors_dates_places_and_statements_come_from_earlier_components() -> None:
    made = doc(CARRIED)
    ann.put(made, ann.MENTIONS, [span(made, "The ministry", "description", "a1")], {"a1": {}})
    ann.put(made, ann.DATES, [span(made, "June", "DATE", "2015-06")])
    ann.put(made, ann.STATEMENTS, [span(made, "announced plans", "content", "s1")], {"s1": {}})
    announced, plans = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    assert announced["agents"] == plans["agents"] == ["a1"]
    assert announced["date"] == plans["date"] == "2015-06"
    assert announced["within"] == plans["within"] == "s1"
    made = doc(REDUCED)
    ann.put(made, ann.MENTIONS, [span(made, "Lagos", "name", "a2")], {"a2": {}})
    (arrest,) = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    assert arrest["place"] == "a2"


def test_the_speakers_of_a_statement_do_what_its_verb_tells() -> None:
    made = doc(CARRIED)
    ann.put(made, ann.MENTIONS, [span(made, "The ministry", "description", "a1")], {"a1": {}, "a2": {}})
    roles = [span(made, "announced", "cue", "s1"), span(made, "The ministry", "source", "s1")]
    ann.put(made, ann.STATEMENTS, roles, {"s1": {"speakers": ["a2"]}})
    announced, plans = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    assert (announced["agents"], plans["agents"]) == (["a2"], ["a1"])
    ann.put(made, ann.STATEMENTS, [roles[0], span(made, "plans", "source", "s1")], {"s1": {"speakers": ["a2"]}})
    announced, _ = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    assert announced["agents"] == ["a1"]


def test_a_date_without_a_value_is_still_evidence() -> None:
    made = doc(CARRIED)
    ann.put(made, ann.DATES, [span(made, "June", "DATE", "")])
    announced, _ = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    dates = [item.text for item in ann.spans(made, ann.ACTIONS) if item.label_ == "date"]
    assert announced["date"] is None
    assert dates == ["June", "June"]


def test_the_innermost_statement_counts() -> None:
    made = doc(SAID)
    contents = [span(made, made.text, "content", "s1"), span(made, "he would not visit Kenya", "content", "s2")]
    ann.put(made, ann.STATEMENTS, contents, {"s1": {}, "s2": {}})
    assert [action["within"] for action in ann.attrs(mark_actions(made), ann.ACTIONS).values()] == ["s2", "s1"]


def test_furniture_is_not_read() -> None:
    made = doc(PASSIVE)
    ann.set_passages(made, [(0, len(made.text), "furniture")])
    assert actions(made) == []


def test_an_empty_doc_has_no_actions() -> None:
    made = mark_actions(Doc(doc(STATE).vocab))
    assert ann.attrs(made, ann.ACTIONS) == {}


def test_a_deed_is_never_its_own_participant_and_spans_are_inside_the_text() -> None:
    for table in (ORDER, PASSIVE, BETWEEN, CARRIED, REJECTED, REDUCED):
        made = doc(table)
        for _, trigger, agents, patients, _, _ in actions(made):
            assert not set(trigger) & {*agents, *patients}
            assert all(words and words == words.strip(" .,") for words in (*agents, *patients))


def test_the_same_doc_gives_the_same_actions() -> None:
    once, again = mark_actions(doc(ORDER)), mark_actions(mark_actions(doc(ORDER)))
    assert ann.attrs(once, ann.ACTIONS) == ann.attrs(again, ann.ACTIONS)
    assert [(s.start, s.end, s.label_, s.kb_id_) for s in ann.spans(once, ann.ACTIONS)] == [
        (s.start, s.end, s.label_, s.kb_id_) for s in ann.spans(again, ann.ACTIONS)
    ]
