"""Corrections of names by evidence from the whole article: pure functions from names to names."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from onrecord import person_names
from onrecord.language import kinds
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax import relations
from onrecord.language.syntax.tags import BLANK
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import MAY_CLOSE, MAY_OPEN
from onrecord.word_sets import word_set

UNKNOWN = "NAME"
"""Label of a name to which the model gives no type."""

_COMMON = frozenset({"NN", "NNS", "JJ", "JJR", "RB", "VBG", "VBN"})
_OPENERS = MAY_OPEN | {"(", ":"}
_DESIGNATORS = word_set("designator")
_MODIFIERS = word_set("office_modifier")
_SMALL = word_set("small")
_UNITS = word_set("unit")
_AFTER_POST = word_set("post_preposition")
_FORMS = _DESIGNATORS - word_set("loose_designator")
"""Company designators that have no other meaning."""


class Name(Struct, frozen=True):
    """Tokens [start, end) of a name and its label: one of spaCy's, or `UNKNOWN`."""

    start: int
    end: int
    label: str
    titled: bool = False
    """Whether a title before it shows that it is a person's, even if it is not one elsewhere: "Mr. Jordan"."""


def longest(names: list[Name]) -> list[Name]:
    """Names in text order; overlapping ones are merged and keep the label of the first."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda item: (item.start, -item.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
        elif name.end > kept[-1].end:
            kept[-1] = Name(kept[-1].start, name.end, kept[-1].label)
    return kept


def without_openers(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """The names without single words that are capitalised only because they start a sentence.

    Such words are common nouns, and words that are in lower case elsewhere in the article.
    """
    inner = {
        tree.lower[token]
        for name in names
        for token in range(name.start, name.end)
        if token > name.start or not _opens(tree, token)
    }
    small = {tree.lower[token] for token in range(len(tree)) if tree.text[token].islower()}
    return [
        name
        for name in names
        if (name.label != UNKNOWN and not _common_opener(tree, name, inner))
        or name.end - name.start > 1
        or tree.text[name.start][1:] != tree.lower[name.start][1:]
        or tree.lower[name.start] in inner
        or not _opens(tree, name.start)
        or (
            tree.lower[name.start] not in small
            and tree.lower[name.start] not in known.senses
            and not relations.is_loose(tree, name.start)
        )
    ]


def _common_opener(tree: Tree, name: Name, inner: set[str]) -> bool:
    """Whether a name is one word that is tagged as a common word and occurs only at the start of sentences."""
    return (
        name.end - name.start == 1
        and tree.tag[name.start] in _COMMON
        and tree.lower[name.start] not in inner
        and _opens(tree, name.start)
    )


def _opens(tree: Tree, token: int) -> bool:
    begin = tree.sents[tree.sent[token]][0]
    return all(tree.pos[item] in BLANK for item in range(begin, token)) or tree.text[token - 1] in _OPENERS


def with_designators(tree: Tree, names: list[Name]) -> list[Name]:
    """Names extended by company designators after them ("Halden Foods, Inc."); a designator alone is no name."""
    out: list[Name] = []
    for name in names:
        words = tree.lower[name.start : name.end]
        if all(word in _SMALL or not word.strip("-&.") for word in words):
            continue
        if not all(word in _FORMS for word in words):
            out.append(name)
        elif out and tree.text[out[-1].end : name.start] in ([","], []):
            out[-1] = Name(out[-1].start, name.end, "ORG")
    return out


def of_members(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """Names of bodies that are named after their members, each as one: "the Dockers' Federation", "Teachers' Union"."""
    found = []
    for mark in range(1, len(tree) - 1):
        owner, noun = mark - 1, mark + 1
        if tree.tag[mark] != "POS" or tree.lower[noun] not in word_set("body_of_members"):
            continue
        member = tree.lower[owner].removesuffix("s")
        people = kinds.of_head(member, known) in ("Person", "Group") and member != tree.lower[owner]
        if people and tree.text[owner][:1].isupper() and tree.text[noun][:1].isupper():
            start = owner
            while start and tree.head[start - 1] == owner and _in_name(tree, start - 1):
                start -= 1
            found.append(Name(start, noun + 1, "ORG"))
    return longest(found + names) if found else names


def _in_name(tree: Tree, token: int) -> bool:
    return tree.text[token][:1].isupper() and tree.lower[token] not in word_set("article")


def without_posts(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """Names without offices and titles on their own: "the Attorney General" and "CEO" describe somebody.

    Also left out are units after figures ("8 GB", "16:30 UTC") and the "State" of "the Secretary of State".
    """
    offices = known.titles | known.offices | known.posts
    kept = []
    for name in names:
        words = [word.replace(".", "") for word in tree.lower[name.start : name.end]]
        post = words[-1] in offices and all(word in offices or word in _MODIFIERS for word in words)
        unit = len(words) == 1 and words[0] in _UNITS and name.start > 0 and tree.text[name.start - 1][-1:].isdigit()
        of_more = post and tree.lower[name.end : name.end + 1] == ["of"]  # "Inspector General of Police"
        if unit or of_more or _is_area(tree, name, known):
            continue
        if name.label == "PERSON" or not (post or part_of_post(tree, name.end - 1, known)):
            kept.append(_without_post(tree, name, offices))
    return kept


def _is_area(tree: Tree, name: Name, known: ActorWords) -> bool:
    """Whether a name only says what an office is of, and is no body's: "Health" of "the Minister of Health"."""
    link = name.start - 1
    while link > 0 and tree.lower[link] in word_set("article"):
        link -= 1
    words = tree.lower[name.start : name.end]
    body = known.noun_type.get(words[-1]) is not None
    of_post = link > 0 and tree.lower[link] == "of" and tree.lower[link - 1] in word_set("post_of")
    return of_post and not body and all(word in word_set("area_of_office") for word in words)


