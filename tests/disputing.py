"""Articles on one event, whose accounts of it differ in a sentence."""

from __future__ import annotations

import re

from onrecord.model import Actor, Analysis, Mention, Statement
from resolution import action, actor, article, statement


def read(key: str, text: str, *items: object, published: str | None = None) -> Analysis:
    found = [(start, start + len(part)) for part in text.split(". ") for start in [text.index(part)]]
    return Analysis(
        article=article(key, text, published=published),
        actors=tuple(item for item in items if isinstance(item, Actor)),
        statements=tuple(item for item in items if isinstance(item, Statement)),
        actions=tuple(item for item in items if hasattr(item, "trigger")),  # type: ignore[misc]
        sentences=tuple(found),
    )


def told(key: str, sentence: str, *items: object) -> Analysis:
    text = f"Norland and Alder Net met in Harbor Town. {sentence}"
    kinds = {"Norland": "State", "Alder Net": "Company", "Harbor Town": "Place"}
    named = [
        Actor(
            id=f"n{number}", name=name, type=kind, named=True,  # type: ignore[arg-type]
            mentions=tuple(Mention(*found.span(), "name") for found in re.finditer(name, text)),
        )
        for number, (name, kind) in enumerate(kinds.items(), 1)
    ]  # fmt: skip
    met = action(
        text, "met", "met", type="Meet", lemma="meet", agents=("n1", "n2")
    )  # who is but named is not on record
    return read(key, text, *named, met, *items)


def asked_for_comment() -> tuple[Analysis, Analysis]:
    """Two articles: a spokesman of the firm spoke, and the firm has not commented, which only seems to contradict."""
    quote = "“We go on.” an Alder Net spokesman told the Star"
    text = told("one", quote).article.text
    spoke = told(
        "one", quote, actor(text, "a9", "the Star", "Outlet"),
        statement(text, "s1", "“We go on.”", cue="told", speakers=("n2",), addressee="a9", mode="direct"),
    )  # fmt: skip
    return spoke, told("two", "The Post has yet to receive comment from Alder Net")
