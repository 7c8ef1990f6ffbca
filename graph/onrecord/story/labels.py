"""Labels of actions and statements: clauses that a person would write, from canonical names and the text's own words.

A label is made from one report, the action's chief one (`reading.chief`), so that it says no more than one article has
written; if no article asserts the deed, the label names whoever says so.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Action, Ref, Story, StoryAction, StoryStatement
from onrecord.story import parts as grammar
from onrecord.story.asserted import is_asserted
from onrecord.story.clauses import Parts, clause, gerund, in_a_row, infinitive, opened, predicate
from onrecord.story.index import Index, index
from onrecord.story.spoken import said, speakers

_DEEP = 2
"""Deeds under deeds that a label follows: "confirmed that they were asked to shut it down"."""


def labelled(story: Story) -> Story:
    """`story` with the label of every action and statement."""
    look = index(story)
    return replace(
        story,
        actions=tuple(_action(item, look) for item in story.actions),
        statements=tuple(_statement(item, look) for item in story.statements),
    )


def _action(item: StoryAction, look: Index) -> StoryAction:
    ref = item.chief or item.refs[0]
    return replace(item, label=action(look, ref), predicate=short(look, ref))


def _statement(item: StoryStatement, look: Index) -> StoryStatement:
    return replace(item, label=said(look, item.chief or item.refs[0]))


def action(look: Index, ref: Ref) -> str:
    """The label that the report at `ref` gives its action."""
    if grammar.is_nominal(look.actions[ref]):
        words = _nominal(look, ref)
    else:
        found = _whole(look, ref, _DEEP)
        words = clause(replace(found, subject=None) if _orders_itself(look, ref) else found)
    return opened(f"{words}{_according(look, ref)}")


def plain(look: Index, ref: Ref) -> str:
    """The deed as a clause without its date and without who says so."""
    if grammar.is_nominal(look.actions[ref]):
        return _nominal(look, ref)
    return clause(replace(_whole(look, ref, _DEEP), when=""))


def asked(look: Index, ref: Ref, word: str) -> str:
    """The deed with `word` for its doer ("who shot the clerk"); an empty string if nothing is done to anything."""
    found = _whole(look, ref, _DEEP)
    if found.object is None and not found.complement:
        return ""
    return opened(clause(replace(found, subject=word, plural=False, when="", unaccusative=False)))


def _orders_itself(look: Index, ref: Ref) -> bool:
    """Whether who orders or demands is who does it: then somebody else is meant, who is not named."""
    report = look.actions[ref]
    over = look.actions.get(Ref(ref.article, report.under)) if report.under else None
    if over is None or report.modality not in ("ordered", "demanded"):
        return False
    return bool(set(look.owners(ref.article, over.agents)) & set(look.owners(ref.article, report.agents)))


def short(look: Index, ref: Ref) -> str:
    """Verb group and complement verb alone, without the actors: what a line between two of them is called."""
    report = look.actions[ref]
    if grammar.is_nominal(report):
        return look.words(ref.article, report.trigger)
    found = grammar.parts(look, ref)
    below = _below(look, ref)
    words = predicate(found)
    if below is not None and not grammar.is_nominal(look.actions[below]) and _is_infinitive(look, ref, below):
        return f"{words} to {look.actions[below].lemma}"
    return words


def _whole(look: Index, ref: Ref, depth: int) -> Parts:
    """The parts of a report with those of the deed under it as its complement."""
    found = grammar.parts(look, ref)
    below = _below(look, ref)
    if below is None or depth == 0:
        return found
    own, under = look.actions[ref], look.actions[below]
    if grammar.is_nominal(under):
        return found if found.object else replace(found, object=_nominal(look, below))
    shared = bool(
        set(look.owners(ref.article, own.patients)) & set(look.owners(ref.article, under.patients))
        or set(own.patient_spans) & set(under.patient_spans)
    )
    between = _stands_between(own, under)
    if shared and not between:  # the object belongs to the deed below: "decided to ban the service"
        found = replace(found, object=None, link="")
    undergone = shared and between and set(under.agents) <= set(own.agents)
    inner = _whole(look, below, depth - 1)
    if inner.when:
        found = replace(found, when="")
    if not _is_infinitive(look, ref, below):
        return replace(found, complement=_told(inner, gerundive=_printed(look, below).endswith("ing")))
    inner = replace(inner, subject=None)
    doers = grammar.participants(look, below, under.agents, under.agent_spans)
    if under.agents and not set(own.agents) & set(under.agents) and found.object is None:
        found = replace(found, object=in_a_row(doers))  # ordered somebody who is named as the doer of the deed below
    return replace(found, complement=infinitive(inner, passive=undergone))


def _told(inner: Parts, *, gerundive: bool) -> str:
    """A deed below that is no infinitive: a gerund, or a clause of its own."""
    if gerundive:
        return gerund(replace(inner, subject=None))
    return f"that {clause(inner)}" if inner.subject or inner.object else ""


def _stands_between(own: Action, under: Action) -> bool:
    """Whether the object stands with the upper verb: before it, or before the verb of the deed below."""
    if not own.patient_spans or not under.trigger:
        return False
    return own.patient_spans[0][0] < under.trigger[0][0]


def _is_infinitive(look: Index, ref: Ref, below: Ref) -> bool:
    """Whether the deed below becomes an infinitive: after "to", or where an order or request has its doer do it."""
    under = look.actions[below]
    if not under.trigger:
        return False
    if "to" in grammar.before(look, below.article, under.trigger[0][0], 3):
        return True
    return look.actions[ref].type in _DIRECTING and not _printed(look, below).endswith("ing")


_DIRECTING = frozenset({"Order", "Require", "Demand", "Request"})
"""Kinds whose deed below is an infinitive however it is printed ("ordered closed", "told: close it")."""


def _below(look: Index, ref: Ref) -> Ref | None:
    """The deed under the one at `ref` that its clause can take along: the first one after it in the same sentence."""
    triggers = look.actions[ref].trigger
    for other in look.under.get(ref, ()) if triggers else ():
        found = look.actions[other].trigger
        if found and look.sentence(ref.article, found[0][0]) == look.sentence(ref.article, triggers[0][0]):
            return other
    return _infinitive_after(look, ref)


def _infinitive_after(look: Index, ref: Ref) -> Ref | None:
    """The deed whose "to" follows the verb or its object at once: "allows users to build networks"."""
    report = look.actions[ref]
    if not report.trigger:
        return None
    end = max([report.trigger[-1][1], *(end for _, end in report.patient_spans)])
    after = look.text(ref.article)[end : end + len(_TO) + 1]
    return look.starts.get(ref.article, {}).get(end + len(_TO)) if after.startswith(_TO) else None


_TO = " to "


def _printed(look: Index, ref: Ref) -> str:
    return look.words(ref.article, look.actions[ref].trigger[:1]).casefold().partition(" ")[0]


def _nominal(look: Index, ref: Ref) -> str:
    """A deed told by a noun: the noun with its doer and object ("the ban on the service")."""
    report = look.actions[ref]
    noun = look.words(ref.article, report.trigger[-1:])
    agents = grammar.participants(look, ref, report.agents, report.agent_spans)
    patients = grammar.participants(look, ref, report.patients, report.patient_spans)
    owner = in_a_row(agents)
    lead = f"{owner}{'’' if owner.endswith('s') else '’s'}" if owner else "the"
    object_ = in_a_row([item for item in patients if item not in agents])
    link = grammar.gap(look, ref) or "of"
    tail = f" {link} {object_}" if object_ else ""
    date = grammar.dated(look, ref)
    return f"{lead} {noun}{tail}" + (f" {date}" if date else "")


def _according(look: Index, ref: Ref) -> str:
    """Who says so, if the article itself does not."""
    report = look.actions[ref]
    if is_asserted(report) or report.within is None:
        return ""
    source = look.statements.get(Ref(ref.article, report.within))
    names = speakers(look, ref.article, source) if source else []
    own = look.named(ref.article, report.agents)
    return f", according to {in_a_row(names)}" if names and tuple(names) != own else ""
