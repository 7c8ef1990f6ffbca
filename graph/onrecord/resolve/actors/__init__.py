"""Actors across articles: local actors -> profiles -> candidate pairs -> features -> verdicts -> clusters -> merge."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations, groupby

from msgspec import structs

from onrecord.at_hand import Repeated
from onrecord.model import Analysis, Feature
from onrecord.resolve import names
from onrecord.resolve.actors import blocking, judgement, profiles
from onrecord.resolve.actors.majorities import settled
from onrecord.resolve.actors.name_features import Run
from onrecord.resolve.actors.namesakes import put_together
from onrecord.resolve.actors.profiles import Profile
from onrecord.resolve.actors.short_forms import ambiguous_forms, bearers, bodies_by_word
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.resolve.local import LocalActor
from onrecord.shelf import Shelf

Known = Callable[[str, Sequence[str]], str | None]
"""Gives the external IRI for an actor's family of types and printed names, or None."""


def verdicts(
    locals_: Sequence[LocalActor],
    analyses: Sequence[Analysis],
    known: Known,
    alone: Collection[int] = (),
    by: Comparer = HERE,
) -> Iterator[Verdict]:
    """Verdicts on local actors, by position; none on those in `alone`, which a person has separated.

    There are none on unnamed actors either: two sources with the same description need not be the same.
    """
    compared = settled(Shelf(Profile, _profiles(locals_, analyses, known, frozenset(alone))))
    uncertain = ambiguous_forms(compared)
    united = put_together(compared, uncertain)
    run = Run(_articles_of(united), uncertain, _apart(compared), bearers(united), bodies_by_word(united))
    del compared
    for group in united:
        yield from _inside(group, locals_)
    first = array("I", (item.members[0] for item in united))
    for verdict in judgement.verdicts(united, blocking.pairs(united, by), run, by):
        left, right = sorted((first[verdict.left], first[verdict.right]))
        yield structs.replace(verdict, left=left, right=right)


def _profiles(
    locals_: Iterable[LocalActor], analyses: Sequence[Analysis], known: Known, alone: frozenset[int]
) -> Iterator[Profile]:
    for article, found in groupby(enumerate(locals_), key=lambda pair: pair[1].article):
        group = list(found)
        around = profiles.surroundings([local for _, local in group], analyses[article].article.text)
        for position, local in group:
            if local.actor.named and position not in alone:
                item = profiles.profile(position, local, analyses[article], around)
                iri = known(item.family, item.printed)
                yield structs.replace(item, known=frozenset({iri})) if iri else item


def _articles_of(united: Iterable[Profile]) -> dict[names.Words, int]:
    """The number of articles of each form that several have."""
    again = Repeated(form for item in united for form in item.forms)
    found: dict[names.Words, set[int]] = {}
    for item in united:
        for form in item.forms:
            if len(item.articles) > 1 or form in again:
                found.setdefault(form, set()).update(item.articles)
    return {form: len(articles) for form, articles in found.items() if len(articles) > 1}


def _apart(compared: Iterable[Profile]) -> frozenset[tuple[names.Words, names.Words]]:
    """Pairs of names with the same first word that some article, whose profiles stand together, uses for two actors."""
    pairs: set[tuple[names.Words, names.Words]] = set()
    for _, group in groupby(compared, key=lambda item: item.articles):
        shelves: dict[str, set[names.Words]] = {}
        for item in group:
            longest = max(item.forms, key=lambda form: (len(form), form))
            shelves.setdefault(longest[0], set()).add(longest)
        pairs.update(pair for forms in shelves.values() for pair in combinations(sorted(forms), 2))
    return frozenset(pairs)


def _inside(group: Profile, locals_: Sequence[LocalActor]) -> Iterator[Verdict]:
    """One verdict for each further member of a profile; these were merged by name alone."""
    first = group.members[0]
    name = locals_[first].actor.name if len(group.members) > 1 else ""
    for member in group.members[1:]:
        other = locals_[member].actor.name
        called = f"both are called {name!r}" if other == name else f"{other!r} and {name!r} are one name"
        reason = f"{called}, of one kind and country"
        yield Verdict(first, member, "same", 1.0, (Feature("name", 1.0, reason),), "actor-name")
