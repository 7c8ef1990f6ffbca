"""Disagreements within a story: on dates, agents, numbers, whether a deed was done, whether somebody commented.

Only contradictions count. A date that one article changes is not a dispute; a vague time is never treated as exact; a
coarse date or number agrees with a finer one that it includes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from onrecord.action_kinds import PUBLISH
from onrecord.days import days_between, is_weekday, whole_day
from onrecord.model import Disagreement, Position, Ref, Story, StoryAction, StoryActor
from onrecord.story import disputed_comments, disputed_sums
from onrecord.story.clause_parts import before
from onrecord.story.clauses import opened
from onrecord.story.date_phrases import PRINTED_YEAR
from onrecord.story.disputed_absences import not_at_all
from onrecord.story.disputed_ages import of_two_ages
from onrecord.story.disputed_answers import answered_otherwise
from onrecord.story.disputed_ballots import voted_both_ways
from onrecord.story.disputed_circumstances import circumstances_differ
from onrecord.story.disputed_claims import objected
from onrecord.story.disputed_denials import DENIED, TOLD, denied
from onrecord.story.disputed_doers import done_by_others
from onrecord.story.disputed_figures import told_differently
from onrecord.story.disputed_numbers import counted
from onrecord.story.disputed_orders import directed
from onrecord.story.disputed_states import in_other_states
from onrecord.story.disputed_times import timed_otherwise
from onrecord.story.disputed_votes import voted_otherwise
from onrecord.story.index import Index, once_an_index
from onrecord.story.inflection import verb
from onrecord.story.labels import asked, plain
from onrecord.story.notes import CHANGED, MOVED
from onrecord.story.positions import kind_in_words, sentences_of, without
from onrecord.story.sentence_actors import of_whom
from onrecord.value_groups import is_nominal
from onrecord.weights import weights_of
from onrecord.word_patterns import word_pattern
from onrecord.word_sets import word_set


def find_disagreements(story: Story, look: Index, group: dict[str, int]) -> tuple[Disagreement, ...]:
    """All disagreements of `story`, each with a label in words and its sentences.

    What only seems to be one is among them, with a note that says why all of it may hold. `group` says which story each
    article belongs to.
    """
    numbers = [*counted(story, look, group), *disputed_sums.of_deeds(story, look, group)]
    kept = [*_kept(story, look)]
    is_denial = [{one.value for one in item.positions} == {DENIED, TOLD} for item in kept]
    in_kin_words = [of_whom(look, item) for item, denial in zip(kept, is_denial, strict=True) if denial]
    found = [
        *(item for item, denial in zip(kept, is_denial, strict=True) if not denial),
        *directed(story, look, group),
        *(item for item, _ in numbers),
        *disputed_comments.of_actors(story, look, group),
    ]
    found += told_differently(story, look, group, found, [figures for _, figures in numbers])
    found += voted_otherwise(story, look, group)
    found += [item for item in in_kin_words if not any(_set_against(item, other) for other in found)]
    found += denied(story, look, group, found)
    found += timed_otherwise(story, look, group, found)
    found += not_at_all(story, look, group, found)
    found += of_two_ages(story, look, group)
    found += voted_both_ways(story, look, group)
    found += done_by_others(story, look, group)
    found += in_other_states(story, look, group, found)
    found += answered_otherwise(story, look, group, found)
    found += circumstances_differ(story, look, group, found)
    found += objected(story, look, group, found)
    loud = [item for item in found if not item.note]
    found = [item for item in found if not item.note or not any(_set_against(item, other) for other in loud)]
    unique = {item.iri: item for item in found}
    return tuple(unique[iri] for iri in sorted(unique))


def _set_against(item: Disagreement, other: Disagreement) -> bool:
    """Whether a disagreement sets a sentence of each side of another one against one of its other side."""
    one, two = (set(side.places) for side in item.positions[:2])
    sides = [set(side.places) for side in other.positions]
    held = [{at for at, side in enumerate(sides) if not places.isdisjoint(side)} for places in (one, two)]
    return not other.note and all(held) and len(held[0] | held[1]) > 1


# ------------------------------------------------------------------ what resolution found


def _kept(story: Story, look: Index) -> Iterator[Disagreement]:
    """Disagreements on date, agent or fact found by resolution, if the dates are exact and were not changed."""
    for item in story.disagreements:
        if item.note and item.note not in (MOVED, CHANGED):
            continue  # found again below, if it still seems so
        if item.aspect == "number":
            continue
        item = item if item.about in look.things or not item.label else rehomed(look, item)  # noqa: PLW2901
        if item.about not in look.things:
            continue
        positions = [
            found
            for one in item.positions
            if (found := _as_told(look, one, "" if item.label else item.aspect)).refs or found.places
        ]
        if item.aspect == "date":
            positions = _near_one_another(positions)
        if len(positions) < 2:
            continue
        note = item.note if item.label else _note(look, item.aspect, positions)
        label = item.label or _label(look, item, positions)
        if label:
            yield replace(item, positions=tuple(positions), label=label, note=note)


def rehomed(look: Index, item: Disagreement) -> Disagreement:
    """A disagreement about what is not on record as one about whoever its sentences, or else its articles, mention.

    An outlet is named where somebody told it something, and is what they disagree about last of all.
    """
    places = [place for one in item.positions for place in one.places]
    near = [found for place in places for found in look.mentioned(place.article, place.start, place.end)]
    far = (found for place in places for found in look.mentions.get(place.article, ()))
    homes = [look.homes[ref] for _, ref in (*near, *far) if ref in look.homes]
    others = (iri for iri in homes if getattr(look.things.get(iri), "type", "") != "Outlet")
    return replace(item, about=next(iter((*others, *homes)), item.about))


def _as_told(look: Index, given: Position, aspect: str) -> Position:
    """A position with those of its reports that are on record and, of its sentences, those with an exact date."""
    refs = tuple(ref for ref in given.refs if ref in look.actions and _exact(look, ref, aspect))
    if not given.places:
        return replace(given, refs=refs, places=sentences_of(look, refs))
    if aspect != "date" or len(given.places) != len(given.refs):
        return replace(given, refs=refs)
    held = zip(given.refs, given.places, strict=True)
    places = {place for ref, place in held if ref not in look.actions or ref in refs}
    return replace(given, refs=refs, places=tuple(sorted(places)))


def _note(look: Index, aspect: str, positions: Sequence[Position]) -> str:
    """Why all of the positions may hold, one after another."""
    if aspect == "date" and _moved(look, positions):
        return MOVED
    return CHANGED if aspect == "polarity" and _changed(look, positions) else ""


def _changed(look: Index, positions: Sequence[Position]) -> bool:
    """Whether plans for and against a deed come from articles so far apart in time that the plan was changed."""
    told = [[look.actions[ref] for ref in item.refs if ref in look.actions] for item in positions]
    if any(report.modality != "planned" for side in told for report in side):
        return False
    one, two = ([look.analyses[ref.article].article.published for ref in item.refs] for item in positions[:2])
    days = [days_between(first, second) for first in one for second in two]
    return bool(days) and all(found is not None and found > _PLAN_DAYS for found in days)


_PLAN_DAYS = int(weights_of("judgements")["disputed.plan.days"])
"""Most days between two articles for a plan and its denial to be about the same state of affairs."""


def _near_one_another(positions: Sequence[Position]) -> list[Position]:
    """The positions within a month of the first, and weekdays; dates that are further apart are for two events."""
    days = {item.value: whole_day(item.value) for item in positions}
    first = min((day for day in days.values() if day), default=None)
    return [
        item
        for item in positions
        if is_weekday(item.value) or (first and (day := days[item.value]) and (day - first).days <= _MONTH)
    ]


_MONTH = int(weights_of("judgements")["disputed.date.span"])
"""Most days between two dates of one deed."""


def _exact(look: Index, ref: Ref, aspect: str) -> bool:
    """Whether a date is printed exactly, that is with a number or as a bare weekday, and without a hedge."""
    report = look.actions[ref]
    over = look.actions.get(Ref(ref.article, report.under)) if report.under else None
    span = report.date_span or (over.date_span if over else None)
    if aspect != "date" or span is None:
        return aspect != "date"
    printed = look.text(ref.article)[slice(*span)]
    if word_pattern("bare_weekday").fullmatch(printed):
        return look.actions[ref].type != PUBLISH
    published = look.analyses[ref.article].article.published
    if (published is not None and report.date == published) or look.actions[ref].type == PUBLISH:
        return False  # when it was printed, not when it was done
    set_free = PRINTED_YEAR.search(printed) and not _sets_limit(look, ref.article, span[0])
    if set_free and _opens(look, ref.article, span[0]):
        return False  # headline and dateline run into the first sentence, so it is likely the date of publication
    return any(char.isdigit() for char in printed) and not word_pattern("vague_time").search(printed)


def _opens(look: Index, article: str, place: int) -> bool:
    """Whether the character at `place` stands in a headline or in the first sentence of the body."""
    passages = look.analyses[article].passages
    if any(item.kind in ("headline", "byline") and item.start <= place < item.end for item in passages):
        return True
    first = min((item.start for item in passages if item.kind == "body"), default=0)
    return place < look.sentence(article, first)[1]


def _sets_limit(look: Index, article: str, place: int) -> bool:
    """Whether the date at `place` is a deadline: "by", "as of"."""
    near = (" ".join(before(look, article, place, count)) for count in (1, 2))
    return not word_set("limit_of_order").isdisjoint(near)


def _limits(look: Index, ref: Ref) -> bool:
    report = look.actions.get(ref)
    return report is not None and report.date_span is not None and _sets_limit(look, ref.article, report.date_span[0])


def _moved(look: Index, positions: Sequence[Position]) -> bool:
    """Whether later dates come from later articles, so that the date of something still to come was changed."""
    if all(look.actions[ref].modality == "asserted" for item in positions for ref in item.refs):
        return False  # the day of a deed done cannot be changed
    times = []
    for item in sorted(positions, key=lambda one: one.value):
        given = [look.analyses[ref.article].article.published for ref in item.refs]
        if not given or any(value is None for value in given):
            return False
        times.append(sorted(value for value in given if value))
    return all(one[-1] < two[0] for one, two in pairwise(times))


def _label(look: Index, item: Disagreement, positions: Sequence[Position]) -> str:
    thing = look.things[item.about]
    first = min((ref for one in positions for ref in one.refs), default=None)
    if first is None:
        return ""  # no report on record tells what it is about
    if isinstance(thing, StoryActor):
        kind = _commonest(look, positions)
        return f"By when {thing.name} must be {verb(kind_in_words(kind), 'VBN')}" if kind else ""
    own = thing.chief if isinstance(thing, StoryAction) else None
    chief = own if own is not None and own in look.actions else first
    told = [ref for one in positions for ref in one.refs if not is_nominal(look.actions[ref])]
    if item.aspect == "agent":
        return next((words for ref in sorted(told) if (words := asked(look, ref, "who"))), "")
    if item.aspect == "polarity":
        told = [ref for ref in told if look.actions[ref].polarity == "positive"]
        chief = chief if chief in told else min(told, default=chief)
    if is_nominal(look.actions[chief]) and told:
        chief = min(told)
    words = plain(look, chief)
    for one in positions:
        place = look.things.get(one.value)
        words = without(words, place.name if isinstance(place, StoryActor) else one.value)
    if is_nominal(look.actions[chief]):
        return f"The date of {words}" if item.aspect == "date" else ""
    asking = "by when" if any(_limits(look, ref) for one in positions for ref in one.refs) else "when"
    return opened(
        {"date": f"{asking} {words}", "polarity": f"whether {words}", "place": f"where {words}"}.get(item.aspect, words)
    )


def _commonest(look: Index, positions: Sequence[Position]) -> str:
    told = {ref for one in positions for ref in one.refs}
    homes = {look.homes[ref] for ref in told if ref in look.homes}
    kinds = _ahead(look, [ref for ref in told if ref not in look.homes])
    for home in homes:
        kinds += _ahead_of(look, home)
    return min(kinds, key=lambda kind: (-kinds[kind], kind), default="")


@once_an_index
def _ahead_of(look: Index, home: str) -> Counter[str]:
    return _ahead(look, look.things[home].refs)


def _ahead(look: Index, refs: Iterable[Ref]) -> Counter[str]:
    """The kinds of reports on record that do not assert their deed, each with their number."""
    reports = (look.actions[ref] for ref in refs if ref in look.actions)
    return Counter(item.type for item in reports if item.modality != "asserted" and item.kept_back is None)
