"""Every page and state a picture is taken of: keys pressed, the moment, what else is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.domain.practice.card import Contact, PracticeCard
from desktop_app.domain.practice.failed_number import WhatHappened
from desktop_app.domain.practice.policy import Policy
from desktop_app.domain.services.errors import DirectoryDamaged
from desktop_app.ui.practice.view import PracticeView
from desktop_app.ui.updates.changes_view import ChangesView
from tests.area import COUNCILS
from tests.ui.walker import Walker, settle

OLD, NEW = "01632 960101", "01632 960104"
MORNING, NIGHT, DUSK = "2026-12-01T10:05", "2026-12-05T02:10", "2026-12-01T16:45"
BY_IT = Policy(
    home=COUNCILS[0].slug,
    update_folder=r"\\server\share\who-to-call",
    hotkey="",
    tray=False,
    text_percent=100,
    theme="light",
)
Deed = Callable[[Walker], object]


@dataclass(frozen=True)
class Scene:
    """What is on screen: a moment, the keys pressed, and what else is done."""

    name: str
    keys: str = ""
    moment: str = MORNING
    also: Deed = lambda _walker: None
    home: str | None = "bedford"
    readme: tuple[str, str] = ("", "")
    """The look in which, and the name under which, it stands in the README."""
    policy: Policy = Policy()  # noqa: RUF009  # never changed


def one_after_the_other(*deeds: Deed) -> Deed:
    """Do several things."""

    def done(walker: Walker) -> None:
        for deed in deeds:
            deed(walker)
            settle()

    return done


def press(*names: str) -> Deed:
    """Press the buttons of these names, each with the keyboard on it."""

    def pressed(walker: Walker) -> None:
        for name in names:
            button = walker.find(name)
            assert isinstance(button, QAbstractButton)
            button.setFocus()
            button.click()
            settle()

    return pressed


def page(name: str) -> Deed:
    """Open a page of the rail."""
    return lambda walker: walker.program.open_page(name)


def in_the_box(text: str) -> Deed:
    """Type on the home page, and let the typing pause."""

    def typed(walker: Walker) -> None:
        walker.press(text[0])
        walker.find("box-field").insert(text[1:])  # type: ignore[attr-defined]
        walker.program.call_now._box._look()  # type: ignore[union-attr]
        settle()

    return typed


def find(text: str) -> Deed:
    """Search the directory and open what is found first."""

    def found(walker: Walker) -> None:
        walker.program.open_page("directory")
        walker.press(text, Qt.Key.Key_Return)

    return found


def scroll(name: str, share: float = 0.5) -> Deed:
    """Go so far down a page."""

    def scrolled(walker: Walker) -> None:
        area = walker.find(name)
        assert isinstance(area, QScrollArea)
        settle()
        area.verticalScrollBar().setValue(round(area.verticalScrollBar().maximum() * share))

    return scrolled


def type_in(name: str, text: str) -> Deed:
    """Type into a field as somebody would."""

    def typed(walker: Walker) -> None:
        field = walker.find(name)
        assert isinstance(field, QLineEdit)
        field.setFocus()
        walker.press(text)

    return typed


def later(minutes: float) -> Deed:
    """So long passes in front of the answer."""

    def passed(walker: Walker) -> None:
        walker.clock.advance(timedelta(minutes=minutes))
        walker.program.live.ticker.tick()

    return passed


def shift_clock(walker: Walker) -> None:
    """Somebody moves the clock while the program runs."""
    walker.clock.set(walker.clock.now() + timedelta(hours=9))
    walker.program.live.refresh()


def show_people(walker: Walker) -> None:
    """The practice has its people on the card."""
    walker.program.open_page("practice")
    view = walker.find("practice-page")
    assert isinstance(view, PracticeView)
    lead = Contact("Safeguarding lead", "Dr Amara Okafor", "214")
    deputy = Contact("Deputy safeguarding lead", "Sian Pritchard, practice nurse", "220")
    view.show_card(PracticeCard("Riverside Surgery", (lead, deputy)))


def note_failures(walker: Walker) -> None:
    """Two numbers were noted as failed."""
    walker.program.open_page("practice")
    noted = walker.program.actions
    noted._note_failed("01632 960101", "Made-up front door", WhatHappened.NO_ANSWER)
    noted._note_failed("01632 960102", "Made-up helpline", WhatHappened.OTHER_NUMBER)


def show_changes(walker: Walker) -> None:
    """A newer directory has come."""
    kinds = ChangeKind
    came = (
        Change(
            kind=kinds.NUMBER_CHANGED,
            service_id="a",
            service="Made-up front door",
            line="Office",
            before=OLD,
            after=NEW,
        ),
        Change(
            kind=kinds.NUMBER_GONE,
            service_id="b",
            service="Made-up helpline",
            line="Helpline",
            before="01632 960103",
            after="",
        ),
        Change(
            kind=kinds.SERVICE_NEW,
            service_id="c",
            service="Made-up refuge",
            line="",
            before="",
            after="",
        ),
    )
    walker.program.window.lay_over(ChangesView(came, "Directory release 2 of 5 January 2027."))


def hide(walker: Walker) -> None:
    """Out of sight."""
    walker.program.actions.desk.hiding.hide()


def _fault(walker: Walker) -> None:
    walker.program._fail(DirectoryDamaged("directory.sqlite", "seal"))


def _show_menu(walker: Walker) -> None:
    walker.program.open_page("directory")
    press("filter-open")(walker)
    area = walker.program.window.findChild(QWidget, "filter-area")
    area.chosen.emit(COUNCILS[2].code)  # type: ignore[union-attr]  # a ChoiceChip


ANSWERS = (
    Scene("answer", "12", NIGHT, readme=("light", "answer")),
    Scene("answer-open", "11"),
    Scene("answer-form", "14"),
    Scene("answer-form-adult", "24"),
    Scene("answer-code", "11q"),
    Scene("answer-dark", "22", NIGHT, readme=("dark", "dark")),
    Scene("answer-closed", "52", NIGHT),
    Scene("answer-uncertain", "23", DUSK),
    Scene("answer-both", "11", also=press("also-both")),
    Scene("answer-unsure", "41"),
    Scene("answer-abuse", "33"),
    Scene("answer-abuse-children", "33y"),
    Scene("answer-allegation", "54"),
    Scene("answer-place-unknown", "15"),
    Scene("answer-outside", "26"),
    Scene("answer-several", "1mk43", also=press("where-choice-all")),
    Scene("answer-fold", "41i"),
    Scene("answer-end", "33i", also=scroll("advice-page", 1)),
    Scene("answer-nobody", "11n"),
    Scene("answer-two-tried", "11nn", also=later(6)),
    Scene("answer-changed", "12", "2026-11-27T16:19:59", also=later(1)),
    Scene("answer-closing", "11", "2026-12-01T17:10"),
    Scene("answer-still-there", "11", also=later(30)),
    Scene("answer-overdue", "11", "2027-05-11T10:05"),
    Scene("answer-more", "11", also=press("circumstances-more")),
    Scene("answer-form-code", "14", also=press("first-form-code")),
    Scene("answer-failed", "11i", also=press("first-failed")),
    Scene("answer-people", also=one_after_the_other(show_people, press("practice-keep"))),
    Scene("answer-bank-holiday", "11", "2026-12-25T11:00"),
    Scene("clock-doubted", "11", also=shift_clock),
    Scene("what-if", also=press("what-if")),
    Scene("what-if-answer", also=one_after_the_other(press("what-if"), press("what-if-preset-1"))),
)
SCENES = (
    Scene("who", readme=("light", "who")),
    Scene("first-run", home=None),
    Scene("box", also=in_the_box("husband hits her, luton")),
    Scene("box-two", also=in_the_box("partner hits her and the kids, bedford")),
    Scene("box-number", also=in_the_box("0300 300 8132")),
    Scene("where", "1"),
    Scene("where-place", "1wootton"),
    Scene("where-several", "1mk43", readme=("light", "where-several")),
    Scene("where-misspelt", "1leihgton"),
    Scene("where-outside", "1norwich"),
    Scene("where-nonsense", "1qqqqzzzz"),
    *ANSWERS,
    Scene("directory", also=page("directory")),
    Scene("directory-found", also=find("mash"), readme=("light", "directory")),
    Scene("directory-narrowed", also=_show_menu),
    Scene("directory-nothing", also=find("qqqqzzzz")),
    Scene("directory-facts", also=one_after_the_other(find("01582547653"), scroll("service-card"))),
    Scene("guidance", also=page("guidance")),
    Scene("practice", also=page("practice")),
    Scene("practice-people", also=show_people),
    Scene("failed-numbers", also=one_after_the_other(note_failures, scroll("practice-page", 1))),
    Scene("print", also=page("print")),
    Scene(
        "print-save",
        also=one_after_the_other(
            page("print"), press("print-pdf"), press("print-to-folder-browse")
        ),
    ),
    Scene("print-staff", also=one_after_the_other(page("print"), press("print-staff"))),
    Scene("print-cards", also=one_after_the_other(page("print"), press("print-patient-card"))),
    Scene("settings", also=page("settings")),
    Scene("settings-end", also=one_after_the_other(page("settings"), scroll("settings-page", 1))),
    Scene("settings-by-it", also=page("settings"), policy=BY_IT),
    Scene(
        "settings-folder",
        also=one_after_the_other(page("settings"), type_in("set-update-folder", "S:/none")),
    ),
    Scene("changes", also=show_changes),
    Scene("about", also=page("about")),
    Scene("hidden", "11", also=hide),
    Scene("fault", also=_fault),
)
