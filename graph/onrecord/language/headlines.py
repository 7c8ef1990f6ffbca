"""Component: headlines in title case, and openings in capitals, are analysed as if they were in sentence case.

To a model trained on sentences, "Ministry Orders Firm To Close" is a sequence of names. The model therefore analyses
the headline again, with those words in lower case that are common words elsewhere in the article or in the lexicons,
and the new analysis (tags, lemmas, tree, names) replaces the first one. The text and its offsets do not change.
So are sentences of which only the first words are in capitals, as newspapers open an article: "OLA LUND has sued".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise

from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from onrecord.language import annotations as ann
from onrecord.language.lexicon import noun_deeds, verb_deeds
from onrecord.language.syntax import lexical, relations
from onrecord.language.syntax.tags import FINITE_OR_MODAL, PLURAL
from onrecord.title_case import LONG, is_title_case
from onrecord.word_sets import word_set

_MODEL = ("tok2vec", "transformer", "tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "ner")
_COLUMNS = [TAG, POS, MORPH, LEMMA, DEP, HEAD]
_OPENS_OBJECT = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON"})
_LONGEST_OPENING = 8
"""Most tokens in capitals with which an article opens."""
_ENDS = (".", "!", "”", '"', ":")


class Headlines:
    """Analyses headlines in title case again; keeps a reference to the pipeline it belongs to."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Replace the model's analysis of headlines in title case, and of others whose verb it has not recognized."""
        sents = _sentences(doc)
        openings = _openings(doc, sents)
        titles = [sent for sent in sents if sent.start in openings or _in_capitals(sent)]
        starts = {sent.start for sent in titles}
        others = [sent for sent in sents if sent.start not in starts and not sent.text.rstrip().endswith(_ENDS)]
        if titles:
            words = _lowered(doc, titles, openings)
            again = self._read(doc, titles, words)
            _replace(doc, titles, self._as_told(doc, titles, words, again) or again)
        for sent in others:
            if _misread(sent) is not None:
                found = self._as_told(doc, [sent], [token.text for token in sent], sent.as_doc())
                if found is not None:
                    _replace(doc, [sent], found)
        return doc

    def _as_told(self, doc: Doc, titles: list[Span], words: list[str], again: Doc) -> Doc | None:
        """The analysis of the headlines with the verbs that were read as nouns in the past tense, if that helps."""
        told = _told(again, titles)
        if not told:
            return None
        second = self._read(doc, titles, [told.get(place, word) for place, word in enumerate(words)])
        helps = all(second[place].tag_ == "VBD" and second[place].head.i == place for place in told)
        return second if helps else None

    def _read(self, doc: Doc, titles: list[Span], words: list[str]) -> Doc:
        """The model's analysis of the headlines alone, with `words` in place of their own."""
        again = Doc(
            doc.vocab,
            words=words,
            spaces=[bool(token.whitespace_) for sent in titles for token in sent],
            sent_starts=[token.i == sent.start for sent in titles for token in sent],
        )
        for name in self.nlp.pipe_names:
            if name in _MODEL:
                again = self.nlp.get_pipe(name)(again)
        return again


def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 -- spaCy hands every factory its name
    """The component, for spaCy's registry."""
    return Headlines(nlp)


def _sentences(doc: Doc) -> list[Span]:
    if not doc.has_annotation("DEP"):
        return []
    readable = ann.readable_tokens(doc)
    return [sent for sent in doc.sents if readable[sent.start]]


def _in_capitals(sent: Span) -> bool:
    return is_title_case(token.text for token in sent) and not sent.text.rstrip().endswith(_ENDS)


def _openings(doc: Doc, sents: list[Span]) -> dict[int, int]:
    """Start and end of openings in capitals, of passages, with a word that the article also prints in small letters."""
    starts = {passage.start for passage in ann.marks(doc, ann.PASSAGES)}
    found: dict[int, int] = {}
    for sent in sents:
        if sent.start in starts and sent[0].is_upper and sent[0].is_alpha:
            end = sent.start
            while end < sent.end and doc[end].is_upper and (doc[end].is_alpha or end > sent.start):
                end += 1
            if end < sent.end and doc[end].is_lower and end - sent.start <= _LONGEST_OPENING:
                found[sent.start] = end
    if not found:
        return found
    small = {token.text.casefold() for token in doc if not token.is_upper}
    return {
        start: end
        for start, end in found.items()
        if any(
            token.lower_ in small and (len(token) > LONG or _is_noun_phrase(doc, start, end))
            for token in doc[start:end]
        )
    }


