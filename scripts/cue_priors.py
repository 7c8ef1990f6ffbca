"""Count how often each cue is an attribution, and how reliable the confidences made of the counts are.

    python scripts/cue_priors.py GOLD.jsonl -o graph/onrecord/lexicons/en/cue_priors.toml
    python scripts/cue_priors.py GOLD.jsonl --table

GOLD has one article a line: `text`, optionally `title`, and `attributions`, each with `source` and `content` as
lists of [start, end) character spans. A candidate is right if its content shares half of its letters (Dice) with
that of an attribution, and its source is the same phrase give or take modifiers; wholly right, which is what
confidences promise and the table counts, if it shares eight letters in ten.
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
from onrecord.language.statements import lexicon, shapes
from onrecord.language.statements.candidates import Candidate, Ranges
from onrecord.language.statements.component import THRESHOLD, candidates
from onrecord.language.statements.selection import select, tokens
from onrecord.language.syntax.tree import tree_of
from onrecord.model import Article

Letters = frozenset[int]
Judged = tuple[str, str, str, bool]
"""Frame, circumstance, entry, and whether it was right."""
Shaped = tuple[dict[str, str], float, bool]
"""Shape of a statement, the share of its cue, and whether it was wholly right."""
_WHOLLY = 0.8
"""Letters that a content shares with the marked one from which on it is that one."""

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
    counted = counts(list(parsed(rows)))
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
        table = tomllib.loads(counts(articles[1 - half :: 2]))
        for row, doc in articles[half::2]:
            for found_shape, confidence, good in shaped(row, doc, table):
                found.append((shapes.applied(table["shapes"], found_shape, confidence), good))
    return found


def counts(articles: list[tuple[dict[str, Any], Doc]]) -> str:
    """The text of the file: the counts of cues, and of the shapes of what these would put on record."""
    cues = toml(judged for row, doc in articles for judged in judge(doc, row))
    table = tomllib.loads(cues)
    return cues + shape_toml([item for row, doc in articles for item in shaped(row, doc, table)])


def shaped(row: dict[str, Any], doc: Doc, table: dict[str, Any]) -> Iterator[Shaped]:
    """The shape of every statement that the cues' counts in `table` put on record."""
    parsed_doc = tree_of(doc)
    items = [
        replace(item, confidence=lexicon.likelihood(table, item.entry, item.frame, item.circumstance))
        for item in candidates(doc, parsed_doc)
    ]
    inside = tokens(tuple((span.start, span.end) for span in ann.spans(doc, ann.QUOTATIONS)))
    gold = attributions(row)
    for item in select(items, THRESHOLD):
        yield shapes.shape(parsed_doc, item, inside), item.confidence, right(doc, item, gold, _WHOLLY)


def shape_toml(items: list[Shaped]) -> str:
    """The counts of shapes: each feature's over what the features before it leave to expect."""
    expected = [confidence for _, confidence, _ in items]
    lines = ["", "[shapes]"]
    for name in items[0][0] if items else ():
        counted: dict[str, list[float]] = defaultdict(lambda: [0, 0.0])
        for share, (found, _, good) in zip(expected, items, strict=True):
            counted[found[name]][0] += good
            counted[found[name]][1] += share
        pairs = ", ".join(f"{value} = [{int(a)}, {b:.1f}]" for value, (a, b) in sorted(counted.items()))
        lines.append(f"{name} = {{ {pairs} }}")
        one = {name: counted}
        expected = [
            shapes.applied(one, {name: found[name]}, share)
            for share, (found, _, _) in zip(expected, items, strict=True)
        ]
    return "\n".join(lines) + "\n"


def attributions(row: dict[str, Any]) -> list[tuple[Letters, Letters]]:
    """Content and source of the marked attributions, as sets of letters' places."""
    marked = [item for item in row["attributions"] if item.get("content")]
    text = row["text"]
    return [(_letters(text, item["content"]), _letters(text, item.get("source") or [])) for item in marked]


def right(doc: Doc, item: Candidate, gold: list[tuple[Letters, Letters]], share: float = 0.5) -> bool:
    """Whether some attribution has this content, by `share` of its letters, and this source."""
    content, source = _letters(doc.text, _chars(doc, item.content)), _letters(doc.text, _chars(doc, item.source))
    return any(_dice(content, other) >= share and (not who or _same(source, who)) for other, who in gold)


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
