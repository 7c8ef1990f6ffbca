"""Reads and checks `corrections.toml`, the corrections made by named people. They are applied in `replay`.

A file holds any number of ``[[correction]]`` tables::

    [[correction]]
    do = "merge"                      # merge, split, rename, retype, reject, confirm, re-attribute
    on = "actor"                      # actor (unless said otherwise), action, statement
    items = [{article = "a1", name = "TB"}, {article = "a2", start = 120, end = 139}]
    by = "Ada Example"
    reason = "The directive's letterhead names it."   # may be left out

`items` addresses local items, by article and characters or by article and printed name, if necessary with
`occurrence`, which counts the printings of that name from 1. ``merge``, ``split`` and ``confirm`` take two or more of
them; ``split`` with one takes it out of its cluster, ``confirm`` with one says that it was found correctly; the other
corrections take one. ``rename`` and ``retype`` take
`to`, a string; ``re-attribute`` takes `to`, the address of an actor of the same article, and `role`: for statements
"speaker", "addressee", "on_behalf_of" or "outlet", for actions "agent" or "patient". A ``split`` of one actor may take
`off`, addresses of those of its mentions that are somebody else: it becomes two actors, and statements and actions
follow the mentions.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, get_args

from onrecord.errors import SettingsError
from onrecord.model import ActorType, StatementKind

Deed = Literal["merge", "split", "rename", "retype", "reject", "confirm", "re-attribute"]
Subject = Literal["actor", "action", "statement"]
Role = Literal["speaker", "addressee", "on_behalf_of", "outlet", "agent", "patient"]
_ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "statement": ("speaker", "addressee", "on_behalf_of", "outlet"),
    "action": ("agent", "patient"),
}

_KEYS: Final = frozenset({"do", "on", "items", "item", "off", "to", "role", "by", "reason"})
_ADDRESS: Final = frozenset({"article", "name", "occurrence", "start", "end"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Refers to an item of one article: by characters [start, end), or by a name printed for it."""

    article: str
    name: str | None = None
    occurrence: int | None = None
    """Which printing of `name` is meant, counted from 1; None for the item that has the name anywhere."""
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        where = repr(self.name) if self.name is not None else f"characters {self.start} to {self.end}"
        where += f", occurrence {self.occurrence}," if self.occurrence is not None else ""
        return f"{where} in {self.article!r}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction; `place` says where it is in the file, for messages."""

    do: Deed
    on: Subject
    items: tuple[Address, ...]
    by: str
    off: tuple[Address, ...] = ()
    """For ``split``: the mentions that belong to another actor."""
    to: str | None = None
    actor: Address | None = None
    """For ``re-attribute``: the actor who said or did it."""
    role: Role = "speaker"
    reason: str | None = None
    place: str


def load(path: str | Path) -> tuple[Correction, ...]:
    """The corrections of a file. Raises SettingsError, which names the file, the table and the fault."""
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{path}: {error}") from error
    return parse(table, str(path))


