"""Who is the source of a verb or noun: its subject, through coordination, control, participles and relative clauses."""

from __future__ import annotations

from onrecord.language.statements.candidates import Range, trimmed
from onrecord.language.tree import Tree

_SUBJECTS = ("nsubj", "csubj")
_DEPTH = 8
"""How many verbs up a subject is looked for."""
_RELATIVES = frozenset({"who", "which", "that", "whom"})


def phrase(tree: Tree, head: int, low: int = 0, high: int | None = None) -> Range | None:
    """The noun phrase of `head` with its modifiers, inside [low, high), trimmed."""
    start = max(low, tree.left_edge[head])
    end = min(len(tree) if high is None else high, tree.right_edge[head] + 1)
    return trimmed(tree, start, end)


def subject(tree: Tree, verb: int) -> int | None:
    """Head token of whoever does `verb`, or None: own subject, else that of the verb it depends on."""
    for _ in range(_DEPTH):
        own = tree.child(verb, *_SUBJECTS)
        if own is not None:
            return own
        if tree.child(verb, "nsubjpass") is not None or tree.head[verb] == verb:
            return None
        found, above = _from_head(tree, verb, tree.head[verb])
        if above is None:
            return found
        verb = above
    return None


def _from_head(tree: Tree, verb: int, head: int) -> tuple[int | None, int | None]:
    """Subject that `verb` takes from its head, or the verb to go on looking from."""
    dep = tree.dep[verb]
    if dep in {"acl", "relcl"}:
        nominal = tree.pos[head] in {"NOUN", "PROPN", "PRON"} and tree.tag[verb] != "VBN"
        return (head if nominal else None), None
    if dep == "xcomp" and _object_control(tree, head, verb):
        return tree.child(head, "dobj"), None
    if dep == "pcomp":
        above = tree.head[head]
        return None, above if tree.pos[above] in {"VERB", "AUX"} else None
    if dep in {"ccomp", "advcl"}:
        return None, head if tree.tag[verb] in {"VBG", "VB", "VBN"} else None
    return None, head if dep in {"conj", "xcomp", "parataxis", "dep"} else None


def _object_control(tree: Tree, head: int, verb: int) -> bool:
    found = tree.child(head, "dobj")
    return found is not None and head < found < verb and tree.child(verb, "aux") is not None


def source_of(tree: Tree, verb: int) -> tuple[list[Range], int | None]:
    """Span and head of the source of `verb`; empty where nobody is named."""
    head = subject(tree, verb)
    if head is None:
        agent = tree.child(verb, "agent")
        head = tree.child(agent, "pobj") if agent is not None else None
        if head is None:
            return [], None
        found = phrase(tree, head)
        return ([found] if found else []), head
    return span_of(tree, head, verb), head


def span_of(tree: Tree, head: int, verb: int) -> list[Range]:
    """Span of the subject `head` of `verb`: up to the verb, or behind it where they are inverted."""
    if tree.lower[head] in _RELATIVES and tree.dep[head] in {"nsubj", "pobj", "nsubjpass"}:
        return [(head, head + 1)]
    if head < verb:
        found = phrase(tree, head, high=verb)
        if found and found[1] > _verb_group_start(tree, verb) > head:
            found = trimmed(tree, found[0], _verb_group_start(tree, verb))
    else:
        found = phrase(tree, head, low=verb + 1)
    return [found] if found else [(head, head + 1)]


def _verb_group_start(tree: Tree, verb: int) -> int:
    left = [child for child in tree.children[verb] if child < verb and tree.dep[child] in {"aux", "auxpass", "neg"}]
    return min(left, default=verb)
