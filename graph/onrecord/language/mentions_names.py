"""Names of an article: the model's entities, repaired by what the rest of the article shows.

The model cuts names ("Wall Street" of "The Wall Street Journal"), swallows what is not theirs (a possessive, a title)
and gives one name several types. Evidence that mends this: capital letters within the sentence, neighbours that the
parser puts into the same compound, and how the same words are read elsewhere in the article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from onrecord.language.actor_words import ActorWords
from onrecord.language.tree import Tree

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
UNKNOWN = "NAME"
"""Label of a name whose type the model does not give."""
_BRIDGES = frozenset(
    {"of", "and", "for", "&", "the", "de", "la", "du", "van", "von", "der", "bin", "al", "-", "’s", "'s"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [start, end) of a name and its label: one of spaCy's, or `UNKNOWN`."""

    start: int
    end: int
    label: str


def find_names(tree: Tree, readable: list[bool], known: ActorWords) -> list[Name]:
    """All names of the article in text order, none overlapping."""
    found = _entities(tree, readable)
    found = [trimmed for name in found if (trimmed := _trim(tree, name, known))]
    found = _join(tree, found, known)
    found = _with_article(tree, found)
    taken = _covered(found)
    found += _missed(tree, readable, taken, known)
    return _vote(tree, sorted(found, key=lambda name: name.start))


def _entities(tree: Tree, readable: list[bool]) -> list[Name]:
    found = []
    index = 0
    while index < len(tree):
        label = tree.ent[index]
        if not label:
            index += 1
            continue
        end = index + 1
        while end < len(tree) and tree.ent[end] == label and not tree.ent_begin[end]:
            end += 1
        if label in LABELS and all(readable[index:end]):
            found.append(Name(index, end, label))
        index = end
    return found


def _trim(tree: Tree, name: Name, known: ActorWords) -> Name | None:
    """The name without articles, possessives and punctuation at its edges; None where nothing capitalised is left."""
    start, end = name.start, name.end
    while start < end and (
        tree.pos[start] in ("DET", "PUNCT", "SPACE", "PRON", "ADP", "CCONJ") and not _inner(tree, start)
    ):
        start += 1
    while start < end and (
        tree.tag[end - 1] == "POS" or tree.pos[end - 1] in ("PUNCT", "SPACE", "ADP", "DET", "CCONJ")
    ):
        end -= 1
    if name.label == "PERSON":
        while end - start > 1 and (tree.lower[start] in known.titles or tree.lower[start].rstrip("s") in known.offices):
            start += 1
    if start >= end or not any(
        tree.text[item][:1].isupper() or tree.text[item][:1].isdigit() for item in range(start, end)
    ):
        return None
    if name.label != "NORP" and not any(tree.text[item][:1].isupper() for item in range(start, end)):
        return None
    return Name(start, end, name.label)


def _inner(tree: Tree, token: int) -> bool:
    """A capitalised article within a sentence is part of the name: "told The Guardian"."""
    return tree.lower[token] == "the" and tree.text[token] == "The" and not _opens(tree, token)


def _opens(tree: Tree, token: int) -> bool:
    """Whether a token opens a sentence or a quotation, where a capital letter says nothing."""
    begin = tree.sents[tree.sent[token]][0]
    return (
        all(tree.pos[item] in ("PUNCT", "SPACE") for item in range(begin, token)) or tree.text[token - 1] in "\"“”‘'([:"
    )


def _join(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """Names grown over capitalised neighbours of the same compound, and joined where they touch within one."""
    owner = {token: number for number, name in enumerate(names) for token in range(name.start, name.end)}
    grown = []
    for number, name in enumerate(names):
        start, end = name.start, name.end
        if name.label == "NORP":
            grown.append(name)
            continue
        while end < len(tree) and owner.get(end, number) == number and _continues(tree, end - 1, end):
            end += 1
        while start > 0 and owner.get(start - 1, number) == number and _precedes(tree, start - 1, start, known):
            start -= 1
        grown.append(Name(start, end, name.label))
    return _merge_overlaps(grown)


def _continues(tree: Tree, last: int, token: int) -> bool:
    """Whether a proper noun right of a name belongs to it: the name modifies it and it is no title."""
    return (
        tree.tag[token] in ("NNP", "NNPS")
        and tree.dep[last] == "compound"
        and tree.head[last] >= token
        and tree.text[token][:1].isupper()
    )


def _precedes(tree: Tree, token: int, first: int, known: ActorWords) -> bool:
    return (
        tree.tag[token] in ("NNP", "NNPS")
        and tree.dep[token] == "compound"
        and tree.text[token][:1].isupper()
        and tree.head[token] >= first
        and tree.lower[token] not in known.titles
        and tree.lower[token] not in known.noun_type
        and not (tree.text[token].isupper() and len(tree.text[token]) == 2)
    )


def _merge_overlaps(names: list[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(names, key=lambda item: (item.start, -item.end)):
        if kept and name.start < kept[-1].end:
            last = kept[-1]
            kept[-1] = Name(last.start, max(last.end, name.end), last.label)
        else:
            kept.append(name)
    return kept


def _with_article(tree: Tree, names: list[Name]) -> list[Name]:
    """Names with a capitalised "The" before them within a sentence have it as part of the name."""
    inside = {
        tuple(tree.lower[name.start : name.end])
        for name in names
        if name.label != "NORP" and name.start and _inner(tree, name.start - 1)
    }
    out = []
    for name in names:
        key = tuple(tree.lower[name.start : name.end])
        if key in inside and name.start and tree.text[name.start - 1] == "The":
            out.append(Name(name.start - 1, name.end, name.label))
        else:
            out.append(name)
    return out


def _covered(names: list[Name]) -> set[int]:
    return {token for name in names for token in range(name.start, name.end)}


def _missed(tree: Tree, readable: list[bool], taken: set[int], known: ActorWords) -> list[Name]:
    """Runs of proper nouns that the model took for no entity."""
    found = []
    index = 0
    while index < len(tree):
        if not _proper(tree, index, readable, taken):
            index += 1
            continue
        end = index + 1
        while end < len(tree) and _proper(tree, end, readable, taken) and tree.sent[end] == tree.sent[index]:
            end += 1
        start = index
        while start < end and tree.lower[start] in known.titles:
            start += 1
        if start < end:
            label = "PERSON" if start > index else UNKNOWN
            found.append(Name(start, end, label))
        index = end
    return found


def _proper(tree: Tree, token: int, readable: list[bool], taken: set[int]) -> bool:
    return (
        token not in taken
        and readable[token]
        and tree.tag[token] in ("NNP", "NNPS")
        and tree.text[token][:1].isupper()
        and tree.ent[token] in ("", "WORK_OF_ART", "EVENT", "LAW")
        and len(tree.text[token]) > 1
    )


def _vote(tree: Tree, names: list[Name]) -> list[Name]:
    """One label for all names of the same words: the one most of them have; unknown ones do not vote."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    keys = [" ".join(tree.lower[name.start : name.end]).removeprefix("the ") for name in names]
    for key, name in zip(keys, names, strict=True):
        if name.label != UNKNOWN:
            votes[key][name.label] += 1
    out = []
    for key, name in zip(keys, names, strict=True):
        tally = votes[key]
        label = max(tally, key=lambda item: (tally[item], item == name.label, item)) if tally else name.label
        out.append(Name(name.start, name.end, label))
    return out
