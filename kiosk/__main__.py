"""Where `kiosk` begins. `kiosk run` first starts its screen, or becomes it, and looks after it.

Nothing is imported before that, because the time until the screen shows something is what a
visitor waits for; everything else is `kiosk.commandline`.
"""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the command of these arguments; the exit code."""
    if arguments is None:
        from kiosk.guard import spawn

        if spawn.wanted(sys.argv[1:]):
            code = spawn.supervised()
            if code is not None:
                return code
    from kiosk import commandline

    return commandline.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
