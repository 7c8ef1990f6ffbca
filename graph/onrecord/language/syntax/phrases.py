"""Noun phrases: their heads, their coordination, and the objects of prepositions. `extents` has their extents."""

from __future__ import annotations

from onrecord.language.syntax.tags import PLURAL, REFERRING, TIMES
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import HYPHENS
from onrecord.word_sets import in_order, word_set

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
"""Parts of speech that head a noun phrase."""
INDIRECT_OBJECT = "indirect_object"
"""Used in lists of prepositions to mean the indirect object, which has none: "gave **the port** a loan"."""
_IN_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})
"""Parts of speech within a simple noun phrase."""
_QUANTITIES = word_set("quantity") | word_set("percent")
_MANY = in_order("people_ending")
"""Endings of nationality words that mean a people: "the Danes", "the British", "the Chinese"."""


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of [start, end) that governs the others.

    The parser may attach several tokens of a name in capitals to words outside it; then the last one counts, because
    English heads come last, except a possessor, which is followed by "'s".
    """
    free = [item for item in range(start, end) if not start <= tree.head[item] < end or tree.head[item] == item]
    owned = [item for item in free if item + 1 < end and tree.tag[item + 1] == "POS"]
    return next((item for item in reversed(free) if item not in owned), free[-1] if free else end - 1)


def nouns_from(tree: Tree, start: int, high: int, *, names: bool) -> tuple[int, int] | None:
    """End (exclusive) and head of the simple noun phrase that begins at `start`, by tags alone; None if none does.

    Corrects the parser, which may split a name after "according to" or beside a quotation, and the tagger, which takes
    some names for other words: with `names`, every capitalised word counts as a noun.
    """
    end = start
    while end < high and (tree.pos[end] in _IN_PHRASE or (names and tree.text[end][:1].isupper())):
        end += 1
    found = (token for token in range(end - 1, start - 1, -1) if tree.pos[token] in REFERRING)
    head = next(found, end - 1 if names and end > start else None)
    return None if head is None else (end, head)


def conjuncts(tree: Tree, head: int) -> list[int]:
    """`head` and the nominal heads coordinated with it, in text order; names such as "Marks & Spencer" stay whole."""
    found = [head]
    for item in found:
        found.extend(
            kid
            for kid in tree.kids(item, "conj", "appos")
            if (tree.dep[kid] == "conj" or _next_person(tree, item, kid))
            and tree.pos[kid] in NOMINAL
            and not is_one_name(tree, item, kid)
            and not _is_other_name(tree, item, kid)
        )
    return found


def _is_other_name(tree: Tree, first: int, second: int) -> bool:
    """Whether ", or" introduces another name of the same thing ("the Halden 40, or Skylark") and ends no list."""
    before = [tree.lower[token] for token in range(first + 1, tree.left_edge[second])]
    named = tree.pos[first] in {"PROPN", "NUM"} and tree.pos[second] == "PROPN" and tree.dep[first] != "conj"
    return named and before[-2:] == [",", "or"] and before.count(",") == 1


def _next_person(tree: Tree, first: int, second: int) -> bool:
    """Whether the second of several people is parsed as another name of the first.

    Corrects the parser, which analyses "Bo Ray" in "Ann Lee, Bo Ray and Cy Orr voted" as an apposition.
    """
    people = tree.ent[first] == tree.ent[second] == "PERSON"
    return people and tree.child(second, "conj") is not None and tree.lower[tree.left_edge[second] - 1] == ","


def is_one_name(tree: Tree, first: int, second: int) -> bool:
    """Whether two conjuncts are parts of one name."""
    between = range(first + 1, second + 1)
    if tree.ent[first] and all(tree.ent[token] == tree.ent[first] and not tree.ent_begin[token] for token in between):
        return True
    return tree.pos[first] == tree.pos[second] == "PROPN" and any(tree.text[token] == "&" for token in between)


def objects_of(tree: Tree, prep: int) -> list[int]:
    """Heads of the noun phrases under a preposition or two ("out of"), with their conjuncts."""
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
    """Heads under the first of `preps` that `word` has, without dates; `preps` may contain `INDIRECT_OBJECT`.

    Corrects the parser, which may take a preposition before a noun phrase for a particle or an adverb.
    """
    kids = [kid for kid in tree.children[word] if tree.dep[kid] in {"prep", "agent", "dative", "prt", "advmod"}]
    for prep in preps:
        for kid in kids:
            indirect = prep == INDIRECT_OBJECT and tree.dep[kid] == "dative"
            if indirect and tree.pos[kid] != "ADP":
                return conjuncts(tree, kid)
            if (indirect or tree.lower[kid] == prep) and not _opens_topic(tree, kid):
                below = [head for head in objects_of(tree, kid) if tree.ent[head] not in TIMES]
                if below:
                    return below
    return []


def _opens_topic(tree: Tree, prep: int) -> bool:
    """Whether a preposition only opens what a clause is about: "As for Lund, the mayor resigned"."""
    return tree.lower[prep] == "as" and tree.pos[prep + 1 : prep + 2] == ["ADP"]


def examples(tree: Tree, head: int) -> list[int]:
    """Heads of the examples given of a noun: "countries such as Kenya and Chad", "countries including Kenya".

    Only what is several has examples: in "the power to read all mail, including hers", the mail is no example of power.
    """
    if tree.tag[head] not in PLURAL and tree.lemma[head] not in word_set("several_in_one"):
        return []
    return [
        item
        for kid in tree.kids(head, "prep")
        if tree.lower[kid] == "including" or (tree.lower[kid] == "as" and tree.lower[kid - 1] == "such")
        for item in objects_of(tree, kid)
    ]


def counted(tree: Tree, head: int) -> int:
    """The noun that a word of quantity counts: "operators" in "two of the operators"; `head` if there is none."""
    if tree.lower[head] not in _QUANTITIES:
        return head
    return next(iter(objects_under(tree, head, "of")), head)


def one_of_a_people(tree: Tree, word: int) -> bool:
    """Whether a nationality, party or creed refers to one person: "a Norwegian", "the Halden Republican".

    "The Norwegians" and "the French" refer to many.
    """
    if tree.tag[word] in PLURAL or tree.lower[word].endswith(_MANY):
        return False
    determiner = tree.child(word, "det", "poss", "nummod")
    if determiner is None or (tree.text[determiner].istitle() and determiner != tree.sents[tree.sent[word]][0]):
        return False  # "according to The Haldener"
    return tree.lower[determiner] in word_set("one_of_people")


def is_hyphen(tree: Tree, token: int) -> bool:
    """Whether a token is a hyphen inside a word that the tokenizer splits."""
    return (
        0 < token < len(tree) - 1
        and tree.text[token] in HYPHENS
        and tree.end[token - 1] == tree.start[token] == tree.start[token + 1] - 1
    )


def whole_words(tree: Tree, heads: list[int]) -> list[int]:
    """The heads without parts of hyphenated words: of "co", "-" and "founder" only the last is kept."""
    return [head for head in heads if not (is_hyphen(tree, head) or (is_hyphen(tree, head + 1) and head + 2 in heads))]
