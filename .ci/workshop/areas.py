"""`dev.py test --areas`: the program's tests with each of three areas in db/build, in turn."""

import xml.etree.ElementTree as ET
from pathlib import Path
from tempfile import TemporaryDirectory

from workshop import directory, environment
from workshop.environment import ROOT, CannotGoOn

SECOND = ROOT / "tests/data/areas/norfolk-suffolk"
MADE_UP = "tests.any_area.made_up_area"
"""Writes the third area's sources into a folder when it is run."""
COUNTS = ("tests", "failures", "errors", "skipped")


def test_each(arguments: list[str]) -> int:
    """Compile each area into db/build and run pytest there; the usual area comes back at the end.

    Answers 1 when anything failed in any of them, with the counts of all three.
    """
    told = []
    with TemporaryDirectory(prefix="who-to-call-areas-") as folder:
        made_up = Path(folder) / "made-up"
        if environment.module(MADE_UP, [str(made_up)]):
            raise CannotGoOn("the made-up area's sources were not written.")
        areas = {"usual": [], "second": [directory.AREA, str(SECOND)]}
        areas["made-up"] = [directory.AREA, str(made_up)]
        try:
            for name, asked in areas.items():
                told.append(_tested(name, asked, Path(folder) / f"{name}.xml", arguments))
        finally:
            directory.compile_now([])
    print("\n".join(sentence for sentence, _ in told), flush=True)
    return int(any(failed for _, failed in told))


def _tested(name: str, area: list[str], report: Path, arguments: list[str]) -> tuple[str, bool]:
    if directory.compile_now(area):
        return f"{name} area: not compiled", True
    status = environment.module("pytest", [*arguments, f"--junit-xml={report}"])
    return f"{name} area: {_counted(report)}", status != 0


def _counted(report: Path) -> str:
    """What pytest wrote down at the end; it is our own file, read at once."""
    if not report.is_file():
        return "pytest did not begin"
    suites = list(ET.parse(report).getroot().iter("testsuite"))
    found = {name: sum(int(suite.get(name, 0)) for suite in suites) for name in COUNTS}
    failed = found["failures"] + found["errors"]
    passed = found["tests"] - failed - found["skipped"]
    return f"{passed:,} passed, {failed} failed, {found['skipped']} skipped"
