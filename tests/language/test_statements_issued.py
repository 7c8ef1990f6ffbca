"""What a release asserts is on record as its issuer's statement; its deeds stay in the voice of the text."""

from __future__ import annotations

import pytest

from onrecord.articles import jsonl
from onrecord.model import Analysis
from onrecord.pipeline import analyse, reader
from onrecord.settings import DEFAULT_MODEL
from onrecord.story.quote_marks import quoted_spans

pytestmark = pytest.mark.model
DEFENCE = """HALDEN QUAY WORKS LTD.
Registered office: 4 Quay Road, Lowmere

STATEMENT FOR THE PRESS
14 October 2021

Our thoughts are with the families of those who were hurt.

Certain things said in the media are wrong and the company has to reply to them.

1. There were 14 people on the quay when the wall fell.

2. No gate was locked. The east gate was open and was used by several of our divers.

3. At no time did the harbour master ask the company to close the quay.

"We will answer every question," said Ada Renner, the managing director, on Thursday.

No further statement will be made."""

FINDINGS = """Harbour Safety Commission

PRESS RELEASE No. 17 of 2021
14 October 2021

Determination on the east quay of Lowmere

The Commission found that:

(a) Quay Works left the wall of the east quay without any inspection for nine years;
(b) two cracks were known to the owners in May 2019;
(c) the gate was locked from the outside.

Quay Works was heard on 7 May 2021. The Commission fined it 40,000 crowns.

The Commission inspected the quay in June, and the Commission will inspect it again. The Commission expects the owners \
to pay by May."""


def analysed(text: str) -> Analysis:
    article = jsonl.make("a", text, "a.txt", {})
    return analyse(article, reader(DEFAULT_MODEL))


def issued(found: Analysis) -> dict[str, str]:
    """The words of the statements of a release, each with its stance."""
    return {
        found.article.text[item.content[0][0] : item.content[-1][1]]: item.stance
        for item in found.statements
        if item.rule.startswith("issued@")
    }


@pytest.fixture(scope="module")
def defence() -> Analysis:
    return analysed(DEFENCE)


def test_the_points_of_a_statement_are_the_issuers(defence: Analysis) -> None:
    told = issued(defence)
    assert told["There were 14 people on the quay when the wall fell."] == "neutral"
    assert told["No gate was locked. The east gate was open and was used by several of our divers."] == "denial"
    assert told["At no time did the harbour master ask the company to close the quay."] == "denial"


def test_courtesy_notices_and_quotations_are_not(defence: Analysis) -> None:
    told = " ".join(issued(defence))
    assert "thoughts" not in told
    assert "every question" not in told
    assert "further statement" not in told


def test_the_letterhead_names_who_speaks(defence: Analysis) -> None:
    names = {actor.id: actor.name for actor in defence.actors}
    said = [item for item in defence.statements if item.rule.startswith("issued@")]
    assert {names[key] for item in said for key in item.speakers} == {"HALDEN QUAY WORKS LTD."}
    assert {item.mode for item in said} == {"direct"}


def test_nobody_asked_what_at_no_time_was_asked(defence: Analysis) -> None:
    asked = [item for item in defence.statements if ":ask" in item.rule]
    assert [item.recorded for item in asked] == [False] * len(asked)


def test_the_deeds_of_a_release_are_asserted_by_its_text(defence: Analysis) -> None:
    said = {item.id for item in defence.statements if item.rule.startswith("issued@")}
    assert said
    assert said.isdisjoint(item.within for item in defence.actions if item.within)
    points = [item.content[0] for item in defence.statements if item.id in said]
    assert all(not (start < high and low < end) for start, end in quoted_spans(defence) for low, high in points)


def test_all_that_a_body_found_is_in_its_finding() -> None:
    found = analysed(FINDINGS)
    names = {actor.id: actor.name for actor in found.actors}
    (said,) = [item for item in found.statements if item.rule.endswith(":find")]
    words = found.article.text[said.content[0][0] : said.content[-1][1]]
    assert "nine years" in words
    assert "locked from the outside" in words
    assert [names[key] for key in said.speakers] == ["Harbour Safety Commission"]
    assert any("7 May 2021" in words for words in issued(found))


def test_an_article_of_an_outlet_issues_nothing() -> None:
    text = DEFENCE.replace("HALDEN QUAY WORKS LTD.", "The Halden Gazette").replace("STATEMENT FOR THE PRESS", "HARBOUR")
    assert issued(analysed(text)) == {}


REPLY = """PRESS RELEASE

Halden Harbour Trust: update on the east quay

Halden, 14 October 2021

On safety. Sixty-three people work on the quay every day. All the ladders were checked in May. We are happy to report \
that there was no damage of any kind.

On the cause. An inspection by divers has been completed. It shows that 40 metres of the wall had given way. Two had \
been mended before.

Ada Renner, director: “The quay is older than all of us. It will outlive us too.”

We have two requests:

That the council publish its own report on the wall.

We are not. Jane Roe told the council that the wall would fall. But the quay must be mended before the winter comes.

That the port stay shut until the end of May.

Requests from the press may be sent to the office in Lowmere."""


def test_a_release_speaks_for_its_issuer_in_every_sentence_that_asserts() -> None:
    told = " ".join(issued(analysed(REPLY)))
    for words in ("Sixty-three people", "All the ladders", "no damage", "It shows that 40 metres"):
        assert words in told
    for words in ("On safety", "older than", "We are not", "But the quay", "That the council", "Requests"):
        assert words not in told
