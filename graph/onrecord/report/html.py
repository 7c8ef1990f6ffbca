"""A report as one HTML page, without scripts or external resources, ready to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from onrecord.counts import counted
from onrecord.report.account import Account, further
from onrecord.report.lines import Line, Section

_STYLE = """
body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.25}
h2{border-top:2px solid #1b1b1b;padding-top:.75rem;margin-top:3rem}
li{margin:.35rem 0}b{font-weight:600}small,.cite{color:#555;font-family:system-ui,sans-serif;font-size:.8rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.4rem;text-align:left;vertical-align:top}
a{color:#0b4f8a}:target{background:#fff3c4}
""".strip()


def page(accounts: Sequence[Account], note: str = "") -> Iterator[str]:
    """The pieces of the page, with a note on what it leaves out; with several stories it begins with an index."""
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>On record</title>'
    yield f'<!doctype html>\n<html lang="en"><head>{head}<style>{_STYLE}</style></head>\n<body>\n'
    yield "<h1>On record</h1>\n"
    if note:
        yield f"<p>{escape(note)}</p>\n"
    if len(accounts) > 1:
        rows = "".join(
            f'<li><a href="#s{number}">{escape(item.heading)}</a> <small>{articles}</small></li>'
            for number, item in enumerate(accounts, 1)
            for articles in [counted(item.total, "article")]
        )
        yield f"<nav><ol>{rows}</ol></nav>\n"
    for number, item in enumerate(accounts, 1):
        for piece in _account(number, item):
            yield f"{piece}\n"
    yield "</body></html>\n"


def _account(number: int, item: Account) -> list[str]:
    parts = [f'<h2 id="s{number}">{escape(item.heading)}</h2>']
    listed = [*item.articles, *further(item)]
    parts.append("<ul>" + "".join(f"<li><small>{escape(words)}</small></li>" for words in listed) + "</ul>")
    for section in item.sections:
        parts += _section(number, section)
    if item.sources:
        parts.append("<h3>Evidence</h3><ol>")
        for one in item.sources:
            link = f' <a href="{escape(one.url)}">article</a>' if one.url and one.url.startswith("http") else ""
            parts.append(
                f'<li id="e{number}-{one.number}" value="{one.number}"><b>{escape(one.outlet)}</b>: '
                f"<q>{escape(one.quote)}</q> <small><code>{escape(one.iri)}</code>{link}</small></li>"
            )
        parts.append("</ol>")
    return parts


def _section(number: int, section: Section) -> list[str]:
    parts = [f"<h3>{escape(section.heading)}</h3>"]
    if section.note:
        parts.append(f"<p><small>{escape(section.note)}</small></p>")
    if section.lines:
        parts.append("<ul>" + "\n".join(f"<li>{_line(number, line)}</li>" for line in section.lines) + "</ul>")
    if section.rows:
        head = "".join(f"<th>{escape(words)}</th>" for words in section.columns)
        rows = ["<tr>" + "".join(f"<td>{_line(number, cell)}</td>" for cell in row) + "</tr>" for row in section.rows]
        parts.append(f"<table><tr>{head}</tr>\n" + "\n".join(rows) + "</table>")
    return parts


def _line(number: int, line: Line) -> str:
    lead = f"<b>{escape(line.lead)}</b> " if line.lead else ""
    support = f" <small>({escape(line.support)})</small>" if line.support else ""
    cited = " ".join(f'<a class="cite" href="#e{number}-{one}">[{one}]</a>' for one in line.evidence)
    cited += f" <small>and {line.more:,} more</small>" if line.more else ""
    return f"{lead}{escape(line.words)}{support} {cited}".strip()
