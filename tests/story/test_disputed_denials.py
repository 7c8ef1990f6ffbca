"""What one article denies and another one says, in unlike words."""

from __future__ import annotations

import pytest

from disputing import told
from onrecord.model import Analysis, Disagreement
from onrecord.resolve import resolve
from onrecord.story.denials import denying, saying
from onrecord.story.meaning import with_meaning


def denials(*analyses: Analysis) -> list[Disagreement]:
    found = with_meaning(resolve(analyses)).disagreements
    return [item for item in found if item.label.startswith("Whether it is so")]


def sides(denying: str, saying: str) -> list[dict[str, str]]:
    """What each disagreement of two articles, each with one sentence of its own, prints on either side."""
    one, two = told("one", denying), told("two", saying)
    texts = {item.article.id: item.article.text for item in (one, two)}
    return [
        {side.value: texts[place.article][place.start : place.end] for side in item.positions for place in side.places}
        for item in denials(one, two)
    ]


@pytest.mark.parametrize(
    ("denying", "saying"),
    [
        ("No passwords or bank cards were touched", "The thieves took my bank card from the safe"),
        ("The sailors were not wearing life jackets", "Both sailors wore life jackets when it sank"),
        ("There is no rescue plan for the ferry", "It has sent a rescue plan for the ferry to the lenders"),
        ("The ledgers were not encrypted", "All ledgers were encrypted"),
        ("He has not trained with the first team since May", "He has trained with the first team every day"),
        ("She has not met with Alder Net", "On Monday she met last month's executives of Alder Net"),
        ("The crew left without signing the logbook", "The crew signed the logbook at noon"),
        ("She has never visited Lennport", "On Monday she visited Lennport"),
        ("She never signed the contract", "On Monday she signed a contract in Norland"),
        ("She denied that she had signed the contract", "On Monday she signed a contract in Norland"),
        ("She denies signing any contract", "On Monday she signed a contract in Norland"),
    ],
)
def test_the_same_words_denied_and_said_contradict_each_other(denying: str, saying: str) -> None:
    assert sides(denying, saying) == [{"denied": denying, "told": saying}]
    assert sides(saying, denying) == [{"denied": denying, "told": saying}]


def test_what_a_pronoun_stands_for_is_told_by_the_sentence_before() -> None:
    one = told("one", "Nobody heard the crusher. It was not stopped till five")
    other = told("two", "The crusher was stopped within ten minutes")
    (found,) = denials(one, other)
    assert found.label == "Whether it is so: “It was not stopped till five”"
    assert denials(one, told("two", "The drill was stopped within ten minutes")) == []


def test_what_a_pronoun_is_that_something_is_done_to_is_told_by_the_sentences_before() -> None:
    one = told("one", "The jars held lead. The clerk sighed. “I never bought them")
    (found,) = denials(one, told("two", "The clerk bought the jars herself"))
    assert found.label == "Whether it is so: “I never bought them”"
    assert denials(one, told("two", "The clerk bought the mill herself")) == []
    other = told("two", "The box came in a van. Ida Falk was sitting on it")
    (found,) = denials(told("one", "“I wasn't sitting on any box"), other)
    assert found.label == "Whether it is so: “I wasn't sitting on any box”"


@pytest.mark.parametrize(
    ("denying", "saying"),
    [
        ("No cards were touched", "The thieves took my card from the safe"),  # one word alone
        ("There is no stop sign", "The van ran a stop sign in the dark"),  # any stop sign
        ("She was never nominated for a Lennport", "She was nominated for an Alder as host of the Lennport night"),
        ("No sailor of Alder Net was hurt", "Alder Net paid each sailor"),
        ("Not only bank cards were touched", "The thieves took my bank card"),
        ("No fewer than nine life jackets were lost", "The crew wore life jackets"),
        ("It did not know that bank cards were touched", "The thieves took my bank card"),
        ("No bank cards were touched", "The thieves may have taken my bank card"),
        ("No bank cards were touched", "It asked if they had taken a bank card"),
        ("No bank cards were touched", "It doubts that thieves took a bank card"),
        ("No bank cards were touched", "Nobody took a bank card"),
        ("She did not deny that she had signed the contract", "On Monday she signed a contract in Norland"),
        ("She was denied a contract that she had signed", "On Monday she signed a contract in Norland"),
        ("Norland never signed the contract", "Alder Net signed the contract"),  # others
        ("Nobody was hurt when the life jackets were lost", "Both sailors wore life jackets"),
    ],
)
def test_what_may_hold_beside_it_is_no_contradiction(denying: str, saying: str) -> None:
    assert sides(denying, saying) == []


def test_an_article_does_not_contradict_itself() -> None:
    both = "There is no rescue plan for the ferry. It has sent a rescue plan for the ferry to the lenders"
    assert denials(told("one", both), told("two", "")) == []


def test_a_sentence_that_denies_nothing_is_a_clause_as_a_whole_too() -> None:
    analysis = told("one", "The crew wore, on the deck, jackets")
    assert [item.pairs for item in saying(analysis, {("wear", "jacket")})] == []
    (clause,) = saying(analysis, {("deck", "jacket")})
    assert (clause.start, clause.end) == (clause.place.start, clause.place.end)


def test_what_is_denied_is_what_stands_behind_the_word_that_denies() -> None:
    (clause,) = denying(told("two", "Norland lost no steel cranes or cargo ships"))
    assert clause.doers == {"Norland"}
    assert clause.pairs == {("steel", "crane"), ("cargo", "ship")}


def test_who_did_not_do_it_says_nothing_of_others() -> None:
    told_of = told("two", "Lund bought the jars herself")
    assert denials(told("one", "Brekke never bought the jars"), told_of) == []
    assert len(denials(told("one", "Lund never bought the jars"), told_of)) == 1


def test_the_sign_of_a_number_denies_nothing() -> None:
    assert (
        denials(told("one", "The coach had his No. 10 jersey retired"), told("two", "He had his jersey retired")) == []
    )
