"""What an article says that somebody is whom it names, in a few of its words: "education minister", "consultancy".

The words stand beside the name: before it ("Mayor Ida Lund", "its former manager, Ida Lund,") or behind it ("Ida Lund,
a geologist from Brod,"; "Ida Lund of the pilots' union"). Their noun is one for people, or for a body one for bodies.
Of a phrase that points back ("its former manager") only what tells something alone is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from onrecord.actor_kinds import GENERAL, ORGANIZATIONS
from onrecord.model import ActorType, Ref, Span, StoryActor
from onrecord.nouns_for_people import body_nouns, person_nouns
from onrecord.story import bracketed
from onrecord.story.amount_words import is_person, people
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import base, is_adjective, is_common, is_noun, is_plural, is_verb, singular
from onrecord.story.noun_phrases import WORD, is_name, phrase, without_owner
from onrecord.value_groups import NAMES
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_REACH = 90
"""Most characters beside a name that are read."""
_LONGEST = 64
"""Most characters of what somebody is; of more, what stands behind the noun is left out."""
_PLACES = 6
"""Most places where an article has a name that are looked at."""
_SHORT = 3
"""Letters of an abbreviation that says as much as its words."""
_BREAK = re.compile(r"[.;:!?“”\"()\n—–]")
_BREAK_OR_COMMA = re.compile(r"[,.;:!?“”\"()\n—–]")
_LONGEST_OF_LETTERS = 5
"""Letters up to which a word in capitals may be an abbreviation."""
_LAST = re.compile(r"[^\W\d_][\w’'.-]*(?=\s$)")
_BODIES: frozenset[ActorType] = ORGANIZATIONS - {"Outlet", "Ministry", "GovernmentBody"}


@once_an_index
def office(look: Index, ref: Ref) -> str:
    """What the article says that the actor at `ref` is; empty if it says nothing, or the name tells it."""
    actor, thing = look.actors.get(ref), look.things.get(look.homes.get(ref, ""))
    if actor is None or not isinstance(thing, StoryActor) or not thing.named:
        return ""
    person = thing.type == "Person"
    if not person and (thing.type not in _BODIES or _tells_kind(thing.name)):
        return ""
    places, found = _places(look, ref, thing.name), list[str]()
    if person or thing.type in GENERAL:  # a name of which no more is known may be a person's
        found = [words for span in places for words in _beside(look, ref, span, person=True)]
        found = [words for words in found if person or words.partition(" ")[0] not in word_set("belongs_to")]
    if not person and not found:
        found = [words for span in places for words in _beside(look, ref, span, person=False)]
    best = max(found, key=lambda words: (_is_telling(words), " " in words, -found.index(words)), default="")
    return "" if best.casefold() in thing.name.casefold() else best


def head_of(words: str) -> str:
    """The noun of what somebody is, in the singular: "manager" of "former manager of the mill"."""
    behind = [word for word in WORD.findall(words) if not _opens(word)]
    while (found := phrase(behind)) is not None and without_owner(found.words[-1]) != found.words[-1]:
        behind = behind[found.size :]
    return singular(found.head) if found is not None else ""


def _tells_kind(name: str) -> bool:
    """Whether a name tells by itself what its bearer is: "Harbor Bank"."""
    return any(singular(word) in body_nouns() for word in WORD.findall(name)) or len(name) <= _SHORT


def _is_telling(words: str) -> bool:
    return any(is_name(word) and not is_common(without_owner(word)) for word in WORD.findall(words))


def _places(look: Index, ref: Ref, name: str) -> list[Span]:
    """Where the article has the name, outside headlines and quotation marks."""
    text, last = look.text(ref.article), name.rsplit(maxsplit=1)[-1]
    titles = [(one.start, one.end) for one in look.analyses[ref.article].passages if one.kind == "headline"]
    closed = [*titles, *bracketed.quoted(look, ref.article)]
    found: list[Span] = []
    for one in sorted(look.actors[ref].mentions, key=lambda item: item.start):
        if one.form not in NAMES or any(low <= one.start < high for low, high in closed):
            continue
        printed = text[one.start : one.end]
        words = name if name in printed else last
        at = printed.find(words)
        if at >= 0:
            found.append((one.start + at, one.start + at + len(words)))
    return list(dict.fromkeys(found))[:_PLACES]


def _beside(look: Index, ref: Ref, span: Span, *, person: bool) -> Iterator[str]:
    """What the words beside the name at `span` say that its bearer is."""
    text = look.text(ref.article)
    before = _BREAK.split(text[max(0, span[0] - _REACH) : span[0]])[-1]
    if person:
        before = _without_titles(text[max(0, span[0] - _REACH) : span[0]])
    behind = text[span[1] : span[1] + 2 * _REACH]
    calls = word_pattern("calls_itself").search(before) if not person else None
    if calls is not None:
        before = before[: calls.start()] + " "
    if before.endswith(", "):
        if _BREAK_OR_COMMA.match(behind) is not None:
            yield from _found(WORD.findall(before[:-2].rpartition(", ")[2]), person=person)
    else:
        yield from _title(before, person=person)
    opening = word_pattern("opens_apposition").match(behind)
    if opening is not None:
        words = behind[opening.end() :]
        end = _BREAK_OR_COMMA.search(words)
        if end is not None:
            yield from _found(WORD.findall(words[: end.start()]), person=person, bare=True)
    elif person and behind.startswith(" "):
        yield from _of(WORD.findall(behind))


def _without_titles(before: str) -> str:
    """The words before a name without forenames and titles; an office stays, but not behind a comma: ", Captain"."""
    while (found := _LAST.search(before)) is not None:
        small = found[0].casefold().rstrip(".")
        if small in word_set("title_of_person"):
            office_ = small in person_nouns() and small not in word_set("form_of_address")
            if office_ and not before[: found.start()].endswith(", "):
                break
        elif not (found[0][0].isupper() and not (is_common(found[0]) or found[0][-2:-1] in "’'")):
            break
        before = before[: found.start()]
    return _BREAK.split(before)[-1]


def _title(before: str, *, person: bool) -> Iterator[str]:
    """What stands right before a name: "Education Minister", "the defence lawyer"."""
    words = WORD.findall(before.rpartition(",")[2])
    if not before.endswith(" ") or not words or not _is_noun(words[-1], person=person):
        return
    first = len(words) - 1
    while first and _modifies(words[first - 1]):
        first -= 1
    if not person and any(word.casefold() in word_set("places_noun") for word in words[max(0, first - 3) : first]):
        return  # "at the bank Lund wept"
    if not first and _opens_sentence(words):
        words[0] = words[0].lower()
    yield from _told(words[first:], words[first - 1] if first else "", person=person)


def _modifies(word: str) -> bool:
    """Whether a word before a noun belongs to it: "defence" of "defence lawyer"."""
    small = word.casefold()
    if not word[0].isalpha() or _opens(word) or without_owner(word) != word or not is_name(word.capitalize()):
        return False
    functions = ("behind_noun", "links_object", "auxiliary", "relative", "pronoun_in_label")
    if any(small in word_set(name) for name in functions):
        return False
    acting = small.endswith(tuple(word_set("gerund_ending"))) and is_noun(small)
    if is_verb(small) and (base(small) != small or not is_noun(small)) and not acting:
        return False
    return word[0].isupper() or is_noun(small) or is_adjective(small) or "-" in word


def _found(words: list[str], *, person: bool, bare: bool = False) -> Iterator[str]:
    """What words between commas say that somebody is, if they are that alone; `bare` without a determiner too."""
    for first in range(len(words)):
        run = _owner(words[:first])
        opens = first > 0 and (_opens(words[first - 1]) or without_owner(words[first - 1]) != words[first - 1])
        if bare and first and not _opens(words[0]) and len(run) < first:
            return  # "accused the board": another clause goes on
        if not opens and not (bare and first == 0 and not _opens(words[0])):
            continue
        found = phrase(words[first:])
        if found is None or not _is_noun(found.words[-1], person=person, many=bare):
            continue
        behind = _tail(words[first + found.size :], person=person)
        if behind is None:
            return
        does = words[first + found.size + len(behind) :] if not person and not behind else []
        yield from _told([*found.words, *(behind or does)], words[first - 1] if first else "", person=person, run=run)
        return


def _owner(before: Sequence[str]) -> list[str]:
    """The name of whose somebody is, before the noun: "Khvari Hydro's"."""
    first = len(before)
    while first and before[first - 1][0].isupper() and not _opens(before[first - 1]):
        first -= 1
    return list(before[first:])


def _told(words: Sequence[str], owner: str, *, person: bool, run: Sequence[str] = ()) -> Iterator[str]:
    """The words as what somebody is, if they tell it without whose it is, or with the name of that one."""
    named = bool(run) and without_owner(owner) != owner
    own = phrase(words)
    if own is None:
        return
    size = own.size
    behind = list(words[size:])
    while behind and len(_joined([*run, *words[:size], *behind])) > _LONGEST:
        behind = _shorter(behind)
    head = singular(own.head)
    if not behind and not named and (head in word_set("office_of_something") or (person and head in word_set("kin"))):
        return
    nothing = word_set("anybody") | word_set("of_no_office") | word_set("means_a_company")
    if size == 1 and not behind and not named and head in nothing:
        return
    if words[0].casefold() in word_set("spoken_of_before"):
        return
    told = _joined([*(run if named else ()), *words[:size], *behind])
    if len(told) <= _LONGEST:
        yield told


def _opens_sentence(words: Sequence[str]) -> bool:
    """Whether the first word alone has a capital, as where a sentence opens with it: "Regional airline"."""
    return len(words) > 1 and words[1].islower() and words[0].istitle() and is_common(words[0])


def _shorter(behind: list[str]) -> list[str]:
    """The words behind a noun up to their last preposition."""
    at = next((at for at in reversed(range(len(behind))) if behind[at].casefold() in word_set("phrase_preposition")), 0)
    return behind[:at]


def _joined(words: Sequence[str]) -> str:
    shouted = any(not word.isupper() for word in words)  # "EDUCATION Minister Ida Lund"
    return " ".join(
        word.capitalize() if shouted and word.isupper() and len(word) > _LONGEST_OF_LETTERS else word for word in words
    )


def _tail(behind: Sequence[str], *, person: bool) -> list[str] | None:
    """The phrases with prepositions behind a noun, up to a relative clause; None if something else stands there.

    A second noun for the same one may be joined to the first: "founder and director of".
    """
    found: list[str] = []
    for place, word in enumerate(behind):
        small = word.casefold()
        if small in word_set("relative") | word_set("relative_pronoun"):
            break
        if not found and small in word_set("joins_list"):
            second = phrase(behind[place + 1 :])
            if second is None or not _is_noun(second.words[-1], person=person) or _opens(second.words[0]):
                return None
        elif not (found or small in word_set("phrase_preposition")) or not _goes_on(word):
            return None
        if small in word_set("stands_for_something") | word_set("points_to_noun"):
            return []
        found.append(word)
    return found


def _goes_on(word: str) -> bool:
    """Whether a phrase may go on with a word: no mark, no verb, nothing that joins."""
    small = word.casefold()
    if not word[0].isalnum() or small in word_set("joins_list") | word_set("auxiliary"):
        return False
    return not (word[0].islower() and is_verb(small) and not is_noun(small))


def _of(behind: Sequence[str]) -> Iterator[str]:
    """What "of" and a body behind a name say: "of the pilots' union"."""
    if not behind or behind[0].casefold() not in word_set("belongs_to"):
        return
    words = list(behind[1:])
    size = 1 if words and _opens(words[0]) else 0
    while (found := phrase(words[size:])) is not None:
        size += found.size
        if without_owner(found.words[-1]) == found.words[-1]:
            break
    told = _joined([behind[0], *words[:size]])
    if size > 1 and len(told) <= _LONGEST and not word_set("stands_for_something") & {words[0].casefold()}:
        yield told


def _opens(word: str) -> bool:
    small = word.casefold()
    return small in word_set("article") | word_set("determiner") | word_set("possessive_pronoun") | word_set(
        "his_or_her"
    )


@lru_cache(maxsize=1 << 12)
def _is_noun(word: str, *, person: bool, many: bool = False) -> bool:
    """Whether a word is a noun for people, in the singular, or for a body, which "the advisers" may be too."""
    small = word.casefold()
    if not person:
        one = singular(small)
        return one in body_nouns() or (many and is_plural(small) and one in person_nouns())
    known = {small, small.rpartition("-")[2]} & _people()
    return not is_plural(small) and (bool(known) or (word.islower() and is_person(small)))


@cache
def _people() -> frozenset[str]:
    names = ("post_of", "bare_post", "calls_a_person")
    return (person_nouns() | people()).union(*map(word_set, names))
