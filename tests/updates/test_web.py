"""Updates from an https address, with the web replaced by a folder: no test opens a socket."""

import io
import sys
import tempfile
import threading
import urllib.error
import urllib.request
from contextlib import nullcontext
from email.message import Message
from pathlib import Path
from typing import IO

import pytest

from desktop_app.cli import web_source
from desktop_app.cli.web_source import Fetch, OnlyHttps, WebSource, fetch_https, sources_at
from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.install_update import take_first
from desktop_app.updates.result import UpdateResult
from tests.updates.lab import NOW, USUAL, Lab

HOST = "https://directory.example"


class Web:
    """A host that serves a folder, and remembers what was asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []

    def __call__(self, address: str) -> IO[bytes]:
        name = address.removeprefix(HOST + "/")
        self.asked.append(name)
        path = self.folder / name
        if not path.is_file():
            raise urllib.error.HTTPError(address, 404, "Not Found", Message(), io.BytesIO())
        return path.open("rb")


def taken(lab: Lab, address: str, fetch: Fetch) -> UpdateResult:
    with sources_at(address, fetch) as found:
        return take_first(found, lab.place, NOW, USUAL)


def test_a_published_folder(lab: Lab) -> None:
    lab.release(2)
    web = Web(lab.steward.home)
    assert taken(lab, HOST, web).release == 2
    assert web.asked[:2] == ["metadata/2.root.json", "metadata/timestamp.json"]
    assert len(web.asked) == 6  # the last but one: is there a patch


def test_a_desk_that_is_up_to_date_asks_for_two_small_files(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.steward.home)
    web = Web(lab.steward.home)
    assert not taken(lab, HOST, web).news
    assert web.asked == ["metadata/2.root.json", "metadata/timestamp.json"]


def test_a_release_in_one_file(lab: Lab) -> None:
    lab.release(2)
    lab.file("who-to-call-000002.wtcrelease")
    assert taken(lab, f"{HOST}/who-to-call-000002.wtcrelease", Web(lab.folder)).release == 2


@pytest.mark.parametrize(
    "address",
    [
        "http://directory.example",
        "ftp://a.example",
        "file:///etc/passwd",
        "https://",
        "https://[directory.example",
        "https://steward:secret@directory.example",
    ],
)
def test_any_other_kind_of_address_is_refused(lab: Lab, address: str) -> None:
    with pytest.raises(Refused) as refused:
        taken(lab, address, Web(lab.folder))
    assert refused.value.why is Why.BAD_ADDRESS
    assert "secret" not in refused.value.sentence + refused.value.detail


def test_an_installation_without_tls_says_so(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ssl", None)
    with pytest.raises(Refused) as refused:
        taken(lab, HOST, fetch_https)
    assert refused.value.why is Why.NO_TLS
    assert "such as curl" in refused.value.sentence


def test_a_redirect_that_leaves_encryption_is_refused() -> None:
    request = urllib.request.Request(HOST)
    with pytest.raises(Refused):
        OnlyHttps().redirect_request(
            request, io.BytesIO(), 302, "Found", Message(), "http://directory.example/"
        )


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (TimeoutError("timed out"), Why.NOT_REACHED),
        (urllib.error.URLError("name not known"), Why.NOT_REACHED),
        (urllib.error.HTTPError(HOST, 500, "Oh no", Message(), io.BytesIO()), Why.NOT_REACHED),
        (urllib.error.HTTPError(HOST, 404, "No", Message(), io.BytesIO()), Why.NOT_FOUND),
        (ValueError("an odd address"), Why.NOT_REACHED),
    ],
    ids=str,
)
def test_a_host_that_does_not_answer(lab: Lab, error: Exception, why: Why) -> None:
    def fail(address: str) -> IO[bytes]:
        raise error

    with pytest.raises(Refused) as refused:
        taken(lab, HOST, fail)
    assert refused.value.why is why
    assert lab.number() == 1


def test_a_release_file_that_is_not_there(lab: Lab) -> None:
    with pytest.raises(Refused) as refused:
        taken(lab, f"{HOST}/none.wtcrelease", Web(lab.folder))
    assert refused.value.why is Why.NOT_FOUND


def test_an_answer_that_breaks_off(lab: Lab) -> None:
    class Cut(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise TimeoutError("the connection broke off")

    with pytest.raises(Refused) as refused:
        taken(lab, HOST, lambda _: Cut())  # type: ignore[arg-type, return-value]
    assert refused.value.why is Why.UNREADABLE


def test_an_endless_answer_is_given_up(lab: Lab) -> None:
    class Endless(io.RawIOBase):
        count = 0

        def read(self, size: int = -1) -> bytes:
            Endless.count += size
            return b"x" * size

    with pytest.raises(Refused) as refused:
        taken(lab, HOST, lambda _: Endless())  # type: ignore[arg-type, return-value]
    assert refused.value.why is Why.TOO_LARGE
    assert Endless.count < 1_000_000


def test_names_that_are_not_ours_are_never_asked_for(lab: Lab) -> None:
    web = Web(lab.folder)
    with pytest.raises(Refused):
        WebSource(HOST, web, 0).open("../secrets")
    assert web.asked == []


class Dripping(io.RawIOBase):
    """A byte now and then, for ever: each one begins the system's own patience anew."""

    def __init__(self) -> None:
        self.asked = threading.Event()

    def read(self, size: int = -1) -> bytes:
        self.asked.wait(0.01)
        return b"{"


