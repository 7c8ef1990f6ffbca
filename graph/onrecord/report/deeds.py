"""The deeds of a report: those that make a line of their own, each as one article tells it, with who tells the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from onrecord.action_kinds import SAY
from onrecord.model import Place, Ref, Span, StoryAction
from onrecord.report.part import Part
from onrecord.story import deed_lines, deed_words, labels
from onrecord.story.asserted import MENTION, is_asserted
from onrecord.value_groups import SUPPOSED, THOUGHT_OF

_QUOTES_NOTHING = re.compile(r"[“”\"„«»]")
_LONGEST = 240
"""Most characters of a sentence that stands for a deed of which no clause can be made."""


def lines(part: Part) -> tuple[StoryAction, ...]:
    """The actions that make lines, the most important first, each with the label and date of the report shown.

    Refs, support and origins are those of reports that tell the same deed of the same people. A deed that stands in
    the words of another one's line, or whose line is another one's, makes none.
    """
    topics = deed_words.topics(part.look, part.keys)
    found: list[StoryAction] = []
    shown: set[str] = set()
    for item in part.actions():
        told = next(_told(part, item, topics), None)
        if told is not None and told.label not in shown:
            shown.add(told.label)
            found.append(told)
    chiefs = {item.chief for item in found}
    found = [item for item in found if not _is_part(part, item, chiefs)]
    clauses = {_sentence(part, item) for item in found if not _is_quoted(item)}
    return tuple(item for item in found if not _is_quoted(item) or _sentence(part, item) not in clauses)


def _is_quoted(item: StoryAction) -> bool:
    """Whether the line of a deed is its sentence."""
    return item.label.startswith("“")


def _sentence(part: Part, item: StoryAction) -> Place:
    ref = item.chief or item.refs[0]
    return Place(ref.article, *part.look.sentence(ref.article, part.look.actions[ref].trigger[0][0]))


def _told(part: Part, item: StoryAction, topics: Collection[str]) -> Iterator[StoryAction]:
    """The action as each report that makes a line tells it, the chief one first."""
    if item.type == SAY:
        return
    first = item.chief or item.refs[0]
    firm = is_asserted(part.look.actions[first])
    for ref in (first, *(ref for ref in part.here(item.support or item.refs) if ref != first)):
        report = part.look.actions[ref]
        if not report.recorded or is_asserted(report) != firm or not deed_lines.is_deed(part.look, ref):
            continue
        words = _words(part, ref, topics)
        if words:
            yield _as_in(part, item, ref, words)


def is_clear(part: Part, ref: Ref) -> bool:
    """Whether the clause for the report at `ref` makes a line of its own, whatever the story is on."""
    label = labels.own(part.look, ref)
    return deed_lines.is_deed(part.look, ref) and _is_clear(part, ref, label, frozenset())


def _is_clear(part: Part, ref: Ref, label: str, topics: Collection[str]) -> bool:
    whole = deed_lines.is_whole(part.look, ref, label)
    return whole and not deed_words.points_back(part.look, ref, topics, label)


def _words(part: Part, ref: Ref, topics: Collection[str]) -> str:
    """The clause for a report, or its sentence in quotation marks; empty if neither can stand alone."""
    look = part.look
    label = labels.own(look, ref)
    if not deed_words.says_who(look, ref, label):
        return ""
    if _is_clear(part, ref, label, topics):
        return label
    start, end = look.sentence(ref.article, look.actions[ref].trigger[0][0])
    sentence = look.words(ref.article, ((start, end),))
    return f"“{sentence}”" if _stands_alone(part, ref, (start, end), sentence, topics) else ""


def _stands_alone(part: Part, ref: Ref, span: Span, sentence: str, topics: Collection[str]) -> bool:
    if len(sentence) > _LONGEST or _QUOTES_NOTHING.search(sentence) or not deed_lines.has_clause(part.look, ref):
        return False
    return not deed_words.is_open_sentence(part.look, ref.article, span, topics)


def _as_in(part: Part, item: StoryAction, ref: Ref, words: str) -> StoryAction:
    report = part.look.actions[ref]
    same = tuple(one for one in part.here(item.refs) if one == ref or _tells_same(part, one, ref))
    backing = tuple(one for one in same if one in item.support) or (ref,)
    known = {one.iri: {*one.refs} for one in part.story.origins if one.iri in item.origins}
    origins = tuple(iri for iri in item.origins if not known.get(iri, set()).isdisjoint(backing))
    days = item.dates if ref == (item.chief or item.refs[0]) else (report.date,) if report.date else ()
    return replace(
        item, chief=ref, label=words, refs=same, support=backing, origins=origins or item.origins, dates=days
    )


def _tells_same(part: Part, one: Ref, two: Ref) -> bool:
    """Whether two reports tell of a deed of one kind, of the same people as far as both say whose it was."""
    left, right = part.look.actions[one], part.look.actions[two]
    if MENTION in (left.kept_back, right.kept_back) or left.type != right.type:
        return False
    sides = [{*part.look.owners(ref.article, (*it.agents, *it.patients))} for ref, it in ((one, left), (two, right))]
    return not sides[0].isdisjoint(sides[1])


def _is_part(part: Part, item: StoryAction, shown: Collection[Ref | None]) -> bool:
    """Whether a deed is told in the line of the one above it: what was agreed to, ordered or planned."""
    ref = item.chief or item.refs[0]
    above = part.look.actions[ref].under
    return above is not None and Ref(ref.article, above) in shown


def is_ahead(part: Part, item: StoryAction) -> bool:
    """Whether a deed was not done yet, or perhaps never, when its report was written."""
    report = part.look.actions[item.chief or item.refs[0]]
    return report.modality in THOUGHT_OF | SUPPOSED


def names_several(part: Part, item: StoryAction) -> bool:
    """Whether the report of a deed names its doer, and somebody or something else with a name."""
    return deed_words.names_several(part.look, item.chief or item.refs[0])


def without_day(part: Part, item: StoryAction, day: str) -> str:
    """The line of a deed that stands under `day`, which it then need not say; a sentence stays as it is."""
    ref = item.chief or item.refs[0]
    same = part.look.actions[ref].date == day
    return labels.undated(part.look, ref) if same and not _is_quoted(item) else item.label
