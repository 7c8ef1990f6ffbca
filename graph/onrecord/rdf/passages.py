"""The passages of one article: sentences, in the default graph, and exact spans, in its evidence graph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from onrecord import ids
from onrecord.model import Action, Analysis, Span, Spans, Statement
from onrecord.rdf import terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import DEFAULT, Node, of_class
from onrecord.rdf.values import concept, text
from onrecord.spans import sentences_of, words_of


class Passages:
    """Looks up the sentences of one article; words outside all sentences count as a sentence."""

    def __init__(self, index: Index, analysis: Analysis) -> None:
        self.index = index
        self.analysis = analysis
        self.id = analysis.article.id
        self.iri = index.articles[self.id]
        self.graph = index.graphs[self.id]
        self.text = analysis.article.text
        self._layout = sorted((item.start, item.end, item.kind) for item in analysis.passages)

    def sentences(self, spans: Iterable[Span]) -> list[Span]:
        """The sentences that contain `spans`, in text order."""
        return sentences_of(self.analysis, spans)

    def of_action(self, action: Action) -> list[str]:
        """IRIs of the sentences of a report, that of its trigger first."""
        return self._ordered(action.trigger)

    def of_statement(self, statement: Statement) -> list[str]:
        """IRIs of the sentences of a printing: first that of its cue or, without one, of its source or of its words."""
        chief = statement.cue or statement.source or statement.content
        return self._ordered(chief, statement.source + statement.cue + statement.content)

    def of_span(self, span: Span) -> list[str]:
        """IRIs of the sentences that contain a span."""
        return self._ordered((span,))

    def _ordered(self, chief: Spans, spans: Spans = ()) -> list[str]:
        first = self.sentences(chief)[:1]
        rest = [item for item in self.sentences((*chief, *spans)) if item not in first]
        return [ids.passage_iri(self.iri, *item) for item in (*first, *rest)]

    def exact(self, span: Span) -> str | None:
        """IRI of an exact span; None for an empty one."""
        return ids.passage_iri(self.iri, *span) if span[0] < span[1] else None

    def words(self, spans: Spans, gap: str = " ") -> str:
        """The words of `spans`, unchanged, with `gap` between them."""
        return words_of(self.text, spans, gap, exact=True)

    def nodes(self, disputed: Iterable[Span] = ()) -> Iterator[Node]:
        """The sentences on record: those with a report, a printing, a mention of an actor or a span in `disputed`."""
        mentioned: dict[Span, set[str]] = {item: set() for span in disputed for item in self.sentences([span])}
        for action in self.analysis.actions:
            if self.index.home(self.id, action.id):
                mentioned.update({item: set() for item in self.sentences(action.trigger) if item not in mentioned})
        for said in self.analysis.statements:
            if self.index.home(self.id, said.id):
                spans = said.source + said.cue + said.content
                mentioned.update({item: set() for item in self.sentences(spans) if item not in mentioned})
        for actor in self.analysis.actors:
            if home := self.index.home(self.id, actor.id):
                for mention in actor.mentions:
                    for item in self.sentences([(mention.start, mention.end)])[:1]:
                        mentioned.setdefault(item, set()).add(home)
        for (start, end), actors in sorted(mentioned.items()):
            node = of_class(ids.passage_iri(self.iri, start, end), DEFAULT, "Passage").link(
                terms.IN_ARTICLE, [self.iri]
            )
            node.add(terms.QUOTE, text(self.text[start:end])).link(terms.SCHEMA_MENTIONS, sorted(actors))
            yield node.add(terms.LAYOUT, *(concept("Layout", name) for name in self._kind(start) if name != "body"))

    def _kind(self, start: int) -> Iterator[str]:
        place = bisect_right(self._layout, (start, len(self.text) + 1, "")) - 1
        if place >= 0 and self._layout[place][0] <= start < self._layout[place][1]:
            yield self._layout[place][2]
