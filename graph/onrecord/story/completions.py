"""The words that complete the verb of a report, in the order in which they follow the verb, with the date in place."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Ref, Spans
from onrecord.story import clause_parts as grammar
from onrecord.story.index import Index
from onrecord.story.restrictions import completing
from onrecord.story.wording import words as reworded
from onrecord.word_sets import word_set

_SHORT = 6
"""Most words behind a verb that leave no doubt that a date behind them belongs to it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a clause is about."""

    names: str | None
    plural: bool = False
    iris: frozenset[str] = frozenset()
    role: str = ""
    """"agent", "patient", or "" if it is neither."""


def completion(look: Index, ref: Ref, about: Subject, without: Spans = (), *, behind: int = 0) -> str:
    """The words that complete the verb, except the spans `without` and everything before the character `behind`."""
    words_of = _in_order(look, ref)
    told = tuple((max(start, behind), end) for start, end in words_of if end > behind or end <= _first(look, ref))
    spans = [part for span in told for part in _minus(span, without)]
    words = reworded(look, ref.article, tuple(spans), about.iris)
    for span in spans:
        if span[1] <= _first(look, ref):  # it may be capitalised as the start of a sentence, which it no longer is
            printed = reworded(look, ref.article, (span,), about.iris)
            words = words.replace(printed, grammar.uncapital(look, ref.article, span, about.iris), 1)
    particle = look.actions[ref].lemma.partition(" ")[2]
    own = grammar.wording(look.actions[ref]).group
    if words.casefold().startswith(("this ", "these ", "those ")):
        words = grammar.pointed(words)
    return words if own or not particle else words.removeprefix(particle).lstrip()


def _first(look: Index, ref: Ref) -> int:
    """The offset of the first character of the subject or verb."""
    wording = grammar.wording(look.actions[ref])
    return min((start for start, _ in (*wording.subject, *wording.group)), default=0)


def _in_order(look: Index, ref: Ref) -> Spans:
    """The words that complete the verb, in order; an object that precedes the clause is moved after its verb."""
    spans, first = completing(look, ref), _first(look, ref)
    before = [span for span in spans if span[1] <= first]
    behind = [span for span in spans if span[1] > first]
    # "the firm with which": put the preposition first
    before.sort(key=lambda span: look.words(ref.article, (span,)).casefold() not in word_set("links_object"))
    trigger = max((end for _, end in look.actions[ref].trigger), default=0)
    for place, (start, end) in enumerate(behind):
        after = look.text(ref.article)[trigger:end].split()
        if before and after and after[0].endswith("ing"):
            trigger = look.text(ref.article).index(after[0], trigger) + len(after[0])  # "risk breaking the treaty"
        if before and start < trigger <= end:
            rest = [(trigger, end)] if trigger < end else []
            return (*behind[:place], (start, trigger), *before, *rest, *behind[place + 1 :])
    return (*before, *behind)


def with_date(look: Index, ref: Ref, about: Subject, date: str) -> tuple[str, ...]:
    """The completion with the date where the text has it, such as after the object and before a purpose."""
    spans = _in_order(look, ref)
    under = below(look, ref)
    span = look.actions[ref].date_span or (look.actions[under].date_span if under is not None else None)
    at = span[0] if date and span is not None else None
    before = tuple(span for span in spans if at is None or span[1] <= at)
    if not date or not before or len(before) == len(spans):
        return completion(look, ref, about), date
    return (
        reworded(look, ref.article, before, about.iris),
        date,
        reworded(look, ref.article, spans[len(before) :], about.iris),
    )


def is_dated_first(look: Index, ref: Ref) -> bool:
    """Whether the label has its date first: the text does, and behind a long completion it would date the wrong deed.

    "On 4 May it ordered the firm to erase the files it had copied" does not say when they were copied.
    """
    report = look.actions[ref]
    wording = report.wording
    if report.date_span is None or wording is None or not wording.group or report.date_span[1] > wording.group[0][0]:
        return False
    return len(look.words(ref.article, wording.completion).split()) > _SHORT


def _minus(span: tuple[int, int], without: Spans) -> list[tuple[int, int]]:
    for start, end in without:
        if span[0] <= start and end <= span[1]:
            return [part for part in ((span[0], start), (end, span[1])) if part[0] < part[1]]
    return [span]


def below(look: Index, ref: Ref) -> Ref | None:
    """The deed under the one at `ref` that its clause can include: the first one named in the same sentence."""
    triggers = look.actions[ref].trigger
    for other in look.under.get(ref, ()) if triggers else ():
        found = look.actions[other].trigger
        if found and look.sentence(ref.article, found[0][0]) == look.sentence(ref.article, triggers[0][0]):
            return other
    return None
