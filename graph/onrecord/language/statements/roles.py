"""Which actors a statement's spans stand for, by the mentions on the Doc."""

from __future__ import annotations

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.statements.candidates import Candidate, Range


class People:
    """Looks up actors by token; everything is empty where no component marked mentions."""

    def __init__(self, doc: Doc) -> None:
        self._at = ann.mention_at(doc)

    def at(self, span: Range | None, head: int | None = None) -> str | None:
        """Actor of the longest mention inside `span` that holds `head` (any, where it is not given)."""
        if span is None:
            return None
        inside = [
            (high - low, -low, actor)
            for token in ([head] if head is not None else range(*span))
            for low, high, actor in self._at.get(token, [])
            if span[0] <= low and high <= span[1]
        ]
        return max(inside)[2] if inside else None

    def speakers(self, item: Candidate) -> list[str]:
        """Actors of the source."""
        found = [self.at(part, item.source_head) or self.at(part) for part in item.source]
        return list(dict.fromkeys(actor for actor in found if actor))

    def inside(self, content: list[Range]) -> list[str]:
        """Actors mentioned in the content, in text order."""
        named = [actor for low, high in content for token in range(low, high) for *_, actor in self._at.get(token, [])]
        return list(dict.fromkeys(named))
