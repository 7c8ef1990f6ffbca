"""The parts of a clause from a report's words: subject, verb group, complements, object, date.

Roles and wording come from the report; this module only uses the order of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.model import Action, Actor, Mention, Ref, Span, Spans, StoryActor, Wording
from onrecord.story import date_phrases
from onrecord.story.clauses import in_a_row, plural
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import base, is_common
from onrecord.story.word_places import after_small
from onrecord.story.wording import counted, goes_on, with_article
from onrecord.story.wording import words as reworded
from onrecord.value_groups import NAMES, is_nominal
from onrecord.word_sets import word_set

_BREAK = re.compile(r"[,;:()–—]| - ")


def wording(action: Action) -> Wording:
    """The wording of the report; if the record has none, one derived from the roles."""
    if action.wording is not None:
        return action.wording
    return Wording(voice="noun" if is_nominal(action) else "active", subject=action.agent_spans)


def verb_of(index: Index, ref: Ref) -> str:
    """The lemma of the report's verb, or of the light verb of its noun ("took a decision")."""
    action = index.actions[ref]
    if action.rule.startswith("light") and action.trigger:
        return base(index.words(ref.article, (carrier(index, ref)[0],)))
    return action.lemma


def carrier(index: Index, ref: Ref) -> tuple[Span, Span | None]:
    """The spans of a light verb and of its noun; None for the noun if the lemma names none."""
    action = index.actions[ref]
    nouns = [span for span in action.trigger if _is_noun(index.words(ref.article, (span,)), action.lemma)]
    verbs = [span for span in action.trigger if span not in nouns] or [*action.trigger]
    # the carrying verb ends the row if the noun opens it ("the decision to block it was taken")
    return (verbs[-1] if nouns and nouns[0] < verbs[0] else verbs[0]), (nouns[0] if nouns else None)


def is_of_light(index: Index, ref: Ref) -> bool:
    """Whether a passive has the noun of its deed for its subject: "the closure of the school was raised"."""
    action, words = index.actions[ref], wording(index.actions[ref])
    noun = carrier(index, ref)[1] if words.voice == "passive" and action.rule.startswith("light") else None
    return noun is not None and overlaps((noun,), words.subject)


def _is_noun(word: str, lemma: str) -> bool:
    return word.casefold().startswith(lemma.casefold()[: max(3, len(lemma) - 2)])


def overlaps(left: Spans, right: Spans) -> bool:
    """Whether any span of one overlaps a span of the other."""
    return any(one[0] < two[1] and two[0] < one[1] for one in left for two in right)


def participants(
    index: Index, ref: Ref, ids: Iterable[str], spans: Spans, about: frozenset[str] = frozenset()
) -> list[str]:
    """Names of a role's fillers, in text order: the story's name, or the printed words if there is no name.

    Pronouns that were not resolved are left out; those for the story actors `about`, and for others in the row
    ("Tom Bell and his wife"), stay.
    """
    return [*_participants(index, ref, tuple(ids), tuple(spans), about)]


@once_an_index
def _participants(index: Index, ref: Ref, ids: tuple[str, ...], spans: Spans, about: frozenset[str]) -> tuple[str, ...]:
    found: list[str] = []
    left = list(ids)
    about |= owners(index, ref, left)
    elsewhere = [key for key in left if not any(_mentioned(index, ref, key, span) for span in spans)]
    for span in spans:
        here = [key for key in left if _mentioned(index, ref, key, span)]
        if not here:  # "Lee and Falk were the only members to vote": the members are Lee and Falk
            here, elsewhere = elsewhere, []
        left = [key for key in left if key not in here]
        found += [_name(index, ref, key, span, about, alone=len(here) == 1) for key in here] or _printed(
            index, ref, span, ids, about
        )
    found += [_name(index, ref, key, None, about, alone=False) for key in elsewhere]
    return tuple(dict.fromkeys(filter(None, found)))


def standing_in(index: Index, ref: Ref, ids: Sequence[str], spans: Spans, place: Spans) -> list[str]:
    """As `participants`, but only those in `place` if some stand there."""
    here = tuple(span for span in spans if overlaps((span,), place))
    if not here or len(here) == len(spans):
        return participants(index, ref, ids, spans)
    kept = [key for key in ids if any(_mentioned(index, ref, key, span) for span in here)]
    return participants(index, ref, kept, here) or participants(index, ref, ids, spans)


