"""In place of PyInstaller's own, which takes every format along."""
