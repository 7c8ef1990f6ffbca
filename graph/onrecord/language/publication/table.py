"""A table of rules as typed records: what it may say follows from the facts that its conditions may name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec import Struct, defstruct
from msgspec.structs import asdict, fields

from onrecord.errors import LexiconError

Value = str | bool
Conditions = tuple[tuple[str, frozenset[Value]], ...]


class Reason(Struct, frozen=True, forbid_unknown_fields=True):
    """A reason for keeping something back, and what it says to a person."""

    id: str
    says: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Keeps a deed or statement back if all its conditions hold.

    A condition names a fact and the values one of which it must have; "not_" before the name asks for any other value.
    """

    id: str
    reason: str
    wanted: Conditions
    unwanted: Conditions

    def holds(self, facts: object) -> bool:
        """Whether the rule keeps back a deed or statement of these facts, a record with what the conditions name."""
        for name, values in self.wanted:  # two plain loops: every rule is asked about every deed
            if getattr(facts, name) not in values:
                return False
        return all(getattr(facts, name) not in values for name, values in self.unwanted)


@cache
def table_type(facts: type[Struct], shown: str, other: tuple[tuple[str, Any], ...] = ()) -> Any:
    """The type of a file of rules about `facts`, a Struct.

    `shown` is the key with the word of a rule's example that it is about; `other` are further tables of the file with
    the types of their rows.
    """
    columns: list[str | tuple[str, Any] | tuple[str, Any, Any]] = [
        *((name, str) for name in ("id", "reason", "example", shown, "source")),
        ("note", str, ""),
        *((f"{no}{item.name}", frozenset[Value], frozenset()) for item in fields(facts) for no in ("", "not_")),
    ]
    rule = defstruct("RuleEntry", columns, frozen=True, forbid_unknown_fields=True)
    tables = [("reason", tuple[Reason, ...]), ("rule", tuple[rule, ...]), *other]  # type: ignore[valid-type]  # made here
    return defstruct("RuleFile", tables, frozen=True, forbid_unknown_fields=True)


def rules(file: str, rows: Iterable[Struct], facts: type[Struct], reasons: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of a table in its order. Raises LexiconError for a reason that is none of `reasons`."""
    known = frozenset(reasons)
    names = [item.name for item in fields(facts)]
    found = []
    for row in rows:
        value = asdict(row)
        if value["reason"] not in known:
            raise LexiconError(file, value["id"], f"there is no reason {value['reason']!r}")
        wanted = tuple((name, value[name]) for name in names if value[name])
        unwanted = tuple((name, value[f"not_{name}"]) for name in names if value[f"not_{name}"])
        found.append(Rule(value["id"], value["reason"], wanted, unwanted))
    return tuple(found)
