"""What we copy stays out of histories and is taken away again; what others copied stays."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.desktop.clipboard import OwnClipboard, kept_out_of_history

WINDOWS = 'application/x-qt-windows-mime;value="{}"'


@pytest.fixture
def clipboard(qapp: QApplication) -> OwnClipboard:
    QGuiApplication.clipboard().clear()
    return OwnClipboard()


def held() -> str:
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"), b"\0\0\0\0"),
        (WINDOWS.format("CanIncludeInClipboardHistory"), b"\0\0\0\0"),
        (WINDOWS.format("CanUploadToCloudClipboard"), b"\0\0\0\0"),
        ("x-kde-passwordManagerHint", b"secret"),
        ("org.nspasteboard.ConcealedType", b"1"),
    ],
)
def test_histories_are_asked_not_to_keep_it(kind: str, value: bytes, qapp: QApplication) -> None:
    assert kept_out_of_history("01632 960001").data(kind).data() == value


def test_the_number_and_nothing_else_is_copied(clipboard: OwnClipboard) -> None:
    clipboard.put("01632 960001")
    assert held() == "01632 960001"


def test_what_we_put_there_is_taken_away(clipboard: OwnClipboard) -> None:
    clipboard.put("01632 960001")
    assert clipboard.clear_if_ours()
    assert held() == ""


def test_what_another_program_put_there_stays(clipboard: OwnClipboard) -> None:
    clipboard.put("01632 960001")
    QGuiApplication.clipboard().setText("a letter")
    assert not clipboard.clear_if_ours()
    assert held() == "a letter"


def test_before_anything_was_copied_nothing_is_cleared(clipboard: OwnClipboard) -> None:
    QGuiApplication.clipboard().setText("a letter")
    assert not clipboard.clear_if_ours()
    assert held() == "a letter"


def test_nothing_to_copy_leaves_the_clipboard_alone(clipboard: OwnClipboard) -> None:
    QGuiApplication.clipboard().setText("a letter")
    clipboard.put("")
    assert held() == "a letter"


def test_cleared_once_it_is_no_longer_ours(clipboard: OwnClipboard) -> None:
    clipboard.put("01632 960001")
    clipboard.clear_if_ours()
    QGuiApplication.clipboard().setText("01632 960001")
    assert not clipboard.clear_if_ours()
