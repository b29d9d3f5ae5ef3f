"""Run the tst_*.qml files with Qt Quick Test: `python tests/qml/run_qml.py [Qt Test options]`.

Offscreen and on the software scene graph, with the kiosk's own fonts, types and painters. Any QML
warning counts: the caller looks for it in the output.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QObject, Slot  # noqa: E402
from PySide6.QtQml import QQmlEngine  # noqa: E402
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP  # noqa: E402

from kiosk.bridge import fonts, providers, registry  # noqa: E402


class Setup(QObject):
    """What the program does before it shows QML, and nothing of its content."""

    @Slot()
    def applicationAvailable(self) -> None:  # noqa: N802 - Qt's name
        """Fonts and types; once."""
        fonts.load_first()
        fonts.load_rest()
        registry.register()

    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:  # noqa: N802 - Qt's name
        """Import root and painters; once per test file."""
        engine.addImportPath(str(ROOT / "kiosk" / "qml"))
        providers.add(engine)


if __name__ == "__main__":
    sys.exit(QUICK_TEST_MAIN_WITH_SETUP("qml", Setup, sys.argv, str(HERE)))
