"""One entry of a list held against one line: fact by fact, what would change."""

from collections.abc import Iterator

from desktop_app.authoring.read.weeks import read_week
from desktop_app.domain.hours.statements import DAY, Basis, HolidayRule, Hours, Span, Statement
from desktop_app.domain.hours.words import in_words
from desktop_app.domain.services.service import Line, LineKind, Service
from desktop_app.exchange.cell_text.hours_text import HoursReading
from desktop_app.exchange.cell_text.phone_text import Spoken
from desktop_app.exchange.proposal.columns import Field
from desktop_app.exchange.proposal.list_entries import ListEntry
from desktop_app.exchange.proposal.rows import FactDifference

NEVER = "never"
CHECKED = ("number", "hours")
PUBLISHED, ASSUMED = str(Basis.PUBLISHED), str(Basis.ASSUMED)


def differences(
    service: Service, line: Line, entry: ListEntry, spoken: Spoken
) -> tuple[FactDifference, ...]:
    """Everything an entry says otherwise about a line. A check is only ever taken back."""
    told = [*_number(line, spoken), *_hours(line, entry.hours)]
    return (
        *told,
        *(_unchecked(line) if any(each.field in CHECKED for each in told) else ()),
        *_identified(line, entry),
        *_addresses(service, entry),
    )


def hours_value(hours: HoursReading) -> object:
    """Hours as the source files say them, without the document that is named on taking them."""
    if hours.always:
        return {"always": True}
    rule = str(hours.bank_holidays)
    if hours.days_named:
        return [{"basis": PUBLISHED, "weekly": dict(hours.weekly), "bank_holidays": rule}]
    (times,) = set(hours.weekly.values())
    narrow, wide = dict(hours.weekly), {"daily": times}
    return [{"basis": ASSUMED, "weekly": w, "bank_holidays": rule} for w in (narrow, wide)]


def stated(hours: HoursReading) -> Hours:
    """Hours as the domain reckons with them."""
    if hours.always:
        return Hours((Statement(Basis.ALWAYS),))
    value = hours_value(hours)
    weeks = value if isinstance(value, list) else []
    return Hours(
        tuple(
            Statement(Basis(w["basis"]), read_week(w["weekly"]), HolidayRule(w["bank_holidays"]))
            for w in weeks
        )
    )


def says_anything(hours: HoursReading | None) -> bool:
    """Whether there are hours to compare at all: a gap is none."""
    return hours is not None and (hours.always or bool(hours.weekly))


def spoken_note(spoken: Spoken) -> str:
    """What is asked for or pressed behind a number, as the note of a line says it."""
    told = [f"Ask for extension {spoken.extension}."] if spoken.extension else []
    return " ".join([*told, f"Press {spoken.option} when asked."] if spoken.option else told)


def _number(line: Line, spoken: Spoken) -> Iterator[FactDifference]:
    if spoken.dialled != line.number:
        yield FactDifference(
            field="number", before=line.display, after=spoken.display, value=spoken.display
        )
    told = spoken_note(spoken)
    if told and told not in line.note:
        after = f"{line.note} {told}".strip()
        yield FactDifference(field="note", before=line.note, after=after, value=after)


def _unchecked(line: Line) -> Iterator[FactDifference]:
    """The check of a line goes when its number or hours do: it was of something else."""
    if line.verified is not None:
        before = f"checked by {line.verified.by}"
        yield FactDifference(field="verified", before=before, after=NEVER, value=NEVER)


def _hours(line: Line, hours: HoursReading | None) -> Iterator[FactDifference]:
    if hours is None or not says_anything(hours) or _agrees(line, stated(hours)):
        return
    yield FactDifference(
        field="hours",
        before=in_words(line.hours),
        after=in_words(stated(hours)),
        value=hours_value(hours),
    )


def _agrees(line: Line, told: Hours) -> bool:
    """Whether the line says the same already; silence about bank holidays contradicts nothing."""
    ours, theirs = line.hours.statements, told.statements
    if line.hours.outside_of is not None or len(ours) != len(theirs):
        return False
    return all(_same(mine, other) for mine, other in zip(ours, theirs, strict=True))


def _same(mine: Statement, theirs: Statement) -> bool:
    silent = theirs.bank_holidays is HolidayRule.NOT_STATED
    if mine.basis is Basis.ALWAYS:
        round_the_clock = all(day == (Span(0, DAY),) for day in theirs.week)
        return theirs.basis is Basis.ALWAYS or (silent and round_the_clock)
    week = mine.basis is theirs.basis and mine.week == theirs.week
    return week and (silent or mine.bank_holidays is theirs.bank_holidays)


def _identified(line: Line, entry: ListEntry) -> Iterator[FactDifference]:
    """The words of a line, from a list that names it by its id: others use words of their own."""
    if not entry.said(Field.LINE_ID):
        return
    kind, label, note = (entry.said(each) for each in (Field.KIND, Field.LABEL, Field.NOTE))
    if kind in set(LineKind) and kind != line.kind:
        yield FactDifference(field="kind", before=str(line.kind), after=kind, value=kind)
    for name, before, after in (("label", line.label, label), ("note", line.note, note)):
        if after and after != " ".join(before.split()):
            yield FactDifference(field=name, before=before, after=after, value=after)


def _addresses(service: Service, entry: ListEntry) -> Iterator[FactDifference]:
    for field, name, known in (
        (Field.EMAIL, "emails", service.emails),
        (Field.WEB, "web", service.web),
    ):
        told = entry.said(field)
        bare = told.casefold().removeprefix("https://").removeprefix("http://").rstrip("/")
        if bare and not any(bare == each.text.casefold().rstrip("/") for each in known):
            before = ", ".join(each.text for each in known)
            value = {"address": told.removeprefix("https://").rstrip("/")}
            yield FactDifference(field=name, before=before, after=told, value=value)
