"""The complements of a verb: what it says, by the frame it says it in.

Frames: ``that`` (a finite clause, with its conjunction or without), ``wh`` (an embedded question), ``inf`` (to do),
``obj_inf`` (somebody to do), ``ing`` (doing), ``as`` (something as something), ``pred`` (call something something),
``np`` (an object alone), ``pp:X`` (a phrase with the preposition X), ``post`` (a clause before the verb, "X, he said"),
``mid`` (a clause around it, "X, he said, Y"). One more, ``words`` (quoted words at once behind a verb), is made in
`verbs`.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Range, clean, trimmed, without
from onrecord.language.statements.content_span import extent
from onrecord.language.statements.words import is_mark
from onrecord.language.syntax.dependents import (
    active_subject,
    clause_adverbs,
    clause_mark,
    clauses_on_noun,
    complements_of_preposition,
    first,
    infinitives_below,
    modals,
    object_below,
    object_predicates,
    own_object,
    own_objects,
    own_subject,
    particles,
    predication_signs,
    prepositions,
    subject_signs,
)
from onrecord.language.syntax.relations import (
    is_adverbial_clause,
    is_attached_clause,
    is_auxiliary,
    is_complement,
    is_object_predicate,
    is_open_complement,
    is_parenthesis,
    is_plain_preposition,
    is_predicate,
    is_punctuation,
    is_relative_clause,
)
from onrecord.language.syntax.tree import Tree

_WH = frozenset({"what", "who", "whom", "whose", "which", "when", "where", "why", "how", "whether", "if", "whatever"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OBJECT_PREPOSITIONS = frozenset({"as", "of", "for", "on", "to"})
_CLAUSE_BREAK = frozenset({",", ";", "--", "–", "—"})


@dataclass(frozen=True, slots=True)
class Complement:
    """One complement: its frame, its tokens, its head, and a preposition that belongs to the cue."""

    frame: str
    content: list[Range]
    head: int
    particle: int | None = None


def complements(tree: Tree, verb: int) -> list[Complement]:
    """Everything `verb` could be saying, clauses first."""
    found = [item for child in tree.children[verb] if (item := _clause(tree, verb, child)) is not None]
    around = parenthetic(tree, verb) or _around(tree, verb)
    if around is not None and around.frame == "mid":
        found = [item for item in found if item.frame != "post"]
    if around is not None and not any(item.frame in {"that", "post"} for item in found):
        found.append(around)
    if not any(item.frame in {"that", "post", "mid"} for item in found):
        found.extend(_behind_phrase(tree, verb))
    found.extend(_objects(tree, verb))
    found.extend(_prepositions(tree, verb))
    return found


def _behind_phrase(tree: Tree, verb: int) -> list[Complement]:
    """The clause of "said in a statement that ...", "said at the debate that ...", which the parse hangs on the noun.

    A noun that is a cue itself ("spoke of the claim that ...") keeps its clause.
    """
    for link in prepositions(tree, verb):
        held = object_below(tree, link) if link > verb else None
        for clause in clauses_on_noun(tree, held) if held is not None else []:
            mark = clause_mark(tree, clause)
            medium = tree.lower[link] in {"in", "on", "to", "at"}
            if mark is not None and tree.lower[mark] == "that" and (medium or not _cue_noun(tree, held)):
                span = trimmed(tree, tree.left_edge[clause], tree.right_edge[clause] + 1)
                return [Complement("that", [span], clause)] if span else []
    return []


def _cue_noun(tree: Tree, noun: int | None) -> bool:
    return noun is not None and tree.lemma[noun] in lexicon.nouns()


def repaired(tree: Tree, verb: int, items: list[Complement]) -> Complement | None:
    """A clause that the parse took apart, as in "insist the law, which ..., | is good" or "X, | said the paper"."""
    for item in items:
        if item.frame == "np":
            found = _garden_path(tree, verb, item)
            if found is not None:
                return found
    return None if items else _trailing(tree, verb)


def _garden_path(tree: Tree, verb: int, item: Complement) -> Complement | None:
    """An object that is really a subject: a finite verb without one follows it."""
    high = tree.sents[tree.sent[verb]][1]
    end = tree.right_edge[item.head] + 1
    while end < high and (
        tree.text[end] in _CLAUSE_BREAK or tree.pos[end] in {"ADV", "PART"} or is_mark(tree.text[end])
    ):
        end += 1
    if end >= high or tree.tag[end] not in {"VBZ", "VBD", "VBP", "MD"}:
        return None
    main = end if tree.pos[end] == "VERB" or tree.tag[end] != "MD" else tree.head[end]
    main = tree.head[end] if is_auxiliary(tree, end) else main
    own = own_subject(tree, main)
    if main <= verb or own is not None or is_relative_clause(tree, main):
        return None
    span = trimmed(tree, item.content[0][0], max(tree.right_edge[main], end) + 1)
    return Complement("that", [span], main) if span else None


def _trailing(tree: Tree, verb: int) -> Complement | None:
    """Content before a comma and a closing "said X": back to the full stop before."""
    own = active_subject(tree, verb)
    if own is None or tree.tag[verb] not in _FINITE:
        return None
    start = min(verb, tree.left_edge[own])
    if start == 0 or tree.text[start - 1] != ",":
        return None
    low = start - 1
    while low > 0 and tree.text[low - 1] not in {".", "?", "!"} and tree.pos[low - 1] != "SPACE":
        low -= 1
    span = trimmed(tree, low, start)
    return Complement("post", [span], verb) if span and span[1] - span[0] > 3 else None


def _clause(tree: Tree, verb: int, child: int) -> Complement | None:
    around = is_parenthesis(tree, child)
    if not around and not is_complement(tree, child) and not (is_adverbial_clause(tree, child) and _is_wh(tree, child)):
        return None
    if child < verb:
        return _before(tree, verb, child) if tree.tag[verb] in _FINITE or modals(tree, verb) else None
    if around:
        return None
    start, end = extent(tree, verb, child)
    frame = _frame(tree, child, start)
    holder = own_object(tree, verb)
    if frame == "inf" and holder is not None and verb < holder < child:
        start, frame = tree.left_edge[holder], "obj_inf"
        if start <= verb:
            start = holder
    span = trimmed(tree, start, end)
    return Complement(frame, [span], child) if span else None


def _is_wh(tree: Tree, child: int) -> bool:
    return clause_mark(tree, child) is not None and tree.lower[tree.left_edge[child]] in {"if", "whether"}


def _frame(tree: Tree, child: int, start: int) -> str:
    if tree.lower[start] in _WH or (tree.lower[min(start + 1, len(tree) - 1)] in _WH and tree.pos[start] == "ADP"):
        return "wh"
    if tree.tag[child] == "VB" and any(tree.lower[item] == "to" for item in modals(tree, child)):
        own = active_subject(tree, child)
        return "obj_inf" if own is not None and own < child else "inf"
    if tree.tag[child] == "VBG" and not subject_signs(tree, child):
        return "ing"
    if tree.pos[child] not in {"VERB", "AUX"}:
        return "that" if predication_signs(tree, child) else "pred"
    return "that"


def _before(tree: Tree, verb: int, child: int) -> Complement | None:
    """A clause that ends before its verb and subject: from its own first word to the comma."""
    end = tree.right_edge[child] + 1
    inside = [item for item in tree.children[verb] if item < verb and item != child and item > child]
    end = min([end, *(tree.left_edge[item] for item in inside if not is_punctuation(tree, item))])
    if end > verb:
        return None
    span = trimmed(tree, tree.left_edge[child], end)
    return Complement("post", [span], child) if span else None


def _around(tree: Tree, verb: int) -> Complement | None:
    """Content around a parenthetic "he said": the clause `verb` hangs on, less the parenthesis."""
    head = tree.head[verb]
    if head == verb or not is_attached_clause(tree, verb) or tree.pos[head] not in {"VERB", "AUX"}:
        return None
    if tree.tag[verb] not in _FINITE or active_subject(tree, verb) is None:
        return None
    low, high = tree.left_edge[verb], tree.right_edge[verb] + 1
    first, last = tree.left_edge[head], tree.right_edge[head] + 1
    opened = low > first and tree.text[low - 1] in _CLAUSE_BREAK
    closed = high < last and (tree.text[high] in _CLAUSE_BREAK or tree.text[high - 1] in _CLAUSE_BREAK)
    at_end = high >= last - 1
    if not opened or not (closed or at_end) or high - low > 25:
        return None
    if clause_adverbs(tree, verb) and is_adverbial_clause(tree, verb):
        return None
    parts = clean(tree, without((first, last), [(low, high)]))
    return Complement("post" if at_end else "mid", parts, head) if parts else None


def parenthetic(tree: Tree, verb: int) -> Complement | None:
    """The row "..., many say, ...": the sentence without the words between its two commas."""
    own = active_subject(tree, verb)
    if own is None or tree.tag[verb] not in _FINITE:
        return None
    low, high = min(verb, tree.left_edge[own]), max(verb, tree.right_edge[own] if own > verb else verb) + 1
    while high < len(tree) and tree.ent[high] in {"DATE", "TIME"}:
        high += 1
    first, last = tree.sents[tree.sent[verb]]
    if low - 1 <= first or high >= last or tree.text[low - 1] != "," or tree.text[high] != ",":
        return None
    parts = clean(tree, without((first, last), [(low - 1, high + 1)]))
    return Complement("mid", parts, verb) if len(parts) == 2 and parts[1][1] - parts[1][0] > 1 else None


def _objects(tree: Tree, verb: int) -> list[Complement]:
    found = []
    for child in own_objects(tree, verb):
        if child > verb:
            found.extend(_object(tree, verb, child))
        elif tree.lower[child] in _WH or tree.lower[child] == "that":
            found.extend(_relative_object(tree, verb, child))
    if not own_objects(tree, verb):
        spans = [
            (trimmed(tree, max(verb + 1, tree.left_edge[child]), tree.right_edge[child] + 1), child)
            for child in object_predicates(tree, verb)
            if child > verb
        ]
        found.extend(Complement("pred", [span], child) for span, child in spans if span)
    return found


def _relative_object(tree: Tree, verb: int, child: int) -> list[Complement]:
    """In "whom he described as a fool": the pronoun and what is said of it; the pronoun alone stands with its noun."""
    noun = tree.head[verb]
    low = tree.left_edge[noun] if is_relative_clause(tree, verb) and noun < child else child
    found = [Complement("np", [(low, child + 1)], child)] if low < child else []
    for item in tree.children[verb]:
        frame = _predicate(tree, item) if item > verb else None
        span = trimmed(tree, tree.left_edge[item], tree.right_edge[item] + 1) if frame else None
        if frame and span:
            return [Complement(frame, [(child, child + 1), span], child), *found]
    return found


def _object(tree: Tree, verb: int, child: int) -> list[Complement]:
    """An object behind its verb, with what is said of it, and alone."""
    start, end = max(tree.left_edge[child], verb + 1), tree.right_edge[child] + 1
    span = trimmed(tree, start, end)
    if span is None:
        return []
    found = [Complement("np", [span], child)]
    mark = end + (end < len(tree) and tree.text[end] == ",")
    if mark + 1 < len(tree) and is_mark(tree.text[mark]) and tree.start[mark + 1] == tree.end[mark]:
        return [Complement("pred", [(start, mark + 2)], child), *found]
    if any(is_mark(tree.text[i]) for i in range(start + 2, end - 1)):  # "called the chaos 'a lesson'", read as one
        found.insert(0, Complement("pred", [span], child))
    for item in tree.children[verb]:
        frame = _predicate(tree, item) if item > child else None
        wide = trimmed(tree, start, tree.right_edge[item] + 1) if frame else None
        if frame and wide:
            return [Complement(frame, [wide], child), *found]
    return found


def _predicate(tree: Tree, item: int) -> str | None:
    """Frame that an object makes with what follows it: "called it a day", "accused him of theft"."""
    if is_predicate(tree, item) or is_object_predicate(tree, item):
        return "pred"
    if is_open_complement(tree, item) and tree.tag[item] != "VB":
        return "pred"
    if is_adverbial_clause(tree, item) and tree.pos[item] in {"ADJ", "NOUN"}:
        return "as" if tree.lower[tree.left_edge[item]] == "as" else None
    if is_adverbial_clause(tree, item) and tree.tag[item] == "VB" and tree.lower[tree.left_edge[item]] == "to":
        return "obj_inf"
    if is_plain_preposition(tree, item) and tree.lower[item] in _OBJECT_PREPOSITIONS:
        return "as" if tree.lower[item] == "as" else f"np_{tree.lower[item]}"
    return None


def _prepositions(tree: Tree, verb: int) -> list[Complement]:
    found = []
    own = particles(tree, verb)
    phrases = prepositions(tree, verb)
    for number, child in enumerate(phrases):
        held = first(complements_of_preposition(tree, child)) if child > verb else None
        if held is None:
            continue
        end = tree.right_edge[child] + 1
        after = phrases[number + 1] if number + 1 < len(phrases) else None
        if after is not None and tree.lower[after] == "as" and tree.lower[child] in {"to", "on"} and after == end:
            end = tree.right_edge[after] + 1
        motive = _to_do(tree, verb, end) if tree.lower[child] in {"on", "for"} else None
        span = trimmed(tree, child + 1, motive or end)
        if span:
            cue = own[0] if own else child
            found.append(Complement(f"pp:{tree.lower[child]}", [span], held, cue))
    return found


def _to_do(tree: Tree, verb: int, end: int) -> int | None:
    """End of "to act" in "called on the council to act", where it hangs on the verb."""
    for item in infinitives_below(tree, verb):
        if tree.left_edge[item] == end and tree.lower[end] == "to":
            return tree.right_edge[item] + 1
    return None
