"""Numbers that several articles agree on: of the same thing, from more than one origin, and in no dispute."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from disputing import told
from onrecord.model import Analysis, Passage
from onrecord.report.account import accounts
from onrecord.resolve import resolve
from onrecord.story.agreements import agreed, told_alike
from onrecord.story.index import build_index
from onrecord.story.publication import on_record
from resolution import actor, statement


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


def test_the_report_quotes_both_side_by_side() -> None:
    one = by("Star", "one", "Norland fined Alder Net $40 million for the leak.")
    two = by("Post", "two", "Alder Net will have to pay a penalty of $40 million, its lawyers say.")
    (account,) = accounts(on_record(resolve([one, two])))
    (row,) = [row for section in account.sections if section.heading == "Agreed" for row in section.rows]
    assert [(line.lead, line.words) for line in row] == [
        ("Star", "“Norland fined Alder Net $40 million for the leak.”"),
        ("Post", "“Alder Net will have to pay a penalty of $40 million, its lawyers say.”"),
    ]
    quotes = {source.number: source.quote for source in account.sources}
    assert [quotes[number].strip("“”") for line in row for number in line.evidence] == [
        "Norland fined Alder Net $40 million for the leak.",
        "Alder Net will have to pay a penalty of $40 million, its lawyers say.",
    ]


MORTARS = "In Harbor Town, Norland used mortars against the mill, and the roofs of three houses were destroyed."
FINS = "A reporter saw three houses of Harbor Town without roofs, and fins of mortars near the mill."
OTHERS = (
    "Rain fell all day on the long beach and the small fair.",
    "Schools open next month in spite of strikes by cooks.",
    "Trams were late again and many people walked home.",
    "Cooks want more pay and shorter days at all schools.",
    "A choir sang old songs at the fair until late.",
    "Many people swam off the beach although it was cold.",
)
"""Sentences without which every word would stand in much of the story."""


def pairs(first: str, second: str, outlet: str = "Post") -> list[tuple[str, str]]:
    one, two = by("Star", "one", " ".join((first, *OTHERS[:3]))), by(outlet, "two", " ".join((second, *OTHERS[3:])))
    story = on_record(resolve([one, two]))
    found = told_alike(story, build_index(story), {"one", "two"})
    texts = {item.article.id: item.article.text for item in (one, two)}
    return [tuple(texts[place.article][place.start : place.end] for place in pair) for pair in found]


def test_sentences_that_tell_the_same_in_other_words_agree() -> None:
    assert pairs(MORTARS, FINS) == [(MORTARS.rstrip("."), FINS.rstrip("."))]


@pytest.mark.parametrize(
    "second",
    [
        "A reporter saw no houses of Harbor Town without roofs, and never three fins of mortars near the mill.",
        "Alder Net had three cooks.",
        "Harbor Town sacked the keeper of three houses whose roofs mortars had hit near the mill.",
    ],
)
def test_what_denies_tells_little_or_tells_an_outcome_agrees_with_nothing(second: str) -> None:
    assert pairs(MORTARS, second) == []


def test_a_copy_does_not_agree() -> None:
    assert pairs(MORTARS, MORTARS) == []


def test_articles_that_have_it_from_one_agency_do_not_agree() -> None:
    def found(line: str, ending: str, *cited: str) -> int:
        one = by("Star", "one", " ".join((MORTARS, *OTHERS[:3], line)))
        end = len(one.article.text)
        spans = (Passage(0, end - len(line), "body"), Passage(end - len(line), end, "furniture"))
        two = by("Post", "two", f"{FINS.rstrip('.')}, {ending}. {' '.join(OTHERS[3:])}")
        text = two.article.text
        said = [
            statement(text, "s1", FINS.rstrip("."), cue="reported", source=name, speakers=("agency",), mode="indirect")
            for name in cited
        ]
        named = [actor(text, "agency", name, "Outlet") for name in cited]
        two = replace(two, actors=(*two.actors, *named), statements=(*two.statements, *said))
        story = on_record(resolve([replace(one, passages=spans), two]))
        return len([*told_alike(story, build_index(story), {"one", "two"})])

    assert found("By Ada Lund", "neighbours said") == 1
    assert found("AFP", "AFP reported", "AFP") == 0
    assert found("By Ada Lund", "AFP reported", "AFP") == 1
