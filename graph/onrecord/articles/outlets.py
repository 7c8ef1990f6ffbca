"""The outlet that the lines above an article name: after its authors, on a line of its own, or in the dateline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from onrecord import forenames
from onrecord.articles import mastheads
from onrecord.articles.outlet_names import is_agency, is_marked, is_outlet
from onrecord.articles.printed import printed_dates
from onrecord.countries import territories
from onrecord.punctuation import MAY_OPEN
from onrecord.title_case import is_title_case
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

DATELINE = ("-", "–", "—", ":")
"""How a dateline ends; what stands in it is a place."""
_SIGNED = 80
"""Characters at the end of an article that are searched for its agency."""
_PARAGRAPHS = 2
"""Fewest paragraphs in which a text says "we" that a body writes of itself."""
_LEGAL = 60
"""Characters behind the name of a body in which, behind its legal form, it is pleased to inform somebody."""
_SURE = 3
"""Most words of a line that is taken for an outlet for its place alone: a subhead has more."""


def printed(
    lines: Sequence[str],
    heads: Sequence[str] = (),
    body: Sequence[str] = (),
    authors: Sequence[str] = (),
    about: Sequence[str] = (),
) -> str | None:
    """The outlet in `lines`, those of authors, dates and places above an article; None if they name none.

    Whoever issued a release stands before the paper that the author writes for, and that before the agency of the
    dateline, whose text a paper may print. A name that does not say that it is an outlet's counts where the lines, the
    headlines `heads` and the text of the article, `body`, leave nothing else for it to be: neither one of the `authors`
    nor a place. `about` are the lines behind the article.
    """
    flat = [" ".join(line.split()) for line in lines]
    issued = _issued(flat, [" ".join(line.split()) for line in heads], body) or announcing(flat, body, about)
    told = (name for find in (_of_author, _alone) for line in flat if (name := find(line)))
    sure = bool(authors) and not any(is_title_case(line.split()) for line in heads)
    named = (name for find in (_plain, _behind_author) for line in flat for name in find(line, sure, body))
    plain = chain(named, _beside_place(flat))
    agency = (name for line in flat if (name := _agency(line)))
    fit = (name for name in plain if name not in authors and not is_place(name, flat, body))
    return issued or next(told, None) or next(fit, None) or next(agency, None)


def _issued(lines: Sequence[str], heads: Sequence[str], body: Sequence[str]) -> str | None:
    """Who issued a release: named on the line that says so, or on a line of its own beside one that does."""
    told = [(line, found[0]) for line in (*lines, *heads) if (found := mastheads.issuer(line))]
    sure = [name for line, name in told if mastheads.is_body(name, body)]
    if sure:
        return sure[0]
    on_topic = any(word_pattern("release_on_topic").fullmatch(head) for head in heads)
    if on_topic and lines and mastheads.is_name_of_issuer(lines[0]):
        return lines[0]
    if lines and word_pattern("ministry").match(lines[0]) and mastheads.is_body(lines[0], ()):
        return lines[0]
    labelled = any(mastheads.is_label_of_release(line) for line in (*lines, *heads))
    firsts = (mastheads.cells(line)[:1] for line in lines)
    parts = [*lines, *(cell.text for first in firsts for cell in first if cell.text not in lines)]
    if labelled and (named := next((part for part in parts if mastheads.is_body(part, body)), None)):
        return named
    for line, name in told:
        if line in lines:
            return name
    opening = [name for head in heads if (name := _before_colon(head))]
    named_too = (name for name in opening if labelled and mastheads.is_body(name, body))
    return next(chain(named_too, (name for name in opening if _speaks_as_we(name, body))), None)


def _before_colon(head: str) -> str:
    """The body before the colon of a headline, which may have issued the text: "Halden Quay Ltd: a reply"."""
    name, colon, _ = head.partition(": ")
    return name if colon and mastheads.is_name_of_issuer(name) else ""


def _speaks_as_we(name: str, body: Sequence[str]) -> bool:
    """Whether a text speaks as the body of that name: it begins with it, and says "we" or "our" outside quotations."""
    plain = word_pattern("behind_head").sub("", name).split()
    while plain and plain[-1].casefold() in word_set("designator"):
        plain.pop()
    begins = bool(body) and bool(plain) and body[0].removeprefix("The ").startswith(" ".join(plain))
    own = [text for text in body if word_pattern("we_outside_quotation").search(text)]
    return begins and len(own) >= _PARAGRAPHS and mastheads.is_body(name, ())


def speaking(heads: Sequence[str], body: Sequence[str], authors: Sequence[str]) -> str | None:
    """The body that a headline begins with, "Halden Quay answers its critics", if the text is surely its own.

    Nobody is named as its author; it names the body, says "we" in some paragraphs, or in one if it begins
    "Halden Quay is pleased to inform", and calls people or premises "our".
    Before a colon the headline has to speak so too: "Halden Quay: news for our members".
    """
    if not heads or authors or not body:
        return None
    found = word_pattern("name_before_verb").fullmatch(heads[0])
    ours_above = word_pattern("ours_in_release").search(heads[0]) is not None
    name = found["name"] if found else _before_colon(heads[0]) if ours_above else ""
    if not name or forenames.is_forename(name) or is_place(name, (), body):
        return None
    short = name if found else name.split(" ", 1)[0]
    own = sum(word_pattern("we_outside_quotation").search(text) is not None for text in body)
    ours = any(word_pattern("ours_in_release").search(text) for text in body)
    close = body[0][: len(name) + _LEGAL]
    informs = body[0].startswith(name) and word_pattern("pleased_to_inform").search(close) is not None
    named = any(short in text for text in body if text[:1] not in MAY_OPEN)
    return name if own + informs >= _PARAGRAPHS and ours and named else None


def announcing(lines: Sequence[str], body: Sequence[str], about: Sequence[str]) -> str | None:
    """Who announces something in a release: a service carried it, or its issuer presents itself at the end, `about`.

    The service in the dateline, "/Fjord Wire/", is not its author.
    """
    found = word_pattern("announces").match(" ".join(body[0].split())) if body else None
    if found is None:
        return None
    carried = any(word_pattern("service_of_dateline").search(line) for line in lines)
    itself = [word_pattern("presents_itself").fullmatch(" ".join(line.split())) for line in about]
    first = found["issuer"].split()[0]
    return found["issuer"] if carried or any(item and item["name"] == first for item in itself) else None


def _of_author(line: str) -> str | None:
    """The outlet after "by", alone or after the authors; there a name that no person has counts as one."""
    by = word_pattern("by").match(line)
    parts = word_pattern("between_author_and_outlet").split(_undated(line[by.end() :])) if by else []
    whole = mastheads.cells(line) if by else ()
    outlet = next((item.text for item in whole if item.kind == "outlet"), None)
    outlet = outlet or next((part for part in parts if is_outlet(part)), None)
    return outlet or next((part for part in parts[1:] if is_marked(part)), None)


def _alone(line: str) -> str | None:
    """The outlet on a line without authors, alone or beside a day, a desk or a name."""
    if word_pattern("by").match(line):
        return None
    found = mastheads.cells(line)
    return next((item.text for kind in ("outlet", "marked") for item in found if item.kind == kind), None)


def _plain(line: str, written: bool, body: Sequence[str]) -> Iterator[str]:  # noqa: FBT001  # one flag, private
    """Names on a line without authors that can be the outlet: if authors stand elsewhere, or the article says so."""
    if word_pattern("by").match(line) or line.endswith(DATELINE):
        return
    found = mastheads.cells(line)
    names = [item for item in found if item.kind == "name"]
    before = [item.text for item in names if not item.behind_day and not forenames.is_forename(item.text)]
    dated = any(item.kind in mastheads.DAYS for item in found)
    here = any(item.behind_day for item in names)  # "Horizon | 4 March 2014 | Jane Roe"
    for name in before:
        # "Fowey, 4 March 2014" is a place, and five words are a headline
        clear = (here or (not dated and len(names) == 1)) and len(name.split()) <= _SURE
        trade = dated and not here and word_pattern("trade_paper_and_day").match(line) is not None
        if (written and clear) or trade or speaks_of_itself(name, body) or mastheads.is_body(name, ()):
            yield name
    yield from (item.text for item in found if item.kind == "section" and speaks_of_itself(item.text, body))


def _behind_author(line: str, written: bool, body: Sequence[str]) -> Iterator[str]:  # noqa: ARG001, FBT001  # as _plain
    """Single words behind an author, who would have two, and names that the article uses as its own."""
    if not word_pattern("by").match(line):
        return
    found = mastheads.cells(line)
    if word_pattern("for_outlet").search(line):
        yield from (item.text for item in found[1:2] if item.kind == "name")
    for item in found[1:]:
        alone = " " not in item.text and item.text.casefold().rstrip(".") not in _titles()
        in_place = f" in {item.text}" in line or any(item.text in text for text in body)  # "Jane Roe in Fowey"
        if item.kind == "name" and (speaks_of_itself(item.text, body) or (alone and not in_place)):
            yield item.text


def _beside_place(lines: Sequence[str]) -> Iterator[str]:
    """A name on a line of its own beside a day, if another line is the place: "Fjordpress", "4 March", "Oslo"."""
    alone = [item[0] for item in map(mastheads.cells, lines) if len(item) == 1 and item[0].kind == "name"]
    dated = any(item.kind in mastheads.DAYS for line in lines for item in mastheads.cells(line))
    named = [item.text for item in alone if not is_known_place(item.text)]
    if dated and len(named) == 1 and len(alone) > 1 and " " not in named[0]:
        yield named[0]


def credited(line: str) -> str | None:
    """The outlet that a line behind an article says it comes from: "First published in the Fowey Post"."""
    found = word_pattern("credit_of_outlet").match(line)
    days = printed_dates(line)
    stop = days[0][0] if days else len(line)
    named = word_pattern("name_of_outlet").match(line, found.end(), stop) if found else None
    if found is None or named is None:
        return None
    name = named[0].rstrip(".")
    sure = is_outlet(name) or is_marked(name)
    by = found["by"] is not None and " " in name and not forenames.is_forename(name)
    return name if sure or (by and not is_known_place(name)) else None


def signed(line: str) -> str | None:
    """The agency behind the last sentence of an article: "The wall is shut. (RNL)"."""
    line = line[-_SIGNED:]
    found = word_pattern("agency_behind_sentence").search(line) or word_pattern("agency_behind_dash").search(line)
    name = found["agency"] if found else ""
    return name if name and (is_outlet(name) or word_pattern("initials_of_outlet").fullmatch(name)) else None


@cache
def _titles() -> frozenset[str]:
    """Words behind somebody's name that are no outlet: "MP"."""
    return frozenset(word_set("degree")) | frozenset(word_set("no_initials_of_outlet"))


