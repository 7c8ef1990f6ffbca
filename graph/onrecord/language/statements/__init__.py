"""Component ``onrecord_statements``: who is reported to have said, thought, planned or refused what.

`quoted` starts from quotation marks and finds their cue; `verbs`, `nouns` and `phrases` start from cues and find their
content; `selection` combines the results into one list of statements, `roles`, `principals` and `relaying` find the
people, and `component` writes the result on the Doc.
"""
