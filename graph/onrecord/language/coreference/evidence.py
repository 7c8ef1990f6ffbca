"""Evidence for the kind of a name from its sentence: what it does, owns or is told, and what it is an example of.

Examples follow the patterns of Hearst (1992), "Automatic acquisition of hyponyms from large text corpora": "operators
such as A and B", "A, B and other operators".
"""

from __future__ import annotations

from collections.abc import Iterable
from string import digits

from msgspec.structs import replace

from onrecord import person_names
from onrecord.language import kinds
from onrecord.language.coreference.features import Ment
from onrecord.language.coreference.mislabelled import relabelled
from onrecord.language.coreference.products import as_product, counted_names, product_lines, short_products
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax import dependents, lexical, modifiers, phrase_relations, relations
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.tags import AREAS
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_PAPERS = word_set("paper_of_name")
_OUTLETS = word_set("outlet_noun")
_PAGES = word_set("page_of_anybody")
_OF_PEOPLE = word_set("end_of_life")
_EXAMPLE = word_set("example")
_RESULTS = word_set("business_result")
_ARTICLES = word_set("article")
_LONGEST_PERSON = 3
"""Most words of a name that a forename alone marks as a person's; a longer one is more often a body's."""
_OLDEST = 120
"""Numbers that may be a person's age in years: "Ada Brekke, 32, ...", but not "Haldeno, 1998, ..."."""
_LISTED = 12
"""Most names in one enumeration; more are several lists that the parser ran together."""
_BODIES = frozenset({"ORG", "NAME", "PRODUCT", "WORK_OF_ART", "PERSON", "FAC"})


def with_evidence(tree: Tree, mentions: list[Ment], known: ActorWords) -> list[Ment]:
    """The mentions, each with the kinds that its context is evidence for."""
    bodies = {item.head for item in mentions if item.core and item.label == "ORG" and item.broad == "org"}
    surnames = {
        person_names.parsed(item.words).surname[-1:]
        for item in mentions
        if item.label == "PERSON" and len(item.words) > 1
    }
    named = relabelled(tree, _by_other_names(tree, mentions, known), surnames, known)
    return [_in_context(tree, item, surnames, bodies, known) for item in named]


def with_votes(mentions: list[Ment], votes: Iterable[tuple[int, str]]) -> list[Ment]:
    """The mentions with more evidence of their kinds; `votes` are pairs of a mention's number and a kind."""
    told: dict[int, list[str]] = {}
    for number, kind in votes:
        told.setdefault(number, []).append(kind)
    return [
        replace(item, votes=(*item.votes, *told[number])) if number in told else item
        for number, item in enumerate(mentions)
    ]


def _in_context(tree: Tree, item: Ment, surnames: set[tuple[str, ...]], bodies: set[int], known: ActorWords) -> Ment:
    """A mention with the evidence of its kind from its own sentence."""
    if _family(tree, item, surnames):
        return replace(item, kind="Group", weight=kinds.STRONG, plural=True, label="NAME")
    if item.core is None and item.form == "description" and _speaks(tree, item.head, known):
        return replace(item, votes=(*item.votes, item.kind or ("Group" if item.plural else "Thing")))
    if item.core is None or item.label == "NORP" or item.kind == "State":
        return item
    if _with_article(tree, item):  # no person is called "the Halden"; "the Haldens" may be a band
        item = replace(item, kind="Group" if item.plural else None)
    votes = _votes_on_name(tree, item, bodies, known)
    return replace(item, votes=(*item.votes, *votes)) if votes else item


def _votes_on_name(tree: Tree, item: Ment, bodies: set[int], known: ActorWords) -> list[str]:
    """Kinds that the sentence around a name is evidence for; being given as an example of a kind counts twice."""
    if item.label != "PERSON" and _person(tree, item, known):
        return ["Person"]
    votes: list[str] = []
    vote = as_product(tree, item, bodies, known) or _by_role(tree, item, known)
    if vote and (item.label in _BODIES or (item.label in AREAS and item.weight == kinds.WEAK)):
        votes += [vote, vote] if vote == "Organization" and _says(tree, item) else [vote]
    example = _as_example(tree, item.head, known)
    return [*votes, example, example] if example else votes


def _by_other_names(tree: Tree, mentions: list[Ment], known: ActorWords) -> list[Ment]:
    """The mentions with evidence from the article's other names: products of one line, first words of a body's name."""
    versions = short_products(mentions)
    lasts = {item.words[-1:] for item in mentions if item.kind == "Product" and item.weight == kinds.STRONG}
    lines, firsts, counted = product_lines(mentions), _first_words(mentions), counted_names(tree, mentions, known)

    def read(item: Ment) -> Ment:
        if item.words[:-1] in lines and item.words[-1].isdigit():
            item = replace(item, votes=(*item.votes, "Product", "Product"))
        if len(item.words) == 1 and item.words[0].rstrip(digits) in versions and item.words[0][-1].isdigit():
            item = replace(item, kind="Product", weight=kinds.LIKELY, label="PRODUCT")
        if item.words in counted:
            item = replace(item, votes=(*item.votes, "Product"))
        if item.label == "PERSON" and item.weight == kinds.WEAK and item.words in firsts and not item.honor:
            item = replace(item, kind="Organization", label="ORG")
        elif item.label in kinds.BODY_LABELS | {"PERSON"} and item.weight == kinds.WEAK and item.words in lasts:
            item = replace(item, kind="Product", label="PRODUCT")
        return item

    return [read(item) for item in mentions]


