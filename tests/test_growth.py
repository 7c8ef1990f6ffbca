"""Time grows no worse than linearly with any text: each stage, for each shape, at 8 to 64 thousand characters.

Runs under ``make fuzz``, for it takes the better part of an hour; one shape at small lengths runs with the tests.
"""

from __future__ import annotations

import gc
import math
import time
from collections import defaultdict

import pytest

import fuzzing
import shapes
from onrecord import pipeline
from onrecord.articles import checks, jsonl
from onrecord.articles import layout as layouts
from onrecord.extract import extract
from onrecord.language import annotations as ann
from onrecord.language import factories
from onrecord.settings import DEFAULT_MODEL

pytestmark = pytest.mark.model

LENGTHS = (8_000, 16_000, 32_000, 64_000) if fuzzing.MINUTES else (2_000, 8_000)
CHOSEN = dict(shapes.SHAPES) if fuzzing.MINUTES else {key: shapes.SHAPES[key] for key in ("lists",)}
ROUNDS = 1 if fuzzing.MINUTES else 4
AGAIN = 3
EXPONENT = 1.2
NOTICED = 0.25 if fuzzing.MINUTES else 0.5
"""Seconds of the processor; what takes less at the greatest length grows as it may. Beside other tests no stage takes
half a second for the short texts unless it grows with their square."""


def test_there_are_seventy_shapes() -> None:
    assert len(shapes.SHAPES) >= 70


@pytest.mark.parametrize("name", CHOSEN)
def test_no_stage_grows_worse_than_linearly(name: str) -> None:
    slow = growing(name)
    for _ in range(AGAIN):  # what else runs on the machine slows one stage now and then, not the same one every time
        if slow:
            again = growing(name)
            slow = {stage: value for stage, value in again.items() if stage in slow}
    assert slow == {}


def growing(name: str) -> dict[str, float]:
    """Stages that grow worse than linearly with the length of a shape, with their exponents."""
    measured: dict[str, list[float]] = defaultdict(list)
    if stages(shapes.text(CHOSEN[name], 1_000)) is None:  # lexicons are read once, and are no cost of the first text
        return {}  # refused in one sentence
    # on a machine that others use too, a second of the processor is not always the same work: the best of some rounds,
    # each of all lengths, so that a slow minute slows every length
    texts = [shapes.text(CHOSEN[name], length) for length in LENGTHS]
    rounds = [[stages(text) for text in texts] for _ in range(ROUNDS)]
    for spent in zip(*rounds, strict=True):
        done = [one for one in spent if one is not None]
        if not done:
            return {}
        for stage in done[0]:
            measured[stage].append(min(one[stage] for one in done))
    growth = math.log(LENGTHS[-1] / LENGTHS[0])
    return {
        stage: round(math.log(found[-1] / max(found[0], 0.005)) / growth, 2)
        for stage, found in measured.items()
        if found[-1] >= NOTICED and math.log(found[-1] / max(found[0], 0.005)) / growth > EXPONENT
    }


def stages(text: str) -> dict[str, float] | None:
    """Seconds of the processor that each stage takes over `text`; None if it is no article."""
    if checks.text_fault(text):
        return None
    spent: dict[str, float] = defaultdict(float)
    nlp = pipeline.reader(DEFAULT_MODEL)
    gc.collect()
    gc.freeze()  # what earlier tests left behind is nobody's cost here, nor looked through before each stage

    def timed(name, work, *arguments):
        gc.collect()
        gc.disable()
        try:
            start = time.process_time()
            done = work(*arguments)
            spent[name] += time.process_time() - start
        finally:
            gc.enable()
        return done

    article = timed("article", jsonl.make, "a", text, "a", {})
    layouts._layout.cache_clear()
    found = timed("layout", layouts.layout_of, article)
    doc = nlp.make_doc(found.plain.text)
    ann.set_passages(doc, ((item.start, item.end, item.kind) for item in found.passages))
    if found.turns:
        ann.set_turns(doc, ((item.start, item.end, item.role, item.label) for item in found.turns))
    ours = (*factories.BEFORE_PARSER, *factories.AFTER_MODEL)
    for name, component in nlp.pipeline:
        doc = timed(name if name in ours else "model", component, doc)
    timed("extract", extract, doc, article, (), None, found.plain)
    gc.unfreeze()
    return spent
