"""Which reports and printings make lines: those that a reader understands without the article."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Passage, Ref, Shown
from onrecord.resolve import resolve
from onrecord.story.publication import as_reported, everything, on_record
from onrecord.story.shown_lines import left_out, unmarked
from resolution import action, actor, analysis, statement, wording

SOLD = "Alder Foods sold two mills to Harbor Bank."


def sold(text: str, completion: str, subject: str = "Alder Foods", key: str = "one", **values: object) -> Analysis:
    """An article in which Alder Foods sells something; `completion` is what the clause keeps behind the verb."""
    words = wording(text, "active", subject, "sold", completion)
    given = {"agents": ("a1",), "agent_spans": subject, "type": "Sell", "lemma": "sell", "wording": words, **values}
    found = analysis(
        key, text, actor(text, "a1", "Alder Foods", "Company"), action(text, "e1", "sold", **given)
    )  # fmt: skip
    return replace(found, passages=(Passage(0, len(text), "body"),))


def marks(*items: Analysis) -> list[Shown]:
    return [one.shown for item in resolve(items).analyses for one in item.actions]


def test_a_deed_told_whole_makes_a_line() -> None:
    assert marks(sold(SOLD, "two mills to Harbor Bank", patient_spans="two mills")) == ["line"]


@pytest.mark.parametrize(
    ("text", "completion"),
    [
        ("They said that Alder Foods sold it off.", "it off"),  # who said it, and what was sold?
        ("The clerk asked whether Alder Foods sold two mills.", "two mills"),
        ("Alder Foods sold two mills", "two mills"),  # a headline, an entry
    ],
)
def test_a_deed_that_only_its_article_explains_stands_in_the_readings(text: str, completion: str) -> None:
    item = sold(text, completion, patient_spans=completion)
    assert marks(item) == ["reading"]
    story = resolve([item])
    assert left_out(story) == (0, 1)
    assert [len(one.actions) for one in (on_record(story), everything(story))] == [0, 1]


def test_a_deed_whose_clause_breaks_off_is_shown_by_its_sentence() -> None:
    text = "Alder Foods sold two mills to pay its debts."
    story = resolve([sold(text, "two mills", patient_spans="two mills")])
    assert [one.shown for one in story.analyses[0].actions] == ["sentence"]
    assert [one.label for one in on_record(story).actions] == [f"“{text}”"]


def test_what_is_told_by_a_sentence_is_told_once() -> None:
    text = "Alder Foods sold two mills to pay its debts and bought one."
    first = sold(text, "two mills", patient_spans="two mills")
    words = wording(text, "active", "Alder Foods", "bought", "")
    second = action(text, "e2", "bought", type="Acquire", agents=("a1",), agent_spans="Alder Foods", wording=words)
    assert marks(replace(first, actions=(*first.actions, second))) == ["sentence", "reading"]


def test_marks_of_another_run_are_forgotten() -> None:
    (item,) = resolve([sold("Alder Foods sold two mills", "two mills", patient_spans="two mills")]).analyses
    assert item.actions[0].shown == "reading"
    assert unmarked(item).actions[0].shown == "line"
    assert marks(item) == ["reading"]


def test_what_only_a_report_can_tell_beside_other_sentences_is_quoted_there_alone() -> None:
    text = "Ada Falk said the mill was sold. Ada Falk said Alder Foods had sold two mills."
    told = analysis(
        "one", text, actor(text, "a1", "Ada Falk", "Person"),
        statement(text, "s1", "the mill was sold", source="Ada Falk", cue="said", speakers=("a1",), mode="indirect"),
        statement(text, "s2", "Alder Foods had sold two mills", source="Ada Falk#2", cue="said#2", speakers=("a1",),
                  mode="indirect"),
    )  # fmt: skip
    story = resolve([replace(told, passages=(Passage(0, len(text), "body"),))])
    assert [one.shown for one in story.analyses[0].statements] == ["quoted", "line"]
    assert left_out(story) == (1, 0)
    published = on_record(story)
    assert [len(one.statements) for one in (published, as_reported(published))] == [1, 2]
    assert as_reported(story) is story


def test_of_what_a_report_alone_can_quote_the_chief_printing_is_one_that_it_quotes() -> None:
    words = "We have sold both of the mills at Alder and shall not buy another"
    told = []
    for key, shown in (("one", "reading"), ("two", "quoted")):
        text = f'Ada Falk said: "{words}."'
        item = analysis(
            key, text, actor(text, "a1", "Ada Falk", "Person"),
            statement(text, "s1", words, source="Ada Falk", cue="said", speakers=("a1",), mode="direct"),
        )  # fmt: skip
        told.append((replace(item, passages=(Passage(0, len(text), "body"),)), shown))
    story = resolve([item for item, _ in told])
    (one,) = story.statements
    assert len(one.refs) == 2
    marked = [
        replace(item, statements=(replace(item.statements[0], shown=shown),))
        for item, (_, shown) in zip(story.analyses, told, strict=True)
    ]
    hidden = Ref("one", "s1")
    story = replace(story, analyses=marked, statements=(replace(one, chief=hidden),))
    (said,) = as_reported(on_record(story)).statements
    assert (said.refs, said.chief) == ((Ref("two", "s1"),), Ref("two", "s1"))


def test_what_those_do_who_are_only_told_apart_by_it_is_no_line() -> None:
    text = "Alder Foods said the number of people who had reported two thefts of mills rose to 112."
    firm = actor(text, "a1", "Alder Foods", "Company")
    words = wording(text, "active", "who", "had reported", "two thefts of mills")
    given = {"agent_spans": "who", "patient_spans": "two thefts of mills", "type": "Publish", "wording": words}
    found = analysis("one", text, firm, action(text, "e1", "reported", **given))
    assert marks(replace(found, passages=(Passage(0, len(text), "body"),))) == ["reading"]


def test_what_somebody_called_something_is_no_statement() -> None:
    text = "Ida Lund was sacked in May for what Alder Foods called a breach of trust in Halden."
    firm = actor(text, "a1", "Alder Foods", "Company")
    item = statement(
        text, "s1", "what Alder Foods called a breach of trust", source="Alder Foods", cue="called", speakers=("a1",),
        mode="indirect",
    )  # fmt: skip
    found = replace(analysis("one", text, firm, item), passages=(Passage(0, len(text), "body"),))
    assert [one.shown for one in resolve([found]).analyses[0].statements] == ["reading"]
