"""The lists of what goes into the packaged program. What is not named here stays outside.

Libraries of Qt are not listed: PyInstaller follows what the named plugins and modules are linked
against. Another QML module in an `import` of kiosk/qml has to be added here; a test compares.
"""

from __future__ import annotations

import sys

QML = (
    "QtQml",
    "QtQml/Models",
    "QtQml/WorkerScript",
    "QtQuick",
    "QtQuick/Shapes",
    "QtQuick/Window",
)
"""Folders of Qt's QML modules, each without the folders below it. Video will add QtMultimedia."""

PLUGINS_EVERYWHERE = ("imageformats/qjpeg", "imageformats/qwebp", "platforms/qoffscreen")
PLUGINS_LINUX = (
    "platforms/qwayland",
    "platforms/qxcb",
    "platforminputcontexts/composeplatforminputcontextplugin",
    "wayland-graphics-integration-client/qt-plugin-wayland-egl",
    "wayland-shell-integration/fullscreen-shell-v1",
    "wayland-shell-integration/xdg-shell",
    "xcbglintegrations/qxcb-egl-integration",
    "xcbglintegrations/qxcb-glx-integration",
)
PLUGINS_WINDOWS = ("platforms/qwindows",)
"""Qt's plug-ins, without the prefix and the ending of a library. Video will add multimedia/."""

FONT_FILES = {
    "font_manrope": ("files/Manrope-*.ttf",),
    "fontpkg_noto_sans_arabic": ("files/NotoSansArabic*.ttf",),
    "qtawesome": (
        "fonts/materialdesignicons6-webfont-*.ttf",
        "fonts/materialdesignicons6-webfont-charmap-*.json",
    ),
}
"""Files of packages whose code is not part of the program."""

EXCLUDED = (
    "PySide6.QtDBus",
    "PySide6.QtWidgets",
    "_codecs_cn",
    "_codecs_hk",
    "_codecs_iso2022",
    "_codecs_jp",
    "_codecs_kr",
    "_codecs_tw",
    "_pydecimal",
    "_pytest",
    "_ssl",
    "asyncio",
    "babel",
    "defusedxml",
    "distutils",
    "doctest",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "multiprocessing",
    "numpy",
    "pdb",
    "pip",
    "pkg_resources",
    "pydoc",
    "pygments.lexers",
    "pytest",
    "qtawesome",
    "qtpy",
    "setuptools",
    "ssl",
    "test",
    "tkinter",
    "turtle",
    "unittest",
    "xmlrpc",
    *(() if sys.platform == "win32" else ("psutil",)),  # elsewhere /proc says it
)
"""Modules that something could import and that the kiosk never does."""

UNWANTED_FILES = (
    "PIL/_avif*",
    "PIL/_imagingft*",
    "PIL/_imagingmath*",
    "PIL/_imagingmorph*",
    "PIL/_imagingtk*",
    "*libavif-*",
    "*.pyi",
)
"""Patterns of collected files that only unused features need."""

HOOKS_NOT_RUN = (
    "pyi_rth_inspect",
    "pyi_rth_multiprocessing",
    "pyi_rth_pkgutil",
    "pyi_rth_pyside6",
    "pyi_rth_setuptools",
)
"""PyInstaller's start scripts for what the kiosk does without; they cost time at every start."""

FALLBACK = (
    "libz.so.1",
    "libgcc_s.so.1",
    "libstdc++.so.6",
    "libexpat.so.1",
    "libbsd.so.0",
    "libmd.so.0",
    "libXau.so.6",
    "libXdmcp.so.6",
    "libxcb.so.1",
    "libX11.so.6",
    "libX11-xcb.so.1",
    "libxcb-glx.so.0",
    "libdrm.so.2",
    "libGLdispatch.so.0",
    "libGLX.so.0",
    "libGL.so.1",
    "libEGL.so.1",
    "libffi.so.8",
    "libwayland-client.so.0",
    "libwayland-cursor.so.0",
    "libwayland-egl.so.1",
)
"""Libraries that the system's graphics drivers use too, in the order in which they need each
other. They must be the system's own: two of one kind in a process do not go together, and an older
one of ours would keep a newer driver from loading. Ours are for systems that have none."""
