"""Spark beside one process: clock, processor and most memory of whole builds of the same articles.

Both build the articles of a file, or as many as ``--articles`` says made from the seeds by renaming (see
``bench_resolve.py``), each in a process of its own, one after the other. What both write must be the same lines.
Run it on idle cores: times are of the machine and of what else runs on it.

    python scripts/compare_engines.py --articles 2000 --jobs 2
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from bench_resolve import copies
from onrecord import pipeline
from onrecord.model import Analysis
from onrecord.settings import Settings

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
SAME = ("analyses.jsonl", "graph.nq")
"""What both engines write."""


def main() -> int:
    """Build with both engines, print what it took and how much faster Spark is; 1 if they write something else."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", help="articles as JSON Lines; made from the seeds where it is not given")
    parser.add_argument("--articles", type=int, default=2000, help="how many are made from the seeds")
    parser.add_argument("--jobs", type=int, default=2, help="cores that Spark uses")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(chosen.file) if chosen.file else _made(Path(folder), chosen.articles)
        one, two = Path(folder, "one"), Path(folder, "spark")
        alone = _taken("one process", articles, one)
        spread = _taken("spark", articles, two, "--engine", "spark", "--jobs", str(chosen.jobs))
        print(f"Spark with {chosen.jobs} cores is {alone / spread:.2f} times as fast as one process")
        same = all(_digest(one / name) == _digest(two / name) for name in SAME)
        print("both write the same lines" if same else "THE LINES ARE NOT THE SAME")
    return 0 if same else 1


def _made(folder: Path, count: int) -> Path:
    found = pipeline.extract_all([str(SEEDS)], Settings())
    seeds = [item for item in found if isinstance(item, Analysis)]
    path = folder / "articles.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for analysis in islice(copies(seeds), count):
            row = {"id": analysis.article.id, "text": analysis.article.text}
            stream.write(json.dumps(row) + "\n")
    return path


def _taken(name: str, articles: Path, out: Path, *options: str) -> float:
    """Seconds of the clock that a build takes; prints these, those of the processor and the most memory."""
    words = [sys.executable, "-m", "onrecord", "build", str(articles), "-o", str(out), *options]
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{name}: the build ended with status {process.returncode}")
    cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
    print(f"{name:12} {seconds:8.1f} s clock {cpu:8.1f} s processor {memory:6d} MB (Spark: of the driver)", flush=True)
    return seconds


def _digest(place: Path) -> tuple[int, int]:
    """How many lines a file, or all parts of a folder, hold, and a digest of them in any order."""
    count = total = 0
    for path in sorted(place.glob("part-*")) if place.is_dir() else [place]:
        with path.open("rb") as stream:
            for line in stream:
                count += 1
                total += int.from_bytes(hashlib.sha256(line).digest())
    return count, total % (1 << 256)


if __name__ == "__main__":
    sys.exit(main())
