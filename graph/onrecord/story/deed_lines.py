"""Which deeds make lines of their own: what was done, as a sentence tells it, and whole.

A reader of a line has neither the article nor the sentence. A line therefore says only what an article tells in a
sentence of its own: no headline, no question that was asked, nothing that stands in quotation marks, which belongs to
what was said. Its words do not break off within a phrase. Of whom they speak, `deed_words` looks at.
"""

from __future__ import annotations

import re

from onrecord.action_kinds import ACT, DEMAND, REQUEST, SAY
from onrecord.model import Action, Ref, Span, Wording
from onrecord.punctuation import ENDINGS, MAY_CLOSE, MAY_OPEN
from onrecord.story import clause_parts as grammar
from onrecord.story.deed_words import WORD, names_several
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import base, is_adjective, is_noun, is_verb, verb
from onrecord.story.quote_marks import quoted_spans
from onrecord.story.retelling import subject_of
from onrecord.story.statement_labels import speakers
from onrecord.word_sets import word_set

_NAME = 3
"""Most words of a name: a clause with no more than it and a passive says too little."""
GENERIC = frozenset({ACT, SAY})
"""Kinds of deed that say nothing about what was done."""
_SAID = frozenset({DEMAND, REQUEST})
"""Kinds of deed that somebody who is said to do them does by what is said."""
_ALONE = r"(?<![A-Z]\w)(?<!\w)%s(?!\w)(?! [A-Z])"
"""A name that is no part of a longer one."""
_BROKEN = re.compile(r"[.!?]\s+[A-Z]")
"""A sentence that ends within a label."""


@once_an_index
def is_report(look: Index, ref: Ref) -> bool:
    """Whether the report at `ref` tells of a deed in a sentence of its article, or in words that somebody says there.

    Not if a noun does, which only presupposes it; if it asks whether something was done; if the article tells of what
    is so; if only "some" say it; or if one actor is said to do it to itself, which mostly is another one.
    """
    report = look.actions[ref]
    wording = grammar.wording(report)
    if not report.trigger or wording.voice == "noun":
        return False
    start = report.trigger[0][0]
    return (
        is_sentence(look, ref.article, start)
        and (report.within is not None or not _is_quoted(look, ref, report))
        and not (_asks(look, ref, report) or _is_asked(look, ref, report))
        and not (_lasts(look, ref, report) or (report.within is None and _is_so(look, ref, report)))
        and (report.agent_spans == report.patient_spans or {*report.agents}.isdisjoint(report.patients))
        and not _told_by_some(look, ref, report)
    )


@once_an_index
def is_deed(look: Index, ref: Ref) -> bool:
    """Whether the report at `ref` tells of a deed (`is_report`) in a sentence outside quotation marks.

    Nor is it one if it tells of what is so, whoever says that, or of a demand that somebody is only said to make.
    """
    report = look.actions[ref]
    return (
        is_report(look, ref)
        and not _is_quoted(look, ref, report)
        and not (report.type in _SAID and report.within is not None)
        and not _is_so(look, ref, report)
    )


@once_an_index
def is_worth_telling(look: Index, ref: Ref) -> bool:
    """Whether a line on the deed at `ref` is news: of a kind, or with a day, a number, or two who have names.

    Of a deed of no kind nothing else shows that more was done than somebody sat down.
    """
    report = look.actions[ref]
    if report.type not in GENERIC or report.date is not None or names_several(look, ref):
        return True
    wording = grammar.wording(report)
    return any(map(str.isdigit, look.words(ref.article, (*wording.subject, *wording.completion))))


@once_an_index
def names_again(look: Index, ref: Ref, clause: str) -> bool:
    """Whether `clause`, made from the report at `ref`, has a name twice, as in place of "his" or of somebody else."""
    report, wording = look.actions[ref], grammar.wording(look.actions[ref])
    subject = subject_of(look, ref, wording).names
    spans = (*wording.subject, *wording.completion)
    told = {other.local for span in spans for _, other in look.mentioned(ref.article, *span)}
    told = {key for key in told if look.actors[Ref(ref.article, key)].named}
    names = {*look.named(ref.article, (*report.agents, *report.patients, *sorted(told))), *filter(None, [subject])}
    return any(len(re.findall(_ALONE % re.escape(name), clause)) > 1 for name in names)


def _is_quoted(look: Index, ref: Ref, report: Action) -> bool:
    return any(first <= report.trigger[0][0] < last for first, last in _quoted(look, ref.article))


