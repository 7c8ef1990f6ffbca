"""As what an article introduces whoever speaks: "Ida Lund [director of Halden Ferries] said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.actor_kinds import BODIES, THINGS
from onrecord.model import Mention, Ref, Span, StoryActor
from onrecord.story import descriptions, descriptions_named, references
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import base, is_common, is_noun, is_verb, verb
from onrecord.story.noun_phrases import WORD, is_name, phrase, without_owner
from onrecord.value_groups import NAMES
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_LONGEST = 90
"""Most characters of a role."""
_BETWEEN = (", ", " ")
"""What stands between a name and what its bearer is."""


@once_an_index
def role(look: Index, ref: Ref) -> str:
    """What the article says that the person at `ref` is, as a line says it beside the name; empty if it says nothing.

    What points to something that only the article tells is left out: "the director".
    """
    actor, thing = look.actors.get(ref), look.things.get(look.homes.get(ref, ""))
    if actor is None or not isinstance(thing, StoryActor) or not thing.named or thing.type != "Person":
        return ""
    names = [one for one in actor.mentions if one.form in NAMES]
    found = [*_beside(look, ref.article, names, thing.name)]
    text = look.text(ref.article)
    for one in sorted(actor.mentions, key=lambda item: (item.start, item.start - item.end)):
        if one.form == "description" and any(_is_beside(text, one, name) for name in names):
            found += _told(look, ref, one)
    found += [words for one in names if (words := _clause(look, ref.article, one))]
    full = [*_full_name(text, thing.name)]
    return ", ".join([*full, *[*filter(is_telling, found), *found][:1]])


def _clause(look: Index, article: str, name: Mention) -> str:
    """What a relative clause between commas behind a name says that somebody is: "who runs the only shop in Halden".

    What they did ("who showed no emotion") says nothing of that.
    """
    behind = word_pattern("who_clause").match(look.text(article), name.end)
    if behind is None or behind.end("words") - behind.start("words") > _LONGEST:
        return ""
    _, does, *further = behind["words"].casefold().split()
    if does in word_set("form_of_be") and further and further[0].endswith(tuple(word_set("gerund_ending"))):
        return ""  # "who is going to Norway"
    if not is_verb(does) or verb(base(does), "VBZ") != does:
        return ""
    reading = references.read(look, references.Line(article, (behind.span("words"),)))
    return "" if reading.left or reading.edits else " ".join(behind["words"].split())


def _full_name(text: str, name: str) -> Iterator[str]:
    """The full name of a person whom the article mostly calls by the last one, if it has only one for that."""
    if " " in name:
        return
    found = {
        one[0]
        for one in re.finditer(rf"\b(?:[^\W\d_a-z][\w’'-]+ ){{1,2}}{re.escape(name)}\b", text)
        if not any(is_common(word) or word.casefold() in word_set("title_of_person") for word in one[0].split()[:-1])
    }
    if len(found) == 1:
        yield found.pop()


def is_telling(words: str) -> bool:
    """Whether a role has a name: "Halden Bank's director", not "ranger" and not "Prime Minister"."""
    return any(is_name(word) and not is_common(without_owner(word)) for word in WORD.findall(words))


def _beside(look: Index, article: str, names: list[Mention], name: str) -> Iterator[str]:
    """What a mention has behind the name: "of the Halden Institute"."""
    for one in names:
        before, found, behind = look.words(article, ((one.start, one.end),)).partition(name)
        first, _, rest = behind.strip().partition(" ")
        if (
            found
            and not before.strip()
            and first in word_set("affiliation_preposition")
            and is_name([*rest.split(), "."][-2])
        ):
            yield behind.strip()


def _is_beside(text: str, description: Mention, name: Mention) -> bool:
    """Whether a description stands right before a name or behind it, and is told whole."""
    if name.start <= description.start:
        inside = name.start == description.start and description.end < name.end  # "coach Ida Lund"
        return (inside and _is_whole(text, description)) or text[name.end : description.start] == ", "
    return (
        description.end <= name.start
        and text[description.end : name.start] in _BETWEEN
        and _is_whole(text, description)
    )


def _is_whole(text: str, description: Mention) -> bool:
    """Whether no word of the same phrase stands before a description: not "helper" of "sewing helper"."""
    before = text[: description.start]
    if not before.endswith(" "):
        return True
    last = before[:-1].rpartition(" ")[2].rpartition("\n")[2]
    return (
        not last[-1:].isalnum()
        or is_verb(last)
        or last.casefold() in word_set("behind_noun") | word_set("links_object")
    )


def _told(look: Index, ref: Ref, one: Mention) -> Iterator[str]:
    """The words of a description as a role, if they point to nothing or to somebody sure."""
    span = (one.start, one.end)
    words = _without_title(descriptions.without_apposition(look.text(ref.article)[slice(*span)]))
    if len(words) > _LONGEST or not any(char.islower() for char in words) or not _is_role(words):
        return
    if words.casefold().partition(" ")[0] in word_set("owner_who_speaks"):
        return  # "our director": whose?
    reading = references.read(look, references.Line(ref.article, (span,)))
    if not reading.left and not reading.edits:
        yield _lowered(words)
        return
    for owner in _owners(look, ref, span):
        yield from list(descriptions.called_after(look.text(ref.article), one, [owner]))[:1]


def _without_title(words: str) -> str:
    """A role without the title that stands between it and a name: "health minister" of "health minister Lord Moe"."""
    office, _, last = words.rpartition(" ")
    return office if last[:1].isupper() and last.casefold().rstrip(".") in word_set("title_of_person") else words


def _is_role(words: str) -> bool:
    """Whether the head of a description is a noun: "mitigating" tells what somebody does."""
    found = [word for word in WORD.findall(words) if word.casefold() not in word_set("determiner")]
    head = phrase(found)
    return head is not None and is_noun(head.head) and not head.head.endswith(tuple(word_set("gerund_ending")))


def _lowered(words: str) -> str:
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.casefold() in word_set("determiner") else words


def _owners(look: Index, ref: Ref, span: Span) -> Iterator[descriptions.Owner]:
    """Whoever the role belongs to, if that is sure: "Its" of the body with which the sentence before begins."""
    for one, other in look.mentioned(ref.article, *span):
        thing = look.things.get(look.homes.get(other, ""))
        if other == ref or one.start != span[0] or not isinstance(thing, StoryActor) or not thing.named:
            continue
        if one.form == "pronoun":
            if thing.type in BODIES | THINGS and _opens_before(look, other, span[0]):
                yield descriptions.Owner(one, thing.name, thing.type)
        elif one.form == "description":
            noun = without_owner(look.words(ref.article, ((one.start, one.end),)).split()[-1])
            if descriptions_named.sure_name(look, other, one, noun):
                yield descriptions.Owner(one, thing.name, thing.type)


def _opens_before(look: Index, ref: Ref, place: int) -> bool:
    """Whether a sentence begins at `place`, and the one before it with the actor at `ref` and no other body by name."""
    start, _ = look.sentence(ref.article, place)
    if start != place or place == 0:
        return False
    low, high = look.sentence(ref.article, max(0, len(look.text(ref.article)[:place].rstrip()) - 1))
    named = [
        (one, other)
        for one, other in look.mentioned(ref.article, low, high)
        if one.form in NAMES and look.actors[other].type in BODIES | THINGS
    ]
    article = word_set("article")
    opening = look.text(ref.article)[low : named[0][0].start].casefold().strip() if named else "."
    return bool(named) and {other for _, other in named} == {ref} and (not opening or opening in article)
