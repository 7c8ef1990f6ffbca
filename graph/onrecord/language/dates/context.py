"""Decides from the context whether an expression is a date, and whether it is in the past or the future."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from onrecord.language.dates.asides import is_open
from onrecord.language.dates.calendar import Tense
from onrecord.language.dates.grammar import Found
from onrecord.language.syntax import lexical, relations
from onrecord.language.syntax.tags import PAST, PRESENT, VERBAL
from onrecord.word_sets import word_set

_HIGHEST = 30
"""Most steps up the tree to a verb; one that is farther away is irrelevant for the date."""
_FEW = 6
"""Most words before the date on such a line."""
_RANGE = 6
"""Most tokens from the "from" of two dates to the second one."""
_NAMES = ("PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC")


def fits(doc: Doc, item: Found, start: int, end: int) -> bool:
    """Whether the context allows the expression to be a date."""
    if item.expression.needs == "line":
        return _ends_line_of_names(doc, item)
    if "month" in item.groups or "weekday" in item.groups:
        return _is_name(doc, item, start, end)
    if {"adverb", "deictic"} & item.groups.keys() and not _is_common(doc, item, start):
        return False
    check = {"year": _is_year, "rate": _is_rate, "duration": _is_length}.get(item.expression.needs)
    return check is None or check(doc, item, start, end)


def _ends_line_of_names(doc: Doc, item: Found) -> bool:
    """Whether a date ends a line of a few words on which nothing but names stand before it: "Fowey, 4 de marzo"."""
    before = doc.text[: item.start].rpartition("\n")[2].split()
    behind = doc.text[item.end :].partition("\n")[0]
    small = [word for word in before if word[:1].islower()]
    return not behind.strip(" .") and len(before) <= _FEW and len(small) <= 1


def _before(doc: Doc, start: int) -> str:
    return doc[start - 1].lower_ if start else ""


def _is_name(doc: Doc, item: Found, start: int, end: int) -> bool:
    """Months and weekdays are written with a capital; short or doubtful ones need a date's surroundings."""
    name = item.groups.get("month") or item.groups["weekday"]
    place = item.raw.lower().find(name)
    if not item.raw[place : place + 1].isupper():
        return False
    if item.expression.needs != "name" or item.groups.get("part"):
        return True
    before = _before(doc, start)
    part_of_name = doc[start].ent_type_ in _NAMES or (end < len(doc) and doc[end].text == "-")
    if part_of_name or ("weekday" in item.groups and before in word_set("named_day")):
        return False
    doubtful = name.rstrip(".") in word_set("ambiguous_date_word") and not name.endswith(".")
    return not doubtful or before in word_set("before_date")


def _is_year(doc: Doc, item: Found, start: int, end: int) -> bool:
    """A number of four digits is a year unless it counts, measures or names something."""
    after = doc[end].lower_ if end < len(doc) else ""
    before = _before(doc, start)
    if after in word_set("counted_thing") or after in ("%", "°") or before in word_set("number_of"):
        return False
    if before == "of" and start > 1 and doc[start - 2].lower_ in word_set("value_of"):
        return False
    if item.groups.get("part") or before in word_set("before_date"):
        return True
    if doc[start].ent_type_ == "PRODUCT":
        return False
    if after == "-" or before in ("-", "/"):
        return False
    return 1900 <= int(item.groups["year"]) < 2100


def _is_rate(doc: Doc, item: Found, start: int, end: int) -> bool:  # noqa: ARG001  # all checks take the same arguments
    """Whether something is counted just before: "15 boats a year"."""
    return doc[start].lower_ == "per" or any(token.like_num for token in doc[max(0, start - 4) : start])


def _is_length(doc: Doc, item: Found, start: int, end: int) -> bool:  # noqa: ARG001  # all checks take the same arguments
    """Whether "a day" is a length: the words before say so; short seconds and quarters are doubtful."""
    number, unit = item.groups["number"], item.groups["unit"]
    if unit in ("second", "quarter", "minute") and number in word_set("one_of_number"):
        return False
    if number in word_set("doubtful_number"):
        return bool(item.groups.get("about")) or _before(doc, start) in word_set("before_length")
    return True


