"""Links that need no search: between names, and between phrases that the syntax sets side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from onrecord.language import coreference_names as names
from onrecord.language import kinds
from onrecord.language.actor_words import ActorWords, closed
from onrecord.language.coreference_mentions import Ment
from onrecord.language.coreference_sets import Sets
from onrecord.language.tree import Tree

_GOVERNMENT = closed("government")


@dataclass(slots=True)
class _Group:
    """Equal names: the words of the longest, the mentions."""

    words: tuple[str, ...]
    first: int
    numbers: list[int]
    broad: str
    kind: str | None
    labels: set[str]
    capitals: str
    exact: bool
    """Whether the name was also printed with a company designator ("Halden Inc.")."""


def link_names(mentions: list[Ment], sets: Sets, known: ActorWords) -> None:
    """Unite equal names, other orders of the same words, acronyms and shorter names."""
    groups: dict[str, _Group] = {}
    for number, item in enumerate(mentions):
        if not item.core or not item.words:
            continue
        key = _key(item)
        group = groups.get(key)
        if group is None:
            groups[key] = group = _Group(
                item.words, number, [], item.broad, item.kind, set(), item.capitals, exact=False
            )
        else:
            sets.unite(group.first, number)
        group.numbers.append(number)
        group.labels.add(item.label)
        group.exact = group.exact or any(word in names.DESIGNATORS for word in item.words[1:])
        if len(item.words) > len(group.words):
            group.words = item.words
    listed = list(groups.values())
    _makers(listed, mentions)
    for group in listed:
        _attach(group, listed, sets, known)


def _makers(groups: list[_Group], mentions: list[Ment]) -> None:
    """A body whose name begins a product's name is the company that makes it."""
    products = [group.words for group in groups if group.kind == "Product"]
    for group in groups:
        size = len(group.words)
        if "ORG" in group.labels and any(len(words) > size and words[:size] == group.words for words in products):
            mentions[group.first].votes.append("Company")


def _key(item: Ment) -> str:
    state = kinds.state_of(item.words)
    if state and (item.label != "NORP" or item.attributive):
        return f"state {state}"
    return f"{'people ' if item.label == 'NORP' else ''}{names.key(item.words)}"


def _attach(group: _Group, groups: list[_Group], sets: Sets, known: ActorWords) -> None:
    """Unite a name with the longer name it is short for."""
    if group.kind == "State" or "NORP" in group.labels:
        return
    others = [other for other in groups if other is not group and "NORP" not in other.labels]
    same = [
        other
        for other in others
        if names.same_words(group.words, other.words)
        or ("ORG" in group.labels and names.of_body(group.words, other.words) and other.kind != "Place")
        or names.acronym_of(group.words, other.words)
        or (len(group.words) == 1 and len(group.words[0]) > 1 and group.words[0] == other.capitals)
        or names.without_state(other.words) == group.words
    ]
    if not same and group.broad == "person":
        same = [other for other in others if other.broad == "person" and names.short_person(group.words, other.words)]
    elif not same and not group.exact:
        same = [other for other in others if other.kind != "State" and _extends(other, group, known)]
        if len({sets.root(other.first) for other in same}) > 1:
            return
    if same:
        before = [other for other in same if other.first < group.first]
        chosen = max(before, key=lambda other: other.first) if before else min(same, key=lambda other: other.first)
        sets.unite(chosen.first, group.first)


def _extends(long: _Group, short: _Group, known: ActorWords) -> bool:
    """Whether an organisation's name begins with the short one and only says more of the same body."""
    size = len(short.words)
    if len(long.words) <= size or long.words[:size] != short.words or kinds.state_of(short.words):
        return False
    if short.broad == "place" and kinds.is_place(" ".join(short.words)):
        return False
    rest = long.words[size:]
    if long.broad not in ("org", "") or short.broad == "person":
        return False
    return not any(names.stem(word) in known.things for word in rest)


