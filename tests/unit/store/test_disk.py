"""Disk errors in the words of staff."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kiosk.lock import BusyError
from kiosk.store.disk import StoreError, disk_error, in_words

CASES = [
    (errno.ENOSPC, "E192", "full"),
    (errno.EDQUOT, "E192", "full"),
    (errno.EROFS, "E193", "write-protected"),
    (errno.EIO, "E194", "fault"),
    (errno.EACCES, "E195", "sudo"),
    (errno.EPERM, "E195", "sudo"),
]


@pytest.mark.parametrize(("number", "code", "word"), CASES)
def test_a_cause_is_named_and_what_to_do(number: int, code: str, word: str, tmp_path: Path) -> None:
    error = disk_error(OSError(number, os.strerror(number)), tmp_path / "not" / "there")
    assert error.code == code
    assert word in f"{error.words} {error.fix}"
    assert "stays as it is" in error.words


def test_what_is_no_disk_error_passes(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), in_words(tmp_path):
        raise ValueError("x")
    with pytest.raises(StoreError) as refused, in_words(tmp_path):
        raise BusyError
    assert refused.value.code == "E199"
