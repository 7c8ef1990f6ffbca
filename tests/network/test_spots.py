"""Which spots names take: none over another, and apart from one another where there is room."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

SPOTS = Path(__file__).parents[2] / "graph" / "onrecord" / "network" / "page" / "js" / "spots.js"

pytestmark = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
Box = tuple[float, float]
"""Where a name of 100 by 20 pixels begins."""


def settled(*names: list[Box]) -> list[Box | None]:
    """The spots that names take, each of which may take one of some, the best first."""
    seekers: list[dict[str, Any]] = [
        {"spots": [{"box": {"x": x, "y": y, "w": 100, "h": 20}} for x, y in spots], "chosen": None} for spots in names
    ]
    program = f"import {{ settle }} from {json.dumps(SPOTS.as_uri())}; const names = {json.dumps(seekers)};"
    program += "settle(names); console.log(JSON.stringify(names.map(one => one.chosen?.box ?? null)));"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", program], capture_output=True, text=True, check=True, timeout=60
    )
    return [box and (box["x"], box["y"]) for box in json.loads(done.stdout)]


@pytest.mark.parametrize(
    ("near", "apart"),
    [
        ((118, 0), False),  # beside it, as the next word would stand
        ((127, 12), False),
        ((128, 0), True),
        ((0, 30), False),  # below it, as the next line would stand
        ((0, 34), True),
        ((118, 34), True),
    ],
)
def test_a_name_beside_another_takes_a_spot_farther_off(near: Box, apart: bool) -> None:
    far = (0.0, 300.0)
    assert settled([(0, 0)], [near, far]) == [(0, 0), near if apart else far]


def test_a_name_with_no_other_spot_stands_beside_another_but_never_over_it() -> None:
    assert settled([(0, 0)], [(118, 0)]) == [(0, 0), (118, 0)]
    assert settled([(0, 0)], [(99, 19)]) == [(0, 0), None]


def test_who_stands_in_the_way_moves() -> None:
    assert settled([(0, 0), (0, 300)], [(50, 0)]) == [(0, 300), (50, 0)]
