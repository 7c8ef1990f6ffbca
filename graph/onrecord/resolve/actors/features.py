"""Evidence for and against two profiles being the same actor: pure functions of two profiles and the run.

A score of 1 means certainly the same, -1 certainly different, 0 neutral; None means that a feature does not apply.
"""

from __future__ import annotations

from collections.abc import Callable
from math import fsum

from onrecord.model import Feature
from onrecord.resolve import names
from onrecord.resolve.actors.name_features import Run, name
from onrecord.resolve.actors.profiles import Profile
from onrecord.weights import weights_of

_W = weights_of("actors")
_LISTED = int(weights_of("names")["reason.names"])
"""How many names a reason lists."""


def kind(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether the types are compatible."""
    if left.types == right.types:
        return Feature("kind", _W["kind.same"], f"both are {_listed(left.types)}")
    if left.family == right.family:
        return Feature("kind", _W["kind.akin"], f"{_listed(left.types)} and {_listed(right.types)} are akin")
    pair = {left.family, right.family}
    if "thing" in pair and (left.forms & right.forms or "organisation" not in pair):
        return None
    if "person" in pair:
        return Feature("kind", _W["kind.person"], f"{_listed(left.types)} is not {_listed(right.types)}")
    return Feature("kind", _W["kind.other"], f"{_listed(left.types)} is not {_listed(right.types)}")


def country(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether the countries match, by names and descriptions or by the countries in their articles."""
    if left.countries and right.countries:
        shared = left.countries & right.countries
        if shared:
            return Feature("country", _W["country.same"], f"both are of {_listed(shared)}")
        reason = f"one is of {_listed(left.countries)}, the other of {_listed(right.countries)}"
        return Feature("country", _W["country.other"], reason)
    if left.home and right.home and left.family in {"organisation", "person"}:
        generic = any(names.is_generic(form) for form in left.forms | right.forms)
        if left.home == right.home:
            score = _W["home.same_generic" if generic else "home.same"]
            return Feature("country", score, f"their articles speak of {left.home} most")
        if generic or not left.setting & right.setting:
            places_ = f"{left.home} and {right.home}"
            score = _W["home.other_generic" if generic else "home.other"]
            return Feature("country", score, f"their articles speak of {places_} most")
    return None


def role(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether both are described by the same words."""
    shared = left.roles & right.roles
    return Feature("role", _W["role"], f"both are described as {_listed(shared)}") if shared else None


def listing(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether the same names are listed together with both."""
    shared = sorted(left.listed & right.listed)
    if len(shared) < 2:
        return None
    return Feature("list", _W["list"], f"both stand in a list with {_listed(shared[:_LISTED])}")


def companions(left: Profile, right: Profile, run: Run) -> Feature | None:
    """Names that occur in the articles of both; rare ones weigh more."""
    shared = sorted(left.companions & right.companions)
    if not shared:
        return (
            None
            if left.articles & right.articles
            else Feature("companions", _W["companions.none"], "no other name stands beside both")
        )
    weight = fsum(1 / max(1, run.articles_of.get(tuple(item.split()), 1) - 1) for item in shared)
    score = min(_W["companions.most"], _W["companions.some"] + _W["companions.each"] * weight)
    return Feature("companions", round(score, 3), f"{_listed(shared[:_LISTED])} stand beside both")


def rarity(left: Profile, right: Profile, run: Run) -> Feature | None:
    """How rare the name is: two actors rarely share a long, rare name, but may share a short or frequent one."""
    shared = left.forms & right.forms
    if not shared:
        return None
    longest = max(shared, key=lambda form: (len(form), form))
    count = run.articles_of.get(longest, 1)
    rare = len(longest) >= _W["rarity.words"] or (len(longest) == 2 and count <= _W["rarity.articles"])
    if rare and not names.is_generic(longest):
        return Feature("rarity", _W["rarity"], f"{' '.join(longest)!r} stands in {count} articles of the run")
    return None


def together(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether one article has them as two actors, which is evidence against; more so if one list names both."""
    if any(" ".join(form) in left.listed for form in right.forms):
        return Feature("together", _W["together.list"], "one list names both")
    if left.articles & right.articles:
        return Feature("together", _W["together.article"], "one article keeps them apart")
    return None


def spelling(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether each has a surname that the other lacks: even if similar, they are usually two people."""
    if left.family != "person" or right.family != "person":
        return None
    if {names.surname(form) for form in left.forms} & {names.surname(form) for form in right.forms}:
        return None
    return Feature("spelling", _W["spelling"], "the surnames are spelt differently")


def sex(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether honorifics and pronouns indicate that one is a man and the other a woman."""
    if left.family == right.family == "person" and left.sex and right.sex and left.sex != right.sex:
        return Feature("sex", _W["sex"], "one article calls a man so, the other a woman")
    return None


def own_article(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether a short name has a long form in its own article, which is likelier than one elsewhere."""
    for short, long in ((left, right), (right, left)):
        if any(len(form) > 1 for form in short.forms) or short.territory:
            continue
        starts = tuple(f"{form[0]} " for form in short.forms)
        ends = tuple(f" {form[0]}" for form in short.forms) if short.family == "person" else ()
        others = {" ".join(form) for form in long.forms}
        nearer = [
            name for name in sorted(short.bodies - others) if name.startswith(starts) or (ends and name.endswith(ends))
        ]
        if nearer:
            return Feature("own article", _W["own_article"], f"its own article has {nearer[0]!r}")
    return None


def known(left: Profile, right: Profile, _: Run) -> Feature | None:
    """Whether a gazetteer has one identifier for both."""
    if left.known and right.known:
        if left.known & right.known:
            return Feature("known", _W["known.same"], f"both are known as {min(left.known & right.known)}")
        return Feature(
            "known", _W["known.other"], f"one is known as {min(left.known)}, the other as {min(right.known)}"
        )
    return None


FEATURES: tuple[Callable[[Profile, Profile, Run], Feature | None], ...] = (
    name,
    kind,
    country,
    role,
    listing,
    companions,
    rarity,
    together,
    spelling,
    sex,
    own_article,
    known,
)


def _listed(items: object) -> str:
    return ", ".join(sorted(str(item) for item in items))  # type: ignore[attr-defined]  # any iterable of names
