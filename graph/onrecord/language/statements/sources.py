"""The span of a source: the phrase for the subject of the cue, without asides."""

from __future__ import annotations

from onrecord.language.statements.candidates import Range, Ranges, trimmed
from onrecord.language.statements.words import listed
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import is_issued
from onrecord.language.syntax.dependents import active_subjects
from onrecord.language.syntax.extents import constituent
from onrecord.language.syntax.modifiers import asides, object_below, prepositions, relative_clause
from onrecord.language.syntax.phrase_relations import is_object_of_preposition, is_relative_clause
from onrecord.language.syntax.phrases import conjuncts, nouns_from
from onrecord.language.syntax.relations import is_auxiliary_or_negation, is_participle_clause, is_subject
from onrecord.language.syntax.tags import PARTICIPLES
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import QUOTES
from onrecord.word_sets import word_set

_RELATIVES = word_set("relative_pronoun")


def phrase(tree: Tree, head: int, low: int = 0, high: int | None = None) -> Range | None:
    """The noun phrase of `head` with its modifiers, inside [low, high), trimmed.

    A mark right before it that closes a quotation is none of it: "“It was chaos,” one resident said".
    """
    found = trimmed(tree, *constituent(tree, head, low, high))
    return _behind_quotation(tree, found) if found is not None else None


def _behind_quotation(tree: Tree, span: Range) -> Range:
    lone = [item for item in range(*span) if tree.text[item] in QUOTES] == [span[0]]
    return (trimmed(tree, span[0] + 1, span[1]) or span) if lone else span


def source_of(tree: Tree, verb: int) -> tuple[Ranges, int | None]:
    """Span and head of the source of `verb`, which is its agent; empty and None if nobody is named."""
    found = clause(tree, verb)
    if not found.doers:
        return (), None
    head = _last_apart(tree, found.doers[0], verb)
    if found.passive:
        by = phrase(tree, head)
        return ((by,) if by else ()), head
    return span_of(tree, head, verb), head


def _last_apart(tree: Tree, head: int, verb: int) -> int:
    """The last of names before a verb that only a comma parts, without an "and": only that one speaks.

    Corrects the parser in "... at the offices of the Halden Mail, Captain Ada Lund said".
    """
    row = conjuncts(tree, head)
    if len(row) < 2 or row[-1] > verb or tree.ent[row[-1]] != "PERSON":
        return head
    joined = any(tree.pos[token] == "CCONJ" for token in range(row[0] + 1, row[-1]))
    return head if joined or tree.text[tree.left_edge[row[-1]] - 1] != "," else row[-1]


def span_of(tree: Tree, head: int, verb: int) -> Ranges:
    """Span of the subject `head` of `verb`: before the verb, or after it if they are inverted.

    "Which" is included with its antecedent, "who" and "that" are alone. Asides ("Smith, who left on Monday, denied")
    are not part of the span.
    """
    if tree.lower[head] in _RELATIVES and (is_subject(tree, head) or is_object_of_preposition(tree, head)):
        return _relative(tree, head, verb)
    if head < verb and tree.sent[head] != tree.sent[verb]:
        return (trimmed(tree, tree.left_edge[head], _verb_group_start(tree, verb)) or (head, head + 1),)
    if head < verb:
        found = phrase(tree, head, low=_behind_participle(tree, head), high=verb)
        if found and found[1] > _verb_group_start(tree, verb) > head:
            found = trimmed(tree, found[0], _verb_group_start(tree, verb))
    else:
        found = phrase(tree, head, low=verb + 1)
    if found is None:
        return ((head, head + 1),)
    second = next((i for i in active_subjects(tree, verb) if i > head and tree.left_edge[i] == found[1]), None)
    if second is not None and second < verb and tree.pos[found[1] - 1] == "ADP":
        return ((found[0], tree.right_edge[second] + 1),)
    return (_without_asides(tree, head, found),)


def _without_asides(tree: Tree, head: int, span: Range) -> Range:
    """A noun phrase up to the first aside after a comma: of "Falk, who left on Monday" the name."""
    cut = next((start for start in asides(tree, head) if start < span[1]), span[1])
    return _behind_quotation(tree, trimmed(tree, span[0], cut) or span)


def _behind_participle(tree: Tree, head: int) -> int:
    """Start of a noun phrase after an opening participle ("Writing in a blog post, "); 0 if there is none."""
    for child in tree.children[head]:
        end = tree.right_edge[child] + 1
        if child < head and tree.tag[child] in PARTICIPLES and is_participle_clause(tree, child):
            return end + 1 if end < head and tree.text[end] == "," else 0
    return 0


def _relative(tree: Tree, head: int, verb: int) -> Ranges:
    made = _maker(tree, tree.head[verb]) if is_relative_clause(tree, verb) and tree.lower[head] != "who" else None
    if made is not None:
        return (made,)
    if tree.lower[head] != "which" or not is_relative_clause(tree, verb):
        return ((head, head + 1),)
    low = tree.left_edge[tree.head[verb]]
    return ((min(low, head), head + 1),)


def _maker(tree: Tree, noun: int) -> Range | None:
    """The author of the document `noun`: the subject of "released a report that ...", or the object of "by"."""
    if tree.lemma[noun] not in listed("documents"):
        return None
    for link in prepositions(tree, noun):
        held = object_below(tree, link)
        if tree.lower[link] in word_set("by_or_from") and held is not None:
            return phrase(tree, held, low=link + 1, high=_relative_start(tree, held))
    if is_issued(tree, noun):
        doers = clause(tree, tree.head[noun]).doers
        return phrase(tree, doers[0], high=tree.head[noun] if doers[0] < noun else None) if doers else None
    return None


def _relative_start(tree: Tree, noun: int) -> int | None:
    clause = relative_clause(tree, noun)
    return tree.left_edge[clause] if clause is not None else None


def noun_behind(tree: Tree, start: int, high: int, *, names: bool = False) -> tuple[Ranges, int | None]:
    """The noun phrase that begins at `start` and its head; with `names`, capitalised words count as nouns."""
    found = nouns_from(tree, start, high, names=names)
    return (((start, found[0]),), found[1]) if found is not None else ((), None)


def _verb_group_start(tree: Tree, verb: int) -> int:
    left = [child for child in tree.children[verb] if child < verb and is_auxiliary_or_negation(tree, child)]
    return min(left, default=verb)
