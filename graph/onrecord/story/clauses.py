"""Composes English clauses from a deed's parts: subject, inflected verb, object, complement, date.

These are pure functions of strings: `labels` finds the parts. The result is a plain declarative clause; deeds that are
ordered or planned become infinitives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Modality, Polarity
from onrecord.story.auxiliaries import agreeing, written_out
from onrecord.story.inflection import base, is_plural, verb
from onrecord.value_groups import SUPPOSED
from onrecord.word_sets import word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """One deed in words. `subject` is the agent, `object` the patient; either may be missing."""

    verb: str
    """Lemma, with its particle ("shut down")."""
    subject: str | None = None
    plural: bool = False
    """Whether the subject takes a plural verb."""
    object: str | None = None
    object_plural: bool = False
    link: str = ""
    """Words between verb and object ("with", "out emails to")."""
    complement: str = ""
    """Words after the object ("to shut down the service")."""
    when: str = ""
    """The date in words ("by 30 November")."""
    modality: Modality = "asserted"
    polarity: Polarity = "positive"
    present: bool = False
    """Whether the article uses the present tense, as for a habit or state."""
    will: bool = False
    """Whether the article says "will"."""
    can: bool = False
    """Whether the article says "can" or "could"."""
    unaccusative: bool = False
    """Whether the object is the subject of an active verb ("prices fell")."""


def clause(parts: Parts) -> str:
    """The whole clause, its first letter as given; it never ends in a full stop."""
    if parts.subject is None and parts.object is None:
        return _impersonal(parts)
    if parts.subject is None and not parts.unaccusative:
        return _passive(parts)
    subject = parts.subject or parts.object
    plural = parts.plural if parts.subject else parts.object_plural
    tail = _tail(parts, with_object=parts.subject is not None)
    return _joined(closed(subject), _finite(parts, plural=plural), *tail)


def closed(subject: str | None) -> str | None:
    """A subject with the comma that ends an apposition in it: "One conscript, Ivo Moss,"; a row of names has none."""
    before, comma, last = (subject or "").rpartition(", ")
    words = {word.casefold().strip(".,") for word in last.split()}
    row = not words.isdisjoint(word_set("joins_list") | word_set("designator")) or "&" in last
    return f"{subject}," if comma and before and words and not row and last[-1:].isalnum() else subject


def retold(subject: str, group: Sequence[str], *rest: str, plural: bool, passive: bool) -> str:
    """The clause in the text's own words: `group` is the verb group as printed, word for word, in lower case.

    Short forms are written out, and its first word agrees with the subject, which the text may have as a pronoun.
    """
    words = _written_out(group, passive=passive)
    words[0] = _agreeing(words[0], last=words[-1], alone=len(words) == 1, plural=plural)
    return _joined(closed(subject), *words, *rest)


def _written_out(group: Sequence[str], *, passive: bool) -> list[str]:
    words = [written_out(word) for word in group]
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        if word in word_set("possessive_ending"):
            words[place] = "is" if passive or after.endswith("ing") else "has"
        elif word in {"'d", "’d"}:
            words[place] = "would" if after == base(after) or after == "be" else "had"
    return words


def _agreeing(word: str, *, last: str, alone: bool, plural: bool) -> str:
    auxiliary = agreeing(word, plural=plural)
    if auxiliary is not None:
        return auxiliary
    if alone and word == last and not plural and word == base(word) and word != verb(word, "VBD"):
        return verb(word, "VBZ")
    return word


def infinitive(parts: Parts) -> str:
    """The deed as an infinitive without a subject, as after "ordered" or "plans": "to shut down the service"."""
    return _joined("not" if parts.polarity == "negative" else "", "to", parts.verb, *_tail(parts))


def predicate(parts: Parts) -> str:
    """Verb and link alone, as the label of an edge from agent to patient: "ordered", "plans to shut down"."""
    if parts.subject is None and not parts.unaccusative and parts.object is not None:
        return _joined(_passive_verb(parts, plural=parts.object_plural))
    return _joined(_finite(parts, plural=parts.plural), parts.link)


def _tail(parts: Parts, *, with_object: bool = True) -> tuple[str, ...]:
    if parts.object is None or not with_object:
        return (parts.link if not with_object else "", parts.complement, parts.when)
    return (parts.link, parts.object, parts.complement, parts.when)


def _finite(parts: Parts, *, plural: bool) -> str:
    """The verb group of an active clause."""
    base, no = parts.verb, parts.polarity == "negative"
    was, does = agreeing("was", plural=plural), agreeing("does", plural=plural)
    to = "not to" if no else "to"
    if parts.modality == "asserted":
        if parts.present:
            return f"{does} not {base}" if no else base if plural else verb(base, "VBZ")
        return f"did not {base}" if no else verb(base, "VBD")
    if parts.modality == "attempted" and no:
        return f"did not try to {base}"
    if parts.modality == "planned" and (parts.will or no):
        return f"will not {base}" if no else f"will {base}"
    if parts.modality in ("considered", "ended"):
        lead = "considered" if parts.modality == "considered" else "stopped"
        return f"{lead} {'not ' if no else ''}{verb(base, 'VBG')}"
    lead = {
        "planned": "plan" if plural else "plans",
        "ordered": f"{was} ordered",
        "demanded": f"{was} asked",
        "threatened": "threatened",
        "attempted": "tried",
        "possible": _possibly(parts),
        "conditional": "would not" if no else "would",
    }[parts.modality]
    return f"{lead} {base}" if parts.modality in SUPPOSED else f"{lead} {to} {base}"


def _possibly(parts: Parts) -> str:
    if parts.polarity == "negative":
        return "cannot" if parts.can else "may not"
    return "can" if parts.can else "may"


def _passive(parts: Parts) -> str:
    if parts.modality in _NOTIONS and not (parts.will and parts.modality == "planned"):
        return _impersonal(parts)
    return _joined(
        parts.object, _passive_verb(parts, plural=parts.object_plural), parts.link, parts.complement, parts.when
    )


def _passive_verb(parts: Parts, *, plural: bool) -> str:
    done, no = verb(parts.verb, "VBN"), " not" if parts.polarity == "negative" else ""
    was, be = agreeing("was", plural=plural), agreeing("is", plural=plural)
    if parts.modality == "asserted":
        return f"{be if parts.present else was}{no} {done}"
    if parts.modality == "planned":
        return f"will{no} be {done}" if parts.will or no else f"{be} to be {done}"
    if parts.modality == "ended":
        return f"{be} no longer {done}"
    if parts.modality in SUPPOSED:
        return f"{_possibly(parts)} be {done}" if parts.modality == "possible" else f"would{no} be {done}"
    return f"{was}{no} to be {done}"


_NOTIONS = {
    "ordered": "there was an order",
    "demanded": "there was a demand",
    "threatened": "there was a threat",
    "considered": "it was considered whether",
    "attempted": "there was an attempt",
    "planned": "there was a plan",
}
"""Openings of clauses for deeds that are ordered, demanded or threatened by somebody unnamed."""


def _impersonal(parts: Parts) -> str:
    """A clause for a deed without an agent."""
    if parts.modality in _NOTIONS:
        return _joined(_NOTIONS[parts.modality], infinitive(parts))
    no = " not" if parts.polarity == "negative" else ""
    lead = {"possible": _possibly(parts), "conditional": f"would{no}"}.get(parts.modality)
    if lead:
        return _joined("somebody", lead, parts.verb, *_tail(parts))
    return _joined("somebody", _finite(parts, plural=False), *_tail(parts))


def in_a_row(words: Sequence[str]) -> str | None:
    """Names joined: "A", "A and B", "A, B and C"; None without any."""
    if not words:
        return None
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def plural(words: Sequence[str], *, named: bool) -> bool:
    """Whether a subject of these names takes a plural verb: several, or one whose head noun is a plural."""
    if len(words) != 1:
        return len(words) > 1
    if any(words[0].casefold().startswith(f"{opener} ") for opener in word_set("opens_plural")):
        return True
    return not named and is_plural(_head(words[0]))


def _head(phrase: str) -> str:
    """The last word before a preposition or relative pronoun."""
    words = phrase.replace(",", " ,").split()
    if "of" in words[1:3] and words[words.index("of") - 1].casefold() in word_set("counted_by_of"):
        words = words[words.index("of") + 1 :]  # "a lot of voters"
    ends = word_set("links_object", "place_preposition", "relative")
    ends |= word_set("opens_examples") | {","}
    for place, word in enumerate(words):
        number = word.casefold() != "of" and words[place + 1 : place + 2] and words[place + 1][0].isdigit()
        if place and word.casefold() in ends and not number and not words[place - 1].isdigit():
            return words[place - 1]
    return words[-1] if words else ""


def opened(words: str) -> str:
    """`words` with a capital first letter, except for a name with its capital inside ("eBay")."""
    return words if words[1:2].isupper() else words[:1].upper() + words[1:]


def _joined(*words: str | None) -> str:
    return " ".join(item for item in words if item)
