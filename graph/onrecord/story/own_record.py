"""What of single articles belongs on record: their recorded statements and actions, and the actors that take part.

See `publication.on_record`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence

from msgspec.structs import replace

from onrecord.actor_kinds import THINGS
from onrecord.at_hand import known_words
from onrecord.model import Action, ActorType, Analysis, Shown, Statement
from onrecord.shelf import Shelf
from onrecord.story.asserted import HIDDEN, LINES, MENTION
from onrecord.story.background import in_passing, recurring
from onrecord.story.descriptions import is_brought_in
from onrecord.story.pages import put_aside
from onrecord.story.unnamed import nobody_in_particular, pronouns_of

_PASSING: dict[ActorType, int] = {"Place": 2, "State": 1}
"""Most statements about a place that is still considered a mere location."""


def lines(analysis: Analysis) -> tuple[Action, ...]:
    """The reports of one published article that are lines of their own in tables and lists.

    A noun for a deed told elsewhere only shows that it is spoken of; what is ordered or decided is told with the order
    or decision if the two are one action.
    """
    homes = {item.id: item.iri for item in analysis.actions if item.iri}
    return tuple(
        item
        for item in analysis.actions
        if item.shown in LINES
        and item.kept_back != MENTION
        and not (item.under in homes and homes[item.under] == item.iri)
    )


def printings(analysis: Analysis) -> tuple[Statement, ...]:
    """The statements of one published article that are lines of their own in tables and lists."""
    return tuple(item for item in analysis.statements if item.shown in LINES)


def shown_of(parts: Shelf[Analysis], left_out: Collection[Shown] = HIDDEN) -> Shelf[Analysis]:
    """The `parts` of all articles on record without reports and printings with a mark that is `left_out`.

    Their actors stay: names do not change with what is shown, and accounts disagree about them.
    """
    return parts.changed(lambda item: _without(item, left_out))


def recorded_together(analyses: Sequence[Analysis]) -> Shelf[Analysis]:
    """The parts of all articles on record, as resolved: what `recorded` gives, and every name of an actor that stays.

    An actor may matter in one article and be named in passing, or described as anybody could be, in another. Without
    that name the judgements that join the others to it would be missing, and nothing would explain why those are one.
    """
    nobody: Shelf[frozenset[str]] = Shelf(frozenset[str])

    def by_itself(item: Analysis) -> Analysis:
        nobody.add(_nobody(item))
        return _recorded(item, nobody[-1])

    alone = put_aside(map(by_itself, analyses))
    stays = known_words(actor.iri for first in alone for actor in first.actors if actor.iri)

    def together(item: Analysis, first: Analysis, open_: frozenset[str]) -> Analysis:
        more = {actor.id for actor in item.actors if actor.iri and actor.iri in stays}
        return first if more <= {actor.id for actor in first.actors} else _recorded(item, open_, more)

    whole, unknown = iter(analyses), iter(nobody)
    return alone.changed(lambda first: together(next(whole), first, next(unknown)))


def recorded(analysis: Analysis, also: Collection[str] = (), left_out: Collection[Shown] = HIDDEN) -> Analysis:
    """One article's part of a story on record, with the actors `also` by id; see `shown_of`."""
    return _without(_recorded(analysis, _nobody(analysis), also), left_out)


def _told(analysis: Analysis) -> list[Action]:
    return [item for item in analysis.actions if item.recorded or item.kept_back == MENTION]


def _nobody(analysis: Analysis) -> frozenset[str]:
    said = [item for item in analysis.statements if item.recorded]
    return nobody_in_particular(analysis, said, _told(analysis))


def _recorded(analysis: Analysis, nobody: frozenset[str], also: Collection[str] = ()) -> Analysis:
    """One article's part on record, of which `nobody` are those that stand for nobody in particular."""
    within = {item.id: item.within for item in analysis.statements}
    open_ = nobody - set(also)
    pronouns = pronouns_of(analysis, open_)
    statements = {
        item.id: item
        for item in analysis.statements
        if item.recorded and not (item.source and {*item.speakers} <= open_ and pronouns.issuperset(item.source))
    }
    actions = {item.id: item for item in _told(analysis) if item.within is None or item.within in statements}
    needed = _needed(analysis, tuple(statements.values()), tuple(actions.values()), open_) | set(also)
    return _limited(_of(analysis, statements, actions, within), needed)


def _without(analysis: Analysis, left_out: Collection[Shown]) -> Analysis:
    """One article's part on record without reports and printings with a mark that is `left_out`, or within them."""
    statements = {item.id: item for item in analysis.statements if item.shown not in left_out}
    actions = {
        item.id: item
        for item in analysis.actions
        if item.shown not in left_out and (item.within is None or item.within in statements)
    }
    if (len(statements), len(actions)) == (len(analysis.statements), len(analysis.actions)):
        return analysis
    return _of(analysis, statements, actions, {item.id: item.within for item in analysis.statements})


