"""Puts the stages together; composition only.

``path -> Article -> Doc -> Analysis -> Story -> files``. `analyse` is pure and takes one article at a time, so that the
same article gives the same bytes whatever is read before, after or beside it: a batch changes the shapes of the
model's matrix products, and with them the last digits.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.articles.layout import passages
from onrecord.errors import ArticleError
from onrecord.extract import extract
from onrecord.language import annotations as ann
from onrecord.language.load import description, load
from onrecord.model import Analysis, Article
from onrecord.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

_CHUNK = 8
"""Articles handed to a process at a time: enough to hide the hand-over, few enough to keep memory bounded."""


@cache
def reader(model: str) -> Language:
    """The loaded pipeline of `model`, once a process."""
    return load(model)


def analyse(article: Article, nlp: Language) -> Analysis:
    """Read one article. Raises ArticleError where the pipeline cannot take the text."""
    layout = passages(article)
    try:
        doc = nlp.make_doc(article.text)
    except ValueError as error:  # spaCy's own bound on the length of a text
        raise ArticleError(article.source, f"{len(article.text)} characters are too many for one article") from error
    ann.set_passages(doc, ((item.start, item.end, item.kind) for item in layout))
    doc._.onrecord_published = article.published or ""
    doc._.onrecord_publisher = article.publisher or ""
    return extract(nlp(doc), article, layout, description(nlp))


def analyse_all(
    articles: Iterable[Article | ArticleError], settings: Settings, jobs: int = 1
) -> Iterator[Analysis | ArticleError]:
    """Read articles in their order, in `jobs` processes; what cannot be read comes out as the error it is."""
    if jobs == 1:
        nlp = reader(settings.model)
        yield from (_attempt(item, nlp) for item in articles)
        return
    reader(settings.model)  # a missing model is said once, here, not by every process
    context = multiprocessing.get_context("spawn")
    with context.Pool(jobs, initializer=reader, initargs=(settings.model,)) as pool:
        work: Callable[[list[Article | ArticleError]], list[Analysis | ArticleError]] = _Chunk(settings.model)
        for chunk in pool.imap(work, _chunks(articles)):
            yield from chunk


class _Chunk:
    """Work of one process on one chunk; a class so that it can be sent to the process."""

    def __init__(self, model: str) -> None:
        self.model = model

    def __call__(self, chunk: list[Article | ArticleError]) -> list[Analysis | ArticleError]:
        nlp = reader(self.model)
        return [_attempt(item, nlp) for item in chunk]


def _attempt(item: Article | ArticleError, nlp: Language) -> Analysis | ArticleError:
    if isinstance(item, ArticleError):
        return item
    try:
        return analyse(item, nlp)
    except ArticleError as error:
        return error


def _chunks(items: Iterable[Article | ArticleError]) -> Iterator[list[Article | ArticleError]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk
