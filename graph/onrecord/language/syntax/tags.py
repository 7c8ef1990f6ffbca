"""Named sets of the model's tags, parts of speech and types of names."""

from __future__ import annotations

PRESENT = frozenset({"VBZ", "VBP"})
FINITE = PRESENT | {"VBD"}
"""Verb forms that show tense."""
SURELY_FINITE = FINITE - {"VBP"}
"""Finite forms without VBP, which is spelt like the base form and confused with it by the tagger."""
FINITE_OR_MODAL = FINITE | {"MD"}
"""Tags of the first word in the verb group of a finite clause."""
PAST = frozenset({"VBD", "VBN"})
"""Forms in -ed, which the tagger confuses."""
PARTICIPLES = frozenset({"VBG", "VBN"})
INFINITIVE_OR_GERUND = frozenset({"VB", "VBG"})
VERBAL = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
REFERRING = NOUNS | {"PRON"}
"""Parts of speech that head phrases for somebody or something."""
PROPER = frozenset({"NNP", "NNPS"})
SINGULAR = frozenset({"NN", "NNP"})
PLURAL = frozenset({"NNS", "NNPS"})
BLANK = frozenset({"PUNCT", "SPACE"})
"""Tokens that are not words."""
BETWEEN = BLANK | {"CCONJ"}
"""Parts of speech between the members of a list."""
TIMES = frozenset({"DATE", "TIME"})
AREAS = frozenset({"GPE", "LOC"})
PLACES = AREAS | {"FAC"}
ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
"""Types of the names of people, bodies and states."""
SUBJECT = ("nsubj", "nsubjpass")
"""Labels of subjects other than clauses."""
TO_BE_DONE = frozenset({"VB", "VBN"})
"""Tags of a verb that says what is to be done: "ordered to close it", "ordered it closed"."""
RELATIVE_TAGS = frozenset({"WDT", "WP"})
"""Relative and asking pronouns."""
SUBJECTLESS = frozenset({"VBG", "TO"})
"""Tags of words that open a clause without a subject: "having asked", "to ask"."""
