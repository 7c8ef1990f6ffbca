"""Finds the words that name a deed: verbs, nouns, and light verbs with their noun."""

from __future__ import annotations

from msgspec import Struct

from onrecord.action_kinds import ACT, SAY
from onrecord.language.actions.frame_conditions import holds, object_words
from onrecord.language.lexicon import (
    BEFALLEN,
    NounFrame,
    VerbFrame,
    noun_deeds,
    of_class,
    reporting_verbs,
    results,
    verb_deeds,
)
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import (
    adverbial_words,
)
from onrecord.language.syntax.false_objects import is_of_infinitive
from onrecord.language.syntax.modifiers import (
    compounds,
    is_listed_adjective,
    object_below,
    opens_amount,
    prepositions,
)
from onrecord.language.syntax.phrase_relations import (
    in_fixed_phrase,
    is_adjectival,
    is_compound,
    is_object_of_preposition,
    is_premodifier,
)
from onrecord.language.syntax.phrases import objects_of
from onrecord.language.syntax.relations import (
    is_direct_object,
    is_function_use,
    is_particle,
    is_predicative,
    is_undergoer,
)
from onrecord.language.syntax.sentences import in_raised_headlines
from onrecord.language.syntax.tags import NOUNS, TIMES
from onrecord.language.syntax.transitivity import is_of_hearer
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import HYPHENS
from onrecord.word_sets import word_set

_ADVERBIAL = word_set("adverbial_particle")
"""Particles that belong to the verb only if they have no object of their own."""


class Deed(Struct, frozen=True):
    """One deed: the word that names it (`head`) and the verb of its clause (`verb`)."""

    head: int
    verb: int
    tokens: tuple[int, ...]
    kind: str
    lemma: str
    verb_frame: VerbFrame | None
    noun_frame: NounFrame | None
    rule: str


def find_deeds(tree: Tree, readable: list[bool]) -> list[Deed]:
    """All deeds in readable text, in text order of their heads."""
    verbal = [deed for token in range(len(tree)) if readable[token] and (deed := _verbal(tree, token)) is not None]
    idioms = frozenset(word for deed in verbal if deed.verb_frame and deed.verb_frame.idiom for word in deed.tokens)
    nominal = [
        deed
        for token, title in zip(range(len(tree)), in_raised_headlines(tree), strict=True)
        if readable[token] and token not in idioms and (deed := _nominal(tree, token, idioms, title=title)) is not None
    ]
    light = {deed.verb for deed in nominal if deed.verb != deed.head}
    return sorted([*nominal, *(deed for deed in verbal if deed.verb not in light)], key=lambda item: item.head)


def _verbal(tree: Tree, token: int) -> Deed | None:
    if tree.pos[token] == "ADJ" and is_predicative(tree, token) and tree.lemma[token] in results():
        return _deed(token, (token,), results()[tree.lemma[token]], BEFALLEN)
    modifies = (is_function_use(tree, token) and not _attributive(tree, token)) or is_listed_adjective(tree, token)
    if not tree.tag[token].startswith("VB") or modifies or is_of_hearer(tree, token) or _in_word(tree, token):
        return None
    lemma = tree.lemma[token]
    for kid in _particles(tree, token):
        phrase = f"{lemma} {tree.lower[kid]}"
        frame = _frame(tree, token, phrase)
        if frame is not None or is_particle(tree, kid):
            return _deed(token, (token, kid), phrase, frame)
    frame = _frame(tree, token, lemma) if tree.pos[token] != "AUX" else None
    if tree.pos[token] == "AUX" or (lemma in of_class("state") and not (frame and frame.objects)):
        return None  # but "the court stayed the order": with some objects it is a deed
    if frame is None and lemma in reporting_verbs():
        return Deed(token, token, (token,), SAY, lemma, None, None, "verb:speech")
    left = _stranded(tree, token) if frame else []
    objects = [word for word in object_words(tree, token) if tree.lemma[word] in frame.objects] if frame else []
    tokens = (token, *(left or objects[:1])) if frame and (left or frame.idiom) else (token,)
    return _deed(token, tokens, " ".join((lemma, *(tree.lower[word] for word in left))), frame)


