"""Where a retold predicate or noun phrase ends: before an aside, a second verb or a punctuation mark outside a list."""

from __future__ import annotations

from onrecord.language.syntax.relations import is_infinitive
from onrecord.language.syntax.subjects import begins_clause
from onrecord.language.syntax.tree import Tree
from onrecord.language.syntax.trimming import in_word
from onrecord.word_sets import word_set

LONGEST = 26
"""Number of tokens after which no further phrase is added to a predicate: about as much as is easily read at once."""
ASIDE = frozenset({"relcl", "appos", "parataxis", "advcl", "meta", "intj"})
"""Relations of asides: the predicate ends before one."""
MARKS = frozenset(",;:—–-()[]!?.…") | {"--"}
_LISTED = frozenset({"conj", "amod", "nummod", "compound", "appos"})
_SHORT = 12
"""A relative clause with fewer tokens is retold with its noun."""


def ends(tree: Tree, top: int, token: int, count: int) -> bool:
    """Whether the phrase of `top` ends before `token`; `count` is the number of its tokens so far."""
    dep, head = tree.dep[token], tree.head[token]
    if tree.text[token] in MARKS:
        return not (in_word(tree, token) or _in_list(tree, token))
    if dep == "cc":
        joined = [kid for kid in tree.children[head] if tree.dep[kid] == "conj" and kid > token]
        verbs = any(
            (tree.tag[kid].startswith("VB") and tree.dep[kid] == "conj") or begins_clause(tree, kid) is not None
            for kid in joined[:1]
        )
        return verbs and tree.lower[token] not in word_set("disjunction")
    if count > LONGEST and dep in {"prep", "acl"} and token > top:
        return True
    opener = _opened_by(tree, token, top)
    return opener is not None


def _opened_by(tree: Tree, token: int, top: int) -> int | None:
    """The aside that begins at `token`, if one does."""
    item = token
    while item != top and tree.left_edge[item] == token:
        if tree.dep[item] in ASIDE and not _stays(tree, item):
            return item
        if tree.head[item] == item:
            break
        item = tree.head[item]
    return None


def _stays(tree: Tree, item: int) -> bool:
    """Whether an apparent aside belongs to the phrase: a purpose, a name, or a short clause that says which one."""
    dep, start, end = tree.dep[item], tree.left_edge[item], tree.right_edge[item]
    if dep == "advcl":
        told = tree.lemma[tree.head[item]] in word_set("object_is_told") and tree.lower[start] in word_set(
            "opens_what_is_told"
        )
        return is_infinitive(tree, item) or (told and end - start < _SHORT)
    if dep == "appos":
        return bool(tree.ent[item]) or in_word(tree, start - 1) or in_word(tree, start)
    apart = start > 0 and tree.text[start - 1] in MARKS
    if dep != "relcl" or apart or tree.lemma[end] == "be":
        return False
    mark = next(
        (token for token in range(start, end + 1) if tree.text[token] in MARKS and not in_word(tree, token)), None
    )
    last = end if mark is None else mark - 1
    whole = item <= last if mark is None else item < last
    return whole and last - start < (LONGEST if is_infinitive(tree, item) else _SHORT)


def _in_list(tree: Tree, mark: int) -> bool:
    """Whether a comma separates items of a list."""
    if tree.text[mark] != "," or mark + 1 >= len(tree):
        return False
    after = mark + 1
    item = after
    while tree.left_edge[tree.head[item]] >= after and tree.head[item] != item and tree.head[item] >= after:
        item = tree.head[item]
    if tree.dep[item] == "cc":
        joined = [kid for kid in tree.children[tree.head[item]] if tree.dep[kid] == "conj" and kid > item]
        return bool(joined) and not tree.tag[joined[0]].startswith("VB")
    return (
        tree.dep[item] in _LISTED
        and tree.dep[item] != "appos"
        and not tree.tag[item].startswith("VB")
        and tree.head[item] < mark
    ) or (tree.dep[item] == "amod" and tree.dep[tree.head[item]] != "ROOT" and not tree.tag[item].startswith("VB"))
