"""Opening the directory for a command, and asking whether the clock can be believed."""

from datetime import datetime, time
from typing import TYPE_CHECKING

from desktop_app.clock import SystemClock
from desktop_app.domain.calendar import UK
from desktop_app.domain.directory import Directory
from desktop_app.domain.trust import ClockFacts, Finding, doubts_about_clock
from desktop_app.paths import directory_file
from desktop_app.store.directory import SqliteDirectory, open_directory

if TYPE_CHECKING:
    from desktop_app.store.whereabouts import WhereIndex


def opened_directory() -> SqliteDirectory:
    """The directory this program came with; a DirectoryError says why when there is none."""
    return open_directory(directory_file())


def opened_places() -> "WhereIndex":
    """The look-up for postcodes and places, loaded only when one is asked about."""
    from desktop_app.store.whereabouts import WhereIndex

    return WhereIndex(opened_directory().connection)


def clock_doubts(directory: Directory) -> tuple[Finding, ...]:
    """What speaks against this computer's clock right now."""
    probe = SystemClock().probe()
    facts = ClockFacts(
        now=probe.wall,
        compiled_at=datetime.combine(directory.release().dated, time(), UK),
        computed_until=directory.bank_holidays().computed_until,
        system_offset=probe.offset,
        system_zone=probe.zone,
    )
    return doubts_about_clock(facts)
