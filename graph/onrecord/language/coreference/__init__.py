"""Component: which mentions refer to the same actor.

The most precise rules run first, as in Lee et al. (2013), "Deterministic coreference resolution based on
entity-centric, precision-ranked rules": names, then phrases linked by syntax, governments, pronouns and definite
descriptions from left to right, and finally the "I" and "we" of quotations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc, Span

from onrecord.language import annotations as ann
from onrecord.language import kinds
from onrecord.language.coreference.anaphora import Search
from onrecord.language.coreference.chains import Chain, Placed, gather
from onrecord.language.coreference.coordination import parts, with_coordinations
from onrecord.language.coreference.defined_terms import link_defined_terms
from onrecord.language.coreference.disjoint_sets import Sets
from onrecord.language.coreference.evidence import with_evidence, with_votes
from onrecord.language.coreference.features import Ment, read
from onrecord.language.coreference.first_person import link_first_person
from onrecord.language.coreference.governments import governs, link_governments
from onrecord.language.coreference.groups import kinds_of_members, listed_members
from onrecord.language.coreference.issuers import link_issuer
from onrecord.language.coreference.name_matching import link_names
from onrecord.language.coreference.names import key as name_key
from onrecord.language.coreference.names import name_words
from onrecord.language.coreference.repeated import link_repeated
from onrecord.language.coreference.speakers import speaker_heads
from onrecord.language.coreference.syntactic_links import link_structure
from onrecord.language.lexicon.actor_words import ActorWords, words
from onrecord.language.syntax import phrase_relations, relations
from onrecord.language.syntax.tree import Tree, tree_of
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_GOVERNMENT = word_set("government")
_INDEFINITE = word_set("indefinite")
_W = weights_of("coreference")
_SOURCES = word_set("source")
_PERSON = "PERSON"
"""The model's label for people."""
_IN_A_ROW = 12
"""Most parts of a coordination that are looked through; a longer one is several lists that the parser ran together."""


def link_mentions(doc: Doc) -> Doc:
    """Give the mentions of one actor the same id, drop mentions of no actor, and set names, types and members."""
    parsed, known = tree_of(doc), words()
    mentions = with_coordinations(parsed, with_evidence(parsed, read(doc, parsed, known), known))
    listed = listed_members(parsed, mentions)
    mentions = with_votes(mentions, kinds_of_members(mentions, listed))
    sets = Sets(len(mentions))
    makers = link_names(mentions, sets, known)
    link_defined_terms(parsed, mentions, sets)
    mentions = with_votes(mentions, ((number, "Company") for number in makers))
    link_structure(parsed, mentions, sets)
    link_repeated(parsed, mentions, sets)
    link_issuer(mentions, sets, str(doc._.get(ann.ISSUER)))
    printed = [(span.start, name_words(parsed.text[span.start : span.end])) for span in ann.marks(doc, ann.NAMES)]
    mentions = link_governments(parsed, printed, mentions, sets)
    spoken_by = speaker_heads(doc, parsed)
    placed = link_first_person(_anaphora(parsed, mentions, sets, known, spoken_by), spoken_by)
    chains = [item.chain for item in placed]
    actors = [chain for chain in dict.fromkeys(chains) if _matters(parsed, chain)]
    groups = {
        id(chains[group]): [id(chains[number]) for number in numbers]
        for group, numbers in sorted((listed | parts(mentions)).items())
    }
    _write(doc, parsed, actors, groups, ann.marks(doc, ann.NAMES))
    return doc


def _anaphora(
    tree: Tree, mentions: list[Ment], sets: Sets, known: ActorWords, spoken_by: Mapping[int, int]
) -> list[Placed]:
    """Each mention with its chain."""
    full = gather(mentions, sets)
    search = Search(tree, known, full, spoken_by)
    placed: list[Placed] = []
    settled: dict[int, Chain] = {}
    for number, item in enumerate(mentions):
        root = sets.root(number)
        chain = settled.get(root)
        if chain is None:
            own = full[root]
            chain = search.antecedent(item, own) or own
            if chain is not own:
                for member in own.members:
                    chain.add(member)
            settled[root] = chain
        placed.append(Placed(item, chain))
        search.add(item, chain)
    return placed


def _matters(tree: Tree, chain: Chain) -> bool:
    """Whether a chain is an actor: named, or described as a person or body; not only pronouns or a bare noun."""
    solid = [item for item in chain.members if item.form != "pronoun"]
    if _nobody(chain, solid):
        return False
    if chain.named:
        return not all(item.attributive and item.label in ("NORP", "NAME") and not item.votes for item in solid)
    if any(item.votes for item in solid):
        return True
    broad = chain.broad
    if broad in ("person", "group"):
        return any(
            item.end - item.start > 1 or item.role >= _W["bare.role"] or item.lemma in _SOURCES for item in solid
        )
    if broad in ("org", "thing"):
        spoken = [item for item in solid if _more_than_noun(item)]
        return any(item.role or (broad == "org" and _beside_subject(tree, item)) for item in spoken)
    return any(item.lemma in _GOVERNMENT for item in solid)


