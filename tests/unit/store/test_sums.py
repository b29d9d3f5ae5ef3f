"""Sums of a bundle's files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kiosk.store.sums import Sums


def test_sums(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.png").write_bytes(b"abc")
    (tmp_path / "assets" / "l.png").symlink_to(tmp_path / "assets" / "a.png")
    sums = Sums(tmp_path)
    assert sums("assets/a.png") == hashlib.sha256(b"abc").hexdigest()
    assert sums("assets/l.png") == sums("assets/no.png") == sums("assets") == ""
    (tmp_path / "assets" / "a.png").unlink()
    assert sums("assets/a.png") == hashlib.sha256(b"abc").hexdigest()
