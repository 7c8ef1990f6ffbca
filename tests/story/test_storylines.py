"""Which articles tell one story."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord.model import Analysis, Story
from onrecord.resolve import resolve
from onrecord.story.storylines import LIKE, group_articles, likeness
from resolution import actor, analysis


def naming(key: str, *names: str, published: str | None = None) -> Analysis:
    """An article that names some firms and does nothing else."""
    text = f"{key}: {', '.join(f'{name} met' for name in names)}."
    return analysis(
        key, text, *(actor(text, f"n{at}", name, "Company") for at, name in enumerate(names)), published=published
    )


def groups(*analyses: Analysis) -> list[list[str]]:
    return group_articles(resolve(analyses))


def test_articles_that_name_the_same_tell_one_story() -> None:
    assert groups(
        naming("a", "Alder Foods", "Birch Bank", "Cedar Air"),
        naming("b", "Birch Bank", "Cedar Air", "Alder Foods"),
        naming("c", "Delta Steel", "Elm Motors"),
    ) == [["a", "b"], ["c"]]


KINDS = ("Bank", "Union", "Hospital", "Museum", "Motors", "Steel", "Radio", "College")
WORDS = ("Alder", "Birch", "Cedar", "Delta", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Kelp", "Larch")


def test_one_name_in_common_does_not_make_a_story_of_two_articles() -> None:
    one, two = ([f"{word} {kind}" for word in WORDS[:6]] for kind in ("Foods", "Bank"))
    assert groups(naming("a", "Mayfield Rail", *one), naming("b", "Mayfield Rail", *two)) == [["a"], ["b"]]


@pytest.mark.parametrize(("person", "together"), [("Ada Falk", True), ("Falk", False)])
def test_a_person_known_by_name_in_common_makes_a_story_of_two_articles(person: str, together: bool) -> None:
    """Somebody known by surname alone may be anybody."""

    def telling(key: str, name: str) -> Analysis:
        firms = [f"{WORDS[at]} Foods" for at in range("ab".index(key), 12, 2)]
        text = f"{key}: {name} and {' and '.join(firms)} met."
        named = [actor(text, f"n{at}", firm, "Company") for at, firm in enumerate(firms)]
        return analysis(key, text, actor(text, "p", name, "Person"), *named)

    found = groups(telling("a", person), telling("b", "Falk"))
    assert found == ([["a", "b"]] if together else [["a"], ["b"]])


def test_an_article_that_shares_a_little_with_each_article_of_a_story_belongs_to_it() -> None:
    """It names two firms of each, others every time."""
    firms, shared = [f"{word} Foods" for word in WORDS], [f"Mayfield {kind}" for kind in KINDS]
    made = [
        naming(key, *shared, *firms[at : at + 2], *(f"{WORDS[at]} {kind}" for kind in KINDS))
        for key, at in zip("bcdefg", range(0, 12, 2), strict=True)
    ]
    story = resolve([naming("a", *firms, *(f"{word} Air" for word in WORDS)), *made])
    assert max(value for pair, value in likeness(story).items() if "a" in pair) < LIKE
    assert group_articles(story) == [list("abcdefg")]


def test_what_all_articles_of_a_small_collection_name_makes_one_story_of_them() -> None:
    """Each names much that no other does: a lawyer, a street, an expert."""
    made = [
        naming(key, "Mayfield Rail", "Norby Port", *(f"{WORDS[at]} {kind}" for kind in ("Foods", "Bank", "Union")))
        for at, key in enumerate("abcdef")
    ]
    assert groups(*made) == [list("abcdef")]


def test_a_chain_of_articles_is_not_one_story() -> None:
    """Each shares a name with the next, the first nothing with the last."""
    names = [f"{word} Works" for word in ("Alder", "Birch", "Cedar", "Delta", "Elm", "Fir", "Gorse", "Hazel", "Ivy")]
    chain = [naming(key, *names[at : at + 2]) for at, key in enumerate("abcdefgh")]
    found = groups(*chain)
    assert max(len(item) for item in found) <= len(chain) / 2
    assert sorted(key for item in found for key in item) == list("abcdefgh")


@pytest.mark.parametrize(
    ("published", "count"),
    [(None, 1), ("2021-03-09", 1), ("2021-06", 1), ("2023-03-03", 2)],
    ids=["no date", "a week later", "only a month", "two years later"],
)
def test_the_same_firms_years_later_are_in_the_news_for_something_else(published: str | None, count: int) -> None:
    first = naming("a", "Alder Foods", "Birch Bank", published="2021-03-03")
    assert len(groups(first, naming("b", "Alder Foods", "Birch Bank", published=published))) == count


def test_the_order_of_the_articles_does_not_matter() -> None:
    made = [
        naming("a", "Alder Foods", "Birch Bank"),
        naming("b", "Birch Bank", "Cedar Air"),
        naming("c", "Cedar Air", "Alder Foods"),
        naming("d", "Delta Steel", "Cedar Air"),
    ]
    assert len({str(groups(*order)) for order in permutations(made)}) == 1


def test_no_article_is_no_story() -> None:
    assert group_articles(Story(analyses=(), actors=(), actions=(), statements=(), base="https://w3id.org/")) == []


PEOPLE = ("Ada Falk", "Ole Berg")


def about(key: str, published: str, people: tuple[str, ...], firms: tuple[str, ...]) -> Analysis:
    """An article that names people and firms."""
    text = f"{key}: {' and '.join((*people, *firms))} met."
    named = [actor(text, f"p{at}", name, "Person") for at, name in enumerate(people)]
    named += [actor(text, f"n{at}", name, "Company") for at, name in enumerate(firms)]
    return analysis(key, text, *named, published=published)


@pytest.mark.parametrize(
    ("people", "firms", "together"),
    [
        (PEOPLE, ("Alder Foods", "Birch Bank"), True),
        (PEOPLE, ("Alder Foods", "Cedar Air"), False),
        (PEOPLE[:1], ("Alder Foods", "Birch Bank", "Fir Radio"), False),
    ],
)
def test_who_is_told_of_again_years_later_belongs_to_their_story(
    people: tuple[str, ...], firms: tuple[str, ...], *, together: bool
) -> None:
    first = ("Alder Foods", "Birch Bank", "Fir Radio")
    given = [about("a", "2015-03-04", PEOPLE, first), about("b", "2015-03-05", PEOPLE, first)]
    late = about("c", "2019-03-04", people, firms)
    for order in permutations([*given, late]):
        assert groups(*order) == ([["a", "b", "c"]] if together else [["a", "b"], ["c"]])
