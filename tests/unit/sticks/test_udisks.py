"""Mounting by the system's real udisks2, on a real file system in a loop device.

Skipped where no such service runs, or where no loop device can be made.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.sticks.places import Stick
from kiosk.sticks.udisks import Disks, can_be_unplugged

PATIENCE_SECONDS = 5


def volume(disks: Disks, device: str) -> tuple[str, ...] | None:
    """Where a device is mounted; None while the service does not know it."""
    found = {each.device: each.mounts for each in disks._volumes()}
    return found.get(device)


def eventually(what: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE_SECONDS
    while not what() and time.monotonic() < end:
        time.sleep(0.1)
    return what()


@pytest.fixture
def plugged_in(tmp_path: Path) -> Iterator[tuple[Disks, str]]:
    """A disk of 16 MB whose label would like to lead elsewhere, and a service that knows it."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("losetup"):
        pytest.skip("no loop devices here")
    image = tmp_path / "stick.img"
    image.write_bytes(b"")
    os.truncate(image, 16 << 20)
    subprocess.run(["mkfs.ext4", "-q", "-L", "../../x", image], check=True)
    made = subprocess.run(
        ["losetup", "-f", "--show", image], capture_output=True, text=True, check=False
    )
    if made.returncode:
        pytest.skip("no loop device is free")
    device = made.stdout.strip()
    disks = Disks(lambda each, _drive: each == device)
    try:
        if not _known(disks, device):
            pytest.skip("no udisks2 runs here")
        yield disks, device
    finally:
        mounts = _mounts(disks, device)
        for folder in mounts:
            subprocess.run(["umount", folder], check=False)
        subprocess.run(["losetup", "-d", device], check=True)


def _known(disks: Disks, device: str) -> bool:
    try:
        return eventually(lambda: volume(disks, device) is not None)
    except OSError:
        return False


def _mounts(disks: Disks, device: str) -> tuple[str, ...]:
    try:
        return volume(disks, device) or ()
    except OSError:
        return ()


def test_a_stick_is_mounted_to_be_read_only(plugged_in: tuple[Disks, str]) -> None:
    disks, device = plugged_in
    disks.mount_new()
    (folder,) = volume(disks, device) or ()
    assert ".." not in Path(folder).parts
    with pytest.raises(OSError, match="Read-only"):
        (Path(folder) / "file").write_text("x")
    line = next(each for each in Path("/proc/mounts").read_text().splitlines() if device in each)
    assert {"ro", "nosuid", "nodev", "noexec"} <= set(line.split()[3].split(","))


def test_it_can_be_written_for_a_while_and_then_be_pulled_out(
    plugged_in: tuple[Disks, str],
) -> None:
    disks, device = plugged_in
    disks.mount_new()
    (folder,) = volume(disks, device) or ()
    with disks.writable(Stick(Path(folder), "x", device)) as stick:
        (stick.folder / "juosta-report.txt").write_text("words")
    assert volume(disks, device) == ()
    disks.mount_new()
    (folder,) = volume(disks, device) or ()
    assert (Path(folder) / "juosta-report.txt").read_text() == "words"


def test_disks_that_stay_are_left_alone(plugged_in: tuple[Disks, str]) -> None:
    _, device = plugged_in
    Disks().mount_new()
    assert volume(plugged_in[0], device) == ()


@pytest.mark.parametrize(
    ("drive", "is_stick"),
    [
        ({"ConnectionBus": ("s", "usb")}, True),
        ({"ConnectionBus": ("s", ""), "Removable": ("b", True)}, True),
        ({"ConnectionBus": ("s", "ata"), "Removable": ("b", False)}, False),
        ({}, False),
    ],
)
def test_what_counts_as_a_stick(drive: dict[str, tuple[str, object]], is_stick: bool) -> None:
    assert can_be_unplugged("/dev/sdb1", drive) is is_stick
