"""Short forms that may belong to several longer names in the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord import person_names
from onrecord.at_hand import Repeated
from onrecord.resolve import names
from onrecord.resolve.actors.profiles import Profile


def ambiguous_forms(profiles: Sequence[Profile]) -> dict[names.Words, frozenset[str]]:
    """Short forms (surnames and acronyms) that may belong to several longer names in the run, with these."""
    again = Repeated(short for short, _ in _told(profiles))
    found: dict[names.Words, set[str]] = {}
    for short, longer in _told(profiles):
        if short in again:
            found.setdefault(short, set()).add(longer)
    return {form: frozenset(longer) for form, longer in found.items() if len(longer) > 1}


def _told(profiles: Iterable[Profile]) -> Iterator[tuple[names.Words, str]]:
    """Each short form with the longer name that it may belong to."""
    for item in profiles:
        for form in item.forms:
            if len(form) > 1:
                shorts = _person_shorts(form) if item.family == "person" else _initials(form)
                yield from ((short, names.bag(form)) for short in shorts)


def _person_shorts(form: names.Words) -> list[names.Words]:
    """Short forms of a person's name: the surname, and given name with surname if there is a middle name."""
    parts = person_names.parsed(form)
    middle = [(parts.given[0], *parts.surname)] if len(parts.given) > 1 else []
    return [(names.surname(form),), *middle]


def _initials(form: names.Words) -> list[names.Words]:
    return [(short,) for short in names.acronyms(" ".join(form))]


def bearers(profiles: Iterable[Profile]) -> dict[tuple[str, str], frozenset[str]]:
    """Full names of people by surname and sex; those whose sex nothing says are under both."""
    found: dict[tuple[str, str], set[str]] = {}
    for item in profiles:
        for form in item.forms if item.family == "person" else ():
            for sex in item.sex or "mf":
                if len(form) > 1:
                    found.setdefault((names.surname(form), sex), set()).add(names.bag(form))
    return {key: frozenset(longer) for key, longer in found.items()}


def bodies_by_word(profiles: Iterable[Profile]) -> dict[str, frozenset[names.Words]]:
    """Names of bodies of more than one word, by their first and by their last word."""
    found: dict[str, set[names.Words]] = {}
    for item in profiles:
        for form in item.forms if item.family == "organisation" else ():
            for word in {form[0], form[-1]} if len(form) > 1 else ():
                found.setdefault(word, set()).add(form)
    return {word: frozenset(forms) for word, forms in found.items()}
