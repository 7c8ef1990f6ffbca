"""The graph written in shares is the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

import stories
from onrecord import rdf
from onrecord.rdf import accounts
from onrecord.rdf.share import Share
from onrecord.rdf.shares import Quad, Tally, last, line, quads
from onrecord.rdf.write import FORMATS


@pytest.mark.parametrize("count", [1, 2, 5])
def test_the_shares_together_hold_every_quad_once(count: int, tmp_path: Path) -> None:
    story = stories.story()
    rdf.write_graph(story, tmp_path)
    whole, found = Tally(), list[Quad]()
    for number in range(count):
        tally = Tally()
        found += quads(story, Share(number, count), tally)
        whole.add(tally)
    found += last(story.base, whole)
    written = (tmp_path / "graph.nq").read_text(encoding="utf-8").split("\n")[:-1]
    assert sorted(line(quad) for quad in found) == sorted(written)


def test_each_share_of_two_articles_holds_one() -> None:
    story = stories.story()
    told = [
        {graph for graph, *_ in quads(story, Share(number, 2), Tally()) if "/evidence/" in graph} for number in (0, 1)
    ]
    graphs = [{graph for graph in found if not graph.endswith("/judgements")} for found in told]
    assert [len(found) for found in graphs] == [1, 1]
    assert graphs[0] != graphs[1]


def test_accounts_that_stand_in_a_file_are_written_as_those_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rdf.write_graph(stories.story(), tmp_path / "held")
    monkeypatch.setattr(accounts, "_FEW", 0)
    monkeypatch.setattr(accounts, "_AT_HAND", 2)
    rdf.write_graph(stories.story(), tmp_path / "filed")
    for name in FORMATS:
        assert (tmp_path / "filed" / name).read_bytes() == (tmp_path / "held" / name).read_bytes()
