"""Who speaks, who is spoken to, and who has had the floor last."""

from __future__ import annotations

from onrecord.language.coreference.features import Ment
from onrecord.language.syntax import dependents, lexical, phrase_relations, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import LEADS

_CLIMB = 6
"""Most clauses to climb from a verb; the limit keeps a broken parse from looping."""


def speaks(tree: Tree, item: Ment) -> bool:
    """Whether a mention is the subject of a verb of saying."""
    return relations.is_active_subject(tree, item.head) and tree.lemma[tree.head[item.head]] in lexical.speaking()


def takes_floor(tree: Tree, item: Ment, *, named: bool) -> bool:
    """Whether a mention speaks, or is a named person whose stand a sentence tells: "Mayor Lund rejected the plan".

    So does one of whom the first sentence of a paragraph tells: who spoke in the paragraph before has had the floor.
    Who only speaks within what another says does not.
    """
    if speaks(tree, item):
        return not _within_speech(tree, tree.head[item.head])
    verb = tree.head[item.head]
    if named and _opens_paragraph(tree, item):
        return True
    stands = relations.is_active_subject(tree, item.head) and tree.lemma[verb] in lexical.reporting()
    return stands and tree.head[verb] == verb and bool(item.core) and item.broad == "person"


def _within_speech(tree: Tree, verb: int) -> bool:
    """Whether a clause completes a verb of saying with another subject, or restricts a noun that is no subject.

    As in "Lund said that Brekke would tell her", "Lund was asked by somebody who wished to know".
    """
    for _ in range(_CLIMB):
        above = tree.head[verb]
        if above == verb:
            return False
        if phrase_relations.is_relative_clause(tree, verb):
            return not relations.is_subject(tree, above)
        said = relations.is_complement_clause(tree, verb) and above < verb and tree.lemma[above] in lexical.speaking()
        if said and clause(tree, above).own_subjects:
            return True
        verb = above
    return False


def _opens_paragraph(tree: Tree, item: Ment) -> bool:
    """Whether a named person is the subject of the first sentence of a paragraph."""
    verb = tree.head[item.head]
    if item.broad != "person" or item.plural or tree.head[verb] != verb:
        return False
    first = tree.sents[tree.sent[verb]][0]
    around = tree.text[max(first - 1, 0) : first + 1]
    return relations.is_active_subject(tree, item.head) and any("\n" in text for text in around)


def only_reports(tree: Tree, item: Ment) -> bool:
    """Whether a mention only names the source of the words before it: "..., Ada Lund said".

    What follows a colon is no such remark: "They fell silent: Lund knew why".
    """
    verb, before = tree.head[item.head], tree.left_edge[item.head] - 1
    if before >= 0 and tree.text[before] in LEADS:
        return False
    return speaks(tree, item) and (
        relations.is_parenthesis(tree, verb) or (dependents.reported_clause(tree, verb) or verb) < verb
    )


def in_talk(tree: Tree, anaphor: Ment) -> bool:
    """Whether a pronoun is a speaker or is spoken to: "told him", "whispered to her"."""
    prep = tree.head[anaphor.head]
    told = phrase_relations.is_object_of_preposition(tree, anaphor.head) and tree.lower[prep] == "to"
    return speaks_or_hears(tree, anaphor) or (told and tree.lemma[tree.head[prep]] in lexical.speaking())


def speaks_or_hears(tree: Tree, anaphor: Ment) -> bool:
    """Whether a pronoun is the subject of a verb of saying, or the object of one of addressing."""
    verb = tree.head[anaphor.head]
    if relations.is_active_subject(tree, anaphor.head):
        return tree.lemma[verb] in lexical.speaking()
    return relations.is_object(tree, anaphor.head) and tree.lemma[verb] in lexical.addressing()
