"""`kiosk keygen`, `trust`, `pack`, `inspect`: words, files, exit codes."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths
from kiosk.commands import COMMANDS
from kiosk.store import signing, trust
from tests.fixtures import kiosk_files as make

NAMES = ("keygen", "trust", "pack", "inspect")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path


def kiosk(*words: str | Path) -> int:
    """Run a command as the command line does."""
    module: Any = importlib.import_module(f"kiosk.commands.{words[0]}")
    parser = ArgumentParser(prog=f"kiosk {words[0]}")
    module.configure(parser)
    return module.run(parser.parse_args([str(word) for word in words[1:]]))


@pytest.fixture
def keys(here: Path) -> Path:
    assert kiosk("keygen", here / "hq", "--name", "Ministry") == 0
    return here / "hq"


@pytest.fixture
def packed(here: Path, keys: Path) -> Path:
    source = make.write_folder(here / "fair")
    words = ["pack", source, "-o", here / "fair.kiosk", "--key", f"{keys}.key", "--sequence", "7"]
    assert kiosk(*words) == 0
    return here / "fair.kiosk"


def described(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = kiosk("inspect", path, "--json")
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_listed_and_helps_with_an_example(name: str) -> None:
    module: Any = importlib.import_module(f"kiosk.commands.{name}")
    assert (COMMANDS[name], name) == (module.HELP, module.NAME)
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", name, "--help"], capture_output=True, text=True, check=True
    )
    assert f"kiosk {name} " in done.stdout.split("example", 1)[1]


def test_keys_are_made_and_explained(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk("keygen", here / "hq", "--name", "Ministry") == 0
    said = capsys.readouterr().out
    key = signing.read_private(here / "hq.key")
    assert signing.read_public(here / "hq.pub") == key.public
    assert key.name == "Ministry"
    assert key.public.fingerprint in said
    assert "Keep it secret" in said


def test_keys_are_never_overwritten(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(f"{keys}.key").read_bytes()
    Path(f"{keys}.pub").unlink()
    assert kiosk("keygen", keys) == 1
    assert "is there already" in capsys.readouterr().err
    assert Path(f"{keys}.key").read_bytes() == before
    assert kiosk("keygen", "/proc/nowhere/hq") == 1


def test_keys_are_not_written_beside_a_folder(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here)
    (here / "stick").mkdir()
    for name in (".", "..", "stick/", "/"):
        assert kiosk("keygen", name) == 1
        assert "is a folder.\n  → Name the files in it: " in capsys.readouterr().err
    kiosk("keygen", "stick")
    assert "“stick” is a folder.\n  → Name the files in it: stick/headq" in capsys.readouterr().err
    assert [path.name for path in here.rglob("*")] == ["stick"]


def test_trusting_listing_and_removing(keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    public = signing.read_public(Path(f"{keys}.pub"))
    assert kiosk("trust") == 0
    assert "trusts no key yet" in capsys.readouterr().out
    assert kiosk("trust", f"{keys}.pub") == 0
    assert public.fingerprint in capsys.readouterr().out
    assert kiosk("trust", f"{keys}.pub") == 0
    assert "already" in capsys.readouterr().out
    kiosk("keygen", keys.with_name("new"))
    assert kiosk("trust", keys.with_name("new.pub")) == 0
    capsys.readouterr()
    assert kiosk("trust", "--json") == 0
    roles = [key["role"] for key in json.loads(capsys.readouterr().out)["keys"]]
    assert roles == ["now", "next"]
    assert kiosk("trust", "--remove", public.fingerprint) == 0
    assert kiosk("trust", "--list") == 0
    said = capsys.readouterr().out
    assert f"retired  {public.fingerprint}  Ministry" in said
    assert trust.load(paths.find().trusted_keys).now is not None


@pytest.mark.parametrize("file", ["hq.key", "no.pub"])
def test_what_is_not_to_be_trusted(
    keys: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kiosk("trust", keys.with_name(file)) == 1
    assert "→" in capsys.readouterr().err
    assert kiosk("trust", "--remove", "1234") == 1


def test_a_state_folder_that_cannot_be_written(
    keys: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "home").mkdir()
    (here / "home" / "state").write_bytes(b"")
    assert kiosk("trust", f"{keys}.pub") == 1
    assert "cannot be" in capsys.readouterr().err


def test_packing_says_what_it_did(packed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    key = packed.with_name("hq.key")
    words = ["pack", packed.with_name("fair"), "-o", packed, "--key", key, "--sequence", "7"]
    assert kiosk(*words) == 0
    said = capsys.readouterr().out.splitlines()[-1]
    assert "sample 1, number 7" in said
    assert "signed by Ministry" in said


def test_the_same_content_and_sequence_give_the_same_file(packed: Path) -> None:
    again = packed.with_name("again.kiosk")
    words = ["pack", packed.with_name("fair"), "-o", again, "--sequence", "7"]
    assert kiosk(*words, "--key", packed.with_name("hq.key")) == 0
    assert again.read_bytes() == packed.read_bytes()


def test_all_errors_of_a_bundle_file_are_shown(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = make.items()[0][1].replace(b'"accent": "sea"', b'"accent": "blue"')
    files: list[make.Item] = [("content.json", text)]
    (here / "a.kiosk").write_bytes(make.bundle_file(files))
    assert kiosk("inspect", here / "a.kiosk") == 1
    said = capsys.readouterr().err
    for code in ("E127", "E132"):
        assert f"error {code}" in said


def test_an_unsigned_bundle_is_said_to_be_one(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = make.write_folder(here / "fair")
    assert kiosk("pack", source, "-o", here / "a.kiosk") == 0
    assert "not signed" in capsys.readouterr().out


def test_a_bundle_with_errors_is_reported_whole(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = make.write_folder(here / "fair")
    (source / "assets" / "chain.png").unlink()
    assert kiosk("pack", source, "-o", here / "a.kiosk") == 1
    said = capsys.readouterr().err
    assert "E132" in said
    assert "nothing was written" in said
    assert not (here / "a.kiosk").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["--sequence", "0"],
        ["--sequence", "-1"],
        ["--site", "Old Town"],
        ["--expires", "2026-02-30"],
        ["--min-app", "new"],
    ],
)
def test_labels_that_make_no_sense(
    here: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        kiosk("pack", here, "-o", here / "a.kiosk", *words)
    assert f"“{words[1]}” is not a" in capsys.readouterr().err


def test_what_cannot_be_packed(here: Path, keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = make.write_folder(here / "fair")
    assert kiosk("pack", here / "no", "-o", here / "a.kiosk") == 1
    assert kiosk("pack", source, "-o", here / "a.kiosk", "--key", f"{keys}.pub") == 1
    assert kiosk("pack", source, "-o", "/proc/nowhere/a.kiosk") == 1
    said = capsys.readouterr().err
    assert said.count("kiosk pack:") == said.count("→") == 3


def test_inspecting_before_and_after_trust(
    packed: Path, keys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found = described(packed, capsys)
    assert (code, found["signature"]["state"], found["refusal"]) == (0, "unknown", None)
    assert found["package"]["sequence"] == 7
    assert found["bundle"]["pages"] > 1
    assert found["against"] == "factory"
    assert found["files"] == 2
    kinds = {each["change"] for each in found["changes"]["pieces"]}
    assert {"added", "removed"} <= kinds
    kiosk("trust", f"{keys}.pub")
    code, found = described(packed, capsys)
    assert (code, found["signature"]["state"]) == (0, "trusted")
    assert found["signature"]["name"] == "Ministry"


def test_a_stranger_is_not_opened(
    packed: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kiosk("keygen", here / "other")
    kiosk("trust", here / "other.pub")
    code, found = described(packed, capsys)
    assert (code, found["refusal"]["code"], found["bundle"]) == (1, "E181", None)


def test_the_right_publisher_of_another_site_is_described(
    packed: Path, keys: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kiosk("trust", f"{keys}.pub")
    (here / "home" / "kiosk.toml").write_text('[stand]\nsite = "vilnius"\n', encoding="utf-8")
    words = ["pack", here / "fair", "-o", packed, "--key", f"{keys}.key", "--site", "riga"]
    assert kiosk(*words) == 0
    code, found = described(packed, capsys)
    assert (code, found["refusal"]["code"]) == (1, "E182")
    assert found["bundle"]["id"] == "sample"
    assert found["package"]["site"] == "riga"


def test_inspecting_for_people(packed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert kiosk("inspect", packed) == 0
    said = capsys.readouterr().out
    for words in ("(sample), version 1", "number 7, for every stand", "does not know", "1 picture"):
        assert words in said
    assert "English (en), Lietuvių (lt)" in said
    assert "Changes against the content of the program" in said
    assert kiosk("inspect", packed.with_name("fair")) == 0
    assert "not signed" in capsys.readouterr().out
    assert kiosk("inspect", packed.with_name("no.kiosk")) == 1
    captured = capsys.readouterr()
    assert "not opened" in captured.out
    assert "There is nothing at" in captured.err


def test_the_documented_json_is_the_real_one(
    packed: Path, keys: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (Path(__file__).parents[3] / "docs" / "bundle-format.md").read_text(encoding="utf-8")
    example = json.loads(text.split("```json")[2].split("```")[0])
    kiosk("trust", f"{keys}.pub")
    _code, real = described(packed, capsys)
    assert shape(example) == shape(real)


def shape(data: Any) -> Any:
    """The keys of an object and of the objects in it."""
    if isinstance(data, dict) and not {"en", "lt"} & set(data):
        return {key: shape(value) for key, value in data.items()}
    if isinstance(data, list) and data and isinstance(data[0], dict):
        return [shape(data[0])]
    return None
