"""Checks triples that depend on a judgement or comparison, not on words alone: that this is in the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from onrecord.days import fits
from onrecord.model import Analysis
from onrecord.rdf import chain_rules, origin_rules, terms
from onrecord.rdf.digest import Triple
from onrecord.rdf.names import Index
from onrecord.rdf.ntriples import literal_value
from onrecord.rdf.support import Ground, ground
from onrecord.rdf.value_forms import well_formed
from onrecord.story.notes import NOTES


def unfounded(
    rest: set[Triple], graph: set[Triple], look: Index, analyses: Iterable[Analysis], *, alone: bool
) -> Iterator[Triple]:
    """The triples in `rest`, which no record supports, that no judgement or comparison supports either.

    `look` has what is on record, `analyses` are the whole records.
    """
    known = ground(graph, look, analyses, alone=alone)
    for triple in rest:
        rule = _RULES.get(triple[1])
        if rule is None or not rule(triple, known) or not well_formed(triple, known):
            yield triple


def _iri(term: str) -> str:
    return term.strip("<>")


def _typed(triple: Triple, ground: Ground) -> bool:
    """The type of a judgement, a comparison, a part of one or a judge, if the node's other triples agree with it."""
    subject, _, value = triple
    said = set(ground.values[subject])
    if len(ground.get(subject, terms.RDF_TYPE) & _MARKED) > 1:
        return False
    return any(value == f"<{kind}>" and needed <= said for kind, needed in _MARKS.items()) and _used(subject, ground)


def _used(subject: str, ground: Ground) -> bool:
    """Whether a part belongs to a whole; a whole needs no owner."""
    whole, dash, _ = subject.rpartition("-")
    if f"<{terms.CLASS_RULE}>" in ground.get(subject, terms.RDF_TYPE) or ground.is_a(subject, terms.PROV_CLASS_PERSON):
        return True
    for suffix, predicate in _PARTS:
        if dash and whole.endswith(suffix):
            return f"<{subject}>" in ground.get(whole.removesuffix(suffix), predicate)
    return True


_PARTS = (("-position", terms.HAS_POSITION), ("-change", terms.HAS_CHANGE), ("-step", terms.HAS_STEP))
_MARKS = {
    **chain_rules.MARKS,
    **origin_rules.MARKS,
    terms.CLASS_JUDGEMENT: {terms.LEFT, terms.RIGHT, terms.DECISION},
    terms.CLASS_DISAGREEMENT: {terms.ASPECT, terms.HAS_POSITION},
    terms.CLASS_POSITION: {terms.VALUE, terms.GIVEN_BY},
    terms.CLASS_JUXTAPOSITION: {terms.SKOS_PREF_LABEL, terms.PROV_WAS_DERIVED_FROM},
    terms.CLASS_VARIANT: {terms.LEFT, terms.RIGHT, terms.RELATION},
    terms.CLASS_CHANGE: {terms.ORDINAL, terms.LEFT_WORDS, terms.RIGHT_WORDS},
    terms.CLASS_RULE: {terms.SKOS_PREF_LABEL},
    terms.PROV_CLASS_PERSON: {terms.SKOS_PREF_LABEL},
}
_MARKED = frozenset(f"<{kind}>" for kind in _MARKS)
"""Classes of which a node can have only one."""


def _of(*kinds: str) -> Callable[[Triple, Ground], bool]:
    """A rule: the subject belongs to one of the classes `kinds`."""
    return lambda triple, ground: any(ground.is_a(triple[0], kind) for kind in kinds)


def _compared(triple: Triple, ground: Ground) -> bool:
    """The sides of a comparison are evidence in a record, or the article from which a person removed something."""
    known = triple[2] in ground.evidence or _taken_out(triple, ground)
    return known and _of(terms.CLASS_JUDGEMENT, terms.CLASS_VARIANT)(triple, ground)


def _taken_out(triple: Triple, ground: Ground) -> bool:
    """The side is an article in a person's judgement that rejected a finding: the finding itself is gone."""
    subject, _, value = triple
    judges = ground.get(subject, terms.PROV_WAS_ATTRIBUTED_TO)
    return (
        ground.is_a(_iri(value), terms.CLASS_ARTICLE)
        and any(ground.is_a(_iri(who), terms.PROV_CLASS_PERSON) for who in judges)
        and any(reason.startswith('"reject ') for reason in ground.get(subject, terms.REASON))
    )


def _concerned(triple: Triple, ground: Ground) -> bool:
    """A disagreement is about the node that its positions' evidence belongs to, or one of which its articles speak."""
    subject, _, value = triple
    sides = frozenset(
        given
        for position in ground.get(subject, terms.HAS_POSITION)
        for given in ground.get(_iri(position), terms.GIVEN_BY)
    )
    if any(value in ground.homes.get(side, ()) or _spoken_of(value, side, ground) for side in sides):
        return True
    articles = frozenset[str]().union(*(ground.articles_of(side) for side in sides))
    return not articles.isdisjoint(ground.articles_of(value))


