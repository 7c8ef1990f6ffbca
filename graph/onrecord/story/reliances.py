"""Which article relies on which outlet or earlier article: by credits, words told there, quotations, passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, groupby, takewhile

from msgspec.structs import replace

from onrecord import ids
from onrecord.at_hand import ByKey
from onrecord.model import Place, Reliance, RelianceKind, Statement, Story, StoryActor
from onrecord.shelf import Shelf, in_order
from onrecord.story.caching import once_a_story
from onrecord.story.index import Index
from onrecord.story.overlap import WORD
from onrecord.story.reuse import COPY, Reuse
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set


def find_reliances(story: Story, look: Index, reuse: Reuse) -> Sequence[Reliance]:
    """All reliances of `story`: one for each article, what it relies on, and the way in which it does, in that order.

    Those of a large story stand in a file.
    """
    every = chain(_credits(story, look), _repeats(story, look, reuse), _quotations(story, look, reuse))
    told = in_order(Reliance, (item for item in every if _is_on_another(look, item)), lambda item: item.article)
    found = (item for _, own in groupby(told, lambda item: item.article) for item in _of_article(own))
    return Shelf(Reliance, found) if len(look.positions) > _FEW else tuple(found)


_FEW = 500
"""Articles whose reliances are held in memory."""


@once_a_story
def by_article(story: Story) -> ByKey[Reliance]:
    """The reliances of `story` by the article that relies on another."""
    return ByKey(story.reliances, lambda item: (item.article,))


def _is_on_another(look: Index, item: Reliance) -> bool:
    """Whether what an article relies on has a name and is not the article's own outlet."""
    own = look.analyses[item.article].article.publisher or _above(look, item.article)
    if item.kind in _TOLD and _is_own(f"{own} {_initials(own)} {_bylines(look, item.article)}", item.on_label):
        return False
    return bool(item.on_label) and own != item.on_label


def _of_article(told: Iterable[Reliance]) -> Iterator[Reliance]:
    """The reliances of one article, each once, with all sentences that show it."""
    made: dict[tuple[str, str], Reliance] = {}
    for item in told:
        old = made.get((item.on, item.kind))
        places = tuple(sorted({*(old.places if old else ()), *item.places}))
        made[item.on, item.kind] = replace(item, places=places)
    named = {one.on_label for one in made.values() if one.kind in _TOLD}
    return (_with_order(made[key], named) for key in sorted(made))


def _with_order(item: Reliance, named: Collection[str]) -> Reliance:
    """A passage that no date tells the order of, with it if its article names the other's outlet, and not in turn."""
    if item.dated or item.kind not in _REPEATS:
        return item
    return replace(item, dated=True) if item.on_label in named else item


_REPEATS = frozenset({"copy", "passage"})


_TOLD = frozenset({"credit", "told"})


def _above(look: Index, article: str) -> str:
    """The lines above the text of an article behind its headline: its outlet may stand there without being known."""
    analysis = look.analyses[article]
    heads = takewhile(lambda item: item.kind not in ("body", "quote_block"), analysis.passages[1:])
    return " ".join(analysis.article.text[item.start : item.end] for item in heads)


def _bylines(look: Index, article: str) -> str:
    """The lines of authors, places and days of an article, where its outlet can stand in short: "HALDEN (FBC) -"."""
    analysis = look.analyses[article]
    return " ".join(analysis.article.text[item.start : item.end] for item in analysis.passages if item.kind == "byline")


def _initials(name: str) -> str:
    return "".join(word[0] for word in WORD.findall(name) if word.casefold() not in word_set("small_in_names"))


def _is_own(publisher: str, name: str) -> bool:
    """Whether an outlet's name is that of the article's own, in full or shortened: "told the Courier"."""
    own, told = (set(WORD.findall(item.casefold())) - word_set("small_in_names") for item in (publisher, name))
    return bool(told) and told <= own


def _reliance(base: str, article: str, on: tuple[str, str], kind: RelianceKind, places: Iterable[Place]) -> Reliance:
    iri = ids.named(base, "reliance", on[1], article, on[0], kind)
    return Reliance(iri=iri, article=article, on=on[0], on_label=on[1], kind=kind, places=tuple(places))


# ------------------------------------------------------------------ what articles say themselves


