"""English grammar, written once: what statements, actions, coreference and mentions read instead of dependency labels.

- `tree`: the Doc as plain lists, with the lemmatizer's faults put right;
- `clauses`: `clause(tree, verb)`: subjects, objects, complements, obliques, voice, negation, governor of a verb;
- `subjects`: the subject that stands with a verb;
- `control`: `subjects`, `doers`, `controller`, `antecedent`: whose a verb is;
- `transitivity`: `objects`: what it is done to;
- `voice`: `is_passive`, `agents_of_passive`;
- `phrases`: `head_of` a span, `conjuncts`, `objects_of` a preposition;
- `extents`: how far a noun phrase reaches, by a policy;
- `relations` and `dependents` in clauses, `phrase_relations` and `modifiers` in noun phrases: single relations with
  descriptive names (`is_relative_clause`, `clause_mark`, `possessors`), for rules that need no whole clause;
- `lexical`: what grammar needs to know of single words; `lemmas`: lemmas put right by the form of a word;
- repairs of the parser: `sentences` that it cut, `false_objects` of a verb, `appositions` of the wrong noun,
  `reporters` that say two things, phrases and clauses in the wrong `attachment`.

The labels of the model's parser occur nowhere outside this package, and repairs of the parser nowhere else: each has a
comment that says which fault it mends.
"""
