"""Mentions with the features that coreference uses."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct
from spacy.tokens import Doc

from onrecord.language import annotations as ann
from onrecord.language import kinds
from onrecord.language.coreference import descriptions
from onrecord.language.coreference.descriptive_nouns import (
    is_owned,
    kind_of_description,
    modifiers_before,
    noun_of,
    state_before,
)
from onrecord.language.coreference.names import capitals, name_words
from onrecord.language.coreference.pronouns import pronoun
from onrecord.language.coreference.standing import Standing, read_standing
from onrecord.language.kinds import BODY_LABELS
from onrecord.language.lexicon.actor_words import ActorWords
from onrecord.language.syntax import modifiers, phrase_relations, relations
from onrecord.language.syntax.appositions import is_bare_before
from onrecord.language.syntax.lemmas import is_mistaken_plural, noun_lemma
from onrecord.language.syntax.phrases import counted
from onrecord.language.syntax.sentences import is_subject_cut_off, whole_sentences
from onrecord.language.syntax.tags import BLANK, PLURAL
from onrecord.language.syntax.tree import Tree
from onrecord.word_sets import word_set

_DEFINITE = word_set("definite_determiner")
_EITHER = word_set("either")
_GOVERNMENT = word_set("government")
_INDEFINITE = word_set("indefinite")
_OUTLETS = word_set("outlet_noun")
_NONE = word_set("no_determiner")
_OF_SEVERAL = word_set("group_of_people")
_ITS = word_set("owned_by_body")
_KNOWN_BODIES = word_set("known_body")
_WITHOUT_NOUN = _INDEFINITE | (word_set("quantity") - word_set("quantity_of_anything"))


class Ment(Struct, frozen=True):
    """One mention; `start` and `end` are token positions, the end exclusive."""

    start: int
    end: int
    head: int
    form: str
    core: tuple[int, int] | None
    """The proper name within the mention that it is called by."""
    label: str
    words: tuple[str, ...]
    """Words of the name in lower case, without article and possessive."""
    kind: str | None
    weight: int
    """How strong the evidence for `kind` is."""
    votes: tuple[str, ...]
    """Kinds that its context is evidence for."""
    lemma: str
    noun: str
    """The head noun, with the noun before it if the lexicon lists them together: "news_source"."""
    plural: bool | None
    gender: str
    person: str
    """For pronouns: first, second, third, relative."""
    sent: int
    definite: bool
    nobody: bool
    """Whether the description is negated: "no candidate"."""
    role: int
    quote: int
    """Number of the quotation that contains it, or -1."""
    attributive: bool
    """Whether it modifies a noun that follows: "Norwegian officials"."""
    role_before_name: bool
    modifiers: frozenset[str]
    """Lemmas of adjectives and nouns before the head of a description."""
    capitals: str
    """Capital letters of a name that also has lower-case letters: "HN" of "HaldenNet"."""
    state: str
    """ISO code of the state a description names: "the Norwegian government"."""
    parts: tuple[int, ...] = ()
    """For a coordination ("Haldeno and Nordbank"), the head tokens of its parts."""
    joined: bool = False
    """Whether the mention is part of a coordination."""
    owned: bool = False
    """Whether a description has somebody else's name before its head: "Brekke's government", "the Halden company"."""
    honor: str = ""
    """Sex stated by an honorific or a noun beside the name: "Mr.", "her brother", "Congresswoman"."""
    titles: frozenset[str] = frozenset()
    """Titles and offices before the name."""
    kin: bool = False
    """Whether the name is introduced as that of somebody's relative: "her brother Otto Brandt"."""
    says: frozenset[str] = frozenset()
    """The words of a description apart from its head: lemmas of its modifiers, its possessor and phrases after it."""
    possessed: bool = False
    """Whether a description has a possessor: "its parent company", "Haldeno's maker"."""
    nouns: frozenset[str] = frozenset()
    """The nouns in `says`: "drivers'" of "the drivers' union"."""
    one_of_many: bool = False
    """Whether an indefinite article stands before a name and nothing behind it: "a Halden Roadster"."""
    of_its: bool = False
    """Whether "its" stands before a name that several may have: "its foreign ministry"."""
    some_of: str = ""
    """For a people's name, the words that set some of them apart: "house" of "House Republicans"."""
    printed: tuple[str, ...] = ()
    """The words of a capitalised description, as if it were a name: "Haldeno's Phone Services" may be one."""

    @property
    def broad(self) -> str:
        """Broad kind: person, org, place, thing, group; "" if unknown."""
        return kinds.BROAD[self.kind] if self.kind else ""


