"""Verifies a graph against its articles: texts, passages word by word, and evidence for every triple.

The pipeline passes in the texts and the analysis records; only graph files are read here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from onrecord import ids
from onrecord.errors import OutputError
from onrecord.model import Analysis, Article
from onrecord.rdf import checksums, derived, expected, integrity, read, rebuild, terms
from onrecord.rdf.completeness import Owed
from onrecord.rdf.digest import Triple, about
from onrecord.rdf.names import Index, outlet_key
from onrecord.rdf.ntriples import Quad, literal_value, number, quads, short, shown, triples
from onrecord.rdf.values import text as literal
from onrecord.rdf.verdict import Problem, Verdict

_AT = re.compile(r"(.*/text)(?:/(?:position|quote)/|#char=)(\d+)[-,](\d+)")


def verify_graph(
    path: Path,
    analyses: Iterable[Analysis],
    texts: Mapping[str, str] | None = None,
    anew: rebuild.Anew | None = None,
    known: Iterable[Analysis] = (),
) -> Verdict:
    """Verify the graph at `path` (a folder or a file) against its analysis records and the texts of its articles.

    `texts` has the texts, read again, by article id; without it the records' own texts are used. With `anew`, all
    outputs are written again and compared with the folder `path`. `known` are the whole records if `analyses` are the
    part of them on record: who is on record may be called after somebody who is not. Raises OutputError if there is
    no graph or it is not RDF.
    """
    records = sorted(analyses, key=lambda item: item.article.id)
    file = read.graph_file(path)
    whole = quads(file)
    changed = set(integrity.broken(whole))
    problems = {*_articles(records, texts), *changed}
    own = about(triples(whole))
    graph = {quad[:3] for quad in whole if quad[0] not in own}
    base, outlets = _base(graph, records), _outlets(graph, records)
    look = expected.look_ups(records, base, outlets)
    by_iri = {look.articles[item.article.id]: _text(item.article, texts) for item in records}
    wrong = set(_passages(graph, by_iri))
    faulty = {_whole(problem.where) for problem in wrong}
    found = _evidence(graph, look, list(known) or records, with_evidence=_is_dataset(file))
    unbacked = {item: triple for item, triple in found if _whole(item.where) not in faulty}
    problems |= {*wrong, *unbacked, *_formats(path, whole)}
    notes: tuple[str, ...] = ()
    if anew is not None and path.is_dir():
        explained = {*unbacked.values(), *(quad[:3] for quad in whole if _whole(quad[0]) in faulty)}
        more, notes = _rebuilt(path, whole, explained, anew, unchanged=not changed)
        problems |= more
    if path.is_dir():
        problems |= {*_altered(path, problems)}
        notes = (*notes, *checksums.missing(path))
    return Verdict(
        articles=len(records),
        passages=len({subject for subject, p, value in graph if p == terms.RDF_TYPE and value in _PLACES}),
        triples=len(whole),
        problems=tuple(sorted(problems)),
        notes=notes,
    )


_PLACES = {f"<{terms.CLASS_PASSAGE}>", f"<{terms.CLASS_SPAN}>"}


def _is_dataset(file: Path) -> bool:
    """Whether a file of this format also contains the evidence, in named graphs."""
    return file.suffix.lower() in {".nq", ".trig"}


def _rebuilt(
    path: Path, graph: set[Quad], known: set[Triple], anew: rebuild.Anew, *, unchanged: bool
) -> tuple[set[Problem], tuple[str, ...]]:
    """Differences from outputs that were written again; a note instead if they may differ without an error.

    If the graph is not `unchanged`, a difference may be the manipulation itself, so it is always reported.
    """
    found, reasons = rebuild.differences(path, graph, known, anew.write)
    excuses = [item for item in reasons if unchanged and not any(f"--{name}" in item for name in anew.given)]
    if found and excuses:
        note = f"resolution: built with {' and '.join(excuses)}, so not resolved again; the graph's digest holds"
        return set(), (note,)
    return {Problem(item.kind, item.where, item.message) for item in found}, ()


def _altered(path: Path, problems: Collection[Problem]) -> Iterator[Problem]:
    """Files whose digests show a change, unless a problem in them is already reported."""
    named = {problem.where for problem in problems}
    for name in checksums.altered(path):
        if name not in named and not (name in read.ORDER and problems):
            yield Problem("output", name, f"is not as it was written: its SHA-256 is not that of {checksums.NAME}")


def _text(article: Article, texts: Mapping[str, str] | None) -> str:
    return article.text if texts is None else texts.get(article.id, article.text)


def _articles(records: Sequence[Analysis], texts: Mapping[str, str] | None) -> Iterator[Problem]:
    for record in records:
        article = record.article
        if texts is not None and article.id not in texts:
            yield Problem("article", article.id, f"{article.source} is not among the articles given")
        text = _text(article, texts)
        found = ids.text_sha256(text) if _encodable(text) else "none"
        if found != article.sha256:
            said = f"{article.source} has changed: its text has the SHA-256 {found[:12]}…, not {article.sha256[:12]}…"
            yield Problem("article", article.id, said)
        elif text != article.text:
            yield Problem("article", article.id, f"{article.source}: the record holds another text than was read")


def _encodable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _base(graph: set[Triple], records: Sequence[Analysis]) -> str:
    """The base of the instance IRIs: what precedes the part derived from an article's id and text."""
    tails = [ids.article_iri("", item.article.id, item.article.sha256) for item in records]
    for subject, predicate, value in sorted(graph):
        if predicate == terms.RDF_TYPE and value == f"<{terms.CLASS_ARTICLE}>":
            for tail in tails:
                if subject.endswith(tail):
                    return subject.removesuffix(tail)
    return ids.DEFAULT_BASE


