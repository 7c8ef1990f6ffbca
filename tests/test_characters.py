"""Texts are read in plain characters, and every offset leads back to the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import characters

PIECES = st.sampled_from(
    ["a", "Ann", " ", "\u00a0", "\u200b", "\u00ad", "&amp;", "&quot;", "&#8220;", "&amp;quot;", "&", ";", "\ufb03",
     "\uff21", "\x93", "\x85", "e\u0301", "\u2028", "\u2029", "\x07", "\n", "\u202e", "😀", "&notathing;"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("given_text", "read"),
    [
        ("Marta\u00a0Lund", "Marta Lund"),
        ("Al\u200bder\u00ad Foods\ufeff", "Alder Foods"),
        ("&quot;No&quot; &amp;amp; &#39;", '"No" & \''),
        ("AT&T & R&D; x&y;", "AT&T & R&D; x&y;"),
        ("o\ufb03ce \uff21", "office A"),
        ("\x93hi\x94 \x80", "“hi” €"),
        ("Jose\u0301", "José"),
        ("a\u2028b\u2029c", "a\nb\n\nc"),
    ],
)
def test_characters_are_read_as_what_they_stand_for(given_text: str, read: str) -> None:
    assert characters.plain(given_text) == read
    assert characters.read(given_text).text == read


@given(st.lists(PIECES, max_size=20).map("".join))
def test_every_span_leads_back_to_characters_that_are_read_so(text: str) -> None:
    plain = characters.read(text)
    assert plain.text == characters.plain(text)
    last = 0
    for position, char in enumerate(plain.text):
        start, end = plain.span(position, position + 1)
        assert last <= start < end <= len(text)
        assert char in characters.plain(text[start:end])
        last = start
    if plain.text:
        start, end = plain.span(0, len(plain.text))
        assert characters.plain(text[start:end]) == plain.text


def test_changes_of_a_read_text_lead_back_too() -> None:
    plain = characters.read("to:\u00ad &quot;a&quot;; b").then([(2, 4, " "), (7, 9, ", ")])
    assert plain.text == 'to "a", b'
    assert [plain.span(*item) for item in ((0, 2), (3, 6), (8, 9))] == [(0, 2), (5, 18), (20, 21)]