def _is_noun_phrase(doc: Doc, start: int, end: int) -> bool:
    """Whether an opening is an article and a word that no acronym is: "A MAN"."""
    return end - start > 1 and doc[start].lower_ in word_set("article") and not doc[start + 1].is_stop


def _lowered(doc: Doc, titles: list[Span], openings: Mapping[int, int]) -> list[str]:
    """The words of the headlines, with words in lower case that are so in the text or are known deeds and not names.

    Of sentences with `openings` in capitals, only those words change.
    """
    inside = {token.i for sent in titles for token in sent}
    outside = [token for token in doc if token.i not in inside]
    small = {token.text for token in outside if token.is_lower}
    names = {token.lower_ for token in outside if token.is_title and not token.is_sent_start}
    deeds = _deeds()
    words = []
    for sent in titles:
        for token in sent:
            form = token.lower_
            common = form in small or token.is_stop or (form in deeds and form not in names)
            if token.i >= openings.get(sent.start, sent.end):
                words.append(token.text)
            elif token.i > sent.start and common:
                words.append(form)
            else:
                words.append(token.text.capitalize() if token.is_upper and len(form) > LONG else token.text)
    return words


def _told(again: Doc, titles: list[Span]) -> dict[int, str]:
    """Verbs of headlines that were tagged as plural nouns, by their index in `again`, each with its past tense."""
    found: dict[int, str] = {}
    start = 0
    for sent in titles:
        verb = _misread(again[start : start + len(sent)])
        if verb is not None:
            found[verb.i] = _pasts()[verb.lower_]
        start += len(sent)
    return found


def _misread(words: Span) -> Token | None:
    """The verb of a headline that was tagged as a plural noun; None if there is none.

    The model reads "Mayor orders bus drivers to strike" as one long compound, and "Mayor rejects blame" as what
    rejects do; in the past tense, "ordered", it recognizes the verb. Only before a noun phrase that can be the object,
    and if the clause has no verb of its own or one that lacks the object it needs.
    """
    root = next((token for token in words if token.head.i == token.i), None)
    if root is None:
        return None
    for token, following in pairwise(words[1:]):
        if token.lower_ in _pasts() and token.tag_ in PLURAL and token.i <= root.i:
            lone = following.i == root.i and root.tag_ == "VBP" and _lacks_object(root)
            bare = root.tag_ not in FINITE_OR_MODAL and following.pos_ in _OPENS_OBJECT and _takes_object(token)
            return token if lone or bare else None
    return None


def _takes_object(noun: Token) -> bool:
    """Whether a plural noun would be a verb that needs an object: "fines", not "talks"."""
    return noun.lemma_ in lexical.transitive()


def _lacks_object(verb: Token) -> bool:
    """Whether a verb that needs an object or complement, or that is not known as a verb, has none."""
    if any(relations.token_completes_verb(kid) for kid in verb.children):
        return False
    return verb.lemma_ in lexical.transitive() or verb.lemma_ not in lexical.known_verbs()


@cache
def _pasts() -> dict[str, str]:
    """Third-person forms of regular verbs that name a deed ("orders"), with their past tense ("ordered")."""
    found = {}
    for verb in verb_deeds():
        if verb.isalpha():
            third = verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"
            past = verb + "d" if verb.endswith("e") else third[:-3] + "ied" if third.endswith("ies") else verb + "ed"
            found[third] = past
    return found


def _replace(doc: Doc, titles: list[Span], again: Doc) -> None:
    """Copy tags, lemmas, tree and names of the new analysis."""
    columns = doc.to_array(_COLUMNS)
    fresh = again.to_array(_COLUMNS)
    kept = [ent for ent in doc.ents if not any(sent.start <= ent.start < sent.end for sent in titles)]
    place = 0
    for sent in titles:
        columns[sent.start : sent.end] = fresh[place : place + len(sent)]
        offset = sent.start - place
        found = [ent for ent in again.ents if place <= ent.start < place + len(sent)]
        kept += [Span(doc, ent.start + offset, min(ent.end + offset, sent.end), ent.label) for ent in found]
        place += len(sent)
    doc.from_array(_COLUMNS, columns)  # type: ignore[arg-type]  # spaCy stubs a union too narrow for what to_array gives
    doc.set_ents(sorted(kept, key=lambda ent: ent.start))


@cache
def _deeds() -> frozenset[str]:
    """Regular forms of the verbs and nouns of action."""
    found: set[str] = set()
    for word in (*verb_deeds(), *noun_deeds()):
        base = word.split()[0]
        stem = base[:-1] if base[-1] in "ey" else base
        found |= {base, base + "s", base + "d", base + "ed", stem + "ing", stem + "ed", stem + "ies", stem + "ied"}
    return frozenset(found)
