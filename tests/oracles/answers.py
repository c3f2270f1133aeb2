"""Hold every answer before a change of the house against every answer after it.

    python -m tests.oracles.answers record FILE
    python -m tests.oracles.answers compare FILE

Every kind of place with every concern and circumstance, at 200 moments of two years: the terminal's
JSON and text, to the byte, told by one SHA-256 a situation. `compare` names the situations whose
answers differ and exits with 1. About four minutes; the directory in use is asked.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from desktop_app.cli.answer_json import advice_json
from desktop_app.cli.answer_text import advice_text
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import Situation
from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import open_directory
from tests.situations import every_situation

FIRST = datetime(2026, 12, 1, 0, 5, tzinfo=UK)
# 3 days, 16 hours and 53 minutes: over 200 steps every hour, weekday and season comes up.
APART = timedelta(days=3, hours=16, minutes=53)
# On either side of a closing time, at Christmas, and where the clocks change.
EDGES = [
    datetime(2026, 11, 27, 16, 19, 59, tzinfo=UK),
    datetime(2026, 11, 27, 16, 20, tzinfo=UK),
    datetime(2026, 12, 24, 12, 0, tzinfo=UK),
    datetime(2026, 12, 26, 2, 0, tzinfo=UK),
    datetime(2027, 3, 28, 1, 30, tzinfo=UK),
    datetime(2027, 10, 31, 1, 30, tzinfo=UK),
]
MOMENTS = [*EDGES, *(FIRST + APART * step for step in range(200 - len(EDGES)))]


def main(arguments: list[str]) -> int:
    """Record or compare; 0 when nothing differs, 1 when something does, 2 for a wrong call."""
    if len(arguments) != 2 or arguments[0] not in ("record", "compare"):
        print(__doc__, file=sys.stderr)
        return 2
    file = Path(arguments[1])
    answers = dict(_answers(open_directory(directory_file())))
    if arguments[0] == "record":
        file.write_text(json.dumps(answers, indent=0), "utf-8")
        print(f"{len(answers)} situations at {len(MOMENTS)} moments recorded")
        return 0
    return _compare(json.loads(file.read_text("utf-8")), answers)


def _answers(directory: Directory) -> Iterator[tuple[str, str]]:
    for situation in every_situation(directory):
        digest = hashlib.sha256()
        for moment in MOMENTS:
            advice = advise(situation, directory, moment)
            digest.update(json.dumps(advice_json(advice), ensure_ascii=False).encode())
            digest.update(advice_text(advice).encode())
        yield _name(situation), digest.hexdigest()


def _name(situation: Situation) -> str:
    councils = "+".join(council.name for council in situation.where.councils)
    also = "+".join(sorted(map(str, situation.circumstances)))
    return f"{situation.concern} in {situation.where.status} {councils} with {also or 'nothing'}"


def _compare(before: dict[str, str], after: dict[str, str]) -> int:
    differing = [name for name in before | after if before.get(name) != after.get(name)]
    for name in differing:
        print(f"differs: {name}")
    print(f"{len(after)} situations at {len(MOMENTS)} moments: {len(differing)} differ")
    return int(bool(differing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
