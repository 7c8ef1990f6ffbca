"""Reads articles: text in, analysis out, one after the other or in several processes.

`analyse` is pure and takes one article at a time, so that an article gives the same bytes whatever else is read:
batching changes the shapes of the model's matrix products, and with them the last digits of its scores. The language
modules are imported only when an article is read: the import takes a second, and a build that finds every article
already read does not need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from onrecord import articles, watchdog
from onrecord.articles import releases
from onrecord.articles.layout import Layout, as_given, layout_of
from onrecord.characters import Plain, plain
from onrecord.collection import collect_rarely
from onrecord.errors import ArticleError
from onrecord.model import Analysis, Article, Passage
from onrecord.settings import DEFAULT_MODEL, Settings
from onrecord.threads import in_one_thread
from onrecord.workers import Workers

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from onrecord.language.reasons import Reason


@cache
def reader(model: str) -> Language:
    """The loaded pipeline of `model`; loaded once per process."""
    from onrecord.language.load import load_pipeline

    return load_pipeline(model)


def analyse(article: Article, nlp: Language | None = None) -> Analysis:
    """Read one article, with the default model if no pipeline of `reader` is given.

    For an article that is not in English the analysis holds its text and no statements or actions.

    Raises ArticleError if the pipeline cannot process the text.
    """
    from onrecord.extract import extract
    from onrecord.language.load import description

    nlp = nlp or reader(DEFAULT_MODEL)
    found = layout_of(article)
    passages = as_given(found, article.text)
    if article.language != "en":  # its text is kept on record; the rules are for English only
        return Analysis(article=article, passages=passages, model=description(nlp))
    return extract(_annotated(article, found, nlp), article, passages, description(nlp), found.plain)


def _annotated(article: Article, found: Layout, nlp: Language) -> Doc:
    from onrecord.language import annotations as ann

    try:
        doc = nlp.make_doc(found.plain.text)
    except ValueError as error:  # spaCy limits the length of a text
        raise ArticleError(article.source, f"{len(article.text)} characters are too many for one article") from error
    ann.set_passages(doc, ((item.start, item.end, item.kind) for item in found.passages))
    if found.turns:
        ann.set_turns(doc, ((item.start, item.end, item.role, item.label) for item in found.turns))
    doc._.onrecord_published = article.published or ""
    doc._.onrecord_publisher = article.publisher or ""
    doc._.onrecord_issuer = releases.issuer(article, found.plain.text, found.passages)
    with in_one_thread():
        return nlp(doc)


def explain_sentence(text: str, settings: Settings | None = None) -> tuple[Analysis, tuple[Reason, ...]]:
    """The analysis of `text` as the body of an article, and why some known cues and deeds in it gave no result.

    Raises ArticleError if `text` cannot be the text of an article.
    """
    from onrecord.extract import extract
    from onrecord.language.load import description
    from onrecord.language.reasons import words_without_result

    nlp = reader((settings or Settings()).model)
    text = plain(text)  # offsets are not shown, so they need no mapping
    article = articles.jsonl.make("sentence", text, "sentence", {})
    passages = (Passage(0, len(text), "body"),)
    doc = _annotated(article, Layout(Plain(text), passages), nlp)
    return extract(doc, article, passages, description(nlp)), words_without_result(doc)


def analyse_all(
    articles: Iterable[Article | ArticleError], settings: Settings, jobs: int = 1
) -> Iterator[Analysis | ArticleError]:
    """Analyses of `articles` in their order, read in `jobs` processes; an article that fails gives its error."""
    nlp = reader(settings.model)  # a missing model is reported once, here, not by every process
    if jobs == 1:
        yield from (_attempt(item, nlp, settings.article_seconds) for item in articles)
        return
    work = partial(attempts, settings=settings)
    yield from Workers(jobs, work, _lost, partial(_begin, settings.model)).map(articles)


def _begin(model: str) -> None:
    """Initialize a worker process."""
    collect_rarely()
    reader(model)


def _lost(item: Article | ArticleError) -> ArticleError:
    """What is said of an article whose process died of it, twice."""
    return ArticleError(item.source, "the process that read it was ended from outside, perhaps for want of memory")


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
    except Exception as error:  # a bug met in one article must not lose the others: it is reported
        return ArticleError(item.source, f"reading failed by a fault of onrecord, please report it: {error!r}")