def _judged(triple: Triple, ground: Ground) -> bool:
    """The thing judged is the node of one of the two sides."""
    subject, _, value = triple
    sides = ground.get(subject, terms.LEFT) | ground.get(subject, terms.RIGHT)
    return _taken_out(triple, ground) or any(value in ground.homes.get(side, ()) for side in sides)


def _renamed(triple: Triple, ground: Ground) -> bool:
    """A name that no article prints is composed from what is printed, or comes from a person's correction.

    Labels of events are composed too; judges and disagreements have their own labels.
    """
    subject, _, value = triple
    if any(ground.is_a(subject, kind) for kind in _LABELLED):
        return value.startswith('"') and len(ground.get(subject, terms.SKOS_PREF_LABEL)) == 1
    if ground.alone:
        return value.startswith('"')
    if len(ground.get(subject, terms.SKOS_PREF_LABEL)) == 1 and value in ground.called.composed(subject):
        return True
    given = f"rename to {literal_value(value)!r} by hand"
    return any(reason.partition(": ")[2].startswith(given) for reason in _renamings(subject, ground))


_LABELLED = (
    terms.CLASS_ACTION,
    terms.CLASS_STATEMENT,
    terms.CLASS_DISAGREEMENT,
    terms.CLASS_JUXTAPOSITION,
    terms.CLASS_ORIGIN,
    terms.CLASS_RELIANCE,
    terms.CLASS_COURSE,
    terms.CLASS_THREAD,
    terms.CLASS_RULE,
    terms.PROV_CLASS_PERSON,
)


def _renamings(actor: str, ground: Ground) -> list[str]:
    """The reasons of the judgements by which people renamed an actor."""
    return [
        literal_value(reason)
        for said in ground.values.values()
        if terms.REASON in said and f"<{actor}>" in said.get(terms.JUDGES, ())
        if any(ground.is_a(_iri(who), terms.PROV_CLASS_PERSON) for who in said.get(terms.PROV_WAS_ATTRIBUTED_TO, ()))
        for reason in said[terms.REASON]
        if reason.startswith('"rename ')
    ]


def _renamed_from(triple: Triple, ground: Ground) -> bool:
    """If a person has renamed an actor, its names in articles become alternative names."""
    subject, _, value = triple
    return ground.alone or (bool(_renamings(subject, ground)) and value in ground.called.printed(subject))


def _spoken_of(actor: str, side: str, ground: Ground) -> bool:
    """Whether evidence involves an actor: in a role, in its statement, or by name in its sentence."""
    node = _iri(side)
    if any(actor in ground.get(node, role) for role in _SPOKEN_OF):
        return True
    if any(
        actor in ground.get(_iri(home), terms.ABOUT) | ground.get(_iri(home), terms.SPEAKER)
        for home in ground.homes.get(side, ())
    ):
        return True
    sentences = {side, *ground.get(node, terms.PROV_WAS_DERIVED_FROM)}
    return any(actor in ground.get(_iri(sentence), terms.SCHEMA_MENTIONS) for sentence in sentences)


_SPOKEN_OF = (terms.REPORTED_AGENT, terms.REPORTED_PATIENT, terms.REPORTED_SPEAKER)


def _possibly(triple: Triple, ground: Ground) -> bool:
    """A judgement says that the two may be the same; in a file without judgements this cannot be checked."""
    pair = {f"<{triple[0]}>", triple[2]}
    if len(pair) == 1 or ground.alone:
        return len(pair) > 1
    decided = f"<{terms.VALUES['Decision', 'possibly_same']}>"
    return any(
        decided in said.get(terms.DECISION, ()) and pair <= set(said.get(terms.JUDGES, ()))
        for said in ground.values.values()
        if terms.DECISION in said
    )


def _given(triple: Triple, ground: Ground) -> bool:
    """A position is derived from evidence in a record or from a sentence; everything else only from sentences."""
    sentence = ground.is_a(_iri(triple[2]), terms.CLASS_PASSAGE)
    beside = ground.is_a(triple[0], terms.CLASS_JUXTAPOSITION)
    if beside or chain_rules.step(triple, ground) or origin_rules.reliance(triple, ground):
        return sentence and triple[1] == terms.PROV_WAS_DERIVED_FROM
    return (sentence or triple[2] in ground.evidence) and ground.is_a(triple[0], terms.CLASS_POSITION)


