"""Actors across articles: local actors -> profiles -> candidate pairs -> features -> verdicts -> clusters -> merge."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import combinations

from msgspec import structs

from onrecord.model import Analysis, Feature
from onrecord.resolve.actors import blocking, judgement, profiles
from onrecord.resolve.actors.majorities import settled
from onrecord.resolve.actors.name_features import Run
from onrecord.resolve.actors.profiles import Profile
from onrecord.resolve.actors.short_forms import ambiguous_forms
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.resolve.local import LocalActor
from onrecord.resolve.names import Words

Known = Callable[[str, Sequence[str]], str | None]
"""Gives the external IRI for an actor's family of types and printed names, or None."""


def verdicts(
    locals_: Sequence[LocalActor],
    analyses: Sequence[Analysis],
    known: Known,
    alone: Collection[int] = (),
    by: Comparer = HERE,
) -> list[Verdict]:
    """Verdicts on local actors, by position; none on those in `alone`, which a person has separated.

    There are none on unnamed actors either: two sources with the same description need not be the same.
    """
    compared = settled(_profiles(locals_, analyses, known, frozenset(alone)))
    uncertain = ambiguous_forms(compared)
    united = profiles.put_together(compared, uncertain)
    run = Run(_articles_of(united), uncertain, _apart(compared))
    found = [item for group in united for item in _inside(group, locals_)]
    for verdict in judgement.verdicts(united, blocking.pairs(united, by), run, by):
        left, right = sorted((united[verdict.left].members[0], united[verdict.right].members[0]))
        found.append(structs.replace(verdict, left=left, right=right))
    return found


def _profiles(
    locals_: Sequence[LocalActor], analyses: Sequence[Analysis], known: Known, alone: frozenset[int]
) -> list[Profile]:
    by_article: dict[int, list[LocalActor]] = {}
    for local in locals_:
        by_article.setdefault(local.article, []).append(local)
    around = {
        article: profiles.surroundings(group, analyses[article].article.text) for article, group in by_article.items()
    }
    found = []
    for position, local in enumerate(locals_):
        if local.actor.named and position not in alone:
            item = profiles.profile(position, local, analyses[local.article], around[local.article])
            iri = known(item.family, item.printed)
            found.append(replace(item, known=frozenset({iri})) if iri else item)
    return found


def _articles_of(united: Sequence[Profile]) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], set[int]] = {}
    for item in united:
        for form in item.forms:
            found.setdefault(form, set()).update(item.articles)
    return {form: len(articles) for form, articles in found.items()}


def _apart(compared: Sequence[Profile]) -> frozenset[tuple[Words, Words]]:
    """Pairs of names with the same first word that some article uses for two different actors."""
    shelves: dict[tuple[int, str], set[Words]] = {}
    for item in compared:
        longest = max(item.forms, key=lambda form: (len(form), form))
        for article in item.articles:
            shelves.setdefault((article, longest[0]), set()).add(longest)
    return frozenset(pair for forms in shelves.values() for pair in combinations(sorted(forms), 2))


def _inside(group: Profile, locals_: Sequence[LocalActor]) -> list[Verdict]:
    """One verdict for each further member of a profile; these were merged by name alone."""
    first = group.members[0]
    name = locals_[first].actor.name
    found = []
    for member in group.members[1:]:
        other = locals_[member].actor.name
        names = f"both are called {name!r}" if other == name else f"{other!r} and {name!r} are one name"
        reason = f"{names}, of one kind and country"
        found.append(Verdict(first, member, "same", 1.0, (Feature("name", 1.0, reason),), "actor-name"))
    return found
