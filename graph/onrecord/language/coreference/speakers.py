"""The speaker of a quotation, found by simple rules that are enough to resolve "I" and "we"."""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.syntax import relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.lexical import speaking
from onrecord.language.syntax.tags import VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import LEADS

_LEAST_ALONE = 4
"""Fewest tokens of a quotation, its marks included, that is a sentence of its own; a shorter one may be a heading."""
_REACH = 12
"""Most tokens on either side of a quotation in which to look for its verb of saying."""


def speaker_heads(doc: Doc, tree: Tree) -> dict[int, int]:
    """Maps the number of each quotation to the head token of its speaker's phrase; unknown speakers are left out.

    The speaker is the subject of the verb that governs the quotation, of the verb nearest to its marks in the same
    sentence, or of the sentence that introduces it with a colon or dash. A quotation without any of these that follows
    another has the same speaker as that one.
    """
    quotes = ann.spans(doc, ann.QUOTATIONS)
    inside = [False] * len(tree)
    for span in quotes:
        inside[span.start : span.end] = [True] * (span.end - span.start)
    found: dict[int, int] = {}
    last, last_sent = None, -9
    turns = ann.attrs(doc, ann.TURNS)
    for number, span in enumerate(quotes):
        if (turn := turns.get(str(span.start_char))) is not None:
            found[number] = next((i for i in range(*turn) if not turn[0] <= tree.head[i] < turn[1]), turn[1] - 1)
            continue
        who = _governing(tree, span.start, span.end, inside) or _beside(tree, span.start, span.end, inside)
        who = who or _introduced(tree, span.start, inside) or _followed(tree, span.end, inside)
        who = who or _continued(tree, span.start, span.end, inside)
        begin, end = tree.sent[span.start], tree.sent[span.end - 1]
        if who is None and last is not None and begin - last_sent <= 1:
            who = last
        if who is not None:
            found[number] = who
            last, last_sent = who, max(end, tree.sent[who])
    return found


def _introduced(tree: Tree, start: int, inside: list[bool]) -> int | None:
    """Subject of the sentence that ends with a colon or dash before the quotation."""
    before = start - 1
    while before > 0 and tree.pos[before] == "SPACE":
        before -= 1
    if before < 0 or tree.text[before] not in LEADS or inside[before]:
        return None
    first, last = tree.sents[tree.sent[before]]
    for token in reversed(range(first, last)):
        subject = _subject(tree, token) if tree.pos[token] == "VERB" and not inside[token] else None
        if subject is not None:
            return subject
    return None


def _followed(tree: Tree, end: int, inside: list[bool]) -> int | None:
    """Subject of a verb of saying in the short sentence right after the marks: "“Is it true?” Lund asked."."""
    if end >= len(tree) or inside[end] or tree.sent[end] == tree.sent[end - 1]:
        return None
    first, last = tree.sents[tree.sent[end]]
    if first != end or last - first > _REACH:
        return None
    said = (token for token in range(first, last) if tree.head[token] == token and tree.lemma[token] in speaking())
    return next((subject for token in said if (subject := _subject(tree, token)) is not None), None)


def _continued(tree: Tree, start: int, end: int, inside: list[bool]) -> int | None:
    """Subject of the sentence of reported speech right before a quotation that is a sentence of its own.

    As in "Lund said that it was Brekke who pushed him. “He just shoved me.”"
    """
    if end - start < _LEAST_ALONE:
        return None
    first, last = tree.sents[tree.sent[start]]
    alone = all(inside[token] or not tree.text[token].isalnum() for token in range(first, last))
    near = range(first - 1, max(first - 1 - _REACH, -1), -1)  # behind a long row of marks no sentence goes on
    before = next((token for token in near if tree.text[token].isalnum()), None)
    if not alone or before is None or inside[before]:
        return None
    root = next((item for item in range(*tree.sents[tree.sent[before]]) if relations.is_root(tree, item)), None)
    if root is None or inside[root] or tree.lemma[root] not in speaking():
        return None
    subject = _subject(tree, root)
    return subject if subject is not None and subject < root and not inside[subject] else None


def _governing(tree: Tree, start: int, end: int, inside: list[bool]) -> int | None:
    """Subject of the verb outside the quotation that the quoted words depend on."""
    for token in range(start, end):
        head = tree.head[token]
        if not start <= head < end and not inside[head] and tree.pos[head] in VERBAL:
            subject = _subject(tree, head)
            if subject is not None and not inside[subject] and relations.is_said(tree, token):
                return subject
    return None


def _beside(tree: Tree, start: int, end: int, inside: list[bool]) -> int | None:
    """Subject of the verb nearest to the quotation's marks in the same sentence."""
    best: tuple[int, int] | None = None
    first = tree.sents[tree.sent[start]][0]
    last = tree.sents[tree.sent[end - 1]][1]
    for token in (*range(max(first, start - _REACH), start), *range(end, min(last, end + _REACH))):
        if inside[token] or tree.pos[token] != "VERB":
            continue
        subject = _subject(tree, token)
        if subject is None or inside[subject]:
            continue
        gap = start - token if token < start else token - end
        if best is None or gap < best[0]:
            best = (gap, subject)
    return best[1] if best else None


def _subject(tree: Tree, verb: int) -> int | None:
    """Head of an active verb's own subject."""
    return next(iter(clause(tree, verb).nominative), None)
