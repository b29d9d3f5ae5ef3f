"""Write the outlines of the countries that maps are drawn from: `python -m tools.gen_outlines`.

They come from Natural Earth (public domain) in the form of the npm package world-atlas, which is
fetched with npm, checked against its hash and never needed again: the result is committed. That
is why `make gen` does not run this. Two files: `world.json` for maps of the whole world (1:110m)
and `regions.json` for any part of it (1:10m, simplified; finest around the Baltic states).

Which country a place belongs to follows what the United Nations and Lithuania recognise, where
Natural Earth shows who holds it: Crimea is Ukraine, the north of Cyprus is Cyprus.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from babel.core import get_global

from tools import topology
from tools.topology import Line, Point, Ring, Tolerance

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("kiosk/bridge/outlines")
PACKAGE = "world-atlas@2.0.2"
SHA512 = (
    "2177d5d2ac25297a5c933d458705d5c0a46388884e9d6b6d3ac926e42b7132c8"
    "e013f317018447589aa05cea4cf0891c3c1a179f24d4e651477186b90a11b42d"
)
ABOUT = (
    "Natural Earth 4.1 (public domain) by way of the npm package world-atlas 2.0.2. "
    "Written by tools/gen_outlines.py. A line is x, y of its first point and then the steps to the "
    "next ones, in units of degrees; a ring is a list of numbers of lines, ~n is line n backwards."
)
WITHOUT_CODE = {
    "Kosovo": "XK",
    "Somaliland": "SO",
    "N. Cyprus": "CY",
    "Cyprus U.N. Buffer Zone": "CY",
    "Akrotiri": "GB",
    "Dhekelia": "GB",
    "Baikonur": "KZ",
    "USNB Guantanamo Bay": "CU",
}
"""Shapes to which Natural Earth gives no ISO code; others without one are uninhabited reefs."""
MOVED = {("RU", (34.1, 45.2)): "UA"}
"""The shape of a country that holds this place belongs to another country: Crimea."""

BALTIC = (19.5, 53.6, 29.0, 60.0)
FINE, ORDINARY, FADING_DEGREES = 0.006, 0.03, 4.0
WORLD_UNIT, REGIONS_UNIT = 0.01, 0.001
Shapes = dict[str, list[Ring]]


def near_baltic(point: Point) -> float:
    """Tolerance in degrees: fine around the Baltic states, coarser with the distance from them."""
    west, south, east, north = BALTIC
    away = max(west - point[0], point[0] - east, south - point[1], point[1] - north, 0.0)
    return FINE + (ORDINARY - FINE) * min(1.0, away / FADING_DEGREES)


def everywhere(_point: Point) -> float:
    """The 1:110m outlines are coarse already: only points on a straight line go."""
    return WORLD_UNIT


def shapes_of(atlas: dict[str, Any], lines: list[Line]) -> Shapes:
    """ISO 3166 code of two letters -> rings, in the order of the codes."""
    letters = {number: codes[0] for number, codes in get_global("territory_aliases").items()}
    shapes: Shapes = {}
    joined: set[str] = set()
    for country in atlas["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        code = letters.get(country["id"]) if "id" in country else WITHOUT_CODE.get(name)
        if not code:
            continue
        for ring in topology.rings_of(country):
            owner = _moved(code, topology.walked(ring, lines))
            shapes.setdefault(owner, []).append(ring)
            joined |= {owner} if owner != code or name in WITHOUT_CODE else set()
    for code in joined:
        shapes[code] = topology.merged(shapes[code], lines)
    return dict(sorted(shapes.items()))


def _moved(code: str, points: Line) -> str:
    for (holder, place), owner in MOVED.items():
        if code == holder and _inside(place, points):
            return owner
    return code


def _inside(point: Point, ring: Line) -> bool:
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def outlines(atlas: dict[str, Any], tolerance: Tolerance, unit: float) -> dict[str, Any]:
    """What stands in a file: unit in degrees, lines as whole steps, rings by country.

    Islands that the tolerance would turn into a scratch are left out, but no country loses its
    largest one.
    """
    lines = topology.lines_of(atlas)
    shapes = shapes_of(atlas, lines)
    for code, rings in shapes.items():
        whole = [(topology.area(topology.walked(ring, lines)), ring) for ring in rings]
        largest = max(size for size, _ in whole)
        shapes[code] = [
            ring
            for size, ring in whole
            if size == largest or size > 4 * tolerance(topology.ends(ring[0], lines)[0]) ** 2
        ]
    used = sorted({max(arc, ~arc) for rings in shapes.values() for ring in rings for arc in ring})
    number = {arc: place for place, arc in enumerate(used)}
    return {
        "about": ABOUT,
        "unit": unit,
        "lines": [_steps(topology.simplified(lines[arc], tolerance), unit) for arc in used],
        "countries": {
            code: [[number[arc] if arc >= 0 else ~number[~arc] for arc in ring] for ring in rings]
            for code, rings in shapes.items()
        },
    }


def _steps(line: Line, unit: float) -> list[int]:
    """Whole units: the first point, then steps; points that fall on the one before go."""
    steps: list[int] = []
    x = y = 0
    for longitude, latitude in line:
        across, up = round(longitude / unit) - x, round(latitude / unit) - y
        if across or up or not steps:
            steps += [across, up]
        x, y = x + across, y + up
    return steps


def text(contents: dict[str, Any]) -> str:
    """JSON with one line of the file per line of the map, so that a change can be read."""
    lines = ",\n".join(json.dumps(line, separators=(",", ":")) for line in contents["lines"])
    countries = ",\n".join(
        f"{json.dumps(code)}:{json.dumps(rings, separators=(',', ':'))}"
        for code, rings in contents["countries"].items()
    )
    head = f'"about":{json.dumps(contents["about"])},\n"unit":{contents["unit"]},\n'
    return f'{{{head}"lines":[\n{lines}\n],\n"countries":{{\n{countries}\n}}}}\n'


def fetch(folder: Path) -> dict[str, dict[str, Any]]:
    """Name of a file of the package -> what it says; fetched with npm, its hash compared."""
    subprocess.run(
        ["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, capture_output=True
    )
    (archive,) = folder.glob("*.tgz")
    if hashlib.sha512(archive.read_bytes()).hexdigest() != SHA512:
        raise SystemExit(f"{PACKAGE} is not the package whose hash is written here")
    with tarfile.open(archive) as packed:
        names = ("countries-110m", "countries-10m")
        files = {name: packed.extractfile(f"package/{name}.json") for name in names}
        return {name: json.load(file) for name, file in files.items() if file}


def write(root: Path, atlases: dict[str, dict[str, Any]]) -> None:
    """Write both files below the repository's root."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    world = outlines(atlases["countries-110m"], everywhere, WORLD_UNIT)
    regions = outlines(atlases["countries-10m"], near_baltic, REGIONS_UNIT)
    for name, contents in (("world", world), ("regions", regions)):
        target = folder / f"{name}.json"
        target.write_text(text(contents), encoding="utf-8")
        print(f"{target.relative_to(root)}: {target.stat().st_size / 1000:.0f} kB")


def main() -> None:
    """Fetch and write."""
    argparse.ArgumentParser(description="Write the outlines of the countries.").parse_args()
    with tempfile.TemporaryDirectory(prefix="outlines-") as folder:
        write(ROOT, fetch(Path(folder)))


if __name__ == "__main__":
    main()
