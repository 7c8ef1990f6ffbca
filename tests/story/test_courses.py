"""What became of one thing, and what one speaker said about it, in the order of time."""

from __future__ import annotations

from itertools import permutations

import pytest
from msgspec.structs import replace

from onrecord.model import Action, Analysis, Course, Story
from onrecord.resolve import resolve
from onrecord.story.publication import on_record
from resolution import action, actor, all_shown, analysis, statement

BOARD = "The Harbour Board"


def told(key: str, text: str, *items: object, published: str | None = None) -> Analysis:
    """An article that names the board and the Blue Line, by the ids "b" and "l"."""
    known = (actor(text, "b", BOARD, "RegulatoryAgency"), actor(text, "l", "Blue Line", "Product"))
    found = analysis(key, text, *known, *items)
    return replace(found, article=replace(found.article, published=published))


def done(text: str, trigger: str, kind: str, **values: object) -> Action:
    given = {"agents": ("b",), "patients": ("l",), "patient_spans": "Blue Line", "lemma": trigger, **values}
    return action(text, "e1", trigger, type=kind, **given)


def ordered(published: str | None = "2021-03-01", day: str = "2021-06-01") -> Analysis:
    text = f"{BOARD} has ordered operators to close Blue Line by June 1."
    return told(
        "a-order", text,
        action(text, "e1", "ordered", type="Order", lemma="order", agents=("b",)),
        action(
            text, "e2", "close", type="ShutDown", lemma="close", patients=("l",), patient_spans="Blue Line",
            modality="ordered", under="e1", date=day,
        ),
        published=published,
    )  # fmt: skip


def postponed(published: str | None = "2021-05-20") -> Analysis:
    text = f"{BOARD} postponed the closure of Blue Line."
    trigger = done(text, "postponed", "Act", lemma="postpone", patient_spans="the closure of Blue Line", patients=())
    return told("b-postponed", text, trigger, published=published)


def lifted(published: str | None = "2021-09-02") -> Analysis:
    text = f"{BOARD} lifted the order against Blue Line."
    return told("c-lifted", text, done(text, "lifted", "Lift", lemma="lift"), published=published)


def courses(*items: Analysis) -> tuple[Course, ...]:
    return on_record(all_shown(resolve(items))).courses


def steps(*items: Analysis) -> list[tuple[object, ...]]:
    (found,) = courses(*items)
    return [(item.stage, item.foreseen, item.dates, item.told, item.met_by) for item in found.steps]


def test_the_steps_are_in_the_order_of_time_and_a_foreseen_one_is_met():
    (found,) = courses(lifted(), ordered(), postponed())
    assert found.label == "What became of Blue Line"
    assert steps(lifted(), ordered(), postponed()) == [
        ("ordered", False, (), "2021-03-01", None),
        ("postponed", False, (), "2021-05-20", None),
        ("took_effect", True, ("2021-06-01",), "2021-03-01", 1),
        ("lifted", False, (), "2021-09-02", None),
    ]


def suspended(of: str) -> Analysis:
    text = f"{BOARD} suspended {of} Blue Line on March 3."
    whole = of == ""
    given = {"patient_spans": f"{of} Blue Line".strip(), "date": "2021-03-03", "patients": ("l",) if whole else ()}
    return told(
        "s-suspended", text, done(text, "suspended", "Sanction", lemma="suspend", **given), published="2021-03-04"
    )


@pytest.mark.parametrize(("of", "step"), [
    ("", ("took_effect", False, ("2021-03-03",), "2021-03-04", None)),
    ("the licence of", ("took_effect", False, ("2021-03-03",), "2021-03-04", None)),
])  # fmt: skip
def test_who_or_what_is_suspended_is_not_put_off(of: str, step: tuple[object, ...]):
    assert step in steps(suspended(of), lifted())
    assert not [item for item in steps(suspended(of), lifted()) if item[0] == "postponed"]


def test_what_no_later_article_tells_is_left_open():
    assert [met for *_, met in steps(ordered(), postponed(published="2021-02-01"))] == [None, None, None]
    assert [met for *_, met in steps(ordered(), postponed(published=None))] == [None, None, None]
    assert [met for *_, met in steps(ordered(published=None), postponed())] == [None, None, None]


def test_what_has_no_date_stands_last():
    assert [stage for stage, *_ in steps(ordered(), postponed(None), lifted())][-1] == "postponed"


def test_one_stage_is_no_course():
    assert courses(lifted()) == ()


@pytest.mark.parametrize(
    ("changes", "stages"),
    [
        ({"polarity": "negative"}, []),
        ({"modality": "possible"}, []),
        ({"modality": "planned"}, [("lifted", True)]),
    ],
)
def test_what_is_denied_or_possible_is_no_step_and_what_is_planned_is_foreseen(changes, stages):
    text = f"{BOARD} lifted the order against Blue Line."
    other = told("c-lifted", text, done(text, "lifted", "Lift", lemma="lift", **changes), published="2021-09-02")
    (found,) = courses(ordered(), other)
    assert [(item.stage, item.foreseen) for item in found.steps if item.stage == "lifted"] == stages


def test_not_to_comply_is_to_refuse():
    text = f"Blue Line will not comply, {BOARD} heard."
    refusal = action(
        text, "e1", "comply", type="Refuse", lemma="comply", agents=("l",), modality="planned", polarity="negative"
    )
    found = steps(ordered(), told("d", text, refusal, published="2021-03-05"))
    assert ("refused", False, (), "2021-03-05", None) in found


