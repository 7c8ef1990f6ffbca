"""Days that are not those of what a sentence tells: of a relative clause, a participle or a clause of another time."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from onrecord.language.syntax import lexical, relations
from onrecord.language.syntax.tags import PAST, PRESENT, VERBAL
from onrecord.word_sets import word_set

_HIGHEST = 30
"""Most steps up the tree to the main clause."""


def is_aside(doc: Doc, start: int, end: int, *, recent: bool = False) -> bool:
    """Whether the expression [start, end) dates only a thing named, or what was done before or after what is told.

    "They sold a part that had been sent in May", "It closed after they had left in May". What somebody says happened is
    what the sentence tells, and so is the only thing that it tells to have been done: "He is ill after a fall in May".
    What a clause behind a comma adds is news as well if it is `recent`: "They read the files, which came on Monday".
    """
    token = last = doc[start:end].root
    side: Token | None = None
    for _ in range(_HIGHEST):
        if token.pos_ in VERBAL and token.i not in range(start, end):
            if side is not None and _is_done(token, side) and not (recent and _is_added(side, token)):
                return True
            if side is None and (_describes(token) or _is_other_time(token)):
                side = token
            last = token
        if token.head.i == token.i:
            break
        token = token.head
    bare = side is not None and side.tag_ == "VBN" and not any(map(relations.token_is_auxiliary, side.children))
    return side is not None and _tells_now(last, relative=not bare)


def _is_added(verb: Token, above: Token) -> bool:
    """Whether a relative clause stands behind a comma, and behind the verb `above`: not in "Lund, who left, won"."""
    first = next(iter(verb.subtree)).i
    return first > above.i and verb.doc[first - 1].text == ","


def _is_done(verb: Token, side: Token) -> bool:
    """Whether a verb tells something that was done, and not how something is.

    What somebody says behind it can be what the sentence tells: "said that the mill which burnt down in May is shut".
    """
    speaks = verb.i < side.i and verb.lemma_.lower() in lexical.speaking() | word_set("puts_out")
    return not speaks and verb.lemma_ not in word_set("form_of_state") and verb.tag_ in PAST and not _is_present(verb)


def _is_present(verb: Token) -> bool:
    """Whether a participle tells how something is or what may be: "is anchored", "can be seen"."""
    tags = {kid.tag_ for kid in verb.children if relations.token_is_auxiliary(kid)}
    perfect = any(kid.lemma_ == "have" for kid in verb.children if relations.token_is_auxiliary(kid))
    return verb.tag_ == "VBN" and bool(tags & (PRESENT | {"MD"})) and not perfect


def _tells_now(verb: Token, *, relative: bool) -> bool:
    """Whether the main clause says now what somebody or something is, or asks for: "It is the first", "calls for".

    What a paper with a participle says is of its day: "The bills, paid on 4 May, show it".
    """
    if verb.tag_ not in PRESENT:
        return False
    names = any(relations.token_completes_verb(kid) and kid.i > verb.i for kid in verb.children)
    asks = relative and verb.lemma_.lower() in lexical.speaking() | word_set("calls_for")
    return asks or (verb.lemma_ == "be" and names)


def _describes(verb: Token) -> bool:
    """Whether a verb only says which thing is meant: not in "it was Lund who left", nor in "a plan to leave"."""
    if not relations.token_describes_noun(verb) or verb.tag_ == "VB" or verb.lemma_ in word_set("gives_name"):
        return False
    above = verb.head.head
    opening = {kid.lower_ for kid in above.children if kid.i < above.i}
    return above.lemma_ != "be" or above.head.i != above.i or opening.isdisjoint(word_set("opens_cleft"))


def _is_other_time(verb: Token) -> bool:
    """Whether an adverbial clause is about another time than the clause above it."""
    return relations.token_is_adverbial(verb) and not word_set("at_another_time").isdisjoint(_openers(verb))


def is_open(verb: Token) -> bool:
    """Whether a clause in the present tense tells what may come: "if it closes in May", "once it has closed"."""
    helping = {kid.tag_ for kid in verb.children if relations.token_is_auxiliary(kid)}
    present = helping <= PRESENT if helping else verb.tag_ in PRESENT
    return present and not word_set("opens_what_may_come").isdisjoint(_openers(verb))


def _openers(verb: Token) -> set[str]:
    return {kid.lower_ for kid in verb.children if kid.i < verb.i and relations.token_is_mark(kid)}
