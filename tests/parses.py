"""Hand-made Docs for tests of rules: what the model would say is written down, so that rules alone are tested."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from onrecord.language import annotations as ann

ann.register_extensions()


@cache
def vocab() -> Vocab:
    """English words without a model."""
    return spacy.blank("en").vocab


def doc(table: str) -> Doc:
    """A Doc from words written ``word|lemma|POS|TAG|dep|head`` or, in an entity, ``…|head|TYPE``.

    `head` counts words from the beginning of the sentence; a root names itself. A blank line parts sentences. Words are
    parted by one space in the text, except before punctuation and "'s". ``-`` for a lemma is the lower-cased word.
    """
    sentences = [[word.split("|") for word in block.split()] for block in table.strip().split("\n\n")]
    rows, heads = [], []
    for sentence in sentences:
        heads += [len(rows) + int(row[5]) for row in sentence]
        rows += sentence
    words = [row[0] for row in rows]
    glued = [word[0] in ".,;:!?)'’%" and len(word) < 3 for word in words]
    made = Doc(
        vocab(),
        words=words,
        spaces=[not after for after in [*glued[1:], True]],
        lemmas=[row[0].lower() if row[1] == "-" else row[1] for row in rows],
        pos=[row[2] for row in rows],
        tags=[row[3] for row in rows],
        deps=[row[4] for row in rows],
        heads=heads,
        ents=entities([row[6] if len(row) > 6 else "" for row in rows]),
    )
    ann.set_passages(made, [(0, len(made.text), "body")])
    return made


def entities(types: Iterable[str]) -> list[str]:
    """IOB tags of a run of entity types: neighbours of one type are one entity."""
    tags, last = [], ""
    for kind in types:
        tags.append(f"{'I' if kind == last else 'B'}-{kind}" if kind else "O")
        last = kind
    return tags


def span(made: Doc, words: str, label: str = "", kb_id: str = "") -> Span:
    """The first stretch of `made` that reads `words`."""
    start = made.text.index(words)
    found = made.char_span(start, start + len(words), label=label, kb_id=kb_id)
    assert found is not None, f"{words!r} cuts a token"
    return found
