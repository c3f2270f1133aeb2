"""What a signed list promises about its directory: the release, its dates, and what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop_app.updates.errors import Refused, Why

LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The signed facts that the data is held to before it is put in use."""

    length: int  # bytes
    sha256: str
    release: int
    dated: date
    next_expected_by: date
    schema: int
    digest: str
    area: str = ""
    """The id of the area the directory is for; empty in lists made before the file said it."""
    area_name: str = ""
    rows: tuple[tuple[str, int], ...]  # table, rows
    shrink_explained: str = ""  # why it is much smaller than the one before, when it is
    moved_doors: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Digits of numbers of councils' front doors, each with the codes of councils that it is given
    for on purpose though it was another's: by this release or an earlier one."""
    moved_explained: str = ""
    """Why they are, in the words of whoever built the release."""

    def as_custom(self) -> dict[str, object]:
        """The same as it stands in the signed list, beside length and hash."""
        return {
            "release": self.release,
            "dated": self.dated.isoformat(),
            "next_expected_by": self.next_expected_by.isoformat(),
            "schema": self.schema,
            "digest": self.digest,
            "area": self.area,
            "area_name": self.area_name,
            "rows": dict(self.rows),
            "shrink_explained": self.shrink_explained,
            "moved_doors": {number: list(codes) for number, codes in self.moved_doors},
            "moved_explained": self.moved_explained,
        }


def manifest_of(length: object, hashes: Mapping[str, str], custom: object) -> Manifest:
    """Read a promise out of a signed list; Refused when part of it is missing or odd."""
    try:
        if not isinstance(custom, Mapping):
            raise TypeError("it says nothing about the release")
        return Manifest(
            length=_whole(length),
            sha256=_text(hashes["sha256"]),
            release=_whole(custom["release"]),
            dated=date.fromisoformat(custom["dated"]),
            next_expected_by=date.fromisoformat(custom["next_expected_by"]),
            schema=_whole(custom["schema"]),
            digest=_text(custom["digest"]),
            area=_text(custom.get("area", "")),
            area_name=_text(custom.get("area_name", "")),
            rows=tuple((_text(name), _whole(n)) for name, n in sorted(custom["rows"].items())),
            shrink_explained=_text(custom.get("shrink_explained", "")),
            moved_doors=_moved(custom.get("moved_doors", {})),
            moved_explained=_text(custom.get("moved_explained", "")),
        )
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise Refused(Why.MALFORMED, f"{type(error).__name__}: {error}") from error


def _moved(value: Mapping[str, object]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, Mapping):
        raise TypeError("the moved front doors are no list of numbers")
    return tuple((_text(number), _texts(codes)) for number, codes in sorted(value.items()))


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{str(value)[:40]!r} is not a list")
    return tuple(map(_text, value))


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError(f"{value!r} is not a count")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise TypeError(f"{str(value)[:40]!r} is not a short text")
    return value
