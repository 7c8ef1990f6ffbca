"""What articles say themselves of where they have their matter from: credits, and outlets that were told something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from onrecord import ids
from onrecord.model import Analysis, Place, Reliance, RelianceKind, Span, Statement, Story, StoryActor
from onrecord.story.index import Index
from onrecord.story.overlap import WORD
from onrecord.story.same_outlet import is_own
from onrecord.value_groups import is_issued
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set


def reliance_of(base: str, article: str, on: tuple[str, str], kind: RelianceKind, places: Iterable[Place]) -> Reliance:
    """The reliance of an article on an outlet or article, given with its name, that `places` show."""
    iri = ids.named(base, "reliance", on[1], article, on[0], kind)
    return Reliance(iri=iri, article=article, on=on[0], on_label=on[1], kind=kind, places=tuple(places))


def credited(story: Story, look: Index) -> Iterator[Reliance]:
    """Explicit credits, outlets that somebody told something, and outlets that told it themselves.

    Whoever published one of the articles, as bodies do in press releases, is among the outlets.
    """
    publishers, outlets = _Publishers(story), _outlets_by_name(story)
    for analysis in story.analyses:
        key = analysis.article.id
        for match in word_pattern("credit").finditer(analysis.article.text):
            name = match[1].strip()
            outlet = outlets.get(name.casefold()) or ids.named(story.base, "actor", name)
            yield reliance_of(story.base, key, (outlet, name), "credit", [Place(key, *match.span())])
        for name, span in _in_lines(analysis, outlets):
            outlet = outlets.get(name.casefold()) or ids.named(story.base, "actor", name)
            yield reliance_of(story.base, key, (outlet, name), "credit", [Place(key, *span)])
        told: set[str] = set()
        for said in analysis.statements:
            where = [Place(key, *look.sentence(key, start)) for start, _ in said.source or said.content][:1]
            for actor in _outlets(look, key, said):
                printed = _as_printed(look, actor, where)
                if not printed or _is_no_outlet(look, actor, where):
                    continue
                told.add(_plain(printed))
                yield reliance_of(story.base, key, (actor.iri, printed), "told", where)
            for actor, publisher in _publishers(look, key, said, publishers):
                told.add(_plain(publisher))
                yield reliance_of(story.base, key, (actor.iri, publisher), "told", where)
        for name, place in _cited(look, key, publishers):
            if _plain(name) in told:
                continue
            outlet = outlets.get(name.casefold()) or ids.named(story.base, "actor", name)
            yield reliance_of(story.base, key, (outlet, name), "told", [place])


def _in_lines(analysis: Analysis, outlets: Container[str]) -> Iterator[tuple[str, Span]]:
    """Agencies and known outlets in the lines that are no text: "(with Reuters)", "By Ada Lund, with AFP", or "AFP"."""
    text = analysis.article.text
    for passage in analysis.passages:
        if passage.kind not in _BESIDE_TEXT or passage.end - passage.start > _LONG:
            continue
        line = text[passage.start : passage.end]
        for part in word_pattern("in_brackets").findall(line) or [line]:
            names = [_after_opener(name) for name in word_pattern("between_names").split(part)]
            if all(is_agency(name) or name.casefold() in outlets for name in names):
                yield from ((name, (passage.start, passage.end)) for name in names)
            elif (found := word_pattern("with_agency").search(part)) and is_agency(found["name"]):
                yield found["name"], (passage.start, passage.end)


def _after_opener(words: str) -> str:
    """A name without what stands before it in a credit: "Reuters" of "with additional reporting by Reuters"."""
    left = words.strip(" \t.:;").split()
    while len(left) > 1 and left[0].strip(":").casefold() in word_set("credit_opener"):
        left.pop(0)
    return " ".join(left)


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency or broadcaster: "Reuters"."""
    return name[:1].isupper() and name.casefold() in word_set("agency")


_BESIDE_TEXT = ("byline", "furniture")
_LONG = 90
"""Most characters of a line that only names where its article is from."""


def _is_no_outlet(look: Index, actor: StoryActor, where: Sequence[Place]) -> bool:
    """Whether a name is that of an office that was told something, or that of the article's own outlet."""
    last = actor.name.casefold().split()[-1:]
    texts = (look.words(place.article, [(place.start, place.end)]) for place in where)
    own = (found["knows"] or "" for text in texts for found in word_pattern("outlet_of_itself").finditer(text))
    return bool({*last} & word_set("no_outlet_head")) or any(name and is_own(actor.name, name) for name in own)


def _plain(name: str) -> str:
    """The name of an outlet without its article, folded."""
    return " ".join(word for word in name.casefold().split() if word not in word_set("article"))


