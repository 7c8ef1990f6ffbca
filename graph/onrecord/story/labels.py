"""Labels of actions and statements: readable clauses from canonical names and the text's own words.

A label is made from one report, the action's chief one (`reading.chief`), so that it says no more than one article; if
no article asserts the deed, the label names the source. If the text has a finite clause, the label keeps its verb group
and complements; otherwise, or for a noun, a verb form is made that shows the modality.
"""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from onrecord import characters
from onrecord.action_kinds import ORDER
from onrecord.model import Action, Ref, Statement, Story, StoryAction, StoryStatement, Wording
from onrecord.story import clause_parts as grammar
from onrecord.story import line_offices
from onrecord.story.article_order import after_by_article
from onrecord.story.asserted import READING, is_asserted
from onrecord.story.clauses import clause, in_a_row, opened, plural, predicate
from onrecord.story.completions import below, completion
from onrecord.story.index import Index
from onrecord.story.issuers import issued
from onrecord.story.quotations import quotation, spoken
from onrecord.story.retelling import is_infinitive, is_turned, made, predicate_of, subject_of, told
from onrecord.story.speaker_words import pronoun
from onrecord.story.statement_labels import said, speakers
from onrecord.story.told_nouns import as_clause
from onrecord.story.wording import named_again
from onrecord.value_groups import is_nominal
from onrecord.word_sets import word_set


def labelled(story: Story, look: Index, *, on_record: bool = False) -> Story:
    """`story` with a label for every action and statement of which something shows an account.

    With `on_record`, for those with a recorded account. The others stay as they are.
    """

    def is_told(one: Action | Statement) -> bool:
        return one.recorded if on_record else one.shown != READING

    return structs.replace(
        story,
        actions=after_by_article(
            StoryAction,
            story.actions,
            lambda item: _action(item, look) if any(is_told(look.actions[ref]) for ref in item.refs) else item,
            look.positions,
        ),
        statements=after_by_article(
            StoryStatement,
            story.statements,
            lambda item: _statement(item, look) if any(is_told(look.statements[ref]) for ref in item.refs) else item,
            look.positions,
        ),
    )


def _action(item: StoryAction, look: Index) -> StoryAction:
    ref = item.chief or item.refs[0]
    return structs.replace(
        item, label=characters.plain(action(look, ref)), predicate=characters.plain(short(look, ref))
    )


def _statement(item: StoryStatement, look: Index) -> StoryStatement:
    heard = {frozenset(look.owners(ref.article, filter(None, [look.statements[ref].addressee]))) for ref in item.refs}
    label = statement(look, item.chief or item.refs[0], listener=len(heard) == 1)
    return structs.replace(item, label=characters.plain(label))


def makes_clause(look: Index, ref: Ref) -> bool:
    """Whether a clause can be made of the report at `ref`: not without participants, or with one name twice.

    In "chose Alder to succeed Alder", one of the two must be somebody else.
    """
    report, wording = look.actions[ref], grammar.wording(look.actions[ref])
    if report.wording is None:
        return True
    if wording.voice == "noun":
        return as_clause(look, ref) is not None
    about, found = subject_of(look, ref, wording), made(look, ref)
    if _is_cut(look, ref, wording) or _is_left_open(look, ref, wording):
        return False
    if about.names and not about.role and not report.directors and not _anybody(look, ref):
        return False  # its subject is neither the agent nor the patient
    if not about.names or (is_turned(report, wording) and not found.object):
        whose = (found.object or "").casefold().split(" ", 1)[0]
        ownerless = not found.subject and whose in word_set("possessive_pronoun")  # "to publish its reasons"
        return bool(found.object and not ownerless) or bool(found.subject and wording.voice == "active")
    return about.iris.isdisjoint(named_again(look, ref.article, wording.completion))


