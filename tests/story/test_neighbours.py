"""What is told in the articles near each story is read once an article."""

from __future__ import annotations

from collections.abc import Iterator

from disputing import told
from onrecord.model import Analysis, Place
from onrecord.resolve import resolve
from onrecord.story.index import build_index
from onrecord.story.neighbours import by_story, told_by_story


def test_an_article_that_is_near_two_stories_is_read_once_and_told_in_both() -> None:
    texts = {"one": "Rain fell.", "two": "Snow fell. Hail fell.", "three": "Fog came."}
    story = resolve([told(name, text) for name, text in texts.items()])
    look, near = build_index(story), {"one": (0,), "two": (0, 1), "three": (1,)}
    read: list[str] = []

    def ends(analysis: Analysis) -> Iterator[Place]:
        read.append(analysis.article.id)
        yield from (Place(analysis.article.id, place, place + 1) for place in (0, len(analysis.article.text) - 1))

    found = [sorted(item.article for item in items) for items in told_by_story(look, near, Place, ends)]
    assert found == [["one", "one", "two", "two"], ["three", "three", "two", "two"]]
    assert sorted(read) == sorted(texts)
    assert [sorted(item.article.id for item in items) for _, items in by_story(look, near)] == [
        ["one", "two"],
        ["three", "two"],
    ]
