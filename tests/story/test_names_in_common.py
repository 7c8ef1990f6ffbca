"""Articles that few actors bring to their story are brought to it by the words of names in them."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord.model import Analysis
from onrecord.resolve import resolve
from onrecord.story.names_in_common import words_of_names
from onrecord.story.storylines import group_articles
from resolution import actor, analysis


def telling(key: str, text: str, *names: str, published: str | None = None) -> Analysis:
    return analysis(
        key, text, *(actor(text, f"n{at}", name, "Company") for at, name in enumerate(names)), published=published
    )


STORY = (
    telling("a", "On Monday Veridane Foods and Birch Bank met at Halden, Roth said.", "Veridane Foods", "Birch Bank"),
    telling("b", "So did Veridane Foods and Birch Bank at Halden, said Roth.", "Veridane Foods", "Birch Bank"),
)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("We of the plant know what Veridane did, and Roth knows it.", True),
        ("We of the plant know Birch and Roth, and what Veridane did at Halden.", True),
        ("We of the plant know what was done, and Roth knows it.", False),
        ("On Monday we in Norway and Oslo and Paris read what Anna said, and Roth.", False),
    ],
)
def test_an_article_without_actors_belongs_to_the_story_whose_names_it_has(text: str, *, together: bool) -> None:
    late = telling("c", text)
    for order in permutations((*STORY, late)):
        assert group_articles(resolve(order)) == ([["a", "b", "c"]] if together else [["a", "b"], ["c"]])


def test_years_later_the_names_say_little() -> None:
    first = [telling(item.article.id, item.article.text, "Veridane Foods", "Birch Bank", published="2015-03-04")
             for item in STORY]  # fmt: skip
    late = telling("c", "We of the plant know what Veridane did, and Roth knows it.", published="2019-03-04")
    assert group_articles(resolve([*first, late])) == [["a", "b"], ["c"]]


def test_two_articles_alone_are_no_story_of_which_another_is_a_part() -> None:
    one = telling("a", "On Monday Veridane met Roth at Halden.")
    two = telling("b", "So did Veridane and Roth at Halden.")
    assert group_articles(resolve([one, two])) == [["a"], ["b"]]


def test_words_of_names_are_none_that_stand_in_articles_on_anything() -> None:
    text = (
        "They left. On Monday Anna Roth of Norway met Veridane's men in the Hall at Halden. "
        "So did ICAO in May, and then the Air Union (ATU)."
    )
    assert words_of_names(text) == {"Roth", "Veridane", "Halden", "ATU"}
