"""The fonts of a computer: families, cuts, scripts, licences, and files that are no fonts."""

from pathlib import Path

import pytest
from pymupdf_fonts import (
    FiraGO_Bold,
    FiraGO_BoldItalic,
    FiraGO_Italic,
    FiraGO_Regular,
    NotoSansSymbols_Regular,
    Ubuntu_Bold,
    Ubuntu_Regular,
)

from liaison.pdf.face import Face
from liaison.pdf.installed_fonts import font_folders, installed_fonts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "inner"
    inner.mkdir()
    for name, module in (
        ("a.ttf", FiraGO_Italic),
        ("b.ttf", FiraGO_BoldItalic),
        ("c.TTF", FiraGO_Bold),
        ("d.ttf", FiraGO_Regular),
        ("e.ttf", Ubuntu_Regular),
        ("f.ttf", NotoSansSymbols_Regular),
        ("g.otf", Ubuntu_Bold),
    ):
        (inner / name).write_bytes(module.fontbuffer)
    return tmp_path


def with_licence(program: bytes, licence: int) -> bytes:
    """Give a font whose table OS/2 says that it may be embedded so."""
    place = program.index(Face(program).table("OS/2"))
    return program[: place + 8] + licence.to_bytes(2, "big") + program[place + 10 :]


def test_families_come_with_their_cuts_and_scripts(folder: Path) -> None:
    fira, ubuntu = installed_fonts([folder, folder, folder / "none"])
    assert (fira.name, fira.persian, fira.latin) == ("FiraGO", True, True)
    assert fira.regular.name == "d.ttf"
    assert fira.bold is not None
    assert fira.bold.name == "c.TTF"
    assert fira.italic is not None
    assert fira.italic.name == "a.ttf"
    assert (ubuntu.name, ubuntu.persian, ubuntu.latin) == ("Ubuntu", False, True)
    assert ubuntu.bold is None


@pytest.mark.parametrize(("licence", "offered"), [(0x8, 1), (0x4, 1), (0x2, 0), (0x104, 0)])
def test_a_font_that_may_not_be_embedded_is_not_offered(
    tmp_path: Path, licence: int, offered: int
) -> None:
    (tmp_path / "own.ttf").write_bytes(with_licence(Ubuntu_Regular.fontbuffer, licence))
    assert len(installed_fonts([tmp_path])) == offered


def test_damaged_files_are_passed_over(tmp_path: Path) -> None:
    program = Ubuntu_Regular.fontbuffer
    for index, content in enumerate(
        (b"", b"no font", program[:40], program[:2000], bytes(300), b"\xff" * 5000)
    ):
        (tmp_path / f"{index}.ttf").write_bytes(content)
    (tmp_path / "folder.ttf").mkdir()
    (tmp_path / "gone.ttf").symlink_to(tmp_path / "nothing")
    assert installed_fonts([tmp_path]) == []


def test_a_lone_bold_cut_is_the_regular_one(tmp_path: Path) -> None:
    (tmp_path / "own.ttf").write_bytes(Ubuntu_Bold.fontbuffer)
    (found,) = installed_fonts([tmp_path])
    assert found.regular.name == "own.ttf"
    assert found.bold is None


def test_each_system_keeps_its_fonts_elsewhere() -> None:
    home = Path("home")
    linux = font_folders("linux", {"XDG_DATA_DIRS": "/one:/two"}, home)
    assert [Path("/one/fonts"), Path("/two/fonts"), home / ".fonts"] == linux[1:4]
    assert home / "Library" / "Fonts" in font_folders("darwin", {}, home)
    windows = font_folders("win32", {"WINDIR": "W", "LOCALAPPDATA": "L"}, home)
    assert windows == [Path("W/Fonts"), Path("L/Microsoft/Windows/Fonts")]
