"""Analyses written by hand: names and phrases are looked up in the text.

Words are found where they stand first, those with "#2" behind them where they stand a second time.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from onrecord.ids import text_sha256
from onrecord.model import (
    Action,
    Actor,
    ActorType,
    Analysis,
    Article,
    Mention,
    MentionForm,
    Span,
    Spans,
    Statement,
    Story,
    StoryActor,
    Voice,
    Wording,
)
from onrecord.story.shown_lines import unmarked

SENTENCE = re.compile(r"\S.*?(?:(?<!Nov)(?<!U\.K)[.?!][”’\"']*(?=\s)|$)", re.MULTILINE)
"""What is a sentence of a text written by hand: up to a full stop before a space, or to the end of the line."""
PRONOUNS = {"he", "she", "it", "its", "their", "they"}


def all_shown(story: Story) -> Story:
    """`story` with a line for all that is on record, whether a reader understands it alone or not."""
    return replace(story, analyses=tuple(map(unmarked, story.analyses)))


def article(key: str, text: str, **values: Any) -> Article:
    return Article(**{"id": key, "text": text, "sha256": text_sha256(text), "source": f"{key}.txt", **values})


def span(text: str, words: str, start: int = 0) -> Span:
    words, _, number = words.partition("#")
    found = text.index(words, start)
    for _ in range(1, int(number or 1)):
        found = text.index(words, found + 1)
    return found, found + len(words)


def spans(text: str, words: str, start: int = 0) -> Spans:
    """The spans of pieces parted by "|"."""
    return tuple(span(text, one, start) for one in words.split("|") if one)


def actor(
    text: str, key: str, name: str, kind: ActorType, *others: str, named: bool = True, words: str = "", **values: Any
) -> Actor:
    """An actor with a mention of its name, and one for each of `others`: short names, pronouns, "~" and a description.

    `words` is the mention of the name if there is more in it than the name.
    """
    mentions = [
        Mention(*span(text, words or name), "name" if named else "description"),
        *(Mention(*span(text, other.removeprefix("~")), _form(other.partition("#")[0], name)) for other in others),
    ]
    ordered = tuple(sorted(mentions, key=lambda item: (item.start, item.end)))
    return Actor(id=key, name=name, type=kind, named=named, mentions=ordered, **values)


def _form(words: str, name: str) -> MentionForm:
    if words.startswith("~"):
        return "description"
    if words in PRONOUNS:
        return "pronoun"
    return "name" if words == name else "short"


def statement(text: str, key: str, content: str, **values: Any) -> Statement:
    fields: dict[str, Any] = {"mode": "direct", "source": (), "cue": (), "rule": "test", **values}
    for name in ("source", "cue"):
        if isinstance(fields[name], str):
            fields[name] = spans(text, fields[name])
    return Statement(id=key, content=(span(text, content),), **fields)


def action(text: str, key: str, trigger: str, *, start: int = 0, **values: Any) -> Action:
    """An action whose trigger is looked for from `start` on; pieces of it are parted by "|"."""
    fields: dict[str, Any] = {"type": "Act", "lemma": trigger.partition("|")[0], "rule": "test", **values}
    for name in ("agent_spans", "patient_spans", "directive_spans"):
        if isinstance(fields.get(name), str):
            fields[name] = spans(text, fields[name])
    if isinstance(fields.get("date_span"), str):
        fields["date_span"] = span(text, fields["date_span"])
    return Action(id=key, trigger=spans(text, trigger, start), **fields)


def wording(
    text: str, voice: Voice, subject: str = "", group: str = "", completion: str = "", *, start: int = 0
) -> Wording:
    """How `text` words a deed; pieces of a group or completion are parted by "|"."""
    parts = {"subject": subject, "group": group, "completion": completion}
    return Wording(voice=voice, **{name: spans(text, words, start) for name, words in parts.items()})


def analysis(key: str, text: str, *items: Any, **values: Any) -> Analysis:
    """The analysis of an article; `values` are what is known of the article."""
    return Analysis(
        article=article(key, text, **values),
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
