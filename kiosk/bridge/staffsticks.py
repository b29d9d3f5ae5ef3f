"""Sticks as their page sees them: what they offer, how far a bundle has come, before and after.

Whatever takes longer runs in threads of the desk's or in the background; what stumbles there is
logged, and the page goes on. Without a real stand behind the screen there are no sticks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot

from kiosk.bridge.acquaint import Acquainted
from kiosk.bridge.background import Background
from kiosk.bridge.desk import SticksDesk
from kiosk.bridge.pinpad import FAILED
from kiosk.bridge.stickrecords import StaffChange, StaffOffer, StaffPair
from kiosk.catalogs import staff_text
from kiosk.said import marked, said
from kiosk.staffrecords import StickOffer, StickSettings, Trial

_TAKEN = marked(
    "Taken over. Most settings hold from the next visit on, the others from the next restart."
)
BUSY = ("copying", "rehearsing", "drawing", "publishing")


class StaffSticks(Acquainted):
    """What the page of the sticks shows and does. `Kiosk.Core/StaffSticks`."""

    looked = Signal()
    moved = Signal()
    said = Signal()
    _told = Signal()

    qml_types: ClassVar[dict[str, tuple[str, bool]]] = {
        "offers": ("StaffOffer", True),
        "pairs": ("StaffPair", True),
        "changes": ("StaffChange", True),
    }

    def __init__(
        self,
        desk: SticksDesk | None,
        open_door: Callable[[], bool],
        alive: Callable[[], None],
        language: Callable[[], str],
        parent: QObject,
        settings_came: Callable[[], None] = lambda: None,
    ) -> None:
        """`alive` is told that something goes on, so that the page stays while it does;
        `settings_came` that the stand has taken settings over from a stick."""
        super().__init__(parent)
        self._desk = desk
        self._open_door = open_door
        self._alive = alive
        self._language = language
        self._settings_came = settings_came
        self._looking = False
        self._allowed = True
        self._trial = Trial()
        self._lists: dict[str, list[QObject]] = {name: [] for name in self.qml_types}
        self._gone: list[QObject] = []
        self._album = 0
        self._shown = StickSettings()
        self._question = 0
        self._background = Background(self)
        self._told.connect(self._take_trial, Qt.ConnectionType.QueuedConnection)

    # --- looking -----------------------------------------------------------------------------

    @Slot()
    def look(self) -> None:
        """See what is plugged in; called again and again while the page is open."""
        desk = self._desk
        if desk is None or self._looking or not self._open_door():
            return
        self._looking = True
        done = self._take_offers
        self._background.run(lambda: (desk.look(), desk.allowed()), done, done)

    def _take_offers(self, seen: tuple[list[StickOffer], bool] | None = None) -> None:
        """None: the look went wrong, the next one may not."""
        self._looking = False
        offers, self._allowed = seen or ([], self._allowed)
        known = [each.offer for each in self._lists["offers"] if isinstance(each, StaffOffer)]
        if offers != known:
            self._replace("offers", [StaffOffer(each, self) for each in offers])
        self.looked.emit()

    def _replace(self, name: str, new: Sequence[QObject]) -> None:
        """Objects that QML may still hold go one change later."""
        for old in self._gone:
            old.deleteLater()
        self._gone = self._lists[name]
        self._lists[name] = list(new)

    @Property("QVariantList", notify=looked)  # type: ignore[arg-type]
    def offers(self) -> list[QObject]:
        """What the sticks offer."""
        return self._lists["offers"]

    @Property("QStringList", notify=looked)  # type: ignore[arg-type]
    def sticks(self) -> list[str]:
        """Names of the sticks that are plugged in."""
        return self._desk.stick_names() if self._desk else []

    @Property(bool, notify=looked)
    def allowed(self) -> bool:
        """Whether the settings let sticks in at all."""
        return self._allowed

    # --- trying out --------------------------------------------------------------------------

    @Slot(int)
    def tryOut(self, number: int) -> None:
        """Copy a bundle from the stick, rehearse it, and draw what changes."""
        if self._desk is not None and self._open_door():
            self._desk.try_out(number, self._told.emit)

    @Slot()
    def use(self) -> None:
        """Show what was tried out."""
        if self._desk is not None and self._open_door():
            self._desk.answer(use=True)

    @Slot()
    def letGo(self) -> None:
        """Leave everything as it is; what was said is not for whoever comes next."""
        if self._desk is not None:
            self._desk.answer(use=False)
            self._desk.forget()
            self._take_trial()
            self._fall_silent()

    @Slot()
    def _take_trial(self) -> None:
        assert self._desk is not None
        before, self._trial = self._trial, self._desk.trial
        if self._trial.phase in BUSY:
            self._alive()
        if self._trial.pictures != before.pictures:
            self._album += 1  # QML keeps pictures by their address: each album has its own
            pairs = enumerate(self._trial.pictures)
            made = [StaffPair(f"{self._album}/{number}", pair, self) for number, pair in pairs]
            self._replace("pairs", made)
        if self._trial.changes != before.changes:
            changes = self._trial.changes
            made = [StaffChange(each, self._titled(each.title), self) for each in changes]
            self._replace("changes", made)
        self.moved.emit()

    def picture(self, name: str) -> Path | None:
        """The file of a picture before or after, for the picture provider; in any thread."""
        _album, number, side = (*name.split("/"), "", "", "")[:3]
        pictures = self._trial.pictures
        if not number.isdigit() or int(number) >= len(pictures):
            return None
        pair = pictures[int(number)]
        return pair.before if side == "before" else pair.after

    @Property(str, notify=moved)
    def phase(self) -> str:
        """Empty, copying, rehearsing, drawing, ready, publishing, done or refused."""
        return self._trial.phase

    @Property(float, notify=moved)
    def share(self) -> float:
        """How much of the phase is done, 0 to 1."""
        return self._trial.done / self._trial.total if self._trial.total else 0.0

    @Property(str, notify=moved)
    def name(self) -> str:
        """Name of the file or folder on the stick."""
        return self._trial.name

    @Property(str, notify=moved)
    def title(self) -> str:
        """Title of the bundle; empty until it is known."""
        return self._titled(self._trial.title)

    @Property(str, notify=moved)
    def version(self) -> str:
        """The bundle's own version."""
        return self._trial.version

    @Property(str, notify=moved)
    def signedBy(self) -> str:
        """Fingerprint of the key; empty for an unsigned bundle."""
        return self._trial.signed_by

    @Property(str, notify=moved)
    def words(self) -> str:
        """Why the bundle was refused."""
        refusal = self._trial.refusal
        return f"{refusal.code}: {self._say(refusal.words)}" if refusal else ""

    @Property(str, notify=moved)
    def fix(self) -> str:
        """What to do about it."""
        refusal = self._trial.refusal
        return self._say(refusal.fix) if refusal else ""

    @Property("QStringList", notify=moved)  # type: ignore[arg-type]
    def lines(self) -> list[str]:
        """Each mistake, with its place."""
        refusal = self._trial.refusal
        if refusal is None:
            return []
        from kiosk.content.report import of_refusal  # it is not needed for the first frame

        return of_refusal(refusal, self._say)

    @Property(str, notify=moved)
    def report(self) -> str:
        """Name of the report on the stick; empty if it could not be written."""
        return self._trial.report

    @Property("QVariantList", notify=moved)  # type: ignore[arg-type]
    def pairs(self) -> list[QObject]:
        """Pictures before and after."""
        return self._lists["pairs"]

    @Property("QVariantList", notify=moved)  # type: ignore[arg-type]
    def changes(self) -> list[QObject]:
        """All pieces that change."""
        return self._lists["changes"]

    def _titled(self, title: Mapping[str, str]) -> str:
        return title.get(self._language()) or title.get(self._trial.fallback, "")

    def _say(self, text: str) -> str:
        return staff_text(self._language(), text)

    # --- carrying home -----------------------------------------------------------------------

    @Slot()
    def export(self) -> None:
        """Write statistics, health and log to the stick."""
        self._do(lambda desk: desk.export())

    @Slot()
    def saveSettings(self) -> None:
        """Write this stand's settings to the stick."""
        self._do(lambda desk: desk.save_settings())

    @Slot(int)
    def readSettings(self, number: int) -> None:
        """See what the settings on a stick would change."""
        self._do(lambda desk: desk.settings_changes(number))

    @Slot()
    def takeSettings(self) -> None:
        """Take over what is shown, whatever is on the sticks by now."""
        shown = self._shown
        if shown.lines:
            self._do(lambda desk: desk.take_settings(shown), self._took)

    def _do(
        self,
        work: Callable[[SticksDesk], StickSettings | str],
        done: Callable[[Any], StickSettings | str] = lambda answer: answer,
    ) -> None:
        desk = self._desk
        if desk is None or not self._open_door():
            return
        self._fall_silent()
        question = self._question

        def tell(answer: StickSettings | str) -> None:
            if question == self._question:
                self._take_words(answer)

        self._background.run(lambda: work(desk), lambda got: tell(done(got)), lambda: tell(FAILED))

    def _fall_silent(self) -> None:
        """Nothing is said any more, and what has been asked is answered to nobody."""
        self._question += 1
        self._take_words("")

    def _take_words(self, answer: StickSettings | str) -> None:
        self._shown = answer if isinstance(answer, StickSettings) else StickSettings(words=answer)
        self.said.emit()

    def _took(self, words: str) -> str:
        if not words:
            self._settings_came()
        return words or said(_TAKEN)

    @Property(str, notify=said)
    def note(self) -> str:
        """What came of the last of these, in words."""
        return self._say(self._shown.words)

    @Property("QStringList", notify=said)  # type: ignore[arg-type]
    def settingsLines(self) -> list[str]:
        """What the settings that were read would change."""
        return [self._say(each) for each in self._shown.lines]
