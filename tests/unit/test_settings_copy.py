"""Settings as a text for the next stand: what travels, what stays, and that nothing comes half."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogs import staff_text
from kiosk.guard.pin import hash_pin
from kiosk.paths import Places
from kiosk.settings import Settings, load, read
from kiosk.settings_copy import export_settings, import_settings, take_over
from kiosk.settings_write import UnchangedError, change

STICK = Path("settings.toml")


@pytest.fixture
def here(tmp_path: Path) -> Places:
    """A stand with settings of its own and a PIN."""
    places = Places(tmp_path / "here" / "kiosk.toml", tmp_path / "here" / "state")
    places.settings.parent.mkdir()
    places.settings.write_text(
        '[stand]\nname = "Hall"\nsite = "riga"\n[idle]\nseconds = 90\n[languages]\norder = ["lt"]\n'
    )
    change(places, {"staff.pin": hash_pin("739158", cost=4), "languages.off": ["de"]})
    return places


@pytest.fixture
def there(tmp_path: Path) -> Places:
    """A stand without any settings."""
    return Places(tmp_path / "there" / "kiosk.toml", tmp_path / "there" / "state")


def test_what_is_common_travels_and_what_is_ones_own_stays(here: Places, there: Places) -> None:
    text = export_settings(here)
    wanted = import_settings(there, text.encode(), STICK)
    assert (wanted.problems, wanted.kept) == ((), ())
    assert [(c.key, c.before, c.after) for c in wanted.changes] == [
        ("languages.order", "[]", '["lt"]'),
        ("languages.off", "[]", '["de"]'),
        ("idle.seconds", "60", "90"),
    ]
    take_over(there, wanted)
    now = load(there).settings
    assert (now.idle.seconds, now.languages.off, now.stand.name) == (90, ("de",), "")
    assert import_settings(there, text.encode(), STICK).changes == ()


def test_neither_the_pin_nor_its_hash_leaves_the_stand(here: Places) -> None:
    text = export_settings(here)
    assert "scrypt" not in text
    assert "pin" not in text.replace("pinned", "")
    assert read(here).settings.staff.pin not in text


def test_a_text_is_the_same_every_time_and_tells_stands_apart(here: Places, there: Places) -> None:
    assert export_settings(here) == export_settings(here)
    lines = set(export_settings(here).splitlines()) - set(export_settings(there).splitlines())
    assert lines == {
        'order = ["lt"]', 'off = ["de"]', "seconds = 90", '# name = "Hall"', '# site = "riga"',
    }  # fmt: skip
    assert set(tomllib.loads(export_settings(here))["idle"]) == {
        "seconds", "panel_seconds", "warning_seconds",
    }  # fmt: skip


def test_keys_of_the_other_stand_are_named_and_left(there: Places) -> None:
    text = b'[stand]\nname = "Riga"\n[updates]\nrequire_signature = false\n[idle]\nseconds = 45\n'
    wanted = import_settings(there, text, STICK)
    assert wanted.kept == ("stand.name", "updates.require_signature")
    take_over(there, wanted)
    now = read(there).settings
    assert (now.stand.name, now.updates.require_signature, now.idle.seconds) == ("", None, 45)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"[idle]\nseconds = 2\n", "settings.toml:2: idle.seconds must be a whole number"),
        (b"[idel]\nseconds = 60\n", "settings.toml:1: section [idel] is unknown; did you mean"),
        (b"\xff\xfe", "settings.toml:1: the text is not UTF-8"),
        (b"[idle\n", "settings.toml:1: this line cannot be understood"),
        (b"x" * 100_000, "settings.toml: larger than 64 kB"),
    ],
)
def test_one_mistake_and_nothing_is_taken(here: Places, text: bytes, words: str) -> None:
    before = export_settings(here)
    wanted = import_settings(here, b"[screen]\ntheme = 'light'\n" + text, STICK)
    assert wanted.changes == ()
    assert [str(p).startswith(words.replace(":1:", ":3:").replace(":2:", ":4:"))
            for p in wanted.problems] == [True]  # fmt: skip
    take_over(here, wanted)
    assert export_settings(here) == before


def test_a_full_disk_takes_nothing(there: Places, tmp_path: Path) -> None:
    there.state.parent.mkdir()
    there.state.write_text("a file where the folder should be")
    wanted = import_settings(there, b"[idle]\nseconds = 45\n", STICK)
    with pytest.raises(UnchangedError, match="cannot be written"):
        take_over(there, wanted)


@settings(max_examples=60)
@given(
    seconds=st.integers(10, 3600),
    order=st.lists(st.sampled_from(["en", "lt", "pt-BR", "sr-Latn"]), unique=True),
    diagonal=st.none() | st.floats(5, 150),
    theme=st.sampled_from(["dark", "light", "contrast"]),
)
def test_what_is_exported_is_imported_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    seconds: int,
    order: list[str],
    diagonal: float | None,
    theme: str,
) -> None:
    folder = tmp_path_factory.mktemp("stands")
    one = Places(folder / "one.toml", folder / "one")
    two = Places(folder / "two.toml", folder / "two")
    values = {"idle.seconds": seconds, "languages.order": order, "screen.theme": theme}
    change(one, {**values, "screen.diagonal_inches": diagonal})
    take_over(two, import_settings(two, export_settings(one).encode(), STICK))
    assert read(two).settings == read(one).settings


def test_taking_a_change_back_uncovers_the_base(here: Places) -> None:
    change(here, {"idle.seconds": 45, "screen.theme": "light"})
    assert read(here).settings.idle.seconds == 45
    change(here, {"idle.seconds": None})
    now = read(here).settings
    assert (now.idle.seconds, now.screen.theme) == (90, "light")
    change(here, {"idle.seconds": None, "idle.panel_seconds": None})  # nothing left to take back
    assert "seconds" not in here.staff_settings.read_text()


def test_all_changes_of_one_call_or_none(here: Places) -> None:
    with pytest.raises(UnchangedError, match=r"idle\.seconds must be"):
        change(here, {"screen.theme": "light", "idle.seconds": 5})
    with pytest.raises(UnchangedError, match=r"idle\.sceonds is unknown\. Nothing") as caught:
        change(here, {"idle.sceonds": 60})
    assert staff_text("lt", caught.value.words) == (
        "idle.sceonds – nežinomas raktas. Niekas nepakeista."
    )
    assert read(here).settings == Settings(
        stand=read(here).settings.stand,
        idle=read(here).settings.idle,
        languages=read(here).settings.languages,
        staff=read(here).settings.staff,
    )


def test_a_broken_file_is_not_written_over(here: Places) -> None:
    here.staff_settings.write_text("[idle\n")
    with pytest.raises(UnchangedError, match="Mend the file first") as caught:
        change(here, {"idle.seconds": 45})
    assert [p.line for p in caught.value.problems] == [1]
    assert here.staff_settings.read_text() == "[idle\n"
