"""Attributions of a verb in one of its frames."""

from __future__ import annotations

from onrecord.language.lexicon import results
from onrecord.language.statements import lexicon
from onrecord.language.statements.candidates import Candidate, Range, Ranges, ranges, trimmed
from onrecord.language.statements.displaced import complements, on_listener, repaired
from onrecord.language.statements.frames import Complement
from onrecord.language.statements.quoted_through import relay_of, saying, told_by
from onrecord.language.statements.sources import phrase, source_of
from onrecord.language.statements.words import listed
from onrecord.language.syntax.clauses import clause
from onrecord.language.syntax.dependents import all_objects
from onrecord.language.syntax.false_objects import owned_at
from onrecord.language.syntax.modifiers import determiner, object_below, prepositions_and_datives
from onrecord.language.syntax.phrase_relations import is_adnominal_clause
from onrecord.language.syntax.relations import is_in_verb_group, is_open_complement
from onrecord.language.syntax.tags import VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.punctuation import is_quotation_mark
from onrecord.word_sets import word_set

_ORDER = ("that", "wh", "post", "mid", "obj_inf", "inf", "as", "pred", "np_of", "np_for", "ing")
_ALIKE = {"post": "that", "mid": "that"}
_EMPTY = word_set("empty_object")
_AROUND = frozenset({"post", "mid"})
_THINGS = frozenset({"NOUN", "PRON"})
_CLAUSAL = frozenset({"that", "wh", "post", "mid", "inf", "obj_inf"})


def find(tree: Tree, verb: int, used: set[int]) -> Candidate | None:  # noqa: C901, PLR0911 -- one row of refusals
    """The attribution that `verb` makes if it is a cue in one of its frames; None otherwise."""
    entry = lexicon.verb(tree.lemma[verb], tree.lower[verb])
    if entry is None or verb in used or tree.pos[verb] not in VERBAL:
        return None
    if saying(tree, verb) is not None:
        return None
    raising = "raising" in entry.frames
    if raising or clause(tree, verb).passive:
        return (_raising if raising else _from_passive)(tree, verb, entry)
    if _impersonal(tree, verb):
        return None
    items = complements(tree, verb)
    best = _best(tree, items, entry) or _answer(tree, verb, entry)
    holds = tree.tag[verb] == "VBG" and is_adnominal_clause(tree, verb)  # "members holding shares have agreed"
    if "that" in entry.frames and (best is None or best.frame == "np") and not holds:
        best = repaired(tree, verb, items) or on_listener(tree, verb) or best
    if best is None and "quote" in entry.frames:
        best = _words(tree, verb, items)
    if best is None or _announces(tree, verb, best):
        return None
    if best.frame == "np":
        best = _with_clause(best, items)
    if best.frame in _AROUND:
        best = _scoped(tree, verb, best)
    if best is None:
        return None
    source, head = source_of(tree, verb)
    if head is not None and _nobody(tree, head):
        return None
    cue = cue_of(tree, verb, best.particle)
    relay = relay_of(tree, verb)
    return Candidate(
        verb,
        cue,
        source,
        best.content,
        entry.id,
        best.frame,
        entry.kind,
        entry.stance,
        head,
        addressee=_addressee(tree, verb, best, entry),
        outlet=told_by(tree, relay)[2] if relay is not None else None,
    )


def _nobody(tree: Tree, head: int) -> bool:
    """Whether a subject is negative: "none", "no candidate"."""
    before = determiner(tree, head)
    none = before is not None and tree.lower[before] in word_set("no_determiner")
    return none or tree.lower[head] in word_set("no_source")


def _announces(tree: Tree, verb: int, item: Complement) -> bool:
    """Whether a clause before a colon only announces what follows: "explained what had happened: ..."."""
    end = item.content[-1][1]
    closed = item.frame == "wh" and end < len(tree) and tree.text[end] == ":"
    return closed and tree.lemma[verb] not in listed("asking")


