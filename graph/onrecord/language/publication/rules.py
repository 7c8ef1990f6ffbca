"""The table of publication as typed rules; the only reader of ``lexicons/publication.toml``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from onrecord import resources
from onrecord.language.publication.facts import Facts

_TABLE = ("lexicons", "en", "publication.toml")
ABOUT = frozenset({"id", "reason", "example", "deed", "source", "note", "lists", "calibration"})
"""Keys of a rule that are no conditions."""
_FACTS = frozenset(item.name for item in fields(Facts))


@dataclass(frozen=True, slots=True)
class Rule:
    """Keeps a deed back if all its conditions hold.

    A condition names a fact and the values one of which it must have; "not_" before the name asks for any other value.
    """

    id: str
    reason: str
    wanted: tuple[tuple[str, frozenset[Any]], ...]
    unwanted: tuple[tuple[str, frozenset[Any]], ...]

    def holds(self, facts: object) -> bool:
        """Whether the rule keeps back a deed or statement of these facts, a record with what the conditions name."""
        return all(getattr(facts, name) in values for name, values in self.wanted) and not any(
            getattr(facts, name) in values for name, values in self.unwanted
        )


@cache
def reasons() -> dict[str, str]:
    """The closed list of reasons: what each says to a person."""
    return {entry["id"]: entry["says"] for entry in resources.toml(*_TABLE)["reason"]}


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order in which they are asked; the first one that holds gives the reason."""
    return tuple(_rule(entry) for entry in resources.toml(*_TABLE)["rule"])


def kept_back(facts: Facts) -> str | None:
    """Why a deed of these facts does not belong on record; None if it does."""
    return next((rule.reason for rule in rules() if rule.holds(facts)), None)


def _rule(entry: dict[str, Any]) -> Rule:
    wanted: list[tuple[str, frozenset[Any]]] = []
    unwanted: list[tuple[str, frozenset[Any]]] = []
    for key, values in entry.items():
        if key in ABOUT:
            continue
        name = key.removeprefix("not_")
        if name not in _FACTS:
            raise KeyError(f"rule {entry['id']}: no fact is named {name}")
        (unwanted if key.startswith("not_") else wanted).append((name, frozenset(values)))
    if entry["reason"] not in reasons():
        raise KeyError(f"rule {entry['id']}: no reason is named {entry['reason']}")
    return Rule(entry["id"], entry["reason"], tuple(wanted), tuple(unwanted))
