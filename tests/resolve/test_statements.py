"""One quotation printed several times: found by an index, with the difference kept word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Analysis, Ref, StoryStatement
from onrecord.resolve import resolve
from onrecord.resolve.local import LocalStatement
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


def voiced(key: str, who: str, body: str = "", quote: str = "") -> Analysis:
    """A quotation of somebody who is not named, perhaps on behalf of a body."""
    text = f"“{quote or LONG},” {who} of {body or 'nobody'} said."
    parts = [actor(text, "a1", who, "Person", named=False)]
    behalf = ()
    if body:
        parts.append(actor(text, "a2", body, "Company"))
        behalf = ("a2",)
    said_so = statement(
        text, "s1", f"“{quote or LONG},”", speakers=("a1",), source=who, cue="said", on_behalf_of=behalf
    )
    return analysis(key, text, *parts, said_so)


LONG = "The crane will stand still until every one of us has been paid for the storm"


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (("A spokeswoman", "Boxwood Air"), ("the spokeswoman",), True),
        (("A spokeswoman", "Boxwood Air"), ("a spokesperson", "Boxwood Air"), True),
        (("A spokeswoman", "Boxwood Air"), ("a spokesman", "Boxwood Air"), False),
        (("A spokeswoman", "Boxwood Air"), ("a spokeswoman", "Ferry Lines"), False),
        (("A spokeswoman",), ("a docker",), False),
        (("A spokeswoman", "", "We are sorry"), ("a spokeswoman", "", "We are sorry"), False),
    ],
)
def test_unnamed_speakers_of_one_quotation(first: tuple[str, ...], second: tuple[str, ...], one: bool) -> None:
    story = resolve([voiced("a", *first), voiced("b", *second)])
    unnamed = [item for item in story.actors if not item.named]
    assert len(unnamed) == (1 if one else 2)
    by = [item for item in story.judgements if item.by == "same-quotation"]
    assert len(by) == int(one)
    if one:
        assert "of a quotation" in by[0].features[0].reason
        assert story.statements[0].speakers == (unnamed[0].iri,)


def test_what_stands_within_a_statement_is_not_joined_to_it_by_another_article() -> None:
    text = "Omar Sadiq said the board fears that the crane will stand still until the storm has been paid for."
    whole, part = "the board fears that the crane will stand still", "the crane will stand still"
    rest = " until the storm has been paid for"

    def telling(key: str, *contents: str) -> Analysis:
        made = [statement(text, f"s{place}", words, mode="indirect") for place, words in enumerate(contents)]
        return analysis(key, text, *made)

    story = resolve([telling("a", whole + rest, part + rest), telling("b", whole + rest), telling("c", part + rest)])
    homes = {ref.article + ref.local: item.iri for item in story.statements for ref in item.refs}
    assert homes["as0"] != homes["as1"]


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
    local = LocalStatement(Ref("one", "s1"), "", 0, statement("We left.", "s1", "We left."))
    none: frozenset[str] = frozenset()
    one = Quoted(local, (*(f"x{n}" for n in range(before)), *common), "direct", none, none, none, 0)
    two = Quoted(local, (*common, *(f"y{n}" for n in range(after))), "direct", none, none, none, 1)
    assert blocking.keys(one) & blocking.keys(two)


@pytest.mark.parametrize(("words", "found"), [("no way", False), ("not my crane", True), ("we want our pay", True)])
def test_a_statement_is_found_again_from_three_words_on(words: str, found: bool) -> None:
    text = f"“{words}”"
    made = statement(text, "s1", text, speakers=())
    local = LocalStatement(Ref("a", "s1"), "https://example.org/s1", 0, made)
    item = Quoted(local, tuple(words.split()), "direct", frozenset(), frozenset(), frozenset(), 0)
    assert bool(blocking.keys(item)) == found
