"""The sections on who said what, what sources without a name claim, and what documents and pictures show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from onrecord.actor_kinds import BODIES
from onrecord.model import Place, Ref, Span, StoryActor, StoryStatement
from onrecord.nouns_for_people import body_nouns
from onrecord.report import alone, deeds
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import excerpts
from onrecord.story.inflection import is_plural, singular
from onrecord.value_groups import NAMES, is_issued
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_SAID = 48
"""Most lines on who said what, so that they fit on a page."""
_DIGITS = 9
"""Digits of a character's number, so that numbers sort as words."""
_BACK = 240
"""Characters before a "he said" among which stands the name of whoever may be meant."""
_NAME_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
REFUSAL = "refusal_to_comment"
_FRONT = 3
"""Words before a noun among which its article stands: "a senior fire inspector"."""
_OF_NAME = 2
"""Fewest capitalized words in a row that are the name of whoever has the office before them."""


def refuses(part: Part, item: StoryStatement) -> bool:
    """Whether somebody says nothing: the article tells so, or reports that they said so: "said it had no comment"."""
    ref = item.chief or item.refs[0]
    report = part.look.statements[ref]
    words = part.look.words(ref.article, report.content)
    indirect = report.mode == "indirect" and item.kind == "speech"
    return item.kind == REFUSAL or (indirect and word_pattern("says_nothing").search(words) is not None)


def statements(part: Part, dated: Sequence[Place] = ()) -> Section:
    """Statements of speakers who are known, by speaker; those that several articles print come first.

    Sentences of a release that stand in the places `dated`, quoted under the name of its issuer, are not told again.
    """
    found = []
    for item in part.statements():
        names = [thing.name for iri in item.speakers if isinstance(thing := part.look.things.get(iri), StoryActor)]
        names = names or [" ".join(source(part, item.chief or item.refs[0])).capitalize()]
        mine = is_known(part, item) or may_be_named(part, item) or is_of_many(part, item)
        if (
            mine
            and not _is_own_outlet(part, item)
            and not refuses(part, item)
            and not is_paper(part, item)
            and not _is_told(part, item, dated)
        ):
            found.append((names[0], -len({ref.article for ref in item.refs}), _place(part, item), item))
    found.sort(key=lambda row: row[:3])
    known = deeds.known_words(part)
    told = [(item, clear) for *_, item in found if (clear := alone.told(part, item, known))]
    return Section("Who said what", tuple(line(part, item, clear) for item, clear in once(told)[:_SAID]))


def _place(part: Part, item: StoryStatement) -> str:
    """What a statement is sorted by: those of a release stand in the order of its text."""
    ref = item.chief or item.refs[0]
    report = part.look.statements[ref]
    return f"~{ref.article} {report.content[0][0]:0{_DIGITS}}" if is_issued(report.rule) else item.iri


def _is_told(part: Part, item: StoryStatement, dated: Sequence[Place]) -> bool:
    """Whether every sentence of what a release states stands in one of the places `dated`."""
    ref = item.chief or item.refs[0]
    report = part.look.statements[ref]
    if not is_issued(report.rule):
        return False
    (low, high), *_ = report.content
    sentences = [span for span in part.look.analyses[ref.article].sentences if span[0] < high and low < span[1]]
    return all(
        any(one.article == ref.article and one.start <= max(start, low) and min(end, high) <= one.end for one in dated)
        for start, end in sentences
    )


def once(told: Sequence[tuple[StoryStatement, alone.Told]]) -> list[tuple[StoryStatement, alone.Told]]:
    """Each sentence once: what is quoted with another line's sentence makes none of its own."""
    longer = {place for _, clear in told for place in clear.places[:-1]}
    found: dict[object, tuple[StoryStatement, alone.Told]] = {}
    for item, clear in told:
        if not clear.places or clear.places[-1] not in longer:
            found.setdefault(clear.places[-1] if clear.places else clear.words, (item, clear))
    quoted = [(clear.ref.article, _letters(clear.words)) for _, clear in found.values() if clear.places]
    return [(item, clear) for item, clear in found.values() if not _is_quoted(clear, quoted)]


