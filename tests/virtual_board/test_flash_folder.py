"""The folder that is a board's flash: what was put there comes back, under whatever names littlefs allows."""

import os
from base64 import b64decode
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.virtual_board.flash_folder import FlashFolder

names = st.text(st.characters(exclude_characters="/\0", exclude_categories=("Cs",)), min_size=1, max_size=20).filter(
    lambda name: name not in (".", "..") and len(name.encode()) < 80
)


@given(st.dictionaries(names, st.binary(max_size=200), max_size=6), names)
def test_what_was_put_there_comes_back(files: dict[str, bytes], folder: str) -> None:
    with TemporaryDirectory() as place:
        flash = FlashFolder(Path(place))
        flash.mkdir(f"/{folder}.d")
        for name, content in files.items():
            flash.put(f"/{folder}.d/{name}", content)
        again = FlashFolder(Path(place))
        assert again.files() == {f"/{folder}.d/{name}": content for name, content in files.items()}
        assert again.folders() == [f"/{folder}.d"]
        assert {path: b64decode(text) for path, text in again.boot()[0].items()} == again.files()


def test_names_that_windows_forbids_are_written_otherwise(tmp_path: Path) -> None:
    flash = FlashFolder(tmp_path)
    flash.put("/a:b?.txt", b"x")
    flash.put("/100%.txt", b"y")
    assert sorted(os.listdir(tmp_path)) == ["100%25.txt", "a%3Ab%3F.txt"]
    assert flash.files() == {"/100%.txt": b"y", "/a:b?.txt": b"x"}


@pytest.mark.parametrize("path", ["/../outside", "/a/../../b", "/."])
def test_no_path_leads_out_of_it(tmp_path: Path, path: str) -> None:
    flash = FlashFolder(tmp_path / "flash")
    with pytest.raises(ValueError, match="not a path"):
        flash.put(path, b"x")
    assert sorted(item.name for item in tmp_path.rglob("*")) == ["flash"]


def test_a_file_that_was_not_written_to_its_end_is_gone_at_the_next_start(tmp_path: Path) -> None:
    FlashFolder(tmp_path).put("/program.py", b"old")
    (tmp_path / "%partial-x").write_bytes(b"half of it")
    flash = FlashFolder(tmp_path)
    assert flash.files() == {"/program.py": b"old"}
    assert os.listdir(tmp_path) == ["program.py"]


def test_a_rename_goes_over_a_file_and_over_an_empty_folder(tmp_path: Path) -> None:
    flash = FlashFolder(tmp_path)
    flash.put("/new", b"new")
    flash.put("/old", b"old")
    flash.rename("/new", "/old")
    assert flash.files() == {"/old": b"new"}
    flash.mkdir("/from")
    flash.put("/from/x", b"x")
    flash.mkdir("/to")
    flash.rename("/from", "/to")
    assert flash.files() == {"/old": b"new", "/to/x": b"x"}
    assert flash.folders() == ["/to"]


def test_what_a_person_puts_there_gets_the_name_by_which_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "12:30.txt").write_bytes(b"lunch")
    (tmp_path / "aux.py").write_bytes(b"x = 1")
    flash = FlashFolder(tmp_path)
    assert flash.boot()[0].keys() == {"/notes/12:30.txt", "/aux.py"}
    assert flash.read("/notes/12:30.txt") == b"lunch"
    assert not {"aux.py", "12:30.txt"} & {place.name for place in tmp_path.rglob("*")}
    flash.put("/aux.py", b"x = 2")
    assert flash.files()["/aux.py"] == b"x = 2"


def test_links_are_not_the_board_s(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_bytes(b"s")
    flash = FlashFolder(tmp_path / "flash")
    (flash.folder / "way").symlink_to(outside)
    (flash.folder / "file").symlink_to(outside / "secret")
    assert flash.files() == {}
    for act in (lambda: flash.put("/way/evil", b"x"), lambda: flash.remove("/way/secret")):
        with pytest.raises(OSError):
            act()
    assert [item.name for item in outside.iterdir()] == ["secret"]
