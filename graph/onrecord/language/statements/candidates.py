"""What the rules hand to one another: an attribution that may become a statement. Ranges are tokens, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.language.syntax.tree import Tree

Range = tuple[int, int]

_TRIM = frozenset({",", ";", ":", ".", "-", "--", "–", "—", "…", "...", "!", "?"})
_SPACE = frozenset({"SPACE"})


@dataclass(slots=True)
class Candidate:
    """One attribution: where its cue, source and content stand, and which rule and lexicon entry found it."""

    anchor: int
    """The token that the cue turns on."""
    cue: list[Range]
    source: list[Range]
    content: list[Range]
    entry: str
    frame: str
    kind: str = "speech"
    stance: str = "neutral"
    source_head: int | None = None
    addressee: Range | None = None
    outlet: Range | None = None
    medium: Range | None = None
    relay: int = -1
    """The verb that relays it, as in "quoted X as saying", or -1."""
    pronoun: bool = False
    """Whether its source is a pronoun."""
    circumstance: str = "plain"
    confidence: float = 0.5
    quotes: list[int] = field(default_factory=list)
    """Numbers of the quotations that make up its content."""

    @property
    def rule(self) -> str:
        """Name of the rule, as the record gives it: frame, circumstance, lexicon entry."""
        return f"{self.frame}@{self.circumstance}:{self.entry}"


def trimmed(tree: Tree, start: int, end: int) -> Range | None:
    """The range without white space and punctuation at its edges, question and quotation marks left on."""
    while start < end and (tree.text[start] in _TRIM or tree.pos[start] in _SPACE):
        start += 1
    while start < end and ((tree.text[end - 1] in _TRIM and tree.text[end - 1] != "?") or tree.pos[end - 1] in _SPACE):
        end -= 1
    return (start, end) if start < end else None


def without(whole: Range, holes: list[Range]) -> list[Range]:
    """The parts of `whole` outside `holes`, in order."""
    parts, start = [], whole[0]
    for low, high in sorted(holes):
        if low > start:
            parts.append((start, min(low, whole[1])))
        start = max(start, high)
    if start < whole[1]:
        parts.append((start, whole[1]))
    return [part for part in parts if part[0] < part[1]]


def ranges(tokens: list[int]) -> list[Range]:
    """Maximal runs of consecutive tokens; `tokens` in order."""
    found: list[Range] = []
    for token in tokens:
        if found and found[-1][1] == token:
            found[-1] = (found[-1][0], token + 1)
        else:
            found.append((token, token + 1))
    return found


def clean(tree: Tree, parts: list[Range]) -> list[Range]:
    """Every part trimmed, empty ones left out."""
    return [part for part in (trimmed(tree, *item) for item in parts) if part is not None]