def called(index: Index, article: str, ids: Iterable[str]) -> list[str]:
    """Names for the actors `ids` of one article."""
    names = [_name(index, Ref(article, ""), key, None, frozenset(), alone=False) for key in ids]
    return list(dict.fromkeys(filter(None, names)))


def _name(  # noqa: PLR0913  # its position, and who else is mentioned
    index: Index, ref: Ref, key: str, span: Span | None, about: frozenset[str], *, alone: bool
) -> str:
    """The name of one actor, or its description in this report or, for a pronoun, in its article."""
    actor, thing = index.actors.get(Ref(ref.article, key)), index.things.get(index.homes.get(Ref(ref.article, key), ""))
    if actor is None or not isinstance(thing, StoryActor):
        return ""
    here = [item for item in actor.mentions if span and item.start < span[1] and span[0] < item.end]
    if thing.named and thing.type != "Group":
        if span and here and _more_than_named(index, ref, span, here, thing.name):
            return uncapital(index, ref.article, span)
        single = any(f"{index.text(ref.article)[item.start : item.end]}s" == thing.name for item in here)
        name = thing.name[:-1] if single else thing.name  # "the phone" of what others call "phones"
        name = _of_its_own(index, ref.article, name, thing)
        return with_article(index, Ref(ref.article, key), thing) if thing.type in ("State", "Place") else name
    described = [item for item in here if item.form != "pronoun"] or [
        item for item in actor.mentions if item.form != "pronoun"
    ]
    if not described:
        return ""
    first = described[0]
    whole = span if alone and span and first in here and _plain_phrase(index, ref, span, first.start) else None
    return uncapital(index, ref.article, whole or (first.start, first.end), about)


def _of_its_own(index: Index, article: str, name: str, thing: StoryActor) -> str:
    """The full name of the outlet or body that published an article, which it calls by one word: "the Post"."""
    own = index.analyses[article].article.publisher or ""
    alone = len(name.split()) == 1 and thing.type not in ("Person", "State", "Place", "Product")
    return own if alone and name in own.split() and len(own.split()) > 1 else name


def _more_than_named(index: Index, ref: Ref, span: Span, here: Sequence[Mention], name: str) -> bool:
    """Whether a phrase is for more than who is named in it: "the Fox poll", "over eight million Aldus phones"."""
    if all(item.form in NAMES and _before_noun(index, ref.article, item, span) for item in here):
        return True
    return here[0].form != "pronoun" and counted(
        index.text(ref.article)[span[0] : max(span[0], here[0].end - len(name))]
    )


def _before_noun(index: Index, article: str, mention: Mention, span: Span) -> bool:
    """Whether a name modifies the noun of a phrase for something else."""
    return mention.end < span[1] and goes_on(index, article, mention)


def _plain_phrase(index: Index, ref: Ref, span: Span, start: int) -> bool:
    """Whether a role's phrase begins with the description and does not contain the deed's verb."""
    broken = _BREAK.search(index.text(ref.article), *span) is not None
    return span[0] == start and not broken and not overlaps((span,), index.actions[ref].trigger)


def uncapital(index: Index, article: str, span: Span, subject: frozenset[str] = frozenset()) -> str:
    """The words of a description, without the capital letter that only the beginning of a sentence gives it."""
    words = pointed(reworded(index, article, (span,), subject))
    first, _, rest = words.partition(" ")
    opens = index.sentence(article, span[0])[0] == span[0] or first.casefold() in word_set("determiner")
    if (
        not opens
        or not first[:1].isupper()
        or not is_common(first.rstrip("’'s"))
        or (first.isupper() and len(first) > 1)
        or first.casefold() in word_set("capital_noun")
    ):
        return words
    if first.casefold() not in word_set("determiner") and after_small(index.text(article), first):
        return words
    name = rest[:1].isupper() and first.casefold() in word_set("determiner") and _opens_name(index, article, span)
    return words if name else f"{first[:1].lower()}{first[1:]}{' ' if rest else ''}{rest}"


def pointed(words: str) -> str:
    """`words` with "the" in place of a demonstrative before its noun, which points to nothing in a label."""
    first, _, rest = words.partition(" ")
    clause = rest.split(" ", 1)[0].casefold() in word_set("relative") | word_set("links_object")  # "those that sold"
    alone = " " not in rest and rest.endswith(("ed", "ing"))  # "those surveyed"
    return (
        f"the {rest}" if rest and not clause and not alone and first.casefold() in word_set("points_to_noun") else words
    )


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _opens_name(index: Index, article: str, span: Span) -> bool:
    """Whether `span` begins with a name that includes its article ("The Wall Street Journal")."""
    found = (index.things.get(index.homes.get(ref, "")) for _, ref in index.mentioned(article, *span))
    return any(isinstance(item, StoryActor) and item.named and item.name.startswith("The ") for item in found)


