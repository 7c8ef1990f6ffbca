"""What single reports say by themselves: labels with no name that their article does not print, and deadlines."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from msgspec import structs

from onrecord.model import Analysis, Mention, Ref, Story, StoryActor
from onrecord.spans import words_of
from onrecord.story.asserted import is_asserted
from onrecord.story.clause_parts import dated
from onrecord.story.index import Index, Local, Thing, build_index
from onrecord.story.labels import action, own
from onrecord.story.statement_labels import said
from onrecord.value_groups import FORMS
from onrecord.word_sets import word_set

_DESCRIBED = FORMS.index("description")


def own_labels(story: Story) -> dict[Ref, str]:
    """The label of every report and printing, with actors called as its article calls them."""
    look = build_index(story)
    found: dict[Ref, str] = {}
    for analysis in story.analyses:
        key = analysis.article.id
        reports = [ref for one in analysis.actions if (ref := Ref(key, one.id)) in look.homes]
        printings = [ref for one in analysis.statements if (ref := Ref(key, one.id)) in look.homes]
        things = _things(analysis, look)
        if all(item is look.things[iri] for iri, item in things.items()):  # it calls everybody as the story does
            found.update({ref: own(look, ref) for ref in (*reports, *printings)})
            continue
        alone = replace(look, things=things)
        found.update({ref: action(alone, ref) for ref in reports})
        found.update({ref: said(alone, ref) for ref in printings})
    return found


def deadlines(story: Story) -> frozenset[Ref]:
    """The reports that give a day by which something is to be done."""
    look = build_index(story)
    by = word_set("deadline")
    return frozenset(
        ref for ref, one in look.actions.items() if not is_asserted(one) and dated(look, ref).split(" ")[0] in by
    )


def _things(analysis: Analysis, look: Index) -> dict[str, Thing]:
    """The story's nodes that an article speaks of; its actors by the names that it prints."""
    key = analysis.article.id
    mentions: dict[str, list[Mention]] = {}
    for actor in analysis.actors:
        if home := look.homes.get(Ref(key, actor.id)):
            mentions.setdefault(home, []).extend(actor.mentions)
    things = (look.things[home] for home in _homes(analysis, look))
    return {
        item.iri: _named(item, _printed(item, mentions.get(item.iri, []), analysis))
        if isinstance(item, StoryActor)
        else item
        for item in things
    }


def _named(actor: StoryActor, name: str) -> StoryActor:
    return actor if actor.name == name else structs.replace(actor, name=name)


def _homes(analysis: Analysis, look: Index) -> dict[str, None]:
    locals_: tuple[Local, ...] = (*analysis.actors, *analysis.actions, *analysis.statements)
    found = (look.homes.get(Ref(analysis.article.id, item.id)) for item in locals_)
    return dict.fromkeys(iri for iri in found if iri is not None)


def _printed(actor: StoryActor, mentions: list[Mention], analysis: Analysis) -> str:
    """The story's name if the article prints it, else what names best, and most often, of what it prints."""
    text = analysis.article.text
    count = Counter((FORMS.index(item.form), words_of(text, [(item.start, item.end)])) for item in mentions)
    if not count or any(words == actor.name for _, words in count):
        return actor.name
    best, words = min(count, key=lambda item: (item[0], -count[item], item[1]))
    first, _, rest = words.partition(" ")
    return rest if rest and best < _DESCRIBED and first.casefold() in word_set("article") else words
