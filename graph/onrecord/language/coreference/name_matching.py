"""Which names of an article belong to one actor: equal names, reordered words, acronyms and shorter names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from onrecord.language import kinds
from onrecord.language.coreference import names
from onrecord.language.coreference.disjoint_sets import Sets
from onrecord.language.coreference.features import Ment
from onrecord.language.coreference.people import link_people, names_person
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.word_sets import word_set

_LEAST_TAIL = 3
"""Fewest words at the end of a body's name that stand for the whole: "Select Committee on Roads"."""
_OF_SEVERAL = "acronym of several:"
"""Prefix of the key of an acronym that, on its own, could be either of two bodies."""
_ITS = "its own:"
"""Prefix of the key of a name behind "its", which another body has too."""


@dataclass(slots=True, eq=False)
class _Group:
    """A group of equal names, with the words of the longest and the number of the first mention."""

    words: tuple[str, ...]
    first: int
    broad: str
    kind: str | None
    labels: set[str]
    capitals: str
    exact: bool
    """Whether the name was also printed with a company designator ("Halden Inc.")."""
    votes: set[str]
    """Kinds that its sentences are evidence for: who is told something is an outlet."""
    one_of_many: bool
    """Whether an indefinite article stands before it, as before no body's name: "a Halden Roadster"."""


def link_names(mentions: list[Ment], sets: Sets, known: ActorWords) -> list[int]:
    """Unite the mentions of one name, and a short name with the longer name of the same actor.

    Returns the numbers of the mentions of makers: bodies whose name is the beginning of a product's name.
    """
    link_people(mentions, sets, known.forenames.keys() - known.titles)
    shared = _shared_acronyms(mentions) | _of_others(mentions)
    groups: dict[str, _Group] = {}
    for number, item in enumerate(mentions):
        if not item.core or not item.words or names_person(item):
            continue
        key = shared.get(number) or _key(item)
        group = groups.setdefault(
            key,
            _Group(
                item.words, number, item.broad, item.kind, set(), item.capitals,
                exact=False, votes=set(), one_of_many=False,
            ),
        )  # fmt: skip
        sets.unite(group.first, number)
        group.labels.add(item.label)
        group.votes.update(item.votes)
        group.exact = group.exact or any(word in names.DESIGNATORS for word in item.words[1:])
        group.one_of_many = group.one_of_many or item.one_of_many
        if len(item.words) > len(group.words):
            group.words = item.words
    for number, item in enumerate(mentions):
        bearer = groups.get(names.key(item.printed)) if len(item.printed) > 2 else None
        if bearer is not None:
            sets.unite(bearer.first, number)
    listed = [
        group for key, group in groups.items() if "NORP" not in group.labels and not key.startswith((_OF_SEVERAL, _ITS))
    ]
    index = _Index(listed, known)
    makers: list[int] = []
    for group in listed:
        if group.kind == "State":
            continue
        if "ORG" in group.labels and any(long.kind == "Product" for long in index.longer(group)):
            makers.append(group.first)
        same = index.same(group) or ([] if index.is_of_several(group) else _shorter(group, index, sets, known))
        if same:
            before = [other for other in same if other.first < group.first]
            chosen = max(before, key=lambda other: other.first) if before else min(same, key=lambda other: other.first)
            sets.unite(chosen.first, group.first)
    return makers


def _shared_acronyms(mentions: list[Ment]) -> dict[int, str]:
    """Keys for mentions of an acronym that the article uses for two bodies: "Halden Ports (HP) ... Holm Paper (HP)".

    In brackets it is the name before it; on its own it could be either body and is linked to neither.
    """
    ends = {item.core[1]: item for item in mentions if item.core and len(item.words) > 1}
    longer: dict[tuple[str, ...], dict[int, str]] = defaultdict(dict)
    for number, item in enumerate(mentions):
        bearer = ends.get(item.core[0] - 1) if item.core and len(item.words) == 1 else None
        if bearer is not None and names.acronym_of(item.words, bearer.words):
            longer[item.words][number] = _key(bearer)
    shared = {words: found for words, found in longer.items() if len(set(found.values())) > 1}
    return {
        number: shared[item.words].get(number, f"{_OF_SEVERAL} {item.words[0]}")
        for number, item in enumerate(mentions)
        if item.words in shared
    }


def _of_others(mentions: list[Ment]) -> dict[int, str]:
    """Keys for mentions behind "its" of a name that the article has given before: "The Foreign Ministry ... its own".

    "Norway ... Its foreign ministry" is that of Norway, not the one that has spoken before.
    """
    known: set[str] = set()
    found: dict[int, str] = {}
    for number, item in enumerate(mentions):
        if item.core and item.words and not item.of_its:
            known.add(_key(item))
        elif item.core and item.words and _key(item) in known:
            found[number] = f"{_ITS} {_key(item)}"
    return found


def _key(item: Ment) -> str:
    state = kinds.state_of(item.words)
    if state and (item.label != "NORP" or item.attributive):
        return f"state {state}"
    if item.kind == "Group" and item.plural and item.label == "NAME":
        return f"family {' '.join(item.words)}"
    people = f"people {item.some_of} " if item.label == "NORP" else ""
    return f"{people}{names.key(item.words)}"


