"""How long one decision takes, for every kind of place, concern and circumstance.

In processor time: it is the decision that is measured, not whatever else the machine is doing.
"""

import time
from datetime import datetime, timedelta

from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import Situation
from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import open_directory
from tests.benchmarks.figures import Figure
from tests.situations import every_situation

MOMENTS = [datetime(2026, 12, 23, 7, 50, tzinfo=UK) + timedelta(hours=11 * n) for n in range(12)]
ROUNDS = 3


def run() -> list[Figure]:
    """Milliseconds within which 99 of 100 answers come, words and all: the calmest of 3 rounds."""
    directory = open_directory(directory_file())
    situations = list(every_situation(directory))
    for situation in situations:
        advise(situation, directory, MOMENTS[0])
    rounds = [_times(directory, situations) for _ in range(ROUNDS)]
    slowest = min(sorted(times)[len(times) * 99 // 100] for times in rounds)
    usual = min(sorted(times)[len(times) // 2] for times in rounds)
    count = len(situations) * len(MOMENTS)
    return [
        Figure(f"one decision, 99 of 100 of {count}", slowest, "ms", 1),
        Figure("one decision, half of them", usual, "ms"),
    ]


def _times(directory: Directory, situations: list[Situation]) -> list[float]:
    spent = []
    for moment in MOMENTS:
        for situation in situations:
            started = time.thread_time()
            advise(situation, directory, moment)
            spent.append((time.thread_time() - started) * 1000)
    return spent
