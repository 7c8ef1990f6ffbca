"""What is read off the words around a number, and which figures of two articles exclude one another."""

from __future__ import annotations

import dataclasses
from itertools import combinations

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Story
from onrecord.story.figure_matching import Held, same_thing
from onrecord.story.figures import Figure, figures_by_article, figures_of, take_over_figures
from resolution import article, statement
from stories import BASE


def figures(sentence: str) -> list[Figure]:
    text = f"{sentence}."
    return list(figures_of(Analysis(article=article("one", text), sentences=((0, len(text)),))))


@pytest.mark.parametrize(
    ("sentence", "unit", "printed", "thing"),
    [
        ("The leak came to some 40 cubic metres of brine", "cubic metre", "some 40 cubic metres", "leak"),
        (
            "She put the discharge at no less than 90 cubic metres",
            "cubic metre",
            "no less than 90 cubic metres",
            "discharge",
        ),
        ("The club was given a fine of $3 million", "dollar", "$3 million", "fine"),
        ("They approved a £40m swimming pool", "pound", "£40m", "swimming pool"),
        ("The deal gives them raises totalling 19 per cent", "per cent", "19 per cent", "raises"),
        ("It makes 40 tonnes of rope a year", "tonne/year", "40 tonnes", "rope"),
        ("Each of the 31 families received 200 dollars", "dollar/each", "200 dollars", ""),
        ("The bill rose by EUR 30 million annually", "euro/annually", "EUR 30 million annually", "bill"),
        ("They signed a four-year contract", "year", "four-year", "contract"),
        ("The leak had been stopped and amounted to 40 litres", "litre", "40 litres", "leak"),
        ("About 620 dock workers walked off the job", "", "About 620 dock workers", "dock workers"),
        ("Twenty-three bodies were found", "", "Twenty-three bodies", "bodies"),
        ("A dozen boats sank", "", "A dozen boats", "boats"),
        ("Nine of the boats had been delivered", "", "Nine of the boats", "boats"),
        ("Half a million sheep and two goats died", "", "two goats", "goats"),
        ("The number of dead rose to 26", "", "26", ""),
        ("A fire killed 14", "", "14", ""),
        ("Seven died and 30 were hurt", "", "Seven", ""),
        ("The toll is thus eleven", "", "eleven", ""),
        ("Infections stood at 19", "", "19", "Infections"),
        ("It expects redundancies of up to 240", "", "up to 240", "redundancies"),
        ("Nobody was hurt", "", "Nobody", ""),
        ("No miner was killed", "", "No miner", "miner"),
        ("One person died", "", "One person", "person"),
        ("Nine of the crew drowned", "", "Nine of the crew", "of the crew"),
        ("Two thirds of the boats sank", "per cent", "Two thirds", "boats"),
        ("It won slightly more than a fifth of the votes", "per cent", "more than a fifth", "votes"),
        ("One in five houses burned", "per cent", "One in five", "houses"),
        ("Six of every ten houses burned", "per cent", "Six of every ten", "houses"),
        ("Two in three houses burned", "per cent", "Two in three", "houses"),
        ("The tunnel is six miles long", "mile", "six miles", "tunnel"),
        ("It paid 4 million florins for a fee of 9 million", "florin", "9 million", "fee"),
        ("Rioters smashed windows, and the bill is $4 million", "dollar", "$4 million", "bill"),
    ],
)
def test_what_a_figure_is_of(sentence, unit, printed, thing):
    found = [item for item in figures(sentence) if item.parts.printed == printed]
    assert [(item.parts.unit, item.parts.thing) for item in found] == [(unit, thing)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He lives at Gate 4",
        "They won 4-0",
        "It came in No. 10",
        "A 58-year-old left",
        "It holds two of them",
        "It began at 11:40",
        "It sold well in the second half of the year",
        "A quarter of an hour passed",
        "A third man was seen",
        "He lives at No",
        "It has no boats",
        "No finer seaman lives",
        "The sailors had at no time been told",
    ],
)
def test_what_is_no_figure(sentence):
    assert figures(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "value", "bounds"),
    [
        ("No more than 410 people came", 410, (float("-inf"), 410)),
        ("Upwards of 300 people came", 300, (300.0001, float("inf"))),
        ("A hundred and eighty people came", 180, (180, 180)),
        ("Some three dozen people came", 36, (32.4, 39.6)),
        ("Between 200 and 300 people came", 300, (200, 300)),
        ("Two million people came", 2_000_000, (2_000_000, 2_000_000)),
        ("Twenty-one people came", 21, (21, 21)),
        ("Exactly 40 people came", 40, (40, 40)),
        ("It seats 40 people at most", 40, (float("-inf"), 40)),
        ("It seats 40 people or more", 40, (40, float("inf"))),
        ("It seats 40 people or so", 40, (36, 44)),
        ("The toll exceeded 40", 40, (40.000001, float("inf"))),
        ("The toll will not exceed 40", 40, (float("-inf"), 40)),
    ],
)
def test_the_values_that_a_number_allows(sentence, value, bounds):
    (found,) = figures(sentence)
    assert found.value == value
    assert found.bounds == pytest.approx(bounds)


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("The club has 600 members", "The club has 620 members", False),
        ("The club has 600 members", "The club has 720 members", True),
        ("Nobody died", "Three people died", True),
        ("The tunnel is ten miles long", "The tunnel is 16 kilometres long", False),
        ("The tunnel is ten miles long", "The tunnel is 19 kilometres long", True),
        ("The strike lasted two weeks", "The strike lasted 14 days", False),
        ("The strike lasted two weeks", "The strike lasted four days", True),
        ("It cost 30 million florins", "It cost 33 million florins", False),
        ("It cost 30 million florins", "It cost 38 million florins", True),
        ("Up to 240 people will be dismissed", "Up to 60 people will be dismissed", True),
        ("Up to 70 people will be dismissed", "Up to 60 people will be dismissed", False),
        ("About 620 people came", "No more than 410 people came", True),
        ("About 620 people came", "No more than 600 people came", False),
        ("Two of the patients died", "Nine patients died", False),
        ("Nine of the patients died", "Two patients died", True),
        ("The bill came to $2.1 million", "The bill came to $2 million", False),
        ("The bill came to $2.1 million", "The bill came to $2.4 million", True),
        ("Some 40 jobs would go in Norby alone", "Some 90 jobs would go", False),
        ("Some 90 jobs would go in Norby alone", "Some 40 jobs would go", True),
    ],
)
def test_figures_that_exclude_one_another(one, two, differ):
    (first,), (second,) = figures(one), figures(two)
    assert first.excludes(second) is second.excludes(first) is differ


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("About 620 dockers walked off the job", "No more than 410 people joined the walkout", True),
        ("Police detained 34 demonstrators", "More than 80 people were taken into custody", True),
        ("The blaze destroyed 60 homes", "More than 120 houses were lost to the flames", True),
        ("The firm will shed 900 jobs", "The firm said that 1,500 employees would be laid off", True),
        ("It paid a ransom of $4 million", "The ransom amounted to $1.5 million", True),
        ("Twelve soldiers were hurt", "Forty people were injured", False),
        ("Two children were killed", "Three women were killed", False),
        ("The first explosion killed four people", "The second explosion killed nine people", False),
        ("Police detained 34 demonstrators", "Some 2,000 demonstrators marched", False),
        ("The tunnel cost 90 million euros", "The bridge cost 140 million euros", False),
        ("It makes $4 million a year", "It makes $9 million a day", False),
        ("Two years ago a slide killed 51 people", "A slide killed 12 people", False),
        ("The boat carried 87 passengers and a crew of six", "The boat had 120 people aboard", True),
        ("The boat carried 87 passengers and a crew of six", "The boat had 93 people aboard", False),
        ("Two men and three women were killed", "Nine people were killed", True),
        ("Two men and three women were killed", "Five people were killed", False),
        ("Four people were killed and 61 hurt", "More than 15 people were killed", True),
        ("Four people were killed and 61 hurt", "Some 60 people were hurt", False),
        ("Nine soldiers were killed", "No fewer than 25 of the enemy died", True),
        ("The army lost 12 men", "No fewer than 25 rebels lost their lives", False),
        ("Nine babies were infected", "Fourteen newborns fell ill", True),
        ("It expects redundancies of up to 240", "Job losses will not exceed 60", True),
        ("Damage is put at 4 million florins", "Shops were wrecked, with a bill of nine million florins", True),
        ("About 54 per cent of drivers support it", "Four in ten drivers support it", True),
        ("About 54 per cent of drivers support it", "Four in ten bakers support it", False),
        ("It does 90 kilometres an hour on the line", "It runs at 70 kilometres an hour on the line", False),
        ("A court banned Ida Falk for five years", "Falk is angry about Falk's two-year ban", True),
        ("A court banned Ida Falk for five years", "The fans say Lind got a two-year ban", False),
        ("The mill has 30 days to clear the pond", "It has 60 days in which to clear the pond", True),
        ("The mill has 30 days to clear the pond", "It has 60 days in which to sell the mill", False),
        ("There were 30 clerks inside the hall", "More than 70 people were in the hall", True),
        ("There were 30 clerks inside the hall", "The hall was built by 70 people", False),
        ("It was held up over 4 million florins", "Shops were wrecked, with a bill of nine million florins", False),
    ],
)
def test_figures_of_one_thing(one, two, differ):
    assert (
        any(
            same_thing(held(first, "one"), held(second, "two")) and first.excludes(second)
            for first in figures(one)
            for second in figures(two)
        )
        is differ
    )


