"""The Debian packages that a stick carries: all that a small Debian 12 lacks for the kiosk.

Resolved by apt for a system with nothing installed, so that any Debian 12 finds what it needs. What
was fetched once is kept in build/debian, and a later stick needs no network.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "build" / "debian"
RELEASE = "12"
_CHOSEN = re.compile(r"^Inst (\S+) \((\S+) .*\[(\w+)\]\)", re.MULTILINE)


def check_release(system: Path = Path("/etc/os-release")) -> None:
    """Raise SystemExit where apt would bring the packages of another release."""
    words = dict(
        line.split("=", 1)
        for line in system.read_text(encoding="utf-8").splitlines()
        if "=" in line
    )
    if words.get("ID") != "debian" or words.get("VERSION_ID", "").strip('"') != RELEASE:
        raise SystemExit(f"A stick for Debian {RELEASE} is made on Debian {RELEASE}.")


def fetch(names: list[str], target: Path) -> int:
    """Copy the packages and all that they need into a folder; the room they take, in MB."""
    check_release()
    (KEPT / "partial").mkdir(parents=True, exist_ok=True)
    (KEPT / "status").touch()
    said = _apt("--simulate", *names)
    files = [file_name(*found) for found in _CHOSEN.findall(said)]
    if not files:
        raise SystemExit(f"apt does not know what {' '.join(names)} need.\n{said[-1000:]}")
    if any(not (KEPT / name).is_file() for name in files):
        _apt("--download-only", *names)
    target.mkdir(parents=True, exist_ok=True)
    for name in files:
        shutil.copyfile(KEPT / name, target / name)
    return sum(_installed_mb(target / name) for name in files)


def file_name(name: str, version: str, architecture: str) -> str:
    """What apt calls the file of a package."""
    return f"{name}_{version.replace(':', '%3a')}_{architecture}.deb"


def index(folder: Path) -> None:
    """Write `Packages`, by which apt takes the folder as a source."""
    words = ["apt-ftparchive", "packages", "."]
    told = subprocess.run(words, cwd=folder, capture_output=True, check=True).stdout
    (folder / "Packages").write_bytes(told)


def _apt(*words: str) -> str:
    options = {
        "Dir::State::status": KEPT / "status",
        "Dir::Cache::archives": KEPT,
        "Dir::Cache::pkgcache": "",
        "Dir::Cache::srcpkgcache": "",
        "Debug::NoLocking": "1",
        "APT::Sandbox::User": "root",
    }
    command = ["apt-get", "-q", "-y", "--no-install-recommends"]
    for name, value in options.items():
        command += ["-o", f"{name}={value}"]
    done = subprocess.run(
        [*command, *words[:1], "install", *words[1:]], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"apt could not get the packages; is there a network?\n{done.stderr}")
    return done.stdout


def _installed_mb(deb: Path) -> int:
    words = ["dpkg-deb", "--field", str(deb), "Installed-Size"]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    return -(-int(told or 0) // 1024)
