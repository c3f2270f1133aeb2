"""Two stewards at two desks with one working file on a share."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.workshop.editing import ChangeReason, edit
from desktop_app.workshop.sharing.lock import Who
from desktop_app.workshop.sharing.merged_texts import Side
from desktop_app.workshop.sharing.share import Share
from desktop_app.workshop.sharing.share_steps import Clashes, Put, lay_out, put, take
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import Edit
from tests.working_files import NOW, OFFICE, TOWN, small_work_file

NIGHT = ("services", "id:town-mash", "lines", "id:out-of-hours")


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One steward with a copy of the share at home."""

    who: Who
    work: WorkFile
    now: datetime = NOW

    def edit(self, place: tuple[str | int, ...], value: object, why: str = "read it") -> int:
        said = ChangeReason(by=self.who.by, at=self.now, why=why, document="page-2024")
        return edit(self.work, [Edit(file=TOWN, place=place, value=value)], said)

    def put(self, side: Side | None = None) -> Put:
        """Put the copy back; where both wrote, this side is chosen."""
        try:
            return put(self.work, self.who, self.now, keep=True)
        except Clashes as clashes:
            if side is None:
                raise
            choices = {each.key: side for each in clashes.clashes}
            return put(self.work, self.who, self.now, choices, keep=True)


@dataclass(frozen=True, kw_only=True)
class Office:
    """The share and both desks."""

    share: Share
    ann: Desk
    bob: Desk


def open_office(folder: Path) -> Office:
    """A share with a first state, taken by both."""
    (folder / "share").mkdir()
    with small_work_file(folder) as work:
        share = lay_out(work, folder / "share")
    return Office(share=share, ann=desk(share, folder, "Ann"), bob=desk(share, folder, "Bob"))


def desk(share: Share, folder: Path, name: str) -> Desk:
    """One more steward."""
    who, home = Who(by=f"{name} Example", computer=f"PC-{name}"), folder / f"{name}.wtcwork"
    take(share, home, who, NOW, copy=True)
    return Desk(who=who, work=WorkFile.open(home))


__all__ = ["NIGHT", "OFFICE", "TOWN", "Desk", "Office", "desk", "open_office"]