def _scoped(tree: Tree, verb: int, item: Complement) -> Complement | None:
    """Content before or around a verb, cut to what the verb governs.

    A "that" right after the verb begins its content ("..., but he denied that S"); "something the mayor indicated" does
    not have the preceding clause as content; inside brackets, only words in the brackets are content.
    """
    first, last = item.content[0][0], tree.sents[tree.sent[verb]][1]
    if verb + 1 < last and tree.lower[verb + 1] == "that" and tree.tag[verb + 1] == "IN":
        span = trimmed(tree, verb + 1, last)
        return Complement("that", (span,), verb) if span else None
    own = next(iter(clause(tree, verb).nominative), None)
    if own is not None and any(thing < own and tree.pos[thing] in _THINGS for thing in clause(tree, verb).own_objects):
        return None
    opened = next((i for i in range(verb - 1, first - 1, -1) if tree.text[i] in "()"), None)
    if opened is None or tree.text[opened] != "(":
        return item
    parts = tuple((max(low, opened + 1), high) for low, high in item.content if high > opened + 1)
    return Complement(item.frame, parts, item.head, item.particle) if parts else None


def _raising(tree: Tree, verb: int, entry: lexicon.Entry) -> Candidate | None:
    """The attribution of a raising verb ("seems"): the content is the subject with its complement.

    "It seems that ..." only hedges the writer's own words and is not an attribution.
    """
    found = clause(tree, verb)
    behind = sorted(kid for kid in (*found.complements, *found.predicates) if kid > verb)
    subject = next((head for head in found.own_subjects if head < verb), None)
    asked = subject is not None and tree.lower[subject] in word_set("opens_question")  # "what seems to be the cause"
    about = phrase(tree, subject, high=verb) if subject is not None and not asked else None
    said = trimmed(tree, tree.left_edge[behind[0]], tree.right_edge[behind[0]] + 1) if behind else None
    if said is None or about is None or tree.lower[about[0]] in _EMPTY:
        return None
    return Candidate(verb, cue_of(tree, verb), (), (about, said), entry.id, "raising", entry.kind, entry.stance)


def _impersonal(tree: Tree, verb: int) -> bool:
    """Whether the clause is impersonal: "it is fair to say that …", "the fact is, to note …", "this means that"."""
    impersonal = word_set("impersonal_pronoun")
    if tree.lemma[verb] in word_set("meaning") and any(
        tree.lower[own] in impersonal for own in clause(tree, verb).own_subjects
    ):
        return True
    above = clause(tree, tree.head[verb])
    predicative = tree.lemma[above.verb] == "be" and bool(above.predicates)
    return is_open_complement(tree, verb) and predicative and any(tree.lower[own] == "it" for own in above.own_subjects)


def _best(tree: Tree, items: list[Complement], entry: lexicon.Entry) -> Complement | None:
    def rank(item: Complement) -> int:
        return _ORDER.index(item.frame) if item.frame in _ORDER else len(_ORDER)

    allowed = [
        item
        for item in items
        if _ALIKE.get(item.frame, item.frame) in entry.frames
        and not (item.frame == "np" and tree.lower[item.head] in _EMPTY and len(item.content) == 1)
    ]
    return min(allowed, key=rank, default=None)


def _with_clause(thing: Complement, items: list[Complement]) -> Complement:
    """An object joined with the clause that specifies it, whatever the clause depends on in the parse.

    As in "repeated his claim that X", "sees a chance to win", "voiced anger on Monday that X".
    """
    (low, high) = thing.content[-1]
    for item in items:
        start, end = item.content[0]
        beside = item.frame in {"that", "wh"} and start == high
        aim = item.frame == "obj_inf" and start == low
        if (beside or aim) and end > high:
            return Complement("np", (*thing.content[:-1], (low, end)), thing.head, thing.particle)
        if item.frame == "that" and start > high and len(item.content) == 1:
            return Complement("np", (*thing.content, item.content[0]), thing.head, thing.particle)
    return thing


def _answer(tree: Tree, verb: int, entry: lexicon.Entry) -> Complement | None:
    """A one-word answer: "75 percent said yes"; None if there is none."""
    answers = "quote" in entry.frames and verb + 1 < len(tree) and tree.lower[verb + 1] in listed("answers")
    return Complement("answer", ((verb + 1, verb + 2),), verb) if answers else None


