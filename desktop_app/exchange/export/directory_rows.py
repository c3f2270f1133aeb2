"""Every number of the directory as rows of words, which can be read back in as a list."""

from collections.abc import Iterator, Mapping, Sequence

from desktop_app.domain.hours.statements import Basis, HolidayRule, Hours
from desktop_app.domain.hours.words import in_words
from desktop_app.domain.services.service import Line, Service
from desktop_app.exchange.referral.facts import week_text

HEADINGS = (
    "Service id",
    "Line id",
    "Organisation",
    "Service",
    "Label",
    "Kind",
    "Number",
    "Hours",
    "Hours in words",
    "Standing",
    "Last checked",
    "Checked by",
    "Checked how",
    "Councils",
    "For staff only",
    "Status",
    "Email",
    "Website",
    "Note",
    "Sources",
    "Not known",
)
NUMBER = HEADINGS.index("Number")
UNSAID = {
    "assumed": "not published (office hours assumed)",
    "none": "not published",
    "several": "sources disagree",
    "outside": "when the office line does not answer",
}
"""What stands in the column of hours where there is no week: a list reads it as a gap."""
_HOLIDAYS = {
    HolidayRule.CLOSED: "; closed bank holidays",
    HolidayRule.AS_USUAL: "; including bank holidays",
    HolidayRule.NOT_STATED: "",
}


def directory_rows(
    services: Sequence[Service], councils: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """The headings, then a row for each number; a service without one has a row without one.

    `councils` names each council by its code.
    """
    yield HEADINGS
    for service in services:
        for line in service.lines or (None,):
            yield tuple(_told(service, line, councils))


def hours_cell(hours: Hours) -> str:
    """The hours of a line as a list would give them, or why there is no week."""
    claims = hours.statements
    if hours.outside_of is not None:
        return UNSAID["outside"]
    if not claims:
        return UNSAID["none"]
    if any(claim.basis is Basis.ASSUMED for claim in claims):
        return UNSAID["assumed"]
    if len(claims) > 1:
        return UNSAID["several"]
    (claim,) = claims
    if claim.basis is Basis.ALWAYS:
        return "24/7/365"
    return week_text(claim.week).replace(" | ", "; ") + _HOLIDAYS[claim.bank_holidays]


def _told(service: Service, line: Line | None, councils: Mapping[str, str]) -> Iterator[str]:
    yield from (service.id, line.id if line else "", service.organisation, service.name)
    yield from _line(line) if line else ("",) * 9
    areas = sorted(councils.get(code, code) for code in service.areas)
    yield "All of the area" if service.national else ", ".join(areas)
    yield "yes" if service.staff_only else ""
    yield str(service.status).replace("_", " ")
    yield service.emails[0].text if service.emails else ""
    yield service.web[0].text if service.web else ""
    yield line.note if line else ""
    cited = [*(line.sources if line else ()), *service.sources]
    yield ", ".join(dict.fromkeys(source.document for source in cited))
    yield " ".join(service.gaps)


def _line(line: Line) -> Iterator[str]:
    checked = line.verified
    yield from (line.label, str(line.kind), line.display)
    yield from (hours_cell(line.hours), in_words(line.hours))
    yield str(line.standing).replace("_", " ")
    yield checked.on.isoformat() if checked else "never"
    yield checked.by if checked else ""
    yield str(checked.how).replace("_", " ") if checked else ""
