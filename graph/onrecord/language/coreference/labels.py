"""Whether only the model's label says what kind of actor a name is of."""

from __future__ import annotations

from onrecord.language import kinds
from onrecord.language.coreference.features import Ment


def only_body(item: Ment, longest: int = 1) -> bool:
    """Whether a name of at most `longest` words is a body's or a thing's only because the model labels it so."""
    return item.label in ("ORG", "PRODUCT", "NAME") and len(item.words) <= longest and item.weight == kinds.WEAK


def only_labelled(item: Ment) -> bool:
    """Whether a one-word name is a person's only because the model labels it so."""
    return item.label == "PERSON" and len(item.words) == 1 and not (item.honor or item.titles)
