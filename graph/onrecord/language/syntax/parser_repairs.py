"""Corrections of what the parser gets wrong again and again, made on the columns of a Tree before it is built.

Each changes the columns in place: lists by token, `head` with absolute indices.
"""

from __future__ import annotations

from onrecord.language.syntax import lexical
from onrecord.language.syntax.tags import ACTORS, NOUNS, SINGULAR
from onrecord.word_sets import word_set

_OF_CLAUSE = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj"})
"""Labels of what a clause with a tense has, and a passive participle has not."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INFLECTED = frozenset({"VBD", "VBZ"})
_COMPLETED = frozenset({"ccomp", "xcomp", "cc", "mark", "aux", "prt", "neg"})
"""Labels of what no attribution behind a statement has: "the fees will rise, the mayor said"."""
_REACH = 120
"""Most words between two that are looked at together: longer sentences are lists, and no time may grow with them."""
_DEPTH = 6
"""Most words from a noun up to the subject that it is a part of."""


def complements(  # noqa: PLR0913, PLR0917  # the columns of the Tree
    lower: list[str], lemma: list[str], pos: list[str], tag: list[str], dep: list[str], ent: list[str], head: list[int]
) -> None:
    """Give what somebody is told back to the verb: "told the paper that he fought with guards".

    The parser takes the clause for a relative one of the listener, as if he had fought the paper.
    """
    for mark, word in enumerate(lower):
        if word != "that" or dep[mark] not in {"dobj", "mark"} or not mark:
            continue
        verb, hearer = head[mark], mark - 1
        if dep[verb] != "relcl" or head[verb] != hearer or dep[hearer] != "dobj":
            continue
        listens = pos[hearer] in {"PROPN", "PRON"} or bool(ent[hearer]) or lemma[hearer] in lexical.actor_nouns()
        listens = (
            listens or dep[mark] == "mark"
        )  # "told the hearing that": as a conjunction, it opens no relative clause
        if listens and lemma[head[hearer]] in lexical.addressing():
            tag[mark], pos[mark], dep[mark] = "IN", "SCONJ", "mark"
            dep[verb], head[verb] = "ccomp", head[hearer]


def names(pos: list[str], dep: list[str], head: list[int]) -> None:
    """Give a name right behind a noun back to it: "The search for the ferry Halden Pearl was called off".

    The parser takes the name for a second subject, as if the ship had been called off.
    """
    first: dict[int, int] = {}
    for token, label in enumerate(dep):
        if label not in _SUBJECTS:
            continue
        verb = head[token]
        own = first.setdefault(verb, token)
        start = token
        while start and head[start - 1] == token and dep[start - 1] == "compound":
            start -= 1
        noun = start - 1
        named = pos[token] == "PROPN" and own < noun < token < verb
        if named and pos[noun] == "NOUN" and dep[noun] == "pobj" and _is_below(noun, own, head):
            dep[token], head[token] = "appos", noun


def modal_names(  # noqa: PLR0913, PLR0917  # the columns of the Tree
    text: list[str], lemma: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]
) -> None:
    """Give a modal that is a name back to the name: "Ann May resigned", "Will Stone sued the bank".

    A modal needs a base form behind it; with an inflected verb it is none.
    """
    for token, label in enumerate(dep):
        verb = head[token]
        inflected = tag[verb] in _INFLECTED and text[verb].lower() != lemma[verb]
        if label != "aux" or not text[token].istitle() or not inflected:
            continue
        if tag[token] not in {"MD", "NNP"} or token >= verb:
            continue
        before, after = token - 1, token + 1
        if before >= 0 and head[before] == verb and dep[before] in _SUBJECTS and pos[before] == "PROPN":
            dep[token], dep[before] = dep[before], "compound"
            for kid in range(max(0, before - _REACH), before):
                if head[kid] == before and kid != before:
                    head[kid] = token
            head[before] = token
        elif head[after] == verb and dep[after] in _SUBJECTS and pos[after] == "PROPN":
            dep[token], head[token] = "compound", after
        else:
            continue
        tag[token], pos[token] = "NNP", "PROPN"


def _is_below(token: int, top: int, head: list[int]) -> bool:
    for _ in range(_DEPTH):
        if token == top:
            return True
        token = head[token]
    return False


def tags(tag: list[str], pos: list[str], dep: list[str], lemma: list[str], head: list[int]) -> None:
    """Correct tags that contradict the parse."""
    below: dict[int, set[str]] = {index: set() for index, label in enumerate(dep) if label == "acl"}
    for index, parent in enumerate(head):
        if parent in below:
            below[parent].add(dep[index])
        # the tagger takes "land" in "is due to land in Kenya" for a noun, though the parse has its "to"
        if tag[index] == "TO" and dep[index] == "aux" and tag[parent] in SINGULAR and parent == index + 1:
            tag[parent], pos[parent] = "VB", "VERB"
    for index, found in below.items():
        if tag[index] == "VBD" and not found & _OF_CLAUSE and dep[head[index]] != "ROOT":
            tag[index] = "VBN"  # "is a firm focused on maps": without a subject it has no tense
        elif tag[index] == "VBN" and "ccomp" in found and lemma[index] in lexical.saying_to_nobody():
            tag[index] = "VBD"  # "the firm, Alder Foods, announced that": nobody is announced that


def attributions(  # noqa: PLR0913, PLR0917  # the columns of the Tree
    text: list[str], lemma: list[str], tag: list[str], dep: list[str], ent: list[str], head: list[int]
) -> None:
    """Give what is said back to its verb of saying: "Fees will rise from May, its director, Ida Moss, told the Post".

    The parser takes "told" for a second predicate, joined without "and", and sometimes the speaker for an apposition.
    """
    for verb, label in enumerate(dep):
        above = head[verb]
        if label != "conj" or tag[verb] not in _INFLECTED or lemma[verb] not in lexical.speaking():
            continue
        if not 0 < verb - above <= _REACH:
            continue
        between = range(above + 1, verb)
        kids = [
            token for token in range(above + 1, min(len(dep), verb + _REACH)) if head[token] == verb and token != verb
        ]
        ruled_out = _COMPLETED if lemma[verb] in lexical.addressing() else _COMPLETED | {"dobj"}
        joined = any(dep[token] == "cc" and head[token] == above for token in between)
        if joined or any(dep[kid] in ruled_out for kid in kids):
            continue
        own = (kid for kid in kids if kid < verb and dep[kid] == "nsubj")
        beside = (token for token in reversed(between) if _set_off(token, verb, text, dep, ent, head))
        subject = next(own, None) or next(beside, None)
        if subject is None or text[min(token for token in between if _is_below(token, subject, head)) - 1] != ",":
            continue
        dep[subject], head[subject] = "nsubj", verb
        dep[verb], head[verb] = dep[above], verb if head[above] == above else head[above]
        dep[above], head[above] = "ccomp", verb


def second_sayings(lemma: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Give a second verb of saying to who spoke: "Shares fell after the firm warned of losses and said it was short".

    The parser joins it with the first verb of the sentence, although what is the subject there can say nothing.
    """
    for verb, label in enumerate(dep):
        above = head[verb]
        if label != "conj" or tag[verb] not in _INFLECTED or lemma[verb] not in lexical.speaking():
            continue
        if not 0 < verb - above <= _REACH:
            continue
        if any(dep[token] in _SUBJECTS and head[token] == verb for token in range(above + 1, verb)):
            continue
        before = range(max(0, above - _REACH), above)
        subject = next((token for token in before if head[token] == above and dep[token] in _SUBJECTS), None)
        if subject is None or pos[subject] != "NOUN" or lemma[subject] in lexical.actor_nouns():
            continue
        said = (
            token
            for token in range(verb - 1, above, -1)
            if dep[token] == "advcl" and head[token] == above and tag[token] == tag[verb]
            and lemma[token] in lexical.reporting()
        )  # fmt: skip
        head[verb] = next(said, above)


