"""Where the kiosk keeps its settings, its state and its log. Imports next to nothing.

An installed package uses the machine's folders, a checkout those of the person who runs it, as does
what one person has installed on Windows.
`JUOSTA_HOME=DIR` puts all under one folder, and `--config FILE` names another settings file.
Nothing is created here.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kiosk.record import dataclass

HOME_VARIABLE = "JUOSTA_HOME"
ACTIVE = "active.json"
"""In the folder of the versions: names the shown one."""
PACKAGE_FOLDER = Path("/opt/juosta")


@dataclass(frozen=True)
class Places:
    """The settings file and the state folder; everything else lies in the latter.

    `settings_named` is true when somebody named the settings file: then it has to be there.
    """

    settings: Path
    state: Path
    settings_named: bool = False

    @property
    def staff_settings(self) -> Path:
        """What staff changed on the stand; read over `settings`."""
        return self.state / "settings.toml"

    @property
    def good_settings(self) -> Path:
        """Copy of the last settings without a mistake."""
        return self.state / "settings.good.json"

    @property
    def lockout(self) -> Path:
        """Wrong PINs and the pause that runs."""
        return self.state / "lockout.json"

    @property
    def content(self) -> Path:
        """Folder of the versions of the content, and of the file that names the shown one."""
        return self.state / "content"

    @property
    def active(self) -> Path:
        """The file that names the shown version."""
        return self.content / ACTIVE

    @property
    def renderer(self) -> Path:
        """What the last look at OpenGL has found."""
        return self.state / "renderer.txt"

    @property
    def start_picture(self) -> Path:
        """The first frame of the last start."""
        return self.state / "start.png"

    @property
    def rehearsed(self) -> Path:
        """Which content has passed a rehearsal here."""
        return self.state / "rehearsed.json"

    @property
    def trusted_keys(self) -> Path:
        """The publishers' keys that this stand trusts."""
        return self.state / "trusted-keys.json"

    @property
    def pin_resets(self) -> Path:
        """Numbers of the signed files that have reset the PIN once."""
        return self.state / "pin-resets.json"

    @property
    def statistics(self) -> Path:
        """The database of the anonymous counters."""
        return self.state / "statistics.sqlite"

    @property
    def health(self) -> Path:
        """How the stand is, written every few seconds."""
        return self.state / "health.json"

    @property
    def metrics(self) -> Path:
        """The same for Prometheus, alone in its folder."""
        return self.state / "metrics" / "juosta.prom"

    @property
    def clock(self) -> Path:
        """What the clock showed when it was last believed."""
        return self.state / "clock.json"

    @property
    def ladder(self) -> Path:
        """Where on the crash ladder the stand is; there is none while all is well."""
        return self.state / "ladder.json"

    @property
    def exits(self) -> Path:
        """Why the screen ended, the last times."""
        return self.state / "exits.json"

    @property
    def screen_process(self) -> Path:
        """Which process is the screen, for a supervisor that comes after a killed one."""
        return self.state / "screen.pid"

    @property
    def supervisor_lock(self) -> Path:
        """Held by the one supervisor of this stand."""
        return self.state / "supervisor.lock"

    @property
    def settings_lock(self) -> Path:
        """Held by whoever changes the staff's settings."""
        return self.state / "settings.lock"

    @property
    def log(self) -> Path:
        """Folder of the log files."""
        return self.state / "log"


def under(folder: Path) -> Places:
    """Settings, state and log of a stand that has all of it under one folder."""
    return Places(folder / "kiosk.toml", folder / "state")


def find(config: Path | None = None) -> Places:
    """The places for this process; `config` is the file named on the command line."""
    base, state = _folders()
    if config is not None:
        return Places(_absolute(config), state, settings_named=True)
    return Places(base / "kiosk.toml", state)


def installed() -> bool:
    """True in the installed program, false in a checkout."""
    return bool(getattr(sys, "frozen", False)) or Path(__file__).is_relative_to(PACKAGE_FOLDER)


def _folders() -> tuple[Path, Path]:
    """The folder of kiosk.toml and the state folder."""
    home = os.environ.get(HOME_VARIABLE, "").strip()
    if home:
        folder = _absolute(Path(home))
        return folder, folder / "state"
    if installed() and sys.platform != "win32":
        return Path("/etc/juosta"), Path("/var/lib/juosta")
    # Not needed by the package, and it takes a while.
    import platformdirs

    if not installed():
        return (
            platformdirs.user_config_path("juosta", appauthor=False),
            platformdirs.user_state_path("juosta", appauthor=False),
        )
    whose = platformdirs.user_data_path if _of_one_person() else platformdirs.site_data_path
    folder = whose("Juosta", appauthor=False)
    return folder, folder / "state"


def _of_one_person() -> bool:
    """Windows: whether the program lies among a person's own; then so do settings and content."""
    own = os.environ.get("LOCALAPPDATA", "").strip()
    return bool(own) and Path(sys.executable).is_relative_to(own)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(os.path.expanduser(path)))  # noqa: PTH100, PTH111
