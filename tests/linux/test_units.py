"""What systemd itself says of the units and lists: they are right, and closed enough."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.linux.tree import ROOT

SYSTEM = Path("/lib/systemd/system")
EXPOSURE = {"juosta.service": 1.0, "juosta-session.service": 2.0, "juosta-x11.service": 2.5}
"""Unit -> the most that `systemd-analyze security` may say, of 10."""


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root folder with the files of the stand, systemd's own units and the programs they name."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("there is no systemd-analyze here to ask (Debian package systemd)")
    root = tmp_path_factory.mktemp("stand")
    shutil.copytree(SYSTEM, root / "usr/lib/systemd/system", symlinks=True)
    shutil.copytree(ROOT, root, symlinks=True, dirs_exist_ok=True)
    for name in ("opt/juosta/kiosk", "usr/bin/weston", "bin/sh"):
        program = root / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text("#!/bin/sh\n", encoding="ascii")
        program.chmod(0o755)
    return root


def ask(stand: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A program of systemd's, asked about the stand."""
    program, *rest = words
    return subprocess.run(
        [program, f"--root={stand}", *rest], capture_output=True, text=True, check=False
    )


def test_systemd_understands_the_units(stand: Path) -> None:
    """No unknown key, no missing program, no circle."""
    done = ask(stand, "systemd-analyze", "verify", *EXPOSURE)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_wrong_unit_is_seen(stand: Path) -> None:
    """Else the test before would prove nothing."""
    wrong = stand / "usr/lib/systemd/system/juosta-wrong.service"
    wrong.write_text("[Service]\nExecStart=/opt/juosta/nothing\nRestrat=always\n")
    said = ask(stand, "systemd-analyze", "verify", wrong.name).stderr
    assert "Restrat" in said
    assert "/opt/juosta/nothing" in said


@pytest.mark.parametrize("unit", EXPOSURE)
def test_the_units_are_closed(stand: Path, unit: str) -> None:
    """The score is printed: `pytest -s` shows it."""
    done = ask(stand, "systemd-analyze", "security", "--offline=true", "--no-pager", unit)
    (score,) = re.findall(r"exposure level for \S+: ([\d.]+)", done.stdout)
    print(f"{unit}: exposure {score} of 10, {EXPOSURE[unit]} allowed")
    assert float(score) <= EXPOSURE[unit], done.stdout


def test_no_network_and_no_rights(stand: Path) -> None:
    """The lines that matter most, by name: a good score could come from elsewhere."""
    done = ask(
        stand, "systemd-analyze", "security", "--offline=true", "--json=short", "juosta.service"
    )
    rows = json.loads(done.stdout)
    closed = {row["name"] or row["json_field"] for row in rows if row["set"]}
    assert {
        "PrivateNetwork=", "IPAddressDeny=", "NoNewPrivileges=", "ProtectHome=", "PrivateTmp=",
        "RestrictAddressFamilies=~AF_(INET|INET6)", "RestrictAddressFamilies=~AF_PACKET",
    } <= closed  # fmt: skip


def test_user_and_folders_are_made(stand: Path) -> None:
    """As the package will make them; into an empty tree."""
    done = ask(stand, "systemd-sysusers")
    assert done.returncode == 0, done.stderr
    (user,) = [
        line.split(":")
        for line in (stand / "etc/passwd").read_text(encoding="ascii").splitlines()
        if line.startswith("juosta:")
    ]
    assert user[-1] == "/usr/sbin/nologin"
    shadow = stand / "etc/shadow"
    if shadow.exists():
        assert re.search(r"^juosta:!\*?:", shadow.read_text(encoding="ascii"), re.MULTILINE)
