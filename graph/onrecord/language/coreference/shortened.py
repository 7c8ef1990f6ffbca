"""Full names that an article goes on with by their last word, as it does with people's: "Luc Dahl ... Dahl"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language import kinds
from onrecord.language.coreference.features import Ment
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax import phrase_relations, relations
from onrecord.language.syntax.tree import Tree


def names(tree: Tree, unsure: Sequence[Ment], mentions: Sequence[Ment], known: ActorWords) -> set[tuple[str, ...]]:
    """The words of those of the `unsure` full names of which the last word stands alone among `mentions`.

    What a body is called in short is rather the first word of its name, or a word with a meaning of its own.
    """
    single = [item for item in mentions if len(item.words) == 1]
    alone = {item.words[0] for item in single if item.core and _acts_alone(tree, item)}
    firsts = {item.words[0] for item in single}
    return {
        item.words
        for item in unsure
        if len(item.words) > 1
        and item.words[-1] in alone
        and firsts.isdisjoint(item.words[:-1])
        and not any(_means(word, known) for word in item.words)
    }


def _acts_alone(tree: Tree, item: Ment) -> bool:
    """Whether a one-word name without an article does something or has something: "Dahl spoke", "Dahl's account"."""
    bare = item.core == (item.start, item.end) and not phrase_relations.is_compound(tree, item.head)
    return bare and (relations.is_subject(tree, item.head) or tree.text[item.end : item.end + 1] in (["'s"], ["’s"]))


def _means(word: str, known: ActorWords) -> bool:
    """Whether a word of a name has a meaning of its own, as those of bodies have: "American", "Mill"."""
    return kinds.is_nationality((word,)) or word in known.senses or word in known.noun_type or word in known.name_any
