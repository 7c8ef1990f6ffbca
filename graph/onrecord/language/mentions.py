"""Component: the noun phrases that refer to actors, or may."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.actor_words import words
from onrecord.language.mentions_names import Name, find_names
from onrecord.language.mentions_phrases import phrase
from onrecord.language.tree import Tree, tree

_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WP$"})
_NO_PRONOUN = frozenset({"what", "whatever", "one", "there"})
_NO_ACTORS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "LANGUAGE", "EVENT", "LAW"})
_SKIP = frozenset({"compound", "npadvmod", "expl"})


def find_mentions(doc: Doc) -> Doc:
    """Write the names of the article and every phrase that may refer to an actor.

    Each mention is an actor of its own here; `onrecord_coreference` says which are one and which are none.
    """
    parsed, known = tree(doc), words()
    readable = ann.readable_tokens(doc)
    names = find_names(parsed, readable, known)
    found = candidates(parsed, readable, names)
    ann.put(doc, ann.NAMES, (Span(doc, name.start, name.end, label=name.label) for name in names))
    spans, attrs = [], {}
    for number, ((start, end), form) in enumerate(sorted(found.items()), 1):
        key = f"a{number}"
        span = Span(doc, start, end, label=form, kb_id=key)
        spans.append(span)
        attrs[key] = {"name": (span.start_char, span.end_char), "type": "Thing", "named": form == "name", "members": []}
    ann.put(doc, ann.MENTIONS, spans, attrs)
    return doc


def candidates(parsed: Tree, readable: list[bool], names: list[Name]) -> dict[tuple[int, int], str]:
    """Token ranges of mentions with their form."""
    named = {token for name in names for token in range(name.start, name.end)}
    found: dict[tuple[int, int], str] = {}
    for token in range(len(parsed)):
        if not readable[token]:
            continue
        if parsed.tag[token] in _PRONOUNS or _relative(parsed, token):
            if parsed.lower[token] not in _NO_PRONOUN:
                found[token, token + 1] = "pronoun"
        elif token not in named and _heads_phrase(parsed, token):
            found.setdefault(phrase(parsed, token), "description")
    for name in names:
        found.setdefault(_name_phrase(parsed, name), "name")
    return found


def _name_phrase(parsed: Tree, name: Name) -> tuple[int, int]:
    """The phrase of a name: with its modifiers where the name is the head of a phrase, else the bare name."""
    root = next(
        (item for item in reversed(range(name.start, name.end)) if not name.start <= parsed.head[item] < name.end),
        name.end - 1,
    )
    if parsed.dep[root] in ("compound", "amod", "nmod") and parsed.head[root] >= name.end:
        return name.start, name.end
    start, end = phrase(parsed, root)
    return min(start, name.start), max(end, name.end)


def _heads_phrase(parsed: Tree, token: int) -> bool:
    return (
        parsed.pos[token] in ("NOUN", "PROPN")
        and parsed.dep[token] not in _SKIP
        and parsed.ent[token] not in _NO_ACTORS
    )


def _relative(parsed: Tree, token: int) -> bool:
    return parsed.tag[token] == "WDT" and parsed.dep[token] in ("nsubj", "nsubjpass", "dobj")
