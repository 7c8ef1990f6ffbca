"""Whether a line on what was said has something by which a reader without the article knows what it is about."""

from __future__ import annotations

from itertools import pairwise

from onrecord.actor_kinds import BODIES
from onrecord.model import Ref, Spans, StoryActor
from onrecord.story import references, speaker_roles
from onrecord.story.index import Index
from onrecord.story.inflection import is_common
from onrecord.story.noun_phrases import WORD, is_name
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

_BODY_SAYS = 6
"""Fewest words of what a body with a name says of its own affairs."""
_SAYS_MUCH = 8
"""Fewest words that are understood though they name nobody."""


def is_anchored(look: Index, ref: Ref, spans: Spans, reading: references.Reading) -> bool:
    """Whether the words of `spans`, which the speakers of the statement at `ref` say, name somebody or something else.

    Or give a number, or are said by somebody whose role names it.
    """
    item = look.statements[ref]
    own = {*look.owners(ref.article, item.speakers)}
    words = look.words(ref.article, spans)
    if not own:  # "analysts said" of what?
        return names_other(look, ref.article, spans, own)
    if reading.edits or has_details(look, ref.article, spans, own):
        return True
    things = [thing for iri in own if isinstance(thing := look.things.get(iri), StoryActor)]
    if any(thing.named and thing.type in BODIES for thing in things) and len(words.split()) >= _BODY_SAYS:
        return True
    if any(speaker_roles.is_telling(speaker_roles.role(look, Ref(ref.article, key))) for key in item.speakers):
        return True
    return _says_all(look, ref, spans, words)


def _says_all(look: Index, ref: Ref, spans: Spans, words: str) -> bool:
    """Whether words that name nobody say enough: not those of a quotation cut short, nor what "we" or "he" has done."""
    item = look.statements[ref]
    told = [word.casefold() for word in WORD.findall(words.replace("’", "'")) if word[0].isalnum()]
    ours = any(word.partition("'")[0] in word_set("body_of_itself") for word in told)  # "we ran": who, and from what?
    own = [word for word in told if word not in word_set("joins_told")][:1]
    of_speaker = item.mode != "direct" and bool(own) and own[0].partition("'")[0] in word_set("stands_for_something")
    whole = item.mode != "direct" or _length(spans) >= _length(item.content)
    return len(told) >= _SAYS_MUCH and whole and not ours and not of_speaker


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def has_details(look: Index, article: str, spans: Spans, own: set[str]) -> bool:
    """Whether `spans` have a number, or a name other than those of `own`."""
    return any(map(str.isdigit, look.words(article, spans))) or names_other(look, article, spans, own)


def names_other(look: Index, article: str, spans: Spans, own: set[str]) -> bool:
    """Whether `spans` name somebody or something besides those whose IRIs are `own`."""
    names = {thing.name for iri in own if isinstance(thing := look.things.get(iri), StoryActor)}
    said = {word for name in names for word in name.split()}
    for span in spans:
        found = WORD.findall(look.text(article)[slice(*span)])
        if any(is_name(word) and word not in said and not _is_plain(word) for word in found):
            return True
        if any(is_name(one) and is_name(two) and two not in said for one, two in pairwise(found)):
            return True
    return any(
        one.form in NAMES and look.homes.get(ref, "") not in own
        for span in spans
        for one, ref in look.mentioned(article, *span)
    )


def _is_plain(word: str) -> bool:
    """Whether a capital says nothing: of a common word, or of a title."""
    return len(word) == 1 or is_common(word) or word.casefold().rstrip(".") in word_set("title_of_person")
