"""Reports of one action are one action; roles and dates come only from what an article itself asserts."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from onrecord.model import ActorType, Analysis, Story, TimeExpression
from onrecord.resolve import resolve
from onrecord.resolve.actions.phrases import is_once
from resolution import action, actor, analysis, span, statement

MATTER = (
    "Dockers at Moshaven harbour have waited for the crane inspection by Veridane since the storm. "
    "Insurers, pilots and tug crews watched the dispute over overtime and mooring fees."
)


def banned(key: str, sentence: str, trigger: str, *, whom: str = "Boxwood Air", **values: Any) -> Analysis:
    """An article on the matter in which the Harbour Board does something to somebody."""
    text = f"{sentence} {MATTER}"
    fields = {"type": "Ban", "lemma": "ban", "agents": ("a1",), "patients": ("a2",), **values}
    return analysis(
        key,
        text,
        actor(text, "a1", "Harbour Board", "RegulatoryAgency"),
        actor(text, "a2", whom, "Company"),
        action(text, "e1", trigger, agent_spans="Harbour Board", patient_spans=whom, **fields),
        published="2021-03-04",
    )


def one_action(*analyses: Analysis) -> bool:
    story = resolve(analyses)
    return len({item.iri for found in story.analyses for item in found.actions if item.id == "e1"}) == 1


PLAIN = banned("a", "The Harbour Board banned Boxwood Air on Monday.", "banned")


def test_one_deed_in_two_articles() -> None:
    other = banned("b", "Boxwood Air was banned by the Harbour Board.", "banned")
    story = resolve([PLAIN, other])
    (found,) = story.actions
    assert found.asserted
    assert [ref.article for ref in found.refs] == ["a", "b"]
    assert len(found.agents) == len(found.patients) == len(found.replaces) == 1


def test_another_word_of_the_kind_for_the_same_deed() -> None:
    assert one_action(PLAIN, banned("b", "The Harbour Board outlawed Boxwood Air.", "outlawed", lemma="outlaw"))


@pytest.mark.parametrize(
    "other",
    [
        banned("b", "The Harbour Board banned Ferry Lines.", "banned", whom="Ferry Lines"),
        banned("b", "The Harbour Board banned Boxwood Air in 2010.", "banned", date="2010"),
        banned("b", "The Harbour Board is to ban Boxwood Air.", "ban", modality="ordered"),
        banned("b", "The Harbour Board praised Boxwood Air.", "praised", type="Support", lemma="praise"),
    ],
    ids=["another patient", "another year", "only ordered", "another deed"],
)
def test_two_deeds(other: Analysis) -> None:
    first = banned("a", "The Harbour Board banned Boxwood Air on Monday.", "banned", date="2021-03-01")
    assert not one_action(first, other)


def test_a_word_alone_is_not_a_deed() -> None:
    """Everyday words without anybody in common."""
    text, other = f"Omar Sadiq wanted a boat. {MATTER}", f"Lena Marek wanted her pay. {MATTER}"
    story = resolve(
        [
            analysis("a", text, action(text, "e1", "wanted", lemma="want", patient_spans="a boat")),
            analysis("b", other, action(other, "e1", "wanted", lemma="want", patient_spans="her pay")),
        ]
    )
    assert len(story.actions) == 2


def done(key: str, sentence: str, lemma: str, *, kind: str = "Act", whom: str = "", who: str = "") -> Analysis:
    """An article on the matter in which somebody does something, told by words alone."""
    text = f"{sentence} {MATTER}"
    actors = [actor(text, "a1", who, "Company")] if who else []
    roles = {"agents": ("a1",), "agent_spans": who} if who else {}
    roles |= {"patient_spans": whom} if whom else {}
    return analysis(key, text, *actors, action(text, "e1", lemma, lemma=lemma, type=kind, **roles))


def test_who_decides_something_else_has_decided_by_himself() -> None:
    """Another deed follows from the word; words around that are alike do not make it one."""
    air = done("a", "Boxwood Air will decide on leaving the harbour.", "decide", kind="Decide", who="Boxwood Air")
    lines = done("b", "Ferry Lines will decide on leaving the harbour.", "decide", kind="Decide", who="Ferry Lines")
    again = done("b", "Boxwood Air will decide on leaving the harbour.", "decide", kind="Decide", who="Boxwood Air")
    assert one_action(air, again)
    assert not one_action(air, lines)


def test_a_common_word_needs_the_same_to_be_done_to() -> None:
    cranes = done("a", "Welders create cranes.", "create", kind="Launch", whom="cranes")
    again = done("b", "Nobody can create cranes overnight.", "create", kind="Launch", whom="cranes")
    flags = done("b", "Children create flags.", "create", kind="Launch", whom="flags")
    assert one_action(cranes, again)
    assert not one_action(cranes, flags)


def test_one_sentence_tells_of_two_things() -> None:
    text = f"They tapped the phones of the dockers, and snooped on the pilots. {MATTER}"
    made = analysis(
        "a",
        text,
        action(text, "e1", "tapped", lemma="tap", type="Surveil", patient_spans="the phones of the dockers"),
        action(text, "e2", "snooped", lemma="snoop", type="Surveil", patient_spans="the pilots"),
    )
    end = text.index(". ") + 1
    assert len(resolve([replace(made, sentences=((0, end), (end + 1, len(text))))]).actions) == 2


def test_two_articles_on_different_matters_keep_their_deeds() -> None:
    text = "Judges acquitted a violinist after a theatre quarrel about tickets, and police banned smoking there."
    other = f"The Harbour Board banned night work. {MATTER}"
    story = resolve(
        [
            analysis("a", text, action(text, "e1", "banned", type="Ban", lemma="ban")),
            analysis("b", other, action(other, "e1", "banned", type="Ban", lemma="ban")),
        ]
    )
    assert len(story.actions) == 2


@pytest.mark.parametrize(("published", "one"), [("2021-03-06", True), ("2021-12-04", False)])
def test_what_is_told_months_later_in_like_words_is_another_deed(published: str, one: bool) -> None:
    first, second = (f"{MATTER} The quay was {word} at noon." for word in ("closed", "closed"))
    told = [
        analysis(key, text, action(text, "e1", "closed", type="ShutDown", lemma="close"), published=day)
        for key, text, day in (("a", first, "2021-03-04"), ("b", second, published))
    ]
    assert one_action(*told) is one


@pytest.mark.parametrize(("lemma", "word", "one"), [("shut", "shut", False), ("close", "closed", True)])
def test_the_kind_alone_joins_no_two_deeds_of_one_matter(lemma: str, word: str, one: bool) -> None:
    text = f"{MATTER} Once the boats had left, somebody closed it."
    other = f"{MATTER} Nobody saw why, yet theirs was {word} too."
    told = [
        analysis("a", text, action(text, "e1", "closed", type="ShutDown", lemma="close")),
        analysis("b", other, action(other, "e1", word, type="ShutDown", lemma=lemma)),
    ]
    assert one_action(*told) is one


def saying(key: str, quote: str) -> Analysis:
    text = f"“{quote},” Omar Sadiq said. {MATTER}"
    return analysis(
        key,
        text,
        actor(text, "a1", "Omar Sadiq", "Person"),
        statement(text, "s1", f"“{quote},”", speakers=("a1",), source="Omar Sadiq", cue="said"),
        action(text, "e1", "said", lemma="say", agents=("a1",), agent_spans="Omar Sadiq"),
    )


def test_acts_of_saying_go_with_what_was_said() -> None:
    first = "The crane will stand still until every one of us has been paid for the storm"
    second = "Nobody in this harbour has seen a contract since the new owners came to us"
    assert one_action(saying("a", first), saying("b", first))
    assert not one_action(saying("a", first), saying("b", second))


def test_what_others_say_deny_or_plan_gives_no_roles() -> None:
    sentence = "Omar Sadiq said the Harbour Board banned Boxwood Air."
    text = f"{sentence} {MATTER}"
    told = analysis(
        "a",
        text,
        actor(text, "a1", "Harbour Board", "RegulatoryAgency"),
        actor(text, "a2", "Boxwood Air", "Company"),
        actor(text, "a3", "Omar Sadiq", "Person"),
        statement(text, "s1", "the Harbour Board banned Boxwood Air", speakers=("a3",), mode="indirect"),
        action(text, "e1", "banned", agents=("a1",), patients=("a2",), within="s1", date="2021-03-01"),
    )
    for given in (
        told,
        banned("a", "The Harbour Board has not banned Boxwood Air.", "banned", polarity="negative", date="2021"),
        banned("a", "The Harbour Board will ban Boxwood Air.", "ban", modality="planned", date="2021"),
    ):
        (found,) = resolve([given]).actions
        assert not found.asserted
        assert (found.agents, found.patients, found.dates, found.places) == ((), (), (), ())


def positions(story: Story, aspect: str) -> list[str]:
    return [item.value for found in story.disagreements if found.aspect == aspect for item in found.positions]


def test_dates_that_cannot_both_hold_are_a_disagreement() -> None:
    first = banned("a", "The Harbour Board banned Boxwood Air from Nov. 30.", "banned", date="2021-11-30")
    second = banned("b", "The Harbour Board banned Boxwood Air from Dec. 1.", "banned", date="2021-12-01")
    story = resolve([first, second])
    assert len(story.actions) == 1
    assert positions(story, "date") == ["2021-11-30", "2021-12-01"]


def test_a_coarser_date_does_not_disagree() -> None:
    first = banned("a", "The Harbour Board banned Boxwood Air on Nov. 30.", "banned", date="2021-11-30")
    second = banned("b", "The Harbour Board banned Boxwood Air in November.", "banned", date="2021-11")
    story = resolve([first, second])
    assert story.actions[0].dates == ("2021-11-30",)
    assert positions(story, "date") == []


def due(key: str, verb: str, lemma: str, kind: str, day: str, modality: str = "ordered") -> Analysis:
    text = f"The Harbour Board told pilots to {verb} the Pier Messenger. {MATTER}"
    return analysis(
        key,
        text,
        actor(text, "a1", "Harbour Board", "RegulatoryAgency"),
        actor(text, "a2", "Pier Messenger", "Product"),
        action(
            text,
            "e1",
            verb,
            type=kind,
            lemma=lemma,
            plover="COERCE",
            modality=modality,
            patients=("a2",),
            patient_spans="the Pier Messenger",
            date=day,
        ),
    )


def test_a_deadline_that_articles_give_differently_is_a_disagreement_about_the_actor() -> None:
    story = resolve(
        [due("a", "close", "close", "ShutDown", "2021-11-30"), due("b", "curb", "curb", "Ban", "2021-12-01")]
    )
    assert len(story.actions) == 2
    messenger = next(item for item in story.actors if item.name == "Pier Messenger")
    (found,) = story.disagreements
    assert (found.about, found.aspect) == (messenger.iri, "date")
    assert [item.value for item in found.positions] == ["2021-11-30", "2021-12-01"]


@pytest.mark.parametrize(
    "other",
    [
        due("b", "curb", "curb", "Ban", "2021-11-30"),
        due("b", "curb", "curb", "Ban", "2022-12-01"),
        due("b", "curb", "curb", "Ban", "2021-12"),
        due("b", "curb", "curb", "Ban", "2021-12-01", "asserted"),
    ],
    ids=["the same day", "another year", "no day", "done"],
)
def test_no_disagreement_about_a_deadline(other: Analysis) -> None:
    assert positions(resolve([due("a", "close", "close", "ShutDown", "2021-11-30"), other]), "date") == []


def test_two_days_of_one_article_are_of_two_deeds() -> None:
    text = f"The Harbour Board told pilots to close the Pier Messenger and to curb the Pier Messenger. {MATTER}"
    both = due("a", "close", "close", "ShutDown", "2021-11-30")
    curbed = action(
        text, "e2", "curb", type="Ban", lemma="curb", plover="COERCE", modality="ordered", patients=("a2",),
        patient_spans="the Pier Messenger", date="2021-12-01",
    )  # fmt: skip
    both = replace(both, article=replace(both.article, text=text), actions=(*both.actions, curbed))
    assert positions(resolve([both, due("b", "close", "close", "ShutDown", "2021-11-30")]), "date") == []
    later = positions(resolve([both, due("b", "close", "close", "ShutDown", "2021-12-03")]), "date")
    assert later == ["2021-11-30", "2021-12-01", "2021-12-03"]


def test_numbers_of_one_thing_disagree() -> None:
    def seized(key: str, number: str) -> Analysis:
        text = f"The Harbour Board seized {number} ferries. {MATTER}"
        return analysis(
            key,
            text,
            actor(text, "a1", "Harbour Board", "RegulatoryAgency"),
            action(
                text,
                "e1",
                "seized",
                type="Seize",
                lemma="seize",
                agents=("a1",),
                agent_spans="Harbour Board",
                patient_spans=f"{number} ferries",
            ),
        )

    story = resolve([seized("a", "three"), seized("b", "five")])
    assert len(story.actions) == 1
    assert positions(story, "number") == ["3", "5"]


def freed(key: str, who: str, kind: ActorType = "Person", *, modality: str = "asserted") -> Analysis:
    text = f"{who} freed Boxwood Air from its debts. {MATTER}"
    return analysis(
        key,
        text,
        actor(text, "a1", who, kind),
        actor(text, "a2", "Boxwood Air", "Company"),
        action(
            text, "e1", "freed", type="Release", lemma="free", modality=modality,
            agents=("a1",), agent_spans=who, patients=("a2",), patient_spans="Boxwood Air",
        ),
    )  # fmt: skip


def test_two_who_cannot_both_have_done_it_disagree() -> None:
    story = resolve([freed("a", "Omar Sadiq"), freed("b", "Lena Marek")])
    assert len(story.actions) == 1
    assert len(positions(story, "agent")) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (freed("a", "Omar Sadiq", modality="planned"), freed("b", "Lena Marek", modality="planned")),
        (freed("a", "Kenya", "State"), freed("b", "Revenue Board", "RegulatoryAgency")),
        (freed("a", "Harbour Ministry", "Ministry"), freed("b", "Revenue Board", "RegulatoryAgency")),
        (freed("a", "Isak Marek", "Person"), freed("b", "Lena Marek", "Person")),
    ],
    ids=["only planned", "a state and its body", "one body may be under the other", "names in common"],
)
def test_two_who_may_both_have_done_it_do_not(first: Analysis, second: Analysis) -> None:
    story = resolve([first, second])
    assert len(story.actions) == 1
    assert positions(story, "agent") == []


def told(key: str, text: str, *items: Any) -> Analysis:
    return analysis(key, text, *items, published="2021-03-04")


def asked(key: str, words: str, verb: str, lemma: str, kind: str) -> Analysis:
    text = f"The Harbour Board {words}. {MATTER}"
    return told(
        key, text, actor(text, "a1", "Harbour Board", "RegulatoryAgency"),
        action(text, "e1", "asked", type="Request", lemma="ask", agents=("a1",), agent_spans="Harbour Board"),
        action(text, "e2", verb, type=kind, lemma=lemma, under="e1", modality="demanded"),
    )  # fmt: skip


def test_who_asks_for_different_things_asks_twice() -> None:
    first = asked("a", "asked the pilots to close the port", "close", "close", "ShutDown")
    assert one_action(first, asked("b", "asked the pilots to shut the port", "shut", "shut", "ShutDown"))
    assert not one_action(first, asked("b", "asked the pilots to inform it", "inform", "inform", "Notify"))


def twice(first: str, second: str, verb: str, **roles: Any) -> bool:
    """Whether one article tells of one deed in two sentences, with "X" for the agent and "Y" for the patient."""
    text = f"{first} {MATTER} {second}"
    people = ("Ada Falk", "Ivo Berg", "Una Lind")
    made = [actor(text, f"a{at}", name, "Person") for at, name in enumerate(people) if name in text]
    deeds = [action(text, f"e{at}", f"{verb}#{at}", type="Act", lemma=verb, **roles.get(f"e{at}", {})) for at in (1, 2)]
    said = [span(text, words) for words in ("4 May", "2019") if words in text]
    times = tuple(TimeExpression(start=start, end=end, type="DATE", value=None) for start, end in said)
    return len(resolve([replace(analysis("a", text, *made, *deeds), dates=times)]).actions) == 1


@pytest.mark.parametrize(
    ("before", "once"), [("first", True), ("last", True), ("again", False), ("at first the captain", False)]
)
def test_a_deed_told_as_the_first_or_last_is_done_once(before, once) -> None:
    text = f"Ada Falk {before} carried the plan out."
    deed = replace(action(text, "e1", "carried", lemma="carry out"), trigger=(span(text, "carried"), span(text, "out")))
    assert is_once(deed, analysis("a", text, deed)) is once


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        pytest.param("Rents rose by 3 percent.", "Rents rose by 5 percent.", False, id="two amounts"),
        pytest.param("Rents rose by 3 percent.", "Rents rose by 3 percent again.", True, id="one amount"),
        pytest.param("Rents rose by 3 percent.", "Rents rose in the north.", True, id="one amount is told"),
        pytest.param("Rents rose by 3 percent.", "Rents rose by 40 euros.", True, id="an amount in each of two units"),
        pytest.param("Rents rose on 4 May.", "Rents rose in 2019.", True, id="two printings of a time"),
        pytest.param("Rents rose by 3 percent.", "Prices rose by 3 percent.", False, id="two things"),
    ],
)
def test_an_article_that_gives_two_amounts_or_things_tells_of_two_deeds(first, second, one) -> None:
    roles = {f"e{at}": {"agent_spans": sentence.split()[0]} for at, sentence in enumerate((first, second), 1)}
    if first.split()[0] == second.split()[0]:
        roles["e2"] = {"agent_spans": "Rents#2"}
    assert twice(first, second, "rose", **roles) is one


def test_an_article_that_names_two_doers_tells_of_two_deeds() -> None:
    text = ("Ada Falk beat Ivo Berg.", "Later Una Lind beat Ivo Berg.")
    both = {"patients": ("a1",)}
    roles = {"e1": both | {"agents": ("a0",)}, "e2": both | {"agents": ("a2",)}}
    assert not twice(*text, "beat", **roles)
    assert twice(text[0], "Later Ada Falk beat Ivo Berg.", "beat", e1=roles["e1"], e2=roles["e1"])


@pytest.mark.parametrize(
    ("one", "two", "merged"),
    [
        pytest.param(("sell", "positive"), ("sell", "negative"), False, id="for it and against it"),
        pytest.param(("sell", "positive"), ("sell", "positive"), True, id="both for it"),
    ],
)
def test_opposite_plans_are_two(one, two, merged) -> None:
    def plans(key: str, lemma: str, polarity: str) -> Analysis:
        text = f"Ada Falk will sell her shares of the port. {MATTER}"
        deed = action(
            text, "e1", "will sell", type="Sell", lemma=lemma, polarity=polarity, modality="planned",
            agents=("a1",), agent_spans="Ada Falk", patient_spans="her shares",
        )  # fmt: skip
        return analysis(key, text, actor(text, "a1", "Ada Falk", "Person"), deed)

    assert one_action(plans("a", *one), plans("b", *two)) is merged


def died(key: str, who: str, sentence: str) -> Analysis:
    text = f"{sentence} {MATTER}"
    named = not who[0].islower()
    return told(
        key, text, actor(text, "a1", who, "Person", named=named),
        action(text, "e1", "died", type="Die", lemma="die", patients=("a1",), patient_spans=who),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("who", "sentence", "one"),
    [
        ("Ann Rowane", "Ann Rowane died at sea.", True),
        ("Tom Bell", "Tom Bell died at sea.", False),
        ("a 36-year-old pilot", "At sea died a 36-year-old pilot.", False),
        ("a 52-year-old pilot", "At sea died a 52-year-old pilot.", True),
    ],
)
def test_different_victims_are_different_deaths(who, sentence, one) -> None:
    first = died("a", "Ann Rowan", "Ann Rowan, 52, died at sea.")
    assert one_action(first, died("b", who, sentence)) is one


@pytest.mark.parametrize(
    ("words", "partial", "one"),
    [
        pytest.param("on Wednesday", "XXXX-WXX-3", True, id="its weekday"),
        pytest.param("on Friday", "XXXX-WXX-5", False, id="another weekday"),
        pytest.param("on May 4", "XXXX-05-04", False, id="another day of the month"),
        pytest.param("in March", "XXXX-03", True, id="a month says nothing about the day"),
    ],
)
def test_a_weekday_that_the_other_day_is_not_parts_two_deeds(words: str, partial: str, one: bool) -> None:
    def on(key: str, whom: str, words: str, value: str | None, partial: str | None = None) -> Analysis:
        made = banned(key, f"The Harbour Board banned {whom} {words}.", "banned", whom=whom)
        start = made.article.text.index(words)
        span = (start, start + len(words))
        dates = (TimeExpression(start=span[0], end=span[1], type="DATE", value=value, partial=partial),)
        deeds = tuple(
            replace(item, date=value, date_span=span, agents=(), agent_spans=(), patients=()) for item in made.actions
        )
        return replace(made, dates=dates, actions=deeds)

    dated = on("a", "Boxwood Air", "on March 3, 2021", "2021-03-03")
    assert one_action(dated, on("b", "Ferry Lines", words, None, partial)) is one


def caught(key: str, sentence: str, who: str, lemma: str, kind: str, whom: str) -> Analysis:
    text = f"{sentence} {MATTER}"
    verb = sentence.removeprefix(who).split()[0]
    return analysis(
        key, text, actor(text, "a1", who, "Company"),
        action(text, "e1", verb, type=kind, lemma=lemma, agents=("a1",), agent_spans=who, patient_spans=whom),
        published="2021-03-04",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("who", "lemma", "kind", "one"),
    [
        ("Boxwood Air", "capture", "Seize", True),
        ("Pier Line", "capture", "Seize", False),
        ("Pier Line", "apprehend", "Arrest", True),
    ],
    ids=["the same actor", "another actor, another kind", "another actor, the same kind"],
)
def test_words_for_one_event_of_two_kinds_by_two_are_two_deeds(who: str, lemma: str, kind: str, one: bool) -> None:
    first = caught("a", "Boxwood Air apprehended the smugglers.", "Boxwood Air", "apprehend", "Arrest", "the smugglers")
    verb = {"capture": "captured", "apprehend": "apprehended"}[lemma]
    other = caught("b", f"{who} {verb} the smugglers.", who, lemma, kind, "the smugglers")
    assert one_action(first, other) is one


@pytest.mark.parametrize(("number", "one"), [("23", True), ("26", False)])
def test_what_is_done_to_another_number_in_another_matter_is_another_deed(number: str, one: bool) -> None:
    first = caught("a", "Boxwood Air seized 23 boats.", "Boxwood Air", "seize", "Seize", "23 boats")
    text = f"Boxwood Air seized {number} boats. Ferries, sheds and nets were full on the last day of the herring fair."
    other = analysis(
        "b", text, actor(text, "a1", "Boxwood Air", "Company"),
        action(text, "e1", "seized", type="Seize", lemma="seize", agents=("a1",), agent_spans="Boxwood Air",
               patient_spans=f"{number} boats"),
        published="2021-03-04",
    )  # fmt: skip
    assert one_action(first, other) is one
