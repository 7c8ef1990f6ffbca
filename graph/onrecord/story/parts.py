"""What a report's words give for a clause: its verb, what stands between the verb and its object, its date.

Only order and adjacency in the text are read here; which phrase has which role stands in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.model import Action, Passage, Ref, Span, Spans
from onrecord.story import when
from onrecord.story.clauses import Parts, in_a_row, plural
from onrecord.story.index import Index
from onrecord.story.inflection import base, verb
from onrecord.word_sets import word_set

_BREAK = re.compile(r"[,;:.!?()\[\]“”\"—–\n]| - ")
_GAP = 6
"""Words between verb and object that are taken along ("sent out emails to providers")."""


def is_nominal(action: Action) -> bool:
    """Whether a noun tells the deed ("the ban"), with no verb that carries it."""
    return action.rule.startswith("noun")


def verb_of(index: Index, ref: Ref) -> str:
    """The lemma of the verb: the report's own, or that of the light verb that carries its noun ("took a decision")."""
    action = index.actions[ref]
    if action.rule.startswith("light") and action.trigger:
        return base(index.words(ref.article, (_carrier(index, ref)[0],)))
    return action.lemma


def _carrier(index: Index, ref: Ref) -> tuple[Span, Span | None]:
    """The verb that carries a noun, and the noun, which is the one that the lemma names."""
    action = index.actions[ref]
    nouns = [span for span in action.trigger if _is_noun(index.words(ref.article, (span,)), action.lemma)]
    verbs = [span for span in action.trigger if span not in nouns] or [*action.trigger]
    # the carrying verb ends the row if the noun opens it ("the decision to block it was taken")
    return (verbs[-1] if nouns and nouns[0] < verbs[0] else verbs[0]), (nouns[0] if nouns else None)


def _light(index: Index, ref: Ref) -> str:
    """What a carrying verb carries, as it is printed if it follows: "a 90-day notice"."""
    verb_, noun = _carrier(index, ref)
    if noun is None:
        return f"the {index.actions[ref].lemma}"
    between = index.text(ref.article)[verb_[1] : noun[1]]
    fits = between.strip() and not _BREAK.search(between) and len(between.split()) <= _GAP
    return " ".join(between.split()) if fits else f"the {index.words(ref.article, (noun,))}"


def _is_noun(word: str, lemma: str) -> bool:
    return word.casefold().startswith(lemma.casefold()[: max(3, len(lemma) - 2)])


def parts(index: Index, ref: Ref, *, subject: bool = True) -> Parts:
    """The parts of the report at `ref`, without its complement; `subject` False leaves the doer unsaid."""
    action = index.actions[ref]
    agents = participants(index, ref, action.agents, action.agent_spans)
    patients = participants(index, ref, action.patients, action.patient_spans)
    patients = [item for item in patients if item not in agents]
    lemma = verb_of(index, ref)
    link = _light(index, ref) if action.rule.startswith("light") else ""
    between = gap(index, ref)
    return Parts(
        verb=lemma,
        subject=in_a_row(agents) if subject else None,
        plural=plural(agents, named=_named(index, ref, action.agents)),
        object=in_a_row(patients),
        object_plural=plural(patients, named=_named(index, ref, action.patients)),
        link=" ".join(filter(None, (link, between if patients else ""))),
        when=dated(index, ref),
        modality=action.modality,
        polarity=action.polarity,
        present=_present(index, ref, lemma),
        will=_near(index, ref, word_set("will")),
        can=_near(index, ref, word_set("can")),
        unaccusative=not agents and bool(patients) and _unaccusative(index, ref, lemma),
    )


def participants(index: Index, ref: Ref, ids: Iterable[str], spans: Spans) -> list[str]:
    """Names of a role's fillers, in the order of the text: the story's name, or the printed words if there is no node.

    Pronouns that were not resolved are left out.
    """
    found: list[str] = []
    left = list(ids)
    for span in spans:
        here = [key for key in left if _mentioned(index, ref, key, span)]
        left = [key for key in left if key not in here]
        names = _names(index, ref, here)
        found += names or ([] if here else _printed(index, ref, span, ids))
    return list(dict.fromkeys([*found, *_names(index, ref, left)]))


def _names(index: Index, ref: Ref, ids: Iterable[str]) -> list[str]:
    return [uncapital(name) for name in index.named(ref.article, ids)]


def uncapital(name: str) -> str:
    """A description keeps no capital within a clause ("a senior official"), a name does ("The Wall Street Journal")."""
    first, _, rest = name.partition(" ")
    small = (
        rest
        and first != first.lower()
        and first.lower() in word_set("determiner")
        and not any(word[:1].isupper() for word in rest.split()[:1])
    )
    return f"{first.lower()} {rest}" if small else name


def _mentioned(index: Index, ref: Ref, key: str, span: Span) -> bool:
    actor = index.actors.get(Ref(ref.article, key))
    return actor is not None and any(item.start < span[1] and span[0] < item.end for item in actor.mentions)


