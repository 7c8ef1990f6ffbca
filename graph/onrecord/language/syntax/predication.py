"""The predicate of a clause as printed: its verb group, and the words after it that complete the verb.

Labels retell a deed in these words. A verb is completed by its particles, objects, predicates, complement clauses and
prepositional phrases, up to a relative clause, an apposition, a parenthesis, a coordinated verb or a punctuation mark
outside a list.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from onrecord.language.syntax import control, lexical
from onrecord.language.syntax.attachment import tells_the_charge
from onrecord.language.syntax.breaks import ASIDE, LONGEST, MARKS, ends
from onrecord.language.syntax.dependents import no_longer
from onrecord.language.syntax.modifiers import is_listed_adjective
from onrecord.language.syntax.relations import is_infinitive
from onrecord.language.syntax.tags import FINITE_OR_MODAL, NOUNS, SURELY_FINITE, VERBAL
from onrecord.language.syntax.tree import Tree
from onrecord.language.syntax.trimming import told_whole, trimmed
from onrecord.language.syntax.unattached import whole_words, with_scores, without_absolute
from onrecord.language.syntax.voice import agents_of_passive, is_passive
from onrecord.word_sets import word_set

_GROUP = frozenset({"aux", "auxpass", "neg"})
_COMPLETING = frozenset(
    {"prt", "dobj", "dative", "attr", "acomp", "oprd", "xcomp", "ccomp", "prep", "agent", "npadvmod", "pcomp"}
)
_CLAUSES = frozenset({"xcomp", "ccomp"})
_SHARED = {"VBN": word_set("auxiliary_of_participle"), "VBG": {"be"}}
"""The auxiliaries of the first verb that a coordinated verb shares, by the tag of the latter.

