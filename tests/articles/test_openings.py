"""What opens a paragraph without being of its sentence: every entry of the lexicon finds its example."""

from __future__ import annotations

import pytest

from onrecord import resources
from onrecord.articles import openings

LEXICON = resources.toml("lexicons", "en", "openings.toml")


@pytest.mark.parametrize("item", LEXICON["opening"], ids=lambda item: str(item["id"]))
def test_every_entry_finds_its_example(item: dict[str, str]) -> None:
    line = item["example"]
    [entry] = [found for found in openings.known_openings() if found.id == item["id"]]
    match = entry.pattern.match(line)
    assert match is not None
    assert line[match.end() :].split()[0] in ("The", "An")
    assert item["source"]


@pytest.mark.parametrize(
    "line",
    [
        "The council met - Tom Bell did not.",
        "Marta Lund — the mayor — resigned.",
        "Marta Lund – The mayor – resigned.",
        "Lund – who sold it – left.",
        "NASA: The council met.",
        "He asked: What then?",
        "Leeds Steel sued Harbor Bank.",
    ],
)
def test_sentences_have_no_opening(line: str) -> None:
    assert openings.end(line, first=True) == 0