def read(doc: Doc, tree: Tree, known: ActorWords) -> list[Ment]:
    """All mentions of a Doc in text order, longer ones first if they begin together."""
    names = sorted((span.start, span.end, span.label_) for span in ann.marks(doc, ann.NAMES))
    quotes = [-1] * len(tree)
    for number, span in enumerate(ann.marks(doc, ann.QUOTATIONS)):
        quotes[span.start : span.end] = [number] * (span.end - span.start)
    name_at: dict[int, tuple[int, int, str]] = {}
    for item in names:
        for token in range(item[0], item[1]):
            name_at[token] = item
    scene = Scene(tree, known, name_at, quotes, whole_sentences(tree))
    spans = sorted(((s.start, s.end, s.label_) for s in ann.marks(doc, ann.MENTIONS)), key=lambda s: (s[0], -s[1]))
    return [_ment(scene, start, end, form) for start, end, form in spans]


@dataclass(frozen=True, slots=True)
class Scene:
    """The data about an article that the features of each mention are read from."""

    tree: Tree
    known: ActorWords
    name_at: dict[int, tuple[int, int, str]]
    quotes: list[int]
    sents: list[int]
    """For each of the parser's sentences, the first of those that make up the same real sentence."""


def _ment(scene: Scene, start: int, end: int, form: str) -> Ment:
    tree, known, name_at, quotes = scene.tree, scene.known, scene.name_at, scene.quotes
    heads = [i for i in range(start, end) if not start <= tree.head[i] < end or tree.head[i] == i] or [end - 1]
    head = heads[0]
    role_before_name = (
        form == "description"
        and end in name_at
        and name_at[end][0] == end
        and (_stands_before(tree, name_at[end], heads[-1]) or _bare_role(scene, heads[-1], end))
    )
    if role_before_name:
        head = heads[-1]  # "Norwegian planemaker" of "Norwegian planemaker Haldeno": both depend on the name
    noun = counted(tree, head)
    lower, lemma = tree.lower[head], noun_lemma(tree, noun)
    core = _core(scene, (start, end), head, noun, form)
    words = name_words(tree.text[core[0] : core[1]]) if core else ()
    label = core[2] if core else ""
    gender = known.gender.get(lemma, "")
    person = ""
    several = tree.tag[noun] in PLURAL or is_mistaken_plural(tree, noun)
    plural: bool | None = (several and lower not in descriptions.ONE) or lower in _WITHOUT_NOUN
    kind, weight = kinds.of_name(words, label, known) if core else (None, kinds.LIKELY)
    if form == "pronoun":
        said = pronoun(lower)
        person, plural, gender, kind = said.person, said.plural, said.gender, said.kind
    elif core is None:
        kind = kind_of_description(tree, known, start, noun, lemma)
        weight = kinds.FAINT if lemma in _EITHER else weight
        weight = kinds.STRONG if role_before_name and lemma in known.posts else weight
    standing = Standing()
    if core is not None and label == "PERSON":
        standing = read_standing(tree, known, core[0], core[1])
        if kinds.BROAD.get(kind or "") == "place" and (standing.honor or standing.titles):
            kind, weight = "Person", kinds.LIKELY  # "Mr. Jordan"
        gender = standing.honor or (known.forenames.get(words[0], "") if len(words) > 1 else "")
    attributive = core is not None and phrase_relations.is_premodifier(tree, head) and tree.head[head] >= end
    if label == "NORP" and attributive and kinds.state_of(words):
        kind, weight = "State", kinds.LIKELY
    described = core is None and form == "description"
    around = descriptions.around(tree, start, end, noun) if described else []
    says = frozenset(descriptions.said(tree, token) for token in around) | descriptions.of_doing(tree, noun)
    owned = core is None and is_owned(tree, name_at, head)
    determiner = tree.lower[start]
    definite = determiner in _DEFINITE or modifiers.possessor(tree, head) is not None
    definite = definite or (head == start and lower in _KNOWN_BODIES)
    return Ment(
        start=start,
        end=end,
        head=head,
        form=form,
        core=(core[0], core[1]) if core else None,
        label=label,
        words=words,
        kind=kind,
        weight=weight,
        votes=(),
        lemma=lemma,
        noun=noun_of(tree, known, start, noun, lemma),
        plural=plural,
        gender=gender,
        person=person,
        sent=scene.sents[tree.sent[head]],
        definite=definite,
        nobody=core is None and determiner in _NONE,
        role=relations.TOPMOST if is_subject_cut_off(tree, scene.sents, head) else relations.prominence(tree, head),
        quote=quotes[head],
        attributive=attributive,
        role_before_name=role_before_name,
        modifiers=modifiers_before(tree, start, head) if core is None and form == "description" else frozenset(),
        capitals=capitals(tree.text[core[0] : core[1]]) if core else "",
        state=state_before(tree, scene.name_at, start, head, lemma) if core is None and form == "description" else "",
        owned=owned,
        of_its=core is not None and tree.lower[core[0] - 1 if core[0] else start] in _ITS,
        one_of_many=core is not None and core[1] == end and determiner in word_set("indefinite_article"),
        some_of=_some_of(tree, core, start, end) if core and label == "NORP" and plural else "",
        printed=name_words(tree.text[start:end]) if owned else (),
        says=says if described else frozenset(),
        possessed=described and modifiers.possessor(tree, noun) is not None,
        nouns=descriptions.nouns(tree, name_at, start, around),
        honor=standing.honor,
        titles=standing.titles,
        kin=standing.kin,
    )


