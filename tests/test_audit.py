"""What pip-audit answers is read as it is meant: nothing known, something known, nobody there."""

from __future__ import annotations

import re

import pytest

import licences
from audit import AuditError, looked_up, understood, vulnerable

SAFE = {"name": "alder", "version": "1.0", "vulns": []}
HOLED = {"name": "birch", "version": "2.1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.2"]}]}
SKIPPED = {"name": "cedar", "skip_reason": "Dependency not found"}


def test_vulnerabilities_are_listed() -> None:
    found = looked_up({"dependencies": [SAFE, HOLED, SKIPPED]})
    assert found == [SAFE, HOLED]
    assert vulnerable(found) == ["birch 2.1: PYSEC-1, mended in 2.2"]


def test_a_service_that_knows_no_dependency_was_not_reached() -> None:
    assert looked_up({"dependencies": [SKIPPED]}) is None


def test_what_is_no_answer_is_a_service_that_is_not_there_or_a_fault() -> None:
    assert understood('{"dependencies": []}', "") is None
    assert understood("", "requests.exceptions.ConnectionError: no route to host") is None
    with pytest.raises(AuditError, match=r"invalid requirement: dev\.txt"):
        understood("", "ERROR: looking\nERROR: invalid requirement: dev.txt\n")
    with pytest.raises(AuditError, match="printed nothing"):
        understood("", "")


PERMISSIVE = {
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "PSF-2.0",
    "CNRI-Python",
    "0BSD",
    "CC0-1.0",
    "Zlib",
}
WEAK = {"certifi", "owlrl", "tld", "tqdm"}
"""Under MPL (files changed stay under it; none is) or the W3C's licence: compatible with Apache-2.0 as used here."""


def test_every_package_is_listed_with_its_licence() -> None:
    listed = licences.PAGE.read_text(encoding="utf-8")
    for name, version, licence in (*licences.installed(), *licences.vendored()):
        assert f"| {name} | {version} | {licence} |\n" in listed
        assert name in WEAK or set(re.split(" AND | OR ", licence)) <= PERMISSIVE, name
