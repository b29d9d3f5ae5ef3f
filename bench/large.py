"""Content many times the size of the default bundle, for the start's dependence on size.

The format allows six sections of nine stories of five pages; what is still missing to the wanted
size comes as further languages and as sources.
"""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

from bench.stand import ROOT
from kiosk.content import limits

NOTE = "Ask the visitor where they come from, and show them their country first. "
TAGS = ("de", "fr", "pl", "lv", "et", "es", "it", "el", "uk", "sv", "nl", "da")


def write_large(folder: Path, times: int) -> Path:
    """Write a bundle of `times` the bytes of the default one; its folder.

    The format allows 20 MB at most; a bundle that would be larger is filled up to nearly that.
    """
    raw = (ROOT / "content.json").read_bytes()
    size = min(times * len(raw), limits.CONTENT_BYTES - 100_000)
    document = json.loads(raw)
    _fill_sections(document)
    tags = iter(TAGS)
    text = json.dumps(document, ensure_ascii=False)
    while len(text.encode()) < size and (tag := next(tags, None)):
        document["languages"].append({"tag": tag, "name": tag})
        _add_language(document["sections"], tag)
        text = json.dumps(document, ensure_ascii=False)
    filler = document["sources"][0]
    missing = size - len(text.encode())
    count = max(0, missing // len(json.dumps(filler, ensure_ascii=False).encode()) + 1)
    document["sources"] += [{**filler, "id": f"filler-{n}"} for n in range(count)]
    folder.mkdir(parents=True)
    (folder / "content.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    (folder / "assets").symlink_to(ROOT / "assets", target_is_directory=True)
    return folder


def write_valid(folder: Path, size: int) -> Path:
    """Write a bundle of about `size` bytes that has nothing wrong with it; its folder.

    As many pages and languages as the format allows, and notes for the presenter.
    """
    document = json.loads((ROOT / "content.json").read_bytes())
    _fill_sections(document)
    document["languages"] += [{"tag": tag, "name": tag} for tag in TAGS]
    tags = [language["tag"] for language in document["languages"]]
    _complete(document, tags)
    pages = [p for s in document["sections"] for story in s["stories"] for p in story["pages"]]
    missing = size - len(json.dumps(document, ensure_ascii=False).encode())
    letters = min(2000, max(1, missing // (len(pages) * len(tags))))
    for page in pages:
        page["notes"] = dict.fromkeys(tags, (NOTE * (letters // len(NOTE) + 1))[:letters])
    folder.mkdir(parents=True)
    text = json.dumps(document, ensure_ascii=False, indent=1)
    (folder / "content.json").write_text(text, encoding="utf-8")
    (folder / "assets").mkdir()
    for path in (ROOT / "assets").iterdir():
        if path.is_file():
            shutil.copyfile(path, folder / "assets" / path.name)
    return folder


def _complete(value: Any, tags: list[str]) -> None:
    """Every text in every language."""
    if isinstance(value, list):
        for item in value:
            _complete(item, tags)
    elif isinstance(value, dict):
        for tag in tags if "en" in value else ():
            value.setdefault(tag, value["en"])
        for item in value.values():
            _complete(item, tags)


def _fill_sections(document: dict[str, Any]) -> None:
    """Six sections of nine stories of five pages, copied from those that are there."""
    sections = document["sections"]
    pages = [p for s in sections for story in s["stories"] for p in story["pages"]]
    stories = [story for s in sections for story in s["stories"]]
    number = 0
    while len(sections) < 6:
        sections.append({**copy.deepcopy(sections[0]), "id": f"section-{len(sections)}"})
    for section in sections:
        while len(section["stories"]) < 9:
            story = copy.deepcopy(stories[number % len(stories)])
            section["stories"].append({**story, "id": f"story-{number}", "related": []})
            number += 1
        for story in section["stories"]:
            while len(story["pages"]) < 5:
                page = copy.deepcopy(pages[number % len(pages)])
                story["pages"].append({**page, "id": f"page-{number}"})
                number += 1


def _add_language(value: Any, tag: str) -> None:
    if isinstance(value, list):
        for item in value:
            _add_language(item, tag)
    elif isinstance(value, dict):
        if "en" in value:
            value[tag] = value["en"]
        for item in value.values():
            _add_language(item, tag)
