"""Run every benchmark of this folder, print a table, and write the figures as JSON.

`python -m tests.benchmarks [NAME]...` runs those named, else all but `idle`, which rests for five
minutes and is asked for by `--idle`. Each benchmark is a module with a function
`run() -> list[Figure]`. `--write` puts the newest figures of every benchmark into the one table of
docs/benchmarks.md. The exit status is 1 when a limit is not kept.
"""

import argparse
import importlib
import json
import os
import pkgutil
import platform
import sys
from pathlib import Path

from desktop_app.clock import SystemClock
from tests.benchmarks import doc_table
from tests.benchmarks.figures import Figure

FOLDER = Path(__file__).parent
IDLE = "idle"
RESULTS = FOLDER / "results" / "figures.json"


def benchmarks() -> list[str]:
    """The names of all modules here that can be run, in order."""
    names = sorted(module.name for module in pkgutil.iter_modules([str(FOLDER)]))
    return [name for name in names if hasattr(load(name), "run")]


def load(name: str) -> object:
    """One module of this folder."""
    if name.startswith("_"):
        return None
    return importlib.import_module(f"tests.benchmarks.{name}")


def measure(name: str, kept: Path) -> list[Figure]:
    """The figures of one benchmark, put into the file of results at once: the next may fail."""
    print(f"{name} …", file=sys.stderr, flush=True)
    found: list[Figure] = importlib.import_module(f"tests.benchmarks.{name}").run()
    facts: dict[str, object] = {
        "day": SystemClock().now().date().isoformat(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,  # not on Windows
    }
    told = {
        "machine": platform.platform(),
        "cores": os.cpu_count(),
        "benchmarks": doc_table.merged(kept, name, facts, found),
    }
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    return found


def table(figures: list[Figure]) -> str:
    """The figures in columns."""
    widest = max((len(figure.name) for figure in figures), default=0)
    return "\n".join(_row(figure, widest) for figure in figures)


def _row(figure: Figure, widest: int) -> str:
    bound = "at least" if figure.at_least else "at most"
    limit = f"{bound} {figure.limit:g}" if figure.limit is not None else ""
    verdict = "" if figure.limit is None else ("kept" if figure.kept else "NOT KEPT")
    value = f"{figure.value:>12,.3f} {figure.unit:<8}"
    return f"{figure.name:<{widest}}  {value}  {limit:<14}  {verdict}".rstrip()


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="benchmarks to run; all when none is named")
    parser.add_argument("--json", type=Path, default=RESULTS, help="where the figures are written")
    parser.add_argument("--idle", action="store_true", help="what a window left alone costs")
    parser.add_argument("--write", action="store_true", help="write the table of the document")
    options = parser.parse_args()
    asked = [*options.names, *([IDLE] if options.idle else [])]
    names = asked or [name for name in benchmarks() if name != IDLE]
    figures = [figure for name in names for figure in measure(name, options.json)]
    print(table(figures))
    if options.write:
        results = json.loads(options.json.read_text("utf-8"))["benchmarks"]
        document = doc_table.DOCUMENT.read_text("utf-8")
        doc_table.DOCUMENT.write_text(
            doc_table.written(document, doc_table.table(results)), "utf-8"
        )
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    raise SystemExit(main())
