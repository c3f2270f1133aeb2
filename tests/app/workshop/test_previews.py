"""Which answer a service is shown in: one where it is the call to make, else one that names it."""

import pytest

from desktop_app.app.workshop.previews import answer_with, preview_of
from tests.ui.town import Town, at

NOW = at("2026-12-02 10:00")
TOWN = Town()


def test_a_front_door_is_shown_as_the_call_to_make() -> None:
    service = TOWN.services()[0]
    advice = answer_with(service, TOWN, NOW)
    assert advice is not None
    assert advice.first.service.id == service.id


def test_every_service_is_shown_in_an_answer_that_names_it_or_in_none() -> None:
    for service in TOWN.services():
        advice = answer_with(service, TOWN, NOW)
        assert advice is None or service.id in [call.service.id for call in advice.calls]


def test_a_service_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        preview_of("no-such", TOWN, NOW)
