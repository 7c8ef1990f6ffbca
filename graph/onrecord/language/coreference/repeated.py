"""Groups that an article quotes again by the same words: "harbour pilots say ...", "harbour pilots said"."""

from __future__ import annotations

from onrecord.language.coreference.disjoint_sets import Sets
from onrecord.language.coreference.features import Ment
from onrecord.language.syntax import lexical, relations
from onrecord.language.syntax.tags import PLURAL
from onrecord.language.syntax.tree import Tree


def link_repeated(tree: Tree, mentions: list[Ment], sets: Sets) -> None:
    """Unite plural descriptions of the same words, more than one and none of them a determiner, that say something."""
    first: dict[tuple[str, ...], int] = {}
    for number, item in enumerate(mentions):
        if item.core or item.form != "description" or item.end - item.start < 2 or not _speaks(tree, item):
            continue
        if all(tree.pos[token] in ("ADJ", "NOUN", "PROPN") for token in range(item.start, item.end)):
            same = first.setdefault(tuple(tree.lower[item.start : item.end]), number)
            if same != number:
                sets.unite(same, number)


def _speaks(tree: Tree, item: Ment) -> bool:
    verb = tree.lemma[tree.head[item.head]]
    return (
        tree.tag[item.head] in PLURAL
        and relations.is_active_subject(tree, item.head)
        and (verb in lexical.speaking() or verb in lexical.reporting())
    )
