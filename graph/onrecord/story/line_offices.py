"""What a line adds to the names in it, in square brackets: who they are, as the article of the line introduces them.

"Ida Lund offered to mediate" says little to whoever does not know her; "Ida Lund [mayor] offered to mediate" says more.
Nothing is added where the line says it already, nor to a name that is part of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from onrecord.actor_kinds import ORGANIZATIONS
from onrecord.model import Ref, Span, StoryActor
from onrecord.story import offices, references, speaker_roles
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import is_common
from onrecord.story.noun_phrases import WORD
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

_MOST = 3
"""Most additions to one line: with more it cannot be read."""
_LONGEST = 72
"""Most characters of what is added to a name."""
_FULL = 2
"""Fewest words of a person's full name."""
_PHRASE = 48
"""Most characters of a noun phrase behind which something is added."""
_DEFINITE = "the "
_WHOLE = re.compile(r"\w+(?:[ ’'-]\w+){1,4}[’']?")
_BRACKET = re.compile(r" \[([^\[\]]*)\]")


def called(look: Index, article: str, label: str, spans: Iterable[Span], actors: Iterable[str] = ()) -> str:
    """`label` with what "the farm" in its `spans` is, if the article tells that for sure: "the farm [of Halden]"."""
    if _DEFINITE not in label.casefold():
        return label
    text, words = look.text(article), tuple(sorted({span for span in spans if span[0] < span[1]}))
    pronouns = frozenset(
        one.start for span in words for one, _ in look.mentioned(article, *span) if one.form == "pronoun"
    )
    known = frozenset(look.owners(article, actors))
    line = references.Line(article, words, known, replaced=pronouns, is_content=True, may_leave=len(text))
    for edit in references.read(look, line).edits:
        opening = text.rfind(_DEFINITE, max(0, edit.end - _PHRASE), edit.end)
        opening = max(opening, text.rfind(_DEFINITE.capitalize(), max(0, edit.end - _PHRASE), edit.end))
        found = text[opening : edit.end] if opening >= 0 else ""
        at = label.casefold().find(found.casefold()) if found and edit.words and _WHOLE.fullmatch(found) else -1
        end = at + len(found)
        told = edit.words in label or label[end : end + 2].strip()[:1].isupper()
        if at >= 0 and label.count("[") < _MOST and not told and not re.match(r"\w| \[", label[end:]):
            label = f"{label[:end]} [{edit.words}]{label[end:]}"
    return label


def introduced(look: Index, article: str, label: str, spans: Iterable[Span], actors: Iterable[str] = ()) -> str:
    """`label` with what the article says of those whom it names: the local `actors`, and those within `spans`."""
    for ref in _named(look, article, spans, actors):
        if label.count("[") >= _MOST:
            break
        label = _with(look, ref, label)
    return label


def _named(look: Index, article: str, spans: Iterable[Span], actors: Iterable[str]) -> Iterator[Ref]:
    """Those named, each once, in text order, the given actors first."""
    found = dict.fromkeys(Ref(article, local) for local in actors)
    for span in sorted(set(spans)):
        found.update(dict.fromkeys(ref for one, ref in look.mentioned(article, *span) if one.form in NAMES))
    told: set[str] = set()
    for ref in found:
        iri = look.homes.get(ref, "")
        if iri and iri not in told:
            told.add(iri)
            yield ref


def _with(look: Index, ref: Ref, label: str) -> str:
    """The label with what the actor at `ref` is, behind the first place where it has the name."""
    thing = look.things.get(look.homes.get(ref, ""))
    if not isinstance(thing, StoryActor) or not thing.named or thing.name.rpartition(" ")[2] not in label:
        return label
    place = _place(thing.name).search(label)
    full = ""
    if place is None and thing.type == "Person":
        *forenames, last = thing.name.split()
        place = _place(last).search(label) if forenames and not _is_of_several(look, ref, last) else None
        full = thing.name
    if place is None:
        return label
    told = _told(look, ref)
    if told and _says(label.replace(thing.name, ""), told):
        told = ""
    within = next((one for one in _BRACKET.finditer(label) if one.start() <= place.start() <= one.end()), None)
    bracket = within or _BRACKET.match(label, place.end())
    if bracket is not None:
        if not told or bracket[1] != thing.name:
            return label
        return f"{label[: bracket.end() - 1]}, {told}{label[bracket.end() - 1 :]}"
    added = ", ".join(filter(None, (full, told)))
    return f"{label[: place.end()]} [{added}]{label[place.end() :]}" if added else label


@once_an_index
def _told(look: Index, ref: Ref) -> str:
    """What is said of the actor at `ref`; empty if nothing short is."""
    role, office = speaker_roles.role(look, ref), offices.office(look, ref)
    clause = word_set("means_a_person") & {*role.split()[:1]}
    told = office if office and (clause or not role or len(role) > _LONGEST) else role
    told = told or _whole_name(look, ref)
    return told if len(told) <= _LONGEST else ""


def _whole_name(look: Index, ref: Ref) -> str:
    """The name of the one body that the article names before with a word that alone names the actor: "the Board"."""
    thing, actor = look.things.get(look.homes.get(ref, "")), look.actors[ref]
    if not isinstance(thing, StoryActor) or thing.type not in ORGANIZATIONS:
        return ""
    word, place = thing.name, min((one.start for one in actor.mentions), default=0)
    if " " in word or not is_common(word):
        return ""
    named = (look.actors[other] for one, other in look.mentioned(ref.article, 0, place) if one.form in NAMES)
    return _only({one.name for one in named if one.type in ORGANIZATIONS and word in one.name.split()})


def _only(names: set[str]) -> str:
    return names.pop() if len(names) == 1 else ""


@lru_cache(maxsize=1 << 10)
def _place(name: str) -> re.Pattern[str]:
    """Where a line has a name that is no part of another and owns nothing."""
    return re.compile(
        rf"(?<![\w’'-])(?<![A-Z]\. ){re.escape(name)}(?![\w-]|[’'](?:s\b)?|,? [A-Z][a-z]| of (?:the )?[A-Z])"
    )


def _says(label: str, told: str) -> bool:
    """Whether a line has the noun of what somebody is."""
    head = offices.head_of(told)
    return told in label or (bool(head) and head in {word.casefold() for word in WORD.findall(label)})


def _is_of_several(look: Index, ref: Ref, last: str) -> bool:
    """Whether others in the article have the same last name."""
    found = {look.homes.get(other, "") for _, other in look.mentions.get(ref.article, ())} - {look.homes.get(ref, "")}
    things = (look.things.get(iri) for iri in found)
    return any(isinstance(one, StoryActor) and one.named and last in one.name.split() for one in things)
