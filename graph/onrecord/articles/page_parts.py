"""Turns what a web page expresses by markup into words before extraction: quotations, times of posts.

It also decides what kind of page it is: an article, a list of teasers or a cookie notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.month_names import month_numbers
from onrecord.punctuation import MAY_OPEN
from onrecord.word_patterns import filled, word_pattern

_LIVE = re.compile(r"live[-_ ]?(?:blog|updates?|feed|text|post)", re.IGNORECASE)
_WHEN = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?")
_STAMPED = "\u241f"
"""Separator between the time of a post and its words, used only during the extraction."""
_LEAST_WORDS = 4
"""Fewest words of a paragraph under a teaser's heading that counts."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LEAST_TEASERS = 4
"""Fewest teasers that make a page a list of them; fewer headings may be the sections of an article."""
_TEASED = 0.6
"""Share of a page's words in teasers at which it counts as a list of teasers."""
_CONSENT_MOST_WORDS = 250
"""Most words of a cookie notice; an article about cookies is longer."""
_LINKED = 0.8
"""Share of a heading's letters inside its link at which it is a teaser; a time or "Live" may stand outside."""
_CONSENT_LEAST = 4
"""Fewest different consent words in a cookie notice: "cookies", "accept", "partners", "preferences"."""
_CONSENT_SHARE = 0.07
"""Share of consent words at which a short text counts as a cookie notice."""
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")


def write_quotations(tree: Any) -> None:
    """Put the words of `q` elements in quotation marks and drop the elements."""
    for element in list(tree.iter("q")):
        if element.getparent() is None:
            continue
        first = (element.text or "").lstrip()
        if not first.startswith(tuple(MAY_OPEN)):
            element.text = f"“{element.text or ''}"
            if len(element):
                element[-1].tail = f"{element[-1].tail or ''}”"
            else:
                element.text += "”"
        element.drop_tag()


def write_post_times(tree: Any, scripts: str) -> None:
    """Write the day and time in the `time` element of each live-blog post before the post's first paragraph.

    They share a line because extraction would drop such a short line on its own; `split_stamp` separates them again.
    """
    stamps = [item for item in tree.iter("time") if _WHEN.match(item.get("datetime") or "")]
    live = "LiveBlogPosting" in scripts or any(
        _LIVE.search(item.get("class") or "") for item in tree.iter("div", "section", "ol", "ul")
    )
    if not live or len(stamps) < 2:
        return
    waiting = ""
    for element in list(tree.iter("time", "p")):
        if element.tag == "time" and (found := _WHEN.match(element.get("datetime") or "")):
            waiting = _in_words(*found.groups())
        elif element.tag == "p" and waiting and element.text_content().count(" ") >= _LEAST_WORDS:
            element.text = f"{waiting} {_STAMPED} {element.text or ''}"
            waiting = ""


def split_stamp(line: str) -> list[str]:
    """The time that `write_post_times` put before a paragraph, then the paragraph; otherwise only the line."""
    stamp, mark, rest = line.partition(f" {_STAMPED} ")
    return [stamp, rest] if mark else [line]


def _in_words(day: str, time: str | None) -> str:
    """A day and time as newspapers print them: bare numbers would be taken for counts of shares and comments."""
    year, month, number = day.split("-")
    name = next((name for name, other in month_numbers().items() if other == int(month)), month)
    return f"{int(number)} {name.capitalize()} {year}" + (f", {time}" if time else "")


def teasers(tree: Any, text: str) -> int:
    """Number of teasers that lead to other articles, if they make up most of `text`; else 0.

    A teaser is a heading that is a link, with the words after it up to the next heading.
    """
    read = {" ".join(line.split()) for line in text.splitlines()}
    words = sum(line.count(" ") + 1 for line in read if line)
    told = [item for item in _teased(tree) if item[1]]
    of_teasers = sum(line.count(" ") + 1 for line in {line for _, lines in told for line in lines} & read if line)
    return len(told) if len(told) >= _LEAST_TEASERS and of_teasers > _TEASED * words else 0


def _teased(tree: Any) -> Iterator[tuple[str, list[str]]]:
    """Linked headings, each with the paragraphs between it and the next heading."""
    heading, lines, linked = "", [], False
    for element in tree.iter(*_HEADINGS, "p"):
        words = " ".join(element.text_content().split())
        if element.tag == "p":
            lines.append(words)
            continue
        if linked:
            yield heading, lines
        link = element.find(".//a[@href]")
        around = element.getparent() is not None and element.getparent().tag == "a"
        linked = around or (link is not None and len(link.text_content().strip()) >= _LINKED * len(words) > 0)
        heading, lines = words, []
    if linked:
        yield heading, lines


def is_consent(text: str) -> bool:
    """Whether a text is a notice on cookies, consent or scripts and not an article."""
    words = len(text.split())
    if not words or words > _CONSENT_MOST_WORDS:
        return False
    found = [match.group().lower() for match in word_pattern("consent").finditer(text)]
    return len(set(found)) >= _CONSENT_LEAST and len(found) >= _CONSENT_SHARE * words


def ambiguous_date(date: str, visible: str, source: str, language: str) -> str | None:
    """The printed form of `date` (ISO) if all its forms on the page are ambiguous numbers; None if the date is certain.

    `source` is the page's HTML, `visible` its text, `language` its declared language: "en-GB" puts the day before the
    month, "en-US" after it.
    """
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    if not day or int(day) > 12 or int(month) > 12 or day == month or language.lower() in ("en-us", "en-gb"):
        return None
    if date in source or date.replace("-", "") in source or date.replace("-", "/") in source or _spelt(date, visible):
        return None
    printed = {
        (int(match[1]), int(match[3])): match.group() for match in _NUMERIC.finditer(visible) if match[4] == year
    }
    if any(max(pair) > 12 for pair in printed):  # another date on the page shows which number is the day
        return None
    return printed.get((int(day), int(month))) or printed.get((int(month), int(day)))


def _spelt(date: str, visible: str) -> bool:
    """Whether the page prints the day with the name of its month."""
    year, month, day = date.split("-")
    name = f"(?:{'|'.join(name for name, number in month_numbers().items() if number == int(month))})"
    ending = filled("{day_ending}")
    form = rf"\b{name}\b\.?\s+0?{int(day)}\b|\b0?{int(day)}{ending}?\s+(?:of\s+)?{name}\b"
    return year in visible and bool(re.search(form, visible, re.IGNORECASE))
