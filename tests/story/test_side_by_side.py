"""Accounts of one matter that may not agree: figures, ages, and what an article answers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from disputing import told
from onrecord.model import Analysis, Story, TimeExpression
from onrecord.resolve import resolve
from onrecord.story.meaning import with_meaning


def beside(*analyses: Analysis) -> list[tuple[str, list[str]]]:
    """The pairs, each with what it is called by and the sentences of both sides."""
    return pairs_of(with_meaning(resolve(analyses)))


def pairs_of(story: Story) -> list[tuple[str, list[str]]]:
    texts = {item.article.id: item.article.text for item in story.analyses}
    return [
        (item.label, [" ".join(texts[one.article][one.start : one.end] for one in side) for side in item.sides])
        for item in story.side_by_side
    ]


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        ("Sixty-three households live below the dam", "The list of the dam has 142 households", "households"),
        ("The mast is to stand 72 metres high on the moor", "They plan a 94-metre mast on the moor", "metres"),
        ("A ticket of the ferry was had for 200 florins in June",
         "No ticket of the ferry changed hands for under 1,500 florins in June", "florins"),
        ("A new paper is printed for 128,400 candidates", "The 96,000 young people did nothing wrong", "candidates"),
        ("Fish went by road from the port to Ost, 300 metres north", "The port of Ost lies 970 metres south", ""),
        ("The moor is 72 metres wide", "The lake is 94 metres deep", ""),  # nothing else is shared
        ("Some 60 households live below the dam", "The list of the dam has 62 households", ""),  # rounded
        ("Sixty-three households live below the dam", "Of the 142 households below the dam 63 are left", ""),
        ("Half of the 60 cottages by the dam are gone", "Nine cottages by the dam are gone", ""),
        ("Two Norland clerks by the dam fell ill", "Five Sudland clerks by the dam fell ill", ""),
        ("Nine cottages by the dam sank since May", "Four cottages by the dam sank since 1980", ""),
    ],
)  # fmt: skip
def test_amounts_of_one_thing_stand_side_by_side(one: str, two: str, label: str) -> None:
    found = beside(told("one", one), told("two", two))
    assert [item for item, _ in found] == ([label] if label else [])
    assert [item for item, _ in beside(told("one", two), told("two", one))] == ([label] if label else [])


@pytest.mark.parametrize(
    ("account", "reply", "side"),
    [
        ("No lorry entered the valley before the permit came",
         "The firm says that it kept out of the valley until it had the permit. It did not",
         "The firm says that it kept out of the valley until it had the permit It did not"),
        ("A floor of grey tiles is that of the binding room", "Much has been made of a tiled floor of grey",
         "Much has been made of a tiled floor of grey"),
        ("He wants the whole bridge file to go to experts",
         "The minister at no time suggested a bridge review by experts",
         "The minister at no time suggested a bridge review by experts"),
        ("The clerk left the archive for a school", "A porter gave a different picture of the clerk and the archive",
         "A porter gave a different picture of the clerk and the archive"),
    ],
)  # fmt: skip
def test_a_reply_stands_beside_what_it_answers(account: str, reply: str, side: str) -> None:
    (found,) = beside(told("one", account), told("two", reply))
    assert found[1] == [account, side]


def test_a_reply_answers_no_later_article() -> None:
    def on(key: str, sentence: str, day: str) -> Analysis:
        item = told(key, sentence)
        return replace(item, article=replace(item.article, published=day))

    reply = "Much has been made of a tiled floor of grey"
    account = "A floor of grey tiles is that of the binding room"
    assert beside(on("one", account, "2031-05-09"), on("two", reply, "2031-05-04")) == []
    assert len(beside(on("one", account, "2031-05-04"), on("two", reply, "2031-05-09"))) == 1


@pytest.mark.parametrize(("age", "day", "label"), [(27, 4, "year-old"), (24, 4, ""), (27, 5, "")])
def test_two_ages_of_somebody_on_one_day(age: int, day: int, label: str) -> None:
    def on(key: str, sentence: str, value: str) -> Analysis:
        item = told(key, sentence)
        start = item.article.text.index("Monday")
        time = TimeExpression(start=start, end=start + len("Monday"), type="DATE", value=value)
        return replace(item, dates=(time,))

    one = on("one", "A 24-year-old man was held in a flat on Monday", "2031-05-04")
    two = on("two", f"They stopped a {age}-year-old at the port on Monday", f"2031-05-0{day}")
    assert [item for item, _ in beside(one, two)] == ([label] if label else [])


def test_what_is_disputed_stands_nowhere_else() -> None:
    story = with_meaning(resolve([told("one", "Three mobile stands fell"), told("two", "Nine mobile stands fell")]))
    assert len(story.disagreements) == 1
    assert story.side_by_side == ()


def test_the_order_of_articles_does_not_matter() -> None:
    one, two = told("one", "Sixty-three households live below the dam"), told("two", "The dam has 142 households")
    assert beside(one, two) == beside(two, one) != []


def test_one_article_stands_beside_nothing() -> None:
    assert beside(told("one", "Sixty-three households live below the dam. The dam has 142 households")) == []