def _first_words(mentions: list[Ment]) -> set[tuple[str, ...]]:
    """First words of the names of bodies, except words of a person's name: "Halden" of "Halden News"."""
    people = {word for item in mentions if item.label == "PERSON" and len(item.words) > 1 for word in item.words}
    bodies = (item for item in mentions if item.label == "ORG" and item.broad == "org" and len(item.words) > 1)
    return {item.words[:1] for item in bodies if item.words[0] not in people}


def _family(tree: Tree, item: Ment, surnames: set[tuple[str, ...]]) -> bool:
    """Whether a name is a family's: "the Brandts", if somebody is called Brandt."""
    if item.core is None or len(item.words) != 1 or not item.words[0].endswith("s") or not item.core[0]:
        return False
    word = person_names.folded(item.words[0])
    called = {(word.removesuffix("s"),), (word.removesuffix("es"),)} & surnames
    return bool(called) and tree.lower[item.core[0] - 1] == "the" and (word,) not in surnames


def _with_article(tree: Tree, item: Ment) -> bool:
    """Whether an article is right before a one-word name that the model labels as a person."""
    if (
        item.core is None
        or item.kind != "Person"
        or item.weight != kinds.WEAK
        or phrase_relations.is_compound(tree, item.head)
    ):
        return False
    first = item.core[0]
    return first > 0 and first <= item.head < item.core[1] and tree.lower[first - 1] in _ARTICLES


def _person(tree: Tree, item: Ment, known: ActorWords) -> bool:
    """Whether a name is a person's by its forename, or by an age before or after it."""
    if item.core is None or item.weight != kinds.WEAK or not 1 < len(item.words) <= _LONGEST_PERSON:
        return False
    start, end = item.core
    if tree.lower[max(item.start, start - 2) : start][-1:] == ["old"]:
        return True
    if end + 2 < len(tree) and tree.text[end] == tree.text[end + 2] == "," and tree.text[end + 1].isdigit():
        return len(tree.text[end + 1]) <= len(str(_OLDEST)) and int(tree.text[end + 1]) < _OLDEST
    if item.label not in _BODIES:
        return False
    clauses = modifiers.relative_clauses(tree, item.head)
    return item.words[0] in known.forenames or any(tree.lower[tree.left_edge[verb]] == "who" for verb in clauses)


def _by_role(tree: Tree, item: Ment, known: ActorWords) -> str | None:
    """Kind according to the verb that a name is an argument of, or the noun that it possesses."""
    if item.label == "PERSON" and (len(item.words) > 1 or item.honor or item.titles or item.weight > kinds.WEAK):
        return None
    head = _first_joined(tree, item.head) if item.weight == kinds.WEAK else item.head
    over = tree.head[head]
    if phrase_relations.is_possessor(tree, head) and _airs(tree, over):
        return "Outlet"
    if phrase_relations.is_possessor(tree, head) or phrase_relations.is_compound(tree, head):
        return known.evidence["owns"].get(tree.lemma[over]) or _beside_noun(tree, item, known)
    if phrase_relations.is_object_of_preposition(tree, head):
        return _behind_noun(tree, item, over, known)
    if relations.is_object(tree, head):
        return known.evidence["told"].get(tree.lemma[over])
    return _by_verb(tree, item, over, known) if relations.is_active_subject(tree, head) else None


def _first_conjunct(tree: Tree, head: int) -> int:
    """The first of the coordinated names that `head` is one of."""
    for _ in range(_LISTED):
        if not phrase_relations.is_conjunct(tree, head):
            break
        head = tree.head[head]
    return head


def _first_joined(tree: Tree, head: int) -> int:
    """The first of the coordinated names after the same "of", or the name itself."""
    first = _first_conjunct(tree, head)
    prep = tree.head[first]
    joined = phrase_relations.is_object_of_preposition(tree, first) and tree.lemma[tree.head[prep]] in _OF_PEOPLE
    return first if joined else head


def _airs(tree: Tree, noun: int) -> bool:
    """Whether something is said on what a noun names: "on Halden One's morning show", but not "on Haldeno's site"."""
    head = tree.head[noun] if phrase_relations.is_compound(tree, noun) else noun
    prep = tree.head[head]
    if not phrase_relations.is_object_of_preposition(tree, head) or tree.lower[prep] != "on":
        return False
    return tree.lemma[head] not in _PAGES and tree.lemma[tree.head[prep]] in lexical.speaking()


