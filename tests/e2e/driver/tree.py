"""What a blind visitor's screen reader sees: names, roles, states and places, over AT-SPI."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, Message, Properties, new_method_call

from tests.e2e.driver.bus import Bus

Reference = tuple[str, str]
"""Bus name and object path of an accessible object."""

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_COMPONENT = "org.a11y.atspi.Component"
_DAEMON = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
_DESKTOP = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

_STATES = {
    1: "active", 4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 20: "pressed",
    23: "selected", 24: "sensitive", 25: "showing", 30: "visible",
}  # fmt: skip
"""Bits of the state set that the tests speak of, by their numbers in AtspiStateType."""


@dataclass(frozen=True)
class Node:
    """One object of the tree; the place is in px on the screen."""

    name: str
    role: str
    states: frozenset[str]
    x: int
    y: int
    width: int
    height: int
    depth: int
    path: str
    description: str

    @property
    def centre(self) -> tuple[int, int]:
        """Where a finger would go."""
        return self.x + self.width // 2, self.y + self.height // 2

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width and height."""
        return self.x, self.y, self.width, self.height

    @property
    def showing(self) -> bool:
        """Whether it is to be seen."""
        return "showing" in self.states and self.width > 0 and self.height > 0

    @property
    def usable(self) -> bool:
        """Whether it takes a tap."""
        return self.showing and "enabled" in self.states

    def __str__(self) -> str:
        states = " ".join(sorted(self.states))
        return f"{'  ' * self.depth}{self.role} {self.name!r} {self.place} [{states}]"


class Tree:
    """The accessible objects of one process."""

    def __init__(self, bus: Bus, pid: int) -> None:
        self._bus = bus
        self._pid = pid
        self._top: Reference | None = None

    def found(self) -> bool:
        """Whether the process has said hello to assistive technology."""
        if self._top is None:
            self._top = self._look()
        return self._top is not None

    def nodes(self) -> list[Node]:
        """All objects, parents before children; empty while there is no window."""
        if not self.found():
            return []
        assert self._top is not None
        nodes: list[Node] = []
        level, depth = [self._top], 0
        while level:
            below: list[Reference] = []
            for node, children in self._read(level, depth):
                nodes.append(node)
                below += children
            level, depth = below, depth + 1
        return nodes

    def _look(self) -> Reference | None:
        (programs,) = self._bus.ask(_call(_DESKTOP, "GetChildren"))
        for name, path in programs:
            question = new_method_call(_DAEMON, "GetConnectionUnixProcessID", "s", (name,))
            answer = self._bus.ask_all([question])[0]
            if answer is not None and answer[0] == self._pid:
                return name, path
        return None

    def _read(self, level: list[Reference], depth: int) -> Iterator[tuple[Node, list[Reference]]]:
        """The objects of one level with their children; those that have gone are left out."""
        answers = self._bus.ask_all(question for one in level for question in _questions(one))
        size = len(_questions(level[0]))
        for index, reference in enumerate(level):
            part = answers[index * size : (index + 1) * size]
            made = _node(part, reference, depth)
            if made is not None:
                yield made


def _questions(reference: Reference) -> list[Message]:
    properties = Properties(_address(reference, _ACCESSIBLE))
    return [
        properties.get("Name"),
        properties.get("Description"),
        _call(reference, "GetRoleName"),
        _call(reference, "GetState"),
        _call(reference, "GetChildren"),
        new_method_call(_address(reference, _COMPONENT), "GetExtents", "u", (0,)),
    ]


def _node(
    answers: list[tuple[Any, ...] | None], reference: Reference, depth: int
) -> tuple[Node, list[Reference]] | None:
    name, description, role, states, children, extents = answers
    if name is None or role is None or states is None or children is None:
        return None
    x, y, width, height = extents[0] if extents else (0, 0, 0, 0)
    node = Node(
        name=name[0][1],
        role=role[0],
        states=_states(states[0]),
        x=x, y=y, width=width, height=height,
        depth=depth,
        path=reference[1],
        description=description[0][1] if description else "",
    )  # fmt: skip
    return node, [tuple(child) for child in children[0]]


def _states(words: list[int]) -> frozenset[str]:
    bits = words[0] | (words[1] << 32 if len(words) > 1 else 0)
    return frozenset(name for bit, name in _STATES.items() if bits >> bit & 1)


def _address(reference: Reference, interface: str) -> DBusAddress:
    return DBusAddress(reference[1], bus_name=reference[0], interface=interface)


def _call(reference: Reference, method: str) -> Message:
    return new_method_call(_address(reference, _ACCESSIBLE), method)
