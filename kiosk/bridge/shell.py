"""The Qt side of the program: application, engine, window, and taking them down in order.

`kiosk.app` decides what to show; this file only knows how to put a session on a screen.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QLocale,
    QMetaObject,
    QObject,
    QRect,
    QTimer,
    QTranslator,
)
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import phases
from kiosk.bridge import acquaint, fonts, registry, renderer
from kiosk.bridge.application import application
from kiosk.bridge.firstframe import FirstFrame
from kiosk.bridge.fullscreen import cover
from kiosk.bridge.late import release_deleted
from kiosk.bridge.network import DenyingFactory
from kiosk.bridge.picturebooks import Pictures
from kiosk.bridge.session import Session
from kiosk.bridge.translation import promises, switch

if TYPE_CHECKING:
    from kiosk.bridge.signals import Signals

log = logging.getLogger(__name__)

QML_FOLDER = Path(__file__).parent.parent / "qml"
SETTLE_ROUNDS = 2000
SETTLE_MILLISECONDS = 2
SWEEP_MILLISECONDS = 900
"""After a change of place: its film is over, and what it left is swept before much more comes."""
RESTART = -1
"""What `Shell.run` returns when staff want the program started anew."""
PNG_QUALITY = 60  # of Qt's scale


@dataclass(frozen=True)
class Look:
    """How the window is put on the screen."""

    window: tuple[int, int] | None = None
    """Size in px of an ordinary window; None covers the screen."""
    turn: int = 0
    still: bool = False
    """Everything drawn complete at once, no animation (pictures of the tour)."""
    closable: bool = False


class Shell:
    """Owns everything of Qt. Make it once per process, `show` a session, `run`, `close`."""

    def __init__(
        self,
        chosen: renderer.Renderer,
        arguments: list[str] | None = None,
        without_display: Callable[[], None] | None = None,
    ) -> None:
        """`without_display` ends the process with words when no display can be opened."""
        renderer.apply(chosen)
        self.renderer = chosen
        phases.mark("qt imported")
        self.app = application(arguments or [], without_display)
        phases.mark("application")
        fonts.load_first()
        self.translator = QTranslator()
        self.app.installTranslator(self.translator)
        registry.register_first()
        phases.mark("fonts and types")
        self.engine = QQmlApplicationEngine()
        acquaint.with_disconnecting(self.app, self.engine)
        self.engine.addImportPath(str(QML_FOLDER))
        self._denying = DenyingFactory()
        self.engine.setNetworkAccessManagerFactory(self._denying)
        self.window: QQuickWindow | None = None
        self._clock: Callable[[], float] | None = None
        self.pictures = Pictures()
        self._started = False
        self._covers = False
        self._sweeping = QTimer(self.app, singleShot=True, interval=SWEEP_MILLISECONDS)
        self._sweeping.timeout.connect(self._sweep)
        self._pace: Any = None
        self._session: Session | None = None
        self._signals: Signals | None = None

    def show(self, session: Session, look: Look, clock: Callable[[], float]) -> QQuickWindow:
        """Put a session on the screen. Raises `RuntimeError` if the interface cannot be built."""
        self._take(session, None if look.still else clock)
        for name in ("placeChanged", "editionChanged", "sceneEnded"):  # the loop runs all night
            getattr(session, name).connect(self._sweep_soon)
        self._switch_language(session.state.language)
        if look.still:
            self.finish_start()
        shown = {"software": self.renderer == "software", "started": self._started}
        window = self._build("Main", {"session": session, "still": look.still, **shown}, look)
        self._keep_pace()
        return window

    def show_safe(
        self, session: Session | None, code: str, look: Look, mark: str, languages: Sequence[str]
    ) -> QQuickWindow:
        """Put the safe screen up; with a session staff can leave through their PIN.

        It speaks for the stand, since there is no content to speak for: `mark` and `languages`
        come from the settings.
        """
        self._take(session, time.monotonic)
        self.finish_start()
        shown = {"code": code, "mark": mark, "promises": promises(languages)}
        window = self._build("SafeWindow", {"session": session, **shown}, look)
        self._watch(window)
        return window

    def _take(self, session: Session | None, clock: Callable[[], float] | None) -> None:
        self._session, self._clock = session, clock
        if session is not None:
            session.languageSwitched.connect(self._switch_language)
            session.leaveRequested.connect(self.leave)
            session.restartRequested.connect(self._restart)
            session.modeChanged.connect(self._await_staff)  # type: ignore[attr-defined] - of VIEW

    def _await_staff(self) -> None:
        """Whoever types a PIN may come to the staff's pages next."""
        if self._session is not None and self._session.state.mode == "pin":
            registry.register_staff()

    def _build(self, name: str, shown: dict[str, Any], look: Look) -> QQuickWindow:
        """Make the window of this name, and put it on the screen."""
        self.engine.setInitialProperties({**shown, "turn": look.turn, "closable": look.closable})
        self.engine.loadFromModule("Kiosk.Ui", name)
        roots = self.engine.rootObjects()
        if not roots:
            raise RuntimeError(f"the interface ({name}) could not be built")
        phases.mark("interface built")
        window: QQuickWindow = roots[0]  # type: ignore[assignment]
        self.window = window
        self._place(window, look)
        return window

    def _sweep_soon(self) -> None:
        """Sweep in a while; fast taps do not put it off."""
        if not self._sweeping.isActive():
            self._sweeping.start()

    def _sweep(self) -> None:
        """Free what JavaScript holds no longer, 2 ms, and the helpers that have been deleted.

        Left to itself JavaScript waits until there is as much garbage as there are living things,
        and keeps the room for both for ever.
        """
        self.engine.collectGarbage()
        release_deleted()

    def _switch_language(self, language: str) -> None:
        switch(self.translator, language)
        QLocale.setDefault(QLocale(language.replace("-", "_")))
        if self.window is not None:
            self.engine.retranslate()

    def _place(self, window: QQuickWindow, look: Look) -> None:
        self.app.setQuitOnLastWindowClosed(look.closable)
        if look.window is not None:
            window.setGeometry(QRect(0, 0, *look.window))
            window.show()
            return
        cover(window)
        self._covers = True

    def on_first_frame(self, call: Callable[[], None]) -> None:
        """Call back once when the first frame is on the screen."""
        assert self.window is not None
        FirstFrame(self.window, call)

    def end_on_signals(self) -> None:
        """SIGINT and SIGTERM end the program at once, also while Qt waits for events."""
        from kiosk.bridge.signals import Signals  # not before the first frame

        self._signals = Signals(self.app, self.leave)

    def leave(self, *_: object) -> None:
        """End `run`. Not `quit()`: that asks the window, which refuses to close."""
        self._end(0)

    def _restart(self) -> None:
        """End `run` with the code that asks for another start."""
        self._end(RESTART)

    def _end(self, code: int) -> None:
        if self.renderer == "gpu" and self.window is not None:
            from kiosk.bridge import closing

            closing.begin(self.window)
        QTimer.singleShot(0, lambda: self.app.exit(code))

    def run(self) -> int:
        """Run until staff leave: 0, or `RESTART`. Other numbers are Qt's: its display has gone."""
        return self.app.exec()

    def finish_start(self) -> None:
        """Bring what the first frame did not need: pictures, other types and fonts. Idempotent."""
        if self._started:
            return
        self._started = True
        from kiosk.bridge import pace, providers

        self._pace = pace.start(self.engine, self.app)
        self._keep_pace()
        room: Any = self._session
        providers.add(self.engine, self.pictures.find, lambda n: room.staff.picture(n))  # noqa: PLW0108
        registry.register_rest()
        fonts.load_rest()
        if self.window is not None:
            self._watch(self.window)
            if self._covers:
                from kiosk.bridge.cover import Cover

                Cover(self.window, self.app)
            from PySide6.QtCore import Qt

            # Queued: a call from here would hold Python's lock while Qt loads all its types
            queued = Qt.ConnectionType.QueuedConnection
            QMetaObject.invokeMethod(self.window, "finishStart", queued)

    def _keep_pace(self) -> None:
        if self._pace is not None and self.window is not None:
            self._pace.follow(self.window)

    def _watch(self, window: QQuickWindow) -> None:
        """Take every touch as a sign of life, and hide the cursor."""
        from kiosk.bridge import activity

        if self._session is not None and self._clock is not None:
            activity.watch(window, self._session, self._clock)

    @property
    def portrait(self) -> bool:
        """Whether the picture stands upright, turned as it is."""
        window = self.window
        if window is None:
            return False
        return (window.height() > window.width()) != bool(window.property("sideways"))

    def resize(self, width: int, height: int) -> None:
        """Give the window another size in px."""
        assert self.window is not None
        if (self.window.width(), self.window.height()) != (width, height):
            self.window.resize(width, height)

    def settle(self) -> bool:
        """Let loaders, pictures and short fades finish; false when they did not in time."""
        from PySide6.QtCore import QEvent, QThread  # a class costs its making: not at the start

        ready = False
        for _round in range(SETTLE_ROUNDS):
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            ready = self.window is not None and bool(self.window.property("ready"))
            if ready:
                break
            QThread.msleep(SETTLE_MILLISECONDS)
        self.app.processEvents()
        return ready

    def save_picture(self, path: Path) -> bool:
        """Write what the window shows as a PNG; false when it cannot be written."""
        assert self.window is not None
        return self.window.grabWindow().save(str(path), quality=PNG_QUALITY)

    def close(self) -> None:
        """Take down engine, then session, then application: the other way round QML complains."""
        from PySide6.QtCore import QEvent

        if self.window is not None:
            self.window.setProperty("closable", True)
            self.window.close()
        parent: QObject | None = self._session
        self._sweeping.timeout.disconnect()  # a sweep that is due would miss the engine
        self.engine.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.app.processEvents()
        if parent is not None:
            parent.deleteLater()
        self.window = None
        if self._signals is not None:
            self._signals.close()
        self._signals = None
