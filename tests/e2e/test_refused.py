"""What is refused while the kiosk runs: by the disk at every write, or because the content is bad.

Old content stays on the screen, and the cause is named in words.
"""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import psutil
import pytest

from kiosk import paths, rehearsal
from kiosk.store import copying, sealed, trust
from kiosk.store.admission import Policy
from kiosk.store.layout import Layout
from kiosk.store.records import Floor
from kiosk.store.rehearsed import Rehearsed
from kiosk.store.staging import stage
from tests.e2e.bundles import publish, small, store_of, write
from tests.e2e.conftest import FULL, Run
from tests.e2e.driver import Kiosk, Stand, command, plain, say, until
from tests.e2e.test_staff import CODE, hold_the_diamond, set_code, type_code
from tests.faults.faulty import FaultyDisk
from tests.faults.installer import install
from tests.faults.mounts import mounted, write_protected
from tests.fixtures import kiosk_files as make
from tests.fixtures.listed import BAD, LINES, STAND, Line, as_file

OLD, NEW = "See Amber", "See Birch"
SCENE_SECONDS = 60
TRIAL_SECONDS = 150
ERRORS = {
    errno.ENOSPC: "The disk of this stand is full.",
    errno.EIO: "The disk of this stand reports a fault",
    errno.EROFS: "The disk of this stand is write-protected.",
}
LEAST_WRITES = 25
SOME = 3
"""Every third where not all is asked for."""
STAYS = "the stand shows what it showed before"


def with_amber(stand: Stand) -> None:
    """Content that has been on the screen before."""
    store_of(stand).confirm(publish(stand, small("Amber")))


def amber_stays(kiosk: Kiosk) -> None:
    """It is on the screen, and nothing else has been or will be."""
    assert kiosk.sees(OLD), kiosk.describe()
    assert "changes over" not in kiosk.log
    assert "rehearsing" not in kiosk.log


def warm(kiosk: Kiosk, source: Path) -> None:
    """What else costs every try its time: the rehearsal of a bundle, and what the check loads."""
    memory = Rehearsed(paths.under(kiosk.stand.home).rehearsed)
    assert rehearsal.passes(source, memory) == []
    with tempfile.TemporaryDirectory() as folder:
        stage(source, Path(folder) / "staging", Policy())


def only_signed(stand: Stand) -> None:
    """From here on the stand trusts a key, and has had number 10."""
    places = paths.under(stand.home)
    trust.save(places.trusted_keys, STAND.trust)
    for copy in Layout(places.content).floors:
        sealed.write(copy, Floor(STAND.floor))


def sources(line: Line, folder: Path) -> list[Path]:
    """A line of the list as something to install, in as many forms as it can have."""
    if not isinstance(line.source, str):
        data = line.source()
    elif (BAD / line.source).is_dir():
        data = as_file(BAD / line.source)
    else:
        return [BAD / line.source]
    folder.mkdir()
    (folder / "a.kiosk").write_bytes(data)
    return [folder / "a.kiosk", *([BAD / line.source] if isinstance(line.source, str) else [])]


@contextlib.contextmanager
def standing_still(kiosk: Kiosk) -> Iterator[None]:
    """The screen does nothing for as long as the block runs."""
    screen = psutil.Process(kiosk.pid)
    tasks = Path(f"/proc/{screen.pid}/task")
    screen.suspend()
    try:
        # Each thread stops when the system call that it is in has ended
        until("a screen that stands still", lambda: all(map(_stopped, tasks.iterdir())))
        yield
    finally:
        screen.resume()


def _stopped(task: Path) -> bool:
    return (task / "stat").read_text().rpartition(")")[2].split()[0] == "T"


@pytest.mark.timeout(600)
def test_no_write_may_fail_unseen(run: Run, tmp_path: Path) -> None:
    """Each write of an installation fails in turn: on a full, a broken and a read-only disk.

    Either the installation is refused with the cause, or it was a write that only tidies up; then
    it is taken back, and the kiosk stands still meanwhile, so that it does not notice. Full length
    with JUOSTA_E2E=full.
    """
    kiosk = run(prepare=with_amber)
    kiosk.see(OLD)
    source = write(tmp_path / "birch", small("Birch"))
    warm(kiosk, source)
    for number, words in ERRORS.items():
        refused = 0
        step = 1 if FULL or number == errno.ENOSPC else SOME
        for at in itertools.count(step=step):
            with standing_still(kiosk):
                done = install(kiosk.stand.home, source, FaultyDisk(number, at, forever=False))
                if done.code == 0:
                    store_of(kiosk.stand).choose(None)
            if done.code:
                refused += 1
                assert words in done.words, f"at write {at}: {done.words}"
                assert STAYS in done.words
            if FULL or at % SOME == 0 or not done.refused:
                amber_stays(kiosk)
            if not done.refused:
                break
        print(f"{words} refused {refused} times, at every write until {at} in steps of {step}")
        assert refused > LEAST_WRITES // step


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.timeout(600)
def test_every_listed_bad_input_before_the_same_screen(run: Run, tmp_path: Path) -> None:
    """All of the list is brought to one running kiosk, which shows Amber before and after each."""
    kiosk = run(prepare=with_amber, settings='[stand]\nsite = "vilnius"\n')
    kiosk.see(OLD)
    warm(kiosk, write(tmp_path / "birch", small("Birch")))
    errors = [line for line in LINES if line.code.startswith("E")]
    for number, line in enumerate(sorted(errors, key=lambda line: line.policy is STAND)):
        if line.policy is STAND:
            only_signed(kiosk.stand)
        for source in sources(line, tmp_path / str(number)):
            done = install(kiosk.stand.home, source)
            assert done.code == 1, f"{line.about}: {done.words}"
            assert line.words in plain(done.words), f"{line.about}: {done.words}"
            assert STAYS in done.words
            assert "Traceback" not in done.words
        amber_stays(kiosk)


def test_a_stick_that_is_pulled_out_half_way(run: Run, tmp_path: Path) -> None:
    """The copy ends with a read error: words, and nothing has changed."""
    kiosk = run(prepare=with_amber)
    kiosk.see(OLD)
    (tmp_path / "a.kiosk").write_bytes(make.bundle_file())

    def half(_source: object, name: str) -> Iterator[bytes]:
        yield b"x"
        raise copying.unreadable(name, OSError(errno.EIO, os.strerror(errno.EIO)))

    pulled_out = patch.object(copying, "pieces", half)
    done = install(kiosk.stand.home, tmp_path / "a.kiosk", around=pulled_out)
    assert done.code == 1
    assert "try another stick" in done.words
    amber_stays(kiosk)


def test_a_disk_that_is_really_full_or_read_only(
    small_disk: Path, launch: Run, tmp_path: Path
) -> None:
    """On the command line and on the page of the sticks; with room again the content comes."""

    def prepare(stand: Stand) -> None:
        (stand.home / "state").symlink_to(small_disk)
        set_code(stand)
        with_amber(stand)

    write(tmp_path / "FAIR" / "birch", small("Birch"))
    kiosk = launch(settings=f'[updates]\nsticks = "{tmp_path}"\n', prepare=prepare)
    kiosk.see(OLD)
    fill(small_disk)
    from_the_command_line(kiosk, tmp_path, ERRORS[errno.ENOSPC])
    from_the_stick(kiosk, ERRORS[errno.ENOSPC])
    kiosk.see(OLD, seconds=SCENE_SECONDS)
    (small_disk / "filling").unlink()
    with write_protected(small_disk / "content"):
        from_the_command_line(kiosk, tmp_path, ERRORS[errno.EROFS])
        assert kiosk.sees(OLD)
    done = command(kiosk.stand, "install", str(tmp_path / "FAIR" / "birch"))
    assert done.returncode == 0, done.stderr
    kiosk.see(NEW, seconds=SCENE_SECONDS)
    assert "Traceback" not in kiosk.log + kiosk.program.complained


@pytest.fixture
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A real file system with room for little more than two small bundles."""
    with mounted(tmp_path_factory.mktemp("disk") / "state", "size=4m") as place:
        yield place


def fill(disk: Path) -> None:
    """Leave no room at all."""
    with (disk / "filling").open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass


def from_the_command_line(kiosk: Kiosk, sticks: Path, words: str) -> None:
    """`kiosk install` says why not."""
    done = command(kiosk.stand, "install", str(sticks / "FAIR" / "birch"))
    assert done.returncode == 1
    assert words in done.stderr
    assert STAYS in done.stderr


def from_the_stick(kiosk: Kiosk, words: str) -> None:
    """The page of the sticks says why not; then back to visitors."""
    hold_the_diamond(kiosk, "Mark")
    type_code(kiosk, CODE)
    kiosk.tap(say("Content from a stick"))
    kiosk.tap("birch: " + say("folder"))
    kiosk.see(say("Not taken"), seconds=TRIAL_SECONDS)
    assert any(words in node.name for node in kiosk.nodes()), kiosk.describe()
    kiosk.tap(say("Done"))
    kiosk.tap(say("Back"))
    kiosk.tap(say("Back to visitors"))
