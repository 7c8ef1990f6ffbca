"""A page of a large collection holds its chief deeds and statements, each with all its articles, and says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from network.conftest import Visit
from onrecord.model import Analysis
from onrecord.network import render_page as make
from onrecord.network import select_for_page
from onrecord.resolve import resolve
from resolution import action, actor, article


def collection(articles: int):
    """Articles that each tell of a deed of their own; the first two tell of one deed."""
    texts = [f"Town {max(number, 1)} sued Port {max(number, 1)}." for number in range(articles)]
    return resolve(
        [
            Analysis(
                article=article(f"n{number:03}", text, published="2024-05-01"),
                actors=(
                    actor(text, "a1", f"Town {max(number, 1)}", "Company"),
                    actor(text, "a2", f"Port {max(number, 1)}", "Company"),
                ),
                actions=(action(text, "e1", "sued", type="Sue", lemma="sue", agents=("a1",), patients=("a2",)),),
            )
            for number, text in enumerate(texts)
        ]
    )


def test_a_story_that_fits_is_whole():
    story = collection(5)
    assert select_for_page(story, 5) is story


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 11))
def test_what_is_in_the_part_is_there_with_all_its_articles(most):
    story = collection(12)
    part = select_for_page(story, most)
    kept = {item.article.id for item in part.analyses}
    assert len(kept) <= most
    whole = {item.iri: item for item in story.actions}
    assert all(item == whole[item.iri] for item in part.actions)
    assert {ref.article for item in part.actions for ref in item.refs} == kept
    assert all(ref.article in kept for actor_ in part.actors for ref in actor_.refs)
    named = {name for item in part.actions for name in (*item.agents, *item.patients)}
    assert named == {actor_.iri for actor_ in part.actors}


def test_what_more_articles_tell_is_taken_first():
    part = select_for_page(collection(12), 3)
    assert len(part.actions[0].refs) + len(part.actions[-1].refs) == 3


def test_the_page_says_what_it_holds(tmp_path: Path, visit: Callable[..., Visit]) -> None:
    part = select_for_page(collection(12), 3)
    path = tmp_path / "network.html"
    path.write_text(make(part, whole=12), encoding="utf-8")
    seen: Any = visit(path)
    assert seen.tab.inner_text("#counts").startswith("3 of 12 articles")
    assert "chief part of 12 articles" in seen.tab.inner_text("#part")
    assert seen.faults == []
