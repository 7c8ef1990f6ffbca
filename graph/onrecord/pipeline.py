"""Puts the stages together; composition only.

``path -> Article -> Doc -> Analysis -> Story -> files``. `analyse` is pure and takes one article at a time, so that the
same article gives the same bytes whatever is read before, after or beside it: a batch changes the shapes of the
model's matrix products, and with them the last digits.
"""

from __future__ import annotations

import io
import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord import articles, record, staging, summary, watchdog
from onrecord.articles.layout import Layout, as_given, layout_of
from onrecord.characters import Plain, plain
from onrecord.collection import collect_rarely
from onrecord.confidence import confident
from onrecord.errors import ArticleError, OutputError
from onrecord.exporters import EXPORTERS
from onrecord.extract import extract
from onrecord.language import annotations as ann
from onrecord.language.load import description, load_pipeline
from onrecord.language.reasons import Reason, words_without_result
from onrecord.model import Analysis, Article, Passage, Story
from onrecord.outputs import write
from onrecord.rdf import aligned as aligning
from onrecord.rdf import verify as verifying
from onrecord.rdf.gazetteer import rows
from onrecord.rdf.read import FORMATS
from onrecord.rdf.verdict import Verdict
from onrecord.resolve import KnownActor, load_corrections, load_gazetteer
from onrecord.resolve import resolve as _resolve
from onrecord.settings import DEFAULT_MODEL, Settings
from onrecord.story.meaning import with_meaning
from onrecord.story.publication import on_record, recorded_together
from onrecord.summary import Summary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_CHUNK = 8
"""Articles handed to a process at a time: enough to hide the hand-over, few enough to keep memory bounded."""


@cache
def reader(model: str) -> Language:
    """The loaded pipeline of `model`, once a process."""
    return load_pipeline(model)


def analyse(article: Article, nlp: Language | None = None) -> Analysis:
    """Read one article, with the default model if no pipeline of `reader` is given.

    One that is not in English is kept, and nothing is extracted from it.

    Raises ArticleError if the pipeline cannot take the text.
    """
    nlp = nlp or reader(DEFAULT_MODEL)
    found = layout_of(article)
    passages = as_given(found, article.text)
    if article.language != "en":  # its text is kept on record; English rules have nothing to say about it
        return Analysis(article=article, passages=passages, model=description(nlp))
    return extract(_annotated(article, found, nlp), article, passages, description(nlp), found.plain)


def _annotated(article: Article, found: Layout, nlp: Language) -> Doc:
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


def extract_all(inputs: Iterable[str], settings: Settings, jobs: int = 1) -> Iterator[Analysis | ArticleError]:
    """What the articles of `inputs` hold, one after the other in their order; errors come out as values."""
    for item in analyse_all(articles.read(inputs), settings, jobs):
        yield item if isinstance(item, ArticleError) else confident(item, settings.min_confidence)


def _begin(model: str) -> None:
    """What a process that reads does first."""
    collect_rarely()
    reader(model)


