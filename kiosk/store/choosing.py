"""Going back to a version that is already here. Whoever calls holds the pointer's lock. No Qt."""

from __future__ import annotations

from kiosk.content.errors import ContentError
from kiosk.said import said
from kiosk.store import publishing, reader, sealed
from kiosk.store.disk import StoreError, unknown_version
from kiosk.store.layout import MARK, Layout
from kiosk.store.records import FACTORY, Active, Mark, Pointer, VersionInfo, number_of


def choose(layout: Layout, version_id: str | None) -> VersionInfo | None:
    """Point at a version, "factory", or (None) the one before. Raises `StoreError`, `OSError`."""
    pointer, _ = layout.read_pointer()
    shown = next(layout.candidates(pointer), None)
    target = version_id if version_id is not None else _before(layout, pointer, shown)
    if target == FACTORY:
        _point(layout, pointer, shown, FACTORY)
        return None
    info = _fit(layout, target)
    if info.health == "failed":  # staff want to see it once more: it starts afresh
        sealed.write(layout.room(target) / MARK, Mark())
    _point(layout, pointer, shown, target)
    return layout.info(target)


def go_back(layout: Layout, failed: str) -> str:
    """Leave a version that has failed, unless another is shown already. Raises `OSError`."""
    pointer, _ = layout.read_pointer()
    others = (each for each in layout.candidates(pointer) if each.id != failed)
    if pointer is not None and pointer.version != failed:
        shown = next(layout.candidates(pointer), None)
        return shown.id if shown else FACTORY
    good = next((each for each in others if each.health == "good"), None)
    came_from_factory = pointer is not None and pointer.previous == FACTORY
    target = good.id if good and not came_from_factory else FACTORY
    publishing.point(layout, Pointer(target, "", _last(layout, pointer)))
    return target


def _before(layout: Layout, pointer: Pointer | None, shown: Active | None) -> str:
    """What was shown before: as noted at the installation, else the next older good version."""
    if shown is None:
        words = said("The factory content is shown; there is nothing older.")
        raise StoreError(
            "E197", words, said("Name the version to be shown: kiosk rollback VERSION.")
        )
    noted = pointer.previous if pointer is not None and pointer.version == shown.id else ""
    if noted == FACTORY or layout.showable(noted) is not None:
        return noted
    for version_id in layout.ids():
        older = number_of(version_id) < number_of(shown.id)
        if older and layout.info(version_id).health == "good":
            return version_id
    return FACTORY


def _fit(layout: Layout, version_id: str) -> VersionInfo:
    """The version if it can be shown; raises `StoreError`."""
    if version_id not in layout.ids():
        raise unknown_version(version_id)
    info = layout.info(version_id)
    try:
        if info.health != "damaged":
            reader.load(layout.bundle(version_id))
            return info
        reason = info.reason
    except ContentError as error:
        reason = error.words
    words = said(
        "Version {version_id} cannot be shown: {reason}", version_id=version_id, reason=reason
    )
    raise StoreError("E198", words, said("Choose another version, or install the content again."))


def _point(layout: Layout, pointer: Pointer | None, shown: Active | None, target: str) -> None:
    """Going forward notes where it came from, so that one step back leads there."""
    came_from = shown.id if shown is not None else FACTORY
    previous = came_from if number_of(came_from) < number_of(target) else ""
    publishing.point(layout, Pointer(target, previous, _last(layout, pointer)))


def _last(layout: Layout, pointer: Pointer | None) -> int:
    return max([pointer.last if pointer else 0, *map(number_of, layout.ids())])
