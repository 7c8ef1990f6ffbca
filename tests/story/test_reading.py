"""An action's roles are those of one report; its label is a clause made from it."""

from __future__ import annotations

from itertools import product

import pytest
from msgspec.structs import replace

from onrecord.model import Analysis, Ref, Story
from onrecord.resolve import resolve
from onrecord.story import reading
from onrecord.story.index import build_index
from onrecord.story.labels import labelled
from resolution import action, actor, article, statement, wording

ONE = "Norland ordered Alder Net to close Blimp by May 3. Blimp was popular."
TWO = "The Telecom Board ordered the closure. Harbor Net was told."


def story() -> Story:
    one = Analysis(
        article=article("one", ONE),
        actors=(
            actor(ONE, "a1", "Norland", "State"),
            actor(ONE, "a2", "Alder Net", "Company"),
            actor(ONE, "a3", "Blimp", "Product"),
        ),
        actions=(
            action(
                ONE, "e1", "ordered", type="Order", lemma="order", agents=("a1",), patients=("a2",),
                wording=wording(ONE, "active", "Norland", "ordered", "Alder Net|to close Blimp"),
            ),
            action(
                ONE, "e2", "close", type="ShutDown", lemma="close", agents=("a2",), patients=("a3",),
                modality="ordered", under="e1", date="2015-05-03", date_span=(ONE.index("May"), ONE.index("May") + 5),
            ),
        ),
    )  # fmt: skip
    two = Analysis(
        article=article("two", TWO),
        actors=(actor(TWO, "a1", "The Telecom Board", "RegulatoryAgency"), actor(TWO, "a2", "Harbor Net", "Company")),
        actions=(action(TWO, "e1", "ordered", type="Order", lemma="order", agents=("a1",)),),
    )
    return resolve([one, two])


def joined(told: Story) -> Story:
    """The two orders as one action, as resolution might have it."""
    found = {ref: item for item in told.actions for ref in item.refs}
    both = replace(found[Ref("one", "e1")], refs=(Ref("one", "e1"), Ref("two", "e1")))
    rest = [item for item in told.actions if not {*item.refs} & {*both.refs}]
    told = replace(told, actions=(both, *rest))
    return labelled(told, build_index(told))


def test_a_label_is_a_clause_with_the_deed_below_and_its_date():
    labels = {item.label for item in story().actions}
    assert "Norland ordered Alder Net to close Blimp by 3 May" in labels
    assert "Alder Net was ordered to close Blimp by 3 May" not in labels  # the same event


def test_a_predicate_is_the_verb_alone():
    assert {item.predicate for item in story().actions} == {"ordered to close", "ordered"}


def test_roles_are_never_joined_across_reports():
    told = joined(story())
    look = build_index(told)
    for item in told.actions:
        reports = [(ref, look.actions[ref]) for ref in item.refs]
        pairs = {
            pair
            for ref, report in reports
            for pair in product(look.owners(ref.article, report.agents), look.owners(ref.article, report.patients))
        }
        assert set(product(item.agents, item.patients)) <= pairs


def test_what_is_said_names_who_says_it():
    text = "Norland banned Blimp, the Daily Star said. The Daily Star did not say when."
    told = Analysis(
        article=article("one", text),
        actors=(
            actor(text, "a1", "Norland", "State"),
            actor(text, "a2", "Blimp", "Product"),
            actor(text, "a3", "the Daily Star", "Outlet"),
        ),
        statements=(
            statement(text, "s1", "Norland banned Blimp", mode="indirect", cue="said", speakers=("a3",)),
        ),
        actions=(
            action(text, "e1", "banned", type="Ban", lemma="ban", agents=("a1",), patients=("a2",), within="s1"),
        ),
    )  # fmt: skip
    found = resolve([told])
    assert [item.label for item in found.actions] == ["Norland banned Blimp, according to the Daily Star"]
    assert not found.actions[0].asserted
    assert found.actions[0].agents == ()
    assert [item.label for item in found.statements] == ["The Daily Star said: Norland banned Blimp"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "mode", "label"),
    [
        ("Ann Poe said: “We won’t go.”", "said", "“We won’t go.”", "direct", "Ann Poe said: “We won’t go.”"),
        ("Ann Poe said: ''We won't go.''", "said", "''We won't go.''", "direct", "Ann Poe said: “We won't go.”"),
        ("Ann Poe says that it is over.", "says", "that it is over", "indirect", "Ann Poe said that it is over"),
        ("Ann Poe claims it is over.", "claims", "it is over", "indirect", "Ann Poe claimed it is over"),
        ("Ann Poe argued against a ban.", "argued", "a ban", "indirect", "Ann Poe argued against a ban"),
        ("Ann Poe argued against a ban.", "argued against", "a ban", "indirect", "Ann Poe argued against a ban"),
        (
            "Ann Poe points out that it is over.",
            "points",
            "that it is over",
            "indirect",
            "Ann Poe pointed out that it is over",
        ),
        ("Ann Poe added, as ever, it is over.", "added", "it is over", "indirect", "Ann Poe added: it is over"),
    ],
)
def test_statements_are_clauses_too(text, cue, content, mode, label):
    told = Analysis(
        article=article("one", text),
        actors=(actor(text, "a1", "Ann Poe", "Person"),),
        statements=(statement(text, "s1", content, mode=mode, cue=cue, speakers=("a1",)),),
    )
    assert [item.label for item in resolve([told]).statements] == [label]


def test_a_report_that_names_those_who_take_part_comes_before_one_that_describes_them():
    def held(key: str, who: str, *, named: bool) -> reading.Told:
        return reading.told(Ref(key, "e1"), action(f"{who} was held.", "e1", "held", type="Arrest"), (), (who,),
                            (who,) if named else ())  # fmt: skip

    found = reading.chief([held("a", "the driver", named=False), held("b", "Ann Poe", named=True)], "Arrest", ())
    assert found.ref.article == "b"