def _is_asked(look: Index, ref: Ref, report: Action) -> bool:
    """Whether the deed stands in what somebody asks or leaves open: "would not say whether the gang had had help"."""
    wording = grammar.wording(report)
    start = min(low for low, _ in (*wording.subject, *wording.group, *report.trigger))
    first, _ = look.sentence(ref.article, report.trigger[0][0])
    clause = look.text(ref.article)[first:start].rpartition(",")[2]
    return not word_set("asks_whether").isdisjoint(word.casefold() for word in WORD.findall(clause))


@once_an_index
def is_sentence(look: Index, article: str, place: int) -> bool:
    """Whether the character at `place` stands in a whole sentence of the running text: no headline, no entry."""
    passages = look.analyses[article].passages
    if any(item.kind == "headline" and item.start <= place < item.end for item in passages):
        return False
    return look.words(article, (look.sentence(article, place),)).rstrip(f"{''.join(MAY_CLOSE)})")[-1:] in ENDINGS


@once_an_index
def _quoted(look: Index, article: str) -> tuple[Span, ...]:
    return tuple(quoted_spans(look.analyses[article]))


def _asks(look: Index, ref: Ref, report: Action) -> bool:
    """Whether somebody asks something: "asked whether it was safe", "was asked who would pay"."""
    behind = look.text(ref.article)[report.trigger[-1][1] : look.sentence(ref.article, report.trigger[0][0])[1]]
    words = [item.casefold() for item in WORD.findall(behind)]
    return report.lemma in word_set("asks") and not word_set("opens_question").isdisjoint(words)


def _lasts(look: Index, ref: Ref, report: Action) -> bool:
    """Whether the day is that since which something is so: it was not done on that day."""
    if report.date_span is None:
        return False
    return bool(word_set("day_of_beginning") & {*grammar.before(look, ref.article, report.date_span[0], 1)})


def _is_so(look: Index, ref: Ref, report: Action) -> bool:
    """Whether an article tells in the present of what is so or goes on: "supports the plan", "is trying to sell"."""
    group = [look.words(ref.article, (span,)).casefold() for span in grammar.wording(report).group]
    if not group or report.modality != "asserted":
        return False
    first = group[0]
    if len(group) > 1:
        return first in word_set("present_of_be")
    lemma = base(first)
    return first in (lemma, verb(lemma, "VBZ")) and first != verb(lemma, "VBD")


def _told_by_some(look: Index, ref: Ref, report: Action) -> bool:
    """Whether only "most" or "some" say it."""
    source = look.statements.get(Ref(ref.article, report.within or ""))
    who = {name.casefold() for name in speakers(look, ref.article, source)} if source else set()
    return bool(who) and who <= word_set("some_of_them")


@once_an_index
def is_whole(look: Index, ref: Ref, label: str) -> bool:
    """Whether `label` does not break off: behind its last words the sentence has a mark or another clause."""
    if _BROKEN.search(label) or _lacks_noun(label) or _denies_phrase(look, ref):
        return False
    if look.actions[ref].wording is None:
        return True
    report, wording = look.actions[ref], grammar.wording(look.actions[ref])
    told_of = subject_of(look, ref, wording).names
    if wording.voice == "active" and (not wording.group or (wording.subject and not told_of)):
        return False  # "ending years of strife", which may be hoped for; "17 caps were won" of "he has won 17 caps"
    if _is_cut(look, ref, wording):
        return False
    sentence = look.sentence(ref.article, report.trigger[0][0])
    if _behind_content(look, ref, wording) or _has_other_subject(look, ref, wording):
        return False
    doers = report.agent_spans if wording.voice == "passive" else ()
    behind = [end for _, end in (*report.trigger, *wording.completion, *wording.group, *doers)]
    place = max(end for end in behind if end <= sentence[1])
    return _is_end(look, ref.article, place, sentence[1], denied=report.polarity == "negative")


def _is_cut(look: Index, ref: Ref, wording: Wording) -> bool:
    """Whether a clause was made of less than one, or has lost what its verb needs.

    As of "the first mayor elected in years" and "she was rebuffed", which say too little, of "was so named because",
    and of "whom she lit into", where the preposition is left behind.
    """
    report = look.actions[ref]
    if wording.voice == "passive":
        subject = look.words(ref.article, wording.subject).split()
        little = not wording.group or (not wording.completion and len(subject) <= _NAME)
        little = little and not report.agents and report.date is None
        return little or (report.lemma in word_set("naming") and not wording.completion)
    end, objects = report.trigger[-1][1], report.patient_spans
    moved = bool(objects and report.agent_spans) and all(last <= report.trigger[0][0] for _, last in objects)
    after = WORD.match(look.text(ref.article), end + 1)
    if not moved or grammar.overlaps(objects, wording.subject) or after is None:
        return False
    day = any(item.start == after.end() + 1 for item in look.analyses[ref.article].dates)
    return after[0] in word_set("links_object") and not day


