"""Component: who did what to whom, whether done, ordered or planned.

Reads the parse and the output of earlier components (dates, mentions, statements); writes the group
``onrecord_actions``.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace
from spacy.tokens import Doc, Span

from onrecord.action_kinds import ACT, REQUIRE
from onrecord.actor_kinds import THINGS
from onrecord.language import annotations as ann
from onrecord.language.actions.clause_spans import times_of, worded
from onrecord.language.actions.directives import Directive, directive_of
from onrecord.language.actions.factuality import factuality_of
from onrecord.language.actions.plover import classified
from onrecord.language.actions.readings import Cast, Roles, by_words
from onrecord.language.actions.role_spans import spans_of
from onrecord.language.actions.shared_roles import cast
from onrecord.language.actions.spoken import Voice, voices
from onrecord.language.actions.time_and_place import date_of, dates_by_governor, place_of, statement_of, voice_of
from onrecord.language.actions.trigger_spans import words_of
from onrecord.language.actions.triggers import Deed, find_deeds
from onrecord.language.lexicon import of_class
from onrecord.language.syntax.antecedents import antecedent
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import predicated_of
from onrecord.language.syntax.phrases import counted, examples, is_hyphen
from onrecord.language.syntax.tree import Tree, tree_of
from onrecord.value_groups import AHEAD
from onrecord.weights import weights_of

_PRIORS = weights_of("confidence")

_PLAIN = frozenset({ACT, REQUIRE})
"""Kinds of deeds that get no separate action if they govern a deed: "needs to sell"."""


class _Told(Struct, frozen=True):
    """One deed with the words that name it and the deed that governs it."""

    key: str
    cast: Cast
    tokens: tuple[int, ...]
    under: str | None
    above: Deed | None
    """The deed that `under` names."""

    @property
    def deed(self) -> Deed:
        """The deed itself."""
        return self.cast.reading.deed


def mark_actions(doc: Doc) -> Doc:
    """Write the actions of `doc`, numbered in text order by the end of their words."""
    nodes = tree_of(doc)
    actors, said = _Actors(doc), voices(nodes, doc)
    found = _told(nodes, ann.readable_tokens(doc), actors.things, frozenset(said))
    named = frozenset(item.deed.head for item in found if item.deed.noun_frame is not None)
    words = {word for item in found for word in (item.deed.head, item.deed.verb)}
    within, dated = statement_of(doc), dates_by_governor(nodes, doc, words)
    times, directives = times_of(nodes, doc), _directives(nodes, found)
    spans: list[Span] = []
    attrs: dict[str, ann.ActionAttrs] = {}
    for item in found:
        voice = said.get(item.deed.verb)
        directive = directives.get(item.key)
        people = _beside(item.cast.roles, directive)
        date, where = date_of(nodes, item.deed, dated), place_of(nodes, item.deed)
        place = [] if where is None else [where]
        patients = actors.ids(nodes, people.patients)
        directors = actors.ids(nodes, directive.heads) if directive is not None else []
        moved = clause(nodes, item.deed.verb).objects
        # a relative pronoun as object is replaced by its antecedent
        undergoing = [antecedent(nodes, head) if head in moved else head for head in people.patients]
        ranges = {
            "trigger": _runs(item.tokens),
            "head": _runs((item.deed.head,)),
            "verb": _runs((item.deed.verb,)),
            "agent": spans_of(nodes, people.agents),
            "patient": spans_of(nodes, undergoing, named),
            "directive": [directive.words] if directive is not None and directors else [],
            "date": [] if date is None else [(date.start, date.end)],
            "place": spans_of(nodes, place),
        }
        leads = item.above is None or item.above.kind in _PLAIN
        told = worded(nodes, item.deed, times, item.cast.reading.standing.operator, leads=leads)
        ranges |= {"subject": told.subject, "group": told.group, "completion": told.completion}
        spans += [Span(doc, *ends, role, kb_id=item.key) for role, them in ranges.items() for ends in them]
        attrs[item.key] = _of_deed(item) | {
            "agents": _agents(voice, people.agents) or actors.ids(nodes, people.agents),
            "patients": patients,
            "directors": directors,
            "date": _value(date),
            "place": next(iter(actors.ids(nodes, place)), None),
            "within": voice_of(nodes, item.deed, within),
            "voice": told.voice,
            "confidence": _confidence(
                item.deed, bare=not people.agents and not people.patients, dated=date is not None
            ),
        }
    ann.put(doc, ann.ACTIONS, spans, attrs)
    return doc


def _told(nodes: Tree, readable: list[bool], things: frozenset[int], speaking: frozenset[int]) -> list[_Told]:
    """All deeds in readable text; for `things` and `speaking` see `roles.arguments`.

    They are in text order by the end of their words, so that of two deeds that share a word, its own deed comes first.
    """
    readings = classified(nodes, [(deed, factuality_of(nodes, deed)) for deed in find_deeds(nodes, readable)])
    found = cast(nodes, readings, things, speaking)
    words = words_of(nodes, found)
    by_word = by_words([item.deed for item in readings])

    def place(item: Cast) -> tuple[int, int, int]:
        tokens = words[item.reading.head]
        return tokens[-1], -tokens[0], item.reading.head

    ordered = sorted(found, key=place)
    keys = {item.reading.head: f"e{number}" for number, item in enumerate(ordered, 1)}
    made = []
    for item in ordered:
        standing, head = item.reading.standing, item.reading.head
        above = by_word.get(standing.operator) if standing.operator is not None else None
        under = keys[above.head] if above is not None and standing.modality in AHEAD else None
        made.append(_Told(keys[head], item, words[head], under, above if under else None))
    return made


def _directives(nodes: Tree, found: Iterable[_Told]) -> dict[str, Directive]:
    """The directives that deeds are done on, by the key of the deed.

    What is ordered on a directive ("ordered them to close on the directive of the ministry") leaves it to the order.
    """
    keys = {item.deed.head: item.key for item in found}
    told: dict[str, Directive] = {}
    for item in found:
        directive = directive_of(nodes, item.deed)
        if directive is not None:
            told.setdefault(keys[item.above.head] if item.above is not None else item.key, directive)
    return told


def _beside(roles: Roles, directive: Directive | None) -> Roles:
    """The roles without what is part of the directive: "the ban was imposed on the advice of the mayor"."""
    if directive is None:
        return roles
    within = range(*directive.words)
    return replace(roles, patients=tuple(head for head in roles.patients if head not in within))


def _of_deed(item: _Told) -> ann.ActionAttrs:
    """The attributes given by the deed's own words and by the words that govern it."""
    standing = item.cast.reading.standing
    return {
        "type": item.deed.kind,
        "plover": item.cast.reading.root,
        "lemma": item.deed.lemma,
        "polarity": standing.polarity,
        "modality": standing.modality,
        "under": item.under,
        "rule": item.deed.rule,
    }