def _deed(token: int, tokens: tuple[int, ...], lemma: str, frame: VerbFrame | None) -> Deed:
    kind, rule = (frame.kind, f"verb:{frame.id}") if frame else (ACT, "verb:unknown")
    return Deed(token, token, tuple(sorted(tokens)), kind, lemma, frame, None, rule)


def _particles(tree: Tree, token: int) -> list[int]:
    """Tokens after a verb that may be its particle."""
    return [
        kid
        for kid in adverbial_words(tree, token)
        if kid > token
        and not (tree.lower[kid] in _ADVERBIAL and object_below(tree, kid))
        and not opens_amount(tree, kid)
        and _close(tree, token, kid)
    ]


def _stranded(tree: Tree, verb: int) -> list[int]:
    """The preposition right after a passive verb whose object is the subject: "were fired on" is not "were fired"."""
    word = verb + 1
    if word >= len(tree) or tree.pos[word] != "ADP" or tree.head[word] != verb or object_below(tree, word) is not None:
        return []
    alone = not any(tree.pos[kid] in NOUNS for kid in tree.children[word])
    return [word] if alone and tree.lower[word] != "by" and clause(tree, verb).passive else []


def _in_word(tree: Tree, token: int) -> bool:
    """Whether a word is part of a hyphenated compound: "state-run", "a you-sold-it grudge"."""
    before = token > 1 and tree.text[token - 1] in HYPHENS and tree.end[token - 2] == tree.start[token] - 1
    after = token + 1 < len(tree) and tree.text[token + 1] in HYPHENS and tree.end[token] == tree.start[token + 1]
    return before or (after and token + 2 < len(tree) and tree.end[token + 1] == tree.start[token + 2])


def _close(tree: Tree, verb: int, word: int) -> bool:
    """Whether a word is near enough to be the verb's particle; for "be", directly after it ("was up five points")."""
    return tree.pos[verb] != "AUX" or word == verb + 1


def _attributive(tree: Tree, token: int) -> bool:
    """Whether a participle before a noun is a deed in the lexicon: "the fired employee", not "the used car"."""
    if not is_adjectival(tree, token) or tree.tag[token] != "VBN":
        return False
    frames = verb_deeds().get(tree.lemma[token], ())
    return any(frame.kind in word_set("attributive_kinds") for frame in frames)


def _frame(tree: Tree, token: int, lemma: str) -> VerbFrame | None:
    """The first frame of `lemma` whose conditions hold at `token`."""
    return next((item for item in verb_deeds().get(lemma, ()) if holds(tree, token, item)), None)


def _nominal(tree: Tree, token: int, idioms: frozenset[int], *, title: bool) -> Deed | None:
    if tree.pos[token] != "NOUN" and not (tree.pos[token] == "PROPN" and title):
        return None
    if tree.ent[token] in TIMES or in_fixed_phrase(tree, token):  # "the end of the year"
        return None
    if tree.pos[token] == "PROPN" and tree.ent[token] and not tree.ent_begin[token]:
        return None  # "the Halden Book Conference" is a name
    frame = None if _hyphenated(tree, token) else noun_frame(tree, token)
    if frame is None or (is_compound(tree, token) and not _own_deed(tree, token)):
        return None
    lemma = tree.lemma[token] if tree.pos[token] == "NOUN" else tree.lower[token]
    verb = _light_verb(tree, token)
    if verb is None or verb in idioms:
        return Deed(token, token, (token,), frame.kind, lemma, None, frame, f"noun:{frame.id}")
    tokens = (verb, token) if verb < token else (token, verb)
    return Deed(token, verb, tokens, frame.kind, lemma, None, frame, f"light:{frame.id}")


def _hyphenated(tree: Tree, token: int) -> bool:
    """Whether a hyphen joins the noun to the next word: in a "denial-of-service attack" nothing is denied."""
    after = token + 1
    return after < len(tree) and tree.text[after] in HYPHENS and tree.end[token] == tree.start[after]


