"""Names of an article: runs of capitalised words and the model's entities, which correct each other.

The model cuts names short ("Halden Evening" of "The Halden Evening Gazette"), includes words that are not part of them
(a possessive, an office) and gives one name several types. Runs of proper nouns show where a name can begin and end;
titles and offices show where a person's name begins; a short form in brackets shows the extent of the long form
(`mentions.brackets`). Finally all occurrences of a name in the article decide on its label together.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from onrecord import person_names
from onrecord.language import kinds
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.mentions import ballot, furniture, headline_names, repairs, trimming
from onrecord.language.mentions.brackets import bracketed
from onrecord.language.mentions.nicknames import nicknamed
from onrecord.language.mentions.offices import LABELS, Text, is_of_two_areas, opened_left, opens_person, read_text
from onrecord.language.mentions.repairs import UNKNOWN, Name
from onrecord.language.syntax import phrase_relations
from onrecord.language.syntax.tags import NOUNS, PROPER, TIMES
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import APOSTROPHES, HYPHENS
from onrecord.word_sets import word_set

_MODIFIERS = word_set("office_modifier")
_PARTICLES = word_set("name_particle")
_JOINERS = frozenset({"&", "-"})
_MARKUP = frozenset("/<>@#=")
"""Characters of addresses, tags and handles; no name has them, except for a slash between two names."""
_OF = word_set("name_preposition")
_LINKS = _PARTICLES | word_set("name_link")


def find_names(tree: Tree, readable: list[bool], known: ActorWords) -> list[Name]:
    """All names of the article in text order, none overlapping."""
    text = read_text(tree, readable, known)
    found: list[Name] = []
    for start, end in _runs(text):
        found += _split(text, start, end)
    found = _with_nationality(text, found) + _nationalities(text)
    found += _institutions(text)
    found = repairs.of_members(tree, found, known)
    found = repairs.without_openers(tree, found, known)
    found = repairs.without_posts(tree, repairs.with_designators(tree, found), known)
    people = [Name(start, end, "PERSON") for start, end in nicknamed(tree, readable)]
    found = repairs.longest([Name(start, end, "ORG") for start, end in bracketed(tree, readable)] + people + found)
    found = repairs.with_person_behind(tree, found, known)
    found = trimming.parted_owners(tree, trimming.without_addresses(tree, found), known)
    found = headline_names.without_headline_words(tree, repairs.known_parts(tree, found), known)
    found = trimming.without_letters(
        tree, trimming.without_figures(tree, trimming.without_adjectives(tree, trimming.of_versions(tree, found)))
    )
    found = repairs.found_again(tree, found, readable)
    found = furniture.without_papers(tree, furniture.without_owned(tree, found))
    found = repairs.with_forenames(tree, found, known)
    found = ballot.vote(tree, repairs.with_article(tree, found))
    return furniture.without_common_nouns(tree, found, known)


def _runs(text: Text) -> list[tuple[int, int]]:
    """Token ranges [start, end) of capitalised words that belong to names, with the lower-case words that link them."""
    tree, readable = text.tree, text.readable
    runs = []
    token, count = 0, len(tree)
    while token < count:
        if not (readable[token] and _of_name(text, token)):
            token += 1
            continue
        end = token + 1
        while end < count and readable[end] and tree.sent[end] == tree.sent[token]:
            if _of_name(text, end) or _number_of_name(text, end):
                end += 1
            elif (after := _linked(text, end)) is not None:
                end = after
            else:
                break
        runs.append((opened_left(text, token), end))
        token = end
    return runs


def _of_name(text: Text, token: int) -> bool:
    tree, entity = text.tree, text.entity
    word = tree.text[token]
    if tree.ent[token] == "NORP" or not _MARKUP.isdisjoint(word):
        return False
    if tree.tag[token] in PROPER:
        return any(letter.isupper() for letter in word) and tree.ent[token] not in TIMES
    if word[0].isupper() and not word.isupper() and any(letter.isupper() for letter in word[1:]) and word.isalpha():
        return True  # "HaldenNet", however it is tagged
    if not entity[token] or tree.pos[token] in ("DET", "PUNCT", "ADP", "CCONJ", "PRON", "NUM"):
        return False
    return word[:1].isupper() and tree.tag[token] != "POS"


def _number_of_name(text: Text, token: int) -> bool:
    tree, entity = text.tree, text.entity
    within = bool(entity[token]) and entity[token] == entity[token - 1]
    return within and tree.text[token][:1].isdigit() and not _opens_score(tree, token)


def _opens_score(tree: Tree, token: int) -> bool:
    """Whether a number is the first of a score: "beat Halden 2-1", but not "Halden 747-400"."""
    hyphen, second = token + 1, token + 2
    if second >= len(tree) or tree.text[hyphen] not in HYPHENS:
        return False
    return all(tree.text[item].isdigit() and len(tree.text[item]) <= _SCORE for item in (token, second))


_SCORE = 2
"""Most digits of a number in a score that is printed after a name."""


def _linked(text: Text, token: int) -> int | None:
    """End of the run (exclusive) if lower-case words from `token` on link it to another word of a name, else None."""
    tree = text.tree
    if _lists(text, token):
        return token + 2
    after = token
    while after < len(tree) and after - token < 2 and tree.lower[after] in _LINKS:
        after += 1
    if tree.lower[token] == "the" or after == token or after >= len(tree) or tree.sent[after] != tree.sent[token - 1]:
        return None
    if _hyphened_given_name(text, token):
        return token + 2
    return after + 1 if _of_name(text, after) and _links(text, token, after) else None


def _lists(text: Text, token: int) -> bool:
    """Whether a comma divides what a body is for: "the Office of Harbours, Ferries and Lights"."""
    tree, entity = text.tree, text.entity
    if tree.text[token] != "," or not entity[token] or not entity[token - 1] == entity[token] == entity[token + 1]:
        return False
    first = next(item for item in range(token, -1, -1) if not item or entity[item - 1] != entity[token])
    words = [place for place in range(first + 1, token) if tree.lower[place] in _OF]
    return bool(words) and tree.lower[words[0] - 1] in text.known.name_any and _of_name(text, token + 1)


def _hyphened_given_name(text: Text, token: int) -> bool:
    """Whether a hyphen and a lower-case word continue a name: "Kim Min-jun", but not "Halden-led"."""
    tree = text.tree
    after = token + 1
    glued = (
        tree.text[token] == "-" and tree.end[token - 1] == tree.start[token] and tree.end[token] == tree.start[after]
    )
    if not glued or not tree.text[after].isalpha():
        return False
    return tree.ent[after] == "PERSON" or (token > 1 and person_names.family_first(tree.lower[token - 2]))


def _links(text: Text, token: int, after: int) -> bool:
    tree, entity = text.tree, text.entity
    word, single = tree.lower[token], after == token + 1
    if word == "and" and "PERSON" in (tree.ent[token], tree.ent[after], tree.ent[token - 1]):
        return False  # "Wong and Kwok" are two names, even if the model has one entity
    if word == "and" and single and is_of_two_areas(text, token):
        return True
    return (
        bool(entity[after] and entity[after] == entity[token - 1] == entity[token])
        # "Council for the Care of Rivers"
        or (tree.pos[token] == "ADP" and tree.head[token] == token - 1 and tree.lower[token - 1] in text.known.name_any)
        # "Ada van Halden", "Ada von der Halden"
        or (_PARTICLES.issuperset(tree.lower[token:after]) and "PERSON" in (tree.ent[token - 1], tree.ent[after]))
        or (word in _JOINERS and single)
        or (word in APOSTROPHES and len(tree.text[token - 1]) == 1)
    )


def _split(text: Text, start: int, end: int) -> list[Name]:
    """The names in a run, which is divided at offices and titles and where the model starts a new entity."""
    found: list[Name] = []
    begin, person = start, False
    for token in range(start, end):
        if opens_person(text, token, end):
            found += _by_entity(text, begin, token, person=person)
            begin, person = token + 1, True
    return found + _by_entity(text, begin, end, person=person)


def _by_entity(text: Text, start: int, end: int, *, person: bool) -> list[Name]:
    """Part of a run as names, one for each of the model's entities; words in no entity go to the neighbouring name."""
    tree, entity = text.tree, text.entity
    while start < end and not tree.text[start][:1].isalnum():
        start += 1
    while end > start and (
        (not tree.text[end - 1][-1:].isalnum() and tree.text[end - 1][-1:] != ".") or tree.lower[end - 1] in _LINKS
    ):
        end -= 1
    if start >= end or not any(tree.text[token][:1].isalpha() for token in range(start, end)):
        return []
    if person:
        return [Name(start, end, "PERSON", titled=True)]
    cuts = [
        token
        for token in range(start + 1, end)
        if entity[token] and entity[token] != entity[token - 1] and _cut(text, start, token)
    ]
    edges = [start, *cuts, end]
    return [Name(a, b, _label(text, a, b)) for a, b in pairwise(edges)]


