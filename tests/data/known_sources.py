"""The reference entries and the guidance pages as they stand in the sources, read as plain YAML."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import yaml

from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.read.source_tree import SourceTree

# Dates, section numbers and counts that stand in the source documents, 999 and 101, and the
# numbers of the silent 999 call. A digit that is not here came from nowhere.
DIGITS_READ = frozenset(
    re.findall(
        r"\d+",
        """1 2 3 4 5 6 7 10 15 16 17 18 19 25 26 42 55 101 136 138 234 999 2571 18000
        2013 2018 2020 2021 2024 2025 2026""",
    )
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of guidance: what stands above the line, and what stands below."""

    stem: str
    front: dict[str, Any]
    body: str


@cache
def known_files() -> dict[str, dict[str, Any]]:
    """Every file of reference entries, by name."""
    return {
        PurePosixPath(name).stem: _read(name) for name in _tree().names("services/known-*.yaml")
    }


@cache
def known_services() -> list[dict[str, Any]]:
    """Every reference entry."""
    return [service for content in known_files().values() for service in content["services"]]


@cache
def every_service() -> list[dict[str, Any]]:
    """Every service of the directory, reference entries included."""
    files = [_read(name) for name in _tree().names("services/*.yaml")]
    return [service for content in files for service in content["services"]]


@cache
def documents() -> frozenset[str]:
    """The ids of everything that was read."""
    names = _tree().names("documents*.yaml")
    return frozenset(entry["id"] for name in names for entry in _read(name))


@cache
def vocabulary(kind: str) -> frozenset[str]:
    """The ids of the roles, audiences or topics there are."""
    content = _read("vocabulary.yaml")
    return frozenset(term["id"] for term in content[kind])


@cache
def pages() -> list[Page]:
    """Every page of guidance, in reading order."""
    found = [_page(name) for name in _tree().names("guidance/*.md")]
    return sorted(found, key=lambda page: page.front["order"])


@cache
def _tree() -> SourceTree:
    return checkout_tree()


def _read(name: str) -> Any:
    return yaml.load(_tree().text(name), yaml.CSafeLoader)


def _page(name: str) -> Page:
    _, front, body = _tree().text(name).split("---\n", 2)
    return Page(PurePosixPath(name).stem, yaml.load(front, yaml.CSafeLoader), body)


def cited(content: object) -> set[str]:
    """Every document named anywhere below an entry."""
    if isinstance(content, dict):
        here = {content["document"]} if "document" in content else set()
        return here.union(*(cited(inner) for inner in content.values()))
    if isinstance(content, list):
        return set().union(*(cited(inner) for inner in content))
    return set()


def words_of(service: dict[str, Any]) -> str:
    """All that a reader sees of an entry, its web addresses left out."""
    spoken = [service["name"], service["summary"]]
    for key in ("aliases", "notes", "gaps"):
        spoken += service.get(key, [])
    spoken += [source["states"] for source in service["sources"]]
    spoken += [dispute["text"] for dispute in service.get("disputes", [])]
    return " \n".join(spoken)


def digits_in(text: str) -> set[str]:
    """Every run of digits in a text."""
    return set(re.findall(r"\d+", text))
