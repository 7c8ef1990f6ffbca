"""Which descriptions and pronouns of a clause can only mean the one they are taken for."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.model import Mention, Ref, Wording
from onrecord.resolve import resolve
from onrecord.story import sure_descriptions
from onrecord.story.index import Index, build_index
from resolution import action, actor, analysis, span

DEED = Ref("one", "e1")


def look(text: str, words: str, form: str, *others: str, kind: str = "Company") -> Index:
    """An article on Alder Foods, which is later called by `words`, and on others."""
    last = text.rindex(words), text.rindex(words) + len(words)
    first = actor(text, "a1", "Alder Foods", kind)  # type: ignore[arg-type]  # a parameter
    first = replace(first, mentions=(*first.mentions, Mention(*last, form)))  # type: ignore[arg-type]
    rest = [actor(text, f"a{number}", name, kind) for number, name in enumerate(others, 2)]  # type: ignore[arg-type]
    words_ = Wording(voice="active", subject=(last,))
    deed = action(text, "e1", "shut", recorded=True, agents=("a1",), wording=words_)
    return build_index(resolve([analysis("one", text, first, *rest, replace(deed, agent_spans=(last,)))]))


@pytest.mark.parametrize(
    ("text", "others", "sure"),
    [
        ("Alder Foods met Ada Brekke. The firm shut.", (), True),
        ("Alder Foods met Harbor Bank. The firm shut.", ("Harbor Bank",), False),
        ("The firm Alder Foods met Harbor Bank. The firm shut.", ("Harbor Bank",), True),
        ("The firm Alder Foods met the firm Harbor Bank. The firm shut.", ("Harbor Bank",), False),
    ],
)
def test_a_noun_is_for_the_only_one_that_the_article_calls_so(text: str, others: tuple[str, ...], sure: bool) -> None:
    assert sure_descriptions.are_sure(look(text, "The firm", "description", *others), DEED) is sure


def test_a_name_that_is_not_on_record_may_be_meant_too() -> None:
    text = "Vard Town Council met Alder Town Council. The council shut."
    found = look(text.replace("Alder Town", "Alder Foods"), "The council", "description")
    assert not sure_descriptions.are_sure(found, DEED)


@pytest.mark.parametrize(
    ("text", "others", "sure"),
    [
        ("Alder Foods grew. It shut.", (), True),
        ("Alder Foods met Harbor Bank. It shut.", ("Harbor Bank",), False),
        ("Alder Foods met the Harbor Bank. It shut.", (), False),  # of which nothing is on record
        ("Alder Foods grew. Years went by. It shut.", (), False),
    ],
)
def test_a_pronoun_is_for_the_only_one_named_right_before(text: str, others: tuple[str, ...], sure: bool) -> None:
    assert sure_descriptions.are_sure(look(text, "It", "pronoun", *others), DEED) is sure


def test_in_a_quoted_sentence_a_pronoun_without_anybody_is_not_sure() -> None:
    text = "Ada Brekke told Vesla Moe about her. Then it rained."
    item = analysis("one", text, actor(text, "a1", "Ada Brekke", "Person"), actor(text, "a2", "Vesla Moe", "Person"))
    found = build_index(resolve([item]))
    assert not sure_descriptions.all_pronouns_are_sure(
        found, "one", (span(text, "Ada Brekke told Vesla Moe about her."),)
    )
    assert sure_descriptions.all_pronouns_are_sure(found, "one", (span(text, "Then it rained."),))
