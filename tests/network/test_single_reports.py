"""What single reports are called when their article stands alone, and which set a deadline."""

from __future__ import annotations

from onrecord.model import Ref, Story
from onrecord.network.single_reports import deadlines, own_labels
from onrecord.resolve import resolve
from resolution import action, actor, analysis, statement, wording

LONG = "Port Authority of Lindau (PAL) closed the ferry."
SHORT = "The PAL closed the ferry. The PAL said: “Wait.”"
DUE = "Otto Brand must return the keys by 3 May 2031."


def two() -> Story:
    """One deed told by two articles, of which one has the long name of its doer and the other the short one."""
    first = analysis(
        "one",
        LONG,
        actor(LONG, "a", "Port Authority of Lindau", "RegulatoryAgency", "PAL"),
        action(
            LONG,
            "d",
            "closed",
            lemma="close",
            agents=("a",),
            agent_spans="Port Authority of Lindau",
            wording=wording(LONG, "active", "Port Authority of Lindau", "closed", "the ferry"),
        ),
    )
    second = analysis(
        "two",
        SHORT,
        actor(SHORT, "a", "PAL", "RegulatoryAgency", words="The PAL"),
        action(
            SHORT,
            "d",
            "closed",
            lemma="close",
            agents=("a",),
            agent_spans="The PAL",
            wording=wording(SHORT, "active", "The PAL", "closed", "the ferry"),
        ),
        statement(SHORT, "s", "“Wait.”", speakers=("a",), cue="said"),
    )
    return resolve([first, second])


def test_an_article_calls_actors_as_it_prints_them() -> None:
    story = two()
    assert [one.name for one in story.actors] == ["Port Authority of Lindau"]
    own = own_labels(story)
    assert own[Ref("one", "d")] == "Port Authority of Lindau closed the ferry"
    assert own[Ref("two", "d")] == "PAL closed the ferry"
    assert own[Ref("two", "s")] == "PAL said: “Wait.”"


def test_a_day_by_which_something_is_to_be_done_is_a_deadline_and_no_other_day_is() -> None:
    def dated(text: str, **values: str) -> frozenset[Ref]:
        person = actor(text, "a", "Otto Brand", "Person")
        deed = action(
            text,
            "d",
            "return",
            agents=("a",),
            date="2031-05-03",
            date_span="3 May 2031",
            wording=wording(text, "active", "Otto Brand", "must return", "the keys"),
            **values,
        )
        return deadlines(resolve([analysis("one", text, person, deed)]))

    assert dated(DUE, modality="ordered") == {Ref("one", "d")}
    assert dated(DUE) == frozenset()
    assert dated(DUE.replace(" by ", " on "), modality="ordered") == frozenset()
