"""Numbers of things: the noun counted, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.story.amount_words import PERSON, happenings, implied, is_person, lemmas, of_people, rows_at, thing
from onrecord.story.figure_parts import (
    AFTER,
    BEFORE,
    COUNT,
    REACH,
    Parts,
    as_printed,
    compared,
    ending,
    is_function,
    is_helping,
    is_part,
    names_in,
    noun_run,
    ordinals_in,
    other_words,
    past_determiners,
    places_in,
    stretch,
)
from onrecord.story.inflection import is_noun, is_plural, is_verb, singular
from onrecord.story.numerals import Numeral, Word
from onrecord.word_sets import in_order, word_set


def counted(words: Sequence[Word], numeral: Numeral, first: int, least: float | None) -> Parts | None:
    """What a number without a unit counts; None if it counts nothing that is told."""
    if ending(words[numeral.first]) or numeral.joined or _is_year(words, numeral):
        return None
    begin, subset = numeral.behind, False
    if begin < len(words) and words[begin].small in word_set("measures_of"):
        inner = past_determiners(words, begin + 1)
        if inner == begin + 1:
            return None
        begin, subset = inner, True
        if begin < len(words) and words[begin].text[0].isdigit():
            begin += 1
    head = _head(words, begin)
    how, lead = compared(words, first)
    if how == "exactly" and numeral.rough:
        how = "about"
    if head is None:
        return _bare(words, numeral, lead, how, least)
    noun = singular(words[head].small)
    if noun in word_set("counts_nothing"):
        return None
    more = words[head + 2].small if head + 2 < len(words) and words[head + 1].small in word_set("number_and") else ""
    joint = bool(more) and is_person(singular(more)) and is_person(noun)
    if more and not joint and not is_verb(more):
        return None
    things = {thing(noun)} | ({PERSON} if is_person(noun) else set())
    deeds, telling, clause = _told(words, lead, head + (2 if joint else 0), subset=subset)
    if implied(noun) and not subset and _only_counts(words, lead, head):
        deeds |= {implied(noun)}
    picked = {words[at].small for at in (*range(max(0, lead - 1), lead), *range(numeral.behind, head))}
    return Parts(
        kind=COUNT,
        unit="",
        comparison=how,
        least=least,
        things=frozenset({PERSON} if joint else things),
        deeds=deeds,
        around=other_words(words, range(lead, head + 1)),
        printed=as_printed(words, lead, head + 1),
        thing=as_printed(words, numeral.behind if not subset else begin, head + 1),
        telling=telling,
        agents=_agents(words, [at for at in clause if at < lead]),
        ordinals=ordinals_in(words, clause),
        places=places_in(words, [at for at in clause if at > head]),
        names=names_in(words, [*clause, *range(numeral.behind, head)]),
        some=not word_set("picks_some").isdisjoint(picked),
        of_part=is_part(words, head + 1) or _is_summand(words, lead, head),
    )


def _agents(words: Sequence[Word], before: Sequence[int]) -> frozenset[str]:
    """The names before a verb that stand behind no preposition and do not say what is told."""
    said = max((at for at in before if words[at].small in word_set("told_by")), default=-1)
    named = names_in(words, [at for at in before if at > said])
    linked = names_in(words, [at for at in before if at and words[at - 1].small in word_set("links_object")])
    return frozenset(name for name in named if not any(name.startswith(other) for other in linked))


def _is_summand(words: Sequence[Word], lead: int, head: int) -> bool:
    """Whether the number is one of two that are added up: "12 local and 11 foreign crews", "nine men and two women"."""
    left = [words[at] for at in range(max(0, lead - 4), lead - 1)]
    before = lead > 1 and words[lead - 1].small in word_set("number_and") and any(map(_is_number, left))
    right = words[head + 1 : head + 3]
    return before or (len(right) > 1 and right[0].small in word_set("number_and") and _is_number(right[1]))


def _is_number(word: Word) -> bool:
    return word.text[0].isdigit() or word.small in in_order("number_word") or word.small in in_order("number_tens")


def _is_year(words: Sequence[Word], numeral: Numeral) -> bool:
    text = words[numeral.first].text
    return len(text) == 4 and text.isdigit() and 1900 <= numeral.value <= 2100


def _head(words: Sequence[Word], begin: int) -> int | None:
    """Index of the counted noun: the last plural before a preposition or mark; None if there is none."""
    found = None
    for at in range(begin, min(len(words), begin + REACH)):
        word = words[at]
        if not word.is_word or is_function(word) or word.small in word_set("opens_clause"):
            break
        if found is not None and (is_verb(word.small) and not is_plural(word.text)):
            break
        if is_plural(word.text):
            found = at
    return found


def _verb_of(words: Sequence[Word], head: int, behind: Sequence[int]) -> int | None:
    """Where the verb group begins whose subject ends at `head`; a participle before an auxiliary is none."""
    helping = next((at for at in behind if is_helping(words[at])), None)
    return helping if helping is not None else next((at for at in behind if _is_finite(words, at, head)), None)


def _only_counts(words: Sequence[Word], lead: int, head: int) -> bool:
    """Whether the verb says of the things only that there are so many: "37 bodies were found"."""
    behind = stretch(words, head + 1, 1, AFTER)
    verb = _verb_of(words, head, behind)
    span = behind[behind.index(verb) :] if verb is not None else stretch(words, lead - 1, -1, 4)
    verbs = [at for at in span if is_verb(words[at].small) and not is_helping(words[at]) and not is_function(words[at])]
    return not verbs or bool(lemmas(words[verbs[0]].text) & word_set("counts_only"))


def _told(words: Sequence[Word], lead: int, head: int, *, subset: bool) -> tuple[frozenset[str], str, list[int]]:
    """What is told of what is counted, the words behind it that tell it if it is their subject, and the clause."""
    follows = words[head + 1].small if head + 1 < len(words) else ""
    if follows in word_set("relative_of_people"):
        behind = [] if subset else stretch(words, head + 2, 1, AFTER)
        return happenings(words, behind, counted=True), "", behind
    behind = stretch(words, head + 1, 1, AFTER)
    before = stretch(words, lead - 1, -1, BEFORE)
    if (
        lead > 1
        and words[lead - 1].small in word_set("determiner")
        and words[lead - 2].small in word_set("measures_of")
    ):
        return frozenset(), "", []  # "fifteen of the 24 buses": what is told is of the fifteen
    verb = _verb_of(words, head, behind)
    if verb is not None:
        told = behind[behind.index(verb) :]
        telling = as_printed(words, verb, _telling_ends(words, verb, behind))
        return happenings(words, told, counted=True), telling, told
    nearest: frozenset[str] = frozenset()
    for at in before:
        nearest = happenings(words, [at], counted=True)
        if nearest or (is_verb(words[at].small) and not is_noun(words[at].small) and not is_function(words[at])):
            break
    return nearest | happenings(words, behind[:3], counted=True), _doing(words, lead, before), [*before, *behind]


def _doing(words: Sequence[Word], lead: int, before: Sequence[int]) -> str:
    """Who does what to the things, if that is all that stands before them: "the hall seats"."""
    first = before[-1] if before else lead
    whole = first == 0 or words[first - 1].text == "," or words[first - 1].small in word_set("opens_told_clause")
    if not whole or len(before) < 2 or not is_verb(words[lead - 1].small) or is_function(words[lead - 1]):
        return ""
    if not any(is_noun(words[at].small) for at in before[1:]) or words[lead - 1].small.endswith("ing"):
        return ""
    opening = words[first].small if is_function(words[first]) else words[first].text
    return " ".join([opening, *as_printed(words, first + 1, lead).split()])


def _is_finite(words: Sequence[Word], at: int, head: int) -> bool:
    """Whether the word at `at` is the first of a verb group whose subject ends at `head`."""
    small = words[at].small
    if is_helping(words[at]):
        return True
    return at == head + 1 and is_verb(small) and not small.endswith("ing") and not is_function(words[at])


def _telling_ends(words: Sequence[Word], verb: int, behind: Sequence[int]) -> int:
    """Where what is told ends: before a preposition or what says when."""
    end = verb
    for at in behind:
        if at < verb:
            continue
        if at > verb and (words[at].small in word_set("links_object") or words[at].small in word_set("no_noun")):
            break
        if words[at].text[0].isdigit() or (words[at].text[0].isupper() and at > verb):
            break
        end = at + 1
    if all(is_helping(words[at]) for at in range(verb, end)) and behind[-1] >= end:
        end = next(
            (at for at in range(end + 1, behind[-1] + 1) if words[at].small in word_set("links_object")), behind[-1] + 1
        )
        end = min(end, verb + 5)
    while end > verb and words[end - 1].small in word_set("determiner"):
        end -= 1
    return end


def _bare(words: Sequence[Word], numeral: Numeral, lead: int, how: str, least: float | None) -> Parts | None:
    """A number of people without a noun: "14 dead", "killing 14", "the toll rose to 14"."""
    behind = numeral.behind
    deeds: frozenset[str] = frozenset()
    if behind < len(words) and words[behind].is_word:
        deeds = frozenset(row for row in happenings(words, [behind], counted=True) if of_people(row))
        deeds = deeds if words[behind].small in word_set("plight") and not noun_run(words, behind + 1) else frozenset()
    ends = behind == len(words) or not words[behind].is_word or is_function(words[behind])
    if not deeds and ends and lead and is_verb(words[lead - 1].small):
        deeds = frozenset(row for row in happenings(words, [lead - 1], counted=True) if of_people(row))
    things, thing_ = frozenset({PERSON}), ""
    if not deeds:
        things, deeds, thing_ = _tallied(words, lead)
    if not deeds:
        return None
    return Parts(
        kind=COUNT, unit="", comparison=how, least=least, things=things, deeds=deeds,
        around=other_words(words, range(lead, behind)), printed=as_printed(words, lead, behind), thing=thing_,
    )  # fmt: skip


def _tallied(words: Sequence[Word], lead: int) -> tuple[frozenset[str], frozenset[str], str]:
    """What the number that begins at `lead` is the tally of: "the number of confirmed dead rose to".

    What is counted, what happened to it, and the former as printed.
    """
    left = range(max(0, lead - BEFORE), lead)
    if not left or words[lead - 1].small not in word_set("links_tally"):
        return frozenset(), frozenset(), ""
    for at in reversed(left):
        row = next((row for row, _ in rows_at("tally", words, at)), "")
        if row:
            return frozenset({PERSON}), frozenset({row}), ""
        if words[at].small in word_set("counting_noun") and words[at + 1].small in word_set("measures_of"):
            return _number_of(words, past_determiners(words, at + 2), lead)
    return frozenset(), frozenset(), ""


def _number_of(words: Sequence[Word], begin: int, lead: int) -> tuple[frozenset[str], frozenset[str], str]:
    """What stands behind "the number of" at `begin`."""
    head = _head(words, begin)
    told = happenings(words, range(begin, min(begin + 6, lead)), counted=True)
    if head is None or head >= lead:
        return frozenset({PERSON}), frozenset(row for row in told if of_people(row)), ""
    noun = singular(words[head].small)
    things = {thing(noun)} | ({PERSON} if is_person(noun) else set())
    return frozenset(things), told | ({implied(noun)} - {""}), as_printed(words, begin, head + 1)
