"""Starting the screen: the child of the supervisor that everybody sees.

The first start comes before the supervisor itself is imported, so this imports nothing that Python
has not loaded anyway. On Linux the process divides itself, with what both halves need: that spares
the first screen the start of another Python, and each half the other's copy. Every later screen,
and the first one elsewhere, is the same command once more with `--no-supervisor`. The screen has
the writing end of a pipe, on which it tells each second how it is (`kiosk.guard.heart`), and is
told where on the crash ladder the stand is.
"""

from __future__ import annotations

import os
import sys

from kiosk import program

TYPE_CHECKING = False  # as in `typing`, which takes 20 ms to import
if TYPE_CHECKING:
    import subprocess

    from kiosk.guard.job import Job
    from kiosk.guard.ladder import Record

ALONE = "--no-supervisor"
"""The option that makes `kiosk run` the screen alone."""
BEAT = "JUOSTA_BEAT"
"""The variable that names the inherited end of the pipe: a file descriptor, on Windows a handle."""
LADDER = "JUOSTA_LADDER"
"""The variable with the record of the crash ladder (`kiosk.guard.ladder`)."""
NOT_HANDED_ON = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")
"""What the service manager says to the supervisor alone."""
RESTART = 75
"""Exit code of a screen that staff want started anew."""
NO_DISPLAY = 4
"""Exit code of a screen that found no display, or whose X server went."""
DISPLAY_LOST = 255
"""Exit code of a screen whose Wayland compositor went: Qt ends it there and then."""
NOT_TO_BE_WATCHED = {ALONE, "-h", "--help", "--version"}


class Child:
    """A screen process: its number, and the descriptor from which its beats are read."""

    def __init__(self, pid: int, pipe: int, popen: subprocess.Popen[bytes] | None = None) -> None:
        self.pid = pid
        self.pipe = pipe
        self.popen = popen
        """The same on Windows, where only this can be waited for."""
        self.job: Job | None = None
        """Windows: what ends the screen together with all that it has started."""

    def leave_nothing(self) -> None:
        """It has ended: on Windows, end what it has started; elsewhere that ends by itself."""
        if self.job is not None:
            self.job.close()


def wanted(given: list[str]) -> bool:
    """Whether these words of the command line are for a supervisor."""
    command = next((word for word in given if not word.startswith("-")), "")
    return command == "run" and not NOT_TO_BE_WATCHED.intersection(given)


def supervised() -> int | None:
    """Start the screen and look after it until it ends for good; the exit code.

    None in the process that is the screen itself, which has to go on as if it was started with
    `--no-supervisor`.
    """
    words = [*program.same_again(), ALONE]
    from kiosk import paths
    from kiosk.guard import ladder

    record = ladder.started(ladder.read(paths.find().ladder))
    try:
        child = branch(record) if divisible() else start(words, record)
    except OSError as error:
        sys.stderr.write(f"The screen cannot be started ({error.strerror}).\n")
        return 70
    if child is None:
        return None
    from kiosk.guard import supervisor

    try:
        return supervisor.look_after(words, child)
    except Exception as error:
        from kiosk import log

        log.report(error, "the supervisor stopped because of a fault of its own")
        return 70


def divisible() -> bool:
    """Whether this process can be divided: on Linux, while no thread would be lost on the way."""
    if sys.platform != "linux":
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - pathlib takes 10 ms
    except OSError:
        return False


def branch(record: Record) -> Child | None:
    """Make the first screen of this process; None in the screen. Raises `OSError`.

    What tells it from one that was started with `--no-supervisor` is what `ps` shows of it.
    """
    _bring_what_both_need()
    reading, writing = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if pid:
        os.close(writing)
        return Child(pid, reading)
    os.close(reading)  # else the pipe would not break when the supervisor dies
    for name in NOT_HANDED_ON:
        os.environ.pop(name, None)
    os.environ.update(_told(record, writing))
    sys.argv.append(ALONE)
    sys.orig_argv.append(ALONE)
    return None


def _told(record: Record, pipe: int) -> dict[str, str]:
    """What the environment tells a screen."""
    from kiosk.guard import ladder

    return {BEAT: str(pipe), LADDER: ladder.encode(record)}


def _bring_what_both_need() -> None:
    """Import once what screen and supervisor would import each for itself.

    Frozen, so that no collector writes into pages that both have in common.
    """
    import gc
    import importlib

    for name in ("kiosk.log", "kiosk.guard.heart", "kiosk.guard.ladder"):
        importlib.import_module(name)
    gc.freeze()


def start(words: list[str], record: Record) -> Child:
    """Start a screen process by these words. Raises `OSError`."""
    around = {name: value for name, value in os.environ.items() if name not in NOT_HANDED_ON}
    reading, writing = os.pipe()
    try:
        if sys.platform == "win32":
            return _start_on_windows(words, around, record, reading, writing)
        os.set_inheritable(writing, True)
        pid = os.posix_spawn(words[0], words, {**around, **_told(record, writing)})
        return Child(pid, reading)
    except BaseException:
        os.close(reading)
        raise
    finally:
        os.close(writing)


def _start_on_windows(
    words: list[str], around: dict[str, str], record: Record, reading: int, writing: int
) -> Child:
    """Windows hands on handles by a list, so that nothing else is inherited by chance.

    What the screen says goes where the supervisor's words go, which are handed on by name.
    """
    import msvcrt
    import subprocess
    from typing import Any, cast

    handle = cast("Any", msvcrt).get_osfhandle(writing)
    cast("Any", os).set_handle_inheritable(handle, True)
    startup = cast("Any", subprocess).STARTUPINFO(lpAttributeList={"handle_list": [handle]})
    process = subprocess.Popen(
        words,
        env={**around, **_told(record, handle)},
        startupinfo=startup,
        stdin=subprocess.DEVNULL,
        stdout=sys.stdout,
        stderr=sys.stderr,
    )
    child = Child(process.pid, reading, process)

    from kiosk.guard import job

    child.job = job.around(cast("Any", process)._handle)
    return child
