"""The model's entities, found for all words of a text at once and not word by word.

spaCy's recognizer scores the possible moves at each word after it has made the move at the word before. What it looks
at is no more than the word and, within an entity, the entity's first word and the word before. So all words are scored
together as words outside an entity; then, step by step, the words behind all that may begin an entity of several. The
moves, the rules of which may follow and the result are spaCy's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import NumpyOps

FACTORY = "onrecord_entities"
_FEATURES = 3
"""Words that the network of a recognizer without extra state looks at: the next, the first of its entity, the last."""
_OUT = "O"
_NOWHERE = -1
Found = tuple[int, int, str]
"""First word, the word behind the last, and label."""
Scores = NDArray[np.float32]
Numbers = NDArray[np.int32]


def at_once(nlp: Language) -> None:
    """Replace the recognizer of `nlp` by one that works out the same at once, if it is of the kind described above."""
    shipped = nlp.get_pipe("ner") if "ner" in nlp.pipe_names else None
    if type(shipped) is EntityRecognizer and _is_simple(shipped):
        nlp.replace_pipe("ner", FACTORY).of(shipped)  # type: ignore[attr-defined]  # a component of ours


def _is_simple(shipped: Any) -> bool:
    model = shipped.model
    return (
        isinstance(model.ops, NumpyOps)
        and shipped.cfg["beam_width"] == 1
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.get_ref("lower").get_dim("nF") == _FEATURES
        and _OUT in shipped.move_names
    )


class Entities:
    """An entity recognizer that has the network and the moves of another."""

    def of(self, shipped: Any) -> None:
        """Work as `shipped` does."""
        self.shipped, self.model = shipped, shipped.model
        names = [shipped.moves.get_class_name(number) for number in range(shipped.moves.n_moves)]
        moves = [name.partition("-") for name in names]
        place = {name: number for number, name in enumerate(names)}
        self._labels = [label for _, _, label in moves]
        self._begins = np.array([bool(label) and move == "B" for move, _, label in moves])
        self._alone = np.array([bool(label) and move == "U" for move, _, label in moves])
        self._out = place[_OUT]
        self._inside = np.array([place.get(f"I-{label}", 0) for label in self._labels])
        self._last = np.array([place.get(f"L-{label}", 0) for label in self._labels])

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of `doc`."""
        if not len(doc) or doc.to_array(ENT_IOB).any():  # entities that others have set restrict the moves
            return self.shipped(doc)  # type: ignore[no-any-return]  # a component of spaCy
        doc.set_ents([Span(doc, start, end, label=label) for start, end, label in self._found(doc)])
        return doc

    def _found(self, doc: Doc) -> list[Found]:
        step = self.model.predict([doc])
        spaces, starts = doc.to_array([IS_SPACE, SENT_START]).T
        ends = np.append(starts[1:] == 1, True)  # an entity lies within one sentence
        words = np.arange(len(doc), dtype=np.int32)
        scores = _scores(step, words, _NOWHERE, _NOWHERE)
        allowed = np.zeros(scores.shape, bool)
        allowed[:, self._out] = True
        allowed[:, self._alone] = (spaces == 0)[:, None]
        allowed[:, self._begins] = ((spaces == 0) & ~ends)[:, None]
        moves = np.where(allowed, scores, -np.inf).argmax(axis=1)
        begun = np.flatnonzero(self._begins[moves]).astype(np.int32)
        stops = dict(zip(begun.tolist(), self._stops(step, begun, moves[begun], ends), strict=True))
        found: list[Found] = []
        place = 0
        for first in np.flatnonzero(moves != self._out).tolist():
            if first >= place:
                place = stops.get(first, first + 1)
                found.append((first, place, self._labels[moves[first]]))
        step.clear_memory()
        return found

    def _stops(self, step: Any, begun: Numbers, moves: NDArray[np.int64], ends: NDArray[np.bool_]) -> Sequence[int]:
        """The word behind each entity of several words that begins with one of `begun` by one of `moves`."""
        stops = np.zeros(len(begun), np.int32)
        inside, last = self._inside[moves], self._last[moves]
        open_ = np.arange(len(begun))
        words = begun + 1
        while len(open_):
            scores = _scores(step, words, begun[open_], words - 1)
            rows = np.arange(len(open_))
            goes, closes = inside[open_], last[open_]
            one, two = scores[rows, goes], scores[rows, closes]
            more = ~ends[words] & ((one > two) | ((one == two) & (goes < closes)))
            stops[open_[~more]] = words[~more] + 1
            open_, words = open_[more], words[more] + 1
        return stops.tolist()


def _scores(step: Any, words: Numbers, firsts: Numbers | int, before: Numbers | int) -> Scores:
    """The scores of all moves at each of `words`, in an entity that begins with one of `firsts`."""
    seen = np.empty((len(words), _FEATURES), np.int32)
    seen[:, 0], seen[:, 1], seen[:, 2] = words, firsts, before
    return step.vec2scores.predict(step.state2vec.predict(seen))  # type: ignore[no-any-return]


def make(nlp: Language, name: str) -> Entities:  # noqa: ARG001  # what a factory is given
    """The component, still without a network."""
    return Entities()
