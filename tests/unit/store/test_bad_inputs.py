"""Every bad input that staff may bring, by the list of the requirements: each has its code.

As a plain folder it goes through `kiosk check` and through staging, as a bundle file through
staging. What is only advice (W) is taken and said. The words are looked at in the tests nearer by.
"""

from __future__ import annotations

import errno
import os
import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk import icons
from kiosk.content.coverage import Coverage
from kiosk.content.errors import ContentError
from kiosk.store import copying, signing
from kiosk.store.admission import Policy
from kiosk.store.checking import Refused
from kiosk.store.inspect import check_folder
from kiosk.store.staging import stage
from kiosk.store.trust import Trust
from tests.fixtures import kiosk_files as make

BAD = Path(__file__).parents[2] / "fixtures" / "bad"
KEY, FOREIGN = signing.generate(), signing.generate()
ANYTHING = Policy()
STAND = Policy(Trust(now=KEY.public, known_day="2026-06-01"), floor=10, site="vilnius")
PATH = "assets/chain.png"


class Line(NamedTuple):
    """A line of the list: what it is, the code it gets, and how it is made.

    `source` is the name of a folder below tests/fixtures/bad, or the bytes of a bundle file.
    """

    about: str
    code: str
    source: str | Callable[[], bytes]
    policy: Policy = ANYTHING


def file(*more: make.Item, **options: object) -> Callable[[], bytes]:
    """A bundle file whose zip holds more than its list says, or is otherwise as told."""
    return lambda: make.bundle_file(archive=make.zipped([*make.items(), *more]), **options)


def evil(change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """A bundle file with a changed zip."""
    return lambda: make.bundle_file(archive=change(make.zipped(make.items())))


def bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(30_000_000)) + packer.flush()
    archive = make.one_entry(packed, 30_000_000, 0, method=8)
    return make.bundle_file(archive=archive)


def many() -> bytes:
    """As a zip of 100 000 says it: more than fits into its field."""
    return make.bundle_file(archive=make.archive_end(0xFFFF, 0, 0))


def signed(key: signing.PrivateKey = KEY, **changes: object) -> Callable[[], bytes]:
    return lambda: make.bundle_file(key=key, **changes)


def one_byte_changed() -> bytes:
    data = bytearray(make.bundle_file(key=KEY))
    data[-300] ^= 1
    return bytes(data)


LINES = [
    Line("no content.json", "E101", "no-content"),
    Line("two files differing by case", "E102", file(("Content.json", b"{}"))),
    Line("empty file", "E103", "empty"),
    Line("invalid UTF-8 byte", "E104", "invalid-utf8"),
    Line("missing comma", "E105", "missing-comma"),
    Line("trailing comma", "E105", "trailing-comma"),
    Line("comment", "E105", "comment"),
    Line("duplicate key", "E106", "duplicate-key"),
    Line("nesting 100 000", "E108", "too-deep"),
    Line("5000-digit integer", "E107", "huge-number"),
    Line("top level is a list", "E109", "a-list"),
    Line("unknown key titel", "E111", "unknown-key"),
    Line("missing required title", "E112", "missing-title"),
    Line("newer schema version", "E114", "format-newer"),
    Line("needs a later program", "E114", signed(minApp="2.4")),
    Line("older schema that cannot be converted", "E115", "format-older"),
    Line("duplicate page id", "E116", "duplicate-page"),
    Line("language code english", "E120", "language-english"),
    Line("declared language without texts", "E121", "language-without-texts"),
    Line("bidi override U+202E", "E122", "bidi-override"),
    Line("<img> in a text", "W202", "markup-image"),
    Line("<a href> in a text", "W202", "markup-link"),
    Line("word of 500 letters", "W203", "long-word"),
    Line("letters with no glyph", "E124", "no-glyph"),
    Line("asset path ../../etc/passwd", "E130", "path-leaves"),
    Line("file:// as asset", "E131", "path-file"),
    Line("http:// as asset", "E131", "path-http"),
    Line("data: as asset", "E131", "path-data"),
    Line("qrc: as asset", "E131", "path-qrc"),
    Line("image:// as asset", "E131", "path-provider"),
    Line("asset missing", "E132", "missing-picture"),
    Line("asset not used", "W204", "unused-picture"),
    Line("CON.png", "E133", "path-device"),
    Line("a:b", "E133", "path-colon"),
    Line("name.", "E133", "path-end-dot"),
    Line("aux in a zip", "E133", file(("assets/aux", b""))),
    Line("path of 300 characters", "E133", "path-300"),
    Line("symlink entry in zip", "E134", file((make.linked(PATH + "x", stat.S_IFLNK), b"/etc"))),
    Line("device in zip", "E135", file((make.linked("assets/d.png", stat.S_IFBLK), b""))),
    Line("fifo in zip", "E135", file((make.linked("assets/d.png", stat.S_IFIFO), b""))),
    Line("a zip", "E135", lambda: make.zipped(make.items())),
    Line("a tar", "E135", lambda: bytes(257) + b"ustar" + bytes(1000)),
    Line("zip entry ../../evil", "E130", file(("../../evil", b""))),
    Line("two zip entries of the same name", "E102", file((PATH, b""))),
    Line("ratio 1028:1", "E137", bomb),
    Line("100 000 entries", "E138", many),
    Line("zip in zip", "E139", "zip-inside"),
    Line("zip in the zip of a bundle file", "E139", file(("assets/x.zip", b"PK\x03\x04"))),
    Line("encrypted zip", "E140", evil(make.encrypted)),
    Line("zip cut in half", "E141", lambda: make.bundle_file()[:2000]),
    Line("PNG 20000 x 20000", "E150", "picture-too-large"),
    Line("SVG", "E153", "path-svg"),
    Line("SVG named .png", "E153", "picture-svg"),
    Line("CMYK", "E155", "picture-cmyk"),
    Line("16-bit", "E155", "picture-16-bit"),
    Line("TIFF", "E155", "picture-tiff"),
    Line("HEIC", "E155", "picture-heic"),
    Line("animated WebP", "E155", "picture-webp-moving"),
    Line("EXIF rotation", "W205", "picture-turned"),
    Line("GPS data", "W205", "picture-located"),
    *(
        Line(f"{ending} inside", "E139", file((f"assets/x.{ending}", b"")))
        for ending in ("qml", "js", "py", "so", "exe", "desktop", "html", "mp4", "webm")
    ),
    Line("QML inside a folder", "E139", "script-inside"),
    Line("signature missing", "E180", make.bundle_file, STAND),
    Line("wrong key", "E181", signed(FOREIGN), STAND),
    Line("other site", "E182", signed(site="riga"), STAND),
    Line("older sequence", "E183", signed(sequence=9), STAND),
    Line("one byte changed", "E184", one_byte_changed, STAND),
    Line("expired", "E185", signed(expires="2026-05-31"), STAND),
    Line("nothing there", "E190", "no such folder"),
]


