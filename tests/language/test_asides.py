"""Days of a side clause, which are not those of what a sentence tells."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.articles import jsonl
from onrecord.settings import DEFAULT_MODEL

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("The council closed the pier on 4 May.", False),
        ("Lund said on 4 May that the council had closed the pier.", False),
        ("Lund said that the council had closed the pier on 4 May.", False),
        ("The council closed a pier that had been opened on 4 May.", True),
        ("The pier, which was opened on 4 May, has been closed by the council.", True),
        ("They had failed to mend a boat sold on 4 May.", True),
        ("The council closed the pier after two boats had sunk on 4 May.", True),
        ("The council closed the pier when two boats sank on 4 May.", False),
        ("They read the files, which were sent on 18 May.", False),
        ("Lund, who was elected on 18 May, said that the pier is old.", True),
        ("Lund said that the men who had been elected on 4 May are ill.", False),
        ("They read the files, which were sent on 4 May.", True),
        ("The mayor, who was elected on 18 May, was cheered.", True),
        ("The board now calls for a vote on the pier that was closed on 4 May.", True),
        ("The bills, paid on 4 May, show that the town owns the pier.", False),
        ("It was the mayor who closed the pier on 4 May.", False),
        ("The council has a plan to close the pier on 4 May.", False),
    ],
)
def test_a_day_of_a_side_clause_is_one(text: str, aside: bool) -> None:
    article = jsonl.article_from_row({"id": "a", "text": text, "published": "2015-05-20"}, "a.jsonl")
    found = pipeline.analyse(article, pipeline.reader(DEFAULT_MODEL))
    assert [item.aside for item in found.dates] == [aside]
