"""Governments: one body for each state, distinct from the state itself and from governments of its provinces.

"The Norwegian government", "Norway's government" and "the government of Norway" are one body. "The government" alone is
the one mentioned last, or else that of the country the article is about; if there is no such country, it is unresolved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from onrecord.language import kinds
from onrecord.language.coreference.disjoint_sets import Sets
from onrecord.language.coreference.features import Ment
from onrecord.language.syntax import phrase_relations, relations
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

GOVERNMENT = word_set("government")
_PART = word_set("subnational")
_STATE = "state"
_BODIES = frozenset({"authority"})
"""Nouns whose plural also means the government: "Norway's authorities"."""
_LEAST = 2
"""Fewest times that an article names the country it is about."""


def link_governments(
    tree: Tree, names: Iterable[tuple[int, tuple[str, ...]]], mentions: list[Ment], sets: Sets
) -> list[Ment]:
    """Unite the mentions of each state's government; `names` are all names of the article: first token, and words.

    Returns the mentions: those of a government with its state set, and those of a capital used for its state as states.
    """
    mentions = _link_capitals(tree, mentions, sets)
    about, since = _about(names)
    first: dict[str, int] = {}
    last = ""
    states = {
        kinds.state_of(item.words): number for number, item in reversed(list(enumerate(mentions))) if _state(item)
    }
    for number, item in enumerate(mentions):
        if _state(item):
            states.setdefault(kinds.state_of(item.words), number)
    for number, item in enumerate(mentions):
        if item.form != "description" or item.core or item.lemma not in GOVERNMENT or item.parts:
            continue
        if item.lemma == _STATE:
            if item.state in states:
                sets.unite(states[item.state], number)
            continue
        own = about if since < item.start else ""  # not that of a country named only later
        state = item.state or (last or own if not item.plural and _bare(item) else "")
        whole = not item.plural or item.lemma in _BODIES
        if state and whole and _PART.isdisjoint(item.modifiers):
            last = state
            sets.unite(first.setdefault(state, number), number)
        else:
            state = ""  # "the Norwegian regional government"
        if state != item.state:
            mentions[number] = replace(item, state=state)
    return mentions


def governs(item: Ment) -> bool:
    """Whether a mention calls a body the government of a state."""
    return bool(item.state) and not item.core and item.lemma in GOVERNMENT and item.lemma != _STATE


def _state(item: Ment) -> bool:
    return bool(item.core) and item.kind == "State"


def _bare(item: Ment) -> bool:
    """Whether "the government" has no word that says whose it is."""
    return item.definite and not item.owned and item.lemma == "government" and not item.says


def _about(names: Iterable[tuple[int, tuple[str, ...]]]) -> tuple[str, int]:
    """The country that most names of an article refer to, by name, nationality or capital; "" if none is clear.

    With the token at which the first of them begins. If an article names another country first, as that in which it is
    set, it must name its country twice as often.
    """
    found: Counter[str] = Counter()
    first: dict[str, int] = {}
    for start, words in names:
        code = kinds.state_of(words) or kinds.capitals().get(" ".join(words))
        if code:
            found[code] += 1
            first.setdefault(code, start)
    most = found.most_common(2)
    clear = most and most[0][1] >= _LEAST and (len(most) == 1 or most[0][1] > most[1][1])
    if not clear:
        return "", 0
    (about, often), earliest = most[0], min(first, key=lambda code: first[code])
    return (about, first[about]) if about == earliest or often >= 2 * found[earliest] else ("", 0)


def _link_capitals(tree: Tree, mentions: list[Ment], sets: Sets) -> list[Ment]:
    """Unite a capital with its state if it acts ("Oslo refused") and is never a place to be in or to come from.

    Returns all mentions, with such capitals as states.
    """
    out = list(mentions)
    states: dict[str, int] = {}
    capitals: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(mentions):
        if _state(item):
            states.setdefault(kinds.state_of(item.words) or " ".join(item.words), number)
        elif item.core and item.label == "GPE" and (code := kinds.capitals().get(" ".join(item.words))):
            capitals[code].append(number)
    for code, numbers in sorted(capitals.items()):
        heads = [mentions[number].head for number in numbers]
        acts = any(relations.is_active_subject(tree, head) for head in heads)
        if code in states and acts and not any(phrase_relations.is_locating(tree, head) for head in heads):
            for number in numbers:
                out[number] = replace(mentions[number], kind="State", weight=kinds.LIKELY)
                sets.unite(states[code], number)
    return out
