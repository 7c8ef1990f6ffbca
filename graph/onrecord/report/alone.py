"""What a line of a report needs to be understood without its article: whole words, days, how many print all of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.counts import counted
from onrecord.model import Place, Ref, StoryActor, StoryStatement
from onrecord.punctuation import ENDINGS, MAY_CLOSE, MAY_OPEN
from onrecord.report.part import Part, once_a_part
from onrecord.story import bracketed, content_words, date_phrases, excerpts, quotations, statement_labels
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_LITTLE = 3
"""Most words of a quotation that says too little without what stands before it."""
_SOON = 8
"""First words of a quotation among which a pronoun for somebody told of before leaves it open."""
_WHOLE = weights_of("matters")["quotation.whole"]


@dataclass(frozen=True, slots=True)
class Told:
    """A line on what was said: the label of a statement, or one or two sentences of an article that tell it."""

    words: str
    ref: Ref
    """The printing that it is made from."""
    places: tuple[Place, ...] = ()
    """The sentences quoted; none if it is the label."""


@once_a_part
def told(part: Part, item: StoryStatement, known: frozenset[str]) -> Told | None:
    """What was said in words that can be understood alone, from the chief printing if that can, else from another.

    `known` are words that need no introduction in the story. Who says it has to be sure.
    """
    chief = item.chief or item.refs[0]
    refs = [chief, *(ref for ref in part.here(item.refs) if ref != chief)]
    for ref in refs:
        if ref in part.look.statements and part.look.statements[ref].recorded and ref.article in part.keys:
            found = _told(part, ref, item.label if ref == chief else "", known)
            if found is not None:
                return found
    return None


def _told(part: Part, ref: Ref, label: str, known: frozenset[str]) -> Told | None:
    look, said = part.look, part.look.statements[ref]
    if _is_headline(part, ref):
        return None
    if said.shown == "sentence" and (shown := quotations.spoken_in(look, ref)) is not None:
        return Told(shown.words, ref, tuple(Place(ref.article, *span) for span in shown.places))
    words = look.words(ref.article, said.content)
    points = said.mode == "direct" and (_points_back(words) or len(words.split()) <= _LITTLE or _answers(words))
    if (
        said.mode == "direct"
        and not points
        and _names_speaker(part, ref)
        and (clear := _clear(part, ref, label, words)) is not None
    ):
        whole = sentence(part, ref, known) if _is_cut(clear) else None
        fits = whole is not None and not has_others(part, whole.places, said.speakers)
        return whole if whole is not None and fits else Told(clear, ref)
    quoted = sentence(part, ref, known, least=2 if points else 1)
    if quoted is not None and (points or _is_pronoun(part, ref) or not has_others(part, quoted.places, said.speakers)):
        return quoted
    alone = _clear(part, ref, label, words)
    return Told(alone, ref) if alone is not None and "?" not in alone else quoted


def _is_cut(label: str) -> bool:
    """Whether a label leaves out the end of what was said, which the sentences of the article have."""
    return label.endswith("…”")


def _clear(part: Part, ref: Ref, label: str, words: str) -> str | None:
    """The label of the printing at `ref` of `words`, if it makes a line alone; it is made anew if none is given."""
    look = part.look
    if not bracketed.is_sure_of_speaker(look, ref) or not _LETTERS.search(words) or statement_labels.is_open(look, ref):
        return None
    label = label or statement_labels.said(look, ref)
    return None if _is_fragment(label) or content_words.is_open(label) else label


def sentence(part: Part, ref: Ref, known: frozenset[str], *, least: int = 1) -> Told | None:
    """At least the sentences of a statement, if they can be understood alone or with those before them."""
    said = part.look.statements[ref]
    spans = sorted((*said.cue, *said.content)) or [*said.source]
    if not spans:
        return None
    whole = (spans[0][0], max(end for _, end in spans) - 1)
    quoted = excerpts.spoken(part.look, (ref.article, whole), known, least=least)
    if quoted is None and said.mode != "direct":
        start = next(iter((*said.cue, *said.content)))[0]
        quoted = excerpts.spoken(part.look, (ref.article, (start, start)), known, least=least)
    return Told(quoted.words, ref, tuple(Place(ref.article, *span) for span in quoted.places)) if quoted else None


def _is_pronoun(part: Part, ref: Ref) -> bool:
    """Whether a pronoun says it, so that a sentence before tells who."""
    words = part.look.words(ref.article, part.look.statements[ref].source).casefold()
    return words in word_set("stands_for_something")


def is_of_another(part: Part, told: Told) -> bool:
    """Whether a line is first what somebody else says: what Lund told Roth, as Roth tells it."""
    said, said_of = part.look.statements[told.ref], part.look.analyses[told.ref.article].statements
    outer = [one for one in said_of if one.id == said.within]
    if any(set(one.speakers).isdisjoint(said.speakers) for one in outer):
        return True
    starts = [(one.cue[0][0], one) for one in said_of if one.recorded and one.cue and _is_in(told, one.cue[0][0])]
    opening = min(starts, key=lambda pair: pair[0], default=(0, said))[1]
    return bool(opening.speakers) and set(opening.speakers).isdisjoint(said.speakers)


def _is_in(told: Told, place: int) -> bool:
    return any(one.start <= place < one.end for one in told.places[-1:])


def has_others(part: Part, places: Sequence[Place], speakers: Sequence[str]) -> bool:
    """Whether sentences before the last one quoted have words of somebody other than `speakers`."""
    for place in places[:-1]:
        for one in part.look.analyses[place.article].statements:
            begins = (one.cue or one.content)[:1]
            here = one.recorded and bool(begins) and place.start <= begins[0][0] < place.end
            if here and (not speakers or set(one.speakers).isdisjoint(speakers)):
                return True
    return False


def _is_fragment(label: str) -> bool:
    """Whether a label has words for what was said that are no clause: "proposed: The motion to cut it"."""
    _, mark, content = label.partition(": ")
    tensed = word_set("auxiliary") | word_set("form_of_be") | word_set("will") | word_set("can")
    return bool(mark) and content[:1] not in MAY_OPEN and tensed.isdisjoint(content.casefold().split())


def _names_speaker(part: Part, ref: Ref) -> bool:
    speakers = (part.look.things.get(iri) for iri in part.look.owners(ref.article, part.look.statements[ref].speakers))
    return any(isinstance(thing, StoryActor) and thing.named for thing in speakers)


def _answers(words: str) -> bool:
    """Whether a quotation answers a question that it does not repeat: "Yes. All of them were"."""
    first = _LETTERS.search(words.casefold())
    return first is not None and first[0] in word_set("answers_question")


def _points_back(words: str) -> bool:
    """Whether a quotation soon speaks of somebody or something by a pronoun: "I thought they were students"."""
    found = [word.casefold().replace("’", "'").partition("'")[0] for word in _LETTERS.findall(words)][:_SOON]
    pronouns = word_set("stands_for_something")
    return any(
        word in pronouns
        and not content_words.announces(word, found[at + 1 :])
        and not content_words.brings_in(found[:at], person=word in word_set("stands_for_person"))
        for at, word in enumerate(found)
    )


def _is_headline(part: Part, ref: Ref) -> bool:
    """Whether a statement stands in a headline or in a line like one, which shortens what the text below it says.

    A line under a headline has no full stop.
    """
    item, analysis = part.look.statements[ref], part.look.analyses[ref.article]
    start = min((low for low, _ in (*item.content, *item.cue)), default=-1)
    if any(one.kind == "headline" and one.start <= start < one.end for one in analysis.passages):
        return True
    low, end = part.look.sentence(ref.article, max(start, 0))
    line = part.look.text(ref.article)[low:end].rstrip(f"{''.join(MAY_CLOSE)}) \n")
    return item.mode == "indirect" and bool(analysis.passages) and line[-1:] not in ENDINGS


def support(part: Part, item: StoryStatement, ref: Ref, *, quoted: bool = False) -> str:
    """How many articles print the words at `ref`, from how many origins; how many print only some of them.

    A line that is `quoted` from the only one names it.

    Days that the words name by the day of printing alone ("yesterday") are told.
    """
    here = part.here(item.refs)
    less = {one.article for one in here if _is_part(part, one, ref)}
    less -= {one.article for one in here if not _is_part(part, one, ref)}
    whole = len({one.article for one in here} - less)
    several = whole > 1 or not quoted
    told = [f"{counted(whole, 'article')}, {counted(len(part.origins(item)), 'origin')}"] if several else []
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
            owns = analysis.article.text[item.end : item.end + 2] in word_set("possessive_ending")
            owns = owns and word_pattern("bare_weekday").fullmatch(printed) is not None
            in_weeks = len(item.value) == len("2015-07-20") and word_pattern("counted_in_weeks").search(printed)
            if (
                owns
                or in_weeks
                or _is_in_name(analysis.article.text, item.start, printed)
                or any(low <= item.start < high for low, high in bracketed.quoted(part.look, ref.article))
            ):
                continue  # "Thursday's auction", "Fishing Today"; whoever is quoted may have said it on another day
            words = set(_WORD.findall(printed.casefold()))
            if words & word_set("relative_day") and not any(char.isdigit() for char in printed):
                value = date_phrases.in_words(item.value[: len("2015-07-20")])
                if value != item.value:
                    yield f"“{' '.join(printed.split())}” is {value}"


def _is_in_name(text: str, start: int, printed: str) -> bool:
    """Whether a word for a day is capitalized within a sentence and no weekday: "Fjord Fishing Today"."""
    inside = text[:start].endswith(" ") and text[: start - 1][-1:].isalnum()
    return inside and printed[:1].isupper() and printed.split(maxsplit=1)[0] not in word_set("weekday")
