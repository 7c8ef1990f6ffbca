"""The kind and places of an action are those that reports on record give it."""

from __future__ import annotations

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
