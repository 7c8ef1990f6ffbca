"""What the lexicons of amounts, of events and of nouns hold, as records."""

from __future__ import annotations

from msgspec import Struct

from onrecord.lexicon_files import whole


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that mean the same of amounts."""

    id: str
    words: tuple[str, ...]
    example: str
    source: str


class Unit(Row, frozen=True, forbid_unknown_fields=True):
    """A unit of measure."""

    kind: str
    plural: str = ""
    """Its plural, if that is not made as that of other nouns."""
    base: str = ""
    """The unit that it is so many of, for comparison, if it is not compared as it is."""
    times: float = 1.0
    """How many of that."""


class Happening(Row, frozen=True, forbid_unknown_fields=True):
    """Words that say the same of what is counted or measured."""

    over_time: str = ""
    people: bool = False
    measured: bool = False
    counted: bool = False
    mixed: bool = False
    money: bool = False
    damage: bool = False
    lasts: bool = False
    often: bool = False
    """Whether it happens on several days of one story: people gather again and again."""
    asks: str = ""
    """How a question of their number ends: "How many people died"."""


class Broad(Row, frozen=True, forbid_unknown_fields=True):
    """Nouns that may stand for others."""

    deeds: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    """Those that they do not stand for."""


class Implied(Row, frozen=True, forbid_unknown_fields=True):
    """Nouns that say what happened to those that they count."""

    people: bool = True


class Amounts(Struct, frozen=True, forbid_unknown_fields=True):
    """The file of words about amounts."""

    unit: tuple[Unit, ...]
    currency: tuple[Row, ...]
    thing: tuple[Thing, ...]
    broad: tuple[Broad, ...]
    happening: tuple[Happening, ...]
    implied: tuple[Implied, ...]
    tally: tuple[TallyRow, ...]
    amounting: tuple[Row, ...]
    sum: tuple[Row, ...]
    dimension: tuple[Row, ...]
    voting_body: tuple[Row, ...]
    one_mind: tuple[Row, ...]
    two_minds: tuple[Row, ...]
    begins: tuple[Row, ...]
    """Verbs by which something begins."""
    behind: tuple[Row, ...]
    """How what stands behind a number compares it: the id is a value of `Parts.comparison`."""


class TallyRow(Row, frozen=True, forbid_unknown_fields=True):
    """Nouns whose bare number counts something."""

    thing: str = "person"
    """What is counted."""


class Thing(Row, frozen=True, forbid_unknown_fields=True):
    """Nouns that count the same things."""

    people: bool = False
    """Whether all of its nouns are for people."""


class Event(Row, frozen=True, forbid_unknown_fields=True):
    """Words for one event."""

    befalls: bool = False
    of_people: tuple[str, ...] = ()
    of_things: tuple[str, ...] = ()


class Senses(Struct, frozen=True, forbid_unknown_fields=True):
    """The file of the senses of nouns."""

    noun: tuple[Noun, ...]


class Noun(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of one sense."""

    id: str
    words: str
    example: str
    source: str


def lexicon() -> Amounts:
    """The lexicon of amounts."""
    return whole("amounts.toml", Amounts)
