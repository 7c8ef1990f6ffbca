"""Which deeds make lines of their own: what was done, told by whoever can be named, whole, and without its article.

A reader of a line has neither the article nor the sentence. A line therefore says only what an article tells in a
sentence of its own: no headline, no question that was asked, nothing that stands in quotation marks, which belongs to
what was said. Its words do not break off within a phrase, name somebody, and point to nothing told of before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.model import Action, Ref, Span, StoryActor
from onrecord.month_names import month_numbers
from onrecord.punctuation import ENDINGS, MAY_CLOSE
from onrecord.story import clause_parts as grammar
from onrecord.story import content_words
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import is_noun, is_verb, singular
from onrecord.story.quote_marks import quoted_spans
from onrecord.story.retelling import subject_of
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*[’']?|\d[\d.,]*")
_BROKEN = re.compile(r"[.!?]\s+[A-Z]")
"""A sentence that ends within a label."""


@once_an_index
def is_deed(look: Index, ref: Ref) -> bool:
    """Whether the report at `ref` tells of a deed in a sentence of its article, outside quotation marks.

    Not if a noun does, which only presupposes it; if it asks whether something was done; or if a day since which
    something is so is all that dates it.
    """
    report = look.actions[ref]
    wording = grammar.wording(report)
    if not report.trigger or wording.voice == "noun":
        return False
    start = report.trigger[0][0]
    return (
        is_sentence(look, ref.article, start)
        and not any(first <= start < last for first, last in _quoted(look, ref.article))
        and not _asks(look, ref, report)
        and not _lasts(look, ref, report)
    )


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
    words = [item.casefold() for item in _WORD.findall(behind)]
    return report.lemma in word_set("asks") and not word_set("opens_question").isdisjoint(words)


def _lasts(look: Index, ref: Ref, report: Action) -> bool:
    """Whether the day is that since which something is so: it was not done on that day."""
    if report.date_span is None:
        return False
    return bool(word_set("day_of_beginning") & {*grammar.before(look, ref.article, report.date_span[0], 1)})


@once_an_index
def is_whole(look: Index, ref: Ref, label: str) -> bool:
    """Whether `label` does not break off: behind its last words the sentence has a mark or another clause."""
    if _BROKEN.search(label):
        return False
    if look.actions[ref].wording is None:
        return True
    report, wording = look.actions[ref], grammar.wording(look.actions[ref])
    told_of = subject_of(look, ref, wording).names
    if wording.voice == "active" and (not wording.group or (wording.subject and not told_of)):
        return False  # "ending years of strife", which may be hoped for; "17 caps were won" of "he has won 17 caps"
    sentence = look.sentence(ref.article, report.trigger[0][0])
    doers = report.agent_spans if wording.voice == "passive" else ()
    behind = [end for _, end in (*report.trigger, *wording.completion, *wording.group, *doers)]
    return _is_end(look, ref.article, max(end for end in behind if end <= sentence[1]), sentence[1])


def _is_end(look: Index, article: str, place: int, last: int) -> bool:
    """Whether at `place` nothing more of a clause follows but a day, up to the end of its sentence at `last`."""
    text = look.text(article)
    times = {item.start: item.end for item in look.analyses[article].dates}
    while found := _WORD.search(text, place, last):
        if text[place : found.start()].strip():
            break
        word = found[0].casefold()
        day = next((times[start] for start in times if found.start() <= start <= found.end() + 1), None)
        if day is not None and (found.start() in times or word in word_set("before_day")):
            place = day
        elif word in word_set("joins_list"):
            after = _WORD.search(text, found.end(), last)
            return after is None or not _opens_phrase(after[0])
        else:
            return word in word_set("opens_other_clause")
    return True


def _opens_phrase(word: str) -> bool:
    """Whether a word behind "and" goes on with a row of things, not with a verb or another clause."""
    small = word.casefold()
    if small in word_set("determiner") | word_set("possessive_pronoun") or word[:1].isdigit():
        return True
    return is_noun(word) and not is_verb(word)


@once_an_index
def says_who(look: Index, ref: Ref, label: str) -> bool:
    """Whether `label`, made from the report at `ref`, says of whom it tells: by a name, or by how many or how much.

    Not "a woman stole £400", which is somebody whom the article names.
    """
    report = look.actions[ref]
    if any(_is_named(look, iri) for iri in look.owners(ref.article, (*report.agents, *report.patients))):
        return True
    wording = grammar.wording(report)
    if any(
        mention.form in NAMES
        for span in (*wording.subject, *wording.completion)
        for mention, _ in look.mentioned(ref.article, *span)
    ):
        return True
    first = label.casefold().split(" ", 1)[0]
    anybody = first in word_set("indefinite_article") | {"one"}
    printed = look.words(ref.article, (*wording.subject, *wording.completion))
    acting = first in word_set("number_word") and wording.voice == "active"
    counted = any(map(str.isdigit, printed)) or acting
    return not anybody and (report.within is not None or counted)


@once_an_index
def names_several(look: Index, ref: Ref) -> bool:
    """Whether the report names its doer, and somebody or something else with a name."""
    report = look.actions[ref]
    wording = grammar.wording(report)
    doers = {iri for iri in look.owners(ref.article, report.agents) if _is_named(look, iri)}
    others = {
        look.homes.get(other, "")
        for span in (*wording.subject, *wording.completion)
        for mention, other in look.mentioned(ref.article, *span)
        if mention.form in NAMES
    }
    return bool(doers) and bool(others - doers)


def _is_named(look: Index, iri: str) -> bool:
    thing = look.things.get(iri)
    return isinstance(thing, StoryActor) and thing.named


def topics(look: Index, keys: Collection[str]) -> frozenset[str]:
    """Words that need no introduction in the story that the articles `keys` tell, as "the strike" in one on a strike.

    Those of headlines, and those that half of the articles have; not what any of several bodies may be called.
    """
    titles: set[str] = set()
    told: Counter[str] = Counter()
    for key in keys:
        text = look.text(key)
        told.update(set(_WORD.findall(text)))
        for item in look.analyses[key].passages:
            if item.kind == "headline":
                titles.update(_WORD.findall(text[item.start : item.end].casefold()))
    often = {word for word, count in told.items() if count > 1 and 2 * count >= len(keys)}
    bodies = word_set("same_body") | word_set("any_body") | word_set("epithet")
    return frozenset((titles | often) - bodies - word_set("clause_says_when"))


def points_back(look: Index, ref: Ref, topics: Collection[str], label: str) -> bool:
    """Whether `label`, made from the report at `ref`, speaks of something that only its article tells.

    As "the notice", if no headline of the story has the word (`topics`), and as "her", if it names no woman before.
    """
    return content_words.is_open(label) or _is_loose(look, ref) or points_to_noun(label, topics)


def _is_loose(look: Index, ref: Ref) -> bool:
    """Whether a pronoun in the words behind the verb stands for nobody whom the clause names before it."""
    report = look.actions[ref]
    wording = grammar.wording(report)
    if content_words.is_loose(look, ref.article, wording.completion):
        return True
    known = {*look.owners(ref.article, (*report.agents, *report.patients))}
    known |= {look.homes.get(one, "") for span in wording.subject for _, one in look.mentioned(ref.article, *span)}
    for span in wording.completion:
        for mention, other in look.mentioned(ref.article, *span):
            iri = look.homes.get(other, "")
            if mention.form == "pronoun" and iri not in known and not _is_named(look, iri):
                return True
            known.add(iri)
    return False


def points_to_noun(line: str, topics: Collection[str]) -> bool:
    """Whether `line` has a noun phrase that nothing makes out, outside quotation marks.

    As in "signed the notice", "on the first day" and "was shown a copy". Bodies that the line has named may be
    "the companies".
    """
    words = _WORD.findall(content_words.unquoted(line))
    named = False
    for place, word in enumerate(words[:-1]):
        small = word.casefold()
        named = named or (place > 0 and word[:1].isupper() and not _is_of_calendar(word))
        behind = words[place + 1 :]
        if small in word_set("indefinite_article"):
            if behind[0] in word_set("part_of_something") and behind[1:2] != ["of"]:
                return True
            continue
        if small != "the":
            continue
        if behind[0] in word_set("place_in_row") and len(behind) > 1:
            behind = behind[1:]
        if behind[0].islower() and not _is_made_out(behind[0], behind[1:], topics, named=named):
            return True
    return False


def _is_of_calendar(word: str) -> bool:
    return word in word_set("weekday") or word.casefold() in month_numbers()


def _is_made_out(noun: str, behind: Sequence[str], topics: Collection[str], *, named: bool) -> bool:
    """Whether a reader of a line alone knows what "the" with `noun` means, from the words `behind` it or anyway."""
    ending = next((mark for mark in word_set("possessive_ending") if noun.endswith(mark)), "")
    noun, behind = noun.removesuffix(ending), () if ending else behind  # "the firm's team": which firm?
    if noun in topics or noun in word_set("needs_no_introduction"):
        return True
    if named and singular(noun) != noun and singular(noun) in word_set("same_body"):
        return True
    if not behind:
        return False
    after = behind[0]
    if after in word_set("makes_out") or after[:1].isupper() or after[:1].isdigit():
        return True
    return after not in word_set("behind_noun") and is_noun(after)


def is_open_sentence(look: Index, article: str, span: Span, topics: Collection[str]) -> bool:
    """Whether the sentence at `span` speaks of somebody or something that only what stands around it tells."""
    sentence = look.words(article, (span,))
    if content_words.is_open(sentence) or points_to_noun(sentence[:1].lower() + sentence[1:], topics):
        return True
    named: set[str] = set()
    for mention, ref in look.mentioned(article, *span):
        iri = look.homes.get(ref, "")
        if mention.form == "pronoun" and iri not in named:
            return True
        named.add(iri)
    return content_words.is_loose(look, article, (span,))
