"""What was said that breaks off within a phrase of its sentence: "announced Tk" of "announced Tk 2 lakh"."""

from __future__ import annotations

from onrecord.model import Ref
from onrecord.punctuation import is_quotation_mark
from onrecord.story.index import Index
from onrecord.story.inflection import base, is_verb, verb
from onrecord.story.noun_phrases import WORD
from onrecord.word_sets import word_set


def is_torn(look: Index, ref: Ref) -> bool:
    """Whether the sentence goes on behind the content with words that belong to it: a noun, a number, its verb."""
    item = look.statements[ref]
    if not item.content or item.mode == "direct":
        return False
    place = item.content[-1][1]
    text, (_, end) = look.text(ref.article), look.sentence(ref.article, item.content[-1][1] - 1)
    after = WORD.search(text, place, max(end, place))
    mark = ""
    while after is not None and not after[0][0].isalnum():
        mark = mark or ("" if is_quotation_mark(after[0]) else after[0])
        after = WORD.search(text, after.end(), max(end, place))
    if after is None or any(low <= after.start() < high for low, high in (*item.source, *item.cue)):
        return False
    word = after[0].casefold()
    if mark:
        past = is_verb(word) and verb(base(word), "VBD") == word
        inside = any(place <= start <= after.start() for start, _ in (*item.source, *item.cue))
        return mark == "," and past and not inside
    if word[0].isdigit():
        return True
    day = any(one.start <= after.start() < one.end for one in look.analyses[ref.article].dates)
    open_ = word_set("opens_other_clause") | word_set("behind_noun") | word_set("links_object") | word_set("joins_list")
    return not (day or word in open_ or word in word_set("ends_noun_phrase") or word.endswith("ly"))
