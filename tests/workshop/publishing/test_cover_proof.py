"""No release goes out that leaves a minute without anybody who answers."""

from datetime import datetime, timedelta

import pytest

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Hours
from desktop_app.domain.services.service import LineKind, Service
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.publishing.cover_proof import must_be_covered
from tests.domain.hours_examples import ALWAYS, OFFICE, SILENT
from tests.domain.made_directory import EMERGENCY, front_door, line, made, pathways, service

MONDAY = datetime(2026, 11, 16, tzinfo=UK)


def prove(*services: Service) -> list[str]:
    steps: list[str] = []
    due = MONDAY.date() + timedelta(days=1)
    must_be_covered(made(services, pathways()), MONDAY, due, steps.append)
    return steps


def test_every_council_is_a_step() -> None:
    always = service("Always", "front_door", line("01632 960001", ALWAYS))
    steps = prove(always, EMERGENCY)
    assert steps[0].endswith(f"(1 of {len(steps)})")
    assert steps[-1].endswith(f"({len(steps)} of {len(steps)})")


@pytest.mark.parametrize("hours", [SILENT, OFFICE, Hours()])
def test_a_minute_without_anybody_stops_it_and_is_named(hours: Hours) -> None:
    emergency = service("Emergency", "emergency", line("999", hours, LineKind.EMERGENCY))
    with pytest.raises(WorkshopError, match=r"It must not be published: .* UTC"):
        prove(front_door(hours, night=False), emergency)
