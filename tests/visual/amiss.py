"""One bundle of all pages that `kiosk check` refuses and a running kiosk shows all the same.

A stand that was filled by hand must not fall over a wrong number. The pages are those of the broken
bundles in tests/fixtures/bad that load, and some that are worse. No Qt.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.content.errors import ContentError
from kiosk.store.reader import bundle_from, load

FIXTURES = Path(__file__).parents[1] / "fixtures"
PAGES_OF_A_STORY, STORIES_OF_A_SECTION = 5, 7
Json = dict[str, Any]


def said(text: str) -> dict[str, str]:
    """The same in both languages."""
    return {"en": text, "lt": text}


def _pages(document: Json) -> Iterator[Json]:
    for section in document["sections"]:
        for story in section["stories"]:
            yield from story["pages"]


def _refused() -> Iterator[tuple[str, Json]]:
    """Name of a broken bundle that loads, and each page in which it differs from the good one."""
    good = list(_pages(json.loads((FIXTURES / "good.json").read_bytes())))
    for folder in sorted((FIXTURES / "bad").iterdir()):
        try:
            load(folder)
        except ContentError:
            continue
        for page in _pages(json.loads((folder / "content.json").read_bytes())):
            if page not in good:
                yield folder.name, page


def _example(kind: str, **changes: Any) -> Json:
    block = json.loads((FIXTURES / "blocks" / f"{kind}.json").read_bytes())
    return _pointed({**copy.deepcopy(block), **changes})


def _pointed(block: Json) -> Json:
    """The same with a source that the bundle has."""
    return json.loads(json.dumps(block).replace('"gci2018"', '"way"'))


def _points(*values: float | None) -> list[Json]:
    return [{"date": str(2000 + year), "value": value} for year, value in enumerate(values)]


def _series(*values: float | None) -> list[Json]:
    return [{"points": _points(*values)}]


def _worse() -> Iterator[tuple[str, Json]]:
    """Numbers that types let pass and sense does not."""
    route = _example("route")
    nowhere = [{**town, "place": {"lat": 55, "lon": 24}, "via": []} for town in route["towns"]]
    still = [{**town, "km": 0} for town in route["towns"]]
    tiny = {"west": 24, "east": 24.0000001, "south": 55, "north": 55.0000001}
    yield "route-one-place", {**route, "towns": nowhere}
    yield "route-no-way", {**route, "towns": still}
    yield "route-tiny-region", {**route, "region": tiny}
    yield "line-nothing-known", _example("line", series=_series(None, None, None))
    yield "line-flat", _example("line", series=_series(5, 5, 5), fromZero=False)
    yield "line-flat-at-zero", _example("line", series=_series(0, 0))
    yield "line-ends-apart", _example("line", series=_series(-1e12, None, 1e12), decimals=3)
    yield "line-one-day", _example("line", series=[{"points": [_points(1)[0], _points(2)[0]]}])
    yield "ranking-one-edition", _example("ranking", points=[_place(7), _place(500)])
    yield "share-none-of-two", _example("share", part=1000, whole=2)
    yield "bars-nothing", _example("bars", bars=[_bar(0)] * 8)
    yield "bars-far-apart", _example("bars", bars=[_bar(1e12), _bar(1e-12)], decimals=3)
    yield "world-nowhere", _listed("XX", "YY", "Atlantis")
    yield "world-twice", _listed("LT", "LT")
    yield "timeline-one-day", _example("timeline", events=[_event("2020")] * 9)
    yield (
        "timeline-no-such-day",
        _example("timeline", events=[_event("2019-02-30"), _event("0000")]),
    )
    yield "code-not-plain", _example("takeaway", url="https://example.org/" + "x" * 380)


def _place(place: int) -> Json:
    return {"edition": "2018", "place": place}


def _bar(value: float) -> Json:
    return {"label": said("Bar"), "value": value, "highlight": True}


def _event(date: str) -> Json:
    return {"date": date, "title": said("An event"), "source": "way"}


def _listed(*codes: str) -> Json:
    world = _example("world")
    return {**world, "countries": {**world["countries"], "codes": list(codes)}}


def pages() -> list[Json]:
    """All wrong pages, each with an id of its own that says what is wrong."""
    worse = [(name, {"title": said(name), "blocks": [block]}) for name, block in _worse()]
    found = [*_refused(), *worse]
    return [{**page, "id": name} for name, page in found]


def document() -> Json:
    """A bundle of them."""
    made = json.loads((FIXTURES / "good.json").read_bytes())
    face = made["sections"][0]
    stories = [
        {
            **face["stories"][0],
            "id": f"story-{number}",
            "title": said(f"Story {number}"),
            "pages": batch,
            "related": [],
        }
        for number, batch in enumerate(_batched(pages(), PAGES_OF_A_STORY))
    ]
    made["sections"] = [
        {**face, "id": f"section-{number}", "hero": batch[0]["id"], "stories": batch}
        for number, batch in enumerate(_batched(stories, STORIES_OF_A_SECTION))
    ]
    made["attract"] = [{"scene": "bands", "line": said("Wrong numbers")}]
    made["contact"] = {"name": said("A desk")}
    return made


def _batched(entries: list[Json], most: int) -> Iterator[list[Json]]:
    for start in range(0, len(entries), most):
        yield entries[start : start + most]


def write(folder: Path) -> None:
    """Write the bundle; raises `ContentError` if it would not load."""
    raw = json.dumps(document(), ensure_ascii=False).encode()
    bundle_from(raw)
    (folder / "content.json").write_bytes(raw)
