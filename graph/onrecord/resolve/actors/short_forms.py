"""Short forms that may belong to several longer names in the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord import person_names
from onrecord.at_hand import Repeated, known_words
from onrecord.resolve import names, places
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


def bearers(profiles: Sequence[Profile]) -> dict[tuple[str, str], frozenset[str]]:
    """Full names of people by surname and sex, of those that several have.

    People whose sex nothing says are under both.
    """
    again = Repeated(key for key, _ in _borne(profiles))
    found: dict[tuple[str, str], set[str]] = {}
    for key, whole in _borne(profiles):
        if key in again:
            found.setdefault(key, set()).add(whole)
    return {key: frozenset(longer) for key, longer in found.items() if len(longer) > 1}


def _borne(profiles: Iterable[Profile]) -> Iterator[tuple[tuple[str, str], str]]:
    for item in profiles:
        for form in item.forms if item.family == "person" else ():
            for sex in item.sex or "mf":
                if len(form) > 1:
                    yield (names.surname(form), sex), names.bag(form)


def bodies_by_word(profiles: Sequence[Profile]) -> dict[str, frozenset[names.Words]]:
    """Names of bodies of more than one word, by their first and by their last word, if that is a name by itself.

    Words that many bodies have in their names, and those of countries, are left out: they are nobody's alone.
    """
    alone = known_words(form[0] for item in profiles for form in item.forms if len(form) == 1)
    found: dict[str, set[names.Words]] = {}
    for item in profiles:
        for form in item.forms if item.family == "organisation" else ():
            for word in {form[0], form[-1]} if len(form) > 1 else ():
                if word in alone and not places.territory(word) and not names.is_generic((word,)):
                    found.setdefault(word, set()).add(form)
    return {word: frozenset(forms) for word, forms in found.items()}
