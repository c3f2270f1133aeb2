"""The date of the release a working file would make: given when it is published, so today's.

A check made today counts as made before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.sources import read_text
from desktop_app.workshop.source_tree import areas_in
from desktop_app.workshop.yaml_edit import Edit, edited

RELEASE = "release.yaml"


def release_file(texts: Mapping[str, str]) -> str:
    """The name of the file that says which release this is."""
    area = areas_in(texts)
    before = f"areas/{area[0]}" if area else "national"
    return f"{before}/{RELEASE}"


def dated(texts: Mapping[str, str], today: date) -> dict[str, str]:
    """The texts with a release dated today or later, as publishing will date it."""
    name = release_file(texts)
    found = dict(texts)
    try:
        said = read_text(texts.get(name, ""), name).content
    except MistakesFound:
        return found
    if not isinstance(said, dict) or not isinstance(said.get("dated"), date):
        return found
    if said["dated"] < today:
        edits = [Edit(file=name, place=("dated",), value=today)]
        if isinstance(said.get("next_expected_by"), date) and said["next_expected_by"] <= today:
            after = today + timedelta(days=1)
            edits.append(Edit(file=name, place=("next_expected_by",), value=after))
        found[name], _ = edited(found[name], name, edits)
    return found
