"""The records of statements in each stage, and functions on token ranges (end exclusive).

There is one immutable record per stage: a rule finds a `Candidate`, `component.candidates` scores it (an
`Attribution`), `roles` adds the people of those that are kept (a `Resolved`), and `component` writes the result.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.syntax.tree import Tree

Range = tuple[int, int]
Ranges = tuple[Range, ...]

_TRIM = frozenset({",", ";", ":", ".", "-", "--", "–", "—", "…", "...", "!", "?"})
_SPACE = frozenset({"SPACE"})
_ENDS = frozenset({"SPACE", "CCONJ"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """The result of a rule: the ranges of cue, source and content, the lexicon entry and its frame."""

    anchor: int
    """The main token of the cue."""
    cue: Ranges
    source: Ranges
    content: Ranges
    entry: str
    frame: str
    kind: str = "speech"
    stance: str = "neutral"
    source_head: int | None = None
    addressee: Range | None = None
    outlet: Range | None = None
    relay: int | None = None
    """The verb that relays it, as in "quoted X as saying"."""
    quotes: tuple[int, ...] = ()
    """Numbers of the quotations that make up its content."""


@dataclass(frozen=True, slots=True)
class Attribution(Candidate):
    """A candidate with its complete content, the circumstance of its cue, and its confidence."""

    circumstance: str = "plain"
    confidence: float = 0.5
    pronoun: bool = False
    """Whether its source is a pronoun."""

    @property
    def rule(self) -> str:
        """Name of the rule, as the record gives it: frame, circumstance, lexicon entry."""
        return f"{self.frame}@{self.circumstance}:{self.entry}"


@dataclass(frozen=True, slots=True)
class Resolved:
    """An attribution that is kept, with its speakers and the words for the others who take part in it."""

    number: int
    """Its index among the statements of the Doc."""
    found: Attribution
    speakers: tuple[str, ...]
    """Ids of actors."""
    addressee: Range | None
    outlet: Range | None
    medium: Range | None

    @property
    def key(self) -> str:
        """Its id in the Doc."""
        return f"s{self.number + 1}"


def trimmed(tree: Tree, start: int, end: int) -> Range | None:
    """The range without white space and punctuation at its edges, except question and quotation marks.

    A final "and", "but" or "and that" is removed too. None if nothing is left.
    """
    while start < end and (tree.text[start] in _TRIM or tree.pos[start] in _SPACE):
        start += 1
    while start < end and ((tree.text[end - 1] in _TRIM and tree.text[end - 1] != "?") or tree.pos[end - 1] in _ENDS):
        end -= 1
    if end - start > 1 and tree.lower[end - 1] == "that" and tree.pos[end - 2] == "CCONJ":
        return trimmed(tree, start, end - 1)  # "that it was late and that, had he known, he would have left"
    return (start, end) if start < end else None


def without(whole: Range, *holes: Range) -> Ranges:
    """The parts of `whole` outside `holes`, in order."""
    parts: list[Range] = []
    start = whole[0]
    for low, high in sorted(holes):
        if low > start:
            parts.append((start, min(low, whole[1])))
        start = max(start, high)
    if start < whole[1]:
        parts.append((start, whole[1]))
    return tuple(part for part in parts if part[0] < part[1])


def ranges(tokens: list[int]) -> Ranges:
    """Maximal runs of consecutive tokens; `tokens` in order."""
    found: list[Range] = []
    for token in tokens:
        if found and found[-1][1] == token:
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return tuple(found)


def clean(tree: Tree, parts: Ranges) -> Ranges:
    """Every part trimmed, empty ones left out."""
    return tuple(part for part in (trimmed(tree, *item) for item in parts) if part is not None)


def covers(parts: Ranges, token: int) -> bool:
    """Whether a token is in one of the ranges."""
    return any(low <= token < high for low, high in parts)
