"""Profiles: the data about an actor that are compared; local actors that are obviously the same share one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec import Struct

from onrecord import countries
from onrecord.actor_kinds import ORGANIZATIONS
from onrecord.model import ActorType, Analysis
from onrecord.resolve import names, places
from onrecord.resolve.local import LocalActor
from onrecord.value_groups import NAMES
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set

_SEX_FORMS = {"m": "male_form", "f": "female_form"}
_UNIONS = frozenset({"eu"})
"""Territories that do not contradict any country: something European may also be French."""


class Profile(Struct, frozen=True, array_like=True):
    """One or more local actors with one name, and what their articles say about them."""

    members: tuple[int, ...]
    """Positions of local actors, in order."""
    family: str
    """"person", "organisation", "territory", "group", "product" or "thing"."""
    types: frozenset[ActorType]
    printed: tuple[str, ...]
    """Names as printed, without repetition, in alphabetical order."""
    forms: frozenset[names.Words]
    """Names, folded for comparison."""
    territory: str | None
    countries: frozenset[str]
    """Territories in the actor's own names and descriptions."""
    setting: frozenset[str]
    """Territories that its articles mention."""
    home: str | None
    """The territory that its articles mention most; None if there is no clear one."""
    roles: frozenset[str]
    companions: frozenset[str]
    """Names of the other named actors of its articles."""
    articles: frozenset[int]
    bodies: frozenset[str] = frozenset()
    """The `companions` that are people or bodies, in each of its articles."""
    known: frozenset[str] = frozenset()
    """IRIs that a gazetteer gives for its names."""
    sex: str = ""
    """Sex of a person by pronouns and honorifics: "m" or "f"; "" if unknown or contradictory."""
    listed: frozenset[str] = frozenset()
    """Names listed together with it ("Brightel, Carrow and Dunmore")."""


def family(kind: ActorType) -> str:
    """The family of a type; different articles may give one actor different types within a family."""
    if kind == "Person":
        return "person"
    if kind in ORGANIZATIONS:
        return "organisation"
    return {"State": "territory", "Place": "territory", "Group": "group", "Product": "product"}.get(kind, "thing")


def printed_names(local: LocalActor, text: str) -> tuple[str, ...]:
    """The actor's name, and the shorter and longer forms of it in its mentions.

    Everything else in a mention is left out: a person's title, a product model after its maker, misreadings, and
    fragments that begin inside brackets.
    """
    name = local.actor.name
    kind = family(local.actor.type)
    found = {name}
    for mention in local.actor.mentions:
        if mention.form in NAMES:
            printed = names.proper(text[mention.start : mention.end])
            if printed and printed[0] not in "([" and names.shortens(folded(printed, kind), folded(name, kind)):
                found.add(printed)
    return tuple(sorted(found))


def folded(name: str, kind: str) -> names.Words:
    """`name` in the form in which names of the family `kind` are compared."""
    if kind == "person":
        return names.person_words(name)
    return names.organisation_words(name) if kind in {"organisation", "thing"} else names.words(name)


def profile(position: int, local: LocalActor, analysis: Analysis, surroundings: Surroundings) -> Profile:
    """The profile of one local actor."""
    kind = family(local.actor.type)
    printed = printed_names(local, analysis.article.text)
    government = countries.government(local.actor.of_state)
    if government:
        printed = (government,)
    forms = frozenset(form for form in (folded(name, kind) for name in printed) if form)
    territory = None
    if kind in {"territory", "thing"}:
        territory = next((code for code in map(places.territory, printed) if code), None)
    own = folded(government or local.actor.name, kind)
    return Profile(
        members=(position,),
        family="territory" if territory else kind,
        types=frozenset({local.actor.type}),
        printed=printed,
        forms=forms or frozenset({names.words(local.actor.name) or (local.actor.name,)}),
        territory=territory,
        countries=_of_countries(local, analysis, territory),
        setting=surroundings.territories,
        home=surroundings.home,
        roles=_roles(local, analysis),
        companions=surroundings.named - {" ".join(own)},
        bodies=surroundings.bodies - {" ".join(own)},
        articles=frozenset({local.article}),
        listed=surroundings.lists.get(local.actor.id, frozenset()),
        sex=_sex(local, analysis.article.text) if kind == "person" else "",
    )


