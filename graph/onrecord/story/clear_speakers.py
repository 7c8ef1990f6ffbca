"""Whether a line says who speaks: by a name, or by words that tell who it is without the article."""

from __future__ import annotations

from onrecord.model import Ref, Spans, Statement, StoryActor
from onrecord.story import descriptions_named, references
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import singular
from onrecord.story.noun_phrases import WORD, without_owner
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set


@once_an_index
def says_who(look: Index, ref: Ref) -> bool:
    """Whether a reader of a line alone knows who makes the statement at `ref`.

    Somebody with a name is known if the words for them are the name or a pronoun, or surely mean whoever bears it. Who
    has none is known by words that point to nothing: "a spokesman" is somebody's, "the committee" one of many.
    """
    item = look.statements[ref]
    things = [look.things.get(iri) for iri in look.owners(ref.article, item.speakers)]
    if any(isinstance(thing, StoryActor) and thing.named for thing in things):
        return (
            _is_sure(look, ref, item) and not _is_one_of_several(look, ref, item) and _is_named_in_text(look, ref, item)
        )
    return _is_clear(look, ref, item)


def _is_sure(look: Index, ref: Ref, item: Statement) -> bool:
    """Whether words for a speaker with a name that are no name surely mean its bearer."""
    for span in item.source[:1]:
        for one, other in look.mentioned(ref.article, *span):
            if other.local not in item.speakers or one.form != "description":
                continue
            actor = look.actors[other]
            if any(name.form in NAMES and span[0] <= name.start < span[1] for name in actor.mentions):
                return True
            noun = without_owner(look.words(ref.article, ((one.start, one.end),)).split()[-1])
            thing = look.things.get(look.homes.get(other, ""))
            own = isinstance(thing, StoryActor) and noun.casefold() in thing.name.casefold().split()
            return own or descriptions_named.sure_name(look, other, one, noun) is not None
    return True


def _is_named_in_text(look: Index, ref: Ref, item: Statement) -> bool:
    """Whether a speaker is named in the text, and not in a headline alone, where a row of words is taken for a name."""
    heads = [(one.start, one.end) for one in look.analyses[ref.article].passages if one.kind == "headline"]
    actors = (look.actors.get(Ref(ref.article, key)) for key in item.speakers)
    named = [[one for one in actor.mentions if one.form in NAMES] for actor in actors if actor is not None]
    return all(
        not found or any(not any(low <= one.start < high for low, high in heads) for one in found) for found in named
    )


def _is_one_of_several(look: Index, ref: Ref, item: Statement) -> bool:
    """Whether others say it with those who have a name: "the army and the Eastern Front blamed each other"."""
    if len(item.speakers) > 1 or not item.source:
        return False
    low, high = item.source[0]
    own = [one for one, other in look.mentioned(ref.article, low, high) if other.local in item.speakers]
    rest = [
        word
        for word in WORD.finditer(look.text(ref.article), low, high)
        if not any(one.start <= word.start() < one.end for one in own)
    ]
    joined = any(word[0].casefold() in word_set("joins_list") for word in rest)
    return bool(own) and joined and any(word[0] in word_set("article") for word in rest)


def _is_clear(look: Index, ref: Ref, item: Statement) -> bool:
    """Whether the words for a speaker without a name tell who it is."""
    source = _printed(look, ref, item)
    if not source:
        return False
    words = [word.casefold() for word in WORD.findall(look.words(ref.article, source))]
    reading = references.read(look, references.Line(ref.article, source))
    if reading.left or reading.edits or not words:
        return False
    named = any(one.form in NAMES for one, _ in look.mentioned(ref.article, *source[0]))
    if (word_set("one_of_several_of_noun") - word_set("leaves_open_how_many")) & {*words[:2]}:
        return named
    if singular(words[-1]) in word_set("anybody"):
        return named
    return named or word_set("spokesperson").isdisjoint(words)


def _printed(look: Index, ref: Ref, item: Statement) -> Spans:
    """The words for a speaker without a name: those of the source or, of a pronoun, what it stands for."""
    alone = word_set("stands_for_something") | word_set("relative")
    if item.source and look.words(ref.article, item.source[:1]).casefold() not in alone:
        return item.source[:1]
    actors = [look.actors[key] for one in item.speakers if (key := Ref(ref.article, one)) in look.actors]
    described = [(one.start, one.end) for actor in actors for one in actor.mentions if one.form == "description"]
    return tuple(sorted(described)[:1])
