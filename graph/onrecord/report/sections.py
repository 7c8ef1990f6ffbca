"""The sections of a report, from the chronology over what is agreed and disputed to what is left open."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.days import whole_day
from onrecord.model import Course, Disagreement, Position, Step, StoryActor, StoryStatement
from onrecord.report import (
    agreed,
    alone,
    chronology,
    commands,
    cycles,
    deeds,
    open_questions,
    papers,
    reliances,
    said,
    side_by_side,
    silent,
    unnamed,
    voices,
)
from onrecord.report.by_article import concerned
from onrecord.report.lines import Line, Section
from onrecord.report.part import Part
from onrecord.story import date_phrases
from onrecord.story.notes import GREW

_COURSES = 3
"""Most courses shown: those with the most steps."""


def all_of(part: Part) -> Iterator[Section]:
    """All sections, in the order of reading."""
    told = deeds.lines(part)
    dated = [*chronology.sections(part, told)]
    yield from dated
    yield agreed.section(part, told)
    yield commands.section(part)
    yield from _disputed(part)
    yield side_by_side.section(part)
    courses = [*_courses(part)]
    yield from courses
    yield from cycles.sections(part, {item.heading for item in courses})
    yield said.statements(part, part.sources.cited(line for section in dated for line in section.lines))
    yield from silent.sections(part)
    yield from _threads(part)
    yield voices.section(part)
    yield unnamed.section(part)
    yield from papers.sections(part)
    yield from reliances.sections(part)
    yield silent.not_quoted(part)
    yield open_questions.section(part)


def _disputed(part: Part) -> Iterator[Section]:
    """Each disagreement side by side, the one that most articles take part in first; then what only seems to be one."""

    def articles(item: Disagreement) -> int:
        return len({place.article for one in item.positions for place in one.places})

    for item in sorted(
        concerned(part.story).disagreements.of(part.keys),
        key=lambda one: (bool(one.note), -articles(one), one.label, one.iri),
    ):
        columns, rows = [], []
        for position in _in_time(part, item):
            thing = part.look.things.get(position.value)
            value = thing.name if isinstance(thing, StoryActor) else position.value
            texts = [part.look.words(place.article, [(place.start, place.end)]) for place in position.places]
            columns.append(date_phrases.as_told(value, texts) if item.aspect == "date" else value)
            rows.append([
                Line(_quoted(part, place.article, place.start, place.end), part.sources.at([place]),
                     lead=part.sources.outlet(place.article))
                for place in position.places
            ])  # fmt: skip
        longest = max(len(found) for found in rows)
        cells = tuple(
            tuple(found[place] if place < len(found) else Line("", ()) for found in rows) for place in range(longest)
        )
        note = item.note or (_NEXT_DAYS if item.aspect == "date" and _follow(item) else "")
        how = "Only seems disputed" if item.note else "Disputed"
        yield Section(f"{how}: {item.label}", columns=tuple(columns), rows=cells, note=note)


def _in_time(part: Part, item: Disagreement) -> list[Position]:
    """The positions: of what only changed with time those of the first articles first."""

    def first(position: Position) -> str:
        days = (part.look.analyses[place.article].article.published for place in position.places)
        return min(filter(None, days), default="")

    return sorted(item.positions, key=first) if item.note == GREW else list(item.positions)


_NEXT_DAYS = "The days follow one another: the last day before and the first day after may be meant."


def _follow(item: Disagreement) -> bool:
    """Whether the days that articles give follow one another, as the last of the old and the first of the new do."""
    days = sorted(day for one in item.positions if (day := whole_day(one.value)))
    return len(days) == len(item.positions) and (days[-1] - days[0]).days < len(days)


def _quoted(part: Part, article: str, start: int, end: int) -> str:
    words = part.look.words(article, [(start, end)])
    return words if words[:1] in '“"' and words[-1:] in '”"' else f"“{words}”"


def _courses(part: Part) -> Iterator[Section]:
    """The courses with the most steps: each step with its stage, a planned one with its outcome."""
    found = concerned(part.story).courses.of(part.keys)
    for item in sorted(found, key=lambda one: (-len(one.steps), one.label))[:_COURSES]:
        rows = tuple(
            (Line(_day(step), ()), Line(_stage(part, step, item), ()), Line(*_event(part, step))) for step in item.steps
        )
        yield Section(item.label, columns=("When", "Stage", "What"), rows=rows)


def _threads(part: Part) -> Iterator[Section]:
    """What one speaker said about one thing, if it was said or printed on different days, in sentences quoted.

    What another says that they said is not their statement, and a question of the writer is none.
    """
    known = deeds.known_words(part)
    for item in concerned(part.story).threads.of(part.keys):
        lines: list[tuple[str, Line]] = []
        for step in item.steps:
            thing = part.look.things[step.event]
            told = alone.told(part, thing, known) if isinstance(thing, StoryStatement) else None
            if told is not None and not alone.is_of_another(part, told) and told.words.strip("“”")[-1:] != "?":
                line = Line(told.words, part.sources.quoting(step.refs, told.places), lead=_day(step))
                lines.append((min(step.dates, default=step.told or ""), line))
        lines = list({one.words: (day, one) for day, one in reversed(lines)}.values())[::-1]
        every = "\n".join(one.words for _, one in lines)  # searched at once: a thread may have hundreds of lines
        lines = [(day, one) for day, one in lines if every.count(one.words.strip("“”")) == 1]
        if len({day for day, _ in lines}) > 1:
            yield Section(f"Over time: {item.label}", tuple(line for _, line in lines))


def _day(step: Step) -> str:
    """The dates of a step, or the date of its first report if it has none."""
    days = [date_phrases.in_words(date) for date in step.dates]
    if not days:
        return f"told {date_phrases.in_words(step.told)}" if step.told else "no date known"
    return f"by {' or '.join(days)}" if step.foreseen else " or ".join(days)


def _stage(part: Part, step: Step, course: Course) -> str:
    """The word of an article for a step: "warned"; with the outcome of one that was planned."""
    words = _word(part, step)
    if not step.foreseen:
        return words
    met = None if step.met_by is None else course.steps[step.met_by]
    return f"planned: {words}; then {_word(part, met)}" if met else f"planned: {words}; no later article tells"


def _word(part: Part, step: Step) -> str:
    report = part.look.actions.get(step.refs[0])
    found = part.look.words(step.refs[0].article, report.trigger) if report else ""
    return f"“{found}”" if found else (step.stage or "").replace("_", " ")


def _event(part: Part, step: Step) -> tuple[str, tuple[int, ...]]:
    """The label of a step if it can stand alone, else its sentence, and the numbers of its sentences."""
    thing, cited = part.look.things[step.event], part.sources.cite(step.refs)
    if isinstance(thing, StoryActor):
        return "", cited
    said = isinstance(thing, StoryStatement)
    if thing.chief is None or (thing.chief in step.refs and (said or deeds.is_clear(part, thing.chief))):
        return thing.label, cited
    first = step.refs[0]
    found = part.look.actions.get(first)
    place = found.trigger[0][0] if found and found.trigger else 0
    return _quoted(part, first.article, *part.look.sentence(first.article, place)), cited
