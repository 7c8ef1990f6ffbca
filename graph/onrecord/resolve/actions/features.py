"""For and against two reports being of one action: pure functions of two reports and their articles' likeness."""

from __future__ import annotations

from datetime import date

from onrecord.model import Feature
from onrecord.resolve import names
from onrecord.resolve.actions.reported import Reported

EVEN = 0.22
"""Likeness of two articles at which a word in common is as often one action as two."""
FACT = frozenset({"asserted", "ended", "attempted"})


def what(left: Reported, right: Reported) -> Feature:
    """Whether both name the same doing."""
    if left.lemma == right.lemma and left.lemma in names.listed("everyday"):
        return Feature("what", 0.1, f"both say {left.lemma!r}, as many do")
    if left.lemma == right.lemma:
        return Feature("what", 0.5, f"both say {left.lemma!r}")
    if names.root(left.lemma) == names.root(right.lemma):
        return Feature("what", 0.45, f"{left.lemma!r} and {right.lemma!r} are one word as verb and noun")
    if left.kind and left.kind == right.kind:
        return Feature("what", 0.2, f"{left.lemma!r} and {right.lemma!r} are of the kind {left.kind}")
    return Feature("what", -1.0, f"{left.lemma!r} is not {right.lemma!r}")


def agents(left: Reported, right: Reported) -> Feature | None:
    """Whether the same one did it."""
    pair, heads = (left.agents, right.agents), (left.agent_heads, right.agent_heads)
    return _role("agent", pair, heads, left.named | right.named, (0.2, 0.25, -0.4))


def patients(left: Reported, right: Reported) -> Feature | None:
    """Whether it was done to the same one."""
    pair, heads = (left.patients, right.patients), (left.patient_heads, right.patient_heads)
    found = _role("patient", pair, heads, left.named | right.named, (0.45, 0.2, -0.45))
    if found is None or found.score < 0.3:
        shared = sorted(left.touched & right.touched)
        if shared:
            return Feature("patient", 0.3, "the same name stands in what it was done to")
    return found


Pair = tuple[frozenset[str], frozenset[str]]


def _role(
    role: str, actors: Pair, heads: Pair, named: frozenset[str], scores: tuple[float, float, float]
) -> Feature | None:
    """`scores`: where a named actor has the role in both, where a word names it in both, where named ones differ."""
    one, two = actors
    if one & two & named:
        return Feature(role, scores[0], f"the {role} is the same")
    alike = heads[0] & heads[1]
    if alike:
        return Feature(role, scores[1], f"the {role} is a {min(alike)!r} in both")
    if one & named and two & named:
        return Feature(role, scores[2], f"the {role}s are different")
    return None


def often(left: Reported, right: Reported) -> Feature | None:
    """A word that comes again and again in the two articles stands for more than one action."""
    count = left.uses if left.article == right.article else left.uses + right.uses
    return Feature("often", -0.1, f"the two articles use the word {count} times") if count >= 7 else None


def when(left: Reported, right: Reported) -> Feature | None:
    """Whether the dates can be one day; near ones may be a disagreement, far ones are two actions."""
    if not left.date or not right.date:
        return None
    if left.date.startswith(right.date) or right.date.startswith(left.date):
        return Feature("when", 0.2, f"{left.date} and {right.date} agree")
    if left.date[:7] == right.date[:7] or _near(left.date, right.date):
        return Feature("when", -0.05, f"{left.date} and {right.date} are near one another")
    return Feature("when", -1.0, f"{left.date} is not {right.date}")


def background(left: Reported, right: Reported) -> Feature | None:
    """What is dated to an earlier year is background; a report without a date is rather of the news."""
    for one, two in ((left, right), (right, left)):
        year = (one.published or "")[:4]
        if one.date and not two.date and year and one.date[:4] < year:
            return Feature(
                "background", -0.25, f"one is of {one.date[:4]}, the other without a date in the news of {year}"
            )
    return None


def said(left: Reported, right: Reported) -> Feature | None:
    """Two acts of saying are one where the same thing was said."""
    if not left.statements or not right.statements:
        return None
    if left.statements & right.statements:
        return Feature("said", 0.5, "the same statement is made in both")
    return Feature("said", -1.0, "different statements are made")


def _near(one: str, two: str) -> bool:
    """Whether two days lie within a week, across the end of a month."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(two)).days) <= 7
    except ValueError:
        return False


def mood(left: Reported, right: Reported) -> Feature | None:
    """What was ordered, planned or threatened is not the same as what was done."""
    if left.modality == right.modality:
        return None
    if (left.modality in FACT) != (right.modality in FACT):
        return Feature("mood", -0.4, f"one is {left.modality}, the other {right.modality}")
    return Feature("mood", -0.1, f"one is {left.modality}, the other {right.modality}")


def denied(left: Reported, right: Reported) -> Feature | None:
    """What one report denies, the other gives."""
    if left.polarity == right.polarity:
        return None
    return Feature("denied", -0.4, "one report denies it")


def matter(left: Reported, right: Reported, likeness: float | None) -> Feature:
    """Whether the articles are about the same matter; that says little of different words of one kind."""
    if left.article == right.article:
        return Feature("matter", 0.15, "both stand in one article")
    if likeness is None:
        return Feature("matter", -0.4, "the articles have few words in common")
    most = 0.4 if names.root(left.lemma) == names.root(right.lemma) else 0.1
    score = max(-0.4, min(most, 1.6 * (likeness - EVEN)))
    return Feature("matter", round(score, 3), f"the articles' words are alike by {likeness:.2f}")
