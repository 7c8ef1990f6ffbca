"""Dates of the page and of the labels are in the same words."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from onrecord.story.date_phrases import in_words

DATES = Path(__file__).parents[2] / "graph" / "onrecord" / "network" / "page" / "js" / "dates.js"
VALUES = {
    "2015-11-30": "30 November 2015", "2015-07": "July 2015", "2015": "2015", "199": "1990s", "199X": "1990s",
    "2015-W30": "week of 20 July 2015", "2015-W30-WE": "weekend of 25 July 2015", "2015-W53": None,
    "2016-SU": "summer 2016", "2016-WI": "winter 2016", "2015-Q1": "first quarter of 2015",
    "2015-H2": "second half of 2015", "2015-11-30T10:00": "30 November 2015", "XXXX-11-30": "30 November",
    "XXXX-06": "June", "PAST_REF": "PAST_REF", "2015-13": "2015-13",
}  # fmt: skip
"""Dates in words, None if only both have to be the same."""


@pytest.mark.parametrize("value", VALUES)
def test_a_date_of_a_label_in_words(value):
    words = VALUES[value]
    assert words is None or in_words(value).removeprefix("the ") == words


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_page_says_dates_as_labels_do():
    program = f"import {{ dated }} from {json.dumps(DATES.as_uri())};"
    program += f"console.log(JSON.stringify({json.dumps([*VALUES])}.map(dated)));"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", program], capture_output=True, text=True, check=True, timeout=60
    )
    expected = [in_words(value).removeprefix("the ") for value in VALUES]
    assert json.loads(done.stdout) == expected