def _is_cut(look: Index, ref: Ref, wording: Wording) -> bool:
    """Whether the deed's own verb has lost its object, or has one that says nothing: "it", "what maps"."""
    report = look.actions[ref]
    if wording.voice == "active" and report.type == ORDER and report.patients and not wording.completion:
        last = max((end for _, end in report.trigger), default=0)
        if grammar.overlaps(report.trigger, wording.group) and all(end <= last for _, end in report.patient_spans):
            return True  # "he is barred, the court ordered"
    if wording.voice != "active" or not grammar.overlaps(report.trigger[:1], wording.group):
        return False
    printed = [look.words(ref.article, (span,)).casefold() for span in report.patient_spans]
    if any(" " in words and words.split()[0] in word_set("asked_object") for words in printed):
        return True
    behind = [start for start, _ in report.patient_spans if start > report.trigger[0][1]]
    if behind and not wording.completion:
        return True
    first, *_ = [*completion(look, ref, subject_of(look, ref, wording)).casefold().split(), ""]
    return first in word_set("pronoun_in_label") - word_set("reflexive_in_label") and first in printed


def _is_left_open(look: Index, ref: Ref, wording: Wording) -> bool:
    """Whether the words behind a verb break off at what opens a clause: "asked how", "made the point that"."""
    last = look.words(ref.article, wording.completion[-1:]).casefold().split()[-1:]
    return bool(last) and last[0] in word_set("opens_told_clause") | word_set("asks_whether")


def _anybody(look: Index, ref: Ref) -> bool:
    report = look.actions[ref]
    roles = ((report.agents, report.agent_spans), (report.patients, report.patient_spans))
    return any(grammar.participants(look, ref, ids, spans) for ids, spans in roles)


def action(look: Index, ref: Ref) -> str:
    """The label of an action made from the report at `ref`, with what its article says of those whom it names."""
    return _introduced(look, ref, bare(look, ref))


def bare(look: Index, ref: Ref) -> str:
    """As `action`, without additions: a clause, or its sentence if that alone can be shown."""
    if look.actions[ref].shown == "sentence" and (quoted := quotation(look, ref)):
        return f"{quoted[:-1].rstrip('.')}”{behind}" if (behind := _issued(look, ref, quoted)) else quoted
    return _action_in(look, ref, told(look, ref, dated=True))


def _introduced(look: Index, ref: Ref, label: str) -> str:
    report, wording = look.actions[ref], grammar.wording(look.actions[ref])
    spans = [*wording.subject, *wording.completion, *report.agent_spans, *report.patient_spans]
    sources, within = [*report.agents, *report.patients], report.within
    if report.shown == "sentence" and report.trigger:
        spans.append(look.sentence(ref.article, report.trigger[0][0]))
    else:
        label = line_offices.called(look, ref.article, label, (*wording.subject, *wording.completion), sources)
    while within is not None and (source := look.statements.get(Ref(ref.article, within))) is not None:
        sources += source.speakers
        within = source.within
    return line_offices.introduced(look, ref.article, label, spans, sources)


def _action_in(look: Index, ref: Ref, deed: str) -> str:
    deed = deed.removesuffix(".") if deed.endswith(tuple(word_set("stopped_unit"))) else deed  # "paid £6m."
    return opened(f"{deed}{_directed(look, ref)}{_according(look, ref, deed)}")


def statement(look: Index, ref: Ref, *, listener: bool = True) -> str:
    """The label of a statement made from the printing at `ref`: what was said by whom, or its sentences."""
    item = look.statements[ref]
    label = (spoken(look, ref) if item.shown == "sentence" else "") or said(look, ref, listener=listener)
    actors = [*item.speakers, *filter(None, [item.addressee])]
    return line_offices.introduced(look, ref.article, label, (*item.source, *item.cue, *item.content), actors)


def undated(look: Index, ref: Ref) -> str:
    """As `action`, but without a day on which it was done; one by, since or till which it was stays."""
    if not word_set("day_in_passing") & {*grammar.dated(look, ref).split()[:1]}:
        return action(look, ref)
    return _introduced(look, ref, _action_in(look, ref, told(look, ref, dated=False)))