def test_what_alone_is_measured_in_a_rare_unit_is_one_thing():
    (one,), (two,) = figures("The well held 6 milligrams of lead per litre"), figures("It was 0.6 mg per litre")
    assert not same_thing(held(one, "one"), held(two, "two"))
    assert same_thing(
        dataclasses.replace(held(one, "one"), rare=True), dataclasses.replace(held(two, "two"), rare=True)
    )


@pytest.mark.parametrize(
    ("text", "differ"),
    [
        ("Marshals put the crowd at 6,000. Police estimated that 1,800 had come.", True),
        ("Marshals put the crowd at 6,000. Police spoke of 1,800.", True),
        ("Marshals put the crowd at 6,000. Police said 1,800.", True),
        ("Nine people died, according to the coast guard. The navy put the toll at 14.", True),
        ("The owner put the damage at $5 million; the insurer said it was $2 million.", True),
        ("The union said 90 per cent had walked out. The firm put the figure at 40 per cent.", True),
        ("The clerk says the bribe came to $2 million; her boss believes that no less than $3 million was paid.", True),
        ("Police first put the crowd at 6,000. Marshals estimated that 1,800 had come.", False),
        ("Police put the crowd at 6,000. Police estimated that 1,800 had come.", False),
        ("Police put the crowd at 6,000. The hall holds 1,800.", False),
        ("Six thousand people came. A total of 1,800 came.", False),
    ],
)
def test_two_who_give_two_numbers_in_one_article(text, differ):
    ends = [at + 1 for at, letter in enumerate(text) if letter == "."]
    sentences = tuple(zip([0, *(end + 1 for end in ends)], ends, strict=False))
    found = list(figures_of(Analysis(article=article("one", text), sentences=sentences)))
    pairs = [(held(one, "one"), held(two, "one")) for one, two in combinations(found, 2)]
    assert any(same_thing(one, two) and one.figure.excludes(two.figure) for one, two in pairs) is differ


def held(figure: Figure, article: str) -> Held:
    """A figure of an article of its own that names nobody."""
    placed = dataclasses.replace(figure, place=replace(figure.place, article=article))
    return Held(placed, frozenset(), "", "", "", frozenset(), rare=False)


def test_figures_are_read_once_and_are_by_whom_the_statements_on_record_have_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Nine boats sank, the clerk said. Ten boats sank."
    said = statement(text, "s1", "Nine boats sank", source="the clerk", cue="said", speakers=("a1",))
    read = Analysis(article=article("one", text), sentences=((0, 32), (33, len(text))), statements=(said,))
    whole = Story(base=BASE, analyses=(read,))
    fewer = replace(whole, analyses=(replace(read, statements=()),))
    assert [figure.sources for figure in figures_by_article(whole)["one"]] == [("a1",), ()]
    anew = [dataclasses.replace(figure, sources=()) for figure in figures_by_article(whole)["one"]]
    monkeypatch.setattr("onrecord.story.figures.figures_of", None)
    take_over_figures(fewer, whole)
    assert list(figures_by_article(fewer)["one"]) == anew
    labelled = replace(whole, courses=())
    take_over_figures(labelled, whole)
    assert figures_by_article(labelled) is figures_by_article(whole)
