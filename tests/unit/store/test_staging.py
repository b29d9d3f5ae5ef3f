"""From a stick to a checked copy: what is taken, what is refused, and what is left behind."""

from __future__ import annotations

import errno
import os
import stat
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.store import copying, signing
from kiosk.store.admission import Policy
from kiosk.store.checking import Refused
from kiosk.store.staging import stage
from kiosk.store.trust import Trust
from tests.fixtures import kiosk_files as make

KEY, NEXT, FOREIGN = (signing.generate(name) for name in ("now", "next", "foreign"))
TRUST = Trust().added(KEY.public).added(NEXT.public)
ANYTHING = Policy()
SIGNED = Policy(TRUST, floor=10, site="vilnius")
PATH = "assets/chain.png"


def refusal(data: bytes | Path, folder: Path, policy: Policy = ANYTHING) -> ContentError:
    """What is said about a source, which leaves nothing behind."""
    source = data if isinstance(data, Path) else folder / "stand.kiosk"
    if isinstance(data, bytes):
        source.write_bytes(data)
    into = folder / "staging"
    with pytest.raises(ContentError) as error:
        stage(source, into, policy)
    assert list(into.iterdir()) == []
    assert error.value.words.strip()
    assert error.value.fix.strip()
    return error.value


def code(data: bytes | Path, folder: Path, policy: Policy = ANYTHING) -> str:
    return refusal(data, folder, policy).code


def test_a_folder_is_copied_and_nothing_else_in_it_opened(tmp_path: Path) -> None:
    source = make.write_folder(tmp_path / "fair")
    os.mkfifo(source / "README.md")
    (source / "assets" / "Thumbs.db").write_bytes(b"x")
    staged = stage(source, tmp_path / "staging", ANYTHING)
    names = sorted(str(p.relative_to(staged.folder)) for p in staged.folder.rglob("*"))
    assert names == ["assets", PATH, "content.json"]
    assert (staged.folder / PATH).read_bytes() == (source / PATH).read_bytes()
    assert (staged.bundle.id, staged.source_name, staged.manifest) == ("sample", "fair", None)
    assert list((tmp_path / "staging").iterdir()) == [staged.folder]


def test_content_json_stands_for_its_folder(tmp_path: Path) -> None:
    source = make.write_folder(tmp_path / "fair")
    assert stage(source / "content.json", tmp_path / "staging", ANYTHING).bundle.id == "sample"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_bundle_file_is_unpacked(tmp_path: Path, method: int) -> None:
    source = tmp_path / "stand.kiosk"
    source.write_bytes(make.bundle_file(archive=make.zipped(make.items(), method)))
    staged = stage(source, tmp_path / "staging", ANYTHING)
    assert (staged.folder / PATH).read_bytes() == make.picture()
    assert staged.manifest is not None
    assert staged.manifest.sequence == 10
    assert staged.signed_by == ""
    assert list((tmp_path / "staging").iterdir()) == [staged.folder]


@pytest.mark.parametrize("key", [KEY, NEXT], ids=["now", "next"])
def test_a_signed_bundle(tmp_path: Path, key: signing.PrivateKey) -> None:
    source = tmp_path / "stand.kiosk"
    source.write_bytes(make.bundle_file(key=key, site="vilnius", expires="2020-01-01"))
    staged = stage(source, tmp_path / "staging", SIGNED)
    assert staged.signed_by == key.public.fingerprint
    assert signing.signer(staged.manifest_raw, staged.signature) is not None


def test_progress_ends_at_the_whole(tmp_path: Path) -> None:
    source = tmp_path / "stand.kiosk"
    source.write_bytes(make.bundle_file())
    told: list[tuple[int, int]] = []
    stage(source, tmp_path / "staging", ANYTHING, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    told.clear()
    folder = make.write_folder(tmp_path / "fair")
    stage(folder, tmp_path / "again", ANYTHING, lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]


def test_a_staging_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "staging").mkdir()
    (tmp_path / "staging" / "mine").write_bytes(b"x")
    with pytest.raises(FileExistsError):
        stage(make.write_folder(tmp_path / "fair"), tmp_path / "staging", ANYTHING)
    assert (tmp_path / "staging" / "mine").read_bytes() == b"x"


# Signatures: once a stand trusts a key.


def test_what_is_not_signed(tmp_path: Path) -> None:
    assert code(make.bundle_file(), tmp_path, SIGNED) == "E180"
    assert code(make.write_folder(tmp_path / "fair"), tmp_path, SIGNED) == "E180"
    allowed = Policy(TRUST, allow_unsigned=True)
    assert stage(tmp_path / "fair", tmp_path / "staging", allowed).signed_by == ""


