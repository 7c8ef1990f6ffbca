"""Arguments and options that several commands share, and the settings made from them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord import settings as known
from onrecord.settings import Settings

Inputs = Annotated[list[str], typer.Argument(metavar="IN…", help="Files, folders, globs; - for standard input.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="Folder to write.")]
Aligned = Annotated[
    bool, typer.Option("--aligned", help="Also the graph in the terms of PROV-O, SEM, schema.org, Web Annotation.")
]
Folder = Annotated[Path, typer.Argument(metavar="[OUT]", help="Folder that build wrote.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read articles.")]
Model = Annotated[str | None, typer.Option("--model", help="spaCy pipeline: a package's name or a path.")]
Base = Annotated[str | None, typer.Option("--base", help="Base of the IRIs of what is found.")]
MinConfidence = Annotated[
    float | None, typer.Option("--min-confidence", min=0, max=1, help="Leave out what is less certain.")
]
Record = Annotated[
    str | None, typer.Option("--record", help="chosen: what belongs on record; all: whatever was found.")
]
Corrections = Annotated[Path | None, typer.Option("--corrections", help="TOML file of corrections by named people.")]
Gazetteer = Annotated[Path | None, typer.Option("--gazetteer", help="CSV or Turtle file of known actors.")]
Engine = Annotated[
    str, typer.Option("--engine", help="processes: on this machine; spark: on many, see docs/howto/scale.md.")
]
Master = Annotated[str | None, typer.Option("--master", help="Spark's master; this machine with --jobs cores if none.")]
SettingsFile = Annotated[Path | None, typer.Option("--settings", help="TOML file with a table named onrecord.")]

OUT = Path("out")


def settings_of(file: Path | None, **given: object) -> Settings:
    """Settings from a file, the environment and the options `given`; later ones take precedence, None is not set."""
    values = {
        name: str(value) if isinstance(value, Path) else value for name, value in given.items() if value is not None
    }
    base = known.from_environment(known.from_toml(file) if file else None)
    return known.with_values(base, values, "command line")
