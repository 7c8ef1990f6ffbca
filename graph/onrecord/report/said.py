"""The sections on who said what, who would not comment, what sources without a name claim, and who is not quoted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from onrecord.action_kinds import DIE, KILL
from onrecord.actor_kinds import BODIES, THINGS
from onrecord.model import Place, Ref, Span, StoryAction, StoryActor, StoryStatement
from onrecord.report import alone, askable, deeds
from onrecord.report.by_article import concerned
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import content_words, excerpts
from onrecord.story.inflection import singular
from onrecord.value_groups import NAMES
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_SAID = 48
"""Most lines on who said what, so that they fit on a page."""
_BACK = 240
"""Characters before a "he said" among which stands the name of whoever may be meant."""
_SHORT = 6
"""Most words of a sentence on a refusal that says too little of what was asked."""
_CLAIMS = frozenset({"speech", "belief"})
"""Kinds of statements that claim something, unlike what somebody intends or would not say."""
_MORTAL = frozenset({DIE, KILL})
_NAME_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NOBODY = frozenset({"State", "Place", "Product", "Thing", "Outlet"})
"""Types of actors that no reporter asks for comment, and outlets, which do the asking."""


def statements(part: Part) -> Section:
    """Statements of speakers who are known, by speaker; those that several articles print come first."""
    found = []
    for item in part.statements():
        names = [thing.name for iri in item.speakers if isinstance(thing := part.look.things.get(iri), StoryActor)]
        names = names or [" ".join(_source(part, item.chief or item.refs[0])).capitalize()]
        mine = _is_known(part, item) or _may_be_named(part, item)
        if mine and item.kind != "refusal_to_comment" and not _is_paper(part, item):
            found.append((names[0], -len({ref.article for ref in item.refs}), item.iri, item))
    found.sort(key=lambda row: row[:3])
    known = deeds.known_words(part)
    told = [(item, clear) for *_, item in found if (clear := alone.told(part, item, known))]
    return Section("Who said what", tuple(_line(part, item, clear) for item, clear in _once(told)[:_SAID]))


def _once(told: Sequence[tuple[StoryStatement, alone.Told]]) -> list[tuple[StoryStatement, alone.Told]]:
    """Each sentence once: what is quoted with another line's sentence makes none of its own."""
    longer = {place for _, clear in told for place in clear.places[:-1]}
    found: dict[object, tuple[StoryStatement, alone.Told]] = {}
    for item, clear in told:
        if not clear.places or clear.places[-1] not in longer:
            found.setdefault(clear.places[-1] if clear.places else clear.words, (item, clear))
    return list(found.values())


def _line(part: Part, item: StoryStatement, clear: alone.Told, *reasons: str) -> Line:
    quoted = bool(clear.places)
    support = "; ".join(filter(None, (alone.support(part, item, clear.ref, quoted=quoted), *reasons)))
    cited = tuple(sorted({*part.cite(item.refs), *part.sources.at(clear.places)}))
    one = len({ref.article for ref in part.here(item.refs)}) == 1
    return Line(clear.words, cited, part.sources.outlet(clear.ref.article) if quoted or one else "", support)


def _is_known(part: Part, item: StoryStatement) -> bool:
    """Whether a speaker has a name, was told of before, or is the one body of its kind: "the government", "police".

    Somebody "the surveyor" or "the museum's insurer" calls is mostly named elsewhere; "a dealer" is not.
    """
    ref = item.chief or item.refs[0]
    words = " ".join(_source(part, ref))
    speakers = [thing for iri in item.speakers if isinstance(thing := part.look.things.get(iri), StoryActor)]
    called = speakers[0].name.casefold() if speakers and words in word_set("stands_for_something") else words
    if called.split(" ", 1)[0] in _told_before() or _names_within(part, ref):
        return True
    if not speakers:
        return words in word_set("body_without_article")
    return any(one.named or _is_one(one) for one in speakers)


def _may_be_named(part: Part, item: StoryStatement) -> bool:
    """Whether a "he" says it who may be somebody named right before: "Lund has engaged a lawyer. ... he said"."""
    ref = item.chief or item.refs[0]
    said = part.look.statements[ref]
    if not said.source or " ".join(_source(part, ref)) not in word_set("stands_for_person"):
        return False
    start = part.look.sentence(ref.article, max(said.source[0][0] - _BACK, 0))[0]
    before = part.look.mentioned(ref.article, start, said.source[0][0])
    return any(one.form in NAMES and part.look.actors[other].type == "Person" for one, other in before)


def _told_before() -> frozenset[str]:
    """First words for a source that was told of before."""
    owners = word_set("possessive_pronoun") | word_set("his_or_her")
    return word_set("refers_back") | owners


def _names_within(part: Part, ref: Ref) -> bool:
    """Whether the words for a source begin with somebody's name: "Hamm's office", "Angola's navy"."""
    spans = part.look.statements[ref].source
    mentions = (found for span in spans for found, _ in part.look.mentioned(ref.article, *span))
    return any(found.form in NAMES and found.start == span[0] for found in mentions for span in spans)


def _is_paper(part: Part, item: StoryStatement) -> bool:
    """Whether no person or body says it, but a document: "a log", "port records", "the reply"."""
    if item.kind == "document":
        return True
    return bool(_head(_source(part, item.chief or item.refs[0])))


