"""The whole of resolution: any order of input gives one story, and what is added elsewhere changes nothing."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Analysis, Disagreement, Position, Ref, Story
from onrecord.resolve import resolve
from onrecord.resolve.each_once import once
from resolution import action, actor, analysis, people, statement

NAMES = ("Omar Sadiq", "Lena Sadiq", "Sadiq", "Boxwood Air", "Boxwood", "Harbour Board", "HB", "Kenya", "Boxwood Bank")
KINDS = {"Boxwood Air": "Company", "Boxwood": "Company", "Boxwood Bank": "Company", "Kenya": "State"}
DEEDS = (
    ("banned", "ban", "Ban"),
    ("outlawed", "outlaw", "Ban"),
    ("praised", "praise", "Support"),
    ("said", "say", "Act"),
)


def article(key: str, first: str, second: str, deed: tuple[str, str, str], date: str | None) -> Analysis:
    trigger, lemma, kind = deed
    text = f"{first} {trigger} {second} and told nobody why the ferries on the lower quay had to go, {second} said."
    content = "why the ferries on the lower quay had to go"
    return analysis(
        key,
        text,
        actor(text, "a1", first, KINDS.get(first, "Organization")),  # type: ignore[arg-type]
        actor(text, "a2", second, KINDS.get(second, "Person")),  # type: ignore[arg-type]
        statement(text, "s1", content, speakers=("a2",), mode="indirect", cue="told"),
        action(text, "e1", trigger, lemma=lemma, type=kind, agents=("a1",), patients=("a2",), date=date),
    )


articles = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(DEEDS), st.sampled_from([None, "2020", "2021"])
    ).filter(lambda item: item[0] not in item[1] and item[1] not in item[0]),
    min_size=1,
    max_size=7,
).map(lambda rows: [article(f"n{place}", *row) for place, row in enumerate(rows)])


@settings(max_examples=60, deadline=None)
@given(articles, st.integers(0, 1000))
def test_the_order_of_articles_does_not_matter(made: list[Analysis], seed: int) -> None:
    shuffled = list(made)
    random.Random(seed).shuffle(shuffled)
    assert resolve(made) == resolve(shuffled)


def iris(story: Story, keys: Iterable[str]) -> dict[Ref, str | None]:
    wanted = set(keys)
    return {
        Ref(found.article.id, item.id): item.iri
        for found in story.analyses
        if found.article.id in wanted
        for item in (*found.actors, *found.statements, *found.actions)
    }


@settings(max_examples=60, deadline=None)
@given(articles, st.sampled_from(["a0", "n0x", "z9"]))
def test_an_article_about_something_else_changes_no_identifier(made: list[Analysis], key: str) -> None:
    text = "Violinist Jorun Vik thanked Opera Nova; critics applauded."
    other = analysis(
        key,
        text,
        actor(text, "a1", "Jorun Vik", "Person"),
        actor(text, "a2", "Opera Nova", "Organization"),
        action(text, "e1", "thanked", lemma="thank", agents=("a1",), patients=("a2",)),
    )
    keys = [item.article.id for item in made]
    assert iris(resolve(made), keys) == iris(resolve([*made, other]), keys)


@settings(max_examples=60, deadline=None)
@given(articles)
def test_nothing_is_lost_and_everything_is_found_once(made: list[Analysis]) -> None:
    story = resolve(made)
    for group, merged in (("actors", story.actors), ("statements", story.statements), ("actions", story.actions)):
        local = {Ref(found.article.id, item.id): item.iri for found in story.analyses for item in getattr(found, group)}
        refs = [ref for item in merged for ref in item.refs]  # type: ignore[attr-defined]
        assert sorted(refs) == sorted(local)
        assert all(local[ref] == item.iri for item in merged for ref in item.refs)  # type: ignore[attr-defined]
        assert len({item.iri for item in merged}) == len(merged)  # type: ignore[attr-defined]
        assert all(item.iri < old for item in merged for old in item.replaces)  # type: ignore[attr-defined]


@settings(max_examples=40, deadline=None)
@given(articles)
def test_all_references_lead_somewhere(made: list[Analysis]) -> None:
    story = resolve(made)
    known = {item.iri for item in story.actors}
    assert {iri for item in story.actions for iri in (*item.agents, *item.patients, *item.places)} <= known
    assert {iri for item in story.statements for iri in (*item.speakers, *item.about)} <= known
    assert {iri for item in story.actors for iri in item.possibly_same} <= known
    refs = {
        Ref(found.article.id, item.id)
        for found in story.analyses
        for item in (*found.actors, *found.statements, *found.actions)
    }
    assert {ref for item in story.judgements for ref in (item.left, item.right)} <= refs
    assert len({item.iri for item in story.judgements}) == len(story.judgements)


def test_no_article_is_no_story() -> None:
    story = resolve([])
    assert (story.analyses, story.actors, story.judgements) == ((), (), ())


def test_two_articles_of_one_id_are_not_mixed() -> None:
    story = resolve([people("a", "Omar Sadiq"), people("a", "Lena Marek")])
    assert len(story.analyses) == 1
    assert "another article has the id 'a'" in story.notes[0]


def test_the_same_article_twice_is_one() -> None:
    assert resolve([people("a", "Omar Sadiq")] * 2) == resolve([people("a", "Omar Sadiq")])


def differing(iri: str, aspect: Literal["date", "number"], **days: tuple[str, ...]) -> Disagreement:
    """A disagreement whose positions are days (or numbers) with the articles that give them."""
    positions = tuple(Position(day, tuple(Ref(key, "e1") for key in keys)) for day, keys in days.items())
    return Disagreement(iri=iri, about=iri, aspect=aspect, positions=positions)


def test_days_by_which_something_must_be_done_are_disputed_once() -> None:
    deadline = differing("firm", "date", monday=("a",), friday=("b", "c"))
    same = differing("deed", "date", monday=("a",), friday=("b",))
    other = differing("deed", "date", monday=("a",), sunday=("d",))
    number = differing("deed", "number", monday=("a",), friday=("b",))
    assert once([same, other, number], [deadline]) == [other, number, deadline]
    assert once([same], []) == [same]
