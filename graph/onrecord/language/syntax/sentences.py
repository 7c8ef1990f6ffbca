"""Sentences as they are printed: those that the parser cut, put together again, and headlines in capitals."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.syntax.tags import BLANK, NOUNS
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import STOPS
from onrecord.title_case import is_title_case


def whole_sentences(tree: Tree) -> list[int]:
    """For each of the parser's sentences the number of the first one of the whole sentence that it is a piece of.

    Corrects the parser, which ends sentences in the middle: a piece without a stop goes on with one in lower case.
    """
    out: list[int] = []
    for number, (first, _) in enumerate(tree.sents):
        cut = number and tree.text[first][0].islower() and tree.pos[first - 1] not in BLANK
        out.append(out[-1] if cut else number)
    return out


def printed_start(tree: Tree, token: int) -> int:
    """Where the sentence of `token` begins by its marks: after the last full stop, or the last line.

    Corrects the parser, which may end a sentence within it, as before the verb of "X, | said the paper".
    """
    while token > 0 and tree.text[token - 1] not in STOPS and tree.pos[token - 1] != "SPACE":
        token -= 1
    return token


def is_subject_cut_off(tree: Tree, whole: Sequence[int], head: int) -> bool:
    """Whether a noun stands alone before the rest of its sentence, most likely as its subject.

    Repairs what the parser does to it: the root of a sentence of its own. `whole` is as `whole_sentences` gives it.
    """
    number = tree.sent[head]
    return (
        tree.head[head] == head
        and tree.pos[head] in NOUNS
        and number + 1 < len(tree.sents)
        and whole[number + 1] == whole[number]
    )


def in_raised_headlines(tree: Tree) -> list[bool]:
    """For each token, whether it stands in a headline in title case.

    Corrects the tagger, which takes common words there for names.
    """
    found: list[bool] = []
    for first, last in tree.sents:
        found += [is_title_case(tree.text[first:last])] * (last - first)
    return found
