"""One quotation that articles give to different people.

Only people are compared: the words of a company's head are often given to the company. If an article names the other
speaker beside the quotation, it may be quoting somebody who quotes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct
from rapidfuzz.distance import LCSseq

from onrecord.blocks import Blocks
from onrecord.connected import components
from onrecord.model import Disagreement, Place, Position, Ref, Span, Story, StoryActor
from onrecord.pairs import Pairs
from onrecord.person_names import surnames_fit
from onrecord.shelf import Shelf
from onrecord.spans import words_of
from onrecord.story.index import Index
from onrecord.story.overlap import COMMON, WORD
from onrecord.story.positions import made
from onrecord.story.quote_marks import quoted_spans
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_W = weights_of("judgements")
_RUN = int(_W["disputed.speaker.run"])
"""Words in a row by which quotations are found that may be one."""
_LONG = int(_W["disputed.speaker.words"])
"""Fewest words in common, of which those that are not among the commonest count twice."""
_SHARE = _W["disputed.speaker.share"]
"""Least share of the words of the shorter quotation."""


class _Quotation(Struct, frozen=True, array_like=True):
    """What of a statement is in quotation marks: its words and their places."""

    ref: Ref
    speaker: str
    """The IRI of who is quoted."""
    words: list[str]
    spans: list[Span]
    by_name: bool
    """Whether the article names the speaker beside it, and not by a pronoun, whose meaning may be mistaken."""


def with_other_speakers(story: Story, look: Index, group: Mapping[str, int]) -> tuple[Disagreement, ...]:
    """A disagreement for each quotation that articles on one story (`group`) give to different people."""
    quotations = Shelf[_Quotation](_Quotation, _quotations(story, look), row=1)
    links: list[tuple[int, int]] = []
    shared: dict[int, Span] = {}
    for one, two in _candidates(quotations):
        left, right = quotations[one], quotations[two]
        span = _common(left, right)
        if span is None or left.ref.article == right.ref.article or group[left.ref.article] != group[right.ref.article]:
            continue
        if left.speaker != right.speaker and not _apart(look, left, right):
            continue
        links.append((one, two))
        if left.speaker != right.speaker:
            shared[one] = max(shared.get(one, (0, 0)), span, key=lambda item: item[1] - item[0])
    found: dict[tuple[Position, ...], Disagreement] = {}
    for linked in components(links):
        item = _made(story, look, quotations, sorted(linked), shared)
        if item is not None and len(item.label) > len(found[item.positions].label if item.positions in found else ""):
            found[item.positions] = item  # two stretches of one statement
    return tuple(found.values())


def _quotations(story: Story, look: Index) -> Iterator[_Quotation]:
    """What named people are quoted with, in the order of the articles and of the text."""
    for analysis in story.analyses:
        marked = quoted_spans(analysis) if analysis.statements else []
        for said in analysis.statements:
            speakers = [look.things.get(iri) for iri in look.owners(analysis.article.id, said.speakers)]
            if not said.recorded or said.mode == "indirect" or len(speakers) != 1:
                continue
            (speaker,) = speakers
            if not isinstance(speaker, StoryActor) or speaker.type != "Person" or not speaker.named:
                continue
            if all(word.casefold().strip(".") in word_set("prefix_of_person") for word in speaker.name.split()):
                continue  # "Sgt", of whom the name is lost
            found = [
                match
                for start, end in said.content
                for low, high in marked
                if low < end and start < high
                for match in WORD.finditer(analysis.article.text, max(start, low), min(end, high))
            ]
            words = [match[0].casefold().replace("’", "'") for match in found]
            ref = Ref(analysis.article.id, said.id)
            yield _Quotation(ref, speaker.iri, words, [match.span() for match in found], _by_name(look, ref, speaker))


def _by_name(look: Index, ref: Ref, speaker: StoryActor) -> bool:
    """Whether the source of a statement is a name or a description of its speaker."""
    return any(
        mention.form != "pronoun" and look.homes.get(other) == speaker.iri
        for start, end in look.statements[ref].source
        for mention, other in look.mentioned(ref.article, start, end)
    )


def _candidates(quotations: Iterable[_Quotation]) -> Pairs:
    """Pairs that share a run of words that not many have, in order."""
    blocks = Blocks()
    for number, item in enumerate(quotations):
        starts = range(len(item.words) - _RUN + 1)
        blocks.add(number, {tuple(item.words[start : start + _RUN]) for start in starts})
    return Pairs(pair for found in blocks.shared() if len(found) <= COMMON for pair in combinations(found, 2))


def _common(left: _Quotation, right: _Quotation) -> Span | None:
    """The positions in `left` of the longest run of words that both have; None if they may be alike by chance."""
    blocks = [item for item in LCSseq.opcodes(left.words, right.words) if item.tag == "equal"]
    small = word_set("stop_word") | word_set("small_in_names")
    shared = [word for item in blocks for word in left.words[item.src_start : item.src_end]]
    if len(shared) < _SHARE * min(len(left.words), len(right.words)):
        return None
    if len(shared) + sum(word not in small for word in shared) < _LONG:
        return None
    longest = max(blocks, key=lambda item: item.src_end - item.src_start)
    return longest.src_start, longest.src_end


def _apart(look: Index, left: _Quotation, right: _Quotation) -> bool:
    """Whether the speakers are certainly two, and neither article names the other's beside the quotation."""
    one, two = (look.things[item.speaker] for item in (left, right))
    if not isinstance(one, StoryActor) or not isinstance(two, StoryActor):
        return False  # whoever is quoted is an actor
    if two.iri in one.possibly_same or one.iri in two.possibly_same:
        return False
    names = [[tuple(item.split()) for item in (actor.name, *actor.alt_names)] for actor in (one, two)]
    if any(surnames_fit(first[-1:], second[-1:]) for first in names[0] for second in names[1]):
        return False
    return not _beside(look, left, two) and not _beside(look, right, one)


