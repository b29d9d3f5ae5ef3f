"""Bundles of every shape that the format allows, to see what home and sections make of them.

From two to six sections with one to nine stories each, told in few words or in as many as
`kiosk check` lets pass. The words say nothing; they are as long as words get. No Qt.
"""

from __future__ import annotations

from typing import Any

COUNTS = {2: (1, 9), 3: (2, 5, 8), 4: (3, 4, 6, 7), 5: (1, 2, 3, 4, 5), 6: (6, 7, 8, 9, 1, 2)}
"""Number of sections -> how many stories each of them has; every number of stories is there."""
SHAPES = tuple(f"{sections}-{words}" for sections in COUNTS for words in ("short", "long"))
FACES = (
    ("sea", "link", "mdi6.earth"),
    ("fir", "snake", "mdi6.leaf"),
    ("brick", "roof", "mdi6.home-outline"),
    ("flax", "star", "mdi6.star-outline"),
)
DRAWINGS = ("bars", "chain", "circles", "dots", "grid", "network", "ranking", "rays", "thread")

Words = dict[str, dict[str, str]]
SHORT: Words = {
    "title": {"en": "Old town", "lt": "Senamiestis"},
    "lead": {"en": "Four rooms.", "lt": "Keturi kambariai."},
    "section": {"en": "Art", "lt": "Menas"},
    "section lead": {"en": "All that hangs.", "lt": "Visa, kas kabo."},
    "story": {"en": "Tea", "lt": "Arbata"},
    "fact": {"en": "1 of 2", "lt": "1 iš 2"},
    "action": {"en": "Go", "lt": "Pirmyn"},
}
LONG: Words = {
    "title": {
        "en": "A museum of the instruments with which seafarers found their way",
        "lt": "Prietaisų, kuriais jūrininkai rasdavo kelią namo, muziejus",
    },
    "lead": {
        "en": "Rooms full of brass, glass and patience. Touch one, follow the pilots.",
        "lt": "Kambariai, pilni žalvario, stiklo ir kantrybės. Palieskite ir plaukite.",
    },
    "section": {
        "en": "Measurements of latitude and longitude",
        "lt": "Geografinės platumos ir ilgumos matavimai",
    },
    "section lead": {
        "en": "Where a ship is can be read from the stars, if somebody has kept the right time.",
        "lt": "Kur yra laivas, galima perskaityti iš žvaigždžių, jei išsaugotas tikslus laikas.",
    },
    "story": {
        "en": "The clockmaker who outwitted astronomers",
        "lt": "Laikrodininkas, pergudravęs visus astronomus",
    },
    "fact": {"en": "20,000 pounds promised", "lt": "20\u202f000 svarų pažadėta"},
    "action": {"en": "Set the chronometer", "lt": "Nustatykite chronometrą"},
}


def shaped(shape: str) -> dict[str, Any]:
    """A document as of content.json with the counts and words of a name of `SHAPES`."""
    sections, words = shape.split("-")
    said = LONG if words == "long" else SHORT
    counts = COUNTS[int(sections)]
    return {
        "format": 1,
        "id": f"shape-{shape}",
        "version": "1",
        "title": said["title"],
        "lead": said["lead"],
        "mark": {"en": "Shapes", "lt": "Pavidalai"},
        "languages": [{"tag": "en", "name": "English"}, {"tag": "lt", "name": "Lietuvių"}],
        "fallback": "en",
        "attract": [{"scene": "bands", "line": said["lead"]}],
        "sources": [{"id": "log", "publisher": "The pilots", "title": "Log book", "year": 1761}],
        "sections": [_section(at, stories, said) for at, stories in enumerate(counts)],
    }


def _section(at: int, stories: int, said: Words) -> dict[str, Any]:
    accent, pattern, icon = FACES[at % len(FACES)]
    return {
        "id": f"section-{at + 1}",
        "title": {tag: f"{words} {at + 1}" for tag, words in said["section"].items()},
        "lead": said["section lead"],
        "icon": icon,
        "accent": accent,
        "pattern": pattern,
        "hero": "story-1",
        "stories": [_story(number, said) for number in range(1, stories + 1)],
    }


def _story(number: int, said: Words) -> dict[str, Any]:
    figure = {
        "type": "figure",
        "value": number,
        "label": said["fact"],
        "asOf": "1761",
        "source": "log",
    }
    return {
        "id": f"story-{number}",
        "title": {tag: f"{words} {number}" for tag, words in said["story"].items()},
        "tile": {"fact": said["fact"], "drawing": DRAWINGS[number - 1]},
        "action": said["action"],
        "pages": [{"id": "page", "title": said["story"], "blocks": [figure]}],
    }
