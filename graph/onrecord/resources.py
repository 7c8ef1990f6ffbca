"""Finds the files that ship with Onrecord: ontology, lexicons, queries, page assets.

A wheel has them inside the package; a checkout has `ontology/` at its top level, which an editable install does not
treat as package data. The package is searched first, then the checkout.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

_CHECKOUT = Path(__file__).resolve().parents[2]


def find(*parts: str) -> Traversable:
    """The shipped file or folder `parts`, such as ``("ontology", "shapes.ttl")``.

    Raises FileNotFoundError with the name if it is in neither place, which means that the installation is incomplete.
    """
    inside = files("onrecord").joinpath(*parts)
    if inside.is_file() or inside.is_dir():
        return inside
    beside = _CHECKOUT.joinpath(*parts)
    if beside.exists():
        return beside
    raise FileNotFoundError(f"{'/'.join(parts)} is not part of this installation of onrecord: reinstall it")


def text(*parts: str) -> str:
    """The shipped file `parts` as text (UTF-8)."""
    return find(*parts).read_text(encoding="utf-8")


@cache
def toml(*parts: str) -> dict[str, Any]:
    """The shipped TOML file `parts`, parsed; cached, so treat it as read-only."""
    return tomllib.loads(text(*parts))
