"""Memory stays bounded while articles stream through: what is read does not stay."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from conftest import ROOT

SENTENCES = (
    "The regulator banned the service in town {0} on Friday. "
    '"It is not safe," said Ann Lee, a spokeswoman for the agency, in town {0}. '
    "Officials told the paper that they would appeal.\n\n"
)
CODE = """
import resource, sys
from onrecord import pipeline
from onrecord.settings import Settings
used = []
for number, _ in enumerate(pipeline.extract_all([sys.argv[1]], Settings())):
    if number in (40, 159):
        used.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
print(*used)
"""


@pytest.mark.model
@pytest.mark.slow
def test_many_articles_need_hardly_more_than_a_few(tmp_path):
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(160):
            row = {"id": str(number), "text": "".join(SENTENCES.format(f"{number}-{turn}") for turn in range(2))}
            stream.write(json.dumps(row) + "\n")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph")}
    words = [sys.executable, "-c", CODE, str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment, timeout=900)
    early, late = map(int, done.stdout.split())
    assert late - early < 20, f"{early} MB after 40 articles, {late} MB after 160"
