"""How resolution and writing grow: articles made from real records by renaming, in rising numbers.

    bench_resolve.py [ANALYSES] [--steps 250 500 1000 2000] [--wide] [--write]

ANALYSES is what `onrecord extract` wrote; without it the seeds are read. Each copy of the records is made a story of
its own: its text stands, but for its words. A few names, and countries, stand in all stories, some in the twenty
stories of one beat, most in one story alone; of its other words some are everybody's and most are seldom, as in any
language. Function words, verbs of doing and saying, and what names of bodies are made of ("Ministry", "Bank") stay.
So a run holds thousands of actors of one article, and some of thousands of articles.

Printed are articles, their actors and how many are left of them, judgements kept, and for each stage the seconds of
the processor, how they grew as a power of the articles (1 is linear), and the most memory in use since the start (0
where the system does not say), with how much of it each further article took in KB. Each number of articles is measured
in a process of its own, which reads the records from a file as a build does. ``--wide`` goes on to 10,000 articles,
which takes minutes; ``--write`` measures what follows as well: what belongs on record, and all outputs.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from math import log
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from onrecord import outputs, pipeline
from onrecord.collection import collect_rarely
from onrecord.ids import digest
from onrecord.model import Analysis
from onrecord.record import read
from onrecord.record import write as write_records
from onrecord.resolve import names, places, resolve
from onrecord.settings import Settings
from onrecord.word_sets import word_set

ROOT = Path(__file__).resolve().parents[1]
STEPS = (250, 500, 1000, 2000)
WIDE = (2500, 5000, 10_000)
BEAT = 20
"""Stories that share some of their names."""
_KEPT = (
    *("small_in_names", "legal_form", "prefix_of_person", "trade", "pronoun_alone", "speaks_for_body"),
    *("everyday_deed", "stop_word", "number_word", "generic_in_names"),
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_T = TypeVar("_T")
_SYLLABLES = [first + second for first in "bdfghklmnprstvz" for second in "aeiou"]


def copies(analyses: Sequence[Analysis]) -> Iterator[Analysis]:
    """The records over and over, in other words from the second time on."""
    kept = _kept_words(analyses)
    capital = {
        word.casefold() for item in analyses for actor in item.actors if actor.named for word in _words(actor.name)
    }
    number = 0
    while True:
        for analysis in analyses:
            yield rewritten(analysis, number, kept, capital) if number else analysis
        number += 1


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _kept_words(analyses: Sequence[Analysis]) -> frozenset[str]:
    """Words that no copy changes, folded."""
    kept = {word for key in _KEPT for word in word_set(key)}
    for item in analyses:
        spans = [
            *(span for action in item.actions for span in action.trigger),
            *(span for statement in item.statements for span in statement.cue),
        ]
        kept.update(word.casefold() for start, end in spans for word in _words(item.article.text[start:end]))
        kept.update(
            word.casefold() for actor in item.actors if places.territory(actor.name) for word in _words(actor.name)
        )
    return frozenset(kept)


def rewritten(analysis: Analysis, number: int, kept: frozenset[str], capital: set[str]) -> Analysis:
    """The record under another id, in other words of the same lengths, so that all offsets stay."""
    article = analysis.article

    def other(match: re.Match[str]) -> str:
        word = match.group()
        folded = word.casefold()
        if folded in kept or names.stem(folded) in kept:
            return word
        return _other(word, _scope(folded, number, folded in capital))

    def changed(text: str) -> str:
        return _WORD.sub(other, text)

    actors = tuple(replace(item, name=changed(item.name)) for item in analysis.actors)
    key, text = f"{article.id}-{number}", changed(article.text)
    return replace(analysis, article=replace(article, id=key, text=text, sha256=digest(key, text)), actors=actors)


def _scope(folded: str, number: int, name: bool) -> int:  # noqa: FBT001 - a fact of the word, not a switch
    """Copies of one scope have the same word for `folded`."""
    drawn = int(digest(folded), 16)
    if name:
        return 0 if drawn % 20 == 0 else number // BEAT if drawn % 4 == 0 else number
    return int(digest(folded, str(number)), 16) % (1 << drawn % 12)


@lru_cache(maxsize=1_000_000)
def _other(word: str, scope: int) -> str:
    """Another word of the same length and case; the same one for the same word and scope."""
    drawn = int(digest(word.casefold(), str(scope), digits=32), 16)
    made = ""
    while len(made) < len(word):
        drawn, place = divmod(drawn, len(_SYLLABLES))
        made += _SYLLABLES[place]
    made = made[: len(word)]
    return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("analyses", type=Path, nargs="?")
    parser.add_argument("--steps", type=int, nargs="+", default=STEPS)
    parser.add_argument("--wide", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    stages = ("resolving", "on record", "outputs") if arguments.write else ("resolving",)
    columns = "".join(f" | {name:>10} s  power     MB  KB each" for name in stages)
    print(f" articles    actors  resolved    judged{columns}", flush=True)
    before: Measured | None = None
    with tempfile.TemporaryDirectory() as folder:
        for step in (*arguments.steps, *(WIDE if arguments.wide else ())):
            path = Path(folder) / f"{step}.jsonl"
            _alone(_make, arguments.analyses, path, step)
            now = _alone(_measured, path, arguments.write)
            print(_row(now, before), flush=True)
            path.unlink()
            before = now


def _records(path: Path | None) -> list[Analysis]:
    if path is None:
        found = pipeline.extract_all([str(ROOT / "seeds")], Settings())
        return [item for item in found if isinstance(item, Analysis)]
    with path.open("rb") as stream:
        return list(read(stream, str(path)))


def _alone(work: Callable[..., _T], *arguments: object) -> _T:
    """What `work` gives in a process of its own, whose memory holds nothing of earlier work."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def _make(given: Path | None, path: Path, step: int) -> None:
    with path.open("wb") as stream:
        write_records(islice(copies(_records(given)), step), stream)


