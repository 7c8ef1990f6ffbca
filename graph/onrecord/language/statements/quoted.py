"""Attributions that start from quotation marks; the cue is after the quotation, before it, or around it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.language.statements import cue_search, lexicon
from onrecord.language.statements.candidates import Candidate, Range, Ranges, trimmed
from onrecord.language.statements.continued import is_sentence_behind
from onrecord.language.statements.cue_search import STOP, Quotation, Scene
from onrecord.language.statements.fragments import widened
from onrecord.language.statements.quoted_through import relay_of, told_by
from onrecord.language.statements.sources import noun_behind, source_of, span_of
from onrecord.language.statements.verbs import cue_of, told
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import open_complement
from onrecord.language.syntax.phrase_relations import is_object_of_preposition, is_side_clause
from onrecord.language.syntax.relations import is_side_or_adverbial
from onrecord.language.syntax.tags import FINITE_OR_MODAL, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import LEADS, QUOTE_CHARACTERS, is_quotation_mark
from onrecord.title_case import is_title_case

_SHORT = 9
"""Quoted words without a verb and with fewer tokens than this are a name or an expression, not an utterance."""
_BEGINS = STOP | {"("}
"""Tokens after which the words that lead up to a quotation begin."""
_FINAL = frozenset(".!?…,—-")
_LEADING = frozenset({"VERB", "AUX", "CCONJ"})
_NAME = 12
"""Most tokens of a name with its title, before a colon or after a verb without a subject."""


def quotations(tree: Tree, spans: list[tuple[int, int, str]], paragraph: list[int]) -> list[Quotation]:
    """The quotations of the Doc; quoted titles of works are left out."""
    return [
        Quotation(
            number,
            start,
            end,
            label,
            paragraph[start],
            label == "block" or _full(tree, start, end),
            end - start < _SHORT and not any(tree.pos[i] in VERBAL for i in range(start, end)),
        )
        for number, (start, end, label) in enumerate(spans)
        if label == "block" or not _is_title(tree, start, end)
    ]


def _is_title(tree: Tree, start: int, end: int) -> bool:
    """Whether quoted words are a title: capitalized, after a possessor or preposition ("NKK's 'The Hour'")."""
    if start == 0 or end - start >= _SHORT or (tree.tag[start - 1] != "POS" and tree.pos[start - 1] != "ADP"):
        return False
    return is_title_case(tree.text[start:end], fewest=1)


def _full(tree: Tree, start: int, end: int) -> bool:
    """Whether a stretch reads as a sentence of its own, and not as a word or two within one."""
    first = next((i for i in range(start, end) if not is_quotation_mark(tree.text[i])), None)
    last = next((i for i in range(end - 1, start - 1, -1) if not is_quotation_mark(tree.text[i])), None)
    if first is None or last is None:
        return False
    closing = tree.text[last][-1:] in _FINAL or (end < len(tree) and tree.text[end] == ",")
    opening = tree.text[first].strip(QUOTE_CHARACTERS)[:1]
    led = start > 0 and tree.text[start - 1] in LEADS | {","}
    sentence = start == 0 or led or tree.text[start - 1][-1:] in '.!?\n”"' or tree.pos[start - 1] == "SPACE"
    begins = opening.isupper() or not opening.isalpha() or led
    return closing and begins and (sentence or opening.isupper()) and last - first >= 1


def attribute(scene: Scene) -> list[Candidate]:
    """Statements of all quotations that a cue introduces, with the quotations that continue them."""
    found: list[Candidate] = []
    owner: dict[int, int] = {}
    for index, quote in enumerate(scene.quotes):
        before = scene.quotes[index - 1] if index else None
        previous = owner.get(before.number) if before else None
        goes_on = before is not None and previous is not None
        if goes_on and before and _carries_over(before, quote, scene.bounds) and not _own_cue(scene, index):
            made = None
        else:
            beside = quote.label != "block" and cue_search.adjacent(scene, quote)
            ended = goes_on and before is not None and is_sentence_behind(scene.tree, before, quote)
            alone = quote.full and not _passing(scene, quote) and not ended
            made = _with_cue(scene, index) if beside or alone else None
            goes_on = goes_on and before is not None and quote.full and _continues(before, quote, scene.bounds)
            goes_on = goes_on and not _of_another(scene, before, quote, found[previous or 0])
        if made is not None:
            owner[quote.number] = len(found)
            found.append(_joined(widened(scene.tree, made), quote))
            parts = (made.anchor, made.relay, open_complement(scene.tree, made.anchor))  # "goes on to explain: '...'"
            scene.used.update(token for token in parts if token is not None)
        elif goes_on and previous is not None:
            owner[quote.number] = previous
            found[previous] = _joined(found[previous], quote)
    return found


def _passing(scene: Scene, quote: Quotation) -> bool:
    """Whether a few quoted words are between commas in the middle of a sentence: a title, not speech."""
    tree = scene.tree
    lead, trail = tree.text[max(0, quote.start - 1)], tree.text[max(0, quote.end - 2)]
    return quote.short and lead == "," and trail == ","


def _of_another(scene: Scene, before: Quotation | None, quote: Quotation, item: Candidate) -> bool:
    """Whether the words before a quotation show that its speaker is not that of the preceding quotation.

    A name before it ("in the words of Falk,") is another speaker. A few quoted words directly after a word that is
    neither a verb nor a function word are a title ("on the station's 'Early Hour'").
    """
    tree = scene.tree
    if before is None or before.paragraph != quote.paragraph or quote.label == "block":
        return False
    start = quote.start
    while start > before.end and tree.text[start - 1] not in STOP and tree.pos[start - 1] != "SPACE":
        start -= 1
    beside = tree.text[quote.start - 1][-1:].isalpha() and tree.pos[quote.start - 1] not in _LEADING
    if quote.short and (beside or tree.tag[quote.start - 1] == "POS"):
        return True
    return not start <= item.anchor < quote.start and any(tree.pos[i] == "PROPN" for i in range(start, quote.start))


def _own_cue(scene: Scene, index: int) -> bool:
    quote = scene.quotes[index]
    _, high = _room(scene, index)
    trail = scene.tree.text[quote.end - 2] if quote.end - quote.start > 2 else ""
    return trail[-1:] in cue_search.BEFORE_CUE and cue_search.after(scene, quote, high, trail) is not None


def _joined(item: Candidate, quote: Quotation) -> Candidate:
    """The candidate with a quotation that belongs to it."""
    covered = any(low <= quote.start and quote.end <= high for low, high in item.content)
    content = item.content if covered else (*item.content, (quote.start, quote.end))
    return replace(item, quotes=(*item.quotes, quote.number), content=content)


def _carries_over(before: Quotation, quote: Quotation, bounds: list[Range]) -> bool:
    """Whether a quotation left open at the end of its paragraph continues because the next begins with a mark."""
    return (
        before.label == "unclosed"
        and quote.paragraph == before.paragraph + 1
        and quote.start <= bounds[quote.paragraph][0] + 1
        and before.end >= bounds[before.paragraph][1] - 1
    )


def _continues(before: Quotation, quote: Quotation, bounds: list[Range]) -> bool:
    """Whether a quotation without a cue continues the one before: in the same paragraph, or alone in the next."""
    if quote.paragraph == before.paragraph:
        return True
    if quote.label == "block":
        return before.label == "block" and quote.paragraph == before.paragraph + 1
    alone = quote.start <= bounds[quote.paragraph][0] and quote.end >= bounds[quote.paragraph][1] - 1
    return alone and quote.paragraph == before.paragraph + 1


def _with_cue(scene: Scene, index: int) -> Candidate | None:
    """The statement of a quotation with its nearest cue; a cue after it takes precedence if it ends in a comma."""
    tree, quote = scene.tree, scene.quotes[index]
    low, high = _room(scene, index)
    if quote.label == "block":
        return _introduced(scene, index)
    lead = tree.text[quote.start - 1] if quote.start > low else ""
    trail = tree.text[quote.end - 2] if quote.end - quote.start > 2 else ""
    behind = cue_search.after(scene, quote, high, trail)
    comma = trail[-1:] in cue_search.BEFORE_CUE or (quote.end < len(tree) and tree.text[quote.end] == ",")
    if behind is not None and (comma or not lead or lead[-1:] in STOP):
        return _candidate(tree, quote, behind, _clause_start(tree, quote, _free_from(scene, index, low)))
    ahead = cue_search.before(scene, quote, low, lead)
    if ahead is not None:
        return _candidate(tree, quote, ahead, quote.start)
    if lead == ":":
        return _behind_colon(tree, quote, low)
    if behind is not None:
        return _candidate(tree, quote, behind, _clause_start(tree, quote, low))
    return None if lead else _introduced(scene, index)


def _introduced(scene: Scene, index: int) -> Candidate | None:
    """A quotation that fills its paragraph, after one that ends in a colon or dash."""
    quote = scene.quotes[index]
    if not quote.paragraph:
        return None
    low, high = scene.bounds[quote.paragraph - 1]
    while high > low and scene.tree.pos[high - 1] == "SPACE":
        high -= 1
    if high <= low or scene.tree.text[high - 1] not in LEADS:
        return None
    for at in range(index - 1, -1, -1):
        if (other := scene.quotes[at]).paragraph < quote.paragraph - 1:
            break
        low = max(low, other.end) if other.paragraph == quote.paragraph - 1 else low
    placed = Quotation(quote.number, high, quote.end, quote.label, quote.paragraph - 1, full=True)
    ahead = cue_search.before(scene, placed, low, ":")
    # "While the post says that it closed, others gave dates:": the post says what stands there
    aside = ahead is not None and is_side_or_adverbial(scene.tree, ahead) and cue_search.says_more(scene.tree, ahead)
    if ahead is not None and not aside:
        return _candidate(scene.tree, quote, ahead, quote.start)
    return None


def _room(scene: Scene, index: int) -> Range:
    """The range in which a quotation's cue may be: its paragraph, up to the neighbouring quotations."""
    quote = scene.quotes[index]
    low, high = scene.bounds[quote.paragraph]
    if index and scene.quotes[index - 1].paragraph == quote.paragraph:
        low = scene.quotes[index - 1].end
    if index + 1 < len(scene.quotes) and scene.quotes[index + 1].paragraph == quote.paragraph:
        high = scene.quotes[index + 1].start
    return low, high


