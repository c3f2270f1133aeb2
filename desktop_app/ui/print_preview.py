"""The pages as they will come out of the printer, drawn as pictures on the screen."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desktop_app.ui import theme
from desktop_app.ui.print_canvas import HEIGHT, WIDTH
from desktop_app.ui.printing import Printout, picture

PAGE_PX = 560
"""How wide a page is shown at 100 % text size."""


class PrintPreview(QFrame):
    """The pages one below the other; the paper stays white in every theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("print-preview")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._pages: list[QLabel] = []

    def show_pages(self, pages: Printout, title: str) -> None:
        """Draw these pages in place of the ones before."""
        self.forget()
        for number, paint in enumerate(pages.pages, start=1):
            wide = theme.dressed().px(PAGE_PX)
            ratio = self.devicePixelRatioF()
            image, canvas = picture(paint, round(wide * ratio))
            page = self._page(number, wide)
            drawn = QPixmap.fromImage(image)
            drawn.setDevicePixelRatio(ratio)
            page.setPixmap(drawn)
            page.setAccessibleName(f"{title}, page {number} of {len(pages.pages)}")
            page.setAccessibleDescription(". ".join(placed.text for placed in canvas.texts))

    def forget(self) -> None:
        """Take every page away: nothing of it stays in memory."""
        for page in self._pages:
            page.hide()
            page.deleteLater()
        self._pages.clear()

    def _page(self, number: int, wide: int) -> QLabel:
        page = QLabel()
        page.setObjectName(f"print-page-{number}")
        page.setStyleSheet("border: 1px solid #7b8d98; background: #ffffff;")
        page.setFixedSize(wide + 2, round(wide * HEIGHT / WIDTH) + 2)
        self._column.addWidget(page)
        page.show()
        self._pages.append(page)
        return page