def _is_common(doc: Doc, item: Found, start: int) -> bool:
    """Whether a word is not part of a name: "L.A. Weekly", "USA TODAY"."""
    if item.raw.isupper():
        return not start or doc[start - 1].pos_ != "PROPN"
    return item.raw.islower() or start == 0 or bool(doc[start].is_sent_start) or "deictic" in item.groups


def told_apart(doc: Doc, item: Found, start: int, end: int) -> bool:
    """Whether a weekday is told by what came before or after it, not by publication: "the Friday before the vote"."""
    if item.groups.keys() & {"month", "which"} or "weekday" not in item.groups:
        return False
    behind = doc[end].lower_ if end < len(doc) else ""
    return _before(doc, start) in word_set("definite_article") and behind in word_set("tells_weekday")


def tense(doc: Doc, item: Found, start: int, end: int) -> Tense:
    """Whether the clause that contains an expression is about the past or the future.

    The present tense looks ahead with a day of the week ("the trial begins Monday") and says nothing of other dates.
    """
    before = _before(doc, start)
    if before in word_set("ahead_of_date"):
        return "future"
    verb = verb_of(doc, start, end)
    if verb is None:
        return "future" if before in word_set("toward_date") else ""
    if tells_a_day(doc, start, verb):
        return ""
    if _looks_ahead(verb, before) or is_open(verb):
        return "future"
    found = _verb_tense(verb)
    if found:
        return found
    begins = "weekday" in item.groups and verb.tag_ in PRESENT and verb.lemma_.lower() not in lexical.speaking()
    return "future" if begins or before in word_set("toward_date") else ""


def tells_a_day(doc: Doc, start: int, verb: Token) -> bool:
    """Whether a date is what a verb tells, and not the day on which it was told: "had earlier given November 25"."""
    return start > 0 and doc[start - 1] == verb and verb.lemma_.lower() in word_set("tells_a_day")


def _looks_ahead(verb: Token, before: str) -> bool:
    """Whether a verb with the word before a date makes it a day to come, whatever the verb's tense."""
    lemma = verb.lemma_.lower()
    return (
        (before in word_set("toward_date") and lemma in word_set("puts_off"))
        or (before in word_set("toward_date") and lemma in word_set("commits_to_day"))
        or (before in word_set("before_day_set") and lemma in word_set("sets_day"))
        or (before in word_set("to_the_end") and _is_measure(verb))
        or (before in word_set("toward_date") | word_set("from_date") and _is_standing(verb))
    )


def _is_measure(verb: Token) -> bool:
    """Whether a verb tells of a measure that lasts to the end that is given: "closed the bridge until Friday".

    "The bridge was closed until Friday" may tell of what is over.
    """
    over = any(kid.tag_ == "VBD" for kid in verb.children if relations.token_is_auxiliary(kid))
    return verb.lemma_.lower() in word_set("measure_to_an_end") and not over


def _is_standing(verb: Token) -> bool:
    """Whether a participle tells how something stands now: "is closed until Friday", "stays shut from Friday"."""
    if verb.tag_ != "VBN":
        return False
    tags = {kid.tag_ for kid in verb.children if relations.token_is_auxiliary(kid)}
    if not tags and relations.token_is_complement(verb):
        return verb.head.tag_ in PRESENT
    return bool(tags) and tags <= PRESENT and not any(kid.lemma_ == "have" for kid in verb.children)


