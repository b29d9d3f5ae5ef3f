"""What changes for visitors when one bundle takes the place of another, per page and language.

A page counts as changed in a language when any of its texts in that language (as shown: a missing
one falls back), any of its numbers, a file that it shows or a source that it cites is another one;
a story, a section and the home also when what stays in them stands in another order.
Pure: no disk, no Qt.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

import msgspec

from kiosk.content.model import Bundle
from kiosk.content.plain import is_list, is_object, listed, text
from kiosk.content.problems import Pointer
from kiosk.content.survey import Leaf, Survey

Kind = Literal["added", "removed", "changed"]
_INSIDE = {"sections": "stories", "stories": "pages"}
Sum = Callable[[str], str]
"""From the name of a file in a bundle to its SHA-256, "" when it is not there."""


class Change(msgspec.Struct, frozen=True):
    """One piece that is another afterwards.

    `address` is "" for what belongs to the bundle as a whole (attract loop, home, contact), else
    that of a section, a story or a page: `cyber/fourth/place`. `languages` are those in which it
    differs; of an added or removed piece, all of its bundle.
    """

    kind: Kind
    address: str
    title: dict[str, str]
    languages: tuple[str, ...]

    @property
    def is_page(self) -> bool:
        """Whether it is a page, which can be shown before and after."""
        return self.address.count("/") == 2


class Differences(msgspec.Struct, frozen=True):
    """All changes in the order of the new bundle, the removed ones at the end."""

    languages_added: tuple[str, ...]
    languages_removed: tuple[str, ...]
    changes: tuple[Change, ...]


class _Piece(msgspec.Struct):
    """A piece of a bundle without the pieces inside it."""

    address: str
    title: dict[str, str]
    bare: Any
    texts: list[Leaf]
    more: list[str]
    """What else it shows: sums of files, sources."""
    inside: list[str]
    """Addresses of the pieces in it, in their order."""

    def looks(self, tag: str, fallback: str) -> str:
        """All that a visitor of this language sees of it, as one text to compare."""
        words = [
            (*leaf.pointer, leaf.value.get(tag) or leaf.value.get(fallback, ""))
            for leaf in self.texts
        ]
        return json.dumps([self.bare, words, self.more], sort_keys=True)


def differences(old: Bundle, new: Bundle, old_sum: Sum, new_sum: Sum) -> Differences:
    """What changes from the old bundle to the new one."""
    before, after = _pieces(old, old_sum), _pieces(new, new_sum)
    old_tags, new_tags = ([each.tag for each in bundle.languages] for bundle in (old, new))
    changes: list[Change] = []
    for address, piece in after.items():
        if address not in before:
            changes.append(Change("added", address, piece.title, tuple(new_tags)))
            continue
        moved = _reordered(before[address].inside, piece.inside)
        other = [
            tag
            for tag in new_tags
            if tag in old_tags
            and (
                moved or piece.looks(tag, new.fallback) != before[address].looks(tag, old.fallback)
            )
        ]
        if other:
            changes.append(Change("changed", address, piece.title, tuple(other)))
    changes += [
        Change("removed", address, piece.title, tuple(old_tags))
        for address, piece in before.items()
        if address not in after
    ]
    return Differences(_without(new_tags, old_tags), _without(old_tags, new_tags), tuple(changes))


def _reordered(old: list[str], new: list[str]) -> bool:
    """Whether what stands in both lists stands in another order."""
    both = set(old).intersection(new)
    return [name for name in old if name in both] != [name for name in new if name in both]


def _without(tags: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    known = set(others)
    return tuple(tag for tag in tags if tag not in known)


def _pieces(bundle: Bundle, sum_of: Sum) -> dict[str, _Piece]:
    """All pieces by their addresses."""
    data = msgspec.to_builtins(bundle)
    data.pop("$schema", None)
    data.pop("version", None)
    survey = Survey(data)
    by_pointer = {pointer: _piece(address, inner) for pointer, address, inner in _walk(data)}
    sources = {text(each, "id"): json.dumps(each, sort_keys=True) for each in data["sources"]}
    for role in ("texts", "assets", "sources"):
        for leaf in survey.of(role):
            here = _owner(leaf.pointer)
            piece = by_pointer[here]
            if role == "texts":
                piece.texts.append(Leaf(leaf.pointer[len(here) :], leaf.value))
            elif role == "assets":
                piece.more.append(sum_of(leaf.value))
            else:
                piece.more.append(sources.get(leaf.value, ""))
    by_address = {piece.address: piece for piece in by_pointer.values()}
    for piece in by_pointer.values():
        piece.bare = _bare(piece.bare, {leaf.pointer for leaf in piece.texts}, ())
        if piece.address:
            by_address[piece.address.rpartition("/")[0]].inside.append(piece.address)
    return by_address


def _walk(data: Any) -> Iterable[tuple[Pointer, str, Any]]:
    """Pointer, address and data of the bundle and of everything that has an address."""
    waiting: list[tuple[Pointer, str, Any, str | None]] = [((), "", data, "sections")]
    while waiting:
        pointer, address, here, holder = waiting.pop(0)
        inner = listed(here, holder) if holder else []
        own = {name: value for name, value in here.items() if name not in {holder, "sources"}}
        yield pointer, address, own
        for index, item in enumerate(inner):
            name = f"{address}/{text(item, 'id')}".strip("/")
            waiting.append(((*pointer, holder or "", index), name, item, _INSIDE.get(holder or "")))


def _owner(pointer: Pointer) -> Pointer:
    """The pointer of the piece that a value belongs to."""
    length = 0
    for name in ("sections", "stories", "pages"):
        if pointer[length : length + 1] != (name,) or len(pointer) < length + 2:
            break
        length += 2
    return pointer[:length]


def _piece(address: str, data: Mapping[str, Any]) -> _Piece:
    titles: dict[str, str] = data.get("title") or {}
    return _Piece(address, dict(titles), data, [], [], [])


def _bare(data: Any, texts: set[Pointer], here: Pointer) -> Any:
    """The data without the texts, which are compared language by language."""
    if here in texts:
        return None
    if is_object(data):
        return {name: _bare(value, texts, (*here, name)) for name, value in data.items()}
    if is_list(data):
        return [_bare(value, texts, (*here, number)) for number, value in enumerate(data)]
    return data
