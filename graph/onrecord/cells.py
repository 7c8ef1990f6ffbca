"""Cells of tables that a spreadsheet takes for text, whatever they hold."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV injection)."""


def plain(cell: str) -> str:
    """`cell` so that it does not begin a formula: with an apostrophe before it if it would, unless it is a number."""
    if not cell.startswith(_FORMULA) or _is_number(cell):
        return cell
    return f"'{cell}"


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
