"""Labels of deeds that a noun tells: clauses with a verb, or none."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Analysis, Ref, Story
from onrecord.resolve import resolve
from onrecord.story import labels
from onrecord.story.index import build_index
from resolution import action, actor, article, span, wording


def read(text: str, noun: str, completion: str, *, whom: str = "", **values: Any) -> Story:
    """One deed told by `noun`: Tom Bell does it, to `whom` if it is given."""
    people = [actor(text, "a1", "Tom Bell", "Person")] if "Tom Bell" in text else []
    doer = (span(text, "Tom Bell"),) if people else ()
    undergoes = values.pop("undergoes", False)
    roles = {"patients": ("a1",), "patient_spans": doer} if undergoes else {"agents": ("a1",), "agent_spans": doer}
    if not people:
        roles = {}
    if whom:
        roles["patient_spans"] = (span(text, whom),)
    words = wording(text, "noun", completion=completion)
    deed = action(text, "e1", noun, wording=words, rule="noun:event", **roles, **values)
    return resolve(
        [Analysis(article=article("one", text), actors=tuple(people), actions=(deed,), sentences=((0, len(text)),))]
    )


def label(story: Story) -> str:
    return labels.action(build_index(story), Ref("one", "e1"))


@pytest.mark.parametrize(
    ("text", "noun", "lemma", "completion", "whom", "told"),
    [
        (
            "Tom Bell’s raid on the mill shook them",
            "raid",
            "raid",
            "raid on the mill",
            "the mill",
            "Tom Bell raided the mill",
        ),
        (
            "Tom Bell’s third bid for the mill",
            "bid",
            "bid",
            "third bid for the mill",
            "",
            "Tom Bell made a bid for the mill",
        ),
        (
            "Tom Bell’s offers to the mill",
            "offers",
            "offer",
            "offers to the mill",
            "",
            "Tom Bell made offers to the mill",
        ),
        (
            "Tom Bell’s refusal to sell it",
            "refusal|sell",
            "refusal",
            "refusal to sell it",
            "",
            "Tom Bell refused to sell it",
        ),
        (
            "Tom Bell’s call for a ban on mills",
            "call|ban",
            "call",
            "call for a ban on mills",
            "mills",
            "Tom Bell called for a ban on mills",
        ),
        (
            "Tom Bell’s win over the mayor",
            "win",
            "win",
            "win over the mayor",
            "the mayor",
            "Tom Bell defeated the mayor",
        ),
        (
            "Tom Bell’s long interview with us",
            "interview",
            "interview",
            "long interview with us",
            "",
            "Tom Bell had a long interview with us",
        ),
        ("Tom Bell’s next big rally", "rally", "rally", "next big rally", "", "Tom Bell held a big rally"),
    ],
)
def test_a_noun_is_told_by_its_verb_or_with_the_verb_that_carries_it(text, noun, lemma, completion, whom, told):
    assert label(read(text, noun, completion, whom=whom, lemma=lemma)) == told


@pytest.mark.parametrize(
    ("modality", "told"),
    [("attempted", "Tom Bell tried to raid the mill"), ("planned", "Tom Bell plans to raid the mill")],
)
def test_a_noun_keeps_how_it_stands(modality, told):
    text = "Tom Bell’s raid on the mill was awaited"
    assert label(read(text, "raid", "raid on the mill", whom="the mill", lemma="raid", modality=modality)) == told


@pytest.mark.parametrize(
    ("text", "noun", "completion", "told"),
    [
        ("Tom Bell’s loss of the mill", "loss", "loss of the mill", "Tom Bell suffered a loss of the mill"),
        (
            "The rise of Tom Bell in the party",
            "rise",
            "The rise of Tom Bell in the party",
            "Tom Bell rose in the party",
        ),
    ],
)
def test_whoever_undergoes_it_is_the_subject(text, noun, completion, told):
    assert label(read(text, noun, completion, undergoes=True, lemma=noun)) == told


@pytest.mark.parametrize(
    ("text", "noun", "lemma", "completion"),
    [
        ("Tom Bell spoke of the mood in the town", "mood", "mood", "the mood in the town"),
        ("Tom Bell’s bid failed", "bid", "bid", "bid"),
        ("The town shooting", "shooting", "shooting", "The town shooting"),
    ],
)
def test_a_noun_that_no_verb_tells_is_kept_back(text, noun, lemma, completion):
    whom = "town" if noun == "shooting" else ""
    report = read(text, noun, completion, whom=whom, lemma=lemma).analyses[0].actions[0]
    assert (report.recorded, report.kept_back) == (False, "no_clause")
