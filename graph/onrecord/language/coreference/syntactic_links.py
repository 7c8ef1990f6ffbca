"""Links between phrases by syntax: appositions, predicates, roles before names, relative pronouns."""

from __future__ import annotations

from collections import defaultdict

from onrecord.language import kinds
from onrecord.language.coreference import names
from onrecord.language.coreference.disjoint_sets import Sets
from onrecord.language.coreference.features import Ment
from onrecord.language.lexicon.actor_words import ACTING
from onrecord.language.syntax import appositions, dependents, modifiers, phrase_relations, relations
from onrecord.language.syntax.antecedents import antecedent
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.tree import Tree
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_PLACE_OF = word_set("place_of")
_SAME_BODY = word_set("same_body")
_LONGEST = weights_of("coreference")["acronym.longest_in_brackets"]


class _Named:
    """Unites sets of mentions, but never two sets with different names."""

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
    """Unite appositions, roles before names, predicates and relative pronouns with the mention that they describe."""
    at_head: dict[int, list[int]] = defaultdict(list)
    core_at: dict[int, int] = {}
    at_end: dict[int, int] = {}
    single = [(number, item) for number, item in enumerate(mentions) if not item.parts]
    for number, item in single:
        at_head[item.head].append(number)
        at_end.setdefault(item.end, number)  # the widest phrase that ends there
        if item.core:
            core_at[item.core[0]] = number
    _link_brackets(tree, mentions, core_at, sets)
    named = _Named(mentions, sets)
    for numbers in at_head.values():  # the same head with and without its apposition, its role
        for number in numbers[1:]:
            named.unite(numbers[0], number)
    broad = {head: mentions[numbers[0]].broad for head, numbers in at_head.items()}
    for number, item in single:
        if item.form == "description" and item.role_before_name:
            right = item.head == item.end - 1 or item.kind == "Person"  # not in "the search for the ferry Halden Pearl"
            if right and item.end in core_at and not _only_place(mentions[core_at[item.end]], item):
                named.unite(number, core_at[item.end])
                _link_joined_role(tree, mentions, at_end, number, named)
            continue
        _link_holder(tree, mentions, at_head, number, named)
        _link_called(tree, mentions, at_head, number, named)
        target = _target(tree, item, broad)
        found = _right_before(tree, mentions, at_end, item, target)
        if found is None:
            found = _bearer_of(tree, mentions, at_head, item, target)
        if found is not None:
            named.unite(found, number)
            _link_shared_article(tree, mentions, at_head, found, named)


def _link_holder(tree: Tree, mentions: list[Ment], at_head: dict[int, list[int]], number: int, named: _Named) -> None:
    """Unite an office with its holder's name where its body stands between them: "CEO of Halden Ada Lund"."""
    item = mentions[number]
    link = item.end
    if item.form == "description" and phrase_relations.is_noun_before_noun(tree, item.head) and link < len(tree):
        found = (
            at_head.get(tree.head[item.head], ()) if tree.pos[link] == "ADP" and tree.head[link] == item.head else ()
        )
        holder = (other for other in found if mentions[other].label == "PERSON")
        named.unite(number, next(holder, number))


def _link_called(tree: Tree, mentions: list[Ment], at_head: dict[int, list[int]], number: int, named: _Named) -> None:
    """Unite a name with the description that a participle links it to: "a firm called Haldeno"."""
    called = phrase_relations.noun_called(tree, mentions[number].head) if mentions[number].core else None
    for other in at_head.get(called, ()) if called is not None else ():
        if not mentions[other].core:
            named.unite(other, number)