def behind_what_says_nothing(  # noqa: PLR0913, PLR0917  # the columns of the Tree
    lower: list[str], lemma: list[str], pos: list[str], tag: list[str], dep: list[str], ent: list[str], head: list[int]
) -> None:
    """Give a verb of saying or ordering back to the speaker: "She said that was not enough, and asked him to pay".

    The parser joins it with what was said, of which the subject is a thing: "that", "the decision".
    """
    for verb, label in enumerate(dep):
        said = head[verb]
        above = head[said]
        if label != "conj" or dep[said] != "ccomp" or above >= said or tag[verb] != tag[above]:
            continue
        if not 0 < verb - above <= _REACH:
            continue
        acts = lemma[verb] in lexical.speaking() or lemma[verb] in lexical.calling_for_deeds()
        if not acts or lemma[above] not in lexical.reporting():
            continue
        own = [token for token in range(above + 1, verb) if dep[token] in _SUBJECTS and head[token] in {said, verb}]
        if own and all(head[token] == said and _is_thing(token, lower, lemma, pos, ent) for token in own):
            head[verb] = above


def _is_thing(token: int, lower: list[str], lemma: list[str], pos: list[str], ent: list[str]) -> bool:
    """Whether a subject can neither speak nor order: "that", "the decision"."""
    if lower[token] in word_set("demonstrative"):
        return True
    return pos[token] == "NOUN" and not ent[token] and lemma[token] not in lexical.actor_nouns()


