"""What leaves by the clipboard: the number or the note somebody asked for, and no copy of it.

Clipboard histories are asked, in each system's documented way, not to keep it, and what we put
there is taken away again when the window is hidden or closed; what others put there is left alone.
"""

from PySide6.QtCore import QMimeData
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


class OwnClipboard:
    """Puts our words on the clipboard and takes them away again, nobody else's."""

    def __init__(self, clipboard: QClipboard | None = None) -> None:
        self._clipboard = clipboard or QGuiApplication.clipboard()
        self._put = ""

    def put(self, text: str) -> None:
        """Copy a number or a note; with nothing to copy, the clipboard stays as it is."""
        if text:
            self._clipboard.setMimeData(kept_out_of_history(text))
            self._put = text

    def clear_if_ours(self) -> bool:
        """Empty the clipboard if it still holds what we put there; whether it did."""
        ours = bool(self._put) and self._clipboard.text() == self._put
        if ours:
            self._clipboard.clear()
        self._put = ""
        return ours
