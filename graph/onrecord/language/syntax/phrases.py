"""Noun phrases: their head, their extent, their coordination, what stands below a preposition.

How far a noun phrase reaches is a question of annotation, not of grammar, so three extents have names: the whole
`constituent`; the `participant` of a deed, maximal but for relative clauses and dates, as MEANTIME marks it; and the
`mention` of an actor, which leaves appositions and most prepositional phrases out, as the record asks.
"""

from __future__ import annotations

from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
"""Parts of speech that head a noun phrase."""
_TIMES = frozenset({"DATE", "TIME"})
_APART = frozenset({",", "–", "—", "--"})
_INSIDE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "prep", "appos", "predet"})
_OUTSIDE = frozenset({"relcl", "cc", "conj", "preconj", "punct", "advcl", "parataxis", "case", "ccomp", "acl"})
_LEFT = frozenset({"det", "predet", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "npadvmod"})
_RIGHT = frozenset({"nummod", "amod", "compound", "nmod"})
_CLAUSES = frozenset({"relcl", "advcl", "parataxis", "acl"})
_EDGE = frozenset({"PUNCT", "CCONJ", "SPACE"})
_PREPOSITIONS = word_set("phrase_preposition")
_NAME_PREPOSITIONS = word_set("name_preposition")
_QUANTITIES = word_set("quantity")
_MANY = ("s", "sh", "ch", "ese")
"""Endings of nationality words that stand for a people: "the Danes", "the British", "the Chinese"."""
_DEPTH = 40
"""How deep phrases within phrases are followed; a guard against chains that no sentence has."""


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of [start, end) that governs the others.

    The parse of a name in capitals may leave several that hang outside: then the last counts, as English heads do, but
    no possessor, which is followed by its "'s".
    """
    free = [item for item in range(start, end) if not start <= tree.head[item] < end or tree.head[item] == item]
    owned = [item for item in free if item + 1 < end and tree.tag[item + 1] == "POS"]
    return next((item for item in reversed(free) if item not in owned), free[-1] if free else end - 1)


def conjuncts(tree: Tree, head: int) -> list[int]:
    """`head` and the nominal heads coordinated with it, in text order; names such as "Marks & Spencer" stay whole."""
    found = [head]
    for item in found:
        found.extend(
            kid for kid in tree.kids(item, "conj") if tree.pos[kid] in NOMINAL and not _one_name(tree, item, kid)
        )
    return found


def first_conjunct(tree: Tree, head: int) -> int:
    """The head of the coordination that `head` stands in; itself if it stands in none."""
    while tree.dep[head] == "conj" and tree.head[head] != head:
        head = tree.head[head]
    return head


def _one_name(tree: Tree, first: int, second: int) -> bool:
    """Whether two conjuncts are parts of one name."""
    between = range(first + 1, second + 1)
    if tree.ent[first] and all(tree.ent[token] == tree.ent[first] and not tree.ent_begin[token] for token in between):
        return True
    return tree.pos[first] == tree.pos[second] == "PROPN" and any(tree.text[token] == "&" for token in between)


def objects_of(tree: Tree, prep: int) -> list[int]:
    """Heads of the noun phrases under a preposition, coordinated ones too, through stacked prepositions ("out of")."""
    for kid in tree.children[prep]:
        if tree.dep[kid] == "pobj":
            return conjuncts(tree, kid)
        if tree.dep[kid] == "prep":
            return objects_of(tree, kid)
    return []


def objects_under(tree: Tree, word: int, *forms: str) -> list[int]:
    """Heads of the noun phrases under the prepositions on `word` that are one of `forms` ("the head of the firm")."""
    return [
        head for kid in tree.kids(word, "prep", "agent") if tree.lower[kid] in forms for head in objects_of(tree, kid)
    ]


def objects_linked(tree: Tree, word: int, preps: tuple[str, ...]) -> list[int]:
    """Heads below the first preposition of `preps` that `word` has, no dates; "dative" stands for an indirect object.

    Repairs the parser, which takes a preposition before a noun phrase for a particle or an adverb.
    """
    kids = [kid for kid in tree.children[word] if tree.dep[kid] in {"prep", "agent", "dative", "prt", "advmod"}]
    for prep in preps:
        for kid in kids:
            if prep == "dative" and tree.dep[kid] == "dative" and tree.pos[kid] != "ADP":
                return conjuncts(tree, kid)
            if tree.lower[kid] == prep or (prep == "dative" and tree.dep[kid] == "dative"):
                below = [head for head in objects_of(tree, kid) if tree.ent[head] not in _TIMES]
                if below:
                    return below
    return []


def examples(tree: Tree, head: int) -> list[int]:
    """Heads of the examples given of a noun: "countries such as Kenya and Chad", "countries including Kenya"."""
    return [
        item
        for kid in tree.kids(head, "prep")
        if tree.lower[kid] == "including" or (tree.lower[kid] == "as" and tree.lower[kid - 1] == "such")
        for item in objects_of(tree, kid)
    ]


def counted(tree: Tree, head: int) -> int:
    """The noun that a word of quantity counts: "operators" of "two of the operators"; itself if there is none."""
    if tree.lower[head] not in _QUANTITIES:
        return head
    return next(iter(objects_under(tree, head, "of")), head)


def one_of_a_people(tree: Tree, word: int) -> bool:
    """Whether a nationality, party or creed stands for one person: "a Norwegian", "the Halden Republican".

    "The Norwegians" and "the French" are many.
    """
    if tree.tag[word] in ("NNS", "NNPS") or tree.lower[word].endswith(_MANY):
        return False
    determiner = tree.child(word, "det", "poss", "nummod")
    return determiner is not None and tree.lower[determiner] in ("a", "an", "the", "one", "this", "that", "another")


def constituent(tree: Tree, head: int, low: int = 0, high: int | None = None) -> tuple[int, int]:
    """Token range [start, end) of all that hangs on `head`, cut to [low, high), relative clauses included."""
    start = max(low, tree.left_edge[head])
    return start, max(start, min(len(tree) if high is None else high, tree.right_edge[head] + 1))


def participant(tree: Tree, head: int) -> tuple[int, int]:
    """Token range [start, end) of the maximal phrase of `head`: no relative clauses, conjuncts, outer punctuation."""
    start = head
    for kid in tree.children[head]:
        if kid < head and tree.dep[kid] not in _OUTSIDE:
            start = min(start, tree.left_edge[kid])
    while start < head and tree.pos[start] in {"PUNCT", "SPACE"}:
        start += 1
    while is_hyphen(tree, start - 1):
        start = tree.left_edge[start - 2]
    end = _last(tree, head) + 1
    while end > head + 1 and tree.pos[end - 1] in {"SPACE", "PUNCT"} and tree.text[end - 1] not in "\"”’')%":
        end -= 1
    if end < len(tree) and tree.text[end] == ")" and "(" in tree.text[start:end]:
        end += 1
    return start, _whole_word(tree, end)


def bare(tree: Tree, head: int) -> tuple[int, int]:
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


def mention(tree: Tree, head: int, depth: int = 0) -> tuple[int, int]:
    """Token range [start, end) of what names or describes an actor: no appositions, few prepositional phrases."""
    start, end = _left(tree, head), head + 1
    for child in tree.children[head]:
        if child < head or depth > _DEPTH:
            continue
        if tree.dep[child] == "prep" and _belongs(tree, head, child):
            end = max(end, _prepositional_end(tree, child, depth))
        elif tree.dep[child] in _RIGHT and child == end:
            end = child + 1
        elif tree.dep[child] != "case":
            break
    if end == head + 1 < len(tree) and tree.dep[end] == "ROOT" and tree.lower[end] in _PREPOSITIONS:
        end = _prepositional_end(tree, end, depth)  # a preposition that the parser left without a head
    while end > head + 1 and tree.pos[end - 1] in _EDGE:
        end -= 1
    return start, end


def _left(tree: Tree, head: int) -> int:
    start = head
    for child in reversed(tree.children[head]):
        if child > head:
            continue
        if tree.dep[child] in _LEFT:
            start = min(start, tree.left_edge[child])
        elif tree.dep[child] not in ("punct", "case", "cc", "intj"):
            break
    while is_hyphen(tree, start - 1) and tree.text[start - 1] == "-" and len(tree.text[start - 2]) > 1:
        start -= 2  # "co-founder", which the tokenizer parts
    while start < head and (tree.pos[start] in _EDGE or tree.lower[start] in ("both", "either", "neither")):
        start += 1
    return start


def _belongs(tree: Tree, head: int, prep: int) -> bool:
    """Whether a prepositional phrase is part of the noun phrase: not times, and after names only "of" and "for"."""
    if prep != head + 1 and tree.pos[prep - 1] == "PUNCT":
        return False
    objects = tree.kids(prep, "pobj")
    if not objects or any(tree.ent[item] in _TIMES for item in objects):
        return False
    if tree.ent[head] == "PERSON" and not any(tree.text[item][0].isupper() for item in objects):
        return False  # "accused Ada Brekke of fraud"
    allowed = _NAME_PREPOSITIONS if tree.pos[head] == "PROPN" else _PREPOSITIONS
    return tree.lower[prep] in allowed


def _prepositional_end(tree: Tree, prep: int, depth: int) -> int:
    end = prep + 1
    for item in tree.kids(prep, "pobj"):
        end = max(end, _coordinated_end(tree, item, depth + 1))
    return end


def _coordinated_end(tree: Tree, head: int, depth: int) -> int:
    end = mention(tree, head, depth)[1]
    for item in tree.kids(head, "conj"):
        if depth < _DEPTH and tree.pos[item] in ("NOUN", "PROPN", "PRON"):
            end = max(end, _coordinated_end(tree, item, depth + 1))
    return end


def _whole_word(tree: Tree, end: int) -> int:
    """`end`, moved behind a hyphenated word that it would cut."""
    while end < len(tree) and is_hyphen(tree, end):
        end += 2
    return end


def is_hyphen(tree: Tree, token: int) -> bool:
    """Whether a token is a hyphen inside a word, which the tokenizer parts."""
    return (
        0 < token < len(tree) - 1
        and tree.text[token] in {"-", "–"}
        and tree.end[token - 1] == tree.start[token] == tree.start[token + 1] - 1
    )


def whole_words(tree: Tree, heads: list[int]) -> list[int]:
    """The heads without parts of words: of "co", "-" and "founder" the last."""
    return [head for head in heads if not (is_hyphen(tree, head) or (is_hyphen(tree, head + 1) and head + 2 in heads))]


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
    return any(tree.ent[head] in _TIMES for head in objects_of(tree, prep)) and tree.lower[prep] != "of"


def _deep(tree: Tree, token: int) -> int:
    """Last token of a dependent, cut at relative clauses however deep they hang and at closing punctuation."""
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
