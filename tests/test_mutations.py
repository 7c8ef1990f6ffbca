"""Every mutation still changes something: what it replaces stands in the code once, and its tests are there."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mutate import Mutation

ROOT = Path(__file__).resolve().parents[1]
TABLE = tomllib.loads((ROOT / "scripts" / "mutations.toml").read_text(encoding="utf-8"))
MUTATIONS = [Mutation(**row) for row in TABLE["mutation"]]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda item: item.what)
def test_a_mutation_changes_the_code(mutation: Mutation) -> None:
    code = (ROOT / "graph" / "onrecord" / mutation.file).read_text(encoding="utf-8")
    assert code.count(mutation.old) == 1
    assert mutation.old != mutation.new
    assert all((ROOT / name).exists() for name in mutation.tests)


def test_at_least_twenty_promises_are_broken() -> None:
    assert len(MUTATIONS) >= 20
