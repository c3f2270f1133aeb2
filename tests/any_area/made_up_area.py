"""A made-up area: a county with its districts and two unitary councils, begun by `new-area`.

Every part has a day number and a night number of those that nobody has; what stands in the files
besides is what `new-area` wrote.
"""

import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from desktop_app.authoring.areas.new_area import (
    AreaRequest,
    authorities_called,
    files_of,
    write_folder,
)
from desktop_app.authoring.places.postcodes import package_points, package_rows
from desktop_app.authoring.read.source_folders import national_tree
from desktop_app.authoring.read.source_tree import SourceTree

AUTHORITIES = ("Devon", "Torbay", "Plymouth")
LINES = """\
    lines:
      - id: office
        kind: office_hours
        label: "Made-up desk"
        number: "{day}"
        hours: assumed_office
        verified: never
        sources: [{{document: made-up, states: "gives this number"}}]
      - id: night
        kind: out_of_hours
        label: "Made-up night desk"
        number: "{night}"
        hours: {{outside: office}}
        verified: never
        sources: [{{document: made-up, states: "gives this number"}}]
"""
DOCUMENT = "- {id: made-up, title: A page, publisher: Nobody, dated: 1 Nov 2026, year: 2026}\n"


def made_up_sources() -> SourceTree:
    """The country's texts and the area's together."""
    national = national_tree()
    made = {name: text.encode() for name, text in made_up_files(national).items()}
    return national.with_area(SourceTree.of_bytes(made, "made-up"))


def made_up_files(national: SourceTree) -> dict[str, str]:
    """The area's own texts, by their names in its folder."""
    wanted = AreaRequest(
        id="made-up",
        name="A made-up area",
        authorities=authorities_called(AUTHORITIES, national),
        today=date(2026, 11, 29),
    )
    return filled(files_of(wanted, national, package_rows(), package_points()))


def filled(files: Mapping[str, str]) -> dict[str, str]:
    """The files of a new area with a made-up number wherever one is to be found."""
    found = dict(files)
    at = 0
    for name in sorted(files):
        if name.startswith("services/"):
            parts = re.sub(r"(?m)^    (#|gaps:).*\n", "", files[name]).split("    lines: []\n")
            text = parts[0]
            for part in parts[1:]:
                day, night = (f"01632 960{number:03}" for number in (at, at + 1))
                text, at = text + LINES.format(day=day, night=night) + part, at + 2
            found[name] = text.replace("general-knowledge", "made-up")
    found["documents.yaml"] = DOCUMENT
    release = files["release.yaml"].replace("unfinished: true", "made_up_numbers: true")
    return found | {"release.yaml": release}


if __name__ == "__main__":
    write_folder(Path(sys.argv[1]), made_up_files(national_tree()))
