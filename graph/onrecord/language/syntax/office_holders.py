"""Names behind an office with "of", which the parser takes for part of it: "Inspector General of Police Usman Baba".

The columns of a Tree are changed in place before it is built, as in `parser_repairs`, to what the parser gives where it
is right ("Minister of Health Ana Ruiz"): the name is the head of the phrase, and the office stands before it.
"""

from __future__ import annotations

from onrecord import forenames
from onrecord.language.syntax.tags import FINITE_OR_MODAL
from onrecord.word_sets import word_set

_SHORTEST, _LONGEST = 2, 5
"""Number of words of a name behind an office."""
_AREA = 6
"""Most words of what an office is of."""
_FIELD = 3
"""Most words in small letters of what an office is of: "public health"."""
_BEFORE = 4
"""Most words of an office before "of"."""
_RUN = 14
"""Most words of a body's name and the name of a person behind it."""
_PERSON = "PERSON"


def name_heads(  # noqa: PLR0913, PLR0917  # the columns of the Tree
    text: list[str], lower: list[str], dep: list[str], ent: list[str], begin: list[bool], head: list[int]
) -> None:
    """Make the name the head of "President of the Senate Tom Bell", and it alone a person's name."""
    for link, word in enumerate(lower):
        if word != "of" or not link or not text[link - 1][:1].isupper() or lower[link - 1] not in _posts():
            continue
        area = _behind_article(lower, link + 1)
        first = _first_of_name(text, lower, ent, begin, area)
        last = _last_of_name(text, first)
        if first > area and _SHORTEST <= last - first <= _LONGEST:
            _attach(dep, head, link, (area, first, last - 1))
            _label(ent, begin, (area, first, last))


def bare_posts(  # noqa: PLR0913, PLR0917  # the columns of the Tree
    text: list[str],
    lower: list[str],
    tag: list[str],
    dep: list[str],
    ent: list[str],
    begin: list[bool],
    head: list[int],
) -> None:
    """The same behind an office that nothing determines: "director of the Board of Coastal Relations Ada Lund said".

    In such a sentence the office stands before a name, which may run on from that of the body; where the body's ends
    tells a word for bodies, or else a forename.
    """
    for link, word in enumerate(lower):
        if word not in word_set("office_link") or not link or lower[link - 1] not in _posts() | word_set("bare_post"):
            continue
        area = _behind_article(lower, link + 1)
        end = _end_of_names(text, lower, area)
        first = _behind_body(text, lower, area, end) if end > area else _behind_field(text, lower, area)
        end = max(end, _last_of_name(text, first)) if first > area else end
        if (
            area < first
            and _SHORTEST <= end - first <= _LONGEST
            and _is_bare(text, lower, link)
            and _says(tag, lower, end)
        ):
            _attach(dep, head, link, (area, first, end - 1))
            _label(ent, begin, (area, first, end))


def _behind_article(lower: list[str], token: int) -> int:
    while token < len(lower) and lower[token] in word_set("article"):
        token += 1
    return token


def _is_bare(text: list[str], lower: list[str], link: int) -> bool:
    """Whether nothing but words of the office stands between `link` and the beginning of a sentence or clause."""
    token = link - 1
    while (
        token >= 0
        and link - token <= _BEFORE + 1
        and text[token][:1].isalpha()
        and lower[token] not in word_set("article")
    ):
        if lower[token] in word_set("opens_before_office"):
            return True
        token -= 1
    return token < 0 or not (text[token][:1].isalnum())


def _end_of_names(text: list[str], lower: list[str], area: int) -> int:
    """Where the run of names, articles and words between names from `area` on ends, behind a name."""
    token = end = area
    while token < min(area + _RUN, len(text)):
        if text[token][:1].isupper():
            end = token + 1
        elif not (
            lower[token] in word_set("within_body_name")
            or (token + 1 < len(text) and lower[token + 1] in word_set("office_link") and text[token].isalpha())
        ):
            break
        token += 1
    return end


