"""A stick is whole, as it was signed and from whom the machine knows, or install.sh says so."""

from __future__ import annotations

from pathlib import Path

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


def _signed(machine: Machine) -> Path:
    """The stick is signed and the machine knows nobody yet; where it will keep the key."""
    (machine.stick / "SHA256SUMS.sig").write_bytes(b"signature")
    (machine.stick / "publisher.gpg").write_bytes(b"key")
    machine.program("gpgv", "echo '[GNUPG:] VALIDSIG 81F2'")
    own = machine.system / "etc" / "juosta" / "publisher.gpg"
    own.parent.mkdir()
    return own


def _set_up(machine: Machine) -> None:
    state = machine.system / "var" / "lib" / "juosta"
    state.mkdir(parents=True)
    (state / "settings.toml").write_text('[staff]\npin = "scrypt"\n', encoding="utf-8")


@pytest.mark.parametrize("set_up", [False, True])
def test_the_machine_keeps_the_publisher_of_its_first_signed_stick(
    machine: Machine, set_up: bool
) -> None:
    """A stand that has its settings, too: it came unsigned, or was cut short before the key."""
    own = _signed(machine)
    if set_up:
        _set_up(machine)
    code, said = machine.run()
    assert code == 0, said
    assert "From now on only this key is taken" in said
    assert own.read_bytes() == b"key"
    (machine.stick / "publisher.gpg").write_bytes(b"another key")
    assert machine.run()[0] == 0
    assert own.read_bytes() == b"key"
    assert list(own.parent.iterdir()) == [own]


def test_a_key_that_is_not_whole_is_not_kept(machine: Machine) -> None:
    own = _signed(machine)
    machine.program("cp", 'printf k >"$2"; exit 1')
    code, said = machine.run()
    assert code == 1
    assert "the publisher's key could not be kept" in said
    assert not own.exists()


def test_a_stick_that_is_not_signed_leaves_no_key(machine: Machine) -> None:
    own = _signed(machine)
    (machine.stick / "SHA256SUMS.sig").unlink()
    assert machine.run()[0] == 0
    assert not own.exists()
