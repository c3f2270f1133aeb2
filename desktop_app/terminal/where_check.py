"""`who-to-call check --where`: every postcode of the source data, looked up again."""

from desktop_app.terminal.opening import opened_directory
from desktop_app.terminal.plain_parser import PlainError


def run_where_check() -> int:
    """Prove the index against the data it was made from; that data is on building machines only."""
    try:
        from desktop_app.authoring.where_proof import prove
    except ModuleNotFoundError as missing:
        raise PlainError(
            "The postcode data is not on this computer: this proof runs where the directory "
            f"is compiled ({missing.name} is missing)."
        ) from None
    report = prove(opened_directory().connection)
    print(report)
    return 0
