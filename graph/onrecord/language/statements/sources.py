"""Who is the source of a verb or noun: its subject, through coordination, control, participles and relative clauses."""

from __future__ import annotations

from onrecord.language.statements.candidates import Range, trimmed
from onrecord.language.statements.words import kind_of, listed
from onrecord.language.syntax.dependents import (
    active_subject,
    active_subjects,
    agent_phrase,
    modals,
    object_below,
    own_object,
    passive_auxiliary,
    passive_subject,
    possessor,
    prepositions,
    relative_clause,
    relative_clauses,
)
from onrecord.language.syntax.relations import (
    is_adnominal_clause,
    is_adverbial_clause,
    is_auxiliary_or_negation,
    is_bare_adnominal,
    is_complement,
    is_complement_clause,
    is_direct_object,
    is_gerund_of_preposition,
    is_object_of_preposition,
    is_open_complement,
    is_participle_clause,
    is_predicate_noun,
    is_relative_clause,
    is_subject,
    shares_subject,
)
from onrecord.language.syntax.tree import Tree

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART"})
_DEPTH = 8
"""How many verbs up a subject is looked for."""
_COMMAS = frozenset({",", "--", "–", "—"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def phrase(tree: Tree, head: int, low: int = 0, high: int | None = None) -> Range | None:
    """The noun phrase of `head` with its modifiers, inside [low, high), trimmed."""
    start = max(low, tree.left_edge[head])
    end = min(len(tree) if high is None else high, tree.right_edge[head] + 1)
    return trimmed(tree, start, end)


def subject(tree: Tree, verb: int) -> int | None:
    """Head token of whoever does `verb`, or None: own subject, else that of the verb it depends on."""
    for step in range(_DEPTH):
        own = active_subject(tree, verb)
        if own is not None:
            return _inner_subject(tree, verb, own)
        patient = passive_subject(tree, verb)
        if patient is not None:  # "was heard saying"
            return patient if step or perfect(tree, verb) else None
        if tree.head[verb] == verb:
            return _cut_off(tree, verb)
        found, above = _from_head(tree, verb, tree.head[verb])
        if above is None:
            return found
        verb = above
    return None


def perfect(tree: Tree, verb: int) -> bool:
    """Whether the "'s" before a participle is "has" and no passive: "He's said that ...", with something to say."""
    helper = passive_auxiliary(tree, verb)
    if helper is None or tree.text[helper] not in {"'s", "’s"} or agent_phrase(tree, verb) is not None:
        return False
    return any((is_complement_clause(tree, item) or is_direct_object(tree, item)) for item in tree.children[verb])


def _inner_subject(tree: Tree, verb: int, own: int) -> int:
    """The "Smith" of "a man who Smith called a liar", where the parse gives the verb two subjects."""
    if tree.lower[own] not in _RELATIVES:
        return own
    return next((i for i in active_subjects(tree, verb) if own < i < verb), own)


def _cut_off(tree: Tree, verb: int) -> int | None:
    """The subject of a verb that begins a sentence, where the parser cut the sentence between the two."""
    start = tree.sents[tree.sent[verb]][0]
    if tree.left_edge[verb] != start or tree.tag[verb] not in {"VBD", "VBZ", "VBP"} or tree.text[start][:1].isupper():
        return None
    for number in range(tree.sent[verb] - 1, max(-1, tree.sent[verb] - 4), -1):
        first, end = tree.sents[number]
        last = end - 1
        while last > first and tree.text[last].isspace() and "\n" not in tree.text[last]:
            last -= 1
        if tree.text[last][-1:] in ".!?:;\n" or tree.pos[last] in {"SPACE", "PUNCT"}:
            return None
        root = next((i for i in range(first, end) if tree.head[i] == i), first)
        if tree.pos[root] in {"NOUN", "PROPN", "PRON"}:
            return root
        if tree.pos[root] != "ADP":
            return None
    return None


def _from_head(tree: Tree, verb: int, head: int) -> tuple[int | None, int | None]:
    """Subject that `verb` takes from its head, or the verb to go on looking from."""
    if is_adnominal_clause(tree, verb):
        return _from_noun(tree, verb, head)
    if is_open_complement(tree, verb) and _object_control(tree, head, verb):
        held = own_object(tree, head)
        if held is not None and kind_of(tree, held) != "thing":
            return held, None
    if is_gerund_of_preposition(tree, verb):
        return None, _verb_above(tree, head)
    if is_complement_clause(tree, verb) or is_adverbial_clause(tree, verb):
        return None, head if tree.tag[verb] in {"VBG", "VB", "VBN"} else None
    return None, head if shares_subject(tree, verb) else None


def _from_noun(tree: Tree, verb: int, head: int) -> tuple[int | None, int | None]:
    """The same for a clause that hangs on a noun."""
    if tree.tag[verb] == "VB" and is_bare_adnominal(tree, verb) and kind_of(tree, head) == "thing":
        owner = possessor(tree, head)
        if owner is not None or (
            is_direct_object(tree, head) or is_predicate_noun(tree, head)
        ):  # "her plan to say", "took the chance to say"
            return (owner, None) if owner is not None else (None, tree.head[head])
    if tree.tag[verb] == "VBG":
        above = _verb_above(tree, head) if _set_off(tree, verb) else None
        if above is not None:
            return None, above
        if _issued(tree, head):
            return None, tree.head[head]
    nominal = tree.pos[head] in {"NOUN", "PROPN", "PRON"} and tree.tag[verb] != "VBN"
    return (head if nominal else None), None


def _set_off(tree: Tree, verb: int) -> bool:
    """Whether a participle stands behind a comma: ", noting ..." belongs to the clause, not to the noun before it."""
    start = tree.left_edge[verb]
    return start > 0 and tree.text[start - 1] in _COMMAS


def _verb_above(tree: Tree, token: int) -> int | None:
    """The nearest verb that governs `token`."""
    for _ in range(2 * _DEPTH):
        if tree.pos[token] in {"VERB", "AUX"}:
            return token
        if tree.head[token] == token:
            return None
        token = tree.head[token]
    return None


def _object_control(tree: Tree, head: int, verb: int) -> bool:
    found = own_object(tree, head)
    return bool(found is not None and head < found < verb and modals(tree, verb))


def source_of(tree: Tree, verb: int) -> tuple[list[Range], int | None]:
    """Span and head of the source of `verb`; empty where nobody is named."""
    head = subject(tree, verb)
    if head is None:
        agent = agent_phrase(tree, verb)
        head = object_below(tree, agent) if agent is not None else None
        if head is None:
            return [], None
        found = phrase(tree, head)
        return ([found] if found else []), head
    return span_of(tree, head, verb), head


def span_of(tree: Tree, head: int, verb: int) -> list[Range]:
    """Span of the subject `head` of `verb`: up to the verb, or behind it where they are inverted.

    "Which" stands with what it refers to, "who" and "that" alone. A relative clause behind a comma that says something
    itself ("Smith, who claims that ..., denied") is no part of the span.
    """
    if tree.lower[head] in _RELATIVES and (is_subject(tree, head) or is_object_of_preposition(tree, head)):
        return _relative(tree, head, verb)
    if head < verb and tree.sent[head] != tree.sent[verb]:
        return [trimmed(tree, tree.left_edge[head], _verb_group_start(tree, verb)) or (head, head + 1)]
    if head < verb:
        found = phrase(tree, head, low=_behind_participle(tree, head), high=verb)
        if found and found[1] > _verb_group_start(tree, verb) > head:
            found = trimmed(tree, found[0], _verb_group_start(tree, verb))
    else:
        found = phrase(tree, head, low=verb + 1)
    if found is None:
        return [(head, head + 1)]
    second = next((i for i in active_subjects(tree, verb) if i > head and tree.left_edge[i] == found[1]), None)
    if second is not None and second < verb and tree.pos[found[1] - 1] == "ADP":
        return [(found[0], tree.right_edge[second] + 1)]
    for child in relative_clauses(tree, head):
        cut = tree.left_edge[child]
        if head < cut < found[1] and tree.text[cut - 1] == "," and _speaks(tree, child):
            return [trimmed(tree, found[0], cut) or found]
    return [found]


def _behind_participle(tree: Tree, head: int) -> int:
    """Where a noun phrase starts behind an opening "Writing in a blog post, "; 0 where there is none."""
    for child in tree.children[head]:
        end = tree.right_edge[child] + 1
        if child < head and tree.tag[child] in {"VBG", "VBN"} and is_participle_clause(tree, child):
            return end + 1 if end < head and tree.text[end] == "," else 0
    return 0


def _relative(tree: Tree, head: int, verb: int) -> list[Range]:
    made = _maker(tree, tree.head[verb]) if is_relative_clause(tree, verb) and tree.lower[head] != "who" else None
    if made is not None:
        return [made]
    if tree.lower[head] != "which" or not is_relative_clause(tree, verb):
        return [(head, head + 1)]
    low = tree.left_edge[tree.head[verb]]
    return [(low, head + 1)] if low < head else [(head, head + 1)]


def _maker(tree: Tree, noun: int) -> Range | None:
    """Whoever issued the document `noun`: the subject of "released a report that ...", or the maker behind "by"."""
    if tree.lemma[noun] not in listed("documents"):
        return None
    for link in prepositions(tree, noun):
        held = object_below(tree, link)
        if tree.lower[link] in {"by", "from"} and held is not None:
            return phrase(tree, held, low=link + 1, high=_relative_start(tree, held))
    if _issued(tree, noun):
        own = active_subject(tree, tree.head[noun])
        return phrase(tree, own, high=tree.head[noun]) if own is not None else None
    return None


def _issued(tree: Tree, noun: int) -> bool:
    """Whether `noun` is a document that somebody is said to put out: "issued a statement saying ..."."""
    issuing = tree.lemma[tree.head[noun]] in listed("issuing")
    return issuing and is_direct_object(tree, noun) and tree.lemma[noun] in listed("documents")


def _relative_start(tree: Tree, noun: int) -> int | None:
    clause = relative_clause(tree, noun)
    return tree.left_edge[clause] if clause is not None else None


def _speaks(tree: Tree, verb: int) -> bool:
    return any(is_complement(tree, item) for item in tree.children[verb])


def noun_behind(tree: Tree, start: int, high: int, *, names: bool = False) -> tuple[list[Range], int | None]:
    """The noun phrase that begins at `start`, read off the row of words where the parse does not give it.

    With `names`, a capitalised word counts as a noun whatever the tagger took it for.
    """
    end = start
    while end < high and (tree.pos[end] in _NOMINAL or (names and tree.text[end][:1].isupper())):
        end += 1
    if end == start:
        return [], None
    heads = [i for i in range(end - 1, start - 1, -1) if tree.pos[i] in {"NOUN", "PROPN", "PRON"}]
    head = heads[0] if heads else (end - 1 if names else None)
    return ([(start, end)], head) if head is not None else ([], None)


def _verb_group_start(tree: Tree, verb: int) -> int:
    left = [child for child in tree.children[verb] if child < verb and is_auxiliary_or_negation(tree, child)]
    return min(left, default=verb)
