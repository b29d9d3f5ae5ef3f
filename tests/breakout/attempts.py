"""The attempts: what is done, and how one knows that it can arrive at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from Xlib import XK, display

from tests.breakout.hands import Hands

Event = dict[str, Any]
BOTH = frozenset({"x", "wayland"})
X_ONLY = frozenset({"x"})
ALIASES = {"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L"}
MEDIA = {
    "XF86Sleep": 0x2F, "XF86PowerOff": 0x2A, "XF86AudioMute": 0x12, "XF86AudioRaiseVolume": 0x13,
    "XF86WWW": 0x2E, "XF86Mail": 0x19, "XF86Search": 0x1B, "XF86Calculator": 0x1D,
}  # fmt: skip
"""Keys of laptops -> their numbers among the key symbols of vendors."""
_VENDOR = 0x1008FF00
MOST_LOST = 0.1
"""The share of a storm that may get lost on the way."""


@dataclass(frozen=True)
class Attempt:
    """One line of the table."""

    name: str
    act: Callable[[Hands], str | None]
    """Does it once; words when that alone shows a way out."""
    heard: Callable[[Hands, list[Event]], bool]
    """Whether a plain window has received what was done to it."""
    places: frozenset[str] = BOTH
    fingers: bool = False
    """Needs a touch screen."""
    elsewhere: bool = False
    """May lead to another page of the kiosk; then home must be within reach."""


def codes(hands: Hands, combinations: Iterable[str]) -> list[int]:
    """The codes of all keys in the order in which they go down."""
    server = display.Display(hands.place.stand.screen.name)
    names = [ALIASES.get(key, key) for each in combinations for key in each.split("+")]
    places = hands.place.keys
    found = [places.get(name) or server.keysym_to_keycode(_symbol(name)) for name in names]
    server.close()
    assert all(found), f"no such key among {dict(zip(names, found, strict=True))}"
    return found


def _symbol(name: str) -> int:
    return _VENDOR + MEDIA[name] if name in MEDIA else XK.string_to_keysym(name)


def typed(hands: Hands, combinations: Iterable[str], events: list[Event]) -> bool:
    """Whether all keys have arrived, in their order."""
    arrived = iter([event["key"] for event in events if "key" in event])
    return all(code in arrived for code in codes(hands, combinations))


def keys(name: str, *combinations: str, arriving: Iterable[str] = ()) -> Attempt:
    """An attempt with a keyboard. `arriving` are those that arrive, where the system takes some."""
    wanted = tuple(arriving) or combinations

    def act(hands: Hands) -> None:
        hands.keys(*combinations)

    return Attempt(name, act, lambda hands, events: typed(hands, wanted, events))


def _mouse_heard(hands: Hands, events: list[Event]) -> bool:
    buttons = {event["button"] for event in events if "button" in event}
    wheels = [event for event in events if "wheel" in event]
    places = {tuple(event["at"]) for event in events if "at" in event}
    return len(buttons) >= 4 and len(wheels) >= 4 and set(hands.corners) <= places


def _storm_heard(hands: Hands, events: list[Event]) -> bool:
    arrived = sum("button" in event for event in events)
    return arrived >= (1 - MOST_LOST) * hands.pressed > 0


def _most_fingers(events: list[Event]) -> int:
    return max((len(event["touch"]) for event in events if "touch" in event), default=0)


def _touches_heard(hands: Hands, events: list[Event]) -> bool:
    began = sum(event.get("began", 0) for event in events)
    return began >= (1 - MOST_LOST) * hands.pressed > 0


def _drop(hands: Hands) -> str | None:
    taken = hands.drop(Path("/etc/hostname"))
    return "it has taken a file that was dropped" if taken else None


def _drag(hands: Hands) -> str | None:
    hands.drag()
    server = display.Display(hands.place.stand.screen.name)
    owner = server.get_selection_owner(server.intern_atom("XdndSelection"))
    server.close()
    return "something is being dragged out of it" if owner else None


ATTEMPTS = (
    keys("Alt+F4", "alt+F4"),
    Attempt(
        "close message", lambda hands: hands.close(),
        lambda _, events: {"close": True} in events, X_ONLY,
    ),
    keys("window keys", "alt+Tab", "alt+shift+Tab", "alt+Escape", "alt+space", "super", "super+d",
         "super+l", "super+r", "super+s", "super+Tab", "super+m"),
    keys("browser keys", "ctrl+q", "ctrl+w", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+s", "ctrl+t",
         "ctrl+shift+i", "ctrl+shift+n", "ctrl+l", "ctrl+u", "ctrl+r"),
    keys("F1 to F12, run box", *(f"F{number}" for number in range(1, 13)), "alt+F2", "alt+F1"),
    keys("other consoles", *(f"ctrl+alt+F{number}" for number in range(1, 13)),
         arriving=("ctrl", "alt") * 12),
    keys("end or restart", "ctrl+alt+BackSpace", "ctrl+alt+Delete", "ctrl+shift+Escape",
         "ctrl+alt+t", "ctrl+Escape", arriving=("ctrl", "alt", "ctrl", "alt")),
    keys("Print, Menu", "Print", "alt+Print", "Menu", "shift+F10"),
    keys("copy and paste", "ctrl+a", "ctrl+c", "ctrl+x", "ctrl+v", "ctrl+Insert", "shift+Insert",
         "shift+Delete"),
    keys("sticky keys", *["shift"] * 5, "super+ctrl+s", "super+u", "ctrl+alt+d"),
    keys("keys of laptops", *MEDIA),
    Attempt("mouse: corners, wheel, buttons", lambda hands: hands.mouse(), _mouse_heard),
    Attempt(
        "drag out", _drag,
        lambda _, events: len([event for event in events if "mouse" in event]) > 10, X_ONLY,
    ),
    Attempt(
        "drop a file in", _drop,
        lambda _, events: {"drop": ["file:///etc/hostname"]} in events, X_ONLY,
    ),
    Attempt("storm of clicks, 1000/s", lambda hands: hands.storm(), _storm_heard, elsewhere=True),
    Attempt(
        "three and five fingers, edges", lambda hands: hands.swipes(),
        lambda _, events: _most_fingers(events) == 5, fingers=True, elsewhere=True,
    ),
    Attempt(
        "ten fingers at once", lambda hands: hands.fingers(10),
        lambda _, events: _most_fingers(events) == 10, fingers=True, elsewhere=True,
    ),
    Attempt(
        "storm of touches, 1000/s", lambda hands: hands.touch_storm(), _touches_heard,
        fingers=True, elsewhere=True,
    ),
)  # fmt: skip

BY_HAND = {
    "another console": "Ctrl+Alt+F1 to F12 on the machine itself; the picture stays",
    "magic keys": "Alt+SysRq with R E I S U B; nothing",
    "boot menu": "F2, F12, Esc, Shift, GRUB's e while it starts; a password or nothing",
    "power, sleep, lid": "the keys of a plugged-in keyboard; nothing",
    "killed compositor": "kill -9 of weston under systemd; dark for a moment, no login prompt",
    "Bluetooth keyboard": "put it into pairing beside the stand; it is not found",
    "USB devices": "network card, sound card, hub, second touch screen; no message",
    "network cable": "to a captive portal; no browser, nmap -p- finds no open port",
    "messages of the system": "fill the disk, offer an update; nothing over the kiosk",
    "sticks": "empty, wrong, with autorun.inf, pulled out; only the page of the sticks speaks of it"
    " (the files themselves: tests/unit/sticks, tests/e2e/test_sticks.py)",
}
"""What only a person can try -> how, and what is to be seen. More in build_spec/linux/README.md."""

ELSEWHERE = {
    "codes for phones": "https and hosts of the stand only: tests/unit/content/test_takeaway.py",
    "programs in a bundle": ".qml, .so, .desktop and others are refused: tests/unit/store",
    "files on a stick": "wrong, many, named like folders, pulled out: tests/unit/sticks, tests/e2e",
    "open ports": "every attempt above looks for sockets; `make offline` lets strace look",
    "keyboard on the screen": "there is none but the digits of the staff's code",
}
"""What other tests try -> where."""
