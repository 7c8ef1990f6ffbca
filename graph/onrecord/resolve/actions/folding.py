"""One node per event: merges an order with the deed ordered, a decision with its content, a deed with nouns for it.

"The ministry ordered the firm to close the mine" reports one event with two verbs; "the order" and "this ban" refer to
it again. A deed that was ordered or decided and that some article asserts as done is an event of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

import numpy as np

from onrecord.action_kinds import (
    AGREE,
    AID,
    BAN,
    DECIDE,
    DEMAND,
    LAUNCH,
    MEET,
    NOTIFY,
    ORDER,
    PUBLISH,
    REQUEST,
    SHUT_DOWN,
    WIN,
    WITHDRAW,
)
from onrecord.model import Article, Feature
from onrecord.resolve.actions.event_words import facets
from onrecord.resolve.actions.reported import GENERIC, Reported
from onrecord.resolve.clusters import Verdict
from onrecord.resolve.disjoint import Groups, UnionFind
from onrecord.resolve.judgements import numbered
from onrecord.resolve.local import LocalAction
from onrecord.shelf import Shelf
from onrecord.story.asserted import MENTION, is_asserted
from onrecord.story.disputed_orders import DIRECTING
from onrecord.story.inflection import is_plural
from onrecord.value_groups import AHEAD
from onrecord.word_sets import word_set

BY_CONTENT = "action-content"
"""The rule that joins a directive or decision with what it is about."""
BY_NOUN = "action-noun"
"""The rule that joins a noun for a deed with the deed."""
_ABOUT_ANOTHER = DIRECTING | {REQUEST, DEMAND}
_COMMANDS = frozenset({ORDER, BAN})
"""Kinds whose nouns ("the order", "the ban") may refer to a directive in any other words."""
_HALT = frozenset({BAN, SHUT_DOWN})
"""Kinds of deed demanded by an order to end something: "block", "lock down", "shut"."""
_LEAVE = frozenset({WITHDRAW, SHUT_DOWN})
"""Kinds of leaving: whoever shuts their own business withdraws."""
_POSSESSIVE = re.compile(r"['’]s$|s['’]$")
_MANY = GENERIC | {PUBLISH, MEET, AID, AGREE, LAUNCH, WIN}
"""Kinds whose nouns may refer to many things in one article: reports, meetings, deals."""
_DETERMINER = 12
"""Characters before a phrase that are searched for its determiner, which the record may leave out."""
TOPIC = "topic_noun"
"""The reason for keeping back a noun for a deed that is not reported elsewhere."""
_INCOMPLETE = "incomplete"
_NOBODY = "nobody"
_NOUN_REASONS = frozenset({TOPIC, MENTION, _INCOMPLETE, _NOBODY})
"""Reasons for keeping back a noun that mean nothing else is wrong with it."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Groups of positions, the verdicts that explain the merges, and the positions of nouns for a recorded deed."""

    groups: Groups
    verdicts: Shelf[Verdict]
    nouns: frozenset[int]


def folded(
    groups: Sequence[Sequence[int]],
    items: Sequence[Reported],
    articles: Sequence[Article],
    judged: frozenset[int] = frozenset(),
) -> Folded:
    """`groups`, merged if they are the same event; positions in `judged`, on which a person decided, are not moved."""
    work = _Work(groups, items, articles, judged)
    verdicts = Shelf(Verdict, chain(work.joined_contents(), work.joined_plans()))
    nouns = dict(work.nouns())
    for noun, deed in nouns.items():
        verdicts.add(_verdict(noun, deed, BY_NOUN, "a definite noun for this deed"))
    homes = np.fromiter(map(work.home, range(len(items))), np.uint32, len(items))
    for noun, deed in nouns.items():
        homes[noun] = work.home(deed)
    _, first, number = np.unique(homes, return_index=True, return_inverse=True)
    return Folded(Groups.under(first[number.reshape(-1)].astype(np.uint32)), verdicts, frozenset(nouns))


def _verdict(left: int, right: int, rule: str, reason: str) -> Verdict:
    one, two = sorted((left, right))
    return Verdict(one, two, "same", 1.0, (Feature("content", 1.0, reason),), rule)


