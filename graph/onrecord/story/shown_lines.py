"""Which reports and printings are published: those that make a line which a reader understands without the article.

The readings keep everything that was found. Graph, tables, page and report show only what this module marks, so they
leave out the same. It is decided once, when the story is resolved, from the names of the story and the words of the
one article, so that another article that is added takes no line away.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from operator import is_

from msgspec.structs import replace

from onrecord.at_hand import known_words
from onrecord.model import Action, Analysis, Ref, Shown, Span, Statement, Story
from onrecord.shelf import after
from onrecord.story import (
    bracketed,
    clear_statements,
    deed_lines,
    deed_words,
    excerpts,
    labels,
    quotations,
    relative_days,
    statement_labels,
    sure_descriptions,
)
from onrecord.story import clause_parts as grammar
from onrecord.story.asserted import HIDDEN, LINES, NO_CLAUSE, QUOTED, READING
from onrecord.story.index import Index, once_an_index
from onrecord.story.pages import put_aside

LINE: Shown = "line"
SENTENCE: Shown = "sentence"
FURTHER: Shown = "further"
_FEW = 6
"""Most words of a clause that says less than a lead does."""


def marked(story: Story, look: Index) -> Story:
    """`story` with reports that make no clause kept back, and every report and printing marked by what shows it.

    "line" if its clause makes a line of its own, "sentence" if its sentence does, "further" if it is a further account
    of what another's line tells, "quoted" if only a report, which shows sentences side by side, can quote it, else
    "reading": it then stands in the readings alone. `look` is that of the part of
    `story` on record: whoever has no place there has no name in a line either.
    """
    first = put_aside(_alone(item, look) for item in story.analyses)
    told = known_words(iri for item in first for iri in _told(item))
    return replace(story, analyses=after(Analysis, first, lambda item: _shown(item, told)))


def unmarked(analysis: Analysis) -> Analysis:
    """The analysis as if no run had marked it."""
    actions = tuple(item if item.shown == LINE else replace(item, shown=LINE) for item in analysis.actions)
    statements = tuple(item if item.shown == LINE else replace(item, shown=LINE) for item in analysis.statements)
    same = all(map(is_, actions, analysis.actions)) and all(map(is_, statements, analysis.statements))
    return analysis if same else replace(analysis, actions=actions, statements=statements)


def left_out(story: Story) -> tuple[int, int]:
    """How many of the statements and of the reports on record stand in the readings of a resolved `story` alone."""
    statements = reports = 0
    for item in story.analyses:
        statements += sum(one.recorded and one.shown in HIDDEN for one in item.statements)
        reports += sum(one.recorded and one.shown == READING for one in item.actions)
    return statements, reports


def _alone(analysis: Analysis, look: Index) -> Analysis:
    """The analysis with what makes no line of its own marked as standing in the readings alone."""
    key = analysis.article.id
    statements = _once(
        look,
        key,
        [
            replace(item, shown=_how(look, Ref(key, item.id)) if item.recorded else READING)
            for item in analysis.statements
        ],
    )
    clear = {None, *(item.id for item in statements if item.shown != READING)}
    actions = [_deed(look, Ref(key, item.id), item, told=item.within in clear) for item in analysis.actions]
    little = {item.id for item in actions if item.shown == LINE and _says_little(look, Ref(key, item.id), item)}
    told = {look.sentence(key, item.trigger[0][0]) for item in actions if item.shown == LINE and item.id not in little}
    for place, item in enumerate(actions):
        ref = Ref(key, item.id)
        hidden = item.shown == READING and item.recorded and item.within in clear and ref in look.actions
        if (hidden and not _is_of_those_who(look, ref, item)) or item.id in little:
            span = look.sentence(key, item.trigger[0][0])
            if span not in told and (quotations.is_lead(look, ref) or _can_be_quoted(look, ref)):
                told.add(span)
                actions[place] = replace(item, shown=SENTENCE)
    return replace(analysis, statements=statements, actions=tuple(actions))


def _is_of_those_who(look: Index, ref: Ref, report: Action) -> bool:
    """Whether somebody without a name does it in a relative clause: "those who had reported calls"."""
    named = any(look.actors[key].named for one in report.agents if (key := Ref(ref.article, one)) in look.actors)
    return not named and grammar.is_relative(look, ref, report.agent_spans)


def _says_little(look: Index, ref: Ref, report: Action) -> bool:
    """Whether a lead tells a deed of no kind, or in few words: "The airline stopped flying".

    It is news for what else the sentence tells.
    """
    if not quotations.is_lead(look, ref):
        return False
    return report.type in deed_lines.GENERIC or len(labels.plain(look, ref).split()) <= _FEW


def _can_be_quoted(look: Index, ref: Ref) -> bool:
    return quotations.can_be_quoted(look, ref) and quotations.is_clear(look, ref)


def _once(look: Index, article: str, items: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of an article; of those that quote one sentence the first, and none whose words a line has."""
    taken = {span for item in items if item.shown == LINE for span in _sentences(look, article, item)}
    found = []
    for item in items:
        if item.shown == SENTENCE:
            quoted = quotations.spoken_in(look, Ref(article, item.id))
            places = {quoted.places[-1]} if quoted is not None else set()
            if places & taken:
                found.append(replace(item, shown=QUOTED))
                continue
            taken |= places
        found.append(item)
    return tuple(found)


