"""Basis of all figures: spans as sets of characters, their overlap, one-to-one matching, precision and recall."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]
"""One line of a gold file or of the analysis record, as parsed JSON."""
Rows = list[dict[str, Any]]
Figures = dict[str, float]
Chars = frozenset[int]
Label = Hashable

NOTHING: Chars = frozenset()


def parse_spans(value: Any) -> list[tuple[int, int]]:
    """Spans from ``[[start, end], …]``, ``[start, end]`` or ``[{"start": …, "end": …}, …]``; none from None."""
    if not value:
        return []
    if isinstance(value[0], int):
        return [(value[0], value[1])]
    return [(item["start"], item["end"]) if isinstance(item, dict) else (item[0], item[1]) for item in value]


def chars(value: Any, text: str) -> Chars:
    """The positions of the letters and digits that the spans `value` cover in `text`."""
    return frozenset(
        at for start, end in parse_spans(value) for at in range(start, min(end, len(text))) if text[at].isalnum()
    )


def dice(left: Chars, right: Chars) -> float:
    """Overlap of two sets of characters, from 0 to 1."""
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


def jaccard(left: Chars, right: Chars) -> float:
    """Shared characters over all characters, from 0 to 1."""
    return len(left & right) / max(1, len(left | right))


def same_phrase(found: Chars, wanted: Chars) -> bool:
    """Whether two spans are one phrase apart from modifiers: half the letters shared, or one inside the other."""
    if not found or not wanted:
        return False
    wider = wanted <= found and len(found) <= 3 * len(wanted)
    narrower = found <= wanted and len(wanted) <= 6 * len(found)
    return dice(found, wanted) >= 0.5 or wider or narrower


def matching(pairs: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Greedy one-to-one matching of (score, left, right), best score first; ties go to the smaller indices."""
    lefts: set[int] = set()
    rights: set[int] = set()
    found = []
    for _, left, right in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if left not in lefts and right not in rights:
            lefts.add(left)
            rights.add(right)
            found.append((left, right))
    return found


def harmonic(precision: float, recall: float) -> float:
    """F1 of precision and recall."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(part: float, whole: float) -> float:
    """`part` divided by `whole`; 0 if `whole` is 0."""
    return part / whole if whole else 0.0


def scores(name: str, right: int, found: int, wanted: int) -> Figures:
    """``name.precision``, ``name.recall`` and ``name.f1``."""
    precision, recall = share(right, found), share(right, wanted)
    return {f"{name}.precision": precision, f"{name}.recall": recall, f"{name}.f1": harmonic(precision, recall)}


def bcubed(name: str, gold: Mapping[Label, Label], found: Mapping[Label, Label]) -> Figures:
    """B-cubed (Bagga and Baldwin 1998) of two clusterings, item -> cluster, over the items of `gold`."""
    wanted_sets, found_sets = _clusters(gold), _clusters(found)
    precision = recall = 0.0
    for item in gold:
        wanted, got = wanted_sets[gold[item]], found_sets[found[item]]
        both = len(wanted & got)
        precision += both / len(got)
        recall += both / len(wanted)
    precision, recall = precision / (len(gold) or 1), recall / (len(gold) or 1)
    return {f"{name}.precision": precision, f"{name}.recall": recall, f"{name}.f1": harmonic(precision, recall)}


def _clusters(labels: Mapping[Label, Label]) -> dict[Label, set[Label]]:
    clusters: dict[Label, set[Label]] = defaultdict(set)
    for item, label in labels.items():
        clusters[label].add(item)
    return clusters
