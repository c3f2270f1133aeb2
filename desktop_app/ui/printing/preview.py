"""The pages as they will come out of the printer, drawn as pictures on the screen."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desktop_app.ui.printing.canvas import HEIGHT, WIDTH
from desktop_app.ui.printing.printout import Printout, picture

NARROWEST, WIDEST = 300, 760
"""How wide a page is shown, in logical pixels; it is drawn once for the widest."""


class PrintPreview(QFrame):
    """The pages one below the other; the paper stays white in every theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("print-preview")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._pages: list[QLabel] = []
        self._wide = NARROWEST

    def show_pages(self, pages: Printout, title: str) -> None:
        """Draw these pages in place of the ones before."""
        self.forget()
        for number, paint in enumerate(pages.pages, start=1):
            ratio = self.devicePixelRatioF()
            image, canvas = picture(paint, round(WIDEST * ratio))
            page = self._page(number)
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

    def fit(self, width: int) -> None:
        """Show the pages so wide, as far as they can still be read."""
        self._wide = max(NARROWEST, min(WIDEST, width))
        for page in self._pages:
            self._size(page)

    def _page(self, number: int) -> QLabel:
        page = QLabel()
        page.setObjectName(f"print-page-{number}")
        page.setStyleSheet("border: 1px solid #7b8d98; background: #ffffff;")
        page.setScaledContents(True)
        self._size(page)
        self._column.addWidget(page)
        page.show()
        self._pages.append(page)
        return page

    def _size(self, page: QLabel) -> None:
        page.setFixedSize(self._wide, round(self._wide * HEIGHT / WIDTH))
