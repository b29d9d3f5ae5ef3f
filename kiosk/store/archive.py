"""The strict zip reader: the only code that opens the archive in a bundle file.

It reads its own way instead of by Python's zipfile, because it wants less: plain files, stored or
deflated, laid end to end with nothing between, before or behind them, named once, never larger
than they say. The whole directory is judged before the first file is unpacked; memory is bounded
by the limits. Source of the format: PKWARE APPNOTE 6.3, sections 4.3 and 4.4. No Qt.
"""

from __future__ import annotations

import stat
import struct
import unicodedata
from collections.abc import Sequence
from typing import BinaryIO, NamedTuple

from kiosk.content import limits, names
from kiosk.content.errors import ContentError
from kiosk.said import said
from kiosk.store.files import too_large

CONTENT = "content.json"
STORED, DEFLATED = 0, 8
END = struct.Struct("<4s4H2IH")
CENTRAL = struct.Struct("<4s6H3I5H2I")
LOCAL = struct.Struct("<4s5H3I2H")
END_MARK, CENTRAL_MARK, LOCAL_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_HARMLESS = 0x0006 | 0x0800
"""Flags that say how well it is deflated and that the name is UTF-8."""
_MOST_EXTRA = 512
_FULL = 0xFFFF
ENTRIES = limits.ASSET_FILES + 1
"""The pictures and content.json."""


class Entry(NamedTuple):
    """A file in the archive; `start` is where its packed bytes begin, counted from the zip."""

    name: str
    size: int
    packed: int
    method: int
    crc: int
    start: int


class _Central(NamedTuple):
    """An entry of the directory, before its local header has been compared with it."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    mode: int
    header: int


def read_directory(file: BinaryIO, size: int) -> list[Entry]:
    """All entries, in the order in which they lie in the file.

    `file` holds the zip and nothing else, `size` bytes. Raises `ContentError`; `OSError`.
    """
    start, count, length = _end(file, size)
    file.seek(start)
    directory = list(_directory(file.read(length), count))
    _refuse_twins(directory)
    for entry in directory:
        _judge(entry)
    if sum(entry.size for entry in directory) > limits.BUNDLE_BYTES:
        words = said(
            "The bundle is larger than {value} GiB when unpacked.", value=limits.BUNDLE_BYTES >> 30
        )
        raise ContentError("E136", words, said("Use smaller or fewer pictures."))
    directory.sort(key=lambda entry: entry.header)
    return _laid_end_to_end(file, directory, start)


def _end(file: BinaryIO, size: int) -> tuple[int, int, int]:
    """Where the directory begins, how many entries it has, and its length in bytes."""
    if size < END.size:
        raise damaged(said("its directory is missing"))
    file.seek(size - END.size)
    mark, disk, first, here, count, length, start, comment = END.unpack(file.read(END.size))
    if mark != END_MARK or comment:
        raise damaged(said("its directory is missing, or something follows it"))
    if max(here, count) > ENTRIES:
        words = said(
            "The bundle holds too many files; {most} are possible.", most=limits.ASSET_FILES
        )
        raise ContentError("E138", words, said("Remove the pictures that are not used."))
    if disk or first or here != count or start + length != size - END.size:
        raise damaged(said("its directory does not lie where it says"))
    if length > count * (CENTRAL.size + limits.PATH_LENGTH * 4 + _MOST_EXTRA):
        raise damaged(said("its directory is too long"))
    return start, count, length


def _directory(raw: bytes, count: int) -> Sequence[_Central]:
    found: list[_Central] = []
    at = 0
    for _ in range(count):
        if at + CENTRAL.size > len(raw):
            raise damaged(said("its directory ends too early"))
        mark, _made, _need, flags, method, _time, _date, crc, packed, size, *rest = (
            CENTRAL.unpack_from(raw, at)
        )
        name_bytes, extra_bytes, comment_bytes, _disk, _internal, external, header = rest
        if mark != CENTRAL_MARK:
            raise damaged(said("its directory is broken"))
        at += CENTRAL.size
        raw_name = raw[at : at + name_bytes]
        at += name_bytes + extra_bytes + comment_bytes
        name = raw_name.decode("utf-8", "replace")
        mode = external >> 16
        found.append(_Central(name, raw_name, flags, method, crc, packed, size, mode, header))
    if at != len(raw):
        raise damaged(said("its directory is broken"))
    return found


def _refuse_twins(directory: Sequence[_Central]) -> None:
    seen: dict[str, str] = {}
    for entry in directory:
        folded = unicodedata.normalize("NFC", entry.name).casefold()
        if folded in seen:
            shown = names.shown(entry.name)
            words = said(
                "Two files have the same name: “{name}” and “{twin}”.",
                name=names.shown(seen[folded]),
                twin=shown,
            )
            raise ContentError("E102", words, said("Rename or remove one of them, and pack again."))
        seen[folded] = entry.name


def _judge(entry: _Central) -> None:
    """Refuse what no bundle holds, by the directory alone."""
    _judge_kind(entry)
    shown = names.shown(entry.name)
    if entry.size > limits.RATIO * entry.packed:
        raise expands(entry.name)
    most = limits.CONTENT_BYTES if entry.name == CONTENT else limits.PICTURE_BYTES
    if entry.size > most:
        raise too_large(shown, entry.size, most)
    if entry.method not in {STORED, DEFLATED} or entry.flags & ~_HARMLESS:
        raise damaged(said("“{name}” is packed in a way that is not read here", name=shown))
    if entry.method == STORED and entry.size != entry.packed:
        raise damaged(said("the sizes of “{name}” contradict each other", name=shown))


def _judge_kind(entry: _Central) -> None:
    """Refuse everything but a plain, readable file of a good name."""
    shown = names.shown(entry.name)
    kind = stat.S_IFMT(entry.mode)
    if kind == stat.S_IFLNK:
        words = said("“{name}” is a link; links are not allowed.", name=shown)
        raise ContentError(
            "E134", words, said("Put the file itself into the bundle, and pack again.")
        )
    if entry.flags & _ENCRYPTED:
        words = said("The bundle is protected with a password.")
        raise ContentError(
            "E140", words, said("Remove the password, and pack it with “kiosk pack”.")
        )
    wrong = names.fault(entry.name) if entry.name != CONTENT else None
    if wrong and wrong[0] in {"E130", "E131"}:
        raise ContentError(*wrong)
    if kind not in {0, stat.S_IFREG} or entry.name.endswith("/"):
        words = said("“{name}” is not a plain file.", name=shown)
        raise ContentError("E135", words, said("Pack the bundle again with “kiosk pack”."))
    if wrong:
        raise ContentError(*wrong)


def _laid_end_to_end(file: BinaryIO, directory: Sequence[_Central], end: int) -> list[Entry]:
    """The entries with the place of their data; nothing may overlap and nothing lie between."""
    found: list[Entry] = []
    at = 0
    for entry in directory:
        if entry.header != at:
            raise damaged(
                said("something lies before “{name}”, or it overlaps another file", name=entry.name)
            )
        start = at + _local(file, entry)
        at = start + entry.packed
        found.append(Entry(entry.name, entry.size, entry.packed, entry.method, entry.crc, start))
    if at != end:
        raise damaged(said("something lies before its directory"))
    return found


def _local(file: BinaryIO, entry: _Central) -> int:
    """The length of a file's own header, which has to say the same as the directory."""
    file.seek(entry.header)
    raw = file.read(LOCAL.size)
    if len(raw) < LOCAL.size:
        raise damaged(said("it ends too early"))
    mark, _need, flags, method, _time, _date, crc, packed, size, name_bytes, extra = LOCAL.unpack(
        raw
    )
    same = (flags, method, crc, packed, size) == (
        entry.flags,
        entry.method,
        entry.crc,
        entry.packed,
        entry.size,
    )
    name = file.read(name_bytes)
    if mark != LOCAL_MARK or not same or name != entry.raw_name:
        raise damaged(said("“{name}” is called differently in two places", name=entry.name))
    return LOCAL.size + name_bytes + extra


def expands(name: str) -> ContentError:
    """The refusal of a file that unpacks to far more than it is packed, or than it says."""
    words = said("“{name}” expands too much when it is unpacked.", name=names.shown(name))
    return ContentError("E137", words, said("Pack the bundle again with “kiosk pack”."))


def damaged(how: str) -> ContentError:
    """The refusal of an archive that is put together in another way than ours."""
    words = said("The bundle file is put together in a wrong way: {how}.", how=how)
    return ContentError("E142", words, said("Pack the bundle again with “kiosk pack”."))
