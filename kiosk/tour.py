"""The tour: drives the real interface through every screen and page and takes its pictures.

What is drawn comes from `kiosk.still`. Warnings of QML and blocks left out are collected per
picture. Imports Qt only through the bridge.
"""

from __future__ import annotations

import html
import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from kiosk import progress
from kiosk.bridge import renderer
from kiosk.content import pseudo
from kiosk.content.model import Bundle
from kiosk.paths import under
from kiosk.still import Still, Stop, stops
from kiosk.store.reader import Loaded
from kiosk.visit import Comfort


class TourError(Exception):
    """The tour cannot be made as asked; the words say why."""


@dataclass
class Result:
    """How many pictures, and what went wrong on which."""

    pictures: int = 0
    faults: list[str] = field(default_factory=list)


class _Faults(logging.Handler):
    """Collects warnings of QML and the kiosk while a picture is made."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Tour:
    """One tour over a bundle with the options of the command."""

    def __init__(self, content: Loaded, options: Any) -> None:
        self._options = options
        self._languages = _languages(content.bundle, options.languages)
        self._content = with_pseudo(content, self._languages)
        self._out: Path = options.out
        self._stops = stops(self._content.bundle, options.page or (), screens_only=options.screens)
        if not self._stops:
            raise TourError(f"There is no page {', '.join(options.page)} in this content.")

    def _comfort(self) -> Comfort:
        options = self._options
        return Comfort(options.text, options.theme, options.less_motion, options.reach)

    def run(self) -> Result:
        """Take all pictures and write the contact sheet."""
        sizes = self._options.size or [(1920, 1080)]
        self._out.mkdir(parents=True, exist_ok=True)
        faults = _Faults()
        logging.getLogger("kiosk").addHandler(faults)
        still = Still(
            self._content,
            sizes[0],
            under(self._out),
            self._languages[0],
            self._comfort(),
            renderer.choose(self._options.renderer),
        )
        plan = [(s, t, stop) for s in sizes for t in self._languages for stop in self._stops]
        result = Result()
        names: list[Path] = []
        for wanted, tag, stop in progress.follow(plan, len(plan), "Pictures"):
            faults.lines.clear()
            name = self._picture(still, wanted, tag, stop)
            names.append(name)
            result.pictures += 1
            result.faults += [f"{name}: {line}" for line in faults.lines]
        still.close()
        logging.getLogger("kiosk").removeHandler(faults)
        _contact_sheet(self._out, names)
        return result

    def _picture(self, still: Still, wanted: tuple[int, int], tag: str, stop: Stop) -> Path:
        still.shell.resize(*wanted)
        still.go(tag, stop)
        name = Path(f"{wanted[0]}x{wanted[1]}") / tag / f"{stop.name}.png"
        (self._out / name).parent.mkdir(parents=True, exist_ok=True)
        if not still.shell.save_picture(self._out / name):
            raise TourError(f"{name} cannot be written; check the disk and the folder's rights.")
        return name


def _languages(bundle: Bundle, wanted: str | None) -> list[str]:
    known = [language.tag for language in bundle.languages]
    if not wanted:
        return known
    tags = [tag.strip() for tag in wanted.split(",") if tag.strip()]
    for tag in tags:
        if tag not in known and tag not in pseudo.PSEUDO_LANGUAGES:
            raise TourError(f"The content has no language {tag}; it has {', '.join(known)}.")
    return tags


def with_pseudo(content: Loaded, languages: list[str]) -> Loaded:
    """The content with those of the wanted languages that are pseudo-languages."""
    if not any(tag in pseudo.PSEUDO_LANGUAGES for tag in languages):
        return content
    document = json.loads(msgspec.json.encode(content.bundle))
    bundle = msgspec.convert(pseudo.add_languages(document, languages), Bundle)
    return Loaded(bundle, content.folder)


def _contact_sheet(out: Path, names: list[Path]) -> None:
    figures = "\n".join(
        f'<figure><a href="{html.escape(str(n))}"><img loading="lazy" src="{html.escape(str(n))}">'
        f"</a><figcaption>{html.escape(str(n.with_suffix('')))}</figcaption></figure>"
        for n in names
    )
    style = (
        "body{background:#222;color:#eee;font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px}"
        "figure{margin:0}img{height:270px;display:block}a{color:inherit}"
    )
    (out / "index.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>Tour</title><style>{style}</style>{figures}",
        encoding="utf-8",
    )
