"""Which article relies on which outlet or earlier article: by credits, words told there, quotations, passages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, groupby, takewhile

from msgspec.structs import replace

from onrecord.at_hand import ByKey
from onrecord.model import Reliance, RelianceKind, Story
from onrecord.shelf import Shelf, in_order
from onrecord.story.caching import once_a_story
from onrecord.story.credit_lines import credited, reliance_of
from onrecord.story.index import Index
from onrecord.story.reuse import COPY, Reuse
from onrecord.story.same_outlet import initials, is_own


def find_reliances(story: Story, look: Index, reuse: Reuse) -> Sequence[Reliance]:
    """All reliances of `story`: one for each article, what it relies on, and the way in which it does, in that order.

    Those of a large story stand in a file.
    """
    every = chain(credited(story, look), _repeats(story, look, reuse), _quotations(story, look, reuse))
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
    short = f"{own} {initials(own)}"
    if item.kind == "credit" and is_own(short, item.on_label):
        return False
    if item.kind == "told" and is_own(f"{short} {_bylines(look, item.article)}", item.on_label):
        return False
    return bool(item.on_label) and own != item.on_label


def _of_article(told: Iterable[Reliance]) -> Iterator[Reliance]:
    """The reliances of one article, each once, with all sentences that show it."""
    made: dict[tuple[str, str], Reliance] = {}
    for item in told:
        old = made.get((item.on, item.kind))
        places = tuple(sorted({*(old.places if old else ()), *item.places}))
        label = max(item.on_label, old.on_label if old else "", key=lambda name: (len(name), name))
        made[item.on, item.kind] = replace(item, places=places, on_label=label)
    made = {key: item for key, item in made.items() if not _is_described_again(item, made.values())}
    told_of = [one for one in made.values() if one.kind in _TOLD]
    named = {one.on_label for one in told_of}
    return (_with_order(made[key], named) for key in sorted(made) if not _has_it_elsewhere(made[key], told_of))


def _is_described_again(item: Reliance, others: Iterable[Reliance]) -> bool:
    """Whether sentences show reliance on an outlet with only a noun for it more: "the Halden Radio network"."""
    plain = " ".join(word for word in item.on_label.split() if not word.islower())
    return plain != item.on_label and any(
        one.on_label == plain and one.kind == item.kind in _TOLD and {*item.places} <= {*one.places} for one in others
    )


def _has_it_elsewhere(item: Reliance, told: Collection[Reliance]) -> bool:
    """Whether an article says of all that it repeats from another whom it has it from: both may have it from there."""
    if item.kind != "passage":
        return False
    cited = [place for one in told for place in one.places]
    return all(any(one.start < place.end and place.start < one.end for one in cited) for place in item.places)


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
        found = reliance_of(story.base, row.article, _article(look, row.other), kind, places)
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
            found = reliance_of(story.base, row.article, _article(look, row.other), "quotation", row.quotations)
            yield replace(found, dated=row.is_dated)


def _article(look: Index, key: str) -> tuple[str, str]:
    article = look.analyses[key].article
    return key, article.publisher or article.title or key
