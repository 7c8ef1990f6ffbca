"""What Spark does with rows, in this process: its steps are tested also where it is not installed."""

from __future__ import annotations

import random
from functools import reduce
from types import SimpleNamespace


class Rows:
    """Rows in parts, as an RDD has them; groups come in any order."""

    def __init__(self, parts):
        self.parts = [list(part) for part in parts]

    def collect(self):
        return [row for part in self.parts for row in part]

    def cache(self):
        return self

    def map(self, function):
        return Rows([map(function, part) for part in self.parts])

    def flatMap(self, function):  # noqa: N802  # Spark's name
        return Rows([(row for item in part for row in function(item)) for part in self.parts])

    def mapPartitions(self, function):  # noqa: N802
        return Rows([function(iter(part)) for part in self.parts])

    def distinct(self, count=2):
        return Rows([dict.fromkeys(self.collect())])

    def fold(self, zero, function):
        return reduce(function, self.collect(), zero)

    def groupByKey(self, count=2):  # noqa: N802
        groups = {}
        for key, value in self.collect():
            groups.setdefault(key, []).append(value)
        found = list(groups.items())
        random.Random(len(found)).shuffle(found)
        return Rows([found[::2], found[1::2]])

    def join(self, other, count=2):
        left, right = dict(self.groupByKey().collect()), dict(other.groupByKey().collect())
        return Rows([[(key, (one, two)) for key in left if key in right for one in left[key] for two in right[key]]])

    def cogroup(self, other, count=2):
        left, right = dict(self.groupByKey().collect()), dict(other.groupByKey().collect())
        return Rows([[(key, (left.get(key, []), right.get(key, []))) for key in {**left, **right}]])


class Context:
    """Spark's context, with two cores."""

    defaultParallelism = 2  # noqa: N815

    def parallelize(self, rows, count):
        rows = list(rows)
        size = max(1, -(-len(rows) // count))
        return Rows([rows[start : start + size] for start in range(0, len(rows), size)] or [[]])

    def broadcast(self, value):
        return SimpleNamespace(value=value, destroy=lambda: None)