def _right_before(
    tree: Tree, mentions: list[Ment], at_end: dict[int, int], item: Ment, target: int | None
) -> int | None:
    """The mention that ends at the comma before an apposition or "who", if that is the likelier one described.

    As in "the mayor and the sheriff, Ola Lund" and "Jon Moe and his son Tom Moe, the former mayor, who died".
    """
    if target is None or tree.text[item.start - 1] != ",":
        return None
    number = at_end.get(item.start - 1)
    if number is None:
        return None
    near = mentions[number]
    if item.person == "relative":
        beside = appositions.is_apposition_of(tree, near.head, target)
        return number if beside and item.kind == near.kind == "Person" else None
    if not phrase_relations.is_apposition(tree, item.head):
        return None
    return number if appositions.is_joined_to(tree, near.head, target) and _agree(near, item) else None


def _link_shared_article(
    tree: Tree, mentions: list[Ment], at_head: dict[int, list[int]], number: int, named: _Named
) -> None:
    """Unite two roles under one article if the name after them holds both: "the founder and chairman, Ola Lund"."""
    role = mentions[number]
    if not _is_role(role) or modifiers.determiner(tree, role.head) is not None:
        return
    if not phrase_relations.is_conjunct(tree, role.head):
        return
    for other in at_head.get(tree.head[role.head], ()):
        if _is_role(mentions[other]) and modifiers.determiner(tree, mentions[other].head) is not None:
            named.unite(number, other)
            return


def _is_role(item: Ment) -> bool:
    return item.form == "description" and item.core is None and item.kind == "Person" and not item.plural


def _link_joined_role(tree: Tree, mentions: list[Ment], at_end: dict[int, int], number: int, named: _Named) -> None:
    """Unite two joined roles before a name: "Haldeno CEO and co-founder Ola Lund" is one person."""
    role = mentions[number]
    joint = next((token for token in range(max(0, role.start - 1), role.end) if tree.lower[token] == "and"), None)
    before = at_end.get(joint) if joint is not None else None
    if before is None:
        return
    other = mentions[before]
    bare = other.form == "description" and not other.core and not other.plural and other.kind == role.kind == "Person"
    if bare and modifiers.determiner(tree, other.head) is None:
        named.unite(number, before)


def _bearer_of(
    tree: Tree, mentions: list[Ment], at_head: dict[int, list[int]], item: Ment, target: int | None
) -> int | None:
    """The mention at `target` that agrees with the description `item`.

    For a person's name after a comma, the phrases that contain `target` are tried too: "the head of Kestrel, Jon Moe".
    """
    if target is None:
        return None
    beside = phrase_relations.is_apposition(tree, item.head) and item.core and item.broad == "person"
    beside = beside and tree.text[item.start - 1] == ","
    nouns = appositions.nouns_around(tree, target) if beside else [target]
    others = (other for noun in nouns for other in at_head.get(noun, ()))
    return next((other for other in others if _agree(mentions[other], item)), None)


def _link_brackets(tree: Tree, mentions: list[Ment], core_at: dict[int, int], sets: Sets) -> None:
    for number, item in enumerate(mentions):
        short = core_at.get(item.end + 1) if item.core and item.end < len(tree) and tree.text[item.end] == "(" else None
        if short is not None and _short_form(mentions[short], item):
            sets.unite(number, short)


def _only_place(name: Ment, role: Ment) -> bool:
    """Whether the words before a name only describe a place: "communist Norway", but not "planemaker Halden"."""
    if name.broad != "place" or role.broad == "place":
        return False
    return name.weight == kinds.STRONG or name.kind == "State" or role.broad not in ("org", "person")


def _short_form(short: Ment, long: Ment) -> bool:
    """Whether a name in brackets is likely an acronym of the name before it: "Halden Airlines (HLA)"."""
    return (
        len(short.words) == 1
        and len(long.words) > 1
        and short.words[0][0] == long.words[0][0]
        and not short.capitals
        and 1 < len(short.words[0]) <= _LONGEST
    )


