"""What sentences answer to the questions of the lexicon, with who it is about.

"Falk apologised" and "Falk has not said sorry" answer one question in two ways. What is supposed, planned, asked or
doubted answers none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Analysis, Place
from onrecord.story.assertion import breaks_off, denied_at, is_so_far, is_universal, points_back
from onrecord.story.denials import base_form
from onrecord.story.figure_parts import as_printed
from onrecord.story.index import Index
from onrecord.story.inflection import base, is_plural, is_verb
from onrecord.story.numerals import Word, words_of_sentence
from onrecord.story.objections import sentences_of_text
from onrecord.story.occasions import occasions_of
from onrecord.story.parties import NONE, Party, Sentence
from onrecord.story.phrases import forms
from onrecord.story.question_words import AGENT, PATIENT, SUBJECT, Answer, Question, answers_in, questions
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_FROM = 6
"""Most words behind a phrase among which whoever did it stands with a preposition."""
_THING = 10
"""Most words around a phrase among which the thing stands that it is about."""
_LONGEST = 90
"""Words of the longest sentence that is looked at."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to one question."""

    place: Place
    question: str
    first: bool
    of: Party
    """Whose answer it is, as far as it is told."""
    what: str
    """The thing that it is about, in the base form; empty if the question asks for none."""
    named: str
    """That thing as a label names it."""
    printed: str
    words: frozenset[str]
    """The words that answer it, in the base form."""
    occasion: str
    so_far: bool
    """Whether it is denied for the time up to then only."""
    yet: bool
    """Whether its sentence has a word by which what is denied may be done at any time: "not yet"."""
    denied: bool
    universal: bool
    """Whether it is denied of everybody or everything: "no outside body asked for it"."""
    points_back: bool
    """Whether the sentence is about what the one before tells: "nobody asked for this step"."""
    number: int
    """Which sentence of its article it stands in."""


def answered(look: Index, analysis: Analysis) -> Iterator[Answered]:
    """All answers in the sentences of an article."""
    text = analysis.article.text
    occasions = None
    sentences = sentences_of_text(analysis)
    headlines = [(item.start, item.end) for item in analysis.passages if item.kind == "headline"]
    for number, (start, end) in enumerate(sentences):
        if any(first <= start < last for first, last in headlines):
            continue
        words = words_of_sentence(text, start, end)
        if not words or len(words) > _LONGEST or any(word.text == "?" for word in words[-3:]):
            continue
        sentence = None
        for item in answers_in(words):
            denied = denied_at(words, item)
            if denied is None or breaks_off(words, item) or _is_demanded(words):
                continue
            question = questions()[item.id]
            if denied and (
                question.doubtful or word_pattern("denies_the_terms").search(text, words[item.start].start, end)
            ):
                continue
            what, named = _thing(words, item, question)
            if what == ANYTHING and number:
                what, named = _thing_before(words_of_sentence(text, *sentences[number - 1]), question) or (what, "")
            if (question.things or question.object) and not what:
                continue
            occasions = occasions or occasions_of(analysis)
            place = Place(analysis.article.id, start, end)
            sentence = sentence or Sentence(look, place, words)
            times = occasions.get((start, end), ())
            if word_pattern("years_apart").search(text, start, end):
                continue
            dated = any(start <= one.start < end for one in analysis.dates)
            occasion = next((told for (_, stop), told in times if words[item.start].start < stop), "") if dated else ""
            begins = denied - 1 if denied else item.start
            yield Answered(
                place, item.id, item.first is not bool(denied), _whose(sentence, item, question), what, named,
                as_printed(words, begins, item.behind),
                frozenset(base_form(word.small) for word in words[begins : item.behind]), occasion,
                bool(denied) and is_so_far(words),
                any(word.small in word_set("not_yet") for word in words), bool(denied),
                is_universal(words, item, denied) and not word_pattern("none_of_a_group").search(text, start, end),
                points_back(words), number,
            )  # fmt: skip


def _is_demanded(words: Sequence[Word]) -> bool:
    """Whether a sentence is an item of what is demanded: "That the board publish it"."""
    return words[0].small in word_set("opens_told_clause")


