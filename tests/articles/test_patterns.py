"""No pattern of lexicons/en/layout.toml takes for ever; the months have their numbers."""

from __future__ import annotations

import re
import signal

import pytest

from onrecord.articles import furniture
from onrecord.month_names import month_numbers


def test_months() -> None:
    assert (month_numbers()["january"], month_numbers()["sept"], month_numbers()["dec"]) == (1, 9, 12)


# what lines are made of that patterns could try in many ways: one character or word again and again
REPEATED = [
    *"A a1.,:;|/-–—([\"“'’·#@&©é漢\u00a0…",
    *("A ", "a ", "1 ", "1.", "1,", "a-", "Aa-", "A. ", "Aa ", "Aa, ", "a@", "http://", "12:", "Jan 1 ", "'s ", ". "),
]


def slow(signal_number: int, frame: object) -> None:
    raise TimeoutError


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timer that interrupts")
@pytest.mark.parametrize("item", furniture.entries(), ids=lambda item: item.id)
def test_no_line_takes_a_pattern_long(item: furniture.Entry) -> None:
    words = sorted(set(re.findall(r"[a-z]{2,}(?: [a-z]{2,})?", re.sub(r"\\.", "", item.pattern.pattern))))
    before = signal.signal(signal.SIGALRM, slow)
    try:
        for piece in (*REPEATED, *words, *(f"{word} " for word in words)):
            for end in ("", "!", "A©"):
                line = (piece * furniture.LONGEST)[: furniture.LONGEST - len(end)] + end
                signal.setitimer(signal.ITIMER_REAL, 5)  # milliseconds on any machine, or for ever
                item.pattern.fullmatch(line)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
