"""Words one report as a clause: with the text's own verb group and complements, or as a new clause or phrase."""

from __future__ import annotations

from dataclasses import replace

from onrecord.action_kinds import REFUSE
from onrecord.model import Action, Ref, Span, Spans, Wording
from onrecord.story import clause_parts as grammar
from onrecord.story.clauses import Parts, clause, in_a_row, retold
from onrecord.story.completions import Subject, below, completion, is_dated_first, with_date
from onrecord.story.index import Index, once_an_index
from onrecord.story.restrictions import restriction
from onrecord.story.told_nouns import as_clause
from onrecord.story.wording import words as reworded
from onrecord.value_groups import OBLIGED
from onrecord.word_sets import word_set


def told(look: Index, ref: Ref, *, dated: bool) -> str:
    """The report as a clause, or as a phrase if it is a noun; with its date if `dated`."""
    report = look.actions[ref]
    date = _date(look, ref) if dated else ""
    if grammar.wording(report).voice == "noun":
        parts = as_clause(look, ref)
        if parts is not None:
            return clause(replace(parts, when=date))
        return " ".join(filter(None, (_nominal(look, ref), date)))
    if date and is_dated_first(look, ref):
        return f"{date}, {told(look, ref, dated=False)}"
    about = subject_of(look, ref, wording := grammar.wording(report))
    own, turned = grammar.overlaps(report.trigger, wording.group), is_turned(report, wording)
    group = _group(look, ref, wording)  # "was briefly closed by the office" keeps its adverb as it is
    turned = turned and not nothing(about.names or "") and word_set("hedges").isdisjoint(group)
    denied = word_set("denies_in_verb_group") & {*group} or nothing(about.names or "")
    undenied = own and report.polarity == "negative" and not denied
    undenied = undenied and not nothing(completion(look, ref, about))  # "made no effort"
    if group and about.names and not turned and not undenied:
        object_ = _moved(look, ref, wording, about) or grammar.doer(look, ref)
        rest = with_date(look, ref, about, date)
        passive = wording.voice == "passive"
        return retold(
            about.names, group, object_, *rest, restriction(look, ref, wording), plural=about.plural, passive=passive
        )
    found, wish = made(look, ref), _wish(look, ref)
    if nothing(found.subject or ""):
        found = replace(found, polarity="positive")  # "no ship left": the subject denies it
    if wish is not None and found.subject is None:
        return told(look, wish, dated=dated)
    return clause(replace(found, when=date, subject=None) if _orders_itself(look, ref) else replace(found, when=date))


def _wish(look: Index, ref: Ref) -> Ref | None:
    """The report of the wish or plan for this deed, if it is not listed separately: "wanted the pier closed"."""
    report = look.actions[ref]
    over = Ref(ref.article, report.under) if report.under else None
    if over is None or report.agents or report.agent_spans or over not in look.actions or look.actions[over].recorded:
        return None
    return over if subject_of(look, over, grammar.wording(look.actions[over])).names else None


def nothing(words: str) -> bool:
    """Whether a subject is negative: "nothing", "no firm"."""
    return words.casefold().split(" ", 1)[0] in word_set("nobody_did")


def is_turned(report: Action, wording: Wording) -> bool:
    """Whether a passive is turned into an active clause, because it names its agent."""
    own = grammar.overlaps(report.trigger, wording.group)
    return wording.voice == "passive" and bool(report.agents) and own


def predicate_of(look: Index, ref: Ref) -> str:
    """The verb group with the words needed to name the deed ("is happy to assist", "filed a lawsuit"); may be empty."""
    report, wording = look.actions[ref], grammar.wording(look.actions[ref])
    about, group = subject_of(look, ref, wording), _group(look, ref, wording)
    light = report.rule.startswith("light")
    own = grammar.overlaps(report.trigger[:1], wording.group) and not light
    if not group or not about.names or own or is_turned(report, wording) or not report.trigger:
        return ""
    end = report.trigger[-1 if light else 0][1]
    spans = tuple((one, min(two, end)) for one, two in wording.completion if one < end)
    rest = reworded(look, ref.article, spans, about.iris)
    return retold("", group, rest, plural=about.plural, passive=wording.voice == "passive")


@once_an_index
def subject_of(look: Index, ref: Ref, wording: Wording) -> Subject:
    """The grammatical subject: the actors of the role that it fills, else its own words."""
    found = _subject(look, ref, wording)
    if not wording.subject or " nor " not in (found.names or ""):
        return found
    before = look.text(ref.article)[: wording.subject[0][0]].split()[-1:]
    denies = before and before[0].casefold() in word_set("nobody_did")
    return replace(found, names=f"{before[0].casefold()} {found.names}") if denies else found


