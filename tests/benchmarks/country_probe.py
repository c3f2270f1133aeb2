"""One directory asked from inside, by `country`, as a program of its own; prints a line of JSON.

    python country_probe.py FILE

All times are processor time of this thread, in milliseconds.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from desktop_app.store.directory.directory import SqliteDirectory, open_directory

Result = TypeVar("Result")
NOW = datetime(2026, 11, 27, 15, 50, tzinfo=UK)
SAMPLE, KB = 40, 1024
TYPED = (
    "hartlepool children", "refuge", "refuje", "domestic abuse", "01632 9600", "harbour adult",
    "childline", "safegarding", "0808 2000 247", "old council team", "named nurse", "forced marr",
    "youth project 42", "stalking",
)  # fmt: skip


def main(file: Path) -> None:
    """Measure, in the order a person meets it: open, decide, decide again, search."""
    before = resident_mib()
    directory, opened = timed(lambda: open_directory(file))
    first_council = directory.councils()[0]
    _, first = timed(lambda: advise(_asked(first_council, Concern.CHILD), directory, NOW))
    times = decisions(directory)
    after = resident_mib()
    told = {
        "services": directory.connection.execute("SELECT count(*) FROM service").fetchone()[0],
        "open": opened,
        "first": first,
        "p99": slowest(times),
        "mib": after - before,
        "search": slowest(searches(directory)),
    }
    print(json.dumps(told))


def decisions(directory: SqliteDirectory) -> list[float]:
    """Every concern, alone and with a circumstance, in councils at random: once, then again."""
    councils = list(directory.councils())
    chance = random.Random(7)
    chosen = chance.sample(councils, min(SAMPLE, len(councils)))
    asked = [
        _asked(council, concern, told)
        for council in chosen
        for concern in Concern
        for told in (frozenset(), frozenset({chance.choice(list(Circumstance))}))
    ]
    chance.shuffle(asked)
    return [
        timed(lambda asking=asking: advise(asking, directory, NOW))[1]  # type: ignore[misc]
        for _ in range(2)
        for asking in asked
    ]


def searches(directory: SqliteDirectory) -> list[float]:
    """Each text typed a letter at a time, then taken away again."""
    directory.search("a")  # loads the search
    parts = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    return [timed(lambda part=part: directory.search(part))[1] for part in parts]  # type: ignore[misc]


def slowest(times: list[float]) -> float:
    """The time that 99 of 100 keep."""
    return sorted(times)[min(len(times) - 1, len(times) * 99 // 100)]


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What came of it, and the milliseconds this thread worked."""
    began = time.thread_time()
    result = work()
    return result, (time.thread_time() - began) * 1000


def resident_mib() -> float:
    """The resident set of this process."""
    with Path("/proc/self/status").open() as rows:
        return next(int(row.split()[1]) for row in rows if row.startswith("VmRSS")) / KB


def _asked(
    council: Council, concern: Concern, told: frozenset[Circumstance] = frozenset()
) -> Situation:
    return Situation(concern, Whereabouts(WhereStatus.KNOWN, (council,)), told)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