def verb_of(doc: Doc, start: int, end: int) -> Token | None:
    """The verb that the expression [start, end) dates: in "agreed to buy the bank on Monday" the agreeing.

    An infinitive that tells what was agreed, ordered or refused keeps the date only if it is of something that is done
    on a day set for it ("agreed to meet on Monday"), or if it is a limit ("agreed to pay by Monday").
    """
    verb = _verb(doc[start:end].root)
    if verb is None or verb.i > start or verb.tag_ != "VB" or not relations.token_is_complement(verb):
        return verb
    above = verb.head
    decided = above.pos_ == "VERB" and above.tag_ in PAST and above.lemma_.lower() in word_set("decided_on_date")
    limit = _is_limit(doc, start)  # "ordered the firm to stop by Monday", "decided to stop as of Monday": the stopping
    return above if decided and not limit and verb.lemma_.lower() not in word_set("appointed_day") else verb


def _is_limit(doc: Doc, start: int) -> bool:
    """Whether the words before a date make it the last or the first day of something."""
    words = [token.lower_ for token in doc[max(start - 2, 0) : start]]
    if words[-1:] == ["to"] and "from" in (token.lower_ for token in doc[max(start - _RANGE, 0) : start - 1]):
        return True  # "agreed to move the vote from 4 March to 18 March"
    return _before(doc, start) in word_set("toward_date") or any(
        " ".join(words[-size:]) in word_set("from_date") for size in (1, 2)
    )


def _verb(token: Token) -> Token | None:
    """The nearest verb that `token` depends on, if it is near at all."""
    for _ in range(_HIGHEST):
        if token.pos_ in VERBAL:
            return token
        if token.head.i == token.i:
            break
        token = token.head
    return None


def _verb_tense(verb: Token) -> Tense:
    """Tense of a verb by its form and auxiliaries; "" for a bare present."""
    tags = {child.tag_ for child in verb.children if relations.token_is_auxiliary(child)}
    done = "TO" in tags and verb.head.lemma_.lower() in word_set("done_infinitive") and _is_past(verb.head)
    if done or ("TO" in tags and _was_planned(verb)) or _could_then(verb):
        return "past"
    if verb.tag_ == "VBG" and not tags and verb.head.i != verb.i:
        governing = _verb(verb.head)
        return _verb_tense(governing) if governing is not None and governing.i < verb.i else ""
    above = verb.head if verb.head.pos_ in VERBAL else verb.head.head
    if verb.tag_ == "VBN" and not tags and above.lemma_ == "have" and above.tag_ == "VB" and above.i < verb.i:
        return _verb_tense(above)  # "plans to have a pitch laid by June"
    if tags & {"MD", "TO"} or (verb.lemma_.lower() in word_set("ahead_of_date") and verb.tag_ != "VBD"):
        return "future"
    return "past" if "VBD" in tags or verb.tag_ in PAST else ""


def _could_then(verb: Token) -> bool:
    """Whether "could" tells what was possible then: "could be had on Sunday", "could not be reached on Sunday"."""
    kids = [kid for kid in verb.children if kid.i < verb.i]
    could = any(kid.lower_ == "could" for kid in kids if relations.token_is_auxiliary(kid))
    perfect = any(kid.lemma_ == "have" for kid in kids if relations.token_is_auxiliary(kid))
    denied = any(kid.lower_ in word_set("denies_in_verb_group") for kid in kids)
    return could and not perfect and (denied or verb.lemma_.lower() in word_set("could_at_that_time"))


def _was_planned(verb: Token) -> bool:
    """Whether an infinitive tells of what had been planned: "was supposed to come", "was to have been held"."""
    above = verb.head
    helping = (kid for kid in verb.children if relations.token_is_auxiliary(kid))
    perfect = any(kid.lemma_ == "have" and kid.tag_ == "VB" for kid in helping)
    vain = above.lemma_.lower() in word_set("vain_plan")
    return (perfect or vain) and _is_past(above)


def _is_past(verb: Token) -> bool:
    """Whether a verb has the past in its group: "tried", "was trying"."""
    return verb.tag_ == "VBD" or any(kid.tag_ == "VBD" for kid in verb.children if relations.token_is_auxiliary(kid))