def _outlets(graph: set[Triple], records: Sequence[Analysis]) -> dict[str, str]:
    """Publisher -> its node in the graph, if that node has the publisher's name."""
    names: dict[str, set[str]] = defaultdict(set)
    for record in records:
        if record.article.publisher:
            names[outlet_key(record.article.publisher)].add(record.article.publisher)
    publishers = {value for _, predicate, value in graph if predicate == terms.SCHEMA_PUBLISHER}
    found: dict[str, str] = {}
    for subject, predicate, value in sorted(graph):
        if f"<{subject}>" in publishers and predicate in {terms.SKOS_PREF_LABEL, terms.SKOS_ALT_LABEL}:
            found.update(dict.fromkeys(names.get(outlet_key(literal_value(value)), ()), subject))
    return found


def _passages(graph: set[Triple], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Passages whose offsets differ from those in their IRI or whose words are not at these offsets."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, value in graph:
        if predicate in {terms.OA_START, terms.OA_END, terms.OA_EXACT, terms.QUOTE}:
            said[subject][predicate] = value
    for subject, values in said.items():
        match = _AT.fullmatch(subject)
        article = match[1].removesuffix("/text") if match else ""
        if not match or article not in texts:
            yield Problem("passage", subject, "stands in no article that was read")
            continue
        start, end, text = int(match[2]), int(match[3]), texts[article]
        place = ids.passage_iri(article, start, end)
        if terms.OA_START in values and number(values[terms.OA_START]) != start:
            yield Problem("passage", place, f"the offset {number(values[terms.OA_START])} should be {start}")
        if terms.OA_END in values and number(values[terms.OA_END]) != end:
            yield Problem("passage", place, f"the offset {number(values[terms.OA_END])} should be {end}")
        if not 0 <= start < end <= len(text):
            yield Problem("passage", place, f"the article has only {len(text)} characters")
            continue
        for predicate in {terms.OA_EXACT, terms.QUOTE} & set(values):
            if values[predicate] != str(literal(text[start:end])):
                said_ = values[predicate]
                yield Problem("quotation", place, f"the article has {text[start:end]!r} there, the graph {said_}")


def _whole(where: str) -> str:
    """The passage that a passage or one of its selectors belongs to."""
    match = _AT.fullmatch(where)
    return f"{match[1]}#char={match[2]},{match[3]}" if match else where


def _evidence(
    graph: set[Triple], look: Index, known: Sequence[Analysis], *, with_evidence: bool
) -> Iterator[tuple[Problem, Triple]]:
    """Triples without evidence in any record, and evidence missing from the graph."""
    backed = expected.allowed(look)
    owed = Owed(graph, look, frozenset(backed))
    for key in look.articles:
        needed = expected.expected_triples(look, key) | owed.by(key)
        needed |= expected.evidence_of(look, key) if with_evidence else set()
        backed |= needed | expected.optional(look, key)
        for subject, predicate, value in sorted(needed - graph):
            said = f"{short(predicate)} {shown(value)} was read and is not in the graph"
            yield Problem("missing", subject, said), (subject, predicate, value)
    rest = graph - backed
    for triple in sorted(derived.unfounded(rest, graph, look, known, alone=not with_evidence)):
        subject, predicate, value = triple
        said = f"{short(predicate)} {shown(value)} rests on nothing that was read"
        yield Problem("evidence", subject, said), triple


def _formats(path: Path, graph: set[Quad]) -> Iterator[Problem]:
    """Files of an output folder that do not contain the same quads, or the same default graph."""
    if not path.is_dir():
        return
    first = read.graph_file(path)
    default = {quad for quad in graph if not quad[3]}
    for name in read.ORDER:
        file = path / name
        if file == first or not file.is_file():
            continue
        right = graph if _is_dataset(file) else default
        try:
            found = quads(file)
        except OutputError as error:
            yield Problem("format", name, str(error))
            continue
        for quad in sorted(found ^ right)[:20]:
            subject, predicate, value, _ = quad
            side = "only here" if quad in found else f"only in {first.name}"
            yield Problem("format", name, f"{subject} {short(predicate)} {shown(value)} is {side}")
