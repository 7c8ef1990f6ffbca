"""The evidence of each article, in one named graph per article: exact spans with selectors, mentions, roles, rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord import ids
from onrecord.model import Action, Ref, Span, Statement
from onrecord.rdf import terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import Node, of_class, single
from onrecord.rdf.passages import Passages
from onrecord.rdf.values import concept, count, iri, text


def nodes(index: Index, article_id: str) -> Iterator[Node]:
    """Everything in the named graph of one article except the graph's description of itself."""
    page = Passages(index, index.analyses[article_id])
    spans = _Spans(page)
    for action in sorted(page.analysis.actions, key=lambda item: (item.trigger, item.id)):
        if index.home(article_id, action.id):
            yield _report(page, spans, action)
    for statement in sorted(page.analysis.statements, key=lambda item: (item.content, item.id)):
        if index.home(article_id, statement.id):
            yield _printing(page, spans, statement)
    for actor in page.analysis.actors:
        if home := index.home(article_id, actor.id):
            for mention in actor.mentions:
                spans.mention((mention.start, mention.end), home, mention.form)
    yield from spans.nodes()


class _Spans:
    """Collects the spans of one article's evidence."""

    def __init__(self, page: Passages) -> None:
        self.page = page
        self._found: dict[Span, dict[str, str]] = {}

    def all(self, spans: Iterable[Span | None]) -> list[str | None]:
        """IRIs of spans, None for empty ones; the spans are noted so that `nodes` writes them."""
        return [self._one(span) for span in spans if span is not None]

    def _one(self, span: Span) -> str | None:
        if found := self.page.exact(span):
            self._found.setdefault(span, {})
        return found

    def mention(self, span: Span, actor: str, form: str) -> None:
        """Note that `span` mentions `actor`."""
        if self._one(span):
            self._found[span][actor] = form

    def nodes(self) -> Iterator[Node]:
        """The noted spans, each followed by its two selectors."""
        article, graph = self.page.iri, self.page.graph
        source = ids.text_iri(article)
        for (start, end), mentioned in sorted(self._found.items()):
            position, quote = ids.selector_iris(article, start, end)
            node = of_class(ids.passage_iri(article, start, end), graph, "Mention" if mentioned else "Span")
            node.link(terms.OA_HAS_SOURCE, [source]).link(terms.OA_HAS_SELECTOR, [position, quote])
            node.link(terms.REFERS_TO, sorted(mentioned))
            yield node.add(terms.FORM, *(concept("Form", form) for form in sorted(set(mentioned.values()))))
            yield single(
                position,
                graph,
                (terms.RDF_TYPE, iri(terms.OA_CLASS_TEXT_POSITION_SELECTOR)),
                (terms.OA_END, count(end)),
                (terms.OA_START, count(start)),
            )
            yield single(
                quote,
                graph,
                (terms.RDF_TYPE, iri(terms.OA_CLASS_TEXT_QUOTE_SELECTOR)),
                (terms.OA_EXACT, text(self.page.text[start:end])),
            )


def _report(page: Passages, spans: _Spans, action: Action) -> Node:
    node = Node(page.index.evidence(Ref(page.id, action.id)) or "", page.graph)
    node.add(terms.FOUND_BY_RULE, text(action.rule)).add(terms.LEMMA, text(action.lemma))
    node.link(terms.TRIGGER, spans.all(action.trigger)).link(terms.AGENT_SPAN, spans.all(action.agent_spans))
    node.link(terms.PATIENT_SPAN, spans.all(action.patient_spans))
    return node.link(terms.DATE_SPAN, spans.all([action.date_span]))


def _printing(page: Passages, spans: _Spans, statement: Statement) -> Node:
    node = Node(page.index.evidence(Ref(page.id, statement.id)) or "", page.graph)
    node.add(terms.FOUND_BY_RULE, text(statement.rule))
    node.link(terms.SOURCE, spans.all(statement.source)).link(terms.CUE, spans.all(statement.cue))
    node.link(terms.CONTENT, spans.all(statement.content))
    return node.link(terms.MEDIUM_SPAN, spans.all([statement.medium_span]))
