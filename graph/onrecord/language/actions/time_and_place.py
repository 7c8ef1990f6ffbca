"""Date, place and reporting statement of a deed: from its own clause first, then from the clause that governs it."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.actions.triggers import Deed
from onrecord.language.lexicon import operators, reporting_verbs
from onrecord.language.syntax import modifiers, phrase_relations, relations
from onrecord.language.syntax.attachment import (
    hangs_on_infinitive,
    infinitives_before,
    says_what_is_done,
    that_clauses_joined,
)
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.control import beside
from onrecord.language.syntax.phrases import objects_of
from onrecord.language.syntax.tags import NOUNS, PLACES, PRESENT, TIMES, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.value_groups import is_issued
from onrecord.word_sets import word_set

_PLACE_PREPS = word_set("place_preposition")
_SINCE = word_set("since_participle")
_DEADLINE = word_set("limit_of_order")
_ENDS = word_set("ends_stretch")
_DEPTH = 6
"""Most governing words that are followed: sentences nest no deeper, and a broken parse must not loop."""
_GROUP = 4
"""Most words of the verb after a date: "has not yet been fined"."""
_DATING = word_set("dating_noun")
"""Nouns that may stand between a date and the deed: "on Tuesday afternoon"."""
_OTHER_TIME = word_set("other_time")
_DURING = word_set("dated_by")


def dates_by_governor(tree: Tree, doc: Doc, words: set[int]) -> dict[int, Span]:
    """For each word that governs a date, the first such date; dates with a value take precedence.

    `words` are those of deeds. The search upward from a date passes prepositions, "beginning", and nouns that depend on
    the deed's verb.
    """
    found: dict[int, Span] = {}
    attrs = ann.attrs(doc, ann.DATES)
    dated = [
        span
        for span in ann.spans(doc, ann.DATES)
        if span.label_ in TIMES and _dates(span.kb_id_) and f"inexact {span.start_char}" not in attrs
        if not (ends_stretch(tree, span) or _in_range(tree, span.start))
    ]
    for span in sorted(dated, key=lambda item: (not item.kb_id_, item.label_, item.start)):
        verb = attrs.get(f"verb {span.start_char}")
        deadline = _is_limit(tree, span.start)
        of_noun = phrase_relations.is_possessor(tree, span.root.i)  # "decided to speak of Monday's vote"
        below = verb is not None and verb in words and hangs_on_infinitive(tree, span.root.i, verb)
        if verb is not None and below and not deadline and not of_noun:
            found.setdefault(verb, span)
            continue
        root = span.start
        while span.start <= tree.head[root] < span.end and tree.head[root] != root:
            root = tree.head[root]
        governor = _verb_after(tree, span, _governor(tree, root, words), words)
        if _is_bound(tree, span.start, governor):
            continue
        found.setdefault(_below(tree, governor, span.start, words) if deadline else governor, span)
    return found


def ends_stretch(tree: Tree, time: Span) -> bool:
    """Whether a time is the end of a stretch: what "will not close until May" does not happen in May."""
    above = tree.head[time.root.i]
    words = (above, tree.head[above]) if tree.pos[above] in {"ADP", "SCONJ"} else (above,)
    return any(tree.lower[word] in _ENDS for word in words)


def _is_bound(tree: Tree, start: int, verb: int) -> bool:
    """Whether the date at `start` only bounds the time of a deed done: "left before Friday", "has sued it since 2019".

    What has been closed since Monday was closed on Monday; what is to be done by Monday has its deadline then.
    """
    if start == 0 or tree.pos[verb] not in VERBAL or clause(tree, verb).modals or clause(tree, verb).infinitive:
        return False
    lemmas = {tree.lemma[item] for item in clause(tree, verb).auxiliaries}
    if tree.lower[start - 1] in word_set("begins_stretch"):
        return "have" in lemmas and not clause(tree, verb).passive
    done = tree.tag[verb] == "VBD" or (tree.tag[verb] == "VBN" and "have" in lemmas)
    return done and tree.lower[start - 1] in word_set("before_end_of_time")


def _in_range(tree: Tree, start: int) -> bool:
    """Whether a date is the second of two between which something is moved: "from 4 March to 18 March"."""
    first = start - 2
    if first > 0 and tree.lower[start - 1] == "at" and tree.ent[first] in TIMES:  # the hour of that day
        while tree.ent[first - 1] in TIMES and not tree.ent_begin[first]:
            first -= 1
        return first > 1 and _in_range(tree, first)
    if first < 1 or tree.lower[start - 1] != "to" or tree.ent[first] not in TIMES:
        return False
    while first and tree.ent[first] in TIMES:
        first -= 1
    return tree.lower[first] == "from"


def _is_limit(tree: Tree, start: int) -> bool:
    """Whether the words before the date at `start` make it a deadline or starting date: "by", "as of"."""
    before = [" ".join(tree.lower[max(start - count, 0) : start]) for count in (1, 2)]
    return not _DEADLINE.isdisjoint(before)


def _below(tree: Tree, governor: int, end: int, words: set[int]) -> int:
    """The deed that a deadline applies to: in "ordered the operators to cease by Monday" the ceasing."""
    below = (word for word in infinitives_before(tree, governor, end) if word in words)
    return next((word for word in below if _to_come(tree, word)), governor)


def _dates(value: str) -> bool:
    """Whether a value can date a deed: intervals, decades and centuries cannot."""
    return not value or ("/" not in value and len(value) >= 4 and value[:4].isdigit())


def _governor(tree: Tree, root: int, words: set[int]) -> int:
    """The deed that a date belongs to, or else the verb or noun at which the search upward ends."""
    token, hung = tree.head[root], False
    for _ in range(_DEPTH):
        noun = tree.pos[token] in NOUNS
        dating = noun and tree.lemma[token] in _DATING  # not the verb: "a habit dating to 2007"
        link = tree.pos[token] in {"ADP", "ADV", "SCONJ"} or tree.lower[token] in _SINCE or dating
        below = hung and noun and _holds_date(tree, token)
        if token in words or tree.head[token] == token or not (link or below):
            break
        if below and tree.lower[tree.head[token]] in _OTHER_TIME:
            break  # "three coups since independence in 1966": the year is that of the independence
        hung, token = hung or link, tree.head[token]
    return token


def _verb_after(tree: Tree, time: Span, governor: int, words: set[int]) -> int:
    """The deed of a date that the parser hung on its subject: "The mayor, on 4 May 2021, fined them".

    Also if it took the date for a part of the name behind it: "On Monday Tom Bell was fined".
    """
    if governor >= time.end and relations.is_subject(tree, governor) and tree.head[governor] in words:
        return tree.head[governor]
    after = time.end
    while after < len(tree) and (tree.ent[after] in TIMES or tree.lower[after] in {",", ")"}):
        after += 1
    verb = next((word for word in range(after, min(after + _GROUP, len(tree))) if word in words), None)
    if governor in words or verb is None or not governor < time.start:
        return governor
    group = all(relations.is_in_verb_group(tree, word) for word in range(after, verb))
    return verb if group and tree.head[governor] == verb and relations.is_subject(tree, governor) else governor


def _holds_date(tree: Tree, noun: int) -> bool:
    """Whether a date that depends on a noun dates the verb above: "signed a deal in May"."""
    done_to = relations.is_undergoer(tree, noun) or relations.is_predicate_noun(tree, noun)
    return done_to or phrase_relations.is_object_of_preposition(tree, noun)


def date_of(tree: Tree, deed: Deed, dated: dict[int, Span]) -> Span | None:
    """The date at the deed's own word or verb, else at the clause that governs it; None if there is none."""
    token, joined = deed.head, False
    for _ in range(_DEPTH):
        if token in dated:
            # "it had lapsed in May and had not been renewed": what was not done has not the day of what was
            between = joined and token < dated[token].start and dated[token].end <= deed.head
            bound = tree.lower[dated[token].start - 1] == "by"  # "will close by May and has ordered"
            coarse = len("2018-05") if relations.is_participle_clause(tree, token) else len("2018")
            bound = bound or len(dated[token].kb_id_) == coarse  # "took over in 2018 and doubled the sales"
            return None if between and (bound or clause(tree, deed.verb).negations) else dated[token]
        own = [deed.verb, *_begun(tree, token)] if token == deed.head else []
        if held := next((word for word in own if word in dated), None):
            return dated[held]
        for kid in modifiers.prepositions(tree, token):
            if tree.lower[kid] in _DURING and (
                found := next((dated[x] for x in objects_of(tree, kid) if x in dated), None)
            ):
                return found
        apart = not relations.shares_setting(tree, token) or _to_come(tree, token) or _other_time(tree, token)
        apart = apart or _before_what_is_to_come(tree, token)
        apart = apart or _told_beside(tree, token) or _to_come_beside(tree, token)
        if apart or tree.head[token] == token:
            return None
        elsewhere = tree.lower[token] in _OTHER_TIME and phrase_relations.is_preposition(tree, token)
        joined = phrase_relations.is_conjunct(tree, token)
        token = tree.head[token]
        if elsewhere or tree.lemma[token] in reporting_verbs():
            return None
    return None


