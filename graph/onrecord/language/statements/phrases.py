"""Attributions without a verb: "according to X", "as X reported", "in a statement", a headline's "X: ..."."""

from __future__ import annotations

from itertools import pairwise

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate, Range, Ranges, clean, trimmed, without
from onrecord.language.statements.sources import noun_behind, phrase, source_of
from onrecord.language.statements.verbs import cue_of
from onrecord.language.statements.words import listed
from onrecord.language.syntax.antecedents import antecedent
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import clause_adverbs, first, own_content
from onrecord.language.syntax.lexical import speaking
from onrecord.language.syntax.modifiers import object_below, prepositions
from onrecord.language.syntax.phrase_relations import is_conjunct
from onrecord.language.syntax.relations import is_adverbial_clause, is_side_or_adverbial
from onrecord.language.syntax.tags import FINITE, NOUNS, PARTICIPLES, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_NAME = 6
"""Most tokens of a name before the colon of a headline."""
_SOURCE = 8
"""Most tokens between "according to" and the source."""


def according(tree: Tree, token: int) -> Candidate | None:
    """The phrase "According to X": the content is the clause around the phrase, without the phrase."""
    to = first(prepositions(tree, token))
    if to is None and token + 1 < len(tree) and tree.lower[token + 1] == "to":
        to = token + 1
    if to is None or tree.lower[to] != "to":
        return None
    held = object_below(tree, to)
    source = phrase(tree, held, low=to + 1) if held is not None else None
    if held is None:
        spans, held = noun_behind(tree, to + 1, min(len(tree), to + _SOURCE), names=True)
        source = spans[0] if spans else None
    if source is None:
        return None
    hole = (min(tree.left_edge[token], token), source[1])
    content = _named(tree, _ahead(tree, hole, _host(tree, token, hole)))
    if not content:
        return None
    return Candidate(token, ((token, to + 1),), (source,), content, "according", "according", source_head=held)


def _named(tree: Tree, content: Ranges) -> Ranges:
    """The content with the noun for a relative word that opens it: "a warden, who, according to Lund, died"."""
    first = content[0][0] if content else 0
    noun = antecedent(tree, first) if content else first
    if noun == first:
        return content
    about = phrase(tree, noun, high=first)
    rest = clean(tree, without((first, content[-1][1]), (first, first + 1), *_holes(content)))
    return clean(tree, (about, *rest)) if about is not None else content


def _holes(content: Ranges) -> Ranges:
    return tuple((left[1], right[0]) for left, right in pairwise(content))


def _host(tree: Tree, token: int, hole: Range) -> Ranges:
    head = tree.head[token]
    first, last = tree.sents[tree.sent[token]]
    if head != token and tree.pos[head] in VERBAL:
        closes = tree.text[hole[0] - 1] == "," and hole[1] >= tree.sents[tree.sent[token]][1] - 1
        # "left the room and called it absurd"; "he left, and she stayed, according to Lund", who tells both
        while (closes and _trails(tree, head)) or (
            is_conjunct(tree, head) and (closes or not clause(tree, head).own_subjects)
        ):
            head = tree.head[head]
        if _is_question(tree, head):  # "it is not known whether he will go, according to Lund"
            head = tree.head[head]
        first, last = tree.left_edge[head], tree.right_edge[head] + 1
    return clean(tree, without((first, last), hole))


def _trails(tree: Tree, verb: int) -> bool:
    """Whether a participle trails its clause: "a tank burst, injuring two, according to the firm", which tells both."""
    found = clause(tree, verb)
    bare = tree.tag[verb] in PARTICIPLES and not (found.own_subjects or found.auxiliaries) and found.mark is None
    start = tree.left_edge[verb]
    main = tree.pos[tree.head[verb]] in VERBAL and tree.head[verb] < verb
    return bare and main and is_adverbial_clause(tree, verb) and tree.text[start - 1] == ","


def _is_question(tree: Tree, verb: int) -> bool:
    mark = clause(tree, verb).mark
    return mark is not None and tree.lower[mark] in word_set("asks_whether") and tree.pos[tree.head[verb]] in VERBAL


def _ahead(tree: Tree, hole: Range, content: Ranges) -> Ranges:
    """The clause before the phrase, if the content found is a further clause tied on behind it.

    Corrects the parser in "Three ships are in port, according to the mayor, so the town may sell one".
    """
    start = tree.sents[tree.sent[hole[0]]][0]
    behind = bool(content) and content[0][0] >= hole[1] and tree.lower[content[0][0]] in word_set("ties_on_clause")
    if not behind or not any(tree.tag[token] in FINITE for token in range(start, hole[0])):
        return content
    return clean(tree, ((start, hole[0]),))


