"""Of whom and of what a line on a deed speaks: named, counted, or pointed to as only its article can.

A line has no article before it, so that "the notice" and "her" point to nothing in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.model import Ref, StoryActor
from onrecord.month_names import month_numbers
from onrecord.story import clause_parts as grammar
from onrecord.story import content_words
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import is_noun, singular
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*[’']?|\d[\d.,]*")
"""A word or a number."""


@once_an_index
def says_who(look: Index, ref: Ref, label: str) -> bool:
    """Whether `label`, made from the report at `ref`, says of whom it tells: by a name, or by how many or how much.

    Not "a woman stole £400", which is somebody whom the article names.
    """
    report = look.actions[ref]
    if any(_is_named(look, iri) for iri in look.owners(ref.article, (*report.agents, *report.patients))):
        return True
    wording = grammar.wording(report)
    opening = f"{grammar.dated(look, ref)}, ".casefold()
    first = label.casefold().removeprefix(opening).split(" ", 1)[0]
    anybody = first in word_set("indefinite_article") | {"one"}
    if anybody and wording.voice == "passive":
        return False
    spans = (*(() if anybody else wording.subject), *wording.completion)
    if any(mention.form in NAMES for span in spans for mention, _ in look.mentioned(ref.article, *span)):
        return True
    acting = first in word_set("number_word") and wording.voice == "active"
    counted = acting or any(map(str.isdigit, look.words(ref.article, spans)))
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


def common_words(look: Index, keys: Collection[str]) -> frozenset[str]:
    """Words that several of the articles `keys` have, or a headline: of what a whole sentence may speak."""
    told: Counter[str] = Counter()
    titles: set[str] = set()
    for key in keys:
        text = look.text(key)
        told.update({word.casefold() for word in WORD.findall(text)})
        for item in look.analyses[key].passages:
            if item.kind == "headline":
                titles.update(WORD.findall(text[item.start : item.end].casefold()))
    return frozenset(titles | {word for word, count in told.items() if count > 1}) - word_set("clause_says_when")


def topics(look: Index, keys: Collection[str]) -> frozenset[str]:
    """Words that need no introduction in the story that the articles `keys` tell, as "the strike" in one on a strike.

    Those of headlines, and those that half of the articles have; not what any of several bodies may be called.
    """
    titles: set[str] = set()
    told: Counter[str] = Counter()
    for key in keys:
        text = look.text(key)
        told.update(set(WORD.findall(text)))
        for item in look.analyses[key].passages:
            if item.kind == "headline":
                titles.update(WORD.findall(text[item.start : item.end].casefold()))
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
    words = WORD.findall(content_words.unquoted(line))
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
        if behind[0] in word_set("spoken_of_before"):
            return True
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
