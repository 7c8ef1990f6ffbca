"""Component: which mentions speak of one actor.

Sieves in the order of their precision, as in Lee et al. (2013), "Deterministic coreference resolution based on
entity-centric, precision-ranked rules": equal names, appositions, acronyms, shorter names, then pronouns and definite
descriptions from left to right.
"""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language import coreference_names as names
from onrecord.language import kinds
from onrecord.language.actor_words import ActorWords, words
from onrecord.language.coreference_anaphora import Chain, best, fits_description, fits_pronoun, pleonastic
from onrecord.language.coreference_mentions import Ment, read
from onrecord.language.tree import Tree, tree


def link_mentions(doc: Doc) -> Doc:
    """Give mentions of one actor one id, drop what refers to none, and write each actor's name, kind and members."""
    parsed, known = tree(doc), words()
    mentions = read(doc, parsed, known)
    owner = list(range(len(mentions)))
    _link_names(mentions, owner)
    _link_structure(parsed, mentions, owner)
    chains = _anaphora(parsed, mentions, owner, known)
    _write(doc, parsed, [chain for chain in chains if _matters(chain)])
    return doc


def _root(owner: list[int], item: int) -> int:
    while owner[item] != item:
        owner[item] = owner[owner[item]]
        item = owner[item]
    return item


def _unite(owner: list[int], left: int, right: int) -> None:
    a, b = sorted((_root(owner, left), _root(owner, right)))
    owner[b] = a


def _link_names(mentions: list[Ment], owner: list[int]) -> None:
    """Equal names, other orders of the same words, acronyms, shorter names."""
    named = [(number, item) for number, item in enumerate(mentions) if item.core and item.words]
    by_key: dict[str, int] = {}
    for number, item in named:
        key = names.key(item.words)
        if key in by_key:
            _unite(owner, by_key[key], number)
        else:
            by_key[key] = number
    unique = [(number, mentions[number]) for number in by_key.values()]
    for number, item in unique:
        longer = None
        for other, full in unique:
            if other == number or not _same_name(item, full):
                continue
            if longer is None or (full.start <= item.start and longer[1] < full.start):
                longer = (other, full.start)
        if longer is not None:
            _unite(owner, longer[0], number)


def _same_name(item: Ment, full: Ment) -> bool:
    return names.same_words(item.words, full.words) or names.acronym_of(item.words, full.words) or _short(item, full)


def _short(short: Ment, full: Ment) -> bool:
    if "person" in (short.broad, full.broad):
        if (
            {short.broad, full.broad} <= {"person", ""}
            or short.label == full.label
            or (full.broad == "person" and len(short.words) == 1 and short.words[0] == full.words[-1])
        ):
            return full.broad == "person" and names.short_person(short.words, full.words)
        return False
    return names.short_body(short.words, full.words, kinds.countries())


def _link_structure(tree: Tree, mentions: list[Ment], owner: list[int]) -> None:
    """Appositions, bracketed short forms, predicates, relative pronouns."""
    at_head: dict[int, list[int]] = defaultdict(list)
    for number, item in enumerate(mentions):
        at_head[item.head].append(number)
    for number, item in enumerate(mentions):
        target = _structural_target(tree, item)
        for other in at_head.get(target, ()) if target is not None else ():
            if _agree(mentions[other], item):
                _unite(owner, other, number)
                break


def _structural_target(tree: Tree, item: Ment) -> int | None:
    """Head of the phrase that a mention is set beside, predicated of, or relates to."""
    head = item.head
    if tree.dep[head] == "appos":
        return tree.head[head]
    if tree.dep[head] == "attr" and item.form == "description" and tree.child(tree.head[head], "neg") is None:
        return tree.child(tree.head[head], "nsubj") if item.kind == "Person" else None
    if item.person == "relative":
        verb = head
        for _ in range(7):
            if tree.dep[verb] == "relcl":
                return tree.head[verb]
            verb = tree.head[verb]
    return None


def _agree(left: Ment, right: Ment) -> bool:
    if right.form != "pronoun" and bool(left.plural) != bool(right.plural):
        return False
    if left.core and right.core and left.broad != right.broad:
        return False
    pair = {left.broad, right.broad}
    return "" in pair or len(pair) == 1 or pair == {"org", "group"}


def _anaphora(tree: Tree, mentions: list[Ment], owner: list[int], known: ActorWords) -> list[Chain]:
    """Chains of all mentions, in the order of their first one."""
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(mentions)):
        groups[_root(owner, number)].append(number)
    chains: list[Chain] = []
    described = fits_description(known)
    full = {root: Chain([mentions[number] for number in numbers]) for root, numbers in groups.items()}
    seen: set[int] = set()
    for number, item in enumerate(mentions):
        root = _root(owner, number)
        if root in seen:
            continue
        seen.add(root)
        chain = full[root]
        target = None
        if item.form == "pronoun":
            if item.person == "third" and not pleonastic(tree, item.head):
                target = best(chains, item, 3, fits_pronoun)
        elif item.core is None and item.definite and not chain.named:
            target = best(chains, item, 8, described)
        if target is not None:
            target.members.extend(chain.members)
            target.members.sort(key=lambda m: (m.start, -m.end))
        else:
            chains.append(chain)
    return chains


def _matters(chain: Chain) -> bool:
    """Whether a chain is an actor: named, or described as a person or body; not a pronoun or a bare noun alone."""
    solid = [item for item in chain.members if item.form != "pronoun"]
    if not solid:
        return False
    if chain.named:
        return True
    broad = chain.broad
    if broad in ("person", "group"):
        return any(item.end - item.start > 1 or item.role >= 3 for item in solid)
    if broad in ("org", "thing"):
        return any(item.end - item.start > 1 and item.role for item in solid)
    return False


def _write(doc: Doc, tree: Tree, chains: list[Chain]) -> None:
    spans: list[Span] = []
    attrs: dict[str, ann.ActorAttrs] = {}
    for number, chain in enumerate(sorted(chains, key=lambda c: (c.members[0].start, -c.members[0].end)), 1):
        key = f"a{number}"
        named = [item for item in chain.members if item.core]
        kind = kinds.decide(
            (item.kind for item in named),
            (item.kind for item in chain.members if not item.core and item.form != "pronoun"),
        )
        solid = [item for item in chain.members if item.form != "pronoun"]
        first = (
            max(named, key=lambda m: (len(m.words), -m.start))
            if named
            else max(solid, key=lambda m: (m.end - m.start, -m.start))
        )
        begin, end = first.core or (first.start, first.end)
        if kind == "Person" and not named and all(item.plural for item in solid):
            kind = "Group"
        attrs[key] = {"name": (tree.start[begin], tree.end[end - 1]), "type": kind, "named": bool(named), "members": []}
        for item in chain.members:
            form = item.form
            if item.core and item is not first and len(item.words) < len(first.words):
                form = "short"
            spans.append(Span(doc, item.start, item.end, label=form, kb_id=key))
    ann.put(doc, ann.MENTIONS, spans, attrs)
