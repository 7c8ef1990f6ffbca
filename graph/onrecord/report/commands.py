"""The section on the chain of a command: who directed, who ordered, who is to carry it out, as each article says."""

from __future__ import annotations

from collections import defaultdict

from onrecord.action_kinds import NOTIFY, ORDER, REQUEST
from onrecord.model import Ref, StoryAction
from onrecord.punctuation import MAY_CLOSE
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import bracketed
from onrecord.story.asserted import QUOTED
from onrecord.story.index import Index
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_TELLS = frozenset({ORDER, REQUEST, NOTIFY})
"""Kinds of reports in which an order is given; of other kinds only what is done on a directive is shown."""

_SELLER = "from"
"""What stands before whoever sells what is ordered."""
_CLOSING = ".!?,"
"""What ends a sentence, and is left out of the words quoted."""

Roles = tuple[str, str, str]
"""Names of those who direct, of those who order, of those who are to carry it out."""


def section(part: Part) -> Section:
    """One row for each different set of roles, the commands that most articles report first.

    They are the rows of the question `who-ordered-what`, with the reports of an action that name the same roles in one
    row and several names for a role in one cell; no two roles are joined that no sentence joins.
    """
    rows: list[tuple[Line, ...]] = []
    for item in sorted(part.actions(), key=lambda one: (-len({ref.article for ref in part.here(one.refs)}), one.iri)):
        found: dict[Roles, list[Ref]] = defaultdict(list)
        for ref in part.here(item.refs):
            roles = _roles(part, item, ref) if _is_published(part, ref) else ("", "", "")
            if roles[0] or roles[1]:
                found[roles].append(ref)
        rows += [
            (*(Line(words, ()) for words in (*roles, _deed(part, item, refs[0]))), _told_by(part, refs))
            for roles, refs in sorted(found.items())
        ]
    columns = ("Directed by", "Ordered by", "To carry it out", "In the words", "Of")
    return Section("Who directs, orders, carries out", columns=columns if rows else (), rows=tuple(rows))


def _is_published(part: Part, ref: Ref) -> bool:
    """Whether graph and tables have the report too: not what stands within a statement of which only this one tells."""
    said = part.look.statements.get(Ref(ref.article, part.look.actions[ref].within or ""))
    return said is None or said.shown != QUOTED


def _roles(part: Part, item: StoryAction, ref: Ref) -> Roles:
    """The three roles of a report; empty if it is no command, or none that was given."""
    report, look = part.look.actions[ref], part.look
    directed = _names(part, ref, report.directors)
    bought = report.type == ORDER and not _below(part, item, ref) and _is_bought(part, ref)
    within = report.under is not None and look.homes.get(Ref(ref.article, report.under)) == item.iri
    given = report.recorded and report.polarity == "positive" and report.modality == "asserted"
    if bought or within or not given or not (directed or (item.type == ORDER and report.type in _TELLS)):
        return "", "", ""
    agents = _names(part, ref, report.agents)
    return (directed, agents, _executors(part, item, ref)) if report.type in _TELLS else (directed, "", agents)


def _is_bought(part: Part, ref: Ref) -> bool:
    """Whether an order is one for wares: "ordered turbines from a maker" commands nobody."""
    text = part.look.text(ref.article)
    ends = [high for _, high in part.look.actions[ref].patient_spans]
    return any(text[end:].split(maxsplit=1)[:1] == [_SELLER] for end in ends)


def _executors(part: Part, item: StoryAction, ref: Ref) -> str:
    """Those who are to do what the sentence orders, else those who are told to, else the words for them.

    Without anything below the order its words are for the deed: in "ordered the closure" nobody is told to.
    """
    look, report = part.look, part.look.actions[ref]
    below = [look.actions[one] for one in _below(part, item, ref)]
    ordered = [one for one in below if one.modality == "ordered"]
    doers = {key for one in ordered for key in one.agents} - {*report.agents}
    undergo = {key for one in below for key in one.patients}
    told = [key for key in report.patients if key not in undergo]
    words = look.words(ref.article, report.patient_spans) if ordered and not report.patients else ""
    return _names(part, ref, sorted(doers)) or _names(part, ref, told) or words


def _below(part: Part, item: StoryAction, ref: Ref) -> list[Ref]:
    """What the reports of an action order in the sentence of one of them."""
    look = part.look
    sentence = _sentence(part, ref)
    orders = (one for one in item.refs if one.article == ref.article)
    return [one for order in orders for one in look.under.get(order, ()) if _sentence(part, one) == sentence]


def _sentence(part: Part, ref: Ref) -> tuple[int, int]:
    return part.look.sentence(ref.article, part.look.actions[ref].trigger[0][0])


def _names(part: Part, ref: Ref, keys: tuple[str, ...] | list[str]) -> str:
    return ", ".join(part.look.named(ref.article, keys))


def _deed(part: Part, item: StoryAction, ref: Ref) -> str:
    """The words of the sentence for what is ordered or done, from the deed, or what it is done to, to the last of it.

    An order of which the report tells only who is to carry it out is quoted to the end of its sentence, one that is
    told in a quotation to the end of that.
    """
    look, report = part.look, part.look.actions[ref]
    below = [look.actions[one] for one in _below(part, item, ref)]
    first, end = _sentence(part, ref)
    spans = [*report.trigger, *report.patient_spans]
    spans += [span for one in below for span in (*one.trigger, *one.patient_spans)]
    within = [span for span in spans if first <= span[0] < end]
    start, last = min(low for low, _ in within), max(high for _, high in within)
    tells = bool(below) or (bool(report.patient_spans) and not report.patients)
    done_to = last > report.trigger[-1][1] or start < report.trigger[0][0]
    if not (tells or (done_to and report.type not in _TELLS)):
        quoted = (high for low, high in bracketed.quoted(look, ref.article) if low <= start and last <= high)
        last = min([end, *(high - (look.text(ref.article)[high - 1] in MAY_CLOSE) for high in quoted)])
    last = max(
        last, _end_of_clause(look, ref, last, min([end, *(low for low, _ in report.directive_spans if low >= last)]))
    )
    return f"“{look.words(ref.article, ((start, last),)).rstrip(_CLOSING)}”"


def _end_of_clause(look: Index, ref: Ref, last: int, end: int) -> int:
    """Where the phrases that go on behind `last` end: "to bring its machines" is not yet "to a standstill"."""
    text = look.text(ref.article)
    found = word_pattern("goes_on_in_clause").match(text, last, end)
    tail = text[last : found.end()].rstrip() if found else ""
    left_open = word_set("phrase_preposition") | word_set("determiner")
    while tail and (word := tail.split()[-1]).casefold() in left_open:  # what follows it is none of the order's
        tail = tail.removesuffix(word).rstrip()
    return last + len(tail)


def _told_by(part: Part, refs: list[Ref]) -> Line:
    outlets = dict.fromkeys(part.sources.outlet(ref.article) for ref in refs)
    return Line("; ".join(outlets), part.sources.cite(refs))