def _beside(look: Index, quotation: _Quotation, other: StoryActor) -> bool:
    """Whether the sentences of a quotation mention `other`."""
    article = quotation.ref.article
    said = look.statements[quotation.ref]
    spans = [look.sentence(article, start) for start, _ in (*said.source, *said.cue, *said.content)]
    return any(
        look.homes.get(ref) == other.iri for start, end in spans for _, ref in look.mentioned(article, start, end)
    )


def _in_one_article(given: Mapping[str, set[Ref]]) -> bool:
    """Whether an article gives the words to two: it quotes somebody who quotes, or was misread."""
    sides = [{ref.article for ref in refs} for refs in given.values()]
    return len(set[str]().union(*sides)) < sum(map(len, sides))


def _made(
    story: Story, look: Index, quotations: Sequence[_Quotation], found: Sequence[int], shared: Mapping[int, Span]
) -> Disagreement | None:
    """The disagreement of linked quotations; None if all have one speaker, or one that no article names beside it.

    Of quotations that are linked through others alone, those count that have words of the longest.
    """
    linked = [one for one in found if one in shared]
    if not linked:
        return None
    number = min(linked, key=lambda one: (shared[one][0] - shared[one][1], one))
    item, (start, end) = quotations[number], shared[number]
    found = [one for one in found if one == number or _common(item, quotations[one])]
    named = {quotations[one].speaker for one in found if quotations[one].by_name}
    given: dict[str, set[Ref]] = defaultdict(set)
    for one in found:
        given[quotations[one].speaker].add(quotations[one].ref)
    if len(given) < 2 or not named.issuperset(given) or _in_one_article(given):
        return None
    words = words_of(look.text(item.ref.article), _stretches(look, item, start, end), " … ")
    positions = [
        Position(iri, tuple(sorted(refs)), _places(look, quotations, found, refs))
        for iri, refs in sorted(given.items())
    ]  # fmt: skip
    return made(story.base, item.speaker, "speaker", f"Who said “{words}”", positions)


def _stretches(look: Index, item: _Quotation, start: int, end: int) -> list[Span]:
    """The words from `start` to `end`, parted where the article says who speaks."""
    content = look.statements[item.ref].content
    spans = item.spans[start:end]
    inside = [[one for one in spans if low <= one[0] < high] for low, high in content]
    most = max(len(found) for found in inside)
    return [(found[0][0], found[-1][1]) for found in inside if len(found) > _RUN or len(found) == most]


def _places(look: Index, quotations: Sequence[_Quotation], found: Sequence[int], refs: set[Ref]) -> tuple[Place, ...]:
    """The sentences that print what the quotations have in common."""
    held = [quotations[number] for number in found]
    places = set()
    for item in (one for one in held if one.ref in refs):
        spans = (span for other in held if other.speaker != item.speaker and (span := _common(item, other)) is not None)
        first, last = max(spans, key=lambda span: span[1] - span[0], default=(0, len(item.spans)))
        for at in (first, last - 1):
            places.add(Place(item.ref.article, *look.sentence(item.ref.article, item.spans[at][0])))
    return tuple(sorted(places))