class _Index:
    """An index of names by their possible shorter forms, so that not every pair of names has to be compared."""

    def __init__(self, groups: list[_Group], known: ActorWords) -> None:
        self._known = known
        self._by: dict[tuple[str, Hashable], list[_Group]] = defaultdict(list)
        for group in groups:
            words = group.words
            if len(names.content(words)) > 1:
                self._put("content", names.content(words), group)
            for letters in sorted(names.initials(words)):
                self._put("initials", letters, group)
            self._put("capitals", group.capitals, group)
            self._put("stateless", names.without_state(words) or self._after_nationality(words), group)
            if len(words) > 2 and group.kind != "Place":
                self._put("body", words[2:] if words[1] == "of" else (), group)
            self._put("begin", words[0], group)
            if group.kind == "Product" and not words[-1][0].isdigit():
                self._put("model", words[-1:] if len(words) > 1 else (), group)
            if len(words) > 1 and group.broad == "org":
                for head in dict.fromkeys((*words[-1:], *names.name_heads(words))):
                    self._put("head", (head,), group)
            for size in range(_LEAST_TAIL, len(words)):
                self._put("tail", words[-size:], group)

    def _after_nationality(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The word after a nationality in a name of two words, "Crosswinds" of "Norwegian Crosswinds".

        Empty if it is a noun for people or bodies, of which there are many: "Council" of "Norwegian Council".
        """
        rest = words[1:]
        if len(rest) != 1 or not kinds.is_nationality(words[:1]):
            return ()
        kind = kinds.of_head(names.stem(rest[0]), self._known) or self._known.name_any.get(rest[0])
        kind = kind or self._known.name_last.get(rest[0])
        return () if kind and kinds.BROAD[kind] in kinds.SOMEBODY else rest

    def _is_body(self, word: str) -> bool:
        """Whether a word alone is a noun for a body."""
        kind = self._known.name_any.get(word) or self._known.noun_type.get(word)
        return kind is not None and kinds.BROAD[kind] == "org"

    def _put(self, how: str, what: Hashable, group: _Group) -> None:
        if what:
            self._by[how, what].append(group)

    def _get(self, how: str, what: Hashable, group: _Group) -> list[_Group]:
        return [other for other in self._by.get((how, what), ()) if other is not group]

    def same(self, group: _Group) -> list[_Group]:
        """Names that are variants of this one, or that it is the acronym of."""
        words = group.words
        found = self._get("content", names.content(words), group) + self._get("stateless", words, group)
        if len(words) == 1 and len(words[0]) > 1:
            found += self._get("initials", words[0].replace(".", ""), group) or self._get("capitals", words[0], group)
        if "ORG" in group.labels:
            found += self._get("body", words, group)
            tails = self._get("tail", words, group)
            if len(words) == 1 and self._is_body(words[0]):  # "the Board" of "the Dockers' Board of Appeal"
                tails += self._get("head", words, group)
            found += tails if len(tails) == 1 and tails[0].broad == "org" else []
        if group.kind == "Product":
            found += self._get("model", words, group)
        return sorted(dict.fromkeys(found), key=lambda other: other.first)

    def is_of_several(self, group: _Group) -> bool:
        """Whether a noun for a body alone can be one of several: "the Board", of Trade or of Appeal."""
        words = group.words
        return len(words) == 1 and self._is_body(words[0]) and len(self._get("head", words, group)) > 1

    def longer(self, group: _Group) -> list[_Group]:
        """Names that begin with this one."""
        size = len(group.words)
        found = self._get("begin", group.words[0], group)
        return [other for other in found if len(other.words) > size and other.words[:size] == group.words]


def _shorter(group: _Group, index: _Index, sets: Sets, known: ActorWords) -> list[_Group]:
    """The longer names of the same body; empty unless there is exactly one such body."""
    if group.exact or (group.broad == "place" and kinds.is_place(" ".join(group.words))):
        return []
    found = [
        other
        for other in index.longer(group)
        if _says_more(other, len(group.words), known) and not _is_where(group, other)
    ]
    shortest = min(found, key=lambda other: len(other.words), default=None)
    if shortest is not None and all(other.words[: len(shortest.words)] == shortest.words for other in found):
        return [shortest]  # "Halden News" of "Halden News" and "Halden News Radio"
    return found if len({sets.root(other.first) for other in found}) == 1 else []


def _is_where(short: _Group, long: _Group) -> bool:
    """Whether a body is named for the place that the shorter name names: "Halden", "Halden City Library"."""
    size = len(short.words)
    if size < len(long.words) - 1 and long.words[size] in word_set("unit_of_area") and short.broad == "place":
        return True
    return long.kind == "Outlet" and short.broad == "place" and "Outlet" not in short.votes


def _says_more(long: _Group, size: int, known: ActorWords) -> bool:
    """Whether the words after the first `size` only add to the body's name and do not make it a product or place."""
    if long.kind == "State" or long.broad not in ("org", "") or (long.one_of_many and not long.exact):
        return False
    if any(names.stem(word) in known.things for word in long.words[size:]):
        return False
    front, behind = long.words[:size], long.words[size:]
    both = not known.name_any.keys().isdisjoint(front) and not known.name_any.keys().isdisjoint(behind)
    return not both  # "University of Halden Students' Association" is a body at the university
