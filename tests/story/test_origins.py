"""Origins of accounts and reliance between articles."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.model import Analysis, Story
from onrecord.resolve import resolve
from onrecord.settings import DEFAULT_MODEL
from onrecord.story.publication import on_record
from resolution import action, actor, analysis, article, statement

LONG = "The Telecom Board banned the Blimp service in all of Norland on Monday for reasons of security and order."


def bans(key: str, text: str, *, published: str | None = None) -> Analysis:
    return Analysis(
        article=article(key, text, published=published),
        actors=(actor(text, "a1", "The Telecom Board", "RegulatoryAgency"), actor(text, "a2", "Blimp", "Product")),
        actions=(action(text, "e1", "banned", lemma="ban", type="Ban", agents=("a1",), patients=("a2",)),),
    )


def quotes(key: str, text: str) -> Analysis:
    return Analysis(
        article=article(key, text),
        actors=(actor(text, "a1", "Ann Poe", "Person"), actor(text, "a2", "the Daily Star", "Outlet")),
        statements=(
            statement(text, "s1", "“We go to Norport, come what may”", cue="told", speakers=("a1",), addressee="a2"),
        ),
    )


def told(*items: Analysis) -> Story:
    return on_record(resolve(items))


def test_a_copy_is_no_second_origin():
    story = told(bans("one", LONG, published="2020-01-01"), bans("two", f"{LONG} More.", published="2020-01-02"))
    (ban,) = story.actions
    assert (len(ban.refs), len(ban.origins)) == (2, 1)
    (copy,) = story.reliances
    assert (copy.article, copy.on, copy.kind) == ("two", "one", "copy")
    assert copy.share > 0.9


def test_articles_in_their_own_words_are_two_origins():
    story = told(
        bans("one", "The Telecom Board banned Blimp."), bans("two", "The Telecom Board banned Blimp, at last.")
    )
    assert {len(item.origins) for item in story.actions if len(item.refs) == 2} == {2}
    assert story.reliances == ()


@pytest.mark.parametrize(("second", "origins"), [("the port authority", 1), ("a port official", 2)])
def test_a_sentence_of_another_article_has_its_source_from_there(second: str, origins: int) -> None:
    words = "The Telecom Board banned the Blimp service in all of Norland for reasons of security and public order"

    def says(key: str, source: str, *, named: bool, published: str) -> Analysis:
        text = f"{words}, {source} said."
        return Analysis(
            article=article(key, text, published=published),
            actors=(actor(text, "a1", source, "RegulatoryAgency", named=named),),
            statements=(statement(text, "s1", words, cue="said", source=source, speakers=("a1",), mode="indirect"),),
            sentences=((0, len(text)),),
        )

    story = told(
        says("one", "the port authority", named=True, published="2020-01-01"),
        says("two", second, named=False, published="2020-01-02"),
    )
    assert len({iri for item in story.statements for iri in item.origins}) == origins


def test_one_speaker_in_two_articles_is_one_origin():
    words = "“We go to Norport, come what may” Ann Poe told the Daily Star."
    story = told(quotes("one", words), quotes("two", f"It is over. {words}"))
    (said,) = story.statements
    assert len(said.refs) == 2
    (origin,) = [item for item in story.origins if item.iri in said.origins]
    assert (origin.kind, origin.label) == ("named_source", "Ann Poe")
    assert {(item.article, item.on_label, item.kind) for item in story.reliances if item.kind == "told"} == {
        ("one", "the Daily Star", "told"), ("two", "the Daily Star", "told"),
    }  # fmt: skip


def test_a_credit_line_names_an_outlet():
    text = "The Telecom Board banned Blimp.\n\nVia: Harbor Wire\n"
    assert [(item.kind, item.on_label) for item in told(bans("one", text)).reliances] == [("credit", "Harbor Wire")]


def test_a_denial_is_no_origin_of_the_claim():
    def said(key: str, polarity: str) -> Analysis:
        text = "Ada Falk sold the mill of Norport to Ivo Berg, Una Lind said."
        people = [actor(text, f"a{at}", name, "Person") for at, name in enumerate(("Ada Falk", "Ivo Berg", "Una Lind"))]
        content = statement(text, "s1", "Ada Falk sold the mill of Norport to Ivo Berg", source="Una Lind", cue="said",
                            speakers=("a2",), mode="indirect")  # fmt: skip
        sold = action(text, "e1", "sold", type="Sell", lemma="sell", agents=("a0",), agent_spans="Ada Falk",
                      patients=("a1",), patient_spans="Ivo Berg", within="s1", polarity=polarity)  # fmt: skip
        return analysis(key, text, *people, content, sold)

    story = on_record(resolve([said("a", "positive"), said("b", "negative")]))
    (sale,) = [item for item in story.actions if item.type == "Sell"]
    assert {ref.article for ref in sale.refs} == {"a", "b"}
    assert {ref.article for ref in sale.support} == {"a"}


def by_body(key: str, published: str, publisher: str) -> Analysis:
    text = "Harbor Trust said that the pier is safe."
    return Analysis(
        article=article(key, text, published=published, publisher=publisher),
        actors=(actor(text, "a1", "Harbor Trust", "Company"),),
        statements=(
            statement(
                text, "s1", "that the pier is safe", mode="indirect", source="Harbor Trust", cue="said",
                speakers=("a1",), confidence=0.9,
            ),
        ),
    )  # fmt: skip


def test_nobody_rests_on_a_release_that_comes_later():
    release = by_body("release", "2020-01-03", "Harbor Trust")
    for day, rests in (("2020-01-02", False), ("2020-01-04", True)):
        found = told(release, by_body("one", day, "Fjord Post")).reliances
        on = [item.on_label for item in found if item.article == "one" and item.kind == "told"]
        assert on == (["Harbor Trust"] if rests else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He told the Fowey Post that the bank was shut.", True),
        ("A report in the Fowey Post said so.", True),
        ("The Fowey Post building burnt down.", False),
    ],
)
def test_an_outlet_of_another_article_is_named_where_it_told_something(text: str, found: bool) -> None:
    first = analysis("one", "Rain fell.", published="2024-05-04", publisher="The Fowey Post")
    second = analysis("two", f"Snow fell. {text}", published="2024-05-05", publisher="The Sun")
    early = analysis("two", f"Snow fell. {text}", published="2024-05-03", publisher="The Sun")
    labels = [(item.article, item.on_label, item.kind) for item in told(first, second).reliances]
    assert labels == ([("two", "The Fowey Post", "told")] if found else [])
    assert told(first, early).reliances == ()


def test_an_office_and_the_own_outlet_are_no_outlets_that_were_told() -> None:
    def telling(text: str, name: str) -> tuple[str, ...]:
        made = analysis(
            "one", text, actor(text, "a", name, "Outlet"),
            statement(text, "s1", "the bank was shut", source="Ada Lund", cue="told", addressee="a", recorded=True),
        )  # fmt: skip
        return tuple(item.on_label for item in told(made).reliances)

    assert telling("Ada Lund told the Fowey Post the bank was shut.", "Fowey Post") == ("Fowey Post",)
    assert telling("Ada Lund told the Listing Department the bank was shut.", "Listing Department") == ()
    text = "The Champion understands that Ada Lund told Champion the bank was shut."
    assert telling(text, "Champion") == ()


def test_an_article_that_names_the_other_tells_which_was_first() -> None:
    def copies(credit: str) -> dict[tuple[str, str], bool]:
        first = analysis("one", LONG, published="2024-05-04", publisher="The Fowey Post")
        second = analysis("two", f"{LONG} {credit}", published="2024-05-04", publisher="The Sun")
        found = told(first, second).reliances
        return {(item.article, item.on): item.dated for item in found if item.kind in ("copy", "passage")}

    assert copies("Rain fell.") == {("two", "one"): False}
    assert copies("This article first appeared in the Fowey Post.") == {("two", "one"): True}


@pytest.mark.model
def test_a_report_on_the_other_side_of_a_dispute_supports_nothing():
    texts = {
        "one": "Twenty-two workers were injured in the leak at Alder Foods on Monday, a nurse of Fowey Hospital said.",
        "two": "Sixteen workers, not 22, were injured in the leak at Alder Foods on Monday, Fowey Hospital said.",
        "three": "Twenty-two workers were injured in the leak at Alder Foods on Monday, the mayor of Fowey said.",
    }
    nlp = pipeline.reader(DEFAULT_MODEL)

    def supporting(*keys: str) -> list[list[str]]:
        items = (pipeline.analyse(article(key, texts[key]), nlp) for key in keys)
        return [
            sorted(ref.article for ref in one.support) for one in pipeline.published(pipeline.resolve(items)).actions
        ]

    assert supporting("one", "three") == [["one", "three"]]
    assert supporting("one", "two") == [["one"]]
