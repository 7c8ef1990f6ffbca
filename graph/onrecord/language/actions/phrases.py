"""Noun phrases around a head: their conjuncts, their extent, what a relative pronoun stands for."""

from __future__ import annotations

from onrecord.language.tree import Tree

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_OUTSIDE = frozenset({"relcl", "cc", "conj", "preconj", "punct", "advcl", "parataxis", "case", "ccomp", "acl"})
_APART = frozenset({",", "–", "—", "--"})
_INSIDE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "prep", "appos", "predet"})


def conjuncts(tree: Tree, head: int) -> list[int]:
    """`head` and the nominal heads coordinated with it, in text order; names such as "Marks & Spencer" stay whole."""
    found = [head]
    for item in found:
        found.extend(
            kid for kid in tree.kids(item, "conj") if tree.pos[kid] in NOMINAL and not _one_name(tree, item, kid)
        )
    return found


def _one_name(tree: Tree, first: int, second: int) -> bool:
    """Whether two conjuncts are parts of one name."""
    between = range(first + 1, second + 1)
    if tree.ent[first] and all(tree.ent[token] == tree.ent[first] and not tree.ent_begin[token] for token in between):
        return True
    return tree.pos[first] == tree.pos[second] == "PROPN" and any(tree.text[token] == "&" for token in between)


def phrases(tree: Tree, heads: list[int], deeds: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """Token ranges of the phrases of `heads`; heads coordinated with one another share one.

    Of a head that is a deed itself (one of `deeds`) only the noun with its adjectives: who did what to whom in it is
    told by the deed of its own.
    """
    wanted = set(heads)
    groups: dict[int, list[int]] = {}
    for head in sorted(heads):
        top = head
        while tree.dep[top] == "conj" and tree.head[top] in wanted and tree.head[top] != top:
            top = tree.head[top]
        groups.setdefault(top, []).append(head)
    found = [
        _bare(tree, group[0])
        if group[0] in deeds
        else (extent(tree, group[0])[0], max(extent(tree, head)[1] for head in group))
        for group in groups.values()
    ]
    return [
        one for one in found if not any(one != other and other[0] <= one[0] and one[1] <= other[1] for other in found)
    ]


def _bare(tree: Tree, head: int) -> tuple[int, int]:
    """The noun with the determiners, numbers, adjectives and common nouns that stand right before it."""
    start = head
    while (
        start - 1 in tree.children[head]
        and tree.dep[start - 1] in {"det", "amod", "nummod", "compound"}
        and not tree.ent[start - 1]
        and tree.left_edge[start - 1] == start - 1
    ):
        start -= 1
    return start, head + 1


def extent(tree: Tree, head: int) -> tuple[int, int]:
    """Token range [start, end) of the maximal phrase of `head`: no relative clauses, conjuncts, outer punctuation."""
    start = head
    for kid in tree.children[head]:
        if kid < head and tree.dep[kid] not in _OUTSIDE:
            start = min(start, tree.left_edge[kid])
    while start < head and tree.pos[start] in {"PUNCT", "SPACE"}:
        start += 1
    while _hyphen(tree, start - 1):
        start = tree.left_edge[start - 2]
    end = _last(tree, head) + 1
    while end > head + 1 and tree.pos[end - 1] in {"SPACE", "PUNCT"} and tree.text[end - 1] not in "\"”’')%":
        end -= 1
    if end < len(tree) and tree.text[end] == ")" and "(" in tree.text[start:end]:
        end += 1
    return start, _whole_word(tree, end)


def _whole_word(tree: Tree, end: int) -> int:
    """`end`, moved behind a hyphenated word that it would cut."""
    while end < len(tree) and _hyphen(tree, end):
        end += 2
    return end


def _hyphen(tree: Tree, token: int) -> bool:
    """Whether a token is a hyphen inside a word."""
    return (
        0 < token < len(tree) - 1
        and tree.text[token] in {"-", "–"}
        and tree.end[token - 1] == tree.start[token] == tree.start[token + 1] - 1
    )


def whole(tree: Tree, heads: list[int]) -> list[int]:
    """The heads without parts of words: of "co", "-" and "founder" the last."""
    return [head for head in heads if not (_hyphen(tree, head) or (_hyphen(tree, head + 1) and head + 2 in heads))]


def _last(tree: Tree, head: int) -> int:
    """Last token of the phrase: right dependents up to the first that is no part of it."""
    last = head
    right = [kid for kid in tree.children[head] if kid > head]
    for place, kid in enumerate(right):
        dep = tree.dep[kid]
        if dep == "punct":
            if (place + 1 < len(right) and _same(tree, head, kid, right[place + 1])) or tree.text[kid] == "-":
                continue
            break
        if dep == "conj" and _one_name(tree, head, kid):
            last = max(last, _deep(tree, kid))
        elif dep == "cc" and place + 1 < len(right) and _one_name(tree, head, right[place + 1]):
            continue
        elif dep not in _INSIDE or (
            dep == "prep" and (_of_time(tree, kid) or tree.left_edge[kid] == tree.right_edge[kid])
        ):
            break
        else:
            last = max(last, _deep(tree, kid))
    return last


def _same(tree: Tree, head: int, mark: int, following: int) -> bool:
    """Whether what follows a mark names the same actor: "the Mine Workers (MW)", "the miner, Ann Lee".

    "The firm, a maker of maps" only tells about it.
    """
    names = tree.pos[head] != "PROPN" and tree.pos[following] == "PROPN"
    return tree.dep[following] == "appos" and (names or tree.text[mark] not in _APART)


def _of_time(tree: Tree, prep: int) -> bool:
    """Whether a prepositional phrase is a date, which belongs to the clause and not to the noun before it."""
    return any(tree.ent[head] in {"DATE", "TIME"} for head in objects_of(tree, prep)) and tree.lower[prep] != "of"


def _deep(tree: Tree, token: int) -> int:
    """Last token of a dependent, cut at relative clauses however deep they hang and at closing punctuation."""
    last, waiting = token, [token]
    while waiting:
        over = waiting.pop()
        last = max(last, over)
        for kid in tree.children[over]:
            if kid < over:
                continue
            if tree.dep[kid] in {"relcl", "advcl", "parataxis", "acl"}:
                break
            if tree.dep[kid] != "punct":
                waiting.append(kid)
    return last


def referent(tree: Tree, token: int) -> int:
    """What a relative pronoun stands for: the noun its clause hangs on; any other token stands for itself."""
    if tree.lower[token] not in RELATIVE or tree.tag[token] not in {"WDT", "WP", "WP$"}:
        return token
    verb = token
    while tree.head[verb] != verb and tree.dep[verb] != "relcl":
        verb = tree.head[verb]
    return tree.head[verb] if tree.dep[verb] == "relcl" else token


def objects_of(tree: Tree, prep: int) -> list[int]:
    """Heads of the noun phrases under a preposition, through stacked prepositions ("out of")."""
    for kid in tree.children[prep]:
        if tree.dep[kid] == "pobj":
            return conjuncts(tree, kid)
        if tree.dep[kid] == "prep":
            return objects_of(tree, kid)
    return []
