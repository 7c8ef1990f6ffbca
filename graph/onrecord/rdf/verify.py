"""Whether a graph says what its articles say: texts, passages word by word, and evidence for every triple.

Handed the texts and the analysis records by the pipeline; reads the graph files alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pyoxigraph

from onrecord import ids
from onrecord.errors import OutputError
from onrecord.model import Analysis, Article
from onrecord.rdf import backing, judged, read, terms
from onrecord.rdf.names import Index
from onrecord.rdf.seal import Seal, Triple, about
from onrecord.rdf.values import text as literal

Kind = Literal["article", "passage", "quotation", "evidence", "missing", "graph", "format"]
_SPAN = re.compile(r"(.*)#char=(\d+),(\d+)")
_AT = re.compile(r"(.*/text)/(?:position|quote)/(\d+)-(\d+)")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What does not hold: its kind, the article, passage or node at fault, and a sentence."""

    kind: Kind
    where: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was verified, in numbers, and every problem found, sorted."""

    articles: int
    passages: int
    triples: int
    problems: tuple[Problem, ...]

    def counts(self) -> dict[str, int]:
        """Number of problems of each kind."""
        return dict(sorted(Counter(problem.kind for problem in self.problems).items()))


def verify(path: Path, analyses: Iterable[Analysis], texts: Mapping[str, str] | None = None) -> Verdict:
    """Verify the graph at `path` (a folder or a file) against its analysis records and the texts of its articles.

    `texts` holds texts read anew, by article id; without it the records' own texts are taken. Raises OutputError where
    there is no graph or it is not RDF.
    """
    records = sorted(analyses, key=lambda item: item.article.id)
    whole = _triples(read.graph_file(path))
    problems = {*_articles(records, texts), *_sealed(whole)}
    seals = about(whole)
    graph = {triple for triple in whole if triple[0] not in seals}
    base, outlets = _base(graph, records), _outlets(graph, records)
    look = backing.look_ups(records, base, outlets)
    by_iri = {look.articles[item.article.id]: _text(item.article, texts) for item in records}
    wrong = set(_passages(graph, by_iri))
    problems |= wrong
    faulty = {_whole(problem.where) for problem in wrong}
    problems |= {item for item in _evidence(graph, look) if _whole(item.where) not in faulty}
    problems |= set(_formats(path, whole))
    passages = sum(1 for _, p, o in graph if p == terms.RDF_TYPE and o == f"<{terms.CLASS_PASSAGE}>")
    return Verdict(
        articles=len(records), passages=passages, triples=len(whole), problems=tuple(sorted(problems))
    )  # fmt: skip


def _sealed(graph: set[Triple]) -> Iterator[Problem]:
    """Whether the graph is as it was written: by the digest it bears of itself."""
    seals = about(graph)
    found = Seal()
    found.add(triple for triple in graph if triple[0] not in seals)
    said = {subject: dict[str, str]() for subject in seals}
    for subject, predicate, value in graph:
        if subject in said:
            said[subject][predicate] = value
    if len(seals) != 1:
        yield Problem("graph", "", f"one digest was written into the graph, it has {len(seals)}")
    for subject, values in said.items():
        if values.get(terms.DIGEST) != f'"{found.digest}"':
            written = _number(values.get(terms.TRIPLES, ""))
            change = f"{written} triples were written, it has {found.triples}"
            yield Problem("graph", subject, f"the graph has been changed: its digest is another; {change}")


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


def _triples(file: Path) -> set[Triple]:
    # parsed, not loaded into a store: Oxigraph's would turn xsd:nonNegativeInteger into xsd:integer
    return {(str(quad.subject).strip("<>"), quad.predicate.value, str(quad.object)) for quad in read.quads(file)}


def _base(graph: set[Triple], records: Sequence[Analysis]) -> str:
    """The base of the instance IRIs: what stands before the part that is derived from an article's id and text."""
    tails = [ids.article_iri("", item.article.id, item.article.sha256) for item in records]
    for subject, predicate, value in sorted(graph):
        if predicate == terms.RDF_TYPE and value == f"<{terms.CLASS_ARTICLE}>":
            for tail in tails:
                if subject.endswith(tail):
                    return subject.removesuffix(tail)
    return ids.DEFAULT_BASE


