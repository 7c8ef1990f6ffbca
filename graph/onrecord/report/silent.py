"""The sections on who said nothing: who would not comment, who gave no answer, and who is not quoted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.action_kinds import DIE, KILL
from onrecord.model import Place, StoryAction, StoryActor, StoryStatement
from onrecord.report import alone, askable, deeds, said
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import content_words, excerpts, statement_labels
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

SHORT = 6
"""Most words of a sentence on a refusal that says too little of what was asked."""
_MORTAL = frozenset({DIE, KILL})
_NOBODY = frozenset({"State", "Place", "Product", "Thing", "Outlet"})
"""Types of actors that no reporter asks for comment, and outlets, which do the asking."""


def sections(part: Part) -> Iterator[Section]:
    """Who would not comment, and who gave no answer or could not be reached: each in the words of the article."""
    lines = sorted(_lines(part), key=lambda line: (line.lead, line.words))
    asked = [word_pattern("gave_no_answer").search(line.words) is not None for line in lines]
    refused = (line for line, none in zip(lines, asked, strict=True) if not none)
    yield Section("Would not comment", tuple(refused))
    yield Section("Gave no answer", tuple(line for line, none in zip(lines, asked, strict=True) if none))


def _lines(part: Part) -> Iterator[Line]:
    known = deeds.known_words(part)
    refused = [item for item in part.statements() if said.refuses(part, item)]
    told = [(item, clear) for item in refused if (clear := _refusal(part, item, known))]
    shown = {place for item, clear in told for place in (*clear.places, *_own(part, item))}
    for item, clear in said.once(told):
        yield replace(said.line(part, item, clear), support="")
    for key, span in said.units(part):
        words = content_words.unquoted(part.look.words(key, (span,)))
        if not word_pattern("says_nothing").search(words) or Place(key, *span) in shown:
            continue
        found = excerpts.spoken(part.look, (key, (span[0], span[0])), known)
        places = tuple(Place(key, *one) for one in found.places) if found else ()
        points = words.casefold().split(" ", 1)[0] in word_set("stands_for_something")
        if found is not None and (points or not alone.has_others(part, places, ())):
            yield Line(found.words, part.sources.quoting((), places), part.sources.outlet(key))


def _refusal(part: Part, item: StoryStatement, known: frozenset[str]) -> alone.Told | None:
    """A refusal as a line tells it, with the sentence before it if its own says little: "She would not say whose".

    What somebody else says in that sentence is no refusal: then its own sentence stands alone, or its clause.
    """
    ref = item.chief or item.refs[0]
    report = part.look.statements[ref]
    spans = report.cue or report.content
    words = part.look.words(ref.article, (part.look.sentence(ref.article, spans[0][0]),)) if spans else ""
    points = words.casefold().split(" ", 1)[0] in word_set("stands_for_something")
    short = points and len(words.split()) <= SHORT
    found = (alone.sentence(part, ref, known, least=2) if short else None) or alone.told(part, item, known)
    for told in (found, alone.sentence(part, ref, known)):
        if told is not None and (points or not alone.has_others(part, told.places, report.speakers)):
            return told
    label = _named(statement_labels.said(part.look, ref)) if found is not None else ""
    return alone.Told(label, ref) if label and item.kind == said.REFUSAL else None


def _named(label: str) -> str:
    """The clause for a refusal from the name on: of "Her club, Northmere Rowers declined" what is behind the comma."""
    first, mark, name = label.partition(", ")
    owned = first.split(" ", 1)[0].casefold() in word_set("possessive_pronoun") | word_set("his_or_her")
    return (name if mark and name[:1].isupper() else "") if owned else label


def _own(part: Part, item: StoryStatement) -> Iterator[Place]:
    """The sentences in which a refusal is printed."""
    for ref in part.here(item.refs):
        report = part.look.statements[ref]
        for start, end in excerpts.units_of(part.look, ref.article):
            if any(start <= low < end for low, _ in report.cue or report.content):
                yield Place(ref.article, start, end)


def not_quoted(part: Part) -> Section:
    """Named people and organizations that take part in actions but are not quoted.

    Whoever's name stands in the words for a source is left out: "Falk", who may be Ada Falk, or "Falk's lawyer". So is
    what several kinds of evidence do not show to be somebody who could be asked, and who has died.
    """
    spoke = {iri for item in part.statements() for iri in (*item.speakers, *item.on_behalf_of)}
    sources = {word for item in part.statements() for ref in part.here(item.refs) for word in said.source(part, ref)}
    sources |= {word for key in part.keys for word in said.words_of(part.look.analyses[key].article.publisher or "")}
    acts_of: dict[str, list[StoryAction]] = defaultdict(list)
    for item in part.actions():
        for iri in part.roles(item):
            acts_of[iri].append(item)
    lines = []
    for actor in part.chief_actors():
        names = {names.split()[-1].casefold() for names in (actor.name, *actor.alt_names)}
        if actor.iri in spoke or actor.type in _NOBODY or not names.isdisjoint(sources):
            continue
        acts = acts_of.get(actor.iri, [])
        alive = acts and _MORTAL.isdisjoint(item.type for item in acts)
        if alive and _has_part(part, actor, acts) and askable.could_be_asked(part, actor, acts):
            lines.append(Line(actor.name, part.cite([ref for item in acts for ref in item.refs][:3])))
    return Section("Not quoted", tuple(lines))


def _has_part(part: Part, actor: StoryActor, acts: Sequence[StoryAction]) -> bool:
    """Whether somebody has a part in the story: a person, and a body that several articles name or that is accused."""
    articles = {ref.article for ref in actor.refs if ref.article in part.keys}
    return actor.type == "Person" or len(articles) > 1 or askable.is_accused(part, actor, acts)
