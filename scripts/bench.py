"""``make bench``: speeds, printed. Read the ratios: absolute times are of the machine and of what else runs on it.

The whole of a build: bare spaCy, reading, resolving, what is on record with its labels, writing and the page over the
same texts. Reading, component by component, turn by turn with bare spaCy. The main job: the command, as ``make graph``
runs it. Two processes beside one. Then the scripts bench_*.py: how resolution grows (with ``--wide`` to 10,000
articles, in minutes), how long the page takes to open, what numpy's matrix products save. A limit that is missed is
said, the rest goes on, and the status is 1 in the end.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import gate
from onrecord import pipeline, rdf, report, tables
from onrecord.articles import read
from onrecord.articles.layout import passages
from onrecord.collection import collect_rarely
from onrecord.evaluation import pairing
from onrecord.language import annotations as ann
from onrecord.language import factories
from onrecord.language.load import as_shipped
from onrecord.model import Article, Story
from onrecord.network import graphml, project_story, render_page
from onrecord.rdf.query import questions
from onrecord.settings import DEFAULT_MODEL, Settings
from onrecord.threads import in_one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 4
SCRIPTS = sorted((ROOT / "scripts").glob("bench_*.py"))
"""Measurements of their own: growth of resolution, how long the page takes to open, matrix products."""
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
    collect_rarely()  # as the command does
    for name in arguments.what or MEASUREMENTS:
        print(f"== {name}", flush=True)
        if name == "resolve" and arguments.wide:
            _script(name, "--wide")()
        else:
            MEASUREMENTS[name]()
    for said in missed:
        print(f"MISSED: {said}")
    return 1 if missed else 0


def reading() -> None:
    """The bare spaCy pipeline beside ours: the same texts, turn by turn, the best round of each."""
    nlp, bare = pipeline.reader(DEFAULT_MODEL), as_shipped(DEFAULT_MODEL)
    articles = _seeds()
    for article in articles:  # warm: strings, caches
        pipeline.analyse(article, nlp)
        bare(article.text)
    tokens = sum(len(nlp.make_doc(article.text)) for article in articles)
    rounds = [_round(nlp, bare, articles) for _ in range(ROUNDS)]
    best = {name: min(one[name] for one in rounds) for name in rounds[0]}
    best |= {name: sum(best[f"  {component}"] for component in components) for name, components in PARTS.items()}
    alone = best["bare spaCy"]
    for name, seconds in best.items():
        print(f"{name:28} {seconds:7.3f} s {seconds / tokens * 1e6:7.1f} us/token {seconds / alone:6.2f} x bare spaCy")


def _round(nlp: Language, bare: Language, articles: list[Article]) -> dict[str, float]:
    ours = (*factories.BEFORE_PARSER, *factories.AFTER_MODEL)
    spent: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        spent["bare spaCy"] += _seconds(bare, article.text)
        spent["reading an article"] += _seconds(pipeline.analyse, article, nlp)
        doc = _prepared(nlp, article)
        with in_one_thread():  # as when an article is read
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
    start = time.process_time()
    done = component(doc)
    return time.process_time() - start, done


def _seconds(work: Callable[..., object], *arguments: object) -> float:
    start = time.process_time()
    work(*arguments)
    return time.process_time() - start


def whole() -> None:
    """Each stage of a build side by side with bare spaCy over the same texts, in seconds of processor and of clock."""
    nlp, bare = pipeline.reader(DEFAULT_MODEL), as_shipped(DEFAULT_MODEL)
    bare(_seeds()[0].text)
    warm = pipeline.resolve(_each(partial(pipeline.analyse, nlp=nlp), _seeds()[:1]))  # strings, lexicons, imports
    with tempfile.TemporaryDirectory() as folder:
        _written(warm, Path(folder))
    _paged(warm, "")
    for title, articles in _corpora():
        words = sum(len(article.text.split()) for article in articles)
        print(f"{title}: {len(articles)} articles, {words:,} words")
        spent = {"bare spaCy": Cost(0, 0), "reading": Cost(0, 0)}
        analyses = []
        for article in articles:  # turn by turn, so that whatever else the machine does befalls both
            cost, _ = _cost(bare, article.text)
            spent["bare spaCy"] += cost
            cost, analysis = _cost(pipeline.analyse, article, nlp)
            spent["reading"] += cost
            analyses.append(analysis)
        spent["resolving"], story = _cost(partial(pipeline.resolve, labels=False), analyses)  # as a build does
        spent["on record"], shown = _cost(pipeline.published, story)
        with tempfile.TemporaryDirectory() as folder:
            spent["writing"], _ = _cost(_written, shown, Path(folder))
            turtle = Path(folder, "graph.ttl").read_text(encoding="utf-8")
        spent["page"], _ = _cost(_paged, shown, turtle)
        parts = [cost for name, cost in spent.items() if name != "bare spaCy"]
        spent["a whole build"] = Cost(sum(one.cpu for one in parts), sum(one.wall for one in parts))
        for name, cost in spent.items():
            times = cost.cpu / spent["bare spaCy"].cpu
            held = _held(f"{title}: {name}", name, times)
            print(f"  {name:14} {cost.cpu:8.2f} s CPU {cost.wall:8.2f} s wall {times:6.2f} x bare spaCy{held}")


def _each(work: Callable[[Any], T], items: Sequence[Any]) -> list[T]:
    return [work(item) for item in items]


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor, and of the clock."""

    cpu: float
    wall: float

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.cpu + other.cpu, self.wall + other.wall)


