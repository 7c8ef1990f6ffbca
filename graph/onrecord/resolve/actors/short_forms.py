"""Short forms that may belong to several longer names in the run."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import person_names
from onrecord.resolve import names
from onrecord.resolve.actors.profiles import Profile


def ambiguous_forms(profiles: Sequence[Profile]) -> dict[names.Words, frozenset[str]]:
    """Short forms (surnames and acronyms) with the longer names in the run that they may belong to."""
    found: dict[names.Words, set[str]] = {}
    for item in profiles:
        for form in item.forms:
            if len(form) > 1:
                shorts = _person_shorts(form) if item.family == "person" else _initials(form)
                for short in shorts:
                    found.setdefault(short, set()).add(names.bag(form))
    return {form: frozenset(longer) for form, longer in found.items()}


def _person_shorts(form: names.Words) -> list[names.Words]:
    """Short forms of a person's name: the surname, and given name with surname if there is a middle name."""
    parts = person_names.parsed(form)
    middle = [(parts.given[0], *parts.surname)] if len(parts.given) > 1 else []
    return [(names.surname(form),), *middle]


def _initials(form: names.Words) -> list[names.Words]:
    return [(short,) for short in names.acronyms(" ".join(form))]
