"""Who may mount what: the rules are run by the JavaScript of Qt, with a polkit of our own."""

from __future__ import annotations

import pytest
from PySide6.QtQml import QJSEngine

from tests.linux.tree import text

UDISKS = "org.freedesktop.udisks2"
AROUND = """
var rule;
var polkit = {
    Result: { YES: "yes", NO: "no", NOT_HANDLED: "not handled" },
    addRule: function (made) { rule = made; }
};
function ask(id, details, user) {
    return rule({ id: id, lookup: function (key) { return details[key]; } }, { user: user });
}
"""


def answer(action: str, *, removable: bool, user: str = "juosta") -> str:
    """What the rules say to an action on a disk."""
    engine = QJSEngine()
    for part in (AROUND, text("usr/share/polkit-1/rules.d/50-juosta.rules")):
        made = engine.evaluate(part)
        assert not made.isError(), made.toString()
    details = '{"drive.removable": "true"}' if removable else "{}"
    said = engine.evaluate(f'ask("{action}", {details}, "{user}")')
    assert not said.isError(), said.toString()
    return said.toString()


@pytest.mark.parametrize("action", ["filesystem-mount", "filesystem-mount-other-seat"])
def test_a_stick_may_be_mounted(qapp: object, action: str) -> None:
    """By the kiosk, and only what can be unplugged."""
    assert answer(f"{UDISKS}.{action}", removable=True) == "yes"
    assert answer(f"{UDISKS}.{action}", removable=False) == "no"


@pytest.mark.parametrize(
    "action",
    [
        f"{UDISKS}.filesystem-mount-system",
        f"{UDISKS}.modify-device",
        f"{UDISKS}.modify-device-other-seat",
        f"{UDISKS}.loop-setup",
        f"{UDISKS}.encrypted-unlock",
        f"{UDISKS}.open-device",
        "org.freedesktop.login1.power-off",
        "org.freedesktop.NetworkManager.network-control",
        "org.freedesktop.systemd1.manage-units",
    ],
)
def test_all_else_is_refused(qapp: object, action: str) -> None:
    """Also on a stick."""
    assert answer(action, removable=True) == "no"


def test_others_keep_their_rights(qapp: object) -> None:
    """Who works on the machine asks the system's own rules."""
    for removable in (True, False):
        asked = answer(f"{UDISKS}.filesystem-mount", removable=removable, user="anna")
        assert asked == "not handled"
    assert answer("org.freedesktop.login1.chvt", removable=False) == "not handled"
