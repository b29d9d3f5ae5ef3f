"""`kiosk rehearse`: the child of `kiosk.rehearsal`. It is not for people and stands in no list.

Draws every page of a bundle in every language out of sight and says on standard output, in lines
of JSON, where it is and what is wrong there. Before anything else it makes itself small: lowest
priority, capped memory, first to go when memory is short, gone with whoever started it.
"""

from __future__ import annotations

import argparse
import faulthandler
import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths, rehearsal
from kiosk.commands.run import size
from kiosk.content.coverage import Coverage, undrawn
from kiosk.content.errors import ContentError
from kiosk.said import joined, said
from kiosk.store import reader

if TYPE_CHECKING:
    from kiosk.still import Still

NAME = "rehearse"
HELP = "draw every page out of sight and say what is wrong"

MEMORY_BYTES = 1_000_000_000
"""What the child may take for itself; a page that needs more would starve the stand."""
PAGE_SECONDS = 2.0
_PRIVATE_USE = range(0xE000, 0xF900)
_SIGNS_MOST = 8


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = "example: kiosk rehearse stand/ --size 1920x1080"
    parser.add_argument("content", type=Path, help="a bundle's folder")
    parser.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH")


def run(options: argparse.Namespace) -> int:
    """Rehearse; 0 when it came to its end, whatever it found."""
    restrain()
    faulthandler.enable()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        content = reader.load(options.content)
        with tempfile.TemporaryDirectory() as folder:
            _draw_all(content, options.size, Path(folder))
    except ContentError as error:
        _say("fault", joined(error.words, error.fix))
    _say("done")
    return 0


def restrain() -> None:
    """Take little: the show goes on beside this process. What a system does not have is left."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, 0, 19)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    except (ImportError, OSError, ValueError):
        logging.getLogger(__name__).info("this system has no limits for a process")


def _end_with_parent() -> None:
    """Standard input is a pipe that nobody writes to: it ends with the process at its other end."""
    while os.read(0, 64):
        pass
    os._exit(1)


class _Faults(logging.Handler):
    """Says at once what the kiosk and QML warn of; left-out blocks are told by the session."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.addFilter(lambda record: record.name != "kiosk.bridge.session")

    def emit(self, record: logging.LogRecord) -> None:
        """One warning."""
        _say("fault", said("Drawing it gave a warning: {message}", message=record.getMessage()))


def _draw_all(content: reader.Loaded, wanted: tuple[int, int], folder: Path) -> None:
    from kiosk.still import Still, stops

    root = logging.getLogger()
    root.addHandler(_Faults())
    sys.excepthook = lambda kind, error, _trace: _say(
        "fault",
        said("Drawing it failed inside the program: {error}", error=f"{kind.__name__}: {error}"),
    )
    still = Still(content, wanted, paths.under(folder), content.bundle.fallback)
    still.session.faultReported.connect(_left_out)
    coverage = Coverage()
    shown = [stop for stop in stops(content.bundle) if stop.is_for_visitors]
    plan = [(language, stop) for language in content.bundle.languages for stop in shown]
    for number, (language, stop) in enumerate(plan, 1):
        _say("at", number, len(plan), stop.place, language.name)
        wall, worked = time.monotonic(), time.process_time()
        whole = still.go_on(language.tag, stop) and still.draws()
        # A busy stand makes it wait: what counts is the time in which it was at work
        spent = min(time.monotonic() - wall, time.process_time() - worked)
        for words in _judge(still, coverage, spent, whole=whole):
            _say("fault", words)
    still.close()


def _judge(still: Still, coverage: Coverage, spent: float, *, whole: bool) -> Iterator[str]:
    if not whole:
        yield said("It was never complete.")
    if spent > PAGE_SECONDS:
        yield said(
            "It takes {seconds} seconds to appear; at most {most} are allowed.",
            seconds=f"{spent:.1f}",
            most=f"{PAGE_SECONDS:.0f}",
        )
    lost = undrawn("".join(still.texts()), coverage)
    lost = [sign for sign in lost if ord(sign) not in _PRIVATE_USE and ord(sign) < 0xF0000]
    if lost:
        shown = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lost[:_SIGNS_MOST])
        yield said("The fonts cannot draw: {shown}.", shown=shown)


def _left_out(place: str, what: str, reason: str) -> None:
    _say(
        "fault",
        said(
            "The block “{name}” of {place} cannot be drawn: {reason}",
            name=what,
            place=place,
            reason=reason.strip(),
        ),
    )


def _say(word: str, *more: object) -> None:
    sys.stdout.write(rehearsal.message(word, *more) + "\n")
    sys.stdout.flush()
