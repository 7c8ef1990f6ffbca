"""Which statements belong on record: the only reader of the rules in ``lexicons/en/statement_publication.toml``."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cache
from typing import Any

from msgspec import Struct
from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language.kinds import BROAD, SOMEBODY
from onrecord.language.lexicon import word_set
from onrecord.language.publication import table
from onrecord.language.publication.table import Rule
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.relations import is_direct_object
from onrecord.language.syntax.tags import FINITE_OR_MODAL, RELATIVE_TAGS, SUBJECTLESS
from onrecord.language.syntax.tree import tree_of
from onrecord.lexicon_files import whole
from onrecord.weights import weights_of
from onrecord.word_sets import in_order

FILE = "statement_publication.toml"
_NEAR = 6
"""Most words between a relative word and the content that it belongs to: "which the mayor of Halden says"."""
_POINTING = 6
"""Most words of a phrase that only points."""
_OPENS_PHRASE = frozenset({"DT", "PRP$", "IN"})
"""Tags of a word that a phrase goes on behind."""
_LOW, _MIDDLE = (weights_of("confidence")[name] for name in ("said.low", "said.middle"))


class StatementFacts(Struct, frozen=True):
    """One statement as the rules see it."""

    kind: str
    mode: str
    frame: str
    circumstance: str
    speaker: str
    confidence: str
    tells: bool
    """Whether the cue gives an answer, so that an embedded question holds none of it ("explained what went wrong")."""
    names: bool
    """Whether its content is no more than somebody's name: "endorsed Ola Lund"."""
    entry: str
    """The word of the lexicon that introduces it, "" if none does."""
    points: bool
    """Whether its content is a phrase that only points to what stands elsewhere: "that timeline", "one of these"."""
    nameless: bool
    """Whether its content only says that its speaker wants no name: "asked not to be named"."""
    undone: bool
    """Whether it stands in what its own speaker denies: "denied having asked for the bridge"."""
    cut: bool
    """Whether its content is a clause without its subject or its verb: "left a gap", "most of it on roads"."""
    broken: bool
    """Whether its content breaks off within a clause: "revealed that a clerk called Lund | was seen"."""
    aimed: bool
    """Whether its verb only tells what something is for: "a campaign to persuade drivers to slow down"."""


def _lexicon() -> Any:
    return whole(FILE, table.table_type(StatementFacts, "cue"))


