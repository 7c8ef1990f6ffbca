"""What of a story is shown: recorded statements and actions, and the actors that they need."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from onrecord.model import ActorType, Analysis, Mention, Story
from onrecord.resolve import resolve
from onrecord.story import clear_nodes
from onrecord.story.background import in_passing
from onrecord.story.own_record import recorded_together
from onrecord.story.publication import on_record
from resolution import action, actor, all_shown, article, statement
from stories import join

TEXT = "Alder Foods sued Harbor Bank. A tax clerk said that the grain brokers left after a row. Tom Bell waited."


def analysis(**changes: object) -> Analysis:
    """Two actions, the second within a statement; a clerk who speaks, unnamed brokers, and Tom Bell, only named."""
    return Analysis(
        article=article("one", TEXT),
        actors=(
            actor(TEXT, "a1", "Alder Foods", "Company"),
            actor(TEXT, "a2", "Harbor Bank", "Company"),
            actor(TEXT, "a3", "A tax clerk", "Person", named=False),
            actor(TEXT, "a4", "the grain brokers", "Group", named=False),
            actor(TEXT, "a5", "Tom Bell", "Person"),
            actor(TEXT, "a6", "a row", "Thing", named=False),
        ),
        statements=(
            statement(
                TEXT,
                "s1",
                "the grain brokers left after a row",
                mode="indirect",
                cue="said",
                speakers=("a3",),
                about=("a6",),
            ),
        ),
        actions=(
            action(TEXT, "e1", "sued", type="Sue", agents=("a1",), patients=("a2",)),
            action(TEXT, "e2", "left", agents=("a4",), within="s1"),
        ),
    )


@pytest.fixture(autouse=True)
def _every_actor_is_a_node(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is on record, whoever of it has a label that says by itself who it is."""
    monkeypatch.setattr(clear_nodes, "among", lambda _look, actors, _shown: (one.iri for one in actors))


def shown(item: Analysis) -> Story:
    return on_record(all_shown(resolve([item])))


def names(story: Story) -> set[str]:
    assert {one.name for one in story.actors} == {one.name for one in story.analyses[0].actors}
    return {one.name for one in story.actors}


def test_everything_that_is_recorded_stays_but_who_has_no_part_in_it() -> None:
    story = shown(analysis())
    assert len(story.actions) == 2
    assert len(story.statements) == 1
    assert names(story) == {"Alder Foods", "Harbor Bank", "A tax clerk"}
    assert [one.agents for one in story.analyses[0].actions] == [("a1",), ()]
    assert story.analyses[0].statements[0].about == ()
    assert story.statements[0].about == ()


@pytest.mark.parametrize(
    ("kind", "deeds", "stays"),
    [("Group", 1, True), ("Person", 1, True), ("Thing", 1, False), ("Product", 1, False), ("Product", 2, True)],
)
def test_the_unnamed_stay_for_a_deed_with_somebody_named_and_things_for_two(
    kind: ActorType, deeds: int, *, stays: bool
) -> None:
    item = analysis()
    met = (
        action(TEXT, "e2", "left", agents=("a4",), patients=("a1",)),
        action(TEXT, "e3", "waited", agents=("a5", "a4")),
    )
    story = shown(
        replace(
            item,
            actors=(*item.actors[:3], replace(item.actors[3], type=kind), *item.actors[4:]),
            actions=(item.actions[0], *met[:deeds]),
        )
    )
    assert ("the grain brokers" in names(story)) is stays
    assert {iri for done in story.actions for iri in (*done.agents, *done.patients)} <= {
        one.iri for one in story.actors
    }


@pytest.mark.parametrize(
    ("printed", "kind", "stays"),
    [
        ("a wreath", "Product", False),
        ("1,300 seats", "Group", False),
        ("two letters", "Group", False),
        ("the tax clerks", "Group", True),
        ("a tax clerk", "Person", True),
    ],
)
def test_what_is_only_counted_or_brought_in_to_suffer_a_deed_is_no_actor(
    printed: str, kind: ActorType, *, stays: bool
) -> None:
    text = f"Tom Bell found {printed}. He took {printed} home."
    item = Analysis(
        article=article("one", text),
        actors=(actor(text, "a1", "Tom Bell", "Person", "He"), actor(text, "a2", printed, kind, named=False)),
        actions=(
            action(text, "e1", "found", agents=("a1",), patients=("a2",)),
            action(text, "e2", "took", agents=("a1",), patients=("a2",)),
        ),
    )
    assert (printed in names(shown(item))) is stays


def test_an_article_that_comes_back_to_a_name_is_about_it() -> None:
    text = "Tom Bell waited. Bell sat down. Bell rose. Bell left. Tom Bell hall was shut."
    spans = [match.span() for match in re.finditer("(Tom )?Bell", text)]
    bell = replace(
        actor(text, "a1", "Tom Bell", "Person"), mentions=tuple(Mention(start=s, end=e, form="name") for s, e in spans)
    )
    item = Analysis(article=article("one", text), actors=(bell,))
    assert names(shown(item)) == {"Tom Bell"}
    assert names(shown(replace(item, actors=(replace(bell, mentions=bell.mentions[:3]),)))) == set()
    assert names(shown(replace(item, actors=(replace(bell, type="Place"),)))) == set()


