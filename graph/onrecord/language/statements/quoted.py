"""Attributions that start from quotation marks: the cue stands behind the quotation, before it, or around it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate, Range, trimmed
from onrecord.language.statements.sources import noun_behind, phrase, source_of
from onrecord.language.statements.verbs import cue_of
from onrecord.language.tree import Tree

_STOP = frozenset({".", "?", "!", "…"})
_FINAL = frozenset(".!?…,—-")
_SIDE_CLAUSES = frozenset({"relcl", "acl", "amod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NEAR = 30
"""How many tokens a cue may stand away from its quotation."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch with its marks, as tokens; `full` where it reads as a sentence of its own and not as a word or two."""

    number: int
    start: int
    end: int
    label: str
    paragraph: int
    full: bool


def quotations(tree: Tree, spans: list[tuple[int, int, str]], paragraph: list[int]) -> list[Quotation]:
    """The stretches of the Doc, judged."""
    return [
        Quotation(number, start, end, label, paragraph[start], _full(tree, start, end))
        for number, (start, end, label) in enumerate(spans)
    ]


def _is_mark(text: str) -> bool:
    return bool(text) and all(letter in "\"'“”‘’`«»„" for letter in text)


def _full(tree: Tree, start: int, end: int) -> bool:
    first = next((i for i in range(start, end) if not _is_mark(tree.text[i])), None)
    last = next((i for i in range(end - 1, start - 1, -1) if not _is_mark(tree.text[i])), None)
    if first is None or last is None:
        return False
    closing = tree.text[last][-1:] in _FINAL or (end < len(tree) and tree.text[end] == ",")
    opening = tree.text[first].strip("\"'“”‘’`")[:1]
    led = start > 0 and tree.text[start - 1] in {":", ",", "–", "—", "-", "--"}
    sentence = start == 0 or led or tree.text[start - 1][-1:] in '.!?\n”"' or tree.pos[start - 1] == "SPACE"
    begins = opening.isupper() or not opening.isalpha() or led
    return closing and begins and (sentence or opening.isupper()) and last - first >= 1


@dataclass(slots=True)
class Scene:
    """The Doc as the search for cues sees it; tokens of cues that are taken go into `used`."""

    tree: Tree
    quotes: list[Quotation]
    bounds: list[Range]
    """Token range of each paragraph."""
    used: set[int]


def attribute(scene: Scene) -> list[Candidate]:
    """Statements of all quotations that a cue introduces, with the quotations that continue them."""
    found: list[Candidate] = []
    owner: dict[int, Candidate] = {}
    for index, quote in enumerate(scene.quotes):
        before = scene.quotes[index - 1] if index else None
        previous = owner.get(before.number) if before else None
        if before and previous and _carries_over(before, quote, scene.bounds):
            _join(previous, quote, owner)
            continue
        made = _with_cue(scene, index) if quote.full else None
        if made is not None:
            _join(made, quote, owner)
            found.append(made)
            scene.used.add(made.anchor)
        elif quote.full and before and previous and _continues(before, quote, scene.bounds):
            _join(previous, quote, owner)
    return found


def _join(statement: Candidate, quote: Quotation, owner: dict[int, Candidate]) -> None:
    owner[quote.number] = statement
    statement.quotes.append(quote.number)
    covered = any(low <= quote.start and quote.end <= high for low, high in statement.content)
    if not covered:
        statement.content.append((quote.start, quote.end))


def _carries_over(before: Quotation, quote: Quotation, bounds: list[Range]) -> bool:
    """An unclosed quotation at the end of its paragraph goes on where the next one begins with a mark."""
    return (
        before.label == "unclosed"
        and quote.paragraph == before.paragraph + 1
        and quote.start <= bounds[quote.paragraph][0] + 1
        and before.end >= bounds[before.paragraph][1] - 1
    )


