"""Signed files that reset a PIN: what is taken, once, and everything else refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.errors import ContentError
from kiosk.desk.pinreset import PinResetDesk
from kiosk.guard import pin
from kiosk.paths import Places, under
from kiosk.settings import load
from kiosk.settings_write import change
from kiosk.staffrecords import NO_STICK
from kiosk.store import pinreset, trust
from kiosk.store.pinreset import NAME, issue, read, spend
from kiosk.store.signing import generate
from kiosk.store.trust import Trust

KEY = generate("Headquarters")
OTHER = generate("Somebody")
TRUST = Trust(now=KEY.public)
SITE = "riga"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with a good file."""
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / NAME).write_bytes(issue(KEY, SITE, "2026-11-28"))
    return folder


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A stand of the site that trusts the key, whose PIN is forgotten."""
    monkeypatch.setattr(pin, "FULL_COST", 4)
    monkeypatch.setattr(pin.hash_pin, "__defaults__", (4,))
    found = under(tmp_path / "stand")
    found.settings.parent.mkdir()
    found.settings.write_text(f'[stand]\nsite = "{SITE}"\n')
    trust.save(found.trusted_keys, TRUST)
    change(found, {"staff.pin": pin.hash_pin("739158")})
    return found


def refusal(folder: Path, used: Path, known: Trust = TRUST, site: str = SITE) -> str:
    """The words for what is refused."""
    with pytest.raises(ContentError) as caught:
        read(folder, known, site, used)
    return f"{caught.value.words} {caught.value.fix}"


def test_a_good_file_is_taken_once(stick: Path, tmp_path: Path) -> None:
    used = tmp_path / "used.json"
    found = read(stick, TRUST, SITE, used)
    assert found is not None
    assert (found.site, found.made) == (SITE, "2026-11-28")
    spend(used, found)
    assert "used on this stand before" in refusal(stick, used)
    (stick / NAME).write_bytes(issue(KEY, SITE, "2026-11-28"))
    assert read(stick, TRUST, SITE, used) is not None


def test_also_with_the_ends_of_lines_of_windows(stick: Path, tmp_path: Path) -> None:
    content = (stick / NAME).read_bytes().replace(b"\n", b"\r\n")
    (stick / NAME).write_bytes(content)
    assert read(stick, TRUST, SITE, tmp_path / "used") is not None


def test_a_stick_without_a_file_is_no_fault(tmp_path: Path) -> None:
    assert read(tmp_path, TRUST, SITE, tmp_path / "used") is None


@pytest.mark.parametrize(
    ("known", "site", "words"),
    [
        (Trust(), SITE, "trusts no key yet"),
        (Trust(now=OTHER.public), SITE, "not signed by a key that this stand trusts"),
        (Trust(now=OTHER.public, retired=(KEY.public,)), SITE, "not signed by a key"),
        (TRUST, "vilnius", "is for the site “riga”"),
        (TRUST, "", "is for the site “riga”"),
    ],
)
def test_other_keys_and_sites_are_refused(
    stick: Path, tmp_path: Path, known: Trust, site: str, words: str
) -> None:
    assert words in refusal(stick, tmp_path / "used", known, site)


def test_the_next_key_is_as_good(stick: Path, tmp_path: Path) -> None:
    known = Trust(now=OTHER.public, next=KEY.public)
    assert read(stick, known, SITE, tmp_path / "used") is not None


@settings(max_examples=100)
@given(data=st.data())
def test_one_changed_byte_is_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = bytearray(issue(KEY, SITE, "2026-11-28"))
    place = data.draw(st.integers(0, len(content) - 2))
    content[place] = data.draw(st.integers(0, 255).filter(lambda b: b != content[place]))
    folder = tmp_path_factory.mktemp("stick")
    (folder / NAME).write_bytes(bytes(content))
    if bytes([content[place]]).isspace():
        return  # blanks around the signature are no part of it
    with pytest.raises(ContentError, match="E188"):
        read(folder, TRUST, SITE, folder / "used")


@given(content=st.binary(max_size=400))
@settings(max_examples=100)
def test_any_bytes_are_refused_in_words(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("stick")
    (folder / NAME).write_bytes(content)
    assert refusal(folder, folder / "used")


def test_links_and_large_files_are_refused(stick: Path, tmp_path: Path) -> None:
    (stick / NAME).rename(tmp_path / "elsewhere")
    (stick / NAME).symlink_to(tmp_path / "elsewhere")
    assert refusal(stick, tmp_path / "used")
    (stick / NAME).unlink()
    (stick / NAME).write_bytes(b"x" * 5000)
    assert refusal(stick, tmp_path / "used")


def test_a_signed_bundle_head_is_no_reset(stick: Path, tmp_path: Path) -> None:
    message = b'{"format": 1, "site": "riga"}\n'
    block = pinreset.base64.b64encode(KEY.sign(message))
    (stick / NAME).write_bytes(message + b"Signature: " + block + b"\n")
    assert "not a reset file" in refusal(stick, tmp_path / "used")


def test_a_damaged_record_makes_no_old_file_good(stick: Path, tmp_path: Path) -> None:
    used = tmp_path / "used.json"
    found = read(stick, TRUST, SITE, used)
    assert found is not None
    spend(used, found)
    used.write_bytes(used.read_bytes()[:-5])
    assert "is damaged" in refusal(stick, used)


def test_the_new_pin_is_kept_and_the_file_used_up(places: Places, stick: Path) -> None:
    desk = PinResetDesk(places, lambda: [stick.parent / "gone", stick])
    assert desk.look() == ""
    assert desk.keep("12345678") != ""  # too easy; the file is still good
    assert desk.look() == ""
    assert desk.keep("90218463") == ""
    assert pin.verify("90218463", load(places).settings.staff.pin)
    assert "used on this stand before" in desk.look()
    assert desk.keep("55918462") == NO_STICK
    assert pin.verify("90218463", load(places).settings.staff.pin)


def test_without_a_stick_nothing_is_kept(places: Places) -> None:
    desk = PinResetDesk(places, list)
    assert desk.look() == NO_STICK
    assert desk.keep("90218463") == NO_STICK
    assert pin.verify("739158", load(places).settings.staff.pin)


def test_a_disk_that_refuses_keeps_the_old_pin(places: Places, stick: Path) -> None:
    desk = PinResetDesk(places, lambda: [stick])
    assert desk.look() == ""
    places.pin_resets.mkdir()
    assert desk.keep("90218463") != ""
    assert pin.verify("739158", load(places).settings.staff.pin)