def _of(
    analysis: Analysis,
    statements: Mapping[str, Statement],
    actions: Mapping[str, Action],
    within: Mapping[str, str | None],
) -> Analysis:
    """The analysis with no other statements and actions; statements in one that is left out are in the next outward."""
    return replace(
        analysis,
        statements=tuple(
            item
            if item.within is None or item.within in statements
            else replace(item, within=outward(item.within, statements, within))
            for item in statements.values()
        ),
        actions=tuple(
            item if item.under is None or item.under in actions else replace(item, under=None)
            for item in actions.values()
        ),
    )


def with_actors(analysis: Analysis, stays: Container[str]) -> Analysis:
    """One article's part of a story with those of its actors alone whose IRIs are in `stays`."""
    return _limited(analysis, {item.id for item in analysis.actors if item.iri and item.iri in stays})


def _limited(analysis: Analysis, needed: set[str]) -> Analysis:
    """The analysis with those of its actors alone that have one of the ids `needed`."""
    return replace(
        analysis,
        actors=tuple(
            item if needed.issuperset(item.members) else replace(item, members=staying(item.members, needed))
            for item in analysis.actors
            if item.id in needed
        ),
        statements=tuple(_said_by(item, needed) for item in analysis.statements),
        actions=tuple(_done_by(item, needed) for item in analysis.actions),
    )


def _said_by(item: Statement, needed: set[str]) -> Statement:
    """The statement with those of the people and bodies around it that are `needed`."""
    around = (*item.speakers, *item.on_behalf_of, *item.about, *filter(None, (item.addressee, item.outlet)))
    if needed.issuperset(around):
        return item
    return replace(
        item,
        speakers=staying(item.speakers, needed),
        on_behalf_of=staying(item.on_behalf_of, needed),
        addressee=item.addressee if item.addressee in needed else None,
        outlet=item.outlet if item.outlet in needed else None,
        about=staying(item.about, needed),
    )


def _done_by(item: Action, needed: set[str]) -> Action:
    """The report with those of its participants that are `needed`."""
    if needed.issuperset((*item.agents, *item.patients, *item.directors)):
        return item
    return replace(
        item,
        agents=staying(item.agents, needed),
        patients=staying(item.patients, needed),
        directors=staying(item.directors, needed),
    )


def staying(keys: Iterable[str], kept: Container[str]) -> tuple[str, ...]:
    """Those of `keys` that are kept."""
    return tuple(key for key in keys if key in kept)


def _needed(
    analysis: Analysis, statements: Collection[Statement], actions: Collection[Action], open_: Collection[str]
) -> set[str]:
    """Ids of the actors that stay: those that do, say or are told something, and named ones that somebody speaks about.

    A place that is spoken about once or twice is mostly where something is. Whoever is only named does not stay, unless
    the article comes back to the name time and again.
    """
    told = Counter(key for said in statements for key in said.about)
    found = {
        item.id
        for item in analysis.actors
        if item.named and item.type != "Thing" and told[item.id] > _PASSING.get(item.type, 0)
    }
    found |= recurring(analysis)
    found -= in_passing(analysis, told.keys())
    for said in statements:
        found.update((*said.speakers, *said.on_behalf_of, *filter(None, (said.addressee, said.outlet))))
    found |= _taking_part(analysis, actions)
    found.difference_update(open_)
    members = {item.id: item.members for item in analysis.actors}
    waiting = list(found)
    for key in waiting:
        new = [one for one in members.get(key, ()) if one not in found and one not in open_]
        found.update(new)
        waiting.extend(new)
    return found


def _taking_part(analysis: Analysis, actions: Iterable[Action]) -> set[str]:
    """Ids of those who take part in a deed: whoever is named, and unnamed people who act with or on somebody named.

    For others ("its doors", "voters" who turned out) the deed keeps only the words, as for an unnamed thing unless
    several deeds are about it, and for what is only counted or brought in to suffer the deed ("a wreath").
    """
    actors = {item.id: item for item in analysis.actors}
    found: set[str] = set()
    deeds: Counter[str] = Counter()
    homes = {done.id: done.iri for done in actions}
    for done in actions:
        present = {*done.agents, *done.patients} & actors.keys()
        named = {key for key in present if actors[key].named}
        found |= named | {*done.directors} | ({done.place} if done.place else set())
        again = done.iri is not None and homes.get(done.under or "") == done.iri  # decided on and done
        for key in present - named if named else ():
            only_suffers = key not in done.agents and actors[key].type != "Person" and is_brought_in(actors[key].name)
            deeds[key] += not again and not only_suffers
            if (actors[key].type not in THINGS and not only_suffers) or deeds[key] > 1:
                found.add(key)
    return found


def outward(within: str | None, stays: Container[str], above: Mapping[str, str | None]) -> str | None:
    """The innermost statement around that stays."""
    while within is not None and within not in stays:
        within = above.get(within)
    return within
