"""Connects the stages; contains no logic of its own.

``path -> Article -> Doc -> Analysis -> Story -> files``.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from onrecord import articles, record, summary
from onrecord.confidence import confident
from onrecord.engines import Engine, Processes
from onrecord.errors import ArticleError, OutputError, SettingsError
from onrecord.exporters import EXPORTERS
from onrecord.model import Analysis, Article, Story
from onrecord.outputs import write
from onrecord.rdf import aligned as aligning
from onrecord.rdf import verify as verifying
from onrecord.rdf.gazetteer import rows
from onrecord.rdf.read import FORMATS
from onrecord.rdf.rebuild import Anew
from onrecord.rdf.verdict import Verdict
from onrecord.reading import analyse, analyse_all, explain_sentence, reader
from onrecord.resolve import KnownActor, load_corrections, load_gazetteer
from onrecord.resolve import resolve as _resolve
from onrecord.resolve.comparing import HERE, Comparer
from onrecord.settings import Settings
from onrecord.shelf import Shelf
from onrecord.story.own_record import recorded_together, shown_of, with_actors
from onrecord.story.publication import everything, on_record
from onrecord.story.shown_lines import left_out
from onrecord.summary import Summary

__all__ = [
    "analyse", "analyse_all", "build", "explain_sentence", "export", "extract_all", "known",
    "published", "reader", "rebuilt", "records_shown", "resolve", "verify",
]  # fmt: skip


def extract_all(inputs: Iterable[str], settings: Settings, jobs: int = 1) -> Iterator[Analysis | ArticleError]:
    """The analyses of the articles in `inputs`, in input order; an article that fails gives its error."""
    for item in analyse_all(articles.read(inputs), settings, jobs):
        yield item if isinstance(item, ArticleError) else confident(item, settings.min_confidence)


def build(  # noqa: PLR0913  # what the command offers
    inputs: Iterable[str],
    folder: str | Path,
    settings: Settings | None = None,
    *,
    jobs: int = 1,
    watch: Callable[[Analysis | ArticleError], None] = lambda _: None,
    aligned: bool = False,
    engine: Engine | None = None,
) -> Summary:
    """The main job: read articles, resolve what they report, write every output into `folder`.

    With `aligned` the graph is also written in the terms of other vocabularies. Articles that an earlier build in
    `folder` has read are not read again; see `onrecord.record.readings`. `engine` reads and writes; by default,
    processes on this machine do. `watch` is called with each analysis or error as it becomes available. Raises
    OutputError if `folder` cannot be written and ArticleError if no article could be read; `folder` is then unchanged.
    """
    settings, inputs = settings or Settings(), list(inputs)
    engine = engine or Processes(jobs, aligned)
    engine.check(str(folder))
    read: Shelf[Analysis] = Shelf(Analysis, held=1)
    skipped = []
    for item in engine.read(list(articles.read(inputs)), settings):
        watch(item)
        if isinstance(item, ArticleError):
            skipped.append(str(item))
        else:
            read.add(item)
    if not read:
        raise ArticleError(" ".join(inputs), "no article could be read, nothing was written")
    sure = (confident(item, settings.min_confidence) for item in read)
    story = resolve(sure, settings, engine.comparer, labels=False)  # what is published is labelled anew
    shown = published(story, settings)
    written = engine.write(story, shown, read, str(folder), settings)
    hidden = (0, 0) if settings.record == "all" else left_out(story)
    return summary.of(shown, skipped, str(folder), written, hidden, passed_over=articles.passed_over(inputs))


def resolve(
    analyses: Iterable[Analysis], settings: Settings | None = None, by: Comparer = HERE, *, labels: bool = True
) -> Story:
    """Resolve all articles: which mentions are the same actor, action or statement across them.

    `by` carries out the costly steps. Without `labels` there are none before `published` gives them.
    Raises SettingsError for a corrections file or gazetteer that cannot be read.
    """
    settings = settings or Settings()
    corrections = load_corrections(settings.corrections) if settings.corrections else ()
    known_actors = known(settings.gazetteer) if settings.gazetteer else ()
    return _resolve(
        analyses, base=settings.base, corrections=corrections, known_actors=known_actors, by=by, labels=labels
    )


def known(path: str) -> tuple[KnownActor, ...]:
    """The known actors of a gazetteer: a CSV file or RDF (such as Turtle), decided by the file name.

    Raises SettingsError, one sentence that names the file and the fault.
    """
    if Path(path).suffix.lower() not in FORMATS:
        return load_gazetteer(path)
    return tuple(KnownActor(label=r.label, aliases=r.aliases, kind=r.kind, iri=r.iri) for r in rows(path))


def published(story: Story, settings: Settings | None = None) -> Story:
    """The part of `story` that outputs show: what belongs on record, or everything if the settings say so."""
    return everything(story) if settings is not None and settings.record == "all" else on_record(story)


def verify(folder: str | Path, given: str | None = None, settings: Settings | None = None) -> tuple[Verdict, list[str]]:
    """Check the outputs in `folder` against the texts of its articles.

    Returns the verdict and notes on where the texts were taken from. The texts are read again from `given` (a file,
    folder or pattern) or, without it, from the files that the articles came from; if such a file no longer exists, as
    with standard input, the record's own text is used and a note says so. The records are then resolved again, with
    the corrections and the gazetteer of `settings`, and every output is compared with the result. Raises OutputError
    or RecordError if `folder` does not hold Onrecord's output, and ArticleError if nothing can be read from `given`.
    """
    path, analyses = _records(folder)
    texts: dict[str, str] = {}
    own = []
    for analysis in analyses if given is None else ():
        if not Path(analysis.article.source).is_file():
            texts[analysis.article.id] = analysis.article.text
            own.append(analysis.article.source)
    sources = {item.article.source for item in analyses if item.article.id not in texts}
    read = list(articles.read([given] if given is not None else sorted(sources)))
    texts |= {item.id: item.text for item in read if isinstance(item, Article)}
    if given is not None and not texts:
        faults = [item for item in read if isinstance(item, ArticleError)]
        raise faults[0] if len(faults) == 1 else ArticleError(given, "no article could be read")
    notes = [f"{source}: not a file any more; verified against the record's own text" for source in sorted(set(own))]
    try:
        options = replace(settings or Settings(), base=_base(analyses))
    except SettingsError as error:
        raise OutputError(str(path), "holds IRIs that no build makes") from error
    known = [name for name in ("corrections", "gazetteer") if getattr(options, name)]
    try:
        verdict = verifying.verify_graph(
            Path(folder),
            analyses if options.record == "all" else records_shown(analyses, options),
            texts,
            Anew(partial(_write_resolved, analyses, options, aligned=(Path(folder) / aligning.FILE).is_file()), known),
            analyses,
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        # offsets outside the text, dangling references, broken IRIs: no analysis writes such records
        raise OutputError(str(path), f"holds records that were changed and contradict themselves ({error})") from error
    return verdict, [*notes, *verdict.notes]


def records_shown(analyses: Sequence[Analysis], options: Settings) -> list[Analysis]:
    """The parts of records that the graph shows; which actors are nodes, the story tells that is resolved anew."""
    story = published(resolve(analyses, options, labels=False), options)
    nodes = {actor.iri for actor in story.actors}
    return [with_actors(item, nodes) for item in shown_of(recorded_together(analyses))]


def _records(folder: str | Path) -> tuple[Path, list[Analysis]]:
    path = Path(folder) / "analyses.jsonl"
    try:
        with path.open("rb") as stream:
            return path, list(record.read(stream, str(path)))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise OutputError(str(folder), "no build is here: name the folder that `onrecord build` wrote") from error
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error


def rebuilt(folder: str | Path, settings: Settings | None = None) -> Story:
    """The story that the outputs in `folder` show, resolved again from the records there.

    Raises OutputError or RecordError if `folder` does not hold Onrecord's output.
    """
    _, analyses = _records(folder)
    options = replace(settings or Settings(), base=_base(analyses))
    return published(resolve(analyses, options, labels=False), options)


def export(story: Story, form: str, stream: BinaryIO) -> None:
    """Write `story` to `stream` in the format `form` of another program; see `exporters.EXPORTERS`."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="")
    EXPORTERS[form].write(story, text)
    text.flush()
    text.detach()


def _write_resolved(analyses: Iterable[Analysis], settings: Settings, folder: Path, *, aligned: bool) -> None:
    story = resolve(analyses, settings, labels=False)
    write(story, folder, published(story, settings), aligned=aligned)


def _base(analyses: Iterable[Analysis]) -> str:
    """The base of most IRIs in resolved records, whatever was done to some of them."""
    found: Counter[str] = Counter()
    for analysis in analyses:
        given = [*(item.iri for item in analysis.actors), *(item.iri for item in analysis.actions)]
        given += [item.iri for item in analysis.statements]
        found.update(iri.rpartition("/")[0].rpartition("/")[0] + "/" for iri in given if iri)
    return min(found, key=lambda base: (-found[base], base), default=Settings().base)
