"""No sentence that rules look at has more words than a sentence has, whatever the parser makes of a text."""

from __future__ import annotations

import pytest

from factory import make
from onrecord.language.syntax import long_sentences
from onrecord.language.syntax.tree import tree_of

MOST = long_sentences.MOST


def chain(words: int, marks: tuple[int, ...] = ()) -> str:
    """One sentence of so many words, each below the one before, with commas at `marks`."""
    rows = (", , punct" if place in marks else "word NN conj" if place else "word NN ROOT" for place in range(words))
    return "\n".join(f"{row} {place}" for place, row in enumerate(rows))


@pytest.mark.parametrize(
    ("words", "marks", "sentences"),
    [
        (MOST, (), [(0, MOST)]),
        (MOST + 1, (), [(0, MOST), (MOST, MOST + 1)]),
        (MOST + 1, (200, 250), [(0, 251), (251, MOST + 1)]),
        (MOST + 1, (100,), [(0, MOST), (MOST, MOST + 1)]),
        (2 * MOST, (200,), [(0, 201), (201, 201 + MOST), (201 + MOST, 2 * MOST)]),
    ],
)
def test_a_long_sentence_is_read_in_parts_up_to_a_mark(
    words: int, marks: tuple[int, ...], sentences: list[tuple[int, int]]
) -> None:
    tree = tree_of(make(chain(words, marks)))
    assert tree.sents == sentences
    for start, end in sentences:
        assert (tree.left_edge[start], tree.right_edge[start]) == (start, end - 1)
        assert (tree.head[start], tree.dep[start]) == (start, "ROOT")
    roots = [token for token in range(words) if tree.head[token] == token]
    assert roots == [start for start, _ in sentences]
