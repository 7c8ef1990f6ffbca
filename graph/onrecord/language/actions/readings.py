"""Values passed between the steps: a deed with its factuality and class, then with its participants."""

from __future__ import annotations

from msgspec import Struct

from onrecord.language.actions.factuality import Standing
from onrecord.language.actions.triggers import Deed


class Reading(Struct, frozen=True):
    """A deed, its factuality and its PLOVER root."""

    deed: Deed
    standing: Standing
    root: str | None
    heralds: Deed | None
    """The subordinate deed whose root a verb of saying or deciding has taken."""

    @property
    def head(self) -> int:
        """The word that names the deed; no two deeds have the same head."""
        return self.deed.head


class Roles(Struct, frozen=True):
    """Heads of the agents and of the patients, in text order."""

    agents: tuple[int, ...]
    patients: tuple[int, ...]


class Cast(Struct, frozen=True):
    """A reading with its participants."""

    reading: Reading
    roles: Roles
    through: Deed | None
    """The deed in its complement from which its patients are taken."""


def by_words(found: list[Deed]) -> dict[int, Deed]:
    """Each deed by its head and by its verb."""
    return {deed.head: deed for deed in found} | {deed.verb: deed for deed in found}