def _words(tree: Tree, verb: int, items: list[Complement]) -> Complement | None:
    """Quoted words right after a verb of saying, of any form: "chanted 'stop killing' and"."""
    if verb + 1 >= len(tree) or not is_quotation_mark(tree.text[verb + 1]):
        return None
    covering = [part for item in items for part in item.content if part[0] in {verb + 1, verb + 2}]
    if not covering:
        return None
    end = max(high for _, high in covering)
    return Complement("words", ((verb + 1, end),), verb)


def cue_of(tree: Tree, verb: int, particle: int | None = None) -> Ranges:
    """The ranges of the verb with its auxiliaries, negation, particle and preposition."""
    tokens = {verb, *(child for child in tree.children[verb] if is_in_verb_group(tree, child))}
    if particle is not None:
        tokens.add(particle)
    return ranges(sorted(tokens))


def _addressee(tree: Tree, verb: int, chosen: Complement, entry: lexicon.Entry) -> Range | None:
    if tree.tag[verb] == "VBG" and clause(tree, verb).modals:  # "would be asking him to leave": he was not told yet
        return None
    if entry.addressee and chosen.frame != "np":
        found = told(tree, verb)
        if found is not None:
            return found
    if chosen.frame == "np_to":  # "compared the mayor to a king" tells no king
        return None
    for child in prepositions_and_datives(tree, verb):
        held = object_below(tree, child)
        if tree.lower[child] == "to" and held is not None and chosen.head != held:
            return phrase(tree, held)
    return None


def told(tree: Tree, verb: int) -> Range | None:
    """The object of "told", including the noun it possesses: "told the port's chief"."""
    held = [item for item in all_objects(tree, verb) if item > verb and tree.pos[item] != "ADP"]
    if not held:
        return None
    first = phrase(tree, held[0], low=verb + 1)
    owned = owned_at(tree, verb, first[1]) if first is not None else None
    return (first[0], tree.right_edge[owned] + 1) if first is not None and owned is not None else first


def _from_passive(tree: Tree, verb: int, entry: lexicon.Entry) -> Candidate | None:
    """The passives "It was reported that X", "X is said to be Y", "X was described as Y", "X was criticized by Y"."""
    source, by = source_of(tree, verb)
    patient = next(iter(clause(tree, verb).own_subjects), None)
    about = phrase(tree, patient, high=verb) if patient is not None else None
    items = complements(tree, verb)
    said = next((item for item in items if item.frame in _CLAUSAL), None)
    reduced = not clause(tree, verb).auxiliaries  # "the plan, announced by Lund, was dropped": that he did not announce
    opened = verb + 1 < len(tree) and tree.lower[verb + 1] == "that"
    if reduced and said is not None and said.frame in _AROUND | {"that"} and not opened:
        said = None
    if said is not None and "passive" in entry.frames and said.frame != "obj_inf":
        content, frame = said.content, "pass_that"
        if said.frame == "inf":
            content, frame = (*((about,) if about else ()), *content), "pass_inf"
        return Candidate(verb, cue_of(tree, verb), source, content, entry.id, frame, entry.kind, entry.stance, by)
    rest = next((item for item in items if item.frame in {"pp:as", "pp:about", "pred"}), None)
    if rest is not None and rest.frame == "pp:about" and "pp:about" in entry.frames:
        cue = cue_of(tree, verb, rest.particle)
        return Candidate(verb, cue, source, rest.content, entry.id, "pass_about", entry.kind, entry.stance, by)
    if rest is not None and about and rest.frame != "pp:about" and entry.frames & {"as", "pred"}:
        low = rest.particle if rest.particle is not None else rest.content[0][0]
        content = (about, (low, rest.content[-1][1]))
        if rest.frame == "pred" and not source and tree.lemma[low] in results():
            return None  # "was found dead": a deed, which nobody says
        return Candidate(verb, cue_of(tree, verb), source, content, entry.id, "pass_as", entry.kind, entry.stance, by)
    named = patient is not None and tree.pos[patient] != "PRON"  # "they had been asked by the port" says nothing
    unreal = bool(clause(tree, verb).modals)  # "may be welcomed by some" says only what may be
    if about and named and source and "np" in entry.frames and not unreal:
        return Candidate(verb, cue_of(tree, verb), source, (about,), entry.id, "pass_np", entry.kind, entry.stance, by)
    return None
