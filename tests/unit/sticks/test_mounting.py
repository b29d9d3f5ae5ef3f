"""Which volumes are mounted and when, told by an udisks2 that is played."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.sticks import udisks
from kiosk.sticks.udisks import Disks
from tests.unit.sticks.fakedisks import FakeService


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeService:
    made = FakeService(tmp_path)
    made.answer_to(monkeypatch)
    return made


def test_a_stick_that_cannot_be_mounted_hides_no_other(service: FakeService) -> None:
    service.plug("/dev/sdb1", broken=True)
    service.plug("/dev/sdc1")
    Disks().mount_new()
    assert service.mounted() == {"/dev/sdc1": udisks.READ_ONLY}


def test_a_service_that_does_not_answer_is_no_error(service: FakeService) -> None:
    service.silent = True
    Disks().mount_new()
    assert service.mounted() == {}


def test_what_lies_on_the_disk_of_the_system_is_not_mounted(service: FakeService) -> None:
    service.plug("/dev/sda1", mount="/")
    service.plug("/dev/sda2")
    service.plug("/dev/sdb1")
    Disks().mount_new()
    assert service.mounted() == {"/dev/sda1": "rw", "/dev/sdb1": udisks.READ_ONLY}


def test_a_disk_that_nobody_knows_is_not_that_of_the_system(service: FakeService) -> None:
    service.plug("/dev/mapper/root", mount="/", drive="/")
    service.plug("/dev/sdb1", drive="/")
    Disks(lambda _device, _drive: True).mount_new()
    assert service.mounted()["/dev/sdb1"] == udisks.READ_ONLY
