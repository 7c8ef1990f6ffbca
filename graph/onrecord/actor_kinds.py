"""Groups of actor types that rules ask about; each group is defined here and nowhere else."""

from __future__ import annotations

from typing import Final, get_args

from onrecord.model import ActorType

ALL: Final[frozenset[ActorType]] = frozenset(get_args(ActorType))
THINGS: Final[frozenset[ActorType]] = frozenset({"Product", "Thing"})
LIFELESS: Final[frozenset[ActorType]] = THINGS | {"Place"}
"""Types whose members cannot speak."""
LOCATIONS: Final[frozenset[ActorType]] = frozenset({"Place", "State"})
"""Types of what mostly is only where something happens."""
FIRMS: Final[frozenset[ActorType]] = frozenset({"Company", "Organization"})
"""Types of what may be a firm."""
PEOPLE: Final[frozenset[ActorType]] = frozenset({"Person", "Group"})
"""Types of whoever can be hurt or killed."""
ORGANIZATIONS: Final[frozenset[ActorType]] = ALL - {"Person", "State", "Group"} - LIFELESS
"""Organization and its subtypes."""
BODIES: Final[frozenset[ActorType]] = ORGANIZATIONS | {"State"}
"""Types whose members act and speak as one body without being a person."""
STATE_PARTS: Final[frozenset[ActorType]] = frozenset({"Ministry", "RegulatoryAgency", "IntelligenceAgency"})
"""Types of bodies through which a state acts."""
STATE_BODIES: Final[frozenset[ActorType]] = STATE_PARTS | {"GovernmentBody"}
"""Types of bodies of a state."""
GENERAL: Final[frozenset[ActorType]] = frozenset({"Organization", "Place", "Thing"})
"""Types that say little: any other type that fits is preferred."""
