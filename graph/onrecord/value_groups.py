"""Groups of model values that rules ask about, each defined once; groups of actor types are in `actor_kinds`."""

from __future__ import annotations

from typing import Final

from onrecord.model import Action, MentionForm, Modality, PassageKind, Spans, Statement

TEXT: Final[frozenset[PassageKind]] = frozenset({"headline", "body", "quote_block", "caption"})
"""Passages that are analysed; the others are page furniture around the article."""
OWN: Final[tuple[PassageKind, ...]] = ("body", "quote_block")
"""Passages in which an article itself speaks: a headline that names somebody proves nothing of the lines around it."""
RUNNING: Final[frozenset[PassageKind]] = TEXT - {"caption"}
"""Passages that form the running text."""

NAMES: Final[frozenset[MentionForm]] = frozenset({"name", "short"})
"""Forms of mentions that contain a name."""

OBLIGED: Final[frozenset[Modality]] = frozenset({"ordered", "demanded"})
"""Somebody else wants the action done."""
DECIDED: Final[frozenset[Modality]] = frozenset({"ordered", "planned"})
"""Whoever is in charge has decided on the action."""
AHEAD: Final[frozenset[Modality]] = OBLIGED | DECIDED | {"threatened"}
"""The action is in the future, if it happens."""
THOUGHT_OF: Final[frozenset[Modality]] = AHEAD | {"considered"}
"""The action is in the future and perhaps not even decided."""
SUPPOSED: Final[frozenset[Modality]] = frozenset({"possible", "conditional"})
"""The action is not asserted."""
CLAUSE_FRAMES: Final[frozenset[str]] = frozenset({"that", "post", "mid"})
"""Frames of a verb of saying whose content is a whole clause without quotation marks."""
FORMS: Final[tuple[MentionForm, ...]] = ("name", "short", "description", "pronoun")
"""Forms of a mention, those that name best first."""


ISSUED: Final = "issued"
"""The rule of statements that a release makes in its own voice; the letterhead names who speaks."""


def is_issued(rule: str) -> bool:
    """Whether a statement by `rule` is a sentence of a release, far from the words for its source."""
    return rule.startswith(f"{ISSUED}@")


def printed(statement: Statement) -> Spans:
    """The words that tell `statement` where it is printed: source, cue and content; of a release the content alone."""
    if is_issued(statement.rule):
        return statement.content
    return (*statement.source, *statement.cue, *statement.content)


def is_nominal(action: Action) -> bool:
    """Whether the deed is expressed by a noun ("the ban") without a light verb."""
    return action.rule.startswith("noun")
