"""Finds the cue of a quotation."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Range
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import first, infinitives_below
from onrecord.language.syntax.phrase_relations import is_adnominal_clause, is_conjunct, is_side_clause
from onrecord.language.syntax.relations import is_complement, is_open_complement, is_root
from onrecord.language.syntax.tags import FINITE_OR_MODAL, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import STOPS

STOP = STOPS | {"…"}
BEFORE_CUE = frozenset(",?!")
"""Last characters of quoted words that are followed by their speaker."""
_TOO_UNFIT = 4
"""A verb with this many points against it does not introduce a quotation, even if no other verb is near."""
_BESIDE = 3
"""Most tokens between a verb and a quotation of one or two words that belongs to it."""
_NEAR = 30
"""Most tokens between a cue and its quotation."""
_AT_ONCE = 12
"""Tokens after a quotation in which an adjacent verb of saying and its subject must be."""
_RIGHT_BEFORE = 3
"""Most tokens between a verb and a quotation directly after it: a comma, the marks."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch with its marks, as tokens; `full` if it reads like a sentence and not like a word or two."""

    number: int
    start: int
    end: int
    label: str
    paragraph: int
    full: bool
    short: bool = False
    """Whether it has only a few words and no verb: a title or name, unless a cue is directly next to it."""


@dataclass(slots=True)
class Scene:
    """The Doc as used by the search for cues; only `quoted.attribute` adds to `used`, the cues that are taken."""

    tree: Tree
    quotes: list[Quotation]
    bounds: list[Range]
    """Token range of each paragraph."""
    used: set[int]


def is_cue(scene: Scene, token: int) -> bool:
    """Whether a free verb introduces quotations."""
    if token in scene.used or scene.tree.pos[token] not in VERBAL:
        return False
    entry = lexicon.verb(scene.tree.lemma[token], scene.tree.lower[token])
    return entry is not None and "quote" in entry.frames


def after(scene: Scene, quote: Quotation, high: int, trail: str) -> int | None:
    """The cue after a quotation; a verb that is in no lexicon counts if it follows directly with its subject."""
    tree = scene.tree
    end = min(high, quote.end + _NEAR)
    new_sentence = trail in {".", "…"} and (quote.end >= high or tree.text[quote.end][:1].isupper())
    start = quote.end + 1 if quote.end < end and tree.text[quote.end] == "," else quote.end
    for token in range(start, end):
        if tree.text[token] in STOP:
            return None
        if is_side_clause(tree, token) or tree.pos[token] not in VERBAL or token in scene.used:
            continue
        relayed = _relayed(scene, token) or _controlled(scene, token)
        if relayed is not None:
            return relayed
        if tree.tag[token] == "VBG" and not clause(tree, token).nominative and says_more(tree, token):
            continue
        if quote.short and not is_cue(scene, token):
            continue  # a title: "for the show “Mornings,” the two writers came to Oslo"
        if _fits(scene, token, start, trail) and not (new_sentence and says_more(tree, token)):
            return token
    return None


def adjacent(scene: Scene, quote: Quotation) -> bool:
    """Whether a verb of saying follows a quotation at once, with nothing but its subject between."""
    tree = scene.tree
    start = quote.end + (quote.end < len(tree) and tree.text[quote.end] == ",")
    for token in range(start, min(len(tree), start + _AT_ONCE)):
        if is_cue(scene, token):
            own = _subject(tree, token)
            between = own is not None and own < token and tree.left_edge[own] <= start
            return (token == start or between) and not says_more(tree, token)
        if tree.text[token] in STOP or tree.pos[token] in {"VERB", "AUX", "SCONJ", "CCONJ", "ADP"}:
            return False
    return False


def _subject(tree: Tree, token: int) -> int | None:
    """The head of the own subject of an active verb."""
    return next(iter(clause(tree, token).nominative), None)


def says_more(tree: Tree, token: int) -> bool:
    """Whether a verb has content of its own after it."""
    return any(child > token and is_complement(tree, child) for child in tree.children[token])


def _fits(scene: Scene, token: int, start: int, trail: str) -> bool:
    tree = scene.tree
    finite = tree.tag[token] in FINITE_OR_MODAL or token == start
    own = _subject(tree, token)
    if is_cue(scene, token) and (finite or own is not None):
        return True
    first = start == token or (own is not None and own < token and tree.left_edge[own] <= start)
    return finite and first and own is not None and trail[-1:] in BEFORE_CUE and tree.pos[token] == "VERB"


def _controlled(scene: Scene, token: int) -> int | None:
    """The "report" of "went on to report"."""
    if is_cue(scene, token) or not clause(scene.tree, token).nominative:
        return None
    held = first(infinitives_below(scene.tree, token))
    if held is not None and scene.tree.tag[held] != "VB":
        return None
    return held if held is not None and is_cue(scene, held) else None


def _relayed(scene: Scene, token: int) -> int | None:
    """The "saying" of "quoted insiders as saying"."""
    for oblique in clause(scene.tree, token).obliques:
        if oblique.form == "as" and oblique.gerund is not None and is_cue(scene, oblique.gerund):
            return oblique.gerund
    return None


def before(scene: Scene, quote: Quotation, low: int, lead: str) -> int | None:
    """The nearest cue before a quotation in its sentence that has no other content."""
    if not lead or lead[-1:] in STOP:
        return None
    found: list[tuple[int, int]] = []
    for token in range(quote.start - 1, max(low, quote.start - _NEAR) - 1, -1):
        if scene.tree.text[token] in STOP:
            break
        if quote.short and quote.start - token > _BESIDE:
            break
        if is_cue(scene, token):
            found.append((_unfit(scene.tree, token, quote.start), -token))
    if not found or min(found)[0] >= _TOO_UNFIT:
        return None
    return -min(found)[1]


def _unfit(tree: Tree, token: int, start: int) -> int:
    """Points against a verb before a quotation as its cue: subordinate clause, participle, content elsewhere."""
    if start - token <= _RIGHT_BEFORE:
        return 0
    shares = is_conjunct(tree, token) or is_root(tree, token) or is_open_complement(tree, token)
    alone = not clause(tree, token).own_subjects and not shares
    said = any(
        is_complement(tree, child) and token < child and tree.right_edge[child] < start
        for child in tree.children[token]
    )
    return (is_adnominal_clause(tree, token)) + 2 * alone + 2 * said
