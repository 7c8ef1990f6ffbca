"""Python values as RDF terms: text, numbers, dates at the granularity printed, concepts of our schemes."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from onrecord.rdf import terms

Term = NamedNode | Literal

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-](0\d|1[0-3]):[0-5]\d)?")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_UNWRITABLE = re.compile("[\\ud800-\\udfff\\ufffe\\uffff]")
_YEAR = re.compile(r"\d{4}")
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
_LABEL_LENGTH = 120
"""Most characters of a label, so that it fits in a list of search results."""


def text(value: str) -> Literal:
    """A plain string.

    Lone surrogates, which no RDF syntax allows, and U+FFFE and U+FFFF, which raptor rejects, become U+FFFD.
    """
    return Literal(value if value.isascii() else _UNWRITABLE.sub("\ufffd", value))


def english(value: str) -> Literal:
    """A sentence or label of ours, in English."""
    return Literal(text(value).value, language="en")


@lru_cache(maxsize=1 << 14)
def iri(value: str) -> NamedNode:
    """An IRI node."""
    return NamedNode(value)


def boolean(value: bool) -> Literal:  # noqa: FBT001  # the value itself, not a switch
    """An xsd:boolean."""
    return Literal(value)


@lru_cache(maxsize=1 << 14)
def count(value: int, datatype: str = terms.XSD_NON_NEGATIVE_INTEGER) -> Literal:
    """A whole number, typed as `datatype`."""
    return Literal(str(value), datatype=NamedNode(datatype))


def decimal(value: float) -> Literal:
    """An xsd:decimal with one to four digits after the point."""
    shown = f"{value:.4f}".rstrip("0")
    return Literal(f"{shown}0" if shown.endswith(".") else shown, datatype=NamedNode(terms.XSD_DECIMAL))


def when(value: str) -> Literal:
    """A date or time with the datatype of its granularity: "2013" is an xsd:gYear, not a day in that year.

    Values without an XML Schema type ("2015-W30", "2015-Q3") remain TIMEX3 strings.
    """
    datatype = _time_type(value)
    return Literal(value, datatype=NamedNode(datatype)) if datatype else text(value)


def _time_type(value: str) -> str | None:
    if _real_day(value[:10]) and len(value) == 10:
        return terms.XSD_DATE
    if (match := _TIME.fullmatch(value)) and match[3] and _real_day(match[1]):
        return terms.XSD_DATE_TIME
    if _MONTH.fullmatch(value) and value[:4] != "0000":
        return terms.XSD_G_YEAR_MONTH
    if _YEAR.fullmatch(value) and value != "0000":
        return terms.XSD_G_YEAR
    return terms.XSD_DURATION if _DURATION.fullmatch(value) else None


def _real_day(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1 << 10)
def concept(scheme: str, value: str) -> NamedNode:
    """The concept of one of our schemes for a value of the analysis record, such as ("Modality", "ordered")."""
    return NamedNode(terms.VALUES[scheme, value])


@lru_cache(maxsize=1 << 10)
def kind(name: str) -> NamedNode:
    """The concept of a kind of action."""
    return NamedNode(terms.ACTION_KIND + name)


@lru_cache(maxsize=1 << 7)
def root(plover: str) -> NamedNode:
    """The concept of a PLOVER root."""
    return NamedNode(f"{terms.ACTION_KIND}Root{plover.title()}")


def web_address(value: str) -> NamedNode | None:
    """`value` as an IRI, or None if it is not a web address."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+", value):
        return None
    try:
        return NamedNode(value)
    except ValueError:
        return None


def label(words: str) -> str:
    """A label on one line, cut between words if it is too long."""
    flat = " ".join(words.split())
    if len(flat) <= _LABEL_LENGTH:
        return flat
    return f"{flat[:_LABEL_LENGTH].rpartition(' ')[0] or flat[:_LABEL_LENGTH]} …"