def _cited(look: Index, key: str, publishers: _Publishers) -> Iterator[tuple[str, Place]]:
    """The outlets of other articles that an article names where it tells what was said or printed there.

    A body that issued a release is named for much else: what an article has from it is what it says.
    """
    analysis = look.analyses[key]
    text, own = analysis.article.text, analysis.article.published
    for name, plain, first in publishers.named_in(text):
        if name == analysis.article.publisher or name in publishers.issuers or (own and first and own < first):
            continue
        at = text.find(plain)
        while at >= 0:
            start, end = look.sentence(key, at)
            if word_pattern("cites_outlet").search(text, start, end):
                yield name, Place(key, start, end)
                break
            at = text.find(plain, max(end, at + 1))


def _outlets(look: Index, article: str, said: Statement) -> list[StoryActor]:
    """Outlets through which a statement reached its article: as addressee, relay or speaker."""
    keys = [*said.speakers, *filter(None, (said.addressee, said.outlet))]
    found = [look.things[iri] for iri in look.owners(article, keys)]
    return [item for item in found if isinstance(item, StoryActor) and item.type == "Outlet"]


def _as_printed(look: Index, actor: StoryActor, where: Sequence[Place]) -> str:
    """The fullest name of an outlet in the sentences: the story may know it by a shorter one; empty if none is there.

    "The newspaper" stands for its name. "Our crew" and "it" are not taken for another outlet: they mean the article's
    own more often than not.
    """
    printed = " ".join(look.words(place.article, [(place.start, place.end)]) for place in where)
    names = [name for name in (actor.name, *actor.alt_names) if name in printed]
    described = any(_describes(look, actor, place) for place in where)
    return max(names, key=lambda name: (len(name), name), default=actor.name if described else "")


def _describes(look: Index, actor: StoryActor, place: Place) -> bool:
    """Whether words in a sentence say what an outlet is: "the newspaper"."""
    for mention, ref in look.mentioned(place.article, place.start, place.end):
        words = look.text(place.article)[mention.start : mention.end].casefold().split()
        if mention.form == "description" and look.homes.get(ref) == actor.iri and words[0] in word_set("article"):
            return True
    return False


def _publishers(
    look: Index, article: str, said: Statement, publishers: _Publishers
) -> Iterator[tuple[StoryActor, str]]:
    """Bodies that say something and published one of the articles, not later, each with its name as publisher."""
    own = look.analyses[article].article.published
    for iri in look.owners(article, said.speakers):
        actor = look.things.get(iri)
        if isinstance(actor, StoryActor) and actor.named and actor.type not in _NOT_BODIES:
            yield from (
                (actor, name) for name, first in publishers.like(actor.name) if not (own and first and own < first)
            )


_NOT_BODIES = frozenset({"Outlet", "Person", "State", "Place", "Product", "Thing"})


class _Publishers:
    """The publishers of the articles, by the words of their names, each with the day of its first article."""

    def __init__(self, story: Story) -> None:
        self._first: dict[str, str] = {}
        self.issuers: set[str] = set()
        for item in story.analyses:
            if item.article.publisher:
                if any(is_issued(said.rule) for said in item.statements):
                    self.issuers.add(item.article.publisher)
                days = filter(None, (self._first.get(item.article.publisher), item.article.published))
                self._first[item.article.publisher] = min(days, default="")
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._first):
            for word in set(WORD.findall(name.casefold())):
                self._by_word[word].append(name)

        self._by_longest: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name in sorted(self._first):
            article, _, rest = name.partition(" ")
            plain = rest if rest and article.casefold() in word_set("article") else name
            self._by_longest[max(WORD.findall(plain) or [""], key=len)].append((name, plain))

    def named_in(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Those whose name stands in a text, each as it is, without its article, and with the day of its first one."""
        for word in sorted(self._by_longest.keys() & set(WORD.findall(text))):
            yield from ((name, plain, self._first[name]) for name, plain in self._by_longest[word] if plain in text)

    def like(self, name: str) -> Iterator[tuple[str, str]]:
        """Those whose name a body has, in full or shortened, in the order of their names."""
        words = set(WORD.findall(name.casefold())) - word_set("small_in_names")
        few = min((self._by_word.get(word, ()) for word in words), key=len, default=())
        return ((one, self._first[one]) for one in few if is_own(one, name))


def _outlets_by_name(story: Story) -> dict[str, str]:
    """The IRIs of the actors that are outlets, by each of their names, folded; of several with one name the first."""
    found: dict[str, str] = {}
    for actor in story.actors:
        for name in (actor.name, *actor.alt_names) if actor.type == "Outlet" else ():
            found.setdefault(name.casefold(), actor.iri)
    return found
