"""Which lines on what was said a reader without the article understands: by whom, of what, and whole."""

from __future__ import annotations

from onrecord.model import Ref, StoryActor
from onrecord.story import anchors, bracketed, clear_speakers, interviews, statement_labels, statement_words, torn
from onrecord.story.index import Index, once_an_index
from onrecord.story.noun_phrases import WORD, phrase
from onrecord.word_sets import word_set

_REFUSAL = "refusal_to_comment"


@once_an_index
def is_clear(look: Index, ref: Ref) -> bool:
    """Whether the label of the printing at `ref` says by whom and what, and points to nothing outside it."""
    item = look.statements[ref]
    if item.kind == _REFUSAL and look.words(ref.article, item.cue).casefold().split()[:1] == ["to"]:
        return False  # the "to say" of "declined to say", which is told with it
    if item.mode != "direct" and (is_of_no_words(look, ref) or _is_limited(look, ref)):
        return False
    if _says_another(look, ref):
        return False
    if torn.is_torn(look, ref) or not clear_speakers.says_who(look, ref) or statement_labels.is_open(look, ref):
        return False
    if not _are_sure(look, ref):
        return False
    reading = statement_words.reading(look, ref)
    spans = statement_words.shown_spans(look, ref)
    if asked := interviews.question(look, ref):
        spans = (asked, *spans)
    anchored = item.kind == _REFUSAL or anchors.is_anchored(look, ref, spans, reading)
    return anchored and not reading.left


def _are_sure(look: Index, ref: Ref) -> bool:
    """Whether each person whom the words name in place of a pronoun is the only one whom it can mean.

    "Lund said the envoy had left. He was ill, a clerk said": Lund or the envoy?
    """
    item, places = look.statements[ref], statement_words.replaced(look, ref)
    told = (pair for span in item.content for pair in look.mentioned(ref.article, *span) if pair[0].start in places)
    for one, other in told:
        thing = look.things.get(look.homes.get(other, ""))
        person = isinstance(thing, StoryActor) and thing.named and thing.type == "Person"
        if one.form == "pronoun" and person and bracketed.sure_name(look, one, other) is None:
            return False
    return True


def _says_another(look: Index, ref: Ref) -> bool:
    """Whether a phrase right before the verb says it, not the source: "according to Lund, who left, a report says"."""
    item = look.statements[ref]
    if not item.source or not item.cue:
        return False
    between = look.text(ref.article)[item.source[-1][1] : item.cue[0][0]]
    _, comma, behind = between.rpartition(",")
    words = WORD.findall(behind) if comma else []
    if not words or words[0].casefold() not in word_set("determiner") | word_set("possessive_pronoun"):
        return False
    size = 1
    while (found := phrase(words[size:])) is not None:
        size += found.size
    return size == len(words) > 1


def _is_limited(look: Index, ref: Ref) -> bool:
    """Whether words between the verb and what is said limit it, which the label leaves out: "refused, for now, to"."""
    item = look.statements[ref]
    if not item.cue or not item.content:
        return False
    between = look.text(ref.article)[item.cue[-1][1] : item.content[0][0]].casefold()
    return any(words in between for words in word_set("limits_told"))


def is_of_no_words(look: Index, ref: Ref) -> bool:
    """Whether a verb tells of no words of theirs: "the police charged a clerk", "she called what was done"."""
    verb = statement_labels.cue(look, ref)
    of_law = verb in word_set("act_of_law")
    if not of_law and verb not in word_set("calls_so"):
        return False
    told = statement_words.words(look, ref).casefold().partition(" ")[0]
    return told not in word_set("opens_told_clause") if of_law else told in word_set("asked_object")