def test_an_action_that_is_kept_back_takes_the_unnamed_with_it() -> None:
    item = analysis()
    item = replace(
        item,
        actions=(
            item.actions[0],
            replace(item.actions[1], patients=("a1",), recorded=False, kept_back="low_confidence"),
        ),
    )
    story = shown(item)
    assert [one.label for one in story.actions] == ["Alder Foods sued Harbor Bank"]
    assert "the grain brokers" not in names(story)


def test_what_a_statement_that_is_kept_back_holds_is_kept_back_too() -> None:
    item = analysis()
    item = replace(item, statements=(replace(item.statements[0], recorded=False, kept_back="no_statement"),))
    story = shown(item)
    assert not story.statements
    assert [one.label for one in story.actions] == ["Alder Foods sued Harbor Bank"]
    assert names(story) == {"Alder Foods", "Harbor Bank"}


def test_a_statement_within_one_that_is_kept_back_moves_outward() -> None:
    item = analysis()
    outer, middle = replace(item.statements[0], id="s1"), replace(item.statements[0], id="s2", within="s1")
    inner = replace(item.statements[0], id="s3", within="s2")
    item = replace(item, statements=(outer, replace(middle, recorded=False, kept_back="no_statement"), inner))
    assert [one.within for one in shown(item).analyses[0].statements] == [None, "s1"]


def test_members_of_a_group_that_stays_stay() -> None:
    item = analysis()
    group = replace(item.actors[3], named=True, members=("a5", "a6"))
    story = shown(replace(item, actors=(*item.actors[:3], group, *item.actors[4:])))
    assert {one.name for one in story.actors} & {"Tom Bell", "a row"} == {"Tom Bell"}


def test_who_is_spoken_about_stays_but_in_a_list_of_many() -> None:
    people = ("Ada Moe", "Tom Bell", "Ina Berg", "Odd Holm", "Pia Vik", "Jon Aas")
    text = f"Asked were {', '.join(people)}. Asked in Oslo was Ole Ask."
    said = Analysis(
        article=article("one", text),
        actors=(
            *(actor(text, f"p{number}", name, "Person") for number, name in enumerate(people)),
            actor(text, "a1", "Oslo", "Place"),
            actor(text, "a2", "Ole Ask", "Person"),
        ),
    )
    assert names(shown(said)) == set()
    spoken = statement(text, "s1", "Oslo", mode="indirect", cue="was", speakers=("p1",), about=("a1",))
    again = replace(spoken, id="s2"), replace(spoken, id="s3")
    assert names(shown(replace(said, statements=(spoken,)))) == {"Tom Bell"}  # Oslo is but where it was
    assert names(shown(replace(said, statements=(spoken, *again)))) == {"Tom Bell", "Oslo"}


def test_a_name_told_in_passing_stays_beside_the_same_actor_told_of_elsewhere() -> None:
    """Otherwise no judgement would say why the actor's mentions in two other articles are one."""
    text = "Alder Foods sold Vard Pie. Tom Bell waited."
    told = Analysis(
        article=article("one", text),
        actors=(actor(text, "a1", "Alder Foods", "Company"), actor(text, "a2", "Vard Pie", "Product")),
        actions=(action(text, "e1", "sold", type="Sell", agents=("a1",), patients=("a2",)),),
    )
    passing = Analysis(
        article=article("two", text),
        actors=(actor(text, "a1", "Vard Pie", "Product"), actor(text, "a2", "Tom Bell", "Person")),
    )
    story = resolve([told, passing])
    assert len({one.iri for one in story.actors if one.name == "Vard Pie"}) == 1
    assert {one.name for one in on_record(story).analyses[1].actors} == {"Vard Pie"}
    assert on_record(resolve([passing])).actors == ()


def test_the_whole_story_is_left_as_it_was() -> None:
    story = resolve([analysis()])
    assert len(story.actors) == 6
    assert on_record(story) != story
    assert len(story.actors) == 6


def test_a_merged_action_tells_what_its_recorded_reports_tell() -> None:
    text = "Alder Foods sued Harbor Bank on Monday. The suit by Alder Foods followed."
    found = Analysis(
        article=article("one", text),
        actors=(actor(text, "a1", "Alder Foods", "Company"), actor(text, "a2", "Harbor Bank", "Company")),
        actions=(
            action(text, "e1", "sued", type="Sue", lemma="sue", agents=("a1",), patients=("a2",)),
            action(text, "e2", "suit", type="Sue", lemma="sue", agents=("a1",), recorded=False, kept_back="bare_noun"),
        ),
    )
    story = shown(found)
    assert [one.label for one in story.actions] == ["Alder Foods sued Harbor Bank"]
    assert [len(one.refs) for one in story.actions] == [1]


