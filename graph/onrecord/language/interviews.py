"""Component: who speaks in each turn of an interview or transcript.

The layout says which paragraphs are turns and what label stands before them. A label that is a name is found among the
people of the article; whoever answers an interview's questions is the person that it introduces.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.syntax import dependents, relations
from onrecord.language.syntax.tree import Tree, tree

_TALKED = frozenset({"speak", "talk", "sit", "interview", "meet", "chat", "ask"})
_ANSWERS = frozenset({"a", "answer", ""})


def mark_turns(doc: Doc) -> Doc:
    """Add to ``spans["onrecord_turns"]`` the tokens of the name of whoever speaks, where one can be told."""
    turns = ann.spans(doc, ann.TURNS)
    if not turns:
        return doc
    people = [span for span in ann.spans(doc, ann.NAMES) if span.label_ == "PERSON"]
    answering = _interviewed(doc, [span for span in people if span.end <= turns[0].start])
    attrs: dict[str, list[int]] = {}
    for turn in turns:
        label = turn.kb_id_
        who = answering if label.lower() in _ANSWERS else _bearer(doc, label, people, turn)
        if who is not None and turn.label_ != "question":
            attrs[str(turn.start_char)] = [who.start, who.end]
    ann.put(doc, ann.TURNS, turns, attrs)
    return doc


def _bearer(doc: Doc, label: str, people: list[Span], turn: Span) -> Span | None:
    """The name of the article that a label repeats, in whole or by its last word."""
    last = label.rsplit(maxsplit=1)[-1].lower()
    same = [span for span in people if span[-1].lower_ == last or span.text.lower() == label.lower()]
    if same:
        return max(same, key=lambda span: (span.end - span.start, -span.start))
    printed = doc[max(0, turn.start - 12) : turn.start]  # a label that is set as a name, right before its turn
    start = next((token.i for token in printed if doc.text.startswith(label, token.idx)), None)
    if start is None or " " not in label:
        return None
    return doc[start : start + label.count(" ") + 1]


def _interviewed(doc: Doc, people: list[Span]) -> Span | None:
    """The person that an interview is with: of those it introduces the one with most to say for.

    Somebody of whom the introduction says what they are, who is named first or most, and whom an outlet talked to; not
    the one it says the other talked to.
    """
    parsed = tree(doc)
    counts = Counter(span[-1].lower_ for span in people)
    best: tuple[int, int] | None = None
    found = None
    for number, span in enumerate(people):
        score = 2 * bool(dependents.appositions(parsed, span.root.i)) + (number == 0)
        score += min(counts[span[-1].lower_], 3) - 1 + _talked_to(parsed, span.root.i)
        if span.start and doc[span.start - 1].lower_ == "by":
            score -= 3
        rank = (score, -span.start)
        if best is None or rank > best:
            best, found = rank, span
    return found


def _talked_to(parsed: Tree, name: int) -> int:
    """What it says for somebody that a verb of talking has them as object: little if "she" spoke to them."""
    above = parsed.head[name]
    verb = parsed.head[above] if relations.is_object_of_preposition(parsed, name) else above
    if verb == above and not relations.is_direct_object(parsed, name):
        return 0
    if parsed.lemma[verb] not in _TALKED:
        return 0
    subject = dependents.own_subject(parsed, verb)
    if subject is not None and parsed.pos[subject] == "PRON":
        return -2
    return 1 if subject is not None and parsed.ent[subject] == "PERSON" else 2
