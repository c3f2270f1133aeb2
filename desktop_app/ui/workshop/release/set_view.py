"""Check a release: everything it changes, its numbers typed again, signed or sent back."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame

from desktop_app.ui.widgets.copying import FormField
from desktop_app.ui.widgets.page import clear
from desktop_app.ui.widgets.text import card, column_of, words
from desktop_app.ui.workshop.release.form_page import KEY_FILES, FormPage
from desktop_app.ui.workshop.release.release_work import Checking, SeenSet, Signing, ToType

TITLE = "Check a release"
LEAD = (
    "Open the file a colleague handed over. This computer makes the release anew and compares it. "
    "Whoever made a change in it cannot check it."
)
FILE, DESK = "The change set (its name ends in .wtcchange)", "The folder of releases"
LOOK = "Look through it"
CHANGE_SETS = ("*.wtcchange",)
ANSWERS, FACTS = "Answers that change", "Every fact that changes"
SAME = "Every answer, in every place and at every moment compared, is the same."
TYPE = "Type each number again"
TYPE_TOLD = "From its document, or from a call, not from the list above. Pasting is switched off."
NONE_TO_TYPE = "No number is new or changed."
SIGN, REFUSE, PUBLISH = "Sign it", "Or send it back", "Publish it"
NAME, KEY, PASSPHRASE = "Your name", "The file of your key", "Its passphrase"
REASON, OUT = "Why, in a sentence", "The update folder"
PUBLISH_TOLD = "Once its maker and its checker have signed, with the publishing key."
MOST = 400
MORE = "and {} more; the terminal shows them all: who-to-call workshop look"


LONGEST_WORD = 20
"""Signs in a row that fit at twice the text size in the narrowest window."""
LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


def breakable(text: str) -> str:
    """A text in which a fingerprint or an address may go on in the next line."""
    return LONG_WORD.sub(lambda word: f"{word[0]}\u200b", text)


class TypedField(FormField):
    """A field that takes keys only: what is pasted or dropped was not read."""

    def __init__(self, name: str, heading: str) -> None:
        super().__init__(name, heading)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key but those that paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            return
        super().keyPressEvent(event)


class SetView(FormPage):
    """Nothing can be signed before it was looked through."""

    def __init__(self, checking: Checking, by: str) -> None:
        super().__init__("set", TITLE, LEAD)
        self._checking = checking
        self._typed: list[TypedField] = []
        opening = self.section(LOOK)
        self.add_path(opening, "file", FILE, kinds=CHANGE_SETS)
        self.add_path(opening, "desk", DESK)
        self.add_button(opening, "look", LOOK, self._look, "search")
        self._seen = card("plain", "set-seen")
        self._numbers = card("plain", "set-numbers")
        self.column.addWidget(self._seen)
        self.column.addWidget(self._numbers)
        self._signing(by)
        self._closed = [self._seen, self._numbers, *self._decisions]
        self._show(found=None)
        self.column.addStretch(1)

    def open(self, path: Path) -> None:
        """Have this file in the field, ready to be looked through."""
        self.lines["file"].setText(str(path))

    def forget(self) -> None:
        """No passphrase and no typed number stays."""
        super().forget()
        for field in self._typed:
            field.clear()

    def _signing(self, by: str) -> None:
        sign = self.section(SIGN)
        self.add_line(sign, "by", NAME, by)
        self.add_path(sign, "key", KEY, kinds=KEY_FILES)
        self.add_line(sign, "passphrase", PASSPHRASE, secret=True)
        self.add_button(sign, "accept", SIGN, self._accept)
        back = self.section(REFUSE)
        self.add_line(back, "reason", REASON)
        self.add_button(back, "refuse", REFUSE, self._refuse, "back")
        out = self.section(PUBLISH, PUBLISH_TOLD)
        self.add_path(out, "out", OUT)
        self.add_path(out, "publishing-key", KEY, kinds=KEY_FILES)
        self.add_line(out, "publishing-passphrase", PASSPHRASE, secret=True)
        self.add_button(out, "publish", PUBLISH, self._publish, "forward")
        found = [column.parentWidget() for column in (sign, back, out)]
        self._decisions = [frame for frame in found if isinstance(frame, QFrame)]

    def _look(self) -> str:
        self._show(found=None)
        found = self._checking.look(self.typed("file"), self.typed("desk"), self.progress)
        self._show(found)
        return found.decided

    def _accept(self) -> str:
        signing = Signing(self.typed("by"), self.typed("key"), self.typed("passphrase"))
        typed = [field.text() for field in self._typed]
        return self._checking.accept(signing, typed, self.progress)

    def _refuse(self) -> str:
        return self._checking.refuse(self.typed("by"), self.typed("reason"))

    def _publish(self) -> str:
        keys = self.typed("publishing-key"), self.typed("publishing-passphrase")
        signing = Signing(self.typed("by"), *keys)
        return self._checking.publish(self.typed("out"), signing, self.progress)

    def _show(self, found: SeenSet | None) -> None:
        for frame in self._closed:
            frame.setVisible(found is not None)
        column = column_of(self._seen)
        clear(column)
        self._ask(found.numbers if found else ())
        if found is None:
            return
        for sentence in found.head:
            column.addWidget(words(breakable(sentence), "strong"))
        for heading, sentences in ((ANSWERS, found.answers or (SAME,)), (FACTS, found.facts)):
            column.addWidget(words(heading, "heading"))
            for sentence in sentences[:MOST]:
                column.addWidget(words(breakable(sentence), "body"))
            if len(sentences) > MOST:
                column.addWidget(words(MORE.format(len(sentences) - MOST), "soft"))

    def _ask(self, numbers: Sequence[ToType]) -> None:
        column = column_of(self._numbers)
        clear(column)
        self._typed = []
        column.addWidget(words(TYPE, "heading"))
        column.addWidget(words(TYPE_TOLD if numbers else NONE_TO_TYPE, "soft"))
        for position, number in enumerate(numbers):
            named = "; ".join(number.places)
            asked = f"{named} (before: {number.before})" if number.before else named
            field = TypedField(f"set-number-{position}", asked)
            column.addWidget(words(breakable(asked), "body"))
            column.addWidget(field)
            self._typed.append(field)