def _credits(story: Story, look: Index) -> Iterator[Reliance]:
    """Explicit credits, outlets that somebody told something, and outlets that told it themselves.

    Whoever published one of the articles, as bodies do in press releases, is among the outlets.
    """
    publishers, outlets = _Publishers(story), _outlets_by_name(story)
    for analysis in story.analyses:
        key = analysis.article.id
        for match in word_pattern("credit").finditer(analysis.article.text):
            name = match[1].strip()
            outlet = outlets.get(name.casefold()) or ids.named(story.base, "actor", name)
            yield _reliance(story.base, key, (outlet, name), "credit", [Place(key, *match.span())])
        told: set[str] = set()
        for said in analysis.statements:
            where = [Place(key, *look.sentence(key, start)) for start, _ in said.source or said.content][:1]
            for actor in _outlets(look, key, said):
                if _is_no_outlet(look, actor, where):
                    continue
                printed = _as_printed(look, actor, where)
                told.add(_plain(printed))
                yield _reliance(story.base, key, (actor.iri, printed), "told", where)
            for actor, publisher in _publishers(look, key, said, publishers):
                told.add(_plain(publisher))
                yield _reliance(story.base, key, (actor.iri, publisher), "told", where)
        for name, place in _cited(look, key, publishers):
            if _plain(name) in told:
                continue
            outlet = outlets.get(name.casefold()) or ids.named(story.base, "actor", name)
            yield _reliance(story.base, key, (outlet, name), "told", [place])


def _is_no_outlet(look: Index, actor: StoryActor, where: Sequence[Place]) -> bool:
    """Whether a name is that of an office that was told something, or that of the article's own outlet."""
    last = actor.name.casefold().split()[-1:]
    texts = (look.words(place.article, [(place.start, place.end)]) for place in where)
    own = (found["knows"] or "" for text in texts for found in word_pattern("outlet_of_itself").finditer(text))
    return bool({*last} & word_set("no_outlet_head")) or any(name and _is_own(actor.name, name) for name in own)


def _plain(name: str) -> str:
    """The name of an outlet without its article, folded."""
    return " ".join(word for word in name.casefold().split() if word not in word_set("article"))


def _cited(look: Index, key: str, publishers: _Publishers) -> Iterator[tuple[str, Place]]:
    """The outlets of other articles that an article names where it tells what was said or printed there."""
    analysis = look.analyses[key]
    text, own = analysis.article.text, analysis.article.published
    for name, plain, first in publishers.named_in(text):
        if name == analysis.article.publisher or (own and first and own < first):
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


def _as_printed(look: Index, actor: StoryActor, where: Iterable[Place]) -> str:
    """The fullest name of an outlet in the sentences: the story may know it by a shorter one."""
    printed = " ".join(look.words(place.article, [(place.start, place.end)]) for place in where)
    names = [name for name in (actor.name, *actor.alt_names) if name in printed]
    return max(names, key=lambda name: (len(name), name), default=actor.name)


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
        for item in story.analyses:
            if item.article.publisher:
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
        return ((one, self._first[one]) for one in few if _is_own(one, name))


def _outlets_by_name(story: Story) -> dict[str, str]:
    """The IRIs of the actors that are outlets, by each of their names, folded; of several with one name the first."""
    found: dict[str, str] = {}
    for actor in story.actors:
        for name in (actor.name, *actor.alt_names) if actor.type == "Outlet" else ():
            found.setdefault(name.casefold(), actor.iri)
    return found


# ------------------------------------------------------------------ what a comparison of their words shows


def _repeats(story: Story, look: Index, reuse: Reuse) -> Iterator[Reliance]:
    """Near-copies and single passages: the later article relies on the earlier one.

    If dates do not tell which one that is, the one named first stands for it, and the reliance says so.
    """
    for row in reuse.rows:
        if not row.passages:
            continue
        places = [item.at for item in row.passages]
        kind: RelianceKind = "copy" if row.share >= COPY else "passage"
        found = _reliance(story.base, row.article, _article(look, row.other), kind, places)
        yield replace(
            found,
            share=round(max(row.share, 0.01), 2),
            exact=all(item.exact for item in row.passages),
            dated=row.is_dated,
        )


def _quotations(story: Story, look: Index, reuse: Reuse) -> Iterator[Reliance]:
    """Quotations that an earlier article prints too."""
    for row in reuse.rows:
        if row.quotations and row.share < COPY:
            found = _reliance(story.base, row.article, _article(look, row.other), "quotation", row.quotations)
            yield replace(found, dated=row.is_dated)


def _article(look: Index, key: str) -> tuple[str, str]:
    article = look.analyses[key].article
    return key, article.publisher or article.title or key