class _Work:
    """Groups in the process of merging, identified by number."""

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        items: Sequence[Reported],
        articles: Sequence[Article],
        judged: frozenset[int],
    ) -> None:
        self.groups, self.items, self.articles = groups, items, articles
        self.judged = judged
        self.group_of = numbered(groups)
        self.forest = UnionFind(len(groups))
        self.recorded: list[int] = []
        self.done: set[int] = set()
        self.ahead: set[int] = set()
        self.definite: list[int] = []
        self.pairs: list[tuple[int, int]] = []
        for _, reports in groupby(enumerate(items), key=lambda pair: pair[1].article):
            self._note(list(reports))

    def _note(self, reports: Sequence[tuple[int, Reported]]) -> None:
        """Note of the reports of one article what the steps ask for."""
        for number, item in reports:
            action = item.local.action
            if action.recorded:
                self.recorded.append(number)
                if is_asserted(action):
                    self.done.add(number)
                if action.modality in AHEAD and action.polarity != "negative":
                    self.ahead.add(number)
            elif number not in self.judged and self._is_noun(item.local):
                self.definite.append(number)
        self.pairs += self._pairs(reports)

    def home(self, item: int) -> int:
        """The number of the merged group that contains `item`."""
        return self.forest.root(self.group_of[item])

    def joined_contents(self) -> Iterator[Verdict]:
        """Merge deeds only ordered, demanded or decided with the order, demand or decision; yields the verdicts."""
        above: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for below, over in self.pairs:
            above[self.group_of[below]].append((below, over))
        for number in sorted(above):
            if any(item in self.done for item in self.groups[number]):
                continue
            pairs = above[number]
            directing = [pair for pair in pairs if self.items[pair[1]].kind in DIRECTING]
            agents = {iri for _, over in directing for iri in self.items[over].agents}
            one = len({self.group_of[over] for _, over in pairs}) == 1
            for below, over in pairs:
                told = one or (below, over) in directing or self.items[over].agents & agents
                if told and self.forest.join(self.group_of[below], self.group_of[over]):
                    yield _verdict(below, over, BY_CONTENT, "one orders, demands or decides the other")

    def _pairs(self, reports: Sequence[tuple[int, Reported]]) -> Iterator[tuple[int, int]]:
        """Pairs of a recorded deed and the recorded directive, demand or decision above it in the same sentence."""
        place = {item.local.ref.local: number for number, item in reports}
        for number, item in reports:
            action = item.local.action
            over = place.get(action.under) if action.under else None
            if over is None or number not in self.ahead:
                continue
            above = self.items[over]
            if number in self.judged or over in self.judged:
                continue
            if not above.local.action.recorded or above.polarity == "negative" or item.sentence != above.sentence:
                continue
            own = above.kind != DECIDE or bool(item.agents & above.agents)
            told_to = above.kind == NOTIFY and action.modality == "ordered"  # "informed them to block it"
            if (above.kind in _ABOUT_ANOTHER or told_to) and own:
                yield number, over

    def joined_plans(self) -> Iterator[Verdict]:
        """Merge different words for what an actor orders to end or plans to leave, if no article says it was done."""
        open_: dict[tuple[str, int, str, str], int] = {}
        undone = [number for number, group in enumerate(self.groups) if not any(item in self.done for item in group)]
        over = dict(self.pairs)
        for number in undone:
            for item in self.groups[number]:
                if item not in self.ahead:
                    continue
                report = self.items[item]
                doers = report.agents & report.named
                above = over.get(item)
                bosses = doers | (self.items[above].agents if above is not None else frozenset())
                keys = [
                    ("halt", report.matter, boss, target)
                    for boss in sorted(bosses)
                    for target in sorted((report.patients & report.named) or report.touched)
                    if report.kind in _HALT and boss != target
                ]
                keys += [("leave", report.article, doer, "") for doer in sorted(doers) if report.kind in _LEAVE]
                for key in keys:
                    first = open_.setdefault(key, item)
                    one = self.items[first]
                    if {report.kind, one.kind} == {SHUT_DOWN} and key[0] == "leave":
                        continue  # closing two shops is two deeds
                    if one.article == report.article and one.date and report.date and one.date != report.date:
                        continue  # one article knows which is for which day
                    if self.forest.join(self.group_of[first], number):
                        yield _verdict(first, item, BY_CONTENT, "told as planned or ordered, in other words")

    def nouns(self) -> Iterator[tuple[int, int]]:
        """Definite nouns that are kept back, each with the only recorded deed of its article that it can refer to."""
        told: dict[int, dict[int, int]] = defaultdict(dict)  # article -> group -> its first recorded report
        kinds: dict[int, set[str]] = defaultdict(set)
        taking: dict[int, set[str]] = defaultdict(set)
        told_in: dict[int, set[str]] = defaultdict(set)
        for number in self.recorded:
            item, home = self.items[number], self.home(number)
            told[item.article].setdefault(home, number)
            kinds[home].add(item.local.action.type)
            told_in[home] |= facets(item.lemma, item.kind)
            taking[home] |= item.agents | item.patients | item.touched
        for number in self.definite:
            item = self.items[number]
            kind = item.local.action.type
            here, own = told[item.article], self.home(number)
            parties = item.agents | item.patients
            words = facets(item.lemma, None)  # a kind is shared by many deeds
            meant = [
                home
                for home in here
                if kind in kinds[home]
                and parties <= taking[home]
                and (kind in _COMMANDS or not words.isdisjoint(told_in[home]))
            ]
            if own in here or len(meant) == 1:
                yield number, here[own if own in here else meant[0]]

    def _is_noun(self, local: LocalAction) -> bool:
        """Whether a report is a definite noun phrase for a deed: "the ban", "this move", "the ministry's order"."""
        action = local.action
        if action.recorded or action.kept_back not in _NOUN_REASONS or action.type in _MANY:
            return False
        if not action.rule.startswith(("noun", "light")) or not action.trigger:
            return False
        phrase = (
            action.wording.completion if action.wording and action.wording.voice == "noun" else ()
        ) or action.trigger
        text, start = self.articles[local.article].text, min(phrase[0][0], action.trigger[0][0])
        before = text[max(0, start - _DETERMINER) : start].split()[-1:]
        words = [*before, *text[start : action.trigger[-1][0]].split()]
        definite = word_set("definite_opening")
        if any(word.casefold() in word_set("tells_another") for word in words):
            return False
        if is_plural(text[slice(*action.trigger[-1])]):
            definite = definite - word_set("singular_determiner")  # "says that talks have begun"
        return any(word.casefold() in definite or _POSSESSIVE.search(word) for word in words[:2])
