"""What goes into the packages, and how the .deb is made small."""

from __future__ import annotations

import io
import lzma
import subprocess
import tarfile
from pathlib import Path

import pytest

from tools import package


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "juosta"
    (folder / "_internal" / "qml [a,b]").mkdir(parents=True)
    (folder / "kiosk").write_bytes(b"\x7fELF")
    (folder / "kiosk").chmod(0o755)
    (folder / "_internal" / "qml [a,b]" / "Main.qml").write_text("Item {}", encoding="utf-8")
    (folder / "_internal" / "libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    return folder


def test_program_machine_and_papers_go_to_their_places(program: Path) -> None:
    entries = {entry["dst"]: entry for entry in package.contents(program)}
    assert entries["/opt/juosta/kiosk"]["file_info"]["mode"] == 0o755
    assert entries["/opt/juosta/_internal/qml [a,b]/Main.qml"]["file_info"]["mode"] == 0o644
    assert entries["/opt/juosta/_internal/libQt6Core.so.6"]["type"] == "symlink"
    assert entries["/usr/bin/kiosk"] == {
        "src": "/opt/juosta/kiosk",
        "dst": "/usr/bin/kiosk",
        "type": "symlink",
    }
    assert "/usr/lib/systemd/system/juosta.service" in entries
    assert entries["/etc/systemd/system/ctrl-alt-del.target"]["src"] == "/dev/null"


def test_folders_go_when_the_program_goes(program: Path) -> None:
    folders = {e["dst"] for e in package.contents(program) if e.get("type") == "dir"}
    assert {"/opt/juosta", "/opt/juosta/_internal", "/usr/lib/juosta"} <= folders
    assert not any(folder.startswith(("/etc", "/var")) for folder in folders)


def test_all_settings_survive_an_upgrade(program: Path) -> None:
    files = [entry for entry in package.contents(program) if entry["dst"].startswith("/etc/")]
    settings = [entry for entry in files if entry.get("type") != "symlink"]
    assert "/etc/juosta/kiosk.toml" in {entry["dst"] for entry in settings}
    assert {entry["type"] for entry in settings} == {"config|noreplace"}


def test_every_source_of_the_package_is_there(program: Path) -> None:
    told = package.recipe(program, "1.0")
    scripts = [Path(path) for path in told["scripts"].values()]
    scripts += [Path(path) for path in told["overrides"]["rpm"]["scripts"].values()]
    files = [Path(e["src"]) for e in told["contents"] if e.get("type") not in ("symlink", "dir")]
    assert [path for path in (*scripts, *files) if not path.is_file()] == []


def test_the_settings_that_come_along_are_without_a_mistake() -> None:
    from kiosk.paths import Places
    from kiosk.settings import read

    example = package.RECIPES / "kiosk.toml"
    text = example.read_text(encoding="utf-8")
    assert read(Places(example, Path("/nowhere"), settings_named=True)).problems == ()
    assert text.count("\n#") >= 6


@pytest.mark.parametrize("script", sorted(package.RECIPES.glob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_plain_shell(script: Path) -> None:
    words = ["sh", "-n", str(script)]
    assert subprocess.run(words, capture_output=True, check=False).stderr == b""


def _member(name: str, data: bytes) -> bytes:
    head = f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(data):<10}`\n".encode()
    return head + data + b"\n" * (len(data) % 2)


def test_a_squeezed_package_has_the_same_files(tmp_path: Path) -> None:
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as archive:
        entry = tarfile.TarInfo("./opt/juosta/kiosk")
        entry.size = 70_000
        archive.addfile(entry, io.BytesIO(b"k" * 70_000))
    parts = _member("debian-binary", b"2.0\n") + _member("control.tar.gz", b"odd")
    deb = tmp_path / "x.deb"
    deb.write_bytes(b"!<arch>\n" + parts + _member("data.tar", plain.getvalue()))
    before = deb.stat().st_size
    package.squeeze(deb)
    data = deb.read_bytes()
    assert len(data) < before / 20
    assert data.startswith(b"!<arch>\n" + parts)
    rest = data[len(b"!<arch>\n" + parts) :]
    assert rest[:16].strip() == b"data.tar.xz"
    assert lzma.decompress(rest[60 : 60 + int(rest[48:58])]) == plain.getvalue()


def test_what_is_no_package_is_not_squeezed(tmp_path: Path) -> None:
    odd = tmp_path / "x.deb"
    odd.write_bytes(b"not an archive")
    with pytest.raises(SystemExit, match=r"x\.deb is no Debian package"):
        package.squeeze(odd)
    assert odd.read_bytes() == b"not an archive"
