"""Sets of the model's tags, parts of speech and kinds of names, each under the name of what its members share."""

from __future__ import annotations

PRESENT = frozenset({"VBZ", "VBP"})
FINITE = PRESENT | {"VBD"}
"""Verb forms with a tense of their own."""
SURELY_FINITE = FINITE - {"VBP"}
"""Those that the tagger does not take for the plain form, which is spelt as VBP is."""
FINITE_OR_MODAL = FINITE | {"MD"}
"""What makes a finite clause if it comes first in its verb group."""
PAST = frozenset({"VBD", "VBN"})
"""Forms in -ed, which the tagger takes for one another."""
PARTICIPLES = frozenset({"VBG", "VBN"})
INFINITIVE_OR_GERUND = frozenset({"VB", "VBG"})
VERBAL = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
REFERRING = NOUNS | {"PRON"}
"""Heads of phrases that stand for somebody or something."""
PROPER = frozenset({"NNP", "NNPS"})
SINGULAR = frozenset({"NN", "NNP"})
PLURAL = frozenset({"NNS", "NNPS"})
BLANK = frozenset({"PUNCT", "SPACE"})
"""Tokens that are no words."""
BETWEEN = BLANK | {"CCONJ"}
"""What stands between the members of a list."""
TIMES = frozenset({"DATE", "TIME"})
AREAS = frozenset({"GPE", "LOC"})
PLACES = AREAS | {"FAC"}
ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
"""Kinds of names that people, bodies and states have."""
SUBJECT = ("nsubj", "nsubjpass")
"""Labels of a subject that is no clause."""
