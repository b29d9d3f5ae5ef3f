"""The papers of the built program: THIRD_PARTY.md, the terms of everybody's work, an SBOM.

They lie beside the program file: what is inside, whose it is, on what terms, and how the libraries
under the LGPL are replaced by others.
"""

from __future__ import annotations

import json
import shutil
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kiosk import __version__
from tools.freeze.contained import Component

COMMON = Path("/usr/share/common-licenses")
"""Debian's copies of the licences that many share."""
TEXTS = ("LGPL-3", "GPL-3", "LGPL-2.1", "GPL-2", "Apache-2.0")
HEAD = """# Work of others in this program

Juosta is under the European Union Public Licence 1.2 (`licences/EUPL-1.2.txt`). It comes with the
work of others, listed here from what is really in this folder. Their terms lie in `licences/`,
those that many share in `licences/common/`. `sbom.cdx.json` is the same list for programs
(CycloneDX).

## Qt and the other libraries under the LGPL

Qt and Qt for Python are used under the GNU Lesser General Public License, version 3, glib and
others under version 2.1. What that gives you, and how:

- **You may replace them.** Each is a file of its own in `_internal/`; those of Qt lie in
  `{qt}`. Put your own build of the same major version in its place, under the
  same name; nothing checks them.
- **You may look how it works** and change it for that, also by taking the program apart.
- **You may have their source.** Qt 6.11 and Qt for Python 6.11 are published by The Qt Company as
  source archives of these version numbers; the Debian packages as source packages of the names and
  versions below. Who cannot get them gets them from whoever gave you this program, for three years.
{changed}
Qt itself contains the work of others (FreeType, HarfBuzz, libpng, libjpeg, PCRE2, SQLite and more)
on terms that allow it; Qt's documentation lists them under "Licenses and attributions".

"""
CHANGED = """- One library was changed: `libicudata` (Unicode licence, not LGPL) has only the
  data that Qt asks for; the way is `tools/freeze/icu.py` in the source of Juosta. The original
  from Qt for Python may take its place.
"""


def write(program: Path, root: Path, found: list[Component], epoch: int) -> None:
    """Write all papers into the program's folder."""
    folder = program / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "common").mkdir(parents=True)
    shutil.copyfile(root / "LICENSE", folder / "EUPL-1.2.txt")
    for name in TEXTS:
        if (COMMON / name).is_file():
            shutil.copyfile(COMMON / name, folder / "common" / f"{name}.txt")
    for each in found:
        for notice in each.notices:
            target = folder / place_of(each) / notice.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(notice, target)
    windows = (program / "kiosk.exe").is_file()
    (program / "THIRD_PARTY.md").write_text(text(found, windows=windows), encoding="utf-8")
    (program / "sbom.cdx.json").write_text(sbom(found, epoch), encoding="utf-8")


def place_of(each: Component) -> str:
    """The folder of its terms inside `licences`."""
    name = "".join(sign if sign.isalnum() or sign in "-+." else "-" for sign in each.name)
    return f"{each.kind}/{name.strip('-')}"


def text(found: list[Component], *, windows: bool = False) -> str:
    """THIRD_PARTY.md; on Windows Qt lies elsewhere, and its ICU is the system's own."""
    titles = {"other": "Languages and data", "pypi": "Python packages", "deb": "Debian packages"}
    place = "_internal" if windows else "_internal/PySide6/Qt/lib"
    lines = [HEAD.format(qt=place, changed="" if windows else CHANGED)]
    for kind, title in titles.items():
        if not any(each.kind == kind for each in found):
            continue
        lines += [f"## {title}\n\n", "| What | Version | Licence | Terms |\n|---|---|---|---|\n"]
        for each in (one for one in found if one.kind == kind):
            terms = f"`licences/{place_of(each)}/`" if each.notices else "see above"
            version = f"{each.version} (source: {each.source})" if each.source else each.version
            lines.append(f"| {each.name} | {version} | {each.licence} | {terms} |\n")
        lines.append("\n")
    return "".join(lines).rstrip("\n") + "\n"


def sbom(found: list[Component], epoch: int) -> str:
    """The list in the form of CycloneDX 1.6 (ECMA-424), the same for the same build."""
    root = {"type": "application", "bom-ref": "juosta", "name": "juosta", "version": __version__}
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, f"juosta/{__version__}/{epoch}").urn,
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch, UTC).isoformat(),
            "component": root,
        },
        "components": [_entry(each) for each in found],
        "dependencies": [{"ref": "juosta", "dependsOn": [_reference(each) for each in found]}],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _reference(each: Component) -> str:
    return f"{each.kind}/{each.name}"


def _entry(each: Component) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "type": "library",
        "bom-ref": _reference(each),
        "name": each.name,
        "version": each.version,
        "licenses": [{"license": {"name": each.licence}}],
    }
    # Package URL: type, name space, name and version, in the order of its specification
    spaces = {"pypi": "pkg:pypi/", "deb": "pkg:deb/debian/"}
    if each.kind in spaces:
        name = each.name.lower().replace("_", "-") if each.kind == "pypi" else each.name
        entry["purl"] = f"{spaces[each.kind]}{name}@{quote(each.version, safe='.-~')}"
    return entry
