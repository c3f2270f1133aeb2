"""Asking the real directory about a place outside the four."""

import json
from datetime import datetime
from functools import cache

from desktop_app import paths
from desktop_app.cli.answer_json import advice_json
from desktop_app.cli.answer_text import advice_text
from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Council, Whereabouts
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.places.lookup import WhereIndex
from tests.area import COUNCILS

DAY, NIGHT = "2026-12-01T11:00", "2026-12-05T02:00"


@cache
def real() -> SqliteDirectory:
    return open_directory(paths.directory_file())


def places(today: str = DAY) -> WhereIndex:
    return WhereIndex(real().connection, lambda: datetime.fromisoformat(today).date())


@cache
def every_council() -> dict[str, Council]:
    rows = real().connection.execute("SELECT code, name FROM council ORDER BY number")
    ours = {council.code: council for council in COUNCILS}
    return {code: ours.get(code, Council(code, name)) for code, name in rows}


@cache
def english() -> dict[str, Council]:
    return {code: each for code, each in every_council().items() if code[0] == "E"}


def asked(concern: str, place: str | Whereabouts, at: str = DAY, *also: Circumstance) -> Advice:
    where = places(at).answer(place).whereabouts if isinstance(place, str) else place
    moment = datetime.fromisoformat(at).replace(tzinfo=UK)
    return advise(Situation(Concern(concern), where, frozenset(also)), real(), moment)


def front(advice: Advice) -> list[str]:
    return [call.line.display for call in (advice.first, *advice.tier(Tier.BESIDE))]


def said(advice: Advice) -> str:
    return advice_text(advice) + json.dumps(advice_json(advice), ensure_ascii=False)
