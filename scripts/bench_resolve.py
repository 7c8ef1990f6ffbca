"""How resolution and writing grow: articles made from real records by renaming, in rising numbers.

    bench_resolve.py [ANALYSES] [--steps 250 500 1000 2000] [--wide] [--write]

ANALYSES is what `onrecord extract` wrote; without it the seeds are read. Each copy of the records is made a story of
its own: its text stands, but for its words. A few names, and countries, stand in all stories, some in the twenty
stories of one beat, most in one story alone; of its other words some are everybody's and most are seldom, as in any
language. Function words, verbs of doing and saying, and what names of bodies are made of ("Ministry", "Bank") stay.
So a run holds thousands of actors of one article, and some of thousands of articles.

Printed are articles, their actors and how many are left of them, judgements kept, and for each stage the seconds of
the processor, how they grew as a power of the articles (1 is linear), and the most memory in use during it (0 where
the system does not say). ``--wide`` goes on to 10,000 articles, which takes minutes; ``--write`` measures what follows
as well: what belongs on record, and the graph in all four formats.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from math import log
from pathlib import Path
from typing import TypeVar

from onrecord import pipeline, rdf
from onrecord.ids import digest
from onrecord.model import Analysis
from onrecord.record import read
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
    records = _records(arguments.analyses)
    stages = ("resolving", "on record", "graph") if arguments.write else ("resolving",)
    columns = "".join(f" | {name:>10} s  power     MB" for name in stages)
    print(f" articles    actors  resolved    judged{columns}")
    before: tuple[int, list[float]] | None = None
    for step in (*arguments.steps, *(WIDE if arguments.wide else ())):
        before = _measured(list(islice(copies(records), step)), before, write=arguments.write)


def _records(path: Path | None) -> list[Analysis]:
    if path is None:
        found = pipeline.extract_all([str(ROOT / "seeds")], Settings())
        return [item for item in found if isinstance(item, Analysis)]
    with path.open("rb") as stream:
        return list(read(stream, str(path)))


def _measured(made: list[Analysis], before: tuple[int, list[float]] | None, *, write: bool) -> tuple[int, list[float]]:
    """Resolve `made`, and write it if `write` is set; print a row of the table."""
    story, *costs = _cost(lambda: resolve(made))
    rows = [costs]
    if write:
        shown, *costs = _cost(lambda: pipeline.published(story))
        rows.append(costs)
        with tempfile.TemporaryDirectory() as folder:
            _, *costs = _cost(lambda: rdf.write_graph(shown, Path(folder)))
        rows.append(costs)
    shown_rows = []
    for number, (seconds, memory) in enumerate(rows):
        grown = before is not None and before[0] < len(made)
        power = f"{log(seconds / before[1][number]) / log(len(made) / before[0]):.2f}" if before and grown else ""
        shown_rows.append(f" | {seconds:>12.1f} {power:>6} {memory:>6.0f}")
    locals_ = sum(len(item.actors) for item in made)
    row = f"{len(made):>9} {locals_:>9} {len(story.actors):>9} {len(story.judgements):>9}"
    print(row + "".join(shown_rows), flush=True)
    return len(made), [seconds for seconds, _ in rows]


_T = TypeVar("_T")


def _cost(work: Callable[[], _T]) -> tuple[_T, float, float]:
    """What `work` gives, its seconds of the processor, and the most memory in use meanwhile, in MB."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak is counted from here on
    start = time.process_time()
    done = work()
    spent = time.process_time() - start
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        peak = int(re.search(r"VmHWM:\s*(\d+)", status)[1]) / 1024  # type: ignore[index]  # Linux always has it
    except OSError:
        peak = 0.0
    return done, spent, peak


if __name__ == "__main__":
    main()
