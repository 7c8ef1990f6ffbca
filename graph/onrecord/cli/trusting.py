"""``onrecord check``, ``verify`` and ``explain``: why a graph can be believed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import found, options, terminal


def check(
    folder: options.Folder = options.OUT,
    *,
    logic: Annotated[
        bool, typer.Option("--logic", help="Also by the reasoner HermiT, which needs Java and owlready2.")
    ] = False,
) -> None:
    """Check the graph against the shapes of the ontology, and every term it uses against the vocabulary."""
    from onrecord.rdf import check
    from onrecord.rdf import logic as reasoning

    problems = [f"{problem.node}: {problem.message}" for problem in check.check(folder)]
    reasoned = reasoning.consistency(folder) if logic else None
    if reasoned is not None and reasoned.holds is False:
        problems.append(f"logic: {reasoned.note}")
    closing = terminal.many(len(problems), "problem") if problems else f"{folder} conforms: no problem found"
    notes = [f"logic: {reasoned.note}"] if reasoned is not None and reasoned.holds is not False else []
    terminal.say([*problems, *notes, closing])
    raise typer.Exit(terminal.PARTLY if problems else 0)


def verify(
    folder: options.Folder = options.OUT,
    articles: Annotated[
        str | None, typer.Option("--articles", metavar="DIR", help="Where the articles are; else where they were read.")
    ] = None,
    corrections: options.Corrections = None,
    gazetteer: options.Gazetteer = None,
) -> None:
    """Verify that every passage stands in its article, that every triple has its evidence, and every other output."""
    from onrecord import pipeline

    chosen = options.settings_of(None, corrections=corrections, gazetteer=gazetteer)
    verdict, notes = pipeline.verify(folder, articles, chosen)
    problems = [f"{item.kind}: {item.where}: {item.message}" for item in verdict.problems]
    counted = ", ".join(f"{count} of {kind}" for kind, count in verdict.counts().items())
    closing = f"{terminal.many(len(problems), 'problem')}" + (f" ({counted})" if counted else "")
    counts = {"article": verdict.articles, "passage": verdict.passages, "triple": verdict.triples}
    verified = ", ".join(terminal.many(count, noun) for noun, count in counts.items())
    terminal.say([*problems, *notes, f"{verified}: {closing}"])
    raise typer.Exit(terminal.PARTLY if verdict.problems else 0)


def explain(
    node: Annotated[
        str | None, typer.Argument(metavar="NODE", help="An IRI, a prefixed name, or the exact name of an actor.")
    ] = None,
    folder: options.Folder = options.OUT,
    sentence: Annotated[
        str | None, typer.Option(help="Explain what is found in this text instead; - reads it.")
    ] = None,
    model: options.Model = None,
) -> None:
    """Show every passage, report, rule, confidence and judgement behind a node, or what is found in a sentence."""
    if (node is None) == (sentence is None):
        raise typer.BadParameter("give a node of the graph, or a --sentence")
    terminal.say(_node(node, folder) if node is not None else _sentence(sentence or "", model))


def _node(node: str, folder: Path) -> str:
    from onrecord.rdf import explain, read

    return explain.explain(read.store(folder), node)


def _sentence(text: str, model: str | None) -> str:
    from onrecord import pipeline

    given = sys.stdin.read() if text == "-" else text
    return "\n".join(found.lines(*pipeline.explain_sentence(given, options.settings_of(None, model=model))))
