"""Which reports and printings are published: those that make a line which a reader understands without the article.

The readings keep everything that was found. Graph, tables, page and report show only what this module marks, so they
leave out the same. It is decided once, when the story is resolved, from the names of the story and the words of the
one article, so that another article that is added takes no line away.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from operator import is_

from onrecord.at_hand import known_words
from onrecord.model import Action, Analysis, Ref, Shown, Statement, Story
from onrecord.shelf import after
from onrecord.story import bracketed, deed_lines, deed_words, labels, quotations, statement_labels
from onrecord.story.asserted import LINES, NO_CLAUSE
from onrecord.story.index import Index, once_an_index
from onrecord.story.pages import put_aside

LINE: Shown = "line"
SENTENCE: Shown = "sentence"
FURTHER: Shown = "further"
READING: Shown = "reading"


def marked(story: Story, look: Index) -> Story:
    """`story` with reports that make no clause kept back, and every report and printing marked by what shows it.

    "line" if its clause makes a line of its own, "sentence" if its sentence does, "further" if it is a further account
    of what another's line tells, else "reading": it then stands in the readings alone. `look` is that of the part of
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
        statements += sum(one.recorded and one.shown == READING for one in item.statements)
        reports += sum(one.recorded and one.shown == READING for one in item.actions)
    return statements, reports


def _alone(analysis: Analysis, look: Index) -> Analysis:
    """The analysis with what makes no line of its own marked as standing in the readings alone."""
    key = analysis.article.id
    statements = tuple(
        replace(item, shown=_how(look, Ref(key, item.id)) if item.recorded else READING) for item in analysis.statements
    )
    clear = {None, *(item.id for item in statements if item.shown in LINES)}
    actions = [_deed(look, Ref(key, item.id), item, told=item.within in clear) for item in analysis.actions]
    told = {look.sentence(key, item.trigger[0][0]) for item in actions if item.shown == LINE}
    for place, item in enumerate(actions):
        ref = Ref(key, item.id)
        if item.shown == READING and item.recorded and item.within in clear and ref in look.actions:
            span = look.sentence(key, item.trigger[0][0])
            if span not in told and quotations.can_be_quoted(look, ref):
                told.add(span)
                actions[place] = replace(item, shown=SENTENCE)
    return replace(analysis, statements=statements, actions=tuple(actions))


def _how(look: Index, ref: Ref) -> Shown:
    """How the printing at `ref` is shown if none else of the same statement is."""
    item = look.statements.get(ref)
    if item is None or _is_bare(look, ref) or (item.source and not bracketed.is_sure_of_speaker(look, ref)):
        return READING
    if is_clear_statement(look, ref):
        return LINE
    quoted = quotations.spoken(look, ref)
    named = look.named(ref.article, item.speakers)
    return SENTENCE if any(name.split()[-1] in quoted for name in named) else READING


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
        replace(item, shown=FURTHER) if item.shown == READING and item.iri in told else item
        for item in analysis.statements
    )
    return replace(analysis, actions=actions, statements=statements)


@once_an_index
def is_clear_deed(look: Index, ref: Ref) -> bool:
    """Whether the clause for the report at `ref` tells a deed that a reader of the clause alone understands."""
    label = labels.action(look, ref)
    topics = _topics(look, ref.article)
    return (
        deed_lines.is_report(look, ref)
        and bracketed.is_sure_of_doers(look, ref)
        and deed_lines.is_worth_telling(look, ref)
        and deed_words.says_who(look, ref, label)
        and not deed_lines.names_again(look, ref, labels.plain(look, ref))
        and deed_lines.is_whole(look, ref, label)
        and not deed_words.points_back(look, ref, topics, label)
    )


@once_an_index
def is_clear_statement(look: Index, ref: Ref) -> bool:
    """Whether the label of the printing at `ref` says by whom and what, without its article."""
    return not statement_labels.is_open(look, ref)


def _is_bare(look: Index, ref: Ref) -> bool:
    """Whether a headline has a bare noun for who said it: "Union says company was warned"; the text has the name."""
    item = look.statements[ref]
    actors = (look.actors.get(Ref(ref.article, key)) for key in item.speakers)
    if any(one is not None and one.named for one in actors):
        return False
    start = min((low for low, _ in (*item.content, *item.cue)), default=-1)
    return any(one.kind == "headline" and one.start <= start < one.end for one in look.analyses[ref.article].passages)


@once_an_index
def _topics(look: Index, article: str) -> frozenset[str]:
    return deed_words.topics(look, (article,))