def _target(tree: Tree, item: Ment, broad: dict[int, str]) -> int | None:
    """Head of the phrase that a mention is an apposition to, predicated of, or a relative pronoun for."""
    head = item.head
    if phrase_relations.is_apposition(tree, head):
        listed = item.start > 0 and tree.text[item.start - 1] == ":" and not item.core and item.kind != "Person"
        return None if listed else tree.head[head]  # "Ada Moe: possession of a knife"
    if item.person == "relative":
        found = antecedent(tree, head, (lambda word: broad.get(word) in ACTING) if item.kind == "Person" else None)
        return None if found == head else found
    if item.form == "pronoun" and item.kind == "Person":
        return _asked(tree, head)
    if item.form == "description" and item.lemma in _SAME_BODY | _PLACE_OF:
        return _bearer(tree, item)
    if item.form != "description" or item.kind != "Person":
        return None
    return _holder(tree, item, broad) if phrase_relations.is_conjunct(tree, head) else _subject(tree, head)


def _holder(tree: Tree, item: Ment, broad: dict[int, str]) -> int | None:
    """Head of the name of who holds the second of two posts behind it: "Ada Moe, chair and head of Haldeno"."""
    first = tree.head[item.head]
    bare = all(modifiers.determiner(tree, word) is None for word in (item.head, first))
    both = _is_role(item) and broad.get(first) == "person"
    return tree.head[first] if bare and both and phrase_relations.is_apposition(tree, first) else None


def _asked(tree: Tree, head: int) -> int | None:
    """Head of the person asked how or why they did something: "the host asked Lund why he left"."""
    found = clause(tree, tree.head[head])
    over = found.governor
    if not relations.is_active_subject(tree, head) or found.link != "complement" or over is None:
        return None
    why = any(tree.tag[kid] == "WRB" for kid in dependents.adverbs(tree, found.verb))
    asked = clause(tree, over).objects if tree.lemma[over] in word_set("asking") else ()
    return asked[0] if why and asked else None


def _subject(tree: Tree, head: int) -> int | None:
    """Head of the subject that a predicate noun, or a noun after "as", describes."""
    over = tree.head[head]
    if relations.is_predicate_noun(tree, head) and not clause(tree, over).negations:
        return next(iter(clause(tree, over).nominative), None)
    if (
        phrase_relations.is_object_of_preposition(tree, head)
        and tree.lower[over] == "as"
        and tree.pos[tree.head[over]] == "VERB"
    ):
        told = clause(tree, tree.head[over])
        if (done := next((word for word in told.own_objects if word < over), None)) is not None:
            return done  # "They backed Lund as the nominee"
        return next(iter(told.nominative), None)  # "As spokesman of the port, he said"
    return None


def _bearer(tree: Tree, item: Ment) -> int | None:
    """Head of the name within a description: "the Haldeno company", "the church of Halden", "the isle of Halden"."""
    of = next((prep for prep in modifiers.prepositions(tree, item.head) if tree.lower[prep] == "of"), None)
    if item.lemma in _SAME_BODY and of is None:
        compound = item.definite and item.owned and phrase_relations.is_compound(tree, item.head - 1)
        return item.head - 1 if compound else None
    return None if of is None else modifiers.object_below(tree, of)


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
    if bool(left.plural) != bool(right.plural) or (right.core and _known_broad(right, left) == "place" != left.broad):
        return False
    pair = {_known_broad(left, right), _known_broad(right, left)}
    apart = max(left.start, right.start) > min(left.end, right.end) + 1
    if "" in pair and "org" not in pair and apart:
        # "Ola Lund, in their first match, the team's robot": a noun of no known kind describes only the name right
        # before it. A body's noun may be farther away, because most words for what a body does have no known kind.
        return False
    return "" in pair or len(pair) == 1 or pair == {"org", "group"}


def _known_broad(item: Ment, beside: Ment) -> str:
    """Broad kind of a mention; "" for a name labelled as a place that `beside` says is a person."""
    unsure = item.core and item.broad == "place" and item.weight == kinds.WEAK and beside.broad == "person"
    return "" if unsure else item.broad