def _is_quoted(clear: alone.Told, quoted: Sequence[tuple[str, str]]) -> bool:
    """Whether a sentence of the same article that another line quotes has all words that a clause has in quotes."""
    said = _letters(clear.words.partition(": “")[2])
    return bool(said) and not clear.places and any(one == clear.ref.article and said in words for one, words in quoted)


def _letters(words: str) -> str:
    return " ".join(words_of(words))


def line(part: Part, item: StoryStatement, clear: alone.Told, *reasons: str) -> Line:
    """A statement as a line tells it, with how many articles print it, and reasons to read it with care."""
    quoted = bool(clear.places)
    support = "; ".join(filter(None, (alone.support(part, item, clear.ref, quoted=quoted), *reasons)))
    cited = part.sources.quoting(part.here(item.refs), clear.places)
    one = len({ref.article for ref in part.here(item.refs)}) == 1
    return Line(clear.words, cited, part.sources.outlet(clear.ref.article) if quoted or one else "", support)


def is_known(part: Part, item: StoryStatement) -> bool:
    """Whether a speaker has a name, was told of before, or is the one body of its kind: "the government", "police".

    Somebody "the surveyor" or "the museum's insurer" calls is mostly named elsewhere; "a dealer" is not.
    """
    ref = item.chief or item.refs[0]
    words = " ".join(source(part, ref))
    speakers = [thing for iri in item.speakers if isinstance(thing := part.look.things.get(iri), StoryActor)]
    if _ends_in_name(part, ref) or _speaks_for_known(part, item):
        return True
    called = speakers[0].name.casefold() if speakers and words in word_set("stands_for_something") else words
    if called.split(" ", 1)[0] in _told_before() and not _came_without_name(part, ref, called):
        return True
    if _names_within(part, ref):
        return True
    if not speakers:
        return words in word_set("body_without_article")
    return any(one.named or _is_one(one) for one in speakers)


def _came_without_name(part: Part, ref: Ref, called: str) -> bool:
    """Whether an article told of "the inspector" first as of "an inspector", with no name right behind it."""
    speakers = [part.look.things.get(iri) for iri in part.look.owners(ref.article, part.look.statements[ref].speakers)]
    head = (_up_to_head(called.split()) or [""])[-1]
    if head in body_nouns() or any(not isinstance(one, StoryActor) or one.type != "Person" for one in speakers):
        return False
    spans = part.look.statements[ref].source
    words = _NAME_WORD.findall(part.look.text(ref.article)[: spans[0][0] if spans else 0])
    return any(
        word.casefold() == head
        and not word_set("indefinite_article").isdisjoint(one.casefold() for one in words[max(at - _FRONT, 0) : at])
        and not any(one[:1].isupper() for one in words[at + 1 : at + 2])
        for at, word in enumerate(words)
    )


def _ends_in_name(part: Part, ref: Ref) -> bool:
    """Whether an office without an article stands before a name: "Superintendent of Police A B Lund"."""
    words = part.look.words(ref.article, part.look.statements[ref].source).split()
    name = list(takewhile(lambda word: word[:1].isupper(), reversed(words)))
    offices = [word.casefold() for word in words]
    opens = bool(words) and offices[0] not in word_set("determiner") | word_set("number_word")
    return opens and len(name) >= _OF_NAME and (len(name) == len(words) or not is_plural(offices[0]))


def _speaks_for_known(part: Part, item: StoryStatement) -> bool:
    """Whether a spokesman or spokeswoman speaks for a body with a name, which then says it."""
    words = {*source(part, item.chief or item.refs[0])}
    return not words.isdisjoint(word_set("spokesperson")) and any(
        isinstance(thing := part.look.things.get(iri), StoryActor) and thing.named for iri in item.on_behalf_of
    )


def may_be_named(part: Part, item: StoryStatement) -> bool:
    """Whether a "he" says it who may be somebody named right before: "Lund has engaged a lawyer. ... he said"."""
    ref = item.chief or item.refs[0]
    said = part.look.statements[ref]
    if not said.source or " ".join(source(part, ref)) not in word_set("stands_for_person"):
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


def is_paper(part: Part, item: StoryStatement) -> bool:
    """Whether no person or body says it, but a document: "a log", "port records", "the reply"."""
    if item.kind == "document":
        return True
    return bool(_head(source(part, item.chief or item.refs[0])))


