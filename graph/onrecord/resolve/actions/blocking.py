"""Candidate pairs of reports: the same word or kind in two articles about one matter, or beside the same actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.resolve import names
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.blocking import candidates


def pairs(items: Sequence[Reported], likeness: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Candidate pairs of positions."""
    shelves: dict[tuple[int, str], list[int]] = {}
    for position, item in enumerate(items):
        for key in _words(item):
            shelves.setdefault((item.article, key), []).append(position)
    near: dict[int, list[int]] = {}
    for left, right in likeness:
        near.setdefault(left, []).append(right)
    found = set(candidates([_keys(item) for item in items]))
    for (article, key), group in shelves.items():
        for place, one in enumerate(group):
            found.update((one, two) for two in group[place + 1 :])
            for other in near.get(article, ()):
                found.update((min(one, two), max(one, two)) for two in shelves.get((other, key), ()))
    return sorted(found)


def _words(item: Reported) -> set[str]:
    return {f"root {names.root(item.lemma)}"} | ({f"kind {item.kind}"} if item.kind else set())


def _keys(item: Reported) -> set[tuple[str, str]]:
    """Word or kind together with a named actor that has a part in it."""
    return {(word, iri) for word in _words(item) for iri in item.named}
