"""Numbers of people without a noun: "14 dead", "killing 14", "seven died", "the toll rose to 14"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.story.amount_words import (
    PERSON,
    happenings,
    implied,
    is_person,
    of_people,
    rows_at,
    tally_thing,
    thing,
)
from onrecord.story.figure_parts import (
    AFTER,
    BEFORE,
    COUNT,
    Parts,
    as_printed,
    before_next_number,
    head_of,
    is_function,
    is_helping,
    noun_run,
    other_words,
    past_determiners,
    stretch,
)
from onrecord.story.inflection import is_verb, singular
from onrecord.story.numerals import Numeral, Word
from onrecord.word_sets import word_set

_Told = tuple[frozenset[str], frozenset[str], str]
"""What is counted, what happened to it, and the former as printed."""
_NOTHING: _Told = frozenset(), frozenset(), ""


def bare(words: Sequence[Word], numeral: Numeral, lead: int, how: str, least: float | None) -> Parts | None:
    """A number of people that no noun follows; `lead` is where it begins with the words that compare it."""
    behind = numeral.behind
    things, deeds, named = (
        _plight(words, lead, numeral) or _tallied(words, lead) or _subject(words, lead, behind) or _NOTHING
    )
    if not deeds:
        return None
    before = {words[at].small for at in range(max(0, lead - 1), lead)}
    return Parts(
        kind=COUNT,
        unit="",
        comparison=how,
        least=least,
        things=things,
        deeds=deeds,
        around=other_words(words, range(lead, behind)),
        printed=as_printed(words, lead, behind),
        thing=named,
        span=(lead, behind),
        some=not word_set("picks_some").isdisjoint(before),
    )


def _of_people(words: Sequence[Word], span: Sequence[int]) -> frozenset[str]:
    return frozenset(row for row in happenings(words, span, counted=True) if of_people(row))


def _plight(words: Sequence[Word], lead: int, numeral: Numeral) -> _Told | None:
    """Beside a word for what happened: "14 dead", "killing 14", "lost nobody"."""
    behind = numeral.behind
    deeds: frozenset[str] = frozenset()
    if behind < len(words) and words[behind].small in word_set("plight") and not noun_run(words, behind + 1):
        deeds = _of_people(words, [behind])
    ends = behind == len(words) or not words[behind].is_word or is_function(words[behind])
    if not deeds and ends and lead and is_verb(words[lead - 1].small):
        found = happenings(words, [lead - 1], counted=True)
        deeds = frozenset(row for row in found if of_people(row) or numeral.value == 0)
    return (frozenset({PERSON}), deeds, "") if deeds else None


def _subject(words: Sequence[Word], lead: int, behind: int) -> _Told | None:
    """As the subject of a verb: "Seven died", "that 18,000 had taken part"."""
    if behind < len(words) and words[behind].small in word_set("other_people"):
        behind += 1
    if behind >= len(words) or not (is_helping(words[behind]) or is_verb(words[behind].small)):
        return None
    opens = lead == 0 or not words[lead - 1].is_word or words[lead - 1].small in word_set("opens_bare_number")
    if not opens or words[0].small in word_set("measures_of"):
        return None  # "Of the 40 dogs, 12 were rescued"
    deeds = _of_people(words, before_next_number(words, stretch(words, behind, 1, 5)))
    return (frozenset({PERSON}), deeds, "") if deeds else None


def _tallied(words: Sequence[Word], lead: int) -> _Told | None:
    """What the number that begins at `lead` is the tally of: "the number of confirmed dead rose to"."""
    at = lead - 1
    while at > 0 and not _links(words[at]) and words[at].small in word_set("in_verb_group"):
        at -= 1
    if at < 0 or not _links(words[at]):
        return None
    for place in reversed(range(max(0, lead - BEFORE), at)):
        row = next((row for row, _ in rows_at("tally", words, place)), "")
        if row:
            return frozenset({tally_thing(row)}), frozenset({row}), ""
        if words[place].small in word_set("counting_noun") and words[place + 1].small in word_set("measures_of"):
            return _number_of(words, past_determiners(words, place + 2), lead)
    return _implied(words, at)


def _links(word: Word) -> bool:
    return word.small in word_set("links_tally") or word.small in word_set("tops")


def _implied(words: Sequence[Word], link: int) -> _Told | None:
    """A noun that says what happened before the link: "infections stood at", "redundancies of"."""
    for place in stretch(words, link - 1, -1, AFTER):
        noun = singular(words[place].small)
        if implied(noun) and words[place].small != noun:
            told = frozenset({thing(noun)} | ({PERSON} if is_person(noun) else set()))
            return told, frozenset({implied(noun)}), words[place].text
        if is_verb(words[place].small) and not is_helping(words[place]) and place < link - 2:
            return None
    return None


def _number_of(words: Sequence[Word], begin: int, lead: int) -> _Told:
    """What stands behind "the number of" at `begin`."""
    head = head_of(words, begin)
    told = happenings(words, range(begin, min(begin + 6, lead)), counted=True)
    if head is None or head >= lead:
        return frozenset({PERSON}), frozenset(row for row in told if of_people(row)), ""
    noun = singular(words[head].small)
    things = {thing(noun)} | ({PERSON} if is_person(noun) else set())
    return frozenset(things), told | ({implied(noun)} - {""}), as_printed(words, begin, head + 1)
