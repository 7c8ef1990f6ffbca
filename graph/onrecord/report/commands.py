"""The section on the chain of a command: who directed, who ordered, who is to carry it out, as each article says."""

from __future__ import annotations

from collections import defaultdict

from onrecord.action_kinds import NOTIFY, ORDER, REQUEST
from onrecord.model import Action, Ref, StoryAction
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.spans import words_of

_TELLS = frozenset({ORDER, REQUEST, NOTIFY})
"""Kinds of reports in which an order is given; of other kinds only what is done on a directive is shown."""
_ROWS = 12
"""Most rows, so that the table fits on a page."""

Roles = tuple[str, str, str]
"""Names of those who direct, of those who order, of those who are to carry it out."""


def section(part: Part) -> Section:
    """One row for each different set of roles, the commands that most articles report first.

    The question `who-ordered-what` has the same rows; no two roles are joined that no sentence joins.
    """
    rows: list[tuple[Line, ...]] = []
    for item in sorted(part.actions(), key=lambda one: (-len({ref.article for ref in part.here(one.refs)}), one.iri)):
        found: dict[Roles, list[Ref]] = defaultdict(list)
        for ref in part.here(item.refs):
            roles = _roles(part, item, ref)
            if roles[0] or roles[1]:
                found[roles].append(ref)
        rows += [
            (*(Line(words, ()) for words in (*roles, _deed(part, refs[0]))), _told_by(part, refs))
            for roles, refs in sorted(found.items())
        ]
    columns = ("Directed by", "Ordered by", "To carry it out", "In the words", "Of")
    return Section("Who directs, orders, carries out", columns=columns if rows else (), rows=tuple(rows[:_ROWS]))


def _roles(part: Part, item: StoryAction, ref: Ref) -> Roles:
    """The three roles of a report; empty if it is no command."""
    report, look = part.look.actions[ref], part.look
    same = report.type == item.type
    directed = _names(part, ref, report.directors)
    given = report.type in _TELLS and item.type == ORDER
    within = report.under is not None and look.homes.get(Ref(ref.article, report.under)) == item.iri
    if within or not report.recorded or report.polarity == "negative" or report.modality != "asserted":
        return "", "", ""
    if not directed and not given and not (same and report.type == ORDER):
        return "", "", ""
    agents = _names(part, ref, report.agents)
    return (directed, agents, _executors(part, ref, report)) if report.type in _TELLS else (directed, "", agents)


def _executors(part: Part, ref: Ref, report: Action) -> str:
    """Those who are to do what is ordered, else those who are told to, else the words for them."""
    look = part.look
    below = [one for one in look.under.get(ref, ()) if look.actions[one].modality == "ordered"]
    doers = {key for one in below for key in look.actions[one].agents} - {*report.agents}
    undergo = {key for one in below for key in look.actions[one].patients}
    told = [key for key in report.patients if key not in undergo]
    words = look.words(ref.article, report.patient_spans) if not report.patients else ""
    return _names(part, ref, sorted(doers)) or _names(part, ref, told) or words


def _names(part: Part, ref: Ref, keys: tuple[str, ...] | list[str]) -> str:
    return ", ".join(part.look.named(ref.article, keys))


def _deed(part: Part, ref: Ref) -> str:
    """The words for the deed as printed, with what is between them left out."""
    return f"“{words_of(part.look.text(ref.article), part.look.actions[ref].trigger, ' … ', exact=True)}”"


def _told_by(part: Part, refs: list[Ref]) -> Line:
    outlets = dict.fromkeys(part.sources.outlet(ref.article) for ref in refs)
    return Line("; ".join(outlets), part.sources.cite(refs))