def _thing(words: Sequence[Word], item: Answer, question: Question) -> tuple[str, str]:
    """The thing that an answer is about, in the base form and as a label names it: the first behind it, or before."""
    if question.object:
        head = Sentence.head(words, item.behind)
        return ("", "") if head is None else (base_form(words[head].small), _named(words, head))
    if not question.things:
        return "", ""
    behind = range(item.start, min(len(words), item.behind + _THING))
    before = range(item.start - 1, max(-1, item.start - _THING - 1), -1)
    if found := _first_thing(words, (*behind, *before), question):
        return found
    if not any(words[at].small in word_set("anything_at_all") for at in behind):
        return "", ""
    return _first_thing(words, range(item.start - 1, -1, -1), question) or (ANYTHING, "")


ANYTHING = "*"
"""What stands for a thing that a pronoun means."""


def _thing_before(words: Sequence[Word], question: Question) -> tuple[str, str] | None:
    """The first thing in the sentence before, which a pronoun may mean."""
    return _first_thing(words, range(len(words)), question)


def _first_thing(words: Sequence[Word], span: Iterable[int], question: Question) -> tuple[str, str] | None:
    for at in span:
        if found := forms(words[at].small) & set(question.things):
            return min(found), _named(words, at)
    return None


def _named(words: Sequence[Word], head: int) -> str:
    """A noun as a label names it: with the article it has, or with the definite one."""
    printed = words[head].small
    opens = words[head - 1].small if head else ""
    if opens in word_set("indefinite_article"):
        return f"{opens} {printed}"
    return printed if is_plural(printed) else f"{min(word_set('definite_article'))} {printed}"


def _whose(sentence: Sentence, item: Answer, question: Question) -> Party:
    """Whoever a question asks for."""
    words, at = sentence.words, item.start
    owed = words[item.behind - 1].small in word_set("owes_to") and not is_verb(words[at].small)
    if question.of == AGENT:
        return sentence.behind(item.behind) if owed else _agent(sentence, item)
    if question.of == SUBJECT:
        return _subject(sentence, at)
    return NONE if owed or question.of != PATIENT else _patient(sentence, item)


def _subject(sentence: Sentence, at: int) -> Party:
    if any(word.small in word_set("existential") for word in sentence.words[max(0, at - 1) : at]):
        return sentence.behind(at + 1)
    before = sentence.before(at)
    return before if before.known or is_verb(sentence.words[at].small) else sentence.behind(at + 1)


def _agent(sentence: Sentence, item: Answer) -> Party:
    words, at = sentence.words, item.start
    past = base(words[at].small) != words[at].small
    told_to = past and item.behind == at + 2 and words[at + 1].small in word_set("infinitive_mark")
    if told_to or _is_passive(words, at):
        return sentence.after(item.behind, word_set("done_by"), _FROM)
    before = sentence.before(at)
    if before.known and not before.nobody:
        return before
    source = sentence.after(item.behind, word_set("comes_from"), _FROM)
    return source if source.known else before if before.known else sentence.last_before(at)


def _patient(sentence: Sentence, item: Answer) -> Party:
    words, at = sentence.words, item.start
    question = questions()[item.id]
    undergone = not item.first and not forms(words[at].small).isdisjoint(question.undergone)
    by_subject = (item.first and question.by_subject) or undergone
    if by_subject or _is_passive(words, at) or (item.first and not _has_object(words, item)):
        return sentence.before(at)
    undergoing = sentence.behind(item.behind)
    return undergoing if undergoing.known else sentence.people_before(at)


def _is_passive(words: Sequence[Word], at: int) -> bool:
    helping = any(word.small in word_set("makes_passive") for word in words[max(0, at - 3) : at])
    return helping and base(words[at].small) != words[at].small


def _has_object(words: Sequence[Word], item: Answer) -> bool:
    """Whether something may be the object of a verb: a word that opens a phrase stands behind it."""
    behind = words[item.behind : item.behind + 1]
    return any(
        word.text[0].isupper()
        or word.small in word_set("determiner") | word_set("definite_opening") | word_set("stands_for_person")
        for word in behind
    )
