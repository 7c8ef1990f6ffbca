"""Every cue of the lexicons is found, with source and content, in its own example."""

from __future__ import annotations

import re
from functools import cache

import pytest

from onrecord import pipeline, resources
from onrecord.language.lexicon import Cue, cues
from onrecord.language.statements import component, lexicon
from onrecord.language.syntax.tree import tree_of
from onrecord.settings import DEFAULT_MODEL

PARTS = ("verb", "noun", "adjective")
FRAMES = re.compile(
    r"quote|that|wh|inf|obj_inf|ing|as|pred|raising|np|np_(of|for|on|to|with|at)|pp:[a-z]+|passive|as_clause|[na]_(that|wh|inf|[a-z]+)"
)
MARKS = re.compile(r"[<>*\[\]]")


def rows() -> list[tuple[str, Cue]]:
    """Every cue with its lemma."""
    return [row for part in PARTS for row in cues(part).items()]


def marked(example: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The plain sentence, and where its source <...>, cue *...* and content [...] stand (a cue's first part)."""
    plain, found, opened = "", {}, {}
    for character in example:
        if character in "<[" or (character == "*" and "*" not in opened):
            opened[character] = len(plain)
        elif character in ">]*":
            start = opened.pop({">": "<", "]": "["}.get(character, "*"))
            found.setdefault({">": "source", "]": "content"}.get(character, "cue"), []).append((start, len(plain)))
        else:
            plain += character
    return plain, found


@cache
def parsed() -> list:
    nlp = pipeline.reader(DEFAULT_MODEL)
    return [nlp(marked(cue.example)[0]) for _, cue in rows()]


def letters(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def overlap(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def fault(lemma: str, cue: Cue, doc) -> str | None:
    """What is wrong with the reading of a cue's example."""
    plain, gold = marked(cue.example)
    wanted = {role: letters(plain, spans[:1] if role == "cue" else spans) for role, spans in gold.items()}
    for item in component.candidates(doc, tree_of(doc)):
        spans = {
            role: letters(plain, [(doc[a:b].start_char, doc[a:b].end_char) for a, b in parts])
            for role, parts in (("cue", item.cue), ("content", item.content), ("source", item.source))
        }
        if item.entry == lemma and spans["cue"] & wanted["cue"]:
            good = overlap(spans["content"], wanted["content"]) >= 0.8
            whose = "source" not in wanted or overlap(spans["source"], wanted["source"]) >= 0.8
            return None if good and whose else f"{lemma}: {item.frame}, {plain}"
    return f"{lemma}: no candidate in: {plain}"


def test_entries_are_well_formed() -> None:
    for lemma, cue in rows():
        assert all(FRAMES.fullmatch(frame) for frame in cue.frames), lemma
        assert cue.source, lemma
        assert {"cue", "content"} <= marked(cue.example)[1].keys(), lemma


def test_examples_are_all_different() -> None:
    examples = [cue.example for _, cue in rows()]
    assert len(examples) == len(set(examples))


@pytest.mark.model
def test_examples_are_read() -> None:
    faults = [found for row, doc in zip(rows(), parsed(), strict=True) if (found := fault(*row, doc))]
    assert not faults, "\n".join(faults)


def test_counts_are_of_entries_that_exist() -> None:
    counts = resources.toml("lexicons", "en", "cue_priors.toml")
    names = {lemma for lemma, _ in rows()} | {"any", "colon", "according", "in"}
    for frame, entries in counts["entries"].items():
        assert frame in counts["rules"]
        assert set(entries) <= names, set(entries) - names
    for rule in counts["rules"].values():
        assert all(0 <= right <= seen <= rule["all"][1] for right, seen in rule.values())


def test_seldom_seen_cues_are_drawn_towards_their_rule() -> None:
    table = {"rules": {"all": {"all": [50, 100]}, "that": {"all": [80, 100], "plain": [80, 100]}}, "entries": {}}
    unseen = lexicon.likelihood(table, "x", "that", "plain")
    assert 0.7 < unseen < 0.85
    table["entries"] = {"that": {"x": [0, 1.6], "y": [0, 40.0]}}
    assert lexicon.likelihood(table, "y", "that", "plain") < lexicon.likelihood(table, "x", "that", "plain") < unseen
