"""Every parser of bytes from outside, each with samples to spoil and the errors it may raise."""

import io
import json
import random
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import NamedTuple

from desktop_app.cli.main import main as terminal_main
from desktop_app.domain.hours.typed_moment import parse_instant
from desktop_app.domain.places.councils import WhereAnswer
from desktop_app.domain.practice.card import LEAD, Contact, PracticeCard
from desktop_app.domain.practice.failed_number import ShownNumber, WhatHappened, report_of
from desktop_app.domain.practice.policy import policy_of
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.fileformat import checksum
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.directory.opening import check_content
from desktop_app.store.places.lookup import WhereIndex
from desktop_app.store.user.failed_numbers import FailedNumberStore
from desktop_app.store.user.practice import PracticeStore
from desktop_app.store.user.practice_file import CardFileError, export_card, read_card
from desktop_app.store.user.settings import SettingsFile
from desktop_app.store.user.user_database import FILE_NAME
from desktop_app.ui.settings.preferences import Preferences
from desktop_app.updates.errors import Refused
from desktop_app.updates.releases.choose import directory_in_use
from desktop_app.updates.releases.in_use import release_in
from desktop_app.updates.releases.release_store import ReleaseStore, read_list
from desktop_app.updates.verify.folders import sources_in
from desktop_app.updates.verify.sources import read_small
from tests.any_area.usual_directory import usual_directory
from tests.area import COUNCILS
from tests.ui.town import at

Eat = Callable[[bytes, Path], None]


class Target(NamedTuple):
    """One parser: what it is fed, and samples that it takes as they are."""

    name: str
    eat: Eat
    samples: tuple[bytes, ...]


@cache
def directory() -> SqliteDirectory:
    """The compiled directory, opened once."""
    return open_directory(usual_directory())


def instant(content: bytes, _room: Path) -> None:
    """A moment typed for `--at`."""
    try:
        found = parse_instant(content.decode("utf-8", "surrogateescape"))
    except ValueError:
        return
    assert found.moments


def where(content: bytes, _room: Path) -> None:
    """A postcode or place."""
    answer = WhereIndex(directory().connection).answer(content.decode("utf-8", "surrogateescape"))
    assert isinstance(answer, WhereAnswer)
    assert answer.text


def search(content: bytes, _room: Path) -> None:
    """A search."""
    hits = directory().search(content.decode("utf-8", "surrogateescape"))
    known = {service.id for service in directory().services()}
    assert {hit.service_id for hit in hits} <= known


def header(content: bytes, _room: Path) -> None:
    """A directory file as it lies there: never opened unless it is whole."""
    try:
        check_content(io.BytesIO(content), "fuzz")
    except DirectoryError:
        return
    assert content in DIRECTORY_SAMPLES


def resealed(content: bytes, room: Path) -> None:
    """A directory whose seal was made to fit what was done to it."""
    at_seal = content.find(checksum.MARK)
    if at_seal >= 0:
        end = at_seal + len(checksum.MARK) + checksum.LENGTH
        blank = content[: end - checksum.LENGTH] + checksum.BLANK.encode() + content[end:]
        if blank.count(checksum.blank().encode()) == 1:
            content = checksum.sealed(blank)
    path = room / "directory.sqlite"
    path.write_bytes(content)
    release_in(path)
    try:
        with closing(open_directory(path)) as opened:
            opened.services()
            opened.search("mash")
            for ask in ("release", "bank_holidays", "pathways", "guidance", "documents"):
                getattr(opened, ask)()
    except DirectoryError:
        return


def settings(content: bytes, room: Path) -> None:
    """The settings of the desk."""
    (room / "settings.json").write_bytes(content)
    Preferences.of(SettingsFile(room).read()).as_values()


def policy(content: bytes, _room: Path) -> None:
    """What IT has set."""
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        return
    if isinstance(values, dict):
        Preferences().under(policy_of(values))


def card(content: bytes, room: Path) -> None:
    """A practice card from another desk."""
    path = room / "practice-card.json"
    path.write_bytes(content)
    try:
        found, home = read_card(path, COUNCILS)[:2]
    except CardFileError:
        return
    assert export_card(found, home, room / "again.json") == ""


def own_file(content: bytes, room: Path) -> None:
    """The practice's own file: readable, or told; never changed by a look."""
    path = room / FILE_NAME
    path.write_bytes(content)
    for store in (PracticeStore(room), FailedNumberStore(room)):
        store.read()
    assert path.read_bytes() == content
    FailedNumberStore(room).export(room / "reports.csv")
    PracticeStore(room).write(PracticeCard("Elm Road"))


def stored_list(content: bytes, room: Path) -> None:
    """The signed list of a stored release, and the small file that points to it."""
    store = ReleaseStore(room)
    folder = "000017-0a1b2c3d4e5f"
    store.metadata(folder).mkdir(parents=True, exist_ok=True)
    (store.metadata(folder) / "targets.json").write_bytes(content)
    store.pointer.write_bytes(content)
    try:
        read_list(store.metadata(folder))
    except (OSError, ValueError):
        assert directory_in_use(room, usual_directory()).path == usual_directory()
    store.pointed()


def update(content: bytes, room: Path) -> None:
    """A release file on a stick."""
    path = room / "who-to-call-000019.wtcrelease"
    path.write_bytes(content)
    try:
        for opener in sources_in(path).openers:
            with closing(opener.open()) as source:
                read_small(source, "timestamp.json")
    except Refused:
        return


