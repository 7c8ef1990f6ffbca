"""Writes graph/onrecord/lexicons/territories.toml from the territories of `rigour`: names, codes, Wikidata items.

Run by hand when rigour has news: ``pip install rigour && python scripts/make_territories.py``. The table is shipped and
rigour is no dependency, because rigour wants PyICU, which has to be compiled.
"""

from __future__ import annotations

import json
import unicodedata
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rigour._core import territories_jsonl
from rigour.territories import get_territory

TARGET = Path(__file__).resolve().parents[1] / "graph" / "onrecord" / "lexicons" / "territories.toml"
HEAD = f"""# Countries, their parts and unions of them, from rigour {version("rigour")} (MIT, OpenSanctions), which
# takes them from Wikidata. Made by scripts/make_territories.py: do not edit. `names` are in the letters that English
# prints, `weak` ones give way to another territory's names, `places` (capitals and the like) only keep a city from
# being read as its country.
source = "rigour {version("rigour")}, MIT"
"""


def plain(names: list[str]) -> list[str]:
    """The names in letters that English prints, each once, sorted; accents are dropped where they are compared."""
    folded = {unicodedata.normalize("NFKD", name): name for name in names}
    return sorted(name for decomposed, name in folded.items() if name.isascii() or _only_accents(decomposed))


def _only_accents(decomposed: str) -> bool:
    """Whether a name is ASCII but for the accents of French, German, Spanish and Portuguese."""
    return all(char.isascii() or char in "\u0300\u0301\u0302\u0303\u0308\u0327" for char in decomposed)


def entry(row: dict[str, Any]) -> str:
    """One territory as a table of the file."""
    found = get_territory(row["code"])
    assert found is not None  # noqa: S101  # rows and index are one data set
    names = plain([found.name, found.full_name, *row.get("names_strong", [])])
    weak = plain([name for name in row.get("names_weak", []) if name not in names])
    codes = sorted({code for code in (found.code, found.alpha3, *found.other_codes) if code})
    values = {"id": found.code, "name": found.name, "qid": found.qid or "", "codes": codes}
    values |= {"names": names, "weak": weak, "places": plain(row.get("places", []))}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    return "\n".join(["[[territory]]", *lines, ""])


def main() -> None:
    """Write the table."""
    rows = sorted((json.loads(line) for line in territories_jsonl().splitlines() if line), key=lambda row: row["code"])
    TARGET.write_text("\n".join([HEAD, *map(entry, rows)]), encoding="utf-8")
    print(f"{TARGET.name}: {len(rows)} territories")


if __name__ == "__main__":
    main()
