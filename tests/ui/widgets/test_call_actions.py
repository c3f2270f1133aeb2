"""What a card does with a number is heard once, and not before the answer has been read."""

from PySide6.QtWidgets import QApplication

from desktop_app.domain.practice.failed_number import WhatHappened
from desktop_app.ui.widgets.call_actions import CallActions


def test_a_press_meant_for_the_page_before_copies_nothing(qapp: QApplication) -> None:
    del qapp
    left = [300]
    actions, copied = CallActions(lambda: left[0]), list[str]()
    actions.copy_wanted.connect(copied.append)
    actions.copy("01632 960001")
    assert copied == []
    left[0] = 0
    actions.copy("01632 960001")
    assert copied == ["01632 960001"]


def test_a_failed_number_is_told_with_its_service_and_what_happened(qapp: QApplication) -> None:
    del qapp
    actions, told = CallActions(lambda: 0), list[tuple[object, ...]]()
    actions.failed_told.connect(lambda *said: told.append(said))
    actions.report("01632 960001", "Front Door", WhatHappened.NO_ANSWER)
    assert told == [("01632 960001", "Front Door", WhatHappened.NO_ANSWER)]
