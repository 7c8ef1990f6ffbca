"""The wheel, in an environment of its own away from the checkout, does the main job."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT, SEEDS

pytestmark = [pytest.mark.slow, pytest.mark.model]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    words = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """An environment that holds the wheel's files, and sees the dependencies of this one but not the checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    site = Path(paths["purelib"])
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    dependencies = Path(sysconfig.get_paths()["purelib"])
    for item in dependencies.iterdir():
        if "onrecord" not in item.name.lower() and item.suffix != ".pth" and not (site / item.name).exists():
            (site / item.name).symlink_to(item)
    return folder


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    python = installed / "bin" / "python"
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "COLUMNS": "100"}
    command = [str(python), "-m", "onrecord", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=environment)


def test_it_carries_what_it_needs(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for name in (f"ontology/{part}.ttl" for part in ("onrecord", "actions", "plover", "shapes", "alignment")):
        assert f"onrecord/{name}" in names
    package = ROOT / "graph" / "onrecord"
    tracked = subprocess.run(["git", "ls-files", "."], cwd=package, capture_output=True, text=True, check=False)
    if tracked.returncode == 0 and tracked.stdout:
        assert {f"onrecord/{name}" for name in tracked.stdout.splitlines()} <= names
    assert any(name.startswith("onrecord/lexicons/") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("entry_points.txt") for name in names)
    assert not any(name.startswith(("tests/", "seeds/", "graph/")) for name in names)


def test_it_does_the_main_job_away_from_the_checkout(installed, built, tmp_path):
    shutil.copytree(SEEDS, tmp_path / "seeds")
    where = run(installed, tmp_path, "--version")
    assert where.stdout.startswith("onrecord "), where.stderr
    done = run(installed, tmp_path, "build", "seeds/", "-o", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert str(ROOT) not in done.stdout + done.stderr
    here = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    there = {path.name: path.read_bytes() for path in built.iterdir()}
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_its_files_are_its_own(installed, tmp_path):
    code = (
        "import onrecord.pipeline, onrecord.resources as r; print(onrecord.__file__, r.find('ontology', 'shapes.ttl'))"
    )
    python = installed / "bin" / "python"
    done = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path, env={})
    assert str(ROOT) not in done.stdout
    assert done.stdout.count(str(installed)) == 2
