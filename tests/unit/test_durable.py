"""Durable writes: the order of the calls, and real faults of a real file system."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from kiosk import durable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights and folders of POSIX")


def test_a_file_is_made_with_its_folders_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a/b/state.json"
    durable.write(file, b"one")
    durable.write(file, b"two")
    assert file.read_bytes() == b"two"
    assert list(file.parent.iterdir()) == [file]


def test_only_the_owner_may_read_unless_told_otherwise(tmp_path: Path) -> None:
    durable.write(tmp_path / "secret", b"x")
    durable.write(tmp_path / "public", b"x", mode=0o644)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("secret", "public")]
    assert modes == [0o600, 0o644]


def test_the_order_survives_a_pulled_plug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File, folder, rename, folder: recorded from the real calls as they pass by."""
    calls: list[str] = []
    fsync, rename = os.fsync, os.replace

    def spy_fsync(handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        size = path.stat().st_size
        calls.append("fsync folder" if path.is_dir() else f"fsync file of {size}")
        fsync(handle)

    def spy_rename(self: Path, target: Path) -> Any:
        calls.append("rename")
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", spy_fsync)
    monkeypatch.setattr(Path, "replace", spy_rename)
    durable.write(tmp_path / "pointer", b"12345")
    assert calls == ["fsync file of 5", "fsync folder", "rename", "fsync folder"]


def test_new_folders_are_brought_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    sync = durable.sync_folder

    def spy(folder: Path) -> None:
        synced.append(folder)
        sync(folder)

    monkeypatch.setattr(durable, "sync_folder", spy)
    durable.make_folder(tmp_path / "a/b")
    assert synced == [tmp_path, tmp_path / "a"]


def run_with_faults(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a script in a folder in a process of its own, which may harm itself."""
    code = f"from pathlib import Path\nfrom kiosk import durable\n{textwrap.dedent(script)}"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(durable.__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_write_that_the_disk_stops_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    durable.write(tmp_path / "state", b"old")
    result = run_with_faults(
        """
        import resource
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
        try:
            durable.write(Path("state"), b"x" * 20000)
        except OSError as error:
            print("refused", error.strerror)
        """,
        tmp_path,
    )
    assert result.stdout.startswith("refused"), result.stderr
    assert (tmp_path / "state").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["state"]


def test_a_process_that_is_killed_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    durable.write(tmp_path / "state", b"old")
    result = run_with_faults(
        """
        import os, signal
        os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
        durable.write(Path("state"), b"new")
        """,
        tmp_path,
    )
    assert result.returncode == -9
    assert (tmp_path / "state").read_bytes() == b"old"


def test_a_folder_that_may_not_be_written_is_an_error_and_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.mkdir()
    durable.write(folder / "file", b"old")
    folder.chmod(0o555)
    result = run_with_faults(
        """
        import os
        if os.geteuid() == 0:
            os.seteuid(65534)
        try:
            durable.write(Path("file"), b"new")
        except PermissionError:
            print("refused")
        """,
        folder,
    )
    folder.chmod(0o755)
    assert result.stdout == "refused\n", result.stderr
    assert (folder / "file").read_bytes() == b"old"


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("I am a file")
    with pytest.raises(NotADirectoryError):
        durable.write(tmp_path / "state/settings.toml", b"x")
    with pytest.raises(NotADirectoryError):
        durable.make_folder(tmp_path / "state")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_what_root_writes_belongs_to_the_owner_of_the_folder(tmp_path: Path) -> None:
    os.chown(tmp_path, 12345, 23456)
    durable.write(tmp_path / "deep/settings.toml", b"x")
    for path in (tmp_path / "deep", tmp_path / "deep/settings.toml"):
        assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)


def test_leftovers_of_a_pulled_plug_go_away_but_nobody_elses(tmp_path: Path) -> None:
    names = [".state.0a.new", ".state.0b.new", ".other.0a.new", ".state.0d.new"]
    for name in names:
        (tmp_path / name).write_text("half")
    hour = durable.LEFTOVER_SECONDS
    now = time.time()
    os.utime(tmp_path / names[0], (now - 2 * hour, now - 2 * hour))
    os.utime(tmp_path / names[2], (now - 2 * hour, now - 2 * hour))
    # The clock was wrong, then put right: written "in ten years".
    os.utime(tmp_path / names[3], (now + 1e8, now + 1e8))
    durable.write(tmp_path / "state", b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".other.0a.new",
        ".state.0b.new",
        "state",
    ]


def test_writers_side_by_side_leave_one_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "state"
    contents = [bytes([65 + number]) * 50_000 for number in range(8)]
    threads = [threading.Thread(target=durable.write, args=(file, each)) for each in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert file.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [file]


def test_no_file_stays_open(tmp_path: Path) -> None:
    def open_files() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    durable.write(tmp_path / "state", b"x")
    before = open_files()
    for number in range(20):
        durable.write(tmp_path / f"state{number}", b"x")
    assert open_files() == before


@pytest.mark.parametrize("readers", [0, 3, 10**6])
def test_windows_is_asked_again_while_somebody_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, readers: int
) -> None:
    """The old file cannot be replaced for a moment, or never."""
    refused: list[Path] = []
    rename = os.replace

    def busy(self: Path, target: Path) -> Any:
        if len(refused) < readers:
            refused.append(self)
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(durable, "_WINDOWS", True)
    monkeypatch.setattr(durable, "_AGAIN_SECONDS", 0)
    monkeypatch.setattr(Path, "replace", busy)
    (tmp_path / "pointer").write_bytes(b"old")
    if readers < 10**6:
        durable.write(tmp_path / "pointer", b"new")
        assert (tmp_path / "pointer").read_bytes() == b"new"
        return
    with pytest.raises(PermissionError):
        durable.write(tmp_path / "pointer", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_beginning_changes_nothing_and_promises_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(bytes(range(256)) * 4096)
    durable.begin_sync(file)
    durable.begin_sync(tmp_path / "none")  # whoever syncs it hears of that
    assert file.read_bytes() == bytes(range(256)) * 4096
