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
    numbers = {token: f"e{place}" for place, deed in enumerate(found, 1) for token in (deed.head, deed.verb)}
    types = {key: actor.get("type") for key, actor in ann.attrs(doc, ann.MENTIONS).items()}
    mentions, within, dated = ann.mention_at(doc), statement_of(doc), dates_by_governor(nodes, doc)
    named = frozenset(deed.head for deed in found if deed.noun_frame is not None)
    spans: list[Span] = []
    attrs: dict[str, ann.ActionAttrs] = {}
    standings = [stand(nodes, deed) for deed in found]
    classes = roots(nodes, found, standings)
    things = frozenset(word for word, near in mentions.items() if types.get(near[0][2]) in _THINGS)
    parts = share(nodes, found, standings, classes, [roles(nodes, deed, things) for deed in found])
    for place, (deed, standing, root, part) in enumerate(zip(found, standings, classes, parts, strict=True), 1):
        key = f"e{place}"
        agents, patients = part
        date, where = date_of(nodes, deed, dated), place_of(nodes, deed)
        spans += [Span(doc, start, end, "trigger", kb_id=key) for start, end in _runs(deed.tokens)]
        spans += [Span(doc, start, end, "agent", kb_id=key) for start, end in phrases(nodes, agents)]
        spans += [Span(doc, start, end, "patient", kb_id=key) for start, end in phrases(nodes, patients, named)]
        if date is not None:
            spans.append(Span(doc, date.start, date.end, "date", kb_id=key))
        if where is not None:
            spans += [Span(doc, start, end, "place", kb_id=key) for start, end in phrases(nodes, [where])]
        attrs[key] = {
            "type": deed.kind,
            "plover": root,
            "lemma": deed.lemma,
            "agents": _actors(nodes, mentions, agents),
            "patients": _actors(nodes, mentions, patients),
            "polarity": standing.polarity,
            "modality": standing.modality,
            "under": numbers.get(standing.operator or -1) if standing.modality in _UNDER else None,
            "date": date.kb_id_ if date is not None else None,
            "place": next(iter(_actors(nodes, mentions, [where] if where is not None else [])), None),
            "within": within.get(deed.head),
            "confidence": _confidence(deed, agents, patients, date),
            "rule": deed.rule,
        }
    ann.put(doc, ann.ACTIONS, spans, attrs)
    return doc


def _runs(tokens: tuple[int, ...]) -> list[tuple[int, int]]:
    """Token ranges of the neighbouring tokens among `tokens`."""
    runs: list[tuple[int, int]] = []
    for token in sorted(tokens):
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return runs


def _actors(nodes: Tree, mentions: dict[int, list[tuple[int, int, str]]], heads: list[int]) -> list[str]:
    """Ids of the actors that the heads are mentions of, through relative pronouns; the shortest mention decides."""
    found = []
    for head in heads:
        for token in (head, referent(nodes, head)):
            if token in mentions:
                found.append(mentions[token][0][2])
                break
    return list(dict.fromkeys(found))


def _confidence(deed: Deed, agents: list[int], patients: list[int], date: Span | None) -> float:
    """A prior: known words before unknown, verbs before nouns; bare nouns and attitudes are hardly deeds."""
    bare = not agents and not patients
    if (deed.noun_frame is not None and bare and date is None) or deed.lemma in lexicon.words("attitude"):
        return 0.4
    value = 0.85 if deed.noun_frame is None else 0.75
    if deed.kind == lexicon.GENERIC:
        value -= 0.1
    return round(value - 0.15 if bare else value, 2)