def _subject(look: Index, ref: Ref, wording: Wording) -> Subject:
    report = look.actions[ref]
    agent = (report.agents, report.agent_spans, "agent")
    patient = (report.patients, report.patient_spans, "patient")
    inverse = wording.voice == "passive"
    first, second = (patient, agent) if inverse else (agent, patient)
    stands = [role for role in (first, second) if grammar.overlaps(role[1], wording.subject)]
    if not stands and not any(first[:2]) and grammar.is_relative(look, ref, second[1]):
        stands = [second]  # "his son, who died": the relative is the subject
    # a subject outside the clause ("which", "and") has the role that the voice implies
    free = not grammar.overlaps(first[1], wording.completion) and (first[0] or first[1])
    chosen = None if grammar.is_of_light(look, ref) else stands[0] if stands else first if free else None
    if chosen is not None:
        names = grammar.standing_in(look, ref, chosen[0], chosen[1], wording.subject)
        if len(names) == 1 and not chosen[0] and len(wording.subject) == 1 == len(stands):
            names = [
                grammar.uncapital(look, ref.article, wording.subject[0])
            ]  # "approval of the mayor", not "approval"
        whole = _whole_of_parts(look, ref, chosen[1], wording.subject)
        if whole is not None:
            return Subject(whole, grammar.is_plural(look, ref, [whole], ()), role=chosen[2])
        if names:
            return Subject(
                in_a_row(names), grammar.is_plural(look, ref, names, chosen[0]),
                grammar.owners(look, ref, chosen[0]), chosen[2],
            )  # fmt: skip
    names = [grammar.uncapital(look, ref.article, span) for span in wording.subject]
    names = [
        name
        for name in names
        if name.casefold() not in word_set("pronoun_in_label") | word_set("possessive_pronoun")
        and any(map(str.isalpha, name))
    ]
    return Subject(in_a_row(names), grammar.is_plural(look, ref, names, ()))


def _whole_of_parts(look: Index, ref: Ref, spans: Spans, subject: Spans) -> str | None:
    """The whole subject if those in the role say which one it is: "the match between Halden and Norby"; else None."""
    if len(subject) != 1 or not spans:
        return None
    (start, end), first = subject[0], min(begin for begin, _ in spans)
    inside = all(start <= begin and last <= end for begin, last in spans)
    before = look.text(ref.article)[start:first].casefold().split()
    linked = before[-1:] and before[-1] in word_set("between_parties") | word_set("links_object")
    if not inside or len(before) < 2 or not linked:
        return None
    return grammar.uncapital(look, ref.article, subject[0])


def _group(look: Index, ref: Ref, wording: Wording) -> list[str]:
    return [look.text(ref.article)[start:end].casefold() for start, end in wording.group]


def _moved(look: Index, ref: Ref, wording: Wording, about: Subject) -> str:
    """An object that does not follow the verb: "the ban she announced", "the talks that it broke off"."""
    report = look.actions[ref]
    if wording.voice == "passive":
        return ""
    noun = grammar.carrier(look, ref)[1] if report.rule.startswith("light") else None
    if noun is not None:
        return "" if grammar.overlaps((noun,), wording.completion) else f"the {look.words(ref.article, (noun,))}"
    if about.role == "patient" or not grammar.overlaps(report.trigger, wording.group):
        return ""
    if grammar.overlaps(report.patient_spans, wording.completion + wording.subject):
        return ""
    start, end = report.patient_spans[0] if report.patient_spans else (report.trigger[0][1], 0)
    owner = look.text(ref.article)[end : end + 2] in word_set("possessive_ending")  # "in Lund's telling the guns fell"
    if start > report.trigger[0][0] or owner:
        return ""
    found = grammar.participants(look, ref, report.patients, report.patient_spans, about.iris)
    return in_a_row([item for item in found if item != about.names]) or ""


def _whole(span: Span, subject: Spans) -> Span:
    """The phrase acted upon as the subject of a passive has it: with what the noun is for ("the plan to sell it")."""
    return next((item for item in subject if item[0] == span[0] and item[1] > span[1]), span)


