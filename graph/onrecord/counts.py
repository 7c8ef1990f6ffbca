"""Counts in words."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """A count with its noun, which takes an s if it is not one: "1 article", "1,200 articles"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
