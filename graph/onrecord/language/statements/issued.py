"""Statements of whoever issued a release: the sentences of it that no other statement holds, a paragraph at a time.

What a company, an authority or a union writes over its name is its own account, though nothing in the sentence says
who speaks: "1. The doors were not locked."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.statements.candidates import Attribution, Range
from onrecord.language.statements.selection import tokens
from onrecord.language.syntax.relations import is_subject
from onrecord.language.syntax.tags import VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.value_groups import ISSUED, OWN
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

SURE = weights_of("confidence")["said.issued"]
_LIKELY = weights_of("confidence")["said.issuer_rather"]
_LEAST = 8
"""Fewest tokens of what a release asserts: "It is published today." tells nothing alone."""
_POINTING = frozenset({"PRP", "PRP$"})
"""Tags of words that stand for something told before: "it", "his"."""
_COUNTING = frozenset({"CD", "DT", "PDT"})
"""Tags of words that do without a noun behind them: "two", "both"."""
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_OPENING = 6
"""Fewest tokens of a sentence from a pronoun on with which a claim can begin: "We are not." answers another."""
_HEADING = 4
"""Most words of a heading at the beginning of a paragraph: "On safety."."""
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def attributed_sentences(doc: Doc, tree: Tree, kept: Sequence[Attribution]) -> list[Attribution]:
    """One attribution for each row of sentences of a release that hold none of `kept`; none if `doc` is no release."""
    told = str(doc._.get(ann.ISSUER))
    who = _issuer(doc, told) if told else None
    if who is None:
        return []
    sure = [item for item in kept if item.quotes or _is_anothers(item)]
    taken = tokens(tuple(part for item in sure for part in (*item.content, *item.cue)))
    return [_attribution(tree, row, who) for row in _rows(doc, tree, taken)]


def _is_anothers(item: Attribution) -> bool:
    """Whether a release surely reports what somebody else says.

    What it says of itself is its own, "We are happy to report", and what a document shows that it has told of.
    """
    said_of_itself, shown = item.circumstance == "self", item.circumstance == "it"
    return item.confidence >= _LIKELY and item.circumstance != "denied" and not (said_of_itself or shown)


def _issuer(doc: Doc, told: str) -> Range | None:
    """The tokens of the issuer's name, the first of its mentions."""
    named = [span for span in ann.marks(doc, ann.MENTIONS) if span.label_ != "pronoun"]
    first = next((span for span in named if doc.text[span.start_char : span.end_char] == told), None)
    return None if first is None else (first.start, first.end)


def _rows(doc: Doc, tree: Tree, taken: set[int]) -> Iterator[Range]:
    for passage in ann.marks(doc, ann.PASSAGES):
        if passage.label_ not in OWN:
            continue
        row: list[Range] = []
        opened = False
        for number in range(tree.sent[passage.start], tree.sent[passage.end - 1] + 1):
            low, high = (max(tree.sents[number][0], passage.start), min(tree.sents[number][1], passage.end))
            if not any(word[:1].isalpha() for word in tree.text[low:high]):
                continue  # the number of a point
            if high - low <= _HEADING and not any(tree.pos[token] in VERBAL for token in range(low, high)):
                continue  # the heading of a paragraph
            answers = high - low < _OPENING and tree.tag[low] in _POINTING
            alone = bool(row) or (not answers and (not opened or not _points_back(tree, low)))
            opened = True
            if alone and taken.isdisjoint(range(low, high)) and _asserts(doc, tree, low, high):
                row.append((low, high))
            else:
                yield from _joined(row)
                row = []
        yield from _joined(row)


def _joined(row: Sequence[Range]) -> Iterator[Range]:
    if row and row[-1][1] - row[0][0] >= _LEAST:
        yield row[0][0], row[-1][1]


def _points_back(tree: Tree, low: int) -> bool:
    """Whether a sentence begins with what the one before it tells: "Two had been closed", "The third was sent".

    "Two doors had been closed" says itself what they were.
    """
    if tree.tag[low] == "CC":
        return True  # "But the wall stood."
    known = tree.lower[low] in word_set("definite_determiner")
    word, tag = tree.lower[low + known], tree.tag[low + known]
    if tag in _POINTING:
        return word not in word_set("body_of_itself")
    if known and tag == "JJ":
        return True
    counts = tag in _COUNTING or word in word_set("number_word")
    behind = tree.pos[low + known + 1] if low + known + 1 < len(tree.pos) else ""
    return counts and (word in word_set("demonstrative") or behind not in _NOUNS)


def _asserts(doc: Doc, tree: Tree, low: int, high: int) -> bool:
    """Whether a sentence says that something is so: a subject with a finite verb, and no courtesy, appeal or notice."""
    words = set(tree.lemma[low:high])
    end = doc.text[tree.start[low] : tree.end[high - 1]].rstrip()[-1:]
    if not word_set("courtesy_of_release").isdisjoint(words) or end in ("?", ":"):
        return False
    if word_pattern("notice_to_press").search(doc.text, tree.start[low], tree.end[high - 1]):
        return False
    if tree.tag[low] == "IN" and tree.lower[low] in word_set("demonstrative"):
        return False  # "That the board publish it." is one of the things asked for
    verbs = [token for token in range(low, high) if tree.pos[token] in VERBAL and tree.tag[token] in _FINITE]
    return bool(verbs) and any(is_subject(tree, token) for token in range(low, high))


def _denies(tree: Tree, low: int, high: int) -> bool:
    return not word_set("denying_word").isdisjoint(tree.lower[low:high])


def _attribution(tree: Tree, content: Range, who: Range) -> Attribution:
    return Attribution(
        anchor=max(content[0] - 1, 0),
        cue=(),
        source=(who,),
        content=(content,),
        entry="release",
        frame=ISSUED,
        stance="denial" if _denies(tree, *content) else "neutral",
        source_head=who[1] - 1,
        confidence=SURE,
    )
