"""Every way in which a source file may be spoilt: whole, by line, by entry and by cell."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Any

import yaml

from desktop_app.authoring.read.sources import read_text
from tests import sweeps

DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
ROWS = 4
"""So many rows of a table are spoilt: the others are like them."""
VALUES: tuple[object, ...] = (
    None, "", " ", "x", "999", "E07000148", "2027-04-01", "national", "é", "'", "\u202e",
    "x" * 70_000, 0, -1, 10**30, 1.5, True, [], ["x"], {}, {"x": 1},
)  # fmt: skip
"""What may stand where something else should."""
CELLS = ("", "x", "E07000148", "999", "2027-02-30", "-1", "²", '"', "a|b", "é" * 999)
WHOLE: Mapping[str, bytes] = {
    "empty": b"",
    "spaces": b" \n\n",
    "not UTF-8": b"\xff\xfe\x00name",
    "a zero byte": b"name: a\x00b\n",
    "a list": b"[]\n",
    "keys": b"{}\n",
    "a word": b"word\n",
    "a tag": b"!!python/object:os.system {}\n",
    "itself": b"&a [*a]\n",
    "laughs": b"a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n",
    "deep": b"[" * 3_000,
    "another header": b"one,two\n1,2\n",
    "front matter without an end": b"---\nid: x\n",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoilt:
    """One file spoilt in one way."""

    name: str
    kind: str
    detail: str
    make: Callable[[], bytes | None]
    """Its content, made when it is asked for; none: the file is missing."""

    def __str__(self) -> str:
        return f"{self.name}: {self.kind} {self.detail}"


def spoilt(name: str, content: bytes) -> Iterator[Spoilt]:
    """Every way to spoil one file."""
    yield Spoilt(name=name, kind="whole", detail="missing", make=_nothing)
    for detail, other in WHOLE.items():
        yield Spoilt(name=name, kind="whole", detail=detail, make=partial(_itself, other))
    for detail, other in (
        ("a mark in front", b"\xef\xbb\xbf" + content),
        ("UTF-16", content.decode().encode("utf-16")),
        ("other line ends", content.replace(b"\n", b"\r\n")),
    ):
        yield Spoilt(name=name, kind="whole", detail=detail, make=partial(_itself, other))
    yield from _lines(name, content)
    if name.endswith(".csv"):
        yield from _cells(name, content.decode())
    if name.endswith(".yaml"):
        yield from _entries(name, content.decode())


def _lines(name: str, content: bytes) -> Iterator[Spoilt]:
    lines = content.splitlines(keepends=True)
    for at, line in enumerate(lines[: ROWS if name.endswith(".csv") else None]):
        before, after = b"".join(lines[:at]), b"".join(lines[at + 1 :])
        half = line[: len(line) // 2]
        for kind, there in (
            ("line lost", b""),
            ("line twice", line + line),
            ("line with a tab", b"\t" + line),
            ("line deeper", b"  " + line),
            ("line halved", half + b"\n"),
        ):
            make = partial(_itself, before + there + after)
            yield Spoilt(name=name, kind=kind, detail=str(at + 1), make=make)
        make = partial(_itself, before + half)
        yield Spoilt(name=name, kind="cut off", detail=str(at + 1), make=make)


def _cells(name: str, text: str) -> Iterator[Spoilt]:
    rows = list(csv.reader(io.StringIO(text)))

    def spoilt_row(at: int, kind: str, row: list[str]) -> Spoilt:
        make = partial(_written, [*rows[:at], row, *rows[at + 1 :]])
        return Spoilt(name=name, kind=kind, detail=f"{at + 1} {row}"[:80], make=make)

    for at, row in enumerate(rows[:ROWS]):
        for column in range(len(row)):
            before, after = row[:column], row[column + 1 :]
            for cell in CELLS:
                yield spoilt_row(at, "cell" if at else "header", [*before, cell, *after])
            yield spoilt_row(at, "cell lost", before + after)
        yield spoilt_row(at, "cells more", [*row, "more", "and more"])


def _written(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _nothing() -> None:
    """A file that is missing has no content."""


def _itself(content: bytes) -> bytes:
    return content


def _entries(name: str, text: str) -> Iterator[Spoilt]:
    content = read_text(text, name).content
    for path in _paths(content, ()):
        held, _ = _holder(content, path)
        for value in VALUES:
            make = partial(_changed, content, path, _put, value)
            yield Spoilt(name=name, kind="value", detail=f"{path} {str(value)[:9]!r}", make=make)
        named = isinstance(held, dict)
        changes = (
            {"key misspelt": _misspell, "key lost": _lose} if named else {"entry twice": _twice}
        )
        for kind, change in changes.items():
            make = partial(_changed, content, path, change)
            yield Spoilt(name=name, kind=kind, detail=str(path), make=make)


def _put(held: Any, key: Any, value: object) -> None:
    held[key] = value


def _misspell(held: Any, key: Any) -> None:
    held[f"{key}x"] = held.pop(key)


def _lose(held: Any, key: Any) -> None:
    del held[key]


def _twice(held: Any, key: Any) -> None:
    held.append(deepcopy(held[key]))


def _changed(
    content: Any, path: tuple[str | int, ...], change: Callable[..., None], *value: object
) -> bytes:
    """The YAML of the content with one entry changed."""
    changed = deepcopy(content)
    change(*_holder(changed, path), *value)
    text = yaml.dump(changed, Dumper=DUMPER, allow_unicode=True, width=10**6, sort_keys=False)
    return str(text).encode()


def _paths(value: Any, at: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if at:
        yield at
    listed = dict(enumerate(value)) if isinstance(value, list) else value
    for step, inner in listed.items() if isinstance(listed, dict) else ():
        yield from _paths(inner, (*at, step))


def _holder(content: Any, path: tuple[str | int, ...]) -> tuple[Any, Any]:
    for step in path[:-1]:
        content = content[step]
    return content, path[-1]


def sampled_of_each_kind(name: str, content: bytes, each: int) -> list[Spoilt]:
    """So many of each kind, always the same; with `--slow` all there are."""
    kinds: dict[str, list[Spoilt]] = {}
    for one in spoilt(name, content):
        kinds.setdefault(one.kind, []).append(one)
    of = f"{name} {len(content)}"
    return [
        one for kind, held in kinds.items() for one in sweeps.sampled(held, each, f"{of} {kind}")
    ]
