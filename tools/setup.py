"""Everything between a fresh clone and `make run` or `make test`: `python3 -m tools.setup LEVEL`.

Debian packages, the virtual environment `.venv`, the pinned Python packages with their hashes. A
stamp in `.venv` says what was done, so that a second call does nothing and needs no network. Runs
with the system's own Python 3.11 or later: standard library only.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

from tools.debian import SetupError, ensure

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "setup.json"
LOCKS = {
    "run": "build_spec/lock/run.txt",
    "test": "build_spec/lock/dev.txt",
    "build": "build_spec/lock/build.txt",
}
COMMAND = """#!{python}
import sys

from kiosk.__main__ import main

sys.exit(main())
"""


def main(arguments: list[str]) -> int:
    """Bring the checkout to the level asked for. 0 when it is there, 1 with words when not."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print("usage: python3 -m tools.setup run|test|build", file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - this file meets the Python that is there
        print(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    level = arguments[0]
    guard = os.open(ROOT, os.O_RDONLY)
    fcntl.flock(guard, fcntl.LOCK_EX)  # two set-ups at once would install over each other
    try:
        ensure(level, () if _venv_works() else _venv_package())
        if _stamp().get(level) != _digest(level):
            _install(level)
    except SetupError as problem:
        print(f"\n{problem}\n", file=sys.stderr)
        return 1
    finally:
        os.close(guard)
    return 0


def _venv_package() -> list[str]:
    """The Debian package that lets this Python make environments, if it cannot yet."""
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def _venv_works() -> bool:
    """Whether `.venv` has a Python that is still there and is the one that it was made with."""
    made_with = _stamp().get("python")
    if made_with is not None:
        return PYTHON.exists() and made_with == str(PYTHON.resolve())
    return PYTHON.exists() and _quiet(PYTHON, "-m", "pip", "--version")


def _stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def _digest(level: str) -> str:
    """What an installation depends on: its lock, this file and the place of the checkout."""
    parts = [(ROOT / LOCKS[level]).read_bytes(), Path(__file__).read_bytes(), os.fsencode(ROOT)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _install(level: str) -> None:
    if not _venv_works():
        print(
            f"==> Virtual environment {VENV.name} with Python {sys.version.split()[0]}", flush=True
        )
        _must(
            "The virtual environment could not be made",
            sys.executable,
            "-m",
            "venv",
            "--clear",
            VENV,
        )
    print(f"==> Python packages from {LOCKS[level]} (about 300 MB the first time)", flush=True)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    strict = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", ROOT / LOCKS[level]]
    _must(
        "The Python packages could not be installed; is there a network?", *pip, "install", *strict
    )
    _connect()
    done = {**_stamp(), "python": str(PYTHON.resolve()), "run": _digest("run")}
    done[level] = _digest(level)  # the packages of the others include those of "run"
    STAMP.write_text(json.dumps(done, indent=1) + "\n")


def _connect() -> None:
    """Make `kiosk` importable and callable in the environment, from any folder."""
    site = next((VENV / "lib").glob("python*/site-packages"))
    (site / "juosta.pth").write_text(f"{ROOT}\n")
    command = VENV / "bin" / "kiosk"
    command.write_text(COMMAND.format(python=PYTHON))
    command.chmod(0o755)


def _quiet(*words: str | Path) -> bool:
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def _must(otherwise: str, *words: str | Path) -> None:
    if subprocess.run(words, check=False, stdin=subprocess.DEVNULL).returncode != 0:
        raise SetupError(f"{otherwise} (see above).")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
