"""A tree of source files comes back from a working file byte for byte."""

from pathlib import Path

import pytest

from desktop_app.authoring.read.source_folders import default_area
from desktop_app.paths import national_sources
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.source_tree import read_tree, write_tree
from desktop_app.workshop.work_file import WorkFile
from tests.working_files import NOW

AREA = default_area()


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_file_of_the_real_directory_comes_back_byte_for_byte(tmp_path: Path) -> None:
    db = national_sources().parent
    texts = read_tree(db, AREA)
    with WorkFile.create(tmp_path / "real.wtcwork", texts, at=NOW) as work:
        write_tree(work.texts, tmp_path / "out")
    written = bytes_below(tmp_path / "out")
    kept = [db / "national", db / "areas" / AREA]
    assert len(written) > 100
    assert written == {
        f"{folder.relative_to(db).as_posix()}/{name}": content
        for folder in kept
        for name, content in bytes_below(folder).items()
    }


@pytest.mark.parametrize(
    "content",
    [b"a: 1\r\nb: 2\r\n", b"\xef\xbb\xbfa: 1\n", b"a: 1", b"", b"\n\n", "é: “ü”\n".encode()],
)
def test_line_ends_marks_and_empty_files_stay_as_they_are(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "db/national").mkdir(parents=True)
    (tmp_path / "db/national/a.yaml").write_bytes(content)
    texts = read_tree(tmp_path / "db")
    with WorkFile.create(tmp_path / "a.wtcwork", texts, at=NOW) as work:
        write_tree(work.texts, tmp_path / "out")
    assert (tmp_path / "out/national/a.yaml").read_bytes() == content


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "national").mkdir()
    (tmp_path / "national/a.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(WorkshopError, match="not UTF-8 text"):
        read_tree(tmp_path)


def test_a_folder_without_sources_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkshopError, match="holds no source files"):
        read_tree(tmp_path)


def test_what_is_made_and_what_editors_drop_is_left_out(tmp_path: Path) -> None:
    for name in ("build/x", "trust/x", "national/.a.swp", "national/a.yaml~", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "national/a.yaml").write_text("a: 1\n")
    assert list(read_tree(tmp_path)) == ["national/a.yaml"]


def test_a_file_that_was_taken_away_is_taken_away_in_the_folder(tmp_path: Path) -> None:
    write_tree({"national/a.yaml": "a", "national/b.yaml": "b"}, tmp_path)
    changed = write_tree({"national/a.yaml": "a"}, tmp_path)
    assert (changed, read_tree(tmp_path)) == (["national/b.yaml"], {"national/a.yaml": "a"})


@pytest.mark.parametrize("name", ["../a.yaml", "/a.yaml", "a\\b.yaml", "c:/a.yaml", ""])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorkshopError, match="no place for a source file"):
        write_tree({name: "x"}, tmp_path / "out")
    assert not (tmp_path / "a.yaml").exists()


def test_a_working_file_is_for_one_area(tmp_path: Path) -> None:
    write_tree({"national/a": "", "areas/one/b": "", "areas/two/b": ""}, tmp_path)
    assert list(read_tree(tmp_path, "two")) == ["areas/two/b", "national/a"]
    with pytest.raises(WorkshopError, match="--area: one, two"):
        read_tree(tmp_path)
    with pytest.raises(WorkshopError, match="Areas there: one, two"):
        read_tree(tmp_path, "three")


def test_writing_one_area_leaves_the_others_alone(tmp_path: Path) -> None:
    (tmp_path / "areas/two").mkdir(parents=True)
    (tmp_path / "areas/two/b").write_text("theirs")
    write_tree({"national/a": "", "areas/one/b": ""}, tmp_path)
    write_tree({"national/a": ""}, tmp_path)
    assert (tmp_path / "areas/two/b").read_text() == "theirs"