def _begun(tree: Tree, token: int) -> list[int]:
    """The gerund that tells what begins or ends, to which the parser gives its day: "to stop dumping ash by May"."""
    if tree.lemma[token] not in word_set("begins_or_ends"):
        return []
    return [kid for kid in clause(tree, token).complements if tree.tag[kid] == "VBG"]


def _told_beside(tree: Tree, token: int) -> bool:
    """Whether a that-clause is coordinated with a verb: "said on Monday that he left, and that he won".

    The day is that on which it was said.
    """
    return token in that_clauses_joined(tree, tree.head[token])


def _to_come_beside(tree: Tree, token: int) -> bool:
    """Whether one of two coordinated verbs is to come and the other is not: "will close by May and has ordered …".

    Or one tells of a past day and the other of what has been since.
    """
    if not phrase_relations.is_conjunct(tree, token) or tree.pos[token] not in VERBAL:
        return False
    own, first = clause(tree, token), clause(tree, tree.head[token])
    if any(tree.tag[item] in PRESENT and tree.lemma[item] == "have" for item in own.auxiliaries):
        return tree.tag[tree.head[token]] == "VBD"  # "joined in 2018 and has since sold its mines"
    return bool(own.auxiliaries) and bool(own.modals) != bool(first.modals)


def _other_time(tree: Tree, token: int) -> bool:
    """Whether a clause is about an earlier or later time than its governor ("in 2014, years after she left")."""
    mark = clause(tree, token).mark
    return mark is not None and tree.lower[mark] in word_set("at_another_time")


