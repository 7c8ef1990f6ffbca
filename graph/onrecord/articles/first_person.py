"""Whether a line is in the first person, as whoever is quoted by layout alone or issues a text speaks."""

from __future__ import annotations

import re

from onrecord.word_patterns import word_pattern

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def speaks(line: str) -> bool:
    """Whether a line is in the first person outside quotation marks."""
    return bool(word_pattern("speaks_of_itself").search(_QUOTED.sub("", line)))