@cache
def reasons() -> dict[str, str]:
    """The closed list of reasons: what each says to a person."""
    return {item.id: item.says for item in _lexicon().reason}


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order in which they are asked."""
    return table.rules(FILE, _lexicon().rule, StatementFacts, reasons())


def mere_names(doc: Doc) -> set[str]:
    """Ids of the statements of `doc` whose content is nothing but a mention of somebody, or of something named."""
    actors = ann.attrs(doc, ann.MENTIONS)
    named = {
        (span.start, span.end)
        for span in ann.marks(doc, ann.MENTIONS)
        if (actor := actors.get(span.kb_id_, {})).get("named") or BROAD.get(actor.get("type", "")) in SOMEBODY
    }
    contents: dict[str, list[tuple[int, int]]] = {}
    for span in ann.marks(doc, ann.STATEMENTS):
        if span.label_ == "content":
            contents.setdefault(span.kb_id_, []).append((span.start, span.end))
    return {key for key, parts in contents.items() if len(parts) == 1 and parts[0] in named}


def cut_contents(doc: Doc) -> set[str]:
    """Ids of the statements whose content begins with a finite verb or, in another frame than "that", holds none.

    A finite verb right behind "that" has no subject either: "reported delays | that exceeded two hours".
    """
    attrs = ann.attrs(doc, ann.STATEMENTS)
    open_ = {
        span.kb_id_ for span in ann.spans(doc, ann.STATEMENTS) if span.label_ == "content" and _lacks_relative(span)
    }
    tags: dict[str, list[str]] = {}
    for span in ann.spans(doc, ann.STATEMENTS):
        if span.label_ == "content":
            tags.setdefault(span.kb_id_, []).extend(word.tag_ for word in span if not word.is_space)
    return {
        key
        for key, found in tags.items()
        if key in open_
        or (_opens(found) if attrs[key]["rule"].startswith("that@") else not FINITE_OR_MODAL & set(found))
    }


def broken(doc: Doc) -> set[str]:
    """Ids of the statements whose last content breaks off within a clause: no mark follows, but more of the clause.

    What stands before "Ada Lund said" ends with a mark too; without one it is a part of the words for who says it.
    """
    rules_of = {key: str(attrs["rule"]) for key, attrs in ann.attrs(doc, ann.STATEMENTS).items()}
    last: dict[str, int] = {}
    own: dict[str, set[int]] = {}
    for span in ann.spans(doc, ann.STATEMENTS):
        if span.label_ == "content":
            last[span.kb_id_] = max(last.get(span.kb_id_, 0), span.end)
        elif span.label_ == "source":
            own.setdefault(span.kb_id_, set()).update(range(span.start, span.end))
    found = set()
    for key, end in last.items():
        if end < len(doc) and not doc[end].is_sent_start:
            before, behind = doc[end - 1], doc[end]
            stops = before.is_punct or behind.is_punct or behind.is_space or behind.is_quote
            subject = rules_of[key].startswith("pass")  # "Her death | was confirmed by the bank"
            verb = behind.tag_ in FINITE_OR_MODAL and not subject
            more = end in own.get(key, ()) or verb or before.tag_ in _OPENS_PHRASE
            if not stops and more:
                found.add(key)
    return found


def _lacks_relative(content: Span) -> bool:
    """Whether a relative word before a content belongs to its verb: "tolls which Lund says | he never paid"."""
    doc, start = content.doc, content.start
    while start and content.start - start < _NEAR and not doc[start].is_sent_start:
        start -= 1
    before = doc[start : content.start]
    relative = [word for word in before if word.tag_ in RELATIVE_TAGS and content.start <= word.head.i < content.end]
    if not relative:
        return False  # as of nearly all: to compare a Doc with its tree takes longer
    tree = tree_of(content.doc)
    return any(
        is_direct_object(tree, word.i)
        and not any(content.start <= item < content.end for item in clause(tree, word.head.i).own_objects)
        for word in relative
    )


def _opens(tags: list[str]) -> bool:
    """Whether a clause opens with its finite verb, behind "that" or without it."""
    behind = tags[1:] if tags[0] in {"IN", "WDT"} else tags
    return bool(behind) and behind[0] in FINITE_OR_MODAL


def pointing_contents(doc: Doc) -> set[str]:
    """Ids of the statements whose content is a phrase without a verb that points elsewhere: "that timeline"."""
    first: dict[str, str] = {}
    told: set[str] = set()
    loose: set[str] = set()
    for span in ann.spans(doc, ann.STATEMENTS):
        if span.label_ == "content":
            words = [word for word in span if not word.is_space]
            opener = next((word.lower_ for word in words if word.lower_ not in word_set("partitive_opening")), "")
            first.setdefault(span.kb_id_, opener)
            if any(word.tag_ in FINITE_OR_MODAL for word in words) or len(words) > _POINTING:
                told.add(span.kb_id_)
            elif any(word.tag_ == "WDT" for word in words) or [word.tag_ for word in words] == ["WP"]:
                # "the files, parts of which the Post has seen", "over what she called a lack of trust"
                loose.add(span.kb_id_)
    points = {key for key, word in first.items() if word in word_set("points_elsewhere")} | loose
    return points - told


def wishes_for_no_name(doc: Doc) -> set[str]:
    """Ids of the statements whose content only says that its speaker wants no name: "not to be named"."""
    told: dict[str, str] = {}
    for span in ann.spans(doc, ann.STATEMENTS):
        if span.label_ == "content":
            told.setdefault(span.kb_id_, span.text.casefold())
    return {key for key, words in told.items() if words.startswith(in_order("wants_no_name"))}


def undone(doc: Doc) -> set[str]:
    """Ids of the statements that stand in a denial by their own speakers: "denied having asked for the bridge".

    The denial is of the speaker's own deed if its words begin without a subject.
    """
    said = ann.attrs(doc, ann.STATEMENTS)
    bare = {
        span.kb_id_
        for span in ann.spans(doc, ann.STATEMENTS)
        if span.label_ == "content" and span[0].tag_ in SUBJECTLESS
    }
    found = set()
    for key, attrs in said.items():
        within = attrs.get("within")
        above = said[within] if within in bare and within in said else {}
        same = bool(attrs["speakers"]) and above.get("speakers") == attrs["speakers"]
        if same and above.get("stance") == "denial" and attrs.get("stance") != "denial":
            found.add(key)
    return found


def aims(doc: Doc) -> set[str]:
    """Ids of the statements whose verb is an infinitive that hangs on a noun: "a campaign to persuade drivers".

    "The first to say so" did say it.
    """
    found: set[str] = set()
    for span in ann.spans(doc, ann.STATEMENTS):
        if span.label_ == "cue" and any(word.tag_ == "TO" for word in span):
            verb = next((word for word in span if word.tag_ == "VB"), None)
            if verb is not None and clause(tree_of(doc), verb.i).link == "adnominal":
                noun = verb.head
                around = {noun.lower_, *(word.lower_ for word in noun.children)}
                if not any(word.tag_ == "JJS" for word in noun.children) and not around & word_set("one_that_did"):
                    found.add(span.kb_id_)
    return found


def marks(doc: Doc) -> dict[str, set[str]]:
    """For each statement of `doc` which of the facts hold that its words alone decide, by their names."""
    sets = {
        "names": mere_names, "cut": cut_contents, "points": pointing_contents, "undone": undone,
        "nameless": wishes_for_no_name, "aimed": aims, "broken": broken,
    }  # fmt: skip
    found = {name: of(doc) for name, of in sets.items()}
    return {key: {name for name in found if key in found[name]} for key in ann.attrs(doc, ann.STATEMENTS)}


def facts(
    attrs: Mapping[str, Any],
    actors: Mapping[str, Mapping[str, Any]],
    marks: Container[str] = (),
) -> StatementFacts:
    """The facts of a statement, from its attributes and those of the Doc's actors; `marks` are the others that hold."""
    frame, _, rest = str(attrs["rule"]).partition("@")
    circumstance, _, entry = rest.partition(":")
    sure = float(attrs["confidence"])
    named = [bool(actors[key].get("named")) for key in attrs["speakers"]]
    return StatementFacts(
        kind=attrs["kind"],
        mode=attrs["mode"],
        frame=frame,
        circumstance=circumstance,
        speaker="none" if not named else "named" if any(named) else "unnamed",
        confidence="low" if sure < _LOW else "middle" if sure < _MIDDLE else "high",
        tells=entry not in word_set("asking"),
        names="names" in marks,
        entry=entry,
        points="points" in marks,
        nameless="nameless" in marks,
        undone="undone" in marks,
        cut="cut" in marks,
        broken="broken" in marks,
        aimed="aimed" in marks,
    )


def kept_back(found: StatementFacts) -> str | None:
    """Why a statement of these facts does not belong on record; None if it does."""
    return next((rule.reason for rule in rules() if rule.holds(found)), None)
