"""The deeds of a report: those that make a line of their own, each as one article tells it, with who tells the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from onrecord.action_kinds import SAY
from onrecord.counts import counted
from onrecord.model import Place, Ref, StoryAction, StoryStatement
from onrecord.report.by_article import concerned
from onrecord.report.part import Part, once_a_part
from onrecord.story import bracketed, deed_lines, deed_words, excerpts, labels
from onrecord.story.asserted import MENTION, is_asserted
from onrecord.value_groups import NAMES, SUPPOSED, THOUGHT_OF


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed that makes a line."""

    item: StoryAction
    """Its label is a clause for the report shown, whose refs, support and origins tell the same of the same people."""
    words: str
    """What the line says: one or two sentences in quotation marks, or else the clause."""
    places: tuple[Place, ...] = ()
    """The sentences quoted; none if the line is a clause."""
    clause: str = ""
    """The clause for the report, if it says by itself what was done."""


def lines(part: Part) -> tuple[Deed, ...]:
    """The deeds that make lines, the most important first.

    One that stands in the words of another one's line, or whose line is another one's, makes none.
    """
    known = known_words(part)
    topics = deed_words.topics(part.look, part.keys)
    found: list[Deed] = []
    shown: set[str] = set()
    for item in part.actions():
        told = next(_told(part, item, topics, known), None)
        if told is not None and told.words not in shown:
            shown.add(told.words)
            found.append(told)
    chiefs = {one.item.chief for one in found if not one.places}
    return tuple(one for one in found if one.places or not _is_part(part, one.item, chiefs))


@once_a_part
def known_words(part: Part) -> frozenset[str]:
    """Words of which a whole sentence may speak without introducing what they mean."""
    return deed_words.common_words(part.look, part.keys)


def _told(part: Part, item: StoryAction, topics: Collection[str], known: frozenset[str]) -> Iterator[Deed]:
    """The action as each report that makes a line tells it, the chief one first."""
    if item.type == SAY:
        return
    first = item.chief or item.refs[0]
    firm = is_asserted(part.look.actions[first])
    for ref in (first, *(ref for ref in part.here(item.support or item.refs) if ref != first)):
        report = part.look.actions[ref]
        if not report.recorded or is_asserted(report) != firm or not deed_lines.is_deed(part.look, ref):
            continue
        clause = labels.own(part.look, ref)
        clause = clause if deed_words.says_who(part.look, ref, clause) else ""
        clear = clause if clause and _is_clear(part, ref, clause, topics) else ""
        quoted = excerpts.excerpt(part.look, (ref.article, report.trigger[0][0]), known)
        if quoted is not None and _tells(part, ref, quoted):
            places = tuple(Place(ref.article, *span) for span in quoted.places)
            yield Deed(_as_in(part, item, ref, clear or quoted.words), quoted.words, places, clear)
        elif clear and bracketed.is_sure_of_doers(part.look, ref):
            yield Deed(_as_in(part, item, ref, clear), clear, clause=clear)


def _tells(part: Part, ref: Ref, quoted: excerpts.Excerpt) -> bool:
    """Whether a report stands in a clause of its own, in a quotation that names somebody or says how much or when."""
    named = any(
        mention.form in NAMES for span in quoted.places for mention, _ in part.look.mentioned(ref.article, *span)
    )
    told = named or "[" in quoted.words or any(map(str.isdigit, quoted.words))
    return told and deed_lines.has_clause(part.look, ref)


def is_clear(part: Part, ref: Ref) -> bool:
    """Whether the clause for the report at `ref` makes a line of its own, whatever the story is on."""
    label = labels.own(part.look, ref)
    return deed_lines.is_deed(part.look, ref) and _is_clear(part, ref, label, frozenset())


def _is_clear(part: Part, ref: Ref, label: str, topics: Collection[str]) -> bool:
    whole = deed_lines.is_whole(part.look, ref, label)
    return whole and not deed_words.points_back(part.look, ref, topics, label)


def _as_in(part: Part, item: StoryAction, ref: Ref, words: str) -> StoryAction:
    report = part.look.actions[ref]
    same = tuple(one for one in part.here(item.refs) if one == ref or _tells_same(part, one, ref))
    backing = tuple(one for one in same if one in item.support) or (ref,)
    known = concerned(part.story).origins
    origins = tuple(iri for iri in item.origins if not known.get(iri, frozenset()).isdisjoint(backing))
    days = item.dates if ref == (item.chief or item.refs[0]) else (report.date,) if report.date else ()
    return replace(
        item, chief=ref, label=words, refs=same, support=backing, origins=origins or item.origins, dates=days
    )


def _tells_same(part: Part, one: Ref, two: Ref) -> bool:
    """Whether two reports tell of a deed of one kind, of the same people as far as both say whose it was.

    A report that it was not done tells something else: it is no article more for one that says that it was.
    """
    left, right = part.look.actions[one], part.look.actions[two]
    if MENTION in (left.kept_back, right.kept_back) or left.type != right.type or left.polarity != right.polarity:
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
    """The clause for a deed that stands under `day`, which it then need not say."""
    ref = item.chief or item.refs[0]
    return labels.undated(part.look, ref) if part.look.actions[ref].date == day else item.label


def support(part: Part, item: StoryAction | StoryStatement) -> str:
    """How many articles of the story support it, and how many origins these go back to."""
    refs = item.support if isinstance(item, StoryAction) and item.support else item.refs
    articles = len({ref.article for ref in part.here(refs)})
    return f"{counted(articles, 'article')}, {counted(len(part.origins(item)), 'origin')}"