def _mentioned(index: Index, ref: Ref, key: str, span: Span) -> bool:
    actor = index.actors.get(Ref(ref.article, key))
    return actor is not None and any(item.start < span[1] and span[0] < item.end for item in actor.mentions)


def _printed(index: Index, ref: Ref, span: Span, ids: Iterable[str], about: frozenset[str]) -> list[str]:
    words = uncapital(index, ref.article, _without_verb(index.actions[ref], span), about).strip(" ,'’")
    if (
        not words
        or words.casefold() in word_set("pronoun_in_label") | word_set("possessive_pronoun")
        or (len(words.split()) == 1 and any(ids))
    ):
        return []
    return [words]


def _without_verb(action: Action, span: Span) -> Span:
    """A phrase without the verb inside it: "a country" of "a country hit by floods", "rules" of "tightened rules"."""
    start, end = span
    for first, last in action.trigger[:1]:
        if start < first < end:
            return start, first
        if first <= start < last < end:
            return last, end
    return span


def doer(index: Index, ref: Ref) -> str:
    """Who did it, of a passive that is told as one: "was sold by the province", "was briefly shut by Lund".

    The doer has no place of its own in the story, or the verb group has an adverb that an active clause would lose.
    """
    action, words = index.actions[ref], wording(index.actions[ref])
    text = index.text(ref.article)
    kept = not word_set("hedges").isdisjoint(text[start:end].casefold() for start, end in words.group)
    if words.voice != "passive" or (action.agents and not kept) or not overlaps(action.trigger, words.group):
        return ""
    spans = tuple(span for span in action.agent_spans if not overlaps((span,), words.completion))
    if any(span[0] < action.trigger[-1][1] for span in spans):
        return ""
    found = in_a_row(participants(index, ref, action.agents, spans))
    return f"by {found}" if found else ""


def is_plural(index: Index, ref: Ref, names: Sequence[str], ids: Iterable[str]) -> bool:
    """Whether a subject of these names takes a plural verb; `ids` are the actors named."""
    found: list[Actor | None] = [index.actors.get(Ref(ref.article, key)) for key in ids]
    named = any(
        item is not None and item.named and item.type != "Group" and not _many(index, ref, item) for item in found
    )
    return plural(names, named=named and not any(counted(name) for name in names))


def _many(index: Index, ref: Ref, actor: Actor) -> bool:
    """Whether a name is the plural of another name of it: "phones", which are printed as "phone" too."""
    text = index.text(ref.article)
    return any(f"{text[item.start : item.end]}s" == actor.name for item in actor.mentions)


def owners(index: Index, ref: Ref, ids: Iterable[str]) -> frozenset[str]:
    """IRIs of the actors of one report."""
    return frozenset(index.owners(ref.article, ids))


def row(names: Sequence[str]) -> str | None:
    """Names joined by commas and "and"; None without any."""
    return in_a_row(list(dict.fromkeys(names)))


def dated(index: Index, ref: Ref) -> str:
    """The report's date in words; an empty string if it has none or it would be unclear to a later reader."""
    action = index.actions[ref]
    if not action.date or not action.date[:4].isdigit():
        return ""
    if action.date_span is None:
        return date_phrases.phrase(action.date, "", "")
    start, end = action.date_span
    near = before(index, ref.article, start, 2)
    near = [" ".join(near)] if near[-1:] == ["of"] else near[-1:]
    text = index.text(ref.article)[start:end]
    first = text.casefold().split()[:1]
    return date_phrases.phrase(action.date, (near or first or [""])[0] if near or first else "", text)


def before(index: Index, article: str, place: int, count: int = 4) -> list[str]:
    """The words before the character at `place` in its sentence, nearest last, in lower case."""
    start, _ = index.sentence(article, place)
    return index.text(article)[start:place].casefold().split()[-count:]


def is_relative(index: Index, ref: Ref, spans: Spans) -> bool:
    """Whether one of `spans` is a relative pronoun: "who", "which"."""
    return any(index.words(ref.article, (span,)).casefold() in word_set("relative") for span in spans)
