"""What the articles say: for each its text, reports, printings, mentions and the passages they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from onrecord import ids
from onrecord.model import Action, Analysis, Ref, Span, Spans, Statement
from onrecord.rdf import terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import Node, of_class, typed
from onrecord.rdf.values import boolean, concept, count, decimal, kind, text, when
from onrecord.story.asserted import is_asserted

_AROUND = 32
"""Characters of a quotation selector's prefix and suffix."""
BETWEEN = " … "
"""Stands between the parts of an interrupted quotation in `schema:text`."""


def nodes(index: Index, article_id: str) -> Iterator[Node]:
    """Everything in the graph of one article, in the order of its text within each kind."""
    page = _Page(index, index.analyses[article_id])
    yield _text(page)
    analysis = page.analysis
    for action in sorted(analysis.actions, key=lambda item: (item.trigger, item.id)):
        if index.home(article_id, action.id):
            yield _report(page, action)
    for statement in sorted(analysis.statements, key=lambda item: (item.content, item.id)):
        if index.home(article_id, statement.id):
            yield _printing(page, statement)
    for actor in analysis.actors:
        if home := index.home(article_id, actor.id):
            for mention in actor.mentions:
                page.mention((mention.start, mention.end), home, mention.form)
    yield from page.passages()


class _Page:
    """One article while it is written; collects the passages that its evidence stands in."""

    def __init__(self, index: Index, analysis: Analysis) -> None:
        self.index = index
        self.analysis = analysis
        self.id = analysis.article.id
        self.iri = index.articles[self.id]
        self.text = analysis.article.text
        self._spans: dict[Span, dict[str, str]] = {}
        self._starts = [start for start, _ in analysis.sentences]
        self._layout = sorted((item.start, item.end, item.kind) for item in analysis.passages)

    def passage(self, span: Span) -> str | None:
        """IRI of the passage `span`, which will be written; None for an empty one."""
        if span[0] >= span[1]:
            return None
        self._spans.setdefault(span, {})
        return ids.passage_iri(self.iri, *span)

    def all(self, spans: Iterable[Span]) -> list[str | None]:
        """`passage` for each span."""
        return [self.passage(span) for span in spans]

    def mention(self, span: Span, actor: str, form: str) -> None:
        """Note that `span` mentions `actor`."""
        if self.passage(span):
            self._spans[span][actor] = form

    def context(self, spans: Spans) -> Spans:
        """The sentences that `spans` stand in, neighbours as one span; without sentences, from first to last word."""
        sentences = self.analysis.sentences
        touched: set[int] = set()
        for start, end in spans:
            first = max(0, bisect_right(self._starts, start) - 1)
            last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
            touched.update(range(first, last + 1))
        found: list[Span] = []
        for number in sorted(touched & set(range(len(sentences)))):
            if found and number - 1 in touched:
                found[-1] = (found[-1][0], sentences[number][1])
            else:
                found.append(sentences[number])
        inside = any(s <= start and end <= e for start, end in spans for s, e in found)
        return tuple(found) if inside else ((min(s for s, _ in spans), max(e for _, e in spans)),)

    def passages(self) -> Iterator[Node]:
        """The passages that were asked for, each followed by its selectors.

        What stands before and after is given where it is needed to find the words, and at every mention; the kind of
        part of the page where it is not the body.
        """
        source = ids.text_iri(self.iri)
        for (start, end), mentioned in sorted(self._spans.items()):
            position, quote = ids.selector_iris(self.iri, start, end)
            node = of_class(ids.passage_iri(self.iri, start, end), self.iri, "Mention" if mentioned else "Passage")
            node.link(terms.IN_ARTICLE, [self.iri]).link(terms.OA_HAS_SOURCE, [source])
            node.link(terms.OA_HAS_SELECTOR, [position, quote]).link(terms.REFERS_TO, sorted(mentioned))
            node.add(terms.FORM, *(concept("Form", form) for form in sorted(set(mentioned.values()))))
            yield node.add(terms.LAYOUT, *(concept("Layout", name) for name in self._kind(start) if name != "body"))
            yield (
                typed(position, self.iri, terms.OA_CLASS_TEXT_POSITION_SELECTOR)
                .add(terms.OA_START, count(start))
                .add(terms.OA_END, count(end))
            )
            words = typed(quote, self.iri, terms.OA_CLASS_TEXT_QUOTE_SELECTOR)
            words.add(terms.OA_EXACT, text(self.text[start:end]))
            if mentioned or self._again(start, end):
                words.add(terms.OA_PREFIX, text(self.text[max(0, start - _AROUND) : start]))
                words.add(terms.OA_SUFFIX, text(self.text[end : end + _AROUND]))
            yield words

    def _again(self, start: int, end: int) -> bool:
        """Whether the words of a span stand elsewhere in the text too, so that they alone do not say where it is."""
        words = self.text[start:end]
        first = self.text.find(words)
        return self.text.find(words, first + 1) >= 0

    def _kind(self, start: int) -> Iterator[str]:
        place = bisect_right(self._layout, (start, len(self.text) + 1, "")) - 1
        if place >= 0 and self._layout[place][0] <= start < self._layout[place][1]:
            yield self._layout[place][2]


