"""What PySide6 itself needs; Qt files come from the lists of tools/freeze/allowed.py."""

hiddenimports = ["shiboken6", "PySide6.support.deprecated"]
