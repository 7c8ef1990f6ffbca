"""Merges clusters of local actors into story actors; no evidence is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from onrecord import countries, person_names
from onrecord.actor_kinds import GENERAL
from onrecord.model import ActorType, StoryActor
from onrecord.resolve import names, places
from onrecord.resolve.actors.profiles import family, printed_names
from onrecord.resolve.local import LocalActor
from onrecord.title_case import is_shouted, unshouted
from onrecord.weights import weights_of
from onrecord.word_sets import word_set

_TIMES = weights_of("actors")["majority.times"]


def merged(
    cluster: Sequence[LocalActor],
    iri_of: Mapping[tuple[str, str], str],
    outside: Callable[[str, Sequence[str]], str | None],
    text_of: Callable[[int], str],
) -> StoryActor:
    """The story actor of `cluster`.

    `iri_of` has the story IRI of every local actor, by article and local id; `outside` gives the IRI in a gazetteer for
    a type family and names; `text_of` gives the text of an article by its position in the run.
    """
    iris = sorted({item.iri for item in cluster})
    members = {
        iri_of[item.ref.article, member]
        for item in cluster
        for member in item.actor.members
        if (item.ref.article, member) in iri_of
    }
    name = chosen_name(cluster)
    kind = chosen_type(cluster)
    printed = _printed(cluster, text_of) - {name}
    code = places.territory(name) if kind in {"State", "Place", "GovernmentBody"} else None
    known = {places.wikidata(code)} if code else set()
    if any(item.actor.named for item in cluster):
        known.add(outside("territory" if code else family(kind), sorted({item.actor.name for item in cluster})))
    return StoryActor(
        iri=iris[0],
        name=name,
        alt_names=tuple(sorted(printed)),
        acronyms=tuple(sorted(filter(names.is_acronym, printed))) if family(kind) == "organisation" else (),
        type=kind,
        named=any(item.actor.named for item in cluster),
        members=tuple(sorted(members - {iris[0]})),
        refs=tuple(sorted(item.ref for item in cluster)),
        same_as=tuple(sorted(iri for iri in known if iri)),
        replaces=tuple(iris[1:]),
    )


def state_codes(cluster: Sequence[LocalActor]) -> frozenset[str]:
    """ISO codes, in lower case, of the states whose governments are in the cluster."""
    return frozenset(item.actor.of_state.lower() for item in cluster if item.actor.of_state)


def _printed(cluster: Sequence[LocalActor], text_of: Callable[[int], str]) -> set[str]:
    """All printed names of the actor: names, short forms, acronyms, spellings, but no descriptions."""
    named = [item for item in cluster if item.actor.named and not item.actor.of_state]
    if not named:
        return {item.actor.name for item in cluster if not item.actor.named}
    found = set()
    for item in named:
        for printed in (item.actor.name, *printed_names(item, text_of(item.article))):
            found.add(_without_title(printed, item.actor.name) if family(item.actor.type) == "person" else printed)
    articles = [form for article in word_set("article") for form in (article, article.capitalize())]
    return found - {f"{article} {name}" for name in found for article in articles}


def _without_title(printed: str, name: str) -> str:
    """A person's name as printed, without the title before it: "Judge Peter Hansen", "Mr. Kim"."""
    if printed == name:
        return name  # though a part of it may be read as a title or a particle: "Maghawir al Thawra"
    known = set(names.words(name))
    words = printed.split()
    first = next((place for place, word in enumerate(words) if not known.isdisjoint(names.words(word))), 0)
    return " ".join(words[first:])


def chosen_name(cluster: Sequence[LocalActor]) -> str:
    """The fullest proper name: a person's full name, a state's name, the name of a body that most articles print.

    Acronyms, surnames alone and nationalities count as short forms. A government is named after its state.
    """
    government = next((countries.government(code) for code in sorted(state_codes(cluster))), "")
    if government:
        return government
    counts: Counter[str] = Counter(item.actor.name for item in cluster if item.actor.named) or Counter(
        item.actor.name for item in cluster
    )
    kind = family(chosen_type(cluster))
    best = min(
        counts,
        key=lambda name: (
            _short(name, kind),
            _run_on(name, counts),
            names.is_acronym(name),
            is_shouted(name),
            -counts[name],
            -len(name),
            name,
        ),
    )
    return unshouted(best) if kind == "person" and is_shouted(best) else best


def _run_on(name: str, counts: Mapping[str, int]) -> bool:
    """Whether a name is a much more frequent acronym plus other words: "HLA Figure Resigns" in a headline."""
    return any(
        names.is_acronym(short) and name.startswith(f"{short} ") and count >= _TIMES * counts[name]
        for short, count in counts.items()
    )


def _short(name: str, kind: str) -> bool:
    """Whether a name is a short form."""
    if kind == "person":
        return not person_names.parsed(names.person_words(name)).full
    return kind == "territory" and places.territory(name) is None


def chosen_type(cluster: Sequence[LocalActor]) -> ActorType:
    """The type that most articles give; a specific type is preferred to a vague one unless it is much rarer."""
    counts = Counter(item.actor.type for item in cluster)
    least = max(counts.values()) / _TIMES
    return min(counts, key=lambda kind: (counts[kind] < least, kind in GENERAL, -counts[kind], kind))
