"""The predicate of a clause as it is printed: its verb group, and what completes the verb after it.

Labels tell a deed again in these words of the text. A verb is completed by its particles, objects, predicates,
complement clauses and prepositional phrases, up to a relative clause, an apposition, a parenthesis, a coordinated verb
or a punctuation mark outside a list.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from onrecord.language.syntax import control, lexical
from onrecord.language.syntax.relations import is_infinitive
from onrecord.language.syntax.subjects import begins_clause
from onrecord.language.syntax.tags import FINITE_OR_MODAL, NOUNS, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.language.syntax.trimming import in_word, told_whole, trimmed
from onrecord.language.syntax.voice import agents_of_passive, is_passive
from onrecord.word_sets import word_set

LONGEST = 26
"""Tokens after which no further phrase is added to a predicate: about what a reader takes in at once."""
_GROUP = frozenset({"aux", "auxpass", "neg"})
_COMPLETING = frozenset(
    {"prt", "dobj", "dative", "attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "agent", "npadvmod", "pcomp"}
)
_CLAUSES = frozenset({"xcomp", "ccomp"})
_ASIDE = frozenset({"relcl", "appos", "parataxis", "advcl", "meta", "intj"})
"""Relations of asides: the predicate ends before one."""
_LISTED = frozenset({"conj", "amod", "nummod", "compound", "appos"})
_MARKS = frozenset(",;:—–-()[]!?.…") | {"--"}
_SHARED = {"VBN": word_set("auxiliary_of_participle"), "VBG": {"be"}}
"""Auxiliaries of the first verb that serve a coordinated verb too, by its tag; a base form shares modals and "do"."""
_DEPTH = 6
"""How many verbs above are asked: a label that nests deeper could not be read."""
_SHORT = 9
"""A relative clause of fewer tokens is told along with its noun."""


def predicate_head(tree: Tree, verb: int) -> int:
    """The word whose predicate tells what `verb` does: itself, or the verb it completes if both have one subject.

    For "sell" in "wants to sell", "was asked to sell" and "is happy to sell" that is the finite verb. Control (see
    `control`) tells whose the infinitive is.
    """
    found = verb
    for _ in range(_DEPTH):
        above = tree.head[found]
        if tree.dep[found] not in {"xcomp", "acomp"} or (tree.tag[found] == "VBN" and not is_infinitive(tree, found)):
            break
        if tree.pos[above] not in VERBAL | {"ADJ"} or tree.child(found, "nsubj", "nsubjpass") is not None:
            break
        if tree.dep[found] == "xcomp" and tree.kids(above, "dobj", "dative"):
            break
        found = above
    subject = control.subjects(tree, found)
    return found if found == verb or (subject and subject == control.subjects(tree, verb)) else verb


def verb_group(tree: Tree, verb: int) -> list[int]:
    """Auxiliaries, negations, adverbs of doubt and the verb, in text order; empty if the clause has no tense."""
    shared = tree.kids(verb, "aux", "auxpass")
    if not shared and tree.dep[verb] == "conj" and tree.tag[verb] in {"VB", "VBN", "VBG"}:
        shared = [kid for kid in tree.kids(tree.head[verb], "aux", "auxpass") if _shared(tree, kid, verb)]
        if not shared:
            return []
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is not None and shared and shared[0] < subject:
        return []  # "should he win": what is asked or supposed is not told
    first = subject if subject is not None and subject < verb else -1  # "yet he sold it": no part of the group
    own = [kid for kid in tree.kids(verb, "neg", "advmod") if _tells(tree, kid) and first < kid <= verb + 1]
    group = sorted({*shared, *own, verb})
    if is_passive(tree, verb) and not shared:
        return []  # "wants the network shut down"
    tense = next((item for item in group if tree.dep[item] in {"aux", "auxpass"} or item == verb), verb)
    return group if tree.tag[tense] in FINITE_OR_MODAL else []


def _shared(tree: Tree, auxiliary: int, verb: int) -> bool:
    """Whether an auxiliary of the first verb serves the coordinated `verb` too."""
    lemmas = _SHARED.get(tree.tag[verb])
    return tree.lemma[auxiliary] in lemmas if lemmas else tree.tag[auxiliary] == "MD" or tree.lemma[auxiliary] == "do"


def _tells(tree: Tree, word: int) -> bool:
    """Whether leaving an adverb out would make the clause untrue."""
    return tree.dep[word] == "neg" or tree.lower[word] in lexical.listed("hedges")


def completion(tree: Tree, verb: int, times: Container[int] = (), bound: Container[str] = ()) -> list[tuple[int, int]]:
    """Token ranges [start, end) of what completes `verb` after it, in text order, quotation marks left in.

    Phrases that hold one of `times` and the agent of a passive are left out. `bound` are prepositions that the verb
    needs, though with other verbs they say when ("testified before the board").
    """
    kept: list[int] = []
    agents = set(agents_of_passive(tree, verb)) if is_passive(tree, verb) else set()
    broken = whole = False
    passed: set[int] = set()
    for kid in tree.children[verb]:
        if kid < verb or tree.dep[kid] in {"aux", "auxpass", "neg"}:
            continue
        if tree.dep[kid] == "punct" and tree.text[kid] in _MARKS:
            listed = None if broken or not kept or kept[-1] + 1 != kid else _rest_of_list(tree, verb, kid)
            if listed is not None:
                kept += [kid, *_extent(tree, listed, agents, times)[0]]
                passed.add(listed)
            broken = True
            continue
        if kid in passed:
            continue
        if kid == verb + 1 and tree.dep[kid] == "advmod" and _tells(tree, kid):
            continue  # stands in the verb group
        if not _completes(tree, kid, bound, broken=broken, after=len(kept)):
            if tree.dep[kid] in {"conj", "cc", "parataxis"}:
                break
            broken = broken or tree.dep[kid] in _ASIDE
            continue
        words, whole = _extent(tree, kid, agents, times)
        kept += [word for word in words if word > verb]  # "a bridge that they hope to put up"
        broken = broken or not whole
    return _ranges(_with_gerund(tree, kept))


def _with_gerund(tree: Tree, kept: list[int]) -> list[int]:
    """The tokens with the gerund that a possessor at their end needs: "complained about the miners' selling it"."""
    while kept and tree.dep[kept[-1]] == "case":
        after = kept[-1] + 1
        if after < len(tree) and tree.tag[after] == "VBG" and tree.dep[after] == "advcl":
            return [*kept, *_extent(tree, after, (), ())[0]]
        kept.pop()
    return kept


def _rest_of_list(tree: Tree, verb: int, comma: int) -> int | None:
    """The noun after `comma` that continues a list ("bolts, nuts and screws") if the parser hangs it on the verb."""
    for kid in tree.children[verb]:
        if tree.left_edge[kid] == comma + 1 and tree.pos[kid] in NOUNS:
            joined = tree.child(kid, "conj") is not None and tree.child(kid, "cc") is not None
            return kid if joined and tree.dep[kid] == "npadvmod" else None
    return None


def phrase(tree: Tree, noun: int, times: Container[int] = ()) -> list[tuple[int, int]]:
    """Token ranges of the noun phrase of `noun` without asides: the words for a deed that a noun tells."""
    start = min(
        [noun, *(tree.left_edge[kid] for kid in tree.children[noun] if kid < noun and tree.dep[kid] not in _OUT)]
    )
    words, _ = _extent(tree, noun, set(), times)
    end = next((kid for kid in tree.children[noun] if kid > noun and tree.dep[kid] == "cc"), len(tree))
    words = trimmed(tree, [item for item in words if item < end], noun)
    return _ranges([item for item in words if item >= start])


_OUT = frozenset({"punct", "cc", "preconj", "prep", "advmod", "neg", "mark"})


def _completes(tree: Tree, kid: int, bound: Container[str], *, broken: bool, after: int) -> bool:
    """Whether a dependent belongs to the predicate; after a break only a clause without which it makes no sense."""
    dep = tree.dep[kid]
    purpose = dep == "advcl" and is_infinitive(tree, kid)
    if broken or after > LONGEST:
        return dep == "xcomp" and is_infinitive(tree, kid)
    if dep == "prep" and tree.lower[kid] in lexical.listed("circumstances") and tree.lower[kid] not in bound:
        return False
    return dep in _COMPLETING or purpose or (dep == "advmod" and tree.lower[kid] in lexical.listed("directions"))


def _extent(tree: Tree, top: int, agents: Container[int], times: Container[int]) -> tuple[list[int], bool]:
    """The tokens of the phrase of `top` up to its first break, and whether that is all of it."""
    kept: list[int] = []
    passed = set(_passed(tree, top, agents, times)) | set(_bracketed(tree, top))
    for token in range(tree.left_edge[top], tree.right_edge[top] + 1):
        if token in passed:
            continue
        if _ends(tree, top, token, len(kept)):
            words = trimmed(tree, told_whole(tree, top, kept), top)
            return [] if tree.dep[top] == "advcl" and words[-1:] == [top] else words, False  # "came to witness"
        kept.append(token)
    return trimmed(tree, kept, top), True


def _bracketed(tree: Tree, top: int) -> Iterator[int]:
    """Tokens of the phrase of `top` that stand in brackets, brackets included."""
    opened = None
    for token in range(tree.left_edge[top], tree.right_edge[top] + 1):
        if tree.text[token] == "(":
            opened = token
        elif tree.text[token] == ")" and opened is not None:
            yield from range(opened, token + 1)
            opened = None


def _passed(tree: Tree, top: int, agents: Container[int], times: Container[int]) -> Iterator[int]:
    """Tokens of phrases within that of `top` that tell when, or by whom."""
    for token in range(tree.left_edge[top], tree.right_edge[top] + 1):
        if token in times or token in agents:
            edge = token
            while tree.head[edge] != edge and edge != top and (tree.head[edge] in times or tree.dep[edge] == "pobj"):
                edge = tree.head[edge]
                if tree.dep[edge] in {"prep", "agent"}:
                    while tree.dep[tree.head[edge]] == "prep" and tree.head[edge] != top:
                        edge = tree.head[edge]  # "as of 30 November"
                    break
            above = tree.head[edge]
            if tree.dep[above] == "acl" and tree.children[above] == [edge]:
                edge = above  # "a report dated 21 July"
            if tree.dep[edge] in {"prep", "agent", "npadvmod", "advmod", "acl"} or token == top:
                yield from range(tree.left_edge[edge], tree.right_edge[edge] + 1)


def _ends(tree: Tree, top: int, token: int, count: int) -> bool:
    """Whether the predicate breaks off before `token`."""
    dep, head = tree.dep[token], tree.head[token]
    if tree.text[token] in _MARKS:
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
        if tree.dep[item] in _ASIDE and not _stays(tree, item):
            return item
        if tree.head[item] == item:
            break
        item = tree.head[item]
    return None


def _stays(tree: Tree, item: int) -> bool:
    """Whether what looks like an aside belongs to the phrase: a purpose, a name, a short clause that says which."""
    dep, start, end = tree.dep[item], tree.left_edge[item], tree.right_edge[item]
    if dep == "advcl":
        told = tree.lemma[tree.head[item]] in word_set("object_is_told") and tree.lower[start] in word_set(
            "opens_what_is_told"
        )
        return is_infinitive(tree, item) or (told and end - start < _SHORT)
    if dep == "appos":
        return bool(tree.ent[item]) or in_word(tree, start - 1) or in_word(tree, start)
    apart = start > 0 and tree.text[start - 1] in _MARKS
    return (
        dep == "relcl"
        and not apart
        and end - start < _SHORT
        and not any(tree.text[token] in _MARKS for token in range(start, end + 1))
    )


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


def _ranges(tokens: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for token in sorted(set(tokens)):
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return runs
