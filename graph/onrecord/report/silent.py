"""The sections on who said nothing: who would not comment, who gave no answer, and who is not quoted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord import forenames
from onrecord.action_kinds import DIE, KILL
from onrecord.model import Place, Ref, StoryAction, StoryActor, StoryStatement
from onrecord.report import alone, askable, deeds, said
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part, once_a_part
from onrecord.story import content_words, excerpts, statement_labels
from onrecord.story.asserted import is_asserted
from onrecord.value_groups import NAMES
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_LITTLE = 9
"""Most words of a sentence on an answer that did not come which says too little of what was asked."""
SHORT = 6
"""Most words of a sentence on a refusal that says too little of what was asked."""
_MORTAL = frozenset({DIE, KILL})
_NOBODY = frozenset({"State", "Place", "Product", "Thing", "Outlet"})
"""Types of actors that no reporter asks for comment, and outlets, which do the asking."""


def sections(part: Part) -> Iterator[Section]:
    """Who would not comment, and who gave no answer or could not be reached: each in the words of the article."""
    lines = sorted(_told(part), key=lambda line: (line.lead, line.words))
    asked = [word_pattern("gave_no_answer").search(line.words) is not None for line in lines]
    refused = (line for line, none in zip(lines, asked, strict=True) if not none)
    yield Section("Would not comment", tuple(refused))
    yield Section("Gave no answer", tuple(line for line, none in zip(lines, asked, strict=True) if none))


@once_a_part
def _told(part: Part) -> tuple[Line, ...]:
    """The lines on who said nothing."""
    return tuple(_lines(part))


def _lines(part: Part) -> Iterator[Line]:
    known = deeds.known_words(part)
    refused = [item for item in part.statements() if said.refuses(part, item) and not _is_of_refusal(part, item)]
    told = [(item, clear) for item in refused if (clear := _refusal(part, item, known))]
    shown = {place for item, clear in told for place in (*clear.places, *said.printed_in(part, item))}
    for item, clear in said.once(told):
        yield replace(said.line(part, item, clear), support="")
    for key, span in said.units(part):
        words = content_words.unquoted(part.look.words(key, (span,)))
        if not word_pattern("says_nothing").search(words) or Place(key, *span) in shown:
            continue
        named = any(one.form in NAMES for one, _ in part.look.mentioned(key, *span))
        little = len(words.split()) <= _LITTLE and not _pointing().isdisjoint(words.casefold().split()) and not named
        little = little or word_pattern("ends_without_verb").search(words) is not None
        found = excerpts.spoken(part.look, (key, (span[0], span[0])), known, least=2 if little else 1)
        places = tuple(Place(key, *one) for one in found.places) if found else ()
        points = words.casefold().split(" ", 1)[0] in word_set("stands_for_something")
        if found is not None and (points or not alone.has_others(part, places, ())):
            yield Line(found.words, part.sources.quoting((), places), part.sources.outlet(key))


def _is_of_refusal(part: Part, item: StoryStatement) -> bool:
    """Whether a refusal is only what another one is on: "declined to discuss its results" is one."""
    ref = item.chief or item.refs[0]
    within = part.look.statements.get(Ref(ref.article, part.look.statements[ref].within or ""))
    return within is not None and within.kind == said.REFUSAL


def _pointing() -> frozenset[str]:
    """Words by which a short refusal speaks of what the sentence before it tells: "No reply", "to these letters"."""
    return word_set("points_to_noun") | word_set("no_determiner")


def _refusal(part: Part, item: StoryStatement, known: frozenset[str]) -> alone.Told | None:
    """A refusal as a line tells it, with the sentence before it if its own says little: "She would not say whose".

    What somebody else says in that sentence is no refusal: then its own sentence stands alone, or its clause.
    """
    ref = item.chief or item.refs[0]
    report = part.look.statements[ref]
    spans = report.cue or report.content
    words = part.look.words(ref.article, (part.look.sentence(ref.article, spans[0][0]),)) if spans else ""
    points = words.casefold().split(" ", 1)[0] in word_set("stands_for_something")
    short = (points and len(words.split()) <= SHORT) or word_pattern("ends_without_verb").search(words) is not None
    found = (alone.sentence(part, ref, known, least=2) if short else None) or alone.told(part, item, known)
    for told in (found, alone.sentence(part, ref, known)):
        if told is not None and (points or not alone.has_others(part, told.places, report.speakers)):
            return told
    label = _named(statement_labels.said(part.look, ref)) if found is not None else ""
    last = [word.strip(".,").casefold() for word in label.split()][-1:]
    if not {*last} <= {word.strip(".,;:").casefold() for word in words.split()}:
        return None  # the article does not say what was declined
    return alone.Told(label, ref) if label and item.kind == said.REFUSAL else None


def _named(label: str) -> str:
    """The clause for a refusal from the name on: of "Her club, Northmere Rowers declined" what is behind the comma."""
    first, mark, name = label.partition(", ")
    owned = first.split(" ", 1)[0].casefold() in word_set("possessive_pronoun") | word_set("his_or_her")
    return (name if mark and name[:1].isupper() else "") if owned else label


def not_quoted(part: Part) -> Section:
    """Named people and organizations that take part in actions but are not quoted.

    Whoever's name stands in the words for a source is left out: "Falk", who may be Ada Falk, or "Falk's lawyer". So is
    what several kinds of evidence do not show to be somebody who could be asked, and who has died.
    """
    spoke = {iri for item in part.statements() for iri in (*item.speakers, *item.on_behalf_of)}
    told_by = [said.source(part, ref) for item in part.statements() for ref in part.here(item.refs)]
    sources = {word for words in told_by for word in words}
    sources |= {word for key in part.keys for word in said.words_of(part.look.analyses[key].article.publisher or "")}
    silent = {word for line in _told(part) for word in said.words_of(line.words)}
    acts_of: dict[str, list[StoryAction]] = defaultdict(list)
    for item in part.actions():
        for iri in part.roles(item):
            acts_of[iri].append(item)
    lines = []
    for actor in part.chief_actors():
        names = {names.split()[-1].casefold() for names in (actor.name, *actor.alt_names)}
        if actor.iri in spoke or actor.type in _NOBODY or not names.isdisjoint(silent):
            continue
        if not names.isdisjoint(sources) and not _is_only_namesake(actor, names, told_by):
            continue
        if askable.may_speak(part, actor, sources) or askable.is_animal(part, actor):
            continue
        acts = acts_of.get(actor.iri, [])
        alive = acts and _MORTAL.isdisjoint(item.type for item in acts)
        if alive and _has_part(part, actor, acts) and askable.could_be_asked(part, actor, acts):
            lines.append(Line(actor.name, part.cite([ref for item in acts for ref in item.refs][:3])))
    return Section("Not quoted", tuple(lines))


def _is_only_namesake(actor: StoryActor, names: Collection[str], told_by: Iterable[list[str]]) -> bool:
    """Whether those among the sources who have the last name of a person are others: "his wife, Ada Falk, said"."""
    own = {word.casefold() for name in (actor.name, *actor.alt_names) for word in name.split()}
    found = [(words, at) for words in told_by for at, word in enumerate(words) if word in names]
    before = [words[at - 1] if at else "" for words, at in found]
    return bool(before) and all(word in forenames.known() and word not in own for word in before)


def _has_part(part: Part, actor: StoryActor, acts: Sequence[StoryAction]) -> bool:
    """Whether somebody has a part in the story: a body that several articles name or that is accused, and a person.

    But not a person who does nothing, and to whom nothing is done: an opinion names many who "would do better to act".
    """
    articles = {ref.article for ref in actor.refs if ref.article in part.keys}
    if actor.type != "Person":
        return len(articles) > 1 or askable.is_accused(part, actor, acts)
    reports = [(ref.article, part.look.actions[ref]) for item in acts for ref in part.here(item.refs)]
    return any(
        is_asserted(report) or actor.iri in part.look.owners(article, report.patients) for article, report in reports
    )