def _agents(voice: Voice | None, heads: tuple[int, ...]) -> list[str]:
    """The speakers of the statement that the verb of a deed makes, if the statement takes them from the same words."""
    return list(voice.speakers) if voice is not None and not voice.source.isdisjoint(heads) else []


def _value(date: Span | None) -> str | None:
    """The value of a date; None if there is no date or it could not be resolved."""
    return (date.kb_id_ or None) if date is not None else None


class _Actors:
    """The actors of a Doc by token."""

    def __init__(self, doc: Doc) -> None:
        self.mentions = ann.mention_at(doc)
        types = {key: actor.get("type") for key, actor in ann.attrs(doc, ann.MENTIONS).items()}
        self.things = frozenset(word for word, near in self.mentions.items() if types.get(near[0][2]) in THINGS)
        """Tokens that name a thing and not an actor."""

    def ids(self, nodes: Tree, heads: Iterable[int]) -> list[str]:
        """Ids of the actors that `heads` mention; the shortest mention of each head decides.

        A head that is not a mention itself is replaced: a relative pronoun by its antecedent, a predicate noun by its
        subject, a part of a hyphenated word by the whole word, a number by the noun it counts, a noun with examples
        ("countries such as Kenya") by its examples.
        """
        found = []
        for head in heads:
            for words in self._referents(nodes, head):
                known = [self.mentions[word][0] for word in words if word in self.mentions]
                if known:
                    found += known
                    break
        # "officials and courts" may be one mention and "officials" another inside it
        outer = [one for one in found if not any(_holds(other, one) for other in found)]
        return list(dict.fromkeys(key for *_, key in outer))

    @staticmethod
    def _referents(nodes: Tree, head: int) -> list[list[int]]:
        """Alternative words for the referent of `head`, the likeliest first."""
        meant = antecedent(nodes, head)
        whole = [head + 2, head - 2] if is_hyphen(nodes, head + 1) or is_hyphen(nodes, head - 1) else []
        return [
            predicated_of(nodes, head),
            [head],
            predicated_of(nodes, meant),
            [meant],
            whole,
            [counted(nodes, meant)],
            examples(nodes, meant),
        ]


def _holds(outer: tuple[int, int, str], inner: tuple[int, int, str]) -> bool:
    """Whether `outer` contains `inner`, a mention of somebody else."""
    return outer[2] != inner[2] and outer[0] <= inner[0] and inner[1] <= outer[1] and outer[:2] != inner[:2]


def _runs(tokens: tuple[int, ...]) -> list[tuple[int, int]]:
    """The ranges [start, end) of adjacent tokens in `tokens`."""
    runs: list[tuple[int, int]] = []
    for token in sorted(tokens):
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return runs


def _confidence(deed: Deed, *, bare: bool, dated: bool) -> float:
    """A prior confidence: higher for known words and for verbs, low for bare nouns and for attitudes."""
    generic = deed.kind == ACT
    idle = bare and (generic or (deed.noun_frame is not None and not dated))
    if idle or deed.lemma in of_class("attitude"):
        return _PRIORS["deed.hardly"]
    value = _PRIORS["deed.verb" if deed.noun_frame is None else "deed.noun"]
    value += (_PRIORS["deed.generic"] if generic else 0.0) + (_PRIORS["deed.bare"] if bare else 0.0)
    return round(value, 2)
