"""What articles of one story tell differently, and what only seems so."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from disputing import asked_for_comment, read, told
from onrecord import rdf, summary
from onrecord.model import (
    Action,
    Analysis,
    Disagreement,
    Place,
    Position,
    Story,
    TimeExpression,
)
from onrecord.rdf import query
from onrecord.rdf import read as read_graph
from onrecord.resolve import resolve
from onrecord.story.disputes import find_disagreements
from onrecord.story.figures import figures_of
from onrecord.story.index import build_index
from onrecord.story.notes import CHANGED
from onrecord.story.publication import on_record
from onrecord.story.storylines import group_articles
from resolution import action, actor, analysis, article, statement


def labels(story: Story) -> list[tuple[str, list[str]]]:
    return [(item.label, [one.value for one in item.positions]) for item in story.disagreements if not item.note]


def seeming(story: Story) -> list[tuple[str, list[str]]]:
    return [(item.label, [one.value for one in item.positions]) for item in story.disagreements if item.note]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("About 5,000 customers use it", [("about", 5000, {"person", "user"})]),
        ("There are fewer than 5,000 Alder users", [("under", 5000, {"person", "user"})]),
        ("The five mobile operators met", [("exactly", 5, {"operator", "person"})]),
        ("Up to three boats sank", [("at_most", 3, {"vessel"})]),
        ("It lasted three days", []),
        ("It cost $5,000 stamps", []),
        ("It happened in 2013 elections", []),
        ("It came at 11 PM rivals", []),
        ("He met 420 passengers and cars", []),
        ("It fell, killing two dockers and sinking a boat", [("exactly", 2, {"docker", "person"})]),
        ("The 2-1 wins", []),
        ("It spent 12 million crowns", []),
        ("It sold 1.2 million doses", [("exactly", 1_200_000, {"dose"})]),
        ("It sold two million doses", [("exactly", 2_000_000, {"dose"})]),
    ],
)
def test_numbers_of_things(sentence, found):
    text = f"{sentence}."
    told = Analysis(article=article("one", text), sentences=((0, len(text)),))
    counted = [item for item in figures_of(told) if item.parts.verbs is not None]
    assert [(item.parts.comparison, item.value, set(item.parts.things)) for item in counted] == found


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("About 5,000 customers use Blimp in Norland", "Fewer than 5,000 Blimp users are left in Norland", False),
        ("Exactly 5,000 customers use Blimp in Norland", "Fewer than 5,000 Blimp users are left in Norland", True),
        ("Five mobile operators met in Norland", "The three main mobile operators met in Norland", False),
        ("A blast killed five dockers in Norland", "Seven dockers died in Norland", True),
        ("Five mobile operators met in Norland", "Three mobile providers met in Norland", True),
        ("About 5,000 customers use Blimp", "Some 5,200 Blimp users are left", False),
        ("More than 40 clerks left the firm", "The firm lost 43 clerks", False),
        ("Seven clerks left the bank", "Nine boats left the bank", False),
        ("Up to three boats sank", "Three boats sank", False),
    ],
)
def test_numbers_that_cannot_both_hold(one, two, differ):
    story = on_record(resolve([told("one", one), told("two", two)]))
    assert bool(labels(story)) is differ


@pytest.mark.parametrize(
    ("day", "differ"),
    [
        pytest.param(None, True, id="nothing known of the day"),
        pytest.param("XXXX-WXX-3", True, id="the weekday of the other's day"),
        pytest.param("XXXX-WXX-6", False, id="another weekday: a like event"),
        pytest.param("2021-06-09", False, id="another day"),
    ],
)
def test_numbers_of_like_events_on_two_days_do_not_differ(day, differ):
    def on(key: str, number: str, value: str | None) -> Analysis:
        made = told(key, f"{number} mobile operators met in Norland")
        full, part = (None, value) if value and value.startswith("XXXX") else (value, None)
        day = TimeExpression(start=0, end=7, type="DATE", value=full, partial=part)
        return replace(made, dates=(day,) if value else ())

    story = on_record(resolve([on("one", "Five", "2021-03-03"), on("two", "Three", day)]))
    assert bool(labels(story)) is differ


def test_an_article_that_gives_both_numbers_knows_better():
    both = told("one", "Five mobile operators met, then three mobile operators left")
    story = on_record(resolve([both, told("two", "Three mobile operators left Norland")]))
    assert labels(story) == []


def test_numbers_in_other_stories_do_not_differ():
    other = read(
        "two", "Ann Poe sold five mobile stands.", actor("Ann Poe sold five mobile stands.", "a", "Ann Poe", "Person")
    )
    story = on_record(resolve([told("one", "Three mobile stands fell"), other]))
    assert labels(story) == []
    assert group_articles(story) == [["one"], ["two"]]


def test_whether_somebody_commented():
    spoke, silent = asked_for_comment()
    said = [("Whether Alder Net had commented", ["has commented", "has not commented"])]
    assert labels(on_record(resolve([spoke, silent]))) == []
    assert seeming(on_record(resolve([spoke, silent]))) == said

    def of(item: Analysis, day: str) -> Analysis:
        return replace(item, article=replace(item.article, published=day))

    assert seeming(on_record(resolve([of(spoke, "2021-05-03"), of(silent, "2021-05-05")]))) == said
    assert seeming(on_record(resolve([of(spoke, "2021-05-03"), of(silent, "2021-06-20")]))) == []


def test_whoever_is_named_in_a_question_to_another_has_not_refused():
    sentence = "Asked about Alder Net, the bank had no comment"
    text = told("two", sentence).article.text
    quiet = told(
        "two", sentence,
        statement(text, "s1", "no comment", mode="indirect", cue="had", source="the bank", speakers=()),
    )  # fmt: skip
    assert seeming(on_record(resolve([asked_for_comment()[0], quiet]))) == []


def test_who_ordered_it():
    def order(key: str, who: str, kind: str) -> Analysis:
        sentence = f"{who} ordered shops to close Blimp"
        text = f"Norland and Alder Net met in Harbor Town. {sentence}"
        return told(
            key, sentence, actor(text, "a8", who, kind), actor(text, "a9", "Blimp", "Product"),  # type: ignore[arg-type]
            action(text, "e1", "ordered", lemma="order", type="Order", agents=("a8",), patients=()),
            action(
                text, "e2", "close", lemma="close", type="ShutDown", patients=("a9",), patient_spans="Blimp",
                under="e1", modality="ordered",
            ),
        )  # fmt: skip

    story = on_record(
        resolve([order("one", "The Telecom Board", "RegulatoryAgency"), order("two", "The Home Ministry", "Ministry")])
    )
    assert [(item.label, item.aspect, len(item.positions)) for item in story.disagreements] == [
        ("Who ordered Blimp to be shut down", "agent", 2)
    ]
    assert all(one.places for one in story.disagreements[0].positions)


def test_the_order_of_articles_does_not_matter():
    items = [
        told("one", "Five mobile operators met in Norland"),
        told("two", "Three mobile operators met in Norland"),
        told("three", "It rained"),
    ]
    first = on_record(resolve(items))
    assert len(labels(first)) == 1
    assert on_record(resolve(items[::-1])) == on_record(resolve(items[1:] + items[:1])) == first


def test_every_position_has_its_sentence():
    story = on_record(
        resolve(
            [told("one", "Five mobile operators met in Norland"), told("two", "Three mobile operators met in Norland")]
        )
    )
    (only,) = story.disagreements
    texts = {item.article.id: item.article.text for item in story.analyses}
    assert [texts[place.article][place.start : place.end] for one in only.positions for place in one.places] == [
        "Five mobile operators met in Norland", "Three mobile operators met in Norland",
    ]  # fmt: skip
    assert replace(only, positions=()).label == "How many mobile operators met"


@pytest.mark.parametrize(("opening", "count"), [(False, 1), (True, 0)])
def test_a_day_with_its_year_in_the_first_sentence_is_rather_of_publication(opening, count):
    def fined(key: str, day: str) -> Analysis:
        sentence, first = f"Norland fined Alder Net on {day} May 2021", "They met in Harbor Town"
        text = f"{sentence}. {first}." if opening else f"{first}. {sentence}."
        names = {"Norland": "State", "Alder Net": "Company", "Harbor Town": "Place"}
        people = [actor(text, f"n{number}", name, names[name]) for number, name in enumerate(names, 1)]  # type: ignore[arg-type]
        words = f"{day} May 2021"
        start = text.index(words)
        fine = action(
            text, "e1", "fined", type="Punish", lemma="fine", agents=("n1",), agent_spans="Norland", patients=("n2",),
            patient_spans="Alder Net", date=f"2021-05-0{day}", date_span=(start, start + len(words)),
        )  # fmt: skip
        return read(key, text, *people, fine)

    one, two = fined("a", "3"), fined("b", "5")
    both = on_record(resolve([one, two]))
    assert len([item for item in both.disagreements if item.aspect == "date"]) == count


def test_the_chief_ones_of_several_are_no_rival_number(tmp_path):
    several, chief = (
        told("one", "Alder Net runs five river ferries"),
        told("two", "Alder Net runs the three main river ferries"),
    )
    more = told("three", "Alder Net runs the three other river ferries")
    shown = on_record(resolve([several, chief]))
    assert labels(shown) == []
    assert [values for _, values in seeming(shown)] == [["five river ferries", "three main river ferries"]]
    assert seeming(on_record(resolve([several, more]))) == []
    rdf.write_graph(shown, tmp_path)
    answer = query.ask(read_graph.store(tmp_path), query.shipped("disagreements").sparql)
    notes = {row[answer.columns.index("note")] for row in answer.rows}
    assert notes == {"One number is that of the chief ones among them alone."}
    assert summary.of(shown, (), "out", ()).apparent == 1


@pytest.mark.parametrize("about", ["actor", "action"])
def test_days_that_no_report_gives_are_no_dispute(about):
    """What resolution found may be told by reports that are not on record: nothing says then what it is about."""
    story = resolve([told("one", "It rained"), told("two", "It snowed")])
    node = story.actors[0].iri if about == "actor" else story.actions[0].iri
    sides = tuple(Position(day, (), (Place(key, 0, 9),)) for day, key in (("2021-03-01", "one"), ("2021-03-04", "two")))
    found = Disagreement(iri="x", about=node, aspect="date", positions=sides)
    group = {"one": 0, "two": 0}
    assert find_disagreements(replace(story, disagreements=(found,)), build_index(story), group) == ()


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        ("Alder Net will close five shops", "Alder Net will close nine shops", "How many shops Alder Net will close"),
        ("Alder Net employs 500 clerks", "Alder Net employs 700 clerks", "How many clerks Alder Net employs"),
        ("Five dockers killed in Norland", "Seven dockers killed in Norland", "How many dockers were killed"),
        ("Five dockers died in Norland", "Seven dockers died in Norland", "How many dockers died"),
        (
            "Five dockers killed seals off Norland",
            "Nine dockers killed seals off Norland",
            "How many dockers killed seals",
        ),
        (
            "Alder Net has 30 days to clear the pond",
            "Alder Net has 60 days to clear the pond",
            "How long there is to clear",
        ),
        (
            "Many savers of Alder Net pulled $20 million",
            "Many savers pulled $90 million from Alder Net",
            "How much money was withdrawn",
        ),
        ("A blast hurt five dockers in Norland", "Nine dockers wounded in Norland", "How many dockers were injured"),
    ],
)
def test_a_number_is_asked_for_as_a_person_would(one, two, label):
    story = on_record(resolve([told("one", one), told("two", two)]))
    assert [item.label for item in story.disagreements] == [label]


def deed(text: str, words: str, lemma: str, *, at: int = 1, **values: Any) -> Action:
    return action(text, f"e{at}", words, type="Act", lemma=lemma, agents=("a1",), agent_spans="Ada Falk", **values)


def quoted(sides: tuple[str, str], *, speaker: str = "Una Lind") -> Story:
    """One article in which Ivo Berg affirms and `speaker` denies a deed of Ada Falk."""
    text = f"Ivo Berg said Ada Falk {sides[0]}. {speaker} said she {sides[1]}."
    people = [actor(text, f"a{at}", name, "Person") for at, name in enumerate(("Ada Falk", "Ivo Berg", "Una Lind"), 1)
              if name in text]  # fmt: skip
    sources = {item.name: item.id for item in people}
    said = [
        statement(text, f"s{at}", words, mode="indirect", source=f"{name}{nth}", cue=f"said#{at}",
                  speakers=(sources[name],))
        for at, (name, nth, words) in enumerate((("Ivo Berg", "", f"Ada Falk {sides[0]}"),
                                                 (speaker, "#2" if speaker == "Ivo Berg" else "", f"she {sides[1]}")),
                                                1)
    ]  # fmt: skip
    deeds = [
        deed(text, sides[0].split()[0], "read", within="s1", patient_spans="the report"),
        deed(text, sides[1].split()[0], "read", at=2, within="s2", patient_spans="the report#2", polarity="negative"),
    ]
    return on_record(resolve([analysis("one", text, *people, *said, *deeds)]))


def test_a_claim_pairs_with_its_denial_by_somebody_else_in_the_same_article():
    both = ("read the report", "ignored the report")
    assert labels(quoted(both)) == [("Whether Ada Falk read the report", ["done", "not done"])]
    assert labels(quoted(both, speaker="Ivo Berg")) == []  # one who says both sees no contradiction


def plan(key: str, polarity: str, published: str | None) -> Analysis:
    text = "Ada Falk will sell the crown of Norland."
    made = deed(text, "will sell", "sell", modality="planned", polarity=polarity, patient_spans="the crown of Norland")
    return analysis(key, text, actor(text, "a1", "Ada Falk", "Person"), made, published=published)


@pytest.mark.parametrize(
    ("day", "truly", "note"),
    [
        pytest.param("2021-03-02", True, "", id="a day later"),
        pytest.param(None, True, "", id="no date"),
        pytest.param("2021-03-28", False, CHANGED, id="weeks later"),
        pytest.param("2021-09-28", False, None, id="another plan"),
    ],
)
def test_a_plan_against_a_plan_is_disputed_at_once_and_changed_later(day, truly, note):
    found = on_record(resolve([plan("a", "positive", "2021-03-01"), plan("b", "negative", day)])).disagreements
    assert [item.note for item in found] == ([note] if note is not None else [])
    assert not truly or [item.label for item in found] == ["Whether Ada Falk plans to sell the crown of Norland"]


@pytest.mark.parametrize(("words", "labelled"), [("no ransom", True), ("no fine", False)])
def test_none_of_a_kind_is_not_any_of_it(words, labelled):
    first, second = "Ada Falk paid a ransom to Ivo Berg.", f"Ada Falk paid {words}."
    falk = [actor(text, "a1", "Ada Falk", "Person") for text in (first, second)]
    berg = actor(first, "a2", "Ivo Berg", "Person")
    paid = deed(first, "paid", "pay", patients=("a2",), patient_spans="Ivo Berg")
    none = deed(second, "paid", "pay", polarity="negative", patient_spans=words)
    story = on_record(resolve([analysis("a", first, falk[0], berg, paid), analysis("b", second, falk[1], none)]))
    assert labels(story) == [("Whether Ada Falk paid Ivo Berg", ["done", "not done"])] * labelled


@pytest.mark.parametrize(("day", "differ"), [("Friday", True), ("Sunday", False)])
def test_the_day_of_a_number_is_that_of_its_sentence(day, differ):
    """One article begins with another day, on which nothing was counted."""

    def on(key: str, sentence: str, first: str) -> Analysis:
        made = told(key, sentence)
        found = [TimeExpression(start=0, end=7, type="DATE", value=None, partial=first)]
        for name, partial in (("Friday", "XXXX-WXX-5"), ("Sunday", "XXXX-WXX-7")):
            if name in sentence:
                start = made.article.text.index(name)
                found.append(
                    TimeExpression(start=start, end=start + len(name), type="DATE", value=None, partial=partial)
                )
        return replace(made, dates=tuple(found))

    one = on("one", "A blast killed five dockers in Norland on Friday", "XXXX-WXX-1")
    two = on("two", f"Seven dockers died in Norland on {day}", "XXXX-WXX-5")
    assert bool(labels(on_record(resolve([one, two])))) is differ
