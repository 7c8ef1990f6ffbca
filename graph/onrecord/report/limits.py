"""How much of a story a report shows, and how many stories: what a person can open and read.

What is left out is said with its number, and where it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.counts import counted
from onrecord.report.lines import Line, Section

SIZE = 4_000_000
"""Characters of all stories together from which on no further one is told: some 5 MB, which a browser opens at once."""
LINES = 60
"""Most lines of a section, so that it fits on two pages; nobody reads a longer list to its end."""
CITED = 12
"""Most sentences that a line points at: as many as fit on the line."""
SECTIONS = 24
"""Most sections of one kind, such as disputes, the most told of first: more than anybody checks one by one."""
REASONS = 3
"""Most reasons that a line gives for what it supposes."""
ARTICLES = 60
"""Most articles that are listed under a story's heading."""
_MARKUP = 80
"""Characters around a line or a sentence of evidence on the page."""
_LINK = 40
"""Characters of one link to evidence on the page."""

_COURSE = "What became of"
"""The kind of the sections with what became of a thing."""
_QUESTIONS = {
    "Chronology": "timeline",
    "Without a date, as told": "who-did-what",
    "Agreed": "corroboration",
    "Who directs, orders, carries out": "who-ordered-what",
    "Disputed": "disagreements",
    "Only seems disputed": "disagreements",
    "Who said what": "who-said-what",
    "Accounts side by side": "side-by-side",
    "Would not comment": "who-said-what",
    "Gave no answer": "who-said-what",
    _COURSE: "life-cycle",
    "Over time": "threads",
    "One statement, by outlet": "verbs-chosen",
    "Claims by unnamed sources": "unnamed-sources",
    "What documents say": "who-said-what",
    "What pictures show": "who-said-what",
    "Who relies on whom": "reliances",
    "Printed by both": "reliances",
    "Not quoted": "acted-upon-never-quoted",
}
"""For each kind of section the question to the graph whose answers hold what the section leaves out."""


def bounded(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections with as many lines as can be read, each with a note on what it leaves out."""
    seen: Counter[str] = Counter()
    last = ""
    for section in sections:
        kind = _kind(section)
        if last and kind != last and seen[last] > SECTIONS:
            yield _further(last, seen[last] - SECTIONS)
        last = kind
        seen[kind] += 1
        if seen[kind] <= SECTIONS:
            yield _shortened(section)
    if last and seen[last] > SECTIONS:
        yield _further(last, seen[last] - SECTIONS)


def reasons(given: Sequence[str]) -> list[str]:
    """The first of the reasons for what a line supposes, and how many more there are."""
    left = len(given) - REASONS
    return [*given[:REASONS], *([f"{counted(left, 'more reason')} of this kind"] if left > 0 else [])]


def size(sections: Sequence[Section], quotes: Iterable[str]) -> int:
    """About how many characters of the page sections take with the sentences that they point at."""
    lines = [line for one in sections for line in (*one.lines, *(cell for row in one.rows for cell in row))]
    told = sum(len(line.words) + len(line.lead) + len(line.support) + _LINK * len(line.evidence) for line in lines)
    return told + sum(map(len, quotes)) + _MARKUP * len(lines)


def _kind(section: Section) -> str:
    kind, mark, _ = section.heading.partition(": ")
    return kind if mark or "Stage" not in section.columns else _COURSE


def _shortened(section: Section) -> Section:
    lines = tuple(_cited(line) for line in section.lines[:LINES])
    rows = tuple(tuple(_cited(cell) for cell in row) for row in section.rows[:LINES])
    left = len(section.lines) - len(lines) + len(section.rows) - len(rows)
    if not left:
        return replace(section, lines=lines, rows=rows)
    shown = len(lines) + len(rows)
    said = f"The first {shown} of {shown + left:,} are shown; {_where(_kind(section))}"
    return replace(section, lines=lines, rows=rows, note=" ".join(filter(None, (section.note, said))))


def _further(kind: str, left: int) -> Section:
    """What is said of sections that are left out."""
    return Section(kind, note=f"{left:,} more are not shown; {_where(kind)}")


def _where(kind: str) -> str:
    return "the graph has all of them" + (f", see the question {_QUESTIONS[kind]}." if kind in _QUESTIONS else ".")


def _cited(line: Line) -> Line:
    left = len(line.evidence) - CITED
    return line if left <= 0 else replace(line, evidence=line.evidence[:CITED], more=left)
