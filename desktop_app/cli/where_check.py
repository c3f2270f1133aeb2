"""`who-to-call check --where`: every postcode of the source data, looked up again."""

from desktop_app.cli.opening import opened_directory
from desktop_app.cli.plain_parser import PlainError


def run_where_check() -> int:
    """Prove the index against the data it was made from; that data is on building machines only."""
    try:
        from desktop_app.authoring.places.where_proof import prove
    except ModuleNotFoundError as missing:
        raise PlainError(
            "The postcode data is not on this computer: this proof runs where the directory "
            f"is compiled ({missing.name} is missing)."
        ) from None
    from desktop_app.store.places.postcode_index import PostcodeIndex

    connection = opened_directory().connection
    proof = prove(connection, PostcodeIndex(connection, {}).number)
    print(proof)
    return 0 if proof.holds else 1
