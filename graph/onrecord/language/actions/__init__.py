"""Component: who did what to whom, ordered, planned or done.

Reads the parse and what earlier components wrote (dates, mentions, statements); writes the group ``onrecord_actions``.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.actions import lexicon
from onrecord.language.actions.complements import places, share
from onrecord.language.actions.deeds import Deed, deeds
from onrecord.language.actions.phrases import phrases
from onrecord.language.actions.roles import roles
from onrecord.language.actions.roots import roots
from onrecord.language.actions.setting import date_of, dates_by_governor, place_of, statement_of
from onrecord.language.actions.stand import UNDER, Standing, stand
from onrecord.language.actions.wording import triggers
from onrecord.language.syntax.control import antecedent
from onrecord.language.syntax.tree import Tree, tree

_THINGS = frozenset({"Product", "Thing"})
"""Types of actor that do nothing of themselves: without an object a verb tells what befalls them."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One deed as it is told: its words, its class, how it stands, the heads of who did it to whom."""

    key: str
    deed: Deed
    tokens: tuple[int, ...]
    root: str | None
    standing: Standing
    under: str | None
    agents: list[int]
    patients: list[int]


def mark_actions(doc: Doc) -> Doc:
    """Write the actions of `doc`, numbered in text order of where their words end."""
    nodes = tree(doc)
    actors = _Actors(doc)
    found = _told(nodes, ann.readable_tokens(doc), actors.things)
    named = frozenset(item.deed.head for item in found if item.deed.noun_frame is not None)
    words = {word for item in found for word in (item.deed.head, item.deed.verb)}
    within, dated = statement_of(doc), dates_by_governor(nodes, doc, words)
    spans: list[Span] = []
    attrs: dict[str, ann.ActionAttrs] = {}
    for item in found:
        date, where = date_of(nodes, item.deed, dated), place_of(nodes, item.deed)
        place = [] if where is None else [where]
        ranges = {
            "trigger": _runs(item.tokens),
            "head": _runs((item.deed.head,)),
            "verb": _runs((item.deed.verb,)),
            "agent": phrases(nodes, item.agents),
            "patient": phrases(nodes, item.patients, named),
            "date": [] if date is None else [(date.start, date.end)],
            "place": phrases(nodes, place),
        }
        spans += [Span(doc, *ends, role, kb_id=item.key) for role, them in ranges.items() for ends in them]
        attrs[item.key] = _of_deed(item) | {
            "agents": actors.ids(nodes, item.agents),
            "patients": actors.ids(nodes, item.patients),
            "date": _value(date),
            "place": next(iter(actors.ids(nodes, place)), None),
            "within": within.get(item.deed.head),
            "confidence": _confidence(item.deed, item.agents, item.patients, date),
        }
    ann.put(doc, ann.ACTIONS, spans, attrs)
    return doc


def _told(nodes: Tree, readable: list[bool], things: frozenset[int]) -> list[_Told]:
    """All deeds in readable text; `things` are tokens that name no actor.

    In text order of where their words end, so that of two deeds that a word names its own comes first.
    """
    found = deeds(nodes, readable)
    standings = [stand(nodes, deed) for deed in found]
    classes, announced = roots(nodes, found, standings)
    parts, sources = share(nodes, found, standings, classes, [roles(nodes, deed, things) for deed in found])
    taken = [part[1] for part in parts]
    words = triggers(nodes, found, standings, taken, announced | sources)
    order = sorted(range(len(found)), key=lambda place: (words[place][-1], -words[place][0], found[place].head))
    keys = {place: f"e{number}" for number, place in enumerate(order, 1)}
    by_word = places(found)
    made = []
    for place in order:
        deed, standing = found[place], standings[place]
        above = by_word.get(standing.operator) if standing.operator is not None else None
        under = keys[above] if above is not None and standing.modality in UNDER else None
        made.append(_Told(keys[place], deed, words[place], classes[place], standing, under, *parts[place]))
    return made


def _of_deed(item: _Told) -> ann.ActionAttrs:
    """What the deed's own words and those above it say of it."""
    return {
        "type": item.deed.kind,
        "plover": item.root,
        "lemma": item.deed.lemma,
        "polarity": item.standing.polarity,
        "modality": item.standing.modality,
        "under": item.under,
        "rule": item.deed.rule,
    }


def _value(date: Span | None) -> str | None:
    """The value of a date, None also where it could not be resolved."""
    return (date.kb_id_ or None) if date is not None else None


class _Actors:
    """The actors of a Doc by token."""

    def __init__(self, doc: Doc) -> None:
        self.mentions = ann.mention_at(doc)
        types = {key: actor.get("type") for key, actor in ann.attrs(doc, ann.MENTIONS).items()}
        self.things = frozenset(word for word, near in self.mentions.items() if types.get(near[0][2]) in _THINGS)
        """Tokens that name no actor but a thing."""

    def ids(self, nodes: Tree, heads: list[int]) -> list[str]:
        """Ids of the actors that the heads are mentions of, through relative pronouns; the shortest mention decides."""
        found = []
        for head in heads:
            word = next((word for word in (head, antecedent(nodes, head)) if word in self.mentions), None)
            if word is not None:
                found.append(self.mentions[word][0][2])
        return list(dict.fromkeys(found))


def _runs(tokens: tuple[int, ...]) -> list[tuple[int, int]]:
    """Token ranges of the neighbouring tokens among `tokens`."""
    runs: list[tuple[int, int]] = []
    for token in sorted(tokens):
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return runs


def _confidence(deed: Deed, agents: list[int], patients: list[int], date: Span | None) -> float:
    """A prior: known words before unknown, verbs before nouns; bare nouns and attitudes are hardly deeds."""
    bare, generic = not agents and not patients, deed.kind == lexicon.GENERIC
    idle = bare and (generic or (deed.noun_frame is not None and date is None))
    if idle or deed.lemma in lexicon.words("attitude"):
        return 0.4
    value = (0.85 if deed.noun_frame is None else 0.75) - (0.1 if generic else 0.0) - (0.15 if bare else 0.0)
    return round(value, 2)
