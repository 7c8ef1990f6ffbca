"""``make gate``: quality against annotated texts, held to the floors in gate.toml.

Reads the annotated articles with the current code, prints every figure that has a floor, and ends with status 1 if
one is under its floor. Verbs whose statement and action differ in their people are listed.
``--all`` prints the figures without a floor too; ``--only WORD`` takes the files and tasks whose name holds WORD.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord import evaluation, pipeline, record
from onrecord.articles import jsonl, read
from onrecord.evaluation import consistency, pairing
from onrecord.evaluation.spans import Figures, Rows, harmonic, share
from onrecord.model import Analysis, Article
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
GOLD = Path(os.environ.get("ONRECORD_GOLD", ROOT.parent / "shared" / "gold"))
ACROSS = {"actors", "events", "timelines"}
"""Tasks whose figures need the articles resolved."""
TEXTS = {"events/timelines_airbus_apple.jsonl": "actions/meantime_airbus_apple.jsonl"}
"""Files of annotations that have no texts, with those that have the texts of the same articles."""
PROCESSES = os.cpu_count() or 1


def main() -> int:
    """Print the figures and hold the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="print the figures without a floor too")
    parser.add_argument("--only", default="", metavar="WORD", help="only files and tasks whose name holds WORD")
    parser.add_argument("--seeds", action="store_true", help="only what this repository holds the annotations of")
    chosen = parser.parse_args()
    floors = tomllib.loads((ROOT / "scripts" / "gate.toml").read_text(encoding="utf-8"))["gold"]
    analysed: dict[str, list[Analysis]] = {}
    under = held = 0
    for entry in floors:
        name = f"{entry['file']} {entry['task']}"
        if chosen.only not in name or (chosen.seeds and entry["file"] != "seeds"):
            continue
        if entry["file"] != "seeds" and not (GOLD / entry["file"]).exists():
            print(f"{name}: skipped, {entry['file']} is not in {GOLD.name}/ (set ONRECORD_GOLD)")
            continue
        figures = _figures(entry["file"], entry["task"], analysed)
        for line, good in _lines(figures, entry["floors"], every=chosen.all):
            print(f"{name}: {line}")
            under += not good
            held += good
    print(f"{held} figures printed or held, {under} under their floor")
    return 1 if under else 0


def _lines(figures: Figures, floors: dict[str, float], *, every: bool) -> Iterator[tuple[str, bool]]:
    for figure, value in figures.items():
        floor = floors.get(figure)
        if floor is not None:
            good = value >= floor
            yield f"{figure} {value:.3f} {'holds' if good else 'IS UNDER'} {floor:.3f}", good
        elif every:
            yield f"{figure} {value:.3f}", True
    for figure in floors.keys() - figures.keys():
        yield f"{figure} is not among the figures", False


def _figures(file: str, task: str, analysed: dict[str, list[Analysis]]) -> Figures:
    gold = pairing.load(SEEDS / "gold" / "annotations.json" if file == "seeds" else GOLD / file)
    texts = TEXTS.get(file, file)
    if texts not in analysed:
        analysed[texts] = list(_read(texts, gold if texts == file else pairing.load(GOLD / texts)))
    analyses = analysed[texts]
    if task == "bodies":
        return _bodies(gold, analyses) | _named_once(analyses)
    if task in ACROSS:
        analyses = list(pipeline.resolve(analyses).analyses)
    records = [json.loads(record.dumps(item)) for item in analyses]
    if task == "agreement":
        for line in (line for row in records for line in consistency.listed(row)):
            print(f"differ: {line}")
    return evaluation.TASKS[task](gold, records)


def _read(file: str, gold: Rows) -> Iterator[Analysis]:
    articles = read([str(SEEDS)]) if file == "seeds" else (_article(row) for row in gold if row.get("primary", True))
    if file.startswith("pages/"):  # only the article's text is scored
        yield from (Analysis(article=item) for item in articles if isinstance(item, Article))
        return
    for item in pipeline.analyse_all(articles, Settings(), PROCESSES):
        if isinstance(item, Analysis):
            yield item
        else:
            print(item, file=sys.stderr)


def _article(row: dict[str, Any]) -> Article:
    """The article of a line of gold, as its user would give it."""
    given: dict[str, Any] = {
        "id": pairing.gold_id(row),
        "published": (row.get("published") or row.get("date") or "")[:10],
    }
    given |= {key: row[key] for key in ("title", "publisher", "url", "text", "html") if row.get(key)}
    return jsonl.article_from_row({key: value for key, value in given.items() if value}, "gold.jsonl")


def _bodies(gold: Rows, analyses: list[Analysis]) -> Figures:
    """Characters of the body found as such, against the span that a person marked."""
    found = {item.article.id: item for item in analyses}
    right = marked = wanted = 0
    for row in gold:
        analysis = found[row["id"]]
        own = {at for item in analysis.passages if item.kind in _BODY for at in range(item.start, item.end)}
        body = set(range(*row["body"]))
        text = analysis.article.text
        for chars in (own, body):
            chars -= {at for at in chars if text[at].isspace()}
        right, marked, wanted = right + len(own & body), marked + len(own), wanted + len(body)
    precision, recall = share(right, marked), share(right, wanted)
    return {"body.precision": precision, "body.recall": recall, "body.f1": harmonic(precision, recall)}


_BODY = {"body", "quote_block"}


def _named_once(analyses: list[Analysis]) -> Figures:
    """Share of the chief actors whose names, as printed in the seeds, all lead to one node of the story."""
    story = pipeline.resolve(analyses)
    people = json.loads((SEEDS / "gold" / "actors.json").read_text(encoding="utf-8"))
    nodes: dict[str, set[str]] = {}
    for analysis in story.analyses:
        for actor in analysis.actors:
            for mention in actor.mentions:
                if mention.form in ("name", "short") and actor.iri:
                    nodes.setdefault(analysis.article.text[mention.start : mention.end], set()).add(actor.iri)
    one = several = 0
    for person in people.values():
        found = set().union(*(nodes.get(alias, set()) for alias in person["aliases"]))
        one += len(found) == 1
        several += len(found) > 1
    return {"named_once": share(one, one + several), "n.actors": one + several}


if __name__ == "__main__":
    sys.exit(main())