def _value(triple: Triple, ground: Ground) -> bool:
    """The date or actor of a position is given by its reports or by its sentences."""
    subject, predicate, value = triple
    if not ground.is_a(subject, terms.CLASS_POSITION):
        return False
    reports = [_iri(item) for item in ground.get(subject, terms.GIVEN_BY)]
    sentences = ground.get(subject, terms.GIVEN_BY) | ground.get(subject, terms.PROV_WAS_DERIVED_FROM)
    if predicate == terms.VALUE_ACTOR:
        roles = (terms.REPORTED_AGENT, terms.REPORTED_PATIENT, terms.REPORTED_SPEAKER)
        speakers = {
            who
            for report in reports
            for home in ground.homes.get(f"<{report}>", ())
            for who in ground.get(_iri(home), terms.SPEAKER)
        }
        told = any(value in ground.get(report, role) for report in reports for role in roles)
        return told or value in speakers or any(_spoken_of(value, sentence, ground) for sentence in sentences)
    dates = {date.partition("^^")[0] for report in reports for date in ground.get(report, terms.REPORTED_DATE)}
    where_told = {*sentences, *(at for report in reports for at in ground.get(report, terms.PROV_WAS_DERIVED_FROM))}
    day = literal_value(value)
    fitting = any(one == day or fits(one, day) for sentence in where_told for one in ground.days_in(sentence))
    fitting |= any(day in words for sentence in sentences for words in ground.words_of(sentence))
    aspect = ground.get(subject.rpartition("-position-")[0], terms.ASPECT)
    return fitting or value in dates if f"<{terms.VALUES['Aspect', 'date']}>" in aspect else True


def _varied(triple: Triple, ground: Ground) -> bool:
    """The two printings of a variant are printings of the statement."""
    subject, _, value = triple
    sides = ground.get(_iri(value), terms.LEFT) | ground.get(_iri(value), terms.RIGHT)
    return bool(sides) and all(f"<{subject}>" in ground.homes.get(side, ()) for side in sides)


def _elsewhere(triple: Triple, ground: Ground) -> bool:
    """An actor's identity in other data sets comes from a list of known actors, not from the articles."""
    return f"<{triple[0]}>" in ground.nodes and triple[2].startswith("<http")


def _replaced(triple: Triple, ground: Ground) -> bool:
    """The old IRI is of the same kind as the new one, which a record knows, and nothing else is said of it.

    An actor's has the same readable name; the names of governments are composed. An action or statement may have been
    joined with an account that is kept back and has other words.
    """
    subject, _, value = triple
    old, new = subject.rpartition("-")[0], _iri(value).rpartition("-")[0]
    if not any(ground.is_a(_iri(value), kind) for kind in (terms.CLASS_ACTION, terms.CLASS_STATEMENT)):
        same = old == new
    else:
        same = old.rpartition("/")[0] == new.rpartition("/")[0]
    return same and subject != _iri(value) and value in ground.nodes and not ground.get(subject, terms.RDF_TYPE)


def _of_state(triple: Triple, ground: Ground) -> bool:
    """The state of an organization is in a record."""
    return triple[2] in ground.nodes and ground.is_a(_iri(triple[2]), terms.CLASS_STATE)


_JUDGED = _of(terms.CLASS_JUDGEMENT)


def _noted(triple: Triple, ground: Ground) -> bool:
    """A note on a disagreement is one of those that the program gives."""
    return triple[2].removesuffix("@en").strip('"') in NOTES and ground.is_a(triple[0], terms.CLASS_DISAGREEMENT)


_RULES: dict[str, Callable[[Triple, Ground], bool]] = {
    **chain_rules.RULES,
    **origin_rules.RULES,
    terms.RDF_TYPE: _typed,
    terms.LEFT: _compared,
    terms.RIGHT: _compared,
    terms.CONCERNS: _concerned,
    terms.JUDGES: _judged,
    terms.POSSIBLY_SAME: _possibly,
    terms.GIVEN_BY: _given,
    terms.PROV_WAS_DERIVED_FROM: _given,
    terms.VALUE: _value,
    terms.VALUE_ACTOR: _value,
    terms.HAS_VARIANT: _varied,
    terms.SCHEMA_SAME_AS: _elsewhere,
    terms.DECISION: _JUDGED,
    terms.PROV_WAS_ATTRIBUTED_TO: _JUDGED,
    terms.SCORE: _JUDGED,
    terms.REASON: _JUDGED,
    terms.SKOS_PREF_LABEL: _renamed,
    terms.SKOS_ALT_LABEL: _renamed_from,
    terms.SKOS_NOTE: _noted,
    terms.DCTERMS_IS_REPLACED_BY: _replaced,
    terms.OF_STATE: _of_state,
    terms.ASPECT: _of(terms.CLASS_DISAGREEMENT),
    terms.HAS_POSITION: _of(terms.CLASS_DISAGREEMENT),
    terms.RELATION: _of(terms.CLASS_VARIANT),
    terms.HAS_CHANGE: _of(terms.CLASS_VARIANT),
    terms.ORDINAL: _of(terms.CLASS_CHANGE),
    terms.LEFT_WORDS: _of(terms.CLASS_CHANGE),
    terms.RIGHT_WORDS: _of(terms.CLASS_CHANGE),
}
