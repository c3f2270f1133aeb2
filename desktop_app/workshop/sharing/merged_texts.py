"""Three states of the same source files made one: what both began with, mine, and theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.sources import Place, read_text
from desktop_app.workshop.history import TEXT
from desktop_app.workshop.lines import SERVICES, SourceLine, lines_in, lines_of
from desktop_app.workshop.sharing.line_merge import merged_lines
from desktop_app.workshop.sharing.three_ways import CHECK, Clash, ThreeWays, day_of
from desktop_app.workshop.verifying import CHECKED, NEVER
from desktop_app.workshop.yaml_edit import GONE, Edit, edited

Texts = Mapping[str, str]
Choices = Mapping[tuple[str, Place], "Side"]
STILL_THERE = (
    "{} was changed to {} by one of you; {} ({}) of the other still has it. "
    "Look whether it is meant."
)


class Side(StrEnum):
    """Whose value stands where both wrote one."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The texts of both; where both wrote another value, what was chosen and what is still open."""

    texts: dict[str, str]
    settled: tuple[tuple[Clash, Side], ...] = ()
    open: tuple[Clash, ...] = ()
    look_at: tuple[str, ...] = ()


def merged_texts(base: Texts, mine: Texts, theirs: Texts, choices: Choices) -> Merged:
    """Every file with the changes of both; a clash stands as theirs until a side is chosen."""
    texts = dict(theirs)
    settled: list[tuple[Clash, Side]] = []
    still_open: list[Clash] = []
    for name in sorted({*base, *mine, *theirs}):
        text, clashes = _merged_file(name, (base.get(name), mine.get(name), theirs.get(name)))
        for clash in clashes:
            side = choices.get(clash.key)
            if side is None:
                still_open.append(clash)
            else:
                settled.append((clash, side))
            if side is Side.MINE:
                text = _with_mine(name, text, clash)
        _put(texts, name, text)
    for name in [each for each in texts if SERVICES.fullmatch(each)]:
        versions = [side.get(name, "") for side in (base, mine, theirs)]
        if texts[name] not in versions[1:]:
            texts[name] = _with_checks(name, texts[name], versions)
    return Merged(
        texts=texts,
        settled=tuple(settled),
        open=tuple(still_open),
        look_at=tuple(_left_behind(base, (mine, theirs), texts)),
    )


def _merged_file(
    name: str, versions: tuple[str | None, str | None, str | None]
) -> tuple[str | None, list[Clash]]:
    base, mine, theirs = versions
    if mine in (base, theirs):
        return theirs, []
    if theirs == base:
        return mine, []
    if base is not None and mine is not None and theirs is not None and not name.endswith(".yaml"):
        together = merged_lines(base, mine, theirs)
        return (together, []) if together is not None else (theirs, [_whole(name, mine, theirs)])
    if mine is None or theirs is None or not name.endswith(".yaml"):
        return theirs, [_whole(name, mine, theirs)]
    return _merged_yaml(name, (base or "", mine, theirs))


def _merged_yaml(name: str, versions: tuple[str, str, str]) -> tuple[str, list[Clash]]:
    """The file entry by entry; as a whole where it cannot be read or is no mapping or list."""
    base, mine, theirs = versions
    try:
        was, ours, now = (read_text(each, name).content for each in versions)
    except MistakesFound:
        return theirs, [_whole(name, mine, theirs)]
    found = ThreeWays(file=name)
    found.compare((), GONE if was is None else was, ours, now)
    places = [each.place for each in found.edits] + [each.place for each in found.clashes]
    if () in places:
        return theirs, [_whole(name, mine, theirs)]
    text = edited(theirs, name, found.edits)[0] if found.edits else theirs
    if not found.clashes:
        together = merged_lines(base, mine, theirs)  # keeps what only people read: comments
        if together is not None and _says(together, name) == read_text(text, name).content:
            text = together
    return text, found.clashes


def _says(text: str, name: str) -> Any:
    try:
        return read_text(text, name).content
    except MistakesFound:
        return GONE


def _whole(name: str, mine: str | None, theirs: str | None) -> Clash:
    ours, now = (GONE if each is None else each for each in (mine, theirs))
    return Clash(file=name, place=TEXT, mine=ours, theirs=now)


def _with_mine(name: str, text: str | None, clash: Clash) -> str | None:
    if clash.place == TEXT:
        return None if clash.mine is GONE else str(clash.mine)
    assert text is not None
    return edited(text, name, [clash.as_mine])[0]


def _put(texts: dict[str, str], name: str, text: str | None) -> None:
    if text is None:
        texts.pop(name, None)
    else:
        texts[name] = text


def _with_checks(name: str, text: str, versions: list[str]) -> str:
    """A check counts for the number and hours it was made of, whoever made it, or not at all."""
    was, mine, theirs = ({_key(line): line for line in lines_of(name, each)} for each in versions)
    edits = []
    for line in lines_of(name, text):
        key = _key(line)
        sides = ((mine.get(key), theirs.get(key)), (theirs.get(key), mine.get(key)))
        found = [
            each.verified
            for each, other in sides
            if each and _counts(each, other, was.get(key), line)
        ]
        best: Any = max(found, key=day_of) if found else NEVER
        says = line.says.get(CHECK, NEVER)
        if says != best and (found or isinstance(says, dict)):
            edits.append(Edit(file=name, place=(*line.place, CHECK), value=best))
    return edited(text, name, edits)[0] if edits else text


def _counts(
    line: SourceLine, other: SourceLine | None, was: SourceLine | None, now: SourceLine
) -> bool:
    """Whether a line's check is of what stands now, and was not taken away by the other side."""
    if line.verified is None or not _alike(line, now):
        return False
    kept = was is not None and was.verified == line.verified
    return not (kept and other is not None and other.verified is None and _alike(other, now))


def _alike(one: SourceLine, other: SourceLine) -> bool:
    return all(one.says.get(part) == other.says.get(part) for part in CHECKED)


def _left_behind(base: Texts, sides: tuple[Texts, Texts], texts: Texts) -> Iterator[str]:
    """Numbers that one side changed and the other put somewhere else meanwhile."""
    was = {_key(line): line for line in lines_in(base)}
    standing = [line for line in lines_in(texts) if not line.superseded]
    before = [{_key(line): line.digits for line in lines_in(side)} for side in sides]
    for side, other in (before, before[::-1]):
        moved = {
            old.digits: side[key]
            for key, old in was.items()
            if key in side and side[key] != old.digits and old.digits not in side.values()
        }
        for line in standing:
            if line.digits in moved and other.get(_key(line)) == line.digits:
                new = moved[line.digits]
                yield STILL_THERE.format(line.display, new, line.service_name, line.line)


def _key(line: SourceLine) -> tuple[str, str]:
    return line.service, line.line
