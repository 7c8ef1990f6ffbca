"""Whether a deed is denied: by a negation, by "nobody", "almost", "instead of"."""

from __future__ import annotations

from functools import cache

from onrecord.language.actions.triggers import Deed
from onrecord.language.lexicon import cues
from onrecord.language.lexicon.records import Factuality
from onrecord.language.syntax import dependents, modifiers, phrase_relations, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.tags import INFINITIVE_OR_GERUND
from onrecord.language.syntax.tree import Tree
from onrecord.lexicon_files import whole
from onrecord.punctuation import DOUBLE_QUOTES
from onrecord.word_sets import word_set


def is_denied(tree: Tree, word: int) -> bool:
    """Whether a word is negated in its own clause; for an adjective, also by a negation of its copula."""
    if dependents.negations(tree, word) or _absent(tree, word):
        return True
    if _in_no_case(tree, word) or _is_neither(tree, word):
        return True
    above = tree.head[word]
    predicate = relations.is_predicate_adjective(tree, word) or relations.is_predicate_noun(tree, word)
    predicate = predicate or (relations.is_object_predicate(tree, word) and tree.pos[word] == "ADJ")  # "seems willing"
    if predicate and (dependents.negations(tree, above) or _absent(tree, above)):
        return True
    effects = [signs("adverb").get(tree.lower[kid]) for kid in dependents.adverbs(tree, word)]
    return "negative" in effects


def is_negated(tree: Tree, deed: Deed) -> bool:
    """Whether a deed is negated in its own clause or phrase."""
    if is_denied(tree, deed.verb) or (deed.noun_frame is not None and dependents.negations(tree, deed.head)):
        return True
    if _after(tree, deed.head if deed.noun_frame is not None else deed.verb):
        return True
    above = tree.head[deed.head]
    if deed.noun_frame is not None and relations.is_direct_object(tree, deed.head) and is_denied(tree, above):
        return not is_unsaid(tree, deed)  # "nobody signed the deal": there is no deal
    lacking = tree.lower[above] == "of" and tree.lemma[tree.head[above]] in word_set("lacking")
    return deed.noun_frame is not None and phrase_relations.is_object_of_preposition(tree, deed.head) and lacking


def is_unsaid(tree: Tree, deed: Deed) -> bool:
    """Whether a noun names something that somebody does not say: "has not confirmed the ban" leaves the ban open."""
    above = tree.head[deed.head]
    cue = cues("verb").get(tree.lemma[above])
    if cue is None or cue.kind != "speech" or "that" not in cue.frames:
        return False
    return deed.noun_frame is not None and relations.is_direct_object(tree, deed.head) and is_denied(tree, above)


def _absent(tree: Tree, verb: int) -> bool:
    """Whether the verb's subject or object is negative: "none of them", "neither A nor B", "no minister"."""
    for head in (*clause(tree, verb).own_subjects, *clause(tree, verb).own_objects):
        words = [head, *(kid for kid in tree.children[head] if kid < head)]
        none = any(tree.lower[word] in word_set("no_determiner") for word in words) or tree.lower[head] in signs(
            "absent"
        )
        if none or dependents.negations(tree, head):
            return True
    return False


def _is_neither(tree: Tree, verb: int) -> bool:
    """Whether a verb is one of several of which none was done: "neither closed the mine nor sold it"."""
    words = word_set("denies_each")
    if any(kid < verb and tree.lower[kid] in words and tree.pos[kid] == "CCONJ" for kid in tree.children[verb]):
        return True
    if not phrase_relations.is_conjunct(tree, verb):
        return False
    first = tree.head[verb]
    return any(first < kid < verb and tree.lower[kid] in words for kid in tree.children[first])


def _in_no_case(tree: Tree, verb: int) -> bool:
    """Whether a phrase before the verb says that it never happened: "at no time did", "in no way has".

    The parser may hang the verb of a passive on its subject: "at no point was water released".
    """
    for head in (verb, *((tree.head[tree.head[verb]],) if phrase_relations.is_participle_of(tree, verb) else ())):
        for prep in modifiers.prepositions(tree, head):
            for noun in modifiers.objects_below(tree, prep) if prep < head else ():
                phrase = f"{tree.lower[prep]} no {tree.lower[noun]}"
                if phrase in word_set("in_no_case") and dependents.negations(tree, noun):
                    return True
    return False


def _after(tree: Tree, word: int) -> bool:
    """Whether "instead of", "rather than" or "without" directly precedes the words of a deed."""
    start = tree.left_edge[word]
    if start > 0 and tree.text[start] in DOUBLE_QUOTES:
        start += 1
    table = signs("before")
    heads = clause(tree, word).own_subjects  # "instead of selling it, they kept it": the selling is denied
    main = any(tree.tag[item] in INFINITIVE_OR_GERUND for head in heads for item in range(start, head))
    for first in (start - 2, start - 1, *(() if main else (start,))):
        if first >= 0 and first < word:
            pair = " ".join(tree.lower[first : min(first + 2, word)])
            if pair in table or (first == start - 1 and tree.lower[first] in table):
                return True
    return False


@cache
def signs(table: str) -> dict[str, str]:
    """The words of one table of ``factuality.toml``, each with its modality or "negative"."""
    return {
        word: str(entry.modality or entry.polarity)
        for entry in getattr(whole("factuality.toml", Factuality), table)
        for word in entry.words
    }
