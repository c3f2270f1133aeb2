"""The page of guidance being read: plain text set by the theme; only other pages can be opened."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextList,
    QTextListFormat,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser

from desktop_app.desktop.clipboard import kept_out_of_history, put_marked
from desktop_app.domain.services.directory import Guidance
from desktop_app.ui.directory.service_card import SOURCES
from desktop_app.ui.guidance.text import Block, Shape, blocks
from desktop_app.ui.theme import style
from desktop_app.ui.theme.appearance import appearance
from desktop_app.ui.widgets.copying import ALL, COPY, marked_in, show_menu
from desktop_app.ui.widgets.page import SIDE

WIDEST = 720
"""Pixels at 100 % text; longer lines are hard to read."""
SCHEME = "page"
TITLE_PX, LEAD_PX, HEADING_PX, BODY_PX, SMALL_PX = 30, 19, 21, 18, 15


class GuidancePane(QTextBrowser):
    """Scrolls by keyboard, is read aloud as one text, and never follows a link out."""

    page_wanted = Signal(str)

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("guidance-text")
        self.setAccessibleName("Guidance")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._titles = titles
        self._page: Guidance | None = None
        self._sources: tuple[str, ...] = ()
        self.anchorClicked.connect(self._follow)
        appearance().changed.connect(self._set_anew)

    @property
    def page_id(self) -> str:
        """The page being read; empty when there is none."""
        return self._page.id if self._page else ""

    def show_page(self, page: Guidance, sources: Sequence[str]) -> None:
        """Set a page, from its beginning."""
        self._page, self._sources = page, tuple(sources)
        self.setAccessibleName(page.title)
        self._set()
        self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Take the focus, so that the arrow keys scroll."""
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short on a wide window."""
        super().resizeEvent(event)
        self._keep_edges()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is marked, as plain words that stay out of clipboard histories."""
        return kept_out_of_history(marked_in(self))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy what is marked; links lead to other pages only and are not copied."""
        menu = QMenu(self)
        copy = menu.addAction(COPY)
        copy.setEnabled(bool(marked_in(self)))
        copy.triggered.connect(lambda: put_marked(marked_in(self)))
        menu.addAction(ALL).triggered.connect(self.selectAll)
        show_menu(menu, event.globalPos())
        event.accept()

    def _keep_edges(self) -> None:
        spare = self.width() - appearance().look.px(WIDEST) - 2 * SIDE
        self.setViewportMargins(SIDE, 8, SIDE + max(0, spare), 8)

    def _set_anew(self) -> None:
        """The colours or the text size have changed; the place being read stays."""
        place = self.verticalScrollBar().value()
        self._keep_edges()
        self._set()
        self.verticalScrollBar().setValue(place)

    def _set(self) -> None:
        if self._page is None:
            return
        self.clear()
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(appearance().look.px(26))
        cursor = QTextCursor(self.document())
        setter = _Setter(cursor)
        setter.line(self._page.title, TITLE_PX, bold=True, after=4)
        setter.line(self._page.summary, LEAD_PX, colour="soft", after=14)
        for block in blocks(self._page.body, self._titles):
            setter.block(block)
        setter.line(SOURCES, BODY_PX, bold=True, before=22, after=4)
        for source in self._sources:
            setter.line(source, SMALL_PX, colour="soft", after=3)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == SCHEME:
            self.page_wanted.emit(url.path())


class _Setter:
    """Puts blocks of text into a document, in the voices of the theme."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor, self._look, self._begun = cursor, appearance().look, False
        self._list: QTextList | None = None

    def line(
        self,
        text: str,
        size: int,
        *,
        bold: bool = False,
        colour: str = "ink",
        before: int = 0,
        after: int = 0,
    ) -> None:
        """One paragraph in one voice."""
        voice = self._voice(size, bold=bold, colour=colour)
        self._new(before, after, voice)
        self._end_list()
        self._cursor.insertText(text, voice)

    def block(self, block: Block) -> None:
        """A heading, a paragraph, or an item of a list."""
        heading, item = block.shape is Shape.HEADING, block.shape is Shape.ITEM
        size = HEADING_PX if heading else BODY_PX
        self._new(18 if heading else 0, 5 if item else 8, self._voice(size, bold=heading))
        if item:
            self._keep_list()
        else:
            self._end_list()
        for run in block.runs:
            voice = self._voice(size, bold=heading or run.strong)
            if run.page:
                self._lead(voice, run.page)
            self._cursor.insertText(run.text, voice)

    def _keep_list(self) -> None:
        """Items that follow each other are one list, which a screen reader counts."""
        if self._list is None:
            form = QTextListFormat()
            form.setStyle(QTextListFormat.Style.ListDisc)
            self._list = self._cursor.createList(form)
        else:
            self._list.add(self._cursor.block())

    def _end_list(self) -> None:
        self._list = None

    def _new(self, before: int, after: int, voice: QTextCharFormat) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(self._look.px(before))
        form.setBottomMargin(self._look.px(after))
        form.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._begun:
            self._cursor.insertBlock(form, voice)
        else:
            self._cursor.setBlockFormat(form)
        self._begun = True

    def _lead(self, voice: QTextCharFormat, page_id: str) -> None:
        """Make the words lead to another page."""
        voice.setAnchor(True)
        voice.setAnchorHref(f"{SCHEME}:{page_id}")
        voice.setForeground(QColor(self._look.palette.accent))
        voice.setFontUnderline(True)

    def _voice(self, size: int, *, bold: bool = False, colour: str = "ink") -> QTextCharFormat:
        font = style.base_font(self._look)
        font.setPixelSize(self._look.px(size))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        voice = QTextCharFormat()
        voice.setFont(font)
        voice.setForeground(QColor(getattr(self._look.palette, colour)))
        return voice
