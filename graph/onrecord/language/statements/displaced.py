"""Content that is not a complement of its verb in the parse.

A parenthesis ("X, he said, Y") has its content around it, "said in a statement that ..." has it after a phrase, and
"insist the law, which ..., is good" is parsed as an object and a clause without a subject.
"""

from __future__ import annotations

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Range, Ranges, clean, trimmed, without
from onrecord.language.statements.frames import Complement, clauses_beside, phrases_beside
from onrecord.language.syntax import lexical
from onrecord.language.syntax.attachment import that_clauses_on_phrases
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import clause_adverbs
from onrecord.language.syntax.false_objects import clause_of_false_object
from onrecord.language.syntax.phrase_relations import is_relative_clause
from onrecord.language.syntax.relations import is_adverbial_clause, is_attached_clause
from onrecord.language.syntax.sentences import printed_start
from onrecord.language.syntax.tags import FINITE, TIMES, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import CLAUSE_BREAKS, is_quotation_mark
from onrecord.word_sets import word_set

_PARENTHESIS = 25
"""Most tokens of a parenthesis that names the speaker; a longer one is a separate clause."""
_FEW = 3
"""Tokens before a final "said X" that are too few for a clause."""


def complements(tree: Tree, verb: int) -> list[Complement]:
    """Everything that could be the content of `verb`, at any position, clauses first."""
    found = clauses_beside(tree, verb)
    around = parenthetic(tree, verb) or _around(tree, verb)
    if around is not None and around.frame == "mid":
        found = [item for item in found if item.frame != "post" and not _is_second_half(item, around)]
    if around is not None and not any(item.frame in {"that", "post"} for item in found):
        found.append(around)
    if not any(item.frame in {"that", "post", "mid"} for item in found):
        found.extend(_behind_phrase(tree, verb))
    return [*found, *phrases_beside(tree, verb)]


def _is_second_half(item: Complement, around: Complement) -> bool:
    """Whether a clause is the second half of one around the verb: "The firm, she told us, | had no notice"."""
    return item.frame == "that" and len(around.content) > 1 and item.content[0] == around.content[-1]


def on_listener(tree: Tree, verb: int) -> Complement | None:
    """The clause of "told members he had met them", which is parsed as a relative clause on whoever was told."""
    entry = lexicon.verb(tree.lemma[verb], tree.lower[verb])
    heard = next(iter(clause(tree, verb).own_objects), None)
    if entry is None or not entry.addressee or heard is None or heard < verb:
        return None
    for kid in tree.children[heard]:
        start, found = tree.left_edge[kid], clause(tree, kid)
        opens = start == heard + 1 and is_relative_clause(tree, kid) and start in found.own_subjects
        full = (
            found.own_objects or found.predicates or found.complements or any(item.objects for item in found.obliques)
        )
        if opens and tree.pos[start] == "PRON" and tree.lower[start] not in word_set("relative") and full:
            end = tree.right_edge[kid] + 1
            if end < len(tree) and is_quotation_mark(tree.text[end]):
                end += 2  # what is quoted at the end goes on to the closing mark
            span = trimmed(tree, start, end)
            return Complement("that", (span,), kid) if span else None
    return None


def repaired(tree: Tree, verb: int, items: list[Complement]) -> Complement | None:
    """A clause that is cut in the parse, as in "insist the law, which ..., | is good" or "X, | said the paper"."""
    for item in items:
        if item.frame == "np":
            found = _garden_path(tree, verb, item)
            if found is not None:
                return found
    return None if items else _trailing(tree, verb)


def _garden_path(tree: Tree, verb: int, item: Complement) -> Complement | None:
    """The clause of an object that is really a subject."""
    found = clause_of_false_object(tree, verb, item.head)
    span = trimmed(tree, item.content[0][0], found[1]) if found is not None else None
    return Complement("that", (span,), found[0]) if found is not None and span else None


