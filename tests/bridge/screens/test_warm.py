"""What a touch will show is compiled before: home at once, the rest when somebody has come."""

from __future__ import annotations

from tests.bridge.conftest import document
from tests.bridge.screens.conftest import Glass, Open, wait

WAITS_MS = 700
"""Home comes up without it."""
EACH_MS = 200
"""For one part, on a busy machine."""


def compiled(glass: Glass) -> list[str]:
    """Names of the screens and views that are there."""
    return list(glass.item("Warm").property("known"))


def test_views_wait_for_the_first_visitor(open_glass: Open) -> None:
    glass = open_glass(document())
    glass.window.setProperty("started", True)
    glass.window.setProperty("still", False)
    wait(500 + WAITS_MS + 4 * EACH_MS)
    assert compiled(glass) == ["HomeScreen"]
    glass.go("begin")
    wait(WAITS_MS + (3 + len(glass.session.property("kinds"))) * EACH_MS)
    assert compiled(glass)[1:3] == ["SectionScreen", "PageScreen"]
    assert len(compiled(glass)) == 3 + len(glass.session.property("kinds"))
