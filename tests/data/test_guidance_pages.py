"""The guidance pages: complete above the line, short and plain below it, sourced throughout."""

import re
from collections import Counter

import pytest

from desktop_app.domain.situation.situation import Concern
from tests.data.known_sources import (
    DIGITS_READ,
    Page,
    cited,
    digits_in,
    documents,
    pages,
    vocabulary,
)

KEYS = {"id", "title", "summary", "order", "concerns", "topics", "sources"}
WANTED = {
    "when-you-ring",
    "what-to-record",
    "which-council",
    "silent-999",
    "child-and-adult",
    "what-domestic-abuse-is",
    "signs-of-domestic-abuse",
    "alerts-concerns-referrals",
    "seven-golden-rules",
    "allegations-lado",
    "professional-disagreement",
    "whistleblowing",
    "panels-and-schemes",
}
# A page is made of these and nothing else: a second-level heading, a bullet, a line of text.
LINE = re.compile(r"(## \S.*|- \S.*|[A-Z*“\"][^#|<>`\[\]]*)?")

each_page = pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)


def test_every_subject_asked_for_has_its_page() -> None:
    assert {page.stem for page in pages()} >= WANTED


def test_the_pages_have_one_order() -> None:
    orders = Counter(page.front["order"] for page in pages())
    assert [order for order, times in orders.items() if times > 1] == []


def test_every_concern_leads_to_a_page() -> None:
    covered = {concern for page in pages() for concern in page.front["concerns"]}
    assert covered == {concern.value for concern in Concern}


@each_page
def test_the_front_of_a_page_is_complete(page: Page) -> None:
    assert set(page.front) == KEYS
    assert page.front["id"] == page.stem
    assert all(page.front[key] for key in KEYS)
    assert set(page.front["concerns"]) <= {concern.value for concern in Concern}
    assert set(page.front["topics"]) <= vocabulary("topics")


@each_page
def test_every_page_has_sources_that_were_read(page: Page) -> None:
    assert cited(page.front) <= documents()
    assert cited(page.front) != {"general-knowledge"}
    assert all(source["states"] for source in page.front["sources"])


@each_page
def test_a_page_is_read_in_about_a_minute(page: Page) -> None:
    assert 120 <= len(page.body.split()) <= 300
    assert len(page.front["summary"].split()) <= 30


@each_page
def test_a_page_holds_only_headings_bullets_and_plain_text(page: Page) -> None:
    assert [line for line in page.body.splitlines() if not LINE.fullmatch(line)] == []
    assert page.body.count("**") % 2 == 0


@each_page
def test_no_number_on_a_page_is_invented(page: Page) -> None:
    spoken = f"{page.front['title']} {page.front['summary']} {page.body}"
    assert digits_in(spoken) <= DIGITS_READ


@each_page
def test_a_page_that_speaks_of_danger_names_999(page: Page) -> None:
    if "danger" in page.body and page.stem not in {"seven-golden-rules", "child-and-adult"}:
        assert "999" in page.body
