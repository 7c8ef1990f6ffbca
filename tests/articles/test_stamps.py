"""The date that a page prints between headline and article, in a text whose lines were joined."""

from __future__ import annotations

import pytest

from onrecord.articles.jsonl import article_from_row
from onrecord.articles.layout import passages
from onrecord.articles.stamps import stamp

BODY = "The council of Fowey said on Friday that the harbour wall would be mended."
TITLE = "Fowey mends its wall"


@pytest.mark.parametrize(
    "printed",
    [
        "March 4, 2014",
        "Updated: March 4, 2014 17:13 GMT",
        "Published on: Tue, 4 Mar 2014 at 08:33 IST",
        "Last updated on: March 4, 2014 20:17",
        "Posted Mar 4, 2014 3:28:41 PM GMT+01:00",
        "9:47 P.M. MAR. 4, 2014",
        "16:38 Tue Mar 4 2014",
        "4 March 2014 Last updated at 13:57 GMT",
        "Posted: Mar 4, 2014 10:39 PM CET Updated: Mar 5, 2014 9:01 AM CET",
        "MARCH 4, 2014 | 08:06AM PT",
    ],
)
@pytest.mark.parametrize("title", [TITLE, ""])
def test_a_stamp_is_a_passage_and_the_day_of_the_article(title: str, printed: str) -> None:
    text = f"{title} {printed} {BODY}".strip()
    found = article_from_row({"id": "a", "text": text}, "a.jsonl")
    assert (found.published, found.published_basis) == ("2014-03-04", "text")
    kinds = [(item.kind, text[item.start : item.end]) for item in passages(found)]
    assert kinds == [*([("headline", title)] if title else []), ("byline", printed), ("body", BODY)]


@pytest.mark.parametrize(
    "line",
    [
        "The council met on March 4, 2014 Fowey time, and left.",
        "On March 4, 2014 Fowey mended its wall.",
        "The wall fell on March 4, 2014, and was mended.",
        "The March 4, 2014 Fowey flood broke the wall.",
        "Fowey met in March 2014 Published reports say.",
        "The mayor resigned March 4, 2014.",
        "Mayor Ann Poe (born March 4, 2014 Fowey) resigned.",
        f"{BODY * 3} March 4, 2014 {BODY}",
    ],
)
def test_a_date_of_a_sentence_is_no_stamp(line: str) -> None:
    assert stamp(line) is None