def _text(page: _Page) -> Node:
    article = page.analysis.article
    node = of_class(ids.text_iri(page.iri), page.iri, "Text").link(terms.IN_ARTICLE, [page.iri])
    return node.add(terms.SHA256, text(article.sha256)).add(terms.LENGTH, count(len(page.text)))


def _report(page: _Page, action: Action) -> Node:
    index = page.index
    node = of_class(index.evidence(Ref(page.id, action.id)) or "", page.iri, "Report")
    node.link(terms.IN_ARTICLE, [page.iri]).add(terms.REPORTED_KIND, kind(action.type))
    node.link(terms.REPORTED_AGENT, index.actors(page.id, action.agents))
    node.link(terms.REPORTED_PATIENT, index.actors(page.id, action.patients))
    node.link(terms.REPORTED_PLACE, [index.home(page.id, action.place)])
    node.link(terms.UNDER, [index.home(page.id, action.under)])
    node.link(terms.ATTRIBUTED_TO, [index.home(page.id, action.within)])
    node.link(terms.SEM_ACCORDING_TO, _voices(page, action))
    node.add(terms.POLARITY, concept("Polarity", action.polarity))
    node.add(terms.MODALITY, concept("Modality", action.modality))
    node.add(terms.ASSERTED, boolean(is_asserted(action))).add(terms.LEMMA, text(action.lemma))
    node.link(terms.TRIGGER, page.all(action.trigger))
    node.link(terms.AGENT_PASSAGE, page.all(action.agent_spans))
    node.link(terms.PATIENT_PASSAGE, page.all(action.patient_spans))
    if action.date:
        node.add(terms.REPORTED_DATE, when(action.date))
    if action.date_span:
        node.link(terms.DATE_PASSAGE, [page.passage(action.date_span)])
    return _grounds(page, node, action, action.trigger)


def _voices(page: _Page, action: Action) -> list[str]:
    """According to whom: the speakers within whose statement it stands, or else the outlet, or else the article."""
    if action.within is not None:
        said = page.index.locals.get(Ref(page.id, action.within))
        return page.index.actors(page.id, said.speakers) if isinstance(said, Statement) else []
    publisher = page.analysis.article.publisher
    return [page.index.outlets[publisher] if publisher else page.iri]


def _printing(page: _Page, statement: Statement) -> Node:
    index = page.index
    node = of_class(index.evidence(Ref(page.id, statement.id)) or "", page.iri, "Printing")
    node.link(terms.IN_ARTICLE, [page.iri])
    node.add(terms.MODE, concept("Mode", statement.mode)).add(terms.STANCE, concept("Stance", statement.stance))
    node.link(terms.REPORTED_SPEAKER, index.actors(page.id, statement.speakers))
    node.link(terms.REPORTED_ON_BEHALF_OF, index.actors(page.id, statement.on_behalf_of))
    node.link(terms.REPORTED_ADDRESSEE, [index.home(page.id, statement.addressee)])
    node.link(terms.REPORTED_OUTLET, [index.home(page.id, statement.outlet)])
    node.link(terms.SOURCE, page.all(statement.source)).link(terms.CUE, page.all(statement.cue))
    node.link(terms.CONTENT, page.all(statement.content))
    if statement.content:
        node.add(terms.SCHEMA_TEXT, text(words(page.text, statement.content)))
    if statement.date:
        node.add(terms.REPORTED_DATE, when(statement.date))
    if statement.medium:
        node.add(terms.MEDIUM, text(statement.medium))
    if statement.medium_span:
        node.link(terms.MEDIUM_PASSAGE, [page.passage(statement.medium_span)])
    return _grounds(page, node, statement, statement.source + statement.cue + statement.content)


def words(article_text: str, content: Spans) -> str:
    """The words of a statement, the parts of an interrupted one with `BETWEEN` between them."""
    return BETWEEN.join(article_text[start:end] for start, end in content)


def _grounds(page: _Page, node: Node, value: Action | Statement, spans: Spans) -> Node:
    node.link(terms.PROV_WAS_DERIVED_FROM, page.all(page.context(spans)) if spans else [])
    return node.add(terms.RULE, text(value.rule)).add(terms.CONFIDENCE, decimal(value.confidence))


def grounds(index: Index, ref: Ref) -> Iterator[tuple[str, list[str | None]]]:
    """Where the statement at `ref` stands in its article: properties and IRIs of passages."""
    statement = index.locals.get(ref)
    if not isinstance(statement, Statement):
        return
    page = _Page(index, index.analyses[ref.article])
    spans = statement.source + statement.cue + statement.content
    yield terms.PROV_WAS_DERIVED_FROM, page.all(page.context(spans)) if spans else []
    yield terms.SOURCE, page.all(statement.source)
    yield terms.CUE, page.all(statement.cue)
    yield terms.CONTENT, page.all(statement.content)
