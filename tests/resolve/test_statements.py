"""One quotation printed several times: found by an index, with the difference kept word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Analysis, StoryStatement
from onrecord.resolve import resolve
from onrecord.resolve.statements import blocking
from onrecord.resolve.statements.features import align
from onrecord.resolve.statements.quoted import Quoted
from resolution import actor, analysis, statement

QUOTE = "We recognise the need to work with the harbour police but we have never opened our books to anyone"


def said(key: str, quote: str, speaker: str = "Omar Sadiq", mode: str = "direct", *, named: bool = True) -> Analysis:
    marked = f"“{quote},”" if mode == "direct" else quote
    text = f"{marked} {speaker} said on the pier."
    return analysis(
        key,
        text,
        actor(text, "a1", speaker, "Person", named=named),
        statement(text, "s1", marked, speakers=("a1",), source=speaker, cue="said", mode=mode),
    )


def merged(*analyses: Analysis) -> tuple[StoryStatement, ...]:
    return resolve(analyses).statements


def test_the_same_words_of_the_same_speaker_are_one_statement() -> None:
    (one,) = merged(said("a", QUOTE), said("b", QUOTE))
    assert [ref.article for ref in one.refs] == ["a", "b"]
    assert [(item.relation, item.changes) for item in one.variants] == [("exact", ())]
    assert len(one.replaces) == 1


def test_cut_short() -> None:
    (one,) = merged(said("a", QUOTE), said("b", QUOTE[: QUOTE.index(" but")]))
    assert one.variants[0].relation == "shortened"
    assert one.variants[0].changes == (("but we have never opened our books to anyone", ""),)


def test_altered() -> None:
    (one,) = merged(said("a", QUOTE), said("b", QUOTE.replace("harbour police", "port police")))
    assert one.variants[0].relation == "altered"
    assert one.variants[0].changes == (("harbour", "port"),)


def test_an_editors_brackets_and_quotation_marks_are_no_words() -> None:
    (one,) = merged(said("a", QUOTE), said("b", QUOTE.replace("our books", "our [accounts] books")))
    assert one.variants[0].relation == "exact"


def test_an_unnamed_speaker_contradicts_nobody() -> None:
    (one,) = merged(said("a", QUOTE), said("b", QUOTE, "a spokesman", named=False))
    assert len(one.speakers) == 2


def test_two_named_speakers_keep_like_words_apart() -> None:
    two = merged(said("a", QUOTE[:40]), said("b", QUOTE[:40], "Lena Marek"))
    assert len(two) == 2


@pytest.mark.parametrize("words", ["Yes we can", "No comment at all", "It is what it is"])
def test_a_few_words_are_said_by_many(words: str) -> None:
    assert len(merged(said("a", words), said("b", words, "Lena Marek"))) == 2


def test_indirect_speech_needs_more() -> None:
    one, two = "that the harbour would be closed soon", "that the harbour would be opened soon"
    assert len(merged(said("a", one, mode="indirect"), said("b", two, mode="indirect"))) == 2


def test_a_statement_within_another_is_not_it_printed_again() -> None:
    text = "Omar Sadiq said Lena Marek told him that the harbour would be closed for good on Friday morning."
    outer = "Lena Marek told him that the harbour would be closed for good on Friday morning"
    inner = "that the harbour would be closed for good on Friday morning"
    story = resolve(
        [
            analysis(
                "a",
                text,
                actor(text, "a1", "Omar Sadiq", "Person"),
                statement(text, "s1", outer, speakers=("a1",), mode="indirect"),
                statement(text, "s2", inner, speakers=("a1",), mode="indirect", within="s1"),
            )
        ]
    )
    assert len(story.statements) == 2
    by_local = {item.refs[0].local: item for item in story.statements}
    assert by_local["s2"].within == by_local["s1"].iri


words = st.lists(st.sampled_from(["the", "harbour", "is", "closed", "to", "all", "ships"]), min_size=0, max_size=12)


@given(words, words)
def test_changes_lead_from_one_printing_to_the_other(left: list[str], right: list[str]) -> None:
    found = align(tuple(left), tuple(right))
    removed = [word for one, _ in found.changes for word in one.split()]
    added = [word for _, two in found.changes for word in two.split()]
    assert len(left) - len(removed) == len(right) - len(added)
    assert (found.relation == "exact") == (left == right)
    assert sorted([*left, *added]) == sorted([*right, *removed])


@given(st.integers(0, 12), st.integers(7, 20), st.integers(0, 12))
def test_any_seven_shared_words_make_a_candidate_pair(before: int, shared: int, after: int) -> None:
    common = tuple(f"w{number}" for number in range(shared))
    one = Quoted((*(f"x{n}" for n in range(before)), *common), "direct", frozenset(), frozenset(), frozenset(), 0)
    two = Quoted((*common, *(f"y{n}" for n in range(after))), "direct", frozenset(), frozenset(), frozenset(), 1)
    assert blocking.keys(one) & blocking.keys(two)
