"""Places of words in a text are found as a pattern made for each word would find them."""

from __future__ import annotations

import re

import pytest

from onrecord.story import word_places

TEXTS = (
    "",
    "market",
    "The Norland market fell. The market, traders said, is no submarket of the market-place or of markets.",
    "A market the market the old market\nof Norland. Supermarket market",
    "market-market market, market\u00a0market market_1 market2",
    "In the 1990s the Norland market grew; the Norland  market shrank.The market",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("back", [0, 3, 12])
def test_words_before_each_place(text: str, back: int) -> None:
    end = max(0, len(text) - back)
    expected = re.findall(r"((?:\S+\s+){0,4})market\b", text[:end])
    assert list(word_places.before(text, "market", end, 4)) == expected


def test_the_words_between_two_near_places_go_with_the_second() -> None:
    text = "the market or market for fish, and the far market"
    assert list(word_places.before(text, "market", len(text), 4)) == ["the market or ", "fish, and the far "]


@pytest.mark.parametrize("word", ["Council", "council", "Council’", "A."])
def test_words_behind_a_small_letter(word: str) -> None:
    text = "The Council met. A. The old Council, the Council’s; on A. In it, Council; Council the council_ XCouncil"
    pattern = rf"[a-z,] {re.escape(word)}\b"
    assert bool(word_places.after_small(text, word)) == bool(re.search(pattern, text))


def test_words_are_counted_where_their_capital_means_a_name() -> None:
    text = "Lund won. Anna B. Lund won, Lund said, as AB. Lund and Lunds and 3 Lund did; the Lund won"
    assert word_places.after_small(text, "Lund") == 2
    assert word_places.after_initial(text, "Lund") == 1
    assert word_places.whole_words(text, "Lund") == 6