def _continues(before: Quotation, quote: Quotation, bounds: list[Range]) -> bool:
    """A quotation with no cue of its own goes on with the one before: in its paragraph, or as the next one, alone."""
    if quote.paragraph == before.paragraph:
        return True
    alone = quote.start <= bounds[quote.paragraph][0] and quote.end >= bounds[quote.paragraph][1] - 1
    return alone and quote.paragraph == before.paragraph + 1


def _with_cue(scene: Scene, index: int) -> Candidate | None:
    """The statement that the cue nearest to a quotation makes of it: behind it first where the mark follows a comma."""
    tree, quote = scene.tree, scene.quotes[index]
    low, high = _room(scene, index)
    lead = tree.text[quote.start - 1] if quote.start > low else ""
    trail = tree.text[quote.end - 2] if quote.end - quote.start > 2 else ""
    behind = _after(scene, quote, high, trail)
    comma = trail[-1:] in {",", "?", "!"} or (quote.end < len(tree) and tree.text[quote.end] == ",")
    if behind is not None and (comma or not lead or lead[-1:] in _STOP):
        return _candidate(tree, quote, behind, _clause_start(tree, quote, low))
    ahead = _before(scene, quote, low, lead)
    if ahead is not None:
        return _candidate(tree, quote, ahead, quote.start)
    if lead == ":":
        return _behind_colon(tree, quote, low)
    return _candidate(tree, quote, behind, _clause_start(tree, quote, low)) if behind is not None else None


def _room(scene: Scene, index: int) -> Range:
    """Where the cue of a quotation may stand: its paragraph, up to the quotations beside it."""
    quote = scene.quotes[index]
    low, high = scene.bounds[quote.paragraph]
    if index and scene.quotes[index - 1].paragraph == quote.paragraph:
        low = scene.quotes[index - 1].end
    if index + 1 < len(scene.quotes) and scene.quotes[index + 1].paragraph == quote.paragraph:
        high = scene.quotes[index + 1].start
    return low, high


def _is_cue(scene: Scene, token: int) -> bool:
    if token in scene.used or scene.tree.pos[token] not in {"VERB", "AUX"}:
        return False
    entry = lexicon.verbs().get(scene.tree.lemma[token])
    return entry is not None and "quote" in entry.frames


def _after(scene: Scene, quote: Quotation, high: int, trail: str) -> int | None:
    """The cue behind a quotation; a verb that is in no lexicon will do where it and its subject follow at once."""
    tree = scene.tree
    end = min(high, quote.end + _NEAR)
    if trail in {".", "…"} and (quote.end >= high or tree.text[quote.end][:1].isupper()):
        end = min(end, quote.end + 8)
    start = quote.end + 1 if quote.end < end and tree.text[quote.end] == "," else quote.end
    for token in range(start, end):
        if tree.text[token] in _STOP:
            return None
        if tree.dep[token] in _SIDE_CLAUSES or tree.pos[token] not in {"VERB", "AUX"} or token in scene.used:
            continue
        finite = tree.tag[token] in _FINITE or token == start
        own = tree.child(token, "nsubj")
        if _is_cue(scene, token) and (finite or own is not None):
            return token
        first = start == token or (own is not None and own < token and tree.left_edge[own] <= start)
        if finite and first and own is not None and trail[-1:] in {",", "?", "!"} and tree.pos[token] == "VERB":
            return token
    return None


def _before(scene: Scene, quote: Quotation, low: int, lead: str) -> int | None:
    """The cue before a quotation, in its sentence: the one highest in the parse, of equals the nearest."""
    if not lead or lead[-1:] in _STOP:
        return None
    found: list[tuple[int, int]] = []
    for token in range(quote.start - 1, max(low, quote.start - _NEAR) - 1, -1):
        if scene.tree.text[token] in _STOP:
            break
        if _is_cue(scene, token):
            found.append((_depth(scene.tree, token), -token))
    return -min(found)[1] if found else None


