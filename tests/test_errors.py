"""Errors are sentences, and travel between processes as they are."""

from __future__ import annotations

import pickle

import pytest

from onrecord.errors import ArticleError, ModelError, OnrecordError, OutputError, QueryError, RecordError, SettingsError

ERRORS: list[OnrecordError] = [
    ArticleError("a.txt", "is empty"),
    RecordError("a.jsonl", 3, "no JSON"),
    ModelError("en_x", "not installed"),
    SettingsError("no such file"),
    QueryError("no such question"),
    OutputError("out", "no room"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_of_another_process_arrives_whole(error: OnrecordError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_messages_name_what_is_at_fault() -> None:
    assert [str(error) for error in ERRORS] == [
        "a.txt: is empty",
        "a.jsonl, line 3: no JSON",
        "language model 'en_x': not installed",
        "no such file",
        "no such question",
        "out: no room",
    ]
