"""Ways to break a bundle: bytes, JSON trees, zips, labels, pictures. All by a seeded generator."""

from __future__ import annotations

import copy
import io
import json
import random
import struct
from collections.abc import Callable
from functools import cache
from typing import Any

from PIL import Image

from tests.fixtures import kiosk_files as make

ODD_TEXTS = [
    "", "\u202e", "\x00", "\ud800", "x" * 3000, "../../etc/passwd", "http://x", "en-US", "𝄞",
]  # fmt: skip
ODD_NUMBERS = [0, -1, 2**31, 2**63, 10**30, -(10**30), 0.5, 1e308, float("nan"), float("inf")]
ODD_NAMES = [
    "../x", "/x", "assets/CON.png", "assets/x.qml", "a" * 300, "assets//x.png", "é.png", ".",
]  # fmt: skip
ODD_KEYS = ["titel", "id", "", "\u202e", "__proto__", "x" * 500]
FIELDS = [
    b"\x00\x00", b"\xff\xff", b"\x01\x00", bytes(4), b"\xff\xff\xff\xff", b"PK\x01\x02",
]  # fmt: skip


def some_bytes(source: random.Random, data: bytes) -> bytes:
    """A few places changed, removed, doubled or put in; or the end cut off."""
    changed = data
    for _ in range(source.choice((1, 1, 2, 3, 8))):
        if changed:
            at = source.randrange(len(changed))
            changed = changed[:at] + _broken(source, changed[at:])
    return changed


def _broken(source: random.Random, rest: bytes) -> bytes:
    """Bytes whose beginning is broken."""
    span = source.choice((1, 1, 2, 4, 16, 200))
    field = source.choice(FIELDS)
    ways = (
        lambda: bytes((rest[0] ^ 1 << source.randrange(8),)) + rest[1:],
        lambda: source.randbytes(span) + rest[span:],
        lambda: rest[span:],
        lambda: rest[:span] + rest,
        lambda: field + rest[len(field) :],
        lambda: source.randbytes(span) + rest,
        lambda: b"",
    )
    return source.choice(ways)()


def a_tree(source: random.Random, data: Any) -> Any:
    """A JSON document with some values replaced, removed, renamed, doubled or nested."""
    data = copy.deepcopy(data)
    for _ in range(source.choice((1, 1, 1, 2, 5))):
        holder, key = _place(source, data)
        _break(source, holder, key)
    return data


def _place(source: random.Random, data: Any) -> tuple[Any, Any]:
    """A random holder in the document, and a key or number in it."""
    here = data
    while True:
        key = source.choice(list(here)) if isinstance(here, dict) else source.randrange(len(here))
        inner = here[key]
        if not isinstance(inner, (dict, list)) or not inner or source.random() < 0.25:
            return here, key
        here = inner


def _break(source: random.Random, holder: Any, key: Any) -> None:
    act = source.randrange(6)
    if act == 0:
        holder[key] = _odd(source)
    elif act == 1:
        del holder[key]
    elif act == 2 and isinstance(holder, dict):
        holder[source.choice(("titel", "id", "", "\u202e", "__proto__", "x" * 500))] = holder.pop(
            key
        )
    elif act == 3 and isinstance(holder, list):
        holder[key:key] = [holder[key]] * source.choice((1, 3, 30))
    elif act == 4:
        nested: Any = holder[key]
        for _ in range(source.choice((1, 5, 40))):
            nested = [nested] if source.random() < 0.5 else {"a": nested}
        holder[key] = nested
    else:
        other = source.choice(list(holder)) if isinstance(holder, dict) else 0
        holder[key], holder[other] = holder[other], holder[key]


def _odd(source: random.Random) -> Any:
    odd: list[Any] = [None, True, [], {}, *ODD_TEXTS, *ODD_NUMBERS, {"en": 5}, [[]], {"type": "x"}]
    return source.choice(odd)


def written(data: Any) -> bytes:
    """A document as bytes; half characters as escapes."""
    try:
        return json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(data).encode()


def content(source: random.Random) -> bytes:
    """A broken content.json."""
    good = make.items()[0][1]
    if source.random() < 0.4:
        return some_bytes(source, good)
    tree = written(a_tree(source, json.loads(good)))
    return some_bytes(source, tree) if source.random() < 0.1 else tree


def archive(source: random.Random) -> bytes:
    """A broken zip."""
    files: list[make.Item] = list(make.items())
    if source.random() < 0.3:
        files.append((source.choice(ODD_NAMES), source.randbytes(source.randrange(40))))
    data = make.zipped(files, source.choice((0, 8, 8, 12)))
    if source.random() < 0.5:
        return some_bytes(source, data)
    changed = bytearray(data)  # in its headers, where it hurts
    for _ in range(source.choice((1, 2, 4))):
        mark = source.choice((b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"))
        at = changed.find(mark)
        field = source.choice((*FIELDS, struct.pack("<I", source.randrange(3000))))
        place = at + 4 + source.randrange(42)
        changed[place : place + len(field)] = field
    return bytes(changed)


def label(source: random.Random, zipped: bytes, files: list[make.Item]) -> bytes:
    """A broken manifest."""
    tree = make.manifest(zipped, files)
    if source.random() < 0.5:
        return some_bytes(source, written(tree))
    return written(a_tree(source, tree))


@cache
def pictures() -> tuple[tuple[str, bytes], ...]:
    """Small good pictures of every kind, with and without data about place and camera."""
    image = Image.effect_noise((24, 16), 80).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    kinds: list[tuple[str, dict[str, Any]]] = [
        ("PNG", {}),
        ("PNG", {"exif": exif}),
        ("JPEG", {}),
        ("JPEG", {"exif": exif, "progressive": True}),
        ("WEBP", {}),
        ("WEBP", {"lossless": True, "exif": exif}),
    ]
    found: list[tuple[str, bytes]] = []
    for kind, options in kinds:
        target = io.BytesIO()
        image.save(target, kind, **options)
        found.append((kind.lower(), target.getvalue()))
    return tuple(found)


def picture(source: random.Random) -> bytes:
    """A broken picture."""
    _kind, data = source.choice(pictures())
    return some_bytes(source, data)


def whole_file(source: random.Random) -> bytes:
    """A bundle file with one of these broken, the rest made to fit; or broken as a whole."""
    return source.choice(_KINDS)(source)


def with_content(source: random.Random) -> bytes:
    """A bundle file around a broken content.json."""
    return make.bundle_file([("content.json", content(source)), *make.items()[1:]])


def with_picture(source: random.Random) -> bytes:
    """A bundle file around a broken picture."""
    return make.bundle_file([make.items()[0], ("assets/chain.png", picture(source))])


def with_archive(source: random.Random) -> bytes:
    """A bundle file around a broken zip."""
    return make.bundle_file(archive=archive(source))


def with_label(source: random.Random) -> bytes:
    """A bundle file with a broken manifest."""
    files = make.items()
    zipped = make.zipped(files)
    return make.joined(label(source, zipped, files), b"", zipped)


def as_a_whole(source: random.Random) -> bytes:
    """A bundle file with broken bytes anywhere."""
    return some_bytes(source, make.bundle_file())


_KINDS: tuple[Callable[[random.Random], bytes], ...] = (
    with_content,
    with_content,
    with_picture,
    with_archive,
    with_label,
    as_a_whole,
)