def _some_of(tree: Tree, core: tuple[int, int, str], start: int, end: int) -> str:
    """The words around a people's name that set some of them apart: "House Republicans", "Norwegians living abroad"."""
    around = (*range(start, core[0]), *range(core[1], end))
    words = [token for token in around if tree.lower[token] not in _DEFINITE and tree.pos[token] not in BLANK]
    head = core[1] - 1
    for verb in (*modifiers.relative_clauses(tree, head), *modifiers.adnominal_clauses(tree, head)):
        if tree.left_edge[verb] == core[1]:
            words += range(core[1], tree.right_edge[verb] + 1)
    return " ".join(tree.lower[token] for token in sorted(set(words)))


def _core(scene: Scene, span: tuple[int, int], head: int, noun: int, form: str) -> tuple[int, int, str] | None:
    """The name that a mention is called by, if it has one."""
    tree, name_at, (start, end) = scene.tree, scene.name_at, span
    core = name_at.get(head)
    if core is None and form == "name":
        # its head is in no name, as in "Haldeno Inc. co-founder Ola Lund", whose head is the role: take the last name
        core = next((name_at[i] for i in (end - 1, *range(start, end)) if i in name_at), None)
    if core is not None and not (start <= core[0] and core[1] <= end):
        core = None
    if form == "description" and core is not None and core[2] == "NORP":
        return None  # "a Norwegian" describes somebody and is not a name
    return _outlet(tree, name_at, start, noun) if form == "description" and core is None else core


def _outlet(tree: Tree, name_at: dict[int, tuple[int, int, str]], start: int, noun: int) -> tuple[int, int, str] | None:
    """The name of an outlet before the noun that says what it is: "the Halden Times newspaper"."""
    name = name_at.get(noun - 1) if tree.lemma[noun] in _OUTLETS else None
    if name is None or name[1] != noun or name[2] not in BODY_LABELS:
        return None
    first = start + (tree.lower[start] in _DEFINITE)
    return name if name[0] == first and tree.tag[noun] == "NN" else None


def _bare_role(scene: Scene, head: int, end: int) -> bool:
    """Whether a noun without an article, right before a person's name, is that person's role.

    As in "Haldeno founder and chairman Ola Lund".
    """
    person = scene.name_at[end][2] == "PERSON" and scene.known.noun_type.get(scene.tree.lemma[head]) == "Person"
    return person and is_bare_before(scene.tree, head, end)


def _stands_before(tree: Tree, name: tuple[int, int, str], role: int) -> bool:
    """Whether a role right before a name describes the name, not a later noun: "a veteran Halden Council insider"."""
    over, last = tree.head[role], name[1] - 1
    both = over > last and tree.head[last] == over and phrase_relations.is_premodifier(tree, last)
    return name[0] <= over and not both
