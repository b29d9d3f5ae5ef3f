"""What no file of the kiosk may import or call, because it leads out of the kiosk: `ways_out`.

Browsers, file dialogues, printers, message windows, networks, other programs. The same for QML is
in `tools.qml`. What a few files do on purpose is allowed to these files, by name.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

MODULES = (
    "webbrowser", "socketserver", "http", "ftplib", "smtplib", "telnetlib", "urllib.request",
    "pty", "tkinter", "asyncio",
    "PySide6.QtAxContainer", "PySide6.QtBluetooth", "PySide6.QtDBus", "PySide6.QtDesigner",
    "PySide6.QtHelp", "PySide6.QtHttpServer", "PySide6.QtNetwork", "PySide6.QtNetworkAuth",
    "PySide6.QtNfc", "PySide6.QtPrintSupport", "PySide6.QtRemoteObjects", "PySide6.QtSerialBus",
    "PySide6.QtSerialPort", "PySide6.QtUiTools", "PySide6.QtWebChannel", "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineQuick", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets",
    "PySide6.QtWebView", "PySide6.QtWidgets",
)  # fmt: skip
NAMES = (
    "QDesktopServices", "QDrag", "QFileDialog", "QMessageBox", "QPdfWriter", "QPrinter",
    "QPrintDialog", "QProcess", "QSystemTrayIcon", "openUrl", "startDetached", "startfile",
)  # fmt: skip
ON_PURPOSE = {
    ("kiosk/bridge/network.py", "PySide6.QtNetwork"): "makes the manager that reaches nothing",
}


def ways_out(name: str, text: str) -> Iterator[str]:
    """Each forbidden import or name in a Python file, as "file:line: what"."""
    for node in ast.walk(ast.parse(text)):
        for found in _found(node):
            if (name, found) not in ON_PURPOSE:
                yield f"{name}:{getattr(node, 'lineno', 0)}: {found} leads out of the kiosk"


def _found(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Attribute | ast.Name):
        word = node.attr if isinstance(node, ast.Attribute) else node.id
        if word in NAMES:
            yield word
        return
    if isinstance(node, ast.Import):
        imported = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        imported = [base, *(f"{base}.{alias.name}" for alias in node.names)]
    else:
        return
    for module in MODULES:
        if any(each == module or each.startswith(f"{module}.") for each in imported):
            yield module
    yield from (word for each in imported if (word := each.rsplit(".", 1)[-1]) in NAMES)
