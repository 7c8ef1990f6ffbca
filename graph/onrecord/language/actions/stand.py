"""How a deed stands: done or not, asserted, ordered, planned, threatened, and by which other deed."""

from __future__ import annotations

from onrecord.language.actions import lexicon
from onrecord.language.actions.deeds import Deed
from onrecord.language.tree import Tree

_MODAL = {
    "will": "planned", "shall": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned",
    "would": "conditional", "'d": "conditional", "may": "possible", "might": "possible", "could": "possible",
    "can": "possible", "ca": "possible", "must": "demanded", "should": "demanded",
}  # fmt: skip
_BELOW = frozenset({"xcomp", "pcomp", "acl", "ccomp", "advcl", "oprd"})
_DEPTH = 6


def stand(tree: Tree, deed: Deed) -> tuple[str, str, int | None]:
    """Polarity, modality and the token of the operator the deed stands under (None where there is none)."""
    negative = _negated(tree, deed)
    modality, under, flips = _climb(tree, deed)
    return ("negative" if negative != flips else "positive"), modality, under


def _negated(tree: Tree, deed: Deed) -> bool:
    if any(tree.dep[kid] == "neg" or tree.lower[kid] == "never" for kid in tree.children[deed.verb]):
        return True
    if deed.verb != deed.head or deed.noun_frame is not None:
        return any(tree.dep[kid] == "det" and tree.lower[kid] == "no" for kid in tree.children[deed.head])
    return any(
        tree.lower[word] == "no"
        for kid in tree.kids(deed.verb, "dobj", "nsubj", "nsubjpass")
        for word in tree.kids(kid, "det")
    )


def _climb(tree: Tree, deed: Deed) -> tuple[str, int | None, bool]:
    """The nearest word above that sets a modality; whether words on the way turn the polarity round."""
    token, flips = deed.verb, False
    for _ in range(_DEPTH):
        own = _modal(tree, token)
        if own is not None:
            return own, None, flips
        dep, head = tree.dep[token], tree.head[token]
        if dep == "conj":
            token = head
            continue
        above = _operator_above(tree, token, dep, head)
        if above is None:
            return ("planned" if _purpose(tree, token, dep) else "asserted"), None, flips
        operator = lexicon.operators()[tree.lemma[above]]
        if operator.polarity == "negative":
            flips = not flips
            token = above
            continue
        if operator.modality != "asserted":
            return operator.modality, above, flips
        token = above
    return "asserted", None, flips


def _modal(tree: Tree, token: int) -> str | None:
    """The modality that auxiliaries and conjunctions of the deed's own clause set."""
    lowered = {tree.lower[kid] for kid in tree.children[token] if tree.dep[kid] in {"aux", "mark", "advmod"}}
    if tree.dep[token] == "advcl" and lowered & {"if", "unless"}:
        return "conditional"
    found = next((_MODAL[word] for word in sorted(lowered) if word in _MODAL), None)
    if found == "conditional" and not any(
        tree.dep[kid] == "advcl" and any(tree.lower[word] in {"if", "unless"} for word in tree.kids(kid, "mark"))
        for kid in tree.children[token]
    ):
        return "planned"
    return found


def _operator_above(tree: Tree, token: int, dep: str, head: int) -> int | None:
    """The operator word directly above `token`, if it governs it."""
    above = tree.head[head] if dep in {"pcomp", "pobj"} else head
    operator = lexicon.operators().get(tree.lemma[above])
    if operator is None:
        return None
    infinitive = any(tree.lower[kid] == "to" for kid in tree.kids(token, "aux"))
    if dep in {"dobj", "nsubjpass"}:
        governs = operator.modality in {"demanded", "considered", "threatened", "planned"}
    elif dep == "pobj":
        governs = tree.lemma[above] == "call"
    elif dep == "ccomp" and not infinitive:
        governs = operator.modality in {"ordered", "demanded", "threatened", "possible"}
    else:
        governs = dep in _BELOW and (dep != "advcl" or infinitive)
    return above if governs else None


def _purpose(tree: Tree, token: int, dep: str) -> bool:
    return dep in {"advcl", "acl"} and any(tree.lower[kid] == "to" for kid in tree.kids(token, "aux"))