def test_a_stand_that_takes_nothing_unsigned_although_it_trusts_nobody_yet(tmp_path: Path) -> None:
    strict = Policy(allow_unsigned=False)
    assert code(make.bundle_file(), tmp_path, strict) == "E180"
    assert code(make.bundle_file(key=KEY), tmp_path, strict) == "E181"


def test_who_else_has_signed(tmp_path: Path) -> None:
    error = refusal(make.bundle_file(key=FOREIGN), tmp_path, SIGNED)
    assert error.code == "E181"
    assert FOREIGN.public.fingerprint in error.words
    assert (
        code(make.bundle_file(key=FOREIGN), tmp_path, Policy(TRUST, allow_unsigned=True)) == "E181"
    )


def test_another_site(tmp_path: Path) -> None:
    error = refusal(make.bundle_file(key=KEY, site="riga"), tmp_path, SIGNED)
    assert error.code == "E182"
    assert "riga" in error.words
    assert "vilnius" in error.words


def test_an_older_sequence(tmp_path: Path) -> None:
    assert code(make.bundle_file(key=KEY, sequence=9), tmp_path, SIGNED) == "E183"
    (tmp_path / "stand.kiosk").write_bytes(make.bundle_file(key=KEY, sequence=10))
    assert stage(tmp_path / "stand.kiosk", tmp_path / "staging", SIGNED).manifest is not None


def test_one_byte_changed_anywhere(tmp_path: Path) -> None:
    whole = make.bundle_file(key=KEY)
    manifest_end = 14 + int.from_bytes(whole[8:12], "big")
    for place in (20, manifest_end - 2, manifest_end + 5, manifest_end + 60, len(whole) - 400):
        changed = bytearray(whole)
        changed[place] ^= 1
        assert code(bytes(changed), tmp_path, SIGNED) == "E184", place
    assert code(whole + b"x", tmp_path, SIGNED) == "E184"
    assert code(make.bundle_file(zipSha256="0" * 64), tmp_path) == "E184"


def test_out_of_date(tmp_path: Path) -> None:
    known = Policy(Trust(now=KEY.public, known_day="2026-03-02"))
    error = refusal(make.bundle_file(key=KEY, expires="2026-03-01"), tmp_path, known)
    assert error.code == "E185"
    assert "2026-03-01" in error.words
    retired = Policy(Trust(now=NEXT.public, retired=(KEY.public,)))
    assert code(make.bundle_file(key=KEY), tmp_path, retired) == "E185"
    (tmp_path / "stand.kiosk").write_bytes(make.bundle_file(key=KEY, expires="2026-03-02"))
    assert stage(tmp_path / "stand.kiosk", tmp_path / "staging", known).manifest is not None


def test_nothing_is_parsed_before_the_signature(tmp_path: Path) -> None:
    """A manifest and a zip that would both be refused for other reasons: the signature counts."""
    broken = make.joined(b"[" * 100_000, KEY.sign(b"other"), b"no zip")
    assert code(broken, tmp_path, SIGNED) == "E184"
    unsigned = make.joined(b"[" * 100_000, b"", b"no zip")
    assert code(unsigned, tmp_path, SIGNED) == "E180"
    assert code(unsigned, tmp_path) == "E142"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"minApp": "99.1"}, "E114"),
        ({"format": 2}, "E114"),
        ({"format": 0}, "E142"),
        ({"sequence": 0}, "E142"),
        ({"sequence": 10**18}, "E142"),
        ({"sequence": "10"}, "E142"),
        ({"site": "Old Town"}, "E142"),
        ({"created": "yesterday"}, "E142"),
        ({"expires": "soon"}, "E142"),
        ({"minApp": "x"}, "E142"),
        ({"zipSha256": "0"}, "E142"),
        ({"files": []}, "E101"),
        ({"surprise": 1}, "E142"),
        ({"id": "other"}, "E142"),
        ({"version": "2"}, "E142"),
        ({"zipSize": 10**9}, "E141"),
        ({"zipSize": 0}, "E142"),
    ],
    ids=str,
)
def test_a_manifest_that_cannot_be(tmp_path: Path, changes: dict[str, Any], expected: str) -> None:
    assert code(make.bundle_file(key=KEY, **changes), tmp_path, Policy(TRUST)) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [("../x.png", "E130"), ("assets/con.png", "E133"), ("assets/x.qml", "E139"), (PATH, "E142")],
)
def test_a_list_of_files_with_bad_names(tmp_path: Path, path: str, expected: str) -> None:
    files = [*make.items(), (path, b"x")]
    archive = make.zipped(make.items())
    assert code(make.bundle_file(files, archive=archive), tmp_path) == expected


