"""The tables of the practice's own file, one step for each version that altered them."""

from sqlite_utils import Database, Migrations

layout = Migrations("who-to-call")


@layout(name="1-card")
def _card(database: Database) -> None:
    """The practice's name and its people, in the order they are to be told."""
    database.table("practice").create({"id": int, "name": str}, pk="id")
    database.table("contact").create(
        {"place": int, "role": str, "name": str, "extension": str}, pk="place"
    )


@layout(name="2-failed-numbers")
def _failed_numbers(database: Database) -> None:
    """The reports about numbers that failed."""
    columns = {"number": str, "service": str, "moment": str, "what": str, "release": int}
    database.table("failed_number").create({"id": int, **columns}, pk="id")


@layout(name="3-lines-of-failed-numbers")
def _lines_of_failed_numbers(database: Database) -> None:
    """Which line a report is about, and an id of its own; older reports have neither."""
    for column in ("report_id", "service_id", "line_id", "dialled"):
        database.table("failed_number").add_column(column, str, not_null_default="")


@layout(name="4-who-rang-to-see")
def _who_rang(database: Database) -> None:
    """Who of the practice rang a number that works; nobody is named of a number that failed."""
    database.table("failed_number").add_column("rung_by", str, not_null_default="")


def bring_up_to_date(database: Database) -> None:
    """Apply the steps this file has not seen; those it has are left alone."""
    if not layout.pending(database):
        return
    layout.apply(database)
    # When somebody first used the program is nobody's business.
    with database.atomic():
        database.execute(f"UPDATE {layout.migrations_table} SET applied_at = ''")
