"""Contradictory amounts (sums of money, lengths of time) in reports of one deed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from onrecord.days import days_between
from onrecord.model import Disagreement, Place, Position, Ref, Story
from onrecord.story.figure_matching import FURTHER
from onrecord.story.index import Index
from onrecord.story.labels import plain
from onrecord.story.measured import rate_behind
from onrecord.story.occasions import article_day
from onrecord.story.positions import made, without
from onrecord.story.quantities import comparison
from onrecord.value_groups import is_nominal
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import in_order

_SCALES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9, "trillion": 12}
"""The power of ten for each word of magnitude."""
_NUMBERS = {word: value for value, word in enumerate(in_order("number_word"))}
_ASKED = {"sum_of_money": "How much money", "length_of_time": "How long"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money or a length of time as printed."""

    kind: str
    """"sum_of_money" or "length_of_time": the pattern that it is printed in."""
    unit: str
    value: Decimal
    exact_to: Decimal
    """The value of one unit in its last printed digit: "$2.1 billion" is exact to a hundred million."""
    comparison: str
    printed: str

    def excludes(self, other: Amount) -> bool:
        """Whether the two contradict each other, given how they are rounded."""
        if max(self.value, other.value) > FURTHER * min(self.value, other.value):
            return False  # they are of different things
        if self.unit != other.unit or abs(self.value - other.value) < max(self.exact_to, other.exact_to):
            return False
        for one, two in ((self, other), (other, self)):
            if one.comparison in ("over", "at_least") and two.value >= one.value:
                return False
            if one.comparison in ("under", "at_most") and two.value <= one.value:
                return False
            if one.comparison == "about" and abs(one.value - two.value) <= one.value / 10:
                return False
        return True


def of_deeds(story: Story, look: Index, group: dict[str, int]) -> Iterator[Disagreement]:
    """Disagreements on amounts of one action in different articles of one story."""
    for action in story.actions:
        given: dict[tuple[str, int], list[tuple[Amount, Ref]]] = defaultdict(list)
        for ref in action.refs:
            report = look.actions[ref]
            if report.under is None and report.polarity == "positive" and not is_nominal(report):
                for amount in amounts_of(look, ref):
                    given[amount.kind, group[ref.article]].append((amount, ref))
        for _, items in sorted(given.items()):
            pairs = combinations(items, 2)
            if any(one.excludes(two) and _at_one_time(look, left, right) for (one, left), (two, right) in pairs):
                yield _disagreement(story.base, look, action.iri, items)


def _at_one_time(look: Index, one: Ref, two: Ref) -> bool:
    """Whether two articles are so near in time that what they tell in like words was done once."""
    days = days_between(*(article_day(look.analyses[ref.article]) for ref in (one, two)))
    return one.article != two.article and (days is None or days <= _DAYS)


_DAYS = int(weights_of("judgements")["disputed.sums.days"])


def amounts_of(look: Index, ref: Ref) -> list[Amount]:
    """The amounts after a report's verb, without kinds of amount that its sentence has more than once."""
    report = look.actions[ref]
    if not report.trigger:
        return []
    start, end = look.sentence(ref.article, report.trigger[0][0])
    text = look.text(ref.article)
    found: dict[str, list[Amount]] = defaultdict(list)
    for kind in ("sum_of_money", "length_of_time"):
        for match in word_pattern(kind).finditer(text, start, end):
            amount = _amount(kind, text[start : match.start()], match, text[match.end() : end])
            behind = match.start() >= report.trigger[-1][1]
            found[kind] += [amount] if behind else [amount, amount]  # one before the verb is about something else
    return [items[0] for _, items in sorted(found.items()) if len(items) == 1]


def _amount(kind: str, before: str, match: re.Match[str], behind: str) -> Amount:
    """The amount that `match` prints; what it is for one of ("a year") belongs to its unit."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    number = parts.get("value") or parts.get("number") or parts.get("count") or parts.get("many") or ""
    digits = str(_NUMBERS.get(number.casefold(), number)).replace(",", "")
    zeros = _SCALES.get((parts.get("scale") or parts.get("size") or "").casefold(), 0)
    places = len(digits.partition(".")[2])
    unit = parts.get("sign") or parts.get("unit") or parts.get("span") or parts.get("currency", "").rstrip("s")
    how, _ = comparison(before)
    return Amount(
        kind,
        unit.casefold() + rate_behind(behind),
        Decimal(digits).scaleb(zeros),
        Decimal(1).scaleb(zeros - places),
        how,
        match[0].strip(),
    )


def _disagreement(root: str, look: Index, about: str, items: Sequence[tuple[Amount, Ref]]) -> Disagreement:
    positions: dict[str, list[Ref]] = defaultdict(list)
    for amount, ref in items:
        positions[amount.printed].append(ref)
    first = min(ref for _, ref in items)
    deed = plain(look, first)
    for amount, _ in items:
        deed = without(deed, amount.printed, rest=True)
        deed = re.sub(rf" {re.escape(amount.printed)}(?!\w|[.,]\d)", "", deed)
    label = f"{_ASKED[items[0][0].kind]}: {deed}"
    held = [
        Position(value, tuple(sorted(refs)), tuple(_place(look, ref) for ref in sorted(refs)))
        for value, refs in sorted(positions.items())
    ]
    return made(root, about, "number", label, held)


def _place(look: Index, ref: Ref) -> Place:
    return Place(ref.article, *look.sentence(ref.article, look.actions[ref].trigger[0][0]))
