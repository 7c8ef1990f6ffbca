"""Evidence that reports of two articles tell of two deeds of one kind."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Ref
from onrecord.resolve.actions import features, phrases, same_words
from onrecord.resolve.actions.other_deeds import evidence
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.local import LocalAction
from onrecord.weights import weights_of
from resolution import action, analysis

NOBODY = frozenset[str]()
PEOPLE, THING = frozenset({"Person"}), frozenset({"Product"})


def reported(lemma: str, article: int = 0, **values: Any) -> Reported:
    made = action(lemma, "e1", lemma)
    fields: dict[str, Any] = {
        "kind": None, "root": None, "polarity": "positive", "modality": "asserted", "numbers": (), "date": None,
        "partial": None, "lead": None, "place": None, "published": None,
        **dict.fromkeys(
            ("agents", "patients", "named", "touched", "agent_heads", "patient_heads", "indefinite"), NOBODY
        ),
        **values,
    }  # fmt: skip
    local = LocalAction(ref=Ref(f"n{article}", "e1"), iri=f"n{article}", action=made, article=article)
    return Reported(local=local, lemma=lemma, article=article, **fields)


def amounts(words: str) -> frozenset[tuple[str, str]]:
    text = f"She spent {words}."
    return phrases.amounts(action(text, "e1", "spent"), analysis("a", text))


@pytest.mark.parametrize(
    ("one", "two", "weight"),
    [
        (reported("hit", undergone_by=PEOPLE), reported("hit", 1, undergone_by=THING), "patient.other_sort"),
        (reported("hit", undergone_by=PEOPLE), reported("hit", 1, undergone_by=PEOPLE | {"Group"}), None),
        (reported("hit", undergone_by=PEOPLE), reported("hit", 1), None),
        (reported("hit", undergone_by=PEOPLE), reported("hit", undergone_by=THING), None),
        (reported("spend", amounts=amounts("4 years there")), reported("spend", 1, amounts=amounts("nine years")),
         "amount.other"),
        (reported("spend", amounts=amounts("four years in")), reported("spend", 1, amounts=amounts("4 years")), None),
        (reported("spend", amounts=amounts("four years")), reported("spend", 1, amounts=amounts("nine crowns")), None),
        (reported("kill", kind="Kill", amounts=amounts("4 men")), reported("kill", 1, kind="Kill",
                                                                         amounts=amounts("5 men")), None),
        (reported("choose"), reported("nominate", 1, polarity="negative"), "denied.other_word"),
        (reported("choose"), reported("choose", 1, polarity="negative"), None),
    ],
)  # fmt: skip
def test_what_tells_two_deeds_apart(one: Reported, two: Reported, weight: str | None) -> None:
    wanted = [] if weight is None else [weights_of("actions")[weight]]
    assert [item.score for item in evidence(one, two)] == [item.score for item in evidence(two, one)] == wanted


HEAD = frozenset
QUAY, SAFE, CAPTAIN, PILOT = HEAD({"quay"}), HEAD({"safe"}), HEAD({"captain"}), HEAD({"pilot"})


@pytest.mark.parametrize(
    ("one", "two", "weight"),
    [
        (reported("seize", done_to="people"), reported("arrest", 1, done_to="people"), "what.event"),
        (reported("seize", done_to="nobody"), reported("arrest", 1, done_to="people"), "what.other"),
        (reported("seize"), reported("arrest", 1, done_to="people"), "what.event"),
        (
            reported("seize", done_to="nobody", patient_heads=PILOT),
            reported("arrest", 1, patient_heads=PILOT),
            "what.event",
        ),
        (reported("suspend", done_to="people"), reported("shut", 1, done_to="nobody"), "what.other"),
        (reported("suspend", done_to="nobody"), reported("shut", 1, done_to="nobody"), "what.event"),
        (reported("meet", kind="Meet"), reported("visit", 1, kind="Meet"), "what.same_kind"),
        (reported("visit", kind="Meet"), reported("tour", 1, kind="Meet"), "what.event"),
        (reported("release", done_to="people"), reported("publish", 1), "what.other"),
        (reported("release", done_to="nobody"), reported("publish", 1), "what.event"),
    ],
)
def test_words_tell_one_event_of_what_it_can_be_done_to(one: Reported, two: Reported, weight: str) -> None:
    wanted = weights_of("actions")[weight]
    assert (same_words.what(one, two).score, same_words.what(two, one).score) == (wanted, wanted)


@pytest.mark.parametrize(
    ("one", "two", "weight"),
    [
        (reported("meet", kind="Meet", patient_heads=PILOT), reported("visit", 1, kind="Meet", patient_heads=QUAY),
         "patient.other_deed"),
        (reported("meet", kind="Meet", patient_heads=PILOT), reported("visit", 1, kind="Meet"), None),
        (reported("meet", kind="Meet", patient_heads=PILOT), reported("visit", 1, kind="Meet", patient_heads=PILOT),
         "patient.word"),
        (reported("detain", done_to="people", patient_heads=CAPTAIN),
         reported("seize", 1, done_to="nobody", patient_heads=SAFE), "patient.other_deed"),
        (reported("detain", kind="Arrest", patient_heads=CAPTAIN),
         reported("arrest", 1, kind="Arrest", patient_heads=PILOT), "patient.other_word"),
        (reported("detain", patient_heads=CAPTAIN, undergone_by=PEOPLE),
         reported("arrest", 1, patient_heads=QUAY, undergone_by=THING), "patient.other_deed"),
    ],
)  # fmt: skip
def test_other_words_done_to_something_else_are_two_deeds(one: Reported, two: Reported, weight: str | None) -> None:
    wanted = weights_of("actions")[weight] if weight else None
    found = [features.patients(one, two), features.patients(two, one)]
    assert [item.score if item else None for item in found] == [wanted, wanted]


def test_amounts_in_words_and_figures_are_one() -> None:
    assert amounts("four seasons with the club") == {("season", "4")}
    assert amounts("4 seasons with the club") == {("season", "4")}