def _printed(index: Index, ref: Ref, span: Span, ids: Iterable[str]) -> list[str]:
    words = index.words(ref.article, (_without_verb(index.actions[ref], span),)).translate(_UNMARKED).strip(" ,'’")
    if not words or words.casefold() in word_set("pronoun_in_label") or (len(words.split()) == 1 and any(ids)):
        return []
    return [uncapital(words)]


def _without_verb(action: Action, span: Span) -> Span:
    """A phrase without the verb inside it: "a country" of "a country hit by floods", "rules" of "tightened rules"."""
    start, end = span
    for first, last in action.trigger[:1]:
        if start < first < end:
            return start, first
        if first <= start < last < end:
            return last, end
    return span


_UNMARKED = str.maketrans("", "", '“”"«»')


def _named(index: Index, ref: Ref, ids: Iterable[str]) -> bool:
    found = [index.actors.get(Ref(ref.article, key)) for key in ids]
    names = index.named(ref.article, ids)
    proper = bool(names) and names[0][:1].isupper() and uncapital(names[0]) == names[0]
    return proper and any(item is not None and item.named and item.type != "Group" for item in found)


def gap(index: Index, ref: Ref) -> str:
    """The words between the verb and an object that follows it: all of them if few, else a last preposition."""
    action = index.actions[ref]
    ends = [end for _, end in action.trigger[:1]]
    if action.rule.startswith("light") and action.trigger:
        verb_, noun = _carrier(index, ref)
        ends = [max(verb_[1], noun[1] if noun else 0)]
    starts = [start for start, _ in action.patient_spans]
    if not ends or not starts or min(starts) < ends[0]:
        return ""
    end, start = ends[0], min(starts)
    if any(end <= span[0] < start for other in index.under.get(ref, ()) for span in index.actions[other].trigger):
        return ""  # the deed under this one stands there: the object is its own
    between = index.text(ref.article)[end:start]
    words = between.split()
    if len(words) <= _GAP and not _BREAK.search(between):
        return " ".join(words)
    return words[-1] if words and words[-1].casefold() in word_set("links_object") else ""


def before(index: Index, article: str, place: int, count: int = 4) -> list[str]:
    """The words before the character at `place` in its sentence, nearest last, in small letters."""
    start, _ = index.sentence(article, place)
    return index.text(article)[start:place].casefold().split()[-count:]


def _near(index: Index, ref: Ref, words: frozenset[str]) -> bool:
    """Whether one of `words` stands among the few before the verb."""
    start = min((start for start, _ in index.actions[ref].trigger), default=0)
    return not words.isdisjoint(before(index, ref.article, start))


def _own(index: Index, ref: Ref) -> str:
    """The verb as it is printed, in small letters."""
    action = index.actions[ref]
    return index.words(ref.article, action.trigger[:1]).casefold().partition(" ")[0]


def _present(index: Index, ref: Ref, lemma: str) -> bool:
    """Whether it is told in the simple present; a headline's present is news, and so past."""
    action = index.actions[ref]
    if not action.trigger or action.rule.startswith(("noun", "light")):
        return False
    start = action.trigger[0][0]
    headline = any(item.kind == "headline" and item.start <= start < item.end for item in _layout(index, ref))
    own, head = _own(index, ref), lemma.partition(" ")[0]
    if own == head and own == verb(head, "VBD"):  # "shut": nothing tells the tenses apart
        return False
    near = set(before(index, ref.article, start, 2))
    return not headline and (own == verb(head, "VBZ") or (own == head and not near & word_set("before_base_form")))


def _layout(index: Index, ref: Ref) -> tuple[Passage, ...]:
    return index.analyses[ref.article].passages


def _unaccusative(index: Index, ref: Ref, lemma: str) -> bool:
    """Whether an object stands before an active verb ("prices fell"): no form of "be" between the two."""
    action = index.actions[ref]
    if not action.trigger or not action.patient_spans:
        return False
    start, end = action.trigger[0][0], action.patient_spans[0][1]
    if end > start or set(index.text(ref.article)[end:start].casefold().split()) & word_set("makes_passive"):
        return False
    own, head = _own(index, ref), lemma.partition(" ")[0]
    if own == verb(head, "VBN"):  # "shut", "ordered": only a deed of no known kind is taken for something that befell
        return action.type == "Act" and own == verb(head, "VBD") and own != head
    return True


def dated(index: Index, ref: Ref) -> str:
    """The report's date in words, an empty string if it has none that a reader of another day could place."""
    action = index.actions[ref]
    if not action.date or not action.date[:4].isdigit():
        return ""
    if action.date_span is None:
        return when.phrase(action.date, "", "")
    start, end = action.date_span
    near = before(index, ref.article, start, 1)
    text = index.text(ref.article)[start:end]
    first = text.casefold().split()[:1]
    return when.phrase(action.date, (near or first or [""])[0] if near or first else "", text)