def _to_come(tree: Tree, token: int) -> bool:
    """Whether a clause says what was agreed or ordered, and so is not done on that day."""
    operator = operators().get(tree.lemma[tree.head[token]])
    ahead = operator is not None and operator.modality in {"ordered", "demanded", "planned", "threatened"}
    return ahead and says_what_is_done(tree, token)


def _before_what_is_to_come(tree: Tree, token: int) -> bool:
    """Whether a relative clause tells of the past and the clause around it of what is to come.

    "It will leave in May with a bonus that Lund attacked": when she attacked it, is not said.
    """
    above = relations.verb_above(tree, tree.head[token])
    past = clause(tree, token).link == "relative" and tree.tag[token] == "VBD"
    return past and above is not None and bool(clause(tree, above).modals)


def place_of(tree: Tree, deed: Deed) -> int | None:
    """Head of the place named in the deed's own phrase or clause; None if there is none."""
    preps = _PLACE_PREPS | (deed.verb_frame.places if deed.verb_frame else frozenset())
    for token in dict.fromkeys((deed.head, deed.verb)):
        for kid in modifiers.prepositions(tree, token):
            if tree.lower[kid] in preps:
                for head in objects_of(tree, kid):
                    found = head if tree.ent[head] in PLACES else _place_within(tree, head)
                    if found is not None:
                        return found
    return None


def _place_within(tree: Tree, noun: int) -> int | None:
    """The place inside the phrase of a noun: "in a yard in Norby"."""
    inner = (kid for kid in modifiers.prepositions(tree, noun) if tree.lower[kid] in _PLACE_PREPS)
    heads = (head for kid in inner for head in objects_of(tree, kid))
    return next((head for head in heads if tree.ent[head] in PLACES), None)


def statement_of(doc: Doc) -> dict[int, str]:
    """For each token inside the content of a statement: the id of the innermost statement.

    The topic of a refusal to comment is not content: "did not respond to the request of the Star". Nor is what a
    release tells in its own voice, which is that of the whole text.
    """
    size: dict[str, int] = {}
    said = ann.attrs(doc, ann.STATEMENTS)
    apart = {
        key for key, item in said.items() if item.get("kind") == "refusal_to_comment" or is_issued(item.get("rule", ""))
    }
    contents = [
        span for span in ann.marks(doc, ann.STATEMENTS) if span.label_ == "content" and span.kb_id_ not in apart
    ]
    for span in contents:
        size[span.kb_id_] = size.get(span.kb_id_, 0) + span.end - span.start
    found: dict[int, str] = {}
    for span in sorted(contents, key=lambda item: (-size[item.kb_id_], item.kb_id_)):
        for token in range(span.start, span.end):
            found[token] = span.kb_id_
    return found


def voice_of(tree: Tree, deed: Deed, within: dict[int, str]) -> str | None:
    """The id of the statement that reports a deed: the one around its own words or around a clause coordinated with it.

    "Said that the council had agreed and reached a deal": both are said, even if the content span ends too early.
    """
    found = within.get(deed.head)
    token = deed.verb
    for _ in range(_DEPTH):
        if found is not None or not phrase_relations.is_conjunct(tree, token) or relations.has_own_subject(tree, token):
            break
        token = beside(tree, token)
        found = within.get(token)
    return found
