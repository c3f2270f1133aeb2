"""The one reader of real time, and the clocks handed in instead of it."""

import os
import shutil
import subprocess
import sys
import time
import zoneinfo
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app import clock
from desktop_app.clock import LONDON, Clock, PretendClock, Probe, SystemClock
from desktop_app.domain.hours.bank_holidays import UK
from tests.frozen_clock import FrozenClock

BOXING_DAY = datetime(2026, 12, 26, 2, 0, tzinfo=LONDON)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def probe(wall: datetime, running: float, *, counts_sleep: bool = True) -> Probe:
    return Probe(wall, running, counts_sleep, timedelta(), "Europe/London")


def test_clock_and_rules_mean_the_same_london() -> None:
    assert LONDON is UK


def test_the_system_clock_tells_uk_time() -> None:
    now = SystemClock().now()
    assert now.tzinfo is LONDON
    assert not SystemClock().pretending


def test_the_system_clock_follows_the_computer() -> None:
    real: Clock = SystemClock()
    told, probed = real.now(), real.probe()
    assert abs(probed.wall - told.astimezone(UTC)) < timedelta(minutes=1)
    assert real.monotonic() >= probed.running


def test_another_zone_on_the_computer_changes_only_the_probe(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not hasattr(time, "tzset"):
        pytest.skip("this system sets its zone otherwise")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        found = SystemClock().probe()
        told = SystemClock().now()
    time.tzset()
    assert (found.offset, found.zone) == (timedelta(hours=9), "Asia/Tokyo")
    assert told.tzinfo is LONDON


# --- "What if…?" ----------------------------------------------------------------------------


def test_a_made_up_time_runs_on() -> None:
    real = FrozenClock(NOON)
    pretend = PretendClock(real, BOXING_DAY)
    real.advance(timedelta(minutes=3))
    assert pretend.now() == BOXING_DAY + timedelta(minutes=3)
    assert pretend.pretending


def test_a_made_up_time_ends_by_itself_after_ten_minutes() -> None:
    real = FrozenClock(NOON)
    pretend = PretendClock(real, BOXING_DAY)
    real.advance(timedelta(minutes=9, seconds=59))
    assert pretend.left() == timedelta(seconds=1)
    real.advance(timedelta(seconds=1))
    assert not pretend.pretending
    assert pretend.now() == NOON + timedelta(minutes=10)


def test_a_made_up_time_does_not_mind_the_real_clock_being_moved() -> None:
    real = FrozenClock(NOON)
    pretend = PretendClock(real, BOXING_DAY)
    real.set(NOON - timedelta(days=300))
    assert pretend.now() == BOXING_DAY


def test_a_made_up_time_crosses_the_clock_change() -> None:
    real = FrozenClock(NOON)
    pretend = PretendClock(real, datetime(2026, 10, 25, 1, 58, tzinfo=LONDON))
    real.advance(timedelta(minutes=4))
    assert pretend.now().isoformat() == "2026-10-25T01:02:00+00:00"


def test_a_made_up_time_says_nothing_about_the_computer() -> None:
    real = FrozenClock(NOON, zone="Asia/Tokyo")
    pretend = PretendClock(real, BOXING_DAY)
    assert pretend.probe() == real.probe()
    assert pretend.monotonic() == real.monotonic()


# --- steps and sleep ------------------------------------------------------------------------

STEPS = [
    ("a healthy minute", probe(NOON, 0), probe(NOON + timedelta(minutes=1), 60), 0),
    ("moved back", probe(NOON, 0), probe(NOON - timedelta(hours=1), 0), -3600),
    ("moved on", probe(NOON, 0), probe(NOON + timedelta(hours=1), 60), 3540),
    ("slept, and counted it", probe(NOON, 0), probe(NOON + timedelta(hours=8), 28800), 0),
    (
        "slept, and did not count it",
        probe(NOON, 0, counts_sleep=False),
        probe(NOON + timedelta(hours=8), 60, counts_sleep=False),
        0,
    ),
    (
        "moved back where sleep is not counted",
        probe(NOON, 0, counts_sleep=False),
        probe(NOON - timedelta(hours=1), 60, counts_sleep=False),
        -3660,
    ),
]


@pytest.mark.parametrize(
    ("earlier", "later", "seconds"), [row[1:] for row in STEPS], ids=[row[0] for row in STEPS]
)
def test_steps_between_two_probes(earlier: Probe, later: Probe, seconds: int) -> None:
    assert later.step_since(earlier) == timedelta(seconds=seconds)


def test_a_frozen_clock_stands_still_until_told() -> None:
    frozen = FrozenClock(NOON)
    before = frozen.probe()
    frozen.advance(timedelta(hours=2))
    assert frozen.now() == NOON + timedelta(hours=2)
    assert frozen.probe().step_since(before) == timedelta()
    frozen.set(NOON)
    assert frozen.probe().step_since(before) == timedelta(hours=-2)


# --- the name of the computer's zone --------------------------------------------------------

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="read from the registry")


@posix_only
def test_the_zone_comes_from_the_environment_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", ":Europe/Paris")
    assert clock.zone_name(tmp_path / "localtime", tmp_path / "timezone") == "Europe/Paris"


@posix_only
def test_the_zone_comes_from_the_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Asia/Tokyo")
    assert clock.zone_name(link, tmp_path / "timezone") == "Asia/Tokyo"


@posix_only
def test_the_zone_comes_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    (tmp_path / "timezone").write_text("Europe/Dublin\n", encoding="utf-8")
    assert clock.zone_name(tmp_path / "localtime", tmp_path / "timezone") == "Europe/Dublin"


@posix_only
def test_a_system_that_does_not_tell_its_zone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    assert clock.zone_name(tmp_path / "localtime", tmp_path / "timezone") is None


@pytest.mark.parametrize("before", ["", "import zoneinfo; zoneinfo.ZoneInfo('Europe/London');"])
def test_time_zones_planted_by_a_variable_are_ignored(tmp_path: Path, before: str) -> None:
    """London with the clock of Auckland would show a closed line as open."""
    (tmp_path / "Europe").mkdir()
    far = next(Path(each) / "Pacific/Auckland" for each in zoneinfo.TZPATH if Path(each).is_dir())
    shutil.copy(far, tmp_path / "Europe/London")
    script = (
        f"{before}import desktop_app; from desktop_app.clock import LONDON;"
        "from desktop_app.domain.hours.bank_holidays import UK; from datetime import datetime;"
        "print(*(datetime(2027, 7, 1, 12, tzinfo=z).utcoffset() for z in (LONDON, UK)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[1],
        env=os.environ | {"PYTHONTZPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["1:00:00", "1:00:00"]