class _Chunk:
    """Work of one process on one chunk; a class so that it can be sent to the process."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __call__(self, chunk: list[Article | ArticleError]) -> list[Analysis | ArticleError]:
        nlp = reader(self.settings.model)
        return [_attempt(item, nlp, self.settings.article_seconds) for item in chunk]


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


def build(  # noqa: PLR0913  # what the command offers
    inputs: Iterable[str],
    folder: str | Path,
    settings: Settings | None = None,
    *,
    jobs: int = 1,
    watch: Callable[[Analysis | ArticleError], None] = lambda _: None,
    aligned: bool = False,
) -> Summary:
    """The main job: read articles, resolve what they speak of, write every output into `folder`.

    With `aligned` the graph is also written in the terms of others.
    `watch` is called with each analysis or error as it comes. Raises OutputError if `folder` cannot be written and
    ArticleError if not one article could be read; `folder` is then as it was.
    """
    settings = settings or Settings()
    staging.check(folder)
    analyses, skipped = [], []
    for item in extract_all(inputs, settings, jobs):
        watch(item)
        if isinstance(item, ArticleError):
            skipped.append(str(item))
        else:
            analyses.append(item)
    if not analyses:
        raise ArticleError(" ".join(inputs), "no article could be read, nothing was written")
    story = resolve(analyses, settings)
    shown = published(story, settings)
    return summary.of(shown, skipped, str(folder), write(story, folder, shown, aligned=aligned))


def resolve(analyses: Iterable[Analysis], settings: Settings | None = None) -> Story:
    """All articles, resolved: what is one actor, one action, one statement across them.

    Raises SettingsError for a corrections file or gazetteer that cannot be read.
    """
    settings = settings or Settings()
    corrections = load_corrections(settings.corrections) if settings.corrections else ()
    known_actors = known(settings.gazetteer) if settings.gazetteer else ()
    return _resolve(analyses, base=settings.base, corrections=corrections, known_actors=known_actors)


def known(path: str) -> tuple[KnownActor, ...]:
    """The known actors of a gazetteer: a CSV file, or RDF (Turtle and the like), told apart by the name of the file.

    Raises SettingsError, one sentence that names the file and the fault.
    """
    if Path(path).suffix.lower() not in FORMATS:
        return load_gazetteer(path)
    return tuple(KnownActor(label=r.label, aliases=r.aliases, kind=r.kind, iri=r.iri) for r in rows(path))


def published(story: Story, settings: Settings | None = None) -> Story:
    """What of `story` the outputs show: what belongs on record, or all of it if the settings say so."""
    return with_meaning(story) if settings is not None and settings.record == "all" else on_record(story)


def verify(folder: str | Path, given: str | None = None, settings: Settings | None = None) -> tuple[Verdict, list[str]]:
    """Hold the graph in `folder` against the texts of its articles, and notes on where the texts were taken from.

    The texts are read anew from `given` (a file, folder or pattern); without it from where the articles came from, and
    where that is no file any more, as with standard input, the record's own text stands in and a note says so. The
    records are then resolved anew, with the corrections and the gazetteer of `settings`, and every output is held
    against what they give. Raises OutputError or RecordError if `folder` holds no output of ours.
    """
    path, analyses = _records(folder)
    texts: dict[str, str] = {}
    own = []
    for analysis in analyses if given is None else ():
        if not Path(analysis.article.source).is_file():
            texts[analysis.article.id] = analysis.article.text
            own.append(analysis.article.source)
    sources = {item.article.source for item in analyses if item.article.id not in texts}
    for item in articles.read([given] if given is not None else sorted(sources)):
        if isinstance(item, Article):
            texts[item.id] = item.text
    notes = [f"{source}: not a file any more; verified against the record's own text" for source in sorted(set(own))]
    options = replace(settings or Settings(), base=_base(analyses))
    known = [name for name in ("corrections", "gazetteer") if getattr(options, name)]
    try:
        verdict = verifying.verify_graph(
            Path(folder),
            analyses if options.record == "all" else recorded_together(analyses),
            texts,
            lambda fresh: _write_resolved(analyses, options, fresh, aligned=(Path(folder) / aligning.FILE).is_file()),
            known,
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # offsets outside the text, references to nothing, half an IRI: records that an analysis never has
        raise OutputError(str(path), f"holds records that were changed and contradict themselves ({error})") from error
    return verdict, [*notes, *verdict.notes]


def _records(folder: str | Path) -> tuple[Path, list[Analysis]]:
    path = Path(folder) / "analyses.jsonl"
    try:
        with path.open("rb") as stream:
            return path, list(record.read(stream, str(path)))
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error


def rebuilt(folder: str | Path, settings: Settings | None = None) -> Story:
    """The story of a build, resolved anew from its records: what the outputs in `folder` tell of.

    Raises OutputError or RecordError if `folder` holds no output of ours.
    """
    _, analyses = _records(folder)
    options = replace(settings or Settings(), base=_base(analyses))
    return published(resolve(analyses, options), options)


def export(story: Story, form: str, stream: BinaryIO) -> None:
    """Write `story` in a format of another program; see `exporters.EXPORTERS`."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="")
    EXPORTERS[form].write(story, text)
    text.flush()
    text.detach()


def _write_resolved(analyses: Iterable[Analysis], settings: Settings, folder: Path, *, aligned: bool) -> None:
    story = resolve(analyses, settings)
    write(story, folder, published(story, settings), aligned=aligned)


def _base(analyses: Iterable[Analysis]) -> str:
    """The base of the IRIs that resolved records bear."""
    for analysis in analyses:
        found = [*(item.iri for item in analysis.actors), *(item.iri for item in analysis.actions)]
        found += [item.iri for item in analysis.statements]
        for iri in filter(None, found):
            return iri.rpartition("/")[0].rpartition("/")[0] + "/"
    return Settings().base


def _chunks(items: Iterable[Article | ArticleError]) -> Iterator[list[Article | ArticleError]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk
