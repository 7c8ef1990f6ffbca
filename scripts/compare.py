"""What a change does to the analyses of the same texts: identical, or every difference in words.

    python scripts/compare.py before.jsonl after.jsonl

Both files hold analysis records (``onrecord extract``). Ids are numbered anew by every reading, so actors are shown by
their names, statements and actions by the words of their spans; ends with status 1 if anything differs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]
PARTS = ("actors", "statements", "actions", "dates")


def main() -> int:
    """Print the differences, an article at a time, and their number for each part of the record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part of the records")
    parser.add_argument("--most", type=int, default=200, metavar="N", help="show at most N lines a part (all count)")
    chosen = parser.parse_args()
    before, after = _load(chosen.before), _load(chosen.after)
    count: Counter[str] = Counter()
    for name in sorted(before.keys() | after.keys()):
        for part in chosen.part or PARTS:
            for line in _differences(before.get(name), after.get(name), part):
                count[part] += 1
                if count[part] <= chosen.most:
                    print(f"{name} {line}")
    print(", ".join(f"{part}: {number} lines" for part, number in sorted(count.items())) or "identical")
    return 1 if count else 0


def _load(path: Path) -> dict[str, Record]:
    with path.open(encoding="utf-8") as stream:
        records = [json.loads(line) for line in stream if line.strip()]
    return {record["article"]["id"]: record for record in records}


def _differences(before: Record | None, after: Record | None, part: str) -> Iterator[str]:
    left = Counter(_lines(before, part)) if before else Counter[str]()
    right = Counter(_lines(after, part)) if after else Counter[str]()
    yield from (f"- {line}" for line in sorted((left - right).elements()))
    yield from (f"+ {line}" for line in sorted((right - left).elements()))


def _lines(record: Record, part: str) -> list[str]:
    text = record["article"]["text"]
    names = {item["id"]: item["name"] for item in record["actors"]}
    by_id = {item["id"]: item for key in ("statements", "actions") for item in record[key]}

    def shown(key: str, value: Any) -> str:
        if key in _SPANS:
            return _words(text, value)
        if key in _ACTORS:
            return _listed(value, lambda one: str(names.get(one, one)))
        if key in _OTHERS:
            return _words(text, by_id[value][_OTHERS[key]]) if value in by_id else str(value)
        return json.dumps(value, ensure_ascii=False)

    return [
        f"{part}: " + " | ".join(f"{key} {shown(key, value)}" for key, value in item.items() if key not in _LEFT_OUT)
        for item in record[part]
    ]


_SPANS = {"source", "cue", "content", "trigger", "agent_spans", "patient_spans", "date_span", "medium_span", "mentions"}
_ACTORS = {"speakers", "on_behalf_of", "addressee", "outlet", "about", "agents", "patients", "place", "members"}
_OTHERS = {"within": "cue", "under": "trigger"}
"""Fields that refer to a statement or an action, and the span that this is shown by."""
_LEFT_OUT = {"id", "iri"}


def _words(text: str, spans: Any) -> str:
    if spans and isinstance(spans[0], int):
        spans = [spans]
    ends = [(item["start"], item["end"]) if isinstance(item, dict) else tuple(item) for item in spans or ()]
    return "[" + " … ".join(text[start:end] for start, end in ends) + "]"


def _listed(value: Any, name: Callable[[str], str]) -> str:
    keys: Iterable[str] = [value] if isinstance(value, str) else value or ()
    return "{" + ", ".join(name(key) for key in keys) + "}"


if __name__ == "__main__":
    sys.exit(main())
