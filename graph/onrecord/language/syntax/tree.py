"""A Doc as plain Python lists.

Reading attributes token by token from spaCy's objects is too slow for the rules, so every component works on a `Tree`:
lists of strings and integers, indexed by token and built with one call of `Doc.to_array`.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field
from typing import Any

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, LOWER, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc

from onrecord.language.syntax import clause_repairs, lexical, long_sentences, office_holders, parser_repairs

_COLUMNS = [LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE, ENT_IOB, HEAD, IDX, LENGTH, SENT_START, ORTH]
_IOB_BEGIN = 3
"""The number by which spaCy marks the first token of an entity."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Token attributes as lists over the whole Doc; `head` holds absolute token indices (a root is its own head)."""

    text: list[str]
    lower: list[str]
    lemma: list[str]
    """Lemmas in lower case, with those that the model's rules get wrong ("stag" for "staged") corrected."""
    pos: list[str]
    tag: list[str]
    dep: list[str]
    ent: list[str]
    ent_begin: list[bool]
    head: list[int]
    start: list[int]
    """Character offset of each token's start in the text."""
    end: list[int]
    """Character offset of each token's end, exclusive."""
    sent: list[int]
    """Number of the sentence each token is in."""
    sents: list[tuple[int, int]]
    """Token range [start, end) of each sentence."""
    children: list[list[int]]
    """Direct dependents of each token in text order."""
    left_edge: list[int]
    right_edge: list[int]
    """First and last token of each token's subtree (inclusive)."""
    known: dict[tuple[str, int], Any] = field(default_factory=dict, repr=False, compare=False)
    """Cached results of rules of this package, by the rule's name and the token."""

    def __len__(self) -> int:
        return len(self.text)

    def subtree(self, token: int) -> list[int]:
        """Tokens of the subtree of `token`, including itself, in text order."""
        found = [token]
        for item in found:
            found.extend(self.children[item])
        return sorted(found)

    def child(self, token: int, *deps: str) -> int | None:
        """First dependent of `token` whose label is one of `deps`, or None."""
        dep = self.dep
        for child in self.children[token]:
            if dep[child] in deps:
                return child
        return None

    def kids(self, token: int, *deps: str) -> list[int]:
        """Dependents of `token` whose label is one of `deps`, in text order."""
        below = self.children[token]
        if not below:  # as of half the words of a text
            return []
        dep = self.dep
        return [child for child in below if dep[child] in deps]


_last: list[tuple[weakref.ref[Doc], bytes, Tree]] = []
"""The last Tree made, kept because all components of a pipeline use the Tree of the same Doc in turn."""


def tree_of(doc: Doc) -> Tree:
    """The annotations of `doc` as a Tree; in a Doc without a parse, every token is its own head.

    Another call for the same Doc with unchanged annotations may return the same object, so treat it as read-only.
    """
    if not len(doc):
        return _tree(doc, [[] for _ in _COLUMNS])
    array = doc.to_array(_COLUMNS)
    content = array.tobytes()
    if _last and _last[0][0]() is doc and _last[0][1] == content:
        return _last[0][2]
    made = _tree(doc, array.T.tolist())
    _last[:] = [(weakref.ref(doc), content, made)]
    return made


def _tree(doc: Doc, columns: list[list[int]]) -> Tree:
    count = len(doc)
    lookup = doc.vocab.strings
    names: dict[int, str] = {0: ""}
    for column in (*columns[:6], columns[11]):
        for key in set(column):
            names[key] = lookup[key] if key else ""
    lower, lemma, pos, tag, dep, ent = ([names[key] for key in column] for column in columns[:6])
    signed = [value - (1 << 64) if value >> 63 else value for value in columns[7]]
    head = [index + offset for index, offset in enumerate(signed)]
    lemma = _lemmas(lemma)
    text = [names[key] for key in columns[11]]
    begin = [code == _IOB_BEGIN for code in columns[6]]
    office_holders.name_heads(text, lower, dep, ent, begin, head)
    office_holders.bare_posts(text, lower, tag, dep, ent, begin, head)
    office_holders.of_the_last(lower, dep, head)
    parser_repairs.complements(lower, lemma, pos, tag, dep, ent, head)
    parser_repairs.names(pos, dep, head)
    parser_repairs.modal_names(text, lemma, pos, tag, dep, head)
    parser_repairs.attributions(text, lemma, tag, dep, ent, head)
    parser_repairs.second_sayings(lemma, pos, tag, dep, head)
    clause_repairs.joined(lemma, pos, dep, head)
    clause_repairs.conditions(lower, tag, dep, head)
    clause_repairs.sources_behind(lemma, tag, dep, head, text)
    clause_repairs.moved_objects(lemma, tag, dep, head)
    clause_repairs.nouns_behind_to(lower, tag, dep, head)
    parser_repairs.behind_what_says_nothing(lower, lemma, pos, tag, dep, ent, head)
    parser_repairs.lost_speakers(text, lemma, tag, dep, ent, head)
    parser_repairs.deprivations(lower, lemma, pos, dep, head)
    parser_repairs.fined_sums(pos, tag, dep, head)
    parser_repairs.since_what(lower, dep, ent, head)
    parser_repairs.after_agents(lower, lemma, dep, head)
    start = columns[8]
    sents = long_sentences.parted(_sentences(columns[10]), text, dep, head)
    children: list[list[int]] = [[] for _ in range(count)]
    for index, parent in enumerate(head):
        if parent != index:
            children[parent].append(index)
    left, right = _edges(head, children)
    parser_repairs.tags(tag, pos, dep, lemma, head)
    return Tree(
        text=text,
        lower=lower,
        lemma=lemma,
        pos=pos,
        tag=tag,
        dep=dep,
        ent=ent,
        ent_begin=begin,
        head=head,
        start=start,
        end=[begin + size for begin, size in zip(start, columns[9], strict=True)],
        sent=[number for number, (first, last) in enumerate(sents) for _ in range(first, last)],
        sents=sents,
        children=children,
        left_edge=left,
        right_edge=right,
    )


def _lemmas(given: list[str]) -> list[str]:
    """Lemmas in lower case, with wrong ones from the lemmatizer's rules ("stag" for "staged") corrected from a list.

    A word with a bound prefix that no lexicon has gets the lemma of the rest: "ex-wife" has "wife".
    """
    repairs = lexical.lemma_repairs()
    small = {word: word.lower() for word in set(given)}
    right = {word: lexical.without_prefix(repairs.get(lower, lower)) for word, lower in small.items()}
    return [right[word] for word in given]


def _sentences(starts: list[int]) -> list[tuple[int, int]]:
    if not starts:
        return []
    begins = [index for index, flag in enumerate(starts) if flag == 1 or index == 0]
    return list(zip(begins, [*begins[1:], len(starts)], strict=True))


def _edges(head: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last token of every token's subtree, computed without recursion because trees can be deep."""
    left, right = list(range(len(head))), list(range(len(head)))
    order = [index for index, parent in enumerate(head) if parent == index]
    for item in order:
        order.extend(children[item])
    for item in reversed(order):
        parent = head[item]
        if parent != item:
            left[parent] = min(left[parent], left[item])
            right[parent] = max(right[parent], right[item])
    return left, right
