"""The one object that QML talks to: properties out, intents in.

A slot turns a touch into an event; the pure machine returns the new state; the session compares
what QML sees before and after and emits only the signals of what changed. Slots return nothing
(objects returned from slots are collected by the JavaScript engine).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from kiosk.bridge.desk import StaffDesk
from kiosk.bridge.overlays import Overlays
from kiosk.bridge.pinpad import PinPad
from kiosk.bridge.presenter import Presenter
from kiosk.bridge.viewtable import VIEW, PadView, add_properties
from kiosk.bridge.witness import Witness
from kiosk.content.model import Language
from kiosk.visit import Rules, State, advance, deadline, start_state
from kiosk.visit import events as ev
from kiosk.visit.patience import COUNTING, RESTING

if TYPE_CHECKING:
    from kiosk.overview import Book

log = logging.getLogger(__name__)


class Session(Overlays):
    """A visit as QML sees it. `Kiosk.Core/Session`."""

    qml_types: ClassVar[dict[str, tuple[str, bool]]] = {
        name: (qml_type, is_list) for name, (_qt, qml_type, is_list) in VIEW.items()
    } | {"staff": ("StaffRoom", False), "notice": ("string", False), "careful": ("bool", False)}

    add_properties(locals())

    languageSwitched = Signal(str)
    leaveRequested = Signal()
    restartRequested = Signal()
    visitEnded = Signal()
    faultReported = Signal(str, str, str)
    sceneEnded = Signal()

    def __init__(
        self,
        presenter: Presenter,
        rules: Rules,
        desk: StaffDesk,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._rules = rules
        self._clock = clock
        self._desk = desk
        self._room: QObject | None = None
        self._coming: tuple[Rules, list[Language]] | None = None
        self._pad = PinPad(desk, self)
        self.witness: Witness | None = None
        self.book: Book | None = None
        self.state: State = start_state(rules, clock())
        self.view: dict[str, Any] = presenter.view(self.state, rules, self._staff_view())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.tick)
        self._pad.accepted.connect(self._accept_pin)
        self._pad.refused.connect(self.touched)

    # --- the way of every event -------------------------------------------------------------

    def post(self, event: ev.Event) -> None:
        """Put an event through the machine and show what changed."""
        before, now = self.state, self._clock()
        self.state = advance(before, event, now, self._rules)
        if self._coming is not None and self.state.mode != before.mode == "staff":
            # Staff have changed settings: what comes after them begins under the new rules
            self._rules, languages = self._coming
            self._coming = None
            self._presenter.offer(languages)
            self.state = advance(before, event, now, self._rules)
        if self.state.mode != before.mode:
            self._pad.forget()
        if self.state.language != before.language:
            self.languageSwitched.emit(self.state.language)
        self._show()
        if self.witness is not None:
            self.witness.seen(before, event, self.state, self._rules)
        if self.state.mode in RESTING and before.mode not in RESTING:
            self.visitEnded.emit()

    def _show(self) -> None:
        """Compare what QML sees field by field and emit only what changed."""
        old = self.view
        self.view = self._presenter.view(self.state, self._rules, self._staff_view())
        for name in VIEW:
            if old[name] is not self.view[name] and old[name] != self.view[name]:
                getattr(self, f"{name}Changed").emit()
        self._presenter.drop_unused()
        self._wait()

    def _wait(self) -> None:
        due = deadline(self.state, self._rules)
        if due is None:
            self._timer.stop()
            return
        seconds = due - self.state.now
        if self.state.mode in COUNTING or (self.state.mode == "pin" and self._pad.locked):
            seconds = min(seconds, 1.0 - 1e-3)
        self._timer.start(max(15, int(seconds * 1000) + 1))

    def change_rules(self, rules: Rules, languages: list[Language]) -> None:
        """The rules and languages of all visits after the staff have left."""
        self._coming = (rules, languages)

    def change(self, presenter: Presenter, rules: Rules, state: State) -> None:
        """Show another bundle from this state on; what the old one made goes when it has faded."""
        old, self._presenter, self._rules = self._presenter, presenter, rules
        presenter.edition, self._coming = old.edition + 1, None
        switched, self.state = self.state.language != state.language, state
        if switched:
            self.languageSwitched.emit(state.language)
        self._show()
        old.retire()

    @Slot()
    def endScene(self) -> None:
        """A scene of the attract loop has had its time: the moment for other content.

        Not when the loop is only still fading out below a visit that has begun.
        """
        if self.state.mode in ("attract", "closed"):
            self.sceneEnded.emit()

    @Slot()
    def keepLeaving(self) -> None:
        """The screen of the place before fades out from now on; until the next one does so,
        what it shows stays. Fast fingers outrun any count of what is kept."""
        self._presenter.hold()

    @Slot()
    def tick(self) -> None:
        """Tell the machine that time has passed."""
        self.post(ev.Tick())

    # --- staff -------------------------------------------------------------------------------

    def _staff_view(self) -> PadView:
        return self._pad.view(opened=self.state.mode == "pin")

    @Slot(int)
    def pinDigit(self, digit: int) -> None:
        """Type a digit of the PIN."""
        if self.state.mode == "pin":
            self._pad.add(digit)
        self.touched()

    @Slot()
    def pinErase(self) -> None:
        """Take the last digit back."""
        self._pad.erase()
        self.touched()

    @Slot()
    def pinSubmit(self) -> None:
        """Have the PIN checked."""
        if self.state.mode == "pin":
            self._pad.submit()
        self.touched()

    @Slot()
    def pinForgotten(self) -> None:
        """Look for a stick that resets the PIN."""
        if self.state.mode == "pin":
            self._pad.forgot()
        self.touched()

    def _accept_pin(self) -> None:
        self.post(ev.AcceptPin())

    @Slot()
    def openStaff(self) -> None:
        """The staff gesture is complete."""
        self.post(ev.OpenStaff())

    @Slot()
    def leaveStaff(self) -> None:
        """Back to visitors."""
        self.post(ev.LeaveStaff())

    @Property(QObject, constant=True)
    def staff(self) -> QObject:
        """What staff can do behind the PIN; made when it is first asked for."""
        if self._room is None:
            from kiosk.bridge.staffroom import StaffRoom  # not before the first frame

            self._room = StaffRoom(self, self._desk)
        return self._room

    @Slot()
    def leaveKiosk(self) -> None:
        """End the program; only staff behind the PIN can."""
        if self.state.mode == "staff":
            self.leaveRequested.emit()

    @Slot(str, str, str)
    def reportFault(self, place: str, what: str, reason: str) -> None:
        """A part of the picture could not be made and was left out."""
        log.error("%s: %s left out: %s", place, what, reason.strip())
        self.faultReported.emit(place, what, reason)

    # --- intents of visitors -----------------------------------------------------------------

    @Slot()
    def begin(self) -> None:
        """The touch that wakes the attract loop."""
        self.post(ev.Begin())

    @Slot()
    def touched(self) -> None:
        """A sign of life that asks for nothing."""
        self.post(ev.Touched())

    @Slot()
    def keepGoing(self) -> None:
        """Answer to "Are you still there?"."""
        self.post(ev.KeepGoing())

    @Slot()
    def startOver(self) -> None:
        """End this visit now."""
        self.post(ev.StartOver())

    @Slot(str)
    def openSection(self, section: str) -> None:
        """Show the section of an id."""
        self.post(ev.OpenSection(self._presenter.section_index(section)))

    @Slot(str, str)
    def openStory(self, section: str, story: str) -> None:
        """Show a story from its first page."""
        self.openAddress(f"{section}/{story}")

    @Slot(str)
    def openAddress(self, address: str) -> None:
        """Show `section/story` or `section/story/page`; an unknown address does nothing."""
        self.post(ev.OpenStory(*self._presenter.indices(address)))

    @Slot()
    def next(self) -> None:
        """The next step, page or story."""
        self.post(ev.Next())

    @Slot()
    def previous(self) -> None:
        """The step or page before."""
        self.post(ev.Previous())

    @Slot()
    def back(self) -> None:
        """Close the panel or return."""
        self.post(ev.Back())

    @Slot()
    def home(self) -> None:
        """Show home."""
        self.post(ev.GoHome())

    @Slot(int)
    def chooseStep(self, step: int) -> None:
        """Go to a step of the page."""
        self.post(ev.ChooseStep(step))

    @Slot(int)
    def chooseAnswer(self, answer: int) -> None:
        """Answer the question of this step."""
        self.post(ev.ChooseAnswer(answer))

    @Slot(str)
    def openPanel(self, panel: str) -> None:
        """Open a panel, or close it when it is the open one."""
        if panel in {"language", "accessibility", "sources", "takeaway"}:
            self.post(ev.OpenPanel(panel))  # type: ignore[arg-type]

    @Slot()
    def closePanel(self) -> None:
        """Close the panel."""
        self.post(ev.ClosePanel())
