"""The subject in a verb's own clause, wherever the parser has attached it; `control` finds inherited subjects."""

from __future__ import annotations

from itertools import pairwise

from onrecord.language.syntax import lexical
from onrecord.language.syntax.phrases import conjuncts
from onrecord.language.syntax.tags import ACTORS, BLANK, FINITE, REFERRING, SUBJECT, SURELY_FINITE
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_CUTS = 3
"""Most pieces into which the parser may split a subject."""


def own_subjects(tree: Tree, verb: int) -> list[int]:
    """Heads of the subject in the clause of `verb` itself, with their conjuncts."""
    own = tree.kids(verb, *SUBJECT) or _misplaced(tree, verb)
    if not own:
        speaker = inverted_subject(tree, verb)
        return [] if speaker is None else conjuncts(tree, speaker)
    if _is_series(tree, verb, own):
        return [head for kid in own for head in conjuncts(tree, kid)]
    subject = own[0] if len(own) == 1 else _true_subject(tree, verb, own)
    beside = _behind_clause(tree, verb, subject)
    return conjuncts(tree, subject) if beside is None else [beside]


def _behind_clause(tree: Tree, verb: int, subject: int) -> int | None:
    """The name right before the verb, behind a clause and a comma, that the parser coordinates with a name before it.

    As in "It was Lund, when the ferry was struck, engineer Ada Moe said": no word coordinates the two.
    """
    behind = next((kid for kid in tree.kids(subject, "conj") if tree.right_edge[kid] == verb - 1), None)
    if behind is None or tree.child(subject, "cc") is not None or tree.pos[behind] != "PROPN":
        return None
    closed = tree.text[tree.left_edge[behind] - 1] == ","
    return behind if closed and tree.child(subject, "relcl", "advcl", "acl") is not None else None


def _misplaced(tree: Tree, verb: int) -> list[int]:
    """The subject that the parser has attached to a word at the beginning of the clause.

    Corrects the parser, which may attach the subject to the auxiliary in "Lee did, in fact, sell it", take "after" for
    a preposition in "after Lee sold it", and coordinate Lee with the bread in "sold bread and Lee bought it".
    """
    own = [kid for helper in tree.kids(verb, "aux") for kid in tree.kids(helper, *SUBJECT)]
    below = [kid for mark in tree.kids(verb, "mark") for kid in tree.kids(mark, "pobj")]
    own = own or [kid for kid in below if tree.right_edge[kid] == verb - 1 and tree.tag[verb] in FINITE]
    return own or ([verb - 1] if verb and begins_clause(tree, verb - 1) == verb else [])


def begins_clause(tree: Tree, noun: int) -> int | None:
    """The verb whose subject is a name that the parser coordinated with the object before it; None if there is none."""
    verb = tree.right_edge[noun] + 1
    named = tree.dep[noun] == "conj" and tree.ent[noun] in ACTORS and noun == verb - 1
    if not named or verb >= len(tree) or tree.tag[verb] not in SURELY_FINITE or tree.dep[verb] != "conj":
        return None
    beside = tree.dep[tree.head[noun]] in {"dobj", "pobj"} and tree.head[verb] < tree.head[noun]
    return verb if beside and not tree.kids(verb, *SUBJECT, "aux") else None


def _is_series(tree: Tree, verb: int, own: list[int]) -> bool:
    """Whether several subjects are a list that the parser split: "40% of miners, 30% of clerks and a few say"."""
    commas = [tree.left_edge[second] - tree.right_edge[first] for first, second in pairwise(own)]
    between = [tree.text[tree.left_edge[kid] - 1] for kid in own[1:]]
    joined = len(own) > 1 and own[-1] < verb and tree.child(own[-1], "conj") is not None
    return joined and all(gap == 2 for gap in commas) and set(between) == {","}


def _true_subject(tree: Tree, verb: int, own: list[int]) -> int:
    """The real subject among several that the parser gives to one verb.

    It is the nearest before the verb ("a man who Smith called a liar", "His verdict: 'No,' he said"), or the one after
    the verb if the words before it are a quotation ("'The fact that he tried. It counts,' said Smith"). If a title and
    a name are adjacent ("said Army Capt. Ada Smith"), it is the name.
    """
    before, behind = [kid for kid in own if kid < verb], [kid for kid in own if kid > verb]
    # "a report from the watchdog Halden Now says": what follows a preposition is its object, not a subject
    before = [kid for kid in before if tree.pos[tree.left_edge[kid] - 1] != "ADP" or kid == before[0]]
    if before and behind:
        apart = any(tree.pos[token] == "PUNCT" for token in range(tree.right_edge[before[-1]] + 1, verb))
        before = [] if apart else before
    if before:
        return before[-1]
    found = behind[0]
    for kid in behind[1:]:
        if any(tree.pos[token] != "PUNCT" for token in range(tree.right_edge[found] + 1, tree.left_edge[kid])):
            break
        found = kid
    return found


