"""`who-to-call check`: what the directory says of itself, and the proof that somebody answers."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from datetime import date, datetime
from pathlib import Path

from desktop_app.cli.opening import opened_directory
from desktop_app.cli.plain_parser import PlainError
from desktop_app.clock import SystemClock
from desktop_app.domain.decision.cover import Cover, holes_in_words, prove
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Basis
from desktop_app.domain.services.calls_owed import Pair, every_number, owed_calls
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import Line, LineKind, Service, Standing
from desktop_app.domain.services.trust import Freshness, number_age, release_age
from desktop_app.store.directory.directory import open_directory

COVER_YEARS = (2026, 2029)
NEVER_RUNG = "Never rung to try them: their office is asked"
Owed = Mapping[str, tuple[Pair, ...]]
STATED = (Basis.PUBLISHED, Basis.ALWAYS)


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and its options."""
    parser = commands.add_parser("check", help="gaps, disputes and stale numbers; proofs")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--cover", action="store_true", help="prove that somebody answers at every minute"
    )
    parser.add_argument(
        "--since",
        metavar="FILE",
        help="with --cover: a directory proved before; only councils that changed after it",
    )
    which.add_argument("--where", action="store_true", help="prove every postcode of the index")
    which.add_argument(
        "--area", metavar="ID", help="compile an area and check it: its cases, and what is left"
    )
    which.add_argument("--self", action="store_true", help="prove that this installation works")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the report or the proof; exit status 1 when a proof fails."""
    if options.since is not None and not options.cover:
        raise PlainError("--since FILE goes with --cover.")
    if options.cover:
        return _cover(options.since)
    if options.where:
        from desktop_app.cli.where_check import run_where_check

        return run_where_check()
    if options.area is not None:
        from desktop_app.cli.area_check import run_area_check

        return run_area_check(options.area)
    if options.self:
        from desktop_app.cli.self_check import run_self_check

        return run_self_check()
    directory = opened_directory()
    print("\n".join(report(directory, SystemClock().now().date())))
    return 0


def _cover(since: str | None) -> int:
    directory, clock = opened_directory(), SystemClock()
    began = clock.monotonic()
    first, after = (datetime(year, 1, 1, tzinfo=UK) for year in COVER_YEARS)
    with closing(open_directory(Path(since))) if since else nullcontext() as earlier:
        cover = prove(directory, first, after, earlier)
        before = earlier.release().number if earlier else None
    seconds = clock.monotonic() - began
    print("\n".join(_told(cover, seconds, len(directory.councils()), before)))
    return 1 if cover.holes else 0


def _told(cover: Cover, seconds: float, councils: int, before: int | None) -> Iterator[str]:
    first, after = COVER_YEARS
    beside = ", an unknown place and one elsewhere" if cover.minutes else ""
    many = f"{cover.councils} council{'' if cover.councils == 1 else 's'}"
    yield (
        f"{cover.minutes:,} minutes checked ({many}{beside} × every concern, {first}-{after - 1}) "
        f"in {seconds:.1f} s, {cover.answers:,} different answers looked at."
    )
    if before is not None:
        yield (
            f"{councils - cover.councils} of {councils} councils are answered as in release "
            f"{before}, which has to have been proved itself, by this version of the program."
        )
    yield from holes_in_words(cover.holes)
    if not cover.holes:
        yield "At every minute somebody certainly answers, and there is exactly one first call."


def report(directory: Directory, today: date) -> Iterator[str]:
    """The data's own report: how much there is, and everything that is not as it should be."""
    services = directory.services()
    lines = [(service, line) for service in services for line in service.lines]
    release = directory.release()
    yield (
        f"Release {release.number}. "
        + release_age(release.dated, release.next_expected_by, today).text
    )
    yield (
        f"{len(services)} services, {len(every_number(services))} numbers on {len(lines)} lines, "
        f"{len(directory.documents())} documents."
    )
    used = [(service, line) for service, line in lines if line.recommendable]
    owed = owed_calls(services, {role.id for role in directory.roles() if not role.test_calls})
    checked = [pairs for pairs in owed.values() if any(line.verified for _, line in pairs)]
    yield f"{len(checked)} of {len(owed)} numbers that are owed a test call have had one."
    yield from _section("Never checked by anybody", _unchecked(owed))
    yield from _section("Checked too long ago", _stale(owed, today))
    yield from _section(NEVER_RUNG, _never_rung(used, owed))
    yield from _section("Sources disagree", _disputed(services, lines))
    yield from _section("Hours assumed or not published", _hourless(used))
    yield from _section("Replaced, kept to be recognised, never offered", _replaced(lines))
    yield from _section("Not known", _gaps(services))


def _section(title: str, entries: list[str]) -> Iterator[str]:
    yield ""
    yield f"{title}: {len(entries)}"
    yield from (f"  {entry}" for entry in entries)


def _age(line: Line, today: date) -> Freshness:
    on = line.verified.on if line.verified else None
    return number_age(on, today, out_of_hours=line.kind is LineKind.OUT_OF_HOURS).freshness


def _unchecked(owed: Owed) -> list[str]:
    pairs = owed.values()
    return [_shared(each) for each in pairs if not any(line.verified for _, line in each)]


def _stale(owed: Owed, today: date) -> list[str]:
    """Numbers whose every check is old: one fresh check of a shared number is enough."""
    old = (Freshness.AMBER, Freshness.RED)
    found = []
    for pairs in owed.values():
        ages = {_age(line, today) for _, line in pairs if line.verified}
        if ages and ages <= set(old):
            found.append(_shared(pairs))
    return found


def _never_rung(used: list[Pair], owed: Owed) -> list[str]:
    """Numbers in use that nobody may ring to try them, each once."""
    found: dict[str, tuple[Pair, ...]] = {}
    for service, line in used:
        if line.number not in owed:
            found[line.number] = (*found.get(line.number, ()), (service, line))
    return [_shared(pairs) for pairs in found.values()]


def _shared(pairs: Sequence[Pair]) -> str:
    """A number once, with whoever answers on it."""
    named = _named(*pairs[0])
    return f"{named}, and {len(pairs) - 1} more" if len(pairs) > 1 else named


def _disputed(services: Sequence[Service], lines: list[tuple[Service, Line]]) -> list[str]:
    numbers = [_named(*pair) for pair in lines if pair[1].standing is Standing.DISPUTED]
    told = [f"{service.name}: {d.text}" for service in services for d in service.disputes]
    return numbers + told


def _hourless(used: list[tuple[Service, Line]]) -> list[str]:
    return [
        _named(service, line)
        for service, line in used
        if line.hours.outside_of is None
        and not any(statement.basis in STATED for statement in line.hours.statements)
    ]


def _replaced(lines: list[tuple[Service, Line]]) -> list[str]:
    return [_named(service, line) for service, line in lines if not line.recommendable]


def _gaps(services: Sequence[Service]) -> list[str]:
    return [f"{service.name}: {gap}" for service in services for gap in service.gaps]


def _named(service: Service, line: Line) -> str:
    return f"{line.display}  {service.name} ({line.label})"
