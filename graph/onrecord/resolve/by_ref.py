"""The reports of a run by their references, without a table of all of them in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import Ref
from onrecord.resolve.actions.reported import Reported


class ByRef(Mapping[Ref, Reported]):
    """Reports, which stand article by article, by their references."""

    def __init__(self, reports: Sequence[tuple[Ref, Reported]]) -> None:
        self._reports = reports
        self._first: dict[str, int] = {}

    def note(self, place: int, ref: Ref) -> None:
        """Note where the report `ref` stands."""
        self._first.setdefault(ref.article, place)

    def __getitem__(self, ref: Ref) -> Reported:
        """The report, if it was noted."""
        for place in range(self._first[ref.article], len(self._reports)):
            other, item = self._reports[place]
            if other == ref:
                return item
            if other.article != ref.article:
                break
        raise KeyError(ref)

    def __iter__(self) -> Iterator[Ref]:
        return (ref for ref, _ in self._reports)

    def __len__(self) -> int:
        return len(self._reports)
