"""What an article asserts, in its own voice."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.story.asserted import MENTION, is_asserted
from resolution import action

TEXT = "The council fenced the pond."


def test_what_is_plainly_told_is_asserted() -> None:
    assert is_asserted(action(TEXT, "e1", "fenced"))


@pytest.mark.parametrize(
    "values",
    [
        {"polarity": "negative"},
        {"within": "s1"},
        {"kept_back": MENTION},
        *({"modality": item} for item in ("ordered", "demanded", "threatened", "planned", "attempted", "possible")),
    ],
    ids=str,
)
def test_what_is_denied_said_or_not_done_is_not(values: dict[str, Any]) -> None:
    assert not is_asserted(action(TEXT, "e1", "fenced", **values))
