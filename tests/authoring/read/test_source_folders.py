"""The sources of this checkout as one tree."""

from desktop_app.authoring.read.source_folders import checkout_tree


def test_the_checkout_has_every_kind_of_source() -> None:
    names = checkout_tree().names()
    for name in ("area.yaml", "councils.csv", "pathways.yaml", "vocabulary.yaml"):
        assert name in names
