"""Look-ups over a story: the node for a reference, the outlet that published an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain

from onrecord import ids
from onrecord.at_hand import ByName, Looked
from onrecord.model import Analysis, Ref, Story, StoryAction, StoryActor, StoryStatement
from onrecord.story.caching import once_a_story
from onrecord.story.index import Local, build_index
from onrecord.story.pages import ByArticle, ByRef, Table


@dataclass(frozen=True, slots=True)
class Index:
    """All look-ups that writers need, built once per story."""

    base: str
    analyses: Mapping[str, Analysis]
    """By article id."""
    articles: Mapping[str, str]
    """Article id -> IRI of the article."""
    graphs: Mapping[str, str]
    """Article id -> IRI of the named graph with its evidence."""
    locals: Mapping[Ref, Local]
    nodes: Mapping[Ref, str]
    """Reference -> IRI of its evidence: the first mention of an actor, a report, a printing."""
    homes: Mapping[Ref, str]
    """Reference to a local actor, action or statement -> IRI of the story's node for it."""
    outlets: dict[str, str]
    """Publisher as printed -> IRI of its node."""
    new_outlets: dict[str, str]
    """The entries of `outlets` that are not actors of the story."""
    labels: Mapping[str, str]
    """IRI of an actor -> its name."""
    kinds: Mapping[str, str]
    """IRI of an action of the story -> its kind."""
    statements: Mapping[str, StoryStatement]
    """IRI -> statement of the story."""

    def actors(self, article: str, local_ids: Iterable[str]) -> list[str]:
        """IRIs of local actors of an article; actors that the story left out are skipped."""
        found = (self.homes.get(Ref(article, local)) for local in local_ids)
        return list(dict.fromkeys(iri for iri in found if iri))

    def home(self, article: str, local: str | None) -> str | None:
        """IRI of the story's node for a local id, or None."""
        return self.homes.get(Ref(article, local)) if local else None

    def evidence(self, ref: Ref) -> str | None:
        """IRI of the evidence node of a reference: first mention, report or printing; None if it has no words."""
        return self.nodes.get(ref)


@once_a_story
def index(story: Story) -> Index:
    """The look-ups of `story`."""
    analyses = build_index(story).analyses  # what is at hand there is at hand here
    articles = {key: ids.article_iri(story.base, key, item.article.sha256) for key, item in analyses.items()}
    merged = chain[StoryActor | StoryAction | StoryStatement](story.actors, story.actions, story.statements)
    outlets, new = _outlets(story)
    return Index(
        base=story.base,
        analyses=analyses,
        articles=articles,
        graphs=ByArticle(analyses, partial(_graph, story.base)),
        locals=ByRef(analyses, _locals),
        nodes=Table(
            (Ref(key, name), where)
            for key, item in analyses.items()
            for name, where in _evidence(item, articles[key], story.base)
        ),
        homes=Table((ref, item.iri) for item in merged for ref in item.refs),
        outlets=outlets,
        new_outlets=new,
        labels=Looked(ByName(story.actors, lambda item: item.iri), lambda item: item.name),
        kinds=Looked(ByName(story.actions, lambda item: item.iri), lambda item: item.type),
        statements=ByName(story.statements, lambda item: item.iri),
    )


def _graph(base: str, analysis: Analysis) -> str:
    return ids.evidence_iri(base, analysis.article.id, analysis.article.sha256)


def _locals(analysis: Analysis) -> Iterator[tuple[str, Local]]:
    values: tuple[Local, ...] = (*analysis.actors, *analysis.actions, *analysis.statements)
    return ((item.id, item) for item in values)


def _evidence(analysis: Analysis, article: str, base: str) -> Iterator[tuple[str, str]]:
    """Local id and IRI of the evidence of every actor, action and statement of one article."""
    words = analysis.article.text
    for actor in analysis.actors:
        if actor.mentions:
            first = min((mention.start, mention.end) for mention in actor.mentions)
            yield actor.id, ids.passage_iri(article, *first)
    seen: set[str] = set()
    found = [("report", action.id, action.trigger) for action in analysis.actions]
    found += [("printing", said.id, said.content or said.cue or said.source) for said in analysis.statements]
    for kind, local, spans in found:
        start, end = spans[0] if spans else (0, 0)
        again = 0
        iri = ids.named(base, kind, words[start:end], article, str(start))
        while iri in seen:  # two actions can have one trigger ("met and signed"), and two speakers the same words
            again += 1
            iri = ids.named(base, kind, words[start:end], article, str(start), str(again))
        seen.add(iri)
        yield local, iri


def _outlets(story: Story) -> tuple[dict[str, str], dict[str, str]]:
    """Publisher -> node, and the new nodes: an actor of type outlet with that name, or else a new node."""
    known: dict[str, str] = {}
    for actor in sorted((item for item in story.actors if item.type == "Outlet"), key=lambda item: item.iri):
        for name in (actor.name, *actor.alt_names):
            known.setdefault(outlet_key(name), actor.iri)
    found, new = {}, {}
    for name in sorted({item.article.publisher for item in story.analyses if item.article.publisher}):
        key = outlet_key(name)
        if key not in known:
            known[key] = new[name] = ids.named(story.base, "actor", name)
        found[name] = known[key]
    return found, new


def outlet_key(name: str) -> str:
    """What two spellings of an outlet's name have in common: letters without case, and no leading "the"."""
    return " ".join(name.casefold().split()).removeprefix("the ")
