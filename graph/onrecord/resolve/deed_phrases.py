"""What the words of a report say of its deed: whether it is told or denied, and of what; a record has no parse."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from onrecord.model import Action, Span, Spans, Statement
from onrecord.resolve.actions.reported import Reported
from onrecord.resolve.kinship import has_kin
from onrecord.spans import words_of
from onrecord.story.amount_words import rows_at
from onrecord.story.denials import base_form
from onrecord.story.figure_parts import is_number, telling_words
from onrecord.story.inflection import is_noun, verb
from onrecord.story.numerals import words_of_sentence
from onrecord.value_groups import is_nominal
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_BEFORE = 8
"""Words before a deed among which one stands that leaves it undone."""
_REST = 6
"""Most words behind a deed that are printed with it."""
_MARKS = ',;:()—–"“”‘'


class Noted(Struct, frozen=True):
    """A word of a phrase that tells something."""

    root: str
    """It in the base form."""
    is_verb: bool


def lemma_of(item: Reported, text: str) -> str:
    """The verb or noun in the base form, with the particle behind it if the lexicon lists both together."""
    lemma = item.lemma.casefold()
    lemma = lemma if " " in lemma else base_form(lemma)
    worded = item.local.action.wording
    for start, end in worded.completion if worded else ():
        whole = f"{lemma} {text[start:end].casefold().partition(' ')[0]}"
        if has_kin(whole, noun=False):
            return whole
    return lemma


def is_by_noun(action: Action) -> bool:
    """Whether a noun tells the deed, with or without a verb that says no more: "gave no such instruction"."""
    group = action.wording.group if action.wording else ()
    outside = (span for span in action.trigger if not any(start < span[1] and span[0] < end for start, end in group))
    return is_nominal(action) or (bool(group) and is_noun(action.lemma) and any(outside))


def is_left_open(action: Action, text: str, sentence: Span) -> bool:
    """Whether the words of an action leave open whether something was done: it is asked, supposed, or named alone."""
    start = action.trigger[0][0]
    before = [word.small for word in words_of_sentence(text, sentence[0], start)[-_BEFORE:]]
    if is_nominal(action):
        if action.polarity == "positive" and not action.agent_spans:
            return True
        named = action.wording.completion if action.wording else action.trigger
        if action.polarity == "negative" and not any(
            word_pattern("opens_with_none").match(text, at) for at, _ in named
        ):
            return True
    elif not (action.wording and action.wording.group):
        linked = bool(before) and base_form(before[-1]) in word_set("links_state")
        gerund = text[slice(*action.trigger[0])].casefold().endswith(tuple(word_set("gerund_ending")))
        if not linked and not (action.agent_spans and gerund):
            return True
        if is_by_noun(action) and action.polarity == "negative" and not _only_carries(action, text):
            return True
    quoted_denial = action.polarity == "positive" and not word_set("denies_always").isdisjoint(before[-2:])
    asked = "?" in text[sentence[1] - 2 : sentence[1]]
    return asked or quoted_denial or not word_set("leaves_undone").isdisjoint(before)


def _only_carries(action: Action, text: str) -> bool:
    """Whether the verb beside a noun says no more than that there was the deed: nobody who broke a strike struck."""
    words = words_of(text, action.wording.group if action.wording else ()).casefold().split()
    helping = word_set("helps_verb")
    return not words or words[-1] in helping or base_form(words[-1]) in word_set("carries_deed")


def is_habit(item: Reported, lemma: str, text: str) -> bool:
    """Whether a verb in the present alone tells what is always so or goes on: "it allows users to write"."""
    worded = item.local.action.wording
    words = words_of(text, worded.group).casefold().split() if worded else []
    if words and words[0] in word_set("present_of_be") and words[-1].endswith(tuple(word_set("gerund_ending"))):
        return True
    return len(words) == 1 and words[0] in {lemma, verb(lemma, "VBZ")} and words[0] != verb(lemma, "VBD")


def is_denied(item: Reported, text: str, spans: Spans, printed: Collection[str], said: Statement | None) -> bool | None:
    """Whether the words of a deed (`printed`) deny it; None if they say so of others alone, or without a word for it.

    "No one else was hurt" leaves open who was, and "it kept her from closing it" denies nothing.
    """
    denied = _is_refuted(text, spans, said) or (item.polarity == "negative" and _is_denying(printed))
    if not denied and item.polarity == "negative":
        return None
    if denied and any(word_pattern("of_no_others").match(text, span[0]) for span in spans):
        return None
    return denied


def may_be_denied(item: Reported, text: str, spans: Spans, said: Statement | None) -> bool:
    """Whether `is_denied` may say anything but that a deed is told; its words need not be known."""
    return item.polarity == "negative" or _is_refuted(text, spans, said)


def _is_refuted(text: str, spans: Spans, said: Statement | None) -> bool:
    """Whether nobody and nothing takes part in a deed, or somebody refutes it."""
    if any(word_pattern("opens_with_none").match(text, span[0]) for span in spans):
        return True
    return said is not None and not word_set("denies_told").isdisjoint(words_of(text, said.cue).casefold().split())


def _is_denying(words: Collection[str]) -> bool:
    """Whether one of the words denies, or tells that somebody would not."""
    joined = tuple(word_set("not_ending"))
    denying = word_set("denies_clause") | word_set("refuses_deed")
    return not denying.isdisjoint(words) or any(word.endswith(joined) for word in words)


def clause_around(text: str, sentence: Span, start: int, end: int, cue: Spans) -> Span:
    """The clause of a sentence that holds the words of a deed, from `start` to `end`, unless much of it is left.

    A verb of saying (`cue`) right before it is no part of it.
    """
    before = words_of_sentence(text, sentence[0], start)
    opens = word_set("opens_told_clause") - word_set("infinitive_mark")
    found = next((word.end for word in reversed(before) if word.text in _MARKS or word.small in opens), sentence[0])
    found += len(text[found:start]) - len(text[found:start].lstrip())
    found = next((last + 1 for first, last in cue if first == found and last < start), found)
    behind = words_of_sentence(text, end, sentence[1])
    stop = next((at for at, word in enumerate(behind) if not word.is_word and not is_number(word)), len(behind))
    return min(found, start), behind[stop - 1].end if 0 < stop <= _REST else end


def nouns_in(text: str, spans: Spans) -> frozenset[Noted]:
    """The words of phrases that tell something and are no names, numbers or units."""
    left_out = word_set("stop_word", "of_any_news", "denies_any", "number_scale")
    found = set()
    for span in spans:
        words = words_of_sentence(text, *span)
        for at in telling_words(words, range(len(words))):
            word, root = words[at], base_form(words[at].small)
            if word.text[0].isupper() or is_number(word):
                continue
            measure = any(rows_at("unit", words, at)) or any(rows_at("currency", words, at))
            as_verb = not is_noun(word.small) or bool(at and words[at - 1].small in word_set("infinitive_mark"))
            if has_kin(root, noun=not as_verb) or not (measure or {root, word.small} & left_out):
                found.add(Noted(root, as_verb))
    return frozenset(found)
