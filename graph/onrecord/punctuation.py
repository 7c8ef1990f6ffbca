"""Marks by what they do in printed English, for all stages; each set is named here and nowhere else."""

from __future__ import annotations

STOPS = frozenset(".?!")
"""What ends a sentence."""
DASHES = frozenset({"–", "—", "--"})
"""The hyphen is none: it ties words together more often than it parts them."""
HYPHENS = frozenset({"-", "–"})
"""What may tie words together; the longer one is also a dash."""
PAUSES = DASHES | {","}
"""What sets a phrase apart from the clause around it."""
CLAUSE_BREAKS = PAUSES | {";"}
"""What stands between clauses."""
LEADS = DASHES | {":", "-"}
"""What stands between somebody and their words: "Ida Falk: we sell"."""

OPENING_QUOTES = frozenset({"“", "„", "‟", "«", "``", "‘‘"})
"""Quotation marks that can only open."""
CLOSING_QUOTES = frozenset({"”", "»", "’’"})
"""Quotation marks that can only close."""
DOUBLE_QUOTES = OPENING_QUOTES | CLOSING_QUOTES | {'"', "''"}
SINGLE_QUOTES = frozenset({"'", "‘", "’", "`"})
"""Some are apostrophes."""
APOSTROPHES = frozenset({"'", "’"})
QUOTES = DOUBLE_QUOTES | SINGLE_QUOTES
MAY_OPEN = QUOTES - CLOSING_QUOTES - {"’"}
MAY_CLOSE = QUOTES - OPENING_QUOTES - {"‘", "`"}
QUOTE_CHARACTERS = "".join(sorted(mark for mark in QUOTES if len(mark) == 1))


def is_quotation_mark(text: str) -> bool:
    """Whether a token is a quotation mark, however it is spelt."""
    return bool(text) and all(letter in QUOTE_CHARACTERS for letter in text)
