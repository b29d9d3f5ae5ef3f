"""Sealed records and ids: nothing that is damaged passes, and nothing makes them fail otherwise."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.store import sealed
from kiosk.store.records import Floor, Pointer, id_of, number_of
from kiosk.store.sealed import DamagedError

POINTER = Pointer("0007-fair-2026.1", "0006-fair-2026.0", 7)


def test_what_is_sealed_comes_back(tmp_path: Path) -> None:
    sealed.write(tmp_path / "pointer.json", POINTER)
    assert sealed.read(tmp_path / "pointer.json", Pointer) == POINTER


@given(place=st.integers(0, len(sealed.seal(POINTER)) - 1), bit=st.integers(0, 7))
def test_no_single_bit_changes_a_record(place: int, bit: int) -> None:
    content = bytearray(sealed.seal(POINTER))
    content[place] ^= 1 << bit
    with contextlib.suppress(DamagedError):
        assert sealed.unseal(bytes(content), Pointer) == POINTER


@given(size=st.integers(0, len(sealed.seal(POINTER)) - 2))
def test_a_record_that_was_cut_off_is_damaged(size: int) -> None:
    with pytest.raises(DamagedError):
        sealed.unseal(sealed.seal(POINTER)[:size], Pointer)


@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_anything_else_is_damaged(content: bytes) -> None:
    with pytest.raises(DamagedError):
        sealed.unseal(content, Floor)


def test_another_record_is_damaged() -> None:
    with pytest.raises(DamagedError):
        sealed.unseal(sealed.seal(POINTER), Floor)


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_what_is_no_file_or_too_large_is_damaged(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "large").write_bytes(b" " * (sealed.MOST_BYTES + 1))
    for name in ("pipe", "large"):
        with pytest.raises(DamagedError):
            sealed.read(tmp_path / name, Floor)
    with pytest.raises(FileNotFoundError):
        sealed.read(tmp_path / "nothing", Floor)


@given(
    number=st.integers(1, 999_999_999),
    bundle=st.from_regex(r"[a-z][a-z0-9-]{0,39}", fullmatch=True),
    version=st.text(min_size=1, max_size=40),
)
def test_every_id_is_a_file_name_that_tells_its_number(
    number: int, bundle: str, version: str
) -> None:
    version_id = id_of(number, bundle, version)
    assert number_of(version_id) == number
    assert version_id.isascii()
    assert version_id == version_id.lower()
    assert not set(version_id) & set('/\\:*?"<>| ')
    assert version_id[-1] not in ".-"
