"""What a worker is asked for: which bundle, which screens of it, and which of those are drawn."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from kiosk import factory
from kiosk.commands.run import size
from kiosk.content.model import decode
from kiosk.store import reader
from kiosk.store.reader import Loaded
from tests.visual import plan, shapes
from tests.visual.report import logged

PICTURE_EVERY = {"quick": 3, "matrix": 5, "sparse": 4}
"""Of so many screens one is drawn; the tree of all is read."""
PICTURE_EVERY_LARGE = 10
"""The same of the matrix at sizes whose pictures take longer than all else."""
LARGE = 4_000_000
"""px of such a size."""


def content(asked: argparse.Namespace) -> Loaded:
    """The default bundle, one of a folder, or one of a shape."""
    if asked.shape is None:
        return reader.load(asked.bundle or factory.default_content())
    document = json.dumps(shapes.shaped(asked.shape)).encode()
    return Loaded(decode(document), Path(__file__).parent)


def options() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("selection", choices=("quick", "matrix", "sparse"))
    parser.add_argument("--part", default="0/1")
    parser.add_argument("--only", default="")
    parser.add_argument("--shape", choices=shapes.SHAPES)
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--size", type=size, action="append")
    parser.add_argument("--text", choices=plan.TEXTS, action="append")
    parser.add_argument("--reach", action="store_true", help="as somebody who sits asks for")
    parser.add_argument("--draw", type=int, help="draw each so many-th screen; 0 draws none")
    parser.add_argument("--log", type=Path, help="go on where this file ends")
    return parser.parse_args()


def rounds(asked: argparse.Namespace, names: list[str]) -> list[list[plan.Errand]]:
    """What is to be looked at: the selection, its rows, this worker's part, what is left."""
    names = [name for name in names if asked.only in name]
    if asked.shape:
        faces = [f"section-{number}" for number in range(1, 7)]
        names = [name for name in names if name in {"home", *faces}]
    errands = plan.SELECTIONS[asked.selection](names)
    kept = [
        errand
        for errand in errands
        if errand.variant.size in (asked.size or plan.SIZES)
        and errand.variant.text in (asked.text or plan.TEXTS)
    ]
    part, parts = map(int, asked.part.split("/"))
    mine = plan.rounds(kept)[part::parts]
    if asked.log is None:
        return mine
    done = logged(asked.log)
    return [left for errands in mine if (left := plan.without(errands, done))]


def every(asked: argparse.Namespace) -> int:
    """Of so many screens one is drawn; 0 when none is."""
    return PICTURE_EVERY[asked.selection] if asked.draw is None else asked.draw


def each(every: int, variant: plan.Variant) -> int:
    """Of so many screens one is drawn in this variant."""
    large = variant.size[0] * variant.size[1] > LARGE
    return PICTURE_EVERY_LARGE if large and every == PICTURE_EVERY["matrix"] else every
