"""The stand's keys: first, next, taking over, removal, and a list that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.content.errors import ContentError
from kiosk.store import signing, trust
from kiosk.store.admission import parse
from kiosk.store.reader import load as load_bundle
from kiosk.store.staged import Staged
from kiosk.store.trust import Trust
from tests.fixtures import kiosk_files

OLD, NEW, OTHER = (signing.generate(name).public for name in ("old", "new", "other"))


def staged(folder: Path, signed_by: str, created: str = kiosk_files.CREATED) -> Staged:
    kiosk_files.write_folder(folder)
    raw = kiosk_files.manifest(b"x", [], created=created)
    manifest = parse(json.dumps(raw).encode())
    return Staged(folder, load_bundle(folder).bundle, manifest, b"", b"", signed_by)


def test_nothing_is_trusted_before_the_first_key(tmp_path: Path) -> None:
    assert trust.load(tmp_path / "keys.json") == Trust()


def test_keys_come_back_from_the_disk(tmp_path: Path) -> None:
    keys = Trust().added(OLD).added(NEW)
    assert (keys.now, keys.next) == (OLD, NEW)
    trust.save(tmp_path / "keys.json", keys)
    assert trust.load(tmp_path / "keys.json") == keys


def test_a_key_twice_and_a_third_key() -> None:
    keys = Trust().added(OLD).added(NEW)
    assert keys.added(OLD) == keys
    with pytest.raises(ContentError, match="two keys already"):
        keys.added(OTHER)


def test_the_next_key_takes_over_with_its_first_bundle(tmp_path: Path) -> None:
    keys = Trust().added(OLD).added(NEW)
    assert keys.published(staged(tmp_path / "a", OLD.fingerprint)).now == OLD
    after = keys.published(staged(tmp_path / "b", NEW.fingerprint))
    assert (after.now, after.next) == (NEW, None)
    assert after.has_retired(OLD)
    assert not after.knows(OLD)


def test_an_unsigned_bundle_changes_nothing(tmp_path: Path) -> None:
    keys = Trust().added(OLD).added(NEW)
    assert keys.published(staged(tmp_path, "")) == keys


def test_the_known_day_only_grows(tmp_path: Path) -> None:
    keys = Trust().added(OLD)
    keys = keys.published(staged(tmp_path / "a", OLD.fingerprint, "2026-05-02T00:00:00Z"))
    keys = keys.published(staged(tmp_path / "b", OLD.fingerprint, "2026-05-01T00:00:00Z"))
    assert keys.known_day == "2026-05-02"


def test_what_was_published_is_noted_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    trust.save(path, Trust().added(OLD).added(NEW))
    trust.note_published(path, staged(tmp_path / "a", NEW.fingerprint))
    assert trust.load(path).now == NEW


def test_removing_keys() -> None:
    keys = Trust().added(OLD).added(NEW)
    without = keys.without(OLD.fingerprint.replace(" ", "").upper())
    assert (without.now, without.next) == (NEW, None)
    assert without.has_retired(OLD)
    assert without.without(NEW.fingerprint).keys == ()
    with pytest.raises(ContentError, match="no key with the fingerprint"):
        keys.without(OTHER.fingerprint)


def test_a_retired_key_can_be_trusted_again() -> None:
    keys = Trust().added(OLD).without(OLD.fingerprint).added(OLD)
    assert keys.now == OLD
    assert not keys.has_retired(OLD)


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b'{"now": {"key": "AAAA"}}', b'{"now": {"key": "!"}}', b'{"x": 1}', b"\xff"],
)
def test_a_damaged_list_is_a_refusal_and_no_empty_list(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "keys.json").write_bytes(raw)
    with pytest.raises(ContentError) as error:
        trust.load(tmp_path / "keys.json")
    assert error.value.code == "E186"


def test_a_list_that_cannot_be_opened_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "keys.json").mkdir()
    with pytest.raises(ContentError) as error:
        trust.load(tmp_path / "keys.json")
    assert error.value.code == "E186"
