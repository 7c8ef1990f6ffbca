"""Of whom and of what a line on a deed speaks: named, counted, or pointed to as only its article can.

A line has no article before it, so that "the notice" and "her" point to nothing in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from onrecord.model import Ref, Spans, StoryActor
from onrecord.month_names import month_numbers
from onrecord.story import clause_parts as grammar
from onrecord.story import content_words
from onrecord.story.clear_nodes import is_clear
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import is_adjective, is_common, is_noun, singular
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*[’']?|\d[\d.,]*")
"""A word or a number."""
_MAY_LEAVE = 1
"""Most nouns of a clause of which only the story tells which is meant: "demanded that the contract be cancelled"."""
_LAST = 4
"""Most words of a phrase with which a clause ends."""
_PAIR = 4
"""Words behind "both" among which "and" shows that it joins two: "both Lund and Moe"."""
_YEAR = 4
"""Digits of a year."""


@once_an_index
def says_who(look: Index, ref: Ref, label: str) -> bool:
    """Whether `label`, made from the report at `ref`, says of whom it tells: by a name, or by how many or how much.

    Not "a woman stole £400", which is somebody whom the article names.
    """
    if any(_is_named(look, iri) for iri in _taking_part(look, ref)):
        return True
    wording = grammar.wording(look.actions[ref])
    opening = f"{grammar.dated(look, ref)}, ".casefold()
    first = label.casefold().removeprefix(opening).split(" ", 1)[0]
    anybody = first in word_set("indefinite_article") | {"one"}
    if anybody and wording.voice == "passive":
        return False
    spans = (*(() if anybody else wording.subject), *wording.completion)
    if _has_name(look, ref.article, spans):
        return True
    acting = first in word_set("number_word") and wording.voice == "active"
    counted = acting or any(map(str.isdigit, look.words(ref.article, spans)))
    return not anybody and (look.actions[ref].within is not None or counted)


@once_an_index
def names_somebody(look: Index, ref: Ref) -> bool:
    """Whether the clause for the report at `ref` has the name of somebody or something in it, and not of a place alone.

    "Four passengers died in Moss" says of whom it tells only beside the headline of its article.
    """
    wording = grammar.wording(look.actions[ref])
    report = look.actions[ref]
    if any(_is_clear(look, iri, place=True) for iri in look.owners(ref.article, report.agents)):
        return True
    if any(_is_clear(look, iri) for iri in look.owners(ref.article, report.patients)):
        return True
    return has_clear_name(look, ref.article, (*wording.subject, *wording.completion))


def has_clear_name(look: Index, article: str, spans: Spans) -> bool:
    """Whether `spans` have the name of somebody, or of a body or a thing, that says by itself who it is."""
    found = (pair for span in spans for pair in look.mentioned(article, *span))
    return any(one.form in NAMES and _is_clear(look, look.homes.get(other, "")) for one, other in found)


def _is_clear(look: Index, iri: str, *, place: bool = False) -> bool:
    thing = look.things.get(iri)
    if not isinstance(thing, StoryActor) or not thing.named:
        return False
    return (place or thing.type != "Place") and is_clear(look, thing)


def _taking_part(look: Index, ref: Ref) -> tuple[str, ...]:
    report = look.actions[ref]
    return look.owners(ref.article, (*report.agents, *report.patients))


def _has_name(look: Index, article: str, spans: Spans) -> bool:
    return any(mention.form in NAMES for span in spans for mention, _ in look.mentioned(article, *span))


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
    open_ = goes_on(label) or content_words.is_open(label) or _is_loose(look, ref) or _leaves_deed_open(label)
    nouns = open_nouns(label, topics)
    return open_ or len(nouns) > _MAY_LEAVE or any(not place or _ends_clause(label, place) for place in nouns)


def _ends_clause(label: str, place: int) -> bool:
    """Whether a clause ends with the phrase that its word at `place` opens: "ordered the suspension"."""
    words = WORD.findall(content_words.unquoted(label.partition(",")[0]))
    return place < len(words) and len(words) - place <= _LAST


def _leaves_deed_open(label: str) -> bool:
    """Whether `label` ends with what says of no deed what it is ("asked Moss to step in") or opens with "a second"."""
    words = [word.casefold() for word in WORD.findall(label)]
    ends = any(words[-len(one.split()) :] == one.split() for one in word_set("says_no_deed"))
    opens = words[:1] and words[0] in word_set("indefinite_article")
    return ends or (bool(opens) and not word_set("one_more").isdisjoint(words[1:2]))


def goes_on(line: str) -> bool:
    """Whether `line` goes on from what was told before it: "agreed to sell it instead"."""
    words = WORD.findall(content_words.unquoted(line))
    return not word_set("goes_on_from_deed").isdisjoint(word.casefold() for word in words)


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


def open_nouns(line: str, topics: Collection[str]) -> list[int]:
    """The words of `line`, by number, that open a noun phrase that nothing makes out, outside quotation marks.

    As in "signed the notice", "on the first day", "met both sides" and "was shown a copy". Bodies that the line has
    named may be "the companies", and what it has brought in by "a film" may be "the film".
    """
    found: list[int] = []
    words = WORD.findall(content_words.unquoted(line))
    named, known = False, {*topics} | word_set("known_to_all")
    for place, word in enumerate(words[:-1]):
        small = word.casefold()
        proper = place > 0 or not is_common(word)
        named = named or (proper and word[:1].isupper() and not _is_of_calendar(word))
        behind = words[place + 1 :]
        if small in word_set("indefinite_article", "number_word"):
            if behind[0] in word_set("part_of_something") and behind[1:2] != ["of"]:
                found.append(place)
            known |= {*_phrase(behind)}
        elif (small in word_set("all_of_known") and behind[0].islower() and "and" not in behind[:_PAIR]) or (
            small == "the" and _is_open(behind, known, named=named)
        ):
            found.append(place)
    return found


def _is_open(behind: Sequence[str], known: Collection[str], *, named: bool) -> bool:
    """Whether "the" before the words `behind` points to what the line does not tell."""
    if behind[0] in word_set("spoken_of_before"):
        return True
    while len(behind) > 1 and _says_which_of_several(behind[0]):
        behind = behind[1:]
    if behind[0].casefold() in word_set("office_alone"):
        return not (behind[1:2] and (behind[1][:1].isupper() or behind[1] in word_set("makes_out")))  # "the Minister"
    return behind[0].islower() and not _is_made_out(behind, known, named=named)


def _says_which_of_several(word: str) -> bool:
    """Whether a word behind "the" only counts: "the first day", "the two men", "the 31 men", but not "the 1993 law"."""
    number = word[:1].isdigit() and not (word.isdigit() and len(word) == _YEAR)
    return number or word in word_set("place_in_row") | word_set("number_word")


def _is_of_calendar(word: str) -> bool:
    return word in word_set("weekday") or word.casefold() in month_numbers()


def _phrase(words: Sequence[str]) -> Sequence[str]:
    """The nouns, in the singular, of the phrase with which `words` begin: those of "sandy beach" before "in May"."""
    ends = (place for place, word in enumerate(words) if place and not _goes_on(word))
    return [singular(word) for word in words[: next(ends, len(words))]]


def _goes_on(word: str) -> bool:
    """Whether a word goes on with a noun phrase of which nouns and adjectives stand before it."""
    small = word_set("behind_noun") | word_set("says_nothing_of_count")
    common = word[:1].islower() and word not in small and word not in word_set("makes_out")
    return common and (is_noun(word) or is_adjective(word))


def _is_made_out(behind: Sequence[str], known: Collection[str], *, named: bool) -> bool:
    """Whether a reader of a line alone knows what "the" means before the words `behind`.

    Words before the noun do not say so unless it is `known`: "the ferry strike", of which of them?
    """
    for place, word in enumerate(behind):
        ending = next((mark for mark in word_set("possessive_ending") if word.endswith(mark)), "")
        noun = word.removesuffix(ending)
        several = named and singular(noun) in word_set("means_a_company") | word_set("means_a_state")
        if noun in known or singular(noun) in known or several:
            return True
        after = "" if ending else "".join(behind[place + 1 : place + 2])  # "the firm's team": which firm?
        if not _goes_on(after):
            return _tells_which(after)
    return False


def _tells_which(word: str) -> bool:
    """Whether a word behind a noun opens what says which one is meant."""
    name = word[:1].isupper() and not _is_of_calendar(word)
    return name or word[:1].isdigit() or word in word_set("makes_out")
