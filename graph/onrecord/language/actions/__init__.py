"""Component: who did what to whom, ordered, planned or done.

Reads the parse and what earlier components wrote (dates, mentions, statements); writes the group ``onrecord_actions``.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.actions import lexicon
from onrecord.language.actions.complements import share
from onrecord.language.actions.deeds import Deed, deeds
from onrecord.language.actions.phrases import phrases, referent
from onrecord.language.actions.roles import roles
from onrecord.language.actions.roots import roots
from onrecord.language.actions.setting import date_of, dates_by_governor, place_of, statement_of
from onrecord.language.actions.stand import stand
from onrecord.language.tree import Tree, tree

_THINGS = frozenset({"Product", "Thing"})
"""Types of actor that do nothing of themselves: without an object a verb tells what befalls them."""
_UNDER = frozenset({"ordered", "demanded", "threatened", "planned"})


def mark_actions(doc: Doc) -> Doc:
    """Write the actions of `doc`, numbered in text order."""
    nodes = tree(doc)
    nodes = replace(nodes, lemma=[lexicon.lemmas().get(lemma, lemma) for lemma in nodes.lemma])
    found = deeds(nodes, ann.readable_tokens(doc))
    standings = [stand(nodes, deed) for deed in found]
    classes = roots(nodes, found, standings)
    actors = _Actors(doc)
    parts = share(nodes, found, standings, classes, [roles(nodes, deed, actors.things) for deed in found])
    numbers = {token: f"e{place}" for place, deed in enumerate(found, 1) for token in (deed.head, deed.verb)}
    named = frozenset(deed.head for deed in found if deed.noun_frame is not None)
    within, dated = statement_of(doc), dates_by_governor(nodes, doc, set(numbers))
    spans: list[Span] = []
    attrs: dict[str, ann.ActionAttrs] = {}
    for deed, standing, root, (agents, patients) in zip(found, standings, classes, parts, strict=True):
        date, where = date_of(nodes, deed, dated), place_of(nodes, deed)
        places = [] if where is None else [where]
        key = numbers[deed.head]
        ranges = {
            "trigger": _runs(deed.tokens),
            "agent": phrases(nodes, agents),
            "patient": phrases(nodes, patients, named),
            "date": [] if date is None else [(date.start, date.end)],
            "place": phrases(nodes, places),
        }
        spans += [Span(doc, start, end, role, kb_id=key) for role, them in ranges.items() for start, end in them]
        attrs[key] = {
            "type": deed.kind,
            "plover": root,
            "lemma": deed.lemma,
            "agents": actors.ids(nodes, agents),
            "patients": actors.ids(nodes, patients),
            "polarity": standing.polarity,
            "modality": standing.modality,
            "under": numbers.get(standing.operator or -1) if standing.modality in _UNDER else None,
            "date": _value(date),
            "place": next(iter(actors.ids(nodes, places)), None),
            "within": within.get(deed.head),
            "confidence": _confidence(deed, agents, patients, date),
            "rule": deed.rule,
        }
    ann.put(doc, ann.ACTIONS, spans, attrs)
    return doc


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
            word = next((word for word in (head, referent(nodes, head)) if word in self.mentions), None)
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
