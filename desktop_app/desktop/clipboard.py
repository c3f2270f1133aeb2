"""What leaves by the clipboard: the number or the note somebody asked for, and no copy of it.

Clipboard histories are asked, in each system's documented way, not to keep it, and what we put
there is taken away again when the window is hidden or closed; what others put there is left alone.
"""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

WINDOWS = 'application/x-qt-windows-mime;value="{}"'
"""How Qt names a clipboard format that Windows programs register by name."""
NO = (0).to_bytes(4, "little")
NOT_FOR_HISTORY = {
    # Windows: the presence of the first is enough; the other two carry a DWORD of 0, "no".
    WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): NO,
    WINDOWS.format("CanIncludeInClipboardHistory"): NO,
    WINDOWS.format("CanUploadToCloudClipboard"): NO,
    # KDE's Klipper, and clipboard programs that follow it.
    "x-kde-passwordManagerHint": b"secret",
    # macOS, by nspasteboard.org; Qt passes an unknown type on with a prefix of its own, so only
    # programs that know Qt's prefix see this one.
    "org.nspasteboard.ConcealedType": b"1",
}


def kept_out_of_history(text: str) -> QMimeData:
    """The text as the clipboard takes it, marked to stay out of histories and clouds."""
    data = QMimeData()
    data.setText(text)
    for kind, value in NOT_FOR_HISTORY.items():
        data.setData(kind, value)
    return data


_put: list[str] = []
"""What we put on the clipboard last, until it is taken away."""


def put_marked(text: str) -> None:
    """Copy words in our own way; with nothing to copy, the clipboard stays as it is."""
    if text:
        QGuiApplication.clipboard().setMimeData(kept_out_of_history(text))
        _put[:] = [text]


class OwnClipboard:
    """Puts our words on the clipboard and takes them away again, nobody else's."""

    def put(self, text: str) -> None:
        """Copy a number or a note; with nothing to copy, the clipboard stays as it is."""
        put_marked(text)

    def clear_if_ours(self) -> bool:
        """Empty the clipboard if it still holds what we put there; whether it did."""
        clipboard = QGuiApplication.clipboard()
        ours = bool(_put) and clipboard.text() == _put[0]
        if ours:
            clipboard.clear()
        _put.clear()
        return ours


class HistoryGuard(QObject):
    """Marks whatever leaves this program unmarked, by a way of copying that is Qt's alone.

    A date field has such ways, and the words marked by the pointer on a Linux desktop are copied by
    that alone. What others put there is left alone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QGuiApplication.clipboard().changed.connect(self._look)

    def _look(self, mode: QClipboard.Mode) -> None:
        clipboard, modes = QGuiApplication.clipboard(), QClipboard.Mode
        ours = {modes.Clipboard: clipboard.ownsClipboard, modes.Selection: clipboard.ownsSelection}
        if mode not in ours or not ours[mode]():
            return
        held: QMimeData | None = clipboard.mimeData(mode)
        if held is None or all(map(held.hasFormat, NOT_FOR_HISTORY)):
            return
        if text := held.text():
            clipboard.setMimeData(kept_out_of_history(text), mode)
