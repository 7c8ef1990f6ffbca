"""Names that the model labels as people's, though the grammar around them shows bodies."""

from __future__ import annotations

from onrecord.language.coreference.features import Ment
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax import modifiers, phrase_relations, relations
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set


def shown(tree: Tree, mentions: list[Ment], known: ActorWords) -> set[tuple[str, ...]]:
    """The words of such names: one place in the article shows a body, and none a person."""
    labelled = [item for item in mentions if only_labelled(item, known)]
    found = {item.words for item in labelled if _shows_body(tree, item)}
    found |= {item.words for item in labelled if item.words in {words[:1] for words in found}}
    found |= {item.words for item in labelled if len(item.words) > 1 and item.words[-1:] in found}
    return found - {item.words[-1:] for item in mentions if item.honor or item.titles}


def only_labelled(item: Ment, known: ActorWords) -> bool:
    """Whether nothing but the model's label says that a name is a person's."""
    return item.label == "PERSON" and not (item.honor or item.titles) and item.words[0] not in known.forenames


def _shows_body(tree: Tree, item: Ment) -> bool:
    return (
        _has_which(tree, item)
        or _owns_post(tree, item)
        or _is_several(tree, item)
        or _owns_its(tree, item)
        or _who_are(tree, item)
    )


def _owns_its(tree: Tree, item: Ment) -> bool:
    """Whether a name is the subject of a verb whose object is "its": "Lund Brekke has sold its mill"."""
    verb = tree.head[item.head]
    plain = relations.is_active_subject(tree, item.head) and item.head < verb and not item.joined
    return plain and tree.lower[verb + 1 : verb + 2] in ([word] for word in word_set("owned_by_body"))


def _who_are(tree: Tree, item: Ment) -> bool:
    """Whether a clause takes one name up in the plural: "Halden Athletic, who have lost twice"."""
    for verb in modifiers.relative_clauses(tree, item.head):
        finite = [verb, *(kid for kid in tree.children[verb] if relations.is_auxiliary(tree, kid))]
        many = any(tree.lower[token] in word_set("plural_auxiliary") and tree.tag[token] == "VBP" for token in finite)
        if many and not item.joined and any(tree.lower[kid] == "who" for kid in tree.children[verb]):
            return True
    return False


def _has_which(tree: Tree, item: Ment) -> bool:
    """Whether "which" takes a name up: "Lund Brekke, which audits the port"."""
    return any(tree.lower[tree.left_edge[verb]] == "which" for verb in modifiers.relative_clauses(tree, item.head))


def _owns_post(tree: Tree, item: Ment) -> bool:
    """Whether a name has what only bodies have: "Haldeno's chief executive", "the Haldeno board"."""
    over = tree.head[item.head]
    held = phrase_relations.is_possessor(tree, item.head) or phrase_relations.is_compound(tree, item.head)
    return held and over > item.head and tree.lemma[over] in word_set("post_or_part_of_body")


def _is_several(tree: Tree, item: Ment) -> bool:
    """Whether one name is the subject of a plural verb: "Halden Athletic have signed a striker".

    "Lund may have signed" is no plural.
    """
    if item.joined or item.words[-1].endswith("s") or not relations.is_subject(tree, item.head):
        return False
    verb = tree.head[item.head]
    finite = [verb, *(kid for kid in tree.children[verb] if relations.is_auxiliary(tree, kid))]
    plural = (token for token in finite if tree.lower[token] in word_set("plural_auxiliary"))
    return any(item.head < token and tree.tag[token] == "VBP" for token in plural)