def _behind_colon(tree: Tree, quote: Quotation, low: int) -> Candidate | None:
    """A quotation after a colon, without a cue: the last clause's subject or the name before the colon."""
    start = quote.start - 1
    while start > low and tree.text[start - 1] not in STOP and tree.pos[start - 1] != "SPACE":
        start -= 1
    colon = quote.start - 1
    verbs = [i for i in range(start, colon) if tree.pos[i] in VERBAL and tree.tag[i] in FINITE_OR_MODAL]
    content: Ranges = ((quote.start, quote.end),)
    if not verbs or (tree.ent[colon - 1] == "PERSON" and not is_object_of_preposition(tree, colon - 1)):
        source = trimmed(tree, start if not verbs else _name_start(tree, start, colon), colon)
        if source is None or source[1] - source[0] > _NAME:
            return None
        return Candidate(colon, ((colon, colon + 1),), (source,), content, "colon", "colon", source_head=source[1] - 1)
    for verb in reversed(verbs):
        if clause(tree, verb).nominative and not is_side_clause(tree, verb):
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
    entry = lexicon.verb(tree.lemma[verb], tree.lower[verb]) or lexicon.ANY
    source, head = source_of(tree, verb)
    if head is not None and quote.start <= head < quote.end:  # a subject within the quoted words is not who says them
        head = next((i for i in clause(tree, verb).nominative if not quote.start <= i < quote.end), None)
        source = span_of(tree, head, verb) if head is not None else ()
        if source and source[0][0] < quote.end <= source[0][1]:
            source = ((quote.end, source[0][1]),)
        if head is None and verb > quote.end:
            source, head = noun_behind(tree, quote.end, verb)
    inverted = verb == quote.end or (verb == quote.end + 1 and tree.text[quote.end] == ",")
    direct = clause(tree, verb).own_objects  # "the so-called 'peak,' described the mood as 'bleak'": no speaker
    if inverted and (head is None or (head < verb and not any(item > verb for item in direct))):
        source, head = noun_behind(tree, verb + 1, min(len(tree), verb + _NAME))
    relay = relay_of(tree, verb)
    who, said, outlet = told_by(tree, relay) if relay is not None else (None, None, None)
    if said is not None:
        source, head = (who,) if who else source, said
    return Candidate(
        verb,
        cue_of(tree, verb),
        source,
        ((start, quote.end),),
        entry.id,
        "quote",
        entry.kind,
        entry.stance,
        head,
        addressee=told(tree, verb) if entry.addressee else None,
        outlet=outlet,
        relay=relay,
    )


def _free_from(scene: Scene, index: int, owner_free: int) -> int:
    """First token of the words before a quotation: after the last quotation that is speech of its own."""
    quote = scene.quotes[index]
    for at in range(index - 1, -1, -1):  # no slice, which would copy thousands of items
        other = scene.quotes[at]
        if other.paragraph != quote.paragraph:
            break
        if other.full or other.end > quote.start:
            return owner_free
        owner_free = scene.bounds[quote.paragraph][0]
    return owner_free


def _clause_start(tree: Tree, quote: Quotation, low: int) -> int:
    """Start of the sentence that ends with a quotation, if it begins before the opening mark."""
    if quote.start <= low or tree.text[quote.start - 1][-1:] in '.!?:”"' or tree.pos[quote.start - 1] == "SPACE":
        return quote.start
    start = quote.start
    while start > low and tree.text[start - 1] not in _BEGINS and tree.pos[start - 1] != "SPACE":
        start -= 1
    span = trimmed(tree, start, quote.end)
    return span[0] if span else quote.start
