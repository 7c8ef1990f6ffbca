"""The tag beside a line of a deed that was not done does not deny what the line's own words deny."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "graph" / "onrecord" / "network" / "page" / "js"
REPORTS = {
    "told": {"mode": "denied"},
    "said": {"mode": "denied", "within": 0},
    "denied": {"mode": "denied", "within": 1},
    "decided": {"mode": "denied", "modality": "planned"},
    "done": {"mode": "asserted"},
}


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_a_tag_does_not_deny_what_its_line_denies() -> None:
    imports = {name: json.dumps((SCRIPTS / f"{name}.js").as_uri()) for name in ("modes", "model")}
    program = (
        f"import {{ modeWord, tagWord }} from {imports['modes']}; import {{ setStory }} from {imports['model']};"
        "const statements = [{ iri: 'n', stance: 'neutral' }, { iri: 'd', stance: 'denial' }];"
        "try { setStory({ actors: [], actions: [], articles: [], statements }); } catch {}"  # nothing else is asked for
        f"const reports = {json.dumps([*REPORTS.values()])};"
        "console.log(JSON.stringify(reports.map((one) => [modeWord([one]), tagWord([one])])));"
    )
    done = subprocess.run(
        ["node", "--input-type=module", "-e", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert dict(zip(REPORTS, json.loads(done.stdout), strict=True)) == {
        "told": ["Not done", "Reported"],
        "said": ["Said not done", "Said"],
        "denied": ["Denied", "Denial"],
        "decided": ["Not planned", "Planned"],
        "done": ["Reported", "Reported"],
    }
