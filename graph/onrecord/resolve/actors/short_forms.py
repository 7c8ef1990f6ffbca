"""Short forms of names that may stand for several longer ones of the run."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord import person_names
from onrecord.resolve import names
from onrecord.resolve.actors.profiles import Profile


def ambiguous_forms(profiles: Sequence[Profile]) -> dict[names.Words, frozenset[str]]:
    """Short forms with the longer names of the run that they may stand for, as surname or acronym."""
    found: dict[names.Words, set[str]] = {}
    for item in profiles:
        for form in item.forms:
            if len(form) > 1:
                shorts = _person_shorts(form) if item.family == "person" else _initials(form)
                for short in shorts:
                    found.setdefault(short, set()).add(names.bag(form))
    return {form: frozenset(longer) for form, longer in found.items()}


def _person_shorts(form: names.Words) -> list[names.Words]:
    """The surname, and given name and surname of somebody with a middle name."""
    parts = person_names.parsed(form)
    middle = [(parts.given[0], *parts.surname)] if len(parts.given) > 1 else []
    return [(names.surname(form),), *middle]


def _initials(form: names.Words) -> list[names.Words]:
    return [(short,) for short in names.acronyms(" ".join(form))]
