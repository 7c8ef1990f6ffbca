"""``make bench``: speeds, printed. Read the ratios: absolute times are of the machine and of what else runs on it.

Reading: the bare spaCy pipeline and ours, turn by turn over the same texts in one run. The main job: the command, as
``make graph`` runs it. Then the scripts bench_*.py: how resolution grows (with ``--wide`` to 10,000 articles, in
minutes), how long the page takes to open.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import pipeline
from onrecord.articles import read
from onrecord.articles.layout import passages
from onrecord.language import annotations as ann
from onrecord.language import factories
from onrecord.model import Article
from onrecord.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 4
SCRIPTS = sorted((ROOT / "scripts").glob("bench_*.py"))
"""Measurements of their own: growth of resolution, how long the page takes to open."""
PARTS = {
    "statements": ("onrecord_quotations", "onrecord_statements"),
    "actors": ("onrecord_mentions", "onrecord_coreference"),
    "actions and dates": ("onrecord_dates", "onrecord_actions"),
}
"""What is read, with its components: each part may take at most 15 % of the bare pipeline's time."""


def main() -> int:
    """Run the chosen measurements, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = f"what to measure, of {', '.join(MEASUREMENTS)}; everything where nothing is named"
    parser.add_argument("what", nargs="*", help=what)
    parser.add_argument("--wide", action="store_true", help="let resolution grow to 10,000 articles")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.what if name not in MEASUREMENTS]
    if unknown:
        parser.error(f"{unknown[0]} is nothing that is measured")
    for name in arguments.what or MEASUREMENTS:
        print(f"== {name}", flush=True)
        if name == "resolve" and arguments.wide:
            _script(name, "--wide")()
        else:
            MEASUREMENTS[name]()
    return 0


def reading() -> None:
    """The bare spaCy pipeline beside ours: the same texts, turn by turn, the best round of each."""
    nlp = pipeline.reader(DEFAULT_MODEL)
    articles = _seeds()
    for article in articles:  # warm: strings, caches
        pipeline.analyse(article, nlp)
    tokens = sum(len(nlp.make_doc(article.text)) for article in articles)
    rounds = [_round(nlp, articles) for _ in range(ROUNDS)]
    best = {name: min(one[name] for one in rounds) for name in rounds[0]}
    best |= {name: sum(best[f"  {component}"] for component in components) for name, components in PARTS.items()}
    bare = best["bare spaCy"]
    for name, seconds in best.items():
        print(f"{name:28} {seconds:7.3f} s {seconds / tokens * 1e6:7.1f} us/token {seconds / bare:6.2f} x bare spaCy")


def _round(nlp: Language, articles: list[Article]) -> dict[str, float]:
    ours = (*factories.BEFORE_PARSER, *factories.AFTER_MODEL)
    spent: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        with nlp.select_pipes(disable=[name for name in ours if name in nlp.pipe_names]):
            spent["bare spaCy"] += _seconds(nlp, article.text)
        spent["reading an article"] += _seconds(pipeline.analyse, article, nlp)
        doc = _prepared(nlp, article)
        for name, component in nlp.pipeline:
            took, doc = _timed(component, doc)
            if name in ours:
                spent[f"  {name}"] += took
    return spent


def _prepared(nlp: Language, article: Article) -> Doc:
    doc = nlp.make_doc(article.text)
    ann.set_passages(doc, ((item.start, item.end, item.kind) for item in passages(article)))
    return doc


def _timed(component: Callable[[Doc], Doc], doc: Doc) -> tuple[float, Doc]:
    start = time.perf_counter()
    done = component(doc)
    return time.perf_counter() - start, done


def _seconds(work: Callable[..., object], *arguments: object) -> float:
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def job() -> None:
    """The command on the seeds, twice, in processes of their own; and a question to what it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder, "out"))
        build = ("build", str(ROOT / "seeds"), "-o", out)
        print(f"onrecord build, first time   {_seconds(_onrecord, *build):7.1f} s")
        print(f"onrecord build, second time  {_seconds(_onrecord, *build):7.1f} s")
        question = ("query", "SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }", out)
        print(f"onrecord query               {_seconds(_onrecord, *question):7.1f} s")


def _onrecord(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "onrecord", *words], check=True, stdout=subprocess.DEVNULL)


def _script(name: str, *options: str) -> Callable[[], None]:
    """A measurement that is a script of its own, beside this one."""

    def run() -> None:
        subprocess.run([sys.executable, str(ROOT / "scripts" / f"bench_{name}.py"), *options], check=True)

    return run


def _seeds() -> list[Article]:
    return [item for item in read([str(ROOT / "seeds")]) if isinstance(item, Article)]


MEASUREMENTS: dict[str, Callable[[], None]] = {
    "reading": reading,
    "job": job,
    **{path.stem.removeprefix("bench_"): _script(path.stem.removeprefix("bench_")) for path in SCRIPTS},
}

if __name__ == "__main__":
    sys.exit(main())
