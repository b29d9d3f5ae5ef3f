"""Which mounts are sticks: told from files of the form that the system writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.sticks.places import plain_name, plugged

ROOT = "22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n"


def machine(tmp_path: Path, lines: str, **removable: str) -> tuple[Path, Path]:
    """A mountinfo and a tree of devices; `removable` is by the device's number, `d8_17="1"`."""
    mounts = tmp_path / "mountinfo"
    mounts.write_text(ROOT + lines)
    devices = tmp_path / "dev"
    devices.mkdir()
    for name, value in {"d8_1": "0", **removable}.items():
        disk = tmp_path / "sys" / value.partition(":")[0] / name
        (disk / "part").mkdir(parents=True)
        (disk / "removable").write_text(value.rpartition(":")[2] + "\n")
        (devices / name[1:].replace("_", ":")).symlink_to(disk / "part")
    return mounts, devices


def found(tmp_path: Path, lines: str, folder: str = "", **removable: str) -> list[tuple[str, str]]:
    mounts, devices = machine(tmp_path, lines, **removable)
    return [(str(stick.folder), stick.device) for stick in plugged(folder, mounts, devices)]


def test_a_removable_disk_is_a_stick_and_the_system_disk_is_not(tmp_path: Path) -> None:
    line = "90 22 8:17 / /media/FAIR ro,nosuid - vfat /dev/sdb1 ro\n"
    assert found(tmp_path, line, d8_17="1") == [("/media/FAIR", "/dev/sdb1")]


def test_a_disk_on_usb_is_a_stick_even_if_it_says_that_it_cannot_be_removed(tmp_path: Path) -> None:
    line = "90 22 8:17 / /media/FAIR ro - vfat /dev/sdb1 ro\n"
    assert found(tmp_path, line, d8_17="usb1:0") == [("/media/FAIR", "/dev/sdb1")]


def test_the_disk_that_the_stand_starts_from_is_none_though_it_is_on_usb(tmp_path: Path) -> None:
    lines = (
        "80 22 8:2 / /boot/efi rw - vfat /dev/sda2 rw\n"
        "81 22 8:3 / /media/DATA rw - ext4 /dev/sda3 rw\n"
        "90 22 8:17 / /media/FAIR ro - vfat /dev/sdb1 ro\n"
    )
    mounts, devices = machine(tmp_path, lines, d8_1="usb1:0", d8_17="usb2:0")
    for number in (2, 3):
        part = tmp_path / f"sys/usb1/d8_1/part{number}"
        part.mkdir()
        (devices / f"8:{number}").symlink_to(part)
    assert [stick.device for stick in plugged("", mounts, devices)] == ["/dev/sdb1"]


@pytest.mark.parametrize("folder", ["/boot", "/boot/efi", "/var/lib/juosta"])
def test_nor_is_what_else_the_stand_lives_on(tmp_path: Path, folder: str) -> None:
    line = f"90 22 8:17 / {folder} rw - vfat /dev/sdb1 rw\n"
    assert found(tmp_path, line, d8_17="usb1:1") == []


def test_a_root_that_no_disk_is_known_of_hides_no_stick(tmp_path: Path) -> None:
    mounts, devices = machine(
        tmp_path, "90 22 8:17 / /media/FAIR ro - vfat /dev/sdb1 ro\n", d8_17="1"
    )
    live = "22 1 0:30 / / rw - overlay overlay rw\n"
    mounts.write_text(mounts.read_text().replace(ROOT, live))
    assert [stick.device for stick in plugged("", mounts, devices)] == ["/dev/sdb1"]


def test_a_fixed_second_disk_is_none(tmp_path: Path) -> None:
    assert found(tmp_path, "90 22 8:17 / /data rw - ext4 /dev/sdb1 rw\n", d8_17="0") == []


def test_blanks_in_a_name_are_read_as_the_system_writes_them(tmp_path: Path) -> None:
    line = r"90 22 8:17 / /media/MY\040STICK ro - vfat /dev/sdb1 ro" + "\n"
    assert found(tmp_path, line, d8_17="1") == [("/media/MY STICK", "/dev/sdb1")]


def test_folders_in_the_named_folder_are_sticks_and_links_and_files_are_not(tmp_path: Path) -> None:
    sticks = tmp_path / "sticks"
    (sticks / "FAIR").mkdir(parents=True)
    (sticks / "notes.txt").write_text("x")
    (sticks / "link").symlink_to(tmp_path)
    assert found(tmp_path, "", str(sticks)) == [(str(sticks / "FAIR"), "")]


def test_a_stick_that_is_mounted_in_the_named_folder_is_there_once(tmp_path: Path) -> None:
    sticks = tmp_path / "sticks"
    (sticks / "FAIR").mkdir(parents=True)
    line = f"90 22 8:17 / {sticks}/FAIR ro - vfat /dev/sdb1 ro\n"
    assert found(tmp_path, line, str(sticks), d8_17="1") == [(f"{sticks}/FAIR", "/dev/sdb1")]


@pytest.mark.parametrize("lines", ["", "nonsense\n", "1 2 3\n", "90 22 8:17 / /x ro -\n" * 3])
def test_a_system_that_tells_nothing_has_no_sticks(tmp_path: Path, lines: str) -> None:
    assert found(tmp_path, lines) == []
    assert plugged("/nowhere", tmp_path / "no", tmp_path / "no") == []


@given(st.text(max_size=200))
def test_a_shown_name_leads_nowhere_and_hides_nothing(name: str) -> None:
    shown = plain_name(name)
    assert 0 < len(shown) <= 40
    assert not set(shown) & set("/\\\n\r\0\u202e")


def test_a_label_that_climbs_is_only_a_name() -> None:
    assert plain_name("../../x") == "x"
    assert plain_name("///") == "USB"
