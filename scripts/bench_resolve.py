#!/usr/bin/env python3
"""How resolution grows: articles made from real records by renaming, resolved in rising numbers.

    bench_resolve.py ANALYSES [--articles 10000]

ANALYSES is what `onrecord extract` wrote. Every copy of the records gets names of its own for all but every fifth
actor, so that a run holds both thousands of actors and actors that stand in very many articles. Printed are articles,
actors, seconds of the processor, seconds a thousand articles, and how the seconds grew as a power of the articles (1
is linear).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from math import log
from pathlib import Path

from onrecord.ids import digest
from onrecord.model import Actor, Analysis
from onrecord.record import read
from onrecord.resolve import resolve

STEPS = (0.0625, 0.125, 0.25, 0.5, 1.0)
SHARED = 5
_LETTERS = str.maketrans("0123456789abcdef", "bdfghklmnprstvzw")
_VOWELS = "aeio"


def copies(analyses: Sequence[Analysis]) -> Iterator[Analysis]:
    """The records over and over, renamed from the second time on."""
    number = 0
    while True:
        for analysis in analyses:
            yield renamed(analysis, number)
        number += 1


def renamed(analysis: Analysis, number: int) -> Analysis:
    """The record under another id, its words changed wherever an actor's name is; offsets stay, lengths too."""
    article = analysis.article
    text = article.text
    if number:
        for actor in sorted(analysis.actors, key=lambda item: (-len(item.name), item.name)):
            if actor.named and not _shared(actor):
                text = text.replace(actor.name, _other(actor.name, number))
    actors = tuple(
        replace(actor, name=_other(actor.name, number)) if number and actor.named and not _shared(actor) else actor
        for actor in analysis.actors
    )
    key = f"{article.id}-{number}"
    return replace(analysis, article=replace(article, id=key, text=text, sha256=digest(key, text)), actors=actors)


def _shared(actor: Actor) -> bool:
    return int(digest(actor.name), 16) % SHARED == 0


def _other(name: str, number: int) -> str:
    """A name of the same shape: the same word gets the same other word throughout one copy."""
    return " ".join(_word(word, number) for word in name.split(" "))


def _word(word: str, number: int) -> str:
    if not word[:1].isupper() or len(word) < 3:
        return word
    drawn = digest(word, str(number), digits=len(word)).translate(_LETTERS)
    mixed = "".join(_VOWELS[ord(char) % 4] if place % 2 else char for place, char in enumerate(drawn))
    made = mixed[: len(word)].ljust(len(word), "a")
    return made.upper() if word.isupper() else made.capitalize()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("analyses", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    arguments = parser.parse_args()
    with arguments.analyses.open("rb") as stream:
        records = list(read(stream, str(arguments.analyses)))
    before: tuple[int, float] | None = None
    print(f"{'articles':>9} {'actors':>9} {'merged':>8} {'judged':>9} {'seconds':>8} {'s/1000':>7} {'power':>6}")
    for step in STEPS:
        made = list(islice(copies(records), int(arguments.articles * step)))
        start = time.process_time()
        story = resolve(made)
        spent = time.process_time() - start
        power = f"{log(spent / before[1]) / log(len(made) / before[0]):6.2f}" if before else ""
        locals_ = sum(len(item.actors) for item in made)
        row = f"{len(made):>9} {locals_:>9} {len(story.actors):>8} {len(story.judgements):>9} {spent:>8.1f}"
        print(f"{row} {1000 * spent / len(made):>7.2f} {power}", flush=True)
        before = (len(made), spent)


if __name__ == "__main__":
    main()