def test_a_list_that_does_not_fit_the_files(tmp_path: Path) -> None:
    items = make.items()
    other = [items[0], (PATH, make.picture(5))]
    assert code(make.bundle_file(other, archive=make.zipped(items)), tmp_path) == "E142"
    same_size = [items[0], (PATH, items[1][1][:-1] + b"x")]
    assert code(make.bundle_file(same_size, archive=make.zipped(items)), tmp_path) == "E142"
    assert code(make.bundle_file(items[:1], archive=make.zipped(items)), tmp_path) == "E142"


# Sources that are no bundle at all, or half of one.


def test_a_copy_that_was_not_finished(tmp_path: Path) -> None:
    whole = make.bundle_file(key=KEY)
    for size in (0, 1, 7, 8, 12, 13, 14, 100, len(whole) // 2, len(whole) - 1):
        assert code(whole[:size], tmp_path, Policy(TRUST)) == "E141", size
    assert code(bytes(5000), tmp_path) == "E141"


def test_other_archives(tmp_path: Path) -> None:
    archive = make.zipped(make.items())
    assert "a zip file" in refusal(archive, tmp_path).words
    assert code(archive, tmp_path) == "E135"
    assert code(b'{"format": 1}', tmp_path) == "E135"
    with tarfile.open(tmp_path / "stand.tar", "w") as tar:
        tar.add(make.write_folder(tmp_path / "fair"), "fair")
    assert "a tar archive" in refusal(tmp_path / "stand.tar", tmp_path).words
    with tarfile.open(tmp_path / "stand.tgz", "w:gz") as tar:
        tar.add(tmp_path / "fair", "fair")
    assert code(tmp_path / "stand.tgz", tmp_path) == "E135"


def test_sources_that_are_no_files(tmp_path: Path) -> None:
    assert code(tmp_path / "no.kiosk", tmp_path) == "E190"
    os.mkfifo(tmp_path / "pipe.kiosk")
    assert code(tmp_path / "pipe.kiosk", tmp_path) == "E135"
    (tmp_path / "real.kiosk").write_bytes(make.bundle_file())
    (tmp_path / "link.kiosk").symlink_to(tmp_path / "real.kiosk")
    assert code(tmp_path / "link.kiosk", tmp_path) == "E134"


def test_folders_that_are_no_bundles(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    assert code(tmp_path / "nothing", tmp_path) == "E101"
    source = make.write_folder(tmp_path / "fair")
    (source / "assets" / "x.qml").write_bytes(b"Item {}")
    assert code(source, tmp_path) == "E139"
    (source / "assets" / "x.qml").rename(source / "assets" / "x.png")
    (source / "assets" / "x.png").unlink()
    (source / "assets" / "x.png").symlink_to("/etc/passwd")
    assert code(source, tmp_path) == "E134"
    (source / "assets" / "x.png").unlink()
    os.mkfifo(source / "assets" / "x.png")
    assert code(source, tmp_path) == "E135"
    (source / "assets" / "x.png").unlink()
    (source / "Content.json").write_bytes(b"{}")
    assert code(source, tmp_path) == "E102"


def test_all_errors_of_a_bundle_are_carried(tmp_path: Path) -> None:
    source = make.write_folder(tmp_path / "fair")
    text = (source / "content.json").read_text(encoding="utf-8")
    wrong = text.replace('"accent": "sea"', '"accent": "blue"').replace("mdi6.", "x.")
    (source / "content.json").write_text(wrong, encoding="utf-8")
    error = refusal(source, tmp_path)
    assert isinstance(error, Refused)
    assert {"E119", "E127"} <= {problem.code for problem in error.problems}
    assert "more error" in error.words
    assert error.code == error.problems[0].code


def test_a_bundle_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BUNDLE_BYTES", 1000)
    assert code(make.write_folder(tmp_path / "fair"), tmp_path) == "E136"
    assert code(make.bundle_file(), tmp_path) == "E136"
    monkeypatch.setattr(limits, "PICTURE_BYTES", 10)
    assert code(tmp_path / "fair", tmp_path) == "E136"


# Faults of the stick and of the disk.


class Failing:
    """A file that reads or writes so many pieces and then fails."""

    def __init__(self, file: Any, good: int, number: int) -> None:
        self._file = file
        self._good = good
        self._number = number

    def _count(self) -> None:
        self._good -= 1
        if self._good < 0:
            raise OSError(self._number, os.strerror(self._number))

    def read(self, size: int = -1) -> bytes:
        self._count()
        return self._file.read(size)

    def write(self, data: bytes) -> int:
        self._count()
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Failing:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


@pytest.mark.parametrize("good", range(5))
def test_a_stick_that_fails_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, good: int
) -> None:
    really = copying.open_regular
    monkeypatch.setattr(copying, "PIECE", 256)
    monkeypatch.setattr(
        copying, "open_regular", lambda *where: Failing(really(*where), good, errno.EIO)
    )
    error = refusal(make.bundle_file(), tmp_path)
    assert error.code == "E190"
    assert "another stick" in error.fix


@pytest.mark.parametrize(
    ("number", "expected"), [(errno.ENOSPC, "E192"), (errno.EROFS, "E193"), (errno.EIO, "E194")]
)
@pytest.mark.parametrize("good", range(4))
@pytest.mark.parametrize("as_folder", [True, False])
def test_a_disk_that_cannot_be_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    expected: str,
    good: int,
    as_folder: bool,
) -> None:
    really, left = copying.write_whole, [good]

    def failing(file: Any, piece: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(number, os.strerror(number))
        really(file, piece)

    monkeypatch.setattr(copying, "PIECE", 2000)
    monkeypatch.setattr(copying, "write_whole", failing)
    source = make.write_folder(tmp_path / "fair") if as_folder else make.bundle_file()
    assert code(source, tmp_path) == expected


def test_the_source_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the copy the stick may be gone: nothing looks at it again."""
    source = tmp_path / "stand.kiosk"
    source.write_bytes(make.bundle_file())
    really = copying.save

    def then_remove(*what: Any) -> None:
        really(*what)
        source.unlink(missing_ok=True)

    monkeypatch.setattr(copying, "save", then_remove)
    assert stage(source, tmp_path / "staging", ANYTHING).bundle.id == "sample"


# The zip, entry by entry: see also test_archive.py.


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("../../evil", "E130"),
        ("/etc/evil", "E130"),
        ("assets/x.zip", "E139"),
        ("assets/x.so", "E139"),
        ("assets/x.desktop", "E139"),
        ("assets/index.html", "E139"),
        ("assets/CON.png", "E133"),
        ("assets/aux", "E133"),
        ("assets/a:b.png", "E133"),
        ("assets/name.", "E133"),
        (f"assets/{'x' * 290}.png", "E133"),
        ("assets/a/b/c/d/e/f.png", "E133"),
        ("CONTENT.json", "E102"),
        (PATH, "E102"),
        ("assets/x.svg", "E153"),
        (make.linked("assets/l.png", stat.S_IFLNK), "E134"),
        (make.linked("assets/l.png", stat.S_IFIFO), "E135"),
        (make.linked("assets/l.png", stat.S_IFBLK), "E135"),
        (make.linked("assets/", stat.S_IFDIR), "E135"),
    ],
    ids=str,
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_that_no_bundle_has(
    tmp_path: Path, name: str | zipfile.ZipInfo, expected: str
) -> None:
    archive = make.zipped([*make.items(), (name, b"x")])
    assert code(make.bundle_file(archive=archive), tmp_path) == expected


def test_the_words_can_be_shown_as_they_are(tmp_path: Path) -> None:
    """No word of the trade, no number of bytes in hex, no trace of the program."""
    samples = [make.bundle_file(), make.bundle_file(key=FOREIGN), make.bundle_file(key=KEY) + b"x"]
    for data in samples:
        error = refusal(data, tmp_path, SIGNED)
        text = f"{error.words} {error.fix}"
        assert "headquarters" in text
        for word in ("Ed25519", "SHA", "crypt", "exception", "manifest", "None"):
            assert word not in text


def failing(*_what: Any) -> Any:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_stick_that_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_dir", failing)
    with pytest.raises(ContentError, match="E190"):
        stage(tmp_path / "stick" / "fair", tmp_path / "staging", ANYTHING)


def test_the_copy_on_the_stands_own_disk_cannot_be_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.store.archive.read_directory", failing)
    assert code(make.bundle_file(), tmp_path) == "E194"


def test_the_name_of_the_source_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make.write_folder(tmp_path / "fair")
    monkeypatch.chdir(tmp_path / "fair")
    for number, source in enumerate((Path(), Path("content.json"))):
        assert stage(source, tmp_path / f"s{number}", ANYTHING).source_name == "fair"
