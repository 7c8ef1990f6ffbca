"""Who issued a release: what it asserts is that body's own account, and a line on it says so."""

from __future__ import annotations

from onrecord.model import Statement
from onrecord.story.index import Index, once_an_index
from onrecord.value_groups import is_issued


@once_an_index
def issued(look: Index, article: str) -> Statement | None:
    """The first statement that an article makes in its own voice as a release; None if it is none."""
    return next((item for item in look.analyses[article].statements if is_issued(item.rule) and item.speakers), None)
