"""Passages and quotations that articles have in common, and the origin of what stands in them."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.model import Analysis, Passage, Place, RelianceKind, Story, TimeExpression
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from onrecord.story.reuse import find_reuse
from resolution import action, actor, all_shown, analysis, span

COPIED = (
    "The footbridge over the Lenn sank by a hand's breadth during the night, and engineers have propped it up with"
    " timber since then."
)
"""Twenty-three words of some newspaper."""
ALSO = "Two ferries carry the pupils across for as long as that lasts."
OWN = "Norhaven was quiet when this reporter walked down to the quay."
OTHER = "A baker on Mill Street says that he has not sold so few rolls in years."


def report(key: str, *sentences: str, published: str | None = None, publisher: str | None = None) -> Analysis:
    return analysis(key, " ".join(sentences), published=published, publisher=publisher or f"Post {key}")


def told(*items: Analysis) -> Story:
    return on_record(all_shown(resolve(items)))


def reliances(*items: Analysis) -> list[tuple[str, str, RelianceKind]]:
    return [(item.article, item.on, item.kind) for item in told(*items).reliances]


def test_one_copied_sentence_shows_who_relies_on_whom() -> None:
    late = report("late", OWN, COPIED, OTHER, *[OTHER.replace("Mill", name) for name in ("High", "West", "East")],
                  published="2031-05-04")  # fmt: skip
    early = report("early", COPIED, ALSO, published="2031-05-03")
    (found,) = told(late, early).reliances
    assert (found.article, found.on, found.on_label, found.kind) == ("late", "early", "Post early", "passage")
    assert found.places == (Place("late", *span(late.article.text, COPIED)),)
    assert (found.exact, found.dated) == (True, True)
    assert found.share == round(23 / (11 + 23 + 4 * 16), 2) == 0.23


def test_a_changed_word_makes_no_difference_but_is_told() -> None:
    changed = COPIED.replace("propped", "shored").replace("night", "storm")
    (found,) = told(
        report("a", COPIED, OWN, published="2031-05-03"),
        report("b", *[OTHER] * 5, changed, published="2031-05-04"),
    ).reliances
    assert (found.kind, found.exact) == ("passage", False)


def test_a_long_stretch_of_a_sentence_is_a_passage_too() -> None:
    before = "Residents, who had been asking for repairs in vain since the spring before last, say that"
    longer = f"{before} {COPIED[:-1].lower()}"
    assert reliances(
        report("a", COPIED, published="2031-05-03"),
        report("b", *[OTHER] * 9, f"{longer}, while the mayor was away at a conference of mayors in the mountains.",
               published="2031-05-04"),
    ) == [("b", "a", "passage")]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry line declined to comment on the repairs on Monday.",
        "Norhaven Boats is a leading maker of small ferries and employs 300 people at two yards on the southern shore.",
        "About Norhaven Boats: the company was founded in 1911 and has built more than a hundred small ferries since.",
        "(Reporting by Una Lind in Norhaven and Ivo Berg in Lenn; additional writing by Ada Falk and all of the desk)",
        "For more information on this and on other bridges of the region please write to the office of the county.",
        "Joint Select Committee of the Lower House and Upper House on Bridges, Ferries, Roads and Harbours met.",
    ],
    ids=["short", "company", "founded", "agency", "information", "title"],
)
def test_what_everybody_prints_is_no_copy(sentence: str) -> None:
    early = report("a", OWN, sentence, published="2031-05-03")
    assert reliances(early, report("b", OTHER, sentence, published="2031-05-04")) == []


def test_a_quotation_in_both_is_no_copy_but_of_its_own_kind() -> None:
    quoted = "“I told them in the spring that the piers would not last another winter like that one,”"
    assert reliances(
        report("a", OWN, f"{quoted} Ada Falk said.", published="2031-05-03"),
        report("b", *[OTHER] * 3, f"{quoted} recalled Ada Falk, an engineer.", published="2031-05-04"),
    ) == [("b", "a", "quotation")]


def test_without_dates_the_names_decide_and_nothing_is_claimed() -> None:
    (found,) = told(report("a", *[OTHER] * 4, COPIED), report("b", *[OWN] * 5, COPIED)).reliances
    assert (found.article, found.on, found.dated) == ("b", "a", False)
    same_day = {"published": "2031-05-03"}
    (found,) = told(
        report("a", *[OTHER] * 4, COPIED, **same_day), report("b", *[OWN] * 5, COPIED, **same_day)
    ).reliances
    assert found.dated is False


def test_days_without_a_year_tell_which_was_first() -> None:
    def printed(key: str, day: str, *sentences: str) -> Analysis:
        made = report(key, day, *sentences)
        start, end = span(made.article.text, day)
        found = TimeExpression(start=start, end=end, type="DATE", value=None, partial=f"XXXX-05-0{day[0]}")
        byline, body = Passage(start=start, end=end, kind="byline"), len(made.article.text)
        return replace(made, dates=(found,), passages=(byline, Passage(start=end, end=body, kind="body")))

    late = printed("a", "4 May", OWN, COPIED, OTHER)
    (found,) = find_reuse([late, printed("b", "3 May", COPIED, ALSO)]).rows
    assert (found.article, found.other, found.is_dated) == ("a", "b", True)


def test_a_passage_is_laid_to_the_first_that_printed_it() -> None:
    found = reliances(
        report("c", *[OTHER] * 4, COPIED, published="2031-05-05"),
        report("b", *[OWN] * 5, COPIED, published="2031-05-04"),
        report("a", COPIED, published="2031-05-03"),
    )
    assert found == [("b", "a", "passage"), ("c", "a", "passage")]


def sinking(key: str, before: str, published: str) -> Analysis:
    text = f"{before} {COPIED} {before.replace('Norhaven', 'Lennport')}"
    return analysis(
        key,
        text,
        actor(text, "a1", "engineers", "Group", named=False),
        actor(text, "a2", "the Lenn", "Place"),
        action(text, "e1", "propped", lemma="prop", type="Act", agents=("a1",), agent_spans="engineers"),
        published=published,
    )


def test_reports_in_a_copied_passage_have_one_origin() -> None:
    story = told(
        sinking("a", OWN, "2031-05-03"), sinking("b", f"{OTHER} {OTHER} {OTHER}", "2031-05-04")
    )  # fmt: skip
    origins = [item for item in story.origins if {ref.article for ref in item.refs} == {"a", "b"}]
    assert [(item.kind, item.reason) for item in origins] == [
        ("article", "the articles have the passage in common"),
    ]  # fmt: skip


def test_what_a_copy_was_copied_from_is_the_origin() -> None:
    half = f"{COPIED} {ALSO}"
    items = (
        report("a", ALSO, OWN, ALSO.replace("pupils", "nurses of the harbour clinic"), published="2031-05-01"),
        report("b", *[OWN] * 6, half, published="2031-05-02"),
        report("c", *[OTHER] * 6, COPIED, published="2031-05-03"),
    )
    reuse = find_reuse(resolve(items).analyses)
    start, end = span(items[2].article.text, COPIED)
    assert reuse.origin(Place("c", start, end)).article == "b"
    assert reuse.origin(Place("c", 0, 5)).article == "c"


SENTENCES = (COPIED, ALSO, OWN, OTHER, COPIED.replace("timber", "steel"))


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5),
            st.sampled_from([None, "2031-05-01", "2031-05-02"]),
        ),
        min_size=2,
        max_size=4,
    )
)
def test_the_order_of_articles_never_matters(made: list[tuple[list[str], str | None]]) -> None:
    items = [report(f"n{number}", *told_, published=day) for number, (told_, day) in enumerate(made)]
    found = [
        {(row.article, row.other): row for row in find_reuse(order).rows} for order in list(permutations(items))[:6]
    ]
    assert all(one == found[0] for one in found)
    for (article, earlier), row in found[0].items():
        days = dict(zip([item.article.id for item in items], [day for _, day in made], strict=True))
        assert not row.passages or (days[earlier] or "9999", earlier) < (days[article] or "9999", article)


def test_a_short_sentence_with_a_changed_word_is_copied_with_the_one_before_it() -> None:
    first = "The footbridge over the Lenn sank by a hand's breadth during the night."
    late = report("late", OWN, first, "Its owner pays half of it.", OTHER, published="2031-05-04")
    early = report("early", first, "Its owner pays some of it.", published="2031-05-03")
    (found,) = told(late, early).reliances
    assert found.places == (
        Place("late", *span(late.article.text, first)),
        Place("late", *span(late.article.text, "Its owner pays half of it.")),
    )
