"""The page of the sticks as QML sees it, over real sticks, a real store and real children."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from kiosk import paths
from kiosk.bridge.staffsticks import StaffSticks
from kiosk.content.model import Bundle
from kiosk.desk.sticks import SticksDesk
from kiosk.staffrecords import StickSettings
from kiosk.store import reader
from kiosk.store.versions import Store
from tests.e2e.bundles import small, write

PATIENCE_SECONDS = 200


class Page:
    """The object of the page, on a stand of its own, with somebody who knows the PIN."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        self.sticks = folder / "sticks"
        self.sticks.mkdir()
        self.places = paths.under(folder / "home")
        self.places.settings.parent.mkdir(parents=True, exist_ok=True)
        self.settings(f'[updates]\nsticks = "{self.sticks}"\n')
        shown = write(folder / "factory", small("Factory"))
        bundle: Bundle = reader.load(shown).bundle
        self.signs_of_life = 0
        self.door = True
        self.language = "en"
        desk = SticksDesk(self.places, shown, bundle)
        self.settings_came = 0
        self.page = StaffSticks(
            desk, lambda: self.door, self._alive, lambda: self.language, parent, self._came
        )

    def settings(self, text: str) -> None:
        self.places.settings.write_text(text)

    def _came(self) -> None:
        self.settings_came += 1

    def _alive(self) -> None:
        self.signs_of_life += 1

    def wait(self, what: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not what():
            assert time.monotonic() < end, self.page.property("phase")
            QCoreApplication.processEvents()
            time.sleep(0.01)

    def value(self, name: str) -> object:
        return self.page.property(name)

    def offers(self) -> list[str]:
        self.page.look()
        seen: list[int] = []
        self.page.looked.connect(lambda: seen.append(1))
        self.wait(lambda: bool(seen))
        return [offer.property("name") for offer in self.page.property("offers")]

    def try_out(self, name: str) -> None:
        self.page.tryOut(self.offers().index(name))

    def active(self) -> str | None:
        active = Store(self.places.content).active()
        return active.id if active else None


@pytest.fixture
def page(tmp_path: Path, qapp: QCoreApplication) -> Iterator[Page]:
    made = Page(tmp_path, qapp)
    yield made
    made.page.letGo()
    made.page.deleteLater()


@pytest.mark.timeout(420)
def test_a_bundle_is_compared_and_used(page: Page) -> None:
    amber = small("Amber")
    amber["sections"][0]["stories"][0]["pages"][0]["title"]["lt"] = "pradžia"
    write(page.sticks / "FAIR" / "amber", amber)
    page.language = "lt"
    page.try_out("amber")
    page.wait(lambda: page.value("phase") == "ready")
    assert page.value("title") == "Amber"
    assert page.signs_of_life > 2
    changes = [(c.property("kind"), c.property("title")) for c in page.value("changes")]  # type: ignore[attr-defined]
    assert {("changed", ""), ("changed", "pradžia")} <= set(changes)
    pairs = page.value("pairs")
    names = {(pair.property("name"), pair.property("language")) for pair in pairs}  # type: ignore[attr-defined]
    assert {("home", "en"), ("home", "lt")} <= names
    for pair in pairs:  # type: ignore[attr-defined]
        for side in ("before", "after"):
            file = page.page.picture(pair.property(side).removeprefix("image://stick/"))
            assert file is not None
            assert file.read_bytes().startswith(b"\x89PNG")
    assert page.active() is None
    page.page.use()
    page.wait(lambda: page.value("phase") == "done")
    assert page.active() is not None
    assert page.value("report") == "juosta-report.txt"
    assert list(page.value("pairs")) == []  # type: ignore[call-overload]


def test_what_is_let_go_leaves_nothing_behind(page: Page) -> None:
    write(page.sticks / "FAIR" / "amber", small("Amber"))
    page.try_out("amber")
    page.wait(lambda: page.value("phase") == "rehearsing")
    page.page.letGo()
    page.wait(lambda: page.value("phase") == "")
    assert page.active() is None
    staging = page.places.content / "staging"
    page.wait(lambda: not staging.exists() or not any(staging.iterdir()))


def test_a_mistake_is_named_and_written_to_the_stick(page: Page) -> None:
    bad = small("Bad")
    del bad["title"]
    write(page.sticks / "FAIR" / "bad", bad)
    page.try_out("bad")
    page.wait(lambda: page.value("phase") == "refused")
    assert "E1" in str(page.value("words"))
    assert any("title" in line for line in page.value("lines"))  # type: ignore[union-attr]
    text = (page.sticks / "FAIR" / "juosta-report.txt").read_text(encoding="utf-8")
    assert "not taken" in text
    assert "title" in text


def test_a_refusal_is_said_in_the_language_of_the_interface(page: Page) -> None:
    bad = small("Bad")
    del bad["title"]
    write(page.sticks / "FAIR" / "bad", bad)
    page.language = "lt"
    page.try_out("bad")
    page.wait(lambda: page.value("phase") == "refused")
    assert page.value("words") == "E112: title: Trūksta „title“."
    assert str(page.value("fix")).startswith("Įrašykite.")
    lines = "\n".join(page.value("lines"))  # type: ignore[arg-type]
    assert "klaida E112" in lines
    assert "is missing" not in lines
    report = (page.sticks / "FAIR" / "juosta-report.txt").read_text(encoding="utf-8")
    assert "“title” is missing." in report


def test_a_stick_that_is_pulled_out_too_early_is_words(page: Page) -> None:
    write(page.sticks / "FAIR" / "amber", small("Amber"))
    names = page.offers()
    (page.sticks / "FAIR" / "amber" / "content.json").unlink()
    page.page.tryOut(names.index("amber"))
    page.wait(lambda: page.value("phase") == "refused")
    assert page.value("fix") != ""
    assert page.active() is None


def test_nothing_is_looked_at_without_the_pin(page: Page) -> None:
    write(page.sticks / "FAIR" / "amber", small("Amber"))
    page.door = False
    for act in (page.page.look, lambda: page.page.tryOut(0), page.page.use, page.page.export):
        act()
    for _ in range(20):
        QCoreApplication.processEvents()
        time.sleep(0.01)
    assert page.value("offers") == []
    assert page.value("phase") == ""
    assert list((page.sticks / "FAIR").iterdir()) == [page.sticks / "FAIR" / "amber"]


def test_a_stand_that_lets_no_sticks_in_offers_nothing(page: Page) -> None:
    write(page.sticks / "FAIR" / "amber", small("Amber"))
    page.settings(f'[updates]\nusb = false\nsticks = "{page.sticks}"\n')
    assert page.offers() == []
    assert page.value("allowed") is False


def stumble(*_: object) -> None:
    """What nobody has thought of."""
    raise ZeroDivisionError


def test_a_look_that_stumbles_is_not_the_last(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    write(page.sticks / "FAIR" / "amber", small("Amber"))
    for call in ("look", "allowed"):
        with monkeypatch.context() as broken:
            broken.setattr(SticksDesk, call, stumble)
            assert page.offers() == []
        assert page.offers() == ["amber"]
        assert page.value("allowed") is True


@pytest.mark.parametrize(
    ("call", "act"),
    [
        ("export", lambda page: page.export()),
        ("save_settings", lambda page: page.saveSettings()),
        ("settings_changes", lambda page: page.readSettings(0)),
    ],
)
def test_what_stumbles_is_said(
    page: Page, monkeypatch: pytest.MonkeyPatch, call: str, act: Callable[[StaffSticks], None]
) -> None:
    monkeypatch.setattr(SticksDesk, call, stumble)
    act(page.page)
    page.wait(lambda: page.value("note") == "That did not work; the log says why.")


def test_settings_travel_from_stand_to_stand(page: Page) -> None:
    (page.sticks / "FAIR").mkdir()
    page.settings(f'[idle]\nseconds = 90\n[updates]\nsticks = "{page.sticks}"\n')
    page.offers()
    page.page.saveSettings()
    page.wait(lambda: page.value("note") == "On the stick: juosta-settings.toml")
    page.page.readSettings(page.offers().index("juosta-settings.toml"))
    page.wait(lambda: page.value("note") == "This stand has these settings already.")
    page.settings(f'[updates]\nsticks = "{page.sticks}"\n')
    number = page.offers().index("juosta-settings.toml")
    page.page.readSettings(number)
    page.wait(lambda: page.value("settingsLines") != [])
    assert page.value("settingsLines") == ["idle.seconds: 60 → 90"]
    page.page.takeSettings()
    page.wait(lambda: str(page.value("note")).startswith("Taken over."))
    assert page.value("settingsLines") == []
    assert "seconds = 90" in page.places.staff_settings.read_text()
    assert page.settings_came == 1


def test_what_is_taken_is_what_was_shown(page: Page) -> None:
    for stick, seconds in (("FAIR", 90), ("ANOTHER", 45)):
        (page.sticks / stick).mkdir()
        file = page.sticks / stick / "juosta-settings.toml"
        file.write_text(f"[idle]\nseconds = {seconds}\n")
        if stick == "FAIR":
            page.page.readSettings(page.offers().index(file.name))
            page.wait(lambda: page.value("settingsLines") != [])
    assert len(page.offers()) == 2  # the other one is the first now
    assert page.value("settingsLines") == ["idle.seconds: 60 → 90"]
    page.page.takeSettings()
    page.wait(lambda: str(page.value("note")).startswith("Taken over."))
    assert "seconds = 90" in page.places.staff_settings.read_text()


def test_what_was_said_goes_with_the_page(page: Page) -> None:
    (page.sticks / "FAIR").mkdir()
    (page.sticks / "FAIR" / "juosta-settings.toml").write_text("[idle]\nseconds = 90\n")
    number = page.offers().index("juosta-settings.toml")
    page.page.export()
    page.wait(lambda: page.value("note") != "")
    page.page.letGo()
    assert page.value("note") == ""
    page.page.readSettings(number)
    page.wait(lambda: page.value("settingsLines") != [])
    page.page.letGo()
    assert page.value("settingsLines") == []


def test_an_answer_after_the_page_was_left_is_heard_but_not_said(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, take = threading.Event(), SticksDesk.take_settings

    def slow(desk: SticksDesk, shown: StickSettings) -> str:
        assert left.wait(PATIENCE_SECONDS)
        return take(desk, shown)

    monkeypatch.setattr(SticksDesk, "take_settings", slow)
    (page.sticks / "FAIR").mkdir()
    (page.sticks / "FAIR" / "juosta-settings.toml").write_text("[idle]\nseconds = 90\n")
    page.page.readSettings(page.offers().index("juosta-settings.toml"))
    page.wait(lambda: page.value("settingsLines") != [])
    page.page.takeSettings()
    page.page.letGo()
    left.set()
    page.wait(lambda: page.settings_came == 1)
    assert page.value("note") == ""


def test_settings_that_were_not_shown_are_not_taken(page: Page) -> None:
    (page.sticks / "FAIR").mkdir()
    (page.sticks / "FAIR" / "juosta-settings.toml").write_text("[idle]\nseconds = 90\n")
    page.offers()
    page.page.takeSettings()
    page.offers()
    assert page.settings_came == 0
    assert not page.places.staff_settings.exists()


def test_wrong_settings_are_refused_in_the_language_of_the_interface(page: Page) -> None:
    stick = page.sticks / "FAIR"
    stick.mkdir()
    (stick / "juosta-settings.toml").write_text("[idle]\nseconds = 5\nsecnds = 9\n")
    page.language = "lt"
    number = page.offers().index("juosta-settings.toml")
    page.page.readSettings(number)
    page.wait(lambda: page.value("note") != "")
    first, second = str(page.value("note")).splitlines()
    assert first.startswith("juosta-settings.toml:2: idle.seconds turi būti sveikasis")
    assert second.endswith("idle.secnds – nežinomas raktas; gal turėjote omenyje seconds?")
    (stick / "juosta-settings.toml").write_text("[screen]\nbottom_mm = 900\n")
    page.page.readSettings(number)
    page.wait(lambda: page.value("settingsLines") != [])
    assert page.value("settingsLines") == ["screen.bottom_mm: nenustatyta → 900"]


def test_statistics_and_health_go_home_on_the_stick(page: Page) -> None:
    (page.sticks / "FAIR").mkdir()
    page.offers()
    page.page.export()
    page.wait(lambda: str(page.value("note")).startswith("On the stick: juosta-export-"))
    folder = page.sticks / "FAIR" / str(page.value("note")).removeprefix("On the stick: ")
    assert "version to be shown: factory" in (folder / "health.txt").read_text()
    assert (folder / "statistics.csv").exists()