def _head(words: Sequence[str]) -> str:
    """The noun of the words for a source: "log" of "a log kept by a station"."""
    ends = word_set("phrase_preposition") | word_set("relative_pronoun")
    place = next((at for at, word in enumerate(words) if at and word in ends), len(words))
    front = [word for word in words[:place] if singular(word) in word_set("says_as_paper")]
    return singular(front[0]) if front else ""


def _is_one(speaker: StoryActor) -> bool:
    name = speaker.name.casefold()
    of_named = word_pattern("owned_by_name").match(speaker.name) is not None
    return name in word_set("body_without_article") or (
        speaker.type in BODIES and (name.startswith("the ") or of_named)
    )


def is_of_many(part: Part, item: StoryStatement) -> bool:
    """Whether several people of one kind say it, or a body without a name, and no source that wants none.

    "Players", "relatives of the dead", "prosecutors in Norby".
    """
    front = _up_to_head(_source_or_noun(part, item.chief or item.refs[0]))
    if not front or not claims(part, item):
        return False
    few = front[0] in word_set("number_word") | word_set("some_of_them")
    voices = word_set("unnamed_voice") if few else word_set("unnamed_in_plural")
    several = is_plural(front[-1]) and singular(front[-1]) not in voices
    nobody = word_set("some_of_them") | word_set("anybody")
    return front[0] in word_set("body_without_article") or (several and front[-1] not in nobody)


def _source_or_noun(part: Part, ref: Ref) -> list[str]:
    """The words for a source, or the noun before it if it is "who": "villagers who say"."""
    words, spans = source(part, ref), part.look.statements[ref].source
    if not words or not word_set("relative_pronoun").issuperset(words):
        return words
    return words_of(part.look.text(ref.article)[: spans[0][0]][-_BACK:])[-1:]


def _up_to_head(words: Sequence[str]) -> list[str]:
    ends = word_set("phrase_preposition") | word_set("relative_pronoun")
    return list(takewhile(lambda word: word not in ends, words))


def _is_own_outlet(part: Part, item: StoryStatement) -> bool:
    """Whether the article itself says it in its outlet's name, and is no release: "The Lantern has learned"."""
    ref = item.chief or item.refs[0]
    if is_issued(part.look.statements[ref].rule):
        return False
    own = {*words_of(part.look.analyses[ref.article].article.publisher or "")}
    speakers = [thing for iri in item.speakers if isinstance(thing := part.look.things.get(iri), StoryActor)]
    return any(one.type == "Outlet" and {*words_of(one.name)} <= own | word_set("article") for one in speakers)


def claims(part: Part, item: StoryStatement) -> bool:
    """Whether somebody whom the article itself has heard claims something.

    What is told in another's statement is theirs, a call for something is no claim, and an outlet no source.
    """
    ref = item.chief or item.refs[0]
    report = part.look.statements[ref]
    calls = part.look.words(ref.article, report.cue).casefold().split()[-1:] == ["for"]
    outlets = not word_set("outlets_at_large").isdisjoint(map(singular, source(part, ref)))
    return item.kind == "speech" and report.within is None and not calls and not outlets


def printed_in(part: Part, item: StoryStatement) -> Iterator[Place]:
    """The sentences in which a statement is printed."""
    for ref in part.here(item.refs):
        report = part.look.statements[ref]
        for start, end in excerpts.units_of(part.look, ref.article):
            if any(start <= low < end for low, _ in report.cue or report.content):
                yield Place(ref.article, start, end)


def units(part: Part) -> Iterator[tuple[str, Span]]:
    """The sentences of the articles as `excerpts.units_of` divides them, each with its article."""
    return ((key, span) for key in sorted(part.keys) for span in excerpts.units_of(part.look, key))


def source(part: Part, ref: Ref) -> list[str]:
    """The words for the source of a statement, without the ending of an owner."""
    words = part.look.words(ref.article, part.look.statements[ref].source)
    return [item[0].casefold() for item in _NAME_WORD.finditer(words)]


def words_of(name: str) -> list[str]:
    """The words of a name in small letters."""
    return [item[0].casefold() for item in _NAME_WORD.finditer(name)]