def _beside_subject(tree: Tree, item: Ment) -> bool:
    """Whether a mention is coordinated with a subject: "the council and the harbour board approved it"."""
    first = item.head
    for _ in range(_IN_A_ROW):
        if not phrase_relations.is_conjunct(tree, first):
            break
        first = tree.head[first]
    return first != item.head and relations.is_subject(tree, first)


def _more_than_noun(item: Ment) -> bool:
    return item.end - item.start > 1


def _nobody(chain: Chain, solid: list[Ment]) -> bool:
    """Whether a chain is no actor: only pronouns, "anybody", or a coordination that no pronoun refers to."""
    if all(item.parts for item in solid):
        return len(solid) == len(chain.members) or not solid
    return all(item.lemma in _INDEFINITE or item.nobody for item in solid)


def _write(doc: Doc, tree: Tree, chains: list[Chain], groups: dict[int, list[int]], names: Sequence[ann.Mark]) -> None:
    spans: list[Span] = []
    attrs: dict[str, ann.ActorAttrs] = {}
    issuer = name_words(str(doc._.get(ann.ISSUER)).split())
    members_of = [(chain.in_text_order(), chain) for chain in chains]
    members_of.sort(key=lambda pair: (pair[0][0].start, -pair[0][0].end))
    key_of = {id(chain): f"a{number}" for number, (_, chain) in enumerate(members_of, 1)}
    borne = {at: chain for chain in chains for item in chain.members if item.core for at in range(*item.core)}
    for members, chain in members_of:
        key = key_of[id(chain)]
        solid = [item for item in members if item.form != "pronoun"]
        named = [item for item in solid if item.core]
        prints = Counter(item.words for item in named)
        best = (
            max(named, key=lambda item: _name_rank(item, prints, issuer))
            if named
            else max(solid, key=lambda m: (m.end - m.start, -m.start))
        )
        loose = (span for span in names if all(borne.get(at, chain) is chain for at in range(span.start, span.end)))
        begin, end = _in_full(tree, best, loose) or best.core or (best.start, best.end)
        attrs[key] = {
            "name": (tree.start[begin], tree.start[end - 1] + len(tree.text[end - 1].rstrip())),
            "type": _kind(chain, solid),
            "named": any(not _national(item) for item in named) or any(map(governs, solid)),
            "of_state": next((item.state for item in solid if governs(item)), None),
            "members": [key_of[item] for item in dict.fromkeys(groups.get(id(chain), ())) if item in key_of],
        }
        for item in members:
            short = item.core and len(item.words) < len(best.words)
            spans.append(Span(doc, item.start, item.end, label="short" if short else item.form, kb_id=key))
    ann.put(doc, ann.MENTIONS, spans, attrs)


def _in_full(tree: Tree, best: Ment, names: Iterable[ann.Mark]) -> tuple[int, int] | None:
    """Where a person called by the surname alone is named in full without being spoken of: "a pro-Ada Brekke club".

    `names` are those of nobody else.
    """
    if best.core is None or best.broad != "person" or len(best.words) != 1:
        return None
    full = [
        (span.start, span.end)
        for span in names
        if span.label_ == _PERSON and name_words(tree.text[span.start : span.end])[1:] == best.words
    ]
    same = {name_words(tree.text[start:end]) for start, end in full}
    return full[0] if len(same) == 1 else None


def _name_rank(
    item: Ment, prints: Counter[tuple[str, ...]], issuer: tuple[str, ...]
) -> tuple[int, int, int, bool, int]:
    """Sort key for an actor's names: most words, nationalities last; ties go to the most frequent, then the earliest.

    Of two spellings in several words, one in capitals throughout comes last ("IDA FALK").

    A body's longer name that is printed once does not beat one printed often ("Halden Road Haulage", "Halden"), unless
    it is that of the `issuer` of a release, in the letterhead.
    """
    size = 0 if item.label == "NORP" else len(item.words)
    often = max(prints.values())
    if (
        item.broad == "org"
        and prints[item.words] == often > _W["called.rare"] * min(prints.values())
        and not _acronym(item)
    ):
        size += int(_W["called.often"])
    if item.words == issuer:
        size += int(_W["called.often"])
    if item.kind == "State" and not kinds.is_state_name(item.words):
        size = 0  # a capital used as a name of its state
    if item.kind == "Product" and item.words[-1].isdigit() and item.words[:-1] in prints:
        size = 0  # one version of what is also named without one
    shouted = len(item.words) > 1 and not item.capitals
    return size, len(name_key(item.words)) if size == 1 else 0, prints[item.words], not shouted, -item.start


def _national(item: Ment) -> bool:
    """Whether a mention names people by nationality: "Norwegians" are neither a body nor a state."""
    return item.label == "NORP" and item.kind != "State" and kinds.state_of(item.words) is not None


def _acronym(item: Ment) -> bool:
    return len(item.words) == 1 and len(item.words[0]) <= _W["acronym.longest"] and not item.capitals


def _kind(chain: Chain, solid: list[Ment]) -> str:
    """Kind of an actor by its names, descriptions, context and pronouns; unnamed actors in the plural are a group."""
    kind = chain.kind
    if not chain.named and kinds.BROAD[kind] in ("person", "org") and any(item.plural for item in solid):
        return "Group"
    if any(map(governs, solid)):
        return "GovernmentBody"
    return kind
