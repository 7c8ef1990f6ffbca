"""``onrecord watch``: build again whenever the input changes."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import options, terminal
from onrecord.cli.build import build_once
from onrecord.errors import OnrecordError

State = frozenset[tuple[str, int, int]]
_SETTLED = 0.5
"""Seconds without a change after which a file counts as complete."""


def watch_command(
    inputs: options.Inputs,
    output: options.Output = options.OUT,
    jobs: options.Jobs = 1,
    model: options.Model = None,
    base: options.Base = None,
    min_confidence: options.MinConfidence = None,
    record: options.Record = None,
    corrections: options.Corrections = None,
    gazetteer: options.Gazetteer = None,
    settings: options.SettingsFile = None,
    every: Annotated[float, typer.Option("--every", min=0.1, help="Seconds between two looks at the input.")] = 2.0,
    *,
    aligned: options.Aligned = False,
) -> None:
    """Build, and build again whenever a file of the input comes, goes or changes, until interrupted."""
    chosen = partial(  # read before each build, because the settings may have changed too
        options.settings_of,
        settings,
        model=model,
        base=base,
        min_confidence=min_confidence,
        record=record,
        corrections=corrections,
        gazetteer=gazetteer,
    )
    beside = [item for item in (corrections, gazetteer, settings) if item is not None]
    seen: State | None = None
    while True:
        now = _state(inputs, output, beside)
        if now != seen:
            time.sleep(min(every, _SETTLED))  # wait, because a file that is still being written changes again
        if now != seen and now == _state(inputs, output, beside):
            try:
                build_once(inputs, output, chosen(), jobs, aligned=aligned)
            except OnrecordError as error:  # reported, not fatal: the next change may fix a faulty input or a full disk
                terminal.fault(error)
            terminal.say("Waiting  for changes of the input")
            seen = now
        time.sleep(every)


def _state(inputs: list[str], output: Path, beside: list[Path]) -> State:
    """Size and time of the files in the inputs and of the files `beside`; files in `output` are not inputs."""
    from onrecord.articles.inputs import STDIN, File, expand

    own = output.resolve()
    given = [Path(item.source) for item in expand(inputs) if isinstance(item, File) and item.source != STDIN]
    found = set()
    for path in [*(item for item in given if own not in item.resolve().parents), *beside]:
        with suppress(OSError):  # deleted meanwhile
            status = path.stat()
            found.add((str(path), status.st_size, status.st_mtime_ns))
    return frozenset(found)
