"""A name too long for the list loses its middle, never what tells it from its neighbour."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop_app.ui.directory.service_delegate import shortened
from desktop_app.ui.theme import style
from desktop_app.ui.theme.appearance import Look

LONG = "Central Bedfordshire Access and Referral Hub (children)"


@pytest.mark.parametrize(
    ("text", "share", "begins", "ends"),
    [
        (LONG, 1.0, LONG, "(children)"),
        (LONG, 0.8, "Central Bedfordshire", "… (children)"),
        (LONG, 0.2, "C", "…"),
        ("A very long name without any bracket at its end", 0.5, "A very long", "…"),
        ("Short (a bracket that is far longer than the name itself)", 0.6, "Short", "…"),
    ],
)
def test_the_bracket_at_the_end_is_kept_where_it_can_be(
    qapp: QApplication, text: str, share: float, begins: str, ends: str
) -> None:
    metrics = QFontMetrics(style.base_font(Look()))
    width = round(metrics.horizontalAdvance(text) * share)
    shown = shortened(text, metrics, width)
    assert shown.startswith(begins)
    assert shown.endswith(ends)
    assert metrics.horizontalAdvance(shown) <= width + 1