def inverted_subject(tree: Tree, verb: int) -> int | None:
    """The subject after a verb of saying that follows a quotation ("'It rained,' added another farmer").

    Corrects the parser, which may make it the object if the quotation gives the verb no subject.
    """
    mark = verb - 2 if verb > 1 and tree.text[verb - 1] == "," else verb - 1
    closed = mark >= 0 and tree.text[mark] != "" and not tree.text[mark].strip("\"'”’»")
    finite = tree.tag[verb] in FINITE and not tree.kids(verb, "aux", *SUBJECT)
    if not closed or not finite or tree.tag[mark] == "POS" or tree.lemma[verb] not in lexical.reporting():
        return None
    behind = tree.kids(verb, "dobj", "oprd", "attr", "npadvmod", "dative")
    found = next((kid for kid in behind if tree.left_edge[kid] == verb + 1 and tree.pos[kid] in REFERRING), None)
    return found if found is not None else _borrowed(tree, verb)


def _borrowed(tree: Tree, verb: int) -> int | None:
    """The name right after `verb` that the parser attaches to a later verb: "said | Ada Lee, half joking"."""
    for token in range(verb + 1, tree.sents[tree.sent[verb]][1]):
        if tree.text[token] == ",":
            break
        if tree.dep[token] in SUBJECT and tree.left_edge[token] == verb + 1 and tree.pos[token] in REFERRING:
            return token
    return None


def subject_before_cut(tree: Tree, verb: int) -> list[int]:
    """The subject of a verb that begins a sentence in the middle of a clause.

    Corrects the sentence splitter, which may cut between a long subject and its verb.
    """
    number = tree.sent[verb]
    start = tree.sents[number][0]
    if tree.left_edge[verb] != start or tree.tag[verb] not in FINITE or tree.text[start][:1].isupper():
        return []
    for first, end in reversed(tree.sents[max(0, number - _CUTS) : number]):
        last = end - 1
        while last > first and tree.text[last].isspace() and "\n" not in tree.text[last]:
            last -= 1
        if tree.text[last][-1:] in ".!?:;\n" or tree.pos[last] in BLANK:
            return []
        root = next((token for token in range(first, end) if tree.head[token] == token), first)
        if tree.pos[root] in REFERRING:
            return conjuncts(tree, root)
        if tree.pos[root] != "ADP":
            return []
    return []


def subject_of_row(tree: Tree, verb: int) -> list[int]:
    """Subject of the last verb of a series without "and": "Mayor praises miners, blames banks".

    Corrects the parser, which takes the first verb of such a headline for reported content.
    """
    first = next((kid for kid in tree.kids(verb, "ccomp") if kid < verb), None)
    row = first is not None and tree.tag[first] == tree.tag[verb] in FINITE
    return own_subjects(tree, first) if first is not None and row and verb != first + 1 else []


def opened_by_that(tree: Tree, above: int, verb: int) -> bool:
    """Whether a "that" between `above` and `verb` begins a clause, whose subject the parser may have misattached.

    As in "said that a man called Lund was held".
    """
    between = range(above + 1, verb)
    return any(tree.lower[word] == "that" and tree.dep[word] == "mark" for word in between)


def given_to_reporter(tree: Tree, verb: int, reporter: int) -> int | None:
    """The relative pronoun that is the subject of the reported `verb`: "the law, which they say ruined the town".

    Corrects the parser, which attaches the pronoun to the verb of saying and leaves `verb` without a subject.
    """
    if tree.tag[verb] not in FINITE or tree.lemma[reporter] not in lexical.reporting():
        return None
    before = tree.kids(reporter, *SUBJECT, "dobj")
    found = next((kid for kid in before if kid < reporter and tree.lower[kid] in word_set("relative_pronoun")), None)
    return found if len(before) > 1 and found is not None and verb > reporter else None
