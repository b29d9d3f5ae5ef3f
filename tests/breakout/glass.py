"""A touch screen: Xorg with a picture in memory only, the stand's own settings and a test glass."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.e2e.driver.screen import Screen
from tests.linux.tree import ROOT

STAND = ROOT / "usr/share/X11/xorg.conf.d/90-juosta.conf"
MODULES = Path("/usr/lib/xorg/modules")
NEEDED = [MODULES / "drivers/dummy_drv.so", MODULES / "input/inputtest_drv.so"]
PACKAGES = "xserver-xorg-core xserver-xorg-video-dummy"
FINGERS = 12

AROUND = """
Section "ServerLayout"
    Identifier "layout"
    Screen "screen"
    InputDevice "glass" "SendCoreEvents"
    Option "AutoAddDevices" "false"
EndSection
Section "InputDevice"
    Identifier "glass"
    Driver "inputtest"
    Option "SocketPath" "{socket}"
    Option "DeviceType" "Touch"
    Option "TouchCount" "{fingers}"
EndSection
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 65536
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 5.0-1000.0
    VertRefresh 5.0-200.0
    Modeline "wanted" 173.0 {w} {w1} {w2} {w3} {h} {h1} {h2} {h3}
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "wanted"
        Virtual {w} {h}
    EndSubSection
EndSection
"""


def missing() -> str:
    """Why there can be no such screen here; empty when there can."""
    if shutil.which("Xorg") and all(module.exists() for module in NEEDED):
        return ""
    return f"needs the Debian packages {PACKAGES}"


class GlassScreen(Screen):
    """Xorg on a display number of its own choice, with the settings of the X session."""

    def command(self, folder: Path, descriptor: int) -> list[str]:
        """The words that start it."""
        settings = folder / "xorg.conf"
        w, h = self.width, self.height
        around = AROUND.format(
            socket=folder / "touch", fingers=FINGERS, w=w, w1=w + 128, w2=w + 328, w3=w + 656,
            h=h, h1=h + 3, h2=h + 8, h3=h + 40,
        )  # fmt: skip
        settings.write_text(around + STAND.read_text(encoding="utf-8"), encoding="utf-8")
        words = f"Xorg -displayfd {descriptor} -config {settings} -logfile {folder / 'Xorg.log'}"
        return f"{words} -nolisten tcp -noreset -s 0 -dpms".split()
