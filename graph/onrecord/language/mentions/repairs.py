"""Repairs of names by what the whole article shows: pure functions from names to names."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from onrecord.language.actor_words import ActorWords
from onrecord.language.syntax.tree import Tree

UNKNOWN = "NAME"
"""Label of a name whose type the model does not give."""


_OFTEN_CALLED = 2
"""How often a surname stands alone before the two words that end in it are taken for the full name."""
_LOOSE = frozenset({"intj", "advmod", "dep"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens [start, end) of a name and its label: one of spaCy's, or `UNKNOWN`."""

    start: int
    end: int
    label: str


def longest(names: list[Name]) -> list[Name]:
    """Names in text order, overlapping ones joined under the first one's label."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda item: (item.start, -item.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
        elif name.end > kept[-1].end:
            kept[-1] = Name(kept[-1].start, name.end, kept[-1].label)
    return kept


def without_openers(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """Without single words that have their capital only where they open a sentence.

    Common nouns, and words that are written small elsewhere in the article.
    """
    inner = {
        tree.lower[token]
        for name in names
        for token in range(name.start, name.end)
        if token > name.start or not _opens(tree, token)
    }
    small = {tree.lower[token] for token in range(len(tree)) if tree.text[token].islower()}
    return [
        name
        for name in names
        if name.label != UNKNOWN
        or name.end - name.start > 1
        or tree.text[name.start][1:] != tree.lower[name.start][1:]
        or tree.lower[name.start] in inner
        or not _opens(tree, name.start)
        or (
            tree.lower[name.start] not in small
            and tree.lower[name.start] not in known.senses
            and tree.dep[name.start] not in _LOOSE
        )
    ]


def _opens(tree: Tree, token: int) -> bool:
    begin = tree.sents[tree.sent[token]][0]
    return (
        all(tree.pos[item] in ("PUNCT", "SPACE") for item in range(begin, token)) or tree.text[token - 1] in "\"“‘'(:"
    )


def with_person_behind(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """Bodies parted from the person whose post at them is told first: "director of the Halden Council Ada Brekke"."""
    out: list[Name] = []
    for name in names:
        cut = name.end - 2
        if (
            name.label != "PERSON"
            and cut > name.start
            and _of_post(tree, name.start, known)
            and tree.lower[cut] in known.forenames
        ):
            out += [Name(name.start, cut, "ORG"), Name(cut, name.end, "PERSON")]
        else:
            out.append(name)
    return out


def _of_post(tree: Tree, start: int, known: ActorWords) -> bool:
    """Whether a post and "of" stand before a token."""
    of = start - 1 if start and tree.lower[start - 1] != "the" else start - 2
    return of > 0 and tree.lower[of] in ("of", "for", "at") and tree.lemma[of - 1] in known.offices


def known_parts(tree: Tree, names: list[Name]) -> list[Name]:
    """Neighbours joined that stand as one name elsewhere; persons cut down to the full name they have elsewhere."""
    texts = Counter(tuple(tree.lower[name.start : name.end]) for name in names)
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if last and last.end == name.start and texts[tuple(tree.lower[last.start : name.end])]:
            joined[-1] = Name(last.start, name.end, last.label)
        else:
            joined.append(name)
    people = {tuple(tree.lower[n.start : n.end]) for n in joined if n.label == "PERSON" and n.end - n.start > 1}
    return [_cut_down(tree, name, people) for name in joined]


def _cut_down(tree: Tree, name: Name, people: set[tuple[str, ...]]) -> Name:
    size = name.end - name.start
    if name.label != "PERSON" or size < 3:
        return name
    for start, end in ((name.end - 2, name.end), (name.start, name.start + 2)):
        if tuple(tree.lower[start:end]) in people:
            return Name(start, end, "PERSON")
    return name


def with_article(tree: Tree, names: list[Name]) -> list[Name]:
    """Names that have a capitalised "The" before them within a sentence have it wherever it is capitalised."""
    inside = {
        tuple(tree.lower[name.start : name.end])
        for name in names
        if name.start and _inner_article(tree, name.start - 1)
    }
    return [
        Name(name.start - 1, name.end, name.label)
        if name.start and tree.text[name.start - 1] == "The" and tuple(tree.lower[name.start : name.end]) in inside
        else name
        for name in names
    ]


def _inner_article(tree: Tree, token: int) -> bool:
    """A capitalised article within a sentence: "told The Haldener"."""
    if tree.text[token] != "The":
        return False
    begin = tree.sents[tree.sent[token]][0]
    if all(tree.pos[item] in ("PUNCT", "SPACE") for item in range(begin, token)):
        return False
    return tree.text[token - 1] not in "\"“‘'([:" or _closes(tree, begin, token)


def _closes(tree: Tree, begin: int, token: int) -> bool:
    """Whether the straight quotation mark before `token` closes a quotation that this sentence opened."""
    return tree.text[token - 1] == '"' and sum(tree.text[item] == '"' for item in range(begin, token)) % 2 == 0


def without_headline_words(tree: Tree, names: list[Name]) -> list[Name]:
    """Capitals in a headline where every word has one show no name: kept there is what the text below has too."""
    shouting = {number for number, (first, last) in enumerate(tree.sents) if _all_capitals(tree, first, last)}
    if not shouting:
        return names
    below = {
        word for name in names if tree.sent[name.start] not in shouting for word in tree.lower[name.start : name.end]
    }
    alone = {tree.lower[n.start] for n in names if n.end - n.start == 1 and tree.sent[n.start] not in shouting}
    kept = []
    for name in names:
        start, end = name.start, name.end
        if tree.sent[start] in shouting and name.label == UNKNOWN and end - start == 1:
            start = start if tree.lower[start] in alone else end
        elif tree.sent[start] in shouting and name.label in (UNKNOWN, "ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"):
            while start < end and tree.lower[start] not in below:
                start += 1
            while end > start and tree.lower[end - 1] not in below:
                end -= 1
        if start < end:
            kept.append(Name(start, end, name.label))
    return kept


def _all_capitals(tree: Tree, first: int, last: int) -> bool:
    content = [item for item in range(first, last) if tree.text[item][:1].isalpha() and len(tree.text[item]) > 3]
    return len(content) > 3 and sum(tree.text[item][:1].isupper() for item in content) >= 0.85 * len(content)


def vote(tree: Tree, names: list[Name]) -> list[Name]:
    """One label for all names of the same words: the one most of them have; unknown ones do not vote.

    A surname of a person named in full is that person's, unless it mostly follows prepositions, as a place's would.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    keys = [" ".join(tree.lower[name.start : name.end]).removeprefix("the ") for name in names]
    surnames: Counter[str] = Counter()
    for key, name in zip(keys, names, strict=True):
        if name.label != UNKNOWN:
            votes[key][name.label] += 1
        if name.label == "PERSON" and " " in key:
            surnames[key.rsplit(" ", 1)[1]] += 2
    located = Counter(
        key for key, name in zip(keys, names, strict=True) if name.start and tree.dep[name.start] == "pobj"
    )
    total = Counter(keys)
    known_by_surname = {key for key, tally in votes.items() if " " not in key and tally["PERSON"] >= _OFTEN_CALLED}
    out = []
    for key, name in zip(keys, names, strict=True):
        tally = dict(votes.get(key, {}))
        if surnames[key]:
            tally["PERSON"] = tally.get("PERSON", 0) + surnames[key]
        if surnames[key] and located[key] * 2 <= total[key]:
            tally = {"PERSON": 1}
        if key.count(" ") == 1 and key.rsplit(" ", 1)[1] in known_by_surname and "GPE" not in tally:
            tally = {"PERSON": 1}
        label = max(sorted(tally), key=lambda item: (tally[item], item == name.label)) if tally else name.label
        out.append(Name(name.start, name.end, label))
    return out
