"""`kiosk install`, `kiosk versions`, `kiosk rollback`: words, exit codes, what stays."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk import __main__, installing, paths, rehearsal
from kiosk.content.errors import ContentError
from kiosk.settings import Settings
from kiosk.store import signing, trust, versions
from kiosk.store.packing import Label, pack
from kiosk.store.trust import Trust
from kiosk.store.versions import Store
from tests.faults.faulty import FaultyDisk, failing
from tests.faults.mounts import mounted
from tests.unit.store.shelf import files, install, put, shown

ROOT = Path(__file__).parents[3]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    return Store(paths.find().content)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    put(folder, "new")
    return folder


@pytest.fixture
def rehearsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the rehearsal will say; it is not really held."""
    problems: list[str] = []

    def rehearse(folder: Path, **_options: Any) -> list[str]:
        assert (folder / "content.json").read_bytes() == files("new")["content.json"]
        return problems

    monkeypatch.setattr(rehearsal, "rehearse", rehearse)
    return problems


def kiosk(*words: str | Path) -> int:
    return __main__.main([str(word) for word in words])


@pytest.mark.timeout(300)
def test_a_folder_is_really_rehearsed_and_installed(store: Store, stick: Path) -> None:
    """The whole way, with the real rehearsal in its real process."""
    words = [sys.executable, "-m", "kiosk", "install", str(stick)]
    done = subprocess.run(
        words, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Installed 0001-sample-new: A small bundle, version new, 4 pages")
    assert shown(store) == "new"
    assert not list((store.pointer.parent / "staging").iterdir())


def test_what_fails_in_the_rehearsal_is_not_published(
    store: Store, stick: Path, rehearsed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    install(store, "old")
    rehearsed += ["Page “Cyber”, lt: it took 3 seconds.", "Page “Home”, en: a block is left out."]
    assert kiosk("install", stick) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert [line for line in said.err.splitlines() if line in rehearsed] == rehearsed
    assert "shows what it showed before" in said.err
    with pytest.raises(ContentError) as error:
        installing.install(paths.find(), Settings(), stick)
    assert (error.value.code, rehearsed[0] in error.value.words) == ("E170", True)
    assert shown(store) == "old"
    assert [info.version for info in store.versions()] == ["old"]
    rehearsed.clear()
    assert kiosk("install", stick) == 0
    assert shown(store) == "new"


def test_errors_of_the_content_are_all_named(
    store: Store, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads((stick / "content.json").read_text())
    del document["title"]
    document["format"] = "one"
    (stick / "content.json").write_text(json.dumps(document))
    assert kiosk("install", stick) == 1
    said = capsys.readouterr().err
    assert "E112" in said
    assert "E113" in said
    assert "2 errors" in said
    assert store.active() is None


def test_nothing_there(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("install", tmp_path / "no.kiosk") == 1
    said = capsys.readouterr().err
    assert said.startswith("kiosk install: ")
    assert "no.kiosk" in said
    assert "  → " in said
    assert store.versions() == []


def test_signed_files_of_a_trusted_publisher_only_and_none_older(
    store: Store, stick: Path, rehearsed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    key = signing.generate("headquarters")
    places = paths.find()
    trust.save(places.trusted_keys, Trust().added(key.public))
    bundles = [stick.parent / f"{number}.kiosk" for number in (1, 2)]
    for number, bundle in enumerate(bundles, 1):
        pack(stick, bundle, Label(number, f"2026-01-0{number}T00:00:00Z"), key)
    assert kiosk("install", stick) == 1
    assert "not signed" in capsys.readouterr().err
    assert kiosk("install", bundles[1]) == 0
    assert kiosk("install", bundles[0]) == 1
    assert "older" in capsys.readouterr().err
    assert kiosk("install", bundles[1]) == 0, "the same once more does no harm"
    assert (store.floor(), len(store.versions())) == (2, 2)
    assert store.versions()[0].signed_by == key.public.fingerprint
    assert trust.load(places.trusted_keys).known_day == "2026-01-02"


def test_a_second_updater_is_refused_in_words(
    store: Store,
    stick: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(versions, "TIDYING_SECONDS", 0.05)
    with store.locked():
        assert kiosk("install", stick) == 1
    assert "Another update is running" in capsys.readouterr().err


def test_a_disk_that_is_full_at_any_point_of_an_installation(
    stick: Path,
    rehearsed: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Also while it is copied; what is shown stays, and the next try finds nothing in its way."""
    codes: list[int] = []
    with mounted(tmp_path / "disk", "size=600k") as disk:
        monkeypatch.setenv(paths.HOME_VARIABLE, str(disk))
        store = Store(paths.find().content)
        install(store, "old")
        while 0 not in codes:
            facts = os.statvfs(disk)
            room = facts.f_bavail * facts.f_frsize - 4096 * len(codes)
            (disk / "filler").write_bytes(b"x" * room)
            codes.append(kiosk("install", stick))
            (disk / "filler").unlink()
            said = capsys.readouterr().err
            assert "disk of this stand is full" in said if codes[-1] else said == ""
            assert shown(store) == ("old" if codes[-1] else "new")
    assert len(codes) > 5


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EIO, "reports a fault"), (errno.EROFS, "write-protected"), (errno.ENOSPC, "is full")],
)
def test_a_disk_that_refuses_at_any_write_of_the_copying(
    store: Store,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    words: str,
) -> None:
    """The writes of publishing have a test of their own (`test_disk_faults.py`)."""
    copied: list[Path] = []

    def rehearse(folder: Path, **_options: Any) -> list[str]:
        copied.append(folder)
        return ["This is far enough."]

    monkeypatch.setattr(rehearsal, "rehearse", rehearse)
    install(store, "old")
    for at in range(100):
        with failing(FaultyDisk(number, at, forever=True)):
            assert kiosk("install", stick) == 1
        said = capsys.readouterr().err
        assert shown(store) == "old"
        assert "shows what it showed before" in said
        if copied:
            break
        assert words in said
    assert 8 < at < 99


def test_versions_are_listed_with_what_became_of_them(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk("versions") == 0
    assert capsys.readouterr().out == "→ factory  the content that came with the program\n"
    first = install(store, "1", sequence=3)
    second = install(store, "2", good=False)
    store.give_up(second.id, "Page “Home” stayed empty.")
    third = install(store, "3", good=False)
    assert kiosk("versions") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["→", second.id, "Page", first.id, "factory"]
    assert lines[0].startswith(f"→ {third.id}  not confirmed yet, installed 20")
    assert "given up" in lines[1]
    assert lines[2].strip() == "Page “Home” stayed empty."
    assert lines[3].endswith("from 1.kiosk, signed by ab12")
    assert kiosk("versions", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["shown"], found["trouble"], found["floor"]) == (
        1,
        third.id,
        "",
        3,
    )
    assert [each["health"] for each in found["versions"]] == ["new", "failed", "good"]
    assert found["versions"][0].keys() == found["versions"][2].keys()
    assert found["versions"][2]["signedBy"] == "ab12"


def test_what_is_damaged_is_said(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    install(store, "1")
    second = install(store, "2")
    (store.path(second.id) / "content.json").unlink()
    assert kiosk("versions") == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[0].startswith(f"  {second.id}  damaged")
    assert said.out.splitlines()[2].startswith("→ 0001-sample-1")
    assert f"Version {second.id} cannot be shown" in said.err


def test_back_and_by_name(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    for version in ("1", "2"):
        install(store, version)
    assert kiosk("rollback") == 0
    assert "version 0001-sample-1 (A small bundle)" in capsys.readouterr().out
    assert shown(store) == "1"
    assert kiosk("rollback", "0002-sample-2") == 0
    assert shown(store) == "2"
    assert kiosk("rollback", "factory") == 0
    assert "the factory content" in capsys.readouterr().out
    assert store.active() is None
    assert kiosk("rollback", "0003") == 1
    assert "no version 0003" in capsys.readouterr().err
    assert kiosk("rollback") == 1
    assert "nothing older" in capsys.readouterr().err
