"""A table of rules as typed records: what it may say follows from the facts that its conditions may name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """Keeps a deed or statement back if all its conditions hold, and not all those of one of the cases it leaves alone.

    A condition names a fact and the values one of which it must have; "not_" before the name asks for any other value.
    """

    id: str
    reason: str
    wanted: Conditions
    unwanted: Conditions
    unless: tuple[tuple[Conditions, Conditions], ...] = ()

    def holds(self, facts: object) -> bool:
        """Whether the rule keeps back a deed or statement of these facts, a record with what the conditions name."""
        return _hold(self.wanted, self.unwanted, facts) and not any(_hold(*case, facts) for case in self.unless)


def _hold(wanted: Conditions, unwanted: Conditions, facts: object) -> bool:
    for name, values in wanted:  # two plain loops: every rule is asked about every deed
        if getattr(facts, name) not in values:
            return False
    return all(getattr(facts, name) not in values for name, values in unwanted)


@cache
def table_type(facts: type[Struct], shown: str, other: tuple[tuple[str, Any], ...] = ()) -> Any:
    """The type of a file of rules about `facts`, a Struct.

    `shown` is the key with the word of a rule's example that it is about; `other` are further tables of the file with
    the types of their rows.
    """
    conditions: list[str | tuple[str, Any] | tuple[str, Any, Any]] = [
        ("note", str, ""),
        *((f"{no}{item.name}", frozenset[Value], frozenset()) for item in fields(facts) for no in ("", "not_")),
    ]
    told: list[tuple[str, Any]] = [(name, str) for name in ("example", shown)]
    case = defstruct("CaseEntry", [*told, *conditions], frozen=True, forbid_unknown_fields=True)
    cases = ("unless", tuple[case, ...], ())  # type: ignore[valid-type]  # made here
    named: list[tuple[str, Any]] = [(name, str) for name in ("id", "reason", "source")]
    rule = defstruct("RuleEntry", [*named, *told, *conditions, cases], frozen=True, forbid_unknown_fields=True)
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
        cases = tuple(_conditions(asdict(case), names) for case in value["unless"])
        found.append(Rule(value["id"], value["reason"], *_conditions(value, names), cases))
    return tuple(found)


def _conditions(row: Mapping[str, Any], names: Iterable[str]) -> tuple[Conditions, Conditions]:
    """What a row asks for and what it refuses, of the facts that are called `names`."""
    wanted, unwanted = (
        tuple((name, row[f"{no}{name}"]) for name in names if row[f"{no}{name}"]) for no in ("", "not_")
    )
    return wanted, unwanted
