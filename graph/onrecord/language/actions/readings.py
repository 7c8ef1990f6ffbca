"""What the stages hand on: a deed with its standing and class, then with its people."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.actions.factuality import Standing
from onrecord.language.actions.triggers import Deed


@dataclass(frozen=True, slots=True)
class Reading:
    """A deed, how it stands, and its PLOVER root."""

    deed: Deed
    standing: Standing
    root: str | None
    heralds: Deed | None
    """The deed below whose root a verb of saying or deciding has taken over."""

    @property
    def head(self) -> int:
        """The word that names it: no two deeds share one."""
        return self.deed.head


@dataclass(frozen=True, slots=True)
class Roles:
    """Heads of who does it and of whom it is done to, in text order."""

    agents: tuple[int, ...]
    patients: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """A reading with its people."""

    reading: Reading
    roles: Roles
    through: Deed | None
    """The deed in its complement that its patients are taken from."""


def by_words(found: list[Deed]) -> dict[int, Deed]:
    """The deed that each word names, by its head and by its verb."""
    return {deed.head: deed for deed in found} | {deed.verb: deed for deed in found}
