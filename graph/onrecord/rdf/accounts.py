"""Nodes of the default graph for what one article says about actions and statements: reports and printings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from pyoxigraph import Literal, NamedNode

from onrecord import ids
from onrecord.at_hand import AtHand, ByName
from onrecord.model import Action, Ref, Spans, Statement
from onrecord.rdf import terms
from onrecord.rdf.names import Index
from onrecord.rdf.nodes import DEFAULT, Node, of_class
from onrecord.rdf.passages import Passages
from onrecord.rdf.values import Term, boolean, concept, count, decimal, iri, kind, text, when
from onrecord.shelf import Shelf
from onrecord.story.asserted import MENTION, is_asserted

_FEW = 250
"""Articles whose accounts are held in memory."""
_AT_HAND = 1_000
"""Accounts at hand of those in a file."""
BETWEEN = " … "
"""Separates the parts of an interrupted quotation."""


def text_node(page: Passages) -> Node:
    """The node of an article's text, with its digest and length."""
    node = of_class(ids.text_iri(page.iri), DEFAULT, "Text").link(terms.IN_ARTICLE, [page.iri])
    return node.add(terms.SHA256, text(page.analysis.article.sha256)).add(terms.LENGTH, count(len(page.text)))


class _Held(Struct, frozen=True, array_like=True):
    """A node as it stands in a file."""

    ref: tuple[str, str]
    subject: str
    rows: list[tuple[str, str, str, str]]
    """Predicate and value; of a literal also its datatype and its language."""

    @property
    def name(self) -> str:
        """The reference in one string."""
        return " ".join(self.ref)


def _held(ref: Ref, node: Node) -> _Held:
    rows = [
        (predicate, value.value, "", "")
        if isinstance(value, NamedNode)
        else (predicate, value.value, value.datatype.value, value.language or "")
        for predicate, value in node.rows
    ]
    return _Held((ref.article, ref.local), node.subject, rows)


def _node(held: _Held) -> Node:
    return Node(held.subject, DEFAULT, [(row[0], _term(*row[1:])) for row in held.rows])


def _term(value: str, datatype: str, language: str) -> Term:
    if not datatype:
        return iri(value)
    if language:
        return Literal(value, language=language)
    return Literal(value) if datatype == terms.XSD_STRING else Literal(value, datatype=iri(datatype))


def written(
    index: Index,
    keys: Sequence[str],
    of: Callable[[Passages], Iterable[tuple[Ref, Node]]],
    origins: Mapping[Ref, str],
) -> Mapping[Ref, Node]:
    """The accounts that the articles `keys` have `of`, each with its origin; those of many articles are in a file."""

    def nodes() -> Iterator[tuple[Ref, Node]]:
        for key in keys:
            for ref, node in of(Passages(index, index.analyses[key])):
                yield ref, node.link(terms.GOES_BACK_TO, [origins.get(ref)])

    if len(keys) <= _FEW:
        return dict(nodes())
    return _Written(Shelf(_Held, (_held(ref, node) for ref, node in nodes())))


class _Written(AtHand[Ref, Node]):
    """Nodes in a file, by their references; each is asked for once."""

    most = _AT_HAND

    def __init__(self, held: Sequence[_Held]) -> None:
        super().__init__()
        self._held = held
        self._by_name = ByName(held, lambda item: item.name, _AT_HAND)

    def _find(self, key: Ref) -> None:
        found = self._by_name.get(f"{key.article} {key.local}")
        if found is not None:
            self[key] = _node(found)

    def __iter__(self) -> Iterator[Ref]:
        return (Ref(*item.ref) for item in self._held)

    def __len__(self) -> int:
        return len(self._held)


def reports(page: Passages) -> Iterator[tuple[Ref, Node]]:
    """The reports of an article, in text order."""
    for action in sorted(page.analysis.actions, key=lambda item: (item.trigger, item.id)):
        if page.index.home(page.id, action.id):
            yield Ref(page.id, action.id), report(page, action)


def printings(page: Passages) -> Iterator[tuple[Ref, Node]]:
    """The printings of an article, in text order."""
    for statement in sorted(page.analysis.statements, key=lambda item: (item.content, item.id)):
        if page.index.home(page.id, statement.id):
            yield Ref(page.id, statement.id), printing(page, statement)