def _sentences(look: Index, article: str, item: Statement) -> list[Span]:
    return [
        unit for unit in excerpts.units_of(look, article) if any(unit[0] <= low < unit[1] for low, _ in item.content)
    ]


def _how(look: Index, ref: Ref) -> Shown:
    """How the printing at `ref` is shown if none else of the same statement is."""
    item = look.statements.get(ref)
    if item is None or _is_title(look, ref) or (item.source and not bracketed.is_sure_of_speaker(look, ref)):
        return READING
    if item.mode != "direct" and clear_statements.is_of_no_words(look, ref):
        return READING
    if is_clear_statement(look, ref):
        return LINE
    named = {name.split()[-1] for name in look.named(ref.article, item.speakers)}
    if any(name in quotations.spoken(look, ref) for name in named) or quotations.says_lead(look, ref):
        return SENTENCE
    reported = not statement_labels.is_open(look, ref) or any(name in quotations.reported(look, ref) for name in named)
    return QUOTED if reported else READING


def _deed(look: Index, ref: Ref, report: Action, *, told: bool) -> Action:
    """The report with its mark; `told` says whether what it stands within, if anything, makes a line."""
    if report.recorded and ref in look.actions:
        if not labels.makes_clause(look, ref):
            return replace(report, recorded=False, kept_back=NO_CLAUSE, shown=READING)
        if told and is_clear_deed(look, ref):
            return report
    return replace(report, shown=READING)


def _told(analysis: Analysis) -> Iterator[str]:
    """IRIs of what has a line in an article."""
    items: tuple[Action | Statement, ...] = (*analysis.actions, *analysis.statements)
    return (item.iri for item in items if item.iri and item.shown in LINES)


def _shown(analysis: Analysis, told: Container[str]) -> Analysis:
    actions = tuple(
        replace(item, shown=FURTHER) if item.shown == READING and item.iri in told else item
        for item in analysis.actions
    )
    statements = tuple(
        replace(item, shown=FURTHER) if item.shown in HIDDEN and item.iri in told else item
        for item in analysis.statements
    )
    return replace(analysis, actions=actions, statements=statements)


@once_an_index
def is_clear_deed(look: Index, ref: Ref) -> bool:
    """Whether the clause for the report at `ref` tells a deed that a reader of the clause alone understands."""
    if not (
        deed_lines.is_report(look, ref)
        and bracketed.is_sure_of_doers(look, ref)
        and sure_descriptions.are_sure(look, ref)
        and deed_lines.is_worth_telling(look, ref)
        and deed_lines.has_tense(look, ref)
        and deed_words.names_somebody(look, ref)
        and relative_days.is_dated_alone(look, ref)
    ):
        return False  # most reports: their labels need not be made
    label = labels.bare(look, ref)
    return (
        deed_words.says_who(look, ref, label)
        and not deed_lines.names_again(look, ref, labels.plain(look, ref))
        and deed_lines.is_whole(look, ref, label)
        and not deed_words.points_back(look, ref, _topics(look, ref.article), label)
    )


@once_an_index
def is_clear_statement(look: Index, ref: Ref) -> bool:
    """Whether the label of the printing at `ref` says by whom and what, without its article."""
    return clear_statements.is_clear(look, ref)


def _is_title(look: Index, ref: Ref) -> bool:
    """Whether a headline tells it, in fewer words than the text does: "Union: company warned"."""
    item = look.statements[ref]
    start = min((low for low, _ in (*item.content, *item.cue)), default=-1)
    return any(one.kind == "headline" and one.start <= start < one.end for one in look.analyses[ref.article].passages)


@once_an_index
def _topics(look: Index, article: str) -> frozenset[str]:
    return deed_words.topics(look, (article,))