def _depth(tree: Tree, token: int) -> int:
    """How many clauses `token` is embedded in; coordinated verbs stand side by side."""
    depth = 0
    for _ in range(30):
        if tree.head[token] == token:
            break
        depth += tree.dep[token] not in {"conj", "ccomp", "parataxis", "xcomp", "dep"}
        token = tree.head[token]
    return depth


def _behind_colon(tree: Tree, quote: Quotation, low: int) -> Candidate | None:
    """A quotation behind a colon with no cue: said by the last clause's subject, or by the name before the colon."""
    start = quote.start - 1
    while start > low and tree.text[start - 1] not in _STOP and tree.pos[start - 1] != "SPACE":
        start -= 1
    colon = quote.start - 1
    verbs = [i for i in range(start, colon) if tree.pos[i] in {"VERB", "AUX"} and tree.tag[i] in _FINITE]
    content: list[Range] = [(quote.start, quote.end)]
    if not verbs or (tree.ent[colon - 1] == "PERSON" and tree.dep[colon - 1] != "pobj"):
        source = trimmed(tree, start if not verbs else _name_start(tree, start, colon), colon)
        if source is None or source[1] - source[0] > 12:
            return None
        return Candidate(colon, [(colon, colon + 1)], [source], content, "colon", "colon", source_head=source[1] - 1)
    for verb in reversed(verbs):
        own = tree.child(verb, "nsubj")
        if own is not None and tree.dep[verb] not in _SIDE_CLAUSES:
            source_spans, head = source_of(tree, verb)
            cue = cue_of(tree, verb)
            return Candidate(verb, cue, source_spans, content, "any", "colon", source_head=head)
    return None


def _name_start(tree: Tree, low: int, end: int) -> int:
    start = end - 1
    while start > low and tree.ent[start - 1] == "PERSON":
        start -= 1
    return start


def _candidate(tree: Tree, quote: Quotation, verb: int, start: int) -> Candidate:
    entry = lexicon.verbs().get(tree.lemma[verb], lexicon.ANY)
    source, head = source_of(tree, verb)
    inverted = verb == quote.end or (verb == quote.end + 1 and tree.text[quote.end] == ",")
    if inverted and (head is None or head < verb):
        source, head = noun_behind(tree, verb + 1, min(len(tree), verb + 12))
    outlet = None
    if tree.dep[verb] == "pcomp" and tree.lower[tree.head[verb]] == "as":
        source, head, outlet = _relayed(tree, verb, source, head)
    content = [(start, quote.end)]
    found = Candidate(verb, cue_of(tree, verb), source, content, entry.id, "quote", entry.kind, entry.stance, head)
    found.outlet = outlet
    if entry.addressee:
        held = tree.child(verb, "dobj", "dative")
        found.addressee = phrase(tree, held, low=verb + 1) if held is not None and held > verb else None
    return found


def _relayed(
    tree: Tree, verb: int, source: list[Range], head: int | None
) -> tuple[list[Range], int | None, Range | None]:
    """In "The paper quoted insiders as saying" the insiders say it, the paper relays it."""
    relay = tree.head[tree.head[verb]]
    said = tree.child(relay, "dobj", "nsubjpass")
    if said is None:
        return source, head, None
    span = phrase(tree, said, low=relay + 1) if said > relay else phrase(tree, said, high=relay)
    teller = tree.child(relay, "nsubj")
    outlet = phrase(tree, teller, high=relay) if teller is not None else None
    return ([span] if span else source), said, outlet


def _clause_start(tree: Tree, quote: Quotation, low: int) -> int:
    """Start of the sentence that a quotation ends, where its first words stand before the opening mark."""
    if quote.start <= low or tree.text[quote.start - 1][-1:] in '.!?:”"' or tree.pos[quote.start - 1] == "SPACE":
        return quote.start
    start = quote.start
    while start > low and tree.text[start - 1] not in _STOP and tree.pos[start - 1] != "SPACE":
        start -= 1
    span = trimmed(tree, start, quote.end)
    return span[0] if span else quote.start
