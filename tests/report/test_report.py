"""The report: every line is a label, a quotation or a name, and points at a sentence of an article."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from onrecord import rdf
from onrecord.model import Analysis, Disagreement, Place, Position, Story, TimeExpression
from onrecord.rdf import query, read
from onrecord.report import write
from onrecord.report.account import accounts
from onrecord.report.html import page
from onrecord.report.markdown import text
from onrecord.resolve import resolve
from onrecord.story import labels
from onrecord.story.index import build_index
from onrecord.story.meaning import with_meaning
from onrecord.story.publication import on_record
from resolution import action, actor, all_shown, analysis, statement
from stories import story as made


@pytest.fixture(scope="module")
def story() -> Story:
    return on_record(made())


def test_every_line_points_at_evidence_that_its_article_prints(story):
    texts = {item.article.id: " ".join(item.article.text.split()) for item in story.analyses}
    for account in accounts(story):
        numbers = {source.number for source in account.sources}
        assert numbers == set(range(1, len(numbers) + 1))
        assert all(source.quote in texts[source.article] for source in account.sources)
        for section in account.sections:
            for line in section.lines:
                assert line.evidence, line
                assert set(line.evidence) <= numbers


def test_lines_are_labels_names_or_quotations(story):
    """What is quoted stands in an article as it is, but for names in square brackets and the form of inner marks."""
    text = " ".join(re.sub('[“”"]', "’", " ".join(item.article.text.split())) for item in story.analyses)
    known = {item.label for item in (*story.actions, *story.statements)} | {item.name for item in story.actors}
    look = build_index(story)
    known |= {item.label for item in story.disagreements}
    known |= {labels.undated(look, item.chief) for item in story.actions if item.chief}
    for account in accounts(story):
        words = {line.words for section in account.sections for line in section.lines}
        quoted = {re.sub(r" \[[^]]*\]", "", item).strip("“”") for item in words - known}
        assert quoted
        assert all(item.replace("‘", "’") in text.replace("‘", "’") for item in quoted)


def test_the_sections_of_one_story(story):
    headings = [section.heading for account in accounts(story) for section in account.sections]
    assert headings[0] == "Chronology"
    assert {"Who said what", "Who relies on whom"} <= set(headings)
    assert all(
        section.lines or section.rows or section.note for account in accounts(story) for section in account.sections
    )


def article_of(key: str, published: str, sentence: str, *items: object) -> Analysis:
    text = f"The Harbour Board met in Norport. {sentence}"
    known = (actor(text, "b", "The Harbour Board", "RegulatoryAgency"), actor(text, "l", "Blue Line", "Product"))
    found = analysis(key, text, *known, *(make(text) for make in items))
    return replace(found, article=replace(found.article, published=published))


def test_what_became_of_a_thing_and_what_was_said_of_it_over_time():
    def said(words: str):
        return lambda text: statement(
            text, "s1", words, mode="indirect", source="The Harbour Board#2", cue="said", speakers=("b",), about=("l",)
        )

    def order(text: str):
        return action(
            text, "e1", "to close", type="ShutDown", lemma="close", agents=("b",), patients=("l",),
            patient_spans="Blue Line", modality="planned", date="2021-06-01",
        )  # fmt: skip

    def lift(text: str):
        return action(
            text, "e1", "lifted", type="Lift", lemma="lift", agents=("b",), patient_spans="the order on Blue Line"
        )

    story = on_record(
        all_shown(resolve([
            article_of("a", "2021-03-01", "The Harbour Board said it was to close Blue Line by June 1.", order,
                       said("it was to close Blue Line by June 1")),
            article_of("b", "2021-09-02", "The Harbour Board lifted the order on Blue Line. The Board said it is over.",
                       lift, said("it is over")),
        ]))
    )  # fmt: skip
    found = {section.heading: section for account in accounts(story) for section in account.sections}
    course = found["What became of Blue Line"]
    assert course.columns == ("When", "Stage", "What")
    assert [(row[0].words, row[1].words) for row in course.rows] == [
        ("by 1 June 2021", "planned: “to close”; then “lifted”"),
        ("told 2 September 2021", "“lifted”"),
    ]
    assert all(row[2].words and row[2].evidence for row in course.rows)
    thread = found["Over time: The Harbour Board on Blue Line"]
    assert [line.lead for line in thread.lines] == ["told 1 March 2021", "told 2 September 2021"]


def test_both_forms_hold_the_same_lines(story, tmp_path):
    write(story, tmp_path)
    told = accounts(story)
    html, markdown = (tmp_path / "report.html").read_text(), (tmp_path / "report.md").read_text()
    assert (html, markdown) == ("".join(page(told)), "".join(text(told)))
    for account in told:
        for number in (source.number for source in account.sources):
            assert f'id="e1-{number}"' in html
            assert f'<a id="e1-{number}"></a>' in markdown


def test_nothing_of_a_text_becomes_markup(story):
    first = story.analyses[0]
    hostile = replace(first, article=replace(first.article, publisher="<script>x</script>", title="*a* | [b](c)"))
    told = accounts(replace(story, analyses=(hostile, *story.analyses[1:])))
    html, markdown = "".join(page(told)), "".join(text(told))
    assert "<script" not in html
    assert "<script" not in markdown.replace("\\<script", "")
    assert not re.search(r"(?<!\\)\| \[b", markdown)


@pytest.mark.parametrize(("title", "heading"), [("Rain all week", "Rain all week"), (None, "a")])
def test_a_story_of_nobody_is_headed_by_the_title_of_its_article(title, heading):
    (found,) = accounts(on_record(resolve([analysis("a", "It rained all week.", title=title)])))
    assert found.heading == heading


def test_stories_of_the_same_actors_are_told_apart_by_their_month():
    def article_of(key, published):
        text = "Alder Foods banned Birch Bank on Monday."
        return analysis(
            key, text, actor(text, "a1", "Alder Foods", "Company"), actor(text, "a2", "Birch Bank", "Company"),
            action(text, "e1", "banned", type="Ban", lemma="ban", agents=("a1",), patients=("a2",),
                   agent_spans="Alder Foods", patient_spans="Birch Bank", recorded=True), published=published,
        )  # fmt: skip

    found = accounts(on_record(resolve([article_of("one", "2019-03-05"), article_of("two", "2021-06-07")])))
    assert [item.heading for item in found] == [
        "Alder Foods, Birch Bank, March 2019",
        "Alder Foods, Birch Bank, June 2021",
    ]


def test_a_week_stands_in_the_chronology_where_it_begins():
    text = "Alder Foods sued Birch Bank, fined Cedar Air and bought Delta Steel."
    names = ("Alder Foods", "Birch Bank", "Cedar Air", "Delta Steel")
    dated = (("sued", "Sue", "2021-03-09"), ("fined", "Fine", "2021-W09"), ("bought", "Buy", "2021-02"))
    made = analysis(
        "one", text, *(actor(text, f"a{at}", name, "Company") for at, name in enumerate(names)),
        *(action(text, f"e{at}", word, type=kind, agents=("a0",), patients=(f"a{at}",), agent_spans=names[0],
                 patient_spans=names[at], date=day, recorded=True) for at, (word, kind, day) in enumerate(dated, 1)),
    )  # fmt: skip
    (found,) = accounts(on_record(resolve([made])))
    (chronology,) = [item for item in found.sections if item.heading == "Chronology"]
    assert [line.lead for line in chronology.lines] == [
        "February 2021 · one", "the week of 1 March 2021 · one", "9 March 2021 · one",
    ]  # fmt: skip


def ordering(key, day, who="Alder Foods"):
    """An article in which somebody orders a bank to close by a day."""
    text = f"{who} ordered Birch Bank to close the branch by then, and Birch Bank has nine clerks."
    return analysis(
        key, text, actor(text, "a1", who, "Company"), actor(text, "a2", "Birch Bank", "Company"),
        action(text, "e1", "ordered", type="Order", lemma="order", agents=("a1",), patients=("a2",),
               agent_spans=who, patient_spans="Birch Bank", recorded=True),
        action(text, "e2", "close", type="ShutDown", lemma="close", agents=("a2",), agent_spans="Birch Bank",
               patient_spans="the branch", modality="ordered", under="e1", date=day, recorded=True),
    )  # fmt: skip


def section(story, heading):
    (found,) = accounts(story)
    return next(item for item in found.sections if item.heading.startswith(heading))


def agreed_lines(story):
    (found,) = accounts(story)
    return [line.words for item in found.sections if item.heading == "Agreed" for line in item.lines]


def test_a_deadline_is_not_the_day_of_the_order():
    story = on_record(resolve([ordering("one", "2021-11-30"), ordering("two", "2021-11-30")]))
    assert [line.lead for line in section(story, "Set for a day").lines] == ["for 30 November 2021"]


@pytest.mark.parametrize(("articles", "agreed"), [(("one", "two"), False), (("one", "one"), True)])
def test_what_is_disputed_is_not_agreed(articles, agreed):
    """Sides of a dispute in which the same deed is told, or in which one article gives both."""
    told = [ordering(key, "2021-11-30") for key in ("one", "two")]
    story = on_record(resolve(told))
    order = next(item for item in story.actions if len(item.refs) > 1)
    end = len(told[0].article.text)
    sides = tuple(
        Position(value, (), (Place(key, 0, end if place == 0 else 1),) if agreed else (Place(key, 0, end),))
        for place, (value, key) in enumerate(zip(("2021-11-30", "2021-12-01"), articles, strict=True))
    )
    dispute = Disagreement(iri="https://w3id.org/d", about="https://w3id.org/a", aspect="date", positions=sides)
    actions = tuple(replace(item, origins=("a", "b"), asserted=True) for item in story.actions)
    made = replace(story, actions=actions, disagreements=(dispute,))
    assert agreed_lines(made) == ([order.label] if agreed else [])


def undated(key: str, *told: tuple[str, str, str | None]) -> Analysis:
    """An article without a date: what Alder Foods did to whom, and the yearless day that stands beside it."""
    text = " ".join(f"Alder Foods {verb} {whom}{' on May 4' if day else ''}." for verb, whom, day in told)
    names = ["Alder Foods", *(whom for _, whom, _ in told)]
    made = analysis(
        key, text, *(actor(text, f"a{at}", name, "Company") for at, name in enumerate(names)),
        *(action(text, f"e{at}", verb, type=kind, lemma=kind.lower(), agents=("a0",), patients=(f"a{at}",),
                 agent_spans="Alder Foods", patient_spans=whom, recorded=True,
                 date_span=(text.index("May 4"), text.index("May 4") + 5) if day else None)
          for at, (verb, whom, day) in enumerate(told, 1) for kind in ("Sue" if verb == "sued" else "Ban",)),
    )  # fmt: skip
    place = text.find("May 4")
    day = TimeExpression(start=place, end=place + 5, type="DATE", value=None, partial="XXXX-05-04")
    return replace(made, article=replace(made.article, published=None), dates=(day,) if place >= 0 else ())


def test_what_is_told_without_any_day_stands_as_it_is_told():
    told = (("sued", "Birch Bank", None), ("banned", "Cedar Air", "May 4"), ("banned", "Delta Steel", None))
    story = on_record(resolve([undated("a", *told)]))
    found = section(story, "Without a date")
    assert [(line.lead, line.words.split()[2]) for line in found.lines] == [("a", "sued"), ("a", "banned")]
    (day,) = section(story, "Chronology").lines
    assert (day.lead, day.words.split()[2]) == ("4 May · a", "banned")


def test_a_deed_told_in_two_stories_is_told_in_each_as_its_articles_tell_it():
    def article_of(key, who, whom, published):
        text = f"{who} banned {whom} on Monday."
        return analysis(
            key, text, actor(text, "a1", who, "Company"), actor(text, "a2", whom, "Company"),
            action(text, "e1", "banned", type="Ban", lemma="ban", agents=("a1",), patients=("a2",),
                   agent_spans=who, patient_spans=whom, recorded=True), published=published,
        )  # fmt: skip

    told = [
        article_of("a", "Alder Foods", "Birch Bank", "2019-03-05"),
        article_of("b", "Cedar Air", "Delta Steel", "2021-06-07"),
    ]
    story = on_record(resolve(told))
    first, second = story.actions
    joined = replace(first, refs=(*first.refs, *second.refs), support=first.refs, chief=first.refs[0])
    lines = [
        (line.words, line.support)
        for account in accounts(replace(story, actions=(joined,)))
        for part in account.sections
        if part.heading in {"Chronology", "Without a date, as told"}
        for line in part.lines
    ]
    assert sorted(words for words, _ in lines) == sorted([first.label, second.label])
    assert not any("0 articles" in support for _, support in lines)


@pytest.mark.parametrize(("days", "explained"), [(("30", "31"), True), (("29", "31"), False)])
def test_days_that_follow_one_another_are_explained(days, explained):
    story = on_record(resolve([ordering("one", "2021-05-30"), ordering("two", "2021-05-30")]))
    sides = tuple(
        Position(f"2021-05-{day}", (), (Place(key, 0, 9),)) for key, day in zip(("one", "two"), days, strict=True)
    )
    dispute = Disagreement(iri="https://w3id.org/d", about="https://w3id.org/a", aspect="date", positions=sides)
    assert bool(section(replace(story, disagreements=(dispute,)), "Disputed").note) is explained


TOLD = "“Boats must stay in port at Halden”"


def outlet_of(key: str, publisher: str, cue: str) -> Analysis:
    text = f"Mira Lund {cue}: {TOLD}."
    found = analysis(
        key, text, actor(text, "m", "Mira Lund", "Person"),
        statement(text, "s1", TOLD, source="Mira Lund", cue=cue, speakers=("m",)),
    )  # fmt: skip
    return replace(found, article=replace(found.article, publisher=publisher))


def voices(*articles: Analysis) -> dict[str, list[tuple[str, ...]]]:
    (found,) = accounts(on_record(with_meaning(resolve(articles))))
    return {item.heading: [tuple(cell.words for cell in row) for row in item.rows] for item in found.sections}


def test_verbs_of_outlets():
    found = voices(outlet_of("a", "Gazette", "said"), outlet_of("b", "Courier", "claimed"))
    assert [row[1:] for row in found["One statement, by outlet"]] == [("Gazette", "“said”"), ("Courier", "“claimed”")]


def test_one_outlet_is_not_compared_with_itself():
    found = voices(outlet_of("a", "Gazette", "said"), outlet_of("b", "Gazette", "claimed"))
    assert "One statement, by outlet" not in found


def test_the_report_counts_as_the_shipped_questions_do(tmp_path):
    articles = outlet_of("a", "Gazette", "said"), outlet_of("b", "Courier", "claimed")
    rdf.write_graph(on_record(with_meaning(resolve(articles))), tmp_path)
    store, found = read.store(tmp_path), voices(*articles)
    asked = query.ask(store, query.shipped("verbs-chosen").sparql).rows
    assert {(row[1], f"“{row[2]}”") for row in asked} == {row[1:] for row in found["One statement, by outlet"]}


@pytest.mark.parametrize(("other", "agreed"), [("Alder Works", True), ("Birch Works", False), ("", True)])
def test_what_two_are_each_said_to_have_done_is_not_agreed(other, agreed):
    def built(key: str, who: str, sentence: str) -> Analysis:
        more = {"one": "Sudland fined Norland over the storm.", "two": "Norland, Sudland: a storm, a fine."}[key]
        text = f"{sentence} {more}"
        places = [actor(text, f"p{at}", name, "State") for at, name in enumerate(("Norland", "Sudland"))]
        firm = [actor(text, "w", who, "Organization")] if who else []
        bridge = actor(text, "b", "the Norport bridge", "Product")
        deed = action(
            text, "e1", "built", type="Make", lemma="build", agents=("w",) if who else (), agent_spans=who,
            patients=("b",), patient_spans="the Norport bridge", date="1974",
        )  # fmt: skip
        return analysis(key, text, *places, *firm, bridge, deed)

    story = on_record(
        resolve([
            built("one", "Alder Works", "Alder Works built the Norport bridge in 1974."),
            built("two", other, f"In 1974 the Norport bridge was built{f' by {other}' if other else ''} at last."),
        ])
    )  # fmt: skip
    built_ = [item.label for item in story.actions if len({ref.article for ref in item.refs}) == 2]
    assert len(built_) == 1
    assert (built_[0] in agreed_lines(story)) is agreed


def silent(*, source: str) -> list[str]:
    """Who the report lists as not quoted of two that met; the words for the source of a statement are `source`."""
    text = f"Ms Olga Brandt met Mr Ivo Falk in Norport. {source} said: {TOLD}."
    found = analysis(
        "a", text, actor(text, "b", "Olga Brandt", "Person"), actor(text, "f", "Ivo Falk", "Person"),
        actor(text, "s", source, "Person"),
        action(text, "e", "met", type="Meet", lemma="meet", agents=("b",), patients=("f",), agent_spans="Olga Brandt",
               patient_spans="Ivo Falk", recorded=True),
        statement(text, "s1", TOLD, source=source, cue="said", speakers=("s",), recorded=True),
    )  # fmt: skip
    (account,) = accounts(on_record(with_meaning(resolve([found]))))
    return [line.words for item in account.sections if item.heading == "Not quoted" for line in item.lines]


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("Tom Lund", ["Ivo Falk", "Olga Brandt"]),
        ("Ms Brandt", ["Ivo Falk"]),
        ("Falk’s lawyer, Tom Lund,", ["Olga Brandt"]),
        ("His wife, Mary Falk,", ["Ivo Falk", "Olga Brandt"]),
    ],
)
def test_whoever_may_have_spoken_is_not_listed_as_not_quoted(source: str, left: list[str]):
    assert sorted(silent(source=source)) == left