def _own_deed(tree: Tree, token: int) -> bool:
    """Whether a noun before a noun is a separate deed: a "murder charge", but not a "mediation effort"."""
    head = noun_frame(tree, tree.head[token])
    return head is not None and ACT not in {kind.kind for kind in noun_deeds().get(tree.lemma[tree.head[token]], ())}


def _light_verb(tree: Tree, noun: int) -> int | None:
    """The light verb that has `noun` as its object, or as its passive subject; None if there is none."""
    verb = tree.head[noun]
    if is_object_of_preposition(tree, noun) and tree.lower[verb] == "of" and _is_row(tree, tree.head[verb]):
        noun = tree.head[verb]  # "a series of attacks", "ten days of talks"
        verb = tree.head[noun]
    frame = noun_frame(tree, noun) if is_object_of_preposition(tree, noun) else None
    if (
        frame is not None
        and frame.poss == "agent"
        and f"{tree.lemma[tree.head[verb]]} {tree.lower[verb]}" in of_class("light")
    ):
        return tree.head[verb]  # "engaged in talks"
    if not is_undergoer(tree, noun) or verb == noun or not tree.tag[verb].startswith("VB"):
        return None
    if is_of_infinitive(tree, verb, noun) or tree.lemma[verb] not in of_class("light"):
        return None
    phrases = (f"{tree.lemma[verb]} {tree.lower[kid]}" for kid in clause(tree, verb).particles)
    if any(phrase in verb_deeds() for phrase in phrases):
        return None  # "called off the strike"
    found = noun_frame(tree, noun)
    if found is not None and found.kind in word_set("comes_from_others") and tree.lemma[verb] in of_class("receiver"):
        links = (*prepositions(tree, noun), *prepositions(tree, verb))
        if word_set("given_to").isdisjoint(tree.lower[link] for link in links):
            return None  # "had no warning", but "had a warning for drivers"
    vague = found is not None and found.kind == ACT
    return verb if not vague or tree.lemma[verb] in word_set("empty_verbs") else None


def _is_row(tree: Tree, noun: int) -> bool:
    """Whether a noun only says how many deeds, or for how long: not "had no memory of the call"."""
    counts = tree.lemma[noun] in word_set("row_of_deeds") or tree.lower[noun] in word_set("counted_by_of")
    return (counts or tree.ent[noun] in TIMES) and noun_frame(tree, noun) is None


def noun_frame(tree: Tree, token: int) -> NounFrame | None:
    """The first frame whose conditions hold at `token`, for the noun alone or with the noun directly before it."""
    table = noun_deeds()
    before = token - 1
    names = [tree.lemma[token], tree.lower[token]]
    if before >= 0 and tree.head[before] == token and is_premodifier(tree, before):
        names.insert(0, f"{tree.lower[before]} {tree.lemma[token]}")
    for name in names:
        for frame in table.get(name, ()):
            if not frame.with_preps or any(tree.lower[kid] in frame.with_preps for kid in _links(tree, token, frame)):
                return _sharper(tree, token, frame)
    return None


def _links(tree: Tree, noun: int, frame: NounFrame) -> list[int]:
    """Prepositions of a noun, of their objects, and behind it of its verb: "held talks in Oslo with the board"."""
    own = prepositions(tree, noun)
    below = [kid for link in own for head in objects_of(tree, link) for kid in prepositions(tree, head)]
    aimed = prepositions(tree, tree.head[noun]) if is_direct_object(tree, noun) else []
    behind = [kid for kid in aimed if kid > noun and tree.lower[kid] in frame.patient_preps]
    return [*own, *below, *behind]


def _sharper(tree: Tree, token: int, frame: NounFrame) -> NounFrame:
    """The frame with a vague noun's kind replaced by that of the deed before it: a "mediation effort" mediates."""
    if frame.vague:
        for kid in compounds(tree, token):
            for inner in noun_deeds().get(tree.lemma[kid], ()):
                if inner.kind != ACT and not inner.with_preps:
                    return inner
    return frame