def test_the_day_of_what_is_done_is_not_after_its_article():
    text = f"{BOARD} lifted the order against Blue Line from December 1."
    late = done(text, "lifted", "Lift", lemma="lift", date="2021-12-01")
    assert ("lifted", False, (), "2021-09-02", None) in steps(ordered(), told("c", text, late, published="2021-09-02"))
    assert ("lifted", False, ("2021-12-01",), None, None) in steps(ordered(), told("c", text, late))


def test_what_is_put_off_has_a_new_day():
    text = f"{BOARD} postponed the closure of Blue Line until July 15."
    put_off = done(
        text, "postponed", "Act", lemma="postpone", patient_spans="the closure of Blue Line", date="2021-07-15"
    )
    found = steps(ordered(), told("b", text, put_off, published="2021-05-20"))
    assert ("postponed", False, (), "2021-05-20", None) in found
    assert ("took_effect", True, ("2021-07-15",), "2021-05-20", None) in found
    earlier = done(
        text, "postponed", "Act", lemma="postpone", patient_spans="the closure of Blue Line", date="2021-05-03"
    )
    found = steps(ordered(), told("b", text, earlier, published="2021-05-20"))
    assert [(stage, dates) for stage, foreseen, dates, *_ in found if not foreseen] == [
        ("ordered", ()),
        ("postponed", ()),
    ]
    assert len(found) == 3


def test_a_ban_that_is_lifted_does_not_take_effect():
    text = f"{BOARD} lifted the ban on Blue Line."
    lift = done(text, "lifted", "Lift", lemma="lift", patient_spans="the ban on Blue Line")
    ban = replace(done(text, "ban", "Ban", rule="noun:ban"), id="e2")
    found = steps(ordered(), told("c", text, lift, ban, published="2021-09-02"))
    assert [stage for stage, foreseen, *_ in found if not foreseen] == ["ordered", "lifted"]
    parted = replace(lift, trigger=(*lift.trigger, *ban.trigger), patient_spans=())
    assert steps(ordered(), told("c", text, parted, ban, published="2021-09-02")) == found


def test_whose_it_is_is_not_what_it_is_done_to():
    text = f"{BOARD} lifted the order against Blue Line's owner, and Blue Line's owner paid."
    other = done(text, "lifted", "Lift", lemma="lift", patients=(), patient_spans="Blue Line's owner")
    assert [stage for stage, *_ in steps(ordered(), told("c", text, other, published="2021-09-02"))] == [
        "ordered", "took_effect",
    ]  # fmt: skip


def test_what_has_no_node_has_a_course_by_its_noun():
    """Of one matter: "the strike" is put off and then called off."""

    def of(key: str, verb: str, lemma: str, day: str) -> Analysis:
        text = f"{BOARD} {verb} the strike on Blue Line."
        return told(
            key, text,
            action(text, "e1", verb, type="Act", lemma=lemma, agents=("b",), patient_spans="the strike", recorded=True),
            published=day,
        )  # fmt: skip

    late, end = of("a", "postponed", "postpone", "2021-03-01"), of("b", "called off", "call off", "2021-03-09")
    (found,) = courses(end, late)
    assert found.label == "What became of the strike"
    assert [(item.stage, item.told) for item in found.steps] == [
        ("postponed", "2021-03-01"), ("ended", "2021-03-09"),
    ]  # fmt: skip
    assert found.about == found.steps[0].event


@pytest.mark.parametrize(("kind", "stages"), [("Person", ["held", "freed"]), ("Product", [])])
def test_people_are_held_and_freed(kind, stages):
    def of(key: str, verb: str, deed: str, day: str) -> Analysis:
        text = f"{BOARD} of Blue Line {verb} Ann Lee."
        return told(
            key, text, actor(text, "p", "Ann Lee", kind),
            action(text, "e1", verb, type=deed, lemma=deed.lower(), agents=("b",), patients=("p",),
                   patient_spans="Ann Lee"),
            published=day,
        )  # fmt: skip

    found = courses(of("a", "arrested", "Arrest", "2021-03-01"), of("b", "released", "Release", "2021-03-04"))
    assert [step.stage for item in found for step in item.steps] == stages


def test_the_order_of_articles_does_not_matter():
    items = (ordered(), postponed(), lifted(None))
    assert len({courses(*order) for order in permutations(items)}) == 1


def said(key: str, content: str, published: str | None) -> Analysis:
    text = f"Ann Lee of {BOARD} said {content} of Blue Line"
    return told(
        key, text, actor(text, "p", "Ann Lee", "Person"),
        statement(text, "s1", content, mode="indirect", source="Ann Lee", cue="said", speakers=("p",), about=("l",)),
        published=published,
    )  # fmt: skip


def threads(*items: Analysis) -> Story:
    return on_record(all_shown(resolve(items)))


def test_what_one_speaker_said_about_one_thing_is_a_thread():
    story = threads(said("a", "the closure was final", "2021-05-01"), said("b", "no closure was meant", "2021-03-01"))
    (found,) = story.threads
    assert found.label == "Ann Lee on Blue Line"
    labels = {item.iri: item.label for item in story.statements}
    assert [(item.told, labels[item.event]) for item in found.steps] == [
        ("2021-03-01", "Ann Lee [of The Harbour Board] said no closure was meant"),
        ("2021-05-01", "Ann Lee [of The Harbour Board] said the closure was final"),
    ]


def test_one_statement_is_no_thread():
    assert threads(said("a", "the closure was final", None)).threads == ()
