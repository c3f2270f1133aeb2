"""Opening the directory for a command, and asking whether the clock can be believed."""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from datetime import datetime, time
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.cli.standard_streams import must_be_readable
from desktop_app.clock import SystemClock
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.services.area_check import must_be_for
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.errors import DirectoryUnsigned
from desktop_app.domain.services.trust import ClockFacts, Finding, doubts_about_clock
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.user.settings import read_policy
from desktop_app.updates.releases.choose import directory_to_open
from desktop_app.updates.releases.in_use import InUse, Signature

if TYPE_CHECKING:
    from desktop_app.store.places.lookup import WhereIndex


_OPEN = ExitStack()


def opened_directory() -> SqliteDirectory:
    """The newest directory of this account; a DirectoryError says why when there is none."""
    must_be_readable()
    in_use = checked_directory()
    if in_use.notice:
        print(in_use.notice, file=sys.stderr)
    if in_use.signature is Signature.FAILS:
        raise DirectoryUnsigned(str(in_use.path))
    directory = _OPEN.enter_context(closing(open_directory(in_use.path, sha256=in_use.sha256)))
    must_be_for(read_policy().area, directory.area())
    return directory


def checked_directory() -> InUse:
    """What this account opens; where there are keys, only what is signed.

    The window shows what is whole and checks the signatures beside it; a command has no later
    moment to take an answer back, so it checks first.
    """
    in_use = directory_to_open()
    if in_use.signature is not Signature.UNCHECKED:
        return in_use
    from desktop_app.updates.releases.choose import newest_confirmed

    return newest_confirmed(paths.user_data(), paths.directory_file())


def close_all() -> None:
    """Let go of every directory file a command has opened."""
    _OPEN.close()


def opened_places(directory: SqliteDirectory | None = None) -> WhereIndex:
    """The look-up for postcodes and places, loaded only when one is asked about.

    Whoever has opened the directory hands it in: one answer goes by one release, and what there
    is to tell of it is told once.
    """
    from desktop_app.store.places.lookup import WhereIndex

    opened = directory or opened_directory()
    return WhereIndex(opened.connection, lambda: SystemClock().now().date())


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
