"""The numbers by which the page refers to things."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model import Story


class Numbers:
    """Numbers of the story's things by IRI."""

    def __init__(self, story: Story) -> None:
        self.actors = {item.iri: number for number, item in enumerate(story.actors)}
        self.actions = {item.iri: number for number, item in enumerate(story.actions)}
        self.origins = {item.iri: item.label for item in story.origins}
        self.statements = {item.iri: number for number, item in enumerate(story.statements)}

    def of(self, iris: Iterable[str]) -> list[int]:
        """The numbers of those of `iris` that are actors."""
        return [self.actors[iri] for iri in iris if iri in self.actors]
