"""Finds the words that name a deed: verbs, nouns, light verbs with their noun."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.actions import lexicon
from onrecord.language.actions.lexicon import GENERIC, NounFrame, VerbFrame
from onrecord.language.actions.phrases import objects_of
from onrecord.language.tree import Tree

_FUNCTION = frozenset({"aux", "auxpass", "amod", "compound", "case", "mark", "prep", "nmod"})
_OBJECT = ("dobj", "nsubjpass", "obj")
_PARTICLE = ("prt", "prep", "advmod")
_ADVERBIAL = frozenset({"in", "up", "down", "off", "out", "back", "away", "over"})
"""Particles that belong to the verb only where they have no object of their own."""


@dataclass(slots=True)
class Deed:
    """One deed: the word that names it (`head`), the verb whose clause it stands in the place of (`verb`)."""

    head: int
    verb: int
    tokens: tuple[int, ...]
    kind: str
    lemma: str
    verb_frame: VerbFrame | None
    noun_frame: NounFrame | None
    rule: str


def deeds(tree: Tree, readable: list[bool]) -> list[Deed]:
    """All deeds in readable text, in text order of their heads."""
    nominal = _nominal(tree, readable)
    light = {item.verb for item in nominal if item.verb != item.head}
    verbal = [
        deed
        for token in range(len(tree))
        if readable[token] and token not in light and (deed := _verbal(tree, token)) is not None
    ]
    return sorted([*nominal, *verbal], key=lambda item: item.head)


def _verbal(tree: Tree, token: int) -> Deed | None:
    if not tree.tag[token].startswith("VB") or tree.dep[token] in _FUNCTION:
        return None
    lemma = tree.lemma[token]
    for kid in tree.children[token]:
        if (
            tree.dep[kid] in _PARTICLE
            and kid > token
            and not (tree.lower[kid] in _ADVERBIAL and tree.child(kid, "pobj"))
        ):
            phrase = f"{lemma} {tree.lower[kid]}"
            if frame := _frame(tree, token, phrase):
                return Deed(token, token, (token, kid), frame.kind, phrase, frame, None, f"verb:{frame.id}")
            if tree.dep[kid] == "prt":
                known = _frame(tree, token, lemma)
                kind, rule = (known.kind, f"verb:{known.id}") if known else (GENERIC, "verb:unknown")
                return Deed(token, token, (token, kid), kind, phrase, known, None, rule)
    if lemma in lexicon.words("state") or tree.pos[token] == "AUX":
        return None
    if frame := _frame(tree, token, lemma):
        return Deed(token, token, (token,), frame.kind, lemma, frame, None, f"verb:{frame.id}")
    rule = "verb:speech" if lemma in lexicon.words("speech") else "verb:unknown"
    return Deed(token, token, (token,), GENERIC, lemma, None, None, rule)


def _frame(tree: Tree, token: int, lemma: str) -> VerbFrame | None:
    """The first frame of `lemma` whose conditions hold at `token`."""
    return next((item for item in lexicon.verbs().get(lemma, ()) if _holds(tree, token, item)), None)


def _holds(tree: Tree, token: int, frame: VerbFrame) -> bool:
    if not frame.conditional:
        return True
    heads = tree.kids(token, *_OBJECT)
    if frame.objects or frame.objects_ent:
        words = [word for head in heads for word in (head, *tree.kids(head, "compound", "conj"), *_of(tree, head))]
        return any(tree.lemma[word] in frame.objects or tree.ent[word] in frame.objects_ent for word in words)
    if frame.needs == "number":
        return any(tree.kids(head, "nummod") for head in heads)
    if frame.needs == "clause":
        return any(
            tree.dep[kid] in {"xcomp", "ccomp"} and any(tree.lower[word] == "to" for word in tree.kids(kid, "aux"))
            for kid in tree.children[token]
        )
    if frame.needs_prep:
        return any(tree.lower[kid] in frame.needs_prep for kid in tree.kids(token, "prep"))
    return bool(frame.negated and tree.kids(token, "neg"))


def _of(tree: Tree, noun: int) -> list[int]:
    """Heads of "of …" below a noun."""
    return [head for kid in tree.kids(noun, "prep") if tree.lower[kid] == "of" for head in objects_of(tree, kid)]


def _nominal(tree: Tree, readable: list[bool]) -> list[Deed]:
    found = []
    for token in range(len(tree)):
        if not readable[token] or tree.pos[token] != "NOUN" or tree.dep[token] == "compound":
            continue
        frame = noun_frame(tree, token)
        if frame is None:
            continue
        verb = _light_verb(tree, token)
        tokens = (token,) if verb is None else tuple(sorted((verb, token)))
        rule = f"noun:{frame.id}" if verb is None else f"light:{frame.id}"
        found.append(
            Deed(token, token if verb is None else verb, tokens, frame.kind, tree.lemma[token], None, frame, rule)
        )
    return found


def _light_verb(tree: Tree, noun: int) -> int | None:
    """The light verb that has `noun` as its object, or as its subject in the passive."""
    verb = tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.lower[verb] == "of" and noun_frame(tree, tree.head[verb]) is None:
        noun = tree.head[verb]  # "a series of attacks", "ten days of talks"
        verb = tree.head[noun]
    if tree.dep[noun] == "pobj" and f"{tree.lemma[tree.head[verb]]} {tree.lower[verb]}" in lexicon.words("light"):
        return tree.head[verb]  # "engaged in talks"
    if tree.dep[noun] not in _OBJECT or verb == noun or not tree.tag[verb].startswith("VB"):
        return None
    return verb if tree.lemma[verb] in lexicon.words("light") else None


def noun_frame(tree: Tree, token: int) -> NounFrame | None:
    """The first frame of the noun whose conditions hold at `token`, for it or with the noun right before it."""
    table = lexicon.nouns()
    before = token - 1
    names = [tree.lemma[token], tree.lower[token]]
    if before >= 0 and tree.head[before] == token and tree.dep[before] in {"compound", "amod"}:
        names.insert(0, f"{tree.lower[before]} {tree.lemma[token]}")
    for name in names:
        for frame in table.get(name, ()):
            if not frame.with_preps or any(tree.lower[kid] in frame.with_preps for kid in tree.kids(token, "prep")):
                return _sharper(tree, token, frame)
    return None


def _sharper(tree: Tree, token: int, frame: NounFrame) -> NounFrame:
    """A generic noun has the kind of the deed before it: a "mediation effort" mediates."""
    if frame.kind == GENERIC:
        for kid in tree.kids(token, "compound"):
            for inner in lexicon.nouns().get(tree.lemma[kid], ()):
                if inner.kind != GENERIC and not inner.with_preps:
                    return inner
    return frame