def as_clause(tree: Tree, verb: int) -> Candidate | None:
    """The phrase "As X reported": an adverbial clause with a cue that has no content of its own."""
    mark = first(clause_adverbs(tree, verb))
    entry = lexicon.verb(tree.lemma[verb], tree.lower[verb])
    if mark is None or tree.lower[mark] != "as" or not is_adverbial_clause(tree, verb) or entry is None:
        return None
    if "as_clause" not in entry.frames or own_content(tree, verb):
        return None
    source, head = source_of(tree, verb)
    hole = (tree.left_edge[verb], tree.right_edge[verb] + 1)
    content = _host(tree, verb, hole)
    if not source or not content:
        return None
    cue = cue_of(tree, verb)
    return Candidate(verb, cue, source, content, entry.id, "as_clause", entry.kind, entry.stance, head)


def within_document(tree: Tree, token: int) -> Candidate | None:
    """The phrase "In a new poll, X": a document named at the start of a sentence is the source of the rest."""
    held = object_below(tree, token)
    first, last = tree.sents[tree.sent[token]]
    if held is None or tree.left_edge[token] != first or tree.lemma[held] not in listed("documents"):
        return None
    source = phrase(tree, held, low=token + 1)
    if source is None or source[1] >= last or tree.text[source[1]] != ",":
        return None
    content = trimmed(tree, source[1] + 1, last)
    if content is None or tree.pos[tree.head[token]] not in VERBAL:
        return None
    return Candidate(
        token, ((token, token + 1),), (source,), (content,), "in", "in_document", "document", source_head=held
    )


def by_poll(tree: Tree, token: int) -> Candidate | None:
    """The phrase "X led in the new poll": a poll named anywhere in a clause is the source of the clause."""
    held = object_below(tree, token)
    verb = tree.head[token]
    if held is None or tree.lemma[held] not in listed("polls") or tree.tag[verb] not in FINITE:
        return None
    own = next(iter(clause(tree, verb).own_subjects), None)
    source = phrase(tree, held, low=token + 1)
    if source is None or own is None or is_side_or_adverbial(tree, verb):
        return None
    if lexicon.verb(tree.lemma[verb], tree.lower[verb]) is not None or tree.lemma[own] in listed("polls"):
        return None
    first, last = tree.left_edge[verb], tree.right_edge[verb] + 1
    content = clean(tree, without((first, last), (token, source[1])))
    if not content:
        return None
    return Candidate(token, ((token, token + 1),), (source,), content, "in", "poll", "document", source_head=held)


def headline(tree: Tree, start: int, end: int) -> Candidate | None:
    """The phrase "Board: mine to be shut": a name and a colon before the rest of a headline."""
    for token in range(start + 1, min(end, start + _NAME)):
        if tree.text[token] != ":":
            continue
        head = next((i for i in range(token - 1, start - 1, -1) if tree.pos[i] in NOUNS), None)
        content = trimmed(tree, token + 1, end)
        if head is None or content is None or any(tree.pos[i] in VERBAL for i in range(start, token)):
            return None
        named = any(tree.pos[i] == "PROPN" for i in range(start, token))
        if not _has_verb(tree, content) or _told_by_another(tree, content):
            return None
        if not named and tree.lemma[head] not in listed("documents") - listed("heading"):
            return None
        cue, source = ((token, token + 1),), ((start, token),)
        return Candidate(token, cue, source, (content,), "colon", "headline", source_head=head)
    return None


def _has_verb(tree: Tree, content: Range) -> bool:
    """Whether a headline says something behind its colon; a participle that opens it only describes a noun."""
    first, last = content
    opening = tree.tag[first] in {"VBN", "VBD", "VBG"}
    return any(tree.pos[token] in VERBAL for token in range(first + opening, last))


def _told_by_another(tree: Tree, content: Range) -> bool:
    """Whether a headline names its source at the end, so that what is before its colon is the topic.

    As in "MINE OF FEAR: shaft was flooded, says foreman".
    """
    commas = [token for token in range(*content) if tree.text[token] == ","]
    behind = commas[-1] + 1 if commas else content[1]
    return behind < content[1] and tree.lemma[behind] in speaking()
