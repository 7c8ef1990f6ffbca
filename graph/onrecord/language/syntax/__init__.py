"""English grammar, written once: statements, actions, coreference and mentions use it instead of dependency labels.

- `tree`: the Doc as plain lists, with lemmatizer errors corrected;
- `clauses`: `clause(tree, verb)`: subjects, objects, complements, obliques, voice, negation, governor of a verb;
- `subjects`: the subject in a verb's own clause;
- `control`: `subjects`, `doers`, `controller`, `antecedent`: the resolved subject and agent of a verb;
- `transitivity`: `objects`: the object of a verb;
- `voice`: `is_passive`, `agents_of_passive`;
- `phrases`: `head_of` a span, `conjuncts`, `objects_of` a preposition;
- `extents`: the extent of a noun phrase, by a policy;
- `relations` and `dependents` in clauses, `phrase_relations` and `modifiers` in noun phrases: single relations with
  descriptive names (`is_relative_clause`, `clause_mark`, `possessors`), for rules that need no whole clause;
- `lexical`: lexical facts that grammar needs; `lemmas`: lemmas corrected by the form of a word;
- corrections of the parser: split `sentences`, `false_objects` of a verb, `appositions` of the wrong noun, `reporters`
  with two verbs of saying, wrong `attachment` of phrases and clauses.

The parser's labels do not occur outside this package, and neither do corrections of the parser; each correction has a
comment that says which error it fixes.
"""
