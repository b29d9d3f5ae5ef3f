"""A stick is whole, as it was signed and from whom the machine knows, or install.sh says so."""

from __future__ import annotations

import pytest

from tests.unit.freeze.stand_in import Machine


@pytest.mark.parametrize("missing", [True, False])
def test_a_half_copied_stick_is_refused(machine: Machine, missing: bool) -> None:
    file = machine.stick / "debian" / "juosta-1.0.deb"
    if missing:
        file.unlink()
    else:
        file.write_bytes(b"pack")
    code, said = machine.run()
    assert code == 1
    assert "was not copied whole" in said
    assert "juosta-1.0.deb" in said
    assert machine.changed() == ""


def test_a_stick_without_its_sums_is_refused(machine: Machine) -> None:
    (machine.stick / "SHA256SUMS").unlink()
    assert "SHA256SUMS is missing" in machine.run()[1]


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("exit 1", "the signature of this stick is not good"),
        (
            "echo '[GNUPG:] NO_PUBKEY 81F2'; exit 2",
            "signed by somebody whom this machine does not know",
        ),
    ],
)
def test_a_signature_that_is_bad_or_a_strangers_is_refused(
    machine: Machine, verdict: str, words: str
) -> None:
    (machine.stick / "SHA256SUMS.sig").write_bytes(b"signature")
    machine.program("gpgv", verdict)
    code, said = machine.run()
    assert code == 1
    assert words in said
    assert machine.changed() == ""


@pytest.mark.parametrize("name", ["debian/Packages.xz", "content/later.kiosk"])
def test_a_file_that_was_added_is_refused(machine: Machine, name: str) -> None:
    (machine.stick / "content" / "._first.kiosk").write_bytes(b"left by another system")
    assert machine.run("--check")[0] == 0
    (machine.stick / name).write_bytes(b"mine")
    code, said = machine.run()
    assert code == 1
    assert "do not belong" in said
    assert name in said
    assert machine.changed() == ""


def test_a_machine_with_a_publisher_takes_no_unsigned_stick(machine: Machine) -> None:
    (machine.system / "etc" / "juosta").mkdir()
    (machine.system / "etc" / "juosta" / "publisher.gpg").write_bytes(b"key")
    assert "takes only signed sticks" in machine.run()[1]
