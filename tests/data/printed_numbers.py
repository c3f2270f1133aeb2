"""The real numbers of our area, listed a second time by hand, and short words for asking them."""

from datetime import datetime
from functools import cache

from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.release_contents import ReleaseContents, read_release_contents
from desktop_app.domain.hours.statements import Hours
from desktop_app.domain.hours.status import UK, Openness, read
from desktop_app.domain.services.service import Line, Service

# Every number that the ICB page of Dec 2024 prints, faxes included.
ICB_PAGE = """
999 | 01582 547653 | 0300 300 8123 | 0300 300 8585 | 01234 718700 | 01908 253169 | 01908 265545
01582 547730 | 01582 547563 | 0300 300 8122 | 0300 300 8239 | 01234 276222 | 01234 276076
01908 253772 | 01908 725005 | 01582 391856 | 01582 416783 | 0344 375 4307 | 0808 2000247
01823 334244 | 0808 801 0327 | 0800 999 5428 | 0808 8024040
"""
# Every number that the Bedford board's page of 2020 prints.
BEDFORD_PAGE = """
01234 718700 | 0300 300 8123 | 101 | 999 | 0808 800 5000 | 01234 276512 | 0300 300 6676
"""
# Every further number of the research notes that is there to be rung, or might be.
NOTES = """
18000 | 18001 101 | 111 | 0800 0234 650 | 01582 548069 | 0300 300 8142 | 01234 276693
01908 253170 | 01908 252835 | 01908 254307 | 01908 254300 | 0800 970 9952 | 0808 800 1170
0800 5999 247 | 020 7008 0151 | 020 7008 5000 | 0800 028 3550
0800 1111 | 08000 121 700 | 0808 808 8141 | 07860 052906 | 0808 500 2222 | 0808 196 8845
0808 802 0300 | 0345 6000 459 | 116 123 | 0808 168 9111 | 0800 011 3764 | 0800 555 111
116 000
"""
# Numbers that still circulate and must not be rung: kept so that searching for them says so.
OLD = """
01234 223599 | 01234 846960 | 01582 401212 | 0808 802 9999 | 0500 700 700 | 08457 90 90 90
0800 801 0327 | 0808 168 9276 | 0300 300 8239 | 01234 276076 | 020 7008 1500 | 88858
"""
# What the audit of Nov 2026 added.
AUDIT = """
0300 1234 148 | 01234 718058 | 0300 300 4370 | 0300 300 8098 | 01869 369869 | 01234 310670
01234 315691 | 01234 275475 | 01582 709200 | 01525 638404 | 01234 291888 | 01908 222616
020 8571 0800 | 0800 40 50 40 | 61016 | 0800 970 2070 | 60777 | 020 7251 6577 | 0116 2556 234
020 3866 4107 | 0800 999 5786 | 020 8908 6715 | 0800 138 1625 | 07717 989 025 | 0808 801 0503
0808 800 4444 | 0300 123 6600 | 85258 | 0800 068 4141 | 0800 58 58 58 | 0808 801 0331
0808 1000 900 | 0800 028 0285 | 020 3117 2520 | 03000 616161 | 0300 123 3155 | 0800 789 321
0300 123 2040 | 0808 802 5544 | 0800 808 3733 | 0300 303 8151 | 0808 808 1111 | 0303 003 1111
0300 123 3393
"""
DISPUTED = """
0800 970 9952 | 0800 808 3733 | 0300 303 8151
01582 547563 | 01908 253772 | 01908 254300 | 0808 800 1170 | 07860 052906
"""
BEDFORDSHIRE_FRONT_DOORS = [
    "luton-children-mash",
    "luton-adults",
    "central-beds-children-arh",
    "central-beds-adults",
    "bedford-children-ifd",
    "bedford-adults",
]
LADOS = ["luton-lado", "central-beds-lado", "bedford-lado", "mk-lado"]


def numbers(text: str) -> list[str]:
    """The numbers of a list above, digits only."""
    found = text.replace("\n", "|").split("|")
    return [number.replace(" ", "") for number in found if number.strip()]


@cache
def contents() -> ReleaseContents:
    return read_release_contents(checkout_tree())


@cache
def services() -> dict[str, Service]:
    return {service.id: service for _, service, _ in contents().services}


def line_of(service_id: str, line_id: str) -> Line:
    return next(line for line in services()[service_id].lines if line.id == line_id)


def by_digits(digits: str) -> list[Line]:
    lines = [line for service in services().values() for line in service.lines]
    return [line for line in lines if line.display.replace(" ", "") == digits]


def state(hours: Hours, at: str) -> Openness:
    moment = datetime.fromisoformat(at).replace(tzinfo=UK)
    return read(hours, moment, contents().holidays).state
