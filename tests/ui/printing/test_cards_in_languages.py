"""The patient card in a language read from the right: every word whole, digits in order."""

from dataclasses import fields, replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app import paths
from desktop_app.domain.places.councils import Council
from desktop_app.domain.printing.card_words import CardLanguage, CardWords
from desktop_app.domain.printing.patient_card import patient_card
from desktop_app.domain.services.directory import Directory
from desktop_app.ui.printing.canvas import HEIGHT, PUBLIC_SMALLEST, WIDTH, Canvas
from desktop_app.ui.printing.card_languages import can_be_set, card_languages
from desktop_app.ui.printing.printout import picture, printout
from desktop_app.ui.printing.view import PrintView
from tests.area import BEDFORD, COUNCILS, LUTON
from tests.ui.made_up_language import MADE_UP, made_up_file
from tests.ui.printed_pages import ENGLISH, LEADS, TODAY

CARDS = paths.resources() / "cards"


def stretched(language: CardLanguage, times: float) -> CardLanguage:
    """The same with words so much longer, as translations are."""
    told = {field.name: getattr(language.words, field.name) for field in fields(CardWords)}
    longer = {name: text + text[: int(len(text) * (times - 1))] for name, text in told.items()}
    kept = {name: told[name] if "{" in told[name] else text for name, text in longer.items()}
    return replace(language, words=replace(language.words, **kept))


def page(
    directory: Directory, language: CardLanguage, *, codes: bool = False, council: Council = LUTON
) -> Canvas:
    card = patient_card(directory, council, TODAY, language, with_codes=codes)
    return picture(printout(card).pages[0], 420)[1]


@pytest.mark.parametrize("codes", [False, True])
@pytest.mark.parametrize("longer", [1.0, 1.4])
@pytest.mark.parametrize("language", [ENGLISH, MADE_UP], ids=lambda each: each.language)
def test_every_word_of_a_card_is_whole(
    directory: Directory, language: CardLanguage, longer: float, codes: bool
) -> None:
    drawn = page(directory, stretched(language, longer), codes=codes)
    paper = QRectF(0, 0, WIDTH, HEIGHT).adjusted(5, 5, -5, -5)
    for placed in drawn.texts:
        assert placed.fits, placed
        assert paper.contains(placed.used), placed
        assert placed.points >= PUBLIC_SMALLEST
        assert not placed.text.endswith("…"), placed
    digits = [x.box for x in drawn.texts if x.text.replace(" ", "").isdecimal()]
    for one, other in combinations([*digits, *(code.box for code in drawn.codes)], 2):
        assert not one.intersects(other)


@pytest.mark.parametrize("council", COUNCILS, ids=lambda each: each.slug)
def test_every_number_of_the_english_card_is_on_the_other(
    directory: Directory, council: Council
) -> None:
    english = patient_card(directory, council, TODAY, ENGLISH)
    other = patient_card(directory, council, TODAY, MADE_UP)
    assert english.numbers == other.numbers
    assert {"999", "0808 2000 247"} <= other.numbers


def test_words_begin_on_the_right_and_digits_stand_on_the_left(directory: Directory) -> None:
    first = slice(1, 20)  # the first card of the page
    english = {x.text: x.used for x in page(directory, ENGLISH, council=BEDFORD).texts[first]}
    turned = {x.text: x.used for x in page(directory, MADE_UP, council=BEDFORD).texts[first]}
    assert english["0808 2000 247"].left() > WIDTH / 4
    assert turned["0808 2000 247"].right() < WIDTH / 4
    assert turned[MADE_UP.words.title].right() > WIDTH / 2 - 10


def test_staff_read_in_english_which_language_it_is_and_who_answers_for_it(
    directory: Directory,
) -> None:
    told = page(directory, MADE_UP).texts[0].text
    assert told.startswith("For staff: cut this strip off.")
    assert "In Made-up. Translated by Test Translator, read by Test Reviewer." in told


def test_english_is_offered_and_a_language_nobody_answers_for_is_not(
    tmp_path: Path, qapp: QApplication
) -> None:
    (tmp_path / "en.toml").write_text((CARDS / "en.toml").read_text("utf-8"), "utf-8")
    nobody = made_up_file().replace("Test Reviewer", "")
    (tmp_path / "aa.toml").write_text(nobody, "utf-8")
    (tmp_path / "bb.toml").write_text("broken", "utf-8")
    assert [each.tag for each in card_languages(tmp_path)] == ["en-GB"]


def test_a_language_this_computer_has_no_letters_for_is_not_offered(qapp: QApplication) -> None:
    assert can_be_set(ENGLISH)
    unseen = replace(MADE_UP, words=replace(MADE_UP.words, title="\U0001057f\U0001fad8"))
    assert not can_be_set(unseen)


def test_a_second_language_is_chosen_on_the_page_and_forgotten_when_hidden(
    directory: Directory, qtbot: QtBot
) -> None:
    view = PrintView(directory, TODAY, (ENGLISH, MADE_UP), LEADS, LUTON)
    qtbot.addWidget(view)
    view.show()

    def find(name: str) -> QPushButton:
        button = view.findChild(QPushButton, name)
        assert button is not None
        return button

    other = find("print-language-qps-plocm")
    assert not other.isVisible()
    find("print-patient-card").click()
    assert other.isVisible()
    other.click()
    assert not find("print-language-en-GB").isChecked()
    view.forget()
    assert find("print-language-en-GB").isChecked()
    assert not other.isChecked()


def test_one_language_is_no_question(directory: Directory, qtbot: QtBot) -> None:
    view = PrintView(directory, TODAY, (ENGLISH,), LEADS, LUTON)
    qtbot.addWidget(view)
    view.show()
    cards = view.findChild(QPushButton, "print-patient-card")
    assert cards is not None
    cards.click()
    only = view.findChild(QPushButton, "print-language-en-GB")
    assert only is not None
    assert not only.isVisible()
