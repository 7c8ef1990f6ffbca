"""Analyses that take half the memory: what is equal in one is one object.

A record read from a file has an object of its own for each of its numbers, spans and ids, and the same span may be
the trigger of a deed, its verb group and part of a statement.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

from msgspec import Struct

from onrecord.model import Action, Actor, Analysis, Mention, Passage, Statement, TimeExpression, Wording

Pool = dict[Any, Any]
_PARTS: tuple[type, ...] = (Action, Actor, Mention, Passage, Statement, TimeExpression, Wording)
_NUMBERS: dict[int, int] = {}
"""Offsets; an article has no more of them than characters."""


def compacted(analysis: Analysis) -> Analysis:
    """An analysis equal to `analysis`."""
    pool: Pool = {}
    values = {name: _shared(getattr(analysis, name), pool) for name in _names(Analysis) if name != "article"}
    return Analysis(article=analysis.article, **values)


def _shared(value: Any, pool: Pool) -> Any:
    kind = type(value)
    if kind is str:
        return sys.intern(value)
    if kind is int:
        return _NUMBERS.setdefault(value, value)
    if kind is tuple:
        return _tuple(value, pool) if value else ()
    return _part(value, pool) if kind in _PARTS else value


def _tuple(value: tuple[Any, ...], pool: Pool) -> tuple[Any, ...]:
    if type(value[0]) in _PARTS:
        return tuple([_part(item, pool) for item in value])
    known: tuple[Any, ...] | None = pool.get(value)
    if known is None:
        known = tuple([_shared(item, pool) for item in value])
        pool[known] = known
    return known


def _part(value: Any, pool: Pool) -> Any:
    kind: Any = type(value)
    names, values = _names(kind), _getter(kind)(value)
    return kind(**{name: _shared(item, pool) for name, item in zip(names, values, strict=True)})


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return kind.__struct_fields__ if issubclass(kind, Struct) else tuple(item.name for item in fields(kind))


@cache
def _getter(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*_names(kind))
