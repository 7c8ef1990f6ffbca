"""The "I" and "we" of quotations: their speaker, and the body that the speaker speaks for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from onrecord.language.coreference.chains import Chain, Placed
from onrecord.language.coreference.features import Ment
from onrecord.language.syntax.relations import TOPMOST
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_WINDOW = int(weights_of("coreference")["window.description"])
_EXPERTS = word_set("expert")
_PAPERS = word_set("quoted_document")
_SPOKESPEOPLE = word_set("spokespeople")


def link_first_person(placed: list[Placed], speaker: Mapping[int, int]) -> list[Placed]:
    """The mentions, with each "I" and "we" of a quotation moved to the chain that it refers to.

    `speaker` maps the number of each quotation to its speaker's head token, as returned by `speaker_heads`.
    """
    if not any(item.person == "first" and item.quote >= 0 for item, _ in placed):
        return placed
    out = list(placed)
    by_head: dict[int, int] = {}
    for number, (item, _) in enumerate(placed):
        if not item.parts:
            by_head.setdefault(item.head, number)
    bodies = _Bodies(out)
    for number, (item, _) in enumerate(placed):
        if item.person != "first" or item.quote not in speaker:
            continue
        found = by_head.get(speaker[item.quote])
        if found is None:
            continue
        chain = out[found].chain
        if item.plural:
            body = bodies.of(chain, number)
            if body is None and chain.broad == "person":
                continue  # "we" is not one person but a group that the speaker belongs to
            chain = body or chain
        if chain.broad in ("person", "org", "group", "place") or chain.named:
            chain.add(item)
            out[number] = Placed(item, chain)
    return out


class _Bodies:
    """Finds the bodies that people speak for."""

    def __init__(self, placed: list[Placed]) -> None:
        self._placed = placed
        self._named = [number for number, (item, _) in enumerate(placed) if item.core]
        self._starts = [placed[number].mention.start for number in self._named]
        self._described: dict[Chain, Chain | None] = {}

    def of(self, person: Chain, anaphor: int) -> Chain | None:
        """The body or state in a description of a person; if there is none, for office holders, the last body named."""
        if person.broad != "person":
            return person if person.broad in ("org", "place", "group") else self._of_paper(person)
        if person not in self._described:
            self._described[person] = self._in_description(person)
        found = self._described[person]
        of_state = any(item.state for item in person.members)  # for "the Norwegian president", "we" is a state
        if found is None and person.lemmas & _SPOKESPEOPLE and not of_state:
            return self._last_named(anaphor)
        return found

    def _of_paper(self, paper: Chain) -> Chain | None:
        """The body in the description of what it wrote: "the Halden Council letter"."""
        written = any(item.lemma in _PAPERS for item in paper.members)
        return self._in_description(paper) if written else None

    def _last_named(self, anaphor: int) -> Chain | None:
        """The body named last, not too far back, and not by the speaker: "Nordbank has grown, and we will buy it".

        One without a name that opens a sentence counts too: "The harbour board objected. “We are for it,” a spokesman
        said".
        """
        said, spoken_of = self._placed[anaphor].mention, set[Chain]()
        for number in range(anaphor - 1, -1, -1):
            item, chain = self._placed[number]
            if item.sent < said.sent - _WINDOW:
                return None
            if not (item.core or self._opens(item)):
                continue
            if item.quote == said.quote:
                spoken_of.add(chain)
            if chain.broad == "org" and chain not in spoken_of:
                return chain
        return None

    def _opens(self, item: Ment) -> bool:
        described = item.form == "description" and item.definite and not item.plural and not item.joined
        return described and item.quote < 0 and item.role >= TOPMOST

    def _in_description(self, person: Chain) -> Chain | None:
        for item in person.members:
            if item.form == "pronoun":
                continue
            at = bisect_left(self._starts, item.start)
            for number in self._named[at : at + item.end - item.start]:
                inner, chain = self._placed[number]
                # a senator of Halden does not speak for the town
                body = "org" in {inner.broad, chain.broad} or inner.kind == "State"
                if inner.end > item.end or chain is person or not body or _is_sent_to(inner, item, person):
                    continue
                if not (item.core and item.core[0] <= inner.start < item.core[1]) and _leads(item, person):
                    return chain
        return None


def _is_sent_to(inner: Ment, item: Ment, person: Chain) -> bool:
    """Whether a name in the description of an envoy is whom they are sent to: "the Danish ambassador to Mali"."""
    posts = {item.lemma, *item.titles, *item.says, *person.lemmas}
    return inner.start > item.start and not inner.attributive and bool(posts & word_set("is_sent_to"))


def _leads(item: Ment, person: Chain) -> bool:
    """Whether a description, or another name of the person, shows that their "we" means a body.

    A university's professor or a bank's analyst usually means their profession instead.
    """
    return not (({item.lemma} | person.lemmas) & _EXPERTS) or bool(person.lemmas & _SPOKESPEOPLE)
