"""Work shared out among processes on this machine; a process that dies costs at most the item it died of.

Not `multiprocessing.Pool`, which waits for ever for the result of a process that was killed, nor
`concurrent.futures.ProcessPoolExecutor`, which does so up to Python 3.11.4 and leaves its processes behind when this
one is killed. Here each process has a pipe of its own: its end is seen at once, and no lock is shared.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 2
"""Items sent to a process at a time: enough to hide the cost of sending, few, so that no process waits for the last."""
_AHEAD = 16
"""Chunks per process that may be finished before the one whose turn it is: a slow item stops nobody at once."""
_PATIENCE = 10
"""Seconds that a process told to end is waited for before it is killed."""


class Workers(Generic[Item, Result]):
    """Applies `work` to lists of items in `jobs` processes; `begin` runs first in each.

    `work` gives one result for each item and does not raise; it and `begin` can be pickled. `lost` gives the result of
    an item whose process died.
    """

    def __init__(
        self,
        jobs: int,
        work: Callable[[list[Item]], list[Result]],
        lost: Callable[[Item], Result],
        begin: Callable[[], object],
    ) -> None:
        self._jobs, self._work, self._lost, self._begin = jobs, work, lost, begin

    def map(self, items: Iterable[Item]) -> Iterator[Result]:
        """Yield the results of `items` in their order.

        The processes end with the iterator: at its end, when it is closed, or when an exception passes through it.
        """
        chunks = _chunks(items)
        workers: list[_Worker[Item, Result]] = []
        done: dict[int, list[Result]] = {}
        given = turn = 0
        try:
            for _ in range(self._jobs):
                workers.append(self._start(workers))
            while True:
                for worker in workers:
                    if worker.idle and given < turn + _AHEAD * self._jobs and (chunk := next(chunks, None)):
                        worker.give(given, chunk)
                        given += 1
                busy = {worker.pipe: place for place, worker in enumerate(workers) if not worker.idle}
                if not busy:
                    break
                for pipe in connection.wait(list(busy)):
                    place = busy[pipe]  # type: ignore[index]  # one of those given
                    number = workers[place].number
                    done[number] = self._taken(workers, place)
                while turn in done:
                    yield from done.pop(turn)
                    turn += 1
        finally:
            for worker in workers:
                worker.close()
            for worker in workers:
                worker.end()

    def _start(self, others: Iterable[_Worker[Item, Result]]) -> _Worker[Item, Result]:
        return _Worker(self._work, self._begin, [worker.pipe for worker in others])

    def _taken(self, workers: list[_Worker[Item, Result]], place: int) -> list[Result]:
        """The results of the worker at `place`; if it has died, its items are done again one at a time."""
        worker = workers[place]
        chunk = worker.chunk
        if (results := worker.take()) is not None:
            return results
        results = []
        for item in chunk:
            if worker.dead:
                worker.close()
                worker.end()
                worker = workers[place] = self._start(workers)
            worker.give(0, [item])
            results += worker.take() or [self._lost(item)]
        return results


class _Worker(Generic[Item, Result]):
    """A process and this end of its pipe."""

    def __init__(
        self, work: Callable[[list[Item]], list[Result]], begin: Callable[[], object], others: list[Connection]
    ) -> None:
        context = _context()
        self.pipe, theirs = context.Pipe()
        # the end of this process shows only if no other one holds a copy of its ends of the pipes
        copies = [self.pipe, *others] if context.get_start_method() == "fork" else []
        self.number = 0
        """Of the chunk it has, or had last."""
        self.chunk: list[Item] = []
        self.idle, self.dead = True, False
        # mypy takes a context for one that cannot start processes
        self._process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, work, begin, copies), daemon=True
        )
        self._process.start()
        theirs.close()  # so that the end of that process shows here

    def give(self, number: int, chunk: list[Item]) -> None:
        """Send it a chunk; it has none."""
        self.number, self.chunk, self.idle = number, chunk, False
        try:
            self.pipe.send(chunk)
        except OSError:  # it died waiting for work; `take` finds the end of the pipe
            self.dead = True

    def take(self) -> list[Result] | None:
        """Wait for the results of its chunk; None if it died."""
        self.idle, self.chunk = True, []
        try:
            results: list[Result] = self.pipe.recv()
        except (EOFError, OSError):
            self.dead = True
            return None
        return results

    def close(self) -> None:
        """Tell it to end; what it still does is lost."""
        self.pipe.close()
        if not self.idle:
            self._process.terminate()

    def end(self) -> None:
        """Wait for its end."""
        self._process.join(_PATIENCE)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()


def _serve(
    pipe: Connection,
    work: Callable[[list[Item]], list[Result]],
    begin: Callable[[], object],
    copies: Iterable[Connection],
) -> None:
    """Answer each list of items with the list of their results, until the other end of the pipe is closed.

    `copies` are ends of pipes that came with the fork and belong to the process that was forked.
    """
    # A forked process inherits handlers. In Python they run between two instructions: a signal that arrives just before
    # the process begins to wait is noticed only when the wait ends, which it may never do. An interrupt from the
    # keyboard reaches every process; the one that hands out the work acts on it.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for copy in copies:
        copy.close()
    begin()
    try:
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        pass


def _context() -> BaseContext:
    """A forked process shares what this one has loaded; forking is unsafe if other threads run, so spawn then."""
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if alone and sys.platform == "linux" else "spawn")


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk
