"""A small copy of ICU's data library, with what Qt asks ICU for: sorting of names by language.

Qt brings 32 MB of it: names of countries, rules of spelling, dictionaries and tables of old
encodings that nothing of the kiosk ever asks for (Qt has dates and numbers of its own). The layout
is that of ICU's common data: a header, a table of names and places, the items, all 16-aligned
(ICU user guide, "ICU Data"). Linked anew by binutils under the same name, so that Qt takes it.
"""

from __future__ import annotations

import fnmatch
import re
import struct
import subprocess
import tempfile
from pathlib import Path

KEPT = (
    "coll/*",
    "*.nrm",
    "*.icu",
    "keyTypeData.res",
    "likelySubtags.res",
    "metadata.res",
    "numberingSystems.res",
    "pool.res",
    "res_index.res",
    "root.res",
    "supplementalData.res",
    "timezoneTypes.res",
    "windowsZones.res",
    "metaZones.res",
    "zoneinfo64.res",
)
"""Patterns of the items that stay, after the first folder of their names."""
DROPPED = ("unames.icu", "confusables.cfu")
_ALIGNMENT = 16
_SOURCE = """
    .globl {symbol}
    .type {symbol}, @object
    .section .rodata, "a", @progbits
    .balign 16
{symbol}:
    .incbin "{data}"
    .size {symbol}, .-{symbol}
    .section .note.GNU-stack, "", @progbits
"""


def reduce(library: Path) -> None:
    """Replace the data library by its small copy."""
    version = re.fullmatch(r"libicudata\.so\.(\d+)", library.name)
    if version is None:
        raise SystemExit(f"{library.name} does not look like ICU's data library")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = folder / "whole"
        only = ("--only-section=.rodata", str(library), str(whole))
        subprocess.run(["objcopy", "-O", "binary", *only], check=True)
        (folder / "data").write_bytes(package(items(whole.read_bytes()), whole.read_bytes()))
        source = folder / "data.s"
        symbol = f"icudt{version[1]}_dat"
        source.write_text(_SOURCE.format(symbol=symbol, data=folder / "data"), encoding="ascii")
        subprocess.run(["as", "-o", str(folder / "data.o"), str(source)], check=True)
        linked = ("-shared", "-soname", library.name, "-z", "noexecstack", "--build-id=none")
        small = folder / library.name
        subprocess.run(["ld", *linked, "-o", str(small), str(folder / "data.o")], check=True)
        library.write_bytes(small.read_bytes())


def items(data: bytes) -> dict[str, bytes]:
    """All items of a package by their full names."""
    table = _table(data)
    (count,) = struct.unpack_from("<I", data, table)
    places = [struct.unpack_from("<II", data, table + 4 + 8 * n) for n in range(count)]
    ends = [*(at for _, at in places[1:]), len(data) - table][:count]
    found: dict[str, bytes] = {}
    for (name_at, at), end in zip(places, ends, strict=True):
        begin = table + name_at
        name = data[begin : data.index(b"\0", begin)].decode("ascii")
        found[name] = data[table + at : table + end]
    return found


def kept(name: str) -> bool:
    """Whether an item stays; `name` is with its first folder, `icudt73l/root.res`."""
    inner = name.partition("/")[2]
    return inner not in DROPPED and any(fnmatch.fnmatchcase(inner, each) for each in KEPT)


def package(everything: dict[str, bytes], like: bytes) -> bytes:
    """A package of the items that stay, with the header of `like`."""
    chosen = {name: data for name, data in sorted(everything.items()) if kept(name)}
    names = b"".join(name.encode("ascii") + b"\0" for name in chosen)
    at = 4 + 8 * len(chosen)
    end = _aligned(at + len(names))
    table, body = [struct.pack("<I", len(chosen))], bytearray()
    for name, data in chosen.items():
        table.append(struct.pack("<II", at, end + len(body)))
        body += data.ljust(_aligned(len(data)), b"\0")
        at += len(name) + 1
    head = b"".join(table) + names
    return like[: _table(like)] + head.ljust(end, b"\0") + bytes(body)


def _table(data: bytes) -> int:
    """Where the table of names begins; raises SystemExit when this is no package of ICU's."""
    size, first, second = struct.unpack_from("<HBB", data)
    if (first, second) != (0xDA, 0x27) or data[12:16] != b"CmnD":
        raise SystemExit("ICU's data has another form than expected")
    return size


def _aligned(length: int) -> int:
    return -(-length // _ALIGNMENT) * _ALIGNMENT