def terminal(content: bytes, _room: Path) -> None:
    """Words typed after the command."""
    words = [each for each in content.decode("utf-8", "replace").split("\n") if "\0" not in each]
    out, err = io.StringIO(), io.StringIO()
    if words and words[0] in ("update", "release", "check", "exchange"):
        return
    typed, sys.stdin = sys.stdin, io.StringIO("")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = terminal_main(words)
    except SystemExit as ended:
        status = int(ended.code or 0)
    finally:
        sys.stdin = typed
    assert status in (0, 2), (status, err.getvalue())
    assert "Traceback" not in err.getvalue()


def _own_sample() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        PracticeStore(room).write(PracticeCard("Elm Road", (Contact(LEAD, "A B", "214"),)))
        failed = report_of(
            ShownNumber("101", "Police"), at("2026-11-20 16:35"), WhatHappened.ENGAGED, 1
        )
        FailedNumberStore(room).add(failed)
        return (room / FILE_NAME).read_bytes()


DIRECTORY_SAMPLES = (usual_directory().read_bytes(),) if usual_directory().exists() else ()
CARD = (
    b'{"format": "who-to-call practice card", "version": 1, "home_council": "luton", "practice":'
    b' {"name": "Elm Road", "leads": [{"role": "Deputy", "name": "A B", "extension": "214"}]}}'
)
LIST = (
    b'{"signed": {"targets": {"directory.sqlite": {"length": 7, "hashes": {"sha256": "00"},'
    b' "custom": {"release": 1e999}}}}}'
)
POINTER = b'{"active": "000017-0a1b2c3d4e5f", "list_sha256": "' + b"0" * 64 + b'"}'
SETTINGS = (
    b'{"home_council": "luton", "colours": "dark", "text_percent": 150, "hotkey": "Ctrl+Alt+W",'
    b' "last_seen": "2026-11-20", "notice_clock": true, "seen_release": 3, "update_folder": "/x"}'
)
POLICY = b'{"HomeCouncil": "luton", "Theme": "dark", "TextPercent": 150, "UpdateFolder": "/x"}'
ZIP = (
    b"PK\x03\x04\x14\0\0\0\0\0\0\0!\0\x86\xa6\x106\x05\0\0\0\x05\0\0\0\x0e\0\0\0timestamp.json"
    b"helloPK\x01\x02\x14\x03\x14\0\0\0\0\0\0\0!\0\x86\xa6\x106\x05\0\0\0\x05\0\0\0\x0e\0\0\0\0\0"
    b"\0\0\0\0\0\0\0\0\x80\x01\0\0\0\0timestamp.jsonPK\x05\x06\0\0\0\0\x01\0\x01\0<\0\0\x001\0\0\0"
    b"\0\0"
)

TARGETS = (
    Target("instant", instant, (b"2026-12-26T02:00", b"2026-10-25 01:30", b"now")),
    Target("where", where, (b"LU1 2BQ", b"MK43", b"Milton Keynes", b"Stony Stratford")),
    Target("search", search, (b"mash", b"01582 547653", b"childline luton", b"safegarding")),
    Target("directory", header, DIRECTORY_SAMPLES),
    Target("resealed directory", resealed, DIRECTORY_SAMPLES),
    Target("settings", settings, (SETTINGS,)),
    Target("policy", policy, (POLICY,)),
    Target("practice card", card, (CARD,)),
    Target("practice file", own_file, (_own_sample(),)),
    Target("stored list", stored_list, (LIST, POINTER)),
    Target("release file", update, (ZIP,)),
    Target("terminal", terminal, (b"now\n--about\nchild\n--in\nluton", b"where\nLU1", b"show\nx",
                                  b"now\n--at\n-", b"search\nmash\n--json", b"--version")),
)  # fmt: skip

NASTY = (
    b"1e999", b"-1", b"NaN", b"null", b"[]", b"{}", b"\xff\xfe", b"\0", b'"', b"\\ud800",
    b"9" * 400, b"[" * 3000, "’…٣".encode(), b"../../x", b"~nobody/x", b"%s%n", b"' OR 1=1 --",
    b"\xf0\x9f\x98\x80", b"0001-01-01T00:00", b"9999-12-31T23:59",
)  # fmt: skip


def spoilt(sample: bytes, chance: random.Random) -> bytes:
    """The sample with a few things done to it."""
    content = bytearray(sample)
    for _ in range(chance.randint(1, 4)):
        here = chance.randrange(len(content) + 1)
        deed = chance.randrange(7)
        if deed == 0 and content:
            content[min(here, len(content) - 1)] ^= 1 << chance.randrange(8)
        elif deed == 1:
            del content[here : here + chance.choice((1, 4, 100, len(content)))]
        elif deed == 2:
            content[here:here] = chance.choice(NASTY)
        elif deed == 3:
            content[here : here + chance.randint(1, 12)] = chance.choice(NASTY)
        elif deed == 4:
            content[here:here] = chance.randbytes(chance.choice((1, 3, 64)))
        elif deed == 5 and content:
            length = chance.choice((1, 8, 512))
            content[here:here] = content[here : here + length]
        else:
            length = chance.choice((1, 2, 4, 16))
            content[here : here + length] = bytes(chance.choice((0, 255)) for _ in range(length))
    return bytes(content)


__all__ = ["NASTY", "TARGETS", "Target", "spoilt"]
