"""Names of unnamed actors that a pronoun opens, such as "its board": they are called after whoever it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from onrecord.model import StoryActor
from onrecord.resolve.local import LocalActor

Iris = Mapping[tuple[str, str], str]


def with_owners(
    merged: Mapping[str, StoryActor], locals_: Iterable[LocalActor], iri_of: Iris, text_of: Callable[[int], str]
) -> dict[str, StoryActor]:
    """`merged`, with "Harbor Bank's board" for "its board" if the pronoun stands for the named Harbor Bank.

    `iri_of` gives the story IRI of every local actor, by article and local id; `text_of` the text of an article, by
    its position in the run.
    """
    found = dict(merged)
    ordered = list(locals_)
    owners = {
        (item.article, one.start): (one.end, iri_of[item.ref.article, item.ref.local])
        for item in ordered
        for one in item.actor.mentions
        if one.form == "pronoun"
    }
    for item in ordered:
        node = merged[iri_of[item.ref.article, item.ref.local]]
        if node.named or node.name != item.actor.name:
            continue
        text = text_of(item.article)
        start = next((one.start for one in item.actor.mentions if text.startswith(node.name, one.start)), -1)
        end, owner = owners.get((item.article, start), (start, ""))
        rest = text[end : start + len(node.name)].strip()
        if owner and rest and merged[owner].named:
            found[node.iri] = replace(node, name=f"{merged[owner].name}'s {rest}")
    return found
