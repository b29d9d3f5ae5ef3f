"""The light of a route that fingers draw: it runs after the hand, along the line and nowhere else.

One finger draws from the start, another from the end; two visitors may meet. The visit holds the
town that was reached; what is drawn beyond it lives here as long as the page is shown. Lengths
are px, places of the light shares of the line from 0 to 1.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Property, QObject, QPointF, Signal, Slot

from kiosk.bridge.late import LateHelper, late_input, late_output
from kiosk.bridge.routemath import Point, Polyline, between, towards

REACH = 72.0
"""How far from the line a finger may be, in u."""
GRAB = 110.0
"""How far beyond the end of the light a finger may take hold of it, in u along the line."""
SNAP = 20.0
"""A finger that is so near a town, in u along the line, means the town."""
SPEED = 1400.0
"""The light's speed behind a finger, in u per second."""
WALK_SECONDS = 0.6
"""The light's time to the town that was asked for by *Next*, however far it is."""
MEETING = 1e-6

End = Literal["head", "tail"]


class RouteLight(LateHelper):
    """Fingers and steps in; how far the light has come out.

    `town` is the visit's step: the light walks there when it changes. `townReached` says which
    town a finger has brought the light to; `missed`, that a finger came down where there is no
    light to take. Call `advance` with the seconds of a frame while `moving`.
    """

    changed = Signal()
    townReached = Signal(int)
    missed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._points: list[Point] = []
        self._shares: list[float] = []
        self._kilometres: list[float] = []
        self._u = 1.0
        self._jumps = False
        self._town = 0
        self._line: Polyline | None = None
        self._way: dict[End, float] = {"head": 0.0, "tail": 1.0}
        self._goal: dict[End, float] = {"head": 0.0, "tail": 1.0}
        self._hands: dict[int, tuple[End, float]] = {}
        self._pace = 0.0
        """Shares per second while the light walks by itself; 0 while it follows a hand."""
        self._stopped = False
        """Whether a hand has stopped such a walk: it goes on when the hand lifts."""
        self._placed = False

    points = late_input(list, "_points", changed, lambda given: [(p.x(), p.y()) for p in given])
    shares = late_input(list, "_shares", changed, lambda given: [float(share) for share in given])
    kilometres = late_input(list, "_kilometres", changed, lambda given: [float(k) for k in given])
    u = late_input(float, "_u", changed)
    jumps = late_input(bool, "_jumps", changed)

    def refresh(self) -> None:
        """A new line keeps the light's share of it; the first one has that of the visit's town."""
        known = self._line
        if len(self._points) < 2:
            self._line = None
        elif known is None or known.points != self._points:
            self._line = Polyline(self._points)
            self._hands.clear()
        if self._shares and not self._placed:
            self._placed = True
            self._way["head"] = self._goal["head"] = self._share(self._town)

    # --- the visit's step -----------------------------------------------------------------------

    def _write_town(self, town: int) -> None:
        before, self._town = self._town, town
        if not self._placed or town == before:
            return
        if town == self._reached() and not self._pace:
            return  # a finger has brought the light here
        self._walk(self._share(town))

    def _read_town(self) -> int:
        return self._town

    @Slot()
    def startAgain(self) -> None:
        """Take all light back, also what no step has counted yet."""
        self._walk(0.0)

    def _walk(self, share: float) -> None:
        """Run to a share in the time of a step; on the way back the end's light goes out."""
        self._hands.clear()
        self._stopped = False
        if share < self._way["head"] or self._jumps:
            self._way["tail"] = self._goal["tail"] = 1.0
        self._goal["head"] = share
        self._pace = abs(share - self._way["head"]) / WALK_SECONDS
        if self._jumps:
            self._stand(share)
        self.changed.emit()

    def _stand(self, share: float) -> None:
        self._way = {"head": share, "tail": 1.0}
        self._goal = dict(self._way)
        self._pace = 0.0
        self.changed.emit()

    def _share(self, town: int) -> float:
        return self._shares[min(max(town, 0), len(self._shares) - 1)] if self._shares else 0.0

    # --- fingers --------------------------------------------------------------------------------

    @Slot(int, float, float)
    def press(self, finger: int, x: float, y: float) -> None:
        """A finger comes down; it holds the end of the light that is near it, if any."""
        if self._line is None or self._way["head"] >= 1:
            return
        for end in self._free_ends((x, y)):
            way = self._line.nearest((x, y), REACH * self._u, self._way[end] * self._line.length)
            if way is not None and self._may_grab(end, way):
                self._hands[finger] = (end, way)
                self._stopped = self._stopped or self._pace > 0
                self._pace = 0.0
                self._pull(end, way)
                return
        self.missed.emit()

    def _free_ends(self, point: Point) -> list[End]:
        """The ends of the light that no other finger holds, the closer one first."""
        assert self._line is not None
        line, held = self._line, {end for end, _ in self._hands.values()}
        both: list[End] = ["head", "tail"]

        def apart(end: End) -> float:
            x, y = line.at(self._way[end] * line.length)
            return (x - point[0]) ** 2 + (y - point[1]) ** 2

        return sorted((end for end in both if end not in held), key=apart)

    def _may_grab(self, end: End, way: float) -> bool:
        """A finger may come down on the light or a little before it, not far ahead."""
        assert self._line is not None
        ahead = way - self._way[end] * self._line.length
        return (ahead if end == "head" else -ahead) <= GRAB * self._u

    @Slot(int, float, float)
    def move(self, finger: int, x: float, y: float) -> None:
        """A finger moves; the light runs after it when it is near the line."""
        held = self._hands.get(finger)
        if held is None or self._line is None:
            return
        end, near = held
        way = self._line.nearest((x, y), REACH * self._u, near)
        if way is not None:
            self._hands[finger] = (end, way)
            self._pull(end, way)

    def _pull(self, end: End, way: float) -> None:
        """The light never runs back, and not past the other end's."""
        assert self._line is not None
        share = self._snapped(way / self._line.length if self._line.length else 1.0)
        if end == "head":
            self._goal["head"] = min(max(self._goal["head"], share), self._goal["tail"])
        else:
            self._goal["tail"] = max(min(self._goal["tail"], share), self._goal["head"])
        if self._jumps:
            self._follow(1.0)
        self.changed.emit()

    def _snapped(self, share: float) -> float:
        """The share of a town that is very near, else the share itself."""
        assert self._line is not None
        town = min(self._shares, key=lambda each: abs(each - share), default=share)
        return town if abs(town - share) * self._line.length <= SNAP * self._u else share

    @Slot(int)
    def release(self, finger: int) -> None:
        """A finger leaves the glass; the light stays, or ends the walk that the finger stopped."""
        held = self._hands.pop(finger, None)
        if held is None:
            return
        end = held[0]
        self._goal[end] = self._way[end]
        if self._stopped and self._reached() != self._town:
            self._walk(self._share(self._town))
        self._stopped = False
        self.changed.emit()

    # --- time -----------------------------------------------------------------------------------

    @Slot(float)
    def advance(self, seconds: float) -> None:
        """Run on for the time of a frame."""
        if self._line is None or not self._moving():
            return
        length = max(self._line.length, 1.0)
        pace = self._pace or SPEED * self._u / length
        self._follow(pace * max(0.0, seconds))
        self.changed.emit()

    def _follow(self, most: float) -> None:
        before = self._reached()
        ends: tuple[End, ...] = ("head", "tail")
        for end in ends:
            self._way[end] = towards(self._way[end], self._goal[end], most)
        by_hand = not self._pace
        if self._way["head"] >= self._way["tail"] - MEETING:
            self._stand(1.0)
            self._hands.clear()
        elif not self._moving():
            self._pace = 0.0
        reached = self._reached()
        if reached != before and (by_hand or self._way["head"] >= 1):
            self.townReached.emit(reached)

    def _moving(self) -> bool:
        return self._way != self._goal

    # --- what is shown --------------------------------------------------------------------------

    def _reached(self) -> int:
        """The last town that the light has come to from the start."""
        lit = [i for i, share in enumerate(self._shares) if share <= self._way["head"] + MEETING]
        return lit[-1] if lit else 0

    def _counted(self) -> float:
        """Kilometres that are drawn, from both ends."""
        if not self._shares or len(self._shares) != len(self._kilometres):
            return 0.0
        head, tail = (between(self._shares, self._kilometres, s) for s in self._way.values())
        return head + self._kilometres[-1] - tail

    def _tip(self, end: End) -> QPointF:
        line = self._line
        return QPointF(*line.at(self._way[end] * line.length)) if line else QPointF()

    town = Property(int, _read_town, _write_town, notify=changed)
    head = late_output(float, lambda self: self._way["head"], changed)
    tail = late_output(float, lambda self: self._way["tail"], changed)
    counted = late_output(float, lambda self: self._counted(), changed)
    held = late_output(bool, lambda self: bool(self._hands), changed)
    moving = late_output(bool, lambda self: self._moving(), changed)
    finished = late_output(bool, lambda self: self._way["head"] >= 1, changed)
    tip = late_output(QPointF, lambda self: self._tip("head"), changed)
    tailTip = late_output(QPointF, lambda self: self._tip("tail"), changed)