def _cut(text: Text, start: int, token: int) -> bool:
    """Whether a new name begins at `token`, the first token of an entity within a run."""
    tree, entity = text.tree, text.entity
    if tree.text[token - 1][-1] in "'’." or not _PARTICLES.isdisjoint(tree.lower[token - 1 : token + 1]):
        return False  # "Ada O' Halden", "L. Ron Halden"
    if tree.pos[token - 1] == "ADP" and token - start > 1 and tree.lower[token - 2] in text.known.name_any:
        return False  # "Panel on Halden"
    if tree.lower[token - 1] == "and" and is_of_two_areas(text, token - 1):
        return False
    if not any(entity[start:token]):
        return tree.ent[token] == "PERSON" and not phrase_relations.is_compound(tree, token - 1)
    # two places without a comma between them, the first of which is unknown, are one name: "Valeska Paris"
    apart = tree.ent[token] != "GPE" or tree.ent[token - 1] != "GPE" or token - 1 != start
    return apart or kinds.is_place(tree.lower[token - 1])


def _label(text: Text, start: int, end: int) -> str:
    tree = text.tree
    if (
        end - start == 2
        and tree.ent[start] == tree.ent[start + 1] == "GPE"
        and text.entity[start] != text.entity[end - 1]
    ):
        return "PERSON"  # not cut in two, see `_cut`
    counts = Counter(tree.ent[token] for token in range(start, end) if tree.ent[token] in LABELS)
    return max(counts, key=lambda label: (counts[label], tree.ent[end - 1] == label, label)) if counts else UNKNOWN


