"""The model's rules for part of speech, morphology and lemma, applied once per kind of token and not to every token.

spaCy's `AttributeRuler` tries some two hundred patterns on every token, which takes a tenth of the model's time. Nearly
all patterns look at a single token, and only at its lower-case form, tag, relation and whether it is white space.
Tokens that agree in these get the same result, which is cached when the model's own rules have run on the first such
token. Rules for several tokens and rules with regular expressions are matched as before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

FACTORY = "onrecord_attribute_ruler"
_ASKED = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
"""Attributes that a pattern may test if its results can be cached."""
_WRITTEN = [TAG, DEP, POS, MORPH, LEMMA]
"""Attributes that a rule may set, in the order of a row."""

_NAMES = frozenset({"TAG", "DEP", "POS", "MORPH", "LEMMA"})

Row = tuple[int, ...]


def use_table(nlp: Language) -> None:
    """Replace the attribute ruler of `nlp` by a `TabledRuler` with the same rules, if it supports what they set."""
    ruler = nlp.get_pipe("attribute_ruler") if "attribute_ruler" in nlp.pipe_names else None
    if type(ruler) is not AttributeRuler:
        return
    patterns: list[Any] = ruler.patterns
    if all(rule["attrs"].keys() <= _NAMES for rule in patterns):
        tabled: Any = nlp.replace_pipe("attribute_ruler", FACTORY)
        tabled.add_patterns(patterns)


class TabledRuler(AttributeRuler):
    """An `AttributeRuler` that caches the result of its rules for each kind of token."""

    def add_patterns(self, patterns: Iterable[Any]) -> None:
        """Add rules, as `AttributeRuler.patterns` gives them."""
        super().add_patterns(patterns)
        self._made: dict[Row, Row] = {}
        self._words: set[int] = set()
        """Words that some rule tests; all other words are equivalent."""
        self._apart: set[int] = set()
        """Numbers of the rules that cannot be cached."""
        self._others = Matcher(self.vocab)
        """Matcher for the rules that cannot be cached."""
        rules: list[Any] = self.patterns
        for number, rule in enumerate(rules):
            if _is_tabled(rule["patterns"]):
                words = (word for (token,) in rule["patterns"] for word in _words(token.get("LOWER")))
                self._words.update(self.vocab.strings.add(word) for word in words)
            else:
                self._apart.add(number)
                self._others.add(str(number), rule["patterns"])

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes that the rules give to each token of `doc`."""
        if not len(doc):
            return doc
        lower, *columns = doc.to_array([LOWER, IS_SPACE, *_WRITTEN]).T.tolist()
        kinds = list(zip((word if word in self._words else 0 for word in lower), *columns, strict=True))
        new = {kind: token for token, kind in enumerate(kinds) if kind not in self._made}
        for kind, rules in zip(new, self._rules(doc, new.values()), strict=True):
            self._made[kind] = self._after(kind[2:], rules)
        rows = [self._made[kind] for kind in kinds]
        others = self._from_others(doc)
        for token, rules in zip(others, self._rules(doc, others), strict=True):
            rows[token] = self._after(kinds[token][2:], [*rules, *others[token]])
        array: Any = np.array(rows, dtype=np.uint64)
        return doc.from_array(_WRITTEN, array)

    def _rules(self, doc: Doc, tokens: Collection[int]) -> list[list[int]]:
        """The cacheable rules that match each of `tokens`."""
        found: list[list[int]] = [[] for _ in tokens]
        if found:
            side_by_side = Doc(self.vocab, words=[doc[token].text for token in tokens])
            for copy, token in zip(side_by_side, tokens, strict=True):
                copy.tag, copy.dep = doc[token].tag, doc[token].dep
            for number, _, place, _ in self.match(side_by_side):
                if number not in self._apart:  # matches of the others depend on neighbouring tokens
                    found[place].append(number)
        return found

    def _from_others(self, doc: Doc) -> dict[int, list[int]]:
        """For each token that a non-cacheable rule changes: the numbers of those rules."""
        found: dict[int, list[int]] = {}
        if not self._apart:
            return found
        for match, start, end in self._others(doc, allow_missing=True, as_spans=False):
            number = int(self.vocab.strings[match])
            found.setdefault(range(start, end)[self.indices[number]], []).append(number)
        return found

    def _after(self, before: Row, rules: Iterable[int]) -> Row:
        """The attributes of a token after `rules` have been applied; later rules take precedence."""
        values = dict(zip(_WRITTEN, before, strict=True))
        for number in sorted(rules):
            values |= self.attrs[number]
        return tuple(values.values())


def _is_tabled(patterns: list[list[dict[str, Any]]]) -> bool:
    """Whether a rule's patterns match a single token and test only cacheable attributes."""
    tokens = [token for pattern in patterns for token in pattern]
    asked = [value for token in tokens for value in token.values() if isinstance(value, dict)]
    return (
        all(len(pattern) == 1 for pattern in patterns)
        and all(token.keys() <= _ASKED for token in tokens)
        and all(value.keys() <= {"IN", "NOT_IN"} for value in asked)
    )


def _words(asked: Any) -> Iterator[str]:
    """The words that a pattern tests for."""
    if isinstance(asked, str):
        yield asked
    elif asked:
        yield from (word for words in asked.values() for word in words)


def make(nlp: Language, name: str) -> TabledRuler:
    """The component, still without rules."""
    return TabledRuler(nlp.vocab, name)
