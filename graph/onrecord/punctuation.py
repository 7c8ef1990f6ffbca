"""Sets of punctuation marks by function in printed English, for all stages; each is defined here and nowhere else."""

from __future__ import annotations

STOPS = frozenset(".?!")
"""Marks that end a sentence."""
ENDINGS = STOPS | {"…"}
"""These and the mark of what is left unsaid."""
DASHES = frozenset({"–", "—", "―", "--"})
"""Without the hyphen, which joins words more often than it separates them."""
HYPHENS = frozenset({"-", "–"})
"""Marks that may join words; the longer one is also a dash."""
PAUSES = DASHES | {","}
"""Marks that set off a phrase from the clause around it."""
CLAUSE_BREAKS = PAUSES | {";"}
"""Marks that stand between clauses."""
LEADS = DASHES | {":", "-"}
"""Marks between a speaker and their words: "Ida Falk: we sell"."""

OPENING_QUOTES = frozenset({"“", "„", "‟", "«", "``", "‘‘"})
"""Quotation marks that can only open."""
CLOSING_QUOTES = frozenset({"”", "»", "’’"})
"""Quotation marks that can only close."""
DOUBLE_QUOTES = OPENING_QUOTES | CLOSING_QUOTES | {'"', "''"}
SINGLE_QUOTES = frozenset({"'", "‘", "’", "`"})
"""Single quotation marks; some of them are also apostrophes."""
APOSTROPHES = frozenset({"'", "’"})
QUOTES = DOUBLE_QUOTES | SINGLE_QUOTES
MAY_OPEN = QUOTES - CLOSING_QUOTES - {"’"}
MAY_CLOSE = QUOTES - OPENING_QUOTES - {"‘", "`"}
QUOTE_CHARACTERS = "".join(sorted(mark for mark in QUOTES if len(mark) == 1))


def is_quotation_mark(text: str) -> bool:
    """Whether a token is a quotation mark of any kind."""
    return bool(text) and all(letter in QUOTE_CHARACTERS for letter in text)