def _of_countries(local: LocalActor, analysis: Analysis, territory: str | None) -> frozenset[str]:
    if local.actor.of_state:
        return frozenset({local.actor.of_state.lower()})
    return frozenset({territory}) if territory else _countries(local, analysis)


def _sex(local: LocalActor, text: str) -> str:
    """The sex indicated by pronouns and honorifics among the mentions; "" if they contradict one another."""
    found: set[str] = set()
    for mention in local.actor.mentions:
        printed = text[mention.start : mention.end].split()
        if mention.form == "description" or (mention.form == "name" and printed[0].islower()):
            continue  # "his wife", "his wife, Ida Falk"
        word = printed[0].casefold().rstrip(".") if printed else ""
        found.update(sex for sex, forms in _SEX_FORMS.items() if word in word_set(forms))
    return found.pop() if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The named actors and the territories of one article."""

    named: frozenset[str]
    bodies: frozenset[str]
    """Names of people and bodies, without products and places."""
    territories: frozenset[str]
    home: str | None
    lists: Mapping[str, frozenset[str]]
    """Names listed together with an actor, by its local id."""


def _lists(locals_: Sequence[LocalActor], text: str) -> dict[str, frozenset[str]]:
    """For each actor in a list of three or more names, by local id: the other names."""
    mentions = sorted(
        (mention.start, mention.end, local.actor.id, " ".join(folded(local.actor.name, family(local.actor.type))))
        for local in locals_
        if local.actor.named
        for mention in local.actor.mentions
        if mention.form in NAMES
    )
    runs: list[list[tuple[int, int, str, str]]] = []
    for item in mentions:
        if (
            runs
            and item[0] >= runs[-1][-1][1]
            and word_pattern("between_listed").fullmatch(text, runs[-1][-1][1], item[0])
        ):
            runs[-1].append(item)
        else:
            runs.append([item])
    found: dict[str, set[str]] = {}
    for run in runs:
        for _, _, local, name in run if len(run) > 2 else ():
            found.setdefault(local, set()).update({other for _, _, _, other in run} - {name})
    return {local: frozenset(others) for local, others in found.items()}


def surroundings(locals_: Sequence[LocalActor], text: str) -> Surroundings:
    """The surroundings of the actors of one article with the text `text`."""
    named: set[str] = set()
    bodies: set[str] = set()
    territories: Counter[str] = Counter()
    for local in locals_:
        if not local.actor.named:
            continue
        kind = family(local.actor.type)
        code = places.territory(local.actor.name) if kind in {"territory", "thing"} else None
        if code:
            territories[code] += len(local.actor.mentions)
        else:
            named.add(" ".join(folded(local.actor.name, kind)))
        if kind in {"person", "organisation"}:
            bodies.add(" ".join(folded(local.actor.name, kind)))
    most = sorted(territories, key=lambda code: (-territories[code], code))[:2]
    clear = most and (len(most) == 1 or territories[most[0]] > territories[most[1]])
    home = most[0] if clear else None
    return Surroundings(frozenset(named), frozenset(bodies), frozenset(territories), home, _lists(locals_, text))


def _countries(local: LocalActor, analysis: Analysis) -> frozenset[str]:
    """Territories named in the actor's own names and descriptions ("Norway Ports Authority")."""
    text = analysis.article.text
    phrases = {local.actor.name} | {
        text[item.start : item.end] for item in local.actor.mentions if item.form == "description"
    }
    found = set()
    for phrase in phrases:
        parts = phrase.replace("'s", " ").replace("’s", " ").split()
        for start in range(len(parts)):
            for end in range(start + 1, min(start + places.LONGEST, len(parts)) + 1):
                piece = " ".join(parts[start:end]).strip(",.;()")
                code = places.territory(piece) if piece[:1].isupper() else None
                if code and code not in _UNIONS:
                    found.add(code)
    return frozenset(found)


def _roles(local: LocalActor, analysis: Analysis) -> frozenset[str]:
    """Last words of descriptions before any "of": "the prime minister of Norway" gives "minister"."""
    text = analysis.article.text
    found = set()
    for mention in local.actor.mentions:
        if mention.form == "description":
            head = text[mention.start : mention.end].split(" of ")[0].split(",")[0]
            folded_words = names.words(head)
            if folded_words:
                found.add(names.stem(folded_words[-1]))
    return frozenset(found)
