"""The files of a stand as they lie in the repository, read for the tests of this folder."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
ROOT = CHECKOUT / "build_spec" / "linux" / "root"
UNITS = ROOT / "usr/lib/systemd/system"

Sections = dict[str, dict[str, list[str]]]


def text(name: str) -> str:
    """The text of a file below the root of the stand."""
    return (ROOT / name).read_text(encoding="utf-8")


def settings(name: str) -> Sections:
    """A file of the kind that systemd and Weston read: section -> key -> its values in order."""
    found: Sections = {}
    section: dict[str, list[str]] = {}
    joined = text(name).replace("\\\n", " ")
    for raw in joined.splitlines():
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), defaultdict(list))
            continue
        key, sign, value = line.partition("=")
        assert sign, f"{name}: {line!r} is no setting"
        section[key.strip()].append(value.strip())
    return found


def unit(name: str) -> Sections:
    """A unit of the stand."""
    return settings(f"usr/lib/systemd/system/{name}")


def files() -> list[Path]:
    """Every file of the stand, as the path that it will have below /."""
    return sorted(
        path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_symlink() or path.is_file()
    )


def table() -> dict[str, str]:
    """The table of the README: path on the stand -> what it is for."""
    lines = (ROOT.parent / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `/([^`]+)` \| (.+) \|$", lines, re.MULTILINE))
