"""What a soak has found: what was weighed at each rest, and whether any of it grows."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.growth import lows, slope_of

LIMIT_MEGABYTES = 1.0
PER_VIEWS = 10_000
FEWEST = 4
"""Rests that a verdict needs."""
COUNTED = ("taps", "pinches", "pages", "languages", "panels", "visits")


@dataclass
class Sample:
    """What the kiosk was when it rested on home; memory in MB."""

    pages: int
    rss: float
    private: float
    """What no other process has: of this the slope is judged."""
    threads: int
    handles: int
    objects: int
    held: float = 0.0
    """What C code holds, without the holes between."""
    blocks: int = 0
    """Pieces of memory that Python holds."""


@dataclass
class Result:
    """What came of it; `faults` is empty when all is well."""

    samples: list[Sample] = field(default_factory=list[Sample])
    counts: dict[str, int] = field(default_factory=dict[str, int])
    changes: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list[str])


def judge(result: Result) -> list[str]:
    """The table, line by line; what is wrong goes to the faults."""
    rests, counts = result.samples, result.counts
    lines = [f"{counts[name]:8} {name}" for name in COUNTED]
    lines += [f"{result.changes:8} changes of the content"]
    lines += [f"{result.slowest:8.2f} s until the slowest answer"]
    if len(rests) < FEWEST or rests[-1].pages == rests[0].pages:
        result.faults.append(f"too short for a verdict: {len(rests)} rests")
        return lines
    slope, error = _slope(rests, "private")
    lines.append(
        f"{slope:+8.1f} ± {error:.1f} MB per {PER_VIEWS} page views (limit {LIMIT_MEGABYTES:g}), "
        f"from {rests[0].private:.1f} to {rests[-1].private:.1f} MB of its own"
    )
    resident = _slope(rests, "rss")
    lines.append(
        f"{resident[0]:+8.1f} ± {resident[1]:.1f} MB resident, "
        f"from {rests[0].rss:.1f} to {rests[-1].rss:.1f} MB"
    )
    held, blocks = _slope(rests, "held"), _slope(rests, "blocks")
    lines.append(f"{held[0]:+8.1f} ± {held[1]:.1f} MB of it held by C code")
    lines.append(f"{blocks[0]:+8.0f} ± {blocks[1]:.0f} pieces held by Python")
    if slope - 2 * error > LIMIT_MEGABYTES:
        result.faults.append("the memory grows")
    half = len(rests) // 2
    for name in ("threads", "handles", "objects"):
        first, last = (
            min(getattr(sample, name) for sample in part) for part in (rests[:half], rests[half:])
        )
        lines.append(f"{first:8} {name} at least in the first half, {last} in the second")
        if last > first:
            result.faults.append(f"there are more {name}")
    return lines


def _slope(samples: list[Sample], name: str) -> tuple[float, float]:
    """How much more of something per `PER_VIEWS` page views, and its standard error."""
    points = [(sample.pages, float(getattr(sample, name))) for sample in samples]
    found = slope_of(lows(points))
    return PER_VIEWS * found[0], PER_VIEWS * found[1]


def grown(before: dict[str, dict[str, int]], after: dict[str, dict[str, int]]) -> list[str]:
    """What there is more of, the most first, in each of the parts of an explanation."""
    lines: list[str] = []
    for part, now in after.items():
        then = before[part]
        more = {name: now.get(name, 0) - then.get(name, 0) for name in {*now, *then}}
        lines.append(f"more {part}:")
        most = sorted(more.items(), key=lambda item: -abs(item[1]))[:25]
        lines += [f"{number:+12} {name} ({now.get(name, 0)})" for name, number in most if number]
    return lines
