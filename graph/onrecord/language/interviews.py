"""Component: the speaker of each turn of an interview or transcript.

The layout says which paragraphs are turns and which label precedes them. A label that is a name is matched with the
people of the article; the person who answers an interview's questions is the one that it introduces, or else the body
that issued the text.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.syntax import dependents, modifiers, phrase_relations, relations
from onrecord.language.syntax.tree import Tree, tree_of
from onrecord.word_sets import word_set

_TALKED = word_set("interviewing")
_ANSWERS = word_set("answer_label") | {""}
_OURS = 2
"""Fewest answers with "we" or "our" in a text that a body issues itself."""


def mark_turns(doc: Doc) -> Doc:
    """Add to ``spans["onrecord_turns"]`` the tokens of the speaker's name, if the speaker can be identified."""
    turns = ann.spans(doc, ann.TURNS)
    if not turns:
        return doc
    people = [span for span in ann.spans(doc, ann.NAMES) if span.label_ == "PERSON"]
    answering = _interviewed(doc, [span for span in people if span.end <= turns[0].start]) or _issuer(doc, turns)
    bearers = _Bearers(doc, people)
    attrs: dict[str, list[int]] = {}
    for turn in turns:
        label = turn.kb_id_
        who = answering if label.lower() in _ANSWERS else bearers.of(label, turn)
        if who is not None and turn.label_ != "question":
            attrs[str(turn.start_char)] = [who.start, who.end]
    ann.put(doc, ann.TURNS, turns, attrs)
    return doc


class _Bearers:
    """The names of an article, by the labels that repeat them in full or by their last word."""

    def __init__(self, doc: Doc, people: list[Span]) -> None:
        self._doc = doc
        self._text = doc.text
        self._longest: dict[str, Span] = {}
        for span in people:
            known = self._longest.get(span[-1].lower_)
            if known is None or len(span) > len(known):
                self._longest[span[-1].lower_] = span

    def of(self, label: str, turn: Span) -> Span | None:
        """The longest name that `label` repeats, or the label itself if it looks like a name; None if neither."""
        found = self._longest.get(label.rsplit(maxsplit=1)[-1].lower())
        if found is not None or " " not in label:
            return found
        printed = self._doc[max(0, turn.start - 12) : turn.start]
        start = next((token.i for token in printed if self._text.startswith(label, token.idx)), None)
        return None if start is None else self._doc[start : start + label.count(" ") + 1]


def _interviewed(doc: Doc, people: list[Span]) -> Span | None:
    """The likeliest interviewee among the people that the introduction names.

    Evidence is a description of the person, being named first or most often, and an outlet having talked to them.
    """
    parsed = tree_of(doc)
    counts = Counter(span[-1].lower_ for span in people)
    best: tuple[int, int] | None = None
    found = None
    for number, span in enumerate(people):
        score = 2 * bool(modifiers.appositions(parsed, span.root.i)) + (number == 0)
        score += min(counts[span[-1].lower_], 3) - 1 + _talked_to(parsed, span.root.i)
        if span.start and doc[span.start - 1].lower_ == "by":
            score -= 3
        rank = (score, -span.start)
        if best is None or rank > best:
            best, found = rank, span
    return found


def _issuer(doc: Doc, turns: list[Span]) -> Span | None:
    """The first name of the body that issued the text and answers in it as "we": "What is Lund Clinics doing?"."""
    issuer = str(doc._.get(ann.PUBLISHER)).casefold().split()
    answers = [turn for turn in turns if turn.label_ != "question"]
    ours = sum(any(token.lower_ in word_set("body_of_itself") for token in turn) for turn in answers)
    if not issuer or ours < _OURS:
        return None
    names = (span for span in ann.spans(doc, ann.NAMES) if span[0].lower_ == issuer[0])
    return next(names, None)


def _talked_to(parsed: Tree, name: int) -> int:
    """Weight of being the object of a verb of talking: small if the subject is a pronoun such as "she"."""
    above = parsed.head[name]
    verb = parsed.head[above] if phrase_relations.is_object_of_preposition(parsed, name) else above
    if verb == above and not relations.is_direct_object(parsed, name):
        return 0
    if parsed.lemma[verb] not in _TALKED:
        return 0
    subject = dependents.own_subject(parsed, verb)
    if subject is not None and parsed.pos[subject] == "PRON":
        return -2
    return 1 if subject is not None and parsed.ent[subject] == "PERSON" else 2
