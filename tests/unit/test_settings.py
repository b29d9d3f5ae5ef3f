"""Settings from two files, all problems at once, and the last good ones when there are any."""

from __future__ import annotations

import os
import textwrap
from pathlib import Path

import msgspec
import pytest

from kiosk import settings as module
from kiosk.catalogs import staff_text
from kiosk.guard import pin
from kiosk.paths import Places
from kiosk.settings import Idle, Settings, load, read

HASH = pin.hash_pin("73519026", cost=4)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "kiosk.toml", tmp_path / "state")


def write_base(places: Places, text: str) -> None:
    places.settings.write_text(textwrap.dedent(text).lstrip())


def write_staff(places: Places, text: str) -> None:
    places.state.mkdir(exist_ok=True)
    places.staff_settings.write_text(textwrap.dedent(text).lstrip())


def test_without_files_everything_has_its_default(places: Places) -> None:
    loaded = load(places)
    assert loaded.settings == Settings()
    assert (loaded.problems, loaded.fallen_back, dict(loaded.origins)) == ((), False, {})
    assert loaded.settings.idle == Idle(60, 120, 30)


def test_every_setting_can_be_set(places: Places) -> None:
    write_base(
        places,
        f"""
        [stand]
        name = "Vilnius – Žalgirio salė"
        site = "vilnius-2"
        preset = "lobby"
        [screen]
        rotation = 270
        theme = "contrast"
        diagonal_inches = 54.6
        distance_mm = 600
        bottom_mm = 0
        [languages]
        start = "lt"
        order = ["lt", "en", "pt-BR"]
        [idle]
        seconds = 90
        panel_seconds = 10
        warning_seconds = 5
        [staff]
        pin = "{HASH}"
        """,
    )
    settings = load(places).settings
    assert settings.stand.name == "Vilnius – Žalgirio salė"
    assert (settings.stand.site, settings.stand.preset) == ("vilnius-2", "lobby")
    assert (settings.screen.rotation, settings.screen.theme) == (270, "contrast")
    assert settings.screen.diagonal_inches == 54.6
    assert (settings.screen.distance_mm, settings.screen.bottom_mm) == (600, 0)
    assert settings.languages.order == ("lt", "en", "pt-BR")
    assert settings.idle == Idle(90, 10, 5)
    assert pin.verify("73519026", settings.staff.pin)


def test_what_staff_changed_lies_over_the_base_key_by_key(places: Places) -> None:
    write_base(places, '[idle]\nseconds = 90\npanel_seconds = 200\n[stand]\nname = "A"\n')
    write_staff(places, "# tuned at the fair\n[idle]\nseconds = 45\n")
    loaded = load(places)
    assert loaded.settings.idle == Idle(45, 200, 30)
    assert loaded.origins == {
        "idle.seconds": (places.staff_settings, 3),
        "idle.panel_seconds": (places.settings, 3),
        "stand.name": (places.settings, 5),
    }


def test_all_problems_of_both_files_come_at_once_with_their_lines(places: Places) -> None:
    write_base(
        places,
        """
        [stand]
        name = "A"
        nmae = "B"
        [idle]
        seconds = "60"

        panel_seconds = 9
        [screan]
        rotation = 0
        [screen]
        rotation = 45
        """,
    )
    write_staff(places, '[languages]\norder = ["lt", "lt"]\nstart = "english"\n')
    loaded = load(places)
    found = [(p.file.name, p.line, p.key) for p in loaded.problems]
    assert found == [
        ("kiosk.toml", 3, "stand.nmae"),
        ("kiosk.toml", 5, "idle.seconds"),
        ("kiosk.toml", 7, "idle.panel_seconds"),
        ("kiosk.toml", 8, "screan"),
        ("kiosk.toml", 11, "screen.rotation"),
        ("settings.toml", 2, "languages.order"),
        ("settings.toml", 3, "languages.start"),
    ]
    assert str(loaded.problems[0]) == (
        f"{places.settings}:3: stand.nmae is unknown; did you mean name?"
    )


def test_with_problems_the_last_good_settings_count(places: Places) -> None:
    write_base(places, "[idle]\nseconds = 90\n")
    assert not load(places).fallen_back
    write_base(places, "[idle]\nseconds = 90\n[stand]\nname = 5\n")
    loaded = load(places)
    assert loaded.fallen_back
    assert loaded.settings.idle.seconds == 90
    assert len(loaded.problems) == 1
    write_base(places, "[idle]\nseconds = 33\n")
    loaded = load(places)
    assert (loaded.settings.idle.seconds, loaded.fallen_back) == (33, False)


