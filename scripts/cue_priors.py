"""Count how often each cue is an attribution, and how reliable the confidences made of the counts are.

    python scripts/cue_priors.py GOLD.jsonl -o graph/onrecord/lexicons/en/cue_priors.toml
    python scripts/cue_priors.py GOLD.jsonl --table

GOLD has one article a line: `text`, optionally `title`, and `attributions`, each with `source` and `content` as
lists of [start, end) character spans. A candidate is right where its content shares half of its letters (Dice) with
that of an attribution, and its source is the same phrase give or take modifiers.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from onrecord.articles.layout import passages
from onrecord.ids import text_sha256
from onrecord.language import annotations as ann
from onrecord.language.load import load_pipeline
from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate, Ranges
from onrecord.language.statements.component import THRESHOLD, candidates
from onrecord.language.statements.selection import select
from onrecord.language.syntax.tree import tree_of
from onrecord.model import Article

Letters = frozenset[int]
Judged = tuple[str, str, str, bool]
"""Frame, circumstance, entry, and whether it was right."""

_HEADER = """\
# How often a cue is an attribution, counted on development texts by scripts/cue_priors.py. No words of those texts are
# in here: a rule is a frame in a circumstance, with [right, seen]; an entry has, in each frame, [right, expected],
# where expected is what the shares of its rules would have made of the same sightings.
"""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument(
        "--table",
        action="store_true",
        help="print how reliable counts of one half of the articles are in the other half",
    )
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    if arguments.table:
        print(reliability(crossed(list(parsed(rows)))))
        return
    counted = toml(judged for row, doc in parsed(rows) for judged in judge(doc, row))
    if arguments.output:
        arguments.output.write_text(counted, encoding="utf-8")
    else:
        print(counted)


def parsed(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Doc]]:
    """Every article with its annotated Doc."""
    nlp = load_pipeline()
    for row in rows:
        text = row["text"]
        article = Article(id="x", text=text, sha256=text_sha256(text), source="gold", title=row.get("title"))
        doc = nlp.make_doc(text)
        ann.set_passages(doc, ((item.start, item.end, item.kind) for item in passages(article)))
        yield row, nlp(doc)


def judge(doc: Doc, row: dict[str, Any]) -> list[Judged]:
    """Every candidate with whether it is right."""
    gold = attributions(row)
    return [
        (item.frame, item.circumstance, item.entry, right(doc, item, gold)) for item in candidates(doc, tree_of(doc))
    ]


def crossed(articles: list[tuple[dict[str, Any], Doc]]) -> list[tuple[float, bool]]:
    """Confidence and rightness of what is put on record in each half, with the counts of the other half."""
    found: list[tuple[float, bool]] = []
    for half in (0, 1):
        table = tomllib.loads(toml(item for row, doc in articles[1 - half :: 2] for item in judge(doc, row)))
        for row, doc in articles[half::2]:
            items = [
                replace(item, confidence=lexicon.likelihood(table, item.entry, item.frame, item.circumstance))
                for item in candidates(doc, tree_of(doc))
            ]
            gold = attributions(row)
            found.extend((item.confidence, right(doc, item, gold)) for item in select(items, THRESHOLD))
    return found


def attributions(row: dict[str, Any]) -> list[tuple[Letters, Letters]]:
    """Content and source of the marked attributions, as sets of letters' places."""
    marked = [item for item in row["attributions"] if item.get("content")]
    text = row["text"]
    return [(_letters(text, item["content"]), _letters(text, item.get("source") or [])) for item in marked]


def right(doc: Doc, item: Candidate, gold: list[tuple[Letters, Letters]]) -> bool:
    """Whether some attribution has this content and this source."""
    content, source = _letters(doc.text, _chars(doc, item.content)), _letters(doc.text, _chars(doc, item.source))
    return any(_dice(content, other) >= 0.5 and (not who or _same(source, who)) for other, who in gold)


def _chars(doc: Doc, parts: Ranges) -> list[tuple[int, int]]:
    return [(doc[low].idx, doc[high - 1].idx + len(doc[high - 1])) for low, high in parts]


def _letters(text: str, spans: Iterable[Iterable[int]]) -> Letters:
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def _dice(one: Letters, other: Letters) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _same(got: Letters, want: Letters) -> bool:
    if not got or not want:
        return False
    inside = (want <= got and len(got) <= 3 * len(want)) or (got <= want and len(want) <= 6 * len(got))
    return _dice(got, want) >= 0.5 or inside


def toml(items: Iterable[Judged]) -> str:
    """The counts as the text of the file."""
    every = list(items)
    rules: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for frame, circumstance, _, good in every:
        for name in ("all", frame):
            for key in ("all", circumstance):
                rules[name][key][0] += good
                rules[name][key][1] += 1
    entries: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0, 0.0]))
    for frame, circumstance, entry, good in every:
        counted = entries[frame][entry]
        counted[0] += good
        counted[1] += lexicon.drawn(rules, frame, circumstance)
    lines = [_HEADER, "[rules]"]
    for frame in sorted(rules):
        pairs = ", ".join(f"{key} = [{a}, {b}]" for key, (a, b) in sorted(rules[frame].items()))
        lines.append(f'"{frame}" = {{ {pairs} }}')
    for frame in sorted(entries):
        lines.append(f'\n[entries."{frame}"]')
        lines.extend(f'"{name}" = [{int(a)}, {b:.1f}]' for name, (a, b) in sorted(entries[frame].items()))
    return "\n".join(lines) + "\n"


def reliability(pairs: Iterable[tuple[float, bool]]) -> str:
    """Table of stated confidence against the share that was right, in ten bands."""
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, good in pairs:
        bands[min(9, int(confidence * 10))].append((confidence, good))
    lines = ["| confidence | statements | mean confidence | right |", "|---|---|---|---|"]
    for band, found in sorted(bands.items()):
        mean = sum(confidence for confidence, _ in found) / len(found)
        share = sum(good for _, good in found) / len(found)
        lines.append(f"| {band / 10:.1f}-{(band + 1) / 10:.1f} | {len(found)} | {mean:.2f} | {share:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