def lost_speakers(  # noqa: PLR0913, PLR0917  # the columns of the Tree
    text: list[str], lemma: list[str], tag: list[str], dep: list[str], ent: list[str], head: list[int]
) -> None:
    """Give a verb of saying its subject back: "They complained about the players, a source close to the club said".

    The parser takes the speaker for an apposition to the last noun of what was said.
    """
    for verb, word in enumerate(lemma):
        if word not in lexical.speaking() or tag[verb] not in _INFLECTED:
            continue
        near = range(max(0, verb - _REACH), min(len(head), verb + _REACH))
        kids = [token for token in near if head[token] == verb and token != verb]
        said = next((kid for kid in kids if dep[kid] == "ccomp" and kid < verb), None)
        if said is None or any(dep[kid] in _SUBJECTS for kid in kids):
            continue
        for token in range(verb - 1, said, -1):
            speaks = ent[token] in ACTORS or lemma[token] in lexical.actor_nouns()
            if dep[token] != "appos" or not speaks:
                continue
            own = [item for item in range(said, verb) if _is_below(item, token, head)]
            if own[-1] == verb - 1 and text[own[0] - 1] == ",":
                dep[token], head[token] = "nsubj", verb
            break


def deprivations(lower: list[str], lemma: list[str], pos: list[str], dep: list[str], head: list[int]) -> None:
    """Give what somebody is stripped or accused of to the verb: "stripped Lions FC of the title"."""
    for prep, word in enumerate(lower):
        noun = head[prep]
        if word != "of" or dep[prep] != "prep" or dep[noun] not in {"dobj", "nsubjpass"} or not noun < prep:
            continue
        verb = lemma[head[noun]]
        gerund = any(dep[kid] == "pcomp" and head[kid] == prep for kid in range(prep + 1, min(len(dep), prep + _REACH)))
        charged = verb in word_set("accuses_of") and (gerund or pos[noun] == "PROPN")
        if charged or verb in word_set("strips_of"):
            head[prep] = head[noun]


def since_what(lower: list[str], dep: list[str], ent: list[str], head: list[int]) -> None:
    """Hang a date on what something lasts since: "has had three coups since independence in 1966".

    The parser hangs it on the verb, as if the coups had been in that year.
    """
    for date, label in enumerate(ent):
        link = head[date]
        if label != "DATE" or dep[date] != "pobj" or dep[link] != "prep" or link < 2:
            continue
        noun = link - 1
        since = head[noun]
        if dep[noun] == "pobj" and lower[since] == "since" and head[since] == head[link] and since < noun:
            head[link] = noun


def fined_sums(pos: list[str], tag: list[str], dep: list[str], head: list[int]) -> None:
    """Part whom somebody fined or paid from the sum: "fined Peter Kamau 2 million shillings".

    The parser takes the name for a modifier of the currency.
    """
    for noun, label in enumerate(dep):
        if label != "dobj" or pos[noun] != "NOUN" or not 0 < noun - head[noun] <= _REACH:
            continue
        verb = head[noun]
        figures = [token for token in range(verb + 1, noun) if tag[token] == "CD"]
        for token in range(verb + 1, figures[0] if figures else 0):
            if head[token] == noun and dep[token] in {"nmod", "compound"} and pos[token] in NOUNS:
                dep[token], head[token] = "dobj", verb


def after_agents(lower: list[str], lemma: list[str], dep: list[str], head: list[int]) -> None:
    """Give an "as" behind the agent of a passive to its verb: "was named by police as Tom Bell"."""
    for prep, word in enumerate(lower):
        noun = head[prep]
        if word != "as" or dep[prep] != "prep" or dep[noun] != "pobj" or noun >= prep:
            continue
        by = head[noun]
        if dep[by] == "agent" and lemma[head[by]] in lexical.reporting():
            head[prep] = head[by]


def _set_off(token: int, verb: int, text: list[str], dep: list[str], ent: list[str], head: list[int]) -> bool:  # noqa: PLR0913, PLR0917
    """Whether a name in apposition stands between commas right before a verb, with all that belongs to it."""
    if dep[token] != "appos" or ent[token] != "PERSON" or text[verb - 1] != ",":
        return False
    return all(_is_below(item, token, head) for item in range(token, verb - 1) if text[item] != ",")
