"""Numbers of things: the noun counted, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.story.amount_words import PERSON, happenings, implied, is_broad, is_person, lemmas, of_people, thing
from onrecord.story.comparisons import undergo, verbs_beside
from onrecord.story.figure_parts import (
    AFTER,
    BEFORE,
    COUNT,
    Parts,
    as_printed,
    before_next_number,
    compared,
    ending,
    head_of,
    is_function,
    is_helping,
    is_number,
    is_part,
    names_in,
    near_words,
    noun_run,
    ordinals_in,
    other_words,
    past_determiners,
    places_in,
    stretch,
)
from onrecord.story.inflection import is_noun, is_verb, singular
from onrecord.story.numerals import Numeral, Word
from onrecord.story.tallies import bare
from onrecord.word_sets import word_set


def counted(words: Sequence[Word], numeral: Numeral, first: int, least: float | None) -> Parts | None:
    """What a number without a unit counts; None if it counts nothing that is told."""
    begin, subset = _begins_noun(words, numeral.behind)
    if ending(words[numeral.first]) or numeral.joined or _is_year(words, numeral) or begin is None:
        return None
    how, lead = compared(words, first)
    if how == "exactly" and numeral.rough:
        how = "about"
    head = _head(words, numeral, begin, subset=subset)
    if head is None:
        return bare(words, numeral, lead, how, least)
    return _of_noun(words, numeral, (lead, begin, head), how, least)


def _begins_noun(words: Sequence[Word], behind: int) -> tuple[int | None, bool]:
    """Where what is counted begins, and whether the number is of some of it: "nine of the boats"; None for no noun."""
    if behind == len(words) or words[behind].small not in word_set("measures_of"):
        return (None if behind < len(words) and words[behind].small in word_set("half_of_day") else behind), False
    begin = past_determiners(words, behind + 1)
    if begin == behind + 1:
        return None, True
    return (begin + 1 if begin < len(words) and words[begin].text[0].isdigit() else begin), True


def _head(words: Sequence[Word], numeral: Numeral, begin: int, *, subset: bool) -> int | None:
    """Index of the counted noun: a plural, "the enemy" of which some are counted, the noun of one person or of none."""
    head = head_of(words, begin)
    if head is not None:
        one = numeral.value == 1 or singular(words[head].small) in word_set("counts_nothing")
        return None if one else head
    if subset and begin < len(words) and words[begin].small in word_set("collective_of_people"):
        return begin
    return _one_noun(words, begin, numeral) if numeral.value <= 1 else None


def _of_noun(
    words: Sequence[Word], numeral: Numeral, at: tuple[int, int, int], how: str, least: float | None
) -> Parts | None:
    """What stands around a number: `at` is where it, and what it counts, begin, and the noun."""
    lead, begin, head = at
    noun = singular(words[head].small)
    subset = begin > numeral.behind
    last = _joined_noun(words, head)
    if last is None:
        return None
    collective = noun in word_set("collective_of_people")
    things = {thing(noun)} | ({PERSON} if is_person(noun) or collective else set())
    deeds, telling, clause = _told(words, lead, last, subset=subset)
    if implied(noun) and not subset and _only_counts(words, lead, head):
        deeds |= {implied(noun)}
    if numeral.value <= 1 and not (PERSON in things and any(map(of_people, deeds))):
        return None
    picked = {words[at].small for at in (*range(max(0, lead - 1), lead), *range(numeral.behind, head))}
    return Parts(
        kind=COUNT,
        unit="",
        comparison=how,
        least=least,
        things=frozenset(things if last == head else {PERSON}),
        deeds=deeds,
        around=other_words(words, range(lead, head + 1)),
        printed=as_printed(words, lead, head + 1),
        thing=as_printed(words, begin if subset and not collective else numeral.behind, head + 1),
        telling=telling,
        agents=_agents(words, [at for at in clause if at < lead]),
        ordinals=ordinals_in(words, clause),
        places=places_in(words, [at for at in clause if at > head]),
        names=names_in(words, [*clause, *range(numeral.behind, head)]),
        some=not word_set("picks_some").isdisjoint(picked),
        chief=not word_set("picks_chief").isdisjoint(picked),
        near=near_words(words, [lead - 1, *range(numeral.behind, head), *range(head + 1, head + 1 + _NEAR)]),
        verbs=verbs_beside(words, lead, head),
        undergone=undergo(words, head),
        span=(lead, head + 1),
        of_part=(subset and not collective) or is_part(words, head + 1) or _is_summand(words, lead, head),
    )


_NEAR = 6
"""Words behind what is counted that belong to what is told of it."""


def _joined_noun(words: Sequence[Word], head: int) -> int | None:
    """Index of the last of two nouns for people that are counted together; None if it counts other things as well."""
    more = words[head + 2].small if head + 2 < len(words) and words[head + 1].small in word_set("number_and") else ""
    if not more:
        return head
    if is_person(singular(more)) and is_person(singular(words[head].small)):
        return head + 2
    return head if is_verb(more) or _opens_another(words, head + 2) else None


def _one_noun(words: Sequence[Word], begin: int, numeral: Numeral) -> int | None:
    """Index of the noun in the singular for any person behind "one" or "no"."""
    run = noun_run(words, begin)
    noun = words[run[-1]].small if run else ""
    general = is_broad(noun, frozenset(), frozenset()) or implied(noun)
    return run[-1] if run and is_person(noun) and (general or numeral.value == 0) else None


def _agents(words: Sequence[Word], before: Sequence[int]) -> frozenset[str]:
    """The names before a verb that stand behind no preposition and do not say what is told."""
    said = max((at for at in before if words[at].small in word_set("told_by")), default=-1)
    named = names_in(words, [at for at in before if at > said])
    linked = names_in(words, [at for at in before if at and words[at - 1].small in word_set("links_object")])
    return frozenset(name for name in named if not any(name.startswith(other) for other in linked))


def _is_summand(words: Sequence[Word], lead: int, head: int) -> bool:
    """Whether the number is one of two that are added up: "12 local and 11 foreign crews", "nine men and two women"."""
    left = [words[at] for at in range(max(0, lead - 4), lead - 1)]
    before = lead > 1 and words[lead - 1].small in word_set("number_and") and any(map(is_number, left))
    right = words[head + 1 : head + 3]
    return before or (len(right) > 1 and right[0].small in word_set("number_and") and is_number(right[1]))


def _opens_another(words: Sequence[Word], at: int) -> bool:
    """Whether another phrase with a number of its own begins at `at`: "and a crew of six", "and two women"."""
    return words[at].small in word_set("number_article") or is_number(words[at])


def _is_year(words: Sequence[Word], numeral: Numeral) -> bool:
    text = words[numeral.first].text
    return len(text) == 4 and text.isdigit() and 1900 <= numeral.value <= 2100


def _verb_of(words: Sequence[Word], head: int, behind: Sequence[int]) -> int | None:
    """Where the verb group begins whose subject ends at `head`; a participle before an auxiliary is none."""
    for span in (before_next_number(words, behind), behind):
        helping = next((at for at in span if is_helping(words[at])), None)
        verb = helping if helping is not None else next((at for at in span if _is_finite(words, at, head)), None)
        if verb is not None:
            return verb
    return None


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
        told = before_next_number(words, behind[behind.index(verb) :])
        telling = as_printed(words, verb, _telling_ends(words, verb, told))
        return happenings(words, told, counted=True), telling, told
    nearest: frozenset[str] = frozenset()
    for at in before:
        nearest = happenings(words, [at], counted=True)
        gives = words[at].small in word_set("gives_number")
        other = is_verb(words[at].small) and not is_noun(words[at].small) and not is_function(words[at])
        if nearest or (other and not gives):
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
    if words[lead - 1].small in word_set("gives_number"):
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