@pytest.mark.parametrize(
    ("text", "name", "kind", "dropped"),
    [
        ("The case went to the UK court on Monday.", "UK", "State", True),
        ("She was first lady of Norway for years.", "Norway", "State", True),
        ("The crew sailed from Halden and Moss.", "Moss", "Place", True),
        ("A row at a Halden court, and in Halden too.", "Halden", "Place", True),
        ("The fair opened with Vermont Sen. Ada Brekke.", "Vermont", "Place", True),
        ("Tom Bell is a geologist at Alder University.", "Alder University", "Organization", True),
        ("A strike hit a Harbor Air flight.", "Harbor Air", "Company", True),
        ("The talks with Norway went on.", "Norway", "State", False),
        ("A strike followed the Harbor Air poll.", "Harbor Air", "Company", False),
        ("They praised Alder University for it.", "Alder University", "Organization", False),
        ("The rally was for Tom Bell.", "Tom Bell", "Person", False),
    ],
)
def test_a_name_that_only_modifies_or_tells_where_is_named_in_passing(
    text: str, name: str, kind: ActorType, *, dropped: bool
) -> None:
    found = [match.span() for match in re.finditer(name, text)]
    who = replace(actor(text, "a1", name, kind), mentions=tuple(Mention(start=s, end=e, form="name") for s, e in found))
    others = (actor(text, "a2", "Halden", "Place"),) if name == "Moss" else ()
    once = replace(who, mentions=who.mentions * (2 if kind == "Place" and len(found) == 1 else 1))
    item = Analysis(article=article("one", text), actors=(*others, once), statements=(), actions=())
    assert ("a1" in in_passing(item, ())) is dropped


def test_a_state_that_is_spoken_about_stays_if_it_is_more_than_a_modifier() -> None:
    text = "A clerk praised the war in Norway."
    item = Analysis(
        article=article("one", text), actors=(actor(text, "a1", "Norway", "State"),), statements=(), actions=()
    )
    assert in_passing(item, {"a1"}) == set()
    assert in_passing(item, ()) == {"a1"}


@pytest.mark.parametrize(
    ("statement_of", "told"),
    [
        ("the crowd", "The crowd said that Tom Bell had left"),
        ("It", None),  # nothing but a pronoun says who
        ("the crowd at the mill", "The crowd at the mill said that Tom Bell had left"),
    ],
)
def test_what_nobody_in_particular_says_keeps_the_words_of_the_text(statement_of: str, told: str | None) -> None:
    text = f"In came the crowd at the mill. {statement_of} said that Tom Bell had left."
    where = text.rindex(statement_of)
    said = statement(text, "s1", "that Tom Bell had left", mode="indirect", cue="said", speakers=("a1",))
    said = replace(said, source=((where, where + len(statement_of)),))
    form = "pronoun" if statement_of == "It" else "description"
    crowd = replace(
        actor(text, "a1", "the crowd", "Group", named=False),
        mentions=(Mention(8, 17, "description"), Mention(where, where + len(statement_of), form)),
    )
    item = Analysis(
        article=article("one", text), actors=(crowd, actor(text, "a2", "Tom Bell", "Person")), statements=(said,)
    )
    story = shown(item)
    assert "the crowd" not in names(story)
    assert [one.label for one in story.statements] == ([told] if told else [])


def test_who_is_told_apart_in_another_article_stays() -> None:
    def told(key: str, words: str) -> Analysis:
        text = f"{words} said that Tom Bell had left."
        who = replace(actor(text, "a1", words, "Person", named=False), iri="clerk")
        said = statement(
            text, "s1", "that Tom Bell had left", mode="indirect", cue="said", source=words, speakers=("a1",)
        )
        return Analysis(article=article(key, text), actors=(who,), statements=(said,))

    whole = recorded_together((told("one", "A clerk"), told("two", "A tax clerk")))
    assert [[one.id for one in item.actors] for item in whole] == [["a1"], ["a1"]]
    assert [item.statements[0].speakers for item in recorded_together((told("one", "A clerk"),))] == [()]


PLACES = "Alder Foods closed a mill in Norby. The mill in Haldeno closed. Alder Foods sued Norby and Haldeno."


def test_a_deed_is_where_a_report_on_record_says() -> None:
    both = {"type": "ShutDown", "iri": "urn:close"}
    places = [
        actor(PLACES, key, name, "Place", iri=f"urn:{name}") for key, name in (("a2", "Norby"), ("a3", "Haldeno"))
    ]
    item = Analysis(
        article=article("one", PLACES),
        actors=(actor(PLACES, "a1", "Alder Foods", "Company", iri="urn:Alder"), *places),
        actions=(
            action(PLACES, "e1", "closed", agents=("a1",), place="a2", **both),
            action(PLACES, "e2", "closed#2", place="a3", recorded=False, kept_back="no_clause", **both),
            action(PLACES, "e3", "sued", type="Sue", iri="urn:sue", agents=("a1",), patients=("a2", "a3")),
        ),
    )
    story = on_record(join([item], {"urn:close": {"places": ("urn:Haldeno", "urn:Norby")}}))
    assert {one.iri for one in story.actors} == {"urn:Alder", "urn:Norby", "urn:Haldeno"}
    assert {one.iri: one.places for one in story.actions} == {"urn:close": ("urn:Norby",), "urn:sue": ()}