def _head(words: Sequence[str]) -> str:
    """The noun of the words for a source: "log" of "a log kept by a station"."""
    ends = word_set("phrase_preposition") | word_set("relative_pronoun")
    place = next((at for at, word in enumerate(words) if at and word in ends), len(words))
    front = [word for word in words[:place] if singular(word) in word_set("says_as_paper")]
    return singular(front[0]) if front else ""


def _is_one(speaker: StoryActor) -> bool:
    name = speaker.name.casefold()
    return name in word_set("body_without_article") or (speaker.type in BODIES and name.startswith("the "))


def papers(part: Part) -> Section:
    """What documents, records and messages say, in the words of the article that has read them."""
    known = deeds.known_words(part)
    found = (item for item in part.statements() if _is_paper(part, item) and not _has_speaker(part, item))
    told = [(item, clear) for item in found if (clear := alone.told(part, item, known))]
    return Section("What documents say", tuple(_line(part, item, clear) for item, clear in _once(told)))


def _has_speaker(part: Part, item: StoryStatement) -> bool:
    things = (part.look.things.get(iri) for iri in item.speakers)
    return any(isinstance(one, StoryActor) and one.named and one.type not in THINGS for one in things)


def unnamed(part: Part) -> Section:
    """Statements of people and bodies without a name that are not known without one."""
    without = concerned(part.story).unnamed
    lines, known = [], deeds.known_words(part)
    told = []
    for item in part.statements():
        known_by_name = _is_known(part, item) or _may_be_named(part, item)
        alone_ = bool(item.origins) and set(item.origins) <= set(without) and not known_by_name
        if alone_ and item.kind in _CLAIMS and not _is_paper(part, item):
            clear = alone.told(part, item, known)
            told += [(item, clear)] if clear else []
    for item, clear in _once(told):
        lines.append(_line(part, item, clear, *sorted({without[iri].reason for iri in item.origins} - {""})))
    shown = {place for _, clear in told for place in clear.places}
    return Section("Claims by unnamed sources", (*lines, *_by_somebody(part, known, shown)))


def _by_somebody(part: Part, known: frozenset[str], shown: Collection[Place]) -> Iterator[Line]:
    """Sentences whose source asks not to be named, or is "somebody" of whom the graph has no node."""
    for key, span in _units(part):
        words = content_words.unquoted(part.look.words(key, (span,)))
        if not word_pattern("asks_for_anonymity").search(words):
            continue
        found = excerpts.spoken(part.look, (key, (span[0], span[0])), known)
        places = tuple(Place(key, *one) for one in found.places) if found else ()
        if found and places[-1] not in shown:
            yield Line(found.words, part.sources.at(places), part.sources.outlet(key))


def _units(part: Part) -> Iterator[tuple[str, Span]]:
    return ((key, span) for key in sorted(part.keys) for span in excerpts.units_of(part.look, key))


def _source(part: Part, ref: Ref) -> list[str]:
    """The words for the source of a statement, without the ending of an owner."""
    words = part.look.words(ref.article, part.look.statements[ref].source)
    return [item[0].casefold() for item in _NAME_WORD.finditer(words)]


def not_quoted(part: Part) -> Section:
    """Named people and organizations that take part in actions but are not quoted.

    Whoever's name stands in the words for a source is left out: "Falk", who may be Ada Falk, or "Falk's lawyer". So is
    what several kinds of evidence do not show to be somebody who could be asked, and who has died.
    """
    spoke = {iri for item in part.statements() for iri in (*item.speakers, *item.on_behalf_of)}
    sources = {word for item in part.statements() for ref in part.here(item.refs) for word in _source(part, ref)}
    sources |= {word for key in part.keys for word in _words_of(part.look.analyses[key].article.publisher or "")}
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
        if acts and _MORTAL.isdisjoint(item.type for item in acts) and askable.could_be_asked(part, actor, acts):
            lines.append(Line(actor.name, part.cite([ref for item in acts for ref in item.refs][:3])))
    return Section("Not quoted", tuple(lines))


def refusals(part: Part) -> Section:
    """Who refused to comment or could not be reached, in the words of the article that tells it."""
    known = deeds.known_words(part)
    refused = [item for item in part.statements() if item.kind == "refusal_to_comment"]
    told = [(item, clear) for item in refused if (clear := _refusal(part, item, known))]
    lines = [replace(_line(part, item, clear), support="") for item, clear in _once(told)]
    shown = {place for _, clear in told for place in clear.places}
    for key, span in _units(part):
        words = content_words.unquoted(part.look.words(key, (span,)))
        if not word_pattern("says_nothing").search(words) or Place(key, *span) in shown:
            continue
        found = excerpts.spoken(part.look, (key, (span[0], span[0])), known)
        if found is not None:
            places = tuple(Place(key, *one) for one in found.places)
            lines.append(Line(found.words, part.sources.at(places), part.sources.outlet(key)))
    return Section("Would not comment", tuple(sorted(lines, key=lambda line: (line.lead, line.words))))


def _refusal(part: Part, item: StoryStatement, known: frozenset[str]) -> alone.Told | None:
    """A refusal as a line tells it, with the sentence before it if its own says little: "She would not say whose"."""
    ref = item.chief or item.refs[0]
    spans = part.look.statements[ref].cue or part.look.statements[ref].content
    words = part.look.words(ref.article, (part.look.sentence(ref.article, spans[0][0]),)) if spans else ""
    short = len(words.split()) <= _SHORT and alone.sentence(part, ref, known, least=2)
    return short or alone.told(part, item, known)


def _words_of(name: str) -> list[str]:
    return [item[0].casefold() for item in _NAME_WORD.finditer(name)]
