"""Component ``onrecord_statements``: who is reported to have said, thought, planned or refused what.

`quoted` goes from quotation marks to their cue, `verbs`, `nouns` and `phrases` from cues to their content; `selection`
makes one list of statements of it, `roles`, `principals` and `relaying` name the people, and `component` writes the
result on the Doc.
"""
