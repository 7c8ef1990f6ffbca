"""What articles print of an actor, and whether an unnamed one may be called after another: "Hill Bank's board"."""

from __future__ import annotations

from onrecord.rdf import terms
from onrecord.rdf.support import Ground

_OF = "'s "


def called_after(subject: str, name: str, ground: Ground) -> bool:
    """Whether an unnamed actor is called after a node of the graph: "Hill Bank's board" for "its board"."""
    if len(ground.get(subject, terms.SKOS_PREF_LABEL)) > 1:
        return False
    printed = {" ".join(words[1:-1].split()) for words in printed_words(subject, ground)}
    if any(one.startswith(name) for one in printed):  # a description without its apposition
        return True
    labels = {label[1:-1] for said in ground.values.values() for label in said.get(terms.SKOS_PREF_LABEL, ())}
    for owner in labels - {"", name}:
        front, found, rest = name.partition(owner)
        if found and any(one.startswith(front) and rest.removeprefix(_OF) in one[len(front) :] for one in printed):
            return True
    return False


def printed_words(subject: str, ground: Ground) -> set[str]:
    """The words that refer to an actor, as terms."""
    return {
        words
        for said in ground.values.values()
        if f"<{subject}>" in said.get(terms.REFERS_TO, ())
        for selector in said.get(terms.OA_HAS_SELECTOR, ())
        for words in ground.get(selector.strip("<>"), terms.OA_EXACT)
    }
