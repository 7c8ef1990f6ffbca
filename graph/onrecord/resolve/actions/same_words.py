"""Whether the words of two reports name the same deed, each in the sense that fits to whom it was done."""

from __future__ import annotations

from functools import lru_cache

from onrecord.model import Feature
from onrecord.resolve import names
from onrecord.resolve.actions.event_words import events_of
from onrecord.resolve.actions.reported import Reported
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("actions")
_PAIRS = 1 << 16
"""Size of the cache for pairs of words: most pairs of reports use the same few words."""


def what(left: Reported, right: Reported) -> Feature:
    """Whether both words name the same deed. An unknown or very common word needs more evidence."""
    return _what(left.lemma, right.lemma, left.kind, right.kind, *_done_to(left, right))


def _done_to(left: Reported, right: Reported) -> tuple[str, str]:
    """To whom both deeds were done; what one word names in both may be either."""
    return (left.done_to, right.done_to) if left.patient_heads.isdisjoint(right.patient_heads) else ("", "")


@lru_cache(maxsize=_PAIRS)
def _what(  # noqa: PLR0913, PLR0917  # what the cache keeps it by
    left: str, right: str, left_kind: str | None, right_kind: str | None, left_to: str, right_to: str
) -> Feature:
    if left == right:
        if left in word_set("everyday_deed"):
            return Feature("what", _W["what.everyday"], f"both say {left!r}, as many do")
        return Feature("what", _W["what.kind" if left_kind or right_kind else "what.word"], f"both say {left!r}")
    if names.root(left) == names.root(right):
        return Feature("what", _W["what.noun"], f"{left!r} and {right!r} are one word as verb and noun")
    shared = events_of(left, to=left_to) & events_of(right, to=right_to)
    if shared:
        return Feature("what", _W["what.event"], f"{left!r} and {right!r} both tell of {_an(min(shared))}")
    if left_kind and left_kind == right_kind:
        return Feature("what", _W["what.same_kind"], f"{left!r} and {right!r} are of the kind {left_kind}")
    return Feature("what", _W["what.other"], f"{left!r} is not {right!r}")


def are_alike(left: Reported, right: Reported) -> bool:
    """Whether both words are the same, as verb or noun, or can report the same event."""
    return _alike(left.lemma, right.lemma, *_done_to(left, right))


@lru_cache(maxsize=_PAIRS)
def _alike(left: str, right: str, left_to: str, right_to: str) -> bool:
    if names.root(left) == names.root(right):
        return True
    return not events_of(left, to=left_to).isdisjoint(events_of(right, to=right_to))


def _an(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun.replace('_', ' ')}"
