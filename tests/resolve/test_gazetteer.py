"""Gazetteers in CSV: read, checked, and never guessed from."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.resolve.gazetteer import KnownActor, index, known, load_csv


def write(folder: Path, content: bytes) -> Path:
    path = folder / "known.csv"
    path.write_bytes(content)
    return path


def test_rows(tmp_path: Path) -> None:
    path = write(
        tmp_path, b"label,aliases,kind,iri\nBoxwood Air,Boxwood|BXA,Company,https://example.org/1\nKoi,,,urn:x:2\n"
    )
    assert load_csv(path) == (
        KnownActor(label="Boxwood Air", aliases=("Boxwood", "BXA"), kind="Company", iri="https://example.org/1"),
        KnownActor(label="Koi", iri="urn:x:2"),
    )


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"name,iri\nBoxwood,urn:x\n", "the column 'label' is missing"),
        (b"", "the column 'label' is missing"),
        (b"label,iri\n,urn:x\n", "line 2: the label is empty"),
        (b"label,iri\nBoxwood,example\n", "line 2: 'example' is no absolute IRI"),
        (b"label,iri\nBoxwood,http://x y\n", "is no absolute IRI"),
        (b"label,kind,iri\nBoxwood,Wizard,urn:x\n", "'Wizard' is no type of an actor"),
        (b"label,iri\n\xff\xfe,urn:x\n", "known.csv: "),
    ],
)
def test_faults_are_one_sentence(tmp_path: Path, content: bytes, fault: str) -> None:
    with pytest.raises(SettingsError) as error:
        load_csv(write(tmp_path, content))
    assert fault in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="No such file"):
        load_csv(tmp_path / "none.csv")


def test_a_name_that_two_rows_bear_identifies_nobody() -> None:
    rows = index(
        [
            KnownActor(label="Boxwood Air", aliases=("Boxwood",), kind="Company", iri="urn:x:1"),
            KnownActor(label="Boxwood Bank", aliases=("Boxwood",), kind="Company", iri="urn:x:2"),
        ]
    )
    assert known(rows, "organisation", ["Boxwood"]) is None
    assert known(rows, "organisation", ["Boxwood", "Boxwood Bank"]) == "urn:x:2"
    assert known(rows, "person", ["Boxwood Bank"]) is None
