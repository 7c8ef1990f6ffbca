"""Equal parts of an analysis become one object, and the analysis stays equal."""

from __future__ import annotations

from onrecord import record
from onrecord.compact import compacted
from onrecord.model import Analysis, Article
from resolution import action, actor, analysis, statement

TEXT = "Omar Sadiq said that dockers had banned overtime at the Lowland Harbour Authority."


def made() -> Analysis:
    given = analysis(
        "a",
        TEXT,
        actor(TEXT, "a1", "Omar Sadiq", "Person"),
        statement(TEXT, "s1", "dockers had banned overtime", mode="indirect", cue="said", speakers=("a1",)),
        action(TEXT, "e1", "banned", lemma="ban", within="s1"),
        action(TEXT, "e2", "banned", lemma="ban", within="s1"),
    )
    return record.loads(record.dumps(given))


def test_a_compact_analysis_is_equal_and_gives_the_same_line() -> None:
    assert compacted(made()) == made()
    assert record.dumps(compacted(made())) == record.dumps(made())


def test_equal_spans_and_ids_are_one_object() -> None:
    given = made()
    assert given.actions[0].trigger is not given.actions[1].trigger
    found = compacted(given)
    assert found.actions[0].trigger is found.actions[1].trigger
    assert found.actions[0].within is found.statements[0].id


def test_an_article_in_which_nothing_was_found_stays_as_it_is() -> None:
    bare = Analysis(article=Article(id="b", text="", sha256="", source="b"))
    assert compacted(bare) == bare
