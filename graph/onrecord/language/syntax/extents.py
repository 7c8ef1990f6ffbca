"""The extent of a noun phrase.

It depends on the annotation, not on grammar: MEANTIME marks the longest phrase of a participant without relative
clauses and dates, while the analysis record marks the words that name or describe an actor. Therefore `extent` takes a
`Policy`, which describes as data what an annotation includes. `constituent` returns everything that depends on a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from onrecord.language.syntax.phrases import is_hyphen, is_one_name, objects_of
from onrecord.language.syntax.tags import BLANK, NOUNS, TIMES
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import MAY_CLOSE, PAUSES
from onrecord.word_sets import word_set

_CLAUSES = frozenset({"relcl", "advcl", "parataxis", "acl"})
_MODIFIERS = frozenset({"amod", "compound", "nummod", "nmod"})
_DETERMINERS = frozenset({"det", "predet", "poss", "quantmod"})
_DEPTH = 40
"""Most nested phrases that are followed; no real sentence has so many, so this only guards against broken parses."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What an annotation includes in a noun phrase, by relation to the head."""

    before: frozenset[str]
    """Relations of the dependents before the head that belong to the phrase."""
    passed: frozenset[str]
    """Relations of the dependents before the head that are left out without ending the phrase; all others end it."""
    behind: frozenset[str]
    """Relations of the dependents after the head that belong to the phrase, in addition to prepositional phrases."""
    edge: frozenset[str]
    """Parts of speech that the phrase neither begins nor ends with."""
    dropped: frozenset[str]
    """Words that the phrase does not begin with."""
    prepositions: frozenset[str] | None
    """Prepositions whose phrases belong to the phrase; None for all."""
    name_prepositions: frozenset[str] | None
    """The same if the head is a name."""
    whole: bool
    """Whether a part is included with all its dependents except clauses, rather than with its extent by this policy."""
    named: bool = True
    """Whether names before the head belong to the phrase."""


PARTICIPANT = Policy(
    before=_MODIFIERS | _DETERMINERS | {"advmod", "npadvmod", "prep", "appos", "neg", "nsubj", "aux", "dep", "intj"},
    passed=frozenset({"relcl", "cc", "conj", "preconj", "punct", "advcl", "parataxis", "case", "ccomp", "acl"}),
    behind=_MODIFIERS | _DETERMINERS | {"appos"},
    edge=BLANK,
    dropped=frozenset(),
    prepositions=None,
    name_prepositions=None,
    whole=True,
)
"""The participant of an event as MEANTIME marks it: maximal, without relative clauses, conjuncts and dates."""
MENTION = Policy(
    before=_MODIFIERS | _DETERMINERS | {"advmod", "npadvmod"},
    passed=frozenset({"punct", "case", "cc", "intj"}),
    behind=_MODIFIERS,
    edge=frozenset({"PUNCT", "CCONJ", "SPACE"}),
    dropped=word_set("opens_coordination"),
    prepositions=word_set("phrase_preposition"),
    name_prepositions=word_set("name_preposition"),
    whole=False,
)
"""The mention of an actor in the analysis record: no appositions, and only prepositional phrases that say which one."""
_COUNTS = frozenset({"", "ORDINAL", "CARDINAL"})
"""What a premodifier may be if names before the head are left out: "the first lawsuit", "two bans"."""

NOUN = Policy(
    before=frozenset({"det", "amod", "nummod", "compound"}),
    passed=frozenset(),
    behind=frozenset(),
    edge=frozenset({"PUNCT", "CCONJ", "SPACE"}),
    dropped=frozenset(),
    prepositions=frozenset(),
    name_prepositions=frozenset(),
    whole=False,
    named=False,
)
"""A noun of action without its participants, which have their own phrases."""


def constituent(tree: Tree, head: int, low: int = 0, high: int | None = None) -> tuple[int, int]:
    """Token range [start, end) of all that depends on `head`, cut to [low, high), relative clauses included."""
    start = max(low, tree.left_edge[head])
    return start, max(start, min(len(tree) if high is None else high, tree.right_edge[head] + 1))


def with_infinitives(tree: Tree, span: tuple[int, int], verb: int) -> tuple[int, int]:
    """The token range of a subject of `verb` with what its nouns are for: "the plan to sell the mine"."""
    start, end = span
    for head in range(start, end):
        for kid in tree.kids(head, "acl"):
            says_which = tree.tag[kid] == "VB" or tree.pos[head] not in NOUNS  # "those detained"
            if says_which and end <= kid and tree.right_edge[kid] < verb:
                end = tree.right_edge[kid] + 1
    return start, end


def extent(tree: Tree, head: int, policy: Policy, depth: int = 0) -> tuple[int, int]:
    """Token range [start, end) of the noun phrase of `head` according to `policy`."""
    end = max(head + 1, _end(tree, head, policy, depth))
    while end > head + 1 and tree.pos[end - 1] in policy.edge and not _closes(tree, end - 1):
        end -= 1
    if end < len(tree) and tree.text[end] == ")" and "(" in tree.text[head:end]:
        end += 1
    while policy.whole and end < len(tree) and is_hyphen(tree, end):
        end += 2  # so that the phrase does not end inside a hyphenated word
    return _start(tree, head, policy), end