def parse(table: Mapping[str, Any], origin: str) -> tuple[Correction, ...]:
    """The corrections of a parsed file; `origin` names it in messages."""
    unknown = sorted(set(table) - {"correction"})
    if unknown:
        raise SettingsError(f"{origin}: {unknown[0]!r} is not known here; give [[correction]] tables")
    rows = table.get("correction", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SettingsError(f"{origin}: give corrections as [[correction]] tables")
    return tuple(_correction(row, f"{origin}, correction {number}") for number, row in enumerate(rows, 1))


def _correction(row: Mapping[str, Any], place: str) -> Correction:
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise SettingsError(f"{place}: {unknown[0]!r} is not known here; known are {', '.join(sorted(_KEYS))}")
    do: Deed = _choice(row, "do", get_args(Deed), place)
    on: Subject = _choice({"on": "actor", **row}, "on", get_args(Subject), place)
    by = _words(row, "by", place)
    reason = _words(row, "reason", place) if "reason" in row else None
    items = _items(row, do, place)
    to = _words(row, "to", place) if do in {"rename", "retype"} else None
    if do == "rename" and on != "actor":
        raise SettingsError(f"{place}: only actors have a name to change; use retype for an {on}")
    _check_type(do, on, to, place)
    actor, role = _attribution(row, do, on, place)
    return Correction(
        do=do,
        on=on,
        items=items,
        off=_off(row, do, on, items, place),
        by=by,
        to=to,
        actor=actor,
        role=role,
        reason=reason,
        place=place,
    )


def _off(row: Mapping[str, Any], do: Deed, on: Subject, items: tuple[Address, ...], place: str) -> tuple[Address, ...]:
    given = row.get("off")
    if given is None:
        return ()
    if (do, on) != ("split", "actor") or len(items) != 1:
        raise SettingsError(f"{place}: 'off' goes with the split of one actor")
    if not isinstance(given, list) or not given:
        raise SettingsError(f"{place}: 'off' wants a list of addresses")
    return tuple(_address(item, place) for item in given)


def _choice(row: Mapping[str, Any], key: str, known: tuple[str, ...], place: str) -> Any:
    value = row.get(key)
    if value not in known:
        raise SettingsError(f"{place}: {key} = {value!r} is not known; give one of {', '.join(known)}")
    return value


def _words(row: Mapping[str, Any], key: str, place: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{place}: {key!r} is missing or empty; give it in words")
    return value.strip()


def _items(row: Mapping[str, Any], do: Deed, place: str) -> tuple[Address, ...]:
    given = row.get("items", [row["item"]] if "item" in row else [])
    if not isinstance(given, list) or ("item" in row and "items" in row):
        raise SettingsError(f"{place}: give either 'item', one address, or 'items', a list of addresses")
    least = 2 if do == "merge" else 1
    most = None if do in {"merge", "split", "confirm"} else 1
    if len(given) < least or (most is not None and len(given) > most):
        wanted = "two addresses or more" if least == 2 else "one address" if most else "one address or more"
        raise SettingsError(f"{place}: {do} wants {wanted}, {len(given)} given")
    return tuple(_address(item, place) for item in given)


def _address(value: Any, place: str) -> Address:
    if not isinstance(value, dict) or not isinstance(value.get("article"), str):
        raise SettingsError(
            f"{place}: {value!r} is no address; give an article's id with a name, or with start and end"
        )
    unknown = sorted(set(value) - _ADDRESS)
    if unknown:
        raise SettingsError(
            f"{place}: {unknown[0]!r} is not known in an address; known are {', '.join(sorted(_ADDRESS))}"
        )
    name, start, end = value.get("name"), value.get("start"), value.get("end")
    numbers = [item for item in (start, end) if isinstance(item, int) and not isinstance(item, bool)]
    which = value.get("occurrence")
    if which is not None and (not isinstance(which, int) or isinstance(which, bool) or which < 1 or name is None):
        raise SettingsError(f"{place}: occurrence = {which!r} is no number from 1 on beside a name")
    if isinstance(name, str) and name.strip() and start is None and end is None:
        return Address(article=value["article"], name=name.strip(), occurrence=which)
    if name is None and len(numbers) == 2 and 0 <= numbers[0] < numbers[1]:
        return Address(article=value["article"], start=numbers[0], end=numbers[1])
    raise SettingsError(f"{place}: give the article's id with either a name, or start and end with start before end")


def _check_type(do: Deed, on: Subject, to: str | None, place: str) -> None:
    if do != "retype" or to is None:
        return
    known = {"actor": get_args(ActorType), "statement": get_args(StatementKind)}.get(on)
    if known is not None and to not in known:
        raise SettingsError(f"{place}: to = {to!r} is no type of an {on}; give one of {', '.join(known)}")
    if known is None and not to[:1].isupper():
        raise SettingsError(f"{place}: to = {to!r} is no kind of action; kinds are written like 'ShutDown'")


def _attribution(row: Mapping[str, Any], do: Deed, on: Subject, place: str) -> tuple[Address | None, Role]:
    if do != "re-attribute":
        return None, "speaker"
    if on == "actor":
        raise SettingsError(f"{place}: an actor is attributed to nobody; say on = 'statement' or on = 'action'")
    known = _ROLES[on]
    role: Role = _choice({"role": known[0], **row}, "role", known, place)
    return _address(row.get("to"), place), role
