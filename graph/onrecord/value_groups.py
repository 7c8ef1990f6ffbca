"""Values of the model in the groups that rules ask for, each named here once; kinds of actors are in `actor_kinds`."""

from __future__ import annotations

from typing import Final

from onrecord.model import MentionForm, Modality, PassageKind

TEXT: Final[frozenset[PassageKind]] = frozenset({"headline", "body", "quote_block", "caption"})
"""Passages that are read; the rest stands around an article."""
RUNNING: Final[frozenset[PassageKind]] = TEXT - {"caption"}
"""Passages that are read one after the other, as one text."""

NAMES: Final[frozenset[MentionForm]] = frozenset({"name", "short"})
"""Forms of mentions that hold a name."""

OBLIGED: Final[frozenset[Modality]] = frozenset({"ordered", "demanded"})
"""Somebody else wants it done."""
DECIDED: Final[frozenset[Modality]] = frozenset({"ordered", "planned"})
"""Whoever can decide it has."""
AHEAD: Final[frozenset[Modality]] = OBLIGED | DECIDED | {"threatened"}
"""Still to come, if it comes."""
THOUGHT_OF: Final[frozenset[Modality]] = AHEAD | {"considered"}
"""Still to come, if it is decided at all."""
SUPPOSED: Final[frozenset[Modality]] = frozenset({"possible", "conditional"})
"""Not said to be so."""
