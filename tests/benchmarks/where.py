"""How fast and how small the look-up is: `python -m tests.benchmarks where` (or `dev.py bench`).

Ends with 1 when a limit is crossed: 1 ms (99 of 100) for a postcode, 8 ms for a misspelt place,
1.2 MB for the index, 20 s for compiling it, and at least 95 % of misspellings suggested right.
"""

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from desktop_app.authoring.places.places import write_places
from desktop_app.authoring.places.postcodes import package_rows, write_postcodes
from desktop_app.store.places.lookup import WhereIndex
from tests.benchmarks.figures import Figure
from tests.benchmarks.misspellings import first_right, misspellings, our_names
from tests.where_directory import SCHEMA, real_sources

LOOK_UPS = 20_000


def run() -> list[Figure]:
    """Compile the index, then measure it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "where.sqlite"
        figures = [compiled(path), size(path)]
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        figures += [*postcodes(connection), *places(connection)]
        connection.close()
    return figures


def compiled(path: Path) -> Figure:
    """Seconds to build the index from the sources."""
    started = time.perf_counter()
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    write_postcodes(connection, real_sources())
    write_places(connection, real_sources())
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    return Figure("compile the index", time.perf_counter() - started, "s", 20)


def size(path: Path) -> Figure:
    """Megabytes of the index, places included."""
    return Figure("size of the index", path.stat().st_size / 1e6, "MB", 1.2)


def postcodes(connection: sqlite3.Connection) -> list[Figure]:
    """Time for known, unknown and half-typed postcodes."""
    chance = random.Random(1)
    known = chance.sample([text for text, _ in package_rows()], LOOK_UPS)
    index = WhereIndex(connection)
    index.answer("MK43 0AA")
    unknown = [f"{text[:-2]}ZZ" for text in known]
    return [
        Figure("known postcode, 99 of 100", slowest(index.answer, known), "ms", 1),
        Figure("unknown postcode, 99 of 100", slowest(index.answer, unknown), "ms", 1),
        Figure(
            "half a postcode, 99 of 100",
            slowest(index.answer, (text[:-3] for text in known[:2_000])),
            "ms",
            8,
        ),
    ]


def places(connection: sqlite3.Connection) -> list[Figure]:
    """Time for misspelt places, the first one included, and how many are suggested right."""
    names, keys = our_names(connection)
    wrong = list(misspellings(names, keys))
    cold = min(_one_round(WhereIndex(connection).answer, [wrong[0].typed]) for _ in range(3))
    index = WhereIndex(connection)
    spent = slowest(index.answer, (one.typed for one in wrong))
    strange = slowest(index.answer, (one.typed[::-1] for one in wrong))
    right = sum(first_right(index, one) for one in wrong) / len(wrong) * 100
    return [
        Figure("first misspelt place", cold, "ms", 8),
        Figure("misspelt place, 99 of 100", spent, "ms", 8),
        Figure("name nobody knows, 99 of 100", strange, "ms", 8),
        Figure(f"right one first of {len(wrong)}", right, "%", 95, at_least=True),
    ]


def slowest(answer: Callable[[str], object], texts: Iterable[str], rounds: int = 3) -> float:
    """Milliseconds within which 99 of 100 answers came: the calmest round of a busy machine."""
    typed = list(texts)
    return min(_one_round(answer, typed) for _ in range(rounds))


def _one_round(answer: Callable[[str], object], typed: list[str]) -> float:
    times = []
    for text in typed:
        started = time.perf_counter()
        answer(text)
        times.append(time.perf_counter() - started)
    return sorted(times)[min(len(times) - 1, len(times) * 99 // 100)] * 1000
