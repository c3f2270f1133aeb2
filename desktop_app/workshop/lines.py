"""Every line of the source files with its place: what a steward sees as one number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.sources import Place, read_once
from desktop_app.workshop.places import BY_ID

SERVICES = re.compile(r"(?:.*/)?services/[^/]+\.yaml")
"""Files that hold services."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of one service as its file has it; `says` is the entry itself."""

    file: str
    place: Place
    service: str
    service_name: str
    line: str
    says: Mapping[str, Any]

    @property
    def display(self) -> str:
        """The number as it is read aloud."""
        return str(self.says.get("number", ""))

    @property
    def digits(self) -> str:
        """The number as it is keyed."""
        return digits_of(self.display)

    @property
    def verified(self) -> Mapping[str, Any] | None:
        """Who checked it, when and how; nothing where nobody did."""
        found = self.says.get("verified")
        return found if isinstance(found, dict) else None

    @property
    def superseded(self) -> bool:
        """Whether the line is kept only to be recognised."""
        return bool(self.says.get("standing") == "superseded")


def lines_in(texts: Mapping[str, str]) -> list[SourceLine]:
    """Every line of every service that can be read, in the order of the files."""
    return [
        line
        for name in sorted(texts)
        if SERVICES.fullmatch(name)
        for line in lines_of(name, texts[name])
    ]


def lines_of(name: str, text: str) -> Iterator[SourceLine]:
    """The lines of one file; none where it cannot be read, which the checks tell."""
    for place, service in services_of(name, text):
        lines = service.get("lines")
        for line in lines if isinstance(lines, list) else ():
            if isinstance(line, dict) and isinstance(line.get("id"), str):
                yield SourceLine(
                    file=name,
                    place=(*place, "lines", BY_ID + line["id"]),
                    service=str(service["id"]),
                    service_name=str(service.get("name", "")),
                    line=line["id"],
                    says=line,
                )


def services_of(name: str, text: str) -> Iterator[tuple[Place, dict[str, Any]]]:
    """The services of one file with their places."""
    try:
        content = read_once(text, name).content
    except MistakesFound:
        return
    services = content.get("services") if isinstance(content, dict) else None
    for service in services if isinstance(services, list) else ():
        if isinstance(service, dict) and isinstance(service.get("id"), str):
            yield ("services", BY_ID + service["id"]), service


def digits_of(display: str) -> str:
    """The digits of a number however it is written; +44 as 0."""
    digits = re.sub(r"\D", "", display.replace("(0)", ""))
    return "0" + digits[2:] if display.strip().startswith("+44") else digits
