"""The hours of a line: how they are known, and the week where somebody published one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from desktop_app.domain.hours.typed_week import typed_day
from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton
from desktop_app.ui.widgets.text import words
from desktop_app.ui.workshop.value_fields import ValueField, chips
from desktop_app.ui.workshop.working_copy import DAYS, Choice, Fact, FormHours, Way

WAYS = (
    Choice(Way.PUBLISHED, "Published times"),
    Choice(Way.ALWAYS, "Round the clock"),
    Choice(Way.ASSUMED, "An office, times not known"),
    Choice(Way.NOT_PUBLISHED, "Not known at all"),
)
HOLIDAYS = (
    Choice("not_stated", "Bank holidays: the source does not say"),
    Choice("closed", "Closed on bank holidays"),
    Choice("as_usual", "Open as usual on bank holidays"),
)
OUTSIDE = "Whenever the other number of this service does not answer"
KEPT = "As it is: {}"
EMPTY = "No day has any times. Choose “Not known at all”, or write the times."
HOW_TO = (
    "Like 08:45-17:20, 9-5 or 9-12, 1-5. An empty day is a day on which it is closed. "
    "Key ↓ on Monday: the same until Friday."
)
WEEKDAYS = 5
IN_A_COLUMN = 4
"""Days under each other, so that the document they rest on stays in sight."""


class HoursField(ValueField):
    """Never blanks what it cannot show: hours said in several statements stay until replaced."""

    def __init__(self, name: str, fact: Fact) -> None:
        super().__init__(name)
        hours = fact.value if isinstance(fact.value, FormHours) else FormHours(Way.NOT_PUBLISHED)
        self._before, self._heading = hours, fact.heading
        ways = [*WAYS]
        if hours.way in (Way.OUTSIDE, Way.OTHER):
            told = OUTSIDE if hours.way is Way.OUTSIDE else KEPT.format(fact.told)
            ways.insert(0, Choice(hours.way, told))
        self._ways = chips(self, name, ways, fact.heading)
        row = Flow(gap=8)
        for chip in self._ways.values():
            chip.toggled.connect(self._turn)
            row.addWidget(chip)
        self.column.addLayout(row)
        self._week, self._days = QWidget(), [self._day(name, day) for day in DAYS]
        self._holidays = QComboBox()
        self._lay_out_week(name, hours)
        self.column.addWidget(self._week)
        self._ways[hours.way].setChecked(True)
        self._turn()

    def value(self) -> FormHours:
        """The hours as they are typed; ValueError names the day that cannot be read."""
        way = next(Way(each) for each, chip in self._ways.items() if chip.isChecked())
        if way in (Way.OUTSIDE, Way.OTHER):
            return self._before
        if way is not Way.PUBLISHED:
            return FormHours(way)
        week = tuple(self._read(day, line) for day, line in zip(DAYS, self._days, strict=True))
        if not any(week):
            raise ValueError(EMPTY)
        return FormHours(way, week, HOLIDAYS[self._holidays.currentIndex()].id)

    def focus_first(self) -> None:
        """Take the keyboard where the times are typed, else where the way is chosen."""
        if self._week.isHidden():
            next(chip for chip in self._ways.values() if chip.isChecked()).setFocus()
        else:
            self._days[0].setFocus()
            self._days[0].selectAll()

    def _lay_out_week(self, name: str, hours: FormHours) -> None:
        grid = QGridLayout(self._week)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(words(HOW_TO, "soft"), 0, 0, 1, 4)
        for at, (day, line) in enumerate(zip(DAYS, self._days, strict=True)):
            line.setText(hours.week[at])
            second, row = divmod(at, IN_A_COLUMN)
            grid.addWidget(words(day, "strong", wrap=False), row + 1, 2 * second)
            grid.addWidget(line, row + 1, 2 * second + 1)
        alike = IconButton("Same until Friday", "down", f"{name}-alike", "link")
        alike.clicked.connect(self._same_until_friday)
        grid.addWidget(alike, IN_A_COLUMN, 2, 1, 2)
        self._holidays.setObjectName(f"{name}-holidays")
        self._holidays.setAccessibleName("Bank holidays")
        self._holidays.addItems([each.words for each in HOLIDAYS])
        self._holidays.setCurrentIndex([each.id for each in HOLIDAYS].index(hours.bank_holidays))
        self._holidays.currentIndexChanged.connect(self.changed)
        grid.addWidget(self._holidays, IN_A_COLUMN + 1, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def _day(self, name: str, day: str) -> FormField:
        line = FormField(f"{name}-{day.casefold()}", f"{self._heading}, {day}")
        line.setPlaceholderText("closed")
        line.textEdited.connect(self.changed)
        return line

    def _read(self, day: str, line: FormField) -> str:
        try:
            return typed_day(line.text())
        except ValueError as error:
            raise ValueError(f"{day}: {error}") from None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Times typed where no week is shown begin one; down on Monday, they hold until Friday."""
        kept = self._before.way in (Way.OUTSIDE, Way.OTHER)
        if self._week.isHidden() and event.text().isdecimal() and not kept:
            self._ways[Way.PUBLISHED].setChecked(True)
            self._days[0].setText(event.text())
            self._days[0].setFocus()
        elif event.key() == Qt.Key.Key_Down and self._days[0].hasFocus():
            self._same_until_friday()
        else:
            super().keyPressEvent(event)

    def _same_until_friday(self) -> None:
        for line in self._days[1:WEEKDAYS]:
            line.setText(self._days[0].text())
        self.changed.emit()

    def _turn(self) -> None:
        self._week.setVisible(self._ways[Way.PUBLISHED].isChecked())
        self.changed.emit()