@dataclass(frozen=True)
class Measured:
    """What a run found, and for each stage the seconds of the processor and the most memory so far in MB."""

    articles: int
    actors: int
    resolved: int
    judged: int
    costs: tuple[tuple[float, float], ...]


def _measured(path: Path, write: bool) -> Measured:  # noqa: FBT001 - sent to another process
    """Resolve the records in `path`, and write all outputs if `write` is set."""
    collect_rarely()
    with path.open("rb") as stream:
        story, costs = _cost(lambda: resolve(read(stream, str(path))))
    rows = [costs]
    if write:
        shown, costs = _cost(lambda: pipeline.published(story))
        rows.append(costs)
        _, costs = _cost(lambda: outputs.write(story, path.with_suffix(".out"), shown))
        rows.append(costs)
        shutil.rmtree(path.with_suffix(".out"))
    locals_ = sum(len(item.actors) for item in story.analyses)
    return Measured(len(story.analyses), locals_, len(story.actors), len(story.judgements), tuple(rows))


def _row(now: Measured, before: Measured | None) -> str:
    row = f"{now.articles:>9} {now.actors:>9} {now.resolved:>9} {now.judged:>9}"
    for number, (seconds, memory) in enumerate(now.costs):
        power = each = ""
        if before and before.articles < now.articles:
            spent, used = before.costs[number]
            power = f"{log(seconds / spent) / log(now.articles / before.articles):.2f}"
            each = f"{(memory - used) * 1024 / (now.articles - before.articles):.0f}"
        row += f" | {seconds:>12.1f} {power:>6} {memory:>6.0f} {each:>8}"
    return row


def _cost(work: Callable[[], _T]) -> tuple[_T, tuple[float, float]]:
    """What `work` gives, its seconds of the processor, and the most memory in use so far, in MB."""
    start = time.process_time()
    done = work()
    spent = time.process_time() - start
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        peak = int(re.search(r"VmHWM:\s*(\d+)", status)[1]) / 1024  # type: ignore[index]  # Linux always has it
    except OSError:
        peak = 0.0
    return done, (spent, peak)


if __name__ == "__main__":
    main()
