"""Settings: each fault is one sentence that names file and key."""

from pathlib import Path

import pytest

from onrecord import settings
from onrecord.errors import SettingsError


def test_toml_over_defaults(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.toml"
    path.write_text('[onrecord]\nmodel = "en_core_web_md"\nmin_confidence = 0.5\n', encoding="utf-8")
    found = settings.from_toml(path)
    assert (found.model, found.min_confidence, found.base) == ("en_core_web_md", 0.5, settings.Settings().base)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('[onrecord]\nmodle = "x"\n', "'modle' is no setting"),
        ("[onrecord]\nmodel = 3\n", "model = 3 is not a str"),
        ('[onrecord]\nmin_confidence = "high"\n', "is not a float"),
        ("[onrecord]\nmin_confidence = 2\n", "from 0 to 1"),
        ('[onrecord]\nbase = "no-iri"\n', "absolute IRI"),
        ("[onrecord\n", "onrecord.toml"),
    ],
)
def test_faults_are_said(tmp_path: Path, content: str, fault: str) -> None:
    path = tmp_path / "onrecord.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=fault):
        settings.from_toml(path)


def test_environment() -> None:
    found = settings.from_environment(
        environ={"ONRECORD_MODEL": "m", "ONRECORD_BASE": "https://example.org/", "X": "y"}
    )
    assert (found.model, found.base) == ("m", "https://example.org/")


@pytest.mark.parametrize("base", ["https://example.org/ü/", "urn:news:", "http://example.org/a?b=/"])
def test_bases_that_serve(base: str) -> None:
    assert settings.Settings(base=base).base == base


@pytest.mark.parametrize(
    "base", ["https://example.org/a#", "https://example.org/a b/", "https://example.org", "/", "https:///"]
)
def test_bases_that_do_not(base: str) -> None:
    with pytest.raises(SettingsError, match="absolute IRI"):
        settings.Settings(base=base)
