"""A store with small real bundles, for the tests of the store."""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

from kiosk.content.model import Bundle
from kiosk.store.reader import bundle_from
from kiosk.store.records import VersionInfo
from kiosk.store.staged import Manifest, Staged
from kiosk.store.versions import Store

GOOD = json.loads((Path(__file__).parents[2] / "fixtures" / "good.json").read_bytes())


def content(version: str) -> bytes:
    """A content.json whose texts tell the version."""
    return json.dumps({**GOOD, "version": version}).encode()


def picture(words: str) -> bytes:
    """A real PNG of one pixel that carries some words."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"tEXt", b"Comment\0" + words.encode())
    return (
        b"\x89PNG\r\n\x1a\n" + parts + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    )


def files(version: str) -> dict[str, bytes]:
    """The files of a bundle: the content and two assets that change with it."""
    return {
        "content.json": content(version),
        "assets/one.png": picture(f"one of {version}"),
        "assets/maps/two.png": picture(f"two of {version}"),
    }


def put(folder: Path, version: str) -> Bundle:
    """Write a bundle into a folder as the strict reader would leave it."""
    for name, data in files(version).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return bundle_from(content(version))


def staged(folder: Path, version: str, sequence: int = 0) -> Staged:
    """A staged bundle in an empty folder; signed when it has a sequence."""
    folder = folder / "bundle"
    bundle = put(folder, version)
    if not sequence:
        return Staged(folder, bundle, source_name=f"{version}-folder")
    manifest = Manifest(1, bundle.id, version, "vilnius", sequence, "", "0.1.0", 0, "", ())
    return Staged(folder, bundle, manifest, b"{}", b"s" * 64, "ab12", f"{version}.kiosk")


def install(store: Store, version: str, sequence: int = 0, *, good: bool = True) -> VersionInfo:
    """Publish a bundle, and confirm it unless told otherwise."""
    with store.locked(), store.staging() as room:
        info = store.publish(staged(room, version, sequence))
    if good:
        store.confirm(info.id)
    return info


def shown(store: Store) -> str:
    """The version text of what the store shows; "factory" when nothing installed is."""
    active = store.active()
    if active is None:
        return "factory"
    folder = store.path(active.id)
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    version = str(json.loads(found["content.json"])["version"])
    assert found == files(version)
    return version