def _institutions(text: Text) -> list[Name]:
    """Bodies whose names are written without capitals: "the interior ministry"."""
    tree, known = text.tree, text.known
    found = []
    for token, lemma in enumerate(tree.lemma):
        if lemma not in known.institutions or not text.readable[token] or tree.tag[token] != "NN":
            continue
        start = token
        while start and tree.head[start - 1] == token and phrase_relations.is_premodifier(tree, start - 1):
            if tree.ent[start - 1] in ("GPE", "NORP", "LOC") or not _fits(tree, start - 1, known.institutions[lemma]):
                break
            start -= 1
        if start < token:
            found.append(Name(start, token + 1, "ORG"))
    return found


def _with_nationality(text: Text, names: list[Name]) -> list[Name]:
    """Names extended by the nationality or creed before them, if the rest is one common noun: "the Islamic State"."""
    tree, known = text.tree, text.known
    found = []
    for name in names:
        before, word = name.start - 1, tree.lower[name.start]
        kind = known.noun_type.get(word)
        joined = (
            name.label == UNKNOWN
            and name.end - name.start == 1
            and kind is not None
            and kinds.BROAD[kind] == "place"
            and before > 0
            and tree.ent[before] == "NORP"
            and tree.lower[before - 1] == "the"
            and not kinds.state_of((tree.lower[before],))
        )
        found.append(Name(before, name.end, "ORG") if joined else name)
    return found


def _fits(tree: Tree, token: int, listed: frozenset[str]) -> bool:
    if listed:
        return tree.lower[token] in listed
    return tree.pos[token] in NOUNS or tree.lower[token] in _MODIFIERS


def _nationalities(text: Text) -> list[Name]:
    """Nationalities, parties and creeds that are not proper nouns: "South Korean", "Muslim"."""
    tree, readable, entity = text.tree, text.readable, text.entity
    found: list[Name] = []
    for token, label in enumerate(tree.ent):
        if label != "NORP" or not readable[token] or not tree.text[token][:1].isupper():
            continue
        if found and found[-1].end == token and entity[token] == entity[token - 1]:
            found[-1] = Name(found[-1].start, token + 1, "NORP")
        else:
            titled = tree.text[max(0, token - 1)] == "The" and token - 1 > tree.sents[tree.sent[token]][0]
            found.append(Name(token, token + 1, "ORG" if titled else "NORP"))  # "says The Haldener"
    return found
