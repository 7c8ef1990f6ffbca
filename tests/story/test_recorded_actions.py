"""The kind, places and dates of an action are those that reports on record give it."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.action_kinds import ACT
from onrecord.model import Action, Ref, StoryAction
from onrecord.story.recorded_actions import as_told

ITEM = StoryAction(
    iri="https://x/action/a", type="Withdraw", plover="RETREAT", label="ended", agents=("one", "gone"), patients=(),
    dates=(), places=("town", "lost"), asserted=True, refs=(Ref("a", "d1"),), chief=Ref("a", "d1"),
)  # fmt: skip


def report(kind: str, root: str | None) -> Action:
    return Action(id="d1", type=kind, plover=root, lemma="end", trigger=((0, 5),), rule="verb:end", confidence=0.9)


def test_a_kind_that_no_report_on_record_gives_is_replaced() -> None:
    told = as_told(ITEM, {"one"}, [(report(ACT, None), "town"), (report("ShutDown", "COERCE"), None)])
    assert (told.type, told.plover) == ("ShutDown", "COERCE")
    assert (told.agents, told.places) == (("one",), ("town",))


def test_a_kind_that_a_report_on_record_gives_stays() -> None:
    told = as_told(ITEM, {"one"}, [(report("ShutDown", "COERCE"), None), (report("Withdraw", "RETREAT"), None)])
    assert (told.type, told.plover) == ("Withdraw", "RETREAT")


def test_a_date_that_only_a_report_left_out_gives_is_none_of_the_action() -> None:
    item = replace(ITEM, dates=("2014-03-03TNI", "2014-03-05"))
    dated = replace(report(ACT, None), date="2014-03-05")
    assert as_told(item, {"one"}, [(dated, None), (report(ACT, None), None)]).dates == ("2014-03-05",)
