"""An article that takes too long is given up, alone, with a sentence; the others are read."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from onrecord import pipeline, watchdog
from onrecord.articles import jsonl
from onrecord.errors import ArticleError, SettingsError
from onrecord.settings import Settings, with_values


def work(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_work_is_stopped_once_its_time_is_over() -> None:
    start = time.process_time()
    with pytest.raises(watchdog.OutOfTime), watchdog.bounded(0.1):
        work(5)
    assert time.process_time() - start < 1
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_short_work_and_work_without_a_bound_go_to_their_end() -> None:
    with watchdog.bounded(5):
        work(0.01)
    with watchdog.bounded(0):
        work(0.01)
    done = []
    thread = threading.Thread(target=lambda: [done.append(1) for _ in [0] if bounded_work()])
    thread.start()
    thread.join()
    assert done == [1]


def bounded_work() -> bool:
    with watchdog.bounded(0.001):
        work(0.01)
    return True


@pytest.mark.model
@pytest.mark.parametrize("jobs", [1, 2])
def test_one_article_is_given_up_alone(jobs: int) -> None:
    texts = ["The board closed the pier.", "The board met in Leeds and sued the bank. " * 2_000, "Ann Lee resigned."]
    rows = [jsonl.make(f"a{number}", text, f"{number}.txt", {}) for number, text in enumerate(texts)]
    found = list(pipeline.analyse_all(rows, Settings(article_seconds=0.5), jobs))
    assert [isinstance(item, ArticleError) for item in found] == [False, True, False]
    assert str(found[1]) == "1.txt: reading was given up after 0.5 seconds of the processor (setting article_seconds)"


def test_the_bound_is_a_setting() -> None:
    assert with_values(Settings(), {"article_seconds": 5}, "file").article_seconds == 5
    with pytest.raises(SettingsError, match="article_seconds"):
        Settings(article_seconds=-1)
