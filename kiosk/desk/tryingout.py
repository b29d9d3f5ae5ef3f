"""One bundle on its way from a stick to the screen: copied once, rehearsed, drawn, decided on.

A thread of its own, which holds the store and the copy until staff have decided: the stick may be
pulled out meanwhile. What it has come to is told as a `Trial`. No Qt.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from kiosk import comparing, installing
from kiosk.content import report as reports
from kiosk.content.differences import Change, Differences, differences
from kiosk.content.errors import ContentError
from kiosk.paths import Places
from kiosk.rehearsal import RehearsalStoppedError
from kiosk.said import said
from kiosk.settings import read
from kiosk.staffrecords import PicturePair, Trial, TrialChange
from kiosk.store import reader
from kiosk.store.staged import Staged
from kiosk.store.sums import Sums
from kiosk.store.versions import Store

_log = logging.getLogger(__name__)

ANSWER_SECONDS = 1800.0
"""A copy that nobody decides on is given back after this."""
_SIDEWAYS = (90, 270)

Tell = Callable[[Trial], None]
Report = Callable[[list[str]], str]
"""Writes lines to the stick; the name of the file there, empty when it could not be written."""


class TryingOut(threading.Thread):
    """A bundle is tried out; `tell` hears of every step, from this thread.

    `factory` is the content inside the program.
    """

    def __init__(
        self, places: Places, factory: Path, source: Path, name: str, tell: Tell, report: Report
    ) -> None:
        super().__init__(daemon=True, name="trying out a bundle")
        self._places = places
        self._factory = factory
        self._source = source
        self._trial = Trial(name=name)
        self._tell = tell
        self._write_report = report
        self._stop = threading.Event()
        self._decided = threading.Event()
        self._use = False

    def decide(self, *, use: bool) -> None:
        """What staff want; "no" ends the trial wherever it is."""
        self._use = use
        if not use:
            self._stop.set()
        self._decided.set()

    def run(self) -> None:
        """Until it is used, refused or let go."""
        try:
            self._run()
        except RehearsalStoppedError:
            self._show(phase="")
        except ContentError as error:
            self._refuse(error)
        except Exception:
            _log.exception("a bundle could not be tried out")
            words = said("The stand could not try this content out. The log says why.")
            self._refuse(ContentError("E199", words, said("Call whoever looks after the stand.")))

    def _run(self) -> None:
        settings = read(self._places).settings
        with ExitStack() as held:
            found = held.enter_context(
                installing.candidate(self._places, settings, self._source, self._copied)
            )
            self._describe(found.staged)
            found.rehearse(installing.Watcher(rehearsing=self._rehearsed), self._stop)
            room = Path(tempfile.mkdtemp(prefix="juosta-"))
            held.callback(shutil.rmtree, room, ignore_errors=True)
            self._compare(found.staged, room, portrait=settings.screen.rotation in _SIDEWAYS)
            if not self._decided.wait(ANSWER_SECONDS) or not self._use:
                raise RehearsalStoppedError
            self._show(phase="publishing")
            info = found.publish()
        self._report(f"“{self._trial.name}” is on this stand now, as {info.id}.", [])
        self._show(phase="done", pictures=(), version_id=info.id)

    def _show(self, **values: object) -> None:
        self._trial = replace(self._trial, **values)  # type: ignore[arg-type]
        self._tell(self._trial)

    def _copied(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise RehearsalStoppedError
        self._show(phase="copying", done=done, total=total)

    def _rehearsed(self, done: int, total: int) -> None:
        self._show(done=done, total=total)

    def _describe(self, staged: Staged) -> None:
        bundle = staged.bundle
        self._show(
            phase="rehearsing",
            done=0,
            total=0,
            title=dict(bundle.title),
            fallback=bundle.fallback,
            version=bundle.version,
            signed_by=staged.signed_by,
        )

    def _compare(self, staged: Staged, room: Path, *, portrait: bool) -> None:
        """Say and draw what changes against what is shown now, if that can be read."""
        self._show(phase="drawing", done=0, total=0)
        folder = self._shown_now()
        try:
            shown = reader.load(folder)
        except ContentError:
            self._show(phase="ready")
            return
        found = differences(shown.bundle, staged.bundle, Sums(shown.folder), Sums(staged.folder))
        studio = comparing.Studio(room, portrait, self._rehearsed, self._stop)
        drawn = comparing.pairs(folder, staged.folder, found, studio)
        pictures = tuple(
            PicturePair(each.name, each.language, each.before, each.after) for each in drawn
        )
        self._show(
            phase="ready", pictures=pictures, changes=_changes(found, staged.bundle.fallback)
        )

    def _shown_now(self) -> Path:
        store = Store(self._places.content)
        active = store.active()
        return store.path(active.id) if active else self._factory

    def _refuse(self, error: ContentError) -> None:
        lines = reports.of_refusal(error)
        intro = f"“{self._trial.name}” was not taken. What was shown before is shown as before."
        self._report(intro, [f"{error.code}: {error.words}", f"→ {error.fix}", "", *lines])
        self._show(phase="refused", refusal=error, pictures=())

    def _report(self, intro: str, lines: list[str]) -> None:
        """Write the report to the stick, if it is still there; staff read it on the screen too."""
        self._trial = replace(self._trial, report=self._write_report([intro, *lines]))


def _changes(found: Differences, fallback: str) -> tuple[TrialChange, ...]:
    return tuple(
        TrialChange(each.kind, _title(each, fallback), each.languages) for each in found.changes
    )


def _title(change: Change, fallback: str) -> dict[str, str]:
    """The title of a piece; a piece without one has its address."""
    return {fallback: change.address, **change.title} if change.address else {}
