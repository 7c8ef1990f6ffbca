"""Clauses that the parser joins with the wrong one: "says that her bag was taken and she was made to work".

The columns of a Tree are changed in place before it is built, as in `parser_repairs`.
"""

from __future__ import annotations

from onrecord.language.syntax import lexical
from onrecord.language.syntax.tags import FINITE, RELATIVE_TAGS, SUBJECT, VERBAL
from onrecord.word_sets import word_set

_REACH = 60
"""Most tokens between the two clauses."""


def joined(lemma: list[str], pos: list[str], dep: list[str], head: list[int]) -> None:
    """Join a clause with the reported one before it rather than with the verb of saying, unless a comma parts them.

    It has a subject of its own; a verb of saying begins a report of its own instead: "said it rained and Moss said no".
    """
    for verb, label in enumerate(dep):
        above = head[verb]
        if label != "conj" or not 0 < verb - above <= _REACH or lemma[above] not in lexical.speaking():
            continue
        if lemma[verb] in lexical.speaking() or pos[verb] not in VERBAL:
            continue
        inside = range(above + 1, verb)
        told = next((token for token in inside if dep[token] == "ccomp" and head[token] == above), None)
        link = next((token for token in inside if dep[token] == "cc" and head[token] == above), None)
        if told is None or link is None or not told < link or pos[link - 1] == "PUNCT":
            continue
        if any(dep[token] in SUBJECT and head[token] == verb for token in range(link + 1, verb)):
            head[link] = head[verb] = told


def conditions(lower: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Make "unless of course" the mark of the clause behind it, and that clause depend on the one before it.

    The parser takes "unless" there for a preposition, and the condition for what is told.
    """
    for mark, word in enumerate(lower):
        if word not in word_set("surely_condition") or dep[mark] == "mark":
            continue
        behind = range(mark + 1, min(mark + _REACH, len(lower)))
        verb = next((token for token in behind if tag[token] in FINITE and not dep[token].startswith("aux")), None)
        if verb is None or not any(dep[token] in SUBJECT and head[token] == verb for token in range(mark, verb)):
            continue
        before = next((one for one in range(mark) if head[one] == verb and dep[one] in {"ccomp", "advcl"}), None)
        dep[mark], head[mark] = "mark", verb
        if before is not None:
            above = head[verb]
            dep[before], head[before] = dep[verb], before if above == verb else above
            head[verb] = before
        if before is not None or head[verb] < mark:
            dep[verb] = "advcl"


def sources_behind(lemma: list[str], tag: list[str], dep: list[str], head: list[int], text: list[str]) -> None:
    """Make the source behind a name the subject: "it hurt a clerk, Ida Moss, a source in the office said".

    The parser takes the source for an apposition of the name, though no comma closes it before the verb. The name goes
    with the noun before it.
    """
    for noun, label in enumerate(dep):
        name = head[noun]
        verb = head[name]
        if label != "appos" or not name < noun < verb or dep[name] not in SUBJECT:
            continue
        if lemma[verb] not in lexical.speaking() or lemma[noun] not in lexical.actor_nouns():
            continue
        near = range(max(0, name - _REACH), name)
        told = any(dep[token] == "ccomp" and head[token] == verb for token in near)
        first = next((token for token in near if head[token] == name and dep[token] == "compound"), name)
        if (
            not told
            or text[verb - 1] == ","
            or first < 2
            or text[first - 1] != ","
            or not tag[first - 2].startswith("NN")
        ):
            continue
        dep[noun], head[noun] = dep[name], verb
        dep[name], head[name] = "appos", first - 2


def moved_objects(lemma: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Make a relative pronoun the object of what somebody has agreed to do: "whom the paper has agreed not to name"."""
    for token, label in enumerate(dep):
        verb = head[token]
        if label != "dobj" or not token < verb or tag[token] not in RELATIVE_TAGS:
            continue
        if lemma[verb] not in word_set("takes_no_object_but_deed"):
            continue
        behind = range(verb + 1, min(verb + _REACH, len(dep)))
        below = next((one for one in behind if head[one] == verb and dep[one] == "xcomp"), None)
        if below is not None and not any(dep[one] == "dobj" and head[one] == below for one in behind):
            head[token] = below


def nouns_behind_to(lower: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Make a noun behind "to" no infinitive: "told reporters, to laughter"."""
    for noun in range(1, len(dep)):
        link = noun - 1
        apart = link > 0 and lower[link - 1] == "," and lower[link] == "to" and head[link] == noun
        if apart and dep[noun] == "xcomp" and tag[noun] == "NN":
            dep[link], head[link] = "prep", head[noun]
            dep[noun], head[noun] = "pobj", link