def _without_post(tree: Tree, name: Name, offices: frozenset[str]) -> Name:
    """A place's name without the office that is held there: "the Oslo Sheriff" describes somebody."""
    front = tree.lower[name.start : name.end - 1]
    post = name.label != "PERSON" and tree.lower[name.end - 1] in offices and kinds.is_place(" ".join(front))
    return Name(name.start, name.end - 1, "GPE") if post else name


def part_of_post(tree: Tree, token: int, known: ActorWords) -> bool:
    """Whether a word is the end of an office's name: "State" of "the Secretary of State"."""
    return (
        token > 1
        and tree.text[token] == "State"
        and tree.lower[token - 1] == "of"
        and tree.lower[token - 2] in known.posts
    )


def with_person_behind(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """Names divided between a body and the person with a post there: "director of the Halden Council Ada Brekke"."""
    out: list[Name] = []
    for name in names:
        cut = name.end - 2
        if (
            name.label != "PERSON"
            and cut > name.start
            and _of_post(tree, name.start, known)
            and tree.lower[cut] in known.forenames
        ):
            out += [Name(name.start, cut, "ORG"), Name(cut, name.end, "PERSON")]
        else:
            out.append(name)
    return out


def _of_post(tree: Tree, start: int, known: ActorWords) -> bool:
    """Whether a post and "of" precede a token."""
    of = start - 1 if start and tree.lower[start - 1] != "the" else start - 2
    return of > 0 and tree.lower[of] in _AFTER_POST and tree.lemma[of - 1] in known.offices


def with_forenames(tree: Tree, names: list[Name], known: ActorWords) -> list[Name]:
    """Names labelled as people's if they are a forename and a word that is no body's: "Ada Brekke"."""
    return [
        Name(name.start, name.end, "PERSON", name.titled) if _of_person(tree, name, known) else name for name in names
    ]


def _of_person(tree: Tree, name: Name, known: ActorWords) -> bool:
    words = tree.lower[name.start : name.end]
    if name.label not in ("ORG", UNKNOWN) or len(words) != 2 or words[0] not in known.forenames:
        return False
    tells = known.name_any.keys() | known.name_last.keys() | known.things | known.noun_type.keys() | known.senses.keys()
    return words[1] not in tells | _DESIGNATORS and not kinds.is_place(words[1]) and not kinds.is_place(" ".join(words))


def known_parts(tree: Tree, names: list[Name]) -> list[Name]:
    """Adjacent names joined if they are one name elsewhere; people's names cut to the full name used elsewhere."""
    texts = Counter(tuple(tree.lower[name.start : name.end]) for name in names)
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if last and last.end == name.start and texts[tuple(tree.lower[last.start : name.end])]:
            joined[-1] = Name(last.start, name.end, last.label, last.titled)
        else:
            joined.append(name)
    people = {tuple(tree.lower[n.start : n.end]) for n in joined if n.label == "PERSON" and n.end - n.start > 1}
    return [_cut_down(tree, name, people) for name in joined]


def _cut_down(tree: Tree, name: Name, people: set[tuple[str, ...]]) -> Name:
    size = name.end - name.start
    if name.label != "PERSON" or size < 3:
        return name
    if (tree.lower[name.start], tree.lower[name.end - 1]) in people:
        return name  # "Ida Holm Falk" if others call her "Ida Falk", even if "Ida Holm" also occurs
    for start, end in ((name.end - 2, name.end), (name.start, name.start + 2)):
        if tuple(tree.lower[start:end]) in people and not person_names.is_particle(tree.lower[start]):
            return Name(start, end, "PERSON", name.titled)
    return name


def found_again(tree: Tree, names: list[Name], readable: list[bool]) -> list[Name]:
    """The names, and every other noun that is printed like a one-word name or a surname found elsewhere.

    The tagger may miss them: in "Lund later called him" it takes the first word for a common noun.
    """
    small = {text for text in tree.text if text.islower()}
    full = [name for name in names if name.label == "PERSON" and name.end - name.start > 1]
    single = {tree.text[name.end - 1]: "PERSON" for name in full if tree.lower[name.end - 1] not in small}
    single |= {
        tree.text[name.start]: name.label for name in names if name.end - name.start == 1 and name.label != UNKNOWN
    }
    taken = {token for name in names for token in range(name.start, name.end)}
    more = [
        Name(token, token + 1, single[tree.text[token]])
        for token in range(len(tree))
        if tree.text[token] in single
        and token not in taken
        and readable[token]
        and tree.tag[token] in ("NN", "NNP", "NNS", "NNPS")
        and tree.lower[token] not in small
    ]
    return sorted(names + more, key=lambda name: name.start)


def with_article(tree: Tree, names: list[Name]) -> list[Name]:
    """Names with a capitalised "The" included, if the same name has one in the middle of a sentence."""
    inside = {
        tuple(tree.lower[name.start : name.end])
        for name in names
        if name.start and _inner_article(tree, name.start - 1)
    }
    return [
        Name(name.start - 1, name.end, name.label, name.titled)
        if (name.start and tree.text[name.start - 1] == "The")
        and (tuple(tree.lower[name.start : name.end]) in inside or _all_quoted(tree, name.start - 1, name.end))
        else name
        for name in names
    ]


def _all_quoted(tree: Tree, start: int, end: int) -> bool:
    """Whether the tokens [start, end) are all there is between two quotation marks: the title of a work."""
    stop = end + (tree.text[end : end + 1] in ([","], ["."]))
    return start > 0 and stop < len(tree) and tree.text[start - 1] in MAY_OPEN and tree.text[stop] in MAY_CLOSE


def _inner_article(tree: Tree, token: int) -> bool:
    """Whether a token is a capitalised article in the middle of a sentence: "told The Haldener"."""
    if tree.text[token] != "The":
        return False
    begin = tree.sents[tree.sent[token]][0]
    if all(tree.pos[item] in BLANK for item in range(begin, token)):
        return False
    return tree.text[token - 1] not in _OPENERS or _closes(tree, begin, token)


def _closes(tree: Tree, begin: int, token: int) -> bool:
    """Whether the straight quotation mark before `token` closes a quotation that this sentence opened."""
    return tree.text[token - 1] == '"' and sum(tree.text[item] == '"' for item in range(begin, token)) % 2 == 0