def _denies_phrase(look: Index, ref: Ref) -> bool:
    """Whether a "not" stands before the subject and denies that alone: "Not the heat, but a relay caused it"."""
    told_of = subject_of(look, ref, grammar.wording(look.actions[ref])).names or ""
    return told_of.casefold().split(" ", 1)[0] in word_set("denies_phrase")


def _lacks_noun(label: str) -> bool:
    """Whether the last words of a label want the noun that they open: "for a good" of "for a good, not bad, end"."""
    *_, before, last = ["", "", *WORD.findall(label)]
    opens = word_set("links_object", "determiner", "possessive_pronoun")
    return before.casefold() in opens and last.islower() and last not in opens and is_adjective(last)


def _behind_content(look: Index, ref: Ref, wording: Wording) -> bool:
    """Whether something that somebody says stands between subject and verb: whose deed it is, is then in doubt.

    "The clerk said that Lund left, and sold the house": the clerk did, or Lund.
    """
    first = max((end for _, end in wording.subject), default=0)
    last = look.actions[ref].trigger[0][0]
    told = (item for item in look.analyses[ref.article].statements if item.cue and item.content)
    return any(first < item.cue[0][0] < item.content[0][0] and item.content[-1][1] <= last for item in told)


def _has_other_subject(look: Index, ref: Ref, wording: Wording) -> bool:
    """Whether somebody stands between "and" and the verb, who then does it: "Lund will sing and Moe will dance"."""
    if not (wording.subject and wording.group):
        return False
    start, end = max(last for _, last in wording.subject), wording.group[0][0]
    words = list(WORD.finditer(look.text(ref.article), min(start, end), end))
    joint = next((item for item in reversed(words) if item[0].casefold() in word_set("joins_list")), None)
    if joint is None or joint.end() >= end:
        return False
    between = look.mentioned(ref.article, joint.end(), end)[:1]
    for mention, _ in between:
        before = (item[0] for item in words if joint.end() <= item.start() < mention.start)
        return not any(is_verb(word) for word in before)  # not "who sang and played the harp, will dance"
    return False


def _is_end(look: Index, article: str, place: int, last: int, *, denied: bool) -> bool:
    """Whether at `place` nothing more of a clause follows but a day, up to the end of its sentence at `last`.

    If what it tells is `denied`, it is so only till the time or since the time that may follow.
    """
    text = look.text(article)
    times = {item.start: item.end for item in look.analyses[article].dates}
    while found := WORD.search(text, place, last):
        if between := text[place : found.start()].strip():
            return not {*between} <= MAY_OPEN  # "asked too many 'easy' questions"
        word = found[0].casefold()
        day = next((times[start] for start in times if found.start() <= start <= found.end() + 1), None)
        if day is not None and (found.start() in times or word in word_set("before_day")):
            place = day
        elif word in word_set("joins_list"):
            after = WORD.search(text, found.end(), last)
            return after is None or not _opens_phrase(after[0])
        else:
            return word in word_set("opens_other_clause") - (word_set("limits_denial") if denied else frozenset())
    return True


def _opens_phrase(word: str) -> bool:
    """Whether a word behind "and" goes on with a row of things, not with a verb or another clause."""
    small = word.casefold()
    if small in word_set("determiner") | word_set("possessive_pronoun") or word[:1].isdigit():
        return True
    return is_noun(word) and not is_verb(word)


@once_an_index
def has_tense(look: Index, ref: Ref) -> bool:
    """Whether the deed at `ref` has a clause with a tense and tells of more than that two spoke to one another.

    A participle without one may hang on another noun than the one before it: "the master of the trawler, arrested by".
    """
    report = look.actions[ref]
    if report.wording is not None and not report.wording.group:
        return False
    return report.lemma.split(" ", 1)[0] not in word_set("only_talks")


@once_an_index
def has_clause(look: Index, ref: Ref) -> bool:
    """Whether the deed at `ref` has a clause of its own with a tense, or a doer in a participle: "brokered by Lund"."""
    wording = grammar.wording(look.actions[ref])
    return bool(wording.group) or (wording.voice == "passive" and bool(look.actions[ref].agents))