def _trailing(tree: Tree, verb: int) -> Complement | None:
    """Content before a comma and a final "said X", back to the previous full stop."""
    own = next(iter(clause(tree, verb).nominative), None)
    if own is None or tree.tag[verb] not in FINITE:
        return None
    start = min(verb, tree.left_edge[own])
    if start == 0 or tree.text[start - 1] != ",":
        return None
    span = trimmed(tree, printed_start(tree, start - 1), start)
    return Complement("post", (span,), verb) if span and span[1] - span[0] > _FEW else None


def _around(tree: Tree, verb: int) -> Complement | None:
    """Content around a parenthetic "he said": the clause `verb` depends on, less the parenthesis."""
    head = tree.head[verb]
    if head == verb or not is_attached_clause(tree, verb) or tree.pos[head] not in VERBAL:
        return None
    if tree.tag[verb] not in FINITE or not clause(tree, verb).nominative:
        return None
    low, high = tree.left_edge[verb], tree.right_edge[verb] + 1
    first, last = tree.left_edge[head], tree.right_edge[head] + 1
    opened = low > first and tree.text[low - 1] in CLAUSE_BREAKS
    closed = high < last and (tree.text[high] in CLAUSE_BREAKS or tree.text[high - 1] in CLAUSE_BREAKS)
    at_end = high >= last - 1
    if not opened or not (closed or at_end) or high - low > _PARENTHESIS:
        return None
    if clause_adverbs(tree, verb) and is_adverbial_clause(tree, verb):
        return None
    parts = _of_speaker(tree, verb, clean(tree, without((first, last), (low, high))))
    return Complement("post" if at_end else "mid", parts, head) if parts else None


def parenthetic(tree: Tree, verb: int) -> Complement | None:
    """The content of "..., many say, ...": the sentence without the words between the two commas."""
    own = next(iter(clause(tree, verb).nominative), None)
    if own is None or tree.tag[verb] not in FINITE or tree.lower[own] in word_set("relative"):
        return None
    low, high = min(verb, tree.left_edge[own]), max(verb, tree.right_edge[own] if own > verb else verb) + 1
    if tree.lemma[verb] in word_set("needs_listener"):  # "she told a news conference,"
        high = max([high, *(tree.right_edge[item] + 1 for item in clause(tree, verb).own_objects if item >= high)])
    while high < len(tree) and tree.ent[high] in TIMES:
        high += 1
    first, last = tree.sents[tree.sent[verb]]
    if low - 1 <= first or high >= last or tree.text[low - 1] != "," or tree.text[high] != ",":
        return None
    parts = _of_speaker(tree, verb, clean(tree, without((first, last), (low - 1, high + 1))))
    return Complement("mid", parts, verb) if len(parts) == 2 and parts[1][1] - parts[1][0] > 1 else None


def _of_speaker(tree: Tree, verb: int, parts: Ranges) -> Ranges:
    """The parts of a content without one that sets another's words against it: "they say, but the mayor insists"."""
    return tuple(part for part in parts if part[0] < verb or not _is_of_another(tree, part))


def _is_of_another(tree: Tree, part: Range) -> bool:
    words = range(*part)
    if not any(tree.lower[token] in word_set("sets_against") for token in words[:_FEW]):
        return False
    return any(
        tree.lemma[token] in lexical.speaking() and tree.tag[token] in FINITE and clause(tree, token).own_subjects
        for token in words
    )


def _behind_phrase(tree: Tree, verb: int) -> list[Complement]:
    """The clause of "said in a statement that ...", "said at the debate that ...".

    A noun that is a cue itself ("spoke of the claim that ...") keeps its clause.
    """
    for link, noun, said in that_clauses_on_phrases(tree, verb):
        if tree.lower[link] in word_set("displaced_preposition") or tree.lemma[noun] not in lexicon.nouns():
            span = trimmed(tree, tree.left_edge[said], tree.right_edge[said] + 1)
            return [Complement("that", (span,), said)] if span else []
    return []