A base form shares modals and "do".
"""
_DEPTH = 6
"""Most governing verbs that are followed; a label with more would be unreadable."""


def predicate_head(tree: Tree, verb: int) -> int:
    """The word whose predicate contains the deed of `verb`: `verb`, or a verb with the same subject that it completes.

    For "sell" in "wants to sell", "was asked to sell" and "is happy to sell", it is the finite verb. `control` decides
    the subject of the infinitive.
    """
    found = verb
    for _ in range(_DEPTH):
        above = tree.head[found]
        if tree.dep[found] not in {"xcomp", "acomp"} or (tree.tag[found] == "VBN" and not is_infinitive(tree, found)):
            break
        if tree.pos[above] not in VERBAL | {"ADJ"} or tree.child(found, "nsubj", "nsubjpass") is not None:
            break
        if tree.dep[found] == "xcomp" and tree.kids(above, "dobj", "dative"):
            break
        found = above
    subject = control.subjects(tree, found)
    return found if found == verb or (subject and subject == control.subjects(tree, verb)) else verb


def verb_group(tree: Tree, verb: int) -> list[int]:
    """Auxiliaries, negations, adverbs of doubt and the verb, in text order; empty if the clause has no tense."""
    shared = tree.kids(verb, "aux", "auxpass")
    if not shared and tree.dep[verb] == "conj" and tree.tag[verb] in {"VB", "VBN", "VBG"}:
        shared = [kid for kid in tree.kids(tree.head[verb], "aux", "auxpass") if _shared(tree, kid, verb)]
        if not shared:
            return []
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is not None and shared and shared[0] < subject:
        return []  # "should he win": questions and suppositions are not retold
    first = subject if subject is not None and subject < verb else -1  # "yet he sold it": "yet" is not in the group
    denial = min((kid for kid in tree.kids(verb, "neg") if first < kid), default=verb)
    own = [
        kid
        for kid in tree.kids(verb, "neg", "advmod")
        if (_tells(tree, kid) and first < kid <= verb + 1) or denial < kid < verb  # "did not fully open it"
    ]
    group = sorted({*shared, *own, *(kid for kid in no_longer(tree, verb) if kid < verb), verb})
    if is_passive(tree, verb) and not shared:
        return []  # "wants the network shut down"
    tense = next((item for item in group if tree.dep[item] in {"aux", "auxpass"} or item == verb), verb)
    return group if tree.tag[tense] in FINITE_OR_MODAL else []


def _shared(tree: Tree, auxiliary: int, verb: int) -> bool:
    """Whether an auxiliary of the first verb is shared by the coordinated `verb`."""
    lemmas = _SHARED.get(tree.tag[verb])
    return tree.lemma[auxiliary] in lemmas if lemmas else tree.tag[auxiliary] == "MD" or tree.lemma[auxiliary] == "do"


def _tells(tree: Tree, word: int) -> bool:
    """Whether the clause would become untrue without a word beside its verb: "not", "hardly", "shot dead"."""
    if tree.dep[word] == "neg" or tree.lower[word] in lexical.listed("hedges"):
        return True
    return tree.tag[word] == "JJ" and word == tree.head[word] + 1


def completion(tree: Tree, verb: int, times: Container[int] = (), bound: Container[str] = ()) -> list[tuple[int, int]]:
    """Token ranges [start, end) of the words after `verb` that complete it, in text order, including quotation marks.

    Phrases that contain one of the tokens `times`, and the agent of a passive, are left out. `bound` are prepositions
    that the verb requires, even if they introduce times with other verbs ("testified before the board").
    """
    kept: list[int] = []
    agents = set(agents_of_passive(tree, verb)) if is_passive(tree, verb) else set()
    broken = whole = False
    passed: set[int] = set()
    for kid in tree.children[verb]:
        if kid < verb or tree.dep[kid] in {"aux", "auxpass", "neg"}:
            continue
        if tree.dep[kid] == "punct" and tree.text[kid] in MARKS:
            listed = None if broken or not kept or kept[-1] + 1 != kid else _rest_of_list(tree, verb, kid)
            if listed is not None:
                kept += [kid, *_extent(tree, listed, agents, times)[0]]
                passed.add(listed)
            broken = True
            continue
        if kid in passed:
            continue
        if kid == verb + 1 and tree.dep[kid] == "advmod" and _tells(tree, kid):
            continue  # part of the verb group
        if not _completes(tree, kid, bound, broken=broken and not tells_the_charge(tree, kid), after=len(kept)):
            if kept[-1:] == [kid - 1] and (more := _goes_on(tree, verb, kid)):
                kept += more
                continue
            if tree.dep[kid] in {"conj", "cc", "parataxis"}:
                break
            broken = broken or tree.dep[kid] in ASIDE
            continue
        words, whole = _extent(tree, kid, agents, times)
        kept += [word for word in words if word > verb]  # "a bridge that they hope to put up"
        broken = broken or not whole
    kept = _with_gerund(tree, _continued(tree, _without_next_subject(tree, kept)))
    return _ranges(with_scores(tree, whole_words(tree, without_absolute(tree, kept))))


def _goes_on(tree: Tree, verb: int, word: int) -> range:
    """What goes on with the word before: the "per cent" of "fell 11 per cent", or a link between two phrases.

    As in "opened in some towns but with limits".
    """
    words = range(word, tree.right_edge[word] + 1)
    if tree.tag[word - 1] == "CD" and {tree.ent[token] for token in words} == {tree.ent[word - 1]} != {""}:
        return words
    after = next((kid for kid in tree.children[verb] if kid > word), None)
    behind = after is not None and tree.dep[after] == "prep" and tree.left_edge[after] == word + 1
    return range(word, word + (tree.dep[word] == "cc" and behind))


def conditions(tree: Tree, verb: int) -> list[tuple[int, int]]:
    """Token ranges of the clauses that state a condition: "it holds if the bridge is closed".

    With a past tense or a progressive, "if" mostly introduces a question or a contrast.
    """
    tense = min([verb, *tree.kids(verb, "aux", "auxpass")])
    if tree.tag[tense] not in {"MD", "VBZ", "VBP", "TO"} or tree.tag[verb] == "VBG":
        return []
    found = [kid for kid in tree.children[verb] if tree.dep[kid] == "advcl"]
    ranges = [(tree.left_edge[kid], tree.right_edge[kid] + 1) for kid in found]
    return [
        (start, end)
        for start, end in ranges
        if tree.lower[start] in word_set("opens_condition")
        and end - start <= LONGEST
        and tree.tag[start] != "MD"
        and not any(tree.text[token] in MARKS for token in range(start, end))
        and not any(tree.lemma[token] in word_set("questioning") for token in range(verb, start))
    ]


def _without_next_subject(tree: Tree, kept: list[int]) -> list[int]:
    """The tokens without a pronoun right behind a noun at their end: it begins a clause, "a map you would miss"."""
    *rest, last = kept or [-1]
    after_noun = bool(rest) and rest[-1] == last - 1 and tree.pos[rest[-1]] in NOUNS
    return rest if after_noun and tree.lower[last] in word_set("pronoun_of_speech") else kept


def _continued(tree: Tree, kept: list[int]) -> list[int]:
    """The tokens with what belongs to the last one but is attached elsewhere.

    Corrects the parser in "of implying the drivers were late" (a predicate of the last noun), "lost forty dead" (an
    adjective of the last number) and "a number of young, displaced miners" (the noun of a list of adjectives).
    """
    last = kept[-1] if kept else len(tree)
    after = last + 1
    if after + 2 >= len(tree):
        return kept
    if is_listed_adjective(tree, after + 1):
        return [*kept, after, after + 1, after + 2]
    loose = tree.dep[after] in {"conj", "ccomp", "advcl"} and not tree.kids(after, "nsubj", "nsubjpass", "aux", "mark")
    if loose and tree.tag[after] in SURELY_FINITE and tree.pos[last] in NOUNS and tree.lemma[after] == "be":
        said = [token for kid in tree.kids(after, "acomp", "attr") for token in _extent(tree, kid, (), ())[0]]
        return [*kept, after, *said]
    if tree.tag[last] == "CD" and tree.pos[after] == "ADJ":
        joined = tree.dep[after + 1] == "cc" and tree.dep[after + 2] == "conj"  # "forty dead and wounded"
        return [*kept, *range(after, after + 3 if joined else after + 1)]
    return kept


def _with_gerund(tree: Tree, kept: list[int]) -> list[int]:
    """The tokens with the gerund that belongs to a final possessor: "complained about the miners' selling it"."""
    while kept and tree.dep[kept[-1]] == "case":
        after = kept[-1] + 1
        if after < len(tree) and tree.tag[after] == "VBG" and tree.dep[after] == "advcl":
            return [*kept, *_extent(tree, after, (), ())[0]]
        kept.pop()
    return kept


def _rest_of_list(tree: Tree, verb: int, comma: int) -> int | None:
    """The noun after `comma` that continues a list ("bolts, nuts and screws") if the parser attaches it to the verb."""
    for kid in tree.children[verb]:
        if tree.left_edge[kid] == comma + 1 and tree.pos[kid] in NOUNS:
            joined = tree.child(kid, "conj") is not None and tree.child(kid, "cc") is not None
            return kid if joined and tree.dep[kid] == "npadvmod" else None
    return None


def phrase(tree: Tree, noun: int, times: Container[int] = ()) -> list[tuple[int, int]]:
    """Token ranges of the noun phrase of `noun` without asides, which retell a deed that is named by a noun."""
    start = min(
        [noun, *(tree.left_edge[kid] for kid in tree.children[noun] if kid < noun and tree.dep[kid] not in _OUT)]
    )
    words, _ = _extent(tree, noun, set(), times)
    end = next((kid for kid in tree.children[noun] if kid > noun and tree.dep[kid] == "cc"), len(tree))
    words = trimmed(tree, [item for item in words if item < end], noun)
    return _ranges([item for item in words if item >= start])


_OUT = frozenset({"punct", "cc", "preconj", "prep", "advmod", "neg", "mark"})


def _completes(tree: Tree, kid: int, bound: Container[str], *, broken: bool, after: int) -> bool:
    """Whether a dependent belongs to the predicate; after a break, only a clause that the verb requires."""
    dep, purpose = tree.dep[kid], tree.dep[kid] == "advcl" and is_infinitive(tree, kid)
    if broken or after > LONGEST:
        return dep == "xcomp" and is_infinitive(tree, kid)
    if dep == "prep" and tree.lower[kid] in lexical.listed("circumstances") and tree.lower[kid] not in bound:
        return False
    # "gathered round a fire", whose preposition is taken for an adverb
    before = tree.lower[kid] in word_set("adverb_or_preposition") and tree.dep[tree.head[kid + 1]] == "dobj"
    toward = dep == "advmod" and (before or tree.lower[kid] in lexical.listed("directions"))
    return dep in _COMPLETING or purpose or toward


def _extent(tree: Tree, top: int, agents: Container[int], times: Container[int]) -> tuple[list[int], bool]:
    """The tokens of the phrase of `top` up to its first break, and whether they are the whole phrase."""
    kept: list[int] = []
    passed = set(_passed(tree, top, agents, times)) | set(_bracketed(tree, top))
    for token in range(tree.left_edge[top], tree.right_edge[top] + 1):
        if token in passed:
            continue
        if ends(tree, top, token, len(kept)):
            words = trimmed(tree, told_whole(tree, top, kept), top)
            cut = tree.dep[top] in {"advcl", "xcomp"} and words[-1:] == [top]  # "came to witness"
            return [] if cut else words, False
        kept.append(token)
    return trimmed(tree, kept, top), True


def _bracketed(tree: Tree, top: int) -> Iterator[int]:
    """Tokens of the phrase of `top` that are in brackets, including the brackets."""
    opened = None
    for token in range(tree.left_edge[top], tree.right_edge[top] + 1):
        if tree.text[token] == "(":
            opened = token
        elif tree.text[token] == ")" and opened is not None:
            yield from range(opened, token + 1)
            opened = None


def _passed(tree: Tree, top: int, agents: Container[int], times: Container[int]) -> Iterator[int]:
    """Tokens of the phrases within that of `top` that say when or by whom."""
    for token in range(tree.left_edge[top], tree.right_edge[top] + 1):
        if token in times or token in agents:
            edge = token
            if tree.dep[edge] == "compound" and tree.lower[tree.head[edge]] in word_set("dating_noun"):
                edge = tree.head[edge]  # "Friday evening"
            while tree.head[edge] != edge and edge != top and (tree.head[edge] in times or tree.dep[edge] == "pobj"):
                edge = tree.head[edge]
                if tree.lower[edge] == "of" and any(tree.text[time].isdigit() for time in tree.children[edge]):
                    edge = token  # "the first vote of 2016": says which
                    break
                if tree.dep[edge] in {"prep", "agent"}:
                    while tree.dep[tree.head[edge]] == "prep" and tree.head[edge] != top:
                        edge = tree.head[edge]  # "as of 30 November"
                    break
            above = tree.head[edge]
            if tree.dep[above] == "acl" and tree.children[above] == [edge]:
                edge = above  # "a report dated 21 July"
            if tree.dep[edge] in {"prep", "agent", "npadvmod", "advmod", "acl"} or token == top:
                yield from range(tree.left_edge[edge], tree.right_edge[edge] + 1)


def _ranges(tokens: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for token in sorted(set(tokens)):
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return runs
