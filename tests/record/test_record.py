"""The record: what is written is read back, and a fault names the file and the line."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import ids, record
from onrecord.errors import RecordError
from onrecord.model import Action, Actor, Analysis, Article, Mention, Passage, Statement, TimeExpression

TEXT = "The PTA said it banned BES on Friday."


def analysis(text: str = TEXT, title: str | None = None) -> Analysis:
    return Analysis(
        article=Article(id="a", text=text, sha256=ids.text_sha256(text), source="a.txt", title=title),
        passages=(Passage(0, len(text), "body"),),
        actors=(Actor(id="a1", name="PTA", type="RegulatoryAgency", named=True, mentions=(Mention(0, 7, "name"),)),),
        statements=(
            Statement(
                id="s1",
                mode="indirect",
                source=((0, 7),),
                cue=((8, 12),),
                content=((13, 36),),
                speakers=("a1",),
                rule="that",
            ),
        ),
        actions=(
            Action(
                id="e1",
                type="Ban",
                plover="COERCE",
                lemma="ban",
                trigger=((16, 22),),
                agents=("a1",),
                within="s1",
                rule="v",
            ),
        ),
        dates=(TimeExpression(start=30, end=36, type="DATE", value=None),),
    )


def test_field_names_and_order_are_the_record_format() -> None:
    row = json.loads(record.dumps(analysis()))
    assert list(row)[:6] == ["article", "passages", "actors", "statements", "actions", "dates"]
    assert row["passages"] == [{"start": 0, "end": 37, "kind": "body"}]
    assert row["actors"][0]["mentions"] == [{"start": 0, "end": 7, "form": "name"}]
    assert row["statements"][0]["source"] == [[0, 7]]
    assert row["actions"][0]["trigger"] == [[16, 22]]
    assert row["dates"] == [
        {"start": 30, "end": 36, "type": "DATE", "value": None, "partial": None, "note": None, "aside": False}
    ]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.none() | st.text(st.characters(exclude_categories=["Cs"])))
def test_round_trip(text: str, title: str | None) -> None:
    value = analysis(text, title)
    stream = io.BytesIO()
    record.write([value, value], stream)
    assert stream.getvalue().count(b"\n") == 2
    assert list(record.read(io.BytesIO(stream.getvalue()))) == [value, value]


def test_unknown_fields_are_passed_over() -> None:
    row = json.loads(record.dumps(analysis())) | {"added": 1}
    assert record.loads(json.dumps(row)) == analysis()


@pytest.mark.parametrize("line", [b"{", b"{}", b"[]", b'{"article": {"id": 3}}', b"\xff", b"[" * 100_000])
def test_a_bad_line_is_named(line: bytes) -> None:
    with pytest.raises(RecordError, match=r"r\.jsonl, line 3: ") as caught:
        list(record.read([record.dumps(analysis()), b"\n", line], "r.jsonl"))
    assert "\n" not in str(caught.value)


def test_a_name_outside_the_vocabulary_is_refused() -> None:
    row = json.loads(record.dumps(analysis()))
    row["actors"][0]["type"] = "Wizard"
    with pytest.raises(RecordError, match="Wizard"):
        record.loads(json.dumps(row))
