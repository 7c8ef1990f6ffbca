"""Hand-made Docs for tests of rules: a parse written down, no model.

One token a line: ``word tag dep head [entity]``. A lemma other than the word in small letters follows a bar
(``operators|operator``), and so does a part of speech other than the one its tag has as a rule (``VBD|AUX``). Heads
count from 1 within the sentence, 0 is the root. A blank line ends a sentence. Entities are in IOB ("B-ORG", "I-ORG").
"""

from __future__ import annotations

from functools import cache

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from onrecord.language import annotations as ann

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WP$": "PRON", "WDT": "PRON", "DT": "DET", "PDT": "DET", "IN": "ADP", "TO": "PART", "POS": "PART", "RP": "ADP",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "CC": "CCONJ", "CD": "NUM", "MD": "AUX",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "UH": "INTJ",
    "EX": "PRON",
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(",.;:)]?!") | {"'s", "’s", "n't", "”"}
_NO_SPACE_AFTER = frozenset("([“")


@cache
def _vocab() -> Vocab:
    return spacy.blank("en").vocab  # a bare Vocab knows no small letters


def make(rows: str, *, quotations: tuple[tuple[int, int], ...] = ()) -> Doc:
    """The Doc that `rows` write down; `quotations` are token ranges."""
    words, lemmas, tags, parts, deps, heads, ents, starts = [], [], [], [], [], [], [], []
    for sentence in rows.strip().split("\n\n"):
        first = len(words)
        for line in sentence.strip().splitlines():
            word, tag, dep, head, *entity = line.split()
            word, _, lemma = word.partition("|")
            starts.append(len(words) == first)
            words.append(word)
            lemmas.append(lemma or word.lower())
            tag, _, part = tag.partition("|")
            tags.append(tag)
            parts.append(part or _POS.get(tag, "PUNCT"))
            deps.append(dep)
            heads.append(len(words) - 1 if head == "0" else first + int(head) - 1)
            ents.append(entity[0] if entity else "O")
    spaces = [
        word not in _NO_SPACE_AFTER and after not in _NO_SPACE_BEFORE
        for word, after in zip(words, [*words[1:], "."], strict=True)
    ]
    doc = Doc(
        _vocab(), words=words, spaces=spaces, lemmas=lemmas, tags=tags, deps=deps, heads=heads, ents=ents,
        pos=parts, sent_starts=starts,
    )  # fmt: skip
    if quotations:
        ann.put(doc, ann.QUOTATIONS, (Span(doc, start, end, label="closed") for start, end in quotations))
    return doc


def span(doc: Doc, words: str, label: str = "", kb_id: str = "") -> Span:
    """The first stretch of `doc` that reads `words`."""
    start = doc.text.index(words)
    found = doc.char_span(start, start + len(words), label=label, kb_id=kb_id)
    assert found is not None, f"{words!r} cuts a token"
    return found