def staged_codes(source: Path, into: Path, policy: Policy) -> set[str]:
    """The codes of a refusal in words; none when it is taken."""
    try:
        stage(source, into, policy)
    except Refused as refused:
        return {problem.code for problem in refused.problems}
    except ContentError as error:
        return {error.code if error.words and error.fix else "without words"}
    return set()


def as_file(folder: Path) -> bytes:
    """A folder of the corpus as a bundle file."""
    names = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    kept = [path for path in names if path.name != "expected.json"]
    files: list[make.Item] = [(str(p.relative_to(folder)), p.read_bytes()) for p in kept]
    return make.bundle_file(files, archive=make.zipped(files, zipfile.ZIP_STORED))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("line", LINES, ids=lambda line: line.about)
def test_bad_input(line: Line, tmp_path: Path) -> None:
    sources: list[Path] = []
    if isinstance(line.source, str):
        folder = BAD / line.source
        sources.append(folder)
        if folder.is_dir():
            problems = check_folder(folder, frozenset(icons.glyphs()), Coverage())
            assert line.code in {problem.code for problem in problems}
            (tmp_path / "a.kiosk").write_bytes(as_file(folder))
            sources.append(tmp_path / "a.kiosk")
    else:
        (tmp_path / "a.kiosk").write_bytes(line.source())
        sources.append(tmp_path / "a.kiosk")
    for number, source in enumerate(sources):
        into = tmp_path / f"staging-{number}"
        codes = staged_codes(source, into, line.policy)
        if line.code.startswith("W"):
            assert codes == set()
        else:
            assert line.code in codes
            assert list(into.iterdir()) == []


def test_a_stick_that_is_pulled_out_half_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.kiosk").write_bytes(make.bundle_file())

    def half(source: object, name: str) -> object:
        yield b"x"
        raise copying.unreadable(name, OSError(errno.EIO, os.strerror(errno.EIO)))

    monkeypatch.setattr(copying, "pieces", half)
    assert staged_codes(tmp_path / "a.kiosk", tmp_path / "staging", ANYTHING) == {"E190"}


def test_the_list_is_whole() -> None:
    """All codes of the list but those of films, whose block is to come, and of small buttons."""
    numbers = [*range(101, 106), *range(106, 110), 111, 112, 114, 115, 116, *range(120, 123), 124]
    numbers += [*range(130, 136), *range(137, 142), 150, 153, 155, *range(180, 186), 190]
    assert {line.code for line in LINES if line.code[0] == "E"} == {f"E{each}" for each in numbers}
    assert {line.code for line in LINES if line.code[0] == "W"} == {"W202", "W203", "W204", "W205"}
