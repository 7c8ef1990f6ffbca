"""Adapts words of a text for use in labels: full names, resolved pronouns, quotation marks around what is unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from onrecord.model import Mention, Ref, Span, Spans, StoryActor
from onrecord.punctuation import APOSTROPHES, MAY_CLOSE, MAY_OPEN, STOPS
from onrecord.story.first_mentions import named_in_full
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import is_common
from onrecord.story.quote_marks import kept, with_its_marks
from onrecord.story.word_places import after_initial, after_small, whole_words
from onrecord.title_case import is_title_case
from onrecord.value_groups import NAMES
from onrecord.word_sets import word_set

_WORD = re.compile(r"[^\W\d_]+")
_AFTER = re.compile(r"[\s-]?[^\W\d_]+")
_BRACKET = re.compile(r" ?\([^()]{0,80}\)")
_CLOSE = re.compile(r" ([,’]|'s\b|%)")
_ITEM = re.compile(r":?\s*\n\s*[-–•*]\s+")
"""The mark of an item of a list: "agreed to:", then on a line of its own "- close the pier"."""
_EDGES = " ,;:–—-"


@once_an_index
def words(look: Index, article: str, spans: Spans, about: frozenset[str] = frozenset()) -> str:
    """The words of `spans` in one line; `about` holds the IRIs of those the clause is about, whose pronouns stay."""
    known = frozenset(iri for span in spans for iri in _told_of(look, article, span))
    writer = _Writer(look, article, about, about | known, named_again(look, article, spans))
    text = look.text(article)
    whole = (with_its_marks(text, span) for span in spans)
    found = (named_in_full(text, span, kept(writer.span(span), text[slice(*span)]).strip(_EDGES)) for span in whole)
    line = " ".join(filter(None, found))
    return _CLOSE.sub(r"\1", _BRACKET.sub("", " ".join(line.split())))


def _told_of(look: Index, article: str, span: Span) -> Iterator[str]:
    for mention, ref in look.mentioned(article, *span):
        iri = look.homes.get(ref)
        if iri and mention.form != "pronoun":
            yield iri


def named_again(look: Index, article: str, spans: Spans) -> frozenset[str]:
    """IRIs of the actors that `spans` name directly, not as possessors or noun modifiers."""
    text = look.text(article)
    return frozenset(
        iri
        for span in spans
        for mention, ref in look.mentioned(article, *span)
        if mention.form in NAMES and (iri := look.homes.get(ref))
        and text[mention.end : mention.end + 1] not in APOSTROPHES and not goes_on(look, article, mention)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Writer:
    """Rewrites words of one article; all IRIs are of story actors."""

    look: Index
    article: str
    about: frozenset[str]
    """The actors that the clause is about."""
    known: frozenset[str]
    """These and all others in the clause; pronouns for them are not replaced."""
    named: frozenset[str]
    """Actors that the words name; descriptions of them are not replaced."""
    told: set[str] = field(default_factory=set)
    """Actors whose name has replaced a pronoun in the current span; their next pronoun is not replaced."""

    def span(self, span: Span) -> str:
        """The words of `span`."""
        start, end = span
        text = self.look.text(self.article)
        found: list[str] = []
        place = start
        self.told.clear()
        plain = (
            partial(_lowered, _without_headlines(self.look, self.article, span))
            if _is_title(self.look, self.article, span)
            else str
        )
        for mention, ref in self.look.mentioned(self.article, start, end):
            free = mention.start >= place and not _in_word(text, mention)
            leads = mention.start == start  # "whose house was razed", without whom it tells of
            instead = self._instead(mention, ref, leads=leads) if free else None
            if instead is not None and found and not text[place : mention.start].strip() and _owns(found[-1], instead):
                instead = None  # not "Alder's Alder Mail Services", but as printed: "Alder's AMS"
            if instead is not None:
                found += [plain(text[place : mention.start]), instead]
                place = min(self._last_post(mention, ref), end)
                if (
                    instead.endswith("s")
                    and text[place : place + 2] in word_set("possessive_ending")
                    and place + 2 <= end
                ):
                    found.append(text[place])  # "the United States’"
                    place += 2
        return " ".join(_ITEM.sub(" ", "".join([*found, plain(text[place:end])])).split())

    def _instead(self, mention: Mention, ref: Ref, *, leads: bool) -> str | None:
        """The replacement for a mention, which may lead the words; None if it is kept as printed."""
        thing = self.look.things.get(self.look.homes.get(ref, ""))
        if not isinstance(thing, StoryActor):
            return None
        if mention.form == "pronoun":
            return None if self._is_quoted(mention) else self._for_pronoun(mention, ref, thing, leads=leads)
        if not thing.named or thing.type == "Group" or goes_on(self.look, self.article, mention):
            return None
        text = self.look.text(self.article)
        printed = text[mention.start : mention.end]
        first, _, rest = printed.partition(" ")
        if _stays(text, mention, thing):
            return None
        if mention.form == "description":
            definite = first.casefold() in word_set("definite_opening") and thing.iri not in self.about | self.named
            return with_article(self.look, ref, thing) if definite else None
        keeps = first.casefold() == "the" and rest[:1].isupper() and not thing.name.startswith("The ")
        keeps = keeps and thing.type != "Person"  # of "the Alliance's Miss Joy Placide" the name
        return f"the {thing.name}" if keeps else thing.name

    def _last_post(self, mention: Mention, ref: Ref) -> int:
        """Where a description ends with a second post of the same person: "its founder and finance chief"."""
        text, joint = self.look.text(self.article), " and "
        start = mention.end + len(joint)
        if mention.form != "description" or text[mention.end : start] != joint:
            return mention.end
        home = self.look.homes.get(ref)
        beside = self.look.mentioned(self.article, start, len(text))[:1]
        return next((other.end for other, item in beside if self.look.homes.get(item) == home), mention.end)

    def _is_quoted(self, mention: Mention) -> bool:
        """Whether a mention is all there is between quotation marks: it is spoken of as a word."""
        text = self.look.text(self.article)
        opened = mention.start > 0 and text[mention.start - 1] in MAY_OPEN
        return opened and text[mention.end : mention.end + 1] in MAY_CLOSE

    def _for_pronoun(self, mention: Mention, ref: Ref, actor: StoryActor, *, leads: bool) -> str | None:
        printed = self.look.text(self.article)[mention.start : mention.end].casefold()
        whose = leads and printed in word_set("relative_possessor")
        if printed in word_set("reflexive_in_label") or (printed in word_set("relative") and not whose):
            return None
        her = printed == "her" and owns(self.look, self.article, mention)
        own = printed in word_set("possessive_pronoun") or her or whose
        if self.look.text(self.article)[mention.end :][:5] == " own ":
            return None  # "its own network": the subject's
        if actor.iri in self.known | self.told and printed not in word_set("pronoun_of_speech"):
            return None
        if actor.iri in self.about and actor.type not in ("Person", "Group"):
            return "its" if own else "it"
        nobody = word_set("pronoun_in_label") | word_set("possessive_pronoun")
        if not actor.named and actor.name.casefold() in nobody:
            return None
        name = with_article(self.look, ref, actor) if actor.named else in_clause(actor.name)
        self.told.add(actor.iri)
        return f"{name}{'’' if name.endswith('s') else '’s'}" if own else name


def owns(look: Index, article: str, mention: Mention) -> bool:
    """Whether "her" stands before its noun: a word follows that is no link."""
    after = _AFTER.match(look.text(article), mention.end)
    linking = word_set("says_nothing_of_count") | word_set("links_object")
    return after is not None and after[0].strip().casefold() not in linking


def in_clause(description: str) -> str:
    """A description as it reads within a clause: without the capital of its article and without its asides."""
    words, _, _ = description.partition(", ")
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.casefold() in word_set("determiner") else words


def _owns(owner: str, name: str) -> bool:
    """Whether a name begins with that of its owner, who was just named: "Alder's" before "Alder Mail"."""
    first, _, rest = name.partition(" ")
    return bool(rest) and any(f" {owner}".endswith(f" {first}{mark}") for mark in word_set("possessive_ending"))


def _stays(text: str, mention: Mention, thing: StoryActor) -> bool:
    """Whether a mention reads better as it is printed than with the full name in its place."""
    printed = text[mention.start : mention.end]
    first, _, rest = printed.partition(" ")
    if mention.form == "description":
        return rest.casefold() == thing.name.casefold() and first.casefold() in word_set("possessive_pronoun")
    short = "." in printed and thing.type in ("State", "Place")
    titled = len(printed) > len(thing.name) and text[: mention.start].endswith(" and ")  # "mayor and former actor Bell"
    part = thing.type in ("State", "Place") and printed[:1].islower() and printed.endswith(f" {thing.name}")
    if part and first.casefold() not in word_set("determiner"):
        return True  # "northern Norland" is not all of it
    after = _AFTER.match(text, mention.end)
    noun = after is not None and after[0].strip() not in word_set("links_object") | word_set("says_nothing_of_count")
    return titled or (short and noun) or thing.name == f"{printed}s" or counted(printed[: -len(thing.name)])


def counted(words: str) -> bool:
    """Whether the words before a name say how much or how many of it."""
    found = words.casefold().split()
    if any(word[-2:] in word_set("possessive_ending") or word[-1] == "," or word == "and" for word in found):
        return False  # "the 9th district's Tom Bell"
    return any(word.replace(",", "").isdigit() or word in word_set("says_how_many") for word in found)


def with_article(look: Index, ref: Ref, actor: StoryActor) -> str:
    """The name with "the" if its article prints it so: "the United States"."""
    local = look.actors.get(ref)
    text = look.text(ref.article)
    printed = [text[item.start : item.end] for item in local.mentions if item.form == "name"] if local else []
    so = sum(item[:4] == "the " and item[4:5].isupper() for item in printed) * 2 > len(printed)
    return f"the {actor.name}" if so and not actor.name.startswith("The ") else actor.name


def goes_on(look: Index, article: str, mention: Mention) -> bool:
    """Whether a name stands before a noun it belongs to ("another Clinton event"): then it stays as printed."""
    text = look.text(article)
    if text[mention.end : mention.end + 2].lstrip()[:1] in {"$", "£", "€"}:
        return True
    after = _AFTER.match(text, mention.end)
    if (
        after is None
        or after[0][0] not in " -"
        or after[0].strip(" -").casefold() in word_set("says_nothing_of_count") | word_set("links_object")
    ):
        return False
    last = after.end()
    around = look.mentions.get(article, ())
    return any(item.start <= mention.start and item.end >= last for item, _ in around if item is not mention)


def _in_word(text: str, mention: Mention) -> bool:
    """Whether a hyphen ties a mention to more of its word: "Lund-like", the score of "Lund 7-5"."""
    after, before = text[mention.end : mention.end + 2], text[max(0, mention.start - 2) : mention.start]
    return (after[:1] == "-" and after[1:].isalnum()) or (before[1:] == "-" and before[:1].isalnum())


def _is_title(look: Index, article: str, span: Span) -> bool:
    """Whether `span` stands in a headline set in capitals."""
    passages = look.analyses[article].passages
    here = next((item for item in passages if item.start <= span[0] < item.end), None)
    if here is None or (here.kind != "headline" and here is not passages[0]):
        return False
    printed = look.text(article)[here.start : here.end]
    if here.kind != "headline" and printed.rstrip()[-1:] in STOPS:
        return False  # a sentence that names many
    return is_title_case(_WORD.findall(printed), fewest=0)


def _without_headlines(look: Index, article: str, title: Span) -> str:
    """The text of an article without its headlines and the sentence of `title`: they have capitals on common words."""
    text = look.text(article)
    for item in reversed(look.analyses[article].passages):
        if item.kind == "headline":
            text = f"{text[: item.start]}\n{text[item.end :]}"
    start, end = look.sentence(article, title[0])
    people = (
        f"a {look.text(article)[item.start : item.end]}"
        for item, ref in look.mentions.get(article, ())
        if item.form in ("name", "short") and look.actors[ref].type == "Person"
    )
    return "\n".join([text.replace(look.text(article)[start:end], "\n"), *people])


def _as_name(article: str, word: str) -> bool:
    """Whether `article` has a word in capitals within its sentences at least as often as without.

    Behind a small letter, a comma or an initial, a word is not the first of its sentence, so its capital means a name.
    """
    capital = after_small(article, word) + after_initial(article, word)
    return bool(capital) and capital >= whole_words(article, word.lower())


def _lowered(article: str, text: str) -> str:
    """`text` without the capitals of a headline; names stay, as do words that `article` mostly has in capitals."""

    def small(found: re.Match[str]) -> str:
        word = found[0]
        proper = (
            not word.istitle()
            or not is_common(word)
            or word.casefold() in word_set("capital_noun")
            or _as_name(article, word)
        )
        return word if proper else word.lower()

    return _WORD.sub(small, text)