def _behind_body(text: list[str], lower: list[str], area: int, end: int) -> int:
    """Where a person's name begins in a run of names: behind the last word for a body or at a forename, else `area`."""
    run = end
    while run > area and text[run - 1][:1].isupper() and _is_name(text[run - 1]):
        run -= 1
    for token in range(end - 1, run - 1, -1):
        if lower[token] in word_set("ends_body_name"):
            return token + 1
    for token in range(run + 1 if run == area else run, end - 1):
        if lower[token] in forenames.known():
            return token
    return area


def _behind_field(text: list[str], lower: list[str], area: int) -> int:
    """Where a person's name begins behind the field of an office in small letters: "of health Dr Ada Lund".

    A title or a forename opens it; else `area`.
    """
    token = area
    while token < min(area + _FIELD, len(text) - 1) and text[token].isalpha() and text[token].islower():
        token += 1
    opens = lower[token].rstrip(".") in word_set("title_of_person") or lower[token] in forenames.known()
    return token if token > area and text[token][:1].isupper() and opens else area


def _says(tag: list[str], lower: list[str], end: int) -> bool:
    """Whether a verb or a comma comes next: "Ada Lund said", "According to ... Ada Lund, "."""
    return end < len(tag) and (tag[end] in FINITE_OR_MODAL or lower[end] == ",")


def of_the_last(lower: list[str], dep: list[str], head: list[int]) -> None:
    """Hang "of" on the noun right before it, not on one coordinated with that: "chair and head of Haldeno"."""
    for link, word in enumerate(lower):
        noun = link - 1
        if word != "of" or noun < 1 or dep[link] != "prep" or dep[noun] != "conj":
            continue
        first = head[noun]
        if head[link] == first < noun:
            head[link] = noun


def _posts() -> frozenset[str]:
    return word_set("post_of")


def _first_of_name(text: list[str], lower: list[str], ent: list[str], begin: list[bool], area: int) -> int:
    """Where the name begins: behind words for what offices are of, or where the model has a place and then a person."""
    token = area
    while token < min(area + _AREA, len(text)) and lower[token] in word_set("area_of_office"):
        token += 1
    while token > area and not text[token - 1][:1].isupper():
        token -= 1  # "of Health and ..."
    if token == area and token < len(text) and ent[token] and ent[token] != _PERSON:
        while token < len(text) and ent[token] == ent[area] and (token == area or not begin[token]):
            token += 1
        if token == len(text) or ent[token] != _PERSON:
            return area
    return token


def _last_of_name(text: list[str], first: int) -> int:
    last = first
    while last < len(text) and text[last][:1].isupper() and _is_name(text[last]):
        last += 1
    return last


def _is_name(word: str) -> bool:
    initial = len(word) == len("R.") and word.endswith(".")
    return word.isalpha() or "-" in word or initial


def _attach(dep: list[str], head: list[int], link: int, places: tuple[int, int, int]) -> None:
    """Hang the office, which ends before `link`, on the name: `places` are its area, the first and last word of it."""
    area, first, last = places
    post = link - 1
    opens = max(0, post - _BEFORE)
    inner = range(area, last + 1)
    above = post
    while opens <= head[above] < last and head[above] != above and head[above] not in inner and dep[above] != "pobj":
        above = head[above]
    if head[above] == last:
        return  # the parser has it right
    label, governor = dep[above], head[above]
    if governor in inner:
        return
    root = governor == above
    for token, parent in enumerate(head[: len(head)]):
        if token > last and (parent in inner or opens <= parent <= link):
            head[token] = last
    for token in range(first, last):
        dep[token], head[token] = "compound", last
    for token in range(area, first - 1):
        dep[token], head[token] = "compound", first - 1
    for token in range(link + 1, area):
        dep[token], head[token] = "det", first - 1
    dep[first - 1], head[first - 1] = "pobj", link
    dep[link], head[link] = "prep", post
    dep[above], head[above] = "nmod", last
    dep[last], head[last] = label, last if root else governor


def _label(ent: list[str], begin: list[bool], places: tuple[int, int, int]) -> None:
    area, first, end = places
    if ent[area] == ent[first] and not begin[first]:
        for token in range(area, first):
            ent[token], begin[token] = "", False
    for token in range(first, end):
        ent[token], begin[token] = _PERSON, token == first
    if end < len(ent) and ent[end] and not begin[end]:
        begin[end] = True
