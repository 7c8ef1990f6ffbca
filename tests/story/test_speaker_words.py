"""Words for a speaker in a label: whose account it is, and in which tense something is said."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Ref
from onrecord.resolve import resolve
from onrecord.story import statement_labels
from onrecord.story.index import build_index
from onrecord.story.speaker_words import pronoun
from resolution import actor, analysis, statement

TEXT = "Ida Moss slept, and {} plans to leave the Halden Board."


@pytest.mark.parametrize(
    ("word", "kind", "own"),
    [("she", "Person", "her"), ("he", "Person", "his"), ("they", "Person", "their"), ("it", "Company", "its")],
)
def test_the_pronoun_is_the_one_that_the_article_has(word: str, kind: Any, own: str) -> None:
    text = TEXT.format(word)
    moss = actor(text, "i", "Ida Moss", kind, word)
    look = build_index(resolve([analysis("one", text, moss)]))
    assert pronoun(look, "one", ["i"], "owner_pronouns") == own


@pytest.mark.parametrize(
    ("text", "cue", "content", "values", "label"),
    [
        ("Ida Moss plans to leave Halden.", "plans", "to leave Halden", {"mode": "indirect", "kind": "intention"},
         "Ida Moss plans to leave Halden"),
        ("Ida Moss says it is late.", "says", "it is late", {"mode": "indirect"}, "Ida Moss said it is late"),
        ("“It is late,” Ida Moss will say.", "will say", "“It is late,”", {}, "Ida Moss will say: “It is late”"),
        ("Ida Moss's decision to leave Halden was late.", "decision", "to leave Halden",
         {"mode": "indirect", "kind": "intention"}, "Ida Moss decided to leave Halden"),
    ],
)  # fmt: skip
def test_the_verb_says_whether_it_was_said(
    text: str, cue: str, content: str, values: dict[str, Any], label: str
) -> None:
    said = statement(text, "s1", content, speakers=("i",), source="Ida Moss", cue=cue, **values)
    look = build_index(resolve([analysis("one", text, actor(text, "i", "Ida Moss", "Person"), said)]))
    assert statement_labels.said(look, Ref("one", "s1")) == label
    assert not statement_labels.is_open(look, Ref("one", "s1"))
