"""Sentences as printed: rejoins those that the parser has split, and finds headlines in title case."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.syntax.tags import BLANK, NOUNS
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import STOPS
from onrecord.title_case import is_title_case


def whole_sentences(tree: Tree) -> list[int]:
    """For each of the parser's sentences, the number of the first one in the same real sentence.

    Corrects the parser, which splits some sentences: one without a full stop continues in a next one in lower case.
    """
    out: list[int] = []
    for number, (first, _) in enumerate(tree.sents):
        cut = number and tree.text[first][0].islower() and tree.pos[first - 1] not in BLANK
        out.append(out[-1] if cut else number)
    return out


def printed_start(tree: Tree, token: int) -> int:
    """The first token of the sentence of `token` by punctuation: after the last full stop or line break.

    Corrects the parser, which may split a sentence, as before the verb in "X, | said the paper".
    """
    while token > 0 and tree.text[token - 1] not in STOPS and tree.pos[token - 1] != "SPACE":
        token -= 1
    return token


def is_subject_cut_off(tree: Tree, whole: Sequence[int], head: int) -> bool:
    """Whether a noun was split off from the rest of its sentence, of which it is most likely the subject.

    Corrects the parser, which makes it the root of a separate sentence. `whole` is the result of `whole_sentences`.
    """
    number = tree.sent[head]
    return (
        tree.head[head] == head
        and tree.pos[head] in NOUNS
        and number + 1 < len(tree.sents)
        and whole[number + 1] == whole[number]
    )


def in_raised_headlines(tree: Tree) -> list[bool]:
    """For each token, whether it is in a headline in title case.

    Corrects the tagger, which takes common words there for names.
    """
    found: list[bool] = []
    for first, last in tree.sents:
        found += [is_title_case(tree.text[first:last])] * (last - first)
    return found
