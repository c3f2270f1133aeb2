"""The checks of the compile over the texts of a working file: what they refuse, an edit is refused.

Dates: a release gets its date when it is published, so a check made today counts as made before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.sources import read_text
from desktop_app.authoring.release_contents import ReleaseContents, read_release_contents
from desktop_app.workshop.places import NoPlace, by_id
from desktop_app.workshop.source_tree import areas_in, tree_of
from desktop_app.workshop.yaml_edit import Edit, edited

RELEASE = "release.yaml"


def mistakes_in(texts: Mapping[str, str], today: date) -> tuple[Mistake, ...]:
    """Every mistake that stops a compile, its file and place as edits name them; none when well."""
    try:
        read_texts(texts, today)
    except MistakesFound as found:
        return tuple(_by_id(each, texts) for each in found.mistakes)
    return ()


def new_mistakes(
    before: Mapping[str, str], after: Mapping[str, str], today: date
) -> tuple[Mistake, ...]:
    """The mistakes that a change brings; those that were there already stop nobody."""
    found = mistakes_in(after, today)
    if not found:
        return ()
    old = {(each.file, each.place, each.sentence) for each in mistakes_in(before, today)}
    return tuple(e for e in found if (e.file, e.place, e.sentence) not in old)


def read_texts(texts: Mapping[str, str], today: date) -> ReleaseContents:
    """Everything the texts would make, checked; MistakesFound with every mistake."""
    tree = tree_of(dated(texts, today))
    try:
        return read_release_contents(tree)
    except MistakesFound as found:
        raise MistakesFound(tree.located(found.mistakes)) from None


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


def _by_id(mistake: Mistake, texts: Mapping[str, str]) -> Mistake:
    place = mistake.place
    if place and mistake.file in texts:
        with suppress(NoPlace, MistakesFound):
            place = by_id(read_text(texts[mistake.file], mistake.file).content, place)
    return replace(mistake, place=place)