def own(look: Index, ref: Ref) -> str:
    """The label made from the report or the printing at `ref` alone; that of a chief one its node in the story has."""
    thing = look.things.get(look.homes.get(ref, ""))
    if isinstance(thing, StoryAction):
        return thing.label if thing.label and ref == (thing.chief or thing.refs[0]) else action(look, ref)
    if isinstance(thing, StoryStatement) and thing.label and thing.refs == (ref,):
        return thing.label
    return statement(look, ref) if ref in look.statements else action(look, ref)


def plain(look: Index, ref: Ref) -> str:
    """The deed as a clause, without its date and without its source."""
    return told(look, ref, dated=False)


def asked(look: Index, ref: Ref, word: str) -> str:
    """The deed with `word` as its subject ("who shot the clerk"); an empty string if it has no object."""
    found = made(look, ref)
    if is_nominal(look.actions[ref]) or (found.object is None and not found.complement):
        return ""
    return opened(clause(replace(found, subject=word, plural=False, when="", unaccusative=False)))


def short(look: Index, ref: Ref) -> str:
    """Verb group and complement verb without the actors, as the label of an edge between them."""
    report = look.actions[ref]
    if is_nominal(report):
        return look.words(ref.article, report.trigger)
    under = below(look, ref)
    words = predicate_of(look, ref) or predicate(replace(made(look, ref), complement=""))
    if under is not None and not is_nominal(look.actions[under]) and is_infinitive(look, under):
        return f"{words} to {look.actions[under].lemma}"
    return words


def _directed(look: Index, ref: Ref) -> str:
    """On whose directive it is done, if the clause does not say so ("following instructions from the ministry")."""
    report = look.actions[ref]
    wording = grammar.wording(report)
    if not report.directors or grammar.overlaps(report.directive_spans, (*wording.completion, *wording.subject)):
        return ""
    words = (grammar.uncapital(look, ref.article, span) for span in report.directive_spans)
    return "".join(f", {item}" for item in words if item)


def _issued(look: Index, ref: Ref, deed: str) -> str:
    """Who issued the release that tells the deed in its own voice, which `deed` may name; empty if none does."""
    release = issued(look, ref.article) if look.actions[ref].within is None else None
    who = in_a_row(speakers(look, ref.article, release)) if release is not None else None
    if release is None or not who:
        return ""
    own = deed.startswith(who) or not {*release.speakers}.isdisjoint(look.actions[ref].agents)
    return (
        f", by {pronoun(look, ref.article, release.speakers, 'owner_pronouns')} own account"
        if own
        else f", according to {who}"
    )


def _according(look: Index, ref: Ref, deed: str) -> str:
    """The source, if the article itself does not assert the deed or is a release; "them" if `deed` names them before.

    Reported speech about oneself is attributed to whoever reports it, and if nobody does, to the speaker's own account.
    """
    report = look.actions[ref]
    if is_asserted(report) or report.within is None:
        return _issued(look, ref, deed)
    own = subject_of(look, ref, grammar.wording(report)).names
    if is_nominal(report) or is_turned(report, grammar.wording(report)):
        own = in_a_row(grammar.participants(look, ref, report.agents, report.agent_spans))
    within: str | None = report.within
    own_account = ""
    while within is not None:
        source = look.statements.get(Ref(ref.article, within))
        found = speakers(look, ref.article, source) if source else []
        names = [name for name in found if name.casefold() not in word_set("pronoun_in_label")]
        if names and in_a_row(names) != own:
            told = grammar.called(look, ref.article, report.patients)
            again = told == names and plural(names, named=False) and (in_a_row(names) or "") in deed
            them = pronoun(look, ref.article, source.speakers, "object_pronouns") if source else "them"
            return f", according to {them if again else in_a_row(names)}"
        if names and source and source.kind != "intention":  # "plans to meet" says by itself that it is a plan
            own_account = f", by {pronoun(look, ref.article, source.speakers, 'owner_pronouns')} own account"
        within = source.within if source else None
    return own_account
