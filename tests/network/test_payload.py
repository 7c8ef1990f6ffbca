"""What the page is given to show."""

from __future__ import annotations

import gzip

import pytest
from msgspec.structs import replace

from onrecord.model import Action, Story
from onrecord.network import project_story
from onrecord.network.lookup import build_lookup
from onrecord.network.page import _compressed
from onrecord.network.payload import Json, build_payload
from onrecord.network.salience import rate_salience
from stories import join, seeds_story


def told(story: Story) -> Json:
    """What the page of `story` is given."""
    index = build_lookup(story)
    return build_payload(story, index, rate_salience(story, index))


def test_evidence_points_at_the_words() -> None:
    data = told(seeds_story())
    for action in data["actions"]:
        for report in action["reports"]:
            text = data["articles"][report["article"]]["text"]
            begin, end = report["context"]
            assert all(begin <= start < stop <= end for start, stop in report["spans"])
            assert "\n\n" not in text[begin:end]


def test_context_is_the_sentence() -> None:
    data = told(seeds_story())
    ban = next(action for action in data["actions"] if action["label"] == "ban")
    report = ban["reports"][0]
    text = data["articles"][report["article"]]["text"][slice(*report["context"])]
    assert text.startswith("Pakistan's Ministry of Interior has decided to ban")
    assert text.endswith('"security reasons".')


def test_statement_knows_whom_it_was_told_and_for_whom() -> None:
    data = told(seeds_story())
    names = [actor["name"] for actor in data["actors"]]
    said = next(one for one in data["statements"] if "wholesale" in one["iri"])
    assert [names[i] for i in said["onBehalf"]] == ["BlackBerry"]
    assert [names[i] for i in said["addressees"]] == ["The Wall Street Journal"]
    assert len(said["reports"]) == 2


@pytest.mark.parametrize(("kind", "lemma", "hidden"), [("Say", "say", True), ("Request", "ask", False)])
def test_plain_saying_is_not_drawn_beside_its_statement_but_asking_is(kind: str, lemma: str, hidden: bool) -> None:
    analyses = list(seeds_story().analyses)
    first = analyses[0]
    said = first.statements[0]
    echo = Action(
        id="echo", iri="https://w3id.org/onrecord/id/action/echo", type=kind, lemma=lemma, trigger=said.cue,
        agents=said.speakers, patients=("bes",), rule="by hand",
    )  # fmt: skip
    analyses[0] = replace(first, actions=(*first.actions, echo))
    story = join(analyses)
    assert [one["speech"] for one in told(story)["actions"] if one["iri"] == echo.iri] == [hidden]
    drawn = {data.get("iri") for _, _, data in project_story(story).edges(data=True)}
    assert (echo.iri not in drawn) is hidden


def test_compressed_data_is_the_same_whichever_python_writes_it() -> None:
    packed = _compressed(b"Blimp " * 1000)
    assert gzip.decompress(packed) == b"Blimp " * 1000
    assert (packed[:4], packed[4:8], packed[9]) == (b"\x1f\x8b\x08\x00", bytes(4), 255)  # no time, no system