def report(page: Passages, action: Action) -> Node:
    """One article's report of an action; it has a kind only if that differs from the action's."""
    index = page.index
    node = of_class(index.evidence(Ref(page.id, action.id)) or "", DEFAULT, "Report")
    node.add(terms.SKOS_PREF_LABEL, text(_flat(page.words(action.trigger, BETWEEN))))
    node.link(terms.IN_ARTICLE, [page.iri])
    if action.kept_back == MENTION:  # a mere mention names no roles; other reports do
        action = replace(action, agents=(), agent_spans=(), patients=(), patient_spans=(), directors=(),
                         directive_spans=(), place=None, under=None, date=None, date_span=None)  # fmt: skip
    agents, patients = index.actors(page.id, action.agents), index.actors(page.id, action.patients)
    node.link(terms.REPORTED_AGENT, agents).link(terms.REPORTED_PATIENT, patients)
    node.add(terms.AGENT_WORDS, *([] if agents else _words(page, action.agent_spans)))
    node.add(terms.PATIENT_WORDS, *([] if patients else _words(page, action.patient_spans)))
    node.link(terms.ON_DIRECTIVE_OF, index.actors(page.id, action.directors))
    node.link(terms.REPORTED_PLACE, [index.home(page.id, action.place)])
    node.link(terms.UNDER, [index.home(page.id, action.under)])
    node.link(terms.ATTRIBUTED_TO, [index.home(page.id, action.within)])
    node.link(terms.SEM_ACCORDING_TO, _voices(page, action))
    if action.polarity == "negative":
        node.add(terms.POLARITY, concept("Polarity", action.polarity))
    node.add(terms.MODALITY, concept("Modality", action.modality)).add(terms.ASSERTED, boolean(is_asserted(action)))
    if action.date:
        node.add(terms.REPORTED_DATE, when(action.date))
    if action.date_span:
        node.add(terms.DATE_WORDS, *_words(page, (action.date_span,)))
    home = index.home(page.id, action.id)
    if index.kinds.get(home or "", action.type) != action.type:
        node.add(terms.REPORTED_KIND, kind(action.type))
    return _grounds(node, page.of_action(action), action.confidence)


def _voices(page: Passages, action: Action) -> list[str]:
    """The speakers of the statement that contains the action; empty if the article itself reports it."""
    said = page.index.locals.get(Ref(page.id, action.within)) if action.within is not None else None
    return page.index.actors(page.id, said.speakers) if isinstance(said, Statement) else []


def printing(page: Passages, statement: Statement) -> Node:
    """One article's printing of a statement; it has roles only if they differ from the statement's."""
    index = page.index
    node = of_class(index.evidence(Ref(page.id, statement.id)) or "", DEFAULT, "Printing")
    node.link(terms.IN_ARTICLE, [page.iri])
    for predicate, values in differing(page, statement).items():
        node.add(predicate, *values)
    if statement.content:
        node.add(terms.SCHEMA_TEXT, text(page.words(statement.content, BETWEEN)))
    names = {index.labels.get(iri) for iri in index.actors(page.id, statement.speakers)}
    if statement.source and _flat(page.words(statement.source)) not in names:
        node.add(terms.SOURCE_WORDS, *_words(page, statement.source))
    return _grounds(node, page.of_statement(statement), statement.confidence)


def differing(page: Passages, statement: Statement, *, always: bool = False) -> dict[str, list[Term]]:
    """All roles of a printing if any of them differs from the statement's, or if `always`.

    Empty if the statement is unknown.
    """
    index = page.index
    whole = index.statements.get(index.home(page.id, statement.id) or "")
    roles = {
        terms.REPORTED_SPEAKER: (statement.speakers, whole.speakers if whole else ()),
        terms.REPORTED_ON_BEHALF_OF: (statement.on_behalf_of, whole.on_behalf_of if whole else ()),
        terms.REPORTED_ADDRESSEE: (_of(statement.addressee), whole.addressees if whole else ()),
        terms.REPORTED_VIA: (_of(statement.outlet), whole.outlets if whole else ()),
    }
    own = {role: index.actors(page.id, given) for role, (given, _) in roles.items()}
    same = whole is None or (
        all(set(own[role]) == set(given) for role, (_, given) in roles.items())
        and (whole.mode, whole.stance, set(whole.dates)) == (statement.mode, statement.stance, {*_of(statement.date)})
    )
    if same and not always:
        return {}
    found: dict[str, list[Term]] = {role: [iri(value) for value in values] for role, values in own.items()}
    found[terms.REPORTED_MODE] = [concept("Mode", statement.mode)]
    found[terms.REPORTED_STANCE] = [concept("Stance", statement.stance)]
    found[terms.REPORTED_DATE] = [when(statement.date)] if statement.date else []
    return found


def _of(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _words(page: Passages, spans: Spans) -> list[Term]:
    words = _flat(page.words(spans, BETWEEN))
    return [text(words)] if words else []


def _flat(words: str) -> str:
    """`words` on one line, because a line break in the text is not part of a name."""
    return " ".join(words.split())


def _grounds(node: Node, sentences: list[str], confidence: float) -> Node:
    """Add the main sentence, the other sentences and the confidence to `node`."""
    node.link(terms.PROV_WAS_DERIVED_FROM, sentences[:1]).link(terms.CONTINUED_IN, sentences[1:])
    return node.add(terms.CONFIDENCE, decimal(confidence))


def sentences_of(index: Index, ref: Ref) -> list[str]:
    """IRIs of the sentences that contain a report, a printing or an actor's first mention, the main one first."""
    page = Passages(index, index.analyses[ref.article])
    value = index.locals.get(ref)
    if isinstance(value, Action):
        return page.of_action(value)
    if isinstance(value, Statement):
        return page.of_statement(value)
    if value is None or not value.mentions:
        return []
    first = min((mention.start, mention.end) for mention in value.mentions)
    return page.of_span(first)