LIMITS = {"reading": 1.25, "a whole build": 1.8}
"""Times bare spaCy that a stage may take; missed ones are said, and the measurements go on."""
FASTER = 1.7
"""How much faster two processes should be than one."""
missed: list[str] = []


def _held(place: str, name: str, times: float) -> str:
    if times <= LIMITS.get(name, times):
        return ""
    missed.append(f"{place} takes {times:.2f} times bare spaCy, more than {LIMITS[name]}")
    return f"  MISSES {LIMITS[name]}"


def _cost(work: Callable[..., T], *arguments: Any) -> tuple[Cost, T]:
    cpu, wall = time.process_time(), time.perf_counter()
    done = work(*arguments)
    return Cost(time.process_time() - cpu, time.perf_counter() - wall), done


def _written(story: Story, folder: Path) -> None:
    tables.write(story, folder)
    report.write(story, folder)
    rdf.write_graph(story, folder)


def _paged(story: Story, turtle: str) -> None:
    network = project_story(story)
    graphml(network, io.StringIO())
    render_page(story, network, queries={question.name: question.sparql for question in questions()}, turtle=turtle)


def _corpora() -> Iterator[tuple[str, list[Article]]]:
    """The seeds, and as many articles of the annotated texts as a limit is set for, if they are there."""
    yield "seeds", _seeds()
    corpus = gate.GOLD / "statements/polnear_200.jsonl"
    if not corpus.exists():
        print(f"{corpus.name}: skipped, it is not in {gate.GOLD.name}/ (set ONRECORD_GOLD)")
        return
    rows = pairing.load(corpus)
    for number in (100, 200):
        yield f"{corpus.stem}, the first {number}", [gate._article(row) for row in rows[:number]]  # noqa: SLF001


def job() -> None:
    """The command on the seeds, in processes of their own: twice with one process, once with two, then a question."""
    with tempfile.TemporaryDirectory() as folder:
        taken = {}
        for name, jobs in (("one", 1), ("again", 1), ("two", 2)):
            taken[name] = _process("build", str(ROOT / "seeds"), "-o", f"{folder}/{name}", "--jobs", str(jobs))
            print(f"onrecord build --jobs {jobs}   {taken[name].cpu:6.1f} s CPU {taken[name].wall:6.1f} s wall")
        same = _files(Path(folder, "one")) == _files(Path(folder, "two"))
        print(f"two processes write {'the same bytes' if same else 'OTHER BYTES'} as one")
        question = ("query", "SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o }", f"{folder}/one")
        for words in (question, ("--help",)):
            cost = _process(*words)
            print(f"onrecord {words[0]:19} {cost.cpu:6.1f} s CPU {cost.wall:6.1f} s wall")
        if not same:
            missed.append("two processes write other bytes than one")


def jobs() -> None:
    """Reading in two processes beside reading in one, over texts that are long enough for it to matter."""
    title, articles = list(_corpora())[:2][-1]
    cost, found = {}, {}
    for number in (1, 2):
        cost[number], found[number] = _cost(_all, articles, number)
        print(f"{title}: {number} process{'es' * (number - 1)} {cost[number].wall:8.2f} s wall")
    faster, same = cost[1].wall / cost[2].wall, found[1] == found[2]
    print(f"two are {faster:.2f} times as fast as one, and read {'the same' if same else 'SOMETHING ELSE'}")
    if faster < FASTER:
        missed.append(f"two processes are {faster:.2f} times as fast as one, less than {FASTER}")
    if not same:
        missed.append("two processes read something else than one")


def _all(articles: list[Article], number: int) -> list[object]:
    return list(pipeline.analyse_all(articles, Settings(), number))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _process(*words: str) -> Cost:
    """What a command costs in a process of its own."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    _onrecord(*words)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, time.perf_counter() - start)


def _onrecord(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "onrecord", *words], check=True, stdout=subprocess.DEVNULL)


def _script(name: str, *options: str) -> Callable[[], None]:
    """A measurement that is a script of its own, beside this one."""

    def run() -> None:
        words = [sys.executable, str(ROOT / "scripts" / f"bench_{name}.py"), *options]
        if subprocess.run(words, check=False).returncode:
            missed.append(f"bench_{name}.py")

    return run


def _seeds() -> list[Article]:
    return [item for item in read([str(ROOT / "seeds")]) if isinstance(item, Article)]


MEASUREMENTS: dict[str, Callable[[], None]] = {
    "whole": whole,
    "reading": reading,
    "job": job,
    "jobs": jobs,
    **{path.stem.removeprefix("bench_"): _script(path.stem.removeprefix("bench_")) for path in SCRIPTS},
}

if __name__ == "__main__":
    sys.exit(main())
