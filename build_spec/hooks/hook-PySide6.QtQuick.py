"""In place of PyInstaller's own, which takes every plugin and QML module along."""

hiddenimports: list[str] = ["PySide6.QtGui", "PySide6.QtOpenGL", "PySide6.QtQml"]