def _outlets(graph: set[Triple], records: Sequence[Analysis]) -> dict[str, str]:
    """Publishers and the nodes that the graph gives for them, where the node bears that name."""
    names: dict[str, set[str]] = defaultdict(set)
    for record in records:
        if record.article.publisher:
            names[_fold(record.article.publisher)].add(record.article.publisher)
    publishers = {value for _, predicate, value in graph if predicate == terms.SCHEMA_PUBLISHER}
    found: dict[str, str] = {}
    for subject, predicate, value in sorted(graph):
        if f"<{subject}>" in publishers and predicate in {terms.SKOS_PREF_LABEL, terms.SKOS_ALT_LABEL}:
            found.update(dict.fromkeys(names.get(_fold(_value(value)), ()), subject))
    return found


def _value(term: str) -> str:
    """The text of a literal that is spelt in N-Triples."""
    line = f"<urn:s> <urn:p> {term} ."
    (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return quad.object.value if isinstance(quad.object, pyoxigraph.Literal) else ""


def _fold(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _passages(graph: set[Triple], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Passages whose offsets are not those of their IRI or whose words do not stand there."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    wanted = {terms.OA_START, terms.OA_END, terms.OA_EXACT, terms.OA_PREFIX, terms.OA_SUFFIX}
    for subject, predicate, value in graph:
        if predicate in wanted:
            said[subject][predicate] = value
    for subject, values in said.items():
        match = _AT.fullmatch(subject)
        article = match[1].removesuffix("/text") if match else ""
        if not match or article not in texts:
            yield Problem("passage", subject, "stands in no article that was read")
            continue
        start, end, text = int(match[2]), int(match[3]), texts[article]
        place = ids.passage_iri(article, start, end)
        if terms.OA_START in values and _number(values[terms.OA_START]) != start:
            yield Problem("passage", place, f"the offset {_number(values[terms.OA_START])} should be {start}")
        if terms.OA_END in values and _number(values[terms.OA_END]) != end:
            yield Problem("passage", place, f"the offset {_number(values[terms.OA_END])} should be {end}")
        if not 0 <= start < end <= len(text):
            yield Problem("passage", place, f"the article has only {len(text)} characters")
            continue
        around = {
            terms.OA_EXACT: text[start:end],
            terms.OA_PREFIX: text[max(0, start - 32) : start],
            terms.OA_SUFFIX: text[end : end + 32],
        }
        for predicate, words in around.items():
            if predicate in values and values[predicate] != str(literal(words)):
                given = values[predicate]
                yield Problem("quotation", place, f"the article has {words!r} there, the graph {given}")


def _number(value: str) -> int | None:
    match = re.match(r'"(\d+)"', value)
    return int(match[1]) if match else None


def _whole(where: str) -> str:
    """The passage that a passage or one of its selectors belongs to."""
    match = _AT.fullmatch(where)
    return f"{match[1]}#char={match[2]},{match[3]}" if match else where


def _evidence(graph: set[Triple], look: Index) -> Iterator[Problem]:
    """Triples that no record gives evidence for, and evidence that the graph has lost."""
    backed = backing.allowed(look)
    for key in look.articles:
        needed = backing.expected(look, key)
        backed |= needed
        for subject, predicate, value in sorted(needed - graph):
            yield Problem("missing", subject, f"{_short(predicate)} {_shown(value)} was read and is not in the graph")
    rest = graph - backed
    for triple in sorted(judged.unfounded(rest, graph, look)):
        subject, predicate, value = triple
        yield Problem("evidence", subject, f"{_short(predicate)} {_shown(value)} rests on nothing that was read")


def _formats(path: Path, graph: set[Triple]) -> Iterator[Problem]:
    """Files of an output folder that do not hold the same triples."""
    if not path.is_dir():
        return
    first = read.graph_file(path)
    for name in read.ORDER:
        file = path / name
        if file == first or not file.is_file():
            continue
        try:
            found = _triples(file)
        except OutputError as error:
            yield Problem("format", name, str(error))
            continue
        for subject, predicate, value in sorted(found ^ graph)[:20]:
            side = "only here" if (subject, predicate, value) in found else f"only in {first.name}"
            yield Problem("format", name, f"{subject} {_short(predicate)} {_shown(value)} is {side}")


def _short(iri: str) -> str:
    for prefix, space in {**terms.PREFIXES, "rec": terms.REC}.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return f"<{iri}>"


def _shown(value: str) -> str:
    return value if len(value) <= 120 else value[:117] + "…"
