"""Gives all names with the same words in an article one label, by majority vote."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from onrecord import person_names
from onrecord.language import kinds
from onrecord.language.mentions.repairs import UNKNOWN, Name
from onrecord.language.syntax import phrase_relations
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_PLACE_OF = word_set("place_of")
_OFTEN_CALLED = 2
"""Fewest uses of a surname alone for two words that end in it to count as a person's full name."""


def vote(tree: Tree, names: list[Name]) -> list[Name]:
    """The names, all with the same words given the label that most of them have; unknown labels do not count.

    The surname of a person named in full is a person's, unless it mostly follows prepositions, as a place's would. The
    name of a place after a title is a person's there, and has no influence on the same name elsewhere.
    """
    keyed = [(" ".join(tree.lower[name.start : name.end]).removeprefix("the "), name) for name in names]
    ballot = _ballot(tree, keyed)
    out = []
    for key, name in keyed:
        label = name.label if name.titled and kinds.is_place(key) else _elected(key, name.label, ballot)
        out.append(Name(name.start, name.end, label, name.titled))
    return out


@dataclass(frozen=True, slots=True)
class _Ballot:
    """The evidence for the label of each name, by its words in lower case."""

    votes: dict[str, Counter[str]]
    surnames: Counter[str]
    """Number of times that somebody with this surname has the full name; each counts twice."""
    located: Counter[str]
    """Number of times that the name follows a preposition."""
    total: Counter[str]
    places: frozenset[str]
    """Names that are called places: "the city of Haldeno"."""

    def called(self, surname: str) -> bool:
        """Whether a surname is often used alone."""
        return " " not in surname and self.votes.get(surname, Counter())["PERSON"] >= _OFTEN_CALLED


def _ballot(tree: Tree, names: list[tuple[str, Name]]) -> _Ballot:
    """The evidence for the labels of `names`, which are given with their words in lower case."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    surnames: Counter[str] = Counter()
    for key, name in names:
        if name.titled and kinds.is_place(key):
            continue
        if name.label != UNKNOWN:
            votes[key][name.label] += 1
        if name.label == "PERSON" and " " in key:
            whole = " ".join(person_names.parsed(tuple(key.split())).surname)
            for surname in {key.rsplit(" ", 1)[1], whole}:
                surnames[surname] += 2
    after = (key for key, name in names if name.start and phrase_relations.is_object_of_preposition(tree, name.start))
    places = frozenset(key for key, name in names if _is_called_place(tree, name))
    return _Ballot(votes, surnames, Counter(after), Counter(key for key, _ in names), places)


def _is_called_place(tree: Tree, name: Name) -> bool:
    """Whether a name stands behind "the city of", and is no owner: "the state of Alder's finances" is no place."""
    article, noun, of = tree.lower[name.start - 3 : name.start] if name.start > 2 else ("", "", "")
    called = article == "the" and noun in _PLACE_OF and of == "of"
    owner = name.end < len(tree) and tree.text[name.end] in word_set("possessive_ending")
    return called and not owner and name.label != "PERSON"


def _elected(key: str, own: str, ballot: _Ballot) -> str:
    if kinds.is_nationality(tuple(key.split())):
        return "NORP"
    if key in ballot.places:
        return "GPE"
    tally = dict(ballot.votes.get(key, {}))
    if ballot.surnames[key]:
        tally["PERSON"] = tally.get("PERSON", 0) + ballot.surnames[key]
        if ballot.located[key] * 2 <= ballot.total[key]:
            return "PERSON"
    if key.count(" ") == 1 and "GPE" not in tally and ballot.called(key.rsplit(" ", 1)[1]):
        return "PERSON"
    return max(sorted(tally), key=lambda item: (tally[item], item == own)) if tally else own
