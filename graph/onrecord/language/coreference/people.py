"""Which mentions of an article name the same person: each short name is resolved separately, as a reader does.

Several members of a family may share a surname. What decides for each mention is its honorific, title and given name,
who was mentioned last, and who the article is about. Two full names that contradict each other (in suffix, given name,
initial or sex) are never linked.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from onrecord import person_names
from onrecord.language.coreference.disjoint_sets import Sets
from onrecord.language.coreference.features import Ment
from onrecord.weights import weights_of

_TWO = 2
"""Words of a name of a forename and a surname."""
_FIT = {"full": 2, "surname": 1, "given": 0}
_W = weights_of("coreference")


@dataclass(slots=True, eq=False)
class _Bearer:
    """A person under the fullest name, with the titles and the like given with it and where it was last named."""

    words: tuple[str, ...]
    first: int
    honor: str = ""
    gender: str = ""
    kin: bool = False
    titles: set[str] = field(default_factory=set)
    last: int = -int(_W["bearer.far"])
    count: int = 0

    def note(self, item: Ment) -> None:
        self.honor = self.honor or item.honor
        self.gender = self.gender or item.gender
        self.titles |= item.titles

    def named(self, item: Ment) -> None:
        self.last = item.sent
        self.count += 1


def link_people(mentions: list[Ment], sets: Sets, forenames: Container[str] = ()) -> None:
    """Unite the mentions that name one person; `forenames` are known ones, in lower case."""
    people = [number for number, item in enumerate(mentions) if names_person(item)]
    bearers = _bearers(mentions, people, forenames)
    _note_openings(mentions, bearers)
    orphans: dict[str, list[_Bearer]] = {}
    at_core: dict[tuple[int, int] | None, int] = {}
    for number in people:
        item = mentions[number]
        if item.core in at_core:  # "Senator Brandt" and the bare name within it
            sets.unite(at_core[item.core], number)
            continue
        at_core[item.core] = number
        bearer = _of(item, bearers) or _orphan(item, number, orphans)
        bearer.note(item)
        bearer.named(item)
        sets.unite(bearer.first, number)


def names_person(item: Ment) -> bool:
    """Whether a mention is one person's name; "the Brandts" are several people."""
    return bool(item.core and item.words) and item.broad == "person"


def _key(words: tuple[str, ...]) -> str:
    return "".join(map(person_names.folded, words)).replace("-", "")


def _bearers(mentions: list[Ment], people: list[int], forenames: Container[str]) -> dict[str, _Bearer]:
    """The people of the article by the key of their fullest name, with all that mentions say of each."""
    found: dict[str, _Bearer] = {}
    for number in people:
        item = mentions[number]
        if person_names.parsed(item.words).full:
            bearer = found.setdefault(_key(item.words), _Bearer(item.words, number))
            bearer.note(item)
            bearer.kin = bearer.kin or item.kin
    longest = sorted(found.values(), key=lambda item: (-len(item.words), -len("".join(item.words)), item.first))
    kept: list[_Bearer] = []
    for bearer in longest:
        if not any(_shorter(bearer.words, other.words) for other in kept) and not _by_name(bearer, longest, forenames):
            kept.append(bearer)
    return {_key(bearer.words): bearer for bearer in sorted(kept, key=lambda item: item.first)}


def _note_openings(mentions: list[Ment], bearers: dict[str, _Bearer]) -> None:
    """Note the sex of the one person whom a sentence names if the next opens with "he" or "she"."""
    sentences: dict[int, list[Ment]] = {}
    for item in mentions:
        sentences.setdefault(item.sent, []).append(item)
    for number, items in sentences.items():
        opening, before = min(items, key=lambda item: (item.start, -item.end)), sentences.get(number - 1, ())
        if opening.form != "pronoun" or not opening.gender or opening.quote >= 0:
            continue
        people = [item for item in before if item.broad == "person" and item.form != "pronoun" and not item.plural]
        named = {_key(item.words) for item in people if item.core}
        bearer = bearers.get(next(iter(named))) if len(named) == 1 and all(item.core for item in people) else None
        if bearer is not None and not (bearer.honor or bearer.gender):
            bearer.gender = opening.gender


def _fits(words: tuple[str, ...], full: tuple[str, ...]) -> str:
    """How a name fits a fuller one, as in `person_names.short_for`; an epithet with a forename fits as the forename."""
    found = person_names.short_for(words, full)
    if not found and len(words) == _TWO:
        return "given" if words[1] == full[0] else "full" if words == full[:-1] else ""
    return found


def _shorter(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a full name is a shorter form of a longer one, or the name borne before marriage: "Ada Moe (Lund)"."""
    return bool(person_names.short_for(short, long)) or short == long[:-1]


def _by_name(bearer: _Bearer, others: Iterable[_Bearer], forenames: Container[str]) -> bool:
    """Whether what looks like a full name is an epithet and the forename of somebody else: "Tough Ada"."""
    words = bearer.words
    if len(words) != _TWO or words[1] not in forenames or words[0] in forenames:
        return False
    return any(words[1] == other.words[0] for other in others)


def _of(item: Ment, bearers: dict[str, _Bearer]) -> _Bearer | None:
    """The bearer of a name: the one with the same name, or the one whose longer name fits it best."""
    exact = bearers.get(_key(item.words))
    if exact is not None:
        return exact
    fitting = [
        (_FIT[how], bearer)
        for bearer in bearers.values()
        if (how := _fits(item.words, bearer.words)) and not _other_sex(item, bearer)
    ]
    if not fitting:
        return None
    top = max(fit for fit, _ in fitting)
    near = [bearer for fit, bearer in fitting if fit == top]
    known = [bearer for bearer in near if bearer.count]
    if not known:
        return min(near, key=lambda bearer: (-_agreement(item, bearer), bearer.first))
    return max(known, key=lambda bearer: (_score(item, bearer), bearer.last, -bearer.first))


def _score(item: Ment, bearer: _Bearer) -> float:
    near = -min(_W["bearer.far"], item.sent - bearer.last) + _W["bearer.often"] * min(
        _W["bearer.most_often"], bearer.count
    )
    return near + _agreement(item, bearer)


def _agreement(item: Ment, bearer: _Bearer) -> float:
    """How well honorific, title and kinship agree with a bearer."""
    score = _W["bearer.honor"] if item.honor and item.honor == (bearer.honor or bearer.gender) else 0.0
    score += _W["bearer.title"] if item.titles & bearer.titles else 0.0
    return score + (_W["bearer.kin"] if bearer.kin else 0.0)


def _other_sex(item: Ment, bearer: _Bearer) -> bool:
    said = bearer.honor or bearer.gender
    return bool(item.honor and said and item.honor != said)


def _orphan(item: Ment, number: int, orphans: dict[str, list[_Bearer]]) -> _Bearer:
    """The bearer of a name that no full name of the article explains; "Mr. Brandt" and "Ms. Brandt" are two."""
    same = orphans.setdefault(_key(item.words), [])
    fitting = [bearer for bearer in same if not _other_sex(item, bearer)]
    if fitting:
        return max(fitting, key=lambda bearer: (_agreement(item, bearer), bearer.last))
    same.append(_Bearer(item.words, number))
    return same[-1]
