"""Every page that can be printed of the real directory, drawn as the printer would."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations

from desktop_app import paths
from desktop_app.domain.places.councils import Council
from desktop_app.domain.practice.card import Contact, PracticeCard
from desktop_app.domain.printing.card_words import read_language
from desktop_app.domain.printing.patient_card import PatientCard, patient_card
from desktop_app.domain.printing.poster import Poster, poster
from desktop_app.domain.printing.staff_sheet import StaffSheet, staff_sheet
from desktop_app.domain.services.directory import Directory
from tests.area import COUNCILS

TODAY = date(2026, 11, 22)
ENGLISH = read_language((paths.resources() / "cards" / "en.toml").read_text("utf-8"))
LEADS = PracticeCard(
    "Larkfield Surgery",
    (
        Contact("Safeguarding lead", "Dr Amina Shah", "214"),
        Contact("Deputy", "Joan Price", "01632 960020"),
    ),
)
CROWD = PracticeCard(
    "The Old Priory Surgery and Branch Surgery at Great Something on the Hill, 80 letters",
    tuple(Contact("Lead for children", "N" * 80, "9" * 40) for _ in range(12)),
)
CARDS = {"nobody": PracticeCard(), "two": LEADS, "crowd": CROWD}

ONE = tuple((council,) for council in COUNCILS)
SEVERAL = tuple(each for count in (2, 3, 4) for each in combinations(COUNCILS, count))
EVERY = {"+".join(each.slug or "" for each in councils): councils for councils in (*ONE, *SEVERAL)}


def sheets(
    directory: Directory, councils: tuple[Council, ...], practice: PracticeCard
) -> Iterator[Poster | StaffSheet | PatientCard]:
    """The poster and the contact sheet for these councils, and the cards of the first of them."""
    made = poster(directory, councils, practice.name, TODAY)
    yield made
    yield replace(made, stamp=replace(made.stamp, overdue=True))
    yield staff_sheet(directory, councils, practice, TODAY)
    yield patient_card(directory, councils[0], TODAY, ENGLISH)
    yield patient_card(directory, councils[0], TODAY, ENGLISH, with_codes=True)