@pytest.mark.parametrize("address", [HOST, f"{HOST}/who-to-call-000002.wtcrelease"])
@pytest.mark.parametrize("where", ["the answer", "the connection"])
def test_a_host_that_drips_is_given_up_at_a_deadline(
    lab: Lab, monkeypatch: pytest.MonkeyPatch, address: str, where: str
) -> None:
    for name in ("DEADLINE", "LIST_DEADLINE"):
        monkeypatch.setattr(web_source, name, 0.3)
    monkeypatch.setattr(web_source, "LARGEST_FILE", 10**9)
    ended = threading.Event()

    def drip(_address: str) -> IO[bytes]:
        if where == "the connection":
            ended.wait(30)
        return Dripping()  # type: ignore[return-value]

    with pytest.raises(Refused) as refused:
        taken(lab, address, drip)
    ended.set()
    assert refused.value.why in (Why.TOO_SLOW, Why.TOO_LARGE)
    assert lab.number() == 1


def test_a_host_that_is_too_slow_is_told_as_that(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_source, "DEADLINE", 0.1)
    ended = threading.Event()

    def hang(_address: str) -> IO[bytes]:
        ended.wait(30)
        raise TimeoutError

    with pytest.raises(Refused) as refused:
        taken(lab, HOST, hang)
    ended.set()
    assert refused.value.why is Why.TOO_SLOW
    assert refused.value.sentence.startswith("That address sends too slowly")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_no_room_for_what_is_fetched_is_told_as_that(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab.file("who-to-call-000002.wtcrelease")
    (lab.folder / "fetched.wtcrelease").symlink_to("/dev/full")
    monkeypatch.setattr(tempfile, "TemporaryDirectory", lambda **_: nullcontext(lab.folder))
    with pytest.raises(Refused) as refused:
        taken(lab, f"{HOST}/who-to-call-000002.wtcrelease", Web(lab.folder))
    assert refused.value.why is Why.DISK_FULL


def test_no_folder_to_fetch_into_is_told_as_that(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(**_: object) -> None:
        raise FileNotFoundError("no usable temporary directory")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", none)
    with pytest.raises(Refused) as refused:
        taken(lab, f"{HOST}/who-to-call-000002.wtcrelease", Web(lab.folder))
    assert refused.value.why is Why.CANNOT_WRITE
