"""A readable report on each story, ``report.html`` and ``report.md``.

It consists of labels and quotations, each with its evidence, and of names, counts and headings; no sentences are
generated.
"""

from __future__ import annotations

from pathlib import Path

from onrecord.model import Story
from onrecord.report.account import accounts, left_out
from onrecord.report.html import page
from onrecord.report.markdown import text
from onrecord.story.publication import as_reported

__all__ = ["write"]


def write(story: Story, folder: Path) -> None:
    """Write ``report.html`` and ``report.md`` (UTF-8) into `folder`; `story` is what is on record."""
    story = as_reported(story)
    told = accounts(story)
    note = left_out(story, told)
    for name, form in (("report.html", page), ("report.md", text)):
        with (folder / name).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.writelines(form(told, note))
