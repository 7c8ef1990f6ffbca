"""A report as Markdown (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.report.account import Account, further
from onrecord.report.lines import Line, Section

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def text(accounts: Sequence[Account], note: str = "") -> Iterator[str]:
    """The pieces of the report, with a note on what it leaves out; with several stories it begins with an index."""
    yield "# On record\n"
    if note:
        yield f"\n{_safe(note)}\n"
    if len(accounts) > 1:
        yield "\n" + "".join(f"{n}. {_safe(item.heading)} ({item.total})\n" for n, item in enumerate(accounts, 1))
    for number, item in enumerate(accounts, 1):
        for piece in _account(number, item):
            yield f"\n{piece}\n"


def _account(number: int, item: Account) -> list[str]:
    listed = (*item.articles, *further(item))
    parts = [f"## {_safe(item.heading)}", "\n".join(f"- {_safe(words)}" for words in listed)]
    for section in item.sections:
        parts += _section(number, section)
    if item.sources:
        parts.append("### Evidence")
        parts.append(
            "\n".join(
                f'<a id="e{number}-{one.number}"></a>{one.number}. {_safe(one.outlet)}: {_safe(one.quote)} <{one.iri}>'
                for one in item.sources
            )
        )
    return parts


def _section(number: int, section: Section) -> list[str]:
    parts = [f"### {_safe(section.heading)}"]
    if section.note:
        parts.append(_safe(section.note))
    if section.lines:
        parts.append("\n".join(f"- {_line(number, line)}" for line in section.lines))
    if section.rows:
        rows = [" | ".join(_line(number, cell) for cell in row) for row in section.rows]
        head = " | ".join(_safe(words) for words in section.columns)
        rule = " | ".join("---" for _ in section.columns)
        parts.append("\n".join(f"| {row} |" for row in (head, rule, *rows)))
    return parts


def _line(number: int, line: Line) -> str:
    cited = " ".join(f"[{one}](#e{number}-{one})" for one in line.evidence)
    cited += f" and {line.more:,} more" if line.more else ""
    support = f"({_safe(line.support)})" if line.support else ""
    lead = f"**{_safe(line.lead)}**" if line.lead else ""
    return " ".join(part for part in (lead, _safe(line.words), support, cited) if part)


def _safe(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
