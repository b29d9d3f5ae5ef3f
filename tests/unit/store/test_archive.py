"""The strict zip reader: what Python's own writer makes is read, everything odd is refused."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.store import archive
from kiosk.store.copying import unpacked
from tests.fixtures import kiosk_files as make

PATH = "assets/chain.png"


def read(data: bytes) -> list[archive.Entry]:
    return archive.read_directory(io.BytesIO(data), len(data))


def code(data: bytes) -> str:
    with pytest.raises(ContentError) as error:
        read(data)
    assert error.value.words
    assert error.value.fix
    return error.value.code


def contents(data: bytes, sums: dict[str, str]) -> dict[str, bytes]:
    file = io.BytesIO(data)
    return {
        entry.name: b"".join(unpacked(file, entry, sums[entry.name]))
        for entry in archive.read_directory(file, len(data))
    }


def sums(files: list[make.Item]) -> dict[str, str]:
    return {each["path"]: each["sha256"] for each in make.manifest(b"", files)["files"]}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_other_programs_write_is_read(method: int) -> None:
    files = [
        *make.items(),
        ("assets/empty.png", b""),
        ("assets/long.png", b"".join(b"%d," % n for n in range(400_000))),
    ]
    assert contents(make.zipped(files, method), sums(files)) == dict(files)


def test_an_empty_archive_has_no_entries() -> None:
    assert read(make.zipped([])) == []


def test_methods_other_than_stored_and_deflated() -> None:
    assert code(make.zipped(make.items(), zipfile.ZIP_BZIP2)) == "E142"
    assert code(make.zipped(make.items(), zipfile.ZIP_LZMA)) == "E142"


def test_a_password() -> None:
    assert code(make.encrypted(make.zipped(make.items()))) == "E140"


def test_sizes_that_come_later() -> None:
    """A zip that was written to a pipe keeps its sizes behind the data."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.data += data
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as written:  # type: ignore[arg-type]
        written.writestr("content.json", b"{}")
    assert code(bytes(pipe.data)) == "E142"


def test_a_bomb() -> None:
    """30 MB of nothing in 30 kB."""
    packed = deflated(bytes(30_000_000))
    assert code(make.one_entry(packed, 30_000_000, 0, method=8)) == "E137"


def test_more_than_it_says_is_not_unpacked() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(50_000_000)) + packer.flush()
    lying = make.one_entry(packed, 100, zlib.crc32(bytes(100)), method=8)
    (entry,) = read(lying)
    with pytest.raises(ContentError) as error:
        list(unpacked(io.BytesIO(lying), entry, ""))
    assert error.value.code == "E137"


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("packed", "size", "crc", "method"),
    [
        (deflated(b"abc"), 4, zlib.crc32(b"abc"), 8),
        (deflated(b"abc"), 3, zlib.crc32(b"abd"), 8),
        (deflated(b"abc")[:-1], 3, zlib.crc32(b"abc"), 8),
        (deflated(b"abc") + b"x", 3, zlib.crc32(b"abc"), 8),
        (b"\xff\xff\xff", 3, zlib.crc32(b"abc"), 8),
        (b"abc", 3, zlib.crc32(b"abd"), 0),
    ],
    ids=["short", "sum", "cut", "more", "no data", "stored sum"],
)
def test_data_that_are_not_what_they_were(packed: bytes, size: int, crc: int, method: int) -> None:
    data = make.one_entry(packed, size, crc, method)
    (entry,) = read(data)
    with pytest.raises(ContentError) as error:
        list(unpacked(io.BytesIO(data), entry, "0" * 64))
    assert error.value.code == "E142"


def test_stored_sizes_that_contradict_each_other() -> None:
    assert code(make.one_entry(b"abc", 4, 0, method=0)) == "E142"


def test_too_many_entries() -> None:
    count = limits.ASSET_FILES + 2
    assert code(make.zipped([(f"assets/{n}.png", b"") for n in range(count)])) == "E138"
    assert code(make.archive_end(0xFFFF, 0, 0)) == "E138"
    assert len(read(make.zipped([(f"assets/{n}.png", b"") for n in range(count - 1)]))) == count - 1


def test_too_large_all_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BUNDLE_BYTES", 100)
    assert code(make.zipped(make.items())) == "E136"


def test_twins() -> None:
    assert code(make.zipped([("assets/a.png", b""), ("assets/A.png", b"")])) == "E102"
    composed, apart = "assets/\u00e9.png", "assets/e\u0301.png"
    assert code(make.zipped([(composed, b""), (apart, b"")])) == "E102"
    assert code(make.zipped([("assets/straße.png", b""), ("assets/STRASSE.png", b"")])) == "E102"


def test_entries_that_overlap() -> None:
    """Two directory entries that point at the same data: the classic bomb."""
    whole = make.zipped([("assets/a.png", b"x" * 100), ("assets/b.png", b"x" * 100)])
    second = whole.index(b"PK\x03\x04", 4)
    at = whole.rindex(b"PK\x01\x02")
    changed = bytearray(whole)
    assert struct.unpack_from("<I", changed, at + 42)[0] == second
    struct.pack_into("<I", changed, at + 42, 0)
    assert code(bytes(changed)) == "E142"


def test_something_hidden_before_between_and_behind() -> None:
    whole = make.zipped(make.items())
    at = len(whole) - 22
    start = struct.unpack_from("<I", whole, at + 16)[0]
    moved = bytearray(whole)
    struct.pack_into("<I", moved, at + 16, start + 3)
    assert code(bytes(moved[:start]) + b"xyz" + bytes(moved[start:])) == "E142"
    assert code(b"xyz" + whole) == "E142"
    assert code(whole + b"x") == "E142"
    assert code(whole[:at] + make.archive_end(2, at - start, start, comment=1) + b"x") == "E142"
    assert code(whole[:-1]) == "E142"


def test_a_name_that_differs_in_the_files_own_header() -> None:
    whole = make.zipped(make.items())
    assert code(whole.replace(PATH.encode(), b"assets/other.png", 1)) == "E142"


def test_a_directory_that_says_too_little_or_too_much() -> None:
    whole = make.zipped(make.items())
    at = len(whole) - 22
    start = struct.unpack_from("<I", whole, at + 16)[0]
    body, length = whole[:at], at - start
    assert code(body + make.archive_end(1, length, start)) == "E142"
    assert code(body + make.archive_end(3, length, start)) == "E142"
    assert code(body + make.archive_end(2, length, start, total=3)) == "E142"
    assert code(body + make.archive_end(2, length - 1, start + 1)) == "E142"
    assert code(body + make.archive_end(2, length - 1, start)) == "E142"
    assert code(body + bytes(9000) + make.archive_end(2, length + 9000, start)) == "E142"
    assert code(b"") == "E142"


@settings(max_examples=150)
@given(data=st.data())
def test_changed_archives_are_read_or_refused(data: st.DataObject) -> None:
    """Whatever bytes are changed: a refusal in words, or the same files."""
    files = make.items()
    whole = bytearray(make.zipped(files))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = contents(bytes(whole), sums(files))
    except ContentError as error:
        found = {"refused": f"{error.words}{error.fix}".encode()}
    except KeyError as error:  # a name that is allowed, but not the one in the list
        found = {"refused": str(error).encode()}
    assert found == dict(files) or found["refused"]
