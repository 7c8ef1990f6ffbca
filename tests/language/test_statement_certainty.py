"""How sure it is who speaks: names, pronouns that go on or go back, descriptions of nobody named."""

from __future__ import annotations

import pytest

from factory import make
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
        make("""
        The DT det 2
        senator NN nsubj 3
        spoke|speak VBD ROOT 0

        Some DT det 2
        voters|voter NNS nsubj 3
        spoke|speak VBD ROOT 0

        Its PRP$ poss 2
        chief NN nsubj 3
        spoke|speak VBD ROOT 0

        He PRP nsubj 2
        spoke|speak VBD ROOT 0
        """)
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
