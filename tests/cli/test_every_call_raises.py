"""Every function that a command calls, made to raise: one line and a status, no half an answer.

A seeded sample of each command in an ordinary run, every function with `dev.py check --slow`. What
is called is written down once; then each of it raises in turn while the same command is asked.
"""

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any, NamedTuple

import pytest

from desktop_app.cli.main import main
from tests import sweeps

SECRET = "Zwiebelstadt"
FAULT, TOLD = 70, 2
COMMANDS = {
    "now": ("now", "--about", "child", "--in", "luton", "--at", "2026-11-20T10:00"),
    "now as JSON": ("now", "--about=child", "--in=luton", "--at=2026-11-20T10:00", "--json"),
    "where": ("where", "LU1 2BQ"),
    "search": ("search", "mash"),
    "show": ("show", "luton-children-mash"),
    "check": ("check",),
}
THE_NET = {"desktop_app.cli.main.main", "desktop_app.cli.standard_streams.silence_output"}
"""What catches the others: below it there is nothing."""
KINDS: tuple[Any, ...] = (staticmethod, classmethod, property)
A_COMMAND = 8
"""Functions of each command in an ordinary run."""


class Place(NamedTuple):
    """Where a function stands: its module, its class or nothing, its name."""

    module: str
    owner: str
    name: str

    @property
    def words(self) -> str:
        return ".".join(part for part in self if part)


class Said(NamedTuple):
    """What a command answered."""

    status: int
    out: str
    err: str


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Callable[[str], Said]:
    def asked(command: str) -> Said:
        status = main(COMMANDS[command])
        return Said(status, *capsys.readouterr())

    return asked


def called_by(ask: Callable[[], Said]) -> list[Place]:
    """Every function of ours that is called, in the order of its name."""
    seen = set()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        module = frame.f_globals.get("__name__", "")
        if event == "call" and module.startswith("desktop_app."):
            owner, _, name = frame.f_code.co_qualname.rpartition(".")
            seen.add(Place(module, owner, name))

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        ask()
    finally:
        sys.setprofile(before)
    return sorted(place for place in seen if "<" not in place.words and _patched(place))


def _patched(place: Place) -> object:
    """The function as it lies in its class or module; nothing when it cannot be exchanged."""
    if place.words in THE_NET:
        return None
    holder: object = sys.modules[place.module]
    for part in filter(None, place.owner.split(".")):
        holder = getattr(holder, part, None)
    found = vars(holder).get(place.name) if inspect.ismodule(holder) or holder else None
    return (
        found if isinstance(found, FunctionType | staticmethod | classmethod | property) else None
    )


def break_it(place: Place, patch: pytest.MonkeyPatch) -> None:
    """Make one function raise, wherever it is called from."""
    usual = _patched(place)

    def raises(*_: object, **__: object) -> Any:
        raise RuntimeError(SECRET)

    broken: object = next((kind(raises) for kind in KINDS if isinstance(usual, kind)), raises)
    if place.owner:
        holder: Any = sys.modules[place.module]
        for part in place.owner.split("."):
            holder = getattr(holder, part)
        patch.setattr(holder, place.name, broken)
        return
    for name, module in list(sys.modules.items()):
        if name.startswith("desktop_app") and getattr(module, place.name, None) is usual:
            patch.setattr(module, place.name, broken)


def wrong(said: Said, whole: Said) -> str:
    """What must not be; empty when the answer is whole, or none is given and that is told."""
    if SECRET in said.err or len(said.err.splitlines()) > 1:
        return said.err
    if said == whole:
        return ""
    if said.out and said.out != whole.out:
        return f"half an answer: {said.out[:80]}"
    told = said.status in (FAULT, TOLD) and "999" in said.err
    return "" if told else f"{said.status}: {said.err}"


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


@pytest.mark.usefixtures("own_folder")
@pytest.mark.parametrize("command", COMMANDS)
def test_whatever_raises_there_is_no_half_an_answer(
    ask: Callable[[str], Said], command: str
) -> None:
    whole = ask(command)
    assert (whole.status, whole.err) == (0, "")
    places = called_by(lambda: ask(command))
    assert len(places) > 60
    faults = {}
    for place in sweeps.sampled(places, A_COMMAND, of=command):
        with pytest.MonkeyPatch.context() as patch:
            break_it(place, patch)
            said = ask(command)
        if fault := wrong(said, whole):
            faults[place.words] = fault
    assert faults == {}


@pytest.mark.usefixtures("own_folder")
@pytest.mark.parametrize(
    "name",
    [
        "desktop_app.desktop.core_files..leave_no_core_file",
        "desktop_app.cli.standard_streams..prepare",
        "desktop_app.cli.opening..close_all",
        "desktop_app.store.directory.directory.SqliteDirectory.close",
    ],
)
def test_what_comes_before_and_after_the_answer_is_told_too(
    ask: Callable[[str], Said], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    whole = ask("now")
    module, owner, last = name.rsplit(".", 2)
    break_it(Place(module, owner, last), monkeypatch)
    said = ask("now")
    assert said.status == FAULT
    assert said.out in ("", whole.out)  # what closes comes last
    assert wrong(said, whole) == ""
