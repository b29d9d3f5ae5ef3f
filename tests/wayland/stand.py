"""A stand with the compositor of the stand between the kiosk and the virtual X server."""

from __future__ import annotations

from tests.e2e.driver import Stand
from tests.wayland.weston import TouchFinger, Weston


class WaylandStand(Stand):
    """Has so many `screens`, each of `size`. With `plugs` it is touched on a touch screen.

    `settings` are the lines of another weston.ini than the stand's own.
    """

    def __init__(
        self, size: tuple[int, int], screens: int = 1, *, plugs: bool = False, settings: str = ""
    ) -> None:
        super().__init__((screens * size[0], size[1]))
        self.size = size
        around = super().environment
        file = None
        if settings:
            file = self.folder / "weston.ini"
            file.write_text(settings, encoding="utf-8")
        self.weston = Weston(
            self.screen.name, self.folder, size, around, screens=screens, plugs=plugs, settings=file
        )
        if self.weston.glass is not None:
            self.finger = TouchFinger(self.weston.glass)

    @property
    def environment(self) -> dict[str, str]:
        """The way to the compositor, and none around it."""
        wanted = {**super().environment, **self.weston.variables}
        return {name: value for name, value in wanted.items() if value is not None}

    def close(self) -> None:
        """The compositor first, for it draws on the screen."""
        self.weston.end()
        super().close()
