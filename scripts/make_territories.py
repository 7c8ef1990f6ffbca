"""Writes into graph/onrecord/lexicons/countries.toml the territories of `rigour`: names, codes, Wikidata items.

Nationality words, capitals and the names that articles are read with are kept as the table has them.

Run by hand when rigour has news: ``pip install rigour && python scripts/make_territories.py``. The table is shipped and
rigour is no dependency, because rigour wants PyICU, which has to be compiled.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rigour._core import territories_jsonl
from rigour.territories import get_territory

TARGET = Path(__file__).resolve().parents[1] / "graph" / "onrecord" / "lexicons" / "countries.toml"
BY_HAND = ("english", "adjectives", "capital")
"""Keys of the table that this script leaves as they are."""
ORDER = ("id", "name", "qid", "codes", *BY_HAND, "names", "weak", "places")


def plain(names: list[str]) -> list[str]:
    """The names in letters that English prints, each once, sorted; accents are dropped where they are compared."""
    folded = {unicodedata.normalize("NFKD", name): name for name in names}
    return sorted(name for decomposed, name in folded.items() if name.isascii() or _only_accents(decomposed))


def _only_accents(decomposed: str) -> bool:
    """Whether a name is ASCII but for the accents of French, German, Spanish and Portuguese."""
    return all(char.isascii() or char in "\u0300\u0301\u0302\u0303\u0308\u0327" for char in decomposed)


def entry(row: dict[str, Any], kept: dict[str, Any]) -> str:
    """One territory as a table of the file; `kept` is what the file has of it."""
    found = get_territory(row["code"])
    assert found is not None  # noqa: S101  # rows and index are one data set
    names = plain([found.name, found.full_name, *row.get("names_strong", [])])
    weak = plain([name for name in row.get("names_weak", []) if name not in names])
    codes = sorted({code for code in (found.code, found.alpha3, *found.other_codes) if code})
    values = {"id": found.code, "name": found.name, "qid": found.qid or "", "codes": codes}
    values |= {"names": names, "weak": weak, "places": plain(row.get("places", []))}
    values |= {key: kept[key] for key in BY_HAND if key in kept}
    lines = [f"{key} = {json.dumps(values[key], ensure_ascii=False)}" for key in ORDER if values.get(key)]
    return "\n".join(["[[territory]]", *lines, ""])


def main() -> None:
    """Write the table."""
    rows = sorted((json.loads(line) for line in territories_jsonl().splitlines() if line), key=lambda row: row["code"])
    printed = TARGET.read_text(encoding="utf-8")
    kept = {row["id"]: row for row in tomllib.loads(printed)["territory"]}
    head = re.sub(r"rigour \d[\w.]*", f"rigour {version('rigour')}", printed.partition("[[territory]]")[0])
    tables = [entry(row, kept.get(row["code"], {})) for row in rows]
    TARGET.write_text("\n".join([head.rstrip() + "\n", *tables]), encoding="utf-8")
    print(f"{TARGET.name}: {len(rows)} territories")


if __name__ == "__main__":
    main()
