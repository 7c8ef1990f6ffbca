"""Analyses written by hand, for tests of resolution: names and phrases are looked up in the text."""

from __future__ import annotations

import re
from typing import Any

from onrecord.ids import text_sha256
from onrecord.model import (
    Action,
    Actor,
    ActorType,
    Analysis,
    Article,
    Mention,
    Span,
    Spans,
    Statement,
    Story,
    StoryActor,
    Voice,
    Wording,
)

SENTENCE = re.compile(r"\S.*?(?:[.?!][”’\"']*(?=\s)|$)", re.MULTILINE)
"""What is a sentence of a text written by hand: up to a full stop before a space, or to the end of the line."""


def article(key: str, text: str, *, published: str | None = None) -> Article:
    return Article(id=key, text=text, sha256=text_sha256(text), source=f"{key}.txt", published=published)


def span(text: str, words: str, start: int = 0) -> Span:
    found = text.index(words, start)
    return found, found + len(words)


def actor(text: str, key: str, name: str, kind: ActorType, *others: str, named: bool = True) -> Actor:
    """An actor with a mention of its name, and one for each of `others`: a short name, or "~" and a description."""
    start, end = span(text, name)
    mentions = [Mention(start, end, "name" if named else "description")]
    for other in others:
        words = other.removeprefix("~")
        mentions.append(Mention(*span(text, words), "description" if other.startswith("~") else "short"))
    ordered = tuple(sorted(mentions, key=lambda item: (item.start, item.end)))
    return Actor(id=key, name=name, type=kind, named=named, mentions=ordered)


def statement(text: str, key: str, content: str, **values: Any) -> Statement:
    fields: dict[str, Any] = {"mode": "direct", "source": (), "cue": (), "rule": "test", **values}
    for name in ("source", "cue"):
        if isinstance(fields[name], str):
            fields[name] = (span(text, fields[name]),)
    return Statement(id=key, content=(span(text, content),), **fields)


def action(text: str, key: str, trigger: str, **values: Any) -> Action:
    fields: dict[str, Any] = {"type": "Act", "lemma": trigger, "rule": "test", **values}
    for name in ("agent_spans", "patient_spans"):
        if isinstance(fields.get(name), str):
            fields[name] = (span(text, fields[name]),)
    return Action(id=key, trigger=(span(text, trigger),), **fields)


def wording(
    text: str, voice: Voice, subject: str = "", group: str = "", completion: str = "", *, start: int = 0
) -> Wording:
    """How `text` words a deed; pieces of a group or completion are parted by "|"."""

    def spans(words: str) -> Spans:
        return tuple(span(text, one, start) for one in words.split("|") if one)

    return Wording(voice=voice, subject=spans(subject), group=spans(group), completion=spans(completion))


def analysis(key: str, text: str, *items: Any, published: str | None = None) -> Analysis:
    return Analysis(
        article=article(key, text, published=published),
        actors=tuple(item for item in items if isinstance(item, Actor)),
        statements=tuple(item for item in items if isinstance(item, Statement)),
        actions=tuple(item for item in items if isinstance(item, Action)),
        sentences=tuple(match.span() for match in SENTENCE.finditer(text)),
    )


def people(key: str, *names: str, kind: ActorType = "Person", also: str = "") -> Analysis:
    """An article that names each of `names` once."""
    text = " met ".join(names) + f". {also}"
    return analysis(key, text, *(actor(text, f"a{number}", name, kind) for number, name in enumerate(names)))


def node(story: Story, key: str, local: str) -> StoryActor:
    """The story actor of one local actor."""
    return next(item for item in story.actors for ref in item.refs if (ref.article, ref.local) == (key, local))
