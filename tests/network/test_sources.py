"""The page's own files and the vendored ones."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import networkx as nx
import pytest

import bundle
from onrecord.network import render_page
from stories import seeds_story

PAGE = Path(__file__).resolve().parents[2] / "graph/onrecord/network/page"
MODULES = sorted((PAGE / "js").glob("*.js"))


@pytest.mark.parametrize("folder", [PAGE / "vendor", Path(__file__).parent / "vendor"])
def test_vendored_files_are_those_of_the_manifest(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest) == {path.name for path in folder.iterdir()} - {"manifest.json"}
    for name, about in manifest.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == about["sha256"], name
        assert about["licence"]
        assert about["version"]


def test_vendored_scripts_can_stand_in_a_script_element() -> None:
    for name in ("vis-network.min.js", "oxigraph.js"):
        text = (PAGE / "vendor" / name).read_text(encoding="utf-8")
        assert not re.search(r"</script|<!--|\r", text, re.IGNORECASE), name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_modules_never_make_markup_of_text(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser", source
    )
    sends = re.findall(r"\bfetch\(.{0,8}|XMLHttpRequest|WebSocket|sendBeacon|import\(\"http", source)
    assert sends == (['fetch("sparql"'] if path.name == "served.js" else [])  # to its own server alone
    assert len(source.splitlines()) < 345


def test_bundles_were_made_from_these_modules() -> None:
    recorded = json.loads((PAGE / "bundle/manifest.json").read_text(encoding="utf-8"))
    assert recorded == bundle.manifest(), "run make bundle"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_lines_fit_a_screen(path: Path) -> None:
    long = [n for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if len(line) > 120]
    assert not long


def test_no_module_imports_itself_by_way_of_others() -> None:
    wants = {
        path.name: set(re.findall(r'^} from "\./([\w-]+\.js)"|^import .* from "\./([\w-]+\.js)"', text, re.MULTILINE))
        for path in MODULES
        if (text := path.read_text(encoding="utf-8"))
    }
    graph = nx.DiGraph((name, a or b) for name, found in wants.items() for a, b in found)
    assert list(nx.simple_cycles(graph)) == []


def test_bundled_script_is_javascript(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine")
    html = render_page(seeds_story())
    script = html.rsplit('<script type="module">', 1)[1].rsplit("</script>", 1)[0]
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)
    path = tmp_path / "page.mjs"
    path.write_text(script, encoding="utf-8")
    checked = subprocess.run([node, "--check", str(path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_equal_stories_give_equal_pages() -> None:
    assert render_page(seeds_story()) == render_page(seeds_story())


def test_policy_names_the_digests_of_what_runs() -> None:
    html = render_page(seeds_story())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    scripts = re.findall(r"<script(?: type=\"module\")?>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == 2
    for text in [*scripts, *re.findall(r"<style>(.*?)</style>", html, re.DOTALL)]:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        assert __import__("base64").b64encode(digest).decode() in policy[1]