def speaks_of_itself(name: str, body: Sequence[str]) -> bool:
    """Whether the article uses `name`, or the last word of it, as that of its outlet: "told the Lantern"."""
    ends = (name.casefold(), name.casefold().split()[-1])
    return any(
        (found["told"] or found["asks"] or found["knows"]).casefold().startswith(ends)
        for text in body
        for found in word_pattern("outlet_of_itself").finditer(text)
    )


def of_house(byline: str, body: Sequence[str]) -> str:
    """`byline`, or the one outlet that the text says was told things if it is only that of a house: "Post Report"."""
    first, _, last = byline.partition(" ")
    if last != "Report" or first.casefold() not in word_set("outlet_in_byline"):
        return byline
    found = (
        (match["told"] or "").rstrip(".,") for text in body for match in word_pattern("outlet_of_itself").finditer(text)
    )
    named = {name for name in found if is_outlet(name) and not is_agency(name)}
    return named.pop() if len(named) == 1 else byline


def calls_itself(name: str, body: Sequence[str]) -> bool:
    """Whether the article calls its outlet so, or by the first words of the name: "told Quay & Crane"."""
    told = f"{name.casefold()} "
    return speaks_of_itself(name, body) or any(
        " " in used and told.startswith(f"{used.casefold().rstrip('.,')} ")
        for text in body
        for found in word_pattern("outlet_of_itself").finditer(text)
        if (used := found["told"] or found["asks"] or found["knows"])
    )


def is_place(name: str, lines: Sequence[str], body: Sequence[str]) -> bool:
    """Whether `name` is a country or a capital, begins a dateline, or is where something is said to be."""
    if is_known_place(name):
        return True
    if not mastheads.is_body(name, ()) and any(line.startswith(f"{name.upper()},") for line in lines):
        return True
    return any(found["place"].startswith(name) for text in body for found in word_pattern("placed_in").finditer(text))


def is_known_place(name: str) -> bool:
    """Whether `name` is that of a country or a capital."""
    return name in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(name for item in territories().values() for name in (*item.english, item.capital, item.name))


def _undated(line: str) -> str:
    """`line` up to the date in it."""
    dates = printed_dates(line)
    return word_pattern("aside_at_end").sub("", line[: dates[0][0]] if dates else line).strip(" ,|/·•–—:-")


def _agency(line: str) -> str | None:
    found = None if word_pattern("by").match(line) else word_pattern("agency_of_dateline").search(line)
    return found["agency"] if found else None
