"""Rules of the component, each on a parse written by hand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from factory import make, span
from onrecord.language import annotations as ann
from onrecord.language.actions import mark_actions

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "deeds.toml").read_text(encoding="utf-8"))["case"]
ROWS = {case["id"]: case["rows"] for case in CASES}
GOES_ON = """
The DT det 2
firm NN nsubj 4
will MD aux 4
continue VB ROOT 0
to TO aux 6
sell VB xcomp 4
maps|map NNS dobj 6
. . punct 4
"""
SOURCES = """
Kenya|Kenya NNP nsubj 3 B-GPE
will MD aux 3
help VB ccomp 7
the DT det 5
firm NN dobj 3
sources|source NNS nsubj 7
said|say VBD ROOT 0
. . punct 7
"""
PROMISE = """
Kenya|Kenya NNP nsubj 2 B-GPE
said|say VBD ROOT 0
it PRP nsubj 5
will MD aux 5
help VB ccomp 2
the DT det 7
firm NN dobj 5
. . punct 2
"""
STRANDED = """
Kenya|Kenya NNP nsubj 2 B-GPE
cut VBD ROOT 0
the DT det 4
ties|tie NNS dobj 2
with IN prep 4
. . punct 2
"""
HYPHEN = """
Its PRP$ poss 2
co NN nsubj 6
- NN nsubj 6
founder NN nsubj 6
Smith|Smith NNP appos 4 B-PERSON
sold|sell VBD ROOT 0
maps|map NNS dobj 6
. . punct 6
"""
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_case(case: dict[str, Any]) -> None:
    assert actions(make(case["rows"])) == [
        (
            deed["kind"],
            tuple(deed["trigger"]),
            tuple(deed.get("agents", ())),
            tuple(deed.get("patients", ())),
            deed.get("polarity", "positive"),
            deed.get("modality", "asserted"),
        )
        for deed in case["deeds"]
    ]


def test_a_word_with_a_hyphen_is_one_phrase() -> None:
    apart = make(HYPHEN)
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
    made = mark_actions(make(ROWS["control"]))
    first, second = ann.attrs(made, ann.ACTIONS).values()
    assert (first["under"], second["under"]) == ("e2", None)


@pytest.mark.parametrize(("table", "root"), [(SOURCES, None), (PROMISE, "AGREE")], ids=["of-another", "of-the-speaker"])
def test_a_promise_is_of_who_promises(table: str, root: str | None) -> None:
    made = mark_actions(make(table))
    assert {item["lemma"]: item["plover"] for item in ann.attrs(made, ann.ACTIONS).values()} == {
        "help": "AGREE",
        "say": root,
    }


def test_a_preposition_without_an_object_ends_no_phrase() -> None:
    ((_, _, _, patients, _, _),) = actions(make(STRANDED))
    assert patients == ("the ties",)


def test_what_goes_on_stands_under_nothing() -> None:
    made = mark_actions(make(GOES_ON))
    assert [(item["modality"], item["under"]) for item in ann.attrs(made, ann.ACTIONS).values()] == [
        ("planned", None),
        ("planned", None),
    ]
    assert [trigger for _, trigger, *_ in actions(made)] == [("continue",), ("sell",)]


def test_roots_follow_from_promise_and_threat() -> None:
    made = mark_actions(make(ROWS["threat"]))
    assert [action["plover"] for action in ann.attrs(made, ann.ACTIONS).values()] == ["THREATEN", "THREATEN"]
    made = mark_actions(make(ROWS["adjective"]))
    assert [action["plover"] for action in ann.attrs(made, ann.ACTIONS).values()] == ["AGREE"]


def test_actors_dates_places_and_statements_come_from_earlier_components() -> None:
    made = make(ROWS["carried"])
    ann.put(made, ann.MENTIONS, [span(made, "The ministry", "description", "a1")], {"a1": {}})
    ann.put(made, ann.DATES, [span(made, "June", "DATE", "2015-06")])
    ann.put(made, ann.STATEMENTS, [span(made, "announced plans", "content", "s1")], {"s1": {}})
    announced, plans = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    assert announced["agents"] == plans["agents"] == ["a1"]
    assert announced["date"] == plans["date"] == "2015-06"
    assert announced["within"] == plans["within"] == "s1"
    made = make(ROWS["reduced"])
    ann.put(made, ann.MENTIONS, [span(made, "Lagos", "name", "a2")], {"a2": {}})
    (arrest,) = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    assert arrest["place"] == "a2"


def test_the_speakers_of_a_statement_do_what_its_verb_tells() -> None:
    made = make(ROWS["carried"])
    ann.put(made, ann.MENTIONS, [span(made, "The ministry", "description", "a1")], {"a1": {}, "a2": {}})
    roles = [span(made, "announced", "cue", "s1"), span(made, "The ministry", "source", "s1")]
    ann.put(made, ann.STATEMENTS, roles, {"s1": {"speakers": ["a2"]}})
    announced, plans = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    assert (announced["agents"], plans["agents"]) == (["a2"], ["a1"])
    ann.put(made, ann.STATEMENTS, [roles[0], span(made, "plans", "source", "s1")], {"s1": {"speakers": ["a2"]}})
    announced, _ = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    assert announced["agents"] == ["a1"]


def test_a_date_without_a_value_is_still_evidence() -> None:
    made = make(ROWS["carried"])
    ann.put(made, ann.DATES, [span(made, "June", "DATE", "")])
    announced, _ = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    dates = [item.text for item in ann.spans(made, ann.ACTIONS) if item.label_ == "date"]
    assert announced["date"] is None
    assert dates == ["June", "June"]


@pytest.mark.parametrize(("kind", "within"), [("speech", "s1"), ("refusal_to_comment", None)])
def test_what_somebody_does_not_speak_of_is_not_in_their_words(kind: str, within: str | None) -> None:
    made = make(ROWS["said"])
    ann.put(made, ann.STATEMENTS, [span(made, "he would not visit Kenya", "content", "s1")], {"s1": {"kind": kind}})
    assert [action["within"] for action in ann.attrs(mark_actions(made), ann.ACTIONS).values()] == [within, None]


def test_the_innermost_statement_counts() -> None:
    made = make(ROWS["said"])
    contents = [span(made, made.text, "content", "s1"), span(made, "he would not visit Kenya", "content", "s2")]
    ann.put(made, ann.STATEMENTS, contents, {"s1": {}, "s2": {}})
    assert [action["within"] for action in ann.attrs(mark_actions(made), ann.ACTIONS).values()] == ["s2", "s1"]


def test_furniture_is_not_read() -> None:
    made = make(ROWS["passive"])
    ann.set_passages(made, [(0, len(made.text), "furniture")])
    assert actions(made) == []


def test_an_empty_doc_has_no_actions() -> None:
    made = mark_actions(Doc(make(ROWS["state"]).vocab))
    assert ann.attrs(made, ann.ACTIONS) == {}


def test_a_deed_is_never_its_own_participant_and_spans_are_inside_the_text() -> None:
    for table in (
        ROWS["control"],
        ROWS["passive"],
        ROWS["between"],
        ROWS["carried"],
        ROWS["deed-as-patient"],
        ROWS["reduced"],
    ):
        made = make(table)
        for _, trigger, agents, patients, _, _ in actions(made):
            assert not set(trigger) & {*agents, *patients}
            assert all(words and words == words.strip(" .,") for words in (*agents, *patients))


def test_the_same_doc_gives_the_same_actions() -> None:
    once, again = mark_actions(make(ROWS["control"])), mark_actions(mark_actions(make(ROWS["control"])))
    assert ann.attrs(once, ann.ACTIONS) == ann.attrs(again, ann.ACTIONS)
    assert [(s.start, s.end, s.label_, s.kb_id_) for s in ann.spans(once, ann.ACTIONS)] == [
        (s.start, s.end, s.label_, s.kb_id_) for s in ann.spans(again, ann.ACTIONS)
    ]


HABIT = """
Kenya|Kenya NNP nsubj 2 B-GPE
ended|end VBD ROOT 0
a DT det 4
ban NN dobj 2
dating|date VBG acl 4
to IN prep 5
2007 CD pobj 6
. . punct 2
"""
ATTACKED = """
Kenya|Kenya NNP nsubj 3 B-GPE
will MD aux 3
sell VB ROOT 0
in IN prep 3
2031 CD pobj 4
a DT det 7
mine NN dobj 3
that WDT dobj 10
Lund NNP nsubj 10 B-PERSON
criticized|criticize VBD relcl 7
. . punct 3
"""
UNTIL = """
Kenya|Kenya NNP nsubj 4 B-GPE
will MD aux 4
not RB neg 4
close VB ROOT 0
the DT det 6
mine NN dobj 4
until IN prep 4
2031 CD pobj 7
. . punct 4
"""


@pytest.mark.parametrize(
    ("rows", "date", "lemma", "dated"),
    [
        (HABIT, "2007", "end", None),
        (ATTACKED, "2031", "sell", "2031"),
        (ATTACKED, "2031", "criticize", None),
        (UNTIL, "2031", "close", None),
        (UNTIL.replace("until IN", "in IN"), "2031", "close", "2031"),
    ],
)
def test_a_date_is_that_of_the_deed_alone(rows: str, date: str, lemma: str, dated: str | None) -> None:
    made = make(rows)
    ann.put(made, ann.DATES, [span(made, date, "DATE", date)])
    found = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    assert [item["date"] for item in found if item["lemma"] == lemma] == [dated]


def test_until_when_it_lasts_stays_in_its_words() -> None:
    made = make(UNTIL)
    ann.put(made, ann.DATES, [span(made, "2031", "DATE", "2031")])
    mark_actions(made)
    kept = [item.text for item in ann.spans(made, ann.ACTIONS) if item.label_ == "completion"]
    assert kept == ["the mine until 2031"]


ON_VOTE = """
Kenya|Kenya NNP nsubj 2 B-GPE
decided|decide VBD ROOT 0
to TO aux 4
speak VB xcomp 2
on IN prep 4
Monday NNP poss 8
's POS case 6
vote NN pobj 5
. . punct 2
"""


ON_MONDAY = """
Kenya|Kenya NNP nsubj 2 B-GPE
decided|decide VBD ROOT 0
to TO aux 4
speak VB xcomp 2
on IN prep 4
Monday NNP pobj 5
. . punct 2
"""


@pytest.mark.parametrize(("rows", "dated"), [(ON_VOTE, None), (ON_MONDAY, "2031-05")])
def test_the_date_of_what_it_is_about_is_not_its_own(rows: str, dated: str | None) -> None:
    made = make(rows)
    day = span(made, "Monday", "DATE", "2031-05")
    ann.put(made, ann.DATES, [day], {f"verb {day.start_char}": 1})
    found = ann.attrs(mark_actions(made), ann.ACTIONS).values()
    assert [item["date"] for item in found if item["lemma"] == "decide"] == [dated]