def _start(tree: Tree, head: int, policy: Policy) -> int:
    start = head
    for kid in reversed(tree.children[head]):
        if kid > head:
            continue
        if tree.dep[kid] in policy.before and (policy.named or tree.ent[kid] in _COUNTS):
            start = min(start, tree.left_edge[kid])
        elif tree.dep[kid] not in policy.passed:
            break
    while is_hyphen(tree, start - 1) and len(tree.text[start - 2]) > 1:
        start = min(start - 2, tree.left_edge[start - 2])  # "co-founder", which the tokenizer splits
    while start < head and (tree.pos[start] in policy.edge or tree.lower[start] in policy.dropped):
        start += 1
    return start


def _end(tree: Tree, head: int, policy: Policy, depth: int) -> int:
    """The token after the last dependent of `head` in the phrase, which ends before the first one outside it."""
    end = head + 1
    right = [kid for kid in tree.children[head] if kid > head]
    for kid, following in pairwise([*right, None]):
        if kid is None or _passed(tree, head, kid, following, policy):
            continue
        if not _belongs(tree, head, kid, policy, adjacent=kid == end):
            break
        end = max(end, _part_end(tree, kid, policy, depth))
    if end == head + 1 < len(tree) and tree.dep[end] == "ROOT" and tree.lower[end] in (policy.prepositions or ()):
        end = _part_end(tree, end, policy, depth)  # a preposition that the parser left without a head
    return end


def _passed(tree: Tree, head: int, mark: int, following: int | None, policy: Policy) -> bool:
    """Whether the phrase continues after a punctuation mark, an "and" or a possessive "'s" after the head.

    It does if what follows belongs to the same name: another name for it ("the Mine Workers (MW)", "the miner, Ann
    Lee", but not the description in "the firm, a maker of maps"), the second half of a name ("Marks & Spencer"), or
    words joined to it by a hyphen.
    """
    dep = tree.dep[mark]
    if dep == "case":
        return True
    if dep == "cc" and following is not None:
        return tree.dep[following] == "conj" and is_one_name(tree, head, following)
    if dep != "punct" or following is None or not policy.whole:
        return False
    named = tree.pos[head] != "PROPN" and tree.pos[following] == "PROPN"
    other = tree.dep[following] == "appos" and (named or tree.text[mark] not in PAUSES)
    return other or tree.text[mark] == "-"


def _belongs(tree: Tree, head: int, kid: int, policy: Policy, *, adjacent: bool) -> bool:
    """Whether a dependent after the head is part of the phrase."""
    if tree.dep[kid] == "prep":
        return _says_which(tree, head, kid, policy)
    if tree.dep[kid] == "conj":
        return is_one_name(tree, head, kid)
    return tree.dep[kid] in policy.behind and (policy.whole or adjacent)


def _says_which(tree: Tree, head: int, prep: int, policy: Policy) -> bool:
    """Whether a prepositional phrase is part of the noun phrase; a date belongs to the clause."""
    allowed = policy.name_prepositions if tree.pos[head] == "PROPN" else policy.prepositions
    objects = objects_of(tree, prep)
    if allowed is None:
        dated = any(tree.ent[item] in TIMES for item in objects) and tree.lower[prep] != "of"
        return not dated and tree.left_edge[prep] != tree.right_edge[prep]
    if tree.lower[prep] not in allowed or (prep != head + 1 and tree.pos[prep - 1] == "PUNCT"):
        return False
    if not objects or any(tree.ent[item] in TIMES for item in objects):
        return False
    # "accused Ada Brekke of fraud": the accusation is not part of the name
    return tree.ent[head] != "PERSON" or any(tree.text[item][0].isupper() for item in objects)


def _part_end(tree: Tree, part: int, policy: Policy, depth: int) -> int:
    """The token after the last word of a dependent that belongs to the phrase."""
    if policy.whole:
        return _last_before_clauses(tree, part) + 1
    end = part + 1
    for prep in tree.kids(part, "prep") if tree.dep[part] == "amod" else ():
        for item in objects_of(tree, prep):  # "a source close to the inquiry"
            end = max(end, extent(tree, item, policy, depth + 1)[1])
    for item in objects_of(tree, part) if tree.dep[part] in {"prep", "ROOT"} and depth < _DEPTH else ():
        end = max(end, extent(tree, item, policy, depth + 1)[1])
    return end


def _last_before_clauses(tree: Tree, token: int) -> int:
    """Last token of a dependent without any clauses in it and without closing punctuation."""
    last, waiting = token, [token]
    while waiting:
        over = waiting.pop()
        last = max(last, over)
        for kid in tree.children[over]:
            if kid < over:
                continue
            if tree.dep[kid] in _CLAUSES:
                break
            if tree.dep[kid] != "punct":
                waiting.append(kid)
    return last


def _closes(tree: Tree, token: int) -> bool:
    """Whether a final punctuation mark belongs to the words before it."""
    return tree.text[token] in MAY_CLOSE or tree.text[token] in {")", "%"}
