"""What most articles say of a name settles what one article got wrong."""

from __future__ import annotations

from onrecord.model import ActorType, Analysis
from onrecord.resolve import resolve
from resolution import actor, analysis, node


def person(key: str, pronoun: str, kind: ActorType = "Person") -> Analysis:
    text = f"Omar Sadiq left because {pronoun} was tired."
    others = [pronoun] if kind == "Person" else []
    return analysis(key, text, actor(text, "a0", "Omar Sadiq", kind, *others))


def nodes(*analyses: Analysis) -> int:
    """How many nodes the first actors of the articles make."""
    story = resolve(analyses)
    return len({node(story, item.article.id, "a0").iri for item in analyses})


def test_a_pronoun_of_one_article_parts_nobody_from_the_many() -> None:
    assert nodes(person("a", "he"), person("b", "he"), person("c", "he"), person("d", "she")) == 1


def test_a_he_and_a_she_that_nothing_outvotes_are_two() -> None:
    assert nodes(person("a", "he"), person("b", "he"), person("d", "she")) == 2


def test_a_kind_of_one_article_gives_way_to_that_of_the_many() -> None:
    analyses = [person("a", "he"), person("b", "he"), person("c", "he"), person("d", "he", "Product")]
    story = resolve(analyses)
    assert {node(story, key, "a0").iri for key in "abcd"} == {node(story, "d", "a0").iri}
    assert node(story, "d", "a0").type == "Person"


def test_what_one_article_tells_apart_keeps_its_kind() -> None:
    text = "Omar Sadiq left. Omar Sadiq is a ship."
    both = analysis("d", text, actor(text, "a0", "Omar Sadiq", "Product", words="Omar Sadiq#2"),
                    actor(text, "a1", "Omar Sadiq", "Person"))  # fmt: skip
    story = resolve([person("a", "he"), person("b", "he"), person("c", "he"), both])
    assert node(story, "d", "a0").iri != node(story, "a", "a0").iri


def test_whose_husband_somebody_is_says_nothing_of_the_own_sex() -> None:
    """A description that begins with a possessive: "her husband, Omar Sadiq" is no woman."""
    text = "A judge freed her husband, Omar Sadiq."
    told = analysis("b", text, actor(text, "a0", "Omar Sadiq", "Person", "~her husband",
                                     words="her husband, Omar Sadiq"))  # fmt: skip
    assert nodes(person("a", "he"), told) == 1


def senate(key: str, words: str, *states: str) -> Analysis:
    text = f"The Senate said so. {words}"
    return analysis(
        key, text, actor(text, "a0", "Senate", "GovernmentBody"), *(actor(text, name, name, "State") for name in states)
    )


def test_a_body_that_every_country_has_is_that_of_the_country_of_the_run() -> None:
    at_home = [senate(key, "Kenya is dry.", "Kenya") for key in "abc"]
    abroad = senate("d", "Chile is wet. Chile is long. So Kenya sends help.", "Chile", "Kenya")
    foreign = senate("e", "Peru is high.", "Peru")
    story = resolve([*at_home, abroad, foreign])
    assert node(story, "d", "a0").iri == node(story, "a", "a0").iri
    assert node(story, "e", "a0").iri != node(story, "a", "a0").iri


def test_words_of_a_headline_behind_an_acronym_are_not_its_name() -> None:
    def told(key: str, name: str) -> Analysis:
        text = f"{name} said so. HLA is big."
        return analysis(key, text, actor(text, "a0", name, "Organization", *(["HLA"] if name != "HLA" else [])))

    story = resolve([told("a", "HLA"), told("b", "HLA"), told("c", "HLA"), told("d", "HLA Figure Resigns")])
    assert node(story, "d", "a0").name == "HLA"


def test_a_telling_kind_of_one_article_does_not_outweigh_a_general_one_of_many() -> None:
    def told(key: str, kind: ActorType) -> Analysis:
        text = "Boxwood Front said so."
        return analysis(key, text, actor(text, "a0", "Boxwood Front", kind))

    most = [told(key, "Organization") for key in "abcd"]
    assert node(resolve([*most, told("e", "Company")]), "e", "a0").type == "Organization"
    assert node(resolve([*most[:2], told("e", "Company")]), "e", "a0").type == "Company"
