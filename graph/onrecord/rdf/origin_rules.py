"""Rules for what supports the triples of origins and reliances: accounts, actors and articles in the graph."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.rdf import terms
from onrecord.rdf.digest import Triple
from onrecord.rdf.support import Ground


def reliance(triple: Triple, ground: Ground) -> bool:
    """Whether the subject is a reliance."""
    return ground.is_a(triple[0], terms.CLASS_RELIANCE)


def _is(term: str, kind: str, ground: Ground) -> bool:
    return ground.is_a(term.strip("<>"), kind)


def _origin(triple: Triple, ground: Ground) -> bool:
    return ground.is_a(triple[0], terms.CLASS_ORIGIN)


def _goes_back(triple: Triple, ground: Ground) -> bool:
    """The origin of an account has the class of origins."""
    return f"<{triple[0]}>" in ground.evidence and _is(triple[2], terms.CLASS_ORIGIN, ground)


def _from_origin(triple: Triple, ground: Ground) -> bool:
    """An event comes from the origins that its accounts go back to."""
    subject, _, value = triple
    told = ground.get(subject, terms.REPORTED_IN) | ground.get(subject, terms.PRINTED_AS)
    return any(value in ground.get(account.strip("<>"), terms.GOES_BACK_TO) for account in told)


def _from_actor(triple: Triple, ground: Ground) -> bool:
    """The actor of an origin is in a record."""
    return triple[2] in ground.nodes and _origin(triple, ground)


def _supported(triple: Triple, ground: Ground) -> bool:
    """The reports that support an action are reports of it."""
    return f"<{triple[0]}>" in ground.homes.get(triple[2], ())


def _relied(triple: Triple, ground: Ground) -> bool:
    """A reliance is on an actor in a record or on another article."""
    known = triple[2] in ground.nodes or _is(triple[2], terms.CLASS_ARTICLE, ground)
    return known and (ground.is_a(triple[0], terms.CLASS_ARTICLE) or reliance(triple, ground))


def _has(triple: Triple, ground: Ground) -> bool:
    """The object is a reliance and the subject an article."""
    return ground.is_a(triple[0], terms.CLASS_ARTICLE) and _is(triple[2], terms.CLASS_RELIANCE, ground)


MARKS = {
    terms.CLASS_ORIGIN: {terms.ORIGIN_KIND},
    terms.CLASS_RELIANCE: {terms.RELIANCE_KIND, terms.PROV_WAS_DERIVED_FROM},
}
"""The properties that a node of each class has."""
RULES: dict[str, Callable[[Triple, Ground], bool]] = {
    terms.FROM_ORIGIN: _from_origin,
    terms.GOES_BACK_TO: _goes_back,
    terms.SUPPORTED_BY: _supported,
    terms.ORIGIN_KIND: _origin,
    terms.ORIGIN_REASON: _origin,
    terms.ORIGIN_ACTOR: _from_actor,
    terms.RELIES_ON: _relied,
    terms.RELIED_ON: _relied,
    terms.HAS_RELIANCE: _has,
    terms.RELIANCE_KIND: reliance,
    terms.SHARED_WORDS: reliance,
    terms.SHARED_SENTENCES: reliance,
    terms.WORD_FOR_WORD: reliance,
    terms.ORDER_KNOWN: reliance,
}
