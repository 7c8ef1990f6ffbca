"""Labels of statements: who said, denied or declined what, in the words of one printing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Ref, Statement
from onrecord.punctuation import ENDINGS
from onrecord.story import content_words, speaker_roles
from onrecord.story.clause_parts import before, called, uncapital
from onrecord.story.clauses import in_a_row, opened
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import base, is_verb, verb
from onrecord.story.speaker_words import introduced
from onrecord.story.statement_words import asked, is_loose, opens_words, shown_spans, words
from onrecord.story.told_nouns import verb_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_BREAK = re.compile(r"[,:;.!?“”\"()–—]|''")
"""What ends the phrase for a listener."""
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LONGEST_LISTENER = 60
"""Most characters of the phrase for a listener."""
_LONGEST_ANSWER = 3
"""Most letters of what is said in one word: "no", "yes"; a longer one is a part of what was said."""
_SAY = "say"
"""What everybody does whose words are told, whatever the verb."""
_BEFORE_ADJECTIVE = 3
"""Most words of a verb group before an adjective: "have been very reluctant"."""
_PARTICLES = 2
"""Most words that belong to a verb after it: "zero in on"."""


@once_an_index
def said(look: Index, ref: Ref, *, listener: bool = True) -> str:
    """The label that the printing at `ref` gives its statement, with or without the listener."""
    item = look.statements[ref]
    subject = in_a_row(speakers(look, ref.article, item)) or "somebody"
    if len(item.speakers) == 1 and (role := speaker_roles.role(look, Ref(ref.article, item.speakers[0]))):
        subject += f" [{role}]"
    if item.kind == "refusal_to_comment":
        return opened(f"{subject} {_refused(look, ref, item)}")
    word, would = cue(look, ref), _supposed(look, ref)
    told = [item.addressee] if item.addressee and not opens_words(look, ref, item.addressee) else []
    hearer = (in_a_row(called(look, ref.article, told)) or _told_in_words(look, ref)) if listener else ""
    if word in word_set("needs_listener") and not ((item.addressee and listener) or hearer or _follows(item)):
        word = _SAY
    lead = (
        f"{subject} {_copular(look, ref, item) or (f'{would} {word}' if would else introduced(look, ref, item, word))}"
    )
    if hearer:
        lead += f" {hearer}" if word in word_set("object_is_told") else f" to {hearer}"
    content = words(look, ref)
    if not content:
        return opened(lead)
    if item.mode == "direct":
        if question := asked(look, ref):
            return f"{'Asked' if question.endswith('?') else 'Told'} “{question.rstrip('.')}”, {lead}: {content}"
        part = content[1:2].islower() and content[-2:-1] not in ENDINGS  # "promised “free maps”"
        return opened(f"{lead}{'' if part else ':'} {content}")
    lead += _particle(look, ref, item)
    return opened(f"{lead}{_link(look, ref, item, content)}{content}")


def _told_in_words(look: Index, ref: Ref) -> str:
    """The words for who was told, between the verb and what was said, if nobody in particular was."""
    item = look.statements[ref]
    if item.addressee or not item.content or cue(look, ref) not in word_set("object_is_told"):
        return ""
    end, start = max((end for _, end in item.cue), default=0), min(start for start, _ in item.content)
    if any(end <= low < start for low, _ in item.source):  # "asked by the paper whether"
        return ""
    start = min([start, *_days_between(look, ref.article, end, start)])
    found = " ".join(look.text(ref.article)[end:start].split()) if 0 < end < start <= end + _LONGEST_LISTENER else ""
    first = found.casefold().partition(" ")[0]  # "told us on the steps" names nobody
    nobody = found.casefold() in word_set("particle") or first in word_set("pronoun_in_label")
    return found if found and not nobody and not _BREAK.search(found) else ""


def _days_between(look: Index, article: str, low: int, high: int) -> Iterator[int]:
    """Where days between two places begin, with their prepositions: "told local radio on Monday that"."""
    for item in look.analyses[article].dates:
        if low < item.start < high:
            before = look.text(article)[low : item.start].rstrip()
            word = before.rpartition(" ")[2]
            yield low + len(before) - (len(word) if word.casefold() in word_set("before_day") else 0)


def _follows(item: Statement) -> bool:
    """Whether what was said stands right after the verb and may open with a listener: "told users to wait"."""
    end, start = max((end for _, end in item.cue), default=0), min((start for start, _ in item.content), default=0)
    return 0 < end <= start <= end + 1


def _supposed(look: Index, ref: Ref) -> str:
    """The modal of the verb that introduces the words, "would" in "would be asking"; an empty string without one."""
    item = look.statements[ref]
    if not item.cue:
        return ""
    last = len(look.text(ref.article)[: item.cue[0][0]].rstrip()) - 1
    own = look.words(ref.article, item.cue[:1]).casefold().split()[:-1]
    if item.mode == "direct" or any(start <= last < end for start, end in item.source):
        words = own  # not "Mark Will told", "Mr May rejects"
    else:
        words = [*before(look, ref.article, item.cue[0][0], 2), *own]
    near = words[-2:] if words[-1:] in (["be"], ["have"]) else words[-1:]
    return next((word for word in near if word in word_set("modal_of_supposition")), "")


def _copular(look: Index, ref: Ref, item: Statement) -> str:
    """A cue without a verb, from its form of "be" on: "were critical of", "have been reluctant", "is not eager"."""
    found = [word for span in item.cue for word in look.words(ref.article, (span,)).split()]
    if not found or any(is_verb(word) for word in found):
        return ""
    near = before(look, ref.article, min(start for start, _ in item.cue), _BEFORE_ADJECTIVE)
    places = [place for place, word in enumerate(near) if word in word_set("form_of_be")]
    if not places:
        return ""
    first = places[0] - (places[0] > 0 and near[places[0] - 1] in word_set("tense_of_have"))
    return " ".join([*near[first:], *found])


def speakers(look: Index, article: str, item: Statement) -> Sequence[str]:
    """Names of the speakers in the story, or else the words of the source."""
    found = called(look, article, item.speakers) or [uncapital(look, article, span) for span in item.source[:1]]
    # "those warning that it closes" warned so: the phrase for them contains the verb
    verbs = [look.words(article, (span,)) for span in item.cue[:1]]
    return [next((name.partition(f" {verb} ")[0] for verb in verbs if verb), name) for name in found]


def cue(look: Index, ref: Ref) -> str:
    """The lemma of the verb that introduces the words; "say" if no verb does."""
    item = look.statements[ref]
    found = [word for span in item.cue for word in look.words(ref.article, (span,)).split()]
    for word in reversed(found):
        if word.isalpha() and word.casefold() not in word_set("no_verb_of_saying") and is_verb(word):
            return base(word)
    return next((told for word in reversed(found) if (told := verb_of(word))), _SAY)


def is_open(look: Index, ref: Ref) -> bool:
    """Whether the label at `ref` points to something that only its article tells, so that it makes no line alone."""
    item = look.statements[ref]
    who = {name.casefold() for name in speakers(look, ref.article, item)}
    nobody = word_set("some_of_them") | word_set("pronoun_in_label")
    if (who and who <= nobody) or _named_within(look, ref, item) or content_words.is_open(said(look, ref)):
        return True
    if item.mode == "direct":
        return _speaks_of_somebody(look.words(ref.article, shown_spans(look, ref)))
    told = words(look, ref)
    first, _, more = told.partition(" ")
    if _points_back(told) or (first == "to" and cue(look, ref) == _SAY):
        return True
    if not more and len(first) > _LONGEST_ANSWER and item.kind != "refusal_to_comment":
        return True
    points = first.istitle() and first.casefold() in word_set("points_to_noun")  # "That trail is cold, she said"
    return points or is_loose(look, ref)


def _speaks_of_somebody(quoted: str) -> bool:
    """Whether a quotation begins with a pronoun for somebody whom it does not name: "He just pushed me out"."""
    first = _FIRST_WORD.search(quoted.casefold().replace("’", "'"))
    return first is not None and first[0].partition("'")[0] in word_set("speaks_of_somebody")


def _points_back(told: str) -> bool:
    """Whether what was said begins with a "that" that stands for it all, "that was for others to say", or ends open.

    "He expected not to be asked for any" ends so.
    """
    found = told.casefold().replace("’", "'").split()
    if found[:1] and found[0] in word_set("reflexive_alone"):  # "called itself the Heron" tells its name
        return True
    opening = found[:1] == ["that's"] or (found[:1] == ["that"] and bool(word_set("form_of_be") & {*found[1:2]}))
    return opening or bool(word_set("ends_open") & {*found[-1:]})


def _named_within(look: Index, ref: Ref, item: Statement) -> bool:
    """Whether a pronoun says it, and whoever is meant is named in what is said first: "at the inn, it shows, ...".

    Then something else is mostly meant.
    """
    pronouns = word_set("stands_for_something")
    if not item.source or not all(look.words(ref.article, (span,)).casefold() in pronouns for span in item.source):
        return False
    first = min((start for start, _ in item.content), default=0)
    named = [
        one.start
        for key in item.speakers
        if (actor := look.actors.get(Ref(ref.article, key)))
        for one in actor.mentions
        if one.form != "pronoun"
    ]
    return bool(named) and min(named) >= first


def _particle(look: Index, ref: Ref, item: Statement) -> str:
    """The particle or preposition between verb and words, " against" in "argued against a ban": it turns the sense."""
    end = max((end for _, end in item.cue), default=0)
    start = min(start for start, _ in item.content)
    between = look.text(ref.article)[end:start].split() if end <= start else []
    told = {"to"} if item.addressee else set()
    if end <= start:
        between = [*_behind_verb(look, ref, item), *between]
    between = [word.lower() for word in between]
    if len(between) > _PARTICLES or not set(between) <= word_set("particle") - told:
        return ""
    return "".join(f" {word}" for word in between)


def _behind_verb(look: Index, ref: Ref, item: Statement) -> list[str]:
    """Words of the cue after its verb: "against" in "argued against"."""
    found = [word for span in item.cue for word in look.words(ref.article, (span,)).split()]
    last = max((place for place, word in enumerate(found) if word.isalpha() and is_verb(word)), default=len(found))
    return found[last + 1 :]


def _link(look: Index, ref: Ref, item: Statement, content: str) -> str:
    """The link between verb and content: empty if they are printed in this order, else a colon."""
    end = max((end for _, end in item.cue), default=0)
    start = min(start for start, _ in item.content)
    first = content.split(maxsplit=1)[0]
    if first.casefold() in word_set("opens_told_clause") and (start > end or not first[:1].isupper()):
        return " "
    between = look.text(ref.article)[end:start] if end <= start else ","
    heard = look.actors.get(Ref(ref.article, item.addressee or ""))
    told = [one for one in heard.mentions if end <= one.start and one.end <= start] if heard else []
    if told and not look.text(ref.article)[told[-1].end : start].strip():
        return " that "  # "told her that he would help"
    return " " if between and not between.replace(_particle(look, ref, item), "").strip() else ": "


def _refused(look: Index, ref: Ref, item: Statement) -> str:
    """The refusal in its own words: "declined to comment", "did not respond to a request"."""
    spans = sorted((*item.cue, *item.content))
    found = look.words(ref.article, tuple(spans))
    first, _, rest = found.partition(" ")
    if is_verb(first) and first.casefold() not in word_set("auxiliary"):
        return f"{verb(base(first), 'VBD')} {rest}".strip()
    begin = found.find(next((word for word in found.split() if word.casefold() in word_set("auxiliary")), found))
    told = found[begin:] if begin or first.casefold() in word_set("auxiliary") else "declined to comment"
    auxiliary, _, behind = told.partition(" ")
    if (
        auxiliary.casefold() in word_set("auxiliary") and word_pattern("denies").search(told) is None
    ):  # "neither Lund nor Moe would say"
        return f"{auxiliary} not {behind}"
    return told
