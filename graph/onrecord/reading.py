"""Articles are read: text in, analysis out, one article after the other or in several processes.

`analyse` is pure and takes one article at a time, so that the same article gives the same bytes whatever is read
before, after or beside it: a batch changes the shapes of the model's matrix products, and with them the last digits.
What reads is imported when something is read: that takes a second, and a build that has read everything does without.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from onrecord import articles, watchdog
from onrecord.articles.layout import Layout, as_given, layout_of
from onrecord.characters import Plain, plain
from onrecord.collection import collect_rarely
from onrecord.errors import ArticleError
from onrecord.model import Analysis, Article, Passage
from onrecord.settings import DEFAULT_MODEL, Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from onrecord.language.reasons import Reason

_CHUNK = 8
"""Articles handed to a process at a time: enough to hide the hand-over, few enough to keep memory bounded."""


@cache
def reader(model: str) -> Language:
    """The loaded pipeline of `model`, once a process."""
    from onrecord.language.load import load_pipeline

    return load_pipeline(model)


def analyse(article: Article, nlp: Language | None = None) -> Analysis:
    """Read one article, with the default model if no pipeline of `reader` is given.

    One that is not in English is kept, and nothing is extracted from it.

    Raises ArticleError if the pipeline cannot take the text.
    """
    from onrecord.extract import extract
    from onrecord.language.load import description

    nlp = nlp or reader(DEFAULT_MODEL)
    found = layout_of(article)
    passages = as_given(found, article.text)
    if article.language != "en":  # its text is kept on record; English rules have nothing to say about it
        return Analysis(article=article, passages=passages, model=description(nlp))
    return extract(_annotated(article, found, nlp), article, passages, description(nlp), found.plain)


def _annotated(article: Article, found: Layout, nlp: Language) -> Doc:
    from onrecord.language import annotations as ann

    try:
        doc = nlp.make_doc(found.plain.text)
    except ValueError as error:  # spaCy's own bound on the length of a text
        raise ArticleError(article.source, f"{len(article.text)} characters are too many for one article") from error
    ann.set_passages(doc, ((item.start, item.end, item.kind) for item in found.passages))
    if found.turns:
        ann.set_turns(doc, ((item.start, item.end, item.role, item.label) for item in found.turns))
    doc._.onrecord_published = article.published or ""
    doc._.onrecord_publisher = article.publisher or ""
    return nlp(doc)


def explain_sentence(text: str, settings: Settings | None = None) -> tuple[Analysis, tuple[Reason, ...]]:
    """What is found in `text`, read as the body of an article, and why known cues and deeds in it brought nothing.

    Raises ArticleError if `text` is not the text of an article.
    """
    from onrecord.extract import extract
    from onrecord.language.load import description
    from onrecord.language.reasons import words_without_result

    nlp = reader((settings or Settings()).model)
    text = plain(text)  # offsets are shown to nobody
    article = articles.jsonl.make("sentence", text, "sentence", {})
    passages = (Passage(0, len(text), "body"),)
    doc = _annotated(article, Layout(Plain(text), passages), nlp)
    return extract(doc, article, passages, description(nlp)), words_without_result(doc)


def analyse_all(
    articles: Iterable[Article | ArticleError], settings: Settings, jobs: int = 1
) -> Iterator[Analysis | ArticleError]:
    """Read articles in their order, in `jobs` processes; what cannot be read comes out as the error it is."""
    if jobs == 1:
        nlp = reader(settings.model)
        yield from (_attempt(item, nlp, settings.article_seconds) for item in articles)
        return
    reader(settings.model)  # a missing model is said once, here, not by every process
    # a forked process has the model at once; beside other threads only a new one is safe
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if alone and sys.platform == "linux" else "spawn")
    with context.Pool(jobs, initializer=_begin, initargs=(settings.model,)) as pool:
        work: Callable[[list[Article | ArticleError]], list[Analysis | ArticleError]] = _Chunk(settings)
        for chunk in pool.imap(work, _chunks(articles)):
            yield from chunk


def _begin(model: str) -> None:
    """What a process that reads does first."""
    collect_rarely()
    reader(model)


class _Chunk:
    """Work of one process on one chunk; a class so that it can be sent to the process."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __call__(self, chunk: list[Article | ArticleError]) -> list[Analysis | ArticleError]:
        return attempts(chunk, self.settings)


def attempts(items: Iterable[Article | ArticleError], settings: Settings) -> list[Analysis | ArticleError]:
    """Read articles in this process; what cannot be read comes out as the error it is."""
    nlp = reader(settings.model)
    return [_attempt(item, nlp, settings.article_seconds) for item in items]


def _attempt(item: Article | ArticleError, nlp: Language, seconds: float) -> Analysis | ArticleError:
    if isinstance(item, ArticleError):
        return item
    try:
        with watchdog.bounded(seconds):
            return analyse(item, nlp)
    except ArticleError as error:
        return error
    except watchdog.OutOfTime:
        fault = f"reading was given up after {seconds:g} seconds of the processor (setting article_seconds)"
        return ArticleError(item.source, fault)
    except Exception as error:  # a fault of ours in one article must not lose the others: it is named
        return ArticleError(item.source, f"reading failed by a fault of onrecord, please report it: {error!r}")


def _chunks(items: Iterable[Article | ArticleError]) -> Iterator[list[Article | ArticleError]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk
