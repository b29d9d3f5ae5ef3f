"""Packing: the file is what the format says, the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from kiosk.content.errors import ContentError
from kiosk.store import signing
from kiosk.store.admission import Policy
from kiosk.store.checking import Refused
from kiosk.store.packing import Label, pack
from kiosk.store.staging import stage
from kiosk.store.trust import Trust
from tests.fixtures import kiosk_files as make

KEY = signing.generate("HQ")
LABEL = Label(7, make.CREATED, min_app="0.1")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return make.write_folder(tmp_path / "fair")


def parts(data: bytes) -> tuple[bytes, bytes, bytes]:
    """Manifest, signature and zip, by the letter of docs/bundle-format.md."""
    assert data[:8] == b"KIOSK\r\n\x1a"
    manifest, signature = struct.unpack(">IH", data[8:14])
    middle = 14 + manifest
    return data[14:middle], data[middle : middle + signature], data[middle + signature :]


def test_the_file_is_what_the_format_says(source: Path, tmp_path: Path) -> None:
    packed = pack(source, tmp_path / "a.kiosk", LABEL, KEY)
    raw, signature, archive = parts((tmp_path / "a.kiosk").read_bytes())
    manifest = json.loads(raw)
    assert manifest["sequence"] == 7
    assert (manifest["id"], manifest["version"]) == ("sample", "1")
    assert manifest["zipSha256"] == hashlib.sha256(archive).hexdigest()
    assert manifest["zipSize"] == len(archive)
    found = signing.signer(raw, signature)
    assert found is not None
    assert found.raw == KEY.public.raw
    with zipfile.ZipFile(io.BytesIO(archive)) as other_reader:
        assert other_reader.testzip() is None
        for entry in manifest["files"]:
            data = other_reader.read(entry["path"])
            assert (len(data), hashlib.sha256(data).hexdigest()) == (entry["size"], entry["sha256"])
        assert other_reader.namelist() == ["content.json", "assets/chain.png"]
    assert packed.size == (tmp_path / "a.kiosk").stat().st_size
    assert packed.changed == ()


def test_a_stand_takes_what_was_packed(source: Path, tmp_path: Path) -> None:
    pack(source, tmp_path / "a.kiosk", LABEL, KEY)
    staged = stage(tmp_path / "a.kiosk", tmp_path / "s", Policy(Trust().added(KEY.public)))
    assert staged.signed_by == KEY.public.fingerprint
    for name in ("content.json", "assets/chain.png"):
        assert (staged.folder / name).read_bytes() == (source / name).read_bytes()


def test_the_same_input_gives_the_same_bytes(source: Path, tmp_path: Path) -> None:
    pack(source, tmp_path / "a.kiosk", LABEL, KEY)
    (source / "assets" / "chain.png").touch()
    pack(source / "content.json", tmp_path / "b.kiosk", LABEL, KEY)
    assert (tmp_path / "a.kiosk").read_bytes() == (tmp_path / "b.kiosk").read_bytes()
    pack(source, tmp_path / "c.kiosk", Label(8, make.CREATED), KEY)
    assert (tmp_path / "a.kiosk").read_bytes() != (tmp_path / "c.kiosk").read_bytes()


def test_pictures_are_put_right(source: Path, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20)).save(source / "assets" / "chain.png", exif=exif)
    packed = pack(source, tmp_path / "a.kiosk", LABEL)
    assert packed.changed == ("assets/chain.png",)
    staged = stage(tmp_path / "a.kiosk", tmp_path / "s", Policy())
    with Image.open(staged.folder / "assets/chain.png") as image:
        assert image.size == (20, 40)


def test_what_expands_too_much_is_stored(source: Path, tmp_path: Path) -> None:
    text = (source / "content.json").read_text(encoding="utf-8")
    (source / "content.json").write_text(text + " " * 3_000_000, encoding="utf-8")
    pack(source, tmp_path / "a.kiosk", LABEL)
    assert stage(tmp_path / "a.kiosk", tmp_path / "s", Policy()).bundle.id == "sample"
    assert (tmp_path / "a.kiosk").stat().st_size > 3_000_000


def test_a_bundle_with_errors_is_not_packed(source: Path, tmp_path: Path) -> None:
    (tmp_path / "a.kiosk").write_bytes(b"the old one")
    (source / "assets" / "chain.png").unlink()
    with pytest.raises(Refused) as error:
        pack(source, tmp_path / "a.kiosk", LABEL)
    assert error.value.code == "E132"
    assert (tmp_path / "a.kiosk").read_bytes() == b"the old one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.kiosk", "fair"]


@pytest.mark.parametrize(
    "label",
    [Label(0, make.CREATED), Label(1, "now"), Label(1, make.CREATED, site="A B")],
    ids=["sequence", "created", "site"],
)
def test_a_label_that_no_stand_would_take(source: Path, tmp_path: Path, label: Label) -> None:
    with pytest.raises(ContentError):
        pack(source, tmp_path / "a.kiosk", label)
    assert not (tmp_path / "a.kiosk").exists()


def test_progress_ends_at_the_whole(source: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    pack(source, tmp_path / "a.kiosk", LABEL, None, lambda *how_far: told.append(how_far))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] > 0


def test_the_documented_manifest_is_the_real_one(source: Path, tmp_path: Path) -> None:
    text = (Path(__file__).parents[3] / "docs" / "bundle-format.md").read_text(encoding="utf-8")
    example = json.loads(text.split("```json")[1].split("```")[0])
    pack(source, tmp_path / "a.kiosk", LABEL)
    real = json.loads(parts((tmp_path / "a.kiosk").read_bytes())[0])
    assert list(example) == list(real)
    assert list(example["files"][0]) == list(real["files"][0])
    for name in real:
        assert f"`{name}`" in text
