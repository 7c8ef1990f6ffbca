"""Why what articles say may all hold although it seems to differ: the notes on such disagreements."""

from __future__ import annotations

PART = "One number is that of the chief ones among them alone."
HELD = "The numbers are given roughly, or as the most or the least: one number can be meant by both."
CHAIN = "One body directs and another orders on its directive: they are parts of one chain."
STATE = "A state orders through its bodies: an article can name either."
MOVED = "A later article gives a later day: the day may have been moved."
CHANGED = "A later article tells of another decision: the plan was changed."
ASKED = "One article prints words of theirs; the other got none when it asked. Both can be so."
GREW = "The articles are from different days: the number may have changed from one to the next."
NOTES = frozenset({PART, HELD, GREW, CHAIN, STATE, MOVED, CHANGED, ASKED})
"""All of them."""
