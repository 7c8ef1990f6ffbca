"""Kinds of actors in the groups that rules ask for: each is named here once."""

from __future__ import annotations

from typing import Final, get_args

from onrecord.model import ActorType

ALL: Final[frozenset[ActorType]] = frozenset(get_args(ActorType))
THINGS: Final[frozenset[ActorType]] = frozenset({"Product", "Thing"})
LIFELESS: Final[frozenset[ActorType]] = THINGS | {"Place"}
"""Kinds of what does not speak."""
ORGANIZATIONS: Final[frozenset[ActorType]] = ALL - {"Person", "State", "Group"} - LIFELESS
"""Kinds under Organization, and Organization itself."""
BODIES: Final[frozenset[ActorType]] = ORGANIZATIONS | {"State"}
"""Kinds of what acts and speaks as one and is no person."""
GENERAL: Final[frozenset[ActorType]] = frozenset({"Organization", "Place", "Thing"})
"""Kinds that say little: any other that fits is likelier."""
