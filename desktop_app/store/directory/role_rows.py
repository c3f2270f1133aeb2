"""Which services play which part, read for one council at a time: of other areas no row is read."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from desktop_app.domain.services.service import ServiceStatus

ByRole = Mapping[str, Sequence[int]]
_NATIONAL = (
    "SELECT role, number FROM service JOIN service_role ON service_role.service = number"
    " WHERE national = 1 AND status = ? ORDER BY number"
)
# CROSS JOIN: SQLite goes from the council's rows to their services, however small the file is.
_LOCAL = (
    "SELECT role, number FROM service_area CROSS JOIN service ON number = service_area.service"
    " CROSS JOIN service_role ON service_role.service = number"
    " WHERE council = ? AND national = 0 AND status = ? ORDER BY number"
)
_EVERYWHERE = (
    "SELECT number FROM service_role JOIN service ON number = service"
    " WHERE role = ? AND status = ? ORDER BY number"
)


class RoleRows:
    """The numbers of services in use by the part they play, each council's read once.

    sqlite3 errors are the caller's to explain.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._national: ByRole | None = None
        self._local: dict[str, ByRole] = {}

    def everywhere(self, role: str) -> list[int]:
        """Whoever plays this part, wherever they work: reads the whole country's rows of it."""
        rows = self._connection.execute(_EVERYWHERE, (role, ServiceStatus.IN_USE))
        return [number for (number,) in rows]

    def working_in(self, council_code: str, role: str) -> list[int]:
        """Who plays this part in a council, national services among them; in directory order."""
        return sorted(number for rows in self._here(council_code) for number in rows.get(role, ()))

    def _here(self, council_code: str) -> tuple[ByRole, ByRole]:
        if self._national is None:
            self._national = self._by_role(_NATIONAL, (ServiceStatus.IN_USE,))
        local = self._local.get(council_code)
        if local is None:
            asked = (council_code, ServiceStatus.IN_USE)
            local = self._local[council_code] = self._by_role(_LOCAL, asked)
        return self._national, local

    def _by_role(self, query: str, asked: tuple[str, ...]) -> ByRole:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for role, number in self._connection.execute(query, asked):
            found[role].append(number)
        return dict(found)