@once_an_index
def made(look: Index, ref: Ref) -> Parts:
    """The parts of a new clause for the report: its verb in a form that shows the modality."""
    report, wording = look.actions[ref], grammar.wording(look.actions[ref])
    agents = grammar.participants(look, ref, report.agents, report.agent_spans)
    whole = tuple(_whole(span, wording.subject) for span in report.patient_spans)
    patients = [item for item in grammar.participants(look, ref, report.patients, whole) if item not in agents]
    within = grammar.overlaps(report.patient_spans, wording.completion)
    about = Subject(None, iris=grammar.owners(look, ref, report.agents), role="agent")
    doer = in_a_row(agents)
    if not doer and wording.voice == "active" and not grammar.overlaps(report.patient_spans, wording.subject):
        own = subject_of(look, ref, wording)
        doer, about = own.names, own
    group = _group(look, ref, wording)
    leads = within and _leads(report, wording)
    # "are looking to preserve it": the verb must not be repeated
    told_by = grammar.carrier(look, ref)[0] if report.rule.startswith("light") else report.trigger[0]
    verb = (
        told_by[0],
        told_by[0] + len(look.text(ref.article)[slice(*told_by)].split()[0]),
    )  # of "help build" the first
    again = not grammar.overlaps(report.trigger, wording.group) and grammar.overlaps((verb,), wording.completion)
    behind = verb[1] if again else 0
    turned = (
        wording.voice == "active"
        and bool(patients)
        and grammar.overlaps(report.patient_spans, wording.subject)
        and not grammar.overlaps(report.agent_spans, wording.subject)
    )
    if turned and agents:  # "with the mayor receiving support from them": its subject undergoes it
        doer, agents, object_ = in_a_row(patients), patients, None
        complement = completion(look, ref, replace(about, iris=grammar.owners(look, ref, report.patients)))
    elif within and (doer or not leads):
        object_, complement = None, completion(look, ref, about, behind=behind)
    elif report.rule.startswith("light") and not within:
        object_, complement = (_moved(look, ref, wording, about) or None), completion(look, ref, about, behind=behind)
    else:
        object_ = in_a_row(patients)
        told_of = replace(about, iris=about.iris | grammar.owners(look, ref, report.patients))
        complement = completion(look, ref, told_of, report.patient_spans if leads else (), behind=behind)
    lemma = grammar.verb_of(look, ref)
    first, _, particle = lemma.partition(" ")
    return Parts(
        verb=first if particle and particle in complement.split() else lemma,  # "shake things up"
        subject=doer,
        plural=grammar.is_plural(look, ref, agents, report.patients if agents == patients else report.agents)
        if agents
        else about.plural,
        object=object_,
        object_plural=grammar.is_plural(look, ref, patients, report.patients),
        complement=complement,
        modality=report.modality,
        polarity="negative" if _by_not_doing(report) else report.polarity,
        present=bool(group) and group[0] in word_set("present_of_be"),  # "is made"
        will=bool((word_set("will") | word_set("modal_of_supposition")) & {*group}),  # "would be led by": it is planned
        can=bool(word_set("can") & {*group}),
        unaccusative=not doer and wording.voice == "active" and grammar.overlaps(report.patient_spans, wording.subject),
    )


def _by_not_doing(report: Action) -> bool:
    """Whether a refusal consists in not doing what its verb says: "by not complying with the order"."""
    return report.type == REFUSE and report.polarity == "positive" and report.lemma in word_set("refused_if_not_done")


def _leads(report: Action, wording: Wording) -> bool:
    """Whether the object is the first phrase after the verb, without a preposition."""
    return (
        bool(wording.completion)
        and report.patient_spans[:1] != ()
        and (report.patient_spans[0][0] == wording.completion[0][0])
    )


def _date(look: Index, ref: Ref) -> str:
    """The report's date, or that of the deed it orders or plans; empty if the label already has it."""
    report, wording = look.actions[ref], grammar.wording(look.actions[ref])
    if report.date_span is not None:
        in_subject = look.words(ref.article, (report.date_span,)) in (subject_of(look, ref, wording).names or "")
        if in_subject or grammar.overlaps((report.date_span,), wording.completion):
            return ""
    found = grammar.dated(look, ref)
    under = below(look, ref) if not found else None
    return found or (grammar.dated(look, under) if under is not None else "")


def _orders_itself(look: Index, ref: Ref) -> bool:
    """Whether an order and its deed have the same agent, so that the order is really addressed to somebody unnamed."""
    report = look.actions[ref]
    over = look.actions.get(Ref(ref.article, report.under)) if report.under else None
    if over is None or report.modality not in OBLIGED:
        return False
    return bool(set(look.owners(ref.article, over.agents)) & set(look.owners(ref.article, report.agents)))


def is_infinitive(look: Index, below: Ref) -> bool:
    """Whether the deed below becomes an infinitive: after "to", or if an order or request has its doer do it."""
    under = look.actions[below]
    if not under.trigger:
        return False
    return "to" in grammar.before(look, below.article, under.trigger[0][0], 3)


def _nominal(look: Index, ref: Ref) -> str:
    """A noun for a deed: its phrase as printed ("the ban on the service"), with participants that the phrase omits."""
    report = look.actions[ref]
    spans = grammar.wording(report).completion or report.trigger[-1:]
    head = report.trigger[-1]
    if not grammar.overlaps((head,), spans):
        spans = (*spans[:1], head)  # "the Norby, Leland, mass shooting": the phrase broke off at a comma
    words = grammar.uncapital(look, ref.article, (spans[0][0], max(spans[0][0] + 1, min(spans[0][1], head[1]))))
    rest = reworded(
        look, ref.article, tuple(span for span in ((head[1], spans[0][1]), *spans[1:]) if span[0] < span[1])
    )
    agents = [] if grammar.overlaps(report.agent_spans, spans) else grammar.called(look, ref.article, report.agents)
    patients = (
        [] if grammar.overlaps(report.patient_spans, spans) else grammar.called(look, ref.article, report.patients)
    )
    patients = [item for item in patients if item not in agents]
    if agents:
        owner = in_a_row(agents) or ""
        first, _, after = words.partition(" ")
        noun = after if first.casefold() in word_set("determiner") else words
        words = f"{owner}{'’' if owner.endswith('s') else '’s'} {noun}"
    return " ".join(filter(None, (words, f"of {in_a_row(patients)}" if patients else "", rest)))
