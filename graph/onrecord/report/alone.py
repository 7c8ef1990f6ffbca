"""What a line of a report needs to be understood without its article: whole words, days, how many print all of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.counts import counted
from onrecord.model import Ref, StoryStatement
from onrecord.report.part import Part
from onrecord.story import content_words, date_phrases, statement_labels
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_WORD = re.compile(r"\w+")
_WHOLE = weights_of("matters")["quotation.whole"]


def words_of(part: Part, item: StoryStatement) -> tuple[str, Ref] | None:
    """The label of a statement that can be understood alone, with the printing that it is made from.

    It is that of the story if it can, else that of another printing in these articles; None if none can.
    """
    chief = item.chief or item.refs[0]
    clear = chief in part.look.statements and not _is_bare(part, chief) and not content_words.is_open(item.label)
    if clear and not statement_labels.is_open(part.look, chief):
        return item.label, chief
    for ref in part.here(item.refs):
        if (
            ref != chief
            and part.look.statements[ref].recorded
            and not _is_bare(part, ref)
            and not statement_labels.is_open(part.look, ref)
        ):
            return statement_labels.said(part.look, ref), ref
    return None


def _is_bare(part: Part, ref: Ref) -> bool:
    """Whether a headline has a bare noun for who said it: "Union says company was warned"; the text has the name."""
    item = part.look.statements[ref]
    analysis = part.look.analyses[ref.article]
    actors = (part.look.actors.get(Ref(ref.article, key)) for key in item.speakers)
    if any(one is not None and one.named for one in actors):
        return False
    start = min((low for low, _ in (*item.content, *item.cue)), default=-1)
    return any(one.kind == "headline" and one.start <= start < one.end for one in analysis.passages)


def support(part: Part, item: StoryStatement, ref: Ref) -> str:
    """How many articles print the words at `ref`, from how many origins; how many print only some of them.

    Days that the words name by the day of printing alone ("yesterday") are told.
    """
    here = part.here(item.refs)
    less = {one.article for one in here if _is_part(part, one, ref)}
    less -= {one.article for one in here if not _is_part(part, one, ref)}
    whole = len({one.article for one in here} - less)
    told = [f"{counted(whole, 'article')}, {counted(len(part.origins(item)), 'origin')}"]
    if less:
        told.append(f"{counted(len(less), 'article')} {'prints' if len(less) == 1 else 'print'} a part of it")
    return "; ".join([*told, *_days(part, ref)])


def _is_part(part: Part, one: Ref, whole: Ref) -> bool:
    """Whether a quotation prints only some of the words of another."""
    said = part.look.statements
    if one == whole or said[one].mode != "direct" or said[whole].mode != "direct":
        return False
    words = [Counter(_WORD.findall(part.look.words(ref.article, said[ref].content).casefold())) for ref in (one, whole)]
    common = (words[0] & words[1]).total()
    return common >= _WHOLE * words[0].total() and common < _WHOLE * words[1].total()


def _days(part: Part, ref: Ref) -> Iterator[str]:
    """The days meant by times in the words at `ref` that say something only on the day of printing."""
    analysis = part.look.analyses[ref.article]
    for start, end in part.look.statements[ref].content:
        for item in analysis.dates:
            printed = analysis.article.text[item.start : item.end]
            if not (start <= item.start and item.end <= end) or not item.value or not item.value[:4].isdigit():
                continue
            words = set(_WORD.findall(printed.casefold()))
            if words & word_set("relative_day") and not any(char.isdigit() for char in printed):
                value = date_phrases.in_words(item.value[: len("2015-07-20")])
                if value != item.value:
                    yield f"“{' '.join(printed.split())}” is {value}"