def _beside_noun(tree: Tree, item: Ment, known: ActorWords) -> str | None:
    """Kind shown by the noun right after a name: "Haldeno founder", "the Vard Tourism board", "its Vard computers"."""
    if item.core is None or item.label == "PERSON" or not item.core[0] <= item.head < item.core[1]:
        return None
    after = item.core[1]
    if not phrase_relations.is_compound(tree, item.head) or tree.pos[after : after + 1] != ["NOUN"]:
        return None
    kind = kinds.of_head(tree.lemma[after], known)
    if tree.lemma[after] in _PAPERS or (tree.lemma[after] in _OUTLETS and item.label not in AREAS):
        return "Outlet" if tree.lemma[after] in _OUTLETS else "Organization"
    if kind == "Product" and modifiers.possessor(tree, after) is not None:
        return "Product"
    if item.label in AREAS:
        return kind if kind is not None and kinds.BROAD[kind] == "org" and len(item.words) > 1 else None
    return "Organization" if kind == "Person" else None


def _behind_noun(tree: Tree, item: Ment, prep: int, known: ActorWords) -> str | None:
    """Kind shown by the noun before a name's preposition: "polls from Haldeno"; "Ada Lund of The Halden asked"."""
    over = tree.head[prep]
    if tree.lower[prep] in word_set("by_or_from") and tree.lemma[over] in _PAPERS:
        return "Organization"
    if tree.lower[prep] == "on" and tree.lemma[over] in lexical.speaking():
        return "Outlet"  # "said on Halden One"
    if tree.lower[prep] == "of" and tree.lemma[over] in _OF_PEOPLE and len(item.words) > 1:
        return "Person"  # "the deaths of Ada Lund and Otto Brekke"
    if tree.lower[prep] != "of" or tree.ent[over] != "PERSON" or tree.pos[over] != "PROPN" or item.label in AREAS:
        return None  # where she is from
    verb = tree.lemma[tree.head[over]] if relations.is_active_subject(tree, over) else ""
    reports = verb in known.evidence["asks"] or known.evidence["subject"].get(verb) == "Outlet"
    return "Outlet" if reports else "Organization"  # nobody is introduced as "of" a person


def _by_verb(tree: Tree, item: Ment, verb: int, known: ActorWords) -> str | None:
    if _asks(tree, verb, known):
        return "Outlet"
    if item.label in ("ORG", "NAME", "WORK_OF_ART") and _comments(tree, verb):
        return known.evidence["comment"].get(tree.lemma[verb])
    found = known.evidence["subject"].get(tree.lemma[verb])
    if found == "Outlet" and any(tree.lemma[it] in _RESULTS for it in clause(tree, verb).own_objects):
        found = "Organization"  # "Lund Brekke reported a loss"
    if item.label == "PERSON" and any(tree.lower[prep] == "from" for prep in modifiers.prepositions(tree, verb)):
        return None  # "Lund reported from Oslo": who is somewhere to report is a reporter
    return found if item.label != "PERSON" or found == "Outlet" else None


def _speaks(tree: Tree, head: int, known: ActorWords) -> bool:
    """Whether a noun is the subject of a verb of saying; whatever speaks is an actor."""
    verb = tree.lemma[tree.head[head]]
    return relations.is_active_subject(tree, head) and (verb in known.evidence["subject"] or verb in lexical.speaking())


def _says(tree: Tree, item: Ment) -> bool:
    """Whether a name that the model labels as a place or a thing says something, so that it is a body's."""
    return (
        item.broad in ("place", "thing")
        and relations.is_active_subject(tree, item.head)
        and tree.lemma[tree.head[item.head]] in lexical.speaking()
    )


def _asks(tree: Tree, verb: int, known: ActorWords) -> bool:
    """Whether the subject of a verb asks for a comment: "X contacted the company for comment"."""
    for item in (verb, dependents.complement(tree, verb)):
        if item is None or tree.lemma[item] not in known.evidence["asks"]:
            continue
        objects = list(clause(tree, item).own_objects)
        objects += [noun for prep in modifiers.prepositions(tree, item) for noun in modifiers.objects_below(tree, prep)]
        if any(tree.lemma[noun] == "comment" for noun in objects):
            return True
    return False


def _comments(tree: Tree, verb: int) -> bool:
    """Whether a verb of saying comes after what is said: "..., the paper noted"."""
    said = dependents.reported_clause(tree, verb)
    return said is not None and said < verb


def _as_example(tree: Tree, head: int, known: ActorWords) -> str | None:
    """Kind of the noun that a name is given as an example of."""
    first = _first_conjunct(tree, head)
    prep = tree.head[first]
    if (
        phrase_relations.is_object_of_preposition(tree, first)
        and tree.lower[prep] in _EXAMPLE
        and tree.pos[tree.head[prep]] == "NOUN"
    ):
        if tree.lower[prep] != "as" or "such" in (tree.lower[item] for item in tree.children[prep]):
            noun = tree.head[prep]
            return kinds.of_head(tree.lemma[noun], known, tree.lower[noun - 1] if noun else "")
        return None
    last = first
    for _ in range(_LISTED):
        following = modifiers.conjunct(tree, last)
        if following is None:
            break
        last = following
    if last > head and tree.pos[last] == "NOUN" and any(tree.lower[item] == "other" for item in tree.children[last]):
        return kinds.of_head(tree.lemma[last], known, tree.lower[last - 1])
    return None
