"""Check: examples that conform and examples that must not, each for the reason it gives."""

from __future__ import annotations

from pathlib import Path

import pytest

import stories
from onrecord import rdf, resources
from onrecord.rdf.check import check_graph

EXAMPLES = Path(str(resources.find("ontology", "examples")))
GOOD = sorted((EXAMPLES / "conforming").glob("*.ttl"))
BAD = sorted((EXAMPLES / "not-conforming").glob("*.ttl"))


def test_there_are_examples_of_both_kinds() -> None:
    assert len(GOOD) >= 3
    assert len(BAD) >= 15


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_examples_that_conform(path: Path) -> None:
    assert check_graph(path) == ()


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_examples_that_must_not(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    (expected,) = [line.removeprefix("# expect: ") for line in lines if line.startswith("# expect: ")]
    said = [problem.message for problem in check_graph(path)]
    assert any(expected in message for message in said), said


def test_what_is_written_conforms(tmp_path: Path) -> None:
    rdf.write_graph(stories.story(), tmp_path)
    for name in ("graph.ttl", "graph.nq"):
        assert check_graph(tmp_path / name) == ()
