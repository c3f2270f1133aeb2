"""What the list is narrowed to: four quiet chips above it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.domain.browse.catalogue import ListFilter
from desktop_app.domain.services.directory import NATIONWIDE, Directory
from desktop_app.ui.directory.finder import SYSTEM
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.button import Chip
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.icon import IconButton

Option = tuple[str, str]
"""What is asked for, and the words for it."""
OPEN_NOW = "Open now"
SYSTEM_HINT = "Boards, panels, schemes and services without a number: nothing here can be rung"
OPEN_NOW_HINT = "Leaves out what is certainly closed; hours that are not certain stay in the list"


class Filters(QWidget):
    """Open now, area, whom it serves, topic; and a way to drop them all."""

    changed = Signal(ListFilter)

    def __init__(self, directory: Directory) -> None:
        super().__init__()
        self.wanted = ListFilter()
        row = Flow(self, gap=8)
        self._open, self._system = _open_chip(), _system_chip()
        self._system.toggled.connect(lambda on: self._take(replace(self.wanted, system=on)))
        self._open.toggled.connect(lambda on: self._take(replace(self.wanted, open_now=on)))
        self._choices = {name: self._choice(name, directory) for name in CHOICES}
        self._all = IconButton("Show everything", "clear", "filter-none", "link")
        self._all.clicked.connect(self.clear)
        for each in (self._open, *self._choices.values(), self._system, self._all):
            row.addWidget(each)
        self._all.hide()

    def clear(self) -> None:
        """Narrow nothing any more."""
        if self.wanted.narrows:
            self.wanted = ListFilter()
            self._show()
            self.changed.emit(self.wanted)

    def show_system(self) -> None:
        """Show what cannot be rung, and nothing narrower."""
        self._take(ListFilter(system=True))

    def _choice(self, name: str, directory: Directory) -> ChoiceChip:
        title, anything = CHOICES[name]
        chip = ChoiceChip(f"filter-{name}", title, anything, _options(name, directory))
        chip.chosen.connect(lambda told: self._take(CHOOSE[name](self.wanted, told or None)))
        return chip

    def _take(self, wanted: ListFilter) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self._show()
            self.changed.emit(wanted)

    def _show(self) -> None:
        self._open.setChecked(self.wanted.open_now)
        self._system.setChecked(bool(self.wanted.system))
        for name, chip in self._choices.items():
            chip.mark(getattr(self.wanted, name) or "")
        self._all.setVisible(self.wanted.narrows)


class ChoiceChip(Chip):
    """A chip that opens a menu and then carries what was chosen in it."""

    chosen = Signal(str)

    def __init__(self, name: str, title: str, anything: str, options: Sequence[Option]) -> None:
        super().__init__(name, title)
        self._title, self._names = title, {"": anything, **dict(options)}
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the words
        self._menu = QMenu(self)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._menu.setAccessibleName(title)
        self._actions = self._fill(self._menu)
        self.clicked.connect(self._ask)
        self.mark("")
        appearance().changed.connect(self._draw)

    def mark(self, chosen: str) -> None:
        """Show what is chosen; empty for anything."""
        words = self._names.get(chosen, chosen)
        self.setText(f"{self._title}: {words}" if chosen else self._title)
        self.setAccessibleName(f"{self._title}: {words}")
        self.setAccessibleDescription("Opens a list to choose from")
        self.setChecked(bool(chosen))
        for value, action in self._actions.items():
            action.setChecked(value == chosen)
        self._chosen = chosen
        self._draw()

    def _fill(self, menu: QMenu) -> dict[str, QAction]:
        group, actions = QActionGroup(menu), {}
        for value, words in self._names.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, told=value: self.chosen.emit(told))
            group.addAction(action)
            actions[value] = action
        return actions

    def _ask(self) -> None:
        self.setChecked(bool(self._chosen))  # only a choice in the menu changes it
        self._menu.setActiveAction(self._actions[self._chosen])
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _draw(self) -> None:
        look = appearance().look
        colour = look.palette.on_accent if self.isChecked() else look.palette.accent
        self.setIcon(QIcon(appearance().picture("down", colour, look.px(16))))
        self.setIconSize(QSize(look.px(16), look.px(16)))


CHOOSE: dict[str, Callable[[ListFilter, str | None], ListFilter]] = {
    "area": lambda wanted, told: replace(wanted, area=told),
    "audience": lambda wanted, told: replace(wanted, audience=told),
    "topic": lambda wanted, told: replace(wanted, topic=told),
}
CHOICES = {
    "area": ("Area", "Any area"),
    "audience": ("Who it serves", "Anybody"),
    "topic": ("Topic", "Any topic"),
}


def _options(name: str, directory: Directory) -> list[Option]:
    """What can be chosen, in the order of the directory's own words."""
    if name == "area":
        areas: Iterable[Option] = ((each.code, each.name) for each in directory.councils())
        return [*areas, (NATIONWIDE, "Nationwide only")]
    terms = directory.audiences() if name == "audience" else directory.topics()
    return [(term.id, term.name) for term in terms if term.id != "everyone"]


def _open_chip() -> QPushButton:
    return _switch("filter-open", OPEN_NOW, OPEN_NOW_HINT)


def _system_chip() -> QPushButton:
    return _switch("filter-system", SYSTEM, SYSTEM_HINT)


def _switch(name: str, text: str, hint: str) -> QPushButton:
    chip = Chip(name, text)
    chip.setToolTip(hint)
    chip.setAccessibleDescription(hint)
    return chip
