"""Phrases and clauses that the parser attaches to the wrong word.

In "imposed a tax on ships", grammar does not say if "on ships" belongs to the tax or to imposing it, and the parser
mostly decides by distance. Each function finds what may be misplaced; the caller, who knows the complements of a word,
decides whether it belongs there.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.syntax import dependents, modifiers, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.phrases import objects_linked
from onrecord.language.syntax.tags import FINITE_OR_MODAL, TO_BE_DONE
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import DOUBLE_QUOTES
from onrecord.word_sets import word_set

_DEPTH = 6
"""Most governing words that are followed: sentences nest no deeper, and a broken parse must not loop."""


def linked_heads(tree: Tree, words: tuple[int, ...], preps: tuple[str, ...]) -> Iterator[list[int]]:
    """For each of `words` that has one of `preps`, the heads of the noun phrases below it.

    Corrects the parser, which may attach the preposition of an object to the verb: "imposed a tax on ships".
    """
    for word in words:
        heads = objects_linked(tree, word, preps)
        if heads:
            yield heads


def verb_above_object(tree: Tree, noun: int) -> int | None:
    """The verb that a noun is the direct object of.

    Corrects the parser, which attaches complements of the verb to the object: "deported" in "wanted all the miners
    deported", "of stealing" in "cleared the nurse of stealing".
    """
    return tree.head[noun] if relations.is_direct_object(tree, noun) else None


def adjectives_passed(tree: Tree, copula: int, infinitive: int) -> list[int]:
    """Predicate adjectives between a copula and an infinitive that depends on it.

    Corrects the parser, which in "would be hard-pressed to sell" attaches the infinitive to "be" and not to the
    adjective.
    """
    return [word for word in clause(tree, copula).predicates if copula < word < infinitive and tree.pos[word] == "ADJ"]


def infinitives_before(tree: Tree, verb: int, end: int) -> list[int]:
    """Infinitive complements of `verb` between it and `end`, and participles that say what becomes of its object.

    Corrects the parser, which attaches "by Monday" in "ordered the port to close by Monday" and "ordered the port
    closed by Monday" to the order as often as to the closing.
    """
    return [kid for kid in tree.children[verb] if verb < kid < end and says_what_is_done(tree, kid)]


def says_what_is_done(tree: Tree, token: int) -> bool:
    """Whether an infinitive or participle completes a verb, as in "ordered it to close" and "ordered it closed"."""
    completes = relations.is_complement(tree, token) or relations.is_object_predicate(tree, token)
    return completes and tree.tag[token] in TO_BE_DONE


def hangs_on_infinitive(tree: Tree, token: int, verb: int) -> bool:
    """Whether a word depends on an infinitive right below `verb`.

    Corrects the parser, which attaches "on Monday" in "agreed to buy it on Monday" to the buying.
    """
    for _ in range(_DEPTH):
        if token == verb or tree.head[token] == token:
            return False
        if tree.head[token] == verb:
            return tree.tag[token] == "VB"
        token = tree.head[token]
    return False


def opens_clause(tree: Tree, token: int, head: int) -> bool:
    """Whether a word opens the clause of `head`: only punctuation precedes it in the clause, or a mark directly does.

    The second case corrects the parser, which may attach the end of the preceding clause to this one.
    """
    before = range(token - 1, tree.left_edge[head] - 1, -1)
    return all(tree.pos[word] == "PUNCT" for word in before) or tree.pos[token - 1] == "PUNCT"


def marks_behind(tree: Tree, verb: int) -> list[int]:
    """Conjunctions of the adverbial clauses after a verb.

    Corrects the parser, which takes the "if" in "asked if it was late" for a condition.
    """
    marks = (clause(tree, kid).mark for kid in clause(tree, verb).adverbials if kid > verb)
    return [mark for mark in marks if mark is not None]


def that_clauses_on_phrases(tree: Tree, verb: int) -> Iterator[tuple[int, int, int]]:
    """That-clauses on a noun below a preposition after `verb`: the preposition, the noun, the head of the clause.

    Corrects the parser, which in "said in a statement that it was late" attaches the clause to the statement.
    """
    for oblique in clause(tree, verb).obliques:
        link = oblique.preposition
        noun = modifiers.object_below(tree, link)
        if link < verb or noun is None:
            continue
        for said in modifiers.clauses_on_noun(tree, noun):
            mark = clause(tree, said).mark
            if mark is not None and tree.lower[mark] == "that":
                yield link, noun, said
        last = _last_noun(tree, noun)
        yield from ((link, last, said) for said in modifiers.clauses_on_noun(tree, last) if _lacks_nothing(tree, said))


def _last_noun(tree: Tree, noun: int) -> int:
    """The noun in which a phrase ends: the trial of "the start of the trial"."""
    for _ in range(_DEPTH):
        below = modifiers.object_below(tree, next(reversed(modifiers.prepositions(tree, noun)), noun))
        if below is None:
            break
        noun = below
    return noun


def _lacks_nothing(tree: Tree, said: int) -> bool:
    """Whether a clause that is parsed as a relative one has all that its verb needs beside "that".

    So in "told the jury at the start of the trial that she invented firms": the clause is what was told.
    """
    first = tree.left_edge[said]
    found = clause(tree, said)
    whole = any(first < own < said for own in found.own_subjects) and any(own > said for own in found.own_objects)
    return tree.lower[first] == "that" and tree.head[first] == said and whole


def that_clauses_joined(tree: Tree, verb: int) -> list[int]:
    """Heads of that-clauses that are coordinated with `verb`.

    Corrects the parser, which in "says that it is late and that it rains" coordinates "rains" with "says".
    """
    marked = ((item, dependents.clause_mark(tree, item)) for item in modifiers.coordinated(tree, verb))
    return [item for item, mark in marked if mark is not None and tree.lower[mark] == "that"]


def behind_stray_words(tree: Tree, start: int, name: int) -> int:
    """First token of the phrase of the name at `name`, which begins at `start` according to the parse.

    Corrects the parser, which may attach a preceding quotation or finite verb to a name ("'It rained' Mayor Ada Lund
    said"), although neither is part of its phrase.
    """
    cut = (item for item in range(start, name) if tree.text[item] in DOUBLE_QUOTES or tree.tag[item] in FINITE_OR_MODAL)
    return max(cut, default=start - 1) + 1


def tells_the_charge(tree: Tree, prep: int) -> bool:
    """Whether an "of" tells of what its verb accuses, clears or strips somebody: "accused the firm of fraud".

    Not if it points to somebody else: "of helping him".
    """
    if tree.lower[prep] != "of" or tree.lemma[tree.head[prep]] not in word_set("accuses_of") | word_set("strips_of"):
        return False
    return not any(tree.tag[token] == "PRP" for token in tree.subtree(prep))
