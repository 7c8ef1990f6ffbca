"""Whether words are the name of an outlet: because they say so, or because no person has such a name."""

from __future__ import annotations

from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

LONGEST = 7
"""Most words in the name of an outlet: "The Halden and West Fjord Gazette"."""
_DESK = 2
"""Words of an agency with what or where its desk is: "PA Scotland"."""


def is_outlet(words: str) -> bool:
    """Whether `words` are a name and say that they are an outlet's: "The Halden Gazette", "Fjord FM"."""
    parts = words.casefold().split()
    if is_agency(words) and words[0].isupper():
        return True
    if not 0 < len(parts) <= LONGEST or not word_pattern("name_of_outlet").fullmatch(words):
        return False
    if is_desk(words):
        return True
    if len(parts) == 1 and parts[0] in word_set("no_outlet_alone"):
        return False
    if words.title() in word_set("weekday") or not word_set("known_writer").isdisjoint(parts[-1:]):
        return parts[0] in word_set("definite_determiner")  # "The Reporter", but "Court Reporter"
    return not word_set("outlet_in_byline").isdisjoint(parts) and not word_pattern("section_alone").fullmatch(words)


def is_desk(words: str) -> bool:
    """Whether `words` are an agency in capitals and what or where its desk is: "PA Scotland"."""
    parts = words.split()
    return len(parts) == _DESK and parts[0].isupper() and parts[1][:1].isupper() and is_agency(parts[0])


def is_agency(words: str) -> bool:
    """Whether `words` are an agency or broadcaster whose name does not say that it is an outlet."""
    return " ".join(words.casefold().split()) in word_set("agency")


def is_marked(words: str) -> bool:
    """Whether `words` are a name that no person has: "The Fjord", "Fjord24", "Quay & Crane", "FjordWatch"."""
    return len(words.split()) <= LONGEST and bool(word_pattern("marked_outlet").fullmatch(words))


def is_name(words: str) -> bool:
    """Whether `words` can be the name of an outlet or of a person; in capitals, a sentence is none."""
    small = word_set("function_word")
    plain = " ".join(word.casefold() if word.casefold() in small else word for word in words.split())
    told = plain[:1].upper() + plain[1:] if words.isupper() else words
    return 0 < len(words.split()) <= LONGEST and bool(word_pattern("name_of_outlet").fullmatch(told))


def is_motto(line: str) -> bool:
    """Whether `line` only says what kind of outlet it stands under: "The weekly of the fish trade"."""
    flat = " ".join(line.split()).strip("()")
    return bool(
        word_pattern("kind_of_outlet").fullmatch(flat.lower() if flat.isupper() else flat[:1].lower() + flat[1:])
    )
