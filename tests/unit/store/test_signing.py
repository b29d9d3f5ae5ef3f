"""Keys and signatures: files that people read, rights, what a changed byte does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.errors import ContentError
from kiosk.store import signing

KEY = signing.generate("Headquarters")


def refused(path: Path, private: bool = False) -> ContentError:
    with pytest.raises(ContentError) as error:
        signing.read_private(path) if private else signing.read_public(path)
    assert error.value.code == "E187"
    assert error.value.fix
    return error.value


def test_a_key_comes_back_from_its_files(tmp_path: Path) -> None:
    signing.write_private(tmp_path / "hq.key", KEY)
    signing.write_public(tmp_path / "hq.pub", KEY.public)
    assert signing.read_private(tmp_path / "hq.key") == KEY
    assert signing.read_public(tmp_path / "hq.pub") == KEY.public
    text = (tmp_path / "hq.pub").read_text(encoding="utf-8")
    assert text.startswith("Juosta public key\nName: Headquarters\n")
    assert KEY.public.fingerprint in text


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_only_the_owner_reads_the_private_key(tmp_path: Path) -> None:
    signing.write_private(tmp_path / "hq.key", KEY)
    assert (tmp_path / "hq.key").stat().st_mode & 0o777 == 0o600


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    signing.write_public(tmp_path / "hq.pub", KEY.public)
    with pytest.raises(FileExistsError):
        signing.write_public(tmp_path / "hq.pub", signing.generate().public)
    assert signing.read_public(tmp_path / "hq.pub") == KEY.public


def test_a_fingerprint_can_be_read_out() -> None:
    groups = KEY.public.fingerprint.split()
    assert [len(group) for group in groups] == [4] * 6
    assert signing.generate().public.fingerprint != KEY.public.fingerprint


def test_the_two_kinds_of_files_are_told_apart(tmp_path: Path) -> None:
    signing.write_private(tmp_path / "hq.key", KEY)
    signing.write_public(tmp_path / "hq.pub", KEY.public)
    assert "never come to a stand" in refused(tmp_path / "hq.key").words
    assert "only a private key can sign" in refused(tmp_path / "hq.pub", private=True).words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello\n",
        "Juosta public key\nKey: AAAA\n",
        "Juosta public key\nKey: %%%\n",
        f"Juosta public key\nFingerprint: 0000\nKey: {KEY.public.text}\n",
        "x" * 5000,
    ],
    ids=["empty", "other text", "short", "no base64", "other fingerprint", "long"],
)
def test_damaged_key_files(tmp_path: Path, text: str) -> None:
    (tmp_path / "hq.pub").write_text(text, encoding="utf-8")
    refused(tmp_path / "hq.pub")


def test_a_key_file_from_windows_is_read(tmp_path: Path) -> None:
    signing.write_public(tmp_path / "hq.pub", KEY.public)
    text = (tmp_path / "hq.pub").read_text(encoding="utf-8")
    (tmp_path / "win.pub").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert signing.read_public(tmp_path / "win.pub") == KEY.public


def test_missing_and_linked_key_files(tmp_path: Path) -> None:
    refused(tmp_path / "no.pub")
    signing.write_public(tmp_path / "hq.pub", KEY.public)
    (tmp_path / "link.pub").symlink_to(tmp_path / "hq.pub")
    refused(tmp_path / "link.pub")


def test_a_signature_fits_one_message_and_names_its_key() -> None:
    block = KEY.sign(b"message")
    found = signing.signer(b"message", block)
    assert found is not None
    assert found.raw == KEY.public.raw
    assert signing.signer(b"messagf", block) is None


@settings(max_examples=60)
@given(place=st.integers(0, signing.BLOCK_BYTES - 1), bit=st.integers(0, 7))
def test_one_changed_bit_breaks_a_signature(place: int, bit: int) -> None:
    block = bytearray(KEY.sign(b"message"))
    block[place] ^= 1 << bit
    found = signing.signer(b"message", bytes(block))
    assert found is None


@pytest.mark.parametrize("block", [b"", b"x", bytes(96), bytes(97)])
def test_what_is_no_signature(block: bytes) -> None:
    assert signing.signer(b"message", block) is None


def test_names_stand_on_one_line() -> None:
    assert signing.tidy_name(" a\nKey: b\x1b[31m ") == "a Key: b [31m"
