"""Evidence that reports of two articles tell of two deeds of one kind."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.model import Ref
from onrecord.resolve.actions import phrases
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


def test_amounts_in_words_and_figures_are_one() -> None:
    assert amounts("four seasons with the club") == {("season", "4")}
    assert amounts("4 seasons with the club") == {("season", "4")}