def test_settings_with_problems_are_not_kept_as_good(places: Places) -> None:
    write_base(places, "[idle]\nseconds = 90\n")
    load(places)
    write_base(places, "[idle]\nseconds = 33\nsecnds = 1\n")
    load(places)
    assert load(places).settings.idle.seconds == 90


def test_with_problems_and_nothing_kept_the_defaults_count(places: Places) -> None:
    write_base(places, "[idle]\nseconds = 90\nx = 1\n")
    loaded = load(places)
    assert loaded.fallen_back
    assert loaded.settings == Settings()
    assert not places.good_settings.exists()


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[]", b'{"idle": 5}', b"null"])
def test_a_damaged_copy_of_good_settings_is_as_none(places: Places, damage: bytes) -> None:
    write_base(places, "[idle]\nseconds = 90\n")
    load(places)
    places.good_settings.write_bytes(damage)
    write_base(places, "[idle]\nsecnds = 90\n")
    assert load(places).settings == Settings()


def test_a_copy_from_another_version_counts_as_far_as_it_is_understood(places: Places) -> None:
    write_base(places, f'[staff]\npin = "{HASH}"\n')
    load(places)
    document = msgspec.json.decode(places.good_settings.read_bytes())
    document["hours"] = {"monday": "9-17"}
    document["idle"] = {"seconds": 1, "warning_seconds": 20}
    places.good_settings.write_bytes(msgspec.json.encode(document))
    write_base(places, "broken")
    settings = load(places).settings
    assert settings.staff.pin == HASH
    assert settings.idle == Idle(60, 120, 20)


def test_reading_keeps_nothing(places: Places) -> None:
    write_base(places, "[idle]\nseconds = 90\n")
    assert read(places).settings.idle.seconds == 90
    assert not places.state.exists()


def test_good_settings_are_written_only_when_they_changed(places: Places) -> None:
    write_base(places, "[idle]\nseconds = 90\n")
    load(places)
    os.utime(places.good_settings, (1, 1))
    load(places)
    assert places.good_settings.stat().st_mtime == 1


def test_a_disk_that_keeps_nothing_is_a_problem_but_the_settings_count(places: Places) -> None:
    places.state.write_text("a file where the folder should be")
    write_base(places, "[idle]\nseconds = 90\n")
    loaded = load(places)
    assert loaded.settings.idle.seconds == 90
    assert [problem.file for problem in loaded.problems] == [places.good_settings]
    assert "nustatymų kopijos" in staff_text("lt", loaded.problems[0].whole)
    assert not loaded.fallen_back


def test_a_named_file_has_to_be_there(places: Places) -> None:
    named = Places(places.settings, places.state, settings_named=True)
    problems = load(named).problems
    assert [problem.file for problem in problems] == [places.settings]
    assert "no such file" in problems[0].words


def test_a_pin_in_plain_digits_is_refused_and_never_repeated(places: Places) -> None:
    write_base(places, '[staff]\npin = "73519026"\n')
    problems = load(places).problems
    assert "kiosk config pin" in problems[0].words
    assert "73519026" not in str(problems)


BROKEN_HASHES = {
    "one letter more": HASH + "=",
    "a higher cost": HASH.replace("n=4", "n=20"),
    "no cost": HASH.replace("n=4", "n=0"),
    "a larger block": HASH.replace("r=8", "r=99"),
    "cut off": HASH[:-4],
    "a line more": HASH + "\\n",
    "no parts": "scrypt",
}


@pytest.mark.parametrize("encoded", BROKEN_HASHES.values(), ids=BROKEN_HASHES)
def test_a_hash_that_could_never_be_checked_is_refused(places: Places, encoded: str) -> None:
    write_base(places, f'[staff]\npin = "{encoded}"\n')
    assert [problem.key for problem in load(places).problems] == ["staff.pin"]


def test_settings_are_frozen() -> None:
    with pytest.raises(AttributeError):
        Settings().idle.seconds = 5  # pyright: ignore[reportAttributeAccessIssue]


def test_every_key_is_described_for_people() -> None:
    from kiosk.settings_check import description, kinds

    undescribed = [key for key, kind in kinds(module.Settings).items() if not description(kind)]
    assert undescribed == []
    lithuanian = {
        key: staff_text("lt", description(kind)) for key, kind in kinds(module.Settings).items()
    }
    assert [
        key for key, kind in kinds(module.Settings).items() if lithuanian[key] == description(kind)
    ] == []
