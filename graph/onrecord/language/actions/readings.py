"""What the stages hand on: a deed with its standing and class, then with its people."""

from __future__ import annotations

from msgspec import Struct

from onrecord.language.actions.factuality import Standing
from onrecord.language.actions.triggers import Deed


class Reading(Struct, frozen=True):
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


class Roles(Struct, frozen=True):
    """Heads of who does it and of whom it is done to, in text order."""

    agents: tuple[int, ...]
    patients: tuple[int, ...]


class Cast(Struct, frozen=True):
    """A reading with its people."""

    reading: Reading
    roles: Roles
    through: Deed | None
    """The deed in its complement that its patients are taken from."""


def by_words(found: list[Deed]) -> dict[int, Deed]:
    """The deed that each word names, by its head and by its verb."""
    return {deed.head: deed for deed in found} | {deed.verb: deed for deed in found}
