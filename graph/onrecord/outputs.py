"""Every output of a story in one folder: records, tables, report, graph, network page and digests."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from onrecord import rdf, record, report, staging, tables
from onrecord.model import Story
from onrecord.network import graphml, project_story, render_page, select_for_page, story_graphml
from onrecord.rdf import aligned as aligning
from onrecord.rdf import checksums
from onrecord.rdf.query import questions
from onrecord.story.publication import on_record


def write(
    story: Story,
    folder: str | Path,
    shown: Story | None = None,
    *,
    aligned: bool = False,
    keep: Callable[[Path], None] = lambda _: None,
) -> list[str]:
    """Write every output into `folder`, all or none, and return the file names. Raises OutputError.

    The analyses written are those of `story`; everything else shows `shown`, by default the part of `story` that
    belongs on record. With `aligned`, graph.aligned.ttl is written too. `keep` is called with the folder that is being
    written, to put further files into it.
    """
    shown = on_record(story) if shown is None else shown
    with staging.folder(folder) as stage:
        with (stage / "analyses.jsonl").open("wb") as stream:
            record.write(story.analyses, stream)
        tables.write(shown, stage)
        report.write(shown, stage)
        rdf.write_graph(shown, stage)
        if aligned:
            aligning.write(shown, stage)
        (stage / "network.html").write_text(_page(shown, stage), encoding="utf-8", newline="\n")
        keep(stage)
        checksums.write(stage)
        return sorted(item.name for item in stage.iterdir())


def _page(story: Story, stage: Path) -> str:
    """The page of `story`, or of its main part if the whole is too large; writes the network for other programs.

    `stage` is the folder with its graph.ttl.
    """
    shipped = {question.name: question.sparql for question in questions() if not question.needs_evidence}
    part = select_for_page(story)
    with (stage / "graph.graphml").open("w", encoding="utf-8", newline="\n") as stream:
        if part is story:
            network = project_story(story)
            graphml(network, stream)
        else:
            story_graphml(story, stream)
    if part is story:
        return render_page(story, network, queries=shipped, turtle=(stage / "graph.ttl").read_text(encoding="utf-8"))
    own = stage / ".part"
    rdf.write_graph(part, own)
    turtle = (own / "graph.ttl").read_text(encoding="utf-8")
    shutil.rmtree(own)
    return render_page(part, queries=shipped, turtle=turtle, whole=len(story.analyses))
