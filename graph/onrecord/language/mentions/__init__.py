"""Component: the noun phrases that refer to actors or may refer to them."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language import kinds
from onrecord.language.lexicon.actor_words import ActorWords, words
from onrecord.language.mentions import issuer, repairs
from onrecord.language.mentions.furniture import is_caption, is_hashtag
from onrecord.language.mentions.names import find_names
from onrecord.language.mentions.repairs import Name, part_of_post
from onrecord.language.mentions.trimming import is_address
from onrecord.language.syntax import phrase_relations, relations
from onrecord.language.syntax.attachment import behind_stray_words
from onrecord.language.syntax.extents import MENTION, extent
from onrecord.language.syntax.phrases import counted, one_of_a_people
from onrecord.language.syntax.tags import NOUNS, PROPER
from onrecord.language.syntax.tree import Tree, tree_of
from onrecord.word_sets import word_set

_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WP$"})
_NO_PRONOUN = word_set("empty_pronoun")
_NO_ACTORS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "LANGUAGE", "EVENT", "LAW"})
_PREFIXES = word_set("stance_prefix")
_INDEFINITE = word_set("indefinite")
_OF_TWO = word_set("one_of_two")
_QUANTITIES = word_set("quantity")
_PERCENT = word_set("percent")
_PRIZES = word_set("prize")


def find_mentions(doc: Doc) -> Doc:
    """Write the names of the article and every phrase that may refer to an actor.

    Each mention is a separate actor here; `onrecord_coreference` decides which are the same and which are no actor.
    """
    parsed, known = tree_of(doc), words()
    readable = ann.readable_tokens(doc)
    names = repairs.longest([*issuer.names(doc), *find_names(parsed, readable, known)])
    found = candidates(parsed, readable, names, known)
    ann.put(doc, ann.NAMES, (Span(doc, name.start, name.end, label=name.label) for name in names))
    spans, attrs = [], {}
    for number, ((start, end), form) in enumerate(sorted(found.items()), 1):
        key = f"a{number}"
        span = Span(doc, start, end, label=form, kb_id=key)
        spans.append(span)
        attrs[key] = {"name": (span.start_char, span.end_char), "type": "Thing", "named": form == "name", "members": []}
    ann.put(doc, ann.MENTIONS, spans, attrs)
    return doc


def candidates(parsed: Tree, readable: list[bool], names: list[Name], known: ActorWords) -> dict[tuple[int, int], str]:
    """Token ranges [start, end) of mentions with their form."""
    named = {token for name in names for token in range(name.start, name.end)}
    found: dict[tuple[int, int], str] = {}
    for token in range(len(parsed)):
        if not readable[token]:
            continue
        if parsed.tag[token] in _PRONOUNS or _relative(parsed, token):
            if parsed.lower[token] not in _NO_PRONOUN and not _glued(parsed, token) and not _glued(parsed, token - 2):
                found[token, token + 1] = "pronoun"
        elif _one_of_two(parsed, token):
            found[token - 1, token + 1] = "pronoun"
        elif token not in named and _describes(parsed, token, known):
            start, end = extent(parsed, token, MENTION)
            end = token + 1 if _is_post_of_name(parsed, token, end, names) else end
            found.setdefault((start, end), "description")
    for name in names:
        for span, form in _of_name(parsed, name, known):
            found.setdefault(span, form)
    found.update(_with_apposition(parsed, found, known))
    return found


def _is_post_of_name(parsed: Tree, token: int, end: int, names: list[Name]) -> bool:
    """Whether the phrase of an office with its body ends, at `end`, where a name begins: "CEO of Halden Ada Lund"."""
    if not phrase_relations.is_noun_before_noun(parsed, token) or parsed.head[token] <= token + 1:
        return False
    return any(name.start == end and name.label == "PERSON" for name in names) and "ADP" in parsed.pos[token:end]


def _describes(parsed: Tree, token: int, known: ActorWords) -> bool:
    if part_of_post(parsed, token, known) or parsed.lower[token] in word_set("possessive_ending"):
        return False  # the "’s" of "Let’s go"
    return _heads_phrase(parsed, token) or _stands_for_people(parsed, token) or _share_of_people(parsed, token, known)


def _of_name(parsed: Tree, name: Name, known: ActorWords) -> list[tuple[tuple[int, int], str]]:
    """The mentions that come from a name: none if it is used as an adjective, a description for "a Norwegian"."""
    if _adjective(parsed, name):
        return []
    if name.label == "NORP" and one_of_a_people(parsed, name.end - 1):
        return [(extent(parsed, name.end - 1, MENTION), "description")]
    return _name_phrases(parsed, name, known)


def _adjective(parsed: Tree, name: Name) -> bool:
    """Whether a nationality, party or creed only modifies a noun: "Norwegian officials" is no mention of Norway.

    The same holds for a name with a prefix such as "anti": "the anti-Lund rally".
    """
    before = name.start - 2
    if before >= 0 and parsed.text[before + 1] == "-" and parsed.lower[before] in _PREFIXES:
        return True
    return (
        name.label == "NORP"
        and phrase_relations.is_premodifier(parsed, name.end - 1)
        and parsed.head[name.end - 1] >= name.end
    )


def _name_phrases(parsed: Tree, name: Name, known: ActorWords) -> list[tuple[tuple[int, int], str]]:
    """The phrase that a name heads; if a role or trade precedes the name, also the bare name and the role."""
    root = next(
        (item for item in reversed(range(name.start, name.end)) if not name.start <= parsed.head[item] < name.end),
        name.end - 1,
    )
    if phrase_relations.is_premodifier(parsed, root) and parsed.head[root] >= name.end:
        return [((name.start, name.end), "name")]
    start, end = extent(parsed, root, MENTION)
    start, end = behind_stray_words(parsed, min(start, name.start), name.start), max(end, name.end)
    start, end = _own_half(parsed, name, start, end)
    if name.label != "PERSON" and not _PRIZES.isdisjoint((parsed.lower[name.end - 1], parsed.lower[end - 1])):
        return []  # "the Halden Peace Prize" is won, but neither acts nor speaks
    found = [((start, end), "name")]
    before = kinds.of_head(
        parsed.lemma[name.start - 1], known, parsed.lower[name.start - 2] if start < name.start - 1 else ""
    )
    body = parsed.pos[name.start - 1] == "PROPN" and "ADP" in parsed.pos[start : name.start]
    if body and name.label == "PERSON":
        titled = parsed.text[start][:1].isupper() and "of" in parsed.lower[start : name.start]
        return [*found, ((name.start, name.end), "name")] if titled else found  # "Head of the Board Ada Brekke"
    if start < name.start and before and kinds.BROAD[before] in ("person", "org") and not _of_kind(parsed, name):
        found += [((start, name.start), "description"), ((name.start, name.end), "name")]
    elif name.label == "PERSON" and part_of_post(parsed, name.start - 1, known):
        found.append(((name.start, name.end), "name"))  # "Secretary of State Ada Brekke"
    return found


def _of_kind(parsed: Tree, name: Name) -> bool:
    """Whether a noun for people only says what kind of body it is whose name follows: "the rebel Eastern Front"."""
    return name.label == "ORG" and parsed.lemma[name.start - 1] in word_set("people_before_body")


def _own_half(parsed: Tree, name: Name, start: int, end: int) -> tuple[int, int]:
    """The phrase around a name without a name coordinated with it: "Ola Lund of Moss and Ada Brekke of Oslo"."""
    joints = [
        token
        for token in range(start, end)
        if parsed.tag[token] == "CC"
        and not name.start <= token < name.end
        and all(parsed.tag[beside] in PROPER for beside in (token - 1, token + 1))
    ]
    front = [
        token + 1
        for token in joints
        if token < name.start and (token + 1 == name.start or parsed.ent[token - 1] == "PERSON")
    ]
    behind = [token for token in joints if token >= name.end]
    return max(front, default=start), min(behind, default=end)


def _with_apposition(parsed: Tree, found: dict[tuple[int, int], str], known: ActorWords) -> dict[tuple[int, int], str]:
    """Phrases extended by the apposition after their comma: the longest phrase for the same actor."""
    ends = dict(sorted(found))
    wide = {}
    for (start, end), form in found.items():
        if form == "pronoun" or end + 1 >= len(parsed) or parsed.text[end] != ",":
            continue
        beside = ends.get(end + 1)
        if form == "name" and beside is not None and found[end + 1, beside] == "name":
            continue
        if beside is None:
            continue
        head = next((i for i in range(end + 1, beside) if not end < parsed.head[i] < beside), end + 1)
        if not phrase_relations.is_apposition(parsed, head) or not start <= parsed.head[head] < end:
            continue
        if not (parsed.ent[parsed.head[head]] == "PERSON" and _names_body(parsed, head, known)):
            wide[start, beside] = form
    return wide


def _names_body(parsed: Tree, head: int, known: ActorWords) -> bool:
    """Whether a noun after a person and a comma is a body or place: "Ada Lund, her label and two friends" is a list."""
    kind = known.noun_type.get(parsed.lemma[head])
    return parsed.pos[head] == "NOUN" and kind is not None and kinds.BROAD[kind] in ("org", "place")


def _heads_phrase(parsed: Tree, token: int) -> bool:
    return (
        parsed.pos[token] in NOUNS
        and not phrase_relations.is_name_part(parsed, token)
        and not (phrase_relations.is_adjectival(parsed, token) and parsed.pos[token] == "PROPN")
        and parsed.ent[token] not in _NO_ACTORS
        and len(parsed.text[token]) > 1
        and not _glued(parsed, token)
        and not is_caption(parsed, token)
        and not is_hashtag(parsed, token)
        and not is_address(parsed, token, token + 1)
    )


def _glued(parsed: Tree, token: int) -> bool:
    """Whether a hyphen joins a word to the next one, so that it is no mention: "co" in "co-founder", "he-he"."""
    if token < 0 or token + 2 >= len(parsed) or parsed.text[token + 1] != "-":
        return False
    return parsed.end[token] == parsed.start[token + 1] and parsed.end[token + 1] == parsed.start[token + 2]


def _stands_for_people(parsed: Tree, token: int) -> bool:
    """Whether a word without a noun refers to people: "many refused", "two of the operators", "someone"."""
    if parsed.lower[token] in _INDEFINITE:
        return relations.fills_argument(parsed, token)
    if parsed.lower[token] not in _QUANTITIES or not relations.fills_argument(parsed, token):
        return False
    return counted(parsed, token) != token or relations.is_subject(parsed, token)


def _share_of_people(parsed: Tree, token: int, known: ActorWords) -> bool:
    """Whether a percentage is of people: "about 46 percent of the voters stayed at home"."""
    if parsed.lower[token] not in _PERCENT or not relations.fills_argument(parsed, token):
        return False
    noun = counted(parsed, token)
    people = parsed.ent[noun] == "NORP" or kinds.of_head(parsed.lemma[noun], known) in ("Person", "Group")
    return noun != token and people


def _one_of_two(parsed: Tree, token: int) -> bool:
    """Whether a token is "former" or "latter" on its own: "the former refused"."""
    if parsed.lower[token] not in _OF_TWO or not token or parsed.lower[token - 1] != "the":
        return False
    return (
        relations.is_subject(parsed, token)
        or relations.is_direct_object(parsed, token)
        or phrase_relations.is_object_of_preposition(parsed, token)
    ) or parsed.pos[token + 1 : token + 2] == ["VERB"]


def _relative(parsed: Tree, token: int) -> bool:
    return parsed.tag[token] == "WDT" and (
        relations.is_subject(parsed, token) or relations.is_direct_object(parsed, token)
    )
