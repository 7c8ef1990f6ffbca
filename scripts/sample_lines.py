"""Lines to be read by a person: drawn at random from what a build publishes, each beside the sentences it comes from.

    python scripts/sample_lines.py out/ actions --count 100 --seed 7

The draw is by digest, so that the same output, seed and count give the same lines. The reader marks each line T (wholly
true), W (worth having: yes or marginal) or what is wrong, beside the text; see docs/reference/evaluation.md.
"""

from __future__ import annotations

import argparse
import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from onrecord import pipeline, record
from onrecord.model import Action, Actor, Analysis, Ref, Spans, Statement, Story
from onrecord.story import labels
from onrecord.story.index import build_index
from onrecord.story.own_record import lines, printings

KINDS = ("actions", "statements", "nodes")
_ARTICLES, _MENTIONS = 4, 40
"""Articles and, of each, mentions shown of a node."""


def main() -> int:
    """Print the drawn lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="folder that onrecord build wrote")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--sure", type=float, default=0.0, help="only lines of at least this confidence")
    chosen = parser.parse_args()
    with (chosen.out / "analyses.jsonl").open("rb") as stream:
        story = pipeline.published(pipeline.resolve(record.read(stream)))
    drawn = sorted(_lines(story, chosen.kind, chosen.sure), key=lambda line: _digest(chosen.seed, line))
    for number, line in enumerate(drawn[: chosen.count], 1):
        print(f"## {number}\n{line}\n")
    print(f"{min(chosen.count, len(drawn))} of {len(drawn)} {chosen.kind}, seed {chosen.seed}")
    return 0


def _digest(seed: str, line: str) -> str:
    return hashlib.sha256(f"{seed}\n{line}".encode()).hexdigest()


def _lines(story: Story, kind: str, sure: float) -> Iterator[str]:
    if kind == "nodes":
        yield from _nodes(story)
        return
    names = {item.iri: item.name for item in story.actors}
    look = build_index(story)
    for analysis in story.analyses:
        actors = {item.id: names.get(item.iri or "", item.name) for item in analysis.actors}
        said = {item.id: item for item in analysis.statements}
        for one in lines(analysis) if kind == "actions" else printings(analysis):
            if one.confidence >= sure:
                shown = (
                    _action(one, actors, said, analysis) if isinstance(one, Action) else _said(one, actors, analysis)
                )
                where = one.trigger if isinstance(one, Action) else one.content
                ref = Ref(analysis.article.id, one.id)
                label = labels.own(look, ref)
                yield f"label: {label}\n{shown}\nconfidence: {one.confidence}\n{_context(analysis, where)}"


def _action(item: Action, actors: dict[str, str], said: dict[str, Statement], analysis: Analysis) -> str:
    who = "; ".join(actors[key] for key in item.agents) or f"[{_words(analysis, item.agent_spans)}]"
    whom = "; ".join(actors[key] for key in item.patients) or f"[{_words(analysis, item.patient_spans)}]"
    told = said.get(item.within or "")
    voice = f"said by {'; '.join(actors[key] for key in told.speakers) or '?'}" if told else "the article's own voice"
    words = _words(analysis, item.trigger)
    return (
        f"who: {who} | did: {words} ({item.type}) | to: {whom}\n"
        f"standing: {item.polarity}, {item.modality} | {voice} | date: {item.date}"
    )


def _said(item: Statement, actors: dict[str, str], analysis: Analysis) -> str:
    def listed(keys: tuple[str, ...]) -> str:
        return "; ".join(actors[key] for key in keys) or "-"

    others = [listed((key,) if key else ()) for key in (item.addressee, item.outlet)]
    return (
        f"speaker: {listed(item.speakers)} | for: {listed(item.on_behalf_of)} | to: {others[0]} | via: {others[1]}\n"
        f"{item.kind}, {item.mode}, {item.stance} | words: {_words(analysis, item.content)}"
    )


def _nodes(story: Story) -> Iterator[str]:
    """Each actor of the graph with what is on record of it and what is taken for it, article by article."""
    found: dict[str, list[tuple[Analysis, Actor]]] = defaultdict(list)
    for analysis in story.analyses:
        for item in analysis.actors:
            found[item.iri or ""].append((analysis, item))
    for actor in story.actors:
        parts = sorted(found[actor.iri], key=lambda part: not any(_tied(*part).values()))
        tied = sum((_tied(*part) for part in parts), Counter[str]())
        kind = f"{actor.type}, {'named' if actor.named else 'unnamed'}"
        held = ", ".join(f"{role} {count}" for role, count in sorted(tied.items())) or "nothing"
        shown = [
            f"node: {actor.name} ({kind})",
            f"also called: {'; '.join(actor.alt_names) or '-'}",
            f"on record: {held}",
        ]
        for analysis, item in parts[:_ARTICLES]:
            shown += [f"article: {analysis.article.id}", *_mentions(analysis, item)]
        yield "\n".join(shown)


def _tied(analysis: Analysis, item: Actor) -> Counter[str]:
    """How often an actor has each role in what one article puts on record."""
    found: Counter[str] = Counter()
    for said in analysis.statements:
        found["speaks"] += item.id in said.speakers
        found["is spoken for"] += item.id in said.on_behalf_of
        found["is told"] += item.id == said.addressee
        found["relays"] += item.id == said.outlet
        found["is spoken about"] += item.id in said.about
    for done in lines(analysis):
        found["does"] += item.id in done.agents
        found["is done to"] += item.id in done.patients
    return +found


def _mentions(analysis: Analysis, item: Actor) -> Iterator[str]:
    text = analysis.article.text
    for one in item.mentions[:_MENTIONS]:
        shown = (
            f"{text[max(0, one.start - 60) : one.start]}>>{text[one.start : one.end]}<<{text[one.end : one.end + 40]}"
        )
        yield "  " + " ".join(shown.split())


def _words(analysis: Analysis, spans: Spans) -> str:
    return " … ".join(analysis.article.text[start:end] for start, end in spans)


def _context(analysis: Analysis, spans: Spans) -> str:
    """The sentence of the first span, with the one before and the one after."""
    text, start = analysis.article.text, min(start for start, _ in spans)
    place = bisect_right(analysis.sentences, (start, len(text))) - 1
    near = analysis.sentences[max(0, place - 1) : place + 2]
    words = " ".join(text[first:last] for first, last in near)
    return f"article: {analysis.article.id} at {start}\ntext: {' '.join(words.split())}"


if __name__ == "__main__":
    raise SystemExit(main())
