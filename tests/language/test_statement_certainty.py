"""How sure it is who speaks: names, pronouns that go on or go back, descriptions of nobody named."""

from __future__ import annotations

import pytest

import parses
from onrecord.language.annotations import ActorAttrs
from onrecord.language.statements.candidates import Attribution, Resolved
from onrecord.language.statements.certainty import certainty_of
from onrecord.language.syntax.tree import tree_of
from onrecord.weights import weights_of

W = weights_of("confidence")
ACTORS: dict[str, ActorAttrs] = {
    "a1": {"name": (0, 4), "type": "Person", "named": True, "members": []},
    "a2": {"name": (0, 4), "type": "Person", "named": False, "members": []},
}


def said(number: int, head: int, speaker: str, *, pronoun: bool = False) -> Resolved:
    span = ((head, head + 1),)
    found = Attribution(head + 1, span, span, span, "say", "that", source_head=head, pronoun=pronoun)
    return Resolved(number, found, (speaker,), None, None, None)


@pytest.fixture(scope="module")
def parsed():
    return tree_of(
        parses.doc(
            "The|the|DET|DT|det|1 senator|senator|NOUN|NN|nsubj|2 spoke|speak|VERB|VBD|ROOT|2\n\n"
            "Some|some|DET|DT|det|1 voters|voter|NOUN|NNS|nsubj|2 spoke|speak|VERB|VBD|ROOT|2\n\n"
            "Its|its|PRON|PRP$|poss|1 chief|chief|NOUN|NN|nsubj|2 spoke|speak|VERB|VBD|ROOT|2\n\n"
            "He|he|PRON|PRP|nsubj|1 spoke|speak|VERB|VBD|ROOT|1"
        )
    )


@pytest.mark.parametrize(
    ("head", "speaker", "expected"),
    [(1, "a2", W["speaker.described"]), (4, "a2", 1.0), (7, "a2", W["speaker.described"]), (1, "a1", 1.0)],
    ids=["the senator", "some voters", "its chief", "the senator who has a name"],
)
def test_a_description_that_points_back_to_nobody_named(parsed, head, speaker, expected):
    assert certainty_of(parsed, ACTORS, said(1, head, speaker), None) == expected


@pytest.mark.parametrize(("last", "expected"), [("a1", 1.0), ("a2", W["speaker.taken_up"])])
def test_a_pronoun_goes_on_or_goes_back(parsed, last, expected):
    assert certainty_of(parsed, ACTORS, said(1, 9, "a1", pronoun=True), said(0, 1, last)) == expected


def test_the_first_pronoun_goes_back(parsed):
    assert certainty_of(parsed, ACTORS, said(0, 9, "a1", pronoun=True), None) == W["speaker.taken_up"]
