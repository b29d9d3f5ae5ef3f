"""Draw the pictures of the Baltic Way: assets/chain.jpg (3840x2160), assets/hands.jpg (2096x1120).

The same people as in the attract loop, seen from further off: they come in from the right and wind
away to the dawn, so that the start side stays calm for a title. The middle band of the picture is
enough for a wide crop. The second one comes nearer, for the room beside the year of a timeline.
Run it from the repository's root: `python tools/draw_chain.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from paint_chain import DARK, LANDSCAPE, Painting, Shot, write

FOLDER = Path("assets")
QUALITY = 78
HERO = Shot(
    1920, 1080, 400, 960, 812, 2.5, 1180,
    ((17, 8.9), (13, 9.4), (9.5, 10), (6, 10.8), (2.6, 12), (0.1, 14), (-0.7, 17), (1, 21),
     (5, 27), (8.5, 34), (8.2, 44), (0, 62), (-13, 95), (-22, 150)),
    scale=2,
)  # fmt: skip
NEAR = Shot(1048, 560, 96, 340, 772, 3.17, 900, LANDSCAPE.way, scale=2)


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(exist_ok=True)
    for name, shot in (("chain", HERO), ("hands", NEAR)):
        write(Painting(shot, DARK).paint(), FOLDER / f"{name}.jpg", QUALITY)


if __name__ == "__main__":
    main()
