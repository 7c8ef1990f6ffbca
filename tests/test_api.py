"""The public names: typed, complete, and light to import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parents[1]
HEAVY = ("spacy", "rdflib", "pyoxigraph", "networkx", "pyvis", "trafilatura", "numpy", "typer")


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "graph")},
    )
    return done.stdout


def test_every_public_name_is_there():
    assert [name for name in onrecord.__all__ if getattr(onrecord, name, None) is None] == []
    assert set(onrecord.__all__) <= set(dir(onrecord))


def test_a_wrong_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        _ = onrecord.reed


def test_importing_loads_nothing_heavy():
    loaded = run("import sys, onrecord; print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})))")
    assert not set(HEAVY) & set(loaded.split())


@pytest.mark.model
def test_from_a_sentence_to_a_story(tmp_path):
    (tmp_path / "one.txt").write_text('The regulator banned the service on Friday. "It is unsafe," said Ann Lee.\n')
    articles = [item for item in onrecord.read([str(tmp_path / "one.txt")]) if isinstance(item, onrecord.Article)]
    story = onrecord.resolve(onrecord.analyse(article) for article in articles)
    assert [analysis.article.id for analysis in story.analyses] == ["one"]
    assert any(action.type == "Ban" for action in story.actions)
    names = onrecord.write(story, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == names
    assert "analyses.jsonl" in names