class _Named:
    """Unites sets of mentions, but never two that have different names."""

    def __init__(self, mentions: list[Ment], sets: Sets) -> None:
        self._sets = sets
        self._roots = {sets.root(number) for number, item in enumerate(mentions) if item.core}

    def unite(self, left: int, right: int) -> None:
        a, b = self._sets.root(left), self._sets.root(right)
        if a in self._roots and b in self._roots:
            return
        self._sets.unite(a, b)
        if a in self._roots or b in self._roots:
            self._roots.add(self._sets.root(a))


def link_structure(tree: Tree, mentions: list[Ment], sets: Sets) -> None:
    """Unite appositions, roles before names, predicates and relative pronouns with what they are set beside."""
    at_head: dict[int, list[int]] = defaultdict(list)
    core_at: dict[int, int] = {}
    for number, item in enumerate(mentions):
        at_head[item.head].append(number)
        if item.core:
            core_at[item.core[0]] = number
    _link_brackets(tree, mentions, core_at, sets)
    named = _Named(mentions, sets)
    for numbers in at_head.values():  # the same head with and without its apposition, its role
        for number in numbers[1:]:
            named.unite(numbers[0], number)
    for number, item in enumerate(mentions):
        if item.form == "description" and item.role_before_name:
            if item.end in core_at:
                named.unite(number, core_at[item.end])
            continue
        target = _target(tree, item)
        for other in at_head.get(target, ()) if target is not None else ():
            if _agree(mentions[other], item):
                named.unite(other, number)
                break


def _link_brackets(tree: Tree, mentions: list[Ment], core_at: dict[int, int], sets: Sets) -> None:
    for number, item in enumerate(mentions):
        short = core_at.get(item.end + 1) if item.core and item.end < len(tree) and tree.text[item.end] == "(" else None
        if short is not None and _short_form(mentions[short], item):
            sets.unite(number, short)


def _short_form(short: Ment, long: Ment) -> bool:
    """Whether a name in brackets is likely an acronym of the name before it: "Singapore Airlines (SIA)"."""
    return (
        len(short.words) == 1
        and len(long.words) > 1
        and short.words[0][0] == long.words[0][0]
        and not short.capitals
        and 1 < len(short.words[0]) <= 6
    )


def _target(tree: Tree, item: Ment) -> int | None:
    """Head of the phrase that a mention is set beside, predicated of, or relates to."""
    head = item.head
    dep, over = tree.dep[head], tree.head[head]
    if dep == "appos":
        return over
    if item.person == "relative":
        return _antecedent(tree, head)
    if item.form != "description" or item.kind != "Person":
        return None
    if dep == "attr" and tree.child(over, "neg") is None:
        return tree.child(over, "nsubj")
    if dep == "pobj" and tree.lower[over] == "as" and tree.pos[tree.head[over]] == "VERB":
        return tree.child(tree.head[over], "nsubj")  # "As spokesman of the port, he said"
    return None


def _antecedent(tree: Tree, head: int) -> int | None:
    verb = head
    for _ in range(7):
        if tree.dep[verb] == "relcl":
            return tree.head[verb]
        verb = tree.head[verb]
    return None


def _agree(left: Ment, right: Ment) -> bool:
    if right.person == "relative" and right.kind != "Person" and left.broad == "person":
        return False  # "the spokesman of the port, which is closed"
    if right.form == "pronoun" or left.form == "pronoun":
        return True
    if left.core and right.core:
        return (
            names.acronym_of(right.words, left.words)
            or names.acronym_of(left.words, right.words)
            or (left.broad == right.broad == "person" and bool(set(left.words) & set(right.words)))
        )
    if bool(left.plural) != bool(right.plural):
        return False
    pair = {left.broad, right.broad}
    return "" in pair or len(pair) == 1 or pair == {"org", "group"}


def link_governments(mentions: list[Ment], sets: Sets) -> None:
    """Unite "the Pakistani government", "Pakistan's authorities" with the state they govern."""
    states: dict[str, int] = {}
    for number, item in enumerate(mentions):
        if item.core and item.kind == "State":
            states.setdefault(kinds.state_of(item.words) or " ".join(item.words), number)
    for number, item in enumerate(mentions):
        if item.form != "description" or item.lemma not in _GOVERNMENT or not item.state:
            continue
        if item.state in states:
            sets.unite(states[item.state], number)
        else:
            states[item.state] = number
