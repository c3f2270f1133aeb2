"""The languages the patient card can be printed in on this desk.

A file that nobody has read and signed for, or that this computer has no letters for, is not
offered; the English always is.
"""

from pathlib import Path

from PySide6.QtGui import QFont, QTextLayout

from desktop_app.domain.printing.card_words import CardLanguage, CardLanguageError, read_language
from desktop_app.ui.theme.style import FAMILY


def card_languages(folder: Path) -> tuple[CardLanguage, ...]:
    """The languages in a folder that may be offered, English first, then by their names."""
    read = [each for path in sorted(folder.glob("*.toml")) for each in _read(path)]
    offered = [each for each in read if not each.missing and (each.original or can_be_set(each))]
    return tuple(sorted(offered, key=lambda each: (not each.original, each.language)))


def _read(path: Path) -> list[CardLanguage]:
    try:
        return [read_language(path.read_text("utf-8"))]
    except CardLanguageError:  # the tests say what is wrong with a file of ours
        return []


def can_be_set(language: CardLanguage) -> bool:
    """Whether some font of this computer has every letter of its words."""
    words = language.words
    texts = [getattr(words, name) for name in words.__dataclass_fields__]
    layout = QTextLayout("".join(texts), QFont(FAMILY))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())
