"""The words of what somebody said as a line of its own tells them: pronouns named, and what nobody could resolve found.

A reader of a line has the speaker and the words, not the article. Outside quotation marks a pronoun for somebody whom
the line does not name before is replaced by the name; what then still points elsewhere ("there", "our reporter",
"to that effect", an "it" for nothing named) leaves the line open. Quoted words stay as they are printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile

from msgspec import Struct

from onrecord.model import Mention, Ref, Span, Spans, StoryActor
from onrecord.story.edits import Edit, edited
from onrecord.story.index import Index, once_an_index
from onrecord.story.quote_marks import quoted_spans
from onrecord.story.wording import in_clause, owns, with_article
from onrecord.word_sets import word_set

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d[\d.,]*")
"""A word or a number."""
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]|‘[^‘’]*’(?!\w)")
_NEAR = 8
"""Words after an "it" among which stands what it announces: "it was too early to say"."""
_GROUP = 4
"""Most words of a verb group after "there": "there may not have been"."""


class Told(Struct, frozen=True):
    """Words with their pronouns named."""

    words: str
    is_open: bool
    """Whether something in them points to what only the article tells."""
    replaced: frozenset[int]
    """Where names stand in place of pronouns."""


@once_an_index
def told(  # noqa: PLR0913, PLR0917  # as `references.Line`, with what it found
    look: Index,
    article: str,
    spans: Spans,
    known: frozenset[str],
    speakers: frozenset[str],
    edits: tuple[Edit, ...] = (),
) -> Told:
    """The words of `spans` in one line; `known` holds the IRIs of those whom the line names before them.

    `speakers` are those who say it, for whom a pronoun stands of which nothing is known. With the `edits` of the
    line.
    """
    text, quoted = look.text(article), _quoted(look, article)
    named, pieces, open_ = {*known}, [], False
    replaced: set[int] = set()
    for start, end in spans:
        place, found = start, []
        settled: set[int] = set()
        for mention, ref in look.mentioned(article, start, end):
            iri = look.homes.get(ref)
            if mention.form != "pronoun":
                named.update({iri} if iri else ())
                continue
            if _within(quoted, mention.start):
                continue
            printed = text[mention.start : mention.end].casefold()
            if iri in named or printed in _stays():
                settled.add(mention.start)
                continue
            name = None if printed in word_set("pronoun_done_to") else _name(look, ref, mention)
            if name is None or mention.start < place or _is_done_to(text, mention, start):
                continue
            settled.add(mention.start)
            replaced.add(mention.start)
            found += [edited(text, (place, mention.start), edits), name]
            place = mention.end
            named.update({iri} if iri else ())
        pieces.append("".join([*found, edited(text, (place, end), edits)]))
        if pieces[1:] and _goes_on(text, spans[len(pieces) - 2][1], pieces[-1]):
            pieces[-2] += ","
        open_ = open_ or _points(look, article, (start, end), settled, speakers)
    return Told(" ".join(" ".join(pieces).split()), open_, frozenset(replaced))


def _goes_on(text: str, end: int, piece: str) -> bool:
    """Whether a comma parts words that end at `end` from `piece`: "More came, she said, than ever", not ", to stay"."""
    first = piece.split(maxsplit=1)[:1]
    return text[end : end + 1] == "," and bool(first) and first[0].casefold() not in word_set("links_object")


@once_an_index
def _quoted(look: Index, article: str) -> tuple[Span, ...]:
    return tuple(quoted_spans(look.analyses[article]))


def _within(spans: Collection[Span], place: int) -> bool:
    return any(start <= place < end for start, end in spans)


def _stays() -> frozenset[str]:
    return word_set("reflexive_in_label") | word_set("relative")


def _name(look: Index, ref: Ref, mention: Mention) -> str | None:
    """What stands for a pronoun: the name, or the description of a person or group; None if there is neither."""
    thing = look.things.get(look.homes.get(ref, ""))
    if not isinstance(thing, StoryActor):
        return None
    printed = look.text(ref.article)[mention.start : mention.end].casefold()
    if printed in word_set("pronoun_of_speech"):
        return None
    if thing.named:
        name = with_article(look, ref, thing)
    elif thing.type == "Person" and thing.name.casefold() not in word_set("pronoun_in_label"):
        name = _definite(in_clause(thing.name))
    else:
        return None
    if printed in word_set("possessive_pronoun") or (printed == "her" and owns(look, ref.article, mention)):
        return f"{name}{'’' if name.endswith('s') else '’s'}"
    return name


def _definite(description: str) -> str:
    """A description of somebody told of before: "the clerk" for "a clerk"."""
    first, _, rest = description.partition(" ")
    return f"the {rest}" if rest and first.casefold() in word_set("indefinite_article") | {"one"} else description


def _is_done_to(text: str, mention: Mention, start: int) -> bool:
    """Whether an "it" is no subject of its clause, so that it is as likely something that nobody names."""
    if text[mention.start : mention.end].casefold() != "it":
        return False
    before = text[start : mention.start].casefold().split()[-1:]
    return bool(before) and before[0][-1] != "," and before[0] not in word_set("before_subject")


def _points(look: Index, article: str, span: Span, settled: Collection[int], speakers: Collection[str]) -> bool:
    """Whether a pronoun outside quotation marks, of which nothing is known, stands for nothing before it."""
    text, quoted = look.text(article), _quoted(look, article)
    found = [item for item in WORD.finditer(text, *span) if not _within(quoted, item.start())]
    words = [item[0].casefold() for item in found]
    mentioned = look.mentioned(article, *span)
    others = {one.start for one, _ in mentioned if one.form == "pronoun"} - {*settled}
    people = [one.start for one, ref in mentioned if one.form != "pronoun" and _is_somebody(look, ref)]
    own = pronouns_of(look, speakers)
    for place, word in enumerate(words):
        start = found[place].start()
        if word not in word_set("stands_for_something") or start in settled or (word in own and start not in others):
            continue
        before = [item[0] for item in found[:place]]
        person = word in word_set("stands_for_person")
        brought = any(one < start for one in people) if person else False
        if not (announces(word, words[place + 1 :]) or brought or brings_in(before, person=person)):
            return True
    return False


def _is_somebody(look: Index, ref: Ref) -> bool:
    thing = look.things.get(look.homes.get(ref, ""))
    return isinstance(thing, StoryActor) and thing.type in ("Person", "Group")


def pronouns_of(look: Index, speakers: Collection[str]) -> frozenset[str]:
    """The pronouns that stand for the speakers if nothing says who else is meant: a body's, not a person's.

    What is said of a person who speaks is mostly known to be; a "he" that is not is somebody else. Of a speaker who is
    only described, "a builder who bid", nothing more is known, and "he" is the builder.
    """
    if not speakers:
        return word_set("stands_for_person") | word_set("stands_for_several")
    kinds = {thing.type for iri in speakers if isinstance(thing := look.things.get(iri), StoryActor)}
    bodies = kinds and "Person" not in kinds
    return word_set("stands_for_something") - word_set("stands_for_person") if bodies else frozenset()


def announces(word: str, behind: list[str]) -> bool:
    """Whether an "it" only announces the clause behind it: "it was too early to say", "it rained".

    Not by what another clause tells: "it cost a lot, and that was it".
    """
    near = takewhile(lambda one: one not in word_set("joins_list"), behind[:_NEAR])
    return word == "it" and not word_set("judges_a_clause").isdisjoint(near)


def brings_in(before: list[str], *, person: bool) -> bool:
    """Whether words before a pronoun bring in what it can stand for: a noun with an article, a name, for "he" someone.

    "The case against him" brings in no person; "a clerk lost his job" does.
    """
    if person:
        opening = word_set("indefinite_article") | word_set("number_word")
        return any(word.casefold() in opening for word in before)
    pronouns = word_set("pronoun_in_label", "possessive_pronoun", "his_or_her")
    opening = word_set("determiner", "number_word") - pronouns
    return any(
        word.casefold() in opening or word[0].isdigit() or (word[0].isupper() and word.casefold() not in pronouns)
        for word in before
    )


def is_loose(look: Index, article: str, spans: Spans) -> bool:
    """Whether an "it", "him" or "them" in `spans` stands for nobody known, outside quotation marks."""
    text, quoted = look.text(article), _quoted(look, article)
    for start, end in spans:
        known = {one.start for one, _ in look.mentioned(article, start, end)}
        found = [item for item in WORD.finditer(text, start, end) if not _within(quoted, item.start())]
        words = [item[0].casefold() for item in found]
        for place, word in enumerate(words):
            done = word in word_set("pronoun_done_to") or word == "it"
            if done and found[place].start() not in known and not announces(word, words[place + 1 :]):
                return True
    return False


def is_open(line: str) -> bool:
    """Whether a line points, outside quotation marks, to something that only its article tells.

    As "Her office", "passengers there", "our reporter" and "reports to that effect" do.
    """
    plain = unquoted(line)
    if plain.casefold().startswith(tuple(f"{opening} " for opening in word_set("opens_elsewhere"))):
        return True
    found = [item[0] for item in WORD.finditer(plain)]
    words = [word.casefold() for word in found]
    return any(_points_away(found, words, place) for place in range(len(words)))


def unquoted(line: str) -> str:
    """`line` without what stands in quotation marks."""
    return _QUOTED.sub(" ", line)


def _points_away(found: list[str], words: list[str], place: int) -> bool:
    word, before, behind = words[place], words[:place], words[place + 1 :]
    if word in word_set("first_person"):
        own = word in word_set("owned_alone") and before and before[-1] not in _before_owned()  # "the copper mine"
        return not (own or (found[place].isupper() and len(word) > 1))  # "the US fleet"
    if word == "so":
        return before[-1:] != [] and before[-1] in word_set("form_of_do")  # "agreed to do so"
    if word == "there":
        return not (exists(behind) or word_set("place_preposition") & {*before})
    if word == "that":
        plain = not word_set("determiner") & {*behind[:1]}
        return plain and bool(behind and before) and before[-1] in word_set("points_behind_preposition")
    if word in word_set("points_at_what_was_said"):
        return behind[:1] != ["as"] and not word_set("part_of_calendar") & {*behind[:1]}
    return word in word_set("points_to_the_page")


def _before_owned() -> frozenset[str]:
    return word_set("form_of_be") | word_set("points_behind_preposition")


def exists(behind: list[str]) -> bool:
    """Whether "there" only says that something is: "there was", "there will be"."""
    near = behind[:_GROUP]
    return bool(word_set("form_of_be") & {*near}) or "be" in near
