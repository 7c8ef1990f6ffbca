"""Numbers that several articles agree on: of the same thing, from more than one origin, and in no dispute."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from disputing import told
from onrecord.model import Analysis, Passage
from onrecord.report.account import accounts
from onrecord.resolve import resolve
from onrecord.story.agreements import agreed
from onrecord.story.index import build_index
from onrecord.story.publication import on_record
from resolution import statement


def by(outlet: str, key: str, sentence: str) -> Analysis:
    found = told(key, sentence)
    body = (Passage(start=0, end=len(found.article.text), kind="body"),)
    return replace(found, article=replace(found.article, publisher=outlet), passages=body)


def numbers(*articles: Analysis) -> list[list[tuple[str, str]]]:
    story = on_record(resolve(articles))
    found = agreed(story, build_index(story), {item.article.id for item in articles})
    return [[(item.place.article, item.parts.printed) for item in group] for group in found]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Alder Net will have to pay a penalty of $40 million, its lawyers say.", True),
        ("Alder Net will have to pay a penalty of $41 million, its lawyers say.", False),
        ("Ministers spent $40 million upon roads.", False),
        ("Alder Net has raised its reserve from $40 million to a higher sum.", False),
        ("Alder Net has some $40 million to pay.", False),
    ],
)
def test_a_sum_is_agreed_if_another_article_gives_the_same_of_the_same(sentence: str, found: bool) -> None:
    one = by("Star", "one", "Norland fined Alder Net $40 million for the leak.")
    sums = [[("one", "$40 million"), ("two", "$40 million")]] if found else []
    assert numbers(one, by("Post", "two", sentence)) == sums


def test_two_articles_of_one_outlet_are_one_origin() -> None:
    one = by("Star", "one", "Norland fined Alder Net $40 million for the leak.")
    assert numbers(one, by("Star", "two", "Alder Net will have to pay a penalty of $40 million.")) == []


def test_a_headline_has_its_number_from_the_source_below_it() -> None:
    """What a firm says of itself stays its own word in the headline of whoever prints it."""

    def firm(outlet: str, key: str, sentence: str) -> Analysis:
        made = by(outlet, key, sentence)
        words = "it has to pay a penalty of $40 million"
        said = statement(made.article.text, "s1", words, cue="said", speakers=("n2",), recorded=True, mode="indirect")
        return replace(made, statements=(said,))

    told_ = "Alder Net said that it has to pay a penalty of $40 million."
    one = firm("Star", "one", f"A penalty of $40 million is to be paid by Alder Net. {told_}")
    assert numbers(one, firm("Post", "two", told_)) == []


def test_a_disputed_number_is_not_agreed() -> None:
    one = by("Star", "one", "A storm killed 12 people in Harbor Town.")
    two = by("Post", "two", "In all, 12 people were killed when a storm hit Harbor Town.")
    assert numbers(one, two) == [[("one", "12 people"), ("two", "12 people")]]
    assert numbers(one, two, by("Sun", "three", "A storm killed 19 people in Harbor Town.")) == []


def test_the_report_quotes_one_and_names_the_others() -> None:
    one = by("Star", "one", "Norland fined Alder Net $40 million for the leak.")
    two = by("Post", "two", "Alder Net will have to pay a penalty of $40 million, its lawyers say.")
    (account,) = accounts(on_record(resolve([one, two])))
    (line,) = [line for section in account.sections if section.heading == "Agreed" for line in section.lines]
    assert (line.lead, line.words, line.support) == (
        "Star",
        "“Norland fined Alder Net $40 million for the leak.”",
        "$40 million also in Post",
    )
    quotes = {source.number: source.quote for source in account.sources}
    assert [quotes[number] for number in line.evidence] == [
        "Norland fined Alder Net $40 million for the leak.",
        "Alder Net will have to pay a penalty of $40 million, its lawyers say.",
    ]
