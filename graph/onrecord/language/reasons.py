"""Explains why a word that the lexicons list as a cue or deed gave no result.

This is not a component: it takes an analysed Doc and runs the searches for statements and actions again.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language.lexicon import noun_deeds, of_class, verb_deeds
from onrecord.language.publication import rules as publication
from onrecord.language.statements import component
from onrecord.language.statements import lexicon as cues
from onrecord.language.statements.candidates import Attribution
from onrecord.language.statements.displaced import complements
from onrecord.language.syntax import phrase_relations, relations
from onrecord.language.syntax.tags import VERBAL
from onrecord.language.syntax.tree import Tree, tree_of

_READ_AS = (
    (relations.is_auxiliary, "an auxiliary"),
    (phrase_relations.is_compound, "a part of a compound"),
    (phrase_relations.is_premodifier, "a modifier of a noun"),
    (phrase_relations.is_preposition, "a preposition"),
    (relations.is_mark, "a conjunction"),
)


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """A word at the characters [start, end), what it could have been ("cue", "deed"), and why it gave no result."""

    start: int
    end: int
    could_be: str
    why: str


def words_without_result(doc: Doc) -> tuple[Reason, ...]:
    """Words of `doc`, analysed by the whole pipeline, that are in a lexicon but gave no result, in text order."""
    parsed = tree_of(doc)
    readable = ann.readable_tokens(doc)
    taken = {
        "cue": _tokens(doc, ann.STATEMENTS, "cue"),
        "deed": _tokens(doc, ann.ACTIONS, "trigger"),
    }
    candidates = {item.anchor: item for item in component.candidates(doc, parsed)}
    found = []
    for token in range(len(parsed)):
        for could_be, why in (("cue", _no_cue), ("deed", _no_deed)):
            said = None if token in taken[could_be] else why(parsed, token, candidates)
            if said is not None:
                said = said if readable[token] else "it stands in a byline or in page furniture, which is not read"
                found.append(Reason(parsed.start[token], parsed.end[token], could_be, said))
    return tuple(sorted([*found, *_kept_back(doc)]))


def _kept_back(doc: Doc) -> list[Reason]:
    """The deeds that were found but do not belong on record, each at its trigger."""
    heads = {span.kb_id_: span for span in ann.spans(doc, ann.ACTIONS) if span.label_ == "head"}
    says = publication.reasons()
    return [
        Reason(heads[key].start_char, heads[key].end_char, "deed", f"kept back: {says[attrs['kept_back']]}")
        for key, attrs in ann.attrs(doc, ann.ACTIONS).items()
        if not attrs["recorded"]
    ]


def _tokens(doc: Doc, group: str, label: str) -> set[int]:
    return {token for span in ann.spans(doc, group) if span.label_ == label for token in range(span.start, span.end)}


def _no_cue(parsed: Tree, token: int, candidates: dict[int, Attribution]) -> str | None:
    """Why `token` is not a cue although it is in a lexicon; None if it is in none."""
    verb = cues.verb(parsed.lemma[token], parsed.lower[token])
    noun = cues.nouns().get(parsed.lemma[token])
    part = parsed.pos[token]
    if (verb is None or part not in VERBAL) and (noun is None or part != "NOUN"):
        return None
    if token in candidates:
        return _dropped(candidates[token])
    if part == "NOUN":
        return "no clause, no infinitive and no quotation belongs to it that could be what is said"
    frames = sorted({item.frame for item in complements(parsed, token)})
    if not frames:
        return "nothing beside it could be what is said: no clause, no infinitive, no quotation, no object"
    wanted = ", ".join(sorted(verb.frames)) if verb is not None else ""
    return f"what stands beside it ({', '.join(frames)}) is not what the lexicon asks for ({wanted})"


def _dropped(item: Attribution) -> str:
    if item.confidence < component.THRESHOLD:
        return (
            f"an attribution was found ({item.rule}) but is too unlikely: confidence {item.confidence:.2f}, "
            f"and {component.THRESHOLD:.2f} is asked for"
        )
    return f"an attribution was found ({item.rule}) but gave way to another one over the same words"


def _no_deed(parsed: Tree, token: int, _: dict[int, Attribution]) -> str | None:
    """Why `token` does not name a deed although it is in a lexicon; None if it is in none."""
    lemma, part = parsed.lemma[token], parsed.pos[token]
    verbs, nouns = verb_deeds().get(lemma, ()), noun_deeds().get(lemma, ())
    read_as = next((name for holds, name in _READ_AS if holds(parsed, token)), None)
    if part in VERBAL and read_as is not None and verbs:
        return f"it is read as {read_as}"
    if part == "VERB" and lemma in of_class("light"):
        return "a light verb: the noun beside it would have to name a deed"
    if part == "VERB" and verbs:
        return f"no frame of the lexicon fits what stands beside it ({', '.join(sorted({item.id for item in verbs}))})"
    if part == "NOUN" and nouns:
        asked = sorted({word for item in nouns for word in item.with_preps})
        if asked:
            return f"it names a deed only with {' or '.join(asked)}"
        return f"it is read as {read_as or 'something else than a deed here'}"
    return None
