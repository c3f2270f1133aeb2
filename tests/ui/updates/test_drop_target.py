"""Only one file of updates, from this computer, is taken when it is let go over the window."""

from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDropEvent

from desktop_app.ui.updates.drop_target import update_in

RELEASE = "file:///share/who-to-call-000002.wtcrelease"


class Dropped:
    """What a drop carries; a drop event of Qt's own may only be made by the desktop."""

    def __init__(self, *addresses: str) -> None:
        self._carried = QMimeData()
        self._carried.setUrls([QUrl(address) for address in addresses])

    def mimeData(self) -> QMimeData:
        return self._carried


def dropped(*addresses: str) -> QDropEvent:
    return cast("QDropEvent", Dropped(*addresses))


@pytest.mark.parametrize("address", [RELEASE, RELEASE.upper().replace("FILE:", "file:")])
def test_a_release_is_one(address: str) -> None:
    found = update_in(dropped(address))
    assert found is not None
    assert found.name.lower() == "who-to-call-000002.wtcrelease"


@pytest.mark.parametrize(
    "addresses",
    [
        (),
        (RELEASE, RELEASE),
        ("file:///share/letter.pdf",),
        ("https://example.org/who-to-call-000002.wtcrelease",),
    ],
)
def test_anything_else_is_left_alone(addresses: tuple[str, ...]) -> None:
    assert update_in(dropped(*addresses)) is None
